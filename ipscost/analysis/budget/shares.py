"""Who bears what of a category, how it is priced, and which accounts are complete."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ipscost import known
from ipscost.analysis.budget.numbers import Calendar
from ipscost.scenario import perspectives
from ipscost.scenario.dated import without_dates
from ipscost.scenario.in_force import ALWAYS, InForce
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.paths import is_within
from ipscost.scenario.rollout import Rollout

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

OTHERS = "others"
"""The account of the others that bear a block grant."""
PUBLIC, ALL_PAYERS = "public", "all"
"""The accounts of all public payers together, and of everybody."""


class PricedAlike(NamedTuple):
    """Categories that are priced alike in every month.

    kind: the rate that they rise by is that of this kind. in_force: in which months of the
    calendar their amounts hold, None for all.
    """

    kind: str
    in_force: InForce | None
    is_programme: bool


@dataclass(frozen=True, eq=False)
class Bearing:
    """Who bears what in the accounts of a rollout.

    payers: those of the scenario, and OTHERS where a block grant has others that bear it.
    share: (category, payer), what a payer pays of a category minus what it receives.
    left_out: True for the categories in whose place the rollout has its own price, (category,).
    programme: True for those that are the programme, (category,); none of them is left out.
    guaranteed: True for those that a block grant follows, (category,).
    """

    scenario: Scenario
    rollout: Rollout
    payers: tuple[str, ...]
    share: Floats
    left_out: Flags
    programme: Flags
    guaranteed: Flags

    @classmethod
    def of(cls, scenario: Scenario, rollout: Rollout) -> Bearing:
        """The shares of a scenario's categories in the accounts of its rollout."""
        categories, financing = scenario.categories, rollout.financing
        payers = (*scenario.payers, *((OTHERS,) if financing is not None else ()))
        share = np.zeros((len(categories), len(payers)))
        for place, category in enumerate(categories):
            for column, payer in enumerate(scenario.payers):
                share[place, column] = perspectives.share(category, payer)
        own = np.array([KINDS[c.kind].is_programme for c in categories], dtype=bool)
        paths = () if financing is None else financing.guaranteed
        held = [any(is_within(c.path, path) for path in paths) for c in categories]
        return cls(
            scenario=scenario,
            rollout=rollout,
            payers=payers,
            share=share,
            left_out=own & rollout.has_own_price,
            programme=own & (not rollout.has_own_price),
            guaranteed=np.array(held, dtype=bool) & ~own,
        )

    @property
    def saver(self) -> int | None:
        """The place of the payer that has a block grant; None without one."""
        financing = self.rollout.financing
        return None if financing is None else self.payer(financing.payer)

    @cached_property
    def changed_places(self) -> tuple[int, ...]:
        """The places of the categories whose change is counted: without the programme."""
        return tuple(np.flatnonzero(~(self.left_out | self.programme)).tolist())

    @cached_property
    def programme_places(self) -> tuple[int, ...]:
        """The places of the categories that are the programme."""
        return tuple(np.flatnonzero(self.programme).tolist())

    @property
    def categories(self) -> tuple[str, ...]:
        """The paths of the categories whose change is counted."""
        return tuple(self.scenario.categories[place].path for place in self.changed_places)

    @property
    def programme_paths(self) -> tuple[str, ...]:
        """The paths of the categories that are the programme."""
        return tuple(self.scenario.categories[place].path for place in self.programme_places)

    @cached_property
    def groups(self) -> Mapping[int, PricedAlike]:
        """By the index of each category that counts, how it is priced."""
        return {
            place: PricedAlike(
                category.kind,
                category.in_force,
                bool(self.programme[place]),
            )
            for place, category in enumerate(self.scenario.categories)
            if not self.left_out[place]
        }

    def payer(self, name: str) -> int:
        """The place of a payer on its axis."""
        return self.payers.index(name)

    @cached_property
    def accounts(self) -> Mapping[str, tuple[int, ...]]:
        """The payers of each account by their places: each alone, all public ones, everybody."""
        payers, financing = self.scenario.payers, self.rollout.financing
        found: dict[str, tuple[int, ...]]
        found = {name: (place,) for place, name in enumerate(self.payers)}
        public = [self.payer(name) for name, payer in payers.items() if payer.public]
        if financing is not None and payers[financing.payer].public:
            public.append(self.payer(OTHERS))  # who are what the one is that saves
        if public:
            found[PUBLIC] = tuple(public)
        found[ALL_PAYERS] = tuple(range(len(self.payers)))
        return found

    def lacking(self, account: str) -> tuple[str, ...]:
        """What is not known of an account: paths of categories, and of numbers of the programme.

        A category whose amount was published as part of another one lacks nothing where that one
        falls on the account to the same share.
        """
        return self._lacking_of[account]

    @cached_property
    def _lacking_of(self) -> Mapping[str, tuple[str, ...]]:
        """What is not known of each account, found once: tables ask for it in every cell."""
        return {account: self._found_lacking(account) for account in self.accounts}

    def _found_lacking(self, account: str) -> tuple[str, ...]:
        places = self.accounts[account]
        weight = np.zeros(len(self.share))
        for place in places:
            weight = weight + self.share[:, place]
        found = self._lacking(weight)
        financing = self.rollout.financing
        if financing is not None:
            sides = [self.payer(name) for name in (financing.payer, financing.by, OTHERS)]
            if any(place in places for place in sides) and not set(sides) <= set(places):
                own = np.where(self.guaranteed, self.share[:, self.payer(financing.payer)], 0.0)
                found += self._lacking(own)
        if self.rollout.has_own_price and self.payer(self.rollout.payer) in places:
            found += self.unknown_prices
        return tuple(dict.fromkeys(found))

    def _lacking(self, weight: Floats) -> tuple[str, ...]:
        """The paths of categories that are not known, of a sum with `weight`, (category,)."""
        categories, (told, holder) = self.scenario.categories, self._told
        alike = (holder >= 0) & told[holder] & np.isclose(weight[holder], weight)
        lacks = (weight != 0) & ~told & ~alike & ~self.left_out
        return tuple(c.path for c, flag in zip(categories, lacks, strict=True) if flag)

    @cached_property
    def _told(self) -> tuple[Flags, NDArray[np.intp]]:
        """Which differences are known, and of which category each is a part, (category,) each.

        What is in force in no month of the rollout lacks nothing.
        """
        scenario, arm = without_dates(self.scenario), self.rollout.arm
        counted = InForce(self.rollout.starts, self.rollout.until)
        told = [
            known.difference(scenario, each, arm) or (each.in_force or ALWAYS).both(counted) is None
            for each in scenario.categories
        ]
        return np.array(told, dtype=bool), np.array(known.holders(scenario, arm), dtype=np.intp)

    @cached_property
    def unknown_prices(self) -> tuple[str, ...]:
        """The paths of prices of the programme that the file says are not known."""
        staff, rollout = self.rollout.staff, self.rollout
        stated = [] if staff is None else [role.salary for role in staff.roles]
        stated += [line.amount for line in rollout.lines]
        stated += [] if rollout.place is None else [rollout.place]
        return tuple(number.path for number in stated if not number.is_known)


def in_force(group: PricedAlike, calendar: Calendar) -> Floats:
    """1 in the months of the calendar in which the amounts of a group hold, else 0, (month, 1);
    (1, 1) where they always do."""
    if group.in_force is None:
        return np.ones((1, 1))
    return np.array(group.in_force.mask(calendar.first, calendar.months))[:, None]
