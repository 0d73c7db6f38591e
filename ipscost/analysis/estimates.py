"""From draws to what is printed: a mean with its interval, a probability, a p-value."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from ipscost import known
from ipscost.analysis.interval import Interval
from ipscost.analysis.lacking import lacks, lacks_level
from ipscost.analysis.percentiles import ends, percentile, ranked, tails
from ipscost.ledger import Ledger
from ipscost.rounding import NEARLY, less
from ipscost.run import Run
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import WELFARE, Category, Outcome
from ipscost.settings import LEVEL, REPLICATES
from ipscost.units import SHARE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

MEANINGFUL = 0.1
KEPT_BYTES = 48 * 2**20
"""How much a view keeps of the draws of the estimates that it was asked for last."""


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
    """A number by the point estimates, and over the draws, (draw,), where there are any.

    `replicates` of more than 1 are the independent sets of Sobol points that take turns in the
    draws. Where something it should hold is not known it is `partial`, the sum of the rest: it has
    then no interval, no probability and no p-value, since those would be of the rest alone. It is
    `empty` where nothing of it is known.
    """

    point: float
    drawn: Floats | Callable[[], Floats] | None
    replicates: int = 1
    partial: bool = False
    empty: bool = False
    _ends: dict[float, tuple[float, float]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _below: dict[float, float] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def draws(self) -> Floats | None:
        """The draws, (draw,), or None where there are none; summed up again where they were put
        away."""
        return self.drawn() if callable(self.drawn) else self.drawn

    @cached_property
    def is_uncertain(self) -> bool:
        """True where the draws differ by more than rounding, and nothing is left out of them."""
        if self.partial or (draws := self.draws) is None or draws.size < 2:
            return False
        return bool(np.ptp(draws) > 1e-9 * max(1.0, abs(self.point)))

    @property
    def ordered(self) -> Floats:
        """The draws from lowest to highest, (draw,)."""
        draws = self.draws
        assert draws is not None
        return np.sort(draws)

    def interval(self, level: float = LEVEL) -> Interval:
        """The expected value with its central interval at `level` (percentiles of the draws)."""
        if not self.is_uncertain:
            return Interval(self.point, partial=self.partial)
        if level not in self._ends and (draws := self.draws) is not None:
            self._ends[level] = ends(draws, level)
        return Interval(self.point, *self._ends[level])

    def cell(self, level: float = LEVEL) -> Interval | None:
        """The same as a cell: None where nothing of it is known."""
        return None if self.empty else self.interval(level)

    def probability_below(self, limit: float = 0.0) -> float | None:
        """The share of draws below `limit`, or None where nothing is uncertain."""
        if not self.is_uncertain:
            return None
        if limit not in self._below and (draws := self.draws) is not None:
            self._below[limit] = int(np.count_nonzero(draws < limit)) / draws.size
        return self._below[limit]

    def chance_below(self, limit: float = 0.0) -> Interval | None:
        """The same as a cell, which knows of how many draws it is a share."""
        odds = self.probability_below(limit)
        if odds is None or (draws := self.draws) is None:
            return None
        return Interval(odds, draws=draws.size)

    def p_value(self) -> float | None:
        """The two-sided p-value of a normal test of 0, or None where nothing is uncertain.

        z is the expected value over the standard deviation of the draws.
        """
        if not self.is_uncertain or (draws := self.draws) is None:
            return None
        z = abs(self.point) / float(np.std(draws, ddof=1))
        return 2 * NormalDist().cdf(-z)

    def sampling_error(self, level: float = LEVEL) -> SamplingError | None:
        """The Monte Carlo errors at `level`; None where nothing is uncertain or draws are few.

        Of random draws: sd / sqrt(n) for the mean, and for an end of the interval half the distance
        between the order statistics one binomial standard deviation below and above it. Of Sobol
        points: the standard deviation of the replicates' own means and ends over the root of
        their number (Owen 1997, doi 10.1214/aos/1031594731).
        """
        if not self.is_uncertain or (draws := self.draws) is None:
            return None
        if self.replicates > 1:
            return self._error_of_replicates(draws, level)
        n = draws.size
        mean = float(np.std(draws, ddof=1)) / math.sqrt(n)
        errors = []
        for share in tails(level):
            width = math.sqrt(n * share * (1 - share))
            places = [min(max(round(n * share + w), 0), n - 1) for w in (-width, width)]
            low, high = ranked(draws, places)
            errors.append(float(high - low) / 2)
        return SamplingError(mean, *errors)

    def _error_of_replicates(self, draws: Floats, level: float) -> SamplingError | None:
        if draws.size < 2 * self.replicates:
            return None
        parts = [np.sort(draws[number :: self.replicates]) for number in range(self.replicates)]
        found = [[part.mean(), *(percentile(part, s) for s in tails(level))] for part in parts]
        errors = np.std(found, axis=0, ddof=1) / math.sqrt(self.replicates)
        return SamplingError(*(float(error) for error in errors))

    def minus(self) -> Estimate:
        """The same with the opposite sign: a saving from a difference in cost."""
        draws = self.draws
        return replace(self, point=0.0 - self.point, drawn=None if draws is None else 0.0 - draws)


@dataclass(frozen=True)
class View:
    """A run from one perspective, with the estimates that every analysis is made of.

    What was found is kept, since tables ask for the same sums again and again; of the draws that it
    was found from, the last ones.
    """

    run: Run
    perspective: str
    _kept: dict[Hashable, Estimate] = field(default_factory=dict, repr=False, compare=False)
    _columns: dict[Hashable, Floats] = field(default_factory=dict, repr=False, compare=False)

    def _estimate(self, value: Callable[[Ledger], Floats], key: Hashable) -> Estimate:
        """`value(ledger)`, (draw,), by the point estimates and over the draws.

        The same `key` is the same estimate.
        """
        if key not in self._kept:
            ledger = self.run.ledger
            drawn = None if ledger is None else partial(self._column, value, ledger, key)
            sobol = self.run.settings.sampler == "sobol"
            replicates = REPLICATES if sobol else 1
            self._kept[key] = Estimate(float(value(self.run.point)[0]), drawn, replicates)
        return self._kept[key]

    def _column(self, value: Callable[[Ledger], Floats], ledger: Ledger, key: Hashable) -> Floats:
        """`value(ledger)`, (draw,), of which the last ones that were asked for are kept."""
        column = self._columns.pop(key, None)
        if column is None:
            column = value(ledger)
        self._columns[key] = column
        while len(self._columns) > max(2, KEPT_BYTES // column.nbytes):
            del self._columns[next(iter(self._columns))]
        return column

    def seen_from(self, perspective: str) -> View:
        """The same run from another perspective; sums that are the same are kept once."""
        return replace(self, perspective=perspective)

    @cached_property
    def everything(self) -> Flags:
        """True for every category, (category,): what an account as a whole is a sum of."""
        return np.ones(len(self.run.point.categories), dtype=bool)

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
            return ledger.cost_of(arm, w)

        return self._estimate(value, ("cost", arm, w.tobytes()))

    @cached_property
    def undivided(self) -> Flags:
        """Categories of which an uncounted part may belong to the account, (category,)."""
        flags: Flags = np.array(known.undivided(self.run.scenario, self.perspective), dtype=bool)
        return flags

    def lacks(self, arm: str, weight: Floats, inside: Flags | None = None) -> Flags:
        """What the difference of `arm`, summed with `weight`, lacks: True by category, (category,).

        `inside` is what the sum is of; without it, what is counted is an amount by itself.
        """
        return lacks(self.run, self.undivided, arm, weight, inside)

    def missing(self, arm: str) -> tuple[Category, ...]:
        """The categories that the account lacks of the difference of `arm`, in file order."""
        amiss = self.lacks(arm, self.weight(), self.everything)
        pairs = zip(self.run.scenario.categories, amiss, strict=True)
        return tuple(category for category, is_amiss in pairs if is_amiss)

    def known_cost(self, arm: str, weight: Sequence[float] | Floats) -> float | None:
        """The expected cost of `arm` summed with `weight`, or None where a part is not known."""
        seen = self.run.point.known[self.run.point.arm(arm)]
        if not seen[np.asarray(weight) != 0].all():
            return None
        return self.cost(arm, weight).point

    def level(
        self, arm: str, weight: Floats, level: float = LEVEL, inside: Flags | None = None
    ) -> Interval | None:
        """The level of a sum in one arm: whole, partial, or None where no part is known.

        Without an interval where it is tied to a fixed level.
        """
        point = self.run.point
        seen = point.known[point.arm(arm)]
        if not point.told[point.arm(arm)].all() and not self.lacks(arm, weight, inside).any():
            return self._level_by_difference(arm, weight, level, inside)
        if not seen[weight != 0].any():
            return None
        partial = self._partial_level(arm, weight, inside)
        found = self.cost(arm, weight * seen)
        parts = zip(self.run.scenario.categories, (weight != 0) & seen, strict=True)
        if partial or self.is_tied_to_fixed(arm, [category for category, own in parts if own]):
            return Interval(found.point, partial=partial)
        return found.interval(level)

    def _level_by_difference(
        self, arm: str, weight: Floats, level: float, inside: Flags | None
    ) -> Interval | None:
        """The level where parts of it are known within others alone: the reference arm's, moved."""
        base = self.level(self.run.point.reference, weight, level, inside)
        change = self.difference(arm, weight, inside).point
        return None if base is None else Interval(base.mean + change, partial=base.partial)

    def _partial_level(self, arm: str, weight: Floats, inside: Flags | None) -> bool:
        """True where a level lacks what is not known, or an unknown part of what is undivided."""
        inside = weight != 0 if inside is None else inside
        return lacks_level(self.run, self.undivided, arm, weight, inside)

    def difference(
        self, arm: str, weight: Sequence[float] | Floats, inside: Flags | None = None
    ) -> Estimate:
        """Cost of `arm` minus that of the reference arm, summed with `weight`, (category,).

        Partial where it lacks something of what is `inside` the sum, by default what is counted.
        By the point estimates 0 where it is nothing beside its parts, as at a threshold typed in.
        """
        w = np.asarray(weight, dtype=float)
        at_point = self.run.point

        def value(ledger: Ledger) -> Floats:
            found = ledger.difference_of(arm, w)
            size = float(ledger.size(arm, w)[0]) if ledger is at_point else 0.0
            is_nothing = ledger is at_point and abs(found[0]) <= NEARLY * size
            return np.zeros(1) if is_nothing else found

        found = self._estimate(value, ("difference", arm, w.tobytes()))
        return self._as_known(found, arm, w, inside)

    def difference_in(
        self,
        part: str,
        arm: str,
        weight: Sequence[float] | Floats,
        inside: Flags | None = None,
    ) -> Estimate:
        """The same of the months that were `observed` or `extrapolated`."""
        w = np.asarray(weight, dtype=float)

        def value(ledger: Ledger) -> Floats:
            return ledger.within(part).difference_of(arm, w)

        found = self._estimate(value, ("difference", part, arm, w.tobytes()))
        return self._as_known(found, arm, w, inside)

    def _as_known(
        self, found: Estimate, arm: str, weight: Floats, inside: Flags | None
    ) -> Estimate:
        """A sum of differences, marked where something of it is not known."""
        if not self.lacks(arm, weight, inside).any():
            return found
        told = self.run.point.told[self.run.point.arm(arm)]
        empty = not (told & (weight != 0)).any()
        return replace(found, partial=True, empty=empty)

    def level_in(
        self,
        part: str,
        arm: str,
        weight: Floats,
        level: float = LEVEL,
        inside: Flags | None = None,
    ) -> Interval | None:
        """What `level` says of the whole, of the months that were `observed` or `extrapolated`."""
        seen = self.run.point.known[self.run.point.arm(arm)]
        if not seen[weight != 0].any():
            return None
        w = weight * seen

        def value(ledger: Ledger) -> Floats:
            return ledger.within(part).cost_of(arm, w)

        found = self._estimate(value, ("cost", part, arm, w.tobytes()))
        partial = self._partial_level(arm, weight, inside)
        return Interval(found.point, partial=True) if partial else found.interval(level)

    def total(self, arm: str) -> Estimate:
        """Cost of `arm` minus that of the reference arm: the whole account of the perspective."""
        return self.difference(arm, self.weight(), self.everything)

    def part_of_total(self, arm: str, part: Estimate) -> float | None:
        """What share of the total difference a part is; None where it would mislead.

        That is where one of the two is not known, or the categories nearly cancel out: a total
        below a tenth of the sum of their absolute differences.
        """
        total = self.total(arm)
        parts = np.abs(self.weight() * self.run.point.difference(arm)[:, 0]).sum()
        if total.partial or part.partial or abs(total.point) <= MEANINGFUL * parts:
            return None
        return part.point / total.point

    def outcome(self, arm: str, index: int) -> Estimate:
        """Outcome number `index` in `arm`."""

        def value(ledger: Ledger) -> Floats:
            level: Floats = ledger.present_outcome[ledger.arm(arm), index]
            return level

        return self._estimate(value, ("outcome", arm, index))

    def outcome_difference(self, arm: str, index: int) -> Estimate:
        """Outcome number `index` in `arm` minus that in the reference arm; empty where unknown."""

        def value(ledger: Ledger) -> Floats:
            return ledger.outcome_difference(arm, index)

        point = self.run.point
        if not point.outcome_told[point.arm(arm), index]:
            return Estimate(0.0, None, partial=True, empty=True)
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
            possible = ledger.known[place, index] and not KINDS[holder.kind].may_be_negative
            level, top = ledger.present_of(place, index), np.inf
        else:
            index = ledger.outcomes.index(holder.path)
            possible = ledger.outcome_known[place, index] and holder.unit == SHARE
            level, top = ledger.present_outcome[place, index], 1.0
        return float(np.mean((level < 0) | (level > top))) if possible else 0.0

    def outcome_relative(self, arm: str, index: int) -> Estimate | None:
        """Outcome in `arm` over that in the reference arm, minus 1; None where that is unknown."""
        point = self.run.point
        base = point.arm(point.reference)
        if not point.outcome_told[point.arm(arm), index]:
            return None
        if not point.outcome_known[base, index] or point.present_outcome[base, index, 0] == 0:
            return None

        def value(ledger: Ledger) -> Floats:
            level = ledger.present_outcome[ledger.arm(arm), index]
            with np.errstate(all="ignore"):
                return less(level / ledger.present_outcome[base, index], np.ones(1))

        relative = self._estimate(value, ("outcome_relative", arm, index))
        draws = relative.draws
        if draws is not None and not np.isfinite(draws).all():
            return Estimate(relative.point, None)  # a level of 0 in some draw: no interval
        return relative
