"""The ledger: what every engine returns and every analysis reads.

Costs and outcomes per person on named axes: arm, category (or outcome), month, draw. Totals are
methods and never rows, so nothing can be counted twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ipscost.errors import NotFiniteError
from ipscost.rounding import less

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

PARTS = ("observed", "extrapolated")


@dataclass(frozen=True)
class Ledger:
    """Costs and outcomes per person, with what is needed to add them up.

    An engine states amounts per period, and how each period spreads over the months: a single
    period with a profile where amounts are known over the horizon, or a period a cycle.

    arms, categories, kinds, outcomes, payers: the names on the axes; `reference` is an arm.
    amount: (arm, category, period, draw), undiscounted, in the scenario's money; a cost is
        positive.
    spread: (category, period, month); an amount times its spread is the cost of a month.
    present: (category, period, month); an amount times this is its present value.
    known: (arm, category); False where only the difference from the reference arm is known. The
        reference arm's amount is then 0 and the other arms hold the difference.
    told: (arm, category); False where the difference from the reference arm is not known. It then
        counts for nothing in a difference, whatever the amounts are.
    payer_share: (category, payer), what a payer pays less what it receives: each row sums to 1, or
        to 0 for a transfer whose receivers are stated.
    perspectives, counted: (perspective, category), the share that each perspective counts.
    outcome_amount: (arm, outcome, period, draw); outcome_spread, outcome_present: (outcome, period,
        month); outcome_known, outcome_told: (arm, outcome), as `known` and `told`.
    observed: how many of the months lie in the time that was observed.
    clipped: by path, in which draws, (draw,), numbers of a model were outside their range and moved
        into it; paths of which nothing was are left out.

    Raises ValueError where shapes or names do not fit, a number is not finite, or the payer
    shares of a category do not sum to 1 or 0.
    """

    arms: tuple[str, ...]
    reference: str
    categories: tuple[str, ...]
    kinds: tuple[str, ...]
    payers: tuple[str, ...]
    outcomes: tuple[str, ...]
    perspectives: tuple[str, ...]
    amount: Floats
    spread: Floats
    present: Floats
    known: Flags
    told: Flags
    payer_share: Floats
    counted: Floats
    outcome_amount: Floats
    outcome_spread: Floats
    outcome_present: Floats
    outcome_known: Flags
    outcome_told: Flags
    observed: int
    clipped: Mapping[str, Flags] = field(default_factory=dict)

    def __post_init__(self) -> None:
        arms, categories, outcomes = len(self.arms), len(self.categories), len(self.outcomes)
        if self.amount.ndim != 4 or self.outcome_amount.ndim != 4:
            raise ValueError("amounts must have four axes: arm, category or outcome, period, draw")
        periods, draws = self.amount.shape[2:]
        outcome_periods = self.outcome_amount.shape[2]
        months = self.spread.shape[-1]
        expected = {
            "amount": (arms, categories, periods, draws),
            "spread": (categories, periods, months),
            "present": (categories, periods, months),
            "known": (arms, categories),
            "told": (arms, categories),
            "payer_share": (categories, len(self.payers)),
            "counted": (len(self.perspectives), categories),
            "outcome_amount": (arms, outcomes, outcome_periods, draws),
            "outcome_spread": (outcomes, outcome_periods, months),
            "outcome_present": (outcomes, outcome_periods, months),
            "outcome_known": (arms, outcomes),
            "outcome_told": (arms, outcomes),
        }
        for name, shape in expected.items():
            found = getattr(self, name).shape
            if found != shape:
                raise ValueError(f"{name} must have shape {shape}, not {found}")
        for names in (self.arms, self.categories, self.outcomes, self.payers):
            if len(set(names)) != len(names):
                raise ValueError(f"names must differ: {names}")
        if any(flags.shape != (draws,) for flags in self.clipped.values()):
            raise ValueError(f"what was clipped must be told for each of {draws} draws")
        if len(self.kinds) != categories or self.reference not in self.arms:
            raise ValueError("every category needs a kind, and the reference must be an arm")
        numbers = (
            *(self.amount, self.spread, self.present, self.counted),
            *(self.outcome_amount, self.outcome_spread, self.outcome_present),
        )
        if not all(np.isfinite(array).all() for array in numbers):
            raise NotFiniteError("every cost and outcome must be finite")
        shares = self.payer_share.sum(axis=1)
        if not all(
            np.isclose(total, 1) or (kind == "transfer" and np.isclose(total, 0))
            for total, kind in zip(shares, self.kinds, strict=True)
        ):
            raise ValueError("the payer shares of each category must sum to 1 (or 0: a transfer)")
        for name in expected:
            getattr(self, name).flags.writeable = False

    @property
    def cost(self) -> Floats:
        """Cost by month, undiscounted, (arm, category, month, draw)."""
        arms, categories, _, draws = self.amount.shape
        value = np.zeros((arms, categories, self.months, draws))
        for index, period in np.argwhere(self.spread.any(axis=2)).tolist():
            months = self.spread[index, period].nonzero()[0]
            factor = self.spread[index, period, months]
            value[:, index, months] += factor[:, None] * self.amount[:, index, period, None]
        return value

    def arm(self, name: str) -> int:
        """The place of an arm on its axis."""
        return self.arms.index(name)

    @property
    def months(self) -> int:
        """How many months the ledger tells apart; where it is collapsed, how many parts."""
        return int(self.spread.shape[-1])

    @cached_property
    def present_value(self) -> Floats:
        """Discounted cost over the horizon, (arm, category, draw)."""
        return _valued(self.amount, self.present)

    @cached_property
    def _differences(self) -> dict[str, Floats]:
        """The differences that were asked for, by arm."""
        return {}

    @cached_property
    def present_outcome(self) -> Floats:
        """Discounted outcome over the horizon, (arm, outcome, draw)."""
        return _valued(self.outcome_amount, self.outcome_present)

    def part(self, name: str) -> Floats:
        """Discounted cost of the months `observed` or `extrapolated`, (arm, category, draw)."""
        place = slice(self.observed) if name == PARTS[0] else slice(self.observed, None)
        return _valued(self.amount, self.present[:, :, place])

    def collapsed(self) -> Ledger:
        """The same with the observed months as one and the others, if any, as another.

        Its amounts are the present values. All that is left over draws where nobody asks for the
        course by month; its size does not depend on how many months or periods there are.
        """
        parts = PARTS if self.observed < self.months else PARTS[:1]
        amount = self.present_value[:, :, None]
        if len(parts) > 1:
            amount = np.stack([self.part(name) for name in parts], axis=2)
        once = np.array([np.eye(len(parts))] * len(self.categories))
        outcome_once = np.zeros((len(self.outcomes), 1, len(parts)))
        outcome_once[:, :, -1] = 1
        return replace(
            self,
            amount=amount,
            spread=once,
            present=once,
            outcome_amount=self.present_outcome[:, :, None],
            outcome_spread=outcome_once,
            outcome_present=outcome_once,
            observed=1,
        )

    def weight(self, perspective: str) -> Floats:
        """The share of each category that a perspective counts, (category,)."""
        counted: Floats = self.counted[self.perspectives.index(perspective)]
        return counted

    def difference(self, arm: str) -> Floats:
        """Discounted cost of `arm` minus that of the reference arm, (category, draw).

        0 where it is not known.
        """
        if arm not in self._differences:
            self._differences[arm] = self._less_reference(self.present_value, arm)
        return self._differences[arm]

    def difference_in(self, part: str, arm: str) -> Floats:
        """The same of the months `observed` or `extrapolated`, (category, draw)."""
        return self._less_reference(self.part(part), arm)

    def _less_reference(self, cost: Floats, arm: str) -> Floats:
        """Costs (arm, category, draw) of `arm` less the reference arm's, (category, draw)."""
        own, base = cost[self.arm(arm)], cost[self.arm(self.reference)]
        change = np.empty_like(own)
        for index in range(len(change)):  # one after another, to need little memory
            change[index] = less(own[index], base[index])
        told = self.told[self.arm(arm)]
        return change if told.all() else np.where(told[:, None], change, 0.0)

    def size(self, arm: str, weight: Floats) -> Floats:
        """The size of the costs that a sum of differences is made of, (draw,).

        Costs that are the same in both arms are no part of it.
        """
        total = np.zeros(self.present_value.shape[-1])
        own, base = (self.present_value[self.arm(name)] for name in (arm, self.reference))
        changes = self.difference(arm)
        for index in np.flatnonzero(weight):  # in place, to pass over the draws as seldom as can be
            size = np.maximum(np.abs(own[index]), np.abs(base[index]))
            if weight[index] != 1:
                size *= abs(weight[index])
            size *= changes[index] != 0
            total += size
        return total

    def outcome_difference(self, arm: str, index: int) -> Floats:
        """Outcome number `index` in `arm` minus that in the reference arm, (draw,)."""
        outcome = self.present_outcome[:, index]
        return less(outcome[self.arm(arm)], outcome[self.arm(self.reference)])

    def monthly_difference(self, arm: str, perspective: str) -> Floats:
        """Discounted cost of `arm` minus that of the reference arm by month, (month, draw)."""
        course: Floats = self.monthly_differences(arm, (perspective,))[0]
        return course

    def monthly_differences(self, arm: str, perspectives: Sequence[str]) -> Floats:
        """The same from several perspectives, (perspective, month, draw).

        Each category is told into months once, whoever counts it, and every sum is made one number
        after another, so that it does not depend on how many draws there are.
        """
        level, base = self.amount[self.arm(arm)], self.amount[self.arm(self.reference)]
        told = self.told[self.arm(arm)]
        weights = np.array([self.weight(perspective) * told for perspective in perspectives])
        found = np.zeros((len(perspectives), self.months, self.amount.shape[3]))
        for index in np.flatnonzero(weights.any(axis=0)):
            course, present = np.zeros(found.shape[1:]), self.present[index]
            for period in np.flatnonzero(present.any(axis=1)):
                factor = present[period]
                months = factor.nonzero()[0]  # a period lies in few months
                change = less(level[index, period], base[index, period])
                course[months] += np.multiply.outer(factor[months], change)
            for place in np.flatnonzero(weights[:, index]):
                found[place] += weights[place, index] * course
        return found


