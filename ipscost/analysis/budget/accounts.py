"""The budget of a rollout: its books in the base case and over draws.

    budget(scenario)            the base case and the draws of a run with the same settings
    Budget.at(values)           the base case with some numbers at other values, many at a time

Per person it stands on `ipscost.changes`, whose draws are those of `run.simulate` to the last bit;
the rollout's own numbers are drawn beside them by name. `filling.Filler` makes the books of a block
of draws, and keeps what people who start change for other rollouts that share it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.analysis.budget.books import CONSTANT, Books, Participants, Turn
from ipscost.analysis.budget.filling import Filled, Filler
from ipscost.analysis.budget.numbers import (
    HELD,
    Calendar,
    RolloutNumbers,
    base_numbers,
    drawn_numbers,
)
from ipscost.analysis.budget.shares import Bearing
from ipscost.changes import MonthlyChanges, changes_at, changes_over, even_size
from ipscost.drawing.sobol import MOST_DIMENSIONS
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.run import MAX_BYTES, TooLargeError
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Discount, Scenario
from ipscost.scenario.rollout import Month, PublishedPrice, Rollout
from ipscost.settings import LEVEL, Settings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STEP = 1024
"""How many draws are accounted for at a time: their months of a payer are about a megabyte, which
stays in a processor's cache."""
DISCOUNT = "discount.cost"
"""The path of the yearly discount rate of costs, at which the discounted total may be held."""


