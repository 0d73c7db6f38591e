"""People by their history, as formulas: on a ladder, since an entry, and never in a state.

Each clock has a column for each of its ticks and each state (a tunnel), moved by the same
transition probabilities as people are. How it ticks is that of `engines.clocks`, and fixed by the
scenario: docs/method.md, Clocks.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from ipscost.book.formulas import Formula, Number, plus, times
from ipscost.book.states.levels import most, one_less, scaled
from ipscost.book.states.rows import Put, Shares
from ipscost.engines.clocks import part_within
from ipscost.engines.grid import SLACK, Grid
from ipscost.engines.plan import Key
from ipscost.scenario.model import Model, State, TimeBand

Matrix = dict[str, tuple[Shares, Formula | None]]
"""By state, the probability of going to each other in a cycle, and of staying; None if all stay."""


def moved(old: Shares, matrix: Matrix, target: str) -> Formula | None:
    """The share in a state a cycle after `old`; None if nobody can be there."""
    found = []
    for origin, share in old.items():
        exits, stay = matrix[origin]
        if origin == target:
            found.append(share if stay is None else times(share, stay))
        elif target in exits:
            found.append(times(share, exits[target]))
    return plus(found) if found else None


class NeverColumns:
    """The people who have never been in any of some states."""

    def __init__(self, states: tuple[str, ...], start: Shares, put: Put) -> None:
        self.states, self.put = states, put
        apart = {state: share for state, share in start.items() if state not in states}
        self.now = {state: put("never", (states, state), share) for state, share in apart.items()}

    def ever(self) -> Formula:
        """The share that has ever been in one of the states."""
        return one_less(*self.now.values())

    def advance(self, matrix: Matrix, old: Shares, point: int) -> None:
        """Moves them by one cycle; those who enter one of the states drop out."""
        now = {state: moved(self.now, matrix, state) or Number(0.0) for state in self.now}
        self.now = {s: self.put("never", (self.states, s), share) for s, share in now.items()}


@dataclass(frozen=True, slots=True)
class _Tunnel:
    """People of a ladder whose clocks differ by whole ticks; see `engines.clocks._ClockGroup`.

    name: what tells it from the other. states: where they begin. first: the clock that they have
    after the first point, in years. size: the number of ticks that are told apart.
    """

    name: str
    states: tuple[str, ...]
    first: float
    size: int


class LadderColumns:
    """A clock of all the time spent in some states: `engines.clocks.LadderClock`.

    Those who begin in the states and those who do not are kept apart. The last tick holds all who
    are past it.
    """

    def __init__(self, bands: Sequence[TimeBand], model: Model, grid: Grid, put: Put) -> None:
        self.grid, self.put = grid, put
        self.states, self.begins = bands[0].states, bands[0].start
        self.tick = grid.cycle * (2 / 3 if grid.counting == "simpson" else 1)
        ticks = np.rint(grid.point_weights * grid.cycle / self.tick).astype(int)
        self.ticks: list[int] = ticks.tolist()
        self.last = max(b for band in bands for b in (0.0, band.low, band.high) if b < math.inf)
        states = model.states
        self.followed = {s for s in states if s in self.states or not states[s].absorbing}
        begun = [name for name in states if name in self.followed and _may_begin(states[name])]
        weight = float(grid.point_weights[0] * grid.cycle)
        self.groups = [
            _Tunnel(name, own, first, self._size(first))
            for name, own, first in (
                ("in", tuple(s for s in begun if s in self.states), self.begins + weight),
                ("out", tuple(s for s in begun if s not in self.states), self.begins),
            )
            if own
        ]
        self.now: dict[tuple[str, str, int], Formula] = {}

    def _size(self, first: float) -> int:
        """The number of ticks until the last band begins, no more than can be reached."""
        needed = math.ceil((self.last - first) / self.tick - SLACK)
        return min(max(needed, 0), sum(self.ticks)) + 1

    def begin(self, people: Shares) -> None:
        """Starts the clocks of everybody."""
        for group in self.groups:
            for state in group.states:
                place = group.name, state, 0
                self.now[place] = self.put("clock", (self.name, *place), people[state])

    @property
    def name(self) -> Hashable:
        """What tells this clock from others."""
        return self.states, self.begins

    def years(self, group: str, tick: int) -> float:
        """The time that a tick stands for at the points of time, in years."""
        return next(each.first for each in self.groups if each.name == group) + tick * self.tick

    def advance(self, matrix: Matrix, old: Shares, point: int) -> None:
        """Advances the clocks by the time that `point` counts, then everybody by a cycle."""
        sizes = {group.name: group.size for group in self.groups}
        found: dict[tuple[str, str, int], list[Formula]] = {}
        for (group, state, tick), share in self.now.items():
            last = sizes[group] - 1
            gone = self.ticks[point] if point and state in self.states else 0
            later = min(tick + min(gone, last), last)
            exits, stay = matrix[state]
            if not (isinstance(stay, Number) and not stay.own):
                kept = share if stay is None else times(share, stay)
                found.setdefault((group, state, later), []).append(kept)
            for target, probability in exits.items():
                if target in self.followed:
                    place = group, target, later
                    found.setdefault(place, []).append(times(share, probability))
        self.now = {
            place: self.put("clock", (self.name, *place), plus(parts))
            for place, parts in found.items()
        }

    def within(self, key: Key, share: Formula, stretch: int) -> Formula:
        """The part of `share` in the key's state that is in its band during a stretch."""
        stretches, cycle = self.grid.stretches, self.grid.cycle
        length = stretches.weights[stretch] * cycle

        def below(low: float, high: float) -> Formula:
            parts = []
            for group in self.groups:
                first = group.first if stretches.points[stretch] else self.begins
                begin = first + stretches.before[stretch] * cycle
                begins = begin + self.tick * np.arange(float(group.size))
                for tick, weight in enumerate(part_within(begins, length, low, high).tolist()):
                    place = group.name, key.states[0], tick
                    if weight and place in self.now:
                        parts.append(scaled(self.now[place], weight))
            return plus(parts)

        return _on(share, key.band, below)


