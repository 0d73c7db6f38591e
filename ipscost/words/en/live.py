"""The words of a what-if: numbers that a reader of a page can change."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "page_what_if_title": "What if?",
    "live_saves": (
        "With these values, {arm} saves {whom} {amount} per person over {horizon} compared with "
        "{reference}, in {year}."
    ),
    "live_costs": (
        "With these values, {arm} costs {whom} {amount} more per person over {horizon} than "
        "{reference}, in {year}."
    ),
    "live_about": (
        "What is shown is the expected saving, exactly as a new run with these values would give "
        "it; all other numbers stay as they are."
    ),
    "live_grid": "For {subjects}, the result was computed at each value that can be chosen.",
    "live_crowded": (
        "There is no room for every combination with {subjects}, which cannot be changed here: ask "
        "for fewer numbers at once."
    ),
    "live_lacking": ("A part of the account of {payers} is not known, so it is not shown below."),
    "live_rest": "All others, unchanged",
    "live_now": "Now",
    "title_live": "Saving with {arm}, one number changed at a time\n{line}",
    "live_change": "Change the numbers",
    "live_value": "Value",
    "live_people": "Number of people",
    "live_for_people": "For {people} people that is {amount}.",
    "live_outside": "Enter a number from {low} to {high}.",
    "live_whole": "Enter a whole number of people, 1 or more.",
    "live_reset": "Back to the original values",
    "live_table": "Saving per person, {currency}",
    "live_account": "Of which",
    "live_with": "With these values",
    "live_difference": "Change",
    "live_total": "Total",
    "live_by_payer": "By payer",
    "live_by_category": "By category",
    "live_command": "The same result from the command line:",
}
