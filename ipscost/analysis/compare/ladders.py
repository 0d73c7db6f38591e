"""Ladders that differ between two scenarios, and the switch that puts in another one's steps.

A step of a ladder is a category of its own, and a rate may be one of all the steps there are: so
another number of weeks at the start may add or drop categories. It is one input all the same.
"""

from __future__ import annotations

from dataclasses import replace

from ipscost.analysis.compare.switching import Switch, apart, everywhere, form, put, replaced
from ipscost.scenario.nouns import Category, Scenario
from ipscost.scenario.paths import is_below
from ipscost.scenario.quantity import Quantity


def ladder_of(category: Category | None) -> str:
    """The path of the ladder that a category is a step of, or nothing."""
    if category is None or category.band is None or category.band.entry:
        return ""
    paths = (number.path.rpartition(".")[0] for number in category.band_numbers)
    return next((path for path in paths if path.startswith("ladder.")), "")


def other_steps(base: Scenario, other: Scenario) -> frozenset[tuple[str, str]]:
    """The ladders whose steps differ, each with the path of what goes with it.

    That is every category of its steps, and every category that is a rate of one of them. Payers
    that differ alone are told of their own category.
    """
    mine, theirs = ({c.path: c for c in s.categories} for s in (base, other))
    ladders: dict[str, list[tuple[Category | None, Category | None]]] = {}
    for path in dict.fromkeys((*mine, *theirs)):
        one, two = mine.get(path), theirs.get(path)
        ladder = ladder_of(one) or ladder_of(two)
        if ladder:
            ladders.setdefault(ladder, []).append((one, two))
    found = set()
    for ladder, pairs in ladders.items():
        steps = {c.path for pair in pairs for c in pair if c is not None}
        groups = {path.rpartition(".")[0] for path in steps}
        if all(_same(one, two) for one, two in pairs) or not _in_both(groups, base, other):
            continue
        rates = {c.path for s in (base, other) for c in s.categories if steps.intersection(c.of)}
        found |= {(ladder, path) for path in steps | rates}
    return frozenset(found)


def _same(one: Category | None, two: Category | None) -> bool:
    """True where both are the same step."""
    return one is not None and two is not None and form(one.band) == form(two.band)


def _in_both(groups: set[str], base: Scenario, other: Scenario) -> bool:
    """True where both scenarios have steps in each of the groups."""
    return all(
        any(c.path.rpartition(".")[0] == group and ladder_of(c) for c in scenario.categories)
        for group in groups
        for scenario in (base, other)
    )


def with_steps(ladder: str, other: Scenario) -> Switch:
    """A switch that puts in the steps of the other's ladder, with what the base states in them."""

    def switch(scenario: Scenario) -> Scenario:
        numbers = {number.path: number for number in scenario.quantities}

        def own(number: Quantity) -> Quantity:
            is_clock = is_below(number.path, ladder)
            return number if is_clock else numbers.get(number.path, number)

        steps = [c for c in everywhere(other, own).categories if ladder_of(c) == ladder]
        kept = tuple(c for c in scenario.categories if ladder_of(c) != ladder)
        found = replace(scenario, categories=kept)
        for step in steps:
            found = put(apart(step, found))(found)
        known = {category.path: category for category in other.categories}
        for category in kept:
            if category.of and category.path in known:
                found = replaced(found, category.path, of=known[category.path].of)
        return found

    return switch
