"""The cohort by its history: all time spent in some states, time since entry, ever in a state.

Each is exact for the cohort: the shares of people in each state get one more axis, a clock, and are
moved by the same transition probabilities. Time passes as the counting method weighs it: a point of
weight w moves the clock of those in the states by w cycles. It does so stretch by stretch
(`Grid.stretches`), with half-cycle correction half a cycle before the point and half a cycle after
it, so that an amount that covers only one of them counts those who are in the band in that one. No
count depends on how far the run goes on, or on what else is counted. See docs/method.md, Clocks.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from ipscost.engines.chain import MatrixRow
from ipscost.engines.grid import SLACK, Grid
from ipscost.scenario.model import TimeBand

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


ONE = np.ones((1, 1))
"""The probability of staying in a state that nobody leaves, (arm, draw)."""


def part_within(begin: Floats, length: float, low: float, high: float) -> Floats:
    """The share that lies from `low` to `high` of stretches of `length` that start at `begin`.

    All in years; of the shape of `begin`. A share within SLACK of 0 or 1 is 0 or 1.
    """
    inside = np.minimum(begin + length, high) - np.maximum(begin, low)
    parts = np.clip(inside / length, 0.0, 1.0)
    return np.where(parts < SLACK, 0.0, np.where(parts > 1 - SLACK, 1.0, parts))


def _on(share: Floats, low: float, high: float, below: Callable[[float, float], Floats]) -> Floats:
    """The part of `share`, (arm, draw), whose clock is between `low` and `high` years.

    below: gives that part for a finite `high`. In the last band, whose `high` is infinite, are all
    who are not below it, since their clocks are not followed further.
    """
    if high < math.inf:
        return below(low, high)
    return np.maximum(share - below(0.0, low), 0.0)


def step(
    rows: dict[str, MatrixRow], old: dict[str, Floats], new: dict[str, Floats], part: Floats
) -> None:
    """Writes the shares in each state a cycle after `old` into `new`, both (..., arm, draw).

    `part` is scratch space of the same shape. States that `new` lacks are not followed.
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


class Cohort:
    """The shares of people in each state, `now`, (..., arm, draw), with room for the next cycle."""

    def __init__(self, start: dict[str, Floats]) -> None:
        self.now = start
        self._next = {state: np.empty_like(share) for state, share in start.items()}
        self._part = np.empty_like(next(iter(start.values())))

    def advance(self, rows: dict[str, MatrixRow]) -> None:
        """Moves everybody by one cycle."""
        step(rows, self.now, self._next, self._part)
        self.now, self._next = self._next, self.now


class Never:
    """The people who have never been in any of `states`."""

    def __init__(self, start: dict[str, Floats], states: tuple[str, ...]) -> None:
        self.shape = next(iter(start.values())).shape
        apart = {state: share.copy() for state, share in start.items() if state not in states}
        self._cohort = Cohort(apart) if apart else None

    def ever(self) -> Floats:
        """The share that has ever been in one of the states, (arm, draw)."""
        total = np.zeros(self.shape)
        for share in self._cohort.now.values() if self._cohort else ():
            total += share
        np.subtract(1, total, out=total)
        return np.maximum(total, 0, out=total)

    def advance(self, rows: dict[str, MatrixRow]) -> None:
        """Moves them by one cycle; those who enter one of the states drop out."""
        if self._cohort is not None:
            self._cohort.advance(rows)


class LadderClock:
    """A clock of all the time spent in some states, beginning at `start` years.

    The shares in each state get the clock as their first axis, (tick, arm, draw). It ends where
    the last band begins, since time beyond that changes nothing. People who begin in the states
    and those who do not are kept apart: the first point may weigh less than a cycle, and only
    within each of these groups do all clocks differ by whole ticks.
    """

    def __init__(self, start: dict[str, Floats], bands: list[TimeBand], grid: Grid) -> None:
        self.grid, self.weights = grid, grid.point_weights * grid.cycle
        self.last = max(b for band in bands for b in (0.0, band.low, band.high) if b < math.inf)
        first, states = bands[0].start, bands[0].states
        self.first = first
        inside = {state: share for state, share in start.items() if state in states}
        groups = [(inside, self.weights[0]), ({s: start[s] for s in start if s not in states}, 0.0)]
        self._groups = [
            _ClockGroup(
                {s: group.get(s, 0 * start[s]) for s in start}, states, first + gone, self, grid
            )
            for group, gone in groups
            if any(share.any() for share in group.values())
        ]

    def within(self, state: str, share: Floats, band: TimeBand, stretch: int) -> Floats:
        """The part of `share` in a state that is in a band during a stretch, (arm, draw).

        stretch: its index in `Grid.stretches`.
        """

        def below(low: float, high: float) -> Floats:
            parts = (group.within(state, low, high, stretch) for group in self._groups)
            return sum(parts, np.zeros_like(share))

        return _on(share, band.low, band.high, below)

    def advance(self, rows: dict[str, MatrixRow], point: int) -> None:
        """Advances the clocks by the time that `point` counts, then everybody by a cycle."""
        for group in self._groups:
            group.advance(rows, point)


