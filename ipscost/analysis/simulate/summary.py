"""Costs and outcomes of each arm against the reference arm, and the savings of each payer.

Money is per person, in the money of the scenario, over its horizon and discounted. A difference is
the arm minus the reference arm; a saving is a cost difference with its sign reversed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval, opposite
from ipscost.analysis.persons import BetweenPersons, between_persons
from ipscost.analysis.sampling import SamplingError
from ipscost.analysis.simulate.groups import GroupResult, accounts, by_group
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
    """The cost of one or more categories in both arms, and the difference between them.

    path: of a category, a group or a sum by kind; `cost` is the whole account.
    reference, own: the cost in the reference arm and in the arm itself. difference: own minus
        reference. Each is None if nothing of it is known.
    share: the difference as a share of that of the whole account; None if that would mislead
        (`View.part_of_total`). probability: the share of draws in which the difference is a saving;
        None if nothing is uncertain.
    counted: the share of a category that the perspective counts; negative for money received.
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
        """The difference with its sign reversed."""
        return None if self.difference is None else opposite(self.difference)


@dataclass(frozen=True, slots=True)
class Costs:
    """The cost account of a perspective: an arm against the reference arm.

    tree: the categories that are counted, in file order, each group before its members.
    kinds: the same costs summed by kind; all None for a sum whose categories were published
        together with those of other kinds.
    total: the whole account. error: the Monte Carlo errors of its difference; None if nothing is
        uncertain. saves: True if its difference is 0 or below.
    periods: the total within the `observed` and the `extrapolated` months; empty if people were
        followed to the end of the horizon.
    left_out: what the perspective leaves out of each category; without share and probability.
    between: how persons differ in the saving, where they were followed one by one.
    """

    tree: tuple[tuple[Node, IncrementalCost], ...]
    kinds: tuple[IncrementalCost, ...]
    total: IncrementalCost
    error: SamplingError | None
    saves: bool
    periods: tuple[tuple[str, IncrementalCost], ...]
    left_out: tuple[IncrementalCost, ...]
    between: BetweenPersons | None = None


@dataclass(frozen=True, slots=True)
class IncrementalEffect:
    """An outcome in both arms, in its unit per person, and the difference between them.

    reference, own: None if not known; without an interval if stated against a fixed amount of the
        reference arm. difference: own minus reference.
    relative: the difference as a share of the reference arm's; None if the scenario says that it
        would mislead, or if it is not known. error: the Monte Carlo errors of the difference.
    """

    path: str
    reference: Interval | None
    own: Interval | None
    difference: Interval | None
    relative: Interval | None
    error: SamplingError | None


@dataclass(frozen=True, slots=True)
class PayerSaving:
    """The saving of a payer: in real costs, in transfers, and in its budget, which is the sum.

    path: of a payer; `payer` is all payers together. An amount is None if nothing of it is known;
    transfers and budget are also None if the scenario has no transfers.
    """

    path: str
    saving: Interval | None
    transfers: Interval | None
    budget: Interval | None


@dataclass(frozen=True, slots=True)
class ArmComparison:
    """An arm against the reference arm.

    effects: every outcome, in file order. payers: those that bear a cost or may do so, in file
        order. together: all payers as one.
    """

    arm: str
    costs: Costs
    effects: tuple[IncrementalEffect, ...]
    payers: tuple[PayerSaving, ...]
    together: PayerSaving


@dataclass(frozen=True, slots=True)
class Summary:
    """Every intervention of a scenario against its reference arm, with intervals at `level`.

    has_transfers: True if there are categories that only move money between people.
    groups: what changes for each group of people; none without groups. accounts: the perspectives
        that they are seen from. totals: what changes for all people, by arm and perspective.
    """

    scenario: Scenario
    level: float
    has_transfers: bool
    comparisons: tuple[ArmComparison, ...]
    groups: tuple[GroupResult, ...] = ()
    accounts: tuple[str, ...] = ()
    totals: Mapping[tuple[str, str], Interval | None] = field(default_factory=dict)

    def __repr__(self) -> str:
        arms = ", ".join(self.scenario.interventions)
        return f"<Summary of {self.scenario.name}: {arms}, level {self.level:g}>"


