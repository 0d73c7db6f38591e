"""The words of the sheet of cycles of a workbook."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "book_cycles": "Cycles",
    "book_cycles_people": (
        "The people of each arm, moved through the states: a row is a point of time, with the "
        "share of people in each state then and the probabilities of the cycle that follows."
    ),
    "book_cycles_amounts": (
        "What is counted at a point is people x cycles counted x discount factor; costs and "
        "outcomes are that x their number. The sums below each arm are what the sheet Model "
        "multiplies with."
    ),
    "book_cycles_fixed": (
        "Grey numbers are fixed here: cycles, states, ladders and months follow from the "
        "scenario, and a change of them needs a new workbook."
    ),
    "book_weight_points": "Cycles counted",
    "book_weight_cycles": "Cycles counted, moves",
    "book_counted_outcome": "{what}, as outcome",
    "book_counted_plain": "{what}, not discounted",
    "book_section_time": "Time",
    "book_section_weight": "What a row counts (fixed here)",
    "book_section_factor": "Discount factors",
    "book_section_left": "Effect",
    "book_section_level": "Numbers behind the moves",
    "book_section_exit": "Probability in the cycle that follows",
    "book_section_people": "Share of people in each state",
    "book_section_never": "Share never there yet",
    "book_section_clock": "Share by time on the ladder",
    "book_section_age": "Share by time since entry",
    "book_section_band": "Share that is counted of those in a state",
    "book_section_counted": "Counted: people x cycles x discount factor",
    "book_section_cost": "Costs per person, discounted",
    "book_section_outcome": "Outcomes per person, discounted where they are",
    "book_cycle_arm": "Arm",
    "book_cycle_cycle": "Cycles since the start",
    "book_cycle_years": "Years since the start",
    "book_cycle_sum": "Sum",
    "book_cycle_factor_cost": "Costs",
    "book_cycle_factor_outcome": "Outcomes",
    "book_cycle_factor_cost_mean": "Costs, mean of the cycle that follows",
    "book_cycle_factor_outcome_mean": "Outcomes, mean of the cycle that follows",
    "book_weight_of": "Counted for: {label}",
    "book_weight_part": "Cycles counted, part {part}: {label}",
    "book_effect_left": "Share of the difference between the arms that lasts",
    "book_level_hazard": "{label}: rate over {time}",
    "book_level_probability": "{label}: probability over {time}",
    "book_time_week": "a week",
    "book_time_month": "a month",
    "book_time_year": "a year",
    "book_time_months": "{months} months",
    "book_stated_together": "{state}: all probabilities in {time}",
    "book_hazards_together": "{state}: all rates in a cycle",
    "book_before_scaling": "{state}: sum that must not exceed 1",
    "book_goes": "{origin} → {target}",
    "book_stays": "{state}: stays",
    "book_everybody": "Everybody",
    "book_never_yet": "{state}, never yet in: {others}",
    "book_clock": "{state}, {weeks} weeks",
    "book_clock_in": "{state}, {weeks} weeks, began on the ladder",
    "book_clock_out": "{state}, {weeks} weeks, began elsewhere",
    "book_clock_last": "{state}, {weeks} weeks or more",
    "book_clock_last_in": "{state}, {weeks} weeks or more, began on the ladder",
    "book_clock_last_out": "{state}, {weeks} weeks or more, began elsewhere",
    "book_since_entry": "{state}, cycle {n} since entry",
    "book_column_band": "{state}, part {part}: {label}",
    "book_counted_start": "At the start",
    "book_counted_ever": "Ever in {states}",
    "book_counted_of": "{what}: {label}",
    "book_months_after": "Goes on after month {month}",
    "book_months_of_rate": "Months of a rate",
    "book_test_cycles": "{label}, {arm}: the column on Cycles and the row on Model",
    "book_how_cycles": "level x Cycles",
    "book_how_below": "sum of rows below",
    "book_how_rate": "rate of other rows",
    "book_test_fewest": "Fewest people in a row of Cycles, of a million",
    "book_test_most": "Most people in a row of Cycles, of a million",
    "book_test_unlikely": "Least probability on Cycles or 0, x a million",
    "book_test_likely": "Largest probability on Cycles or 1, x a million",
    "book_states_model_about": (
        "How inputs become costs: one row for each category and arm. What hangs on states is "
        "its level in a cycle x the discounted cycles that the sheet Cycles counts; rates are "
        "of the rows above them. Then the difference from the reference arm, what counts, and "
        "who pays."
    ),
    "book_states_column_weight": "Discounted months or cycles",
    "book_fixed_here": "fixed here",
    "book_checks_draws": "At the stated values, and over the draws",
    "book_checks_draws_about": (
        "Of a model, ipscost shows the result with every number at its stated value, and so "
        "does this workbook. The mean of the draws is another number, since a model is not "
        "linear in its numbers and a ratio stated with an interval is the median of its draws; "
        "it does not move."
    ),
    "book_column_at_stated": "At the stated values",
    "book_column_mean_of_draws": "Mean of {draws} draws",
    "book_goes_on": (
        "{label} goes on after month {month}: its present value counts those "
        "months too, as Months has them"
    ),
}
