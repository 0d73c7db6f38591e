"""The words about what is not known, and about accounts that are therefore not whole."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "unknown_year": ("unknown-year", "ukendt-års"),
    "headline_partial_saves": (
        "Whether {arm} saves {whom} money against {reference} is not known. What is known comes to "
        "a saving of {amount} per person over {horizon}, in {year} prices; missing: {parts}.",
        "Om {arm} sparer {whom} penge sammenlignet med {reference}, vides ikke. Det, der er kendt, "
        "giver en besparelse på {amount} pr. person over {horizon} i {year}-priser; der mangler: "
        "{parts}.",
    ),
    "headline_partial_costs": (
        "Whether {arm} saves {whom} money against {reference} is not known. What is known comes to "
        "an extra cost of {amount} per person over {horizon}, in {year} prices; missing: {parts}.",
        "Om {arm} sparer {whom} penge sammenlignet med {reference}, vides ikke. Det, der er kendt, "
        "giver en merudgift på {amount} pr. person over {horizon} i {year}-priser; der mangler: "
        "{parts}.",
    ),
    "headline_unknown": (
        "What {arm} costs or saves {whom} against {reference} over {horizon} is not known; "
        "missing: {parts}.",
        "Hvad {arm} koster eller sparer {whom} sammenlignet med {reference} over {horizon}, vides "
        "ikke; der mangler: {parts}.",
    ),
    "title_inputs_partial": (
        "Why {name} and {base} differ, as far as is known ({same})",
        "Hvorfor {name} og {base} er forskellige, så vidt det vides ({same})",
    ),
    "stated_unknown": ("not known", "ikke kendt"),
    "step_unknown": ("not known", "ikke kendt"),
    "unknown_is": (
        "the file says that this number is not known: it counts in no sum, and sums that need it "
        "are marked * as partial",
        "filen siger, at tallet ikke er kendt: det indgår ikke i nogen sum, og de summer, der "
        "mangler det, er mærket * som delvise",
    ),
    "unknown_part_of": (
        "the file says that this number is known only as part of {holder} ({path})",
        "filen siger, at tallet kun er kendt som del af {holder} ({path})",
    ),
    "unknown_stated": (
        "published as {stated}; its price year is not known, so it is not converted and counts in "
        "no sum",
        "offentliggjort som {stated}; prisåret er ikke kendt, så det omregnes ikke og indgår ikke "
        "i nogen sum",
    ),
    "analyses_not_known": (
        "Not known, so not counted here: {names}.",
        "Ikke kendt og derfor ikke talt med her: {names}.",
    ),
    "left_out_cost": (
        "{arm} is left out, since its account is not whole; missing: {parts}.",
        "{arm} er udeladt, fordi regnskabet ikke er komplet; der mangler: {parts}.",
    ),
    "left_out_effect_base": (
        "{arm} is left out, since {outcome} is not known of {reference}, which it is held against.",
        "{arm} er udeladt, fordi {outcome} ikke er kendt for {reference}, som den holdes op imod.",
    ),
    "left_out_effect": (
        "{arm} is left out, since its difference in {outcome} is not known.",
        "{arm} er udeladt, fordi forskellen i {outcome} ikke er kendt.",
    ),
    "compare_of_known": (
        "This ranks only those whose account is whole.",
        "Her er kun dem med, hvis regnskab er komplet.",
    ),
    "missing_unknown": ("{label} (not known)", "{label} (ikke kendt)"),
    "missing_undivided": (
        "{label} (split between payers not known)",
        "{label} (fordelingen på betalere er ikke kendt)",
    ),
    "missing_part_of": (
        "{labels} (known only within {holder})",
        "{labels} (kun kendt som del af {holder})",
    ),
    "missing_share_of": (
        "how much of {holder} is {labels}",
        "hvor meget af {holder} der er {labels}",
    ),
    "note_gaps": (
        "* Not the whole of it for {arm}: without {parts}. A sum without a part that nobody knows "
        "has neither an interval nor a probability.",
        "* Ikke det hele for {arm}: uden {parts}. En sum uden en del, som ingen kender, har "
        "hverken interval eller sandsynlighed.",
    ),
    "note_held": (
        "For {arm}, {labels} are known only as part of {holder}; the totals that count them all "
        "are whole.",
        "For {arm} er {labels} kun kendt som del af {holder}; de summer, hvor det hele er med, er "
        "komplette.",
    ),
    "note_outcome_gap": (
        "Not known, shown as a dash: {labels} for {arm}.",
        "Ikke kendt, vist som en streg: {labels} for {arm}.",
    ),
    "note_stated_otherwise": (
        "{path} was published as {stated}; its price year is not known, so it cannot be converted "
        "and counts in no sum.",
        "{path} er offentliggjort som {stated}; prisåret er ikke kendt, så beløbet kan ikke "
        "omregnes og indgår ikke i nogen sum.",
    ),
    "months_partial": (
        "The month from which {arm} has paid for itself is not known, since the account is not "
        "whole.",
        "Fra hvilken måned {arm} har tjent sig ind, vides ikke, da regnskabet ikke er komplet.",
    ),
}
