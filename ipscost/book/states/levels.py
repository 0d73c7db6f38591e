"""The number behind a move in an arm and a cycle, as a formula: a hazard or a probability.

The formulas are those of `engines.levels`, with their sources: docs/method.md, What a move is
stated by, and Ratios.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ipscost.book.carried import CarriedCells
from ipscost.book.formulas import Compare, Constant, Formula, Power, call, plus, times, when
from ipscost.engines.levels import RATIOS, SMALLEST, begun
from ipscost.scenario.model import Move, Stretch
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.quantity import Quantity

Numbers = Mapping[str, Quantity]
CERTAIN = 53
"""A share of 1 has the hazard of the largest number below 1, 53 ln(2) (`levels.BELOW_ONE`)."""


@dataclass(frozen=True, slots=True)
class LevelFormula:
    """The level of a move: a cumulative hazard over `years`, or a probability within `years`.

    With a `shape`, the cumulative hazard up to time t is value x (t / years)^shape (Weibull).
    """

    hazard: bool
    value: Formula
    years: float
    shape: Formula | None = None

    def within(self, start: float, end: float) -> Formula:
        """The cumulative hazard from `start` to `end`, in years after the start."""
        if self.shape is None:
            return scaled(self.value, (end - start) / self.years)
        change: Formula = Power(Constant(end / self.years), self.shape)
        if start > 0:
            change = change - Power(Constant(start / self.years), self.shape)
        return times(self.value, change)


def scaled(value: Formula, factor: float) -> Formula:
    """A formula times a number, left out where it is 1 but for rounding."""
    return times(value, 1.0 if math.isclose(factor, 1.0, rel_tol=1e-12) else factor)


def one_less(*parts: Formula) -> Formula:
    """1 less some parts."""
    return Constant(1.0) - plus(parts)


def least(*values: Formula | float) -> Formula:
    """The least of several values."""
    return call("MIN", *values)


def most(*values: Formula | float) -> Formula:
    """The most of several values."""
    return call("MAX", *values)


class LevelFormulas:
    """The levels of the moves of an arm, by cycle.

    number: what a number of the scenario is in a formula, in its stated unit.
    carried: what becomes of numbers whose effect is carried over; None where none is.
    """

    def __init__(
        self,
        scenario: Scenario,
        arm: str,
        number: Callable[[Quantity], Formula],
        carried: CarriedCells | None = None,
    ) -> None:
        assert scenario.model is not None
        self.carried = carried
        self.arm, self.reference, self.number = arm, scenario.reference, number
        self.moves = {move.path: move for move in scenario.model.moves}
        self.rows: dict[str, list[Move]] = {}
        for move in scenario.model.moves:
            self.rows.setdefault(move.origin, []).append(move)

    def level(
        self, move: Move, cycle: int, other: Callable[[Move], LevelFormula | None]
    ) -> LevelFormula | None:
        """The level of a move in a cycle, counted from 0; None before its first stretch.

        other: gives that of the move that this one is stated as a ratio to.
        """
        stretch = begun(move, cycle)
        if stretch is None:
            return None
        if not move.of:
            return self._stated(move, stretch, cycle)
        base = other(self.moves[move.of])
        if base is None:
            return LevelFormula(True, Constant(0.0), stretch.years)
        value = self._related(base.value, stretch.arms, cycle, hazard=base.hazard)
        return LevelFormula(base.hazard, value, base.years, base.shape)

    def share(self, numbers: Numbers, cycle: int = 0) -> Formula:
        """The share that `numbers` state."""
        return self._in_range(numbers, self._raw(numbers, self.arm, cycle))

    def _stated(self, move: Move, stretch: Stretch, cycle: int) -> LevelFormula:
        """The level of a move whose numbers are stated, or are ratios to the reference arm."""
        numbers = stretch.arms
        raw, shape, shape_of_base = self._raw(numbers, self.arm, cycle), None, None
        if stretch.measure == "count":
            raw = raw / self._counted(move, cycle)
        if stretch.shape:
            is_ratio = self._own(numbers).role in RATIOS
            shape = self._raw(stretch.shape, self.arm, cycle)
            shape_of_base = shape
            if is_ratio:
                shape_of_base = self._raw(stretch.shape, self.reference, cycle)
        hazard = stretch.measure not in ("probability", "count")
        base = self._pull(stretch, raw, shape_of_base)
        value = self._related(base, numbers, cycle, hazard=hazard)
        return LevelFormula(hazard, value, stretch.years, shape)

    def _pull(self, stretch: Stretch, raw: Formula, shape: Formula | None) -> Formula:
        """A stated number as a cumulative hazard or a probability over the stretch's `years`."""
        if stretch.measure in ("probability", "count"):
            return self._in_range(stretch.arms, raw)
        if stretch.measure == "ever":
            return hazard_of(self._in_range(stretch.arms, raw))
        if stretch.measure == "scale":
            scale = Constant(1.0) / raw
            return scale if shape is None else Power(scale, shape)
        is_sum = self._own(stretch.arms).role == "difference"
        return most(raw, 0.0) if is_sum else raw

    def _in_range(self, numbers: Numbers, value: Formula) -> Formula:
        """A share or probability; a sum of two, which may lie outside 0 to 1, is moved into it."""
        is_sum = self._own(numbers).role == "difference"
        return most(least(value, 1.0), 0.0) if is_sum else value

    def _counted(self, move: Move, cycle: int) -> Formula:
        """All persons counted in the row of a move: the denominator of its count."""
        stretches = (begun(each, cycle) for each in self.rows[move.origin])
        counts = [s.arms for s in stretches if s is not None and s.measure == "count"]
        return most(plus(self._raw(arms, self.arm, cycle) for arms in counts), SMALLEST)

    def _raw(self, numbers: Numbers, arm: str, cycle: int) -> Formula:
        """The stated number of an arm in its own unit; of a ratio, the number it multiplies."""
        number = numbers.get(arm, numbers.get(self.reference))
        assert number is not None
        if number.role == "mean":
            return self._now(number, cycle)
        base = self._now(numbers[self.reference], cycle)
        return plus((base, self._now(number, cycle))) if number.role == "difference" else base

    def _related(self, base: Formula, numbers: Numbers, cycle: int, *, hazard: bool) -> Formula:
        """A hazard or probability with the ratio of the arm applied, if it is stated by one."""
        number = self._own(numbers)
        if number.role in RATIOS:
            return with_ratio(number.role, base, self._now(number, cycle), hazard=hazard)
        return base

    def _own(self, numbers: Numbers) -> Quantity:
        """The number of the arm, or that of the reference arm if it has none."""
        return numbers[self.arm] if self.arm in numbers else numbers[self.reference]

    def _now(self, number: Quantity, cycle: int) -> Formula:
        """A number in a cycle; the values of one that is stated by cycle are fixed."""
        if number.series:
            own: Formula = Constant(number.series[min(cycle, len(number.series) - 1)])
        else:
            own = self.number(number)
        return own if self.carried is None else self.carried.in_move(number, own)


def with_ratio(role: str, value: Formula, number: Formula, *, hazard: bool) -> Formula:
    """A hazard or probability times a ratio, as `engines.levels.with_ratio`."""
    if role == "hazard_ratio":
        return times(value, number) if hazard else one_less(Power(one_less(value), number))
    share = one_less(call("EXP", -value)) if hazard else value
    related = times(share, number)
    if role == "odds_ratio":
        related = related / plus((one_less(share), related))
    elif not hazard:
        related = least(related, 1.0)
    return hazard_of(related) if hazard else related


def hazard_of(share: Formula) -> Formula:
    """The cumulative hazard behind a share that has moved, -ln(1 - share); that of 1 is finite."""
    inside = Compare(share, "<", Constant(1.0))
    certain = times(float(CERTAIN), call("LN", 2.0))
    return when(inside, -call("LN", one_less(share)), certain)
