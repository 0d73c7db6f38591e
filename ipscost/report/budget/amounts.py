"""Amounts as tables show them: what a table adds up is the sum of what stands in it.

Each part of the books is rounded for each payer, such that its running sum over the years is
rounded and what stands in a year is the difference of two of these. Every other number (of several
payers, of several years, a net) is a sum of such numbers, so that it may be off by a unit of the
last place for each of them, and nothing that a reader adds up is. The net of the account that is
told is right to the last place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.budget.seen import (
    BLOCK,
    CHANGE,
    NET,
    OWN,
    PARTS,
    BudgetView,
    amounts,
)
from ipscost.analysis.interval import Interval
from ipscost.scenario.rollout import GRANT
from ipscost.words.locale import currency_sign
from ipscost.words.numbers import MILLION, SMALL_MONEY
from ipscost.words.text import Words, say

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

IN_MILLIONS = "million"
"""The unit of a cell that is told in millions: with two decimals, as any unit without its own."""
CENTS = 0.01


@dataclass(frozen=True, eq=False)
class Amounts:
    """The gains of each payer in a price basis, rounded so that they add up."""

    view: BudgetView
    basis: str

    @cached_property
    def _largest(self) -> float:
        """The largest amount that a payer has in all, whichever the basis."""
        found = 0.0
        for books in self.view.budget.point.values():
            for part in PARTS:
                total = np.abs(amounts(books, part)[:, :, 0]).sum(axis=1)
                found = max(found, float(total.max(initial=0.0)))
        return found

    @property
    def is_in_millions(self) -> bool:
        """True where amounts are told in millions."""
        return self._largest >= MILLION

    @property
    def step(self) -> float:
        """The smallest difference that is shown: 10,000 of what is told in millions."""
        if self.is_in_millions:
            return MILLION * CENTS
        return 1.0 if self._largest >= SMALL_MONEY else CENTS

    @property
    def unit(self) -> str:
        """The unit of a cell."""
        return IN_MILLIONS if self.is_in_millions else str(self.view.scenario.money)

    @property
    def called(self) -> Words:
        """`million kr.`, or `kr.`."""
        sign = currency_sign(self.view.scenario.money.currency)
        return say("budget_millions", currency=sign) if self.is_in_millions else sign

    def cell(self, value: float) -> Interval:
        """An amount of money in the unit of cells, without interval, as it is."""
        return Interval(value / MILLION if self.is_in_millions else value)

    def rounded(self, value: float) -> Interval:
        """The same, rounded as those that are added up."""
        steps = float(np.floor(value / self.step + 0.5))
        return self._of_steps(steps)

    def with_ends(self, shown: Interval, found: Interval) -> Interval:
        """A cell with the interval of an amount of money; none of a sum with unknown parts."""
        if found.low is None or found.high is None:
            return Interval(shown.mean, partial=found.partial)
        low, high = (self.rounded(end).mean for end in (found.low, found.high))
        return Interval(shown.mean, low, high)

    @cached_property
    def _kept(self) -> dict[tuple[str, str], Floats]:
        return {}

    def _steps(self, part: str, scope: str) -> Floats:
        """The gains of a part by payer and year in steps, (payer, year), so that they add up."""
        key = part, scope if part == BLOCK else OWN
        if key not in self._kept:
            so_far = self._so_far(*key)
            if part == CHANGE:
                so_far = self._met(so_far)
            self._kept[key] = np.diff(so_far, axis=1, prepend=0.0)
        return self._kept[key]

    def _gains(self, part: str, scope: str = OWN) -> Floats:
        """The gains of a part in the base case, (payer, year)."""
        gains: Floats = -amounts(self.view.budget.point[self.basis], part, scope)[:, :, 0]
        return gains

    def _so_far(self, part: str, scope: str = OWN) -> Floats:
        """The running sums of a part by payer, rounded, (payer, year).

        Of what one payer pays another they come to 0 in each year, as they do unrounded.
        """
        gains = self._gains(part, scope)
        found: Floats = np.floor(np.cumsum(gains, axis=1) / self.step + 0.5)
        if part in (GRANT, BLOCK):
            found[_largest(gains)] -= found.sum(axis=0)
        return found

    def _met(self, change: Floats) -> Floats:
        """The running sums of other costs, moved so that the net of the account told is right.

        What is missing in its running sum goes to its payer with the largest other costs.
        """
        places = list(self.view.budget.bearing.accounts[self.view.account])
        gains = self._gains(CHANGE)[places]
        if not gains.any():
            return change
        parts = [self._so_far(part)[places] for part in PARTS if part != CHANGE]
        shown = change[places].sum(axis=0) + sum(each.sum(axis=0) for each in parts)
        exact = sum(self._gains(part)[places].sum(axis=0) for part in PARTS)
        wanted = np.floor(np.cumsum(exact) / self.step + 0.5)
        moved: Floats = change.copy()
        moved[places[_largest(gains)]] += wanted - shown
        return moved

    def of(
        self, part: str, account: str, years: Iterable[int] | None = None, scope: str = OWN
    ) -> Interval:
        """What an account gains by a part in some years or in all, in the unit of cells."""
        books = self.view.budget.point[self.basis]
        chosen = books.years if years is None else tuple(years)
        payers = self.view.budget.bearing.accounts[account]
        parts = PARTS if part == NET else (part,)
        steps = sum(
            float(self._steps(each, scope)[payer, books.years.index(year)])
            for each in parts
            for payer in payers
            for year in chosen
        )
        return self._of_steps(steps, partial=self.view.is_partial(part, account))

    def _of_steps(self, steps: float, *, partial: bool = False) -> Interval:
        if self.is_in_millions:
            return Interval(steps / round(1 / CENTS) + 0.0, partial=partial)
        return Interval(steps * self.step + 0.0, partial=partial)


def _largest(gains: Floats) -> int:
    """The place of the payer with the largest gains or losses, of (payer, year)."""
    return int(np.argmax(np.abs(gains).sum(axis=1)))
