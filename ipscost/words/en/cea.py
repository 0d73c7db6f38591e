"""The words of cea."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # units in a sentence
    "cea_per": "{money} per {one}",
    # the headline: costs and effects
    "cea_odds": (
        "The probability that {arm} costs less is {cheaper}, that it achieves more {better}, and "
        "that it does both {both}."
    ),
    # the headline: dominance and ratios
    "cea_pair": "{arm} compared with {versus}",
    "cea_doubts_few": "But from {draws} draws none of this is clear.",
    "cea_doubts_cost": (
        "Not clear, since the interval of the difference in cost includes 0: {pairs}."
    ),
    "cea_doubts_effect": (
        "Not clear, since the interval of the difference in effect includes 0: {pairs}."
    ),
    "cea_doubts_both": (
        "Not clear, since the intervals of both differences, in cost and in effect, include 0: "
        "{pairs}."
    ),
    "cea_doubts_many_cost": (
        "Of these comparisons {count} are not clear, since the interval of the difference in cost "
        "includes 0."
    ),
    "cea_doubts_many_effect": (
        "Of these comparisons {count} are not clear, since the interval of the difference in "
        "effect includes 0."
    ),
    "cea_doubts_many_both": (
        "Of these comparisons {count} are not clear, since the intervals of both differences, in "
        "cost and in effect, include 0."
    ),
    "cea_same": "On expected values, {arm} and {other} cost and achieve the same.",
    "cea_all_dominated": (
        "On expected values, {arm} dominates every other arm: none costs less or achieves more."
    ),
    "cea_frontier": (
        "On the efficiency frontier, from the least to the most costly, are {arms}; in brackets "
        "the ICER compared with the one before, per {one}."
    ),
    "cea_off_many_dominated": "{count} arms are dominated.",
    "cea_off_many_extended": "{count} arms are extendedly dominated.",
    "cea_off_many_same": "{count} arms are the same as another.",
    "cea_off_dominated": "Dominated: {arms}.",
    "cea_off_extended": "Extendedly dominated: {arms}.",
    "cea_off_same": "The same as another: {arms}.",
    # the headline: net benefit
    "cea_at_pair_more": "at {worth} it is {amount}",
    "cea_at_best_more": "at {worth} {arm} has",
    "cea_at_as_good": "as good: that is the ICER",
    "cea_most_often": (
        "{other} is the best in more of the draws ({probability}), but by less: on average {arm} "
        "is better."
    ),
    "cea_as_good": "At {worth} {arm} is as good as {others}.",
    "cea_as_good_icer": "At {worth} {arm} is as good as {others}: that is the ICER.",
    "cea_less_than_one": "less than {amount}",
    "cea_course": (
        "From {low} to {high} the probability that {arm} has the highest net benefit goes from "
        "{first} to {last}."
    ),
    "cea_course_flat": (
        "From {low} to {high} the probability that {arm} has the highest net benefit is {first} "
        "throughout."
    ),
    "cea_cost_fixed": (
        "No uncertainty of the costs is stated, so intervals and probabilities leave it out."
    ),
    "cea_effect_fixed": (
        "No uncertainty of the effects is stated, so intervals and probabilities leave it out."
    ),
    "cea_unsure": (
        "How sure this is cannot be said: nothing that counts here has a stated uncertainty."
    ),
    # tables
    "title_cea": "Costs and effects, {currency} per person over {horizon}, {year}\n{seen}",
    "title_cea_file": "Costs and effects, {currency} per person, {year}",
    "title_cea_bare": "Costs and effects",
    "cea_effect_is": "Effect: {label}.",
    "cea_signs": "Differences are compared with {reference}",
    "title_incremental": (
        "Incremental analysis, from the least to the most costly\neach arm compared with the next "
        "less effective one on the frontier,\na dominated arm with the one that dominates it"
    ),
    "title_benefit": "Net benefit of each arm compared with {reference}, at {worth}",
    "title_benefit_several": (
        "Net benefit of each arm compared with {reference}\nby what one {one} is worth"
    ),
    "title_benefit_several_money": (
        "Net benefit of each arm compared with {reference}\nby what one {one} is worth, in {money}"
    ),
    "title_plane": (
        "Cost-effectiveness plane: share of the draws, each arm compared with {reference}"
    ),
    "title_acceptability": (
        "Acceptability: the probability that an arm has the highest net benefit\nby what one {one} "
        "is worth"
    ),
    "title_acceptability_money": (
        "Acceptability: the probability that an arm has the highest net benefit\nby what one {one} "
        "is worth, in {money}"
    ),
    "title_loss": (
        "Expected loss of each choice, and the value of perfect information (EVPI)\nper "
        "person, by what one {one} is worth"
    ),
    "title_loss_money": (
        "Expected loss of each choice, and the value of perfect information (EVPI)\n{money} per "
        "person, by what one {one} is worth"
    ),
    "cea_arm": "Arm",
    "cea_cost": "Cost",
    "cea_effect": "Effect",
    "cea_incremental_cost": "Incremental cost{level}",
    "cea_incremental_effect": "Incremental effect{level}",
    "cea_level": " ({level} interval)",
    "cea_against": "Compared with",
    "cea_step_cost": "Incremental cost",
    "cea_step_effect": "Incremental effect",
    "cea_icer": "ICER",
    "cea_icer_in": "ICER, {unit}",
    "cea_icer_unit": "ICER in {unit}",
    "cea_on_frontier": "On the frontier",
    "cea_least_costly": "least costly",
    "cea_dominant": "dominates",
    "cea_dominated": "dominated",
    "cea_extendedly_dominated": "extendedly dominated",
    "cea_extended": "extendedly dominated",
    "cea_equal": "the same",
    "cea_nmb": "Net monetary benefit{level}",
    "cea_nhb": "Net health benefit{level}",
    "cea_neb": "Net benefit in effect{level}",
    "cea_probability_better": "Probability of a benefit",
    "cea_ne": "Dearer, more effect",
    "cea_se": "Cheaper, more effect",
    "cea_sw": "Cheaper, less effect",
    "cea_nw": "Dearer, less effect",
    "cea_n": "Dearer, same effect",
    "cea_s": "Cheaper, same effect",
    "cea_e": "Same cost, more effect",
    "cea_w": "Same cost, less effect",
    "cea_origin": "Same cost and effect",
    "cea_threshold": "Threshold",
    "cea_best_arm": "Highest expected",
    "cea_best_probability": "Its probability",
    "cea_evpi": "EVPI",
    "cea_arms_by_threshold": "The probability of each arm, at some of these thresholds",
    "cea_losses_by_threshold": "The expected loss of each arm, at the same thresholds",
}
