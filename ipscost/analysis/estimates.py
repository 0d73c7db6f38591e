"""From draws to what is printed: a mean with its interval, a probability, a p-value."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from ipscost.ledger import Ledger, summed
from ipscost.run import Run
from ipscost.scenario import RESOURCES, WELFARE, Category, Outcome
from ipscost.settings import LEVEL, REPLICATES
from ipscost.table import Interval
from ipscost.units import SHARE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MEANINGFUL = 0.1
KEPT_BYTES = 48 * 2**20
"""How much a view keeps of the estimates that it was asked for last."""


@dataclass(frozen=True)
class SamplingError:
    """How far the draws may be off, being so many and no more: Monte Carlo standard errors.

    `mean` is that of the mean of the draws, `low` and `high` those of the ends of the interval.
    """

    mean: float
    low: float
    high: float

    @property
    def ends(self) -> float:
        """The larger of the errors of the two ends."""
        return max(self.low, self.high)


@dataclass(frozen=True)
class Estimate:
    """A number at the expected values, and over the draws, (draw,), where there are any.

    `replicates` of more than 1 are the independent sets of Sobol points that take turns in the
    draws.
    """

    point: float
    draws: Floats | None
    replicates: int = 1

    @cached_property
    def is_uncertain(self) -> bool:
        """True where the draws differ by more than rounding."""
        if self.draws is None or self.draws.size < 2:
            return False
        return bool(np.ptp(self.draws) > 1e-9 * max(1.0, abs(self.point)))

    @cached_property
    def ordered(self) -> Floats:
        """The draws from lowest to highest, (draw,)."""
        assert self.draws is not None
        return np.sort(self.draws)

    def interval(self, level: float = LEVEL, *, partial: bool = False) -> Interval:
        """The expected value with its central interval at `level` (percentiles of the draws)."""
        if not self.is_uncertain:
            return Interval(self.point, partial=partial)
        low, high = (percentile(self.ordered, share) for share in _shares(level))
        return Interval(self.point, low, high, partial)

    def probability_below(self, limit: float = 0.0) -> float | None:
        """The share of draws below `limit`, or None where nothing is uncertain."""
        if not self.is_uncertain:
            return None
        return int(np.searchsorted(self.ordered, limit)) / self.ordered.size

    def chance_below(self, limit: float = 0.0) -> Interval | None:
        """The same as a cell, which knows of how many draws it is a share."""
        odds = self.probability_below(limit)
        return None if odds is None else Interval(odds, draws=self.ordered.size)

    def p_value(self) -> float | None:
        """The two-sided p-value of a normal test of 0, or None where nothing is uncertain.

        z is the expected value over the standard deviation of the draws.
        """
        if not self.is_uncertain or self.draws is None:
            return None
        z = abs(self.point) / float(np.std(self.draws, ddof=1))
        return 2 * NormalDist().cdf(-z)

    def sampling_error(self, level: float = LEVEL) -> SamplingError | None:
        """The Monte Carlo errors at `level`; None where nothing is uncertain or draws are few.

        Of random draws: sd / sqrt(n) for the mean, and for an end of the interval half the distance
        between the order statistics one binomial standard deviation below and above it. Of Sobol
        points: the standard deviation of the replicates' own means and ends over the root of
        their number (Owen 1997, doi 10.1214/aos/1031594731).
        """
        if not self.is_uncertain or self.draws is None:
            return None
        if self.replicates > 1:
            return self._error_of_replicates(self.draws, level)
        n = self.draws.size
        mean = float(np.std(self.draws, ddof=1)) / math.sqrt(n)
        errors = []
        for share in _shares(level):
            width = math.sqrt(n * share * (1 - share))
            low, high = (min(max(round(n * share + w), 0), n - 1) for w in (-width, width))
            errors.append(float(self.ordered[high] - self.ordered[low]) / 2)
        return SamplingError(mean, *errors)

    def _error_of_replicates(self, draws: Floats, level: float) -> SamplingError | None:
        if draws.size < 2 * self.replicates:
            return None
        parts = [np.sort(draws[number :: self.replicates]) for number in range(self.replicates)]
        found = [[part.mean(), *(percentile(part, s) for s in _shares(level))] for part in parts]
        errors = np.std(found, axis=0, ddof=1) / math.sqrt(self.replicates)
        return SamplingError(*(float(error) for error in errors))

    def minus(self) -> Estimate:
        """The same with the opposite sign: a saving from a difference in cost."""
        draws = None if self.draws is None else -self.draws
        return Estimate(-self.point, draws, self.replicates)


def _shares(level: float) -> tuple[float, float]:
    """The shares of draws below the two ends of a central interval."""
    tail = (1 - level) / 2
    return tail, 1 - tail


def percentile(ordered: Floats, share: float) -> float:
    """The value below which `share` of the ordered draws lie, between two of them by proportion.

    Hyndman and Fan 1996, definition 7 (doi 10.1080/00031305.1996.10473566), as NumPy has it.
    """
    place = (ordered.size - 1) * share
    below = min(int(place), ordered.size - 2)
    low, high, part = float(ordered[below]), float(ordered[below + 1]), place - below
    return low + (high - low) * part if part < 0.5 else high - (high - low) * (1 - part)


@dataclass(frozen=True)
class View:
    """A run from one perspective, with the estimates that every analysis is made of.

    The last ones are kept, since tables ask for the same sums again and again.
    """

    run: Run
    perspective: str
    _kept: dict[Hashable, Estimate] = field(default_factory=dict, repr=False, compare=False)

    def _estimate(self, value: Callable[[Ledger], Floats], key: Hashable) -> Estimate:
        """`value(ledger)`, (draw,), at the expected values and over the draws.

        The same `key` is the same estimate.
        """
        found = self._kept.pop(key, None)
        if found is None:
            ledger = self.run.ledger
            draws = None if ledger is None else value(ledger)
            sobol = self.run.settings.sampler == "sobol"
            replicates = REPLICATES if sobol else 1
            found = Estimate(float(value(self.run.point)[0]), draws, replicates)
        self._kept[key] = found
        size = 16 if found.draws is None else 16 * found.draws.size
        while len(self._kept) > max(2, KEPT_BYTES // size):
            del self._kept[next(iter(self._kept))]
        return found

    def weight(self) -> Floats:
        """The share of each category that is counted, (category,)."""
        return self.run.point.weight(self.perspective)

    def uncounted(self) -> Floats:
        """The share of each category that is left out, (category,); none is where all counts."""
        weight = np.abs(self.weight())
        if self.perspective == WELFARE:  # in prices of another kind, so that no part is left
            weight = np.sign(weight)
        left: Floats = np.maximum(1 - weight, 0.0)
        return left

    def cost(self, arm: str, weight: Sequence[float] | Floats) -> Estimate:
        """Cost of `arm`: the sum over categories with `weight`, (category,)."""
        w = np.asarray(weight, dtype=float)

        def value(ledger: Ledger) -> Floats:
            return summed(w, ledger.present_value[ledger.arm(arm)])

        return self._estimate(value, ("cost", arm, w.tobytes()))

    def known_cost(self, arm: str, weight: Sequence[float] | Floats) -> float | None:
        """The expected cost of `arm` summed with `weight`, or None where a part is not known."""
        known = self.run.point.known[self.run.point.arm(arm)]
        if not known[np.asarray(weight) != 0].all():
            return None
        return self.cost(arm, weight).point

    def level(self, arm: str, weight: Floats, level: float = LEVEL) -> Interval | None:
        """The level of a sum in one arm: whole, partial, or None where no part is known.

        Without an interval where it is tied to a fixed level.
        """
        known = self.run.point.known[self.run.point.arm(arm)]
        concerned = weight != 0
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

        def value(ledger: Ledger) -> Floats:
            return summed(w, ledger.difference(arm))

        return self._estimate(value, ("difference", arm, w.tobytes()))

    def difference_in(self, part: str, arm: str, weight: Sequence[float] | Floats) -> Estimate:
        """The same of the months that were `observed` or `extrapolated`."""
        w = np.asarray(weight, dtype=float)

        def value(ledger: Ledger) -> Floats:
            cost = ledger.part(part)
            return summed(w, cost[ledger.arm(arm)] - cost[ledger.arm(ledger.reference)])

        return self._estimate(value, ("difference", part, arm, w.tobytes()))

    def level_in(
        self, part: str, arm: str, weight: Floats, level: float = LEVEL
    ) -> Interval | None:
        """What `level` says of the whole, of the months that were `observed` or `extrapolated`."""
        known = self.run.point.known[self.run.point.arm(arm)]
        concerned = weight != 0
        if not known[concerned].any():
            return None
        w = weight * known

        def value(ledger: Ledger) -> Floats:
            return summed(w, ledger.part(part)[ledger.arm(arm)])

        found = self._estimate(value, ("cost", part, arm, w.tobytes()))
        partial = not known[concerned].all()
        return Interval(found.point, partial=partial) if partial else found.interval(level)

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

        def value(ledger: Ledger) -> Floats:
            level: Floats = ledger.present_outcome[ledger.arm(arm), index]
            return level

        return self._estimate(value, ("outcome", arm, index))

    def outcome_difference(self, arm: str, index: int) -> Estimate:
        """Outcome number `index` in `arm` minus that in the reference arm."""

        def value(ledger: Ledger) -> Floats:
            base = ledger.present_outcome[ledger.arm(ledger.reference), index]
            change: Floats = ledger.present_outcome[ledger.arm(arm), index] - base
            return change

        return self._estimate(value, ("outcome_difference", arm, index))

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
            relative = self._estimate(value, ("outcome_relative", arm, index))
        if relative.draws is not None and not np.isfinite(relative.draws).all():
            return Estimate(relative.point, None)  # a level of 0 in some draw: no interval
        return relative
