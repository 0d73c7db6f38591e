"""What columns of a comparison have between them: the union of their trees, and sums of each."""

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
    """A part of the union of the trees: a category, or a group of more than one.

    `scenario` is the first that has it, whose words name it. `shown` is False for a group that
    is the same as what stands below it. `marked` where a number of it is an assumption.
    """

    path: str
    scenario: Scenario
    depth: int
    is_group: bool
    shown: bool
    marked: bool


@dataclass(frozen=True)
class CategorySum:
    """A sum of categories: the `weight` of each, (category,), and which of them are `inside` it.

    `payer` is the payer from whose side it is seen, nothing for the scenario's own perspective.
    """

    weight: np.ndarray
    inside: np.ndarray | None = None
    payer: str = ""


# --- numbers of one column -------------------------------------------------------------------


def saving(case: ComparedArm, part: CategorySum) -> Estimate:
    """What a column saves in a part."""
    view = case.view.seen_from(part.payer) if part.payer else case.view
    return view.difference(case.arm, part.weight, part.inside).minus()


def summed(case: ComparedArm, part: CategorySum | None) -> Estimate | None:
    """The saving in a part, or None where the column has no such thing."""
    return None if part is None else saving(case, part)


def below(case: ComparedArm, path: str) -> CategorySum | None:
    """What is counted at `path` and below it, or None."""
    inside = np.array([is_within(c.path, path) for c in case.scenario.categories])
    weight = case.view.weight() * inside
    return CategorySum(weight, inside) if weight.any() else None


def counted_below(case: ComparedArm, path: str) -> list[str]:
    """The categories at `path` and below it that count, in alphabetical order."""
    pairs = zip(case.scenario.categories, case.view.weight(), strict=True)
    return sorted(c.path for c, w in pairs if w > 0 and is_within(c.path, path))


def at(case: ComparedArm, path: str) -> CategorySum | None:
    """The category at `path` alone, as far as it counts, or None."""
    inside = np.array([category.path == path for category in case.scenario.categories])
    weight = case.view.weight() * inside
    return CategorySum(weight) if weight.any() else None


def of_kind(case: ComparedArm, part: str) -> CategorySum | None:
    """What is counted of a sum by kind; None where it cannot be told by itself."""
    weight, inside = case.view.weight(), case.run.point.of_part(part)
    found = weight * inside
    is_told = part not in case.run.point.untold(weight)
    return CategorySum(found, inside) if found.any() and is_told else None


def left_out(case: ComparedArm, path: str) -> CategorySum | None:
    """The category at `path`, as far as the perspective leaves it out, or None."""
    inside = np.array([c.path == path for c in case.scenario.categories])
    weight = case.view.uncounted() * inside
    return CategorySum(weight) if weight.any() else None


def payer_part(case: ComparedArm, name: str, part: str) -> CategorySum | None:
    """What a payer bears of each category: of `saving` without transfers, `transfers`, or `both`.

    None where it bears nothing of that in this column.
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
    """The difference of an outcome from the reference arm, or None where there is none."""
    for index, outcome in enumerate(case.scenario.outcomes):
        if (outcome.path, str(outcome.unit)) == (path, unit):
            return case.view.outcome_difference(case.arm, index)
    return None


# --- what the scenarios have between them ----------------------------------------------------


def outcomes(cases: Sequence[ComparedArm]) -> tuple[tuple[Outcome, Scenario], ...]:
    """Each outcome of another path or unit with the first scenario that has it, in that order."""
    found: dict[tuple[str, str], tuple[Outcome, Scenario]] = {}
    for case in cases:
        for outcome in case.scenario.outcomes:
            found.setdefault((outcome.path, str(outcome.unit)), (outcome, case.scenario))
    return tuple(found.values())


def uncounted(cases: Sequence[ComparedArm]) -> dict[str, Scenario]:
    """The first scenario whose perspective leaves a category out, wholly or in part, by path."""
    found: dict[str, Scenario] = {}
    for case in cases:
        for category, weight in zip(case.scenario.categories, case.view.weight(), strict=True):
            if weight < 1:
                found.setdefault(category.path, case.scenario)
    return found


def union(cases: Sequence[ComparedArm]) -> Iterator[Leaf]:
    """Every category that counts somewhere, each group of several before what lies below it."""
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
            if any(number.assumption for number in category.numbers):
                marked.add(category.path)
    for node in walk(sorted(counted, key=lambda path: [rank[p] for p in _groups_to(path)])):
        path, is_marked = node.path, node.is_leaf and node.path in marked
        yield Leaf(path, first[path], node.depth, not node.is_leaf, node.shown, is_marked)


def _groups_to(path: str) -> tuple[str, ...]:
    """`cost.care` and `cost.care.ward` for `cost.care.ward`."""
    return (*ancestors(path)[1:], path)
