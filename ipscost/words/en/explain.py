"""The words of explain."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "title_paths": "What can be explained, with ipscost explain FILE PATH",
    "path": "Path",
    "title_explain": "Where {path} comes from",
    "title_parts": "What {path} is made of",
    "step": "Step",
    "what_it_is": "Explanation",
    "step_file": "in the file",
    "step_read": "read as",
    "step_source": "source",
    "step_assumption": "assumption",
    "step_note": "note",
    "step_uncertainty": "uncertainty",
    "step_money": "money",
    "step_draws": "draws",
    "step_price": "price x use",
    "price_times_use": "{price} x ({parts})",
    "step_months": "over the months",
    "step_present": "present value",
    "step_share": "share that counts",
    "step_table": "in the table",
    "step_total": "in the total",
    "role_mean": "{label} with {arm}: a level of {value} {unit}",
    "role_difference": "{label} with {arm}: a difference of {value} {unit} from {reference}",
    "role_ratio": "{label} with {arm}: {value} times the level with {reference}",
    "role_threshold": "{label}: one more is worth {value} {unit}",
    "step_bounds": "bounds",
    "bounds_are": "{low} to {high} {unit}: how far a sensitivity analysis varies it",
    "step_use": "used for",
    "threshold_use": (
        "the net benefit of each arm: this x {label} - cost (cea, voi, sensitivity and threshold "
        "with --outcome); no saving includes it, and --wtp overrides it"
    ),
    "role_price": "{label}: a price of {value} {unit}",
    "sure_is": "{source} ({sure}): {cite}",
    "is_verified": "verified",
    "is_secondary": "secondary",
    "is_abstract": "abstract",
    "is_derived": "derived",
    "is_assumed": "assumed",
    "no_source": "none: an assumption",
    "fixed": "fixed: no uncertainty was stated",
    "way_se": "se {se}",
    "way_p": "p {p} (two-sided)",
    "way_interval": "{level}% interval {low} to {high}",
    "way_n": "n {n}",
    "way_unseen": "{events} of {n}, with half a person added to each group",
    "dist_normal": "normal(mean {mean}, sd {sd})",
    "dist_lognormal": "lognormal(mu {mu}, sigma {sigma})",
    "dist_gamma": "gamma(shape {shape}, scale {scale})",
    "dist_beta": "beta(a {a}, b {b})",
    "dist_uniform": "uniform({low} to {high})",
    "dist_from": "{way} gives {dist} in {unit}",
    "dist_median_mean": (
        "{way} gives {dist} in {unit}. The stated {value} is a median; its mean, {mean}, is what "
        "counts"
    ),
    "dist_median_stated": (
        "{way} gives {dist} in {unit}. The stated {value} is a median; the draws have it as theirs "
        "and a mean of {mean}, and the base case has {value}"
    ),
    "no_conversion": "already {money}; nothing to convert",
    "no_money": "not money; nothing to convert",
    "conversion_alone": "{way}: {value}",
    "conversion_is": "{way}: {value}. {sources}",
    "draws_are": (
        "stream '{path}', seed {seed}: {n}, mean {mean}, sd {sd}, {level} between {low} "
        "and {high}; the first is {first}"
    ),
    "draws_fixed": "the same in every draw: {value}",
    "timing_is": "{text}: {first} in month 1, {total} over {months} months",
    "present_is": "discounted at {rates}: {value} {unit}",
    "present_scheduled": "discounted at {rates}: {value} {unit}. Schedule {schedule}: {source}.",
    "rate_none": "0% a year",
    "table_is": "{arm}: difference {difference}",
    "table_with": "{arm}: difference {difference}, {level} interval",
    "total_is": "{arm}: {share} of the saving of {total}",
    "total_cost_is": "{arm}: {share} of the extra cost of {total}",
    "total_cancels": "{arm}: no share; the categories nearly cancel out",
    "total_outcome": "an outcome, which is part of no total",
    "total_uncounted": "not counted ({perspective})",
    # what a sum is made of
    "share_of_sum": "Share",
    "parts_sign": (
        "Differences in cost from the reference arm: minus is a saving, plus an extra cost."
    ),
    "parts_sign_payer": (
        "Differences in what the payer pays: minus is a gain for the payer, plus a loss. ipscost "
        "payers shows the same with the sign of the gain."
    ),
    "parts_transfers": "Transfers are not counted ({perspective}): {paths}.",
    "parts_transfers_all": (
        "All of this is transfers, which are not counted ({perspective}): it adds 0 to the total. "
        "What is shown is their own sum."
    ),
    "parts_left_out": "Not counted ({perspective}): {paths}.",
    "parts_left_out_all": (
        "None of this is counted ({perspective}): it adds 0 to the total. What is shown is its own "
        "sum."
    ),
    # a correlation
    "title_matrix": "The matrix of {path}",
    "matrix_member": "Drawn together",
    "correlation_read": "{label}: what is drawn together is {members}",
    "correlation_draws": (
        "the normal scores of the members have these correlations; each number keeps its own "
        "distribution (Gaussian copula)"
    ),
    # values by cycle
    "step_series": "by cycle",
    "series_is": "{count} values, one for each {cycle}: {first} in the first, {last} in the last",
    "series_holds": "{text}, which is kept until cycle {cycles}",
    "series_read": "{file}, column {column}: {text}",
    # outcomes of a model
    "step_counts": "what is counted",
    "counts_ever": "the share who have been in {states} at any time by month {month}",
    "counts_at": "the share in {states} at month {month}",
    "counts_time": "the time spent in {states} up to month {month}",
    "step_moves": "moves behind it",
    "moves_into": "in by {paths}",
    "moves_out": "out by {paths}",
    "step_levels": "in each arm",
    # timing
    "follows_in": "follows the people in {states}",
    "follows_enter": "follows those who enter {states}",
    "follows_move": "follows those who go {states}",
    "follows_start": "at the start",
    "follows_of": "follows what it is a rate of, {of}",
    "timing_follows": (
        "{text}: {first} in month 1, {last} in month {months}, {total} over {months} months"
    ),
    "timing_continues": "{text}, then on at the amount of the last month",
    "timing_uniform": "evenly over the months",
    "timing_months": "only in months {first} to {last}",
    "timing_never": "in force in none of the months",
    "timing_weights": "by the stated weights",
    "timing_end": "at the end of the horizon",
    "timing_monthly": "every month, {text}",
}
