"""Runs the cohort from point to point of time and counts what costs and outcomes depend on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

import numpy as np

from ipscost.engines.chain import MatrixRow
from ipscost.engines.clocks import Cohort, Entries, LadderClock, Never
from ipscost.engines.grid import Grid
from ipscost.engines.plan import Key, TimeProfile
from ipscost.scenario.model import Model, State, TimeBand

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


HISTORY = (-1, False)
"""Under this a key keeps all its periods; no course has the identity -1."""

HISTORY_MARK = b""
"""The mark of what keeps all its periods, whatever they are counted for."""

Sums = list[tuple[float, list["Floats"]]]
"""What to do with the people counted in a period: add them with each weight to some sums."""


class Tally:
    """Weighted sums over periods of what is counted, `total`, (part, arm, draw).

    `weights` is (period, part). A period is a point, a stretch or a cycle; the memory of the sums
    does not depend on how many periods there are.
    """

    def __init__(self, weights: Floats, shape: tuple[int, ...]) -> None:
        self.weights = weights
        self.total = np.zeros((weights.shape[1], *shape))

    @property
    def mark(self) -> bytes:
        """The same for sums of the same periods with the same weights."""
        return b"%d " % self.weights.shape[1] + self.weights.tobytes()

    def sums(self) -> Iterator[tuple[int, float, Floats]]:
        """Each period that counts, its weight, and the sum that it goes into, (arm, draw)."""
        for period, part in np.argwhere(self.weights).tolist():
            yield period, float(self.weights[period, part]), self.total[part]


class History:
    """What is counted in each period, `total`, (period, arm, draw)."""

    def __init__(self, periods: int, shape: tuple[int, ...]) -> None:
        self.total = np.zeros((periods, *shape))

    @property
    def mark(self) -> bytes:
        """The same for all that keep every period."""
        return HISTORY_MARK

    def sums(self) -> Iterator[tuple[int, float, Floats]]:
        """Each period with a sum of its own, (arm, draw)."""
        for period, own in enumerate(self.total):
            yield period, 1.0, own


Counted = Tally | History


class Counts:
    """What to count while the cohort runs: for each key, weighted sums or all its periods.

    shape: (arm, draw).
    """

    def __init__(self, shape: tuple[int, ...]) -> None:
        self.shape = shape
        self.by_key: dict[Key, dict[tuple[int, bool], Counted]] = {}
        self._part = np.empty(shape)

    def want(self, key: Key, course: TimeProfile, weights: Floats | None) -> None:
        """Asks for the sums of a key with `weights`, (period, part); None asks for its periods."""
        own = self.by_key.setdefault(key, {})
        if weights is None:
            if HISTORY not in own:
                own[HISTORY] = History(len(course.spread), self.shape)
        elif (id(course), False) not in own:
            own[id(course), False] = Tally(weights, self.shape)

    def want_months(self, key: Key, course: TimeProfile) -> None:
        """Asks for the discounted sum of a key in each month, by `course.present`."""
        own = self.by_key.setdefault(key, {})
        if (id(course), True) not in own:
            own[id(course), True] = Tally(course.present, self.shape)

    def total(self, key: Key, course: TimeProfile, *, by_month: bool = False) -> Floats:
        """What was counted of a key: sums, (part, arm, draw), or its periods, (period, arm, draw).

        by_month: what `want_months` asked for, (month, arm, draw). In people, times the weights;
        raises KeyError for what was never asked for.
        """
        own, asked = self.by_key[key], (id(course), by_month)
        return (own[asked] if asked in own else own[HISTORY]).total

    def sums(self, key: Key) -> dict[int, Sums]:
        """By period, the sums of a key that its people are added to; periods without are left out.

        Sums with the same weight stand together, so that the people are weighted once.
        """
        found: dict[int, dict[float, list[Floats]]] = {}
        for tally in self.by_key[key].values():
            for period, weight, total in tally.sums():
                found.setdefault(period, {}).setdefault(weight, []).append(total)
        return {period: list(sums.items()) for period, sums in found.items()}

    def add(self, sums: Sums, value: Floats) -> None:
        """Adds the share of people counted in a period, (arm, draw), to `sums`."""
        for weight, totals in sums:
            weighted = value if weight == 1 else np.multiply(value, weight, out=self._part)
            for total in totals:
                total += weighted


class Moving(Protocol):
    """How people go from state to state: shares of a cohort, or persons who go or stay.

    states, arms, width: the names of the states, the number of arms, and of draws or persons.
    """

    model: Model
    states: tuple[str, ...]
    arms: int
    width: int

    def start(self) -> dict[str, Floats]:
        """The share of people that begins in each state, (arm, draw)."""
        ...

    def rows(self, cycle: int) -> dict[str, MatrixRow]:
        """The row of each state in a cycle, counted from 0."""
        ...


class Clocks:
    """The clocks that the keys need: of ladders, of entries, and of those who were never there."""

    def __init__(
        self, start: dict[str, Floats], keys: list[Key], chain: Moving, grid: Grid
    ) -> None:
        shape = next(iter(start.values())).shape
        bands = [key.band for key in keys if key.band is not None]
        ladders: dict[tuple[object, ...], list[TimeBand]] = {}
        for band in (band for band in bands if not band.entry):
            ladders.setdefault((band.states, band.start), []).append(band)
        states = chain.model.states
        self.ladders = {}
        for clock, group in ladders.items():
            back = {s: share for s, share in start.items() if _counts(states[s], group[0])}
            self.ladders[clock] = LadderClock(back, group, grid)
        entered = {key.states[0] for key in keys if key.band is not None and key.band.entry}
        limits = [band for band in bands if band.entry]
        self.entries = {state: Entries(shape, state, limits, grid) for state in entered}
        self.never = {key.states: Never(start, key.states) for key in keys if key.event == "ever"}

    def count(self, key: Key, now: dict[str, Floats]) -> Floats:
        """The share of people that a key without a band counts at a point, (arm, draw).

        now: the share in each state at that point, (arm, draw).
        """
        if key.event == "ever":
            return self.never[key.states].ever()
        return now[key.states[0]]

    def in_band(self, key: Key, now: dict[str, Floats], stretch: int) -> Floats:
        """The share of people that a key with a band counts in a stretch, (arm, draw).

        now: the share in each state at the stretch's point, (arm, draw). Raises ValueError if the
        key's state is not one of those of its band.
        """
        state, band = key.states[0], key.band
        if band is None or state not in band.states:
            raise ValueError(f"{state} is not one of the states of its ladder")
        if band.entry:
            return self.entries[state].within(now[state], band, stretch)
        return self.ladders[band.states, band.start].within(state, now[state], band, stretch)

    def advance(self, rows: dict[str, MatrixRow], now: dict[str, Floats], point: int) -> None:
        """Moves all clocks by one cycle; `now` are the shares in each state before, (arm, draw)."""
        for entries in self.entries.values():
            entries.advance(rows, now)
        for ladder in self.ladders.values():
            ladder.advance(rows, point)
        for never in self.never.values():
            never.advance(rows)


def _counts(state: State, band: TimeBand) -> bool:
    """Whether people in a state are in a band, or may still get there."""
    return state.name in band.states or not state.absorbing


def walk(chain: Moving, grid: Grid, counts: Counts) -> None:
    """Runs the cohort to the last point of the grid and adds what it counts to `counts`.

    p(k + 1) = p(k) P(k), with p(k) the row of shares in each state at point k and P(k) the
    transition matrix of cycle k, in each arm and draw: all (arm, draw). Source: Briggs, Claxton and
    Sculpher 2006, Decision Modelling for Health Economic Evaluation, chapter 2; Alarid-Escudero et
    al. 2023, doi 10.1177/0272989X221103163.
    """
    start = chain.start()
    clocks = Clocks(start, list(counts.by_key), chain, grid)
    cohort = Cohort(start)
    sums = {key: counts.sums(key) for key in counts.by_key}
    stocks = [key for key in sums if key.event != "go" and key.band is None]
    in_bands = [key for key in sums if key.band is not None]
    flows = [key for key in sums if key.event == "go"]
    for point in range(grid.cycles + 1):
        for key in stocks:
            if point in sums[key]:
                counts.add(sums[key][point], clocks.count(key, cohort.now))
        for key in in_bands:
            for stretch in grid.of_point[point]:
                if stretch in sums[key]:
                    counts.add(sums[key][stretch], clocks.in_band(key, cohort.now, stretch))
        if point == grid.cycles:
            break
        rows = chain.rows(point)
        for key in flows:
            origin, target = key.states
            if target in rows[origin].exits and point in sums[key]:
                moved = cohort.now[origin] * rows[origin].exits[target]
                counts.add(sums[key][point], moved)
        clocks.advance(rows, cohort.now, point)
        cohort.advance(rows)
