"""From draws to what is printed: a mean with its interval, a probability, a p-value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from ipscost.ledger import Ledger
from ipscost.run import Run
from ipscost.scenario import RESOURCES, Category, Outcome
from ipscost.settings import LEVEL
from ipscost.table import Interval
from ipscost.units import SHARE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MEANINGFUL = 0.1


@dataclass(frozen=True)
class Estimate:
    """A number at the expected values, and over the draws, (draw,), where there are any."""

    point: float
    draws: Floats | None

    @property
    def is_uncertain(self) -> bool:
        """True where the draws differ by more than rounding."""
        if self.draws is None or self.draws.size < 2:
            return False
        return bool(np.ptp(self.draws) > 1e-9 * max(1.0, abs(self.point)))

    def interval(self, level: float = LEVEL, *, partial: bool = False) -> Interval:
        """The expected value with its central interval at `level` (percentiles of the draws)."""
        if not self.is_uncertain or self.draws is None:
            return Interval(self.point, partial=partial)
        tail = (1 - level) / 2
        low, high = np.quantile(self.draws, [tail, 1 - tail])
        return Interval(self.point, float(low), float(high), partial)

    def probability_below(self, limit: float = 0.0) -> float | None:
        """The share of draws below `limit`, or None where nothing is uncertain."""
        if not self.is_uncertain or self.draws is None:
            return None
        return float(np.mean(self.draws < limit))

    def p_value(self) -> float | None:
        """The two-sided p-value of a normal test of 0, or None where nothing is uncertain.

        z is the expected value over the standard deviation of the draws.
        """
        if not self.is_uncertain or self.draws is None:
            return None
        z = abs(self.point) / float(np.std(self.draws, ddof=1))
        return 2 * NormalDist().cdf(-z)

    def sampling_error(self, level: float = LEVEL) -> float:
        """How far the ends of the interval may be off for want of draws: one standard error.

        Half the distance between the order statistics one binomial standard deviation below and
        above each end; the larger of the two ends.
        """
        if not self.is_uncertain or self.draws is None:
            return 0.0
        ordered, n = np.sort(self.draws), self.draws.size
        errors = []
        for share in ((1 - level) / 2, (1 + level) / 2):
            width = np.sqrt(n * share * (1 - share))
            low, high = (int(np.clip(round(n * share + w), 0, n - 1)) for w in (-width, width))
            errors.append(float(ordered[high] - ordered[low]) / 2)
        return max(errors)

    def minus(self) -> Estimate:
        """The same with the opposite sign: a saving from a difference in cost."""
        return Estimate(-self.point, None if self.draws is None else -self.draws)


def _summed(weight: Floats, amounts: Floats) -> Floats:
    """The sum over categories with `weight`, (category,), of (category, draw).

    Not `@`, whose last digits depend on how many threads it runs in.
    """
    total: Floats = np.einsum("c,cd->d", weight, amounts)
    return total


@dataclass(frozen=True)
class View:
    """A run from one perspective, with the estimates that every analysis is made of."""

    run: Run
    perspective: str

    def _estimate(self, value: Callable[[Ledger], Floats]) -> Estimate:
        """`value(ledger)`, (draw,), at the expected values and over the draws."""
        ledger = self.run.ledger
        return Estimate(float(value(self.run.point)[0]), None if ledger is None else value(ledger))

    def weight(self) -> Floats:
        """The share of each category that is counted, (category,)."""
        return self.run.point.weight(self.perspective)

    def cost(self, arm: str, weight: Sequence[float] | Floats) -> Estimate:
        """Cost of `arm`: the sum over categories with `weight`, (category,)."""
        w = np.asarray(weight, dtype=float)

        def value(ledger: Ledger) -> Floats:
            return _summed(w, ledger.present_value[ledger.arm(arm)])

        return self._estimate(value)

    def known_cost(self, arm: str, weight: Sequence[float] | Floats) -> float | None:
        """The expected cost of `arm` summed with `weight`, or None where a part is not known."""
        known = self.run.point.known[self.run.point.arm(arm)]
        if not known[np.asarray(weight) > 0].all():
            return None
        return self.cost(arm, weight).point

    def level(self, arm: str, weight: Floats, level: float = LEVEL) -> Interval | None:
        """The level of a sum in one arm: whole, partial, or None where no part is known.

        Without an interval where it is tied to a fixed level.
        """
        known = self.run.point.known[self.run.point.arm(arm)]
        concerned = weight > 0
        if not known[concerned].any():
            return None
        partial = not known[concerned].all()
        found = self.cost(arm, weight * known)
        parts = zip(self.run.scenario.categories, concerned & known, strict=True)
        if self.is_tied_to_fixed(arm, [category for category, is_part in parts if is_part]):
            return Interval(found.point, partial=partial)
        return found.interval(level, partial=partial)

    def difference(self, arm: str, weight: Sequence[float] | Floats) -> Estimate:
        """Cost of `arm` minus that of the reference arm, summed with `weight`, (category,)."""
        w = np.asarray(weight, dtype=float)
        return self._estimate(lambda ledger: _summed(w, ledger.difference(arm)))

    def total(self, arm: str) -> Estimate:
        """Cost of `arm` minus that of the reference arm, over all that is counted."""
        return self.difference(arm, self.weight())

    def part_of_total(self, arm: str, part: Estimate) -> float | None:
        """What share of the total difference a part is; None where it would mislead.

        That is where the categories nearly cancel out: a total below a tenth of the sum of their
        absolute differences.
        """
        total = self.total(arm).point
        parts = np.abs(self.weight() * self.run.point.difference(arm)[:, 0]).sum()
        return part.point / total if abs(total) > MEANINGFUL * parts else None

    def outcome(self, arm: str, index: int) -> Estimate:
        """Outcome number `index` in `arm`."""
        return self._estimate(lambda ledger: ledger.present_outcome[ledger.arm(arm), index])

    def outcome_difference(self, arm: str, index: int) -> Estimate:
        """Outcome number `index` in `arm` minus that in the reference arm."""

        def value(ledger: Ledger) -> Floats:
            base = ledger.present_outcome[ledger.arm(ledger.reference), index]
            change: Floats = ledger.present_outcome[ledger.arm(arm), index] - base
            return change

        return self._estimate(value)

    def is_tied_to_fixed(self, arm: str, holders: Iterable[Category | Outcome]) -> bool:
        """True where a level is a difference from, or ratio to, a fixed level.

        The uncertainty of the difference is then known, but not how it falls on the two levels.
        """
        reference = self.run.scenario.reference
        for holder in holders:
            base = holder.arms.get(reference)
            tied = arm in holder.arms and holder.arms[arm].role != "mean"
            if tied and base is not None and base.is_fixed:
                return True
        return False

    def outside(self, arm: str, holder: Category | Outcome) -> float:
        """The share of draws in which a level is not possible: below 0, or a share over 1.

        0 where the level is not known, is tied to a fixed one, or may be negative.
        """
        ledger = self.run.ledger
        if ledger is None or self.is_tied_to_fixed(arm, [holder]):
            return 0.0
        place = ledger.arm(arm)
        if isinstance(holder, Category):
            index = ledger.categories.index(holder.path)
            possible = ledger.known[place, index] and holder.kind in RESOURCES
            level, top = ledger.present_value[place, index], np.inf
        else:
            index = ledger.outcomes.index(holder.path)
            possible = ledger.outcome_known[place, index] and holder.unit == SHARE
            level, top = ledger.present_outcome[place, index], 1.0
        return float(np.mean((level < 0) | (level > top))) if possible else 0.0

    def outcome_relative(self, arm: str, index: int) -> Estimate | None:
        """Outcome in `arm` over that in the reference arm, minus 1; None where that is unknown."""
        point = self.run.point
        base = point.arm(point.reference)
        if not point.outcome_known[base, index] or point.present_outcome[base, index, 0] == 0:
            return None

        def value(ledger: Ledger) -> Floats:
            level = ledger.present_outcome[ledger.arm(arm), index]
            change: Floats = level / ledger.present_outcome[base, index] - 1
            return change

        with np.errstate(all="ignore"):
            relative = self._estimate(value)
        if relative.draws is not None and not np.isfinite(relative.draws).all():
            return Estimate(relative.point, None)  # a level of 0 in some draw: no interval
        return relative
