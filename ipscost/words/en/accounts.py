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
    "discounted": "discounted at {rates}",
    "rate_a_year": "{rate} a year",
    "rate_later": "{rate} after year {year}",
    "note_discount": "Discounting: costs {cost}, outcomes {outcome} a year.",
    "undiscounted_some": (
        "These outcomes are not discounted, because they are shares of people at or by a point in "
        "time: {labels}."
    ),
    "undiscounted_none": (
        "No outcome is discounted here, because all are shares of people at or by a point in time: "
        "{labels}."
    ),
    "schedule_source": "Schedule {schedule}: {source}.",
    "note_welfare": (
        "Welfare-economic: resources and production are multiplied by the net tax factor {factor} "
        "({factor_source}), and each krone of net public spending costs a further {loss} in tax "
        "distortion ({loss_source})."
    ),
    # month by month, year by year
    "year": "Year",
    "in_year": "Saving in the year",
    "undiscounted_in_month": "In the month, not discounted",
    "undiscounted_in_year": "In the year, not discounted",
    "note_undiscounted": (
        "Not discounted: the expected amount in {year} in the month it falls due, as a "
        "budget has it. For its interval, run with --set discount.cost=0."
    ),
    "title_undiscounted_by_month": (
        "Gain in each month, not discounted: {arm} compared with {reference}"
    ),
    "title_undiscounted_by_month_more": (
        "Gain in each month, not discounted: {arm} compared with {reference}, the other payers"
    ),
    "title_undiscounted_by_year": (
        "Gain in each year, not discounted: {arm} compared with {reference}"
    ),
    "title_undiscounted_by_year_more": (
        "Gain in each year, not discounted: {arm} compared with {reference}, the other payers"
    ),
    "title_years": "Year by year: {arm}",
    "part_year": "{year} (months {first} to {last})",
    "break_even_draws": (
        "Across the draws the median is {median} ({level} interval {low} to {high}); {share} of "
        "them break even within {horizon}."
    ),
    "after_month": "after {month}",
    "median_month": "month {month}",
    "median_later": "after month {month}",
    "part_observed": "To month {month}",
    "part_extrapolated": "After month {month}",
    # observed and extrapolated
    "headline_extrapolated": (
        "Of the saving, {observed} falls in the {month} months of follow-up; {amount} is "
        "extrapolated."
    ),
    "headline_extrapolated_cost": (
        "Of the extra cost, {observed} falls in the {month} months of follow-up; {amount} is "
        "extrapolated."
    ),
    "note_extrapolated": (
        "Follow-up ended at month {month}; not everything counted until then was measured: some is "
        "modelled or assumed. Everything after it, months {first} to {last}, is extrapolated: it "
        "rests on the model and its assumptions, and the intervals do not allow for these being "
        "wrong."
    ),
    # explain
    "factor_net_tax_factor": "Net tax factor",
    "factor_tax_distortion": "Tax distortion",
    "use_net_tax_factor": (
        "resources and production are multiplied by it in the welfare-economic perspective"
    ),
    "use_tax_distortion": (
        "minus 1, it is what each krone of net public spending costs in the welfare-economic "
        "perspective"
    ),
}
