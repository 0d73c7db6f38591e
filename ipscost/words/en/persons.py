"""The words about how people differ, and about following them one by one."""

from __future__ import annotations

WORDS = {
    "spread_chosen": "chosen here; nobody has measured it in this group",
    "followed_arm": "{sd} with {arm} (chance: {chance})",
    "followed_persons": (
        "{persons} people are followed in each draw, the same in every arm; the estimate is the "
        "expected value."
    ),
    "followed_one": (
        "One person is followed in each draw, the same in every arm; the estimate is the expected "
        "value."
    ),
    "followed_apart": (
        "Heterogeneity: the saving has a standard deviation between people of {parts}."
    ),
    "followed_roughly": "A rough guide: how people differ is derived, not published.",
    "followed_alike": (
        "The saving is the same for each of them, since it is not known how people differ in it."
    ),
    "followed_intervals": (
        "The intervals hold the uncertainty of the numbers and this chance, and not how people "
        "differ."
    ),
    "followed_intervals_many": (
        "The intervals hold the uncertainty of the numbers and the chance in a mean of so many, "
        "and not how people differ (heterogeneity)."
    ),
    "note_roughly": (
        "How people differ was not published, but derived from a standard error and the people in "
        "the arms, as if both arms differed as much and a person costly in one were costly in the "
        "other: {labels}."
    ),
    "note_alike": "Every person has the mean, since it is not known how people differ: {labels}.",
    "label_group_share": "Share of people: {group}",
    "of_group": "{label} ({group})",
    "group_chosen": "chosen here for this group; nobody has measured it",
    "title_groups": (
        "By group of people: {arm} against {reference}\n"
        "{currency} per person over {horizon}, {year}; a minus is a saving"
    ),
    "group": "Group of people",
    "share_of_people": "Share",
    "all_people": "All people",
    "seen_by": "{label}, {account}",
    "step_groups": "groups of people",
    "group_own": "{group} ({share}) with numbers of their own: {paths}",
    "group_alike": "{group} ({share}) with the numbers above",
    "spread_of_total": "the sum of all costs",
    "spread_label_sd": "Standard deviation between people: {label}",
    "spread_label_cv": "Coefficient of variation between people: {label}",
    "spread_label_zero": "Share of people with none: {label}",
    "spread_label_together": "Rank correlation between two categories of one person",
    "spread_label_frailty": ("Coefficient of variation of what multiplies all costs of one person"),
    "spread_derived_difference": (
        "SD = SE / √(1/n1 + 1/n0) = {se} / √(1/{n} + 1/{n0}) = {sd}, from the standard error "
        "of {path}: as if people differed equally in both arms"
    ),
    "spread_derived_mean": ("SD = SE × √n = {se} × √{n} = {sd}, from the standard error of {path}"),
    "spread_derived_means": (
        "SD = √(Σ (n - 1) SD² / Σ (n - 1)) = {sd}, of the SD = SE × √n of each arm: {arms}; as if "
        "persons differed equally in all"
    ),
    "spread_of_arm": "{sd} (n = {n})",
    "step_derived": "derived",
    "use_spread": (
        "people differ by it in --engine persons, at this value in every draw, and in power,"
        " which says for how many to follow"
    ),
    "note_spread_held": (
        "How people differ is held at the stated values in every draw; the uncertainty of "
        "{paths} is not in the intervals."
    ),
    "note_saving_apart": (
        "The standard deviation between people is that of the saving of the same person with"
        " and without; what a study needs is that of what people cost: ipscost power."
    ),
    "use_spread_cost": (
        "people differ by it in --engine persons, in an arm by at most 2.5 times its mean, and in "
        "power, which says for how many to follow"
    ),
}