class _ClockGroup:
    """People whose clocks differ by whole ticks; the lowest stands at `first` years after point 0.

    now: the shares in each state by clock, (tick, arm, draw); only the first `reached` ticks can
    be above 0 so far. A tick is a cycle; with Simpson's rule, whose points weigh 2/3 or 4/3 of a
    cycle, two thirds of one.
    """

    def __init__(
        self,
        start: dict[str, Floats],
        states: tuple[str, ...],
        first: float,
        ladder: LadderClock,
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
        """The share in a state with a clock of `low` to `high` years in a stretch, (arm, draw)."""
        grid = self.ladder.grid
        first = self.first if grid.stretches.points[stretch] else self.ladder.first
        first += grid.stretches.before[stretch] * grid.cycle
        begin = first + self.tick * np.arange(self.reached)
        weights = part_within(begin, grid.stretches.weights[stretch] * grid.cycle, low, high)
        share = self.now[state]
        total = np.zeros(share.shape[1:])
        for tick in np.flatnonzero(weights):
            total += share[tick] if weights[tick] == 1 else share[tick] * weights[tick]
        return total

    def advance(self, rows: dict[str, MatrixRow], point: int) -> None:
        """Advances the clocks by the time that `point` counts, then everybody by a cycle."""
        ticks = min(self.ticks[point], self.size - 1) if point else 0
        reached = min(self.reached + ticks, self.size)
        for state in self.now:
            self._enter(rows, state, ticks, reached)
        self.reached = reached
        self.now, self._next = self._next, self.now

    def _enter(self, rows: dict[str, MatrixRow], target: str, ticks: int, reached: int) -> None:
        """Fills in who is in `target` a cycle later; their clocks then reach `reached` ticks."""
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
    """Those who entered a state recently, by whole cycles since entry: one (arm, draw) per age.

    For the friction-cost method (Koopmanschap et al. 1995, doi 10.1016/0167-6296(94)00044-5), which
    counts only the first months after each entry. Whoever begins in the state is past them.
    """

    def __init__(
        self, shape: tuple[int, ...], state: str, bands: list[TimeBand], grid: Grid
    ) -> None:
        self.state, self.cycle, self.grid = state, grid.cycle, grid
        bounds = [b for band in bands for b in (band.low, band.high) if b != math.inf]
        ages = math.ceil(max(bounds, default=0.0) / grid.cycle - SLACK)
        self._ages = [np.zeros(shape) for _ in range(min(ages, grid.cycles + 1))]

    def within(self, share: Floats, band: TimeBand, stretch: int) -> Floats:
        """The part of `share` in the state that is in a band during a stretch, (arm, draw).

        If a point counts in the cycles on both sides of it, each cycle since entry has one half
        before the point and one half after it.
        """
        stretches, halves = self.grid.stretches, self.grid.counting in ("half_cycle", "simpson")
        length = self.cycle / 2 if halves else self.cycle
        later = halves and stretches.cycles[stretch] >= stretches.points[stretch]
        ages = np.arange(float(len(self._ages)))
        begin = self.cycle * ages + (length if later else 0.0)

        def below(low: float, high: float) -> Floats:
            total = np.zeros_like(share)
            weights = part_within(begin, length, low, high)
            for age in np.flatnonzero(weights):
                entered = self._ages[age]
                total += entered if weights[age] == 1 else entered * weights[age]
            return total

        return _on(share, band.low, band.high, below)

    def advance(self, rows: dict[str, MatrixRow], old: dict[str, Floats]) -> None:
        """Moves everybody by one cycle; `old` are the shares in each state before, (arm, draw)."""
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
