"""The cohort from point to point of time, counting what costs and outcomes are tied to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipscost.engines.chain import Chain, Row
from ipscost.engines.clocks import Entries, Ladder, Never, Shares
from ipscost.engines.grid import Grid
from ipscost.engines.plan import Course, Key
from ipscost.scenario.model import Rung, State

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


HISTORY = (-1, False)


class Tally:
    """A weighted sum of what is counted over points or cycles, (part, arm, draw).

    `weights` is (period, part). What it takes does not depend on how many periods there are.
    """

    def __init__(self, weights: Floats, shape: tuple[int, ...]) -> None:
        places = [row.nonzero()[0].tolist() for row in weights]
        self.weights = [
            [(place, float(row[place])) for place in own]
            for row, own in zip(weights, places, strict=True)
        ]
        self.total = np.zeros((weights.shape[1], *shape))
        self._part = np.empty(shape)

    def wants(self, period: int) -> bool:
        """True where what is counted in a period weighs anything."""
        return bool(self.weights[period])

    def add(self, period: int, value: Floats) -> None:
        """Adds what was counted in a period, (arm, draw)."""
        for part, weight in self.weights[period]:
            if weight == 1:
                self.total[part] += value
            else:
                np.multiply(value, weight, out=self._part)
                self.total[part] += self._part


class History:
    """All that is counted, (period, arm, draw)."""

    def __init__(self, periods: int, shape: tuple[int, ...]) -> None:
        self.total = np.zeros((periods, *shape))

    def wants(self, period: int) -> bool:
        """True: every period is kept."""
        return True

    def add(self, period: int, value: Floats) -> None:
        """Keeps what was counted in a period, (arm, draw)."""
        self.total[period] = value


class Counts:
    """What is to be counted of the cohort: by key, as weighted sums or as a history."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self.shape = shape
        self.by_key: dict[Key, dict[tuple[int, bool], Tally | History]] = {}

    def want(self, key: Key, course: Course, weights: Floats | None) -> None:
        """Asks for the sum of a key with `weights` (period, part), or for its history."""
        found = self.by_key.setdefault(key, {})
        if weights is None:
            found.setdefault(HISTORY, History(len(course.spread), self.shape))
        elif (id(course), False) not in found:
            found[id(course), False] = Tally(weights, self.shape)

    def want_months(self, key: Key, course: Course) -> None:
        """Asks for the discounted sum of a key in each month."""
        found = self.by_key.setdefault(key, {})
        if (id(course), True) not in found:
            found[id(course), True] = Tally(course.present, self.shape)

    def total(self, key: Key, course: Course, *, by_month: bool = False) -> Floats:
        """What was counted, (part, arm, draw) or as a history (period, arm, draw).

        `by_month` is what `want_months` asked for, (month, arm, draw).
        """
        found, place = self.by_key[key], (id(course), by_month)
        return (found[place] if place in found else found[HISTORY]).total

    def wants(self, key: Key, period: int) -> bool:
        """True where what is counted of a key in a period makes a difference to any sum."""
        return any(tally.wants(period) for tally in self.by_key[key].values())

    def add(self, key: Key, period: int, value: Floats) -> None:
        """Adds what was counted of a key in a period, (arm, draw)."""
        for tally in self.by_key[key].values():
            tally.add(period, value)


class Clocks:
    """The clocks that the keys ask for; none where none does."""

    def __init__(self, start: dict[str, Floats], keys: list[Key], chain: Chain, grid: Grid) -> None:
        shape = next(iter(start.values())).shape
        rungs = [key.rung for key in keys if key.rung is not None]
        ladders: dict[tuple[object, ...], list[Rung]] = {}
        for rung in (rung for rung in rungs if not rung.entry):
            ladders.setdefault((rung.states, rung.start), []).append(rung)
        states = chain.model.states
        self.ladders = {}
        for place, group in ladders.items():
            back = {s: share for s, share in start.items() if _counts(states[s], group[0])}
            self.ladders[place] = Ladder(back, group, grid)
        entered = {key.states[0] for key in keys if key.rung is not None and key.rung.entry}
        limits = [rung for rung in rungs if rung.entry]
        self.entries = {state: Entries(shape, state, limits, grid) for state in entered}
        self.never = {key.states: Never(start, key.states) for key in keys if key.event == "ever"}

    def count(self, key: Key, now: dict[str, Floats]) -> Floats:
        """Whom a key without a rung counts at a point, (arm, draw)."""
        if key.event == "ever":
            return self.never[key.states].ever()
        return now[key.states[0]]

    def on_rung(self, key: Key, now: dict[str, Floats], stretch: int) -> Floats:
        """Whom a key with a rung counts in a stretch of a point, (arm, draw)."""
        state, rung = key.states[0], key.rung
        if rung is None or state not in rung.states:
            raise ValueError(f"{state} is not one of the states of its ladder")
        if rung.entry:
            return self.entries[state].within(now[state], rung, stretch)
        return self.ladders[rung.states, rung.start].within(state, now[state], rung, stretch)

    def advance(self, rows: dict[str, Row], now: dict[str, Floats], point: int) -> None:
        """A cycle passes."""
        for entries in self.entries.values():
            entries.advance(rows, now)
        for ladder in self.ladders.values():
            ladder.advance(rows, point)
        for never in self.never.values():
            never.advance(rows)


def _counts(state: State, rung: Rung) -> bool:
    """Whether those in a state are, or may yet come, on a rung."""
    return state.name in rung.states or not state.absorbing


def walk(chain: Chain, grid: Grid, counts: Counts) -> None:
    """Follows the cohort to the end of the grid.

    p(t + 1) = p(t) P(t), Briggs, Claxton & Sculpher 2006, chapter 2.
    """
    start = chain.start()
    clocks = Clocks(start, list(counts.by_key), chain, grid)
    shares = Shares(start)
    stocks = [key for key in counts.by_key if key.event != "go" and key.rung is None]
    on_rungs = [key for key in counts.by_key if key.rung is not None]
    flows = [key for key in counts.by_key if key.event == "go"]
    for point in range(grid.cycles + 1):
        for key in stocks:
            if counts.wants(key, point):
                counts.add(key, point, clocks.count(key, shares.now))
        for stretch in grid.of_point[point]:
            for key in on_rungs:
                if counts.wants(key, stretch):
                    counts.add(key, stretch, clocks.on_rung(key, shares.now, stretch))
        if point == grid.cycles:
            break
        rows = chain.rows(point)
        for key in flows:
            origin, target = key.states
            if target in rows[origin].exits and counts.wants(key, point):
                moved = shares.now[origin] * rows[origin].exits[target]
                counts.add(key, point, moved)
        clocks.advance(rows, shares.now, point)
        shares.advance(rows)
