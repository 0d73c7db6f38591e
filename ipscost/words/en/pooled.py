"""The words of evidence --pool."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # the sentences
    "pooled_head_risk_ratio": (
        "Risk ratio, pooled: {mean} on average across places ({level} interval {interval}), from "
        "{studies} evaluations."
    ),
    "pooled_head_odds_ratio": (
        "Odds ratio, pooled: {mean} on average across places ({level} interval {interval}), from "
        "{studies} evaluations."
    ),
    "pooled_head_difference": (
        "Difference, pooled: {mean} points on average across places ({level} interval "
        "{interval}), from {studies} evaluations."
    ),
    "pooled_new_place": (
        "In a new place the effect may be {interval} ({level} prediction interval)."
    ),
    "pooled_new_place_none": (
        "In a new place the effect may be {interval} ({level} prediction interval), so from worse "
        "to better than what it was compared with."
    ),
    "pooled_left": "{count} evaluations could not be pooled: see --notes.",
    "pooled_left_one": "1 evaluation could not be pooled: see --notes.",
    "pooled_ends": "{low} to {high}",
    "pooled_ends_points": "{low} to {high} points",
    # tables
    "pooled_title": (
        "Evaluations pooled, with {level} intervals\n"
        "I² {i2} (spread beyond chance), τ {tau} (how far places differ)"
    ),
    "pooled_title_spread": "How far places differ",
    "pooled_title_without": "Without each evaluation in turn",
    "pooled_title_left": "Not in the pool",
    "pooled_title_lines": "Lines for a scenario that carries it over",
    "pooled_assumption": "assumption: pooled from {studies} evaluations by ipscost evidence",
    "pooled_risk_ratio": "Risk ratio",
    "pooled_odds_ratio": "Odds ratio",
    "pooled_difference": "Difference",
    "pooled_weight": "Weight",
    "pooled_mean": "All, on average",
    "pooled_place": "A new place",
    "pooled_without": "Without",
    "pooled_value": "Value",
    "pooled_tau": "τ, the standard deviation of effects between places",
    "pooled_tau_dl": "The same by DerSimonian and Laird",
    "pooled_i2": "I², the share of the spread that is not chance",
    "pooled_i2_short": "I²",
    "pooled_q": "Q, the weighted sum of squares",
    "pooled_q_p": "p of Q, were all places alike",
    "pooled_why": "Why",
    "pooled_no_share": "its outcome is no share of people",
    "pooled_no_people": "a model or a review, no study of people",
    "pooled_no_interval": "it does not say how sure its effect is",
    "pooled_same_programme": "holds one form of the programme against another",
    "pooled_same_people": "shares people with {other}",
    "pooled_forest_note": (
        "Lines are {level} intervals; that of a new place is a prediction interval."
    ),
    # caveats and notes
    "pooled_caveat_place": (
        "Plan for the whole range of {place}: one place is no average. {mean} says only how well "
        "the average is known."
    ),
    "pooled_caveat_place_none": (
        "Plan for the whole range of {place}, from worse to better: one place is no average. "
        "{mean} says only how well the average is known."
    ),
    "pooled_caveat_alike": (
        "The evaluations differ by no more than chance, so a new place is expected to be like the "
        "average; {studies} evaluations are no proof of that."
    ),
    "pooled_caveat_outcomes": "Pooled although the outcomes are unlike: {kinds}.",
    "pooled_caveat_months": "Pooled although measured after unlike times: {months}.",
    "pooled_caveat_unlike": "Pooled although unlike: the outcomes ({kinds}) and when ({months}).",
    "pooled_kinds": "{count} kinds",
    "pooled_months": "{first} to {last} months",
    "pooled_months_some_unknown": "{first} to {last} months, or not known",
    "pooled_months_or_unknown": "{months} months, or not known",
    "pooled_caveat_corrected": (
        "Nobody or everybody of an arm was reached in {studies}; half a person was added to each "
        "group."
    ),
    "pooled_caveat_few": (
        "{studies} evaluations hardly tell how far places differ; one more may change the answer."
    ),
    "pooled_caveat_no_trial": "No randomised trial: {studies}.",
    "pooled_caveat_no_trials": "{count} are no randomised trials: {studies}.",
    "pooled_trials_alone": "Trials alone: --design trial.",
    "pooled_caveat_one": "Without {study} the average would be {value}.",
    "pooled_caveat_comparators": (
        "Compared with different things, so the average holds for none of them: {comparators}."
    ),
    "pooled_caveat_many_comparators": (
        "Compared with {count} different things (in the table), so the average holds for none of "
        "them."
    ),
    "pooled_method_ratio": (
        "Random effects on the logarithm of the ratio: REML for τ², and the standard error of "
        "Hartung and Knapp, never less than the ordinary one."
    ),
    "pooled_method_points": (
        "Random effects on the difference of shares: REML for τ², and the standard error of "
        "Hartung and Knapp, never less than the ordinary one."
    ),
    "pooled_ordinary": (
        "The evaluations agree by more than chance would have them, so intervals rest on the "
        "ordinary standard error."
    ),
    "pooled_assumed_people": (
        "The people in each arm are assumed (†) in {studies}, and so is what these weigh."
    ),
    "pooled_unpublished": "What was not published is in no pool.",
}
