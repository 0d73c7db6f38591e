"""The sheet of prices by year: general prices, what rises more, and what a post costs.

The formulas are those of `ipscost.rollout.prices` and `analysis.budget.levels`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ipscost.analysis.budget.books import CONSTANT, NOMINAL
from ipscost.analysis.budget.levels import known_prices
from ipscost.book.budget.columns import FACTOR, Cells, MonthColumns, about
from ipscost.book.budget.context import Context
from ipscost.book.cells import BookCell, BookSheet, CellLook, Content
from ipscost.book.formulas import Constant, Formula, Over, Power, Ref, call, plus, times
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.rollout import PRICES
from ipscost.words.text import tell

MONEY = CellLook("number", 0)


@dataclass(frozen=True, slots=True)
class Rising:
    """Something that is paid, what it is called, and the rate that it rises by.

    rate: None where it rises as general prices do.
    """

    label: str
    rate: Quantity | None


@dataclass(frozen=True, slots=True)
class PriceSheet:
    """The cells of the sheet.

    posts: what a filled post of each role costs a year, without overhead, in the prices of the
    money. general: by year, the level of general prices against the year of the money; empty where
    it is not known. factors: by basis, the rows of what each thing is multiplied by in a year,
    (year, thing).
    """

    posts: Mapping[str, BookCell]
    general: Mapping[int, BookCell]
    factors: Mapping[str, tuple[Cells, ...]]


def price_sheet(context: Context, rising: Sequence[Rising]) -> PriceSheet:
    """Writes the sheet."""
    sheet = context.book.sheet("budget_prices", context.say("prices"), ())
    return _PriceRows(context, sheet).write(rising)


class _PriceRows:
    """Writes the sheet."""

    def __init__(self, context: Context, sheet: BookSheet) -> None:
        self.context, self.sheet, self.inputs = context, sheet, context.inputs
        self.rollout, self.say, self.language = context.rollout, context.say, context.language
        self.scenario, self.years = context.inputs.scenario, context.budget.years
        self.base = self.scenario.money.year or self.years[0]

    def write(self, rising: Sequence[Rising]) -> PriceSheet:
        """What a post costs, general prices, then what each thing is multiplied by."""
        self.sheet.widths = (8.0, 34.0)
        about(self.sheet, self.say("prices_about"))
        bases = self.context.budget.bases
        posts = self._posts() if self.rollout.staff is not None else {}
        general = self._general() if NOMINAL in bases else {}
        factors = self._factors(rising, bases, general)
        self.sheet.frozen = (0, 2)
        self.sheet.pages = -(-len(self.sheet.widths) // 15)
        return PriceSheet(posts, general, factors)

    # --- what a post costs -----------------------------------------------------------------------

    def _posts(self) -> dict[str, BookCell]:
        """A row for each role: the salary, what comes on top, and the sum."""
        sheet, staff, found = self.sheet, self.rollout.staff, dict[str, BookCell]()
        assert staff is not None
        money = self.context.money
        title = self.say("post_costs", money=self.context.money_name)
        sheet.texts(title, style="subtitle")
        keys = ("role", "salary", "employer", "pension", "post_sum")
        for column, key in enumerate(keys, 1):
            look = "heading" if column == 1 else "heading_number"
            sheet.put(column, self.say(key), CellLook(look))
        sheet.next += 1
        for role in staff.roles:
            sheet.put(1, tell(role.label, self.language))
            own = Ref(sheet.put(2, money(role.salary), MONEY))
            above: Formula = own
            if staff.employer_above is not None:
                above = call("MAX", 0.0, own - money(staff.employer_above))
            on_top = []
            for column, share, of in ((3, staff.employer, above), (4, staff.pension, own)):
                if share is not None:
                    paid = times(self.inputs.now(share), of)
                    on_top.append(Ref(sheet.put(column, paid, MONEY)))
            total = plus((own, *on_top))
            found[role.name] = sheet.put(5, total, CellLook("total", 0))
            sheet.next += 1
        sheet.next += 1
        return found

    # --- what rises ------------------------------------------------------------------------------

    def _general(self) -> dict[int, BookCell]:
        """General prices against the year of the money: as published, then as is assumed."""
        indexation = self.rollout.indexation
        rate = None if indexation is None else indexation.rates.get(PRICES)
        known = known_prices(self.scenario)
        years = range(min(self.base, *self.years), max(self.base, *self.years) + 1)
        columns = MonthColumns(self.sheet, len(years))
        columns.section(self.say("general"))
        columns.add(self.say("year"), [float(year) for year in years], CellLook("left"), 34.0)
        rises: list[Content] = []
        for year in years[1:]:
            own = self.inputs.now(rate) if rate is not None else Constant(0.0)
            rises.append(known.get(year, own))
        rises = [None, *rises]
        rising = columns.add(self.say("rise"), rises, CellLook("number", 2, percent=True))
        first = columns.top
        levels = {
            year: BookCell(self.sheet, first + at, 0, None, FACTOR) for at, year in enumerate(years)
        }
        for at, year in enumerate(years):
            content: Content = 1.0
            if year > self.base:
                content = times(Ref(levels[year - 1]), plus((1.0, Ref(rising[at]))))
            elif year < self.base:
                content = Over(Ref(levels[year + 1]), plus((1.0, Ref(rising[at + 1]))))
            levels[year].content = content
        columns.place(self.say("level"), list(levels.values()))
        self.sheet.next += 1
        return levels

    def _factors(
        self, rising: Sequence[Rising], bases: Sequence[str], general: Mapping[int, BookCell]
    ) -> dict[str, tuple[Cells, ...]]:
        """What each thing is multiplied by in each year, (year, thing), in each basis."""
        columns = MonthColumns(self.sheet, len(self.years))
        columns.add(self.say("year"), [float(y) for y in self.years], CellLook("left"), 34.0)
        found: dict[str, tuple[Cells, ...]] = {}
        for basis in bases:
            columns.section(self.say(f"factors_{basis}"))
            kept = [
                columns.add(
                    each.label,
                    [self._factor(each, year, basis, general) for year in self.years],
                    FACTOR,
                )
                for each in rising
            ]
            found[basis] = tuple(tuple(own[at] for own in kept) for at in range(len(self.years)))
        return found

    def _factor(
        self, each: Rising, year: int, basis: str, general: Mapping[int, BookCell]
    ) -> Content:
        """What a thing is multiplied by in a year; a number where that is 1 for certain."""
        if each.rate is None:
            return 1.0 if basis == CONSTANT or not general else Ref(general[year])
        rate = plus((1.0, self.inputs.now(each.rate)))
        own = Power(rate, Constant(float(year - self.base)))
        return Over(own, Ref(general[year])) if basis == CONSTANT and general else own
