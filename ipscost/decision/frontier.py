"""Incremental analysis: which arms are dominated, and what the others cost for what they add."""

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


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an arm stands among the others; arms are named by their places.

    status: one of STATUSES.
    versus: the arm that it is held against: on the frontier and under extended dominance the next
        less effective arm of the frontier, else the one that dominates it or is the same. None
        for the least costly arm.
    cost, effect: its own less those of `versus`; 0 without one.
    """

    arm: int
    status: str
    versus: int | None = None
    cost: float = 0.0
    effect: float = 0.0

    @property
    def icer(self) -> float | None:
        """Incremental cost over incremental effect, above 0; None off the frontier and at its foot.

        Source: Drummond et al. 2015, Methods for the Economic Evaluation of Health Care
        Programmes, ch. 4.
        """
        if self.status != FRONTIER or self.versus is None:
            return None
        return self.cost / self.effect


def rounding(means: Floats) -> float:
    """The largest difference between `means`, (arm,), that counts as none."""
    return ROUNDING * float(np.abs(means).max())


def change(means: Floats, arm: int, versus: int) -> float:
    """What an arm has more than another of `means`, (arm,); 0 within rounding."""
    value = float(means[arm] - means[versus])
    return 0.0 if abs(value) <= rounding(means) else value


def incremental(cost: Floats, effect: Floats) -> tuple[Standing, ...]:
    """Every arm's standing, from the least to the most costly; `cost` and `effect` are (arm,).

    An arm is dominated where another costs no more, achieves no less and is better in one of the
    two; extendedly dominated where a mix of two others is, that is where it lies above the lower
    convex hull of cost over effect (Cantor 1994, doi 10.1177/0272989X9401400308). Of arms that
    are the same in both, the first stays and the others are the same as it. An arm on the line
    between its neighbours stays. Differences within rounding count as none.
    """
    close_cost, close_effect = rounding(cost), rounding(effect)
    order = sorted(range(cost.size), key=lambda arm: (cost[arm], -effect[arm], arm))
    kept: list[int] = []
    found: dict[int, Standing] = {}

    def against(arm: int, status: str, versus: int) -> Standing:
        return Standing(arm, status, versus, change(cost, arm, versus), change(effect, arm, versus))

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
            found[arm] = against(arm, DOMINATED, better[0])
        elif same and min(same) < arm:
            found[arm] = against(arm, SAME, min(same))
        else:
            kept.append(arm)
    for arm, standing in found.items():  # named is one that is not dominated itself
        if standing.status == DOMINATED:
            found[arm] = against(arm, DOMINATED, _dominator(arm, kept, effect, close_effect))
    hull = _hull(kept, cost, effect)
    for arm in kept:
        below = [other for other in hull if effect[other] < effect[arm]]
        status = FRONTIER if arm in hull else EXTENDED
        found[arm] = against(arm, status, below[-1]) if below else Standing(arm, status)
    return tuple(found[arm] for arm in order)


def _dominator(arm: int, kept: Sequence[int], effect: Floats, close: float) -> int:
    """The cheapest of the arms that are kept that is at least as effective as a dominated `arm`."""
    return next(other for other in kept if effect[other] >= effect[arm] - close)


def _hull(kept: Sequence[int], cost: Floats, effect: Floats) -> list[int]:
    """The lower convex hull of arms whose cost and effect both rise."""
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
