"""A rollout in several sites at once: one effect in common, and what is each site's own.

Every site is the scenario with the numbers of its own row. All sites share one draw of all the
rest: what the trial found is as uncertain for 27 municipalities together as for one, so that the
interval of their sum is 27 times as wide where they are equal. Two things a site draws from streams
of its own, which its name names, so that no other site changes a bit of it:

- a number of its row that is uncertain in the scenario. It has the scenario's spread in proportion
  to its own value, cut at what is possible.
- by how much its effect differs from the common one: times 1 + sd z, with `Rollout.between_sites`
  as sd and z of a standard normal distribution.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.budget.accounts import blocks, checked
from ipscost.analysis.budget.books import CONSTANT
from ipscost.analysis.budget.filling import Filled, Filler
from ipscost.analysis.budget.limits import limits_of
from ipscost.analysis.budget.numbers import (
    EFFECT,
    Calendar,
    RolloutNumbers,
    base_numbers,
    drawn_numbers,
)
from ipscost.analysis.budget.per_start import Key, PerStart
from ipscost.analysis.budget.seen import CHANGE
from ipscost.analysis.budget.shares import OTHERS, Bearing
from ipscost.analysis.estimates import Estimate
from ipscost.changes import MonthlyChanges, changes_at
from ipscost.drawing.beside import drawn_beside
from ipscost.rollout.sums import in_order
from ipscost.scenario.distributions import Normal
from ipscost.scenario.nouns import Quantity, Scenario
from ipscost.scenario.rollout import ALL, GRANT, ONE, PROGRAMME, Rollout, Site
from ipscost.settings import REPLICATES, Settings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SCOPES = ("one", "all", "own")
PEOPLE = ("planned", "recruited", "started", "waiting")
MONEY = (PROGRAMME, GRANT, CHANGE, *SCOPES)
"""What is kept of each payer; of a block grant, by how it is counted."""


@dataclass(frozen=True, eq=False)
class SiteTotals:
    """The accounts of one site, or of the sum of all, over the whole rollout in constant prices.

    name: of the site; empty for the sum. own: the values of its row by path, in stated units.
    planned, recruited, started, waiting: people; waiting at the end of the accounts.
    programme, grant (negative where received), change (other costs): money, by account (a payer,
    `public`, `all`); net: their sum with what a block grant moves, by account and scope: each site
    as if it alone took part (one), all receivers (all), the sites together (own). per_started: the
    programme's cost per person who starts, whoever pays.
    An account of which a part is not known has partial estimates.
    """

    name: str
    own: Mapping[str, float]
    planned: Estimate
    recruited: Estimate
    started: Estimate
    waiting: Estimate
    programme: Mapping[str, Estimate]
    grant: Mapping[str, Estimate]
    change: Mapping[str, Estimate]
    net: Mapping[tuple[str, str], Estimate]
    per_started: Estimate


@dataclass(frozen=True, eq=False)
class SitesBudget:
    """The sites of a rollout in the order of their file, and their sum, draw by draw.

    accounts: whose there are. share: the part of all receivers of a block grant that the sites
    together are, if it counts: as often that of one as there are sites, or as it is stated. They
    bear it in proportion to what each saves. repeated: numbers of the whole rollout, such as a
    target, a grant or a cost that is paid once, that several sites each have in full, since their
    rows do not state them. years: those of all their accounts.
    """

    scenario: Scenario
    settings: Settings
    accounts: tuple[str, ...]
    sites: tuple[SiteTotals, ...]
    total: SiteTotals
    share: float | None
    repeated: tuple[str, ...]
    years: tuple[int, ...]


def sites_budget(
    scenario: Scenario, sites: Sequence[Site], settings: Settings | None = None
) -> SitesBudget:
    """The budgets of sites of a scenario's rollout, by default with 10,000 draws and seed 1.

    Raises AskedError for a scenario without a rollout that can be computed.
    """
    settings = settings or Settings()
    rollout = checked(scenario)
    every = [_Place(scenario, rollout, site, settings) for site in sites]
    point = changes_at(scenario, settings, rollout.arm, {}, rollout.outcome)
    kept = _ByPrice()
    for one in every:
        one.point.add(slice(0, 1), one.fill(one.base, point, kept))
    if any(one.is_uncertain for one in every):
        for place, block in blocks(scenario, settings, rollout):
            kept = _ByPrice()
            for one in every:
                one.draws.add(place, one.fill(one.drawn.at(place), block, kept))
    return _together(scenario, settings, every)


@dataclass(eq=False)
class _ByPrice:
    """What people who start change in a block of draws, for sites with and without own prices."""

    of_price: dict[bool, dict[Key, PerStart]] = field(default_factory=dict)

    def of(self, *, has_own_price: bool) -> dict[Key, PerStart]:
        """What is kept of one of the two."""
        return self.of_price.setdefault(has_own_price, {})


class _Sums:
    """The sums of a site over its years by payer, (payer, draw), and of people, (1, draw)."""

    def __init__(self, n: int) -> None:
        self.n = n
        self.arrays: dict[str, Floats] = {}

    def add(self, place: slice, filled: Filled) -> None:
        """Adds those of a block of draws."""
        books, people = filled.books[CONSTANT], filled.people
        for name, by_year in (
            ("planned", people.planned),
            ("recruited", people.recruited),
            ("started", people.started),
            ("waiting", people.waiting[-1:]),
        ):
            self._put(name, place, in_order(by_year)[None])
        for name, money in (
            (PROGRAMME, books.programme),
            (GRANT, books.grant),
            (CHANGE, books.change),
            ("one", books.block_one),
            ("all", books.block_all),
            ("own", books.block_own),
        ):
            self._put(name, place, np.stack([in_order(each) for each in money]))

    def _put(self, name: str, place: slice, value: Floats) -> None:
        """Puts a block in its place; what is the same in all draws is kept once."""
        whole = self.arrays.get(name)
        if value.shape[1] == 1 and (whole is None or whole.shape[1] == 1):
            self.arrays[name] = value
            return
        if whole is None or whole.shape[1] != self.n:
            wide = np.empty((len(value), self.n))
            if whole is not None:
                wide[...] = whole
            whole = self.arrays[name] = wide
        whole[:, place] = value


class _Place:
    """A site with its numbers, in the base case and drawn, and its sums."""

    def __init__(self, scenario: Scenario, common: Rollout, site: Site, settings: Settings) -> None:
        self.site, rollout = site, site.rollout
        self.bearing = Bearing.of(scenario, rollout)
        self.base = base_numbers(scenario, rollout)
        self.drawn = self.base
        self.is_uncertain = settings.draws > 0
        if self.is_uncertain:
            self.drawn = _drawn(scenario, common, site, settings)
        ahead = None if rollout.staff is None else rollout.staff.hired_ahead
        most = max(float(each.of(ahead).max()) for each in (self.base, self.drawn))
        self.calendar = Calendar.of(scenario, rollout, most)
        self.point, self.draws = _Sums(1), _Sums(settings.draws)

    def fill(self, numbers: RolloutNumbers, changes: MonthlyChanges, kept: _ByPrice) -> Filled:
        """The accounts of a block of draws."""
        rollout = self.site.rollout
        filler = Filler(
            self.bearing,
            self.calendar,
            rates=((0.0, np.zeros(1)),),
            bases=(CONSTANT,),
            turning=(),
            kept=kept.of(has_own_price=rollout.has_own_price),
        )
        return filler.fill(numbers, changes)


def _drawn(scenario: Scenario, common: Rollout, site: Site, settings: Settings) -> RolloutNumbers:
    """The numbers of a site over draws: those in common, and its own by streams of its own."""
    values = dict(drawn_numbers(scenario, common, settings).values)
    stated = {number.path: number for number in common.numbers}
    ends = {number.path: limits for number, limits in limits_of(site.rollout, _EVER)}
    for number in site.rollout.numbers:
        if number.path in site.own or number.path not in stated:
            values[number.path] = np.full(1, scenario.base(number))
            before = stated.get(number.path)
            if before is not None and not before.is_fixed:
                own, now = _own(scenario, before, site, settings), scenario.now(before)
                own = own * (number.value / now) if now else own + number.value
                values[number.path] = np.clip(own, *ends[number.path]) * number.factor
    if (spread := site.rollout.between_sites) is not None:
        z = _own(scenario, replace(spread, dist=Normal(0.0, 1.0)), site, settings)
        values[EFFECT] = 1 + values[spread.path] * z
    return RolloutNumbers(values)


_EVER = 10**6
"""More months than any accounts have."""


def _own(scenario: Scenario, number: Quantity, site: Site, settings: Settings) -> Floats:
    """Draws of a number in its stated unit, (draw,), by the stream of a site."""
    own = replace(number, path=f"{number.path}@{site.name}", conversion=None)
    return drawn_beside(scenario, (own,), settings.draws, settings.seed)[own.path]


# --- what is told of them ----------------------------------------------------------------------


def _together(scenario: Scenario, settings: Settings, every: Sequence[_Place]) -> SitesBudget:
    """The totals of each site, with a block grant as it counts for all of them, and their sum."""
    first = every[0]
    share = _share(first, len(every))
    for one in every:
        if share is not None:
            for sums, own in ((one.point, share[0]), (one.draws, share[1])):
                if sums.arrays:
                    sums.arrays["own"] = _moved(first.bearing, sums.arrays["all"], own)
    replicates = REPLICATES if settings.sampler == "sobol" else 1
    told = [
        _totals(one.site.name, _values(one), one.bearing, _of(one), replicates) for one in every
    ]
    in_order_of_names = sorted(every, key=lambda one: one.site.name)
    total = _totals("", {}, first.bearing, _summed(in_order_of_names), replicates)
    accounts = tuple(first.bearing.accounts)
    at_point = None if share is None else float(share[0][0])
    repeated = tuple(_repeated(first.site.rollout, [set(one.site.own) for one in every]))
    every_year = [year for one in every for year in one.calendar.years]
    years = tuple(range(min(every_year), max(every_year) + 1))
    return SitesBudget(scenario, settings, accounts, tuple(told), total, at_point, repeated, years)


Kinds = Callable[[str], tuple["Floats", "Floats | None"]]
"""From a name of PEOPLE or MONEY to its values in the base case and over draws, (payer, draw)."""


def _of(one: _Place) -> Kinds:
    """The sums of a site."""
    return lambda name: (one.point.arrays[name], one.draws.arrays.get(name))


def _summed(every: Sequence[_Place]) -> Kinds:
    """The sums over sites, one after another."""

    def of(name: str) -> tuple[Floats, Floats | None]:
        point = _sum([one.point.arrays[name] for one in every])
        if not every[0].draws.arrays:
            return point, None
        return point, _sum([one.draws.arrays[name] for one in every])

    return of


def _sum(each: Sequence[Floats]) -> Floats:
    total: Floats = sum(each[1:], each[0])
    return total


def _totals(
    name: str, own: Mapping[str, float], bearing: Bearing, of: Kinds, replicates: int
) -> SiteTotals:
    """What is told of a site or of the sum, from its sums."""
    values = {kind: of(kind) for kind in (*PEOPLE, *MONEY)}
    has_draws = values["started"][1] is not None

    def estimate(make: Callable[[int], Floats], *, partial: bool = False) -> Estimate:
        drawn = (lambda: make(1)) if has_draws else None
        return Estimate(float(make(0)[0]), drawn, replicates, partial=partial)

    def row(kind: str, payer: int, which: int) -> Floats:
        """What a payer has of a kind in the base case (0) or over draws (1), (draw,)."""
        own: Floats = _some(values[kind][which])[payer]
        return own

    def money(account: str, *kinds: str) -> Estimate:
        def added(which: int) -> Floats:
            return _sum([row(k, p, which) for p in bearing.accounts[account] for k in kinds])

        is_partial = kinds != (GRANT,) and bool(bearing.lacking(account))
        return estimate(added, partial=is_partial)

    def per_started(which: int) -> Floats:
        cost = _sum([row(PROGRAMME, payer, which) for payer in range(len(bearing.payers))])
        started = row("started", 0, which)
        each: Floats = np.where(started > 0, cost / np.where(started > 0, started, 1.0), 0.0)
        return each

    def people(kind: str) -> Estimate:
        return estimate(lambda which: row(kind, 0, which))

    accounts = tuple(bearing.accounts)
    return SiteTotals(
        name=name,
        own=own,
        planned=people("planned"),
        recruited=people("recruited"),
        started=people("started"),
        waiting=people("waiting"),
        programme={account: money(account, PROGRAMME) for account in accounts},
        grant={account: money(account, GRANT) for account in accounts},
        change={account: money(account, CHANGE) for account in accounts},
        net={
            (account, scope): money(account, PROGRAMME, GRANT, CHANGE, scope)
            for account in accounts
            for scope in SCOPES
        },
        per_started=estimate(per_started, partial=bool(bearing.unknown_prices)),
    )


def _some(values: Floats | None) -> Floats:
    assert values is not None
    return values


def _values(one: _Place) -> dict[str, float]:
    """The values of the row of a site, by path."""
    numbers = {number.path: number.value for number in one.site.rollout.numbers}
    return {path: numbers[path] for path in one.site.own if path in numbers}


def _repeated(rollout: Rollout, own: Sequence[set[str]]) -> Iterator[str]:
    """Numbers of the whole rollout that more than one site leaves as they are."""
    found: list[Quantity | None] = [rollout.intake.target]
    found += [role.posts for role in (() if rollout.staff is None else rollout.staff.roles)]
    found += [line.amount for line in rollout.lines if line.per == "once"]
    found += [amount for grant in rollout.grants for amount in grant.amounts.values()]
    for path in dict.fromkeys(number.path for number in found if number is not None):
        if sum(path not in paths for paths in own) > 1:
            yield path


def _share(one: _Place, count: int) -> tuple[Floats, Floats] | None:
    """The part of all receivers that the sites are together, in the base case and over draws."""
    how = one.site.rollout.financing
    if how is None:
        return None
    times = count if how.scope == ONE else 1
    found = []
    for numbers in (one.base, one.drawn):
        own = np.ones(1) if how.scope == ALL else numbers.of(how.share)
        found.append(np.minimum(times * own, 1.0))
    return found[0], found[1]


def _moved(bearing: Bearing, every: Floats, share: Floats) -> Floats:
    """What a block grant moves if those who take part are a share of all receivers, (payer, draw).

    every: what it moves if all take part: all that is saved comes back to the one who gives.
    """
    how = bearing.rollout.financing
    assert how is not None
    saver, others = bearing.payer(how.payer), bearing.payer(OTHERS)
    saved = every[saver] + every[others]
    moved = np.broadcast_to(every, (len(every), np.broadcast(saved, share).size)).copy()
    moved[saver], moved[others] = share * saved, saved - share * saved
    return moved
