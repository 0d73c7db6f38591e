"""Notes about the calendar: when the person starts, and which amounts are in force when."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.report.notes.about import About
from ipscost.scenario.dated import has_dates
from ipscost.scenario.in_force import month_text
from ipscost.scenario.rollout import Month
from ipscost.words.text import Words, listing, say, within


def in_force(about: About[object]) -> Iterator[Words]:
    """Says when the person starts, which amounts change on a date, and which never hold."""
    scenario = about.scenario
    first = scenario.first_month
    if first is None or not has_dates(scenario):
        return
    last = Month.of(first.number + scenario.months - 1)
    dated = [each for each in scenario.categories if each.in_force is not None]
    yield say(
        "note_in_force",
        first=month_text(first),
        last=month_text(last),
        labels=listing([within(each.label) for each in dated if not each.is_never]),
    )
    never = [within(each.label) for each in dated if each.is_never]
    if never:
        yield say("note_never_in_force", labels=listing(never))


def in_each_month(about: About[object]) -> Iterator[Words]:
    """Says of people who start in many months which amounts count for them, and when."""
    dated = [each for each in about.scenario.categories if each.in_force is not None]
    if dated:
        labels = listing([within(each.label) for each in dated])
        yield say("note_in_each_month", labels=labels)
