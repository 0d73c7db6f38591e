"""sensitivity: the scenario analyses that a file declares, each held against the base case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ipscost.analysis.estimates import Estimate
from ipscost.analysis.interval import Interval
from ipscost.analysis.reaches import without_effect
from ipscost.analysis.what_if.question import Question
from ipscost.report.notes.about import of_run, written
from ipscost.report.report import Cell, Column, Report, Row, Table
from ipscost.report.what_if.notes import ANALYSES, Tried
from ipscost.report.what_if.text import answer_title, money_line, record
from ipscost.run import Run
from ipscost.scenario.nouns import Analysis, Quantity, Scenario
from ipscost.settings import LEVEL
from ipscost.words.text import Words, behind, count, listing, rate, say, sentences, typed

ABOVE = ("mean", "difference", "ratio", "events")

NOT_KNOWN = Estimate(0.0, None, partial=True, empty=True)
"""The answer of an analysis in which something that counts is not known."""

Variants = Iterable[tuple[Analysis, Run]]


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer of each arm in one analysis, and the money that it is in.

    `moves` is False where all that it changes is what no saving depends on.
    """

    analysis: Analysis
    money: str
    answers: Mapping[str, Estimate]
    moves: bool


def analyses(question: Question, variants: Variants, level: float = LEVEL) -> Report:
    """The report of the scenario analyses of a run, each with the draws of the base case.

    `variants` are the runs of the analyses with the settings of the question's own run, so that
    a difference from the base case is due to what was changed and not to other draws. Of each only
    the answers are kept, so that a generator needs room for one run at a time.
    """
    base = answers(question)
    found = []
    for analysis, run in variants:
        money, changed = str(run.scenario.money), set(analysis.settings)
        moves = len(without_effect(run.scenario, changed)) < len(changed)
        found.append(Answered(analysis, money, answers(question.of_variant(run)), moves))
        del run
    arms = question.arms
    tried = tuple((each.analysis, each.money) for each in found)
    tables = [_table(question, arm, base[arm], found, level) for arm in arms]
    return Report(
        scenario=question.scenario.name,
        headline=tuple(_sentence(question, arm, base[arm], found, level) for arm in arms),
        tables=(*tables, _changes(question, found)),
        notes=written(ANALYSES, of_run(Tried(question, tried), question.run, level)),
        record=record(question, level),
    )


def answers(question: Question) -> dict[str, Estimate]:
    """The answer of each arm: by the point estimates, and over the draws where there are any."""
    points, ledger = question.now.tolist(), question.run.ledger
    drawn = [None] * len(points) if ledger is None else list(question.of_ledger(ledger))
    return {
        arm: Estimate(point, draws) if question.is_known(arm) else NOT_KNOWN
        for arm, point, draws in zip(question.arms, points, drawn, strict=True)
    }


def less(one: Estimate, other: Estimate) -> Estimate:
    """The difference of two answers, draw by draw; one that is certain counts in each draw."""
    if one.partial or other.partial:
        return NOT_KNOWN
    point = one.point - other.point
    if one.draws is None and other.draws is None:
        return Estimate(point, None)
    drawn = [e.point if e.draws is None else e.draws for e in (one, other)]
    return Estimate(point, np.asarray(drawn[0] - drawn[1]))


def _table(
    question: Question,
    arm: str,
    base: Estimate,
    found: Sequence[Answered],
    level: float,
) -> Table:
    shown = say("base_case")
    cells = (*_cells(base, level), None)
    rows = [Row("base", "analysis", shown, cells, question.unit, strong=True)]
    for each in found:
        answer, unit = each.answers[arm], f"{each.money}/person"
        difference: Interval | None = None
        if unit == question.unit:
            difference = less(answer, base).cell(level)
        row_cells = (*_cells(answer, level), difference)
        path, label = f"analyses.{each.analysis.name}", each.analysis.label
        rows.append(Row(path, "analysis", label, row_cells, unit))
    reference, measure = question.scenario.reference, question.measure
    heading = "saving_interval" if question.outcome is None else "answer_benefit_interval"
    odds = "probability" if question.outcome is None else "answer_benefit_probability"
    extent = rate(level)
    columns = (
        Column(say(heading, level=extent), measure, arm, reference, style="change"),
        Column(say(odds), "probability", arm, reference, "share", "probability"),
        Column(
            say("from_base_interval", level=extent),
            f"{measure}_from_base",
            arm,
            reference,
            style="change",
        ),
    )
    title = say(
        "title_analyses",
        arm=question.arm_label(arm),
        answer=answer_title(question),
        line=money_line(question),
    )
    return Table(title, say("one_analysis"), columns, tuple(rows), breaks=(1,))


