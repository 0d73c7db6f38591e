"""The words of payers."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # sentences
    "account_gains_from": (
        "{account}: gain {amount} per person over {horizon} with {arm} against "
        "{reference}{interval}; in plus from month {month}."
    ),
    "account_gains_never": (
        "{account}: gain {amount} per person over {horizon} with {arm} against "
        "{reference}{interval}; not in plus within {within}."
    ),
    "account_gains_unknown": (
        "{account}: gain {amount} per person over {horizon} with {arm} against "
        "{reference}{interval}; from which month is not known, since no course by month is stated "
        "for {labels} (any from {low} to {high}; spread evenly it is {month})."
    ),
    "account_gains_partly": (
        "{account}: gain {amount} per person, of what can be placed on it, over {horizon} with "
        "{arm} against {reference}{interval}; not its whole account, since a further {parts} may "
        "be its own in part."
    ),
    "account_gains_perhaps_from": (
        "{account}: expected gain {amount} per person over {horizon} with {arm} against "
        "{reference}, but this is not clear{interval}; in plus from month {month}."
    ),
    "account_gains_perhaps_never": (
        "{account}: expected gain {amount} per person over {horizon} with {arm} against "
        "{reference}, but this is not clear{interval}; not in plus within {within}."
    ),
    "account_gains_perhaps_unknown": (
        "{account}: expected gain {amount} per person over {horizon} with {arm} against "
        "{reference}, but this is not clear{interval}; from which month is not known, since no "
        "course by month is stated for {labels} (any from {low} to {high}; spread evenly it is "
        "{month})."
    ),
    "account_loses_from": (
        "{account}: loss {amount} per person over {horizon} with {arm} against "
        "{reference}{interval}; in plus from month {month}."
    ),
    "account_loses_never": (
        "{account}: loss {amount} per person over {horizon} with {arm} against "
        "{reference}{interval}; not in plus within {within}."
    ),
    "account_loses_unknown": (
        "{account}: loss {amount} per person over {horizon} with {arm} against "
        "{reference}{interval}; from which month is not known, since no course by month is stated "
        "for {labels} (any from {low} to {high}; spread evenly it is {month})."
    ),
    "account_loses_partly": (
        "{account}: loss {amount} per person, of what can be placed on it, over {horizon} with "
        "{arm} against {reference}{interval}; not its whole account, since a further {parts} may "
        "be its own in part."
    ),
    "account_loses_perhaps_from": (
        "{account}: expected loss {amount} per person over {horizon} with {arm} against "
        "{reference}, but this is not clear{interval}; in plus from month {month}."
    ),
    "account_loses_perhaps_never": (
        "{account}: expected loss {amount} per person over {horizon} with {arm} against "
        "{reference}, but this is not clear{interval}; not in plus within {within}."
    ),
    "account_loses_perhaps_unknown": (
        "{account}: expected loss {amount} per person over {horizon} with {arm} against "
        "{reference}, but this is not clear{interval}; from which month is not known, since no "
        "course by month is stated for {labels} (any from {low} to {high}; spread evenly it is "
        "{month})."
    ),
    "account_unplaced": (
        "{account}: nothing can be placed on it alone over {horizon} with {arm} against "
        "{reference}; {parts} may be its own in part."
    ),
    "account_same": (
        "{account}: neither gain nor loss on balance over {horizon} with {arm} against {reference}."
    ),
    "falls_on": "{amount} on {label}",
    "point_only": " (by the point estimates alone, without draws)",
    "turns_to_loss_1": (
        "Not in the draws: a loss of {amount_1} if {label_1} is {value_1} ({now_1} is assumed)."
    ),
    "turns_to_loss_2": (
        "Not in the draws: a loss of {amount_1} if {label_1} is {value_1} ({now_1} is assumed) and "
        "a loss of {amount_2} if {label_2} is {value_2} ({now_2} is assumed)."
    ),
    "turns_to_gain_1": (
        "Not in the draws: a gain of {amount_1} if {label_1} is {value_1} ({now_1} is assumed)."
    ),
    "turns_to_gain_2": (
        "Not in the draws: a gain of {amount_1} if {label_1} is {value_1} ({now_1} is assumed) and "
        "a gain of {amount_2} if {label_2} is {value_2} ({now_2} is assumed)."
    ),
    "causes": "Mainly: {parts}.",
    "cause": "{label} {amount}",
    "month_unknown": "not known: {low} to {high}",
    # tables
    "title_gains": (
        "Who gains and who pays: {arm} against {reference}\n"
        "{currency} per person over {horizon}, {prices}\n"
        "a plus is a gain for the payer, a minus a loss"
    ),
    "title_gains_more": "Who gains and who pays: {arm} against {reference}, the other payers",
    "title_accounts": (
        "Net gain, and from when: {arm} against {reference}\n"
        "{currency} per person over {horizon}, {prices}\n"
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
    # notes
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
}
