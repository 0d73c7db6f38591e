"""People told apart by what they have been through: time on a ladder, time since entry, ever.

Each is exact for the cohort: the shares of people in each state are carried with one more axis (a
clock), and moved by the same probabilities. Which of them are counted follows the points of time:
a point that weighs one cycle is a cycle of time to whoever is in the state at it. That time passes
stretch by stretch (`Grid.stretches`), half a cycle before the point and half after it, so that what
counts only one of the two counts whom that one finds on a rung. No count hangs on how far the run
goes, nor on what else is counted.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from ipscost.engines.chain import Row
from ipscost.engines.grid import SLACK, Grid
from ipscost.scenario.model import Rung

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


ONE = np.ones((1, 1))


def _within(begin: Floats, length: float, low: float, high: float) -> Floats:
    """Of stretches of `length` that `begin` at some times, the parts from `low` to `high`."""
    inside = np.minimum(begin + length, high) - np.maximum(begin, low)
    parts = np.clip(inside / length, 0.0, 1.0)
    return np.where(parts < SLACK, 0.0, np.where(parts > 1 - SLACK, 1.0, parts))


def _on(share: Floats, low: float, high: float, below: Callable[[float, float], Floats]) -> Floats:
    """Of the `share` in a state those from `low` to `high`, where `below` counts up to an end.

    On the last rung are all who are not below it, however far their clocks are followed.
    """
    if high < math.inf:
        return below(low, high)
    return np.maximum(share - below(0.0, low), 0.0)


def step(
    rows: dict[str, Row], old: dict[str, Floats], new: dict[str, Floats], part: Floats
) -> None:
    """The shares in each state a cycle later, from `old` to `new`, (..., arm, draw).

    `part` is room of the same shape. States that `new` does not have are not followed.
    """
    for state, share in new.items():
        if state not in old:
            share[...] = 0
        elif (stay := rows[state].stay) is None:
            share[...] = old[state]
        else:
            np.multiply(old[state], stay, out=share)
    for state, share in old.items():
        for target, probability in rows[state].exits.items():
            if target in new:
                np.multiply(share, probability, out=part)
                new[target] += part


class Shares:
    """The shares of people in each state, and room for the next cycle."""

    def __init__(self, start: dict[str, Floats]) -> None:
        self.now = start
        self._next = {state: np.empty_like(share) for state, share in start.items()}
        self._part = np.empty_like(next(iter(start.values())))

    def advance(self, rows: dict[str, Row]) -> None:
        """A cycle passes."""
        step(rows, self.now, self._next, self._part)
        self.now, self._next = self._next, self.now


class Never:
    """Those who have never been in one of `states`."""

    def __init__(self, start: dict[str, Floats], states: tuple[str, ...]) -> None:
        self.shape = next(iter(start.values())).shape
        apart = {state: share.copy() for state, share in start.items() if state not in states}
        self._shares = Shares(apart) if apart else None

    def ever(self) -> Floats:
        """The share that has been there, (arm, draw)."""
        total = np.zeros(self.shape)
        for share in self._shares.now.values() if self._shares else ():
            total += share
        np.subtract(1, total, out=total)
        return np.maximum(total, 0, out=total)

    def advance(self, rows: dict[str, Row]) -> None:
        """A cycle passes."""
        if self._shares is not None:
            self._shares.advance(rows)


class Ladder:
    """All time spent in some states, as a clock that begins at `start` years.

    The clock is an axis in front, (clock, arm, draw), that ends where the last rung of interest
    begins: time beyond that makes no difference. Those who begin in the states and those who do not
    are apart, since the first point may weigh less than a cycle: the clocks of each group then
    stand whole ticks apart.
    """

    def __init__(self, start: dict[str, Floats], rungs: list[Rung], grid: Grid) -> None:
        self.grid, self.weights = grid, grid.point_weights * grid.cycle
        self.last = max(b for rung in rungs for b in (0.0, rung.low, rung.high) if b < math.inf)
        first, states = rungs[0].start, rungs[0].states
        self.first = first
        inside = {state: share for state, share in start.items() if state in states}
        groups = [(inside, self.weights[0]), ({s: start[s] for s in start if s not in states}, 0.0)]
        self._groups = [
            _Group({s: group.get(s, 0 * start[s]) for s in start}, states, first + gone, self, grid)
            for group, gone in groups
            if any(share.any() for share in group.values())
        ]

    def within(self, state: str, share: Floats, rung: Rung, stretch: int) -> Floats:
        """Of the `share` in a state those on a rung in a stretch of the grid, (arm, draw)."""

        def below(low: float, high: float) -> Floats:
            found = (group.within(state, low, high, stretch) for group in self._groups)
            return sum(found, np.zeros_like(share))

        return _on(share, rung.low, rung.high, below)

    def advance(self, rows: dict[str, Row], point: int) -> None:
        """The clock of those in the states goes on by the weight of the point; a cycle passes."""
        for group in self._groups:
            group.advance(rows, point)


class _Group:
    """People whose clocks stand whole ticks apart, the least of them `first` after point 0.

    `now` holds the shares of each state by clock, (tick, arm, draw), of which the first `reached`
    ticks can be any.
    """

    def __init__(
        self,
        start: dict[str, Floats],
        states: tuple[str, ...],
        first: float,
        ladder: Ladder,
        grid: Grid,
    ) -> None:
        self.ladder, self.first, self.states = ladder, first, states
        self.tick = grid.cycle * (2 / 3 if grid.counting == "simpson" else 1)
        self.ticks = np.rint(ladder.weights / self.tick).astype(int).tolist()
        needed = math.ceil((ladder.last - first) / self.tick - SLACK)
        self.size, self.reached = min(max(needed, 0), sum(self.ticks)) + 1, 1
        shape = (self.size, *next(iter(start.values())).shape)
        self.now, self._next = ({state: np.empty(shape) for state in start} for _ in range(2))
        for state, share in start.items():
            self.now[state][0] = share
        self._part = np.empty(shape)

    def within(self, state: str, low: float, high: float, stretch: int) -> Floats:
        """The share in a state from `low` to `high` in a stretch of the grid, (arm, draw)."""
        grid = self.ladder.grid
        first = self.first if grid.stretches.points[stretch] else self.ladder.first
        first += grid.stretches.before[stretch] * grid.cycle
        begin = first + self.tick * np.arange(self.reached)
        weights = _within(begin, grid.stretches.weights[stretch] * grid.cycle, low, high)
        share = self.now[state]
        found = np.zeros(share.shape[1:])
        for place in np.flatnonzero(weights):
            found += share[place] if weights[place] == 1 else share[place] * weights[place]
        return found

    def advance(self, rows: dict[str, Row], point: int) -> None:
        """The clock of those in the states goes on by the weight of the point; a cycle passes."""
        ticks = min(self.ticks[point], self.size - 1) if point else 0
        reached = min(self.reached + ticks, self.size)
        for state in self.now:
            self._enter(rows, state, ticks, reached)
        self.reached = reached
        self.now, self._next = self._next, self.now

    def _enter(self, rows: dict[str, Row], target: str, ticks: int, reached: int) -> None:
        """Those who are in `target` a cycle later, whose clocks then reach `reached` ticks."""
        new = self._next[target][:reached]
        fresh = True
        for origin, shares in self.now.items():
            row, gone = rows[origin], ticks if origin in self.states else 0
            probability = row.stay if origin == target else row.exits.get(target)
            if probability is None:
                if origin != target:
                    continue
                probability = ONE
            old = shares[: self.reached]
            body = min(self.reached, reached - gone)
            if fresh:
                new[:gone], new[gone + body :] = 0, 0
                np.multiply(old[:body], probability, out=new[gone : gone + body])
            else:
                moved = np.multiply(old[:body], probability, out=self._part[:body])
                new[gone : gone + body] += moved
            for share in old[body:]:  # their clocks stay at the last tick
                new[-1] += share * probability
            fresh = False


class Entries:
    """Those in a state who entered it a short while ago, by the cycles since: (age, arm, draw)."""

    def __init__(self, shape: tuple[int, ...], state: str, rungs: list[Rung], grid: Grid) -> None:
        self.state, self.cycle, self.grid = state, grid.cycle, grid
        bounds = [b for rung in rungs for b in (rung.low, rung.high) if b != math.inf]
        ages = math.ceil(max(bounds, default=0.0) / grid.cycle - SLACK)
        self._ages = [np.zeros(shape) for _ in range(min(ages, grid.cycles + 1))]

    def within(self, share: Floats, rung: Rung, stretch: int) -> Floats:
        """Of the `share` in the state those on a rung in a stretch of the grid, (arm, draw).

        Where both sides of a point count, a cycle since entry has half of it before the point.
        """
        stretches, halves = self.grid.stretches, self.grid.counting in ("half_cycle", "simpson")
        length = self.cycle / 2 if halves else self.cycle
        later = halves and stretches.cycles[stretch] >= stretches.points[stretch]
        ages = np.arange(float(len(self._ages)))
        begin = self.cycle * ages + (length if later else 0.0)

        def below(low: float, high: float) -> Floats:
            found = np.zeros_like(share)
            weights = _within(begin, length, low, high)
            for age in np.flatnonzero(weights):
                entered = self._ages[age]
                found += entered if weights[age] == 1 else entered * weights[age]
            return found

        return _on(share, rung.low, rung.high, below)

    def advance(self, rows: dict[str, Row], old: dict[str, Floats]) -> None:
        """A cycle passes: some leave, and others enter from the shares `old`."""
        if not self._ages:
            return
        stay, fresh = rows[self.state].stay, self._ages.pop()
        if stay is not None:
            for entered in self._ages:
                entered *= stay
        fresh[...] = 0
        for state, share in old.items():
            if state != self.state and self.state in rows[state].exits:
                fresh += share * rows[state].exits[self.state]
        self._ages.insert(0, fresh)
