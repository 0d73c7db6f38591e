"""sensitivity --grid: two numbers varied together, and the answer at each pair of values."""

from __future__ import annotations

from collections.abc import Sequence

from ipscost.analysis.interval import Interval
from ipscost.analysis.what_if.question import Question, Varied
from ipscost.analysis.what_if.two_way import GridSide, Turned, TwoWay, two_way
from ipscost.report.notes.about import named, of_run, written
from ipscost.report.report import MOST_CAVEATS, Column, Report, Row, Short, Table
from ipscost.report.simulate.headline import MOST_SENTENCES
from ipscost.report.what_if.caveats import caveats
from ipscost.report.what_if.figures import of_grid
from ipscost.report.what_if.notes import GRID, TwoSides
from ipscost.report.what_if.text import (
    answer_sentence,
    answer_title,
    arm_label,
    label_of,
    money_line,
    record,
    shown_unit,
)
from ipscost.settings import LEVEL
from ipscost.words.text import Words, count, number, say, sentences, series


def grid(question: Question, sides: Sequence[GridSide], level: float = LEVEL) -> Report:
    """The report of the answer of each arm at each pair of values.

    Raises AskedError where not two different numbers are named, or their values are not possible.
    """
    found = two_way(question, sides, level)
    lines = list[Words]()
    for arm in question.arms:
        lines.append(sentences(answer_sentence(question, arm), _turns(found.turned(arm))))
    cautions = tuple(caveats(question, level))
    tables = tuple(_table(found, arm) for arm in question.arms)
    paths = (found.down.path, found.across.path)
    usual = tuple(side.path for side in sides if side.low is None)
    return Report(
        scenario=question.scenario.name,
        headline=tuple(lines[:MOST_SENTENCES]),
        tables=tables,
        notes=(
            *cautions,
            *(named("further", line) for line in lines[MOST_SENTENCES:]),
            *written(GRID, of_run(TwoSides(question, paths, usual), question.run, level)),
        ),
        record={
            **record(question, level),
            "grid": [f"{v.path}={x[0]:.10g}:{x[-1]:.10g}:{x.size}" for v, x in found.sides],
        },
        figures=tuple(of_grid(found)),
        short=Short(tables, cautions[:MOST_CAVEATS]),
    )


def _turns(turned: Turned) -> Words:
    """The number of cells in which the result has the opposite sign."""
    if turned.is_idle:
        return say("grid_idle")
    if not turned.cells:
        return say("grid_same")
    return say("grid_turns", cells=count(turned.cells), of=count(turned.of))


def _table(found: TwoWay, arm: str) -> Table:
    """The answers of one arm: a row for each value down, a column for each across."""
    question = found.question
    columns = tuple(
        Column(_value(found.across, value), unit=question.unit, style="signed", numeric=True)
        for value in found.columns
    )
    title = say(
        "title_grid",
        arm=arm_label(question, arm),
        answer=answer_title(question),
        line=money_line(question),
        down=_name(question, found.down),
        across=_name(question, found.across),
    )
    rows = []
    for value, line in zip(found.rows, found.answers[question.arms.index(arm)], strict=True):
        cells = tuple(Interval(float(answer)) for answer in line)
        path, label = f"{found.down.path}={value:.10g}", _value(found.down, value)
        rows.append(Row(path, label, cells))
    return Table(title, say("grid_first"), columns, tuple(rows), name="grid")


def _name(question: Question, varied: Varied) -> Words:
    """The heading of one side: its label, and its unit unless the values show it."""
    return series((label_of(question, varied), shown_unit(varied)))


def _value(varied: Varied, value: float) -> Words:
    """A value in the digits of its unit."""
    return number(value, "points" if varied.points else str(varied.unit))
