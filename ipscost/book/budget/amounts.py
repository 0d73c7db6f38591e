"""What the programme costs and what those who start change, by month, before prices rise.

The formulas are those of `analysis.budget.programme` and `ipscost.rollout.shift`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ipscost.book.budget.columns import AMOUNT, Cells, MonthColumns, block, of
from ipscost.book.budget.context import Context
from ipscost.book.budget.people import PeopleCells
from ipscost.book.budget.person import PersonSheet
from ipscost.book.budget.prices import Rising
from ipscost.book.cells import BookCell, CellLook
from ipscost.book.formulas import Constant, Formula, Minus, call, plus, sum_of, times
from ipscost.scenario.dated import mask
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.rollout import WAGES, Line, Role
from ipscost.words.text import Words, tell


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    """A part of what the programme costs: a role, the price of a place, or a line."""

    path: str
    label: Words
    rate: Quantity | None
    has_overhead: bool
    of: Role | Line | None


def items_of(context: Context) -> tuple[ProgrammeItem, ...]:
    """The parts of what the programme costs; those with overhead come first."""
    rollout = context.rollout
    staff, rates = rollout.staff, {} if rollout.indexation is None else rollout.indexation.rates
    found = [
        ProgrammeItem(f"rollout.staff.role.{role.name}", role.label, rates.get(WAGES), True, role)
        for role in (() if staff is None else staff.roles)
    ]
    if rollout.place is not None:
        found.append(ProgrammeItem("rollout.place", context.say("place"), None, False, None))
    found += [
        ProgrammeItem(f"rollout.line.{line.name}", line.label, line.growth, line.has_overhead, line)
        for line in rollout.lines
    ]
    return tuple(sorted(found, key=lambda each: not each.has_overhead))


def rising_of(
    context: Context, items: tuple[ProgrammeItem, ...], person: PersonSheet
) -> list[Rising]:
    """All that is paid, in the order of the columns: parts of the programme, then categories."""
    rollout, language = context.rollout, context.language
    rates = {} if rollout.indexation is None else rollout.indexation.rates
    own = [Rising(tell(each.label, language), each.rate) for each in items]
    return own + [
        Rising(tell(each.label, language), rates.get(each.kind)) for each in person.categories
    ]


@dataclass(frozen=True, slots=True)
class AmountCells:
    """The columns of amounts, (month,), in the order of `Rising`, and how many are items.

    with_overhead: how many of the items have overhead, which stand first.
    """

    columns: tuple[Cells, ...]
    items: int
    with_overhead: int

    def row(self, month: int, first: int, last: int) -> Cells:
        """The amounts of a month in some of the columns."""
        return tuple(own[month] for own in self.columns[first:last])


class AmountColumns:
    """Writes the columns."""

    def __init__(
        self,
        context: Context,
        columns: MonthColumns,
        people: PeopleCells,
        person: PersonSheet,
        posts: Mapping[str, BookCell],
    ) -> None:
        self.context, self.columns, self.say = context, columns, context.say
        self.people, self.person, self.posts = people, person, posts
        self.language, self.months = context.language, range(columns.rows)

    def write(self, items: tuple[ProgrammeItem, ...]) -> AmountCells:
        """The programme, then the categories."""
        if items:
            self.columns.section(self.say("items"))
        filled, found = self._filled(items), list[Cells]()
        for item in items:
            paid = [self._paid(item, month, filled) for month in self.months]
            found.append(self.columns.add(tell(item.label, self.language), paid, AMOUNT))
        self.columns.section(self.say("changes"))
        for category in self.person.categories:
            column = self.person.changes[category.path]
            started = self.people.started
            held = mask(category, self.context.budget.first, len(self.months))
            together = [
                self.person.together(started, self.people.starts, month, column)
                if held[month]
                else Constant(0.0)
                for month in self.months
            ]
            label = tell(category.label, self.language)
            found.append(self.columns.add(label, together, AMOUNT))
        with_overhead = sum(item.has_overhead for item in items)
        return AmountCells(tuple(found), len(items), with_overhead)

    def _filled(self, items: tuple[ProgrammeItem, ...]) -> Cells:
        """The filled posts of all roles, where a line is paid by them."""
        per = {item.of.per for item in items if isinstance(item.of, Line)}
        if not per & {"post", "post_year"}:
            return ()
        posts = list(self.people.posts.values())
        if len(posts) == 1:
            return posts[0]
        summed = [plus(of(own[month]) for own in posts) for month in self.months]
        title = self.say("filled_all")
        return self.columns.add(title, summed, CellLook("number", 4))

    def _paid(self, item: ProgrammeItem, month: int, filled: Cells) -> Formula:
        """What is paid of a part of the programme in a month."""
        if isinstance(item.of, Role):
            own = of(self.people.posts[item.of.name][month])
            return times(own, of(self.posts[item.of.name])) / 12.0
        if item.of is None:
            return self._by(self.people.planned[month], self._place)
        return self._line(item.of, month, filled)

    def _line(self, line: Line, month: int, filled: Cells) -> Formula:
        """What is paid of a line in a month."""
        amount = self.context.money(line.amount)
        active = self.people.active
        if line.per == "person":
            return self._by(self.people.planned[month], amount)
        if line.per == "post_year":
            return times(of(filled[month]), amount) / 12.0
        if line.per == "post":
            if not month:
                return times(of(filled[0]), amount)
            before = call("MAX", block(filled[:month]))
            return times(call("MAX", 0.0, Minus(of(filled[month]), before)), amount)
        if line.per == "year":
            return times(of(active[month]), amount) / 12.0
        if line.is_spread:
            months = call("MAX", 1.0, sum_of(active))
            return times(of(active[month]), amount) / months
        first = Minus(of(active[month]), call("MAX", block(active[:month]))) if month else None
        is_first = of(active[0]) if first is None else call("MAX", 0.0, first)
        return times(is_first, amount)

    @property
    def _place(self) -> Formula:
        """The price of a place."""
        place = self.context.rollout.place
        assert place is not None
        return self.context.money(place)

    def _by(self, people: BookCell, amount: Formula) -> Formula:
        """An amount for each of some people."""
        return Constant(0.0) if people.content is None else times(of(people), amount)
