"""What must hold for a rollout to pay back: where the net of an account is 0, one thing at a time.

All of the base case, for the whole rollout, in constant prices and undiscounted. An account is a
payer, `public` (all public payers) or `all` (everybody); its net is a cost if positive, so that it
pays back where the net is 0 or less.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.budget import numbers
from ipscost.analysis.budget.accounts import Budget
from ipscost.analysis.budget.books import CONSTANT, Books
from ipscost.rollout.sums import in_order

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Nets = Callable[["Floats"], "Floats"]
"""From values of what is turned, (value,), to the net of an account at each, (value,)."""

EFFECT, PEOPLE, PLACE, MONTHS = "effect", "people", "place", "months"
LEVERS = (EFFECT, PEOPLE, PLACE, MONTHS)
"""What is turned: the share of the effect; people recruited; the price of a place; how many months
the effect lasts."""
UP, DOWN, ALWAYS, NEVER = "up", "down", "always", "never"
"""How it pays back: at a value or more; at a value or less; at any value; at none."""
EFFECTS = (0.25, 0.5, 0.75, 1.0, 1.25)
"""Shares of the effect in the grid."""
RECRUITED = (0.5, 0.6, 0.75, 0.9, 1.0)
"""Shares of the target recruited in the grid."""
OF_TARGET = (1.0, 0.75, 0.5)
"""Shares of the target recruited for which a person's cost is told."""
PACE = 12
"""The last months whose pace a longer effect is taken to have: a year, so that no season counts."""
STEPS = 40
"""Even steps between the ends in which a change of sign is looked for."""
MOST_TIMES = 64.0
"""A share of the effect or a price is looked for up to so many times that of now."""
MOST_SHARE = 2.0
"""A share of the trial's effect is looked for up to twice the whole of it."""
CLOSE = 1e-12
"""A value at which the net is within this part of its largest is one at which it is 0."""
ROUNDS = 60
"""Interpolations at most; of a straight line the first one hits."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A switching value in one measure.

    measure: `counted` (a share of the effect that the scenario counts) or `trial` (of the trial's
    own effect, if a share of it is carried over); `target` (a share of it) or `people`; `planned`
    or `started` (money per person); `followed` (months). now: the value now. at: the value at which
    the net is 0, None where there is none. unit: as of quantities.
    """

    measure: str
    unit: str
    now: float
    at: float | None


@dataclass(frozen=True, slots=True)
class SwitchingValue:
    """At which value of one of LEVERS an account's net is 0, all else as it is.

    pays: one of UP, DOWN, ALWAYS, NEVER. told: the value in one or two measures, the first one that
    which was turned. least, most: between which values of it was looked. is_beyond: True where the
    value lies beyond the months that people are followed; it then takes for granted that the effect
    goes on as it was in the last PACE of them.
    """

    lever: str
    pays: str
    told: tuple[Measured, ...]
    least: float
    most: float
    is_beyond: bool = False

    @property
    def now(self) -> float:
        """The value now."""
        return self.told[0].now

    @property
    def at(self) -> float | None:
        """The value at which the net is 0; None where there is none."""
        return self.told[0].at

    @property
    def holds_now(self) -> bool:
        """True if it pays back as it is now."""
        if self.pays in (ALWAYS, NEVER) or self.at is None:
            return self.pays == ALWAYS
        return self.now >= self.at if self.pays == UP else self.now <= self.at


@dataclass(frozen=True, eq=False)
class PayingGrid:
    """The net of an account by the share of the effect (down) and of the target (across).

    effects: (effect,). recruitments: (recruitment,). nets: (effect, recruitment), money; a cost is
    positive.
    """

    effects: Floats
    recruitments: Floats
    nets: Floats


@dataclass(frozen=True, slots=True)
class PerStarter:
    """What a person costs at a share of the target recruited, in money.

    started: people who start. programme: the programme's cost for each of them, whoever pays.
    outcome: for each extra person who has the outcome of the rollout; None where there is none.
    """

    recruitment: float
    started: float
    programme: float
    outcome: float | None


@dataclass(frozen=True, eq=False)
class Holds:
    """What must hold for an account, with a block grant counted as `scope` (one, all, own).

    net: that of the base case, None where part of it is not known: nothing is claimed then, and
    there are no switching values and no grid. switches: one for each of LEVERS that there is.
    """

    account: str
    scope: str
    net: float | None
    switches: tuple[SwitchingValue, ...]
    grid: PayingGrid | None
    per_starter: tuple[PerStarter, ...]

    @property
    def by_lever(self) -> Mapping[str, SwitchingValue]:
        """The switching values by what is turned."""
        return {each.lever: each for each in self.switches}


