"""What the sheets of results are told by a model: the cells of each amount, whatever the engine."""

from __future__ import annotations

from dataclasses import dataclass, field

from ipscost.book.cells import BookCell
from ipscost.book.formulas import Formula
from ipscost.errors import AskedError


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
