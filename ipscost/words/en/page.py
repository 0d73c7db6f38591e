"""The words of the page that people take away: `ipscost report`."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # around the page
    "page_skip": "Skip to the answer",
    "page_contents": "Contents",
    "page_made": "Made with ipscost {version}",
    "page_scroll": "{title} (table, scrolls sideways)",
    "page_scroll_picture": "{title} (picture, scrolls sideways)",
    "page_rows_left_out": (
        "{count} rows with smaller amounts have no room here; ipscost simulate FILE --out "
        "all.xlsx has all."
    ),
    "page_low": "Low end",
    "page_high": "High end",
    "page_answer_title": "The answer",
    # the first page
    "page_people": "Population",
    "page_comparator": "Compared with",
    "page_horizon": "Time horizon",
    "page_side": "Perspective",
    "page_money": "Prices",
    "page_newest": "Newest evidence",
    "page_newest_of": "{year}: {cite}",
    "page_not_stated": "not stated",
    "page_not_known": "not known",
    "page_not_published": "not published",
    "page_plus": "+{amount}",
    "page_interval": "{low} to {high}",
    "page_place": "What a place costs",
    "page_place_time": "Per person over {horizon}.",
    "page_place_extra": "More than with {reference}; what a whole place costs was not published.",
    "page_place_none": "no programme stated",
    "page_saved": "What it saves",
    "page_saved_is": "For {whom}, per person over {horizon}.",
    "page_saved_paid": "After paying for the place.",
    "page_costs_more": "{amount} more",
    "page_effect": "What people get",
    "page_no_outcome": "no outcome stated",
    "page_of_hundred": "{count} of 100",
    "page_effect_share": "{label}. With {reference}: {base}.",
    "page_effect_change": "{label}, compared with {reference}.",
    "page_sure": "How sure it is",
    "page_sure_odds": "Probability that money is saved, given the stated uncertainty.",
    "page_sure_saving": "The {level} interval of the saving.",
    "page_sure_cost": "The {level} interval of the extra cost.",
    "page_sure_none": "No uncertainty is stated, or none was drawn.",
    "page_sure_partial": "A part of the account is not known.",
    "page_evidence": "What it rests on",
    "page_verified": "{count} of {all}",
    "page_verified_is": "numbers were read in their own source.",
    "page_others": "The others: {parts}.",
    "page_sure_secondary": "{count} read second-hand",
    "page_sure_abstract": "{count} from an abstract",
    "page_sure_derived": "{count} derived",
    "page_sure_assumed": "{count} assumed",
    "page_gains_title": "Who gains and who pays",
    "page_payers_one": "One more payer is listed under “Who pays”.",
    "page_payers_more": "{count} more payers are listed under “Who pays”.",
    "page_payers_none": "Nobody is known to gain or to pay.",
    "page_gains_table": "{currency} per person over {horizon}, {year}; a plus is a gain",
    "page_gain_with": "With {arm}",
    "page_arms_one": "One more intervention is shown below.",
    "page_arms_more": "{count} more interventions are shown below.",
    "page_star": "* A sum without what is not known.",
    "page_dash": "- Not known.",
    "page_holds_title": "What must hold for it to pay",
    "page_holds_none": (
        "No single condition can be stated: the account is incomplete, or has only one category."
    ),
    "page_caveats_title": "Bear in mind",
    "page_caveats_none": (
        "None of the caveats that are checked for applies. "
        "What is unknown or assumed is listed below."
    ),
    "page_side_by_side": "Side by side",
    # sections
    "page_saving_title": "Where the saving comes from",
    "page_saving_read": (
        "Each bar adds to the saving or takes from it. In the table a difference is the "
        "intervention minus the comparator, so a minus is a saving."
    ),
    "page_outcomes_title": "What people get",
    "page_payers_title": "Who pays",
    "page_accounts": "Account by account",
    "page_months_title": "When it pays",
    "page_months_unknown": "The horizon is not stated, so there is no course over time.",
    "page_months_none": "The scenario covers one month, so there is no course over time.",
    "page_sure_title": "How sure it is",
    "page_no_tornado": "What moves the saving cannot be shown, because no account is complete.",
    "page_no_uncertainty": (
        "No uncertainty is stated, or none was drawn: there are no intervals and no probabilities."
    ),
    "page_plane_title": "Cost and effect together",
    "page_no_outcome_long": (
        "The scenario states no outcome, so nothing can be said of what people get."
    ),
    "page_no_effect": (
        "No outcome has a stated worth (threshold:) and is known in both arms, so cost is not set "
        "against an effect."
    ),
    "page_analyses_title": "Scenario analyses",
    "page_no_analyses": "The scenario has no analyses of its own, or no account is complete.",
    "page_assumed_title": "What is not known, and what is assumed",
    "page_inputs_title": "Every input",
    "page_inputs_read": (
        "Each number as its source states it, before prices and currencies are converted. The last "
        "column is its line in the scenario file."
    ),
    "page_inputs_more": "{count} more inputs stand in {file}.",
    "page_inputs_table": "Inputs",
    "page_input": "Input",
    "page_value": "Value",
    "page_unit": "Unit",
    "page_uncertainty": "Uncertainty",
    "page_source": "Source",
    "page_how_sure": "How sure",
    "page_path": "Name in the file",
    "page_line": "Line",
    "page_worth": "{label}: what one more is worth",
    "page_a_year": "a year",
    "page_fixed": "none stated",
    "page_assumption": "assumption",
    "page_discount_cost": "Discount rate of costs",
    "page_discount_outcome": "Discount rate of outcomes",
    "page_correlation": "Correlation: {label}",
    "page_is_verified": "verified",
    "page_is_secondary": "second-hand",
    "page_is_abstract": "abstract",
    "page_is_derived": "derived",
    "page_is_assumed": "assumed",
    "page_sources": "Sources",
    "page_studied": "It studied {population}.",
    "page_computed_title": "How it was computed",
    "page_stated_title": "What its authors state",
    "page_checked_title": "How it was checked",
    "page_cheers_title": "The checklist CHEERS 2022",
    "page_cheers_read": (
        "What a report of a health-economic evaluation must say, item by item, and where it is "
        "said here. Nothing counts as met that no line of the file and no result meets."
    ),
    # what authors state
    "page_said_abstract": "Summary",
    "page_said_background": "Background",
    "page_said_plan": "Analysis plan",
    "page_said_population": "Who the people are",
    "page_said_setting": "Setting",
    "page_said_comparators": "Why these arms",
    "page_said_perspective": "Why this perspective",
    "page_said_horizon": "Why this horizon",
    "page_said_discounting": "Why these discount rates",
    "page_said_outcomes": "Why these outcomes",
    "page_said_valuation": "Whose values",
    "page_said_model": "Why this model",
    "page_said_heterogeneity": "Differences between people",
    "page_said_distribution": "Who is better or worse off",
    "page_said_engagement": "Who took part",
    "page_said_effect_of_engagement": "What that changed",
    "page_said_limitations": "Limitations",
    "page_said_funding": "Who paid for it",
    "page_said_interests": "Conflicts of interest",
    "page_said_model_reviewed": "Who judged the model",
    "page_said_model_compared": "Models it was compared with",
    "page_said_inputs_reviewed": "Who judged the inputs",
    "page_said_program_reviewed": "Who went through the calculations",
    "page_said_results_reviewed": "Who judged the results",
    "page_said_results_compared": "Results it was compared with",
    "page_said_other_validation": "Other validation",
    "page_record_title": "The record",
    "page_record_read": (
        "With the same version, the same file and these settings the same page is made again."
    ),
    "page_command": "{command} --lang en -o {file}",
    "page_program": "ipscost {version}",
    "page_computed_with": "Python {python}, NumPy {numpy}",
    "page_record_version": "Program",
    "page_record_file": "Scenario",
    "page_record_digest": "Digest of all inputs",
    "page_record_set": "Changed on the command line",
    "page_record_money": "Money",
    "page_record_draws": "Draws",
    "page_record_seed": "Seed",
    "page_record_sampler": "Sampler",
    "page_record_level": "Level of intervals",
    "page_record_engine": "Engine",
    "page_record_python": "Computed with",
    "page_glossary_title": "Glossary",
    # several scenarios
    "page_compared": "{names} compared",
    "page_compare_title": "Side by side",
    "page_why_title": "Why they differ",
    "page_of": "{section}: {name}",
    # the glossary
    "page_term_ips": "IPS",
    "page_meaning_ips": (
        "Individual placement and support: people with mental illness get help to find an ordinary "
        "job at once, and support in keeping it."
    ),
    "page_term_arm": "Intervention, arm",
    "page_meaning_arm": "A group of people and what they are offered.",
    "page_term_comparator": "Comparator",
    "page_meaning_comparator": (
        "What people are offered otherwise, and what the intervention is compared with."
    ),
    "page_term_difference": "Difference",
    "page_meaning_difference": "The intervention minus the comparator: of costs, a minus saves.",
    "page_term_saving": "Saving",
    "page_meaning_saving": "A difference in cost with its sign reversed: a plus saves.",
    "page_term_perspective": "Perspective",
    "page_meaning_perspective": (
        "Whose costs count. Society counts resources and production whoever pays; a payer counts "
        "all that it pays, less what it receives."
    ),
    "page_term_transfer": "Transfer",
    "page_meaning_transfer": (
        "Benefits and taxes: money that moves from one to another and uses up nothing. Society "
        "neither gains nor loses by it; payers do."
    ),
    "page_term_productivity": "Productivity gain",
    "page_meaning_productivity": "The value of the work that people do.",
    "page_term_interval": "95% interval",
    "page_meaning_interval": (
        "The range in which the true value lies with a probability of 95%, if the stated "
        "uncertainty of the inputs is all there is. Other levels are read alike."
    ),
    "page_term_probability": "Probability of saving",
    "page_meaning_probability": "The share of draws in which money is saved.",
    "page_term_draw": "Draw",
    "page_meaning_draw": (
        "One calculation with a random value for every uncertain number, as likely as its "
        "uncertainty says."
    ),
    "page_term_break_even": "Break-even",
    "page_meaning_break_even": "The month from which as much has been saved as was spent.",
    "page_term_discounting": "Discounting",
    "page_meaning_discounting": "Money that falls later counts for less, by a rate a year.",
    "page_term_prices": "Prices of a year",
    "page_meaning_prices": (
        "Amounts of other years are restated in the money of this year by the consumer price index."
    ),
    "page_term_extrapolated": "Extrapolated",
    "page_meaning_extrapolated": (
        "After the months in which people were followed: computed by a model, observed by nobody."
    ),
    "page_term_qaly": "QALY",
    "page_meaning_qaly": "A quality-adjusted life year: one year in full health.",
    "page_term_icer": "ICER",
    "page_meaning_icer": (
        "Incremental cost-effectiveness ratio: the extra cost for one more of the outcome."
    ),
    "page_term_dominates": "Dominates",
    "page_meaning_dominates": "Costs less and achieves more.",
    "page_term_net_benefit": "Net benefit",
    "page_meaning_net_benefit": (
        "What the outcome is worth in money, less what it costs. It pays where this is above 0."
    ),
    "page_term_acceptability": "Acceptability",
    "page_meaning_acceptability": (
        "How probable it is that an arm is the best choice, at each amount that one more of the "
        "outcome may be worth."
    ),
    "page_term_tornado": "Tornado",
    "page_meaning_tornado": (
        "A picture of how far the answer moves when one number at a time takes its low and its "
        "high end."
    ),
    "page_term_verified": "Verified",
    "page_meaning_verified": "A number that was read in its own source.",
    "page_term_secondary": "Second-hand",
    "page_meaning_secondary": "A number that was read in a publication that cites the original.",
    "page_term_abstract": "Abstract",
    "page_meaning_abstract": "A number of which only the abstract could be read.",
    "page_term_derived": "Derived",
    "page_meaning_derived": "A number that was worked out from published ones.",
    "page_term_assumed": "Assumed",
    "page_meaning_assumed": "A number that nobody published, with the reason for it.",
    "page_term_marks": "Marks in tables",
    "page_meaning_marks": (
        "A dash is not known, never 0. A star marks a sum without what is not known. † marks what "
        "rests on an assumption."
    ),
}
