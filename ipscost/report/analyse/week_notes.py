"""How register weeks became states and moves, what was left out, and what is held back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ipscost.analysis.evaluation.week_nouns import WeeksFound
from ipscost.report.notes.about import About, Writer, written
from ipscost.report.report import Note
from ipscost.words.text import Words, count, say


@dataclass(frozen=True, slots=True)
class WeeksTold:
    """What register weeks tell, what could not be put into a scenario, the fewest who are shown."""

    found: WeeksFound
    doubts: Sequence[str]
    least: int


def week_notes(found: WeeksFound, doubts: Sequence[str], least: int) -> tuple[Note, ...]:
    """The notes about register weeks."""
    return written(NOTES, About(WeeksTold(found, doubts, least)))


def weeks_rule(about: About[WeeksTold]) -> Iterator[Words]:
    """By which rule weeks became cycles."""
    yield say(f"note_weeks_rule_{about.found.found.cycle}")


def weeks_paid(about: About[WeeksTold]) -> Iterator[Words]:
    """Where the benefits that each payer pays come from."""
    if about.found.found.paid:
        yield say("note_weeks_paid")


def weeks_doubt(about: About[WeeksTold]) -> Iterator[Words]:
    """What was left out, or could not be put into a scenario."""
    for doubt in (*about.found.found.doubts, *about.found.doubts):
        yield say("weeks_told", text=doubt)


def weeks_held(about: About[WeeksTold]) -> Iterator[Words]:
    """How many counts are held back."""
    told = about.found
    if told.found.held:
        yield say("note_analyse_held", count=count(told.found.held), least=count(told.least))


NOTES: tuple[Writer[WeeksTold], ...] = (weeks_rule, weeks_paid, weeks_doubt, weeks_held)
