"""The books of a rollout as estimates: what an account gains in a year, when it turns, per person.

An account is a payer, the payer of a block grant's others, `public` (all public payers) or `all`
(everybody). Here a gain is positive and a cost negative, as in the tables that readers see.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.budget.accounts import Budget
from ipscost.analysis.budget.books import CONSTANT, NEVER, Books, Turn
from ipscost.analysis.budget.shares import ALL_PAYERS, PUBLIC
from ipscost.analysis.estimates import Estimate
from ipscost.analysis.interval import Interval
from ipscost.rollout.sums import in_order
from ipscost.rounding import NEARLY
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.rollout import GRANT, PROGRAMME, Month
from ipscost.settings import REPLICATES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

CHANGE, BLOCK, NET = "change", "block_grant", "net"
PARTS = (PROGRAMME, GRANT, CHANGE, BLOCK)
"""What the net of an account is the sum of."""
ONE, ALL_TAKE_PART, OWN = "one", "all", "own"
"""How a block grant is counted: as if one payer alone took part, as if all did, or as stated."""


@dataclass(frozen=True, slots=True)
class AccountTurn:
    """When the cumulative net of an account turns, by the point estimates and at a level.

    deepest: the largest cumulative deficit (positive), and `deepest_in` its month, None where there
    never is one. even: the month from which the account is paid back, None where it never is;
    earliest, latest: the ends of its interval, None for never; has_interval: there is one. chance:
    the share of draws that are paid back at all; None without uncertainty.
    """

    deepest: Interval
    deepest_in: Month | None
    even: Month | None
    earliest: Month | None
    latest: Month | None
    has_interval: bool
    chance: Interval | None


@dataclass(frozen=True, eq=False)
class BudgetView:
    """A budget, and whose account (by name) its sentences are about."""

    budget: Budget
    account: str
    basis: str = CONSTANT

    @property
    def scenario(self) -> Scenario:
        """The scenario that is rolled out."""
        return self.budget.scenario

    @property
    def books(self) -> Books:
        """The books of the base case."""
        return self.budget.point[self.basis]

    @property
    def level(self) -> float:
        """The level of intervals."""
        return self.budget.level

    @property
    def last(self) -> Month:
        """The last month of the accounts."""
        return Month.of(self.budget.first.number + self.budget.calendar.months - 1)

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years."""
        return self.books.years

    @property
    def accounts(self) -> tuple[str, ...]:
        """Every account that moves, or of which a part is not known: payers first."""
        return accounts_of(self.budget)

    @property
    def payers(self) -> tuple[str, ...]:
        """Those of the accounts that are payers."""
        return tuple(each for each in self.accounts if each not in (PUBLIC, ALL_PAYERS))

    def is_whole(self, account: str = "") -> bool:
        """False where something that is not known is part of an account."""
        return self.budget.is_complete(account or self.account)

    def is_partial(self, part: str, account: str) -> bool:
        """True where something that is not known is part of a part of an account."""
        lacking = {*self.budget.lacking(account)}
        prices = lacking & {*self.budget.bearing.unknown_prices}
        return {
            PROGRAMME: bool(prices),
            GRANT: False,
            CHANGE: lacking != prices,
            BLOCK: lacking != prices and self.budget.rollout.financing is not None,
            NET: bool(lacking),
        }[part]

    def gain(
        self,
        part: str = NET,
        account: str = "",
        *,
        year: int | None = None,
        scope: str = OWN,
        basis: str = "",
        so_far: bool = False,
    ) -> Estimate:
        """What an account gains by a part of the books: in a `year`, up to its end, or in all.

        A programme, and a block grant or grant that is paid, are losses: negative.
        """
        name, basis = account or self.account, basis or self.basis
        point = self._sum(self.budget.point[basis], part, name, year, scope, so_far)
        draws = None
        if self.budget.draws is not None:
            draws = self._sum(self.budget.draws[basis], part, name, year, scope, so_far)
        partial = self.is_partial(part, name)
        return self.estimate(point, draws, partial=partial)

    def estimate(self, point: Floats, draws: Floats | None, *, partial: bool = False) -> Estimate:
        """An estimate of the value of the base case, (1,), and of the draws, (draw,)."""
        sobol = self.budget.settings.sampler == "sobol"
        return Estimate(float(point[0]), draws, REPLICATES if sobol else 1, partial=partial)

    def _sum(
        self, books: Books, part: str, account: str, year: int | None, scope: str, so_far: bool
    ) -> Floats:
        """The gain in some books, (draw,): payers and years one after another, in their order."""
        found = amounts(books, part, scope)
        places = range(len(books.years))
        if year is not None:
            last = books.years.index(year)
            places = range(last + 1) if so_far else range(last, last + 1)
        total = np.zeros(found.shape[-1])
        for payer in self.budget.bearing.accounts[account]:
            for place in places:
                total = total - found[payer, place]
        return total

    def discounted(self, account: str = "") -> Estimate:
        """What an account gains in all, discounted to the start of the rollout."""
        name = account or self.account
        places = list(self.budget.bearing.accounts[name])
        point, draws = self.budget.discounted, self.budget.discounted_draws
        drawn = None if draws is None else -in_order(draws[places])
        return self.estimate(-in_order(point[places]), drawn, partial=not self.is_whole(name))

    def turned(self, account: str = "", basis: str = "") -> AccountTurn:
        """When the cumulative net of an account is deepest, and from when it is paid back."""
        name, basis = account or self.account, basis or self.basis
        point = self.budget.point[basis].turns[name]
        drawn = None
        if self.budget.draws is not None and self.is_whole(name):
            drawn = self.budget.draws[basis].turns[name]
        deepest = self.estimate(point.deepest, None if drawn is None else drawn.deepest)
        even, first = int(point.even_month[0]), self.budget.first
        low, high, chance = even, even, None
        if drawn is not None and self.gain(NET, name, basis=basis).is_uncertain:
            low, high = _ends(drawn, self.level)
            share = float(np.count_nonzero(drawn.even_month != NEVER)) / drawn.even_month.size
            chance = Interval(share, draws=drawn.even_month.size)
        is_deep = point.deepest[0] > 0
        return AccountTurn(
            deepest=deepest.interval(self.level),
            deepest_in=_month(first, int(point.deepest_month[0])) if is_deep else None,
            even=_month(first, even),
            earliest=_month(first, low),
            latest=_month(first, high),
            has_interval=chance is not None,
            chance=chance,
        )