@dataclass(frozen=True, eq=False)
class Budget:
    """What a rollout costs and saves in the calendar.

    arm: what is rolled out. calendar: the months of the accounts.
    point, draws: the books by price basis, of the base case with one draw and over draws (None
        without); nominal ones are left out where general prices of some year are not known.
    people_point, people_draws: who starts and waits.
    discounted, discounted_draws: the discounted net cost of each payer over all years at the start
        of the rollout, in constant prices, (payer, draw).
    """

    scenario: Scenario
    settings: Settings
    level: float
    rollout: Rollout
    calendar: Calendar
    bearing: Bearing
    point: Mapping[str, Books]
    people_point: Participants
    discounted: Floats
    draws: Mapping[str, Books] | None = None
    people_draws: Participants | None = None
    discounted_draws: Floats | None = None

    @property
    def arm(self) -> str:
        """The name of the arm that is rolled out."""
        return self.rollout.arm

    @property
    def first(self) -> Month:
        """The month with index 0, January of the first year."""
        return self.calendar.first

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the accounts."""
        return self.calendar.years

    @property
    def bases(self) -> tuple[str, ...]:
        """The price bases that there are books in."""
        return tuple(self.point)

    @property
    def published(self) -> tuple[PublishedPrice, ...]:
        """The published prices per person that stand beside the one from posts.

        Those that the rollout states, and what the scenario itself counts per person.
        """
        stated = {(each.amount.value, each.amount.unit) for each in self.rollout.published}
        own = (n for n in self.net_of_scenario if (n.amount.value, n.amount.unit) not in stated)
        return (*self.rollout.published, *own)

    @cached_property
    def net_of_scenario(self) -> tuple[PublishedPrice, ...]:
        """What the scenario says per person that the programme costs beyond the reference arm."""
        found = []
        for category in self.scenario.categories:
            amount = category.arms.get(self.arm)
            if amount is None or not amount.is_known or not KINDS[category.kind].is_programme:
                continue
            if amount.role == "difference" and amount.unit.per == ("person",) and amount.unit.money:
                price = PublishedPrice(category.path, category.label, amount, True, category.note)
                found.append(price)
        return tuple(found)

    @cached_property
    def price_per_person(self) -> float:
        """What the programme costs per person who is planned to start, in constant prices."""
        planned = float(self.people_point.planned.sum())
        return float(self.point[CONSTANT].programme.sum()) / planned if planned else 0.0

    def lacking(self, account: str) -> tuple[str, ...]:
        """What is not known of an account (a payer, `public`, `all`): paths; none if complete."""
        return self.bearing.lacking(account)

    def is_complete(self, account: str) -> bool:
        """False where something that is not known is part of an account, which is then partial."""
        return not self.bearing.lacking(account)

    def at(self, values: Mapping[str, Floats | float]) -> Budget:
        """The base case with some numbers at other values: its books have a draw for each value.

        values: by path of a number of the rollout or of the scenario, in the unit it is stated in,
        of `discount.cost`, or of one of `numbers.HELD`: one number, or one for each value. Raises
        ValueError for another path.
        """
        scenario, rollout = self.scenario, self.rollout
        own = {number.path: number for number in rollout.numbers}
        theirs = {number.path: number for number in scenario.quantities}
        unknown = set(values) - own.keys() - theirs.keys() - {*HELD, DISCOUNT}
        if unknown:
            raise ValueError(f"there is no number {', '.join(sorted(unknown))}")
        wide = {path: np.atleast_1d(np.asarray(v, dtype=float)) for path, v in values.items()}
        numbers = base_numbers(scenario, rollout)
        more = {p: v * own[p].factor if p in own else v for p, v in wide.items() if p not in theirs}
        numbers = RolloutNumbers({**numbers.values, **more})
        moved = {p: v * theirs[p].factor for p, v in wide.items() if p in theirs}
        changes = changes_at(scenario, self.settings, rollout.arm, moved, rollout.outcome)
        discount, rate = scenario.discount, wide.get(DISCOUNT)
        calendar = _calendar(scenario, rollout, numbers)
        filler = Filler(self.bearing, calendar, _rates(discount, rate))
        filled = filler.fill(numbers, changes)
        n = max((v.size for v in wide.values()), default=1)
        whole = JoinedBlocks(n)
        whole.add(slice(0, n), filled)
        return replace(
            self,
            calendar=calendar,
            point=whole.books(),
            people_point=whole.people(),
            discounted=whole.discounted(),
            draws=None,
            people_draws=None,
            discounted_draws=None,
        )


def budget(scenario: Scenario, settings: Settings | None = None, *, level: float = LEVEL) -> Budget:
    """The budget of the rollout of a scenario, by default with 10,000 draws and seed 1.

    Raises AskedError for a scenario without a rollout or without a known horizon, and where what
    the rollout needs is not there; TooLargeError for more draws than there may be memory for.
    """
    settings = settings or Settings()
    rollout = checked(scenario)
    base = base_numbers(scenario, rollout)
    drawn = RolloutNumbers({})
    is_drawn = settings.draws > 0 and any(
        not number.is_fixed for number in (*scenario.quantities, *rollout.numbers)
    )
    if is_drawn:
        drawn = drawn_numbers(scenario, rollout, settings)
    calendar = _calendar(scenario, rollout, base, drawn)
    bearing = Bearing.of(scenario, rollout)
    rates = _rates(scenario.discount)
    point = JoinedBlocks(1)
    changes = changes_at(scenario, settings, rollout.arm, {}, rollout.outcome)
    point.add(slice(0, 1), Filler(bearing, calendar, rates).fill(base, changes))
    found = Budget(
        scenario=scenario,
        settings=settings,
        level=level,
        rollout=rollout,
        calendar=calendar,
        bearing=bearing,
        point=point.books(),
        people_point=point.people(),
        discounted=point.discounted(),
    )
    if not is_drawn:
        return found
    _check_size(point, scenario, settings)
    whole = JoinedBlocks(settings.draws)
    for place, block in blocks(scenario, settings, rollout):
        whole.add(place, Filler(bearing, calendar, rates).fill(drawn.at(place), block))
    return replace(
        found,
        draws=whole.books(),
        people_draws=whole.people(),
        discounted_draws=whole.discounted(),
    )


def checked(scenario: Scenario) -> Rollout:
    """The rollout of a scenario. Raises AskedError where there is none that can be computed."""
    rollout = scenario.rollout
    if rollout is None:
        raise AskedError(
            Message(
                "{name} says nothing of a rollout; add rollout: with starts: 2025-01 and "
                "intake: {{target: {{mean: 100, unit: person, assumption: ...}}, months: 12}}",
                name=scenario.name,
            )
        )
    if not scenario.is_horizon_known:
        raise AskedError(
            Message(
                "a budget needs to know for how long people are followed; write "
                "horizon: {{months: 18}}, with the months that are known"
            )
        )
    if rollout.staff is not None and rollout.support is None:
        raise AskedError(
            Message(
                "posts need to know for how long people are supported; add "
                "support: {{months: 18}} to the rollout"
            )
        )
    return rollout


def blocks(
    scenario: Scenario, settings: Settings, rollout: Rollout
) -> Iterator[tuple[slice, MonthlyChanges]]:
    """What one person changes over draws, in blocks that fit a processor's cache."""
    for place, block in changes_over(scenario, settings, rollout.arm, rollout.outcome):
        step = even_size(STEP, block.draws)
        for start in range(0, block.draws, step):
            own = slice(start, min(start + step, block.draws))
            yield slice(place.start + own.start, place.start + own.stop), block.of(own)


