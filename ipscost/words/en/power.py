"""The words of power."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # the effect, within a sentence
    "power_saving": "a saving of {amount} per person",
    "power_extra": "an extra cost of {amount} per person",
    "power_benefit": "a net benefit of {amount} per person",
    "power_loss": "a net loss of {amount} per person",
    "power_difference": "a difference in {outcome} of {amount}",
    # the answer
    "power_needed": (
        "To see {effect} with a probability of {goal} (power) takes {n} people with {arm} and "
        "{controls} with {reference}."
    ),
    "power_needed_even": (
        "To see {effect} with a probability of {goal} (power) takes {n} people with {arm} and as "
        "many with {reference}."
    ),
    "power_needed_before": (
        "To see {effect} with a probability of {goal} (power) takes {n} people, measured before "
        "and after."
    ),
    "power_more": "{goal} takes {n}.",
    "power_more_never": "No number of people is enough for {goal}.",
    "power_never": (
        "No number of people is enough to see {effect} with a probability of {goal} (power): with "
        "so few sites, the difference between sites hides it."
    ),
    "power_never_small": (
        "To see {effect} with a probability of {goal} (power) takes more people than there are."
    ),
    "power_seen": "With {n} it is {power}.",
    "power_seen_assured": (
        "With {n} it is {power}, or {assurance} with the effect's own uncertainty (assurance)."
    ),
    "power_rolled": "The {n} of the rollout are too few: {power}.",
    "power_rolled_assured": (
        "The {n} of the rollout are too few: {power}, or {assurance} with the effect's own "
        "uncertainty (assurance)."
    ),
    "power_rolled_enough": "The {n} of the rollout are enough: {power}.",
    "power_rolled_enough_assured": (
        "The {n} of the rollout are enough: {power}, or {assurance} with the effect's own "
        "uncertainty (assurance)."
    ),
    "power_beside": "To see {effect} with the same probability takes {n} people.",
    "power_beside_account": "For {account} alone ({amount}) it takes {n}.",
    "power_beside_other": "For {account} alone, {effect}, it takes {n}.",
    "power_worth_most": (
        "What {n} show is worth {worth} to the choice for the next {people}, the most a study "
        "should cost."
    ),
    "power_worth_each": (
        "A study with {n} is worth {worth} for each person whom the choice is for (EVSI); for all "
        "of them add --people N --years N."
    ),
    "power_worth_none": "A study with {n} would hardly change the choice, so it is worth nothing.",
    "power_worth_next": "What {n} show is worth {worth} to the choice for the next {people}.",
    "power_worth_nothing": (
        "What {n} show would not change the choice for the next {people}, so a study is worth "
        "nothing."
    ),
    "power_unseen": (
        "How many it takes to see {effect} cannot be said: nothing is known of how much people "
        "differ in cost. Add --sd N, the standard deviation between people."
    ),
    "power_unseen_cost": (
        "How many it takes to see a saving cannot be said, since not all of the cost is known."
    ),
    "power_unseen_worth": (
        "To know the cost for certain would be worth {worth} a person (EVPI), and no study is "
        "worth more."
    ),
    "power_worth": (
        "A study with {n} is worth {worth} to the choice for {people} people a year over {years}."
    ),
    "power_left": "It costs {cost}, so {net} is left.",
    "power_left_most": ("It costs {cost}, so {net} is left, and no other size tried leaves more."),
    "power_short": "It costs {cost}, which is {net} more than it is worth.",
    "power_best": "Most is left, {net}, with about {n}.",
    "power_best_none": "No other size is worth its cost either.",
    # tables
    "title_power_outcome": "How likely a study is to see {effect}",
    "title_power": "What a study of each size sees\n{basis}",
    "title_power_sizes": "What a study of each size sees",
    "title_power_own": (
        "What the study of {n} and {controls} people could see itself\n"
        "What it found, in {currency} saved per person or in the outcome, its p value, and power"
    ),
    "power_found": "Found",
    "power_all_costs": "All costs",
    "title_power_needed": "How many people with {arm} it takes",
    "power_people": "With {arm}",
    "power_controls": "With {arm}",
    "power_power": "Power",
    "power_assurance": "Assurance",
    "power_by_welch": "Simulated",
    "power_by_bootstrap": "Bootstrap",
    "power_by_gamma": "Gamma",
    "power_half": "Interval, ±",
    "power_each": "EVSI per person",
    "power_worth_all": "Worth to all",
    "power_cost": "Cost",
    "power_net": "Left",
    "power_effect": "Effect",
    "power_goal": "{goal} power",
    "power_as_stated": "As stated: {effect}",
    "power_part": "{part} of it: {effect}",
    # caveats
    "caveat_power_before": (
        "There is nobody to compare with: whatever else changes meanwhile counts as an effect, and "
        "many start when things are at their worst, and would have got better anyway. "
        "Compare with others: --design matched."
    ),
    "caveat_power_matched": (
        "Matched, not randomised: no number of people makes up for a difference between the "
        "groups that nobody measured, and nothing here allows for one."
    ),
    "caveat_power_sites": (
        "Whole sites get it or not: {sites} sites, between which {icc} of all variance lies "
        "(--icc)."
    ),
    "caveat_power_sites_few": (
        "With only {sites} sites, between which {icc} of all variance lies (--icc), the "
        "formula promises too much; trust the simulated studies (--notes)."
    ),
    "caveat_power_staggered": (
        "All {sites} sites start in turn, and {icc} of all variance lies between them (--icc). "
        "This assumes that the effect is there at once, and that time changes all sites alike."
    ),
    "caveat_power_given": (
        "How much people differ, a standard deviation of {sd}, is what --sd says."
    ),
    "caveat_power_followed": (
        "A rough guide: people differ as much as {persons} simulated ones (standard deviation "
        "{sd}), since it was not published."
    ),
    "caveat_power_followed_lacking": (
        "How much people differ, a standard deviation of at least {sd}, was not published. It is "
        "that of {persons} simulated people, who are alike in {labels} since nothing says how they "
        "differ. So it takes more people than shown."
    ),
    "caveat_power_derived": (
        "A rough guide: how much people differ, a standard deviation of {sd}, was not published: "
        "it is derived from the uncertainty of the difference between {treated} and {control} "
        "people, taking both groups to differ as much."
    ),
    "caveat_power_partly": (
        "A rough guide: how much people differ, a standard deviation of {sd}, is stated only in "
        "part: the rest is derived from the uncertainty of the difference between {treated} and "
        "{control} people, taking both groups to differ as much."
    ),
    # notes
    "note_power": (
        "Power: the probability that a two-sided test ({error}) sees the effect with its sign, if "
        "it is as stated. The interval ({level}) reaches that far to each side."
    ),
    "note_power_assurance": (
        "Assurance: the mean of the power over the draws of the effect, as uncertain as it is in "
        "the scenario. Where the effect may be nothing, no number of people brings it near 100%."
    ),
    "note_power_apart": (
        "People differ by a standard deviation of {sd} (heterogeneity), and the effect itself is "
        "unsure by one of {unsure} (uncertainty of the numbers). More people leave less to chance "
        "in their mean, and change neither of these."
    ),
    "note_power_two": "Two groups, between which chance decides (--design two-arms).",
    "note_power_matched": "People with it, and others who are like them (--design matched).",
    "note_power_clusters": "Chance decides which sites get it (--design clusters).",
    "note_power_staggered": "Chance decides which sites start when (--design staggered).",
    "note_power_before": "The same people before and after (--design before-after).",
    "note_power_evsi": (
        "EVSI, the expected value of sample information: what it is worth per person to choose "
        "after the study instead of now, by a spline regression of the net benefit on what the "
        "study would find. “Left” is that for all people, less the cost of "
        "the study (ENBS, the expected net benefit of sampling)."
    ),
    "note_power_no_costs": (
        "What the study costs was not stated: --cost-fixed MONEY --cost-person MONEY"
    ),
    "note_power_worth_before": (
        "What the study is worth is not told: before and after alone cannot say what the "
        "intervention does."
    ),
    "note_power_worth_outcome": (
        "To say what the study is worth takes what one more of the outcome is worth: --wtp N"
    ),
    "note_power_worth_draws": (
        "To say what the study is worth takes an effect with a stated uncertainty, and {least} "
        "draws or more."
    ),
    "note_power_rolled": (
        "What the study is worth is that of choosing whether to roll out after it instead of now, "
        "at the costs of the rollout itself (ipscost budget), which are no part of the saving that "
        "the study sees. Those who start after it benefit."
    ),
    "note_power_alike": (
        "Alike for all simulated people, since nothing says how they differ: {labels}."
    ),
    "note_power_lacking": (
        "No stated uncertainty, and so no part in the derived spread between people: {labels}."
    ),
    "note_power_correlation": (
        "Correlation between a person's cost and effect: {rho} (another: --correlation R)."
    ),
    "note_power_checked": (
        "Simulated: the share of up to {studies} drawn studies that see the effect, by Welch's "
        "test, or of counts. Costs are skewed (gamma) where their level is known, else normal; "
        "means of sites are normal."
    ),
    "note_power_bootstrap": (
        "Bootstrap: the same studies by percentiles of the difference in {samples} samples of each."
    ),
    "note_power_gamma": (
        "Gamma (regression): the same studies by the ratio of the means, with a logarithmic link "
        "and Pearson's dispersion."
    ),
    "note_power_no_gamma": (
        "No gamma regression: it takes a cost that is never negative, with a level that is known "
        "in both groups."
    ),
    "note_power_not_drawn": (
        "Not simulated, since it would take too long or there is no variance: {sizes}."
    ),
    "note_power_alone": (
        "Numbers of people are those followed to the end: add those who drop out."
    ),
}
