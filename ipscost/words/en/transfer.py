"""The words about an effect that is carried over to another group."""

from __future__ import annotations

WORDS = {
    "doubt_transfer_over": "{share} is more than the whole effect",
    "transfer_chosen": "chosen here; nobody has measured it in this group",
    # the scales
    "scale_risk_ratio": "risk ratio",
    "scale_odds_ratio": "odds ratio",
    "scale_hazard_ratio": "hazard ratio",
    "scale_points": "points",
    "as_risk_ratio": "as a risk ratio",
    "as_odds_ratio": "as an odds ratio",
    "as_hazard_ratio": "as a hazard ratio",
    "as_points": "in points",
    # on which condition a result is about other people
    "about_people": "This is about {people}.",
    "people_elsewhere": "another group than the trial's",
    "people_if_share": "{people} (if {share} of the trial's effect carries over)",
    "people_if_pooled": "{people} (if the effect is that of many studies)",
    "people_if_weight": "{people} (if the effect is {share} the trial's, the rest another study's)",
    "carried_unsure": (
        "How likely that is cannot be said: a share of what carries over has no stated uncertainty."
    ),
    # what is carried over
    "carried_share": "Of the trial's effect {share} is carried over, {scale}: {changes}.",
    "carried_share_alone": "Of the trial's effect {share} is carried over.",
    "carried_pooled": (
        "The effect is that of many studies in place of the trial's, {scale}: {changes}; what "
        "hangs on it is {factor} of what it was in the trial."
    ),
    "carried_pooled_alone": (
        "The effect is that of many studies in place of the trial's, {scale}."
    ),
    "carried_weight": (
        "The trial's effect has a weight of {weight} and another study's the rest, {scale}: "
        "{changes}; what hangs on it is {factor} of what it was in the trial."
    ),
    "carried_weight_alone": (
        "The trial's effect has a weight of {weight} and another study's the rest, {scale}."
    ),
    "carried_change": "{was} becomes {now}",
    "carried_below": "That takes {names} below 0, which cannot be: the saving is too large.",
    "carried_with": "With it go {names}.",
    "carried_moved": "What follows from the moves changes with them: {names}.",
    "carried_own": "With a share of their own: {names}.",
    "carried_stays": "Not carried over, but as in the trial: {names}.",
    "carried_base": "{label} is {here} with {arm} in this group ({trial} in the trial).",
    "carried_unknown": "not known",
    "note_base_case_carried": (
        "The base case is shown, with every number at its expected value. The means of the draws "
        "differ from it, because what a ratio makes of a share is not linear in its numbers: "
        "{parts}."
    ),
    "step_carried": "carried over",
    "carried_not": "as in the trial: it does not hang on the effect",
    "carried_part": "{share} of the trial's difference, by {paths}",
    "carried_part_on_scale": "{share} of the trial's effect, {scale}, by {paths}",
    # the numbers
    "label_carried_share": "Share of the effect that carries over",
    "label_carried_pooled": "Pooled effect ({scale})",
    "label_carried_weight": "Weight on the trial",
    "label_carried_other": "Effect in the other study ({scale})",
    "label_carried_other_reference": "Other study, reference arm",
    "label_carried_other_intervention": "Other study, intervention",
    "label_carried_baseline": "{label}, {arm}, in this group",
    "label_carried_own": "Share that carries over: {label}",
}
