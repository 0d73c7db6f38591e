"""Fills the books of a rollout, a block of draws at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.budget.books import CONSTANT, NOMINAL, Books, Participants, Turn
from ipscost.analysis.budget.levels import PriceLevels, levels
from ipscost.analysis.budget.numbers import EFFECT, LASTS, PRICE, Calendar, RolloutNumbers
from ipscost.analysis.budget.programme import OVERHEAD, Programme, programme
from ipscost.analysis.budget.shares import OTHERS, Bearing, PricedAlike, in_force
from ipscost.changes import MonthlyChanges
from ipscost.rollout import financing, grants, prices
from ipscost.rollout.intake import by_year, in_order
from ipscost.rollout.turns import turns
from ipscost.scenario.rollout import ALL, ONE, REPAID

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Key = tuple[bytes, str, bytes]


@dataclass(eq=False)
class PerStart:
    """What people who start change, in one price basis, but for `Starts.factor`.

    Computed once for all rollouts with the same changes, the same shape of starts and the same
    price levels: those of sites differ by a factor alone.

    by_category: (category, year, draw), of the scenario's categories. by_payer: (payer, month,
    draw), without the programme; programme: (payer, month, draw), of the categories that are it.
    saving: what the one with a block grant saves on guaranteed categories, (month, draw).
    """

    by_category: dict[int, Floats]
    by_payer: Floats
    programme: Floats
    saving: Floats


@dataclass(eq=False)
class Filler:
    """Accounts of a rollout, for blocks of draws with their numbers and changes per person.

    kept: what was computed of the block's changes, by shape, for other rollouts that share it.
    """

    shares: Bearing
    calendar: Calendar
    rates: tuple[tuple[float, Floats], ...]
    kept: dict[Key, PerStart] = field(default_factory=dict)
    _discounted: Floats | None = None

    def fill(self, numbers: RolloutNumbers, changes: MonthlyChanges) -> Filled:
        """The accounts of a block of draws."""
        scenario, rollout = self.shares.scenario, self.shares.rollout
        level = levels(scenario, rollout, self.calendar.years, numbers)
        own = programme(rollout, self.calendar, numbers)
        bases = (CONSTANT,) if level.general is None else (CONSTANT, NOMINAL)
        filled = Filled(people=self._people(own, numbers, changes), books={})
        grants_paid = self._grants(own, numbers)
        for basis in bases:
            filled.books[basis] = self._books(basis, own, numbers, changes, level, grants_paid)
        filled.discounted = self._discounted
        return filled

    def _present(self, monthly: Floats) -> Floats:
        """The discounted net cost of each payer, (payer, draw), of (payer, month, draw)."""
        factors = prices.discount_factors(self.rates, self.calendar.months, self.calendar.start)
        return np.array([in_order(each * factors) for each in monthly])

    # --- people ----------------------------------------------------------------------------------

    def _people(
        self, own: Programme, numbers: RolloutNumbers, changes: MonthlyChanges
    ) -> Participants:
        calendar, people = self.calendar, own.starts.people
        begun = in_order(people)
        left = np.minimum(calendar.months - np.arange(calendar.months), calendar.following)
        seen = in_order(people * (left / calendar.following)[:, None])
        followed = np.where(begun > 0, seen / np.where(begun > 0, begun, 1.0), 1.0)
        extra = None
        if changes.outcome is not None:
            extra = begun * changes.outcome * numbers.held(EFFECT)
        return Participants(
            planned=by_year(own.planned),
            recruited=by_year(own.recruited),
            started=by_year(people),
            waiting=own.waiting[11::12],
            supported=own.supported[11::12],
            followed=followed,
            extra=extra,
            posts=by_year(own.posts) / 12,
        )

    # --- books -----------------------------------------------------------------------------------

    def _books(
        self,
        basis: str,
        own: Programme,
        numbers: RolloutNumbers,
        changes: MonthlyChanges,
        level: PriceLevels,
        grants_paid: list[tuple[Floats, Floats]],
    ) -> Books:
        shares, starts = self.shares, own.starts
        unit = self._per_start(basis, own, numbers, changes, level)
        factor, payers = starts.factor, len(shares.payers)
        lines, spent = self._lines(basis, own, level)
        net = unit.by_payer * factor
        paid = unit.programme * (factor * numbers.held(PRICE))
        if shares.rollout.has_own_price:
            payer = shares.payer(shares.rollout.payer)
            paid = _added(paid, payer, spent)
        yearly = by_year(paid)
        given, given_monthly = self._given(basis, own, paid, numbers, level, grants_paid)
        by_category = {c: each * factor for c, each in unit.by_category.items()}
        change = self._by_payer(by_category)
        moved = self._blocks(numbers, -self._saved(by_category), unit.saving * factor)
        monthly = _plus(_plus(net, paid), given_monthly)
        if moved is not None:
            monthly = _plus(monthly, moved["monthly"])
        if not shares.rollout.has_own_price:
            price = numbers.held(PRICE)
            lines = [by_category[c] * price for c in np.flatnonzero(shares.programme).tolist()]
        found = {name: turns(_total(monthly, places)) for name, places in shares.accounts.items()}
        none = np.zeros((payers, len(self.calendar.years), 1))
        blocks = {"one": none, "all": none, "own": none} if moved is None else moved
        if basis == CONSTANT:
            self._discounted = self._present(monthly)
        zero = np.zeros((len(self.calendar.years), 1))
        other = [by_category.get(c, zero) for c in self._changing]
        return Books(
            basis=basis,
            years=self.calendar.years,
            payers=shares.payers,
            categories=shares.categories,
            line_paths=self.line_paths,
            programme=yearly,
            lines=_stacked(lines, zero),
            grant=given,
            change=change,
            by_category=_stacked(other, zero),
            block_one=blocks["one"],
            block_all=blocks["all"],
            block_own=blocks["own"],
            turns={name: Turn(*each) for name, each in found.items()},
        )

    @property
    def _changing(self) -> list[int]:
        """The categories whose change is counted, without the programme, by their places."""
        is_out = self.shares.left_out | self.shares.programme
        return [int(place) for place in np.flatnonzero(~is_out)]

    @property
    def line_paths(self) -> tuple[str, ...]:
        """What the programme is made of: roles, a price, lines, overhead; or its categories."""
        rollout = self.shares.rollout
        if not rollout.has_own_price:
            return self.shares.programme_paths
        staff = rollout.staff
        roles = () if staff is None else staff.roles
        paths = [f"rollout.staff.role.{role.name}" for role in roles]
        paths += ["rollout.place"] if rollout.place is not None else []
        paths += [f"rollout.line.{line.name}" for line in rollout.lines]
        paths += [OVERHEAD] if staff is not None and staff.overhead is not None else []
        return tuple(paths)

    def _lines(self, basis: str, own: Programme, level: PriceLevels) -> tuple[list[Floats], Floats]:
        """What the programme is made of, (year, draw) each, and its cost, (month, draw)."""
        lines, total = [], np.zeros((self.calendar.months, 1))
        base = np.zeros((self.calendar.months, 1))
        for spent in own.spent:
            rate = spent.rate
            each = level.by_kind(rate, basis) if isinstance(rate, str) else level.of(rate, basis)
            cost = spent.amount * prices.by_month(each)
            lines.append(by_year(cost))
            total = total + cost
            base = base + cost if spent.has_overhead else base
        if own.overhead is not None:
            cost = base * own.overhead
            lines.append(by_year(cost))
            total = total + cost
        return lines, total

    # --- changes ---------------------------------------------------------------------------------

    def _per_start(
        self,
        basis: str,
        own: Programme,
        numbers: RolloutNumbers,
        changes: MonthlyChanges,
        level: PriceLevels,
    ) -> PerStart:
        """What people who start change in a price basis, but for their factor."""
        lasts = numbers.values.get(LASTS)
        effect = numbers.held(EFFECT)
        key = (own.starts.shape.tobytes(), basis, effect.tobytes())
        can_keep = lasts is None and not own.starts.bound.size
        if can_keep and key in self.kept:
            return self.kept[key]
        shares, months = self.shares, self.calendar.months
        payers = len(shares.payers)
        saver = (
            None
            if shares.rollout.financing is None
            else shares.payer(shares.rollout.financing.payer)
        )
        spread: dict[PricedAlike, Floats] = {}
        for group in dict.fromkeys(shares.groups.values()):
            factor = prices.by_month(level.by_kind(group.kind, basis))
            spread[group] = factor * in_force(group, self.calendar)
        unit = PerStart(
            {}, np.zeros((payers, months, 1)), np.zeros((payers, months, 1)), np.zeros((months, 1))
        )
        for part in changes.parts:
            course = part.course
            shortened = course if lasts is None else course * _until(lasts, len(course))
            plain = own.starts.brought(course)
            short = plain if lasts is None else own.starts.brought(shortened)
            by_group: dict[PricedAlike, dict[int, Floats]] = {}
            for place, amount in part.amounts.items():
                if place in shares.groups:
                    by_group.setdefault(shares.groups[place], {})[place] = amount
            for group, amounts in by_group.items():
                brought = (plain if group.is_programme else short) * spread[group]
                yearly = by_year(brought)
                to: dict[int, Floats] = {}
                saved = np.zeros(1)
                for place, amount in amounts.items():
                    size = amount if group.is_programme else amount * effect
                    grown = yearly * size
                    old = unit.by_category.get(place)
                    unit.by_category[place] = grown if old is None else old + grown
                    for payer in np.flatnonzero(shares.share[place]).tolist():
                        to[payer] = to.get(payer, 0.0) + shares.share[place, payer] * size
                    if saver is not None and shares.guaranteed[place]:
                        saved = saved - shares.share[place, saver] * size
                if group.is_programme:
                    unit.programme = _spread_out(unit.programme, brought, to)
                else:
                    unit.by_payer = _spread_out(unit.by_payer, brought, to)
                if saved.any():
                    unit.saving = unit.saving + brought * saved
        if can_keep:
            self.kept[key] = unit
        return unit

    def _by_payer(self, by_category: Mapping[int, Floats]) -> Floats:
        """The change of each payer, (payer, year, draw), without the programme."""
        shares, years = self.shares, len(self.calendar.years)
        wide = max((each.shape[1] for each in by_category.values()), default=1)
        change = np.zeros((len(shares.payers), years, wide))
        for place, each in by_category.items():
            if not shares.programme[place]:
                for payer in np.flatnonzero(shares.share[place]).tolist():
                    change[payer] += shares.share[place, payer] * each
        return change

    def _saved(self, by_category: Mapping[int, Floats]) -> Floats:
        """What the one with a block grant spends more on guaranteed categories, (year, draw)."""
        shares, total = self.shares, np.zeros((len(self.calendar.years), 1))
        if shares.rollout.financing is not None:
            payer = shares.payer(shares.rollout.financing.payer)
            for place, each in by_category.items():
                if shares.guaranteed[place]:
                    total = total + shares.share[place, payer] * each
        return total

    def _blocks(
        self, numbers: RolloutNumbers, saving: Floats, monthly: Floats
    ) -> dict[str, Floats] | None:
        """What a block grant moves, by scope, (payer, year, draw), and `monthly` as it counts."""
        how = self.shares.rollout.financing
        if how is None:
            return None
        one = numbers.of(how.share) if how.scope == ONE else np.zeros(1)
        every = np.ones(1)
        own = one if how.scope == ONE else every if how.scope == ALL else numbers.of(how.share)
        places = [self.shares.payer(name) for name in (how.payer, how.by, OTHERS)]

        def moved(of: Floats, share: Floats) -> Floats:
            return financing.moved(of, share, len(self.shares.payers), *places)

        return {
            "one": moved(saving, one),
            "all": moved(saving, every),
            "own": moved(saving, own),
            "monthly": moved(monthly, own),
        }

    # --- grants ----------------------------------------------------------------------------------

    def _grants(self, own: Programme, numbers: RolloutNumbers) -> list[tuple[Floats, Floats]]:
        """Each grant by month in constant prices, (month, draw), and 1 in its years, (month,)."""
        found = []
        for grant in self.shares.rollout.grants:
            first = self.calendar.first.year
            amounts = {
                year - first: numbers.of(each) * grant.share_in(year)
                for year, each in grant.amounts.items()
            }
            within = {y: a for y, a in amounts.items() if 0 <= y < len(self.calendar.years)}
            years = np.zeros(len(self.calendar.years))
            years[list(within)] = 1.0
            money = np.zeros((self.calendar.months, 1))
            if within:
                money = grants.paid(within, own.active)
            found.append((money, np.repeat(years, 12)))
        return found

    def _given(
        self,
        basis: str,
        own: Programme,
        paid: Floats,
        numbers: RolloutNumbers,
        level: PriceLevels,
        grants_paid: list[tuple[Floats, Floats]],
    ) -> tuple[Floats, Floats]:
        """What each payer gives of grants, (payer, year, draw), and by month.

        paid: the programme's cost by payer and month in this price basis. What is paid back is
        judged in the money of each year.
        """
        general = np.ones((len(self.calendar.years), 1)) if level.general is None else level.general
        nominal = prices.by_month(general)
        total = np.zeros((len(self.shares.payers), self.calendar.months, 1))
        for grant, (constant, years) in zip(self.shares.rollout.grants, grants_paid, strict=True):
            giver, receiver = (self.shares.payer(name) for name in (grant.giver, grant.receiver))
            own_money = constant if basis == CONSTANT else constant * nominal
            if grant.unspent == REPAID and years.any():
                cost = paid[receiver] * (nominal if basis == CONSTANT else 1.0) * years[:, None]
                back = grants.unspent(
                    in_order(constant * nominal), in_order(cost), numbers.of(grant.own_share)
                )
                last = int(np.flatnonzero(years)[-1])
                back = back / (nominal[last] if basis == CONSTANT else 1.0)
                wide = max(own_money.shape[1], back.size)
                own_money = np.broadcast_to(own_money, (len(own_money), wide)).copy()
                own_money[last] -= back
            total = _added(total, giver, own_money)
            total = _added(total, receiver, -own_money)
        return by_year(total), total


@dataclass(eq=False)
class Filled:
    """The accounts of a block of draws: people, and the books by price basis."""

    people: Participants
    books: dict[str, Books]
    discounted: Floats | None = None


def _until(lasts: Floats, months: int) -> Floats:
    """The part of each month before `lasts` months have passed, (month, draw)."""
    part: Floats = np.clip(lasts - np.arange(months)[:, None], 0.0, 1.0)
    return part


def _spread_out(total: Floats, brought: Floats, to: Mapping[int, Floats]) -> Floats:
    """`total`, (payer, month, draw), with what is `brought`, (month, draw), times each payer's."""
    for payer, size in to.items():
        total = _added(total, payer, brought * size)
    return total


def _added(total: Floats, place: int, more: Floats) -> Floats:
    """`total`, (payer, month, draw), with `more`, (month, draw), for one payer."""
    wide = max(total.shape[2], more.shape[1])
    if total.shape[2] < wide:
        total = np.broadcast_to(total, (*total.shape[:2], wide)).copy()
    total[place] += more
    return total


def _plus(one: Floats, other: Floats) -> Floats:
    """The sum of two arrays (payer, month, draw)."""
    both: Floats = one + other
    return both


def _total(monthly: Floats, places: tuple[int, ...]) -> Floats:
    """The sum over some payers, (month, draw), one after another."""
    total: Floats = monthly[places[0]]
    for place in places[1:]:
        total = total + monthly[place]
    return total


def _stacked(each: list[Floats], zero: Floats) -> Floats:
    """Arrays (year, draw) as one, (..., year, draw), with the width of the widest."""
    if not each:
        return np.zeros((0, *zero.shape))
    wide = max(one.shape[1] for one in each)
    return np.stack([np.broadcast_to(one, (len(one), wide)) for one in each])
