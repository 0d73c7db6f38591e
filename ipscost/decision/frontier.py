"""Incremental analysis: which arms are dominated, and the ICERs of those on the frontier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.rounding import ROUNDING

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FRONTIER, EXTENDED, DOMINATED, SAME = "frontier", "extended", "dominated", "same"
STATUSES = (FRONTIER, EXTENDED, DOMINATED, SAME)
"""On the efficiency frontier, extendedly dominated, dominated, or equal to an arm before it."""


@dataclass(frozen=True, slots=True)
class IncrementalResult:
    """The result of the incremental analysis for one arm; arms are given by their indices.

    status: one of STATUSES.
    versus: the comparator. On the frontier and under extended dominance it is the next less
        effective arm of the frontier; otherwise the arm that dominates this one or equals it. None
        for the least costly arm.
    cost, effect: incremental cost and effect against `versus`; 0 without one.
    """

    arm: int
    status: str
    versus: int | None = None
    cost: float = 0.0
    effect: float = 0.0

    @property
    def icer(self) -> float | None:
        """Incremental cost over incremental effect, money per unit of effect, above 0.

        None for an arm off the frontier, and for the first one on it. Source: Drummond et al. 2015,
        Methods for the Economic Evaluation of Health Care Programmes, ch. 4.
        """
        if self.status != FRONTIER or self.versus is None:
            return None
        return self.cost / self.effect


def rounding(means: Floats) -> float:
    """The largest difference between `means`, (arm,), that counts as rounding."""
    return ROUNDING * float(np.abs(means).max())


def change(means: Floats, arm: int, versus: int) -> float:
    """The difference in `means`, (arm,), of one arm from another; 0 if it is rounding."""
    value = float(means[arm] - means[versus])
    return 0.0 if abs(value) <= rounding(means) else value


def incremental(cost: Floats, effect: Floats) -> tuple[IncrementalResult, ...]:
    """The standing of every arm, from the least to the most costly.

    cost, effect: expected values per person, (arm,); more of the effect is better.

    An arm is dominated if another costs no more, achieves no less and is better in one of the two.
    It is extendedly dominated if a mix of two others dominates it, that is if it lies above the
    lower convex hull of cost over effect (Cantor 1994, doi 10.1177/0272989X9401400308). Of arms
    that are equal in both, the first is kept and the others are the same as it. An arm on the line
    between its neighbours is kept. Differences within rounding count as none.
    """
    close_cost, close_effect = rounding(cost), rounding(effect)
    order = sorted(range(cost.size), key=lambda arm: (cost[arm], -effect[arm], arm))
    kept: list[int] = []
    standings: dict[int, IncrementalResult] = {}

    def against(arm: int, status: str, versus: int) -> IncrementalResult:
        return IncrementalResult(
            arm, status, versus, change(cost, arm, versus), change(effect, arm, versus)
        )

    for arm in order:
        rivals = [
            other
            for other in range(cost.size)
            if other != arm
            and cost[other] <= cost[arm] + close_cost
            and effect[other] >= effect[arm] - close_effect
        ]
        same = [
            other
            for other in rivals
            if cost[other] >= cost[arm] - close_cost and effect[other] <= effect[arm] + close_effect
        ]
        better = [other for other in rivals if other not in same]
        if better:
            standings[arm] = against(arm, DOMINATED, better[0])
        elif same and min(same) < arm:
            standings[arm] = against(arm, SAME, min(same))
        else:
            kept.append(arm)
    for arm, standing in standings.items():  # name a comparator that is not dominated itself
        if standing.status == DOMINATED:
            standings[arm] = against(arm, DOMINATED, _dominator(arm, kept, effect, close_effect))
    hull = _hull(kept, cost, effect)
    for arm in kept:
        below = [other for other in hull if effect[other] < effect[arm]]
        status = FRONTIER if arm in hull else EXTENDED
        standings[arm] = (
            against(arm, status, below[-1]) if below else IncrementalResult(arm, status)
        )
    return tuple(standings[arm] for arm in order)


def _dominator(arm: int, kept: Sequence[int], effect: Floats, close: float) -> int:
    """The cheapest of the undominated arms `kept` that is at least as effective as `arm`."""
    return next(other for other in kept if effect[other] >= effect[arm] - close)


def _hull(kept: Sequence[int], cost: Floats, effect: Floats) -> list[int]:
    """The lower convex hull of arms whose cost and effect both rise from one to the next."""
    hull: list[int] = []
    for arm in kept:
        while len(hull) > 1:
            first, middle = hull[-2:]
            before = (cost[middle] - cost[first]) * (effect[arm] - effect[middle])
            after = (cost[arm] - cost[middle]) * (effect[middle] - effect[first])
            if before <= after * (1 + ROUNDING):
                break
            hull.pop()
        hull.append(arm)
    return hull
