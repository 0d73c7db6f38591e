"""The sheet of what one person changes by month after the start, and how long one is supported.

Its rows go from the last month to the first: a spreadsheet multiplies two columns from above to
below, so that people who started long ago stand beside the late months of what they bring.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ipscost.book.budget.columns import FACTOR, SHARE, Cells, MonthColumns, about, block, loose, of
from ipscost.book.budget.context import Context
from ipscost.book.cells import BookCell, BookSheet, CellLook
from ipscost.book.formulas import Call, Constant, Formula, Minus, call, times
from ipscost.scenario import perspectives
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Category
from ipscost.scenario.paths import is_within
from ipscost.words import say
from ipscost.words.text import tell

AMOUNT = CellLook("number", 2)
COLUMNS_A_PAGE = 15


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """The cells of the sheet.

    programme, others: the categories that are the programme, and the rest, as far as they are
    known; none is the programme where the rollout has a price of its own. support: how much of a
    person is supported, from the last month to the first. changes: by path, likewise, what a
    person costs more. shares: by payer, the share of each of those categories that it pays, first
    of the programme, then of the rest. guaranteed: what the payer of a block grant pays of those
    that the grant follows, in the same places; None without one.
    """

    programme: tuple[Category, ...]
    others: tuple[Category, ...]
    support: Cells
    changes: Mapping[str, Cells]
    shares: Mapping[str, Cells]
    guaranteed: Cells | None

    @property
    def categories(self) -> tuple[Category, ...]:
        """The categories, those of the programme first."""
        return (*self.programme, *self.others)

    def together(self, started: Cells, first: int, month: int, column: Cells) -> Formula:
        """What all who started bring in a month of the calendar, each from a month of their own.

        started: people by month; the first of them start in the month `first`. column: what one of
        them brings, from the last month to the first.
        """
        months = min(month - first + 1, len(column))
        if months < 1:
            return Constant(0.0)
        own, late = started[month - months + 1 : month + 1], column[len(column) - months :]
        return Call("SUMPRODUCT", (block(own), block(late)))


def person_sheet(context: Context) -> PersonSheet:
    """Writes the sheet."""
    sheet = context.book.sheet("budget_person", context.say("person"), ())
    return _PersonRows(context, sheet).write()


class _PersonRows:
    """Writes the sheet."""

    def __init__(self, context: Context, sheet: BookSheet) -> None:
        self.sheet, self.inputs, self.accounts = sheet, context.inputs, context.accounts
        self.rollout, self.scenario = context.rollout, context.inputs.scenario
        self.say, self.language, self.money = context.say, context.language, context.money_name
        stay = 0 if self.rollout.support is None else context.budget.calendar.months
        self.length = max(stay, self.scenario.months)
        self.more: list[tuple[str, list[BookCell]]] = []

    def write(self) -> PersonSheet:
        """Who pays what, above; then the months."""
        sheet, scenario, financing = self.sheet, self.scenario, self.rollout.financing
        about(sheet, self.say("person_about"))
        payers = sheet.next
        sheet.next += len(scenario.payers) + 1 + (financing is not None)
        columns = MonthColumns(sheet, self.length)
        months = [float(month + 1) for month in reversed(range(self.length))]
        columns.add(say("book_month", self.language), months, CellLook("number", 0), 34.0)
        columns.section(self.say("person_support"))
        support = columns.add(self.say("person_supported"), self._support(), SHARE)
        changes = self._changes()
        programme, others = self._parted()
        columns.section(self.say("person_changes", money=self.money))
        first = columns.next
        placed = {}
        for category in (*programme, *others):
            label = tell(category.label, self.language)
            placed[category.path] = columns.place(label, self._reversed(changes[category.path]))
        rest = [c for c in scenario.categories if c.path in changes and c.path not in placed]
        if rest or self.more:
            columns.section(self.say("person_counted"))
        for category in rest:
            label = self.say("person_left_out", label=tell(category.label, self.language))
            columns.place(label, self._reversed(changes[category.path]))
        for title, cells in self.more:
            columns.place(title, self._reversed(cells))
        kept = programme, others
        shares = {
            payer: self._shares(payers + at, first, payer, (*programme, *others))
            for at, payer in enumerate(scenario.payers)
        }
        guaranteed = None
        if financing is not None:
            row = payers + len(scenario.payers)
            guaranteed = self._guaranteed(row, first, kept, shares[financing.payer])
        sheet.frozen = (columns.top, 2)
        sheet.pages = -(-len(sheet.widths) // COLUMNS_A_PAGE)
        return PersonSheet(programme, others, support, placed, shares, guaranteed)

    # --- months ----------------------------------------------------------------------------------

    def _support(self) -> list[Formula]:
        """How much of a person is supported: clip(months - k, 0, 1) (1 - leaving)^k."""
        support, found = self.rollout.support, list[Formula]()
        for k in reversed(range(self.length)):
            if support is None:  # nobody stays beyond the month of the start
                found.append(Constant(float(k == 0)))
                continue
            months = self.inputs.now(support.months)
            still = call("MAX", 0.0, call("MIN", 1.0, Minus(months, Constant(float(k)))))
            if support.leaving is not None and k:
                still = times(still, (Constant(1.0) - self.inputs.now(support.leaving)) ** float(k))
            found.append(still)
        return found

    def _changes(self) -> dict[str, list[BookCell]]:
        """What a person costs more in each month, by path; those that are not known are left out.

        In the order of the file, since a rate is one of categories before it.
        """
        of_arm, written = self.accounts.by_month, dict[str, list[BookCell]]()
        assert of_arm is not None
        for category in self.scenario.categories:
            refs = {path: [of(cell) for cell in own] for path, own in written.items()}
            found = of_arm(category, self.rollout.arm, refs, self._put)
            if found:
                written[category.path] = [loose(self.sheet, each, AMOUNT) for each in found]
        return written

    def _put(self, title: str, contents: Sequence[Formula]) -> Sequence[Formula]:
        """A column beside those of the categories, which stands right of them."""
        cells = [loose(self.sheet, each, FACTOR) for each in contents]
        self.more.append((title, cells))
        return [of(cell) for cell in cells]

    def _reversed(self, cells: Sequence[BookCell]) -> list[BookCell]:
        """The cells from the last month of the sheet to the first."""
        after = self.length - len(cells)
        empty = [loose(self.sheet, None, AMOUNT) for _ in range(after)]
        return [*empty, *cells[::-1]]

    def _parted(self) -> tuple[tuple[Category, ...], tuple[Category, ...]]:
        """The categories that are the programme, and the others; see `PersonSheet`."""
        known = [
            each
            for each in self.scenario.categories
            if (self.rollout.arm, each.path) in self.accounts.change
        ]
        own = [each for each in known if KINDS[each.kind].is_programme]
        others = tuple(each for each in known if each not in own)
        return (() if self.rollout.has_own_price else tuple(own)), others

    # --- payers ----------------------------------------------------------------------------------

    def _shares(self, row: int, first: int, payer: str, categories: Sequence[Category]) -> Cells:
        """The share of each category that a payer pays."""
        label = tell(self.scenario.payers[payer].label, self.language)
        found = [
            self.inputs.share(each, payer)
            if perspectives.share(each, payer) or payer in each.payers
            else Constant(0.0)
            for each in categories
        ]
        return self._row(row, first, say("book_paid", self.language, payer=label), found)

    def _guaranteed(
        self, row: int, first: int, kept: tuple[Sequence[Category], Sequence[Category]], own: Cells
    ) -> Cells:
        """What the payer of a block grant pays of the categories that the grant follows."""
        assert self.rollout.financing is not None
        paths, programme = self.rollout.financing.guaranteed, kept[0]
        found = [
            of(cell)
            if each not in programme and any(is_within(each.path, path) for path in paths)
            else Constant(0.0)
            for each, cell in zip((*programme, *kept[1]), own, strict=True)
        ]
        return self._row(row, first, self.say("guaranteed"), found)

    def _row(self, row: int, first: int, label: str, contents: Sequence[Formula]) -> Cells:
        """A row above the columns of the categories."""
        self.sheet.put(1, label, row=row)
        found = []
        for column, content in enumerate(contents, first):
            cell = loose(self.sheet, content, SHARE)
            cell.row, cell.column = row, column
            if cell.content is not None:
                self.sheet.cells.append(cell)
            found.append(cell)
        return tuple(found)
