"""Points of time between cycles, and how what happens at them counts in cycles and months.

A model of n cycles has n + 1 points, point j lying j cycles after the start. People are counted at
points; the counting method says how much the points weigh in a cycle.
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
"""A horizon this little longer than a whole number of cycles is that number, in cycles."""


class Stretches(NamedTuple):
    """The weights of each point one after another, in the order of their cycles, (stretch,).

    `points` and `cycles` say whose they are, `weights` how many cycles they last; `before` is how
    much of the point's weight lies before, in cycles. A point between two cycles thus has a stretch
    of each, and what counts one of the two has that one.
    """

    points: Places
    cycles: Places
    weights: Floats
    before: Floats


@dataclass(frozen=True, eq=False)
class Grid:
    """The cycles of a run. `cycle` is their length and `years` that of the horizon, in years.

    `months` is the number of months of the ledger; `cycles` how many cycles are run, which may be
    more than the horizon holds where an outcome asks for a later month.
    """

    cycle: float
    counting: str
    years: float
    months: int
    cycles: int

    @cached_property
    def times(self) -> Floats:
        """When each point is, in years, (point,)."""
        times: Floats = np.arange(self.cycles + 1.0) * self.cycle
        return times

    @cached_property
    def counted(self) -> tuple[Places, Places, Floats]:
        """Cycle, point and weight of each weight above 0: those of a cycle sum to 1."""
        cycles = np.arange(self.cycles)
        if self.counting == "simpson":
            pair = 2 * (cycles // 2)
            places = np.concatenate([pair, pair + 1, pair + 2])
            weights = np.repeat([1 / 6, 4 / 6, 1 / 6], self.cycles)
            return np.tile(cycles, 3), places, weights
        if self.counting == "half_cycle":
            both = np.concatenate([cycles, cycles + 1])
            return np.tile(cycles, 2), both, np.full(2 * self.cycles, 0.5)
        return cycles, cycles + (self.counting == "end"), np.ones(self.cycles)

    @cached_property
    def stretches(self) -> Stretches:
        """The weights in the order of time: by point, and there by cycle."""
        cycles, points, weights = self.counted
        order = np.lexsort((cycles, points))
        cycles, points, weights = cycles[order], points[order], weights[order]
        before = np.zeros(len(weights))
        for place in range(1, len(weights)):
            if points[place] == points[place - 1]:
                before[place] = before[place - 1] + weights[place - 1]
        return Stretches(points, cycles, weights, before)

    @cached_property
    def of_point(self) -> list[range]:
        """The places of the stretches of each point, by point."""
        ends = np.searchsorted(self.stretches.points, np.arange(self.cycles + 2)).tolist()
        return [range(begin, end) for begin, end in pairwise(ends)]

    @cached_property
    def point_weights(self) -> Floats:
        """How many cycles each point weighs in all, (point,)."""
        _, points, weights = self.counted
        found: Floats = np.bincount(points, weights, self.cycles + 1).astype(float)
        return found

    def overlap(self, months: int, years: float) -> Floats:
        """The part of each cycle that lies in each month before `years`, (cycle, month)."""
        length = self.cycle * 12
        start = np.arange(self.cycles)[:, None] * length
        month = np.arange(months)[None, :]
        end = np.minimum(np.minimum(start + length, month + 1), years * 12)
        parts: Floats = np.maximum(end - np.maximum(start, month), 0) / length
        return parts

    @cached_property
    def horizon(self) -> Floats:
        """The part of each cycle in each month of the horizon, (cycle, month)."""
        return self.overlap(self.months, self.years)

    def at_points(self, parts: Floats) -> Floats:
        """How much each point weighs, (point, month), where cycles count for `parts` (cycle, ...).

        In cycles: a point's weight times the length of a cycle is time.
        """
        cycles, points, weights = self.counted
        found = np.zeros((self.cycles + 1, *parts.shape[1:]))
        np.add.at(found, points, parts[cycles] * weights[:, None])
        return found

    def in_stretches(self, parts: Floats) -> Floats:
        """How much each stretch weighs, (stretch, month), where cycles count for `parts`."""
        found: Floats = parts[self.stretches.cycles] * self.stretches.weights[:, None]
        return found

    def in_cycles(self, values: Floats) -> Floats:
        """The mean of `values` (point,) over each cycle as the points count in it, (cycle,)."""
        cycles, points, weights = self.counted
        found: Floats = np.bincount(cycles, values[points] * weights, self.cycles).astype(float)
        return found

    def between(self, month: float) -> Floats:
        """The weight of each point at `month`, (point,): the two around it, in a straight line."""
        place = min(month / (self.cycle * 12), float(self.cycles))
        before = min(math.floor(place + SLACK), self.cycles)
        rest = max(place - before, 0.0)
        weights = np.zeros(self.cycles + 1)
        weights[before] = 1 - rest
        if rest > 0:
            weights[before + 1] = rest
        return weights


def grid(scenario: Scenario) -> Grid:
    """The cycles that the horizon of a scenario needs, and its outcomes beyond the horizon.

    Raises ValueError without a model, and for Simpson's rule over an odd number of cycles.
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
