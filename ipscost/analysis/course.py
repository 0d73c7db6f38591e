"""The saving by month and by year, and the month of break-even.

Savings are per person, in the money of the scenario and, where nothing else is said, discounted;
months count from 1.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.estimates import Estimate, View
from ipscost.analysis.interval import Interval
from ipscost.errors import AskedError
from ipscost.flows import of_periods
from ipscost.ledger import Ledger
from ipscost.messages import Message
from ipscost.run import Run
from ipscost.scenario.nouns import Category, Scenario
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

TINY = 1e-9
"""A cumulative saving is a loss if it is below minus this. It is far above rounding in a sum over
months, and far below any amount of money."""
YEAR = 12
"""Months in a year."""


@dataclass(frozen=True)
class Trajectory:
    """A saving over time, by month or by year; the last year may be incomplete.

    points: by the point estimates, (period,). draws: (period, draw), None for a run without draws.
    undiscounted: the points before discounting, as a budget has them, (period,); None where
        discounting changes nothing.
    partial: True if the account leaves out something unknown, so that there is neither an interval
        nor a month of break-even. empty: True if nothing of it is known.
    """

    points: Floats
    draws: Floats | None
    partial: bool = False
    empty: bool = False
    undiscounted: Floats | None = None

    @property
    def so_far(self) -> Trajectory:
        """The cumulative saving at the end of each period."""
        draws = None if self.draws is None else np.cumsum(self.draws, axis=0)
        plain = None if self.undiscounted is None else np.cumsum(self.undiscounted)
        return replace(self, points=np.cumsum(self.points), draws=draws, undiscounted=plain)

    @property
    def moves(self) -> bool:
        """True if any period has a gain or a loss by the point estimates."""
        return bool((np.abs(self.points) > TINY).any())

    def by_year(self) -> Trajectory:
        """The saving by year, from one by month; a last incomplete year is a year."""
        starts = np.arange(0, self.points.size, YEAR)
        points = np.add.reduceat(self.points, starts)
        draws = None if self.draws is None else np.add.reduceat(self.draws, starts, axis=0)
        plain = self.undiscounted
        plain = None if plain is None else np.add.reduceat(plain, starts)
        return replace(self, points=points, draws=draws, undiscounted=plain)

    def plain(self) -> list[Interval | None]:
        """The amount of each period before discounting, without an interval.

        None where discounting changes nothing, or nothing of the saving is known.
        """
        if self.undiscounted is None or self.empty:
            return [None] * self.points.size
        return [Interval(float(each), partial=self.partial) for each in self.undiscounted]

    def estimates(self) -> list[Estimate]:
        """An estimate for each period."""
        return [
            Estimate(
                float(point),
                None if self.draws is None else self.draws[period],
                partial=self.partial,
                empty=self.empty,
            )
            for period, point in enumerate(self.points)
        ]


def course_of(run: Run, arm: str, perspective: str) -> Trajectory:
    """The saving of `arm` against the reference arm by month, from a perspective.

    Raises ValueError if the run has draws and was simulated without this course.
    """
    points = -run.point.monthly_difference(arm, perspective)[:, 0]
    total, draws = View(run, perspective).total(arm), None
    plain = _undiscounted(run.point, arm, perspective)
    if run.ledger is not None:
        if (arm, perspective) not in run.courses:
            raise ValueError("the course by month needs simulate(..., months=True)")
        draws = -run.courses[arm, perspective]
    return Trajectory(
        points,
        draws,
        total.partial,
        total.empty,
        undiscounted=plain,
    )


def _undiscounted(point: Ledger, arm: str, perspective: str) -> Floats | None:
    """The saving by month before discounting, (month,); None where that changes nothing."""
    if np.array_equal(point.spread, point.present):
        return None
    weight = point.weight(perspective) * point.told[point.arm(arm)]
    flows = of_periods(point.amount, point.spread)
    cost = flows.differences(point.arm(arm), point.arm(point.reference), weight[None])
    saving: Floats = -cost[0, :, 0]
    return saving


def years_of(months: int) -> list[tuple[int, int]]:
    """The first and the last month of each year; the last year may be incomplete."""
    return [(first, min(first + YEAR - 1, months)) for first in range(1, months + 1, YEAR)]


def break_even_months(so_far: Floats) -> Floats:
    """The month of break-even in each draw, (draw,), from cumulative savings, (month, draw).

    It is the first month from whose end on the cumulative saving S stays at or above 0: 1 + the
    last month m with S(m) < 0, or 1 without such a month, or infinite if the last month is one. An
    early surplus that is lost again is therefore no break-even. See docs/method.md, Accounts.
    """
    months = so_far.shape[0]
    negative = so_far < -TINY
    last = np.where(negative.any(axis=0), months - np.argmax(negative[::-1], axis=0), 0)
    return np.where(last == months, np.inf, last + 1.0)


@dataclass(frozen=True)
class BreakEven:
    """The month of break-even; infinite if that lies beyond the horizon.

    month: by the point estimates. draws: in each draw, in rising order, (draw,); None if nothing is
        uncertain. moves: False if there is no gain or loss in any month.
    """

    month: float
    draws: Floats | None
    moves: bool = True

    def at(self, share: float) -> float:
        """The month by which `share` of the draws have broken even: a percentile without
        interpolation, since a draw may be infinite."""
        assert self.draws is not None
        rank = math.ceil(share * self.draws.size - 1e-9) - 1  # less what rounding adds
        return float(self.draws[max(rank, 0)])

    @property
    def median(self) -> float:
        """The month by which half of the draws have broken even."""
        return self.at(0.5)

    def interval(self, level: float = LEVEL) -> tuple[float, float]:
        """The ends of the central interval at `level`: each is the month of some draw."""
        tail = (1 - level) / 2
        return self.at(tail), self.at(1 - tail)

    @property
    def share(self) -> float:
        """The share of draws that break even within the horizon."""
        assert self.draws is not None
        return float(np.isfinite(self.draws).mean())


def break_even(course: Trajectory) -> BreakEven:
    """The month of break-even of a saving by month."""
    so_far = course.so_far
    month = float(break_even_months(so_far.points[:, None])[0])
    if so_far.draws is None or not any(each.is_uncertain for each in so_far.estimates()):
        return BreakEven(month, None, course.moves)
    return BreakEven(month, np.sort(break_even_months(so_far.draws)))


@dataclass(frozen=True)
class _Kept:
    """The month of break-even in each draw, (draw,), and the ends of what was saved by the end of
    each month, (month,)."""

    months: Floats
    lowest: Floats
    highest: Floats


class BreakEvens:
    """Takes the courses of a run, and keeps only when each breaks even: a keeper for `simulate`.

    The courses of many accounts over many months are most of the memory of a run.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], _Kept] = {}
        self._points: dict[str, Floats] = {}

    def take(self, arm: str, view: str, place: slice, course: Floats, draws: int) -> None:
        """Takes the incremental cost by month of some draws, (month, draw)."""
        if (arm, view) not in self._kept:
            ends = np.full((2, len(course)), np.inf)
            self._kept[arm, view] = _Kept(np.empty(draws), ends[0], -ends[1])
        kept = self._kept[arm, view]
        so_far = np.cumsum(np.negative(course, out=course), axis=0, out=course)
        kept.months[place] = break_even_months(so_far)
        np.minimum(kept.lowest, so_far.min(axis=1), out=kept.lowest)
        np.maximum(kept.highest, so_far.max(axis=1), out=kept.highest)

    def of(self, run: Run, arm: str, view: str) -> BreakEven:
        """The month of break-even of an arm from one perspective, as `break_even` has it.

        Raises ValueError if the run has draws and was simulated without this course.
        """
        views = run.point.perspectives
        if arm not in self._points:
            self._points[arm] = -run.point.monthly_differences(arm, views)[..., 0]
        course = Trajectory(self._points[arm][views.index(view)], None)
        if run.ledger is None:
            return break_even(course)
        if (arm, view) not in self._kept:
            raise ValueError("the course by month needs simulate(..., courses=...)")
        kept, so_far = self._kept[arm, view], course.so_far.points
        ranges = zip(so_far.tolist(), kept.lowest.tolist(), kept.highest.tolist(), strict=True)
        ends = (Estimate(point, np.array(extent)) for point, *extent in ranges)
        if not any(each.is_uncertain for each in ends):
            return break_even(course)
        return replace(break_even(course), draws=np.sort(kept.months))


