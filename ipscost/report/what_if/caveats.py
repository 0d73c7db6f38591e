"""What a reader must know before the answer of sensitivity is used, the most important first."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.carried import CarriedOver
from ipscost.analysis.caveats import (
    Incomplete,
    OldPrices,
    OtherPeople,
    StudyDoubt,
    WeakSource,
    Worth,
    caveats_of,
    whatever_is_asked,
)
from ipscost.analysis.estimates import View
from ipscost.analysis.what_if.question import Question
from ipscost.report.caveats import doubted, told
from ipscost.report.notes.about import named
from ipscost.report.notes.gaps import left_out
from ipscost.report.notes.given import unmoved
from ipscost.report.report import Note
from ipscost.settings import LEVEL
from ipscost.words.text import say


def caveats(question: Question, level: float = LEVEL, unvaried: int = 0) -> Iterator[Note]:
    """What is left out or without effect, how much was not varied, and what the numbers rest on.

    A doubt about the file stands before all. `unvaried` is how many numbers have no stated
    uncertainty. Sources are judged by what was asked about: the saving, or the net benefit; of a
    rollout they are not.
    """
    scenario = question.scenario
    yield from doubted(scenario)
    for text in left_out(question.run, question.outcome, question.left_out):
        yield named("caveat_of_known", text)
    if question.measure == "saving":
        for text in unmoved(scenario):
            yield named("caveat_unmoved", text)
    if unvaried:
        key = "caveat_unvaried_one" if unvaried == 1 else "caveat_unvaried_many"
        yield named("caveat_unvaried", say(key, count=unvaried))
    outcome, view = question.outcome, View(question.run, scenario.perspective)
    worth = None if outcome is None else Worth(outcome.path, question.wtp)
    if not question.is_of_person:
        yield from told(whatever_is_asked(view), view, level)
        return
    kept = (WeakSource, Incomplete, OtherPeople, CarriedOver, StudyDoubt, OldPrices)
    found = [each for each in caveats_of(view, (), level, worth) if isinstance(each, kept)]
    yield from told(found, view, level, worth)
