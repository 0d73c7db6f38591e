"""What each arm costs, saves and gains against the reference arm, and what each payer saves.

Money is per person, in the money of the scenario, over its horizon and discounted. A difference is
that of the arm minus that of the reference arm, and a saving is a difference with the sign turned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.estimates import SamplingError, View
from ipscost.analysis.interval import Interval, opposite
from ipscost.ledger import parts_of
from ipscost.run import Run
from ipscost.scenario import perspectives
from ipscost.scenario.kinds import path_of, pure_parts
from ipscost.scenario.nouns import SOCIETAL, Scenario
from ipscost.scenario.paths import Node, walk
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class IncrementalCost:
    """What some categories cost together: in both arms, and the one against the other.

    path: of a category or a group, of a sum by kind, or `cost`, which is the whole account.
    reference, own: the levels in the reference arm and in the arm itself. difference: between
        them. Each is None where nothing of it is known.
    share: of the difference of the whole account, None where that would mislead
        (`View.part_of_total`). probability: the share of draws in which the difference is a saving,
        None where nothing is uncertain.
    counted: the part of a category that this is a sum of; below 0 where it is received.
    """

    path: str
    reference: Interval | None = None
    own: Interval | None = None
    difference: Interval | None = None
    share: float | None = None
    probability: Interval | None = None
    counted: float = 1.0

    @property
    def saving(self) -> Interval | None:
        """The difference with the sign turned."""
        return None if self.difference is None else opposite(self.difference)


@dataclass(frozen=True, slots=True)
class Costs:
    """The account of a perspective: an arm against the reference arm.

    tree: the categories that count, in file order, each group before what lies below it.
    kinds: the same summed by kind; nothing is known of a sum that a category is published as a
        part of.
    total: the whole account. error: the Monte Carlo errors of its difference, None where nothing is
        uncertain. saves: whether its difference is 0 or below.
    periods: the total of the months `observed` and of those `extrapolated`; none of both where
        people were followed to the end.
    left_out: what the perspective does not count of each category; share and probability are None.
    """

    tree: tuple[tuple[Node, IncrementalCost], ...]
    kinds: tuple[IncrementalCost, ...]
    total: IncrementalCost
    error: SamplingError | None
    saves: bool
    periods: tuple[tuple[str, IncrementalCost], ...]
    left_out: tuple[IncrementalCost, ...]


@dataclass(frozen=True, slots=True)
class IncrementalEffect:
    """An outcome, in its unit: in both arms, their difference, and what that is of the reference.

    A level is None where it is not known, and has no interval where it is tied to a fixed one.
    relative: a share, None where it is not asked for or cannot be told. error: the Monte Carlo
    errors of the difference.
    """

    path: str
    reference: Interval | None
    own: Interval | None
    difference: Interval | None
    relative: Interval | None
    error: SamplingError | None


@dataclass(frozen=True, slots=True)
class PayerSaving:
    """What a payer saves: in real costs, in transfers, and in both, which is its budget.

    path: of a payer, or `payer`: all of them together. None where nothing of it is known;
    transfers and both are None too where the scenario has none.
    """

    path: str
    saving: Interval | None
    transfers: Interval | None
    budget: Interval | None


@dataclass(frozen=True, slots=True)
class ArmComparison:
    """An arm against the reference arm.

    payers: those that bear a part of a category or may do so, in file order; together: all.
    """

    arm: str
    costs: Costs
    effects: tuple[IncrementalEffect, ...]
    payers: tuple[PayerSaving, ...]
    together: PayerSaving


@dataclass(frozen=True, slots=True)
class Summary:
    """Every intervention of a scenario against its reference arm, with intervals at `level`.

    has_transfers: whether there are categories that only move money between people.
    """

    scenario: Scenario
    level: float
    has_transfers: bool
    comparisons: tuple[ArmComparison, ...]


def summarised(run: Run, level: float = LEVEL) -> Summary:
    """What a run says of each intervention, from the perspective of its scenario."""
    return summary_of(View(run, run.scenario.perspective), level)


def summary_of(view: View, level: float = LEVEL) -> Summary:
    """What the run of a view says of each intervention; estimates that the view has are reused."""
    scenario = view.run.scenario
    return Summary(
        scenario=scenario,
        level=level,
        has_transfers=bool(view.run.point.moved.any()),
        comparisons=tuple(_compared(view, arm, level) for arm in scenario.interventions),
    )


def _compared(view: View, arm: str, level: float) -> ArmComparison:
    costs = _Costs(view, arm, level).costs()
    effects = tuple(_effects(view, arm, level))
    return ArmComparison(arm, costs, effects, *_payers(view, arm, level))


# --- costs -----------------------------------------------------------------------------------


class _Costs:
    """The sums of one arm against the reference arm."""

    def __init__(self, view: View, arm: str, level: float) -> None:
        self.view, self.arm, self.level = view, arm, level
        self.scenario = view.run.scenario
        self.weight = view.weight()
        self.total = view.total(arm)

    def costs(self) -> Costs:
        total = self.sum("cost", self.weight, self.view.everything)
        return Costs(
            tree=tuple(self.tree()),
            kinds=tuple(self.kinds()),
            total=total,
            error=self.total.sampling_error(self.level),
            saves=self.total.point <= 0,
            periods=tuple((part, self.period(part)) for part in parts_of(self.scenario)),
            left_out=tuple(self.left_out()),
        )

    def sum(
        self, path: str, weight: Floats, inside: Flags | None = None, counted: float = 1.0
    ) -> IncrementalCost:
        """A sum with `weight` over what is `inside`, (category,)."""
        view, arm = self.view, self.arm
        change = view.difference(arm, weight, inside)
        return IncrementalCost(
            path,
            view.level(self.scenario.reference, weight, self.level, inside),
            view.level(arm, weight, self.level, inside),
            change.cell(self.level),
            view.part_of_total(arm, change),
            change.chance_below(0),
            counted,
        )

    def tree(self) -> Iterator[tuple[Node, IncrementalCost]]:
        """The categories that count, in file order, each group before what lies below it."""
        paths = [category.path for category in self.scenario.categories]
        for node in walk(paths, (self.weight != 0).tolist()):
            inside = np.zeros(len(paths), dtype=bool)
            inside[list(node.members)] = True
            only = self.weight * inside
            if node.is_leaf:
                counted = float(self.weight[node.members[0]])
                yield node, self.sum(node.path, only, counted=counted)
            else:
                yield node, self.sum(node.path, only, inside)

    def kinds(self) -> Iterator[IncrementalCost]:
        """The sums by kind that count or cannot be told, such as real resources."""
        point = self.view.run.point
        untold = point.untold(self.weight)
        for name in pure_parts():
            inside = point.of_part(name)
            weight = self.weight * inside
            if name in untold:
                yield IncrementalCost(path_of(name))
            elif weight.any():
                yield self.sum(path_of(name), weight, inside)

    def period(self, part: str) -> IncrementalCost:
        """The total of the months that were `observed`, or are `extrapolated`."""
        view, weight, every = self.view, self.weight, self.view.everything
        reference, own = (
            view.level_in(part, arm, weight, self.level, every)
            for arm in (self.scenario.reference, self.arm)
        )
        change = view.difference_in(part, self.arm, weight, every)
        return IncrementalCost(
            "cost",
            reference,
            own,
            change.cell(self.level),
            view.part_of_total(self.arm, change),
            change.chance_below(0),
        )

    def left_out(self) -> Iterator[IncrementalCost]:
        """What the perspective leaves out of each category."""
        view, reference, left = self.view, self.scenario.reference, self.view.uncounted()
        for place in np.flatnonzero(left):
            rest = np.zeros(len(left))
            rest[place] = left[place]
            yield IncrementalCost(
                self.scenario.categories[place].path,
                view.level(reference, rest, self.level),
                view.level(self.arm, rest, self.level),
                view.difference(self.arm, rest).cell(self.level),
                counted=float(left[place]),
            )


# --- outcomes and payers ---------------------------------------------------------------------


def _effects(view: View, arm: str, level: float) -> Iterator[IncrementalEffect]:
    """Each outcome, in file order."""
    point = view.run.point
    for place, outcome in enumerate(view.run.scenario.outcomes):

        def value(name: str, place: int = place) -> Interval | None:
            """The level in an arm."""
            if not point.outcome_known[point.arm(name), place]:
                return None
            found = view.outcome(name, place)
            is_tied = view.is_tied_to_fixed(name, [view.run.scenario.outcomes[place]])
            return Interval(found.point) if is_tied else found.interval(level)

        change = view.outcome_difference(arm, place)
        relative = view.outcome_relative(arm, place) if outcome.relative else None
        yield IncrementalEffect(
            outcome.path,
            value(view.run.scenario.reference),
            value(arm),
            change.cell(level),
            relative.interval(level) if relative else None,
            change.sampling_error(level),
        )


def _payers(view: View, arm: str, level: float) -> tuple[tuple[PayerSaving, ...], PayerSaving]:
    """What each payer saves, and all of them together.

    What payers save in transfers their receivers lose, so that all of it adds up only where all
    receivers are stated.
    """
    scenario, point = view.run.scenario, view.run.point
    transfers = point.moved

    def saving(path: str, seen: View, share: Floats) -> PayerSaving:
        """The sums with `share`, (category,)."""

        def of(part: Flags) -> Interval | None:
            found = seen.difference(arm, share * part, part).cell(level)
            return None if found is None else opposite(found)

        if not transfers.any():
            return PayerSaving(path, of(~transfers), None, None)
        return PayerSaving(path, of(~transfers), of(transfers), of(view.everything))

    found = []
    for place, name in enumerate(scenario.payers):
        share, seen = point.payer_share[:, place], view.seen_from(name)
        if share.any() or seen.missing(arm):
            found.append(saving(f"payer.{name}", seen, share))
    together = saving("payer", view.seen_from(SOCIETAL), point.payer_share.sum(axis=1))
    if any(map(perspectives.is_unreceived, scenario.categories)):
        together = PayerSaving(together.path, together.saving, together.transfers, None)
    return tuple(found), together
