"""What of a trial's effect was carried over to another group, what went with it, what stayed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ipscost.analysis.reaches import is_modelled
from ipscost.run import Run
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Category, Outcome, Scenario
from ipscost.scenario.quantity import Quantity
from ipscost.scenario.transfer import Transfer

Holder = Category | Outcome


@dataclass(frozen=True, slots=True)
class CarriedEffect:
    """An intervention's effect in the base case, a ratio or a difference: the trial's, and here."""

    arm: str
    trial: float
    here: float


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """What was carried over.

    effects: of each intervention on the outcome that it is about, or in the moves of a model; none
        where there is no such outcome.
    hangs: the costs and other outcomes that go with the effect. own: those with a share of their
        own, and that share. stays: those that are as in the trial.
    below: the costs that would fall below 0 in the base case, which no service or benefit can.
    moved: those that a model gives from the states people are in, and which so change with its
        moves.
    """

    transfer: Transfer
    effects: tuple[CarriedEffect, ...]
    hangs: tuple[Holder, ...]
    own: tuple[tuple[Holder, Quantity], ...]
    stays: tuple[Holder, ...]
    below: tuple[Category, ...] = ()
    moved: tuple[Holder, ...] = ()


def carried_over(run: Run) -> CarriedOver | None:
    """What was carried over in a run; None where nothing was."""
    scenario = run.scenario
    transfer = scenario.transfer
    if transfer is None:
        return None
    hangs, own, stays = list[Holder](), list[tuple[Holder, Quantity]](), list[Holder]()
    for holder in (each for each in _differing(scenario) if each.path != transfer.of):
        share = transfer.own_of(holder.path)
        if transfer.keeps(holder.path, holder.kind if isinstance(holder, Category) else ""):
            stays.append(holder)
        elif share is None:
            hangs.append(holder)
        else:
            own.append((holder, share))
    effects = tuple(CarriedEffect(arm, *pair) for arm, pair in run.carried.items())
    going = (*hangs, *(holder for holder, _ in own))
    told = {holder.path for holder in (*going, *stays)}
    return CarriedOver(
        transfer,
        effects,
        tuple(hangs),
        tuple(own),
        tuple(stays),
        tuple(_below_zero(run, going)),
        tuple(each for each in _moved(scenario) if each.path not in told),
    )


def _moved(scenario: Scenario) -> Iterator[Holder]:
    """What depends on the states that people are in; nothing without a model."""
    if scenario.model is None:
        return
    for category in scenario.categories:
        if is_modelled(category):
            yield category
    for outcome in scenario.outcomes:
        if outcome.course is not None or any(rule.event != "start" for rule in outcome.rules):
            yield outcome


def _below_zero(run: Run, holders: Iterable[Holder]) -> Iterator[Category]:
    """The costs of which more is saved in the base case than they are without the intervention."""
    point = run.point
    for holder in holders:
        if not isinstance(holder, Category) or KINDS[holder.kind].may_be_negative:
            continue
        index = point.categories.index(holder.path)
        rows = [row for row in range(len(point.arms)) if point.known[row, index]]
        if any(point.present_of(row, index)[0] < 0 for row in rows):
            yield holder


def _differing(scenario: Scenario) -> Iterator[Holder]:
    """What has an amount of its own for an intervention, and not one that the model gives."""
    reference = scenario.reference
    for holder in scenario.holders.values():
        stated = [holder.arms, *(rule.arms for rule in holder.rules)]
        for numbers in stated:
            base = numbers.get(reference)
            own = [number for arm, number in numbers.items() if arm != reference]
            if any(base is None or number.path != base.path for number in own):
                yield holder
                break
