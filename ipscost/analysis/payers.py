"""Who gains and who pays: the accounts of every payer and perspective with an arm, as numbers.

All of it is per person, in the money of the scenario, over its horizon and discounted; a gain is
what an account no longer pays, or receives more, with an arm than with the reference arm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.course import Recovery, course_of, recovery_of
from ipscost.analysis.estimates import Estimate, View
from ipscost.analysis.in_turn import in_turn
from ipscost.analysis.interval import Interval
from ipscost.ledger import Ledger, parts_of, summed
from ipscost.run import Run
from ipscost.scenario import perspectives
from ipscost.scenario.kinds import parts, path_of
from ipscost.scenario.nouns import SOCIETAL, Category, Scenario
from ipscost.scenario.paths import walk
from ipscost.scenario.quantity import Quantity
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

Names = Sequence[str]

MOST_CAUSES = 3
NOTABLE = 0.1
"""A category is a cause of what an account gains where it is at least this part of the largest."""


def names(scenario: Scenario) -> tuple[str, ...]:
    """The payers that pay or receive anything, and every perspective, in the order shown."""
    bear = {name for category in scenario.categories for name in perspectives.bearers(category)}
    payers = [name for name in scenario.payers if name in bear]
    views = [name for name in perspectives.known(scenario) if name not in scenario.payers]
    return (*payers, *views)


def held_fixed(scenario: Scenario) -> tuple[Quantity, ...]:
    """The numbers that are the same in every draw although they are known between bounds alone."""
    return tuple(each for each in scenario.quantities if each.is_fixed and each.bounds is not None)


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """What the accounts gain of one category (`level` leaf), a group of them, a kind, or the total.

    gains: one for each of `NetSavings.columns`; None where nothing of it falls on the account, or
        its amount is not known: these are marked in `unknown`.
    everybody: that of all payers; None if it is not known, or one account alone was asked for.
    depth, repeated: the number of groups around it; a group with the sum of its only category.
    """

    path: str
    level: str
    gains: tuple[Interval | None, ...]
    unknown: tuple[bool, ...]
    everybody: Interval | None = None
    depth: int = 0
    repeated: bool = False


@dataclass(frozen=True, eq=False)
class NetSavings:
    """What each account gains with one arm against the reference arm; intervals are at `level`.

    at_bounds: the run with a "draw" for each bound of the numbers that are held fixed, each at its
        bound while all else is as in the base case; None where there are none.
    periods: those of the course over time that were asked for, of `year` and `month`.
    only: the name of the one account that is shown, where one was asked for.
    """

    view: View
    arm: str
    level: float
    at_bounds: Ledger | None
    periods: tuple[str, ...] = ()
    only: str = ""

    @property
    def scenario(self) -> Scenario:
        """The scenario that was run."""
        return self.view.run.scenario

    @property
    def arms(self) -> tuple[str, str]:
        """The arm and the reference arm."""
        return self.arm, self.scenario.reference

    @property
    def unit(self) -> str:
        """The unit of every gain."""
        return f"{self.scenario.money}/person"

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """Every account."""
        return tuple(Account(self, name) for name in names(self.scenario))

    @cached_property
    def payers(self) -> tuple[Account, ...]:
        """The payers alone."""
        return tuple(account for account in self.accounts if account.is_payer)

    @cached_property
    def shown(self) -> tuple[Account, ...]:
        """The accounts that were asked for."""
        return tuple(each for each in self.accounts if self.only in ("", each.name))

    @property
    def columns(self) -> tuple[Account, ...]:
        """The accounts whose gains stand beside one another: the payers, or the one asked for."""
        return self.shown if self.only else self.payers

    @property
    def told(self) -> Flags:
        """Whether the difference between the arms is known, (category,)."""
        flags: Flags = self.view.run.point.told[self.view.run.point.arm(self.arm)]
        return flags

    def of(self, weight: Floats) -> Estimate:
        """The gain summed over categories with `weight`, (category,)."""
        return self.view.difference(self.arm, weight).minus()

    @cached_property
    def lines(self) -> tuple[BudgetLine, ...]:
        """Each group before what lies in it, then the sums by kind, then the total."""
        point, categories = self.view.run.point, self.scenario.categories
        found = []
        for node in walk([category.path for category in categories]):
            inside = np.isin(np.arange(len(categories)), node.members).astype(float)
            level = "leaf" if node.is_leaf else "group"
            found.append(self._line(node.path, level, inside, node.depth, repeated=not node.shown))
        kinds = [(path_of(name), point.of_part(name).astype(float)) for name in parts()]
        found += [self._line(path, "kind", inside) for path, inside in kinds if inside.any()]
        return (*found, self._line("cost", "total", np.ones(len(categories))))

    def _line(
        self, path: str, level: str, inside: Floats, depth: int = 0, *, repeated: bool = False
    ) -> BudgetLine:
        """What is gained of the categories marked with 1, (category,)."""
        is_leaf, together = level == "leaf", self.view.run.point.payer_share.sum(axis=1)
        borne = [bool((account.weight * inside).any()) for account in self.columns]
        cells = tuple(
            account.gain(inside, alone=is_leaf).cell(self.level) if bears else None
            for account, bears in zip(self.columns, borne, strict=True)
        )
        is_unknown = is_leaf and not self.told[inside != 0].all()
        unknown = tuple(bears and is_unknown for bears in borne)
        everybody = None if self.only else self.of(together * inside).cell(self.level)
        return BudgetLine(path, level, cells, unknown, everybody, depth, repeated)

    @cached_property
    def courses(self) -> dict[str, list[tuple[Interval | None, ...]]]:
        """For each of the periods a row for every year or month: what `columns` gain to its end."""
        columns = {name: [each.so_far(name) for each in self.columns] for name in self.periods}
        return {name: list(zip(*found, strict=True)) for name, found in columns.items()}

    @cached_property
    def undiscounted(self) -> dict[str, list[tuple[Interval | None, ...]]]:
        """For each of the periods a row for every year or month and one for all of them together.

        What `columns` gain in it before discounting; empty where discounting changes nothing.
        """
        found = {}
        for name in self.periods:
            rows = list(zip(*(each.plain(name) for each in self.columns), strict=True))
            if any(cell is not None for row in rows for cell in row):
                found[name] = rows
        return found

    def still(self) -> list[Category]:
        """The categories that the arm changes in no draw, for nobody, as far as is known."""
        drawn = (self.view.run.ledger or self.view.run.point).difference(self.arm)
        rows = zip(self.scenario.categories, self.told, drawn, strict=True)
        return [category for category, known, moved in rows if known and not moved.any()]

    def numbers(self) -> list[Quantity]:
        """The numbers of the categories of the accounts shown, less those of other arms."""
        counted = np.any([account.weight != 0 for account in self.shown], axis=0)
        others = set(self.scenario.arms) - set(self.arms)
        return [
            number
            for category, counts in zip(self.scenario.categories, counted, strict=True)
            for number in (self.scenario.numbers_of(category) if counts else ())
            if number.path.rpartition(".")[2] not in others
        ]

    def unreceived(self) -> list[Category]:
        """The transfers whose receivers are not stated, as far as the arm changes them."""
        change = self.view.run.point.difference(self.arm)[:, 0]
        pairs = zip(self.scenario.categories, change, strict=True)
        return [
            category for category, moved in pairs if moved and perspectives.is_unreceived(category)
        ]


@dataclass(frozen=True, eq=False)
class Account:
    """The account of a payer or a perspective: what it gains with the arm of `gains`."""

    gains: NetSavings
    name: str

    @property
    def is_payer(self) -> bool:
        """False for a perspective."""
        return self.name in self.gains.scenario.payers

    @property
    def path(self) -> str:
        """Its path in tidy rows."""
        return f"{'payer' if self.is_payer else 'perspective'}.{self.name}"

    @cached_property
    def view(self) -> View:
        """The run from its side."""
        return self.gains.view.seen_from(self.name)

    @cached_property
    def weight(self) -> Floats:
        """The share of each category that it counts, (category,)."""
        return self.view.weight()

    def gain(self, only: Floats | None = None, *, alone: bool = False) -> Estimate:
        """What it gains; of the categories marked with 1 in `only`, (category,).

        `alone`: as an amount by itself, and not as a sum that may lack something.
        """
        inside = np.ones(self.weight.size) if only is None else only
        marked = None if alone else inside != 0
        return self.view.difference(self.gains.arm, self.weight * inside, marked).minus()

    @cached_property
    def total(self) -> Estimate:
        """What it gains in all."""
        return self.gain()

    @property
    def gained(self) -> float:
        """The same, as expected."""
        return self.total.point

    @property
    def moves(self) -> bool:
        """True where it gains or loses anything on balance, or may do so."""
        return self.total.is_uncertain or self.total.point != 0

    @cached_property
    def probability(self) -> Interval | None:
        """The share of draws in which it gains; None where nothing is uncertain."""
        return self.total.minus().chance_below(0)

    @cached_property
    def in_parts(self) -> list[tuple[str, Interval | None]]:
        """Its gain in the months that were observed and extrapolated, where these are apart."""
        asked = self.gains.arm, self.weight, self.view.everything
        return [
            (part, self.view.difference_in(part, *asked).minus().cell(self.gains.level))
            for part in parts_of(self.gains.scenario)
        ]

    @cached_property
    def lacks(self) -> tuple[Category, ...]:
        """The categories whose share in it is not known, so that it is not whole."""
        return self.view.missing(self.gains.arm)

    @cached_property
    def elsewhere(self) -> tuple[Account, ...]:
        """The payers that stand for this one and others, where they are all that it lacks."""
        lacking = {category.path for category in self.lacks}
        pairs = zip(self.gains.scenario.categories, self.gains.told, strict=True)
        if not all(known for category, known in pairs if category.path in lacking):
            return ()
        payers = self.gains.scenario.payers
        several = [each for each in self.gains.payers if payers[each.name].of and each.moves]
        bear = {name for each in self.lacks for name in perspectives.bearers(each)}
        return tuple(each for each in several if each.name in bear)

    @cached_property
    def recovery(self) -> Recovery | None:
        """From which month it is in plus; None where a part of the gain is not known.

        Raises ValueError where the run does not know its course.
        """
        return recovery_of(self.view, self.gains.arm)

    def so_far(self, period: str) -> list[Interval | None]:
        """What it has gained from the start to the end of each `month` or `year`."""
        course = course_of(self.gains.view.run, self.gains.arm, self.name)
        summed = (course.by_year() if period == "year" else course).so_far
        return [each.cell(self.gains.level) for each in summed.estimates()]

    def plain(self, period: str) -> list[Interval | None]:
        """What it gains before discounting in each `month` or `year`, and in all of them."""
        course = course_of(self.gains.view.run, self.gains.arm, self.name)
        course = course.by_year() if period == "year" else course
        return [*course.plain(), course.so_far.plain()[-1]]

    def causes(self) -> Iterator[tuple[Category, Estimate]]:
        """The categories that move it most and its gain of each, those of its own sign first."""
        wins = self.total.point >= 0
        moved = -self.gains.view.run.point.difference(self.gains.arm)[:, 0] * self.weight
        largest = np.argsort(-np.abs(moved), kind="stable")[:MOST_CAUSES]
        for index in sorted(largest, key=lambda e: ((moved[e] > 0) != wins, -abs(moved[e]))):
            if moved[index] and abs(moved[index]) >= NOTABLE * abs(moved[largest[0]]):
                only = np.arange(moved.size) == index
                yield self.gains.scenario.categories[index], self.gain(only, alone=True)

    def turns(self) -> list[tuple[Quantity, float, float]]:
        """Fixed numbers that give it the other sign at a bound, the one that turns it most first.

        Each with the bound, in its stated unit, and the gain there. None where a part of the gain
        is not known.
        """
        now, ledger = self.total.point, self.gains.at_bounds
        if ledger is None or now == 0 or self.lacks:
            return []
        fixed = held_fixed(self.gains.scenario)
        bounds = [(number, end) for number in fixed for end in number.bounds or ()]
        gains = -summed(self.weight, ledger.difference(self.gains.arm))
        found = [(*each, gain) for each, gain in zip(bounds, gains.tolist(), strict=True)]
        return sorted((each for each in found if each[2] * now < 0), key=lambda each: -abs(each[2]))


def gains_of(
    run: Run, level: float = LEVEL, *, periods: Names = (), arms: Names = (), only: str = ""
) -> tuple[NetSavings, ...]:
    """One for each intervention, or for those named; the rest as in `NetSavings`."""
    scenario, at_bounds = run.scenario, None
    if fixed := held_fixed(scenario):
        now = {number.path: scenario.now(number) for number in fixed}
        at_bounds = run.at(in_turn(now, {each.path: np.array(each.bounds) for each in fixed}))
    view, chosen = View(run, SOCIETAL), arms or scenario.interventions
    every = [arm for arm in scenario.interventions if arm in chosen]
    return tuple(NetSavings(view, arm, level, at_bounds, tuple(periods), only) for arm in every)
