"""What all sheets of a budget share: the budget that ipscost computed, inputs, and words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ipscost.analysis.budget.accounts import Budget
from ipscost.analysis.budget.shares import ALL_PAYERS, OTHERS, PUBLIC
from ipscost.book.accounts import AccountCells
from ipscost.book.cells import Book, BookCell
from ipscost.book.formulas import Formula, times
from ipscost.book.inputs import InputCells
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.rollout import Rollout
from ipscost.words import say
from ipscost.words.nouns import named
from ipscost.words.text import tell

Told = Callable[[Budget], float]
"""What ipscost has of a budget."""


@dataclass(frozen=True, slots=True)
class BudgetCheck:
    """A cell of the budget, and what ipscost has in its place.

    is_money: True for an amount, False for people, a share or a month. is_shown: True if the sheet
    of checks has it.
    """

    label: str
    cell: BookCell
    told: Told
    is_money: bool = True
    is_shown: bool = True


@dataclass(frozen=True, slots=True)
class Context:
    """What the sheets of a budget are written from, and what is to be checked of them."""

    book: Book
    inputs: InputCells
    accounts: AccountCells
    budget: Budget
    checks: list[BudgetCheck] = field(default_factory=list)

    @property
    def rollout(self) -> Rollout:
        """The rollout."""
        return self.budget.rollout

    @property
    def language(self) -> str:
        """The language of the workbook."""
        return self.book.language

    @property
    def money_name(self) -> str:
        """What the reported money is called."""
        return str(named(str(self.inputs.scenario.money), self.language))

    def say(self, key: str, **values: object) -> str:
        """Words of the sheets of a budget."""
        return say(f"book_budget_{key}", self.language, **values)

    def check(
        self,
        label: str,
        cell: BookCell,
        told: Told,
        *,
        is_money: bool = True,
        is_shown: bool = True,
    ) -> None:
        """Holds a cell against what ipscost has."""
        self.checks.append(BudgetCheck(label, cell, told, is_money, is_shown))

    def money(self, number: Quantity) -> Formula:
        """A number in the reported money."""
        return times(self.inputs.now(number), self.accounts.prices.of(number))

    def called(self, account: str) -> str:
        """What a payer or an account of several is called."""
        if account in (PUBLIC, ALL_PAYERS):
            return self.say(f"account_{account}")
        if account == OTHERS and self.rollout.financing is not None:
            return str(tell(self.rollout.financing.others, self.language))
        return str(tell(self.inputs.scenario.payers[account].label, self.language))

    def is_partial(self, account: str) -> bool:
        """True for an account that lacks something that is not known."""
        return not self.budget.is_complete(account)
