"""The words of payers, and of perspectives, discount schedules and the course over months."""

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
    "discounted": ", discounted {rates}",
    "rate_a_year": "{rate} a year",
    "rate_later": "{rate} after year {year}",
    "note_discount": "Discounting: costs {cost}, outcomes {outcome} a year.{why}{source}",
    "undiscounted_some": (
        "Of the outcomes these are not discounted, being shares of people at or by a time: "
        "{labels}."
    ),
    "undiscounted_none": (
        "No outcome here is discounted, all being shares of people at or by a time: {labels}."
    ),
    "schedule_source": " Schedule {schedule}: {source}.",
    "note_welfare": (
        "Welfare-economic: resources and production count times the net tax factor {factor} "
        "({factor_source}), and each krone that the public purses spend on balance loses "
        "{loss} more by taxation ({loss_source})."
    ),
    # month by month, year by year
    "year": "Year",
    "in_year": "Saving in the year",
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
    # payers: headline
    "account_gains": (
        "{account}: gain {amount} per person{placed} over {horizon} with {arm} against "
        "{reference}{interval}"
    ),
    "account_gains_perhaps": (
        "{account}: expected gain {amount} per person{placed} over {horizon} with {arm} against "
        "{reference}, but this is not clear{interval}"
    ),
    "account_loses": (
        "{account}: loss {amount} per person{placed} over {horizon} with {arm} against "
        "{reference}{interval}"
    ),
    "account_loses_perhaps": (
        "{account}: expected loss {amount} per person{placed} over {horizon} with {arm} against "
        "{reference}, but this is not clear{interval}"
    ),
    "account_same": (
        "{account}: neither gain nor loss on balance over {horizon} with {arm} against {reference}."
    ),
    "placed": ", of what can be placed on it,",
    "falls_on": "{amount} on {label}",
    "not_whole": "not its whole account, since a further {parts} may be its own in part",
    "account_unplaced": (
        "{account}: nothing can be placed on it alone over {horizon} with {arm} against "
        "{reference}; {parts} may be its own in part."
    ),
    "point_only": " (by the point estimates alone, without draws)",
    "turns": "Not in the draws: {parts}.",
    "turns_to_loss": "a loss of {amount} if {label} is {value} ({now} is assumed)",
    "turns_to_gain": "a gain of {amount} if {label} is {value} ({now} is assumed)",
    "plus_from": "in plus from month {month}{ends}",
    "plus_never": "not in plus within {horizon}{ends}",
    "plus_unknown": (
        "from which month is not known, since no course by month is stated for {labels} (any "
        "from {low} to {high}; spread evenly it is {month})"
    ),
    "month_unknown": "not known: {low} to {high}",
    "break_even_ends": " ({low} to {high})",
    "causes": "Mainly: {parts}.",
    "cause": "{label} {amount}{ends}",
    # payers: tables
    "title_gains": (
        "Who gains and who pays: {arm} against {reference}\n"
        "{currency} per person over {horizon}, {year} prices{discounted}\n"
        "a plus is a gain for the payer, a minus a loss"
    ),
    "title_gains_more": "Who gains and who pays: {arm} against {reference}, the other payers",
    "title_accounts": (
        "Net gain, and from when: {arm} against {reference}\n"
        "{currency} per person over {horizon}, {year} prices{discounted}\n"
        "a plus is a gain; transfers that a payer pays or receives are in it"
    ),
    "title_gains_by_month": "Gain so far, month by month: {arm} against {reference}",
    "title_gains_by_month_more": (
        "Gain so far, month by month: {arm} against {reference}, the other payers"
    ),
    "title_gains_by_year": "Gain so far, year by year: {arm} against {reference}",
    "title_gains_by_year_more": (
        "Gain so far, year by year: {arm} against {reference}, the other payers"
    ),
    "account": "Account",
    "sum_of_payers": "Sum",
    "net_gain": "Net gain",
    "net_gain_interval": "Net gain ({level} interval)",
    "probability_gain": "Probability of gain",
    "in_plus": "In plus from month",
    "in_plus_interval": "In plus from month ({level} interval)",
    "mixed": "Resources and productivity",
    "transfers_net": "Transfers, net",
    # payers: notes
    "sum_check": (
        "Sum check{arm}: without transfers the payers gain {payers} in all, where society saves "
        "{society} as its own account has it."
    ),
    "sum_check_transfers": "Transfers sum to {moved} over all parties.",
    "sum_check_open": (
        "Transfers sum to {moved}, not to 0, because nobody is stated who receives {labels}; "
        "receiver: names who does."
    ),
    "note_in_plus": (
        "In plus from the month from whose end the gain so far is not below 0 and stays so; its "
        "interval is that of the draws, and 'after' means beyond the time that is counted. Not "
        "known: it depends on when amounts fall within their months, which was not stated; the "
        "earliest and the latest month are those with each amount all in the first or the last."
    ),
    "note_not_whole": (
        "* Of what can be placed on it alone: what falls on several together is not in it, so that "
        "neither the probability nor the month of the whole account is known."
    ),
    "note_draws_alone": (
        "Probabilities and intervals are of the draws; {count} numbers are the same in all of "
        "them. {bounded} of these have bounds, and where one of those turns an account, its "
        "sentence says so. All of them: ipscost sensitivity {name}"
    ),
    "note_left_out": "Without a row, because they are 0 for everybody{arm}: {labels}.",
    "note_assumed_more": "{count} more assumptions are told by: ipscost simulate {name}",
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
