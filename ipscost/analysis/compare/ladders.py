"""Ladders that differ between two scenarios, and the switch from one's steps to the other's.

A ladder is a tariff in steps over time. Each step is a category of its own, and another category
may be a rate of all of them. A change in the clock of a ladder can therefore add or drop
categories; it is one input all the same.
"""

from __future__ import annotations

from dataclasses import replace

from ipscost.analysis.compare.switching import Switch, apart, everywhere, form, put, replaced
from ipscost.scenario.nouns import Category, Scenario
from ipscost.scenario.paths import is_below
from ipscost.scenario.quantity import Quantity


def ladder_of(category: Category | None) -> str:
    """The path of the ladder that a category is a step of; empty if it is none."""
    if category is None or category.band is None or category.band.entry:
        return ""
    paths = (number.path.rpartition(".")[0] for number in category.band_numbers)
    return next((path for path in paths if path.startswith("ladder.")), "")


def other_steps(base: Scenario, other: Scenario) -> frozenset[tuple[str, str]]:
    """Pairs of a ladder whose steps differ and a category that is switched along with it.

    Those are the categories of its steps, in either scenario, and the categories that are a rate of
    one of them. Steps that differ only in their payers are not here: those are inputs of their own.
    """
    mine, theirs = ({c.path: c for c in s.categories} for s in (base, other))
    ladders: dict[str, list[tuple[Category | None, Category | None]]] = {}
    for path in dict.fromkeys((*mine, *theirs)):
        one, two = mine.get(path), theirs.get(path)
        ladder = ladder_of(one) or ladder_of(two)
        if ladder:
            ladders.setdefault(ladder, []).append((one, two))
    affected = set()
    for ladder, pairs in ladders.items():
        steps = {c.path for pair in pairs for c in pair if c is not None}
        groups = {path.rpartition(".")[0] for path in steps}
        if all(_same(one, two) for one, two in pairs) or not _in_both(groups, base, other):
            continue
        rates = {c.path for s in (base, other) for c in s.categories if steps.intersection(c.of)}
        affected |= {(ladder, path) for path in steps | rates}
    return frozenset(affected)


def _same(one: Category | None, two: Category | None) -> bool:
    """True if two categories are the same step; False if either does not exist."""
    return one is not None and two is not None and form(one.band) == form(two.band)


def _in_both(groups: set[str], base: Scenario, other: Scenario) -> bool:
    """True if both scenarios have steps of a ladder in each of the groups."""
    return all(
        any(c.path.rpartition(".")[0] == group and ladder_of(c) for c in scenario.categories)
        for group in groups
        for scenario in (base, other)
    )


def with_steps(ladder: str, other: Scenario) -> Switch:
    """A switch to the other's steps of a ladder, filled with the amounts that the base states."""

    def switch(scenario: Scenario) -> Scenario:
        numbers = {number.path: number for number in scenario.quantities}

        def own(number: Quantity) -> Quantity:
            is_clock = is_below(number.path, ladder)
            return number if is_clock else numbers.get(number.path, number)

        steps = [c for c in everywhere(other, own).categories if ladder_of(c) == ladder]
        kept = tuple(c for c in scenario.categories if ladder_of(c) != ladder)
        result = replace(scenario, categories=kept)
        for step in steps:
            result = put(apart(step, result))(result)
        known = {category.path: category for category in other.categories}
        for category in kept:
            if category.of and category.path in known:
                result = replaced(result, category.path, of=known[category.path].of)
        return result

    return switch
