"""The words of payers."""

from __future__ import annotations

from ipscost.words.variants import filled

WHEN = {
    "timeless": "",
    "partly": ", not counting its share of {parts}, which is not known",
    "never": "; it does not break even within {horizon}",
    "unlikely": (
        "; it is not expected to break even within {horizon}, but may do so from month {low}"
    ),
    "first": "; it gains from the first month on",
    "from": "; it breaks even in month {month}",
    "between": "; it breaks even in month {month} ({level} interval month {low} to month {high})",
    "later": (
        "; it is expected to break even in month {month}, but may not do so within {horizon}"
    ),
}
NOT_KNOWN = {
    "unknown": (
        "; it is expected to break even between month {low} and month {high}, depending on when "
        "costs and savings fall"
    ),
    "open": (
        "; it is expected to break even in month {low} at the earliest and perhaps not within "
        "{horizon}, depending on when costs and savings fall"
    ),
}
NOT_KNOWN_IN_FULL = {
    "unknown": (
        "; it is expected to break even between month {low} and month {high}, depending on the "
        "timing of {labels}, which is not stated (month {month} if spread evenly)"
    ),
    "open": (
        "; it is expected to break even in month {low} at the earliest and perhaps not within "
        "{horizon}, depending on the timing of {labels}, which is not stated (month {month} if "
        "spread evenly)"
    ),
}

