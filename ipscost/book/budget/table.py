"""A table of the budget: rows of amounts by year, each held against what ipscost has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ipscost.analysis.budget.accounts import Budget
from ipscost.book.budget.context import BudgetCheck, Context
from ipscost.book.cells import BookCell, BookSheet, CellLook
from ipscost.book.formulas import Formula, plus

LABEL, FIRST = 1, 2
TOTALS = {"number": "strong", "total": "total", "strong": "strong"}
LABELS = {"number": "text", "total": "total_text", "strong": "strong"}


@dataclass(eq=False)
class YearTable:
    """Writes tables with a column a year, and what they come to in all, on a sheet.

    title: what the last table is called, for the checks.
    """

    context: Context
    sheet: BookSheet
    title: str = ""

    def head(self, title: str, first: str, *, total: bool) -> None:
        """A title, and the headings of the columns."""
        sheet, self.title = self.sheet, title
        sheet.next += 1
        sheet.texts(title, style="subtitle")
        sheet.put(LABEL, first, CellLook("heading"))
        years = [str(year) for year in self.context.budget.years]
        texts = [*years, self.context.say("in_all")] if total else years
        for column, text in enumerate(texts, FIRST):
            sheet.put(column, text, CellLook("heading_number"))
        sheet.next += 1

    def group(self, text: str) -> None:
        """A row with the name of what the rows below it are of."""
        self.sheet.texts(text, style="strong")

    def row(
        self,
        label: str,
        contents: Sequence[Formula],
        look: CellLook,
        told: Callable[[Budget, int], float],
        *,
        depth: int = 0,
        total: bool = True,
        is_money: bool = True,
        is_shown: bool = True,
        of: str = "",
    ) -> list[BookCell]:
        """A row, and its sum over the years; `told` gives what ipscost has in a year.

        of: whose row it is, for the checks. is_shown: True if the sheet of checks has the sum.
        """
        sheet, checks = self.sheet, self.context.checks
        title = f"{self.title}: {of}, {label}" if of else f"{self.title}: {label}"
        sheet.put(LABEL, label, CellLook(LABELS[look.style], depth=depth))
        cells = []
        for at, content in enumerate(contents):
            cells.append(sheet.put(FIRST + at, content, look))
            year = self.context.budget.years[at]
            name = f"{title}, {year}"
            checks.append(BudgetCheck(name, cells[-1], _at(told, at), is_money, is_shown=False))
        if total:
            strong = replace(look, style=TOTALS[look.style])
            cells.append(sheet.put(FIRST + len(contents), plus(cells), strong))
            count = len(contents)

            def in_all(budget: Budget) -> float:
                return sum(told(budget, at) for at in range(count))

            checks.append(BudgetCheck(title, cells[-1], in_all, is_money, is_shown))
        sheet.next += 1
        return cells


def _at(told: Callable[[Budget, int], float], year: int) -> Callable[[Budget], float]:
    """What ipscost has in a year."""
    return lambda budget: told(budget, year)
