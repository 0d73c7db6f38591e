"""The budget in brief: who starts, what the programme costs, and what is left in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ipscost.analysis.budget.accounts import Budget
from ipscost.analysis.budget.books import CONSTANT
from ipscost.analysis.budget.published import per_person
from ipscost.analysis.budget.shares import ALL_PAYERS
from ipscost.book.budget.columns import Cells, of
from ipscost.book.budget.context import Context, Told
from ipscost.book.budget.payers import NET, PROGRAMME, BasisCells
from ipscost.book.budget.people import PeopleCells
from ipscost.book.cells import BookCell, BookSheet, CellLook
from ipscost.book.formulas import (
    Compare,
    Constant,
    Formula,
    Negative,
    Over,
    plus,
    product_of,
    sum_of,
    times,
    when,
)
from ipscost.scenario.rollout import PublishedPrice
from ipscost.units import parse_unit
from ipscost.words.locale import currency_sign
from ipscost.words.text import Words, number, say, tell

VALUE, UNIT, NOTE = 2, 3, 5
NAME = "budget.net"
"""The defined name of the net of everybody, which importing holds against ipscost."""
PEOPLE, MONEY = CellLook("number", 1), CellLook("number", 0)


@dataclass(eq=False)
class BriefRows:
    """Writes the rows; `height` is how many there will be."""

    context: Context
    sheet: BookSheet
    people: PeopleCells
    written: dict[str, BookCell] = field(default_factory=dict)

    @property
    def height(self) -> int:
        """The rows of the table, its title among them."""
        rollout = self.context.rollout
        rows = 10 + (2 if rollout.outcome else 0) + len(rollout.published)
        return rows + (rollout.staff is not None)

    def write(self, bases: Mapping[str, BasisCells], net: BookCell) -> None:
        """People, the programme's cost and its price, and what is left."""
        context, sheet, people = self.context, self.sheet, self.people
        last = sheet.next + self.height
        sheet.texts(context.say("brief", prices=self._prices), style="subtitle")
        for key in ("planned", "recruited", "started"):
            column: Cells = getattr(people, key)
            self._row(key, sum_of(column), PEOPLE, self._persons, _people(key))
        if people.waiting:
            self._row("waiting_last", of(people.waiting[-1]), PEOPLE, self._persons, _waiting)
        self._row("followed", self._followed, CellLook("number", 0, percent=True), "", _followed)
        parts = bases[CONSTANT].parts
        programme = [own for (part, _), own in parts.items() if part == PROGRAMME]
        paid = plus(sum_of(own) for own in programme)
        cost = self._row("programme_cost", paid, MONEY, context.money_name, _cost, is_money=True)
        self._price("price_planned", cost, "planned", _per_planned)
        for each in context.rollout.published:
            self._published(each)
        self._price("price_started", cost, "started", _per_started)
        if context.rollout.outcome:
            self._extra(cost)
        partial = context.is_partial(ALL_PAYERS)
        look = CellLook("strong", 0, signed=True, partial=partial)
        name = context.say("net_all")
        cell = self._put(name, of(net), look, context.money_name)
        cell.name = NAME
        self._discounted(bases[CONSTANT], partial=partial)
        assert sheet.next <= last

    @property
    def _prices(self) -> str:
        return self.context.say("basis_constant", money=self.context.money_name)

    @property
    def _persons(self) -> str:
        return self.context.say("persons")

    def _put(self, label: str, content: Formula, look: CellLook, unit: str) -> BookCell:
        """A row."""
        sheet = self.sheet
        sheet.put(1, label, CellLook("strong" if look.style == "strong" else "text"))
        cell = sheet.put(VALUE, content, look)
        sheet.put(UNIT, unit, CellLook("line", depth=1))
        sheet.next += 1
        return cell

    def _row(
        self,
        key: str,
        content: Formula,
        look: CellLook,
        unit: str,
        told: Told,
        *,
        is_money: bool = False,
    ) -> BookCell:
        """A row that is held against ipscost."""
        label = self.context.say(key)
        cell = self.written[key] = self._put(label, content, look, unit)
        self.context.check(label, cell, told, is_money=is_money)
        return cell

    def _price(self, key: str, cost: BookCell, people: str, told: Told) -> None:
        """What the programme costs for each of some people."""
        among = of(self.written[people])
        price = when(Compare(among, ">", Constant(0.0)), Over(of(cost), among), 0.0)
        unit = self.context.money_name
        self._row(key, price, MONEY, unit, told, is_money=True)

    def _published(self, price: PublishedPrice) -> None:
        """A published price, to stand beside that from the posts; its warning if it is net."""
        sheet, context, amount = self.sheet, self.context, price.amount
        sheet.put(1, tell(price.label, context.language), CellLook("text", depth=1))
        unit: Words = context.money_name
        if amount.is_known:
            sheet.put(VALUE, amount.value * amount.factor, CellLook("before", 0))
        else:  # of no known year, so that it cannot be put beside the others
            sheet.put(VALUE, "–", CellLook("dash"))
            unit = _of_no_year(price)
        sheet.put(UNIT, tell(unit, context.language), CellLook("line", depth=1))
        if price.is_net:
            sheet.put(NOTE, context.say("is_net"), CellLook("key"))
        sheet.next += 1

    @property
    def _followed(self) -> Formula:
        """The share of all months of those who start that lie within the accounts."""
        budget, people = self.context.budget, self.people
        following, months = budget.calendar.following, budget.calendar.months
        begun = self.written["started"]
        left = [float(min(months - month, following)) for month in range(months)]
        late = [at for at, each in enumerate(left) if each < following]
        if not late:
            return Constant(1.0)
        lost = [
            times(people.started[at], (following - left[at]) / following)
            for at in late
            if people.started[at].content is not None
        ]
        share = Constant(1.0) - Over(plus(lost), of(begun))
        return when(Compare(of(begun), ">", Constant(0.0)), share, 1.0)

    def _extra(self, cost: BookCell) -> None:
        """Those who have the outcome beside those who would have had it, and what each costs."""
        context = self.context
        path = context.rollout.outcome
        change = context.accounts.outcome_change.get((context.rollout.arm, path))
        outcome = tell(context.inputs.scenario.holders[path].label, context.language)
        label = context.say("extra", outcome=outcome)
        if change is None:
            self._put(label, Constant(0.0), PEOPLE, context.say("unknown"))
            return
        more = times(of(self.written["started"]), of(change))
        cell = self._put(label, more, PEOPLE, self._persons)
        context.check(label, cell, _extra, is_money=False)
        price = when(
            Compare(of(cell), ">", Constant(0.0)), Over(of(cost), of(cell)), context.say("none")
        )
        self._put(context.say("price_extra"), price, CellLook("number", 0), context.money_name)

    def _discounted(self, cells: BasisCells, *, partial: bool) -> None:
        """What is left of everybody's at the start of the rollout, discounted."""
        context = self.context
        scenario, start = context.inputs.scenario, context.budget.calendar.start
        nets = [own for (part, _), own in cells.parts.items() if part == NET]
        factors = self.people.factors
        total = plus(Negative(product_of(own, factors)) for own in nets)
        look = CellLook("number", 0, signed=True, partial=partial)
        del scenario, start
        cell = self._put(context.say("discounted"), total, look, context.money_name)
        context.check(context.say("discounted"), cell, _discounted)


