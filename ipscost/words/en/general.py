"""The words of simulate, verify, check and batch, and those that all results share."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # small words
    "list_evidence": "Published evaluations (ipscost evidence sets them side by side):",
    "horizon": "{months} months",
    "horizon_years": "{years} years",
    "horizon_one": "1 month",
    "horizon_unknown": "a horizon that is not stated",
    "society": "society",
    "to": "to",
    "points": "points",
    "points_short": "points",
    "over": "over",
    "under": "under",
    "and": "and",
    "listed": "{first}; {next}",
    "none": "none",
    "quoted": "“{label}”",
    # simulate: the headline
    "saves": (
        "{arm} saves {whom} {amount} per person over {horizon} compared with "
        "{reference}{interval}, in {year}."
    ),
    "may_save": (
        "{arm} is expected to save {whom} {amount} per person over {horizon} compared with "
        "{reference}, but this is uncertain{interval}, in {year}."
    ),
    "may_cost_more": (
        "{arm} is expected to cost {whom} {amount} more per person over {horizon} than "
        "{reference}, but this is uncertain{interval}, in {year}."
    ),
    "costs_more": (
        "{arm} costs {whom} {amount} more per person over {horizon} than {reference}{interval}, "
        "in {year}."
    ),
    "costs_the_same": (
        "{arm} costs {whom} the same per person over {horizon} as {reference}, in {year}."
    ),
    "may_cost_the_same": (
        "{arm} is expected to cost {whom} the same per person over {horizon} as {reference}, but "
        "this is uncertain{interval}, in {year}."
    ),
    "headline_interval": " ({level} interval {low} to {high})",
    "headline_unsure": (
        "How certain this is cannot be said, because no cost counted here has a stated uncertainty."
    ),
    "headline_few": "One draw says nothing about how certain this is; --draws 10000 does.",
    "headline_point": "This is the point estimate alone; --draws 10000 shows how certain it is.",
    "break_even": "{arm} has paid for itself from month {month}.",
    "break_even_start": "{arm} saves money from the first month.",
    "break_even_same": "{arm} costs the same in every month.",
    "break_even_never": "{arm} does not break even within {horizon}.",
    "quantity_price": "{label}: price",
    "quantity_mean": "{label}: {arm}",
    "quantity_difference": "{label}: difference with {arm}",
    "quantity_ratio": "{label}: ratio with {arm}",
    "million": "{amount} million",
    "billion": "{amount} billion",
    # headings
    "category": "Category",
    "difference": "Difference",
    "difference_interval": "Difference ({level} interval)",
    "share_of_saving": "Share of saving",
    "share_of_cost": "Share of cost",
    "saving": "Saving",
    "saving_interval": "Saving ({level} interval)",
    "probability": "Probability of saving",
    "relative": "Relative change",
    "outcome": "Outcome",
    "payer": "Payer",
    "transfers": "Transfers saved",
    "month": "Month",
    "in_month": "Saving in the month",
    "so_far": "Saving so far ({level} interval)",
    "probability_so_far": "Probability",
    # rows
    "resources": "Resources",
    "productivity": "Productivity",
    "transfer": "Transfers",
    "total": "Total",
    "all_payers": "All payers",
    "not_counted": "Not counted: {label}",
    # titles
    "title_costs": (
        "{title}\n{currency} per person over {horizon}, {year}, {seen}\na minus is a saving"
    ),
    "title_costs_arms": (
        "{arm} compared with {reference}\n{currency} per person over {horizon}, {year}, "
        "{seen}\na minus is a saving"
    ),
    "budget": "Both together",
    "counted_share": "{label} ({share})",
    "paid_share": "{label} ({share})",
    "note_dagger": "† Rests on an assumption, which is stated below.",
    "note_warning": "Worth checking, {place}: {message}.",
    "doubt_ratio": "a ratio of {ratio} is {ratio} times the reference arm",
    "doubt_point": "the point in {text} is read as a decimal point",
    "doubt_left": (
        "the {way} of the number that it replaces does not fit {value}, which is taken as certain"
    ),
    "doubt_form": "this number is stated by {new}, the one that it replaces by {old}",
    "doubt_middle": "the interval's middle is {middle}, the number {value}",
    "doubt_gain": "productivity of {value} counts as a cost",
    "note_median": (
        "{path}: the ratio {value}, stated with {way}, is a median; its mean, {mean}, is used."
    ),
    "note_unseen": (
        "{path}: the estimate is the observed share, {value}; the draws follow a beta distribution "
        "({way}) with mean {mean}."
    ),
    "note_median_stated": (
        "{path}: the ratio {value}, stated with {way}, is the median of the draws; their mean, "
        "{mean}, is higher. The base case uses {value}."
    ),
    "note_outside": (
        "In {share} of the draws the level of {label} with {arm} is outside the possible range."
    ),
    "note_unsplit": (
        "* How “{label}” divides between {members} was not published, so none of their accounts is "
        "complete."
    ),
    "note_persons": "Participants in the study: {arms}.",
    "calibrated": "calibrated to",
    "by_construction": "by construction",
    "note_target": "{what}: {text}.",
    "break_even_spread": "The timing of {labels} is not stated; spread evenly: {sentence}",
    "break_even_unknown": (
        "The month of break-even is not known, because the timing of {labels} is not stated; it "
        "lies somewhere in months {low} to {high}. Spread evenly: {sentence}"
    ),
    "within_their_months": "{labels} within the stated months",
    "others_too": "{count} others",
    "title_outcomes": "Outcomes",
    "title_payers": "Who pays and who gains: {arm}",
    "title_months": "Month by month: {arm}",
    # notes
    "note_less_is_better": "Less is better for {labels}.",
    "note_better": (
        "More of {label} is taken to be better; if less is, write better: lower under that outcome."
    ),
    "note_partial": (
        "* Incomplete: leaves out {labels}, whose levels were never published (shown as a dash). "
        "Their differences are known, so the total of the differences is complete."
    ),
    "note_unknown": (
        "Not known, shown as a dash: the level of {labels}; only the difference was published."
    ),
    "note_mixed": (
        "Resources and productivity cannot be told apart in {labels}, so neither is known."
    ),
    "note_assumption": "Assumed for {path}: {text}.",
    "note_fixed": (
        "Held fixed, because no uncertainty was stated: {paths}. The intervals do not include "
        "theirs."
    ),
    "note_sure_one": "How well sourced the one number is: {parts}.",
    "note_sure": "How well sourced the {count} numbers are: {parts}.",
    "sure_verified": "{count} verified",
    "sure_secondary": "{count} secondary (read in a publication that cites the original)",
    "sure_abstract": "{count} from an abstract",
    "sure_derived": "{count} derived (worked out from other figures)",
    "sure_assumed": "{count} assumed",
    "note_money": "Money converted: {sentence}.",
    "conversion_step": "x {factor} = {money}",
    "exchange_then_prices": "exchange rate first, then prices",
    "prices_then_exchange": "prices first, then exchange rate",
    "prices_then_ppp": "own prices first, then purchasing power",
    "ppp_then_prices": "purchasing power first, then the reader's prices",
    "note_relative": (
        "No relative change is shown for {labels}: it is itself a change since the start, so a "
        "ratio would mislead."
    ),
    "note_even": (
        "Spread evenly over their months, because it is not stated when within them they fall: "
        "{paths}."
    ),
    "note_transfers": (
        "Transfers (benefits and taxes) move money without using resources: they are shown but not "
        "counted."
    ),
    "note_run": "{draws}; ipscost {version}; {scenario}, digest {digest}.",
    "set_here": "{name} set on the command line",
    "set_here_sourced": "{name} set on the command line (the file's number is from {source})",
    "set_here_assumed": "{name} set on the command line; {text}",
    "set_here_sourced_assumed": (
        "{name} set on the command line (the file's number is from {source}); {text}"
    ),
    "note_set": "Changed on the command line: {settings}.",
    "note_change": "What would change the answer: ipscost sensitivity {name}",
    "note_explain": "Where a number comes from: ipscost explain {name} {path}",
    "note_cancels": (
        "No shares are shown for {arms}: the categories nearly cancel out, so shares of the total "
        "would mislead."
    ),
    # verify
    "verify_good": "{name}: all {count} published results agree.",
    "verify_good_construction": (
        "{name}: all {count} published results agree; {construction} of them by construction."
    ),
    "verify_some": "{name}: {good} of {count} published results agree.",
    "verify_some_construction": (
        "{name}: {good} of {count} published results agree; {construction} of them by construction."
    ),
    "verify_some_off": (
        "{name}: {good} of {count} published results agree; {off} off as the file states."
    ),
    "verify_some_unchecked": (
        "{name}: {good} of {count} published results agree; {unchecked} not checked (needs draws)."
    ),
    "verify_some_construction_off": (
        "{name}: {good} of {count} published results agree; {construction} of them by "
        "construction; {off} off as the file states."
    ),
    "verify_some_construction_unchecked": (
        "{name}: {good} of {count} published results agree; {construction} of them by "
        "construction; {unchecked} not checked (needs draws)."
    ),
    "verify_some_off_unchecked": (
        "{name}: {good} of {count} published results agree; {off} off as the file states; "
        "{unchecked} not checked (needs draws)."
    ),
    "verify_some_construction_off_unchecked": (
        "{name}: {good} of {count} published results agree; {construction} of them by "
        "construction; {off} off as the file states; {unchecked} not checked (needs draws)."
    ),
    "verify_disagrees": (
        "Printed results that do not follow from the others printed with them: {count}."
    ),
    "verify_bad": "{name}: published results that are not reproduced: {bad} of {count}.",
    "verify_carried": (
        "{name}: what was published is of the trial, and its effect is carried over to another "
        "group, so there is nothing to verify."
    ),
    "verify_none": (
        "{name}: no published result is stated under reproduces:, so there is nothing to verify."
    ),
    "note_verify_time": (
        "Time in states is compared with what was published without discounting, as studies report "
        "it; simulate discounts it."
    ),
    "title_verify": "{name}: published and simulated",
    "title_verify_some": "{name}: published and simulated, {shown} of {count} results",
    "note_construction": (
        "By construction: the result is an input, or an input was derived from it, so agreement "
        "says nothing about the simulation."
    ),
    "note_calibrated": (
        "Calibrated to: numbers of the scenario were fitted to this value, so agreement shows that "
        "the model can reproduce it, not that it predicts it."
    ),
    "note_off": (
        "Off as stated: the result differs from the published one by no more than the scenario "
        "says beforehand, and its notes say why."
    ),
    "published": "Published",
    "simulated": "Simulated",
    "verdict": "Verdict",
    "result": "Result",
    "unit": "Unit",
    "agrees": "agrees",
    "differs": "differs",
    "off": "off as stated",
    "disagrees": "does not follow",
    "not_known": "not known",
    "unchecked": "needs draws",
    "note_verdict": (
        "A result agrees when it equals the published one after rounding to the same digit."
    ),
    "what_saving": "Saving",
    "what_cost": "Cost",
    "what_difference": "Difference",
    "what_outcome": "Level",
    "what_relative": "Relative change",
    "what_probability": "Probability of saving",
    "what_risk_ratio": "Risk ratio",
    "what_risk_ratio_low": "Risk ratio, lower end of 95%",
    "what_risk_ratio_high": "Risk ratio, upper end of 95%",
    "what_odds_ratio": "Odds ratio",
    "what_odds_ratio_low": "Odds ratio, lower end of 95%",
    "what_odds_ratio_high": "Odds ratio, upper end of 95%",
    "what_p": "p-value",
    "result_of": "{what}, {arm}: {label}",
    "labelled": "{label}: {text}",
    "ranked": "{rank}. {label}",
    "flagged": "{label}{flag}",
    "from_to": "{low} to {high}",
    # new
    "new_wrote": "wrote {file} (and {schema}, for your editor)",
    "new_wrote_kept": "wrote {file} ({schema} was there, and is kept)",
    "new_wrote_other": (
        "wrote {file} ({schema} was there, and is kept; it is another version's: {mend})"
    ),
    "new_next": "now edit it, then: ipscost check {file} && ipscost simulate {file}",
    # check
    "check_good": (
        "{file}: fine (arms: {arms}; cost categories: {categories}; outcomes: {outcomes}; numbers: "
        "{numbers})."
    ),
    "check_good_unknown": (
        "{file}: fine (arms: {arms}; cost categories: {categories}; outcomes: {outcomes}; numbers: "
        "{numbers}; unknown: {unknown})."
    ),
    "check_good_warned": (
        "{file}: fine, but with {warnings} (arms: {arms}; cost categories: "
        "{categories}; outcomes: {outcomes}; numbers: {numbers})."
    ),
    "check_good_warned_unknown": (
        "{file}: fine, but with {warnings} (arms: {arms}; cost categories: "
        "{categories}; outcomes: {outcomes}; numbers: {numbers}; unknown: {unknown})."
    ),
    "warnings": "{count} warnings",
    "warnings_one": "1 warning",
    "check_free": (
        "{file}: no cost depends on {paths}, so changing them does not change the saving."
    ),
    "check_free_one": (
        "{file}: no cost depends on {paths}, so changing it does not change the saving."
    ),
    "check_strict": "{file}: not fine, because --strict treats warnings as errors.",
    # batch
    "batch_done": (
        "{total}: {computed} computed, {reused} finished before, {failed} failed. Written to "
        "{folder}: {files}."
    ),
    "batch_joined": (
        "{total}: {joined} joined from parts, {reused} finished before, {failed} failed. Written "
        "to {folder}: {files}."
    ),
    "batch_part_done": (
        "Part {part}: {total}: {computed} computed, {reused} finished before, {failed} failed. "
        "Kept in {folder}; when every part is done, the same command with --join instead of "
        "--part {part} writes the tables."
    ),
    "batch_part_empty": (
        "Part {part}: nothing to do, since the whole batch has {total}. When every part is done, "
        "the same command with --join instead of --part {part} writes the tables."
    ),
    "runs": "{count} runs",
    "runs_one": "1 run",
    "warning_in": "in {runs} of {total}",
    "warnings_more": "... and {count} more warnings: see {file}",
    "warnings_more_one": "... and 1 more warning: see {file}",
    "batch_stopped": (
        "interrupted: {done} of {total} are finished and kept in {folder}; the same command goes "
        "on from there"
    ),
    # a workbook
    "sheet_result": "Result",
    "sheet_numbers": "Numbers",
    "sheet_notes": "Notes",
    "sheet_record": "Record",
    "interval_low": "from",
    "interval_high": "to",
}
