"""Two-way sensitivity analysis: two numbers varied together, and the answer at each pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.what_if.question import Question, Varied
from ipscost.analysis.what_if.tornado import default_ends, possible
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.rounding import NEARLY
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STEPS = 5
"""Values on each side of a grid, unless a number of them is asked for."""
MOST_STEPS = 100
"""The most values on a side; a grid then has 10,000 cells, as many as there usually are draws."""


@dataclass(frozen=True, slots=True)
class GridSide:
    """One side of a grid: the path of a number, its ends (None for the default ones), and how many
    values lie between them, ends included."""

    path: str
    low: float | None = None
    high: float | None = None
    steps: int = STEPS


@dataclass(frozen=True, slots=True)
class Turned:
    """How many of the cells of a grid have the opposite sign to the base case.

    of: the number of cells. is_idle: True if the answer is the same in all of them.
    """

    cells: int
    of: int
    is_idle: bool


@dataclass(frozen=True)
class TwoWay:
    """The answer at each pair of values of two numbers, one `down` and one `across`.

    rows: the values down, (row,). columns: the values across, (column,). Both are in stated units.
    answers: (arm, row, column), in the reported money per person.
    """

    question: Question
    down: Varied
    across: Varied
    rows: Floats
    columns: Floats
    answers: Floats

    @property
    def sides(self) -> tuple[tuple[Varied, Floats], ...]:
        """Each side with its values."""
        return (self.down, self.rows), (self.across, self.columns)

    def turned(self, arm: str) -> Turned:
        """In how many cells the answer of an arm has the opposite sign to the base case."""
        index = self.question.arms.index(arm)
        now, answers = float(self.question.now[index]), self.answers[index]
        cells = int(np.count_nonzero(np.sign(answers) == -np.sign(now))) if now else 0
        is_idle = bool(np.ptp(answers) <= NEARLY * max(1.0, abs(now)))
        return Turned(cells, answers.size, is_idle)


def two_way(question: Question, sides: Sequence[GridSide], level: float = LEVEL) -> TwoWay:
    """The answer of each arm at each pair of values, all cells in one run of the engine.

    Ends that are not given are those of the one-way analysis, with intervals at `level`. Raises
    AskedError if `sides` are not two different numbers, or a value is not possible.
    """
    if len(sides) != 2 or sides[0].path == sides[1].path:
        raise AskedError(Message("a grid needs two different numbers: give --grid twice"))
    down, across = (question.one(side.path) for side in sides)
    rows, columns = (_values(question, side, level) for side in sides)
    pairs = {
        down.path: np.repeat(rows, columns.size),
        across.path: np.tile(columns, rows.size),
    }
    shape = (len(question.arms), rows.size, columns.size)
    answers = question.answers(pairs).reshape(shape)
    return TwoWay(question, down, across, rows, columns, answers)


def _values(question: Question, side: GridSide, level: float) -> Floats:
    """The values of one side in the stated unit, (value,), evenly spaced."""
    varied = question.one(side.path)
    ends = (side.low, side.high)
    if side.low is None or side.high is None:
        usual = default_ends(varied, level)
        if usual is None:
            raise AskedError(
                Message(
                    "{path} has neither uncertainty nor bounds; add from where to where and "
                    "how many values: --grid {path}=LOW:HIGH:{steps}",
                    path=side.path,
                    steps=side.steps,
                )
            )
        ends = usual
    low, high = possible(varied, *(float(end) for end in ends if end is not None))
    values: Floats = np.linspace(low, high, side.steps)
    return values