def _calendar(scenario: Scenario, rollout: Rollout, *numbers: RolloutNumbers) -> Calendar:
    """The calendar that holds the posts in all draws of the numbers."""
    ahead = None if rollout.staff is None else rollout.staff.hired_ahead
    most = 0.0
    for each in numbers:
        if ahead is not None and ahead.path in each.values:
            most = max(most, float(each.values[ahead.path].max()))
    return Calendar.of(scenario, rollout, most)


def _rates(discount: Discount, held: Floats | None = None) -> tuple[tuple[float, Floats], ...]:
    """The discount rates of costs, each with the years after the start from which it holds."""
    if held is not None:
        return ((0.0, held),)
    stated = ((0.0, discount.cost), *discount.cost_later)
    return tuple((float(begin), np.full(1, rate)) for begin, rate in stated)


def _check_size(point: JoinedBlocks, scenario: Scenario, settings: Settings) -> None:
    """Raises TooLargeError where the books over draws would take more than a run may.

    Also where there are more uncertain numbers than Sobol points have dimensions.
    """
    draws, rollout = settings.draws, checked(scenario)
    uncertain = sum(not q.is_fixed for q in (*scenario.quantities, *rollout.numbers))
    if settings.sampler == "sobol" and uncertain > MOST_DIMENSIONS:
        raise TooLargeError(
            Message(
                "{uncertain:,} uncertain numbers are too many for Sobol points, which have at most "
                "{most:,} dimensions; use the random sampler",
                uncertain=uncertain,
                most=MOST_DIMENSIONS,
            )
        )
    per_draw = 8 * sum(value.size for value in point.arrays.values())
    if draws * per_draw > MAX_BYTES:
        raise TooLargeError(
            Message(
                "{draws:,} draws need too much memory; use at most {most:,}",
                draws=draws,
                most=MAX_BYTES // per_draw,
            )
        )


# --- blocks of draws put together ----------------------------------------------------------------


class JoinedBlocks:
    """The accounts over all draws, put together from those of blocks."""

    def __init__(self, n: int) -> None:
        self.n = n
        self.arrays: dict[tuple[Any, ...], Any] = {}
        self.first: Filled | None = None

    def add(self, place: slice, filled: Filled) -> None:
        """Adds the accounts of the draws at `place`."""
        if self.first is None:
            self.first = filled
        for name, value in _arrays(filled.people).items():
            self._put(("people", name), place, value)
        if filled.discounted is not None:
            self._put(("discounted",), place, filled.discounted)
        for basis, books in filled.books.items():
            for name, value in _arrays(books).items():
                self._put((basis, name), place, value)
            for account, turn in books.turns.items():
                for name, value in _arrays(turn).items():
                    self._put((basis, "turns", account, name), place, value)

    def _put(self, key: tuple[Any, ...], place: slice, value: Any) -> None:
        """Puts a block in its place; what is the same in all draws is kept once."""
        whole = self.arrays.get(key)
        if value.shape[-1] == 1 and (whole is None or whole.shape[-1] == 1):
            self.arrays[key] = value
            return
        if whole is None or whole.shape[-1] != self.n:
            wide = np.empty((*value.shape[:-1], self.n), dtype=value.dtype)
            if whole is not None:
                wide[...] = whole
            whole = self.arrays[key] = wide
        whole[..., place] = value

    def _all(self, key: tuple[Any, ...]) -> Any:
        value = self.arrays[key]
        return np.broadcast_to(value, (*value.shape[:-1], self.n))

    def people(self) -> Participants:
        """The participants over all draws."""
        assert self.first is not None
        found = {name: self._all(("people", name)) for name in _arrays(self.first.people)}
        return replace(self.first.people, **found)

    def discounted(self) -> Floats:
        """The discounted net cost of each payer, (payer, draw)."""
        found: Floats = self._all(("discounted",))
        return found

    def books(self) -> dict[str, Books]:
        """The books over all draws, by price basis."""
        assert self.first is not None
        whole = {}
        for basis, books in self.first.books.items():
            turns = {}
            for account, turn in books.turns.items():
                own = {n: self._all((basis, "turns", account, n)) for n in _arrays(turn)}
                turns[account] = Turn(**own)
            found = {name: self._all((basis, name)) for name in _arrays(books)}
            whole[basis] = replace(books, turns=turns, **found)
        return whole


def _arrays(holder: Any) -> dict[str, Any]:
    """The arrays of a dataclass, by the names of its fields."""
    each = {item.name: getattr(holder, item.name) for item in fields(holder)}
    return {name: value for name, value in each.items() if isinstance(value, np.ndarray)}
