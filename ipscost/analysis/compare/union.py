"""The cost categories of all columns in one tree, and the sums of each column over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ipscost.analysis.compare.cases import ComparedArm
from ipscost.analysis.estimates import Estimate
from ipscost.scenario.nouns import Outcome, Scenario
from ipscost.scenario.paths import ancestors, is_within, walk


@dataclass(frozen=True, slots=True)
class Leaf:
    """A row of the tree: a category, or a group.

    scenario: the first that has it, whose label is used. depth: the number of groups around it.
    shown: False for a group with the same sum as its only member. marked: True for a category with
    a number that is an assumption.
    """

    path: str
    scenario: Scenario
    depth: int
    is_group: bool
    shown: bool
    marked: bool


@dataclass(frozen=True)
class CategorySum:
    """A sum of categories of one scenario.

    weight: the share of each that is counted, (category,). inside: those that the sum is of,
    (category,); None for a category on its own. payer: the payer whose costs they are; empty for
    the scenario's own perspective.
    """

    weight: np.ndarray
    inside: np.ndarray | None = None
    payer: str = ""


# --- sums of one column ----------------------------------------------------------------------


def saving(case: ComparedArm, part: CategorySum) -> Estimate:
    """The saving of a column in a sum of categories."""
    view = case.view.seen_from(part.payer) if part.payer else case.view
    return view.difference(case.arm, part.weight, part.inside).minus()


def summed(case: ComparedArm, part: CategorySum | None) -> Estimate | None:
    """The saving of a column in a sum of categories; None if it has no such sum."""
    return None if part is None else saving(case, part)


def below(case: ComparedArm, path: str) -> CategorySum | None:
    """The sum of the categories at or below `path`, as they are counted; None if none is."""
    inside = np.array([is_within(c.path, path) for c in case.scenario.categories])
    weight = case.view.weight() * inside
    return CategorySum(weight, inside) if weight.any() else None


def counted_below(case: ComparedArm, path: str) -> list[str]:
    """The paths of categories at or below `path` that are counted, in alphabetical order."""
    pairs = zip(case.scenario.categories, case.view.weight(), strict=True)
    return sorted(c.path for c, w in pairs if w > 0 and is_within(c.path, path))


def at(case: ComparedArm, path: str) -> CategorySum | None:
    """The category at `path`, as it is counted; None if it is not."""
    inside = np.array([category.path == path for category in case.scenario.categories])
    weight = case.view.weight() * inside
    return CategorySum(weight) if weight.any() else None


def of_kind(case: ComparedArm, part: str) -> CategorySum | None:
    """A sum by kind, as it is counted; None if it is 0 or cannot be separated from other kinds."""
    weight, inside = case.view.weight(), case.run.point.of_part(part)
    counted = weight * inside
    is_separate = part not in case.run.point.untold(weight)
    return CategorySum(counted, inside) if counted.any() and is_separate else None


def left_out(case: ComparedArm, path: str) -> CategorySum | None:
    """The part of the category at `path` that the perspective leaves out, or None."""
    inside = np.array([c.path == path for c in case.scenario.categories])
    weight = case.view.uncounted() * inside
    return CategorySum(weight) if weight.any() else None


def payer_part(case: ComparedArm, name: str, part: str) -> CategorySum | None:
    """A payer's share of each category: without transfers (`saving`), `transfers`, or `both`.

    None if the payer bears none of it in this column.
    """
    point = case.run.point
    if name not in point.payers:
        return None
    share = point.payer_share[:, point.payers.index(name)]
    moved = point.moved
    inside = {"saving": ~moved, "transfers": moved, "both": case.view.everything}[part]
    weight = share * inside
    return CategorySum(weight, inside, name) if weight.any() else None


def outcome_change(case: ComparedArm, path: str, unit: str) -> Estimate | None:
    """The difference in an outcome from the reference arm; None without an outcome in `unit`."""
    for index, outcome in enumerate(case.scenario.outcomes):
        if (outcome.path, str(outcome.unit)) == (path, unit):
            return case.view.outcome_difference(case.arm, index)
    return None


# --- rows of all columns ---------------------------------------------------------------------


def outcomes(cases: Sequence[ComparedArm]) -> tuple[tuple[Outcome, Scenario], ...]:
    """Every outcome, with the first scenario that has it; other units make other outcomes."""
    first: dict[tuple[str, str], tuple[Outcome, Scenario]] = {}
    for case in cases:
        for outcome in case.scenario.outcomes:
            first.setdefault((outcome.path, str(outcome.unit)), (outcome, case.scenario))
    return tuple(first.values())


def uncounted(cases: Sequence[ComparedArm]) -> dict[str, Scenario]:
    """The categories that a perspective leaves out, wholly or in part.

    By path, with the first scenario that does so.
    """
    first: dict[str, Scenario] = {}
    for case in cases:
        for category, weight in zip(case.scenario.categories, case.view.weight(), strict=True):
            if weight < 1:
                first.setdefault(category.path, case.scenario)
    return first


def union(cases: Sequence[ComparedArm]) -> Iterator[Leaf]:
    """Every category that some column counts, each group before its members, in file order.

    Categories that only later files have follow those of the first within their group.
    """
    rank: dict[str, int] = {}
    first: dict[str, Scenario] = {}
    counted: set[str] = set()
    marked: set[str] = set()
    for case in cases:
        for category, weight in zip(case.scenario.categories, case.view.weight(), strict=True):
            for path in _groups_to(category.path):
                rank.setdefault(path, len(rank))
                first.setdefault(path, case.scenario)
            if weight != 0:
                counted.add(category.path)
            if any(number.is_assumed for number in case.scenario.numbers_of(category)):
                marked.add(category.path)
    for node in walk(sorted(counted, key=lambda path: [rank[p] for p in _groups_to(path)])):
        path, is_marked = node.path, node.is_leaf and node.path in marked
        yield Leaf(path, first[path], node.depth, not node.is_leaf, node.shown, is_marked)


def _groups_to(path: str) -> tuple[str, ...]:
    """`cost.care` and `cost.care.ward` for `cost.care.ward`."""
    return (*ancestors(path)[1:], path)
