"""Estimates from the draws of a run: means with intervals, probabilities, p-values.

Costs are in the money of the run per person, discounted; outcomes in their own unit. Categories are
summed with a weight each, (category,): the share of it that is counted, 0 for one that is not.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from ipscost import known
from ipscost.analysis.interval import Interval
from ipscost.analysis.lacking import lacks, lacks_level
from ipscost.analysis.percentiles import ends
from ipscost.analysis.sampling import SamplingError, sampling_error
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
"""A share of a total is shown if the total is more than this part of the sum of the absolute
differences that it is made of. Below it, gains and losses nearly cancel out, and shares run to
several hundred per cent."""
KEPT_BYTES = 48 * 2**20
"""A view keeps up to so many bytes of draws, those of the estimates used last: 600 estimates of
10,000 draws, and still 6 of a million."""


@dataclass(frozen=True)
class Estimate:
    """A number: by the point estimates, and in each draw.

    point: by the point estimates. drawn: the draws, (draw,), or a function that computes them; None
        for a run without draws.
    replicates: the number of independently scrambled sets of Sobol points among the draws, which
        take turns in them; 1 for random draws.
    partial: True if it is a sum that leaves out something unknown. It then has no interval, no
        probability and no p-value, which would describe the known part alone.
    empty: True if nothing of it is known.
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
        """The draws, (draw,), or None; computed anew if they were not kept."""
        return self.drawn() if callable(self.drawn) else self.drawn

    @cached_property
    def is_uncertain(self) -> bool:
        """True if the draws differ by more than rounding; False for a partial sum."""
        if self.partial or (draws := self.draws) is None or draws.size < 2:
            return False
        return bool(np.ptp(draws) > 1e-9 * max(1.0, abs(self.point)))

    @property
    def ordered(self) -> Floats:
        """The draws from lowest to highest, (draw,). Only for a number with draws."""
        draws = self.draws
        assert draws is not None
        return np.sort(draws)

    def interval(self, level: float = LEVEL) -> Interval:
        """The point estimate with the central percentile interval of the draws at `level`."""
        if not self.is_uncertain:
            return Interval(self.point, partial=self.partial)
        if level not in self._ends and (draws := self.draws) is not None:
            self._ends[level] = ends(draws, level)
        return Interval(self.point, *self._ends[level])

    def cell(self, level: float = LEVEL) -> Interval | None:
        """The interval for a table: None if nothing of the number is known."""
        return None if self.empty else self.interval(level)

    def probability_below(self, limit: float = 0.0) -> float | None:
        """The share of draws below `limit`, or None if nothing is uncertain."""
        if not self.is_uncertain:
            return None
        if limit not in self._below and (draws := self.draws) is not None:
            self._below[limit] = int(np.count_nonzero(draws < limit)) / draws.size
        return self._below[limit]

    def chance_below(self, limit: float = 0.0) -> Interval | None:
        """The share of draws below `limit` for a table, with the number of draws."""
        odds = self.probability_below(limit)
        if odds is None or (draws := self.draws) is None:
            return None
        return Interval(odds, draws=draws.size)

    def p_value(self) -> float | None:
        """The two-sided p-value of the hypothesis that the number is 0; None if it is certain.

        p = 2 Phi(-z), where z is the absolute point estimate over the standard deviation of the
        draws, which here is a standard error: the draws are of means.
        """
        if not self.is_uncertain or (draws := self.draws) is None:
            return None
        z = abs(self.point) / float(np.std(draws, ddof=1))
        return 2 * NormalDist().cdf(-z)

    def sampling_error(self, level: float = LEVEL) -> SamplingError | None:
        """The Monte Carlo errors of the mean and of the ends of the interval at `level`.

        None if nothing is uncertain, or if there are fewer than two draws per replicate.
        """
        if not self.is_uncertain or (draws := self.draws) is None:
            return None
        return sampling_error(draws, self.replicates, level)

    def minus(self) -> Estimate:
        """The number with its sign reversed: turns a cost difference into a saving."""
        draws = self.draws
        return replace(self, point=0.0 - self.point, drawn=None if draws is None else 0.0 - draws)


