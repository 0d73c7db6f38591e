"""The words of perspectives, discount schedules and the course over months."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # from whose side
    "societal": "societal perspective",
    "payer_perspective": "perspective of {payer}",
    "welfare_perspective": "welfare-economic perspective",
    "whom_public": "the public sector",
    "whom_health": "the health service",
    "whom_welfare": "society (welfare-economic)",
    "account_societal": "Society, without transfers",
    "account_public": "The public sector",
    "account_health": "The health service",
    "account_welfare": "Society, welfare-economic",
    "received_share": "{label} (receives {share})",
    # discounting
    "prices_of_year": "{year} prices",
    "discounted": "discounted {rates}",
    "rate_a_year": "{rate} a year",
    "rate_later": "{rate} after year {year}",
    "note_discount": "Discounting: costs {cost}, outcomes {outcome} a year.",
    "undiscounted_some": (
        "Of the outcomes these are not discounted, being shares of people at or by a time: "
        "{labels}."
    ),
    "undiscounted_none": (
        "No outcome here is discounted, all being shares of people at or by a time: {labels}."
    ),
    "schedule_source": "Schedule {schedule}: {source}.",
    "note_welfare": (
        "Welfare-economic: resources and production count times the net tax factor {factor} "
        "({factor_source}), and each krone that the public purses spend on balance loses "
        "{loss} more by taxation ({loss_source})."
    ),
    # month by month, year by year
    "year": "Year",
    "in_year": "Saving in the year",
    "undiscounted_in_month": "In the month, not discounted",
    "undiscounted_in_year": "In the year, not discounted",
    "note_undiscounted": (
        "What is not discounted is the expected amount in {year} prices as it falls in a budget: "
        "month by month it adds up. It has no interval; --set discount.cost=0 gives it one."
    ),
    "title_undiscounted_by_month": (
        "Gain in each month, not discounted: {arm} against {reference}"
    ),
    "title_undiscounted_by_month_more": (
        "Gain in each month, not discounted: {arm} against {reference}, the other payers"
    ),
    "title_undiscounted_by_year": "Gain in each year, not discounted: {arm} against {reference}",
    "title_undiscounted_by_year_more": (
        "Gain in each year, not discounted: {arm} against {reference}, the other payers"
    ),
    "title_years": "Year by year: {arm}",
    "part_year": "{year} (months {first} to {last})",
    "break_even_draws": (
        "Over the draws the median is {median} ({level} interval {low} to {high}); {share} "
        "of them break even within {horizon}."
    ),
    "after_month": "after {month}",
    "median_month": "month {month}",
    "median_later": "after month {month}",
    "part_observed": "To month {month}",
    "part_extrapolated": "After month {month}",
    # observed and extrapolated
    "headline_extrapolated": (
        "Of the saving, {observed} fall in the {month} months in which people were followed, and "
        "{amount} are extrapolated."
    ),
    "headline_extrapolated_cost": (
        "Of the cost, {observed} fall in the {month} months in which people were followed, and "
        "{amount} are extrapolated."
    ),
    "note_extrapolated": (
        "People were followed to month {month}; not all that is counted until then was measured, "
        "some is modelled or assumed. What comes after, months {first} to {last}, is "
        "extrapolated: it rests on the model and its assumptions, and the intervals do not hold "
        "that these may be wrong."
    ),
    # explain
    "factor_net_tax_factor": "Net tax factor",
    "factor_tax_distortion": "Tax distortion",
    "use_net_tax_factor": "multiplies resources and production in the perspective welfare",
    "use_tax_distortion": (
        "less 1, what is lost for each krone that the public purses spend on balance, in the "
        "perspective welfare"
    ),
}
