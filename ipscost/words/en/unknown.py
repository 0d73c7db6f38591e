"""The words about what is not known, and about accounts that are therefore not whole."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "unknown_year": "prices of an unknown year",
    "headline_partial_saves": (
        "Whether {arm} saves {whom} money compared with {reference} is not known. What is known "
        "adds up to a saving of {amount} per person over {horizon}, in {year}; missing: "
        "{parts}."
    ),
    "headline_partial_costs": (
        "Whether {arm} saves {whom} money compared with {reference} is not known. What is known "
        "adds up to an extra cost of {amount} per person over {horizon}, in {year}; "
        "missing: {parts}."
    ),
    "headline_unknown": (
        "What {arm} costs or saves {whom} compared with {reference} over {horizon} is not known; "
        "missing: {parts}."
    ),
    "title_inputs_partial": (
        "Why {name} and {base} differ, as far as is known (inputs that are the same: {count})"
    ),
    "stated_unknown": "not known",
    "step_unknown": "not known",
    "unknown_is": (
        "the file says that this number is not known: no sum includes it, and sums that need it "
        "are marked * as incomplete"
    ),
    "unknown_part_of": "the file says that this number is known only as part of {holder} ({path})",
    "unknown_stated": (
        "published as {stated}; its price year is not known, so it is not converted and no sum "
        "includes it"
    ),
    "analyses_not_known": "Not known, so not counted here: {names}.",
    "left_out_cost": "{arm} is left out, because its account is incomplete; missing: {parts}.",
    "left_out_effect_base": (
        "{arm} is left out, because {outcome} is not known for {reference}, with which it is "
        "compared."
    ),
    "left_out_effect": "{arm} is left out, because its difference in {outcome} is not known.",
    "compare_of_known": "Only those whose account is complete are ranked here.",
    "missing_unknown": "{label} (not known)",
    "missing_undivided": "{label} (how payers share it is not known)",
    "missing_part_of": "{labels} (known only within {holder})",
    "missing_share_of": "how much of {holder} is {labels}",
    "note_gaps": (
        "* Incomplete for {arm}: without {parts}. A sum with a part that is not known has neither "
        "an interval nor a probability."
    ),
    "note_held": (
        "For {arm}, {labels} are known only as part of {holder}; totals that include all of it are "
        "complete."
    ),
    "note_outcome_gap": "Not known, shown as a dash: {labels} with {arm}.",
    "caveat_study_of": "Doubts about the publication of {name}: {text}.",
    "caveat_study": "Doubts about the publication: {text}.",
    "note_stated_otherwise": (
        "{path} was published as {stated}; its price year is not known, so it cannot be converted "
        "and no sum includes it."
    ),
    "months_partial": (
        "When {arm} has paid for itself is not known, because the account is incomplete."
    ),
}
