"""The sheet of the budget: in brief, when it turns, and by year, payer and price basis.

Here a plus is a gain and a minus a cost, as in `ipscost budget`; on the sheets of months a cost is
above 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ipscost.analysis.budget.accounts import Budget
from ipscost.analysis.budget.books import CONSTANT, Books
from ipscost.analysis.budget.programme import OVERHEAD
from ipscost.analysis.budget.shares import ALL_PAYERS
from ipscost.book.budget.amounts import ProgrammeItem
from ipscost.book.budget.brief import BriefRows
from ipscost.book.budget.columns import Cells, of
from ipscost.book.budget.context import Context
from ipscost.book.budget.payers import (
    BLOCK,
    CHANGE,
    GRANT,
    NET,
    PROGRAMME,
    BasisCells,
    Sheets,
    moved,
    scope_shares,
)
from ipscost.book.budget.table import YearTable
from ipscost.book.budget.turning import turning_rows
from ipscost.book.cells import BookCell, BookSheet, CellLook
from ipscost.book.formulas import Constant, Formula, Negative, plus, sum_of, times
from ipscost.scenario.nouns import Category
from ipscost.words.text import tell

GAIN, PEOPLE, POSTS = (
    CellLook("number", 0, signed=True),
    CellLook("number", 1),
    CellLook("number", 2),
)


def years_sheet(
    context: Context,
    sheets: Sheets,
    bases: Mapping[str, BasisCells],
    items: tuple[ProgrammeItem, ...],
) -> None:
    """Writes the sheet."""
    widths = (46.0, *[17.0] * (len(context.budget.years) + 1))
    sheet = context.book.sheet("budget", context.say("budget"), widths)
    _Years(context, sheet, sheets, bases, items).write()


@dataclass(eq=False)
class _Years:
    """Writes the sheet."""

    context: Context
    sheet: BookSheet
    sheets: Sheets
    bases: Mapping[str, BasisCells]
    items: tuple[ProgrammeItem, ...]
    net: dict[str, BookCell] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.budget, self.say = self.context.budget, self.context.say
        self.people, self.person, self.levels, self.amounts = self.sheets
        self.table = YearTable(self.context, self.sheet)
        self.months = [slice(12 * at, 12 * at + 12) for at in range(len(self.budget.years))]

    def write(self) -> None:
        """In brief on top, which builds on what stands below it."""
        sheet, context = self.sheet, self.context
        title = tell(context.inputs.scenario.title, context.language)
        sheet.across(title, "title", lines=2)
        sheet.across(self.say("budget_about"), "note", lines=3)
        brief = BriefRows(context, sheet, self.people)
        top, sheet.next = sheet.next, sheet.next + brief.height
        for basis, cells in self.bases.items():
            self._basis(basis, cells)
        if self.budget.rollout.financing is not None:
            self._scopes(self.bases[CONSTANT])
        self._lines()
        self._categories()
        self._people()
        bottom, sheet.next = sheet.next, top
        brief.write(self.bases, self.net[CONSTANT])
        sheet.next = bottom + 1
        if any(cell.look.partial for cell in sheet.cells):
            sheet.across(self.say("star"), "note")
        sheet.frozen = (0, 2)

    def _prices(self, basis: str) -> str:
        """What a price basis is called."""
        return self.say(f"basis_{basis}", money=self.context.money_name)

    def _yearly(self, column: Cells) -> list[Formula]:
        """The sum of each year of a column of months."""
        return [sum_of(column[months]) for months in self.months]

    # --- by payer --------------------------------------------------------------------------------

    def _basis(self, basis: str, cells: BasisCells) -> None:
        """When accounts turn; then what each payer pays and keeps in each year."""
        turning_rows(self.context, self.sheet, self.people, cells, basis)
        table, shares = self.table, self.budget.bearing
        title = self.say("by_payer", prices=self._prices(basis))
        table.head(title, self.say("payer"), total=True)
        nets = []
        for place, payer in enumerate(shares.payers):
            if (NET, payer) not in cells.parts:
                continue
            table.group(self.context.called(payer))
            for part in (PROGRAMME, GRANT, CHANGE, BLOCK):
                if (part, payer) in cells.parts:
                    is_partial = part in (CHANGE, BLOCK) and self.context.is_partial(payer)
                    self._part(basis, cells, part, place, payer, partial=is_partial)
            partial = self.context.is_partial(payer)
            nets.append(self._part(basis, cells, NET, place, payer, partial=partial))
        look = CellLook("total", 0, signed=True, partial=self.context.is_partial(ALL_PAYERS))
        count = range(len(self.budget.years))
        together: list[Formula] = [plus(own[at] for own in nets) for at in count]

        def told(budget: Budget, at: int) -> float:
            return -float(budget.point[basis].net()[:, at, 0].sum())

        name = self.context.called(ALL_PAYERS)
        self.net[basis] = table.row(name, together, look, told)[-1]

    def _part(
        self, basis: str, cells: BasisCells, part: str, place: int, payer: str, *, partial: bool
    ) -> list[BookCell]:
        """The row of a part of a payer's account."""
        style = "strong" if part == NET else "number"
        look = CellLook(style, 0, signed=True, partial=partial)
        contents: list[Formula] = [Negative(c) for c in self._yearly(cells.parts[part, payer])]

        def told(budget: Budget, at: int) -> float:
            books = budget.point[basis]
            return -float(_of(books, part)[place, at, 0])

        name, shown = self.context.called(payer), part == NET
        return self.table.row(
            self.say(part), contents, look, told, depth=1, is_shown=shown, of=name
        )

    def _scopes(self, cells: BasisCells) -> None:
        """What each payer keeps, by who takes part in what the block grant follows."""
        sheet, say, rollout = self.sheet, self.say, self.budget.rollout
        shares = scope_shares(self.context.inputs, rollout)
        sheet.next += 1
        sheet.texts(say("scopes", prices=self._prices(CONSTANT)), style="subtitle")
        keys = ("payer", "before_block", "scope_one", "scope_all", "scope_own")
        for column, key in enumerate(keys, 1):
            look = CellLook("heading" if column == 1 else "heading_number")
            sheet.put(column, say(key), look)
        sheet.next += 1
        saved: Formula = sum_of(cells.saved)
        for place, payer in enumerate(self.budget.bearing.payers):
            if (NET, payer) not in cells.parts:
                continue
            look = CellLook("number", 0, signed=True, partial=self.context.is_partial(payer))
            sheet.put(1, self.context.called(payer))
            kept = [p for p in (PROGRAMME, GRANT, CHANGE) if (p, payer) in cells.parts]
            before = plus(sum_of(cells.parts[part, payer]) for part in kept)
            own = of(sheet.put(2, Negative(before), look))
            for column, scope in enumerate(("one", "all", "own"), 3):
                move = moved(rollout, shares[scope], saved).get(payer, Constant(0.0))
                cell = sheet.put(column, own - move, look)
                self._check_scope(cell, scope, place, f"{say('scopes_short')}: {payer}, {scope}")
            sheet.next += 1

    def _check_scope(self, cell: BookCell, scope: str, place: int, label: str) -> None:
        """Holds what a payer keeps against ipscost."""

        def told(budget: Budget) -> float:
            return -float(budget.point[CONSTANT].net(scope)[place, :, 0].sum())

        self.context.check(label, cell, told, is_shown=False)

    # --- what it is made of ----------------------------------------------------------------------

    def _factors(self, column: int) -> list[BookCell]:
        """What a column of amounts is multiplied by in each year, in constant prices."""
        return [row[column] for row in self.levels.factors[CONSTANT]]

    def _lines(self) -> None:
        """What the programme is made of, and its overhead, by year."""
        title = self.say("lines", prices=self._prices(CONSTANT))
        self.table.head(title, self.say("line"), total=True)
        amounts, with_overhead = self.amounts, []
        paths = [each.path for each in self.items] or [c.path for c in self.person.programme]
        labels = [each.label for each in self.items] or [c.label for c in self.person.programme]
        for place, (path, label) in enumerate(zip(paths, labels, strict=True)):
            contents = self._risen(place)
            name = str(tell(label, self.context.language))
            own = self.table.row(name, contents, GAIN, self._told_line(path))
            if place < amounts.with_overhead:
                with_overhead.append(own)
        staff = self.budget.rollout.staff
        if staff is not None and staff.overhead is not None:
            share = self.context.inputs.now(staff.overhead)
            count = range(len(self.budget.years))
            more = [times(share, plus(own[at] for own in with_overhead)) for at in count]
            self.table.row(self.say("overhead"), more, GAIN, self._told_line(OVERHEAD))

    def _risen(self, place: int) -> list[Formula]:
        """A column of amounts by year, in constant prices, as a cost below 0."""
        yearly = self._yearly(self.amounts.columns[place])
        factors = self._factors(place)
        return [Negative(times(own, of(by))) for own, by in zip(yearly, factors, strict=True)]

    @staticmethod
    def _told_line(path: str) -> Callable[[Budget, int], float]:
        """What ipscost has of a line of the programme."""

        def told(budget: Budget, at: int) -> float:
            books = budget.point[CONSTANT]
            return -float(books.lines[books.line_paths.index(path), at, 0])

        return told

    def _categories(self) -> None:
        """The change in other costs by category, whoever pays."""
        if not self.person.others:
            return
        title = self.say("categories", prices=self._prices(CONSTANT))
        self.table.head(title, self.say("category"), total=True)
        first = self.amounts.items + len(self.person.programme)
        for place, category in enumerate(self.person.others, first):
            name = str(tell(category.label, self.context.language))
            self.table.row(name, self._risen(place), GAIN, self._told_category(category))

    @staticmethod
    def _told_category(category: Category) -> Callable[[Budget, int], float]:
        """What ipscost has of the change of a category."""

        def told(budget: Budget, at: int) -> float:
            books = budget.point[CONSTANT]
            return -float(books.by_category[books.categories.index(category.path), at, 0])

        return told

    # --- people ----------------------------------------------------------------------------------

    def _people(self) -> None:
        """People in each year and at its end, and the posts."""
        people, table = self.people, self.table
        table.head(self.say("people_years"), self.say("people_label"), total=False)
        for key in ("planned", "recruited", "started"):
            own = self._yearly(getattr(people, key))
            self._people_row(self.say(key), own, PEOPLE, _person(key))
        for key in ("waiting", "supported"):
            column: Cells = getattr(people, key)
            if column:
                ends: list[Formula] = [of(column[months.stop - 1]) for months in self.months]
                self._people_row(self.say(f"{key}_end"), ends, PEOPLE, _person(key))
        staff = self.budget.rollout.staff
        for place, role in enumerate(() if staff is None else staff.roles):
            means = [own / 12.0 for own in self._yearly(people.posts[role.name])]
            name = self.say("posts_of", role=tell(role.label, self.context.language))
            self._people_row(name, means, POSTS, _posts(place))

    def _people_row(
        self,
        label: str,
        contents: Sequence[Formula],
        look: CellLook,
        told: Callable[[Budget, int], float],
    ) -> None:
        """A row of people or posts."""
        self.table.row(label, contents, look, told, total=False, is_money=False)


def _of(books: Books, part: str):  # type: ignore[no-untyped-def]
    """A part of the accounts, (payer, year, draw)."""
    parts = {
        PROGRAMME: books.programme,
        GRANT: books.grant,
        CHANGE: books.change,
        BLOCK: books.block_own,
    }
    return books.net() if part == NET else parts[part]


def _person(key: str) -> Callable[[Budget, int], float]:
    return lambda budget, at: float(getattr(budget.people_point, key)[at, 0])


def _posts(place: int) -> Callable[[Budget, int], float]:
    return lambda budget, at: float(budget.people_point.posts[place, at, 0])