WORDS: dict[str, str] = {
    # the headline: what the public sector gains, and who gains most
    **filled(
        {"payers": "{start}{verb}{interval}, in {year}{when}."},
        start={"all": "Overall, ", "people": "For {population}, "},
        verb={
            "gains": (
                "{whom} gains {amount} per person over {horizon} with {arm} compared with "
                "{reference}"
            ),
            "gains_perhaps": (
                "{whom} is expected to gain {amount} per person over {horizon} with {arm} "
                "compared with {reference}, but this is not clear"
            ),
            "loses": (
                "{whom} loses {amount} per person over {horizon} with {arm} compared with "
                "{reference}"
            ),
            "loses_perhaps": (
                "{whom} is expected to lose {amount} per person over {horizon} with {arm} "
                "compared with {reference}, but this is not clear"
            ),
        },
        when=WHEN | NOT_KNOWN,
    ),
    **filled(
        {
            "most_gains": "With {arm}, {most} gains most, {amount} per person{interval}{others}.",
            "most_gains_perhaps": (
                "With {arm}, {most} is expected to gain most, {amount} per person, but this is "
                "not clear{interval}{others}."
            ),
        },
        others={
            "nobody": "; no payer is expected to lose",
            "losers": "; a loss is expected for {losers}",
        },
    ),
    "most_loses": (
        "With {arm}, {most} loses most, {amount} per person{interval}; no payer is expected to "
        "gain."
    ),
    "most_loses_perhaps": (
        "With {arm}, {most} is expected to lose most, {amount} per person, but this is not "
        "clear{interval}; no payer is expected to gain."
    ),
    **filled(
        {
            "known_whole": (
                "With {arm}, the largest known gain falls on {most}, {amount} per person{others}."
            ),
            "known_part": (
                "With {arm}, the largest known gain falls on {most}, {amount} per person, "
                "although that account is incomplete{others}."
            ),
        },
        others={
            "nobody": "; no payer is known to lose",
            "losers": "; a loss is expected for {losers}",
        },
    ),
    # a sentence for each account
    **filled(
        {
            "account_gains": (
                "{account}: a gain of {amount} per person over {horizon} with {arm} compared "
                "with {reference}{interval}{when}."
            ),
            "account_gains_perhaps": (
                "{account}: an expected gain of {amount} per person over {horizon} with {arm} "
                "compared with {reference}, but this is not clear{interval}{when}."
            ),
            "account_loses": (
                "{account}: a loss of {amount} per person over {horizon} with {arm} compared "
                "with {reference}{interval}{when}."
            ),
            "account_loses_perhaps": (
                "{account}: an expected loss of {amount} per person over {horizon} with {arm} "
                "compared with {reference}, but this is not clear{interval}{when}."
            ),
        },
        when=WHEN | NOT_KNOWN_IN_FULL,
    ),
    "account_unplaced": (
        "{account}: nothing is known to fall on it alone over {horizon} with {arm} compared with "
        "{reference}; its share of {parts} is not known."
    ),
    "account_same": (
        "{account}: neither a gain nor a loss on balance over {horizon} with {arm} compared with "
        "{reference}."
    ),
    "falls_on": "the {amount} on {label}",
    "point_only": " (point estimates alone, without draws)",
    "turns_to_loss_1": (
        "It would be a loss of {amount_1} if {label_1} were {value_1} instead of {now_1}, which "
        "no draw allows for."
    ),
    "turns_to_loss_2": (
        "It would be a loss of {amount_1} if {label_1} were {value_1} instead of {now_1}, and a "
        "loss of {amount_2} if {label_2} were {value_2} instead of {now_2}, which no draw allows "
        "for."
    ),
    "turns_to_gain_1": (
        "It would be a gain of {amount_1} if {label_1} were {value_1} instead of {now_1}, which "
        "no draw allows for."
    ),
    "turns_to_gain_2": (
        "It would be a gain of {amount_1} if {label_1} were {value_1} instead of {now_1}, and a "
        "gain of {amount_2} if {label_2} were {value_2} instead of {now_2}, which no draw allows "
        "for."
    ),
    "causes": "Largest contributions: {parts}.",
    "cause": "{label} {amount}",
    # tables
    "month_never": ">{last}",
    "month_unlikely": ">{last} ({low} to >{last})",
    "month_first": "{month}",
    "month_from": "{month}",
    "month_between": "{month} ({low} to {high})",
    "month_later": "{month} ({low} to >{last})",
    "month_unknown": "between {low} and {high}",
    "month_open": "{low} or later",
    "title_gains": (
        "Who gains and who pays: {arm} compared with {reference}\n"
        "{currency} per person over {horizon}, {prices}\n"
        "a plus is a gain for the payer, a minus a loss"
    ),
    "title_gains_more": (
        "Who gains and who pays: {arm} compared with {reference}, the other payers"
    ),
    "title_accounts": (
        "Net gain and break-even: {arm} compared with {reference}\n"
        "{currency} per person over {horizon}, {prices}\n"
        "a plus is a gain; transfers that a payer pays or receives are in it"
    ),
    "title_gains_by_month": "Gain to date, month by month: {arm} compared with {reference}",
    "title_gains_by_month_more": (
        "Gain to date, month by month: {arm} compared with {reference}, the other payers"
    ),
    "title_gains_by_year": "Gain to date, year by year: {arm} compared with {reference}",
    "title_gains_by_year_more": (
        "Gain to date, year by year: {arm} compared with {reference}, the other payers"
    ),
    "account": "Account",
    "sum_of_payers": "Sum",
    "net_gain": "Net gain",
    "net_gain_interval": "Net gain ({level} interval)",
    "probability_gain": "Probability of gain",
    "break_even_in": "Break-even month",
    "mixed": "Resources and productivity",
    "transfers_net": "Transfers, net",
    # caveats and notes
    "caveat_account_shared": (
        "How “{payer}” divides was not published, so accounts with * or - are incomplete."
    ),
    "caveat_account_missing": "Accounts with * or - are incomplete; missing: {parts}.",
    "sum_check": (
        "Sum check{arm}: leaving transfers out, the payers gain {payers} in all, and society "
        "gains {society} by its own account."
    ),
    "sum_check_transfers": "Transfers sum to {moved} over all parties.",
    "sum_check_open": (
        "Transfers sum to {moved}, not to 0, because the file does not say who receives {labels}; "
        "receiver: does."
    ),
    "note_in_plus": (
        "An account breaks even in the first month from whose end its gain to date is not below 0 "
        "and stays so. The interval is over the draws; > means later than the months that are "
        "counted. Where it is not stated when amounts fall within their months, the earliest "
        "month has each gain in the first of its months and each loss in the last, and the latest "
        "month the other way round."
    ),
    "note_not_whole": (
        "* What is known to fall on the account alone. What falls on several payers together is "
        "not in it, so that neither the probability of a gain nor the break-even month of the "
        "whole account is known."
    ),
    "note_draws_alone": (
        "Probabilities and intervals come from the draws. Numbers that never vary there: {count}. "
        "All of them: ipscost sensitivity {name} --notes"
    ),
    "note_draws_alone_bounded": (
        "Probabilities and intervals come from the draws. Numbers that never vary there: {count}. "
        "With bounds: {bounded}; where one of these turns an account, its sentence says so. The "
        "whole list: ipscost sensitivity {name} --notes"
    ),
    "note_left_out": "Without a row, because they are 0 for everybody{arm}: {labels}.",
    "note_assumed_more": "{count} more assumptions: ipscost simulate {name} --notes",
}
