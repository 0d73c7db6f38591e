"""The words of calibrate."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # the sentence
    "calibrate_count": "{unknowns} fitted to {targets}",
    "calibrate_unknown_one": "1 number",
    "calibrate_unknowns": "{count} numbers",
    "calibrate_target_one": "1 target",
    "calibrate_targets": "{count} targets",
    "calibrate_agrees": (
        "{count}: the model and the targets agree within the errors of the targets (weighted sum "
        "of squares {squares} with {degrees}, p {p})."
    ),
    "calibrate_differs": (
        "{count}, but the model does not agree with the targets (weighted sum of squares {squares} "
        "with {degrees}, p {p}). Furthest off is {worst}: {residual} standard errors."
    ),
    "calibrate_exact": (
        "{count}, and all are met. With no more targets than numbers, this does not tell whether "
        "the model is right."
    ),
    "calibrate_missed": (
        "{count}, but not all can be met, although there are no more targets than numbers "
        "(weighted sum of squares {squares}). Furthest off is {worst}: {residual} standard errors."
    ),
    "calibrate_degree": "1 degree of freedom",
    "calibrate_degrees": "{count} degrees of freedom",
    # what is told apart
    "calibrate_apart": "The targets identify every number (condition number {condition}).",
    "calibrate_open_one": (
        "The targets do not identify {up}: none of them changes with it at the fit."
    ),
    "calibrate_open_same": (
        "The targets do not identify {up}: higher values of all of them together fit as well."
    ),
    "calibrate_open_opposite": (
        "The targets do not identify {both}: a higher {up} with a lower {down} fits as well."
    ),
    "calibrate_near_same": (
        "The targets hardly identify {first} and {second}: higher values of both fit nearly as "
        "well (correlation {rho})."
    ),
    "calibrate_near_opposite": (
        "The targets hardly identify {first} and {second}: a higher {first} with a lower "
        "{second} fits nearly as well (correlation {rho})."
    ),
    "calibrate_slack": (
        "The targets do not identify {label}: allowing for chance, every value from {low} to "
        "{high} fits as well, with the other numbers adjusted."
    ),
    "calibrate_low": "{label} lies on its lower bound, {value}: the targets ask for less.",
    "calibrate_high": "{label} lies on its upper bound, {value}: the targets ask for more.",
    "calibrate_others": (
        "There is more than one solution: other values fit nearly as well (--notes has them)."
    ),
    "calibrate_few_starts": (
        "Only {same} of {starts} searches ended at this fit; with more --starts there may be a "
        "better one."
    ),
    "calibrate_errors": (
        "The intervals hold if the targets are independent of each other and the model is right."
    ),
    # names
    "calibrate_is_mean": "{label}, {arm}",
    "calibrate_is_difference": "{label}, {arm}: difference",
    "calibrate_is_ratio": "{label}, {arm}: ratio",
    "calibrate_is_risk_ratio": "{label}, {arm}: risk ratio",
    "calibrate_is_hazard_ratio": "{label}, {arm}: hazard ratio",
    "calibrate_is_odds_ratio": "{label}, {arm}: odds ratio",
    "calibrate_is_price": "{label}: price",
    "calibrate_after": "{arm}: {label}, of those not in: {before}",
    # the tables
    "title_calibrate_unknowns": "{name}: fitted numbers",
    "title_calibrate_targets": "{name}: targets and what the fit gives",
    "title_calibrate_fit": "{name}: how it fits",
    "title_calibrate_others": "{name}: other values that fit nearly as well",
    "calibrate_number": "Number",
    "calibrate_target": "Target",
    "calibrate_fitted": "Fitted",
    "calibrate_interval": "{level} interval",
    "calibrate_se": "Standard error",
    "calibrate_at": "Position",
    "calibrate_inside": "within its bounds",
    "calibrate_at_low": "on the lower bound",
    "calibrate_at_high": "on the upper bound",
    "calibrate_at_close": "hardly identified",
    "calibrate_at_open": "not identified",
    "calibrate_residual": "Residual in standard errors",
    "calibrate_what": "Measure",
    "calibrate_value": "Value",
    "calibrate_squares": "Weighted sum of squares",
    "calibrate_at_start": "Weighted sum of squares at the start",
    "calibrate_freedom": "Degrees of freedom",
    "calibrate_p": "p (chi-square)",
    "calibrate_condition": "Condition number",
    "calibrate_singular": "Singular values",
    "calibrate_infinite": "infinite",
    "calibrate_other": "Other fit {number}: {label}",
    # the notes
    "note_calibrate_se": (
        "The standard error of a fitted number follows from those of the targets, as if they were "
        "independent of each other and the model were right. It says nothing about errors of the "
        "model, nor about numbers that were not fitted."
    ),
    "note_calibrate_starts": (
        "The search began at {starts} places; {same} of them ended at this fit."
    ),
    "note_calibrate_starts_open": (
        "The search began at {starts} places. Where a number is not identified, each search ends "
        "elsewhere, so no value is shown."
    ),
    "note_calibrate_expected": (
        "Targets are compared with the model with every other number as in the base case."
    ),
    "note_calibrate_time": (
        "Time in states is not discounted here, since studies publish it undiscounted."
    ),
    "note_calibrate_dist": (
        "Intervals are those of the distributions with which the numbers are written: {dists}."
    ),
    "calibrate_dist": "{label} {dist}",
    "calibrate_normal": "normal",
    "calibrate_lognormal": "lognormal",
    "calibrate_gamma": "gamma",
    "calibrate_beta": "beta",
    "calibrate_uniform": "uniform",
    "note_calibrate_of": "{label}: {text}",
    "note_calibrate_run": "Seed {seed}; ipscost {version}; {scenario}, digest {digest}.",
    "note_calibrate_write": "To write the fitted numbers as a scenario: {command}",
    # the scenario that is written
    "calibrate_title": "{title}, calibrated",
    "calibrate_note": "{count}; weighted sum of squares {squares}.",
    "calibrate_to": "calibrated to {targets} by ipscost {version}, seed {seed}",
    "calibrate_to_each": "{name} ({value})",
    "calibrate_to_bound": "{text}; it lies on the bound of its search and has no standard error",
    "calibrate_together": "Fitted together",
    "calibrate_comment": (
        "Written by ipscost calibrate. What is not here is in the scenario that it extends."
    ),
    "calibrate_wrote": "wrote {file}",
}
