"""The words about how persons differ, and about following them one by one."""

from __future__ import annotations

WORDS = {
    "spread_chosen": "chosen here; nobody has measured it in this group",
    "followed_arm": "{sd} with {arm} (chance: {chance})",
    "followed_persons": "{persons} persons are followed in each draw, the same in every arm.",
    "followed_one": "One person is followed in each draw, the same in every arm.",
    "followed_apart": (
        "Heterogeneity: the saving has a standard deviation between persons of {parts}."
    ),
    "followed_alike": (
        "The saving is the same for each of them, since it is not known how persons differ in it."
    ),
    "followed_intervals": (
        "The intervals hold the uncertainty of the numbers and this chance in a mean of so many, "
        "and not how persons differ."
    ),
    "followed_intervals_many": (
        "The intervals hold the uncertainty of the numbers and the chance in a mean of so many, "
        "and not how persons differ (heterogeneity)."
    ),
    "note_alike": "Every person has the mean, since it is not known how persons differ: {labels}.",
}
