"""What the sheets of results are told by a model: the cells of each amount, whatever the engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ipscost.book.cells import BookCell
from ipscost.book.formulas import Formula
from ipscost.book.prices import Prices
from ipscost.errors import AskedError
from ipscost.scenario.nouns import Category

PutColumn = Callable[[str, Sequence[Formula]], Sequence[Formula]]
"""Writes a column of months under a heading, and gives references to its cells."""
ByMonth = Callable[[Category, str, Mapping[str, Sequence[Formula]], PutColumn], Sequence[Formula]]
"""What a category of an arm costs more than in the reference arm in each month after the start of a
person, undiscounted, (month,); nothing where that is not known. Given are the same of the
categories before it, by path, and how to write more columns."""


class UnsupportedError(AskedError):
    """A scenario has what a workbook cannot compute; the text says what, and what to do."""


@dataclass(frozen=True, slots=True)
class AccountCells:
    """The cells of a model, each in the reported money per person, discounted over the horizon.

    level: of an arm, by arm and path of the category; only those that are known.
    change: its difference from the reference arm, likewise.
    counted: what the perspective of the scenario counts of that difference.
    apart: what it does not count of it.
    paid: what a payer pays of the difference, by arm, path and payer.
    counted_level: what the perspective counts of a level.
    outcome_level, outcome_change: of outcomes, by arm and path, in their units.
    equal, free: what else must be put in the place of cells to make an arm equal to the reference
        arm, by arm, and to make everything cost nothing.
    tests: what else must hold whatever the inputs are: a label and two amounts that must agree.
    prices: how money becomes the reported money. by_month: the differences by month after the
        start, for the budget of a rollout.
    """

    level: dict[tuple[str, str], BookCell] = field(default_factory=dict)
    change: dict[tuple[str, str], BookCell] = field(default_factory=dict)
    counted: dict[tuple[str, str], BookCell] = field(default_factory=dict)
    share: dict[str, BookCell] = field(default_factory=dict)
    paid: dict[tuple[str, str, str], BookCell] = field(default_factory=dict)
    outcome_level: dict[tuple[str, str], BookCell] = field(default_factory=dict)
    outcome_change: dict[tuple[str, str], BookCell] = field(default_factory=dict)
    equal: dict[str, dict[BookCell, Formula]] = field(default_factory=dict)
    free: dict[BookCell, Formula] = field(default_factory=dict)
    tests: list[tuple[str, Formula, Formula]] = field(default_factory=list)
    prices: Prices = field(default_factory=lambda: Prices({}))
    by_month: ByMonth | None = None
