"""The words about draws: how they are made, which go together, and how far they may be off."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "run_draws": "{draws}, seed {seed}",
    "drawn_one": "1 draw",
    "drawn_random": "{draws} draws",
    "drawn_sobol": "{draws} draws from Sobol points",
    "run_point": "no draws",
    # drawn together
    "note_drawn": "Each uncertain number is drawn independently of the others.",
    "note_drawn_others": "All other uncertain numbers are drawn independently.",
    "note_together": "Drawn together ({label}): {paths}; correlation {rho} ({source}).",
    "together_from_to": "from {low} to {high}",
    "together_assumed": "assumed",
    "note_covariance": (
        "Correlated numbers are multiplied in {labels}; the expected value includes their "
        "covariance."
    ),
    "note_sure_together": "How well sourced the correlations are: {parts}.",
    "note_together_differs": (
        "Not drawn alike in {names}, which correlate different numbers: {paths}. The interval of "
        "the difference includes that."
    ),
    "inputs_correlation": "correlation {rho} of {paths}",
    "step_together": "drawn together",
    "together_is": "correlation of the normal scores {parts} ({label}; {source})",
    "together_pair": "{rho} with {path}",
    "step_covariance": "covariance",
    "covariance_is": (
        "numbers that are multiplied are correlated, which changes the expected amount: {parts}"
    ),
    "covariance_part": "{arm} {amount} {unit}",
    # the Monte Carlo error
    "note_sampling": (
        "Monte Carlo error with {draws} draws: {mean} for the mean total, {ends} for the ends of "
        "its {level} interval. Expected values are exact, not means of draws."
    ),
    "note_sampling_compared": (
        "Monte Carlo error with {draws} draws: {ends} for the ends of the {level} interval of the "
        "difference in saving. Expected values are exact, not means of draws."
    ),
    "the_gap": "the difference",
    "note_digits": "More draws may change the last digits of these intervals: {parts}.",
    "note_digits_none": (
        "More draws are unlikely to change a digit of the intervals of the total and the outcomes."
    ),
    "digits_of": "{count} for {label}",
    "the_total": "the total",
}
