"""The words of what a sentence takes for granted, and of what changes nothing."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "given_both": "{first} and if {second}",
    "given_exact_one": "1 number without a stated uncertainty is exact",
    "given_exact_many": "{count} numbers without a stated uncertainty are exact",
    "given_assumed_one": "the assumption about 1 number holds",
    "given_assumed_many": "the assumptions about {count} numbers hold",
    "given_extrapolated_none": "the extrapolation holds",
    "given_extrapolated_one": "the assumption about 1 number and the extrapolation hold",
    "given_extrapolated_many": "the assumptions about {count} numbers and the extrapolation hold",
    "note_later_prices": (
        "Consumer prices in {currency} are published to {after}; after that they are assumed to "
        "rise by {growth} a year to {until}: {text}."
    ),
    "note_later_prices_fall": (
        "Consumer prices in {currency} are published to {after}; after that they are assumed to "
        "fall by {growth} a year to {until}: {text}."
    ),
    "given_construction": (
        "The uncertainty of the saving is by construction: it was chosen to match a published "
        "figure."
    ),
    "given_construction_choice": (
        "So no probability is given for the choice, and the value of information rests on it."
    ),
    "given_intervals": "The intervals hold if {parts}.",
    "given_sure": "The probabilities and intervals hold if {parts}.",
    "unmeasured_one": (
        "1 number that the choice depends on has no stated uncertainty, so nothing is said of it "
        "here: it may be worth measuring too."
    ),
    "unmeasured_many": (
        "{count} numbers that the choice depends on have no stated uncertainty, so nothing is said "
        "of them here: they may be worth measuring too."
    ),
    "given_alike_one": (
        "the number that they take from different sources is off by the same amount in both"
    ),
    "given_alike_many": (
        "the {count} numbers that they take from different sources are off by the same amount in "
        "both"
    ),
    "note_variance_fixed": (
        "The shares divide the stated uncertainty; these numbers have none, although the total "
        "depends on them: {paths}."
    ),
    "unmoved_one": (
        "Changing {paths} does not change the saving: no cost difference counted here depends on "
        "it."
    ),
    "unmoved_many": (
        "Changing {paths} does not change the saving: no cost difference counted here depends on "
        "them."
    ),
}