def summarised(run: Run, level: float = LEVEL) -> Summary:
    """The summary of a run from the perspective of its scenario, with intervals at `level`."""
    return summary_of(View(run, run.scenario.perspective), level)


def summary_of(view: View, level: float = LEVEL) -> Summary:
    """The summary of the run of a view, from its perspective; reuses the estimates it keeps."""
    scenario = view.run.scenario
    return Summary(
        scenario=scenario,
        level=level,
        has_transfers=bool(view.run.point.moved.any()),
        comparisons=tuple(_compared(view, arm, level) for arm in scenario.interventions),
        **(_groups(view, level) if scenario.subgroups else {}),
    )


def _groups(view: View, level: float) -> dict[str, Any]:
    """What changes for each group of people, and for all of them, by perspective."""
    seen, arms = accounts(view.run), view.run.scenario.interventions
    totals = {
        (arm, name): view.seen_from(name).total(arm).cell(level) for arm in arms for name in seen
    }
    return {"groups": by_group(view.run, level), "accounts": seen, "totals": totals}


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
            between=between_persons(self.view.run, self.arm, self.weight),
        )

    def sum(
        self, path: str, weight: Floats, inside: Flags | None = None, counted: float = 1.0
    ) -> IncrementalCost:
        """The cost summed with `weight` over the categories `inside`, both (category,)."""
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
        """The categories that are counted, in file order, each group before its members."""
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
        """The sums by kind, such as real resources, that are counted or cannot be separated."""
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
        """The total within the `observed` or the `extrapolated` months."""
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
        """What the perspective leaves out of each category, in file order."""
        view, reference, left = self.view, self.scenario.reference, self.view.uncounted()
        for index in np.flatnonzero(left):
            rest = np.zeros(len(left))
            rest[index] = left[index]
            yield IncrementalCost(
                self.scenario.categories[index].path,
                view.level(reference, rest, self.level),
                view.level(self.arm, rest, self.level),
                view.difference(self.arm, rest).cell(self.level),
                counted=float(left[index]),
            )


# --- outcomes and payers ---------------------------------------------------------------------


def _effects(view: View, arm: str, level: float) -> Iterator[IncrementalEffect]:
    """Each outcome, in file order."""
    point = view.run.point
    for index, outcome in enumerate(view.run.scenario.outcomes):

        def value(name: str, index: int = index) -> Interval | None:
            """The outcome in an arm."""
            if not point.outcome_known[point.arm(name), index]:
                return None
            estimate = view.outcome(name, index)
            is_tied = view.is_tied_to_fixed(name, [view.run.scenario.outcomes[index]])
            return Interval(estimate.point) if is_tied else estimate.interval(level)

        change = view.outcome_difference(arm, index)
        relative = view.outcome_relative(arm, index) if outcome.relative else None
        yield IncrementalEffect(
            outcome.path,
            value(view.run.scenario.reference),
            value(arm),
            change.cell(level),
            relative.interval(level) if relative else None,
            change.sampling_error(level),
        )


def _payers(view: View, arm: str, level: float) -> tuple[tuple[PayerSaving, ...], PayerSaving]:
    """The saving of each payer, and of all of them together.

    What a payer saves in transfers its receivers lose. The budgets of all payers therefore add up
    only if the receivers of every transfer are stated.
    """
    scenario, point = view.run.scenario, view.run.point
    transfers = point.moved

    def saving(path: str, seen: View, share: Floats) -> PayerSaving:
        """The saving from the side of `seen`, which bears `share` of each category, (category,)."""

        def of(part: Flags) -> Interval | None:
            cost = seen.difference(arm, share * part, part).cell(level)
            return None if cost is None else opposite(cost)

        if not transfers.any():
            return PayerSaving(path, of(~transfers), None, None)
        return PayerSaving(path, of(~transfers), of(transfers), of(view.everything))

    payers = []
    for index, name in enumerate(scenario.payers):
        share, seen = point.payer_share[:, index], view.seen_from(name)
        if share.any() or seen.missing(arm):
            payers.append(saving(f"payer.{name}", seen, share))
    together = saving("payer", view.seen_from(SOCIETAL), point.payer_share.sum(axis=1))
    if any(map(perspectives.is_unreceived, scenario.categories)):
        together = PayerSaving(together.path, together.saving, together.transfers, None)
    return tuple(payers), together
