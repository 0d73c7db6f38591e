"""Prices and amounts: doubled, set to 0, a row counted twice; an effect of nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from ipscost.analysis.stress.tested import (
    INPUT,
    NONE,
    Subject,
    Tested,
    by_category,
    costs,
    discrepancy,
    each_alone,
    judged,
)
from ipscost.run import simulate
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Category, Quantity, Scenario
from ipscost.scenario.quantity import RATIOS


def doubled(subject: Subject) -> Tested:
    """All prices and amounts doubled: every cost is doubled."""
    scenario = subject.scenario
    twice = {q.path: 2 * scenario.now(q) for q in subject.amounts}
    found = costs(subject.run.at(twice, outcomes=False)) if twice else subject.base
    of = [_is_of_money(subject, each) for each in scenario.categories]
    size = np.abs(subject.base).sum()
    off = by_category(scenario.categories, found, 2 * subject.base, size)
    return judged("doubled", INPUT, (each for each, yes in zip(off, of, strict=True) if yes))


def nothing(subject: Subject) -> Tested:
    """All prices and amounts at 0: nothing costs anything."""
    zero = {q.path: 0.0 for q in subject.amounts}
    scenario, base = subject.scenario, subject.base
    found = costs(subject.run.at(zero, outcomes=False)) if zero else base
    off = by_category(scenario.categories, found, np.zeros_like(base), np.abs(base).sum())
    of = [_is_of_money(subject, each) for each in scenario.categories]
    return judged("nothing", INPUT, (each for each, yes in zip(off, of, strict=True) if yes))


def each_doubled(subject: Subject) -> Tested:
    """Each price and amount doubled by itself: what it is part of grows by what it is worth.

    That is by as much as it falls where the number is 0, and no other category moves.
    """
    return judged("each_doubled", INPUT, _each(subject))


def _each(subject: Subject) -> Iterator[tuple[str, float]]:
    scenario, size = subject.scenario, float(np.abs(subject.base).sum())
    behind = _numbers_behind(scenario)
    values = {q.path: np.array([0.0, 1.0, 2.0]) * scenario.now(q) for q in subject.amounts}
    for path, found in each_alone(subject, values):
        if found is None:
            yield path, np.inf
            continue
        without, own, twice = (found[:, :, place] for place in range(3))
        off = discrepancy(twice - own, own - without, size).max()
        apart = [path not in numbers for numbers in behind]
        stray = discrepancy(twice[:, apart], own[:, apart], size).max(initial=0.0)
        yield path, float(max(off, stray))


def row_twice(subject: Subject) -> Tested:
    """Each category counted twice: it costs the same again, and no other changes."""
    return judged("row_twice", INPUT, _rows(subject))


def _rows(subject: Subject) -> Iterator[tuple[str, float]]:
    scenario, size = subject.scenario, float(np.abs(subject.base).sum())
    again = tuple(replace(each, path=f"again.{each.path}") for each in scenario.categories)
    both = replace(scenario, categories=(*scenario.categories, *again))
    if scenario.transfer is not None:  # as much of the second one is carried over
        own, stays = scenario.transfer.own, scenario.transfer.stays
        also = replace(
            scenario.transfer,
            own={**own, **{f"again.{path}": share for path, share in own.items()}},
            stays=(*stays, *(f"again.{path}" for path in stays)),
        )
        both = replace(both, transfer=also)
    settings = replace(subject.run.settings, draws=0)
    found = costs(simulate(both, settings, outcomes=False).point)
    count = len(again)
    yield from by_category(scenario.categories, found[:, :count], subject.base, size)
    yield from by_category(scenario.categories, found[:, count:], subject.base, size)


def no_effect(subject: Subject) -> Tested:
    """All arms given the numbers of the reference arm: only the programme still differs.

    Differences are set to 0, ratios to 1, levels to that of the reference arm. A programme, whose
    numbers stay, and what is a part of it (a tax on it) are left out.
    """
    scenario = subject.scenario
    values, missing = _of_reference(subject)
    if not values:
        return Tested("no_effect", INPUT, NONE, why="nothing_to_try")
    ledger = subject.run.at(values, outcomes=False)
    size = float(np.abs(subject.base).sum())
    own = {each.path for each in scenario.categories if KINDS[each.kind].is_programme}
    tried = [
        (place, each)
        for place, each in enumerate(scenario.categories)
        if each.path not in own and not own & {*each.of} and each.path not in missing
    ]
    off = []
    for place, each in tried:
        changes = [ledger.difference(arm)[place, 0] for arm in scenario.interventions]
        off.append((each.path, float(discrepancy(np.array(changes), 0.0, size).max())))
    return judged("no_effect", INPUT, off)


def _of_reference(subject: Subject) -> tuple[dict[str, float], set[str]]:
    """The values at which no arm differs from the reference arm, by path.

    Beside them the categories of which the reference arm has no such number.
    """
    scenario, values = subject.scenario, dict[str, float]()
    missing = set[str]()
    for category in scenario.categories:
        if KINDS[category.kind].is_programme:
            continue
        for arms in (category.arms, *(rule.arms for rule in category.rules)):
            if not _alike(subject, arms, values):
                missing.add(category.path)
    model = scenario.model
    if model is not None:
        for state in model.states.values():
            _alike(subject, state.start or {}, values)
        for move in model.moves:
            for stretch in move.stretches:
                _alike(subject, stretch.arms, values)
                _alike(subject, stretch.shape, values)
            for shares in move.targets.values():
                _alike(subject, shares or {}, values)
    return values, missing


def _alike(subject: Subject, arms: Mapping[str, Quantity], values: dict[str, float]) -> bool:
    """Adds the values at which arms do not differ; False if the reference has no such level."""
    scenario = subject.scenario
    base, whole = arms.get(scenario.reference), True
    for arm in scenario.interventions:
        own = arms.get(arm)
        if own is None or not own.is_known or (base is not None and own.path == base.path):
            continue
        if own.role == "difference":
            values[own.path] = 0.0
        elif own.role in RATIOS and (base is None or base.role not in RATIOS):
            values[own.path] = 1.0
        elif base is not None and base.is_known and base.unit == own.unit and not base.series:
            values[own.path] = scenario.now(base)
        else:
            whole = False
    return whole


def _is_of_money(subject: Subject, category: Category) -> bool:
    """True for a category that is an amount or a price of something, or a share of such ones."""
    if any(number.unit.money is not None for number in category.numbers):
        return True
    parts = [each for each in subject.scenario.categories if each.path in category.of]
    return bool(parts) and all(_is_of_money(subject, part) for part in parts)


def _numbers_behind(scenario: Scenario) -> list[set[str]]:
    """The paths of the numbers of each category, and of those that it is a share of."""
    by_path = {category.path: category for category in scenario.categories}

    def behind(category: Category) -> set[str]:
        own = {number.path for number in category.numbers}
        return own.union(*(behind(by_path[part]) for part in category.of if part in by_path))

    return [behind(category) for category in scenario.categories]


TESTS = (doubled, nothing, each_doubled, row_twice, no_effect)
