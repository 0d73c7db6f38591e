"""The words of the workbook: sheets, headings, what stands in them, and of importing it."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # sheets
    "book_inputs": "Inputs",
    "book_results": "Results",
    "book_model": "Model",
    "book_months": "Months",
    "book_sensitivity": "Sensitivity",
    "book_uncertainty": "Uncertainty",
    "book_checks": "Checks",
    "book_record": "Record",
    # inputs
    "book_use": "{label}, use",
    "book_inputs_about": (
        "Change the yellow cells: all sheets follow, and what you changed turns red. The pale "
        "cells beside them may be changed too: the low and high ends that Sensitivity uses, and "
        "your own note. Then save, and let ipscost import make a scenario of it."
    ),
    "book_general": "In general",
    "book_people": "For how many people",
    "book_persons": "people",
    "book_rate_cost": "Discount rate of costs",
    "book_rate_outcome": "Discount rate of outcomes",
    "book_a_year": "share a year",
    "book_share": "share",
    "book_paid_by": "{label}: paid by",
    "book_column_input": "Input",
    "book_column_value": "Value",
    "book_column_unit": "Unit",
    "book_column_low": "Low",
    "book_column_high": "High",
    "book_column_expected": "Expected value",
    "book_column_before": "In the file",
    "book_column_sure": "How sure",
    "book_column_source": "Source",
    "book_column_line": "Line",
    "book_column_note": "Note",
    "book_column_own_note": "Your note",
    "book_sure_verified": "verified",
    "book_sure_secondary": "secondary",
    "book_sure_abstract": "abstract",
    "book_sure_derived": "derived",
    "book_sure_assumed": "assumed",
    # months
    "book_months_about": (
        "When costs and outcomes fall, and what they are worth now. Each month is discounted at "
        "its middle. The sums above the months are what the sheet Model multiplies with."
    ),
    "book_months_sum": "Months, undiscounted",
    "book_months_cost": "Months, discounted as costs",
    "book_months_outcome": "Months, discounted as outcomes",
    "book_month": "Month",
    "book_middle": "Years to its middle",
    "book_factor_cost": "Discount factor, costs",
    "book_factor_outcome": "Discount factor, outcomes",
    "book_profile_spread": "Spread over months {first} to {last}",
    "book_profile_monthly": "Each month from {first} to {last}",
    "book_profile_never": "In force in none of the months",
    "book_profile_weights": "Weights of the file",
    "book_profile_end": "At the end",
    # model
    "book_model_about": (
        "How inputs become costs: one row for each category and arm. From left to right: the "
        "number, what it is multiplied by, its level, its difference from the reference arm, what "
        "the months make of it, what counts, and who pays."
    ),
    "book_prices": "How money becomes {money}",
    "book_column_from": "From",
    "book_column_to": "To",
    "book_column_factor": "Times",
    "book_assumed_prices": "assumed",
    "book_costs_per_person": "Costs per person, {money}",
    "book_outcomes_per_person": "Outcomes per person",
    "book_column_cost": "Cost",
    "book_column_outcome": "Outcome",
    "book_column_arm": "Arm",
    "book_column_how": "Stated as",
    "book_column_number": "Number",
    "book_column_price": "Price",
    "book_column_level": "Level",
    "book_column_change": "Difference",
    "book_column_months": "Months",
    "book_column_weight": "Discounted months",
    "book_column_present": "Level, present value",
    "book_column_difference": "Difference, present value",
    "book_column_share": "Share that counts",
    "book_column_counted": "Difference that counts",
    "book_paid": "Paid by {payer}",
    "book_how_mean": "level",
    "book_how_difference": "difference from {reference}",
    "book_how_ratio": "ratio to {reference}",
    "book_how_unknown": "not known",
    "book_how_nothing": "not stated",
    "book_unknown": "not known",
    # results
    "book_answer_saves": (
        "{arm} is expected to save {amount} {money} per person over {horizon} compared with "
        "{reference}, in {year}."
    ),
    "book_answer_costs": (
        "{arm} is expected to cost {amount} {money} more per person over {horizon} compared with "
        "{reference}, in {year}."
    ),
    "book_answer_all": "For {people} people that is {all} {money}",
    "book_answer_partial": (
        "What {arm} saves, compared with {reference}, is not known: some costs are not. Sums with "
        "a star hold what is known."
    ),
    "book_star": "* Incomplete: a part of this sum is not known.",
    "book_as_in_file": "All inputs are as in the file.",
    "book_inputs_changed": "{count} of the inputs are not as in the file.",
    "book_now_saves": "{arm} is expected to save {amount} {money} per person",
    "book_now_costs": "{arm} is expected to cost {amount} {money} more per person",
    "book_results_costs": (
        "Costs: {arm} and {reference}, {money} per person over {horizon}, discounted"
    ),
    "book_results_payers": "Who gains and who pays",
    "book_results_outcomes": "Outcomes",
    "book_column_change_shown": "Difference",
    "book_column_saving_all": "Saving for all people",
    "book_column_part": "Share of the total",
    "book_column_payer": "Payer",
    "book_column_saved": "Saving",
    "book_column_transfers": "Transfers",
    "book_column_budget": "Budget",
    "book_column_saved_all": "For all people",
    "book_column_all": "For all people",
    "book_saving": "Saving",
    # sensitivity
    "book_sensitivity_about": (
        "One input at a time: what is saved with it at its low and at its high end, all others as "
        "on the sheet Inputs. It moves with them. The slope is how much more is saved for one more "
        "of the input. Rows in grey, if any, are values that ipscost computed from the file, and "
        "do not move."
    ),
    "book_sensitivity_of": "{arm}: saving, {money} per person over {horizon}",
    "book_column_at_low": "Saving at low",
    "book_column_at_now": "Saving now",
    "book_column_at_high": "Saving at high",
    "book_column_width": "Width",
    "book_column_slope": "Slope",
    "book_fixed_value": "{label} (a value, which does not move)",
    # uncertainty
    "book_uncertainty_about": (
        "Values, which do not move: what ipscost found in {draws} draws of all uncertain numbers, "
        "with the inputs of the file."
    ),
    "book_uncertainty_old": (
        "Inputs have been changed: these values are those of the file as it was. Import the "
        "workbook and simulate it for new ones."
    ),
    "book_uncertainty_of": "{arm}, {money} per person",
    "book_column_what": "What",
    "book_column_mean": "Expected",
    "book_column_interval_low": "{level}% interval from",
    "book_column_interval_high": "to",
    "book_column_chance": "Probability that it is above 0",
    "book_saved_by": "Saving of {payer}",
    "book_more_of": "More of: {outcome} ({unit})",
    # checks
    "book_checks_about": (
        "The workbook against ipscost, as long as no input is changed; and tests that every model "
        "must pass, whatever the inputs are. Amounts within 0.005 of each other count as the "
        "same; outcomes and shares within a millionth."
    ),
    "book_checks_values": "The workbook and ipscost",
    "book_checks_tests": "Tests that hold for any inputs",
    "book_checks_categories": "The model once more, category by category",
    "book_column_check": "Check",
    "book_column_here": "Workbook",
    "book_column_there": "Should be",
    "book_column_apart": "Apart",
    "book_column_verdict": "Verdict",
    "book_column_equal": "With equal arms",
    "book_column_free": "With prices of 0",
    "book_ok": "OK",
    "book_differs": "DIFFERS",
    "book_changed": "inputs changed",
    "book_all_ok": "All checks agree.",
    "book_not_ok": "At least one check differs: see below.",
    "book_check_saving": "{arm}: saving",
    "book_check_payer": "{arm}: saving of {payer}",
    "book_check_category": "{arm}: {label}",
    "book_check_outcome": "{arm}: {label}",
    "book_test_sum": "{arm}: categories sum to the total",
    "book_test_payers": "{arm}: payers sum to the saving",
    "book_test_equal": "{arm}: with arms that are equal, nothing is saved",
    "book_test_free": "{arm}: with prices of 0, nothing is saved",
    "book_test_shares": "{label}: the shares of the payers sum to 1",
    # record
    "book_record_about": (
        "What this workbook was made from. Leave this sheet as it is: importing reads it."
    ),
    "book_record_layout": "Layout",
    "book_record_version": "Version of ipscost",
    "book_record_scenario": "Scenario",
    "book_record_digest": "Digest of all inputs",
    "book_record_language": "Language",
    "book_record_money": "Money",
    "book_record_perspective": "Perspective",
    "book_record_engine": "Engine",
    "book_record_draws": "Draws",
    "book_record_seed": "Seed",
    "book_record_sampler": "Sampler",
    "book_record_repeat": "To repeat it",
    "book_record_repeat_how": "{line}",
    "book_record_sources": "Sources",
    "book_record_import": "To read changed inputs back",
    "book_record_import_how": (
        "ipscost import model.xlsx --out mine.yaml, then ipscost simulate mine.yaml"
    ),
    # import
    "import_value": "{path}: {now} (was {before})",
    "import_ends": "{path}: varied from {low} to {high}",
    "import_note": "{path}: a note",
    "import_wrote": "wrote {file}",
    "import_next": "next: ipscost {command} {file}",
}
