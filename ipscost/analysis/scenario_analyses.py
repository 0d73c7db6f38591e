"""sensitivity: the scenario analyses that a file declares, each held against the base case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ipscost.analysis.estimates import Estimate
from ipscost.analysis.what_if import Question
from ipscost.analysis.what_if_text import answer_title, money_line, record
from ipscost.run import Run
from ipscost.scenario import Analysis, Scenario
from ipscost.settings import LEVEL
from ipscost.table import Cell, Column, Interval, Report, Row, Table, count, rate
from ipscost.words import listing, say, typed

ABOVE = ("mean", "difference", "ratio", "events")

Variants = Sequence[tuple[Analysis, Run]]


def analyses(
    question: Question, variants: Variants, language: str = "en", level: float = LEVEL
) -> Report:
    """The report of the scenario analyses of a run, each with the draws of the base case.

    `variants` are the runs of the analyses with the settings of the question's own run, so that
    a difference from the base case is due to what was changed and not to other draws.
    """
    asked = [(analysis, question.of_variant(run)) for analysis, run in variants]
    tables = [_table(question, arm, asked, language, level) for arm in question.arms]
    return Report(
        scenario=question.scenario.name,
        language=language,
        headline=tuple(_sentence(question, arm, asked, language) for arm in question.arms),
        tables=(*tables, _changes(question, variants, language)),
        notes=tuple(_notes(question, asked, language)),
        record=record(question, level),
    )


def answer(question: Question, arm: str) -> Estimate:
    """The answer of an arm: at the expected values, and over the draws where there are any."""
    place, run = question.arms.index(arm), question.run
    point = float(question.of_ledger(run.point)[place, 0])
    return Estimate(point, None if run.ledger is None else question.of_ledger(run.ledger)[place])


def less(one: Estimate, other: Estimate) -> Estimate:
    """The difference of two answers, draw by draw; one that is certain counts in each draw."""
    point = one.point - other.point
    if one.draws is None and other.draws is None:
        return Estimate(point, None)
    drawn = [e.point if e.draws is None else e.draws for e in (one, other)]
    return Estimate(point, np.asarray(drawn[0] - drawn[1]))


def _table(
    question: Question,
    arm: str,
    asked: Sequence[tuple[Analysis, Question]],
    language: str,
    level: float,
) -> Table:
    base = answer(question, arm)
    shown = say("base_case", language)
    cells = (*_cells(base, level), None)
    rows = [Row("base", "analysis", shown, cells, question.unit, strong=True)]
    for analysis, variant in asked:
        found = answer(variant, arm)
        difference: Interval | None = None
        if variant.unit == question.unit:
            difference = less(found, base).interval(level)
        row_cells = (*_cells(found, level), difference)
        label = analysis.label.text(language)
        rows.append(Row(f"analyses.{analysis.name}", "analysis", label, row_cells, variant.unit))
    reference, measure = question.scenario.reference, question.measure
    heading = "saving_interval" if question.outcome is None else "answer_benefit_interval"
    odds = "probability" if question.outcome is None else "answer_benefit_probability"
    extent = rate(level, language)
    columns = (
        Column(say(heading, language, level=extent), measure, arm, reference, style="change"),
        Column(say(odds, language), "probability", arm, reference, "share", "probability"),
        Column(
            say("from_base_interval", language, level=extent),
            f"{measure}_from_base",
            arm,
            reference,
            style="change",
        ),
    )
    title = say(
        "title_analyses",
        language,
        arm=question.arm_label(arm, language),
        answer=answer_title(question, language),
        line=money_line(question, language),
    )
    return Table(title, say("one_analysis", language), columns, tuple(rows), breaks=(1,))


def _cells(found: Estimate, level: float) -> tuple[Cell, Cell]:
    """The answer, and the probability that it is above 0."""
    odds = found.minus().probability_below(0)
    return found.interval(level), None if odds is None else Interval(odds)


def _changes(question: Question, variants: Variants, language: str) -> Table:
    """What each analysis changes: the path, its value in the base case, and its value there."""
    rows = []
    for analysis, _ in variants:
        for setting in analysis.settings:
            path, _, value = setting.partition("=")
            cells = (
                analysis.label.text(language),
                _before(question, path, language),
                _shown(value, language),
            )
            rows.append(Row(f"analyses.{analysis.name}.set.{path}", "change", path, cells))
    columns = tuple(
        Column(say(key, language)) for key in ("one_analysis", "base_case", "in_analysis")
    )
    title, first = say("title_changes", language), say("path_changed", language)
    return Table(title, first, columns, tuple(rows))


def _before(question: Question, path: str, language: str) -> str | None:
    """What stands at `path` in the base case, or None where that is no one number or word."""
    scenario = question.scenario
    whole = _words(scenario)
    if path in whole:
        return whole[path]
    number, _, key = path.rpartition(".")
    quantity = question.varied[number].quantity if number in question.varied else None
    if path in question.varied:
        return typed(question.varied[path].now, language)
    if quantity is None:
        return None
    if key == quantity.role or key in ABOVE:
        return f"{typed(quantity.value, language)} {quantity.unit}"
    return None if quantity.way is None else quantity.way.text(language)


def _shown(value: str, language: str) -> str:
    """A value of a setting, as numbers are shown in the language."""
    try:
        return typed(float(value), language)
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
    question: Question, arm: str, asked: Sequence[tuple[Analysis, Question]], language: str
) -> str:
    """How many analyses keep the sign of the answer, and which do not."""
    now = answer(question, arm).point
    turned = [
        analysis.label.text(language)
        for analysis, variant in asked
        if answer(variant, arm).point * now < 0
    ]
    kind = "saving" if now >= 0 else "cost"
    kind = kind if question.outcome is None else "benefit"
    number = "analysis" if len(asked) == 1 else "analyses"
    return say(
        f"{number}_{kind}_turned" if turned else f"{number}_{kind}_kept",
        language,
        arm=question.arm_label(arm, language),
        kept=count(len(asked) - len(turned), language),
        all=count(len(asked), language),
        turned=listing(turned, language),
    )


def _notes(
    question: Question, asked: Sequence[tuple[Analysis, Question]], language: str
) -> Iterator[str]:
    for analysis, variant in asked:
        label = analysis.label.text(language)
        if analysis.note is not None:
            text = analysis.note.clause(language)
            yield say("note_target", language, what=label, text=text)
        if variant.unit != question.unit:
            money = str(variant.scenario.money)
            yield say("note_other_money", language, label=label, money=money)
    if question.run.ledger is not None:
        yield say("note_same_draws", language)
