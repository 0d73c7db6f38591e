"""The sheet of what each payer pays by month of the calendar, in each price basis, and in sum.

The formulas are those of `analysis.budget.filling` for one draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ipscost.analysis.budget.books import CONSTANT
from ipscost.analysis.budget.shares import OTHERS
from ipscost.book.budget.amounts import AmountCells
from ipscost.book.budget.columns import AMOUNT, Cells, MonthColumns, about, block, of
from ipscost.book.budget.context import Context
from ipscost.book.budget.people import PeopleCells
from ipscost.book.budget.person import PersonSheet
from ipscost.book.budget.prices import PriceSheet
from ipscost.book.cells import CellLook
from ipscost.book.formulas import (
    Call,
    Compare,
    Constant,
    Formula,
    Minus,
    Negative,
    Over,
    call,
    is_just,
    plus,
    sum_of,
    times,
    when,
)
from ipscost.book.inputs import InputCells
from ipscost.scenario.rollout import ALL, ONE, REPAID, Grant, Rollout
from ipscost.words.text import tell

PROGRAMME, GRANT, CHANGE, BLOCK, NET, SUM = PARTS = (
    "price",
    "grant",
    "change",
    "block",
    "net",
    "cumulative",
)
"""What an account is made of; the last is the net cost so far."""


@dataclass(eq=False, slots=True)
class BasisCells:
    """The columns of a price basis, (month,).

    parts: by one of PARTS and the payer; what is 0 throughout is left out. saved: what the payer
    of a block grant saves on what the grant follows. cumulative: by account, the net cost so far.
    """

    parts: dict[tuple[str, str], Cells] = field(default_factory=dict)
    saved: Cells = ()
    cumulative: dict[str, Cells] = field(default_factory=dict)


Sheets = tuple[PeopleCells, PersonSheet, PriceSheet, AmountCells]
"""The cells that the sheet builds on."""


def payers_sheet(context: Context, cells: Sheets) -> dict[str, BasisCells]:
    """Writes the sheet; gives the columns of each price basis."""
    sheet = context.book.sheet("budget_payers", context.say("payers"), ())
    about(sheet, context.say("payers_about"))
    columns = MonthColumns(sheet, len(cells[0].labels))
    labels = [str(cell.content) for cell in cells[0].labels]
    columns.add(context.say("month"), labels, CellLook("line"), 12.0)
    sheet.frozen = (columns.top, 2)
    found = {
        basis: _Basis(context, columns, cells, basis).write() for basis in context.budget.bases
    }
    sheet.pages = -(-len(sheet.widths) // 15)
    return found


def scope_shares(inputs: InputCells, rollout: Rollout) -> dict[str, Formula]:
    """The share of all receivers of a block grant, as it is counted: `one`, `all`, and `own`."""
    how = rollout.financing
    assert how is not None
    share = Constant(0.0) if how.share is None else inputs.now(how.share)
    one = share if how.scope == ONE else Constant(0.0)
    own = {ONE: one, ALL: Constant(1.0)}.get(how.scope, share)
    return {"one": one, "all": Constant(1.0), "own": own}


def moved(rollout: Rollout, share: Formula, saved: Formula) -> dict[str, Formula]:
    """What a block grant moves, by payer: those who save bear their share, the others the rest."""
    how = rollout.financing
    assert how is not None
    rest = Minus(Constant(1.0), share)
    return {
        how.payer: times(share, saved),
        OTHERS: times(rest, saved),
        how.by: Negative(saved),
    }


class _Basis:
    """Writes the columns of a price basis."""

    def __init__(self, context: Context, columns: MonthColumns, cells: Sheets, basis: str) -> None:
        self.context, self.columns, self.basis = context, columns, basis
        self.inputs, self.rollout, self.say = context.inputs, context.rollout, context.say
        self.people, self.person, self.levels, self.amounts = cells
        self.first, self.months = context.budget.first.year, range(columns.rows)
        self.found = BasisCells()

    def write(self) -> BasisCells:
        """Programme, grants, other costs and the block grant by payer, net, and net so far."""
        columns, found, shares = self.columns, self.found, self.context.budget.bearing
        payers = shares.payers
        columns.section(self.say(f"payers_{self.basis}", money=self.context.money_name))
        for payer in payers:
            self._put(PROGRAMME, payer, [self._programme(payer, month) for month in self.months])
        self._grants()
        for payer in payers:
            self._put(CHANGE, payer, [self._change(payer, month) for month in self.months])
        if self.rollout.financing is not None:
            self._block()
        for payer in payers:
            parts = [found.parts[part, payer] for part in PARTS[:4] if (part, payer) in found.parts]
            self._put(NET, payer, [plus(of(own[m]) for own in parts) for m in self.months])
        for account, members in shares.accounts.items():
            nets = [
                found.parts[NET, payers[at]] for at in members if (NET, payers[at]) in found.parts
            ]
            if not nets:
                continue
            title = self.say("cumulative_of", account=self.context.called(account))
            so_far = [plus(sum_of(own[: month + 1]) for own in nets) for month in self.months]
            found.cumulative[account] = columns.add(title, so_far, self._look(account), 15.0)
        return found

    def _look(self, account: str) -> CellLook:
        """How an amount of an account looks."""
        return CellLook("number", 0, partial=self.context.is_partial(account))

    def _put(self, part: str, payer: str, contents: Sequence[Formula]) -> None:
        """A column of a part of an account, unless it is 0 throughout."""
        if all(isinstance(each, Constant) and not each.own for each in contents):
            return
        title = self.say(f"{part}_of", payer=self.context.called(payer))
        look = self._look(payer) if part in (CHANGE, BLOCK, NET) else AMOUNT
        self.found.parts[part, payer] = self.columns.add(title, contents, look)

    # --- what the programme costs ----------------------------------------------------------------

    def _row(self, month: int, first: int, last: int) -> tuple[Cells, Cells]:
        """Amounts of a month, and what each is multiplied by in its year."""
        factors = self.levels.factors[self.basis][month // 12]
        return self.amounts.row(month, first, last), factors[first:last]

    def _programme(self, payer: str, month: int) -> Formula:
        """What a payer pays of the programme in a month."""
        items = self.amounts.items
        if self.rollout.has_own_price:
            if payer != self.rollout.payer:
                return Constant(0.0)
            cost = _product(*self._row(month, 0, items))
            staff = self.rollout.staff
            if staff is not None and staff.overhead is not None:
                share = self.inputs.now(staff.overhead)
                base = _product(*self._row(month, 0, self.amounts.with_overhead))
                return plus((cost, times(share, base)))
            return cost
        count = len(self.person.programme)
        shares = self.person.shares.get(payer, ())[:count]
        return _product(*self._row(month, items, items + count), shares)

    def _change(self, payer: str, month: int) -> Formula:
        """What a payer pays more of other costs in a month."""
        return self._others(month, self.person.shares.get(payer, ()))

    def _others(self, month: int, shares: Cells) -> Formula:
        """Other costs of a month by some shares of each category."""
        first = self.amounts.items + len(self.person.programme)
        last = first + len(self.person.others)
        return _product(*self._row(month, first, last), shares[len(self.person.programme) :])

    # --- the block grant -------------------------------------------------------------------------

    def _block(self) -> None:
        """What is saved on what the block grant follows, and what that moves."""
        assert self.person.guaranteed is not None
        saved = [_minus(self._others(month, self.person.guaranteed)) for month in self.months]
        self.found.saved = self.columns.add(self.say("saved"), saved, AMOUNT)
        share = scope_shares(self.inputs, self.rollout)["own"]
        by_month = [moved(self.rollout, share, of(cell)) for cell in self.found.saved]
        for payer in by_month[0]:
            self._put(BLOCK, payer, [each[payer] for each in by_month])

    # --- grants ----------------------------------------------------------------------------------

    def _grants(self) -> None:
        """What is paid and paid back of each grant, and what each payer gives less what it gets."""
        given = [(grant, self._net(grant)) for grant in self.rollout.grants]
        for payer in dict.fromkeys(x for g, _ in given for x in (g.giver, g.receiver)):
            own = [net for grant, net in given if grant.giver == payer]
            got = [net for grant, net in given if grant.receiver == payer]
            total = []
            for month in self.months:
                parts = [*(net[month] for net in own), *(_minus(net[month]) for net in got)]
                total.append(plus(each for each in parts if not is_just(each, 0.0)))
            self._put(GRANT, payer, total)

    def _net(self, grant: Grant) -> list[Formula]:
        """A grant by month, even over the months in which the programme runs, less what is repaid.

        Its columns are what is paid, and what is paid back.
        """
        paid = [self._paid(grant, month) for month in self.months]
        label = self.say("grant_paid", label=tell(grant.label, self.context.language))
        given = self.columns.add(label, paid, AMOUNT)
        years = [year for year in grant.amounts if self._place(year) is not None]
        net = list(map(of, given))
        if grant.unspent == REPAID and years:
            last = 12 * (max(years) - self.first) + 11
            back: list[Formula] = [Constant(0.0)] * len(self.months)
            back[last] = self._unspent(grant, years, given)
            label = self.say("grant_repaid", label=tell(grant.label, self.context.language))
            repaid = self.columns.add(label, back, AMOUNT)
            net[last] = Minus(net[last], of(repaid[last]))
        return net

    def _place(self, year: int) -> int | None:
        """The place of a year among those of the accounts; None outside."""
        place = year - self.first
        return place if 0 <= place < len(self.months) // 12 else None

    def _paid(self, grant: Grant, month: int) -> Formula:
        """What a grant pays in a month."""
        year = self.first + month // 12
        number = grant.amounts.get(year)
        if number is None:
            return Constant(0.0)
        active = self.people.active[12 * (month // 12) : 12 * (month // 12) + 12]
        running = sum_of(active)
        share = when(
            Compare(running, ">", Constant(0.0)),
            Over(of(self.people.active[month]), call("MAX", 1.0, running)),
            Over(Constant(1.0), Constant(12.0)),
        )
        part = grant.share_in(year)
        if grant.shares and self.levels.general:  # one total is a sum of money as it is paid
            paid = times(self.inputs.now(number), part, share)
            return Over(paid, of(self.levels.general[year])) if self.basis == CONSTANT else paid
        paid = times(self.context.money(number), part, share)
        if self.basis == CONSTANT or not self.levels.general:
            return paid
        return times(paid, of(self.levels.general[year]))

    def _unspent(self, grant: Grant, years: Sequence[int], given: Cells) -> Formula:
        """What a grant is above what it may pay of the programme, judged in money of each year."""
        programme = self.found.parts.get((PROGRAMME, grant.receiver), ())
        received, cost = [], []
        for year in years:
            months = slice(12 * (year - self.first), 12 * (year - self.first) + 12)
            level = self._nominal(year)
            received.append(times(sum_of(given[months]), level))
            cost.append(times(sum_of(programme[months]), level))
        share = Constant(0.0) if grant.own_share is None else self.inputs.now(grant.own_share)
        allowed = times(Minus(Constant(1.0), share), plus(cost))
        above = call("MAX", 0.0, Minus(plus(received), allowed))
        last = self._nominal(max(years))
        return above if isinstance(last, Constant) else Over(above, last)

    def _nominal(self, year: int) -> Formula:
        """What turns an amount of a year into money of that year."""
        if self.basis == CONSTANT and self.levels.general:
            return of(self.levels.general[year])
        return Constant(1.0)


def _minus(formula: Formula) -> Formula:
    """The same with the other sign; 0 stays 0."""
    return formula if isinstance(formula, Constant) and not formula.own else Negative(formula)


def _product(*rows: Cells) -> Formula:
    """SUMPRODUCT of rows of the same length; 0 where one of them is empty."""
    if not rows[0] or any(all(cell.content is None for cell in row) for row in rows):
        return Constant(0.0)
    return Call("SUMPRODUCT", tuple(block(row) for row in rows))
