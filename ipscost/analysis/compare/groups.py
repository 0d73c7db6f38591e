"""The groups of people of two scenarios as one input, which is switched as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ipscost.analysis.compare.sides import Side
from ipscost.scenario.nouns import Scenario, Subgroup
from ipscost.scenario.subgroups import SECTION

Switch = Callable[[Scenario], Scenario]


def of_groups(base: Scenario, other: Scenario) -> Iterator[tuple[str, str, Side, Side, Switch]]:
    """The groups as an input: path, how it differs, both sides, and what switches it.

    Nothing where both have the same shares and numbers, or no groups.
    """
    one, two = ([_form(each) for each in s.subgroups] for s in (base, other))
    if one != two:
        groups = other.subgroups
        sides = _side(base), _side(other)
        yield SECTION, "value", *sides, lambda scenario: replace(scenario, subgroups=groups)


def _form(group: Subgroup) -> tuple[object, ...]:
    """What counts of a group: its share, and its own numbers with their uncertainty."""
    share = None if group.share is None else (group.share.value, group.share.dist)
    own = sorted((path, each.value, each.factor) for path, each in group.own.items())
    return share, tuple(own), tuple(each.dist for _, each in sorted(group.own.items()))


def _side(scenario: Scenario) -> Side:
    """The groups as a file states them, briefly; of one without any, the line of its arms."""
    parts = [
        f"{group.name} {'rest' if group.share is None else f'{group.share.value:g}'}"
        for group in scenario.subgroups
    ]
    numbers = tuple((n.path, n) for group in scenario.subgroups for n in group.numbers)
    place = scenario.places["arm"]
    if scenario.subgroups:
        place = scenario.subgroups[0].span
    return Side(", ".join(parts) or "-", place, numbers)
