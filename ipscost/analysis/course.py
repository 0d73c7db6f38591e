"""The saving month by month and year by year, and the month from which it has paid itself back."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.estimates import Estimate, View
from ipscost.run import Run
from ipscost.scenario.nouns import Category, Scenario
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

TINY = 1e-9
"""A saving so far is negative below minus this: rounding alone is no loss."""
YEAR = 12


@dataclass(frozen=True)
class Trajectory:
    """A saving part by part: by the point estimates, (part,), and over the draws, (part, draw).

    The parts are months, or years of which the last may be part of one. `partial` where the account
    lacks what is not known, so that there is neither an interval nor a month of break-even;
    `empty` where nothing of it is known.
    """

    points: Floats
    draws: Floats | None
    partial: bool = False
    empty: bool = False

    @property
    def so_far(self) -> Trajectory:
        """The same summed up from the start."""
        draws = None if self.draws is None else np.cumsum(self.draws, axis=0)
        return replace(self, points=np.cumsum(self.points), draws=draws)

    @property
    def moves(self) -> bool:
        """True where some part is a gain or a loss by the point estimates."""
        return bool((np.abs(self.points) > TINY).any())

    def by_year(self) -> Trajectory:
        """The sums of the months of each year."""
        starts = np.arange(0, self.points.size, YEAR)
        draws = None if self.draws is None else np.add.reduceat(self.draws, starts, axis=0)
        return replace(self, points=np.add.reduceat(self.points, starts), draws=draws)

    def estimates(self) -> list[Estimate]:
        """One a part."""
        return [
            Estimate(
                float(point),
                None if self.draws is None else self.draws[part],
                partial=self.partial,
                empty=self.empty,
            )
            for part, point in enumerate(self.points)
        ]


def course_of(run: Run, arm: str, perspective: str) -> Trajectory:
    """The saving of `arm` by month, discounted, as a perspective counts it.

    Raises ValueError where the run was simulated without that course.
    """
    points = -run.point.monthly_difference(arm, perspective)[:, 0]
    total = View(run, perspective).total(arm)
    if run.ledger is None:
        return Trajectory(points, None, total.partial, total.empty)
    if (arm, perspective) not in run.courses:
        raise ValueError("the course by month needs simulate(..., months=True)")
    return Trajectory(points, -run.courses[arm, perspective], total.partial, total.empty)


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
    """The month of break-even: by the point estimates, and in each draw in rising order, (draw,).

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


def break_even(course: Trajectory) -> BreakEven:
    """When a saving by month has paid itself back."""
    so_far = course.so_far
    month = float(break_even_months(so_far.points[:, None])[0])
    if so_far.draws is None or not any(each.is_uncertain for each in so_far.estimates()):
        return BreakEven(month, None, course.moves)
    return BreakEven(month, np.sort(break_even_months(so_far.draws)))


# --- where within its months an amount falls ---------------------------------------------------


def spread_windows(scenario: Scenario) -> dict[str, tuple[int, int]]:
    """The first and last month of each category that is spread evenly by assumption, by its path.

    So is an amount over several months whose course within them is not stated, and what is a rate
    of such an amount. What a model of states gives month by month is not, nor an amount per month.
    """
    known = {category.path: category for category in scenario.categories}
    found: dict[str, tuple[int, int]] = {}
    for category in scenario.categories:
        windows = [_window(base) for base in _bases(category, known)]
        spread = [window for window in windows if window is not None]
        if spread:
            found[category.path] = (min(w[0] for w in spread), max(w[1] for w in spread))
    return found


def _bases(category: Category, known: Mapping[str, Category]) -> list[Category]:
    """The category itself, or what it is in the end a rate of."""
    if not category.of:
        return [category]
    return [base for path in category.of if path in known for base in _bases(known[path], known)]


def _window(category: Category) -> tuple[int, int] | None:
    timing = category.timing
    whole = timing.profile == "months" or (timing.profile == "uniform" and not timing.stated)
    if category.rules or timing.monthly or not whole or timing.first == timing.last:
        return None
    return timing.first, timing.last


@dataclass(frozen=True)
class BreakEvenRange:
    """From when a saving is in plus, wherever within their months the spread `categories` fall.

    `earliest` has each gain in the first of its months and each loss in the last, `latest` the
    other way round; both by the point estimates, infinite beyond the horizon.
    """

    earliest: float
    latest: float
    categories: tuple[Category, ...]

    @property
    def is_known(self) -> bool:
        """True where it is the same month wherever they fall."""
        return self.earliest == self.latest


def reach_of(run: Run, arm: str, weight: Floats) -> BreakEvenRange:
    """The months that a saving may be in plus from; `weight` is that of each category.

    The categories are those that the arm changes, the largest first.
    """
    scenario, ledger = run.scenario, run.point
    change = ledger.amount[ledger.arm(arm)] - ledger.amount[ledger.arm(ledger.reference)]
    gains = -np.einsum("cp,cpm,c->cm", change[:, :, 0], ledger.present, weight)
    drawn = (run.ledger or ledger).difference(arm)
    windows = spread_windows(scenario)
    early = np.zeros(gains.shape[1])
    late, sizes = early.copy(), dict[int, float]()
    for index, category in enumerate(scenario.categories):
        course = gains[index]
        if category.path not in windows or not (weight[index] * drawn[index]).any():
            early, late = early + course, late + course
            continue
        first, last = (month - 1 for month in windows[category.path])
        lump, rest = course[first : last + 1].sum(), course.copy()
        rest[first : last + 1] = 0
        sizes[index] = abs(lump)
        early, late = early + rest, late + rest
        early[first if lump > 0 else last] += lump
        late[last if lump > 0 else first] += lump
    order = sorted(sizes, key=lambda index: -sizes[index])
    earliest = float(break_even_months(np.cumsum(early)[:, None])[0])
    latest = earliest
    if order:
        latest = float(break_even_months(np.cumsum(late)[:, None] - 2 * TINY)[0])
    return BreakEvenRange(earliest, latest, tuple(scenario.categories[index] for index in order))


@dataclass(frozen=True, slots=True)
class Recovery:
    """When an arm has saved more than it cost.

    reach: from when to when that may be, wherever within their months amounts fall that are spread
    evenly for want of a course.
    """

    break_even: BreakEven
    reach: BreakEvenRange

    @property
    def is_known(self) -> bool:
        """True where the month, or that there is none, is the same whenever amounts fall."""
        return self.reach.is_known or math.isinf(self.break_even.month)

    def interval(self, level: float = LEVEL) -> tuple[float, float] | None:
        """The ends of the central interval of the month; None where nothing is uncertain.

        None, too, where amounts are spread, since it would hold no other way of spreading them.
        """
        if self.break_even.draws is None or self.reach.categories:
            return None
        return self.break_even.interval(level)


def recovery_of(view: View, arm: str) -> Recovery | None:
    """When an arm has paid itself back; None where its account lacks what is not known."""
    course = course_of(view.run, arm, view.perspective)
    if course.partial:
        return None
    return Recovery(break_even(course), reach_of(view.run, arm, view.weight()))
