"""The words of evidence."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # the sentences
    "evidence_head": (
        "{studies} published evaluations (countries: {countries}, randomised trials: {trials})."
    ),
    "evidence_head_none": (
        "No published evaluation here holds the programme against something else."
    ),
    "evidence_head_one": "1 published evaluation.",
    "evidence_effects": (
        "Risk ratio: the {level} interval lies wholly above 1 in {above} of the {intervals} that "
        "have one, wholly below in {below}, and includes 1 (no effect) in {around}."
    ),
    "evidence_effect_above": "Risk ratio: the only {level} interval lies wholly above 1.",
    "evidence_effect_below": "Risk ratio: the only {level} interval lies wholly below 1.",
    "evidence_effect_around": "Risk ratio: the only {level} interval includes 1 (no effect).",
    "evidence_effects_assumed": (
        "In {assumed} of them the people in each arm are assumed (†): the total alone was seen."
    ),
    "evidence_costs": (
        "Cost difference: from {low} to {high} {currency} per person, {year} prices, over "
        "different horizons in the {count} that leave nothing out and have a price year ({sure} "
        "with an interval)."
    ),
    "evidence_costs_one": (
        "Cost difference: {low} {currency} per person, {year} prices, in the 1 that leaves nothing "
        "out and has a price year ({sure} with an interval)."
    ),
    "evidence_costs_own": "In their own money: {own}.",
    # tables
    "evidence_title_short": (
        "What published evaluations found\n"
        "Cost: + is dearer; {currency} of {year}, or its own money if its price year is not "
        "known.\n"
        "mo: cost/outcome; %: with/without; RR: risk ratio; {around} interval includes 0; "
        "{none} no interval; * incomplete"
    ),
    "evidence_apart": "Below the line, not counted: one form of the programme against another",
    "evidence_title_studies": "Whom the evaluations are about, and whose money",
    "evidence_title_outcomes": "What was reached, with {level} intervals",
    "evidence_title_costs": (
        "Cost difference per person over the horizon, with {level} intervals\n"
        "+ is dearer than the comparator; {currency} of {year} where the price year is known"
    ),
    "evidence_study": "Evaluation",
    "evidence_comparator": "Comparator",
    "evidence_comparator_short": "Against",
    "evidence_group": "Group",
    "evidence_design": "Design",
    "evidence_n": "People",
    "evidence_months": "Months",
    "evidence_months_short": "mo",
    "evidence_whose": "Whose cost or saving",
    "evidence_outcome": "Outcome",
    "evidence_outcome_after": "{label} ({months} months)",
    "evidence_reached": "With",
    "evidence_control": "Without",
    "evidence_levels_short": "%",
    "evidence_ratio": "Risk ratio",
    "evidence_ratio_short": "RR",
    "evidence_ends_short": "{level}",
    "evidence_difference": "Difference",
    "evidence_effect": "Effect",
    "evidence_cost_short": "Cost",
    "evidence_own": "In own money",
    "evidence_money": "Money",
    "evidence_in_money": "{currency} of {year}",
    "evidence_other_ways": "Two other ways",
    "evidence_sure": "Mark",
    "evidence_sure_verified": "verified",
    "evidence_sure_secondary": "second-hand",
    "evidence_sure_abstract": "abstract",
    "evidence_sure_derived": "derived",
    "evidence_sure_assumed": "assumed",
    "evidence_against": "{study} v {comparator}",
    "design_trial": "randomised trial",
    "design_matched": "matched comparison",
    "design_cohort": "cohort",
    "design_model": "modelling study",
    "design_meta_analysis": "meta-analysis",
    # caveats and notes
    "evidence_votes": (
        "Signs are not votes: comparators, outcomes, horizons and what is counted differ."
    ),
    "evidence_doubtful": "Doubts about what is printed in {doubted} of {studies}: see --notes.",
    "evidence_same_people": "The same people, counted once among trials and intervals: {rows}.",
    "evidence_assumed": "The interval of {study} rests on an assumption: {text}",
    "evidence_apart_note": (
        "One form of the programme against another: {studies}. That says nothing of what the "
        "programme does against something else, and counts in no sentence and no pool."
    ),
    "evidence_doubt": "Doubts about {study}: {text}",
    "evidence_comparator_note": "{study} against {comparator}: {text}",
    "evidence_not_converted": "{study} stands in its own money: {why}.",
    "evidence_no_year": "In their own money, since the price year is not known: {studies}.",
    "evidence_ways": (
        "Money goes to the reader by {way}; the two other ways stand beside it, up to {most} apart "
        "({study}). Purchasing power is that of all of GDP, not of health care or wages."
    ),
    "evidence_one_way": "Money goes to the reader by {way}.",
    "evidence_prices_then_ppp": "the evaluation's own prices, then purchasing power (PPP)",
    "evidence_effects_note": (
        "Intervals of ratios and differences of shares are the publication's where the file states "
        "them; otherwise they are worked out at {level} from the people of each arm. Where the "
        "people are not known there is none."
    ),
    "evidence_marks": (
        "The mark is that of the least sure number in a row: verified (read in the source), "
        "second-hand, from an abstract, derived by arithmetic, or assumed. * leaves out something "
        "that is not known."
    ),
    "evidence_order": (
        "In order of design (trials, matched comparisons, cohorts, models, meta-analyses), then of "
        "size, the largest first."
    ),
    "evidence_run": (
        "Each evaluation is a scenario, run by itself in its own money ({draws} draws, seed "
        "{seed}); ipscost explain NAME lists its numbers, and traces each of them to its source."
    ),
    # the picture
    "forest_risk_ratio": "Risk ratio in published evaluations",
    "forest_odds_ratio": "Odds ratio in published evaluations",
    "forest_difference": "Difference of shares in published evaluations",
    "forest_axis_risk_ratio": (
        "Risk ratio; right of 1 more reach the outcome than with the comparator"
    ),
    "forest_axis_odds_ratio": (
        "Odds ratio; right of 1 more reach the outcome than with the comparator"
    ),
    "forest_axis_difference": (
        "Percentage points; right of 0 more reach the outcome than with the comparator"
    ),
    "forest_open": "A hollow mark has no interval.",
    "forest_assumed": "† The people in each arm are assumed.",
    "forest_note": "Lines are {level} intervals. Outcomes and months differ from row to row.",
}