@dataclass(frozen=True)
class View:
    """A run seen from one perspective: the estimates that all analyses are built on.

    Estimates are kept, since tables ask for the same sums again and again; of their draws, only
    those used last are (KEPT_BYTES).
    """

    run: Run
    perspective: str
    _kept: dict[Hashable, Estimate] = field(default_factory=dict, repr=False, compare=False)
    _columns: dict[Hashable, Floats] = field(default_factory=dict, repr=False, compare=False)

    def _estimate(self, value: Callable[[Ledger], Floats], key: Hashable) -> Estimate:
        """`value(ledger)`, (draw,), by the point estimates and over the draws, kept under `key`."""
        if key not in self._kept:
            ledger = self.run.ledger
            drawn = None if ledger is None else partial(self._column, value, ledger, key)
            sobol = self.run.settings.sampler == "sobol"
            replicates = REPLICATES if sobol else 1
            self._kept[key] = Estimate(float(value(self.run.point)[0]), drawn, replicates)
        return self._kept[key]

    def _column(self, value: Callable[[Ledger], Floats], ledger: Ledger, key: Hashable) -> Floats:
        """`value(ledger)`, (draw,), kept under `key` until others have taken its room."""
        column = self._columns.pop(key, None)
        if column is None:
            column = value(ledger)
        self._columns[key] = column
        while len(self._columns) > max(2, KEPT_BYTES // column.nbytes):
            del self._columns[next(iter(self._columns))]
        return column

    def seen_from(self, perspective: str) -> View:
        """The same run from another perspective; both views share the estimates they keep."""
        return replace(self, perspective=perspective)

    @cached_property
    def everything(self) -> Flags:
        """True for every category, (category,): a whole account sums all of them."""
        return np.ones(len(self.run.point.categories), dtype=bool)

    def weight(self) -> Floats:
        """The share of each category that the perspective counts, (category,).

        See the table in docs/method.md, Accounts.
        """
        return self.run.point.weight(self.perspective)

    def uncounted(self) -> Floats:
        """The share of each category that the perspective leaves out, (category,)."""
        weight = np.abs(self.weight())
        if self.perspective == WELFARE:  # weights turn costs into market prices; they are no shares
            weight = np.sign(weight)
        left: Floats = np.maximum(1 - weight, 0.0)
        return left

    def cost(self, arm: str, weight: Sequence[float] | Floats) -> Estimate:
        """The cost of `arm`, summed over categories with `weight`, (category,)."""
        w = np.asarray(weight, dtype=float)

        def value(ledger: Ledger) -> Floats:
            return ledger.cost_of(arm, w)

        return self._estimate(value, ("cost", arm, w.tobytes()))

    @cached_property
    def undivided(self) -> Flags:
        """Categories of which a part may belong to the account that is not counted, (category,).

        See `known.undivided`.
        """
        flags: Flags = np.array(known.undivided(self.run.scenario, self.perspective), dtype=bool)
        return flags

    def lacks(self, arm: str, weight: Floats, inside: Flags | None = None) -> Flags:
        """The categories that leave the cost difference of `arm` partial: flags, (category,).

        See `lacking.lacks`. Without `inside` it is the difference of one category on its own.
        """
        return lacks(self.run, self.undivided, arm, weight, inside)

    def missing(self, arm: str) -> tuple[Category, ...]:
        """The categories that leave the account of `arm` partial, in file order."""
        lacking = self.lacks(arm, self.weight(), self.everything)
        pairs = zip(self.run.scenario.categories, lacking, strict=True)
        return tuple(category for category, is_lacking in pairs if is_lacking)

    def known_cost(self, arm: str, weight: Sequence[float] | Floats) -> float | None:
        """The expected cost of `arm`, summed with `weight`; None if a part of it is not known."""
        is_known = self.run.point.known[self.run.point.arm(arm)]
        if not is_known[np.asarray(weight) != 0].all():
            return None
        return self.cost(arm, weight).point

    def level(
        self, arm: str, weight: Floats, level: float = LEVEL, inside: Flags | None = None
    ) -> Interval | None:
        """The cost of one arm, summed with `weight`: whole, partial, or None if no part is known.

        It has no interval if an amount of the arm is stated against a fixed one of the reference
        arm (`is_tied_to_fixed`). `inside`: the categories that the sum is of, (category,).
        """
        point = self.run.point
        is_known = point.known[point.arm(arm)]
        if not point.told[point.arm(arm)].all() and not self.lacks(arm, weight, inside).any():
            return self._level_by_difference(arm, weight, level, inside)
        if not is_known[weight != 0].any():
            return None
        partial = self._partial_level(arm, weight, inside)
        cost = self.cost(arm, weight * is_known)
        parts = zip(self.run.scenario.categories, (weight != 0) & is_known, strict=True)
        if partial or self.is_tied_to_fixed(arm, [category for category, own in parts if own]):
            return Interval(cost.point, partial=partial)
        return cost.interval(level)

    def _level_by_difference(
        self, arm: str, weight: Floats, level: float, inside: Flags | None
    ) -> Interval | None:
        """The cost of an arm as that of the reference arm plus the difference.

        For sums with amounts that are known only as part of others.
        """
        base = self.level(self.run.point.reference, weight, level, inside)
        change = self.difference(arm, weight, inside).point
        return None if base is None else Interval(base.mean + change, partial=base.partial)

    def _partial_level(self, arm: str, weight: Floats, inside: Flags | None) -> bool:
        """True if the cost of an arm leaves out something unknown (`lacking.lacks_level`)."""
        inside = weight != 0 if inside is None else inside
        return lacks_level(self.run, self.undivided, arm, weight, inside)

    def difference(
        self, arm: str, weight: Sequence[float] | Floats, inside: Flags | None = None
    ) -> Estimate:
        """The cost of `arm` minus that of the reference arm, summed with `weight`, (category,).

        It is partial if something `inside` the sum, (category,), is not known; by default that is
        what is counted. By the point estimates it is exactly 0 if what is left is rounding, as when
        a threshold is typed in as the value of the number it is for.
        """
        w = np.asarray(weight, dtype=float)
        at_point = self.run.point

        def value(ledger: Ledger) -> Floats:
            change = ledger.difference_of(arm, w)
            size = float(ledger.size(arm, w)[0]) if ledger is at_point else 0.0
            is_nothing = ledger is at_point and abs(change[0]) <= NEARLY * size
            return np.zeros(1) if is_nothing else change

        estimate = self._estimate(value, ("difference", arm, w.tobytes()))
        return self._as_known(estimate, arm, w, inside)

    def difference_in(
        self,
        part: str,
        arm: str,
        weight: Sequence[float] | Floats,
        inside: Flags | None = None,
    ) -> Estimate:
        """The cost difference within a part of the horizon: `observed` or `extrapolated` months."""
        w = np.asarray(weight, dtype=float)

        def value(ledger: Ledger) -> Floats:
            return ledger.within(part).difference_of(arm, w)

        estimate = self._estimate(value, ("difference", part, arm, w.tobytes()))
        return self._as_known(estimate, arm, w, inside)

    def _as_known(
        self, estimate: Estimate, arm: str, weight: Floats, inside: Flags | None
    ) -> Estimate:
        """A cost difference, marked as partial or empty if something of it is not known."""
        if not self.lacks(arm, weight, inside).any():
            return estimate
        is_known = self.run.point.told[self.run.point.arm(arm)]
        empty = not (is_known & (weight != 0)).any()
        return replace(estimate, partial=True, empty=empty)

    def level_in(
        self,
        part: str,
        arm: str,
        weight: Floats,
        level: float = LEVEL,
        inside: Flags | None = None,
    ) -> Interval | None:
        """The cost of one arm, as `level`, within the `observed` or `extrapolated` months."""
        is_known = self.run.point.known[self.run.point.arm(arm)]
        if not is_known[weight != 0].any():
            return None
        w = weight * is_known

        def value(ledger: Ledger) -> Floats:
            return ledger.within(part).cost_of(arm, w)

        cost = self._estimate(value, ("cost", part, arm, w.tobytes()))
        partial = self._partial_level(arm, weight, inside)
        return Interval(cost.point, partial=True) if partial else cost.interval(level)

    def total(self, arm: str) -> Estimate:
        """The cost of `arm` minus that of the reference arm, over all the perspective counts."""
        return self.difference(arm, self.weight(), self.everything)

    def part_of_total(self, arm: str, part: Estimate) -> float | None:
        """A part of the total cost difference as a share of it; None if that would mislead.

        It would if either is not known, or if categories nearly cancel out: if the total is at most
        MEANINGFUL times the sum of their absolute differences (docs/method.md, Sums).
        """
        total = self.total(arm)
        parts = np.abs(self.weight() * self.run.point.difference(arm)[:, 0]).sum()
        if total.partial or part.partial or abs(total.point) <= MEANINGFUL * parts:
            return None
        return part.point / total.point

    def outcome(self, arm: str, index: int) -> Estimate:
        """The outcome at `index` in `arm`, in its unit per person."""

        def value(ledger: Ledger) -> Floats:
            level: Floats = ledger.present_outcome[ledger.arm(arm), index]
            return level

        return self._estimate(value, ("outcome", arm, index))

    def outcome_difference(self, arm: str, index: int) -> Estimate:
        """The outcome at `index` in `arm` minus that in the reference arm; empty if unknown."""

        def value(ledger: Ledger) -> Floats:
            return ledger.outcome_difference(arm, index)

        point = self.run.point
        if not point.outcome_told[point.arm(arm), index]:
            return Estimate(0.0, None, partial=True, empty=True)
        return self._estimate(value, ("outcome_difference", arm, index))

    def is_tied_to_fixed(self, arm: str, holders: Iterable[Category | Outcome]) -> bool:
        """True if an amount of `arm` is stated as a difference from, or ratio to, a fixed amount.

        The difference then has an interval. The amount in the arm itself has none, since the
        uncertainty of the reference arm's is not known.
        """
        reference = self.run.scenario.reference
        for holder in holders:
            base = holder.arms.get(reference)
            tied = arm in holder.arms and holder.arms[arm].role != "mean"
            if tied and base is not None and base.is_fixed:
                return True
        return False

    def outside(self, arm: str, holder: Category | Outcome) -> float:
        """The share of draws with an impossible amount: a negative cost, or a share outside 0 to 1.

        0 if the amount is not known, is stated against a fixed one, or can be negative.
        """
        ledger = self.run.ledger
        if ledger is None or self.is_tied_to_fixed(arm, [holder]):
            return 0.0
        row = ledger.arm(arm)
        if isinstance(holder, Category):
            index = ledger.categories.index(holder.path)
            is_bounded = ledger.known[row, index] and not KINDS[holder.kind].may_be_negative
            level, top = ledger.present_of(row, index), np.inf
        else:
            index = ledger.outcomes.index(holder.path)
            is_bounded = ledger.outcome_known[row, index] and holder.unit == SHARE
            level, top = ledger.present_outcome[row, index], 1.0
        return float(np.mean((level < 0) | (level > top))) if is_bounded else 0.0

    def outcome_relative(self, arm: str, index: int) -> Estimate | None:
        """The outcome in `arm` over that in the reference arm, minus 1: a share of the latter.

        None if either is not known or the reference arm's is 0; without an interval if that is 0 in
        some draw.
        """
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
