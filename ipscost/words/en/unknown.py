"""The words about what is not known, and about accounts that are therefore not whole."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "unknown_year": "unknown-year",
    "headline_partial_saves": (
        "Whether {arm} saves {whom} money against {reference} is not known. What is known comes to "
        "a saving of {amount} per person over {horizon}, in {year} prices; missing: {parts}."
    ),
    "headline_partial_costs": (
        "Whether {arm} saves {whom} money against {reference} is not known. What is known comes to "
        "an extra cost of {amount} per person over {horizon}, in {year} prices; missing: {parts}."
    ),
    "headline_unknown": (
        "What {arm} costs or saves {whom} against {reference} over {horizon} is not known; "
        "missing: {parts}."
    ),
    "title_inputs_partial": (
        "Why {name} and {base} differ, as far as is known (inputs that are the same: {count})"
    ),
    "stated_unknown": "not known",
    "step_unknown": "not known",
    "unknown_is": (
        "the file says that this number is not known: it counts in no sum, and sums that need it "
        "are marked * as partial"
    ),
    "unknown_part_of": "the file says that this number is known only as part of {holder} ({path})",
    "unknown_stated": (
        "published as {stated}; its price year is not known, so it is not converted and counts in "
        "no sum"
    ),
    "analyses_not_known": "Not known, so not counted here: {names}.",
    "left_out_cost": "{arm} is left out, since its account is not whole; missing: {parts}.",
    "left_out_effect_base": (
        "{arm} is left out, since {outcome} is not known of {reference}, which it is held against."
    ),
    "left_out_effect": "{arm} is left out, since its difference in {outcome} is not known.",
    "compare_of_known": "This ranks only those whose account is whole.",
    "missing_unknown": "{label} (not known)",
    "missing_undivided": "{label} (split between payers not known)",
    "missing_part_of": "{labels} (known only within {holder})",
    "missing_share_of": "how much of {holder} is {labels}",
    "note_gaps": (
        "* Not the whole of it for {arm}: without {parts}. A sum without a part that nobody knows "
        "has neither an interval nor a probability."
    ),
    "note_held": (
        "For {arm}, {labels} are known only as part of {holder}; the totals that count them all "
        "are whole."
    ),
    "note_outcome_gap": "Not known, shown as a dash: {labels} for {arm}.",
    "note_stated_otherwise": (
        "{path} was published as {stated}; its price year is not known, so it cannot be converted "
        "and counts in no sum."
    ),
    "months_partial": (
        "The month from which {arm} has paid for itself is not known, since the account is not "
        "whole."
    ),
}
