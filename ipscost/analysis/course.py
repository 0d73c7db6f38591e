"""The saving month by month and year by year, and the month from which it has paid itself back."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.estimates import Estimate
from ipscost.run import Run
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

TINY = 1e-9
"""A saving so far is negative below minus this: rounding alone is no loss."""
YEAR = 12


@dataclass(frozen=True)
class Course:
    """A saving part by part: at the expected values, (part,), and over the draws, (part, draw).

    The parts are months, or years of which the last may be part of one.
    """

    points: Floats
    draws: Floats | None

    @property
    def so_far(self) -> Course:
        """The same summed up from the start."""
        draws = None if self.draws is None else np.cumsum(self.draws, axis=0)
        return Course(np.cumsum(self.points), draws)

    @property
    def moves(self) -> bool:
        """True where some part is a gain or a loss at the expected values."""
        return bool((np.abs(self.points) > TINY).any())

    def by_year(self) -> Course:
        """The sums of the months of each year."""
        starts = np.arange(0, self.points.size, YEAR)
        draws = None if self.draws is None else np.add.reduceat(self.draws, starts, axis=0)
        return Course(np.add.reduceat(self.points, starts), draws)

    def estimates(self) -> list[Estimate]:
        """One a part."""
        return [
            Estimate(float(point), None if self.draws is None else self.draws[part])
            for part, point in enumerate(self.points)
        ]


def course_of(run: Run, arm: str, perspective: str, points: Floats | None = None) -> Course:
    """The saving of `arm` by month, discounted, as a perspective counts it.

    `points` are those at the expected values, where they are known already. Raises ValueError where
    the run was simulated without that course.
    """
    if points is None:
        points = -run.point.monthly_difference(arm, perspective)[:, 0]
    if run.ledger is None:
        return Course(points, None)
    if (arm, perspective) not in run.courses:
        raise ValueError("the course by month needs simulate(..., months=True)")
    return Course(points, -run.courses[arm, perspective])


def years_of(months: int) -> list[tuple[int, int]]:
    """The first and the last month of each year; the last year may be part of one."""
    return [(first, min(first + YEAR - 1, months)) for first in range(1, months + 1, YEAR)]


def break_even_months(so_far: Floats) -> Floats:
    """The month from whose end the saving so far is not negative, and stays so: (draw,).

    `so_far` is (month, draw). It is the last month in which it is negative, plus one; 1 where it
    never is, and infinite where it still is in the last month.
    """
    months = so_far.shape[0]
    negative = so_far < -TINY
    last = np.where(negative.any(axis=0), months - np.argmax(negative[::-1], axis=0), 0)
    return np.where(last == months, np.inf, last + 1.0)


@dataclass(frozen=True)
class BreakEven:
    """The month of break-even: at the expected values, and in each draw in rising order, (draw,).

    Infinite where it lies beyond the horizon; no draws where nothing is uncertain. `moves` is False
    where nothing is gained or lost in any month.
    """

    month: float
    draws: Floats | None
    moves: bool = True

    def at(self, share: float) -> float:
        """The month by which so large a share of the draws has broken even."""
        assert self.draws is not None
        place = math.ceil(share * self.draws.size - 1e-9) - 1
        return float(self.draws[max(place, 0)])

    @property
    def median(self) -> float:
        """The month by which half of the draws have broken even."""
        return self.at(0.5)

    def interval(self, level: float = LEVEL) -> tuple[float, float]:
        """The ends of the central interval at `level`, months that draws have."""
        tail = (1 - level) / 2
        return self.at(tail), self.at(1 - tail)

    @property
    def share(self) -> float:
        """The share of draws that break even within the horizon."""
        assert self.draws is not None
        return float(np.isfinite(self.draws).mean())


def break_even(course: Course) -> BreakEven:
    """When a saving by month has paid itself back."""
    so_far = course.so_far
    month = float(break_even_months(so_far.points[:, None])[0])
    if so_far.draws is None or not any(each.is_uncertain for each in so_far.estimates()):
        return BreakEven(month, None, course.moves)
    return BreakEven(month, np.sort(break_even_months(so_far.draws)))
