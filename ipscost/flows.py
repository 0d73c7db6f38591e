"""Costs by month over draws, directly from the people counted.

Many lines of amounts depend on few pairs of people counted and how they spread over time. The cost
per person of a pair is first summed over its lines, so that months are worked through once per pair
and not once per line. With n the people of a pair in a month, discounted, and v what its lines cost
per person, the incremental cost of an arm in that month is the sum over pairs of v n - v' n', where
the reference arm has v' and n'.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.rounding import less

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Shares = list[Floats | None]

Costs = tuple[int, Mapping[int, "Floats"]]
"""Of a line: the index of its category, and by index of an arm its cost, (draw,) or (1,)."""


@dataclass(frozen=True, eq=False)
class Flow:
    """Lines of costs for the same people.

    people: those counted in each month, discounted, (month, arm, draw); the axis of arms or draws
        has length 1 if all are the same.
    lines: the cost per person of each line.
    """

    people: Floats
    lines: list[Costs]


@dataclass(frozen=True, eq=False)
class Flows:
    """All flows of a ledger, with its numbers of `months` and `draws`."""

    months: int
    draws: int
    each: list[Flow]

    def differences(self, arm: int, base: int, weights: Floats) -> Floats:
        """Incremental cost of `arm` against `base`, discounted, (perspective, month, draw).

        weights: the share of each category that a perspective counts, (perspective, category). All
        sums are made in a fixed order, so that they do not depend on the number of draws.
        """
        total = np.zeros((len(weights), self.months, self.draws))
        shares = [own[:, None] if own.any() else None for own in weights.T]
        for flow in self.each:
            values = [self._values(flow, shares, len(weights), each) for each in (arm, base)]
            months = np.flatnonzero(flow.people.any(axis=(1, 2)))
            if not months.size:
                continue
            several = flow.people.shape[1] > 1
            people = [flow.people[months, each if several else 0] for each in (arm, base)]
            change = less(*people) if several else None
            for view in range(len(weights)):
                one, other = (value[view] for value in values)
                if not (one.any() or other.any()):
                    continue
                if change is None:
                    moved = less(one, other) * people[0]
                elif np.array_equal(one, other):
                    moved = one * change
                else:
                    moved = less(one * people[0], other * people[1])
                _add(total[view], months, moved)
        return total

    def _values(self, flow: Flow, shares: Shares, views: int, arm: int) -> Floats:
        """What the lines of a flow cost per person counted, (perspective, draw).

        shares: for each category, the share that each perspective counts, (perspective, 1); None
        if all are 0.
        """
        total = np.zeros((views, self.draws))
        for category, costs in flow.lines:
            share = shares[category]
            if arm in costs and share is not None:
                total += share * costs[arm]
        return total


def of_periods(amount: Floats, present: Floats) -> Flows:
    """The flows of a ledger's amounts, (arm, category, period, draw).

    present: how each period spreads over the months, discounted, (category, period, month). Periods
    that spread alike make one flow.
    """
    flows: dict[bytes, Flow] = {}
    for category, period in np.argwhere(present.any(axis=2)).tolist():
        course = present[category, period]
        flow = flows.setdefault(course.tobytes(), Flow(course[:, None, None], []))
        flow.lines.append((category, dict(enumerate(amount[:, category, period]))))
    return Flows(present.shape[2], amount.shape[3], list(flows.values()))


def _add(total: Floats, months: NDArray[np.intp], moved: Floats) -> None:
    """Adds to some months of `total`, (month, draw); without a copy if they are consecutive."""
    first, last = int(months[0]), int(months[-1]) + 1
    if last - first == months.size:
        total[first:last] += moved
    else:
        total[months] += moved
