"""Months of the calendar, and amounts that change on a date."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "calendar_1": "January {year}",
    "calendar_2": "February {year}",
    "calendar_3": "March {year}",
    "calendar_4": "April {year}",
    "calendar_5": "May {year}",
    "calendar_6": "June {year}",
    "calendar_7": "July {year}",
    "calendar_8": "August {year}",
    "calendar_9": "September {year}",
    "calendar_10": "October {year}",
    "calendar_11": "November {year}",
    "calendar_12": "December {year}",
    "in_force_until": "{label}, until {last}",
    "in_force_from": "{label}, from {first}",
    "in_force_between": "{label}, from {first} until {last}",
    "note_in_force": (
        "The person starts in {first} and is followed until {last}. Each amount counts in the "
        "months in which it is in force: {labels}."
    ),
    "note_in_each_month": (
        "Whenever people start, each amount counts in the months of the calendar in which it is "
        "in force: {labels}."
    ),
    "note_never_in_force": "Not in force in any of these months, so not counted: {labels}.",
}
