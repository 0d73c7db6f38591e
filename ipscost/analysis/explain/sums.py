"""The breakdown of a sum: a group, the total, a payer's costs, a perspective, or a sum by kind.

Cost differences are against the reference arm, in money per person and discounted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.estimates import MEANINGFUL, View
from ipscost.analysis.interval import Interval
from ipscost.run import Run
from ipscost.scenario.kinds import path_of, pure_parts
from ipscost.scenario.paths import is_below
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class CostDifference:
    """The cost difference of one arm in a component of a sum.

    difference: None if nothing of it is known. share: of the whole; None if components nearly
        cancel out or are not known.
    """

    arm: str
    difference: Interval | None
    share: float | None


@dataclass(frozen=True, slots=True)
class CostComponent:
    """A category of a sum, or the sum itself, with its difference for each intervention."""

    path: str
    changes: tuple[CostDifference, ...]


@dataclass(frozen=True, slots=True)
class CostBreakdown:
    """The sum at a path, by category.

    parts: the categories in file order. whole: the sum itself.
    left_out: paths of categories of the sum that the perspective does not count.
    is_counted: False if it counts none of them; the parts are then the uncounted amounts.
    of_total: True if shares are of the perspective's total, False if they are of this sum.
    saves: for each intervention, True if the perspective's total is a saving or 0.
    """

    path: str
    parts: tuple[CostComponent, ...]
    whole: CostComponent
    left_out: tuple[str, ...]
    is_counted: bool
    of_total: bool
    saves: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class _Counted:
    """How a sum is counted: the `weight` of each category, and those `inside` it, (category,).

    of_total: as in `CostBreakdown`. view: the perspective that it is counted from.
    """

    weight: Floats
    inside: Flags
    of_total: bool
    view: View


def sum_of(run: Run, path: str, level: float = LEVEL) -> CostBreakdown | None:
    """The breakdown of the sum at `path` with intervals at `level`; None if there is no such sum.

    `path` is `cost` or a group, `payer.NAME`, `perspective.NAME`, or a sum by kind, `kind.NAME`.
    """
    view = View(run, run.scenario.perspective)
    counted, left_out = _account(view, path), tuple[str, ...]()
    is_counted = True
    if counted is None:
        flags = _flags(view, path)
        if flags is None:
            return None
        weight, is_inside = view.weight() * flags, flags != 0
        pairs = zip(run.scenario.categories, flags * (weight == 0), strict=True)
        left_out = tuple(category.path for category, is_out in pairs if is_out)
        is_counted = not left_out or bool(weight.any())
        counted = _Counted(weight if is_counted else flags, is_inside, is_counted, view)
    parts = []
    for index, category in enumerate(run.scenario.categories):
        if counted.weight[index] != 0:
            only = np.zeros(len(counted.weight))
            only[index] = counted.weight[index]
            parts.append(CostComponent(category.path, _changes(counted, only, None, level)))
    whole = CostComponent(path, _changes(counted, counted.weight, counted.inside, level))
    saves = tuple(view.total(arm).point <= 0 for arm in run.scenario.interventions)
    return CostBreakdown(path, tuple(parts), whole, left_out, is_counted, counted.of_total, saves)


def _account(view: View, path: str) -> _Counted | None:
    """The account of a payer (payments less receipts) or of a perspective; None for other paths."""
    ledger = view.run.point
    prefix, _, name = path.partition(".")
    if prefix == "payer" and name in view.run.scenario.payers:
        weight: Floats = ledger.payer_share[:, ledger.payers.index(name)]
    elif prefix == "perspective" and name in ledger.perspectives:
        weight = ledger.weight(name)
    else:
        return None
    return _Counted(weight, view.everything, of_total=False, view=view.seen_from(name))


def _flags(view: View, path: str) -> Floats | None:
    """1 for the categories of a group or a kind, (category,); None if there is no such sum."""
    scenario = view.run.scenario
    if path == "cost" or path in scenario.groups:
        return np.array([is_below(c.path, path) for c in scenario.categories], dtype=float)
    if path in map(path_of, pure_parts()):
        return view.run.point.of_part(path.partition(".")[2]).astype(float)
    return None


def _changes(
    counted: _Counted, weight: Floats, inside: Flags | None, level: float
) -> tuple[CostDifference, ...]:
    """The cost difference of each arm, summed with `weight`, and its share of the whole."""
    view, changes = counted.view, []
    for arm in view.run.scenario.interventions:
        change = view.difference(arm, weight, inside)
        share = view.part_of_total(arm, change) if counted.of_total else None
        if not counted.of_total:
            whole = view.difference(arm, counted.weight, counted.inside)
            parts = np.abs(counted.weight * view.run.point.difference(arm)[:, 0]).sum()
            is_part = abs(whole.point) > MEANINGFUL * parts and not whole.partial
            share = change.point / whole.point if is_part else None
        changes.append(CostDifference(arm, change.cell(level), share))
    return tuple(changes)