def holds(budget: Budget, account: str = "", scope: str = "own") -> Holds:
    """What must hold for an account to pay back, with a block grant counted as `scope`.

    account: a payer, `public` or `all`; by default `public`, or `all` where no payer is public.
    Everything is found by asking the budget again (`Budget.at`), so that waiting lists, whole posts
    and money that is paid back count.
    """
    account = account or usual_account(budget)
    starters = tuple(_starters(budget))
    if not budget.is_complete(account):
        return Holds(account, scope, None, (), None, starters)

    def nets_of(name: str) -> Nets:
        return lambda values: net_of(budget.at({name: values}), account, scope)

    net = float(net_of(budget, account, scope)[0])

    def of_people(shares: Floats) -> Floats:
        return net_of(budget.at(_recruiting(budget, shares)), account, scope)

    switches = (
        _of_effect(budget, nets_of),
        _of_people(budget, of_people),
        _of_place(budget, nets_of(numbers.PRICE)),
        _of_months(budget, nets_of(numbers.LASTS)),
    )
    return Holds(account, scope, net, switches, _grid(budget, account, scope), starters)


def usual_account(budget: Budget) -> str:
    """The account of all public payers, or of everybody where none is public."""
    return "public" if "public" in budget.bearing.accounts else "all"


def net_of(budget: Budget, account: str, scope: str = "own") -> Floats:
    """The net cost of an account over the whole rollout, in constant prices, (draw,)."""
    return net_in(budget.point[CONSTANT], budget.bearing.accounts[account], scope)


def net_in(books: Books, places: tuple[int, ...], scope: str = "own") -> Floats:
    """The same of some payers in some books, by their places: payers and years in their order."""
    net = books.net(scope)
    total: Floats = sum((in_order(net[place]) for place in places), np.zeros(net.shape[2]))
    return total


def recruited_now(budget: Budget) -> float:
    """The share of the target that is recruited; 1 where the file says nothing of it."""
    number = budget.rollout.intake.recruitment
    return 1.0 if number is None else budget.scenario.base(number)


def _recruiting(budget: Budget, shares: Floats) -> dict[str, Floats]:
    """Values for `Budget.at` by which these shares of the target are recruited.

    As times the people of now, which leaves recruitment itself as it is; of nobody there are none.
    """
    now, stated = recruited_now(budget), budget.rollout.intake.recruitment
    if now == 0 and stated is not None:
        return {stated.path: shares}
    return {numbers.PEOPLE: shares / now}


# --- one thing at a time -----------------------------------------------------------------------


def _of_effect(budget: Budget, nets_of: Callable[[str], Nets]) -> SwitchingValue:
    """The share of what all else changes; and of the trial's effect, if a share of it carries over.

    The second is asked of the scenario itself: not all that changes need hang on the effect, nor in
    a straight line.
    """
    pays, at = _switch(nets_of(numbers.EFFECT), 1.0, 0.0, MOST_TIMES)
    told = [Measured("counted", "share", 1.0, at)]
    transfer = budget.scenario.transfer
    if at is not None and transfer is not None and transfer.share is not None:
        number = transfer.share
        now = budget.scenario.now(number)
        way, share = _switch(nets_of(number.path), now, 0.0, max(MOST_SHARE, now))
        if way == pays:
            told.append(Measured("trial", "share", now, share))
    return SwitchingValue(EFFECT, pays, tuple(told), 0.0, MOST_TIMES)


def _of_people(budget: Budget, nets: Nets) -> SwitchingValue:
    """The people recruited, as a share of the target and in number; all are planned for."""
    now = recruited_now(budget)
    most = max(1.0, now)
    pays, at = _switch(nets, now, 0.0, most)
    planned = float(budget.people_point.planned.sum())
    told = (
        Measured("target", "share", now, at),
        Measured("people", "person", now * planned, None if at is None else at * planned),
    )
    return SwitchingValue(PEOPLE, pays, told, 0.0, most)


def _of_place(budget: Budget, nets: Nets) -> SwitchingValue:
    """The price of a place: for each person planned, and for each who starts."""
    books, people = budget.point[CONSTANT], budget.people_point
    cost = float(books.programme.sum())
    each = {"planned": float(people.planned.sum()), "started": float(people.started.sum())}
    pays, times = _switch(nets, 1.0, 0.0, MOST_TIMES) if cost > 0 else (_sign(nets), None)
    unit = f"{budget.scenario.money}/person"
    told = tuple(
        Measured(name, unit, cost / count, None if times is None else times * cost / count)
        for name, count in each.items()
        if count > 0
    )
    return SwitchingValue(PLACE, pays, told, 0.0, MOST_TIMES * told[0].now)


