"""The words of the notes about a model: what it counts, how, and where it is not linear."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "note_model": "Model: people move between {states}, in cycles of a {cycle}; {counting}.",
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
        "Of those in {origin} with {arm}, the model has {has} in {target} after a {time}; the row "
        "as stated says {stated}."
    ),
    "note_effect_persists": "After month {month} the arms differ as before, to the end ({source}).",
    "note_effect_decays": (
        "After month {month} the difference between the arms halves every {half_life} months "
        "({source})."
    ),
    "note_effect_stops": (
        "After month {month} the arms no longer differ in how people move ({source})."
    ),
    "effect_assumed": "assumed: {text}",
    "note_human_capital": "Human-capital method for {labels}: all work counts as production.",
    "note_friction": (
        "Friction-cost method for {label}: only the first {months} months after each entry count, "
        "since another would then do the work."
    ),
    "note_clipped_draws": (
        "Out of range: {parts}. The intervals are of what was moved, and the means with them; "
        "odds ratios, hazard ratios or beta distributions stay in range."
    ),
    "clipped_row": (
        "in {share}% of the draws the moves out of {label} summed to more than 1 and were scaled "
        "to 1"
    ),
    "clipped_number": "in {share}% of the draws {path} was moved to the nearest possible number",
    "note_base_case": (
        "What is printed is the base case, at the stated value of every number. The means of the "
        "draws are others, since a model is not linear in its numbers: {parts}."
    ),
    "note_base_case_medians": (
        "What is printed is the base case, at the stated value of every number. The means of the "
        "draws are others, since a model is not linear in its numbers and a ratio stated with an "
        "interval is the median of its draws: {parts}."
    ),
    "note_base_case_compared": (
        "What is printed of a model is its base case, at the stated value of every number; the "
        "means of the draws are other savings: {parts}."
    ),
    "base_case_part": "{label} {mean} (base case {point})",
    "note_sampling_model": (
        "Monte Carlo error with {draws} draws: {mean} for the mean of the draws of the total, "
        "{ends} for the ends of its {level} interval. What is printed is the base case, at the "
        "stated value of every number, not the mean of the draws."
    ),
    "note_sampling_compared_model": (
        "Monte Carlo error with {draws} draws: up to {ends} for the ends of the {level} interval "
        "of a difference in saving. What is printed is the base case of each model, at the stated "
        "value of every number, not the mean of the draws."
    ),
}
