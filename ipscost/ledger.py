"""The ledger: what every engine returns and every analysis reads.

Costs and outcomes per person on named axes: arm, category (or outcome), month, draw. Totals are
methods and never rows, so nothing can be counted twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ipscost.scenario import SOCIETAL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Ledger:
    """Costs and outcomes per person, undiscounted, with what is needed to add them up.

    An engine states amounts per period, and how each period spreads over the months: a single
    period with a profile where amounts are known over the horizon, or a period a month.

    arms, categories, kinds, outcomes, payers: the names on the axes; `reference` is an arm.
    amount: (arm, category, period, draw), in the scenario's money; a cost is positive.
    spread: (category, period, month); an amount times its spread is the cost of a month.
    known: (arm, category); False where only the difference from the reference arm is known. The
        reference arm's amount is then 0 and the other arms hold the difference.
    payer_share: (category, payer), each row summing to 1.
    outcome_amount: (arm, outcome, period, draw); outcome_spread: (outcome, period, month);
        outcome_known: (arm, outcome).
    cost_discount: (month,); outcome_discount: (outcome, month). Present-value factors.

    Raises ValueError where shapes or names do not fit, a number is not finite, or the payer
    shares of a category do not sum to 1.
    """

    arms: tuple[str, ...]
    reference: str
    categories: tuple[str, ...]
    kinds: tuple[str, ...]
    payers: tuple[str, ...]
    outcomes: tuple[str, ...]
    amount: Floats
    spread: Floats
    known: Flags
    payer_share: Floats
    outcome_amount: Floats
    outcome_spread: Floats
    outcome_known: Flags
    cost_discount: Floats
    outcome_discount: Floats

    def __post_init__(self) -> None:
        arms, categories, outcomes = len(self.arms), len(self.categories), len(self.outcomes)
        if self.amount.ndim != 4 or self.outcome_amount.ndim != 4:
            raise ValueError("amounts must have four axes: arm, category or outcome, period, draw")
        periods, draws = self.amount.shape[2:]
        outcome_periods = self.outcome_amount.shape[2]
        months = self.cost_discount.size
        expected = {
            "amount": (arms, categories, periods, draws),
            "spread": (categories, periods, months),
            "known": (arms, categories),
            "payer_share": (categories, len(self.payers)),
            "outcome_amount": (arms, outcomes, outcome_periods, draws),
            "outcome_spread": (outcomes, outcome_periods, months),
            "outcome_known": (arms, outcomes),
            "cost_discount": (months,),
            "outcome_discount": (outcomes, months),
        }
        for name, shape in expected.items():
            found = getattr(self, name).shape
            if found != shape:
                raise ValueError(f"{name} must have shape {shape}, not {found}")
        for names in (self.arms, self.categories, self.outcomes, self.payers):
            if len(set(names)) != len(names):
                raise ValueError(f"names must differ: {names}")
        if len(self.kinds) != categories or self.reference not in self.arms:
            raise ValueError("every category needs a kind, and the reference must be an arm")
        numbers = (
            *(self.amount, self.spread, self.cost_discount),
            *(self.outcome_amount, self.outcome_spread, self.outcome_discount),
        )
        if not all(np.isfinite(array).all() for array in numbers):
            raise ValueError("every cost and outcome must be finite")
        if not np.allclose(self.payer_share.sum(axis=1), 1):
            raise ValueError("the payer shares of each category must sum to 1")
        for name in expected:
            getattr(self, name).flags.writeable = False

    @property
    def cost(self) -> Floats:
        """Cost by month, undiscounted, (arm, category, month, draw)."""
        value: Floats = np.einsum("acpd,cpm->acmd", self.amount, self.spread)
        return value

    def arm(self, name: str) -> int:
        """The place of an arm on its axis."""
        return self.arms.index(name)

    @property
    def months(self) -> int:
        """How many months the ledger tells apart: 1 where it is collapsed."""
        return int(self.cost_discount.size)

    @cached_property
    def present_value(self) -> Floats:
        """Discounted cost over the horizon, (arm, category, draw)."""
        factor = self.spread @ self.cost_discount
        if factor.shape[1] == 1 and (factor == 1).all():
            return self.amount[:, :, 0]
        value: Floats = np.einsum("acpd,cp->acd", self.amount, factor)
        return value

    @cached_property
    def _differences(self) -> dict[str, Floats]:
        """The differences that were asked for, by arm."""
        return {}

    @cached_property
    def present_outcome(self) -> Floats:
        """Discounted outcome over the horizon, (arm, outcome, draw)."""
        factor = np.einsum("opm,om->op", self.outcome_spread, self.outcome_discount)
        if factor.shape[1] == 1 and (factor == 1).all():
            return self.outcome_amount[:, :, 0]
        value: Floats = np.einsum("aopd,op->aod", self.outcome_amount, factor)
        return value

    def collapsed(self) -> Ledger:
        """The same with the horizon as a single month: its amounts are the present values.

        All that is left over draws where nobody asks for the course by month; its size does not
        depend on how many months or periods there are.
        """
        categories, outcomes = len(self.categories), len(self.outcomes)
        return replace(
            self,
            amount=self.present_value[:, :, None],
            spread=np.ones((categories, 1, 1)),
            outcome_amount=self.present_outcome[:, :, None],
            outcome_spread=np.ones((outcomes, 1, 1)),
            cost_discount=np.ones(1),
            outcome_discount=np.ones((outcomes, 1)),
        )

    def weight(self, perspective: str) -> Floats:
        """The share of each category that a perspective counts, (category,).

        Societal counts every category but transfers, which move money between people without
        using resources (Drummond et al. 2015, Methods for the Economic Evaluation of Health Care
        Programmes, ch. 7). A payer counts its own share of every category.
        """
        if perspective == SOCIETAL:
            return np.array([float(kind != "transfer") for kind in self.kinds])
        share: Floats = self.payer_share[:, self.payers.index(perspective)]
        return share

    def difference(self, arm: str) -> Floats:
        """Discounted cost of `arm` minus that of the reference arm, (category, draw)."""
        if arm not in self._differences:
            base = self.present_value[self.arm(self.reference)]
            self._differences[arm] = self.present_value[self.arm(arm)] - base
        return self._differences[arm]

    def monthly_difference(self, arm: str, perspective: str) -> Floats:
        """Discounted cost of `arm` minus that of the reference arm by month, (month, draw)."""
        change = self.amount[self.arm(arm)] - self.amount[self.arm(self.reference)]
        factor = self.weight(perspective)[:, None, None] * self.spread * self.cost_discount
        course: Floats = np.einsum("cpd,cpm->md", change, factor)
        return course