def _cells(found: Estimate, level: float) -> tuple[Cell, Cell]:
    """The answer, and the probability that it is above 0."""
    return found.cell(level), found.minus().chance_below(0)


def _changes(question: Question, found: Sequence[Answered]) -> Table:
    """What each analysis changes: the path, its value in the base case, and its value there."""
    rows = []
    for analysis in (each.analysis for each in found):
        for setting in analysis.settings:
            path, _, value = setting.partition("=")
            cells = (
                analysis.label,
                _before(question, path),
                _shown(value),
            )
            rows.append(Row(f"analyses.{analysis.name}.set.{path}", "change", path, cells))
    columns = tuple(Column(say(key)) for key in ("one_analysis", "base_case", "in_analysis"))
    title, first = say("title_changes"), say("path_changed")
    return Table(title, first, columns, tuple(rows))


def _before(question: Question, path: str) -> Words | None:
    """What stands at `path` in the base case, or None where that is no one number or word."""
    scenario = question.scenario
    whole = _words(scenario)
    if path in whole:
        return whole[path]
    number, _, key = path.rpartition(".")
    quantity = question.varied[number].quantity if number in question.varied else None
    if path in question.varied:
        whole_number = question.varied[path].quantity
        if whole_number is not None:
            return _typed(whole_number)
        return typed(question.varied[path].now)
    if quantity is None:
        return None
    if key == quantity.role or key in ABOVE:
        return _typed(quantity)
    return None if quantity.way is None else quantity.way


def _typed(number: Quantity) -> Words:
    """A number as it was stated, with its unit."""
    return sentences(typed(number.value), behind(str(number.unit)))


def _shown(value: str) -> Words:
    """A value of a setting, as numbers are shown in the language."""
    try:
        return typed(float(value))
    except ValueError:
        return value


def _words(scenario: Scenario) -> dict[str, str]:
    """What the head of a file says, by path."""
    return {
        "perspective": scenario.perspective,
        "money": str(scenario.money),
        "horizon.months": str(scenario.months),
    }


def _sentence(
    question: Question,
    arm: str,
    base: Estimate,
    found: Sequence[Answered],
    level: float,
) -> Words:
    """How many analyses keep the sign of the answer, which do not, and which are not sure of it."""
    now = base.point
    labels = {each.analysis.name: each.analysis.label for each in found}
    vague = [labels[e.analysis.name] for e in found if e.answers[arm].partial]
    found = [each for each in found if not each.answers[arm].partial]
    not_known = say("analyses_not_known", names=listing(vague)) if vague else ""
    if not found:
        return not_known
    turned = [labels[e.analysis.name] for e in found if e.answers[arm].point * now < 0]
    unsure = [labels[e.analysis.name] for e in found if _spans_zero(e.answers[arm], level)]
    kind = "saving" if now >= 0 else "cost"
    kind = kind if question.outcome is None else "benefit"
    number = "analysis" if len(found) == 1 else "analyses"
    text: Words = say(
        f"{number}_{kind}_turned" if turned else f"{number}_{kind}_kept",
        arm=question.arm_label(arm),
        kept=count(len(found) - len(turned)),
        all=count(len(found)),
        turned=listing(turned),
    )
    if unsure:
        doubt = say(
            f"{number}_unsure",
            level=rate(level),
            unsure=count(len(unsure)),
            names=listing(unsure),
        )
        text = sentences(text, doubt)
    if question.outcome is None and (same := [each for each in found if not each.moves]):
        text = sentences(text, _unmoved(same, number))
    return sentences(text, not_known)


def _unmoved(same: Sequence[Answered], number: str) -> Words:
    """Which analyses change nothing that a saving depends on, so that they say nothing of it."""
    names = listing([each.analysis.label for each in same])
    key = (
        f"{number}_unmoved_one" if number == "analyses" and len(same) == 1 else f"{number}_unmoved"
    )
    return say(key, unmoved=count(len(same)), names=names)


def _spans_zero(answer: Estimate, level: float) -> bool:
    """True where the interval includes 0."""
    extent = answer.interval(level)
    if extent.low is None or extent.high is None:
        return False
    return extent.low <= 0 <= extent.high
