"""The words of analyse."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # the headline
    "analyse_matched": "Matched, not randomised: {text}",
    "analyse_observed": "Observed, not randomised: {text}",
    "analyse_self": "Before and after, not randomised: {text}",
    "analyse_alone": (
        "{arm} costs {whom} {amount} per person over {horizon}{interval}, in {year}. There is "
        "nobody in the data to compare with."
    ),
    "analyse_partial": (
        "What {arm} costs in all cannot be said: neither the data nor the model file has {labels}."
    ),
    "analyse_effect": "The difference in {outcome} is {amount}{interval}.",
    "analyse_limits": " ({low} to {high})",
    "analyse_icer": "That is {ratio} per extra {one}.",
    "analyse_benefit": "At {worth}, the net benefit is {amount} per person{interval}.",
    "analyse_benefit_odds": (
        "At {worth}, the net benefit is {amount} per person{interval}, positive with a probability "
        "of {odds}."
    ),
    "analyse_people": "There are {people} people in the data, and nothing is missing.",
    "analyse_people_cut_off": (
        "There are {people} people in the data; nothing is missing but what came after some of "
        "them were cut off."
    ),
    "analyse_people_imputed": (
        "{lacking} of {people} people lack something, imputed {times} times."
    ),
    "analyse_people_imputed_some": (
        "There are {people} people in the data; what some of them lack was imputed {times} times."
    ),
    # tables
    "title_analyse": (
        "{title}\n{arm} compared with {reference}\n"
        "{currency} per person over {horizon}, {year}, {seen}"
    ),
    "title_analyse_alone": "{title}\n{arm}\n{currency} per person over {horizon}, {year}, {seen}",
    "title_analyse_payers": "What each payer saves with {arm}, transfers included",
    "title_analyse_ways": "What the method changes: {arm} compared with {reference}",
    "title_analyse_people": "People in the data",
    "title_analyse_lacking": "How many people lack each column",
    "title_analyse_pooled": "How much missing data cost each estimate, with {times} imputations",
    "title_analyse_balance": (
        "Standardised differences between {arm} and {reference}, before and after weighting"
    ),
    "analyse_icer_saved": "{ratio} saved for each lost",
    "analyse_method": "Method",
    "analyse_cost": "Cost",
    "analyse_arm": "Arm",
    "analyse_column": "Column",
    "analyse_people_column": "People",
    "analyse_seen": "Lack nothing",
    "analyse_cut_off": "Censored",
    "analyse_held": "held back",
    "analyse_se": "Standard error",
    "analyse_missing": "Missing information",
    "analyse_error": "Monte Carlo error / standard error",
    "analyse_before": "Before",
    "analyse_after": "After",
    # methods
    "analyse_way_main": "Main analysis",
    "analyse_way_complete": "Complete cases",
    "analyse_way_unadjusted": "Unadjusted",
    "analyse_way_gamma": "Gamma regression",
    "analyse_way_two_part": "Two-part model",
    "analyse_way_unweighted": "Without weights",
    "analyse_way_resampled": "Bootstrap interval",
    "analyse_way_by_rubin": "Interval by Student's t",
    "analyse_way_independent": "Ignoring sites",
    "analyse_way_uncut": "Ignoring censoring",
    "analyse_way_bang_tsiatis": "Censoring: Bang-Tsiatis",
    "analyse_way_zhao_tian": "Censoring: Zhao-Tian",
    "analyse_way_shifted": "{label} {by} where imputed",
    "analyse_way_shifted_arm": "{label} {by} where imputed, {arm}",
    # caveats
    "analyse_doubt": "Worth checking in the data: {text}.",
    "analyse_doubt_more": "Worth checking in the data: {text}. {count} more: --notes.",
    "caveat_analyse_matched": (
        "No matching or weighting makes up for a difference between the groups that nobody "
        "measured."
    ),
    "caveat_analyse_observed": (
        "Those who got it may differ from the others in ways that nobody measured, and no weights "
        "make up for that."
    ),
    "caveat_analyse_self": (
        "There is nobody to compare with: whatever else changed meanwhile counts as an effect, "
        "and many start when things are at their worst, and would have got better anyway."
    ),
    "caveat_analyse_unbalanced": (
        "The groups still differ by more than {limit} standard deviations ({arm}): {columns}."
    ),
    "caveat_analyse_e_value": (
        "Something unmeasured could explain the difference in cost away only if it went with both "
        "arm and cost by a risk ratio of {value} ({limit} for the interval): the E-value, "
        "approximate for costs."
    ),
    "caveat_analyse_cut_off": (
        "Some people were cut off before the end (censored). Those followed longer stand in for "
        "them, which holds if being cut off has nothing to do with cost."
    ),
    "caveat_analyse_missing": (
        "What is missing was imputed as if people who lack it were like others of their arm with "
        "the same data. See what changes if they are not: --mnar cost:+10%."
    ),
    "caveat_analyse_missing_shifted": (
        "What is missing was imputed as if people who lack it were like others of their arm with "
        "the same data; see what changes if they are not: --only methods."
    ),
    "caveat_analyse_not_enough": (
        "{times} imputations are not enough for the last digits: another seed gives slightly "
        "different numbers."
    ),
    "caveat_analyse_method": (
        "The conclusion depends on the method: with “{method}” the difference in cost is "
        "{amount}{interval} (--only methods)."
    ),
    "caveat_analyse_method_effect": (
        "The conclusion on the outcome depends on the method: {amount}{interval} with “{method}” "
        "(--only methods)."
    ),
    "caveat_analyse_methods": (
        "Other methods put the difference in cost between {low} (“{lowest}”) and {high} "
        "(“{highest}”): --only methods."
    ),
    "caveat_analyse_methods_one": (
        "With “{lowest}” the difference in cost is {low} (--only methods)."
    ),
    "analyse_of_arm": "{arm}: {text}",
    "caveat_analyse_sites": (
        "With only {sites} sites the interval is usually too narrow: so few say little about how "
        "sites differ."
    ),
    "caveat_analyse_stated": "Not in the data but taken from the model file (†): {labels}.",
    "caveat_analyse_by_weeks": (
        "Worked out by the model from the register weeks and its amounts (†): {labels}."
    ),
    "caveat_analyse_unknown": "Not known, and so missing from the total: {labels}.",
    "caveat_analyse_few": (
        "With {people} people in an arm, a few expensive ones weigh heavily: compare with "
        "--interval bootstrap."
    ),
    "caveat_analyse_few_have": (
        "Fewer than {least} people of an arm have any of {labels}, or all but so few have it: the "
        "mean tells of these few. Do not pass it on; count it with something that more people have."
    ),
    # notes
    "note_analyse_mean": "Means of the people in the data, with the standard error of a mean.",
    "note_analyse_regression": (
        "Seemingly unrelated regressions of cost and outcomes on the arm, each adjusted for what "
        "was measured before (columns: {columns}). Categories add up to the total."
    ),
    "note_analyse_regression_bare": (
        "Seemingly unrelated regressions of cost and outcomes on the arm, adjusted for nothing. "
        "Categories add up to the total."
    ),
    "note_analyse_imputation": (
        "What is missing was imputed {times} times by chained equations with predictive mean "
        "matching, each arm by itself, from all columns of the model file."
    ),
    "note_analyse_enough": (
        "{times} imputations bring the Monte Carlo error of each estimate to at most {share} of "
        "its standard error; with few imputations another seed gives another answer "
        "(--imputations N sets them)."
    ),
    "note_analyse_rubin": (
        "Intervals by Rubin's rules, with the degrees of freedom of Barnard and Rubin."
    ),
    "note_analyse_student": "Intervals by Student's t distribution.",
    "note_analyse_brand": (
        "Intervals are percentiles of {samples} bootstrap samples, each imputed once (Brand et "
        "al. 2019)."
    ),
    "note_analyse_bootstrap": (
        "Intervals are percentiles of {samples} bootstrap samples of people, drawn by arm."
    ),
    "note_analyse_two_stage": (
        "Intervals are percentiles of {samples} bootstrap samples in two stages: sites, then "
        "people in them."
    ),
    "note_analyse_robust": (
        "Standard errors count that people of one of the {sites} sites are alike (cluster-robust, "
        "CR1)."
    ),
    "note_analyse_weights_overlap": (
        "Overlap weights: people count more the more likely each arm was for them. Weighted, "
        "{arm} counts as {treated} people and {reference} as {control}. That they are estimated "
        "is not counted, which usually makes intervals a little too wide."
    ),
    "note_analyse_weights_entropy": (
        "Entropy balancing: people with {reference} are weighted until their means are those of "
        "people with {arm}. Weighted, {arm} counts as {treated} people and {reference} as "
        "{control}."
    ),
    "note_analyse_weights_none": (
        "No weights: {arm} counts as {treated} people and {reference} as {control}."
    ),
    "note_analyse_complete": "Complete cases: only people who lack nothing.",
    "note_analyse_gamma": (
        "Gamma regression: a generalised linear model of cost with a log link; the difference is "
        "that of the means it predicts for everybody with and without."
    ),
    "note_analyse_no_gamma": (
        "There is no gamma regression for comparison: it takes no negative costs, no censoring "
        "and no sites."
    ),
    "note_analyse_two_part": (
        "Two-part model: whether there is a cost at all by logistic, and how high it is by gamma "
        "regression."
    ),
    "note_analyse_not_weighted": (
        "The unadjusted difference, gamma regression and the two-part model are without weights."
    ),
    "note_analyse_shifted": (
        "Where imputed: what was imputed, and only that, is made higher or lower, in every "
        "arm or in the one that is named (missing not at random)."
    ),
    "note_analyse_independent": "Ignoring sites: the same as if people of one site were not alike.",
    "note_analyse_bang_tsiatis": (
        "Bang and Tsiatis (2000): people seen whole count for those cut off, by the probability "
        "of not yet being cut off."
    ),
    "note_analyse_zhao_tian": (
        "Zhao and Tian (2001): the same, which also takes in what people cost before they were "
        "cut off."
    ),
    "note_analyse_held": (
        "{count} counts are held back: those of fewer than {least} people, and those from which "
        "they could be computed (--min-cell)."
    ),
    "note_analyse_private": (
        "Nothing leaves this machine, and only groups are shown: no person's values, no lowest "
        "and no highest."
    ),
    # the scenario that comes out
    "waiting": "Computing: {seconds} s",
    "analyse_wrote": (
        "Wrote {file}: a scenario with these numbers, for check, simulate, budget and report."
    ),
    "analyse_scenario_comment": (
        "Written by ipscost analyse {version} on {date} from individual data; the numbers marked "
        "with the source {source} are estimates from them."
    ),
    "analyse_scenario_cite": "Own data, analysed on {date} (file {file}, SHA-256 {digest})",
    "analyse_scenario_note": (
        "Individual data of {people} people, {design}, by ipscost analyse {version}. {method}"
    ),
    "analyse_design_random": "randomised",
    "analyse_design_matched": "matched, not randomised",
    "analyse_design_observed": "observed, not randomised",
    "analyse_design_self": "before and after, not randomised",
    "analyse_scenario_people": "the people of the data",
    "analyse_scenario_together": "Differences of one and the same people",
}
