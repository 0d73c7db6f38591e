"""The cycles of a cohort model, the points of time between them, and how points are weighted.

A model of n cycles has n + 1 points; point j lies j cycles after the start. People are counted at
points. The counting method says how much each point weighs in a cycle: its first point, its last,
half of each (half-cycle correction), or Simpson's rule over pairs of cycles (Elbasha and Chhatwal
2016, doi 10.1007/s40273-015-0337-0; the weights are in docs/method.md, Counting).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ipscost.scenario.model import CYCLES
from ipscost.scenario.nouns import Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.int64]

SLACK = 1e-9
"""In cycles: a time that is no further than this beyond a whole number of cycles is that number.
Far more than the rounding of years / cycle (below 1e-12 even for a century of weeks), and far less
than any time that a scenario can state."""


class Stretches(NamedTuple):
    """The weight of each point, split by the cycle it counts in, in order of time: all (stretch,).

    points, cycles: the point and the cycle that a stretch belongs to.
    weights: its length, in cycles.
    before: the length of the earlier stretches of the same point, in cycles.

    A point that counts in two cycles has one stretch in each, so that an amount that covers only
    one of these cycles can take that stretch alone.
    """

    points: Places
    cycles: Places
    weights: Floats
    before: Floats


@dataclass(frozen=True, eq=False)
class Grid:
    """The cycles of a run.

    cycle, years: the length of a cycle and of the horizon, in years.
    counting: one of `scenario.model.COUNTINGS`.
    months: the number of months of the ledger.
    cycles: the number of cycles that are run. It exceeds the horizon if an outcome is asked for at
        a later month.
    """

    cycle: float
    counting: str
    years: float
    months: int
    cycles: int

    @cached_property
    def times(self) -> Floats:
        """The time of each point, in years after the start, (point,)."""
        times: Floats = np.arange(self.cycles + 1.0) * self.cycle
        return times

    @cached_property
    def counted(self) -> tuple[Places, Places, Floats]:
        """The weights above 0 of points in cycles: the cycle, the point and the weight of each.

        Three arrays of the same length, (weight,); the weights of a cycle sum to 1. Simpson's rule
        gives the three points of a pair of cycles 1/6, 4/6 and 1/6 in each of the two cycles.
        """
        cycles = np.arange(self.cycles)
        if self.counting == "simpson":
            pair = 2 * (cycles // 2)
            points = np.concatenate([pair, pair + 1, pair + 2])
            weights = np.repeat([1 / 6, 4 / 6, 1 / 6], self.cycles)
            return np.tile(cycles, 3), points, weights
        if self.counting == "half_cycle":
            both = np.concatenate([cycles, cycles + 1])
            return np.tile(cycles, 2), both, np.full(2 * self.cycles, 0.5)
        return cycles, cycles + (self.counting == "end"), np.ones(self.cycles)

    @cached_property
    def stretches(self) -> Stretches:
        """The weights in order of time: by point, and within a point by cycle."""
        cycles, points, weights = self.counted
        order = np.lexsort((cycles, points))
        cycles, points, weights = cycles[order], points[order], weights[order]
        before = np.zeros(len(weights))
        for later in range(1, len(weights)):
            if points[later] == points[later - 1]:
                before[later] = before[later - 1] + weights[later - 1]
        return Stretches(points, cycles, weights, before)

    @cached_property
    def of_point(self) -> list[range]:
        """The indices of the stretches of each point; one range per point."""
        ends = np.searchsorted(self.stretches.points, np.arange(self.cycles + 2)).tolist()
        return [range(begin, end) for begin, end in pairwise(ends)]

    @cached_property
    def point_weights(self) -> Floats:
        """The total weight of each point, in cycles, (point,)."""
        _, points, weights = self.counted
        total: Floats = np.bincount(points, weights, self.cycles + 1).astype(float)
        return total

    def overlap(self, months: int, years: float) -> Floats:
        """The share of each cycle that lies in each month and before `years`, (cycle, month)."""
        length = self.cycle * 12
        start = np.arange(self.cycles)[:, None] * length
        month = np.arange(months)[None, :]
        end = np.minimum(np.minimum(start + length, month + 1), years * 12)
        parts: Floats = np.maximum(end - np.maximum(start, month), 0) / length
        return parts

    @cached_property
    def horizon(self) -> Floats:
        """The share of each cycle that lies in each month of the horizon, (cycle, month)."""
        return self.overlap(self.months, self.years)

    def at_points(self, parts: Floats) -> Floats:
        """The weight of each point in each month, in cycles, (point, month).

        parts: the share of each cycle that counts in each month, (cycle, month). A weight times the
        length of a cycle is time.
        """
        cycles, points, weights = self.counted
        total = np.zeros((self.cycles + 1, *parts.shape[1:]))
        for turn in self._turns:  # each has a point once at most
            total[points[turn]] += parts[cycles[turn]] * weights[turn, None]
        return total

    @cached_property
    def _turns(self) -> tuple[Places, ...]:
        """The places in `counted` where each point occurs first, then second, and so on."""
        points = self.counted[1]
        order = np.argsort(points, kind="stable")
        first = np.searchsorted(points[order], points[order])
        turn = np.empty(len(points), dtype=np.intp)
        turn[order] = np.arange(len(points)) - first
        return tuple(np.flatnonzero(turn == number) for number in range(turn.max() + 1))

    def in_stretches(self, parts: Floats) -> Floats:
        """The weight of each stretch in each month, in cycles, (stretch, month).

        parts: the share of each cycle that counts in each month, (cycle, month).
        """
        weighted: Floats = parts[self.stretches.cycles] * self.stretches.weights[:, None]
        return weighted

    def in_cycles(self, values: Floats) -> Floats:
        """The mean of `values`, (point,), over each cycle, weighted as its points are: (cycle,)."""
        cycles, points, weights = self.counted
        mean: Floats = np.bincount(cycles, values[points] * weights, self.cycles).astype(float)
        return mean

    def between(self, month: float) -> Floats:
        """The weights that interpolate linearly between the points on either side of `month`.

        (point,); they sum to 1. A month beyond the last cycle counts as the last point.
        """
        time = min(month / (self.cycle * 12), float(self.cycles))  # in cycles
        before = min(math.floor(time + SLACK), self.cycles)
        rest = max(time - before, 0.0)
        weights = np.zeros(self.cycles + 1)
        weights[before] = 1 - rest
        if rest > 0:
            weights[before + 1] = rest
        return weights


def grid(scenario: Scenario) -> Grid:
    """The cycles that cover the horizon of a scenario, and any outcome asked for beyond it.

    Raises ValueError if the scenario has no model, or for Simpson's rule over an odd number of
    cycles.
    """
    model = scenario.model
    if model is None:
        raise ValueError("a scenario without states has no cycles")
    cycle = CYCLES[model.cycle]
    cycles = _needed(model.years, cycle)
    last = max((o.course.month for o in scenario.outcomes if o.course is not None), default=0.0)
    run = max(cycles, _needed(last / 12, cycle))
    if model.counting == "simpson":
        if cycles % 2:
            raise ValueError(f"Simpson's rule needs an even number of cycles, not {cycles}")
        run += run % 2
    return _grid(cycle, model.counting, model.years, scenario.months, run)


def _needed(years: float, cycle: float) -> int:
    return max(1, math.ceil(years / cycle - SLACK))


@lru_cache(maxsize=64)
def _grid(cycle: float, counting: str, years: float, months: int, cycles: int) -> Grid:
    return Grid(cycle, counting, years, months, cycles)
