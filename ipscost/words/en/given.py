"""The words of what a sentence takes for granted, and of what changes nothing."""

from __future__ import annotations

from ipscost.words.variants import listed

SENTENCES = {
    "given_intervals": "The intervals hold if {parts}.",
    "given_sure": "The probabilities and intervals hold if {parts}.",
}
EXACT = {
    "none": "",
    "one": "1 number without a stated uncertainty is exact",
    "many": "{exact} numbers without a stated uncertainty are exact",
}
ASSUMED = {
    "none": "",
    "one": "the assumption about 1 number holds",
    "many": "the assumptions about {assumed} numbers hold",
    "later": "the extrapolation holds",
    "later_one": "the assumption about 1 number and the extrapolation hold",
    "later_many": "the assumptions about {assumed} numbers and the extrapolation hold",
}
ALIKE = {
    "none": "",
    "one": "the number that they take from different sources is off by the same amount in both",
    "many": (
        "the {alike} numbers that they take from different sources are off by the same amount in "
        "both"
    ),
}

WORDS: dict[str, str] = {
    **listed(SENTENCES, " and if ", exact=EXACT, assumed=ASSUMED, alike=ALIKE),
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
    "unmeasured_one": (
        "1 number that the choice depends on has no stated uncertainty, so nothing is said of it "
        "here: it may be worth measuring too."
    ),
    "unmeasured_many": (
        "{count} numbers that the choice depends on have no stated uncertainty, so nothing is said "
        "of them here: they may be worth measuring too."
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
