"""The words of register weeks."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "title_weeks_states": (
        "Weeks in each state, per person, of {weeks} weeks followed ({level} interval)"
    ),
    "title_weeks_paid": (
        "Benefits by payer, per person over {weeks} weeks, undiscounted ({level} interval)"
    ),
    "weeks_more": "Weeks in each state and benefits by payer: --only weeks and --only benefits.",
    "title_weeks_moves_week": "Moves from one week to the next, of all weeks in the state",
    "title_weeks_moves_month": "Moves from one month to the next, of all months in the state",
    "title_weeks_moves_year": "Moves from one year to the next, of all years in the state",
    "title_weeks_behind": "{ladder}: weeks behind at the start, and people by step",
    "weeks_cite": (
        "Own register weeks, counted on {date} (file {file}, SHA-256 {digest}; codes as in {codes})"
    ),
    "weeks_told": "From the weeks: {text}.",
    "weeks_state": "State",
    "weeks_move": "Move",
    "weeks_step": "Step",
    "weeks_of": "{count} of {steps}",
    "weeks_from": "from cycle {first}",
    "weeks_behind": "Weeks behind, mean up to the last step",
    "note_weeks_rule_week": "Moves are counted from one week to the next.",
    "note_weeks_rule_month": (
        "Who is in which state in a month is what the week says in which the month begins. A month "
        "is 1/12 of 365.25 days, that is 4.35 weeks and not 4."
    ),
    "note_weeks_rule_year": (
        "Who is in which state in a year is what the week says in which the year begins. A year is "
        "365.25 days, that is 52.18 weeks."
    ),
    "note_weeks_paid": (
        "Benefits by payer are counted week by week from each person's own weeks behind. A "
        "scenario has one number of weeks behind for all, so its accounts may differ from these."
    ),
}