class EntryColumns:
    """Those who entered a state recently, by whole cycles since entry: `engines.clocks.Entries`."""

    def __init__(self, state: str, bands: Sequence[TimeBand], grid: Grid, put: Put) -> None:
        self.state, self.grid, self.put = state, grid, put
        bounds = [b for band in bands for b in (band.low, band.high) if b != math.inf]
        ages = math.ceil(max(bounds, default=0.0) / grid.cycle - SLACK)
        self.count = min(ages, grid.cycles + 1)
        self.now: dict[int, Formula] = {}

    def advance(self, matrix: Matrix, old: Shares, point: int) -> None:
        """Moves everybody by one cycle; `old` are the shares in each state before."""
        stay = matrix[self.state][1]
        kept = {
            age + 1: share if stay is None else times(share, stay)
            for age, share in self.now.items()
            if age + 1 < self.count
        }
        others = {state: share for state, share in old.items() if state != self.state}
        entered = moved(others, matrix, self.state) if self.count else None
        now = kept if entered is None else {0: entered, **kept}
        self.now = {age: self.put("age", (self.state, age), now[age]) for age in sorted(now)}

    def within(self, key: Key, share: Formula, stretch: int) -> Formula:
        """The part of `share` in the state that is in the key's band during a stretch."""
        stretches, cycle = self.grid.stretches, self.grid.cycle
        halves = self.grid.counting in ("half_cycle", "simpson")
        length = cycle / 2 if halves else cycle
        later = halves and stretches.cycles[stretch] >= stretches.points[stretch]
        begin = cycle * np.arange(float(self.count)) + (length if later else 0.0)

        def below(low: float, high: float) -> Formula:
            weights = part_within(begin, length, low, high).tolist()
            pairs = [(self.now[age], weights[age]) for age in self.now if weights[age]]
            return plus(scaled(own, weight) for own, weight in pairs)

        return _on(share, key.band, below)


def _on(share: Formula, band: TimeBand | None, below: Callable[[float, float], Formula]) -> Formula:
    """The part of `share` in a band; in the last one are all who are not below it."""
    assert band is not None
    if band.high < math.inf:
        return below(band.low, band.high)
    return most(share - below(0.0, band.low), 0.0)


def _may_begin(state: State) -> bool:
    """True if people may begin in a state."""
    return state.start is None or bool(state.start)