# --- break-even under other assumptions about timing -------------------------------------------


def spread_windows(scenario: Scenario) -> dict[str, tuple[int, int]]:
    """The categories whose timing is an assumption: the first and last month of each, by path.

    An amount over several months is spread evenly if the file does not say when it falls; so is a
    category that is a rate of such an amount. Amounts stated per month, and those that a state
    model gives, have a timing of their own.
    """
    known = {category.path: category for category in scenario.categories}
    spans: dict[str, tuple[int, int]] = {}
    for category in scenario.categories:
        windows = [_window(base) for base in _bases(category, known)]
        spread = [window for window in windows if window is not None]
        if spread:
            spans[category.path] = (min(w[0] for w in spread), max(w[1] for w in spread))
    return spans


def _bases(category: Category, known: Mapping[str, Category]) -> list[Category]:
    """The category itself, or the categories it is ultimately a rate of."""
    if not category.of:
        return [category]
    return [base for path in category.of if path in known for base in _bases(known[path], known)]


def _window(category: Category) -> tuple[int, int] | None:
    """The first and last month an amount is spread over by assumption, or None."""
    timing = category.timing
    whole = timing.profile == "months" or (timing.profile == "uniform" and not timing.stated)
    if category.rules or timing.monthly or not whole or timing.first == timing.last:
        return None
    return timing.first, timing.last


