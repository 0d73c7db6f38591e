"""The numbers of a transition as hazards or probabilities, by arm and draw, with ratios applied.

Sources: Fleurence and Hollenbeak 2007, doi 10.2165/00019053-200725010-00002 (rates and
probabilities); Briggs, Claxton and Sculpher 2006, Decision Modelling for Health Economic
Evaluation, chapters 2 and 4 (ratios, Weibull hazards, Dirichlet counts). docs/method.md, What a
move is stated by, has every formula in a table.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing.draws import Draws
from ipscost.engines import carried
from ipscost.scenario.model import Move, Stretch
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.quantity import Quantity

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

BELOW_ONE = 1 - 2.0**-53
"""The largest double below 1: shares are cut here, so that a hazard -ln(1 - p) is finite (36.7)."""
SMALLEST = 1e-12
"""The smallest denominator (a scale, half-life, count or sum of shares), and how far a number may
lie outside its range before it counts as clipped. Some thousand times the rounding of a sum of
shares (about 1e-16 a term), so that no rounding is reported, and far below any stated number."""
RATIOS = ("ratio", "risk_ratio", "hazard_ratio", "odds_ratio")


@dataclass(frozen=True, eq=False)
class Level:
    """The level of a move: a cumulative hazard over `years`, or a probability within `years`.

    value, shape: (arm, draw), with length 1 on an axis along which all are the same. With a
    `shape`, the cumulative hazard up to time t is value x (t / years)^shape (Weibull); without, it
    is value x t / years.
    """

    hazard: bool
    value: Floats
    years: float
    shape: Floats | None = None
    _kept: dict[float, Floats] = field(default_factory=dict, init=False)

    def within(self, start: float, end: float) -> Floats:
        """The cumulative hazard from `start` to `end`, in years after the start: (arm, draw)."""
        if self.shape is None:
            return self.value * ((end - start) / self.years)
        change = self._course(end, self.shape) - self._course(start, self.shape)
        return self.value * change

    def _course(self, time: float, shape: Floats) -> Floats:
        """(time / years)^shape; the last two are kept, since each cycle begins where one ends."""
        if time not in self._kept:
            if len(self._kept) > 1:
                del self._kept[next(iter(self._kept))]
            started = time > 0
            self._kept[time] = np.exp(shape * math.log(time / self.years)) if started else 0 * shape
        return self._kept[time]


def over(probability: Floats, years: float, stated: float) -> Floats:
    """The probability within `years`, (arm, draw), from that within `stated` years.

    1 - (1 - p)^(years / stated), as at a constant hazard (Fleurence and Hollenbeak 2007).
    """
    if abs(years - stated) < 1e-9 * stated:  # the same time, computed in another way
        return probability
    with np.errstate(divide="ignore"):
        value: Floats = -np.expm1(np.log1p(-probability) * (years / stated))
    return value


def with_ratio(role: str, value: Floats, number: Floats, *, hazard: bool) -> Floats:
    """A hazard or probability `value` times the ratio `number`, both (arm, draw) or (draw,).

    role: risk_ratio, p -> RR p; odds_ratio, p -> OR p / (1 - p + OR p); hazard_ratio, h -> HR h and
    so p -> 1 - (1 - p)^HR. A risk or odds ratio to a hazard h applies to p = 1 - exp(-h).
    hazard: True if `value` is a cumulative hazard, False if it is a probability.

    At a ratio of 1 the value is returned unchanged, so that equal arms differ by exactly 0. Source:
    Briggs, Claxton and Sculpher 2006, chapters 2 and 4; docs/method.md, Ratios.
    """
    if role == "hazard_ratio":
        with np.errstate(divide="ignore", invalid="ignore"):
            related = value * number if hazard else -np.expm1(number * np.log1p(-value))
    else:
        share = -np.expm1(-value) if hazard else value
        share = share * number / (1 - share + share * number if role == "odds_ratio" else 1.0)
        related = -np.log1p(-np.minimum(share, BELOW_ONE)) if hazard else share
    return np.where(number == 1, value, related)


class Levels:
    """The levels of all moves of a scenario over draws, by cycle.

    clipped: by path, the draws, (draw,), in which a number fell outside its range and was moved to
    the nearest end of it.
    """

    def __init__(self, scenario: Scenario, draws: Draws) -> None:
        assert scenario.model is not None
        self.draws, self.arms, self.reference = draws, tuple(scenario.arms), scenario.reference
        self.moves = {move.path: move for move in scenario.model.moves}
        self.rows: dict[str, list[Move]] = {}
        for move in scenario.model.moves:
            self.rows.setdefault(move.origin, []).append(move)
        self.clipped: dict[str, Flags] = {}
        self._columns: dict[str, Floats] = {}
        self.carried = carried.of_moves(scenario, self.drawn)
        self._changes: dict[str, frozenset[int]] = {}
        self._kept: dict[str, tuple[int, Level]] = {}

    def changes(self, move: Move) -> frozenset[int]:
        """The cycles in which the level of a move may change; cycle 0 is always one of them."""
        if move.path not in self._changes:
            stretches = list(move.stretches)
            if any(stretch.measure == "count" for stretch in stretches):
                row = self.rows[move.origin]
                stretches += [stretch for other in row for stretch in other.stretches]
            cycles = {0, *(max(stretch.first - 1, 0) for stretch in stretches)}
            for number in (number for stretch in stretches for number in stretch.numbers):
                cycles.update(range(len(number.series)))
            if move.of:
                cycles |= self.changes(self.moves[move.of])
            self._changes[move.path] = frozenset(cycles)
        return self._changes[move.path]

    def level(self, move: Move, cycle: int) -> Level | None:
        """The level of a move in a cycle, counted from 0; None before its first stretch.

        Its numbers are (arm, draw).
        """
        stretch = begun(move, cycle)
        if stretch is None:
            return None
        since = max(change for change in self.changes(move) if change <= cycle)
        kept = self._kept.get(move.path)
        if kept is None or kept[0] != since:
            make = self._related if move.of else self._stated
            kept = self._kept[move.path] = since, make(move, stretch, cycle)
        return kept[1]

    def shares(self, numbers: Mapping[str, Quantity], path: str, cycle: int = 0) -> Floats:
        """The shares that `numbers` state, (arm, draw), clipped to the range 0 to 1.

        numbers: by arm; path: where clipped draws are recorded; cycle: counted from 0.
        """
        stated = self._within(path, self._raw(numbers, cycle), 0.0, 1.0)
        return self._with_ratios(path, stated, numbers, cycle, hazard=False)

    def column(self, number: Quantity) -> Floats:
        """A number in the first cycle, (draw,); of length 1 if it is the same in all draws."""
        return self._column(number, 0)

    def drawn(self, number: Quantity) -> Floats:
        """A number as it was drawn, (draw,); of length 1 if it is the same in all draws."""
        if number.path not in self._columns:
            self._columns[number.path] = narrow(self.draws.columns[number.path])
        return self._columns[number.path]

    def _stated(self, move: Move, stretch: Stretch, cycle: int) -> Level:
        """The level of a move whose numbers are stated, or are ratios to the reference arm."""
        numbers, shape = stretch.arms, None
        raw = self._raw(numbers, cycle)
        if stretch.measure == "count":
            raw = raw / self._counted(move, cycle)
        elif stretch.shape:
            shape = self._within(move.path, self._raw(stretch.shape, cycle), SMALLEST, np.inf)
        base = self._pull(move.path, stretch, raw, self._shape_of_base(numbers, shape))
        hazard = stretch.measure not in ("probability", "count")
        value = self._with_ratios(move.path, base, numbers, cycle, hazard=hazard)
        return Level(hazard, value, stretch.years, shape)

    def _related(self, move: Move, stretch: Stretch, cycle: int) -> Level:
        """The level of a move whose numbers are ratios to another move in the same arm."""
        base = self.level(self.moves[move.of], cycle)
        if base is None:
            return Level(True, np.zeros((1, 1)), stretch.years)
        value = self._with_ratios(
            move.path, base.value, stretch.arms, cycle, hazard=base.hazard, adds=True
        )
        return Level(base.hazard, value, base.years, base.shape)

    def _pull(self, path: str, stretch: Stretch, raw: Floats, shape: Floats | None) -> Floats:
        """Stated numbers as cumulative hazards or probabilities, (arm, draw).

        A rate r per year is the hazard r; a share s that has `ever` moved is -ln(1 - s); a Weibull
        scale b with shape g is (1 / b)^g, all over the stretch's `years`.
        """
        if stretch.measure in ("probability", "count"):
            return self._within(path, raw, 0.0, 1.0)
        if stretch.measure == "ever":
            share = self._within(path, raw, 0.0, 1.0)
            self._has_end(path, share)
            return -np.log1p(-np.minimum(share, BELOW_ONE))
        if stretch.measure == "scale":
            scale = self._within(path, raw, SMALLEST, np.inf)
            return (1 / scale) ** (1.0 if shape is None else shape)
        return self._within(path, raw, 0.0, np.inf)

    def _counted(self, move: Move, cycle: int) -> Floats:
        """All persons counted in the row of `move`, (arm, draw): the denominator of its count."""
        stretches = (begun(other, cycle) for other in self.rows[move.origin])
        counts = (s.arms for s in stretches if s is not None and s.measure == "count")
        return np.maximum(sum(np.maximum(self._raw(arms, cycle), 0) for arms in counts), SMALLEST)

    def _shape_of_base(
        self, numbers: Mapping[str, Quantity], shape: Floats | None
    ) -> Floats | None:
        """The shape that belongs to the stated number, (arm, draw); of a ratio, the reference's."""
        if shape is None or len(shape) == 1:
            return shape
        mine = (self._number(numbers, arm) for arm in self.arms)
        base = self.arms.index(self.reference)
        arms = [base if q.role in RATIOS else arm for arm, q in enumerate(mine)]
        return shape[arms]

    def _raw(self, numbers: Mapping[str, Quantity], cycle: int) -> Floats:
        """The stated number in its own unit; of a ratio, the number it multiplies: (arm, draw)."""

        def raw(number: Quantity) -> Floats:
            if number.role == "mean":
                return self._column(number, cycle)
            base = self._column(numbers[self.reference], cycle)
            return base + self._column(number, cycle) if number.role == "difference" else base

        return self._by_arm(numbers, raw)

    def _with_ratios(
        self,
        path: str,
        base: Floats,
        numbers: Mapping[str, Quantity],
        cycle: int,
        *,
        hazard: bool,
        adds: bool = False,
    ) -> Floats:
        """Hazards or probabilities with the ratios among `numbers` applied, (arm, draw).

        With `adds`, differences are added too.
        """

        def related(row: Floats, number: Quantity) -> Floats:
            column = self._column(number, cycle)
            if number.role in RATIOS:
                if hazard and number.role == "risk_ratio":
                    self._has_end(path, -np.expm1(-row) * column)
                return with_ratio(number.role, row, np.maximum(column, 0), hazard=hazard)
            return row + column if adds and number.role == "difference" else row

        mine = [self._number(numbers, arm) for arm in self.arms]
        if len(base) == 1 and len({number.path for number in mine}) == 1:
            value = related(base[0], mine[0])[None]
        else:
            rows = [related(base[i % len(base)], number) for i, number in enumerate(mine)]
            value = np.stack(np.broadcast_arrays(*rows))
        return self._within(path, value, 0.0, np.inf if hazard else 1.0)

    def _by_arm(
        self, numbers: Mapping[str, Quantity], make: Callable[[Quantity], Floats]
    ) -> Floats:
        """`make` applied to the number of each arm, (arm, draw); one row if all share a number."""
        mine = [self._number(numbers, arm) for arm in self.arms]
        made = {number.path: make(number) for number in mine}
        if len(made) == 1:
            return made[mine[0].path][None]
        return np.stack(np.broadcast_arrays(*(made[number.path] for number in mine)))

    def _number(self, numbers: Mapping[str, Quantity], arm: str) -> Quantity:
        """The number of an arm, or that of the reference arm if the arm has none."""
        return numbers[arm] if arm in numbers else numbers[self.reference]

    def _column(self, number: Quantity, cycle: int) -> Floats:
        """A number in a cycle, (draw,); of length 1 if it is the same in all draws."""
        column = self.drawn(number)
        if number.series:
            now = number.series[min(cycle, len(number.series) - 1)]
            column = column * (now / number.value) if number.value else column + now * number.factor
        return column if self.carried is None else self.carried.number(number, column)

    def _within(self, path: str, value: Floats, low: float, high: float) -> Floats:
        """The value clipped to the range; draws outside it are recorded in `clipped`."""
        outside = (value < low - SMALLEST) | (value > high + SMALLEST)
        if outside.any():
            self.clip(path, outside)
        return np.clip(value, low, high)

    def _has_end(self, path: str, share: Floats) -> None:
        """Records the draws in which a share is 1 or more, so that its hazard would be infinite."""
        outside = share > BELOW_ONE
        if outside.any():
            self.clip(path, outside)

    def clip(self, path: str, outside: Flags) -> None:
        """Records the draws, (..., draw), in which the numbers at `path` were clipped."""
        flat = outside.reshape(-1, outside.shape[-1]).any(axis=0)
        self.clipped[path] = self.clipped.get(path, np.zeros(1, dtype=bool)) | flat


def begun(move: Move, cycle: int) -> Stretch | None:
    """The stretch of a move that holds in a cycle, counted from 0; None before its first one."""
    last = None
    for stretch in move.stretches:
        if stretch.first <= cycle + 1:
            last = stretch
    return last


def narrow(column: Floats) -> Floats:
    """The column, (draw,), or only its first number, (1,), if all are the same.

    What is computed from it is then computed once and not for every draw.
    """
    if len(column) > 1 and column[0] == column[-1] and (column == column[0]).all():
        return column[:1]
    return column