def summed(weight: Floats, amounts: Floats) -> Floats:
    """The sum over categories with `weight`, (category,), of (..., category, draw).

    One category after another, so that the last digits are the same for any number of draws and
    threads, and whatever else there is that weighs nothing.
    """
    counted = np.flatnonzero(weight)
    if not counted.size:
        return np.zeros((*amounts.shape[:-2], amounts.shape[-1]))
    parts = (amounts[..., index, :] for index in counted)
    scaled = (a if w == 1 else a * w for a, w in zip(parts, weight[counted], strict=True))
    total: Floats = next(scaled)
    for number, part in enumerate(scaled):
        total = np.add(total, part, out=total if number else None)
    return total


def over_months(factors: Floats) -> Floats:
    """The sum of `factors` over their last axis, one after another, so that months in which there
    is nothing change no bit of it."""
    total: Floats = np.cumsum(factors, axis=-1)[..., -1]
    return total


def _valued(amount: Floats, present: Floats) -> Floats:
    """Amounts (arm, category, period, draw) times their factors summed over months."""
    factor = over_months(present) if present.shape[2] else np.zeros(present.shape[:2])
    used = np.flatnonzero(factor.any(axis=0))
    if len(used) == 1 and (factor[:, used] == 1).all():  # the amounts as they are, and no copy
        return amount[:, :, used[0]]
    value = np.zeros((*amount.shape[:2], amount.shape[3]))
    for index, period in np.argwhere(factor).tolist():
        value[:, index] += factor[index, period] * amount[:, index, period]
    return value
