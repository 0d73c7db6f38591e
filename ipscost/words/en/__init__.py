"""English: its words by theme, and how it writes numbers and units.

general      the words of simulate, verify, check and batch, and those that all results share
accounts     the words of perspectives, discounting and the course over months
payers       the words of payers
given        the words of what a sentence takes for granted
calendar     the months of the calendar, and amounts that change on a date
draws        the words about draws and their Monte Carlo error
explain      the words of explain
compare      the words of compare
evidence     the words of evidence
nouns        what is counted, one and many of it, and units
psa          the words about results made elsewhere
cea          the words of cea
cea_lower    the words of cea where less of the outcome is better
cea_notes    the words of the notes of cea
cea_short    the words of the short answers of cea and voi
stress       the words of verify --stress and of its checklists
practice     the words of good practice of a budget impact analysis, and of results of one
cea_variants the sentences of cea that have many variants
voi          the words of voi and of simulate --uncertainty
what_if      the words of sensitivity, and those that threshold shares
threshold    the words of threshold
rollout_answer  the words of these two where the answer is the net of a rollout
transfer     the words about an effect that is carried over
rollout      the words about a programme in the calendar
rehearsal    the words of trial, made-up data to rehearse on
persons      the words about how persons differ, and following them one by one
unknown      the words about what is not known
calibrate    the words of calibrate
model        the words about a model of states
model_notes  the words of the notes about a model
pictures     the words of pictures
page         the words of the page of report
live         the words of what a reader can change on it
help         the words of --help
help_people  the same of the commands about individual data
budget       the words of budget
power        the words of power
analyse      the words of analyse
weeks        the words of register weeks
distribution the words of distribution
book         the words of the workbook
book_states  the words of the workbook of a model of states
book_budget  the words of the budget of a workbook
pooled       the words of evidence --pool
short        the words of a short answer, its caveats, and the headings of notes
"""

from __future__ import annotations

import re

from ipscost.words.locale import Locale

_UNCERTAIN = re.compile(
    r"(s|x|z|ch|sh|o|f|fe|us|is|um|a|man|ing|ness|ment|ism|work|care)$", re.IGNORECASE
)
"""How words end of which the plural is not formed by an s, or which have none."""


def plural(noun: str) -> str:
    """The regular plural of a noun, where it has one: `weeks`, `bodies`."""
    if not noun or _UNCERTAIN.search(noun):
        return ""
    return f"{noun[:-1]}ies" if re.search(r"[^aeiouA-Z]y$", noun) else f"{noun}s"


LOCALE = Locale(
    name="English",
    decimal=".",
    thousands=",",
    plural=plural,
    of_states=("in", "at", "on", "out", "without", "ever"),
    units_have_words=False,
    in_scenarios=True,
)
