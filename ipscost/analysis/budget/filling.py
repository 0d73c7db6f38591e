"""Fills the books of a rollout, a block of draws at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.budget.books import CONSTANT, NOMINAL, Books, Participants, Turn
from ipscost.analysis.budget.levels import PriceLevels, levels
from ipscost.analysis.budget.numbers import EFFECT, LASTS, PRICE, Calendar, RolloutNumbers
from ipscost.analysis.budget.per_start import Key, PerStart, key_of, per_start
from ipscost.analysis.budget.programme import OVERHEAD, PLACE, Programme, programme
from ipscost.analysis.budget.shares import OTHERS, Bearing
from ipscost.changes import MonthlyChanges
from ipscost.rollout import financing, grants, prices
from ipscost.rollout.sums import by_year, in_order
from ipscost.rollout.turns import turns
from ipscost.scenario.rollout import ALL, ONE, REPAID

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Monthly = dict[int, "Floats"]
"""By the place of a payer, money by month, (month, draw); payers without any are left out."""


@dataclass(eq=False)
class Filled:
    """The accounts of a block of draws: people, and the books by price basis.

    discounted: the discounted net cost of each payer in constant prices, (payer, draw).
    """

    people: Participants
    books: dict[str, Books]
    discounted: Floats


@dataclass(eq=False)
class Filler:
    """Makes the accounts of a rollout from numbers of it and what one person changes.

    rates: discount rates, each with the years after the start from which it holds.
    bases: the price bases that are asked for; those without general prices are left out.
    turning: the accounts whose turns are asked for, None for all. With none, nothing is summed by
        month but the programme and grants, and there are no discounted totals (0).
    kept: what people who start change in this block of draws, for other rollouts that share it
        (`per_start.key_of`); a new one for each block.
    """

    bearing: Bearing
    calendar: Calendar
    rates: tuple[tuple[float, Floats], ...]
    bases: tuple[str, ...] = (CONSTANT, NOMINAL)
    turning: tuple[str, ...] | None = None
    kept: dict[Key, PerStart] = field(default_factory=dict)

    def fill(self, numbers: RolloutNumbers, changes: MonthlyChanges) -> Filled:
        """The accounts of a block of draws; axes of draws have length 1 where all are the same."""
        scenario, rollout = self.bearing.scenario, self.bearing.rollout
        level = levels(scenario, rollout, self.calendar.years, numbers)
        own = programme(rollout, self.calendar, numbers)
        books, discounted = {}, np.zeros((len(self.bearing.payers), 1))
        for basis in self.bases:
            if basis == CONSTANT or level.general is not None:
                books[basis], net = self._books(basis, own, numbers, changes, level)
                if basis == CONSTANT and self.has_turns:
                    discounted = self._discounted(net)
        return Filled(self._people(own, numbers, changes), books, discounted)

    @property
    def has_turns(self) -> bool:
        """True where turns of some account are asked for."""
        return self.turning is None or bool(self.turning)

    def _people(
        self, own: Programme, numbers: RolloutNumbers, changes: MonthlyChanges
    ) -> Participants:
        calendar, people = self.calendar, own.starts.people
        begun = in_order(people)
        left = np.minimum(calendar.months - np.arange(calendar.months), calendar.following)
        seen = in_order(people * (left / calendar.following)[:, None])
        extra = None
        if changes.outcome is not None:
            extra = begun * (changes.outcome * numbers.held(EFFECT))
        return Participants(
            planned=by_year(own.planned),
            recruited=by_year(own.recruited),
            started=by_year(people),
            waiting=own.waiting[11::12],
            supported=own.supported[11::12],
            followed=np.where(begun > 0, seen / np.where(begun > 0, begun, 1.0), 1.0),
            extra=extra,
            posts=by_year(own.posts) / 12,
        )

    def _discounted(self, net: Monthly) -> Floats:
        """The discounted sums of money by month, (payer, draw)."""
        factors = prices.discount_factors(self.rates, self.calendar.months, self.calendar.start)
        sums = {payer: in_order(each * factors)[None] for payer, each in net.items()}
        return self._stacked(sums, np.zeros((1, 1)))[:, 0]

    # --- books -----------------------------------------------------------------------------------

    def _books(
        self,
        basis: str,
        own: Programme,
        numbers: RolloutNumbers,
        changes: MonthlyChanges,
        level: PriceLevels,
    ) -> tuple[Books, Monthly]:
        """The books in a price basis, and the net cost by month behind them."""
        bearing, factor = self.bearing, own.starts.factor
        unit = self._per_start(basis, own, numbers, changes, level)
        times, priced = (factor * numbers.held(name) for name in (EFFECT, PRICE))
        by_category = {
            place: each * (priced if bearing.programme[place] else times)
            for place, each in unit.by_category.items()
        }
        paid = {payer: each * priced for payer, each in unit.programme.items()}
        lines = [by_category.get(place, self._none) for place in bearing.programme_places]
        if bearing.rollout.has_own_price:
            lines, spent = _lines(basis, own, level)
            paid = {bearing.payer(bearing.rollout.payer): spent}
        given = self._given(basis, own, paid, numbers, level)
        net: dict[int, Floats] = {}
        if self.has_turns:
            net = {payer: each * times for payer, each in unit.by_payer.items()}
            for more in (paid, given):
                net = _sum(net, more)
        blocks = self._blocks(numbers, by_category)
        if unit.saving is not None:
            net = _sum(net, self._moved(numbers, unit.saving * times))
        change: dict[int, Floats] = {}
        for place, each in by_category.items():
            if not bearing.programme[place]:
                for payer in np.flatnonzero(bearing.share[place]).tolist():
                    change = _sum(change, {payer: bearing.share[place, payer] * each})
        none = self._none
        changed = {i: by_category.get(p, none) for i, p in enumerate(bearing.changed_places)}
        yearly = [{p: by_year(each) for p, each in of.items()} for of in (paid, given)]
        return Books(
            basis=basis,
            years=self.calendar.years,
            payers=bearing.payers,
            categories=bearing.categories,
            line_paths=self.line_paths,
            programme=self._stacked(yearly[0], none),
            lines=self._stacked(dict(enumerate(lines)), none, len(lines)),
            grant=self._stacked(yearly[1], none),
            change=self._stacked(change, none),
            by_category=self._stacked(changed, none, len(changed)),
            block_one=blocks["one"],
            block_all=blocks["all"],
            block_own=blocks["own"],
            turns=self._turns(net),
        ), net

    def _per_start(
        self,
        basis: str,
        own: Programme,
        numbers: RolloutNumbers,
        changes: MonthlyChanges,
        level: PriceLevels,
    ) -> PerStart:
        """What people who start change; of those who start as planned, kept for others.

        In draws in which people wait, their starts are of these draws alone.
        """
        lasts, starts = numbers.values.get(LASTS), own.starts
        common, by_month = (self.bearing, self.calendar), self.has_turns
        key = None if lasts is not None else key_of(starts, self.calendar, level, basis)
        made = None if key is None else self.kept.get(key)
        if made is None:
            made = per_start(*common, starts.free, changes, level, basis, lasts, by_month)
        if key is not None:
            self.kept[key] = made
        if not starts.bound.size:
            return made
        places = starts.bound
        until = lasts if lasts is None or lasts.size == 1 else lasts[places]
        some, later = changes.of(places), level.at(places)
        waiting = per_start(*common, starts.waiting, some, later, basis, until, by_month)
        return made.with_draws(places, waiting, starts.width)

    def _turns(self, net: Monthly) -> Mapping[str, Turn]:
        """How the cumulative net of each account goes."""
        found = {}
        for name, payers in self.bearing.accounts.items():
            if self.turning is None or name in self.turning:
                each = [net[payer] for payer in payers if payer in net]
                total = sum(each[1:], each[0]) if each else np.zeros((self.calendar.months, 1))
                found[name] = Turn(*turns(total))
        return found

    @property
    def line_paths(self) -> tuple[str, ...]:
        """What the programme is made of: roles, a price, lines, overhead; or its categories."""
        rollout = self.bearing.rollout
        if not rollout.has_own_price:
            return self.bearing.programme_paths
        staff = rollout.staff
        roles = () if staff is None else staff.roles
        paths = [f"rollout.staff.role.{role.name}" for role in roles]
        paths += [PLACE] if rollout.place is not None else []
        paths += [f"rollout.line.{line.name}" for line in rollout.lines]
        paths += [OVERHEAD] if staff is not None and staff.overhead is not None else []
        return tuple(paths)

    # --- block grants ----------------------------------------------------------------------------

    def _blocks(
        self, numbers: RolloutNumbers, by_category: Mapping[int, Floats]
    ) -> dict[str, Floats]:
        """What a block grant moves by scope (one, all, own), (payer, year, draw)."""
        bearing, saving = self.bearing, self._none
        if bearing.saver is None:
            return dict.fromkeys(("one", "all", "own"), self._stacked({}, saving))
        for place, each in by_category.items():
            if bearing.guaranteed[place]:
                saving = saving - bearing.share[place, bearing.saver] * each
        scopes = ("one", "all", "own")
        moved = {scope: self._moved(numbers, saving, scope) for scope in scopes}
        return {scope: self._stacked(each, self._none) for scope, each in moved.items()}

    def _moved(self, numbers: RolloutNumbers, saving: Floats, scope: str = "own") -> Monthly:
        """What a block grant moves as it is counted, by payer, for a saving (..., draw)."""
        how = self.bearing.rollout.financing
        assert how is not None
        one = numbers.of(how.share) if how.scope == ONE else np.zeros(1)
        own = one if how.scope == ONE else numbers.of(how.share)
        share = {"one": one, "all": np.ones(1), "own": np.ones(1) if how.scope == ALL else own}
        places = [self.bearing.payer(name) for name in (how.payer, OTHERS, how.by)]
        moves = financing.moved(saving, share[scope])
        return dict(zip(places, moves, strict=True))

    # --- grants ----------------------------------------------------------------------------------

    def _given(
        self,
        basis: str,
        own: Programme,
        paid: Monthly,
        numbers: RolloutNumbers,
        level: PriceLevels,
    ) -> Monthly:
        """What each payer gives of grants by month, less what it gets.

        paid: the programme's cost by payer in this price basis. A grant is converted money, so that
        its constant price is known and its nominal one is that times general prices; but a total
        over several years is a sum of money as it is paid, whatever its years, unless it is stated
        in another currency. What of it is paid
        back is judged in the money of each year.
        """
        calendar = self.calendar
        total: dict[int, Floats] = {}
        general = np.ones((calendar.months, 1))
        if level.general is not None:
            general = prices.by_month(level.general)
        to_basis = 1.0 / general if basis == CONSTANT else np.ones((1, 1))
        for grant in self.bearing.rollout.grants:
            amounts = {
                year - calendar.first.year: numbers.of(each) * grant.share_in(year)
                for year, each in grant.amounts.items()
                if year in calendar.years
            }
            if not amounts:
                continue
            nominal = grants.paid(amounts, own.active) * general
            whole, own_money = next(iter(grant.amounts.values())), self.bearing.scenario.money
            is_own = (
                whole.unit.money is not None and whole.unit.money.currency == own_money.currency
            )
            if grant.shares and level.general is not None and is_own:
                nominal = nominal / general / whole.factor  # as it is stated
            giver, receiver = (self.bearing.payer(name) for name in (grant.giver, grant.receiver))
            if grant.unspent == REPAID:
                years = np.zeros((len(calendar.years), 1))
                years[list(amounts)] = 1.0
                cost = np.zeros((1, 1))
                if receiver in paid:
                    cost = paid[receiver] / to_basis * prices.by_month(years)
                back = grants.unspent(
                    in_order(nominal), in_order(cost), numbers.of(grant.own_share)
                )
                nominal = grants.less_at(nominal, 12 * max(amounts) + 11, back)
            money = nominal * to_basis
            total = _sum(total, {giver: money, receiver: 0.0 - money})
        return total

    # --- arrays ----------------------------------------------------------------------------------

    @property
    def _none(self) -> Floats:
        """Nothing in each year, (year, 1)."""
        return np.zeros((len(self.calendar.years), 1))

    def _stacked(self, each: Mapping[int, Floats], none: Floats, count: int = -1) -> Floats:
        """What stands at places of an axis, of payers by default, as one array: (place, ..., draw).

        none: what stands at all others.
        """
        count = len(self.bearing.payers) if count < 0 else count
        wide = max((one.shape[-1] for one in each.values()), default=1)
        whole = np.zeros((count, *none.shape[:-1], wide))
        for place, one in each.items():
            whole[place] = one
        return whole


def _lines(basis: str, own: Programme, level: PriceLevels) -> tuple[list[Floats], Floats]:
    """What the programme is made of, (year, draw) each, and what it costs by month."""
    lines: list[Floats] = []
    total = base = np.zeros_like(own.active)
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


def _sum(one: Mapping[int, Floats], other: Mapping[int, Floats]) -> dict[int, Floats]:
    """The sums of two, place by place."""
    total = dict(one)
    for place, each in other.items():
        total[place] = total[place] + each if place in total else each
    return total
