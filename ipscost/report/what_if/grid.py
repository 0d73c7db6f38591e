"""sensitivity --grid: two numbers varied together, and the answer at each pair of values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.analysis.what_if.question import Question, Varied
from ipscost.analysis.what_if.tornado import default_ends, is_clipped, possible
from ipscost.errors import AskedError
from ipscost.report.notes.common import run_lines
from ipscost.report.notes.gaps import left_out
from ipscost.report.notes.given import unmoved
from ipscost.report.report import Cell, Column, Report, Row, Table
from ipscost.report.what_if.text import answer_sentence, answer_title, money_line, record
from ipscost.rounding import NEARLY
from ipscost.settings import LEVEL
from ipscost.words.text import Words, count, joined, listing, number, say, sentences

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STEPS = 5
MOST_STEPS = 100


@dataclass(frozen=True, slots=True)
class GridSide:
    """One side of a grid: a path, its ends (None for the usual ones) and how many values."""

    path: str
    low: float | None = None
    high: float | None = None
    steps: int = STEPS


def grid(question: Question, sides: Sequence[GridSide], level: float = LEVEL) -> Report:
    """The answer of each arm at each pair of values: one evaluation for all cells.

    Raises AskedError where not two different numbers are named, or their values are not possible.
    """
    if len(sides) != 2 or sides[0].path == sides[1].path:
        raise AskedError("a grid needs two different numbers: give --grid twice")
    down, across = (question.one(side.path) for side in sides)
    rows, columns = (_values(question, side, level) for side in sides)
    pairs = {
        down.path: np.repeat(rows, columns.size),
        across.path: np.tile(columns, rows.size),
    }
    shape = (len(question.arms), rows.size, columns.size)
    answers = question.answers(pairs).reshape(shape)
    lines, tables = list[Words](), []
    for index, arm in enumerate(question.arms):
        now = float(question.now[index])
        is_idle = bool(np.ptp(answers[index]) <= NEARLY * max(1.0, abs(now)))
        turns = say("grid_idle") if is_idle else _turns(now, answers[index])
        lines.append(sentences(answer_sentence(question, arm), turns))
        tables.append(_table(question, arm, (down, rows), (across, columns), answers[index]))
    if question.outcome is None:
        lines += unmoved(question.scenario)
    view = View(question.run, question.scenario.perspective)
    return Report(
        scenario=question.scenario.name,
        headline=(*lines, *left_out(question.run, question.outcome, question.left_out)),
        tables=tuple(tables),
        notes=(*_notes(question, sides, level), *run_lines(view)),
        record={
            **record(question, level),
            "grid": [
                f"{v.path}={x[0]:.10g}:{x[-1]:.10g}:{x.size}"
                for v, x in ((down, rows), (across, columns))
            ],
        },
    )


def _notes(question: Question, sides: Sequence[GridSide], level: float) -> Iterator[Words]:
    yield say("note_expected")
    paths = [side.path for side in sides]
    usual = [side.path for side in sides if side.low is None]
    if clipped := [path for path in usual if is_clipped(question.varied[path], level)]:
        yield say("note_clipped", paths=listing(clipped))
    if alone := [path for path in paths if path in question.together]:
        yield say("note_varied_alone", paths=listing(alone))


def _values(question: Question, side: GridSide, level: float) -> Floats:
    """The values of one side in the stated unit, (value,)."""
    varied = question.one(side.path)
    ends = (side.low, side.high)
    if side.low is None or side.high is None:
        found = default_ends(varied, level)
        if found is None:
            raise AskedError(
                f"{side.path} has neither uncertainty nor bounds; add from where to where and "
                f"how many values: --grid {side.path}=LOW:HIGH:{side.steps}"
            )
        ends = found
    low, high = possible(varied, *(float(end) for end in ends if end is not None))
    values: Floats = np.linspace(low, high, side.steps)
    return values


def _turns(now: float, answers: Floats) -> Words:
    """How many cells have another sign than now."""
    other = int(np.count_nonzero(np.sign(answers) == -np.sign(now))) if now else 0
    if not other:
        return say("grid_same")
    return say(
        "grid_turns",
        cells=count(other),
        of=count(answers.size),
    )


def _table(
    question: Question,
    arm: str,
    down: tuple[Varied, Floats],
    across: tuple[Varied, Floats],
    answers: Floats,
) -> Table:
    """The answers of one arm, (row, column); in tidy rows each cell names both values."""
    scenario = question.scenario
    columns = [
        Column(_value(across[0], value), question.measure, unit=question.unit, style="signed")
        for value in across[1]
    ]
    columns.append(
        Column("", question.measure, arm, scenario.reference, question.unit, "signed", shown=False)
    )
    title = say(
        "title_grid",
        arm=question.arm_label(arm),
        answer=answer_title(question),
        line=money_line(question),
        down=_name(down[0]),
        across=_name(across[0]),
    )
    rows = [
        Row(
            f"{down[0].path}={value:.10g}",
            "value",
            _value(down[0], value),
            (*(Interval(float(answer)) for answer in line), None),
            tidy=False,
        )
        for value, line in zip(down[1], answers, strict=True)
    ]
    rows += list(_cells(down, across, answers))
    return Table(title, say("grid_first"), tuple(columns), tuple(rows))


def _cells(
    down: tuple[Varied, Floats], across: tuple[Varied, Floats], answers: Floats
) -> Iterator[Row]:
    """A row for each cell, for machines alone."""
    for value, line in zip(down[1], answers, strict=True):
        for other, answer in zip(across[1], line, strict=True):
            path = f"{down[0].path}={value:.10g},{across[0].path}={other:.10g}"
            cells: tuple[Cell, ...] = (*(None for _ in across[1]), Interval(float(answer)))
            yield Row(path, "cell", path, cells, shown=False)


def _name(varied: Varied) -> Words:
    """What a side is called: its label, and its unit where the values do not show it."""
    return joined((varied.label, varied.shown_unit()), ", ")


def _value(varied: Varied, value: float) -> Words:
    """A value in the digits of its unit."""
    return number(value, "points" if varied.points else str(varied.unit))