@dataclass(frozen=True)
class BreakEvenRange:
    """The range of the month of break-even over all timings of amounts that are spread evenly.

    earliest: with each gain in the first of its months and each loss in the last.
    latest: the other way round. Both are by the point estimates, infinite beyond the horizon.
    categories: those whose timing is assumed and that the arm changes, the largest first.
    """

    earliest: float
    latest: float
    categories: tuple[Category, ...]

    @property
    def without_months(self) -> tuple[Category, ...]:
        """Those of which the file states no months either, among which the others fall."""
        return tuple(each for each in self.categories if each.timing.profile != "months")

    @property
    def is_known(self) -> bool:
        """True if the month of break-even does not depend on the assumed timing."""
        return self.earliest == self.latest


def reach_of(run: Run, arm: str, weight: Floats) -> BreakEvenRange:
    """The range of the month of break-even of `arm`, over the timings that the file leaves open.

    `weight` is the share of each category that is counted, (category,).
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


def check_horizon(scenario: Scenario) -> None:
    """Raises AskedError where the horizon is not known, and so nothing can be told by month."""
    if not scenario.is_horizon_known:
        raise AskedError(
            Message(
                "the horizon of {file} is not stated, so nothing can be told by month or year",
                file=scenario.file,
            )
        )


@dataclass(frozen=True, slots=True)
class Recovery:
    """The month of break-even of an arm.

    reach: its range over all timings of the amounts that are spread evenly by assumption.
    """

    break_even: BreakEven
    reach: BreakEvenRange

    @property
    def is_known(self) -> bool:
        """True if the month of break-even, or that there is none, does not depend on timings."""
        return self.reach.is_known or math.isinf(self.break_even.month)

    def interval(self, level: float = LEVEL) -> tuple[float, float] | None:
        """The ends of the central interval of the month; None if nothing is uncertain.

        Also None if amounts are spread by assumption: the interval would take that timing as known.
        """
        if self.break_even.draws is None or self.reach.categories:
            return None
        return self.break_even.interval(level)


def recovery_of(view: View, arm: str) -> Recovery | None:
    """The month of break-even of an arm; None if its account leaves out something unknown.

    Raises ValueError if the run has draws and was simulated without `months=True`.
    """
    if isinstance(view.run.keeper, BreakEvens):
        total, even = view.total(arm), None
        if not total.partial:
            even = view.run.keeper.of(view.run, arm, view.perspective)
    else:
        course = course_of(view.run, arm, view.perspective)
        even = None if course.partial else break_even(course)
    return None if even is None else Recovery(even, reach_of(view.run, arm, view.weight()))