def _of_months(budget: Budget, nets: Nets) -> SwitchingValue:
    """The months that the effect lasts, longer than people are followed at the pace of the last."""
    most = float(budget.scenario.months)
    pays, at = _switch(nets, most, 0.0, most)
    is_beyond = False
    if pays == NEVER:
        pace = min(PACE, most)
        before, end = nets(np.array([most - pace, most])).tolist()
        if before > end:
            pays, at, is_beyond = UP, most + end * pace / (before - end), True
    told = (Measured("followed", "month", most, at),)
    return SwitchingValue(MONTHS, pays, told, 0.0, most, is_beyond)


def _sign(nets: Nets) -> str:
    """Whether it pays back where nothing can be turned."""
    return ALWAYS if float(nets(np.ones(1))[0]) <= 0 else NEVER


def _switch(nets: Nets, now: float, least: float, most: float) -> tuple[str, float | None]:
    """How it pays back between two ends, and the value nearest to now at which the net is 0."""
    values = np.unique(np.concatenate([np.linspace(least, most, STEPS + 1), [now]]))
    if most > 2 * now > 0:  # finely around now, and ever wider beyond
        values = np.unique(np.concatenate([now * np.linspace(0, 2, STEPS + 1), values]))
    found = nets(values)
    near = CLOSE * float(np.abs(found).max())
    signs = np.where(np.abs(found) <= near, 0.0, np.sign(found))
    if (signs <= 0).all():
        return ALWAYS, None
    if (signs > 0).all():
        return NEVER, None
    zeros = [
        (_zero(nets, values[[place, place + 1]], found[[place, place + 1]], near), way)
        for place in range(values.size - 1)
        for way in (DOWN if signs[place] <= 0 else UP,)
        if (signs[place] <= 0) != (signs[place + 1] <= 0)
    ]
    at, way = min(zeros, key=lambda zero: abs(zero[0] - now))
    return way, at


def _zero(nets: Nets, values: Floats, found: Floats, near: float) -> float:
    """Where the net is 0 between two values with other signs: by straight lines (Illinois)."""
    (low, high), (below, above) = values.tolist(), found.tolist()
    at = low
    side = 0
    for _ in range(ROUNDS):
        if abs(below) <= near or abs(above) <= near:
            return float(low if abs(below) <= near else high)
        at = (low * above - high * below) / (above - below)
        level = float(nets(np.array([at]))[0])
        if abs(level) <= near or not low < at < high:
            break
        if (level > 0) == (above > 0):
            high, above = at, level
            below = below / 2 if side == 1 else below
            side = 1
        else:
            low, below = at, level
            above = above / 2 if side == -1 else above
            side = -1
    return float(at)


# --- several things at once --------------------------------------------------------------------


def _grid(budget: Budget, account: str, scope: str) -> PayingGrid:
    """The net at each share of the effect and of the target; those of now are among them."""
    now = recruited_now(budget)
    effects = np.array(EFFECTS)
    recruited = np.unique([*RECRUITED, round(now, 12)])
    at = budget.at(
        {
            numbers.EFFECT: np.repeat(effects, recruited.size),
            **_recruiting(budget, np.tile(recruited, effects.size)),
        }
    )
    nets = net_of(at, account, scope).reshape(effects.size, recruited.size)
    return PayingGrid(effects, recruited, nets)


def _starters(budget: Budget) -> list[PerStarter]:
    """What a person costs at the shares OF_TARGET of the target recruited."""
    shares = np.array(OF_TARGET)
    at = budget.at(_recruiting(budget, shares))
    cost = in_order(at.point[CONSTANT].programme.sum(axis=0))
    started = in_order(at.people_point.started)
    extra = at.people_point.extra
    wide = [np.broadcast_to(each, shares.shape) for each in (started, cost)]
    more = None if extra is None else np.broadcast_to(extra, shares.shape)
    found = []
    for place, share in enumerate(OF_TARGET):
        people, money = (float(each[place]) for each in wide)
        gained = 0.0 if more is None else float(more[place])
        each = money / people if people > 0 else 0.0
        found.append(PerStarter(share, people, each, money / gained if gained > 0 else None))
    return found
