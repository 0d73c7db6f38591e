"""The words of the notes about a model: what it counts, how, and where it is not linear."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "note_model": (
        "Model: people move between the states {states}, in cycles of a {cycle}; {counting}."
    ),
    "cycle_week": "week",
    "cycle_month": "month",
    "cycle_year": "year",
    "counting_start": "each cycle is counted by who is where at its start",
    "counting_end": "each cycle is counted by who is where at its end",
    "counting_half_cycle": (
        "each cycle is counted by the mean of its start and end (half-cycle correction)"
    ),
    "counting_simpson": "cycles are counted by Simpson's 1/3 rule",
    "note_onward": (
        "Of those in {origin} with {arm}, the model has {has} in {target} after a {time}; the "
        "stated probabilities say {stated}."
    ),
    "note_effect_persists": (
        "After month {month} the difference between the arms stays as it was, to the end "
        "({source})."
    ),
    "note_effect_decays": (
        "After month {month} the difference between the arms fades with a half-life of {half_life} "
        "months ({source})."
    ),
    "note_effect_stops": (
        "After month {month} the arms no longer differ in how people move ({source})."
    ),
    "effect_assumed": "assumed: {text}",
    "note_human_capital": (
        "The human-capital method is used for {labels}: all work counts as production."
    ),
    "note_friction": (
        "The friction-cost method is used for {label}: only the first {months} months after each "
        "entry count, because someone else would then do the work."
    ),
    "note_clipped_draws": (
        "Some draws were out of range: {parts}. Intervals and means are of the corrected draws; "
        "odds ratios, hazard ratios and beta distributions stay in range."
    ),
    "clipped_row": (
        "in {share}% of the draws the probabilities of leaving {label} summed to more than 1 and "
        "were scaled to 1"
    ),
    "clipped_number": "in {share}% of the draws {path} was set to the nearest possible number",
    "note_base_case": (
        "The base case is shown, with every number at its stated value. The means of the draws "
        "differ from it, because a model is not linear in its numbers: {parts}."
    ),
    "note_base_case_medians": (
        "The base case is shown, with every number at its stated value. The means of the draws "
        "differ from it, because a model is not linear in its numbers and a ratio stated with an "
        "interval is the median of its draws: {parts}."
    ),
    "note_base_case_compared": (
        "Of a model, the base case is shown, with every number at its stated value; the means of "
        "the draws give other savings: {parts}."
    ),
    "base_case_part": "{label} {mean} (base case {point})",
    "note_sampling_model": (
        "Monte Carlo error with {draws} draws: {mean} for the mean total of the draws, {ends} for "
        "the ends of its {level} interval. The base case is shown, with every number at its stated "
        "value, not the mean of the draws."
    ),
    "note_sampling_compared_model": (
        "Monte Carlo error with {draws} draws: up to {ends} for the ends of the {level} interval "
        "of a difference in saving. The base case of each model is shown, with every number at its "
        "stated value, not the mean of the draws."
    ),
}