def _people(key: str) -> Told:
    return lambda budget: float(getattr(budget.people_point, key)[:, 0].sum())


def _waiting(budget: Budget) -> float:
    return float(budget.people_point.waiting[-1, 0])


def _followed(budget: Budget) -> float:
    return float(budget.people_point.followed[0])


def _cost(budget: Budget) -> float:
    return float(budget.point[CONSTANT].programme[:, :, 0].sum())


def _per_planned(budget: Budget) -> float:
    return _cost(budget) / max(float(budget.people_point.planned.sum()), 1e-300)


def _per_started(budget: Budget) -> float:
    return _cost(budget) / max(float(budget.people_point.started.sum()), 1e-300)


def _extra(budget: Budget) -> float:
    extra = budget.people_point.extra
    return 0.0 if extra is None else float(extra[0])


def _discounted(budget: Budget) -> float:
    return -float(budget.discounted[:, 0].sum())


def _of_no_year(price: PublishedPrice) -> Words:
    """A price whose year is not known, as it was published; nothing if it is not known either."""
    value, unit = per_person(price), str(price.amount.unit)
    money = parse_unit(unit).money
    if value is None or money is None:
        return ""
    sign = currency_sign(money.currency)
    return say("budget_unknown_year", amount=number(value, unit), currency=sign)
