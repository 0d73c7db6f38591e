"""The words about what is not known, and about accounts that are therefore not whole."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "unknown_year": "priser fra et ukendt år",
    "headline_partial_saves": (
        "Det vides ikke, om {arm} sparer {whom} penge sammenlignet med {reference}. Det, der er "
        "kendt, giver en besparelse på {amount} pr. person over {horizon} i {year}; der "
        "mangler: {parts}."
    ),
    "headline_partial_costs": (
        "Det vides ikke, om {arm} sparer {whom} penge sammenlignet med {reference}. Det, der er "
        "kendt, giver en merudgift på {amount} pr. person over {horizon} i {year}; der "
        "mangler: {parts}."
    ),
    "headline_unknown": (
        "Det vides ikke, hvad {arm} koster eller sparer {whom} sammenlignet med {reference} over "
        "{horizon}; der mangler: {parts}."
    ),
    "title_inputs_partial": (
        "Hvorfor {name} og {base} er forskellige, så vidt det vides (ens input: {count})"
    ),
    "stated_unknown": "ikke kendt",
    "step_unknown": "ikke kendt",
    "unknown_is": (
        "filen siger, at tallet ikke er kendt: det indgår ikke i nogen sum, og de summer, der "
        "mangler det, er mærket * som ufuldstændige"
    ),
    "unknown_part_of": "filen siger, at tallet kun er kendt som del af {holder} ({path})",
    "unknown_stated": (
        "offentliggjort som {stated}; prisåret er ikke kendt, så det omregnes ikke og indgår ikke "
        "i nogen sum"
    ),
    "analyses_not_known": "Ikke kendt og derfor ikke talt med her: {names}.",
    "left_out_cost": "{arm} er udeladt, fordi regnskabet er ufuldstændigt; der mangler: {parts}.",
    "left_out_effect_base": (
        "{arm} er udeladt, fordi {outcome} ikke er kendt for {reference}, som den sammenlignes med."
    ),
    "left_out_effect": "{arm} er udeladt, fordi forskellen i {outcome} ikke er kendt.",
    "compare_of_known": "Her er kun dem med, hvis regnskab er fuldstændigt.",
    "missing_unknown": "{label} (ikke kendt)",
    "missing_undivided": "{label} (betalernes andele er ikke kendt)",
    "missing_part_of": "{labels} (kun kendt som del af {holder})",
    "missing_share_of": "hvor meget af {holder} der er {labels}",
    "note_gaps": (
        "* Ufuldstændig for {arm}: uden {parts}. En sum med en del, der ikke er kendt, har hverken "
        "interval eller sandsynlighed."
    ),
    "note_held": (
        "For {arm} er {labels} kun kendt som del af {holder}; summer, hvor det hele er med, er "
        "fuldstændige."
    ),
    "note_outcome_gap": "Ukendt, vist med en streg: {labels} med {arm}.",
    "caveat_study_of": "Tvivl om publikationen om {name}: {text}.",
    "caveat_study": "Tvivl om publikationen: {text}.",
    "note_stated_otherwise": (
        "{path} er offentliggjort som {stated}; prisåret er ikke kendt, så beløbet kan ikke "
        "omregnes og indgår ikke i nogen sum."
    ),
    "months_partial": (
        "Hvornår {arm} har tjent sig hjem, vides ikke, fordi regnskabet er ufuldstændigt."
    ),
}