def default_account(scenario: Scenario) -> str:
    """Whose pay-back is told where nobody asks: the perspective's, or that of all public payers."""
    if scenario.perspective in scenario.payers:
        return scenario.perspective
    return PUBLIC if any(payer.public for payer in scenario.payers.values()) else ALL_PAYERS


def amounts(books: Books, part: str, scope: str = OWN) -> Floats:
    """A part of the books, (payer, year, draw); a cost is positive."""
    if part == BLOCK:
        return books.block(scope)
    if part == NET:
        return books.net(scope)
    found: Floats = {PROGRAMME: books.programme, GRANT: books.grant, CHANGE: books.change}[part]
    return found


def accounts_of(budget: Budget) -> tuple[str, ...]:
    """The payers that something falls on or is not known of, then `public`, then `all`."""
    together = [name for name in (PUBLIC, ALL_PAYERS) if name in budget.bearing.accounts]
    return (*(name for name in budget.bearing.payers if _moves(budget, name)), *together)


def _moves(budget: Budget, name: str) -> bool:
    """True where a payer pays, gives, gains or loses anything, or where that is not known."""
    for books in (budget.point[CONSTANT], budget.draws[CONSTANT] if budget.draws else None):
        if books is None:
            continue
        place = books.payers.index(name)
        blocks = (books.block_one, books.block_all, books.block_own)
        every = (books.programme, books.grant, books.change, *blocks)
        if any(bool(np.any(np.abs(each[place]) > NEARLY)) for each in every):
            return True
    return not budget.is_complete(name)


def _month(first: Month, place: int) -> Month | None:
    """The month of the calendar at an index; None for never."""
    return None if place == NEVER else Month.of(first.number + place)


def _ends(drawn: Turn, level: float) -> tuple[int, int]:
    """The ends of the central interval of the month of break-even; each is that of some draw."""
    last = np.iinfo(np.intp).max
    ordered = np.sort(np.where(drawn.even_month == NEVER, last, drawn.even_month))
    tail = (1 - level) / 2
    ends = []
    for share in (tail, 1 - tail):
        place = max(math.ceil(share * ordered.size - 1e-9) - 1, 0)  # less what rounding adds
        ends.append(NEVER if ordered[place] == last else int(ordered[place]))
    return ends[0], ends[1]
