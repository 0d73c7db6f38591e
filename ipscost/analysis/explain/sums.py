"""What a sum is made of: a group, the total, what falls on a payer, an account, or a kind."""

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
    """What one arm changes of a part, against the reference arm, per person and discounted.

    `share` is that of the whole; None where parts nearly cancel out or are not known.
    """

    arm: str
    difference: Interval | None
    share: float | None


@dataclass(frozen=True, slots=True)
class CostComponent:
    """A category of a sum, or the sum itself: its changes, one for each intervention."""

    path: str
    changes: tuple[CostDifference, ...]


@dataclass(frozen=True, slots=True)
class CostBreakdown:
    """The sum at a path: its categories, and itself as `whole`.

    `left_out` are the paths below it that the perspective does not count. Where it counts none,
    `is_counted` is False and the parts are the categories themselves. `of_total` is True where
    shares are of what the perspective saves in all, and not of this sum; `saves` says for each arm
    whether that is a saving.
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
    """A sum over categories with `weight`, (category,); `inside` marks what it is a sum of."""

    weight: Floats
    inside: Flags
    of_total: bool
    view: View


def sum_of(run: Run, path: str, level: float = LEVEL) -> CostBreakdown | None:
    """The sum at `path` with intervals at `level`, or None where there is none."""
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
    """What a payer pays less what it receives, or what a perspective counts."""
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
    """1 for the categories below a path or of a kind, (category,); None where there is no such."""
    scenario = view.run.scenario
    if path == "cost" or path in scenario.groups:
        return np.array([is_below(c.path, path) for c in scenario.categories], dtype=float)
    if path in map(path_of, pure_parts()):
        return view.run.point.of_part(path.partition(".")[2]).astype(float)
    return None


def _changes(
    counted: _Counted, weight: Floats, inside: Flags | None, level: float
) -> tuple[CostDifference, ...]:
    """What each arm changes of the categories with `weight`, and the share of that."""
    view, found = counted.view, []
    for arm in view.run.scenario.interventions:
        change = view.difference(arm, weight, inside)
        share = view.part_of_total(arm, change) if counted.of_total else None
        if not counted.of_total:
            whole = view.difference(arm, counted.weight, counted.inside)
            parts = np.abs(counted.weight * view.run.point.difference(arm)[:, 0]).sum()
            is_part = abs(whole.point) > MEANINGFUL * parts and not whole.partial
            share = change.point / whole.point if is_part else None
        found.append(CostDifference(arm, change.cell(level), share))
    return tuple(found)
