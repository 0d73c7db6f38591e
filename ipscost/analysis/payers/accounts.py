"""The accounts that are shown beside one another: every payer that has an amount, perspectives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.course import BreakEvenRange, Trajectory, course_of, reach_of
from ipscost.analysis.estimates import Estimate, View
from ipscost.analysis.payers.turning import Bounds, at_bounds
from ipscost.run import Run
from ipscost.scenario import perspectives
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import SOCIETAL, Category, Scenario
from ipscost.scenario.quantity import Quantity

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Account:
    """A payer or a perspective; `weight` is the share of each category it counts, (category,)."""

    name: str
    is_payer: bool
    weight: Floats

    @property
    def path(self) -> str:
        """Where it stands in tidy rows."""
        return f"{'payer' if self.is_payer else 'perspective'}.{self.name}"


def names(scenario: Scenario) -> tuple[str, ...]:
    """The payers that pay or receive anything, and every perspective, in the order shown."""
    bear = {name for c in scenario.categories for name in (*c.payers, *c.receivers)}
    payers = [name for name in scenario.payers if name in bear]
    views = [name for name in perspectives.known(scenario) if name not in scenario.payers]
    return (*payers, *views)


@dataclass(frozen=True)
class NetSavings:
    """What each account gains with one arm against the reference arm.

    `only` is the name of the one account that is shown, where one was asked for.
    """

    view: View
    arm: str
    bounds: Bounds
    only: str = ""

    @property
    def scenario(self) -> Scenario:
        """The scenario that was run."""
        return self.view.run.scenario

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """Every account."""
        weight, payers = self.view.run.point.weight, self.scenario.payers
        return tuple(Account(e, e in payers, weight(e)) for e in names(self.scenario))

    @cached_property
    def shown(self) -> tuple[Account, ...]:
        """The accounts that were asked for."""
        return tuple(each for each in self.accounts if self.only in ("", each.name))

    def moves(self, account: Account) -> bool:
        """True where the arm gains or loses it anything on balance, or may do so."""
        total = self.gain(account)
        return total.is_uncertain or total.point != 0

    def seen(self, account: Account) -> View:
        """The run from the side of an account."""
        return self.view.seen_from(account.name)

    def gain(
        self, account: Account, only: Floats | None = None, *, alone: bool = False
    ) -> Estimate:
        """What an account gains; of the categories marked with 1 in `only`, (category,).

        `alone`: as an amount by itself, and not as a sum that may lack something.
        """
        inside = np.ones(account.weight.size) if only is None else only
        marked = None if alone else inside != 0
        return self.seen(account).difference(self.arm, account.weight * inside, marked).minus()

    def lacks(self, account: Account) -> tuple[Category, ...]:
        """The categories that an account lacks, so that it is not whole."""
        return self.seen(account).missing(self.arm)

    def missing(self, account: Account) -> list[Account]:
        """The payers that stand for this one and others, whose split is not known.

        None unless they are all that the account lacks.
        """
        lacking = {category.path for category in self.lacks(account)}
        told = self.view.run.point.told[self.view.run.point.arm(self.arm)]
        pairs = zip(self.scenario.categories, told, strict=True)
        if any(category.path in lacking and not known for category, known in pairs):
            return []
        bearers = {
            name
            for category in self.scenario.categories
            if category.path in lacking
            for name in (*category.payers, *category.receivers)
            if self.scenario.payers[name].of
        }
        return [each for each in self.payers if each.name in bearers and self.moves(each)]

    @cached_property
    def payers(self) -> tuple[Account, ...]:
        """The payers alone."""
        return tuple(account for account in self.accounts if account.is_payer)

    @cached_property
    def everybody(self) -> Floats:
        """What all payers together pay less what they receive of each category, (category,)."""
        total: Floats = self.view.run.point.payer_share.sum(axis=1)
        return total

    def of(self, weight: Floats) -> Estimate:
        """The gain summed over categories with `weight`, (category,)."""
        return self.view.difference(self.arm, weight).minus()

    @cached_property
    def _points(self) -> dict[str, Floats]:
        """The gain by month by the point estimates, (month,), of each account."""
        named = [account.name for account in self.accounts]
        courses = self.view.run.point.monthly_differences(self.arm, named)
        return {name: -course[:, 0] for name, course in zip(named, courses, strict=True)}

    def course(self, account: Account) -> Trajectory:
        """The gain by month."""
        return course_of(self.view.run, self.arm, account.name, self._points[account.name])

    def reach(self, account: Account) -> BreakEvenRange:
        """From when it may be in plus, wherever within their months the spread amounts fall."""
        return reach_of(self.view.run, self.arm, account.weight)

    def still(self) -> list[Category]:
        """The categories that the arm changes in no draw, for nobody, as far as is known."""
        point = self.view.run.point
        drawn = (self.view.run.ledger or point).difference(self.arm)
        told = point.told[point.arm(self.arm)]
        pairs = zip(self.scenario.categories, drawn, told, strict=True)
        return [category for category, moved, known in pairs if known and not moved.any()]

    def numbers(self) -> list[Quantity]:
        """The numbers of the categories of the accounts shown, less those of other arms."""
        counted = np.any([account.weight != 0 for account in self.shown], axis=0)
        pairs = zip(self.scenario.categories, counted, strict=True)
        others = set(self.scenario.arms) - {self.arm, self.scenario.reference}
        return [
            number
            for category, counts in pairs
            if counts
            for number in category.numbers
            if number.path.rpartition(".")[2] not in others
        ]

    def unreceived(self) -> list[Category]:
        """The transfers whose receivers are not stated, as far as the arm changes them."""
        change = self.view.run.point.difference(self.arm)[:, 0]
        pairs = zip(self.scenario.categories, change, strict=True)
        return [c for c, moved in pairs if not KINDS[c.kind].is_real and not c.receivers and moved]


def gains_of(run: Run, arms: Sequence[str] = (), only: str = "") -> tuple[NetSavings, ...]:
    """One for each intervention, or for those named; `only` names the one account to be shown."""
    view, bounds = View(run, SOCIETAL), at_bounds(run)
    chosen = [arm for arm in run.scenario.interventions if not arms or arm in arms]
    return tuple(NetSavings(view, arm, bounds, only) for arm in chosen)
