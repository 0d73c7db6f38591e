"""Costs by month over draws, straight from what was counted.

Many lines of amounts hang on few pairs of what is counted and its course over time. The people of
a pair are told into months once; what a perspective pays for each of them is summed over the lines
first, so that months are worked through once a pair and not once a line. With n the people of a
pair in a month, discounted, and v what the lines cost for each, the difference of an arm from the
reference arm is the sum over pairs of v n less v' n'.
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
"""Of a line: the place of its category, and by the place of an arm its cost, (draw,) or (1,)."""


@dataclass(frozen=True, eq=False)
class Flow:
    """Lines of costs that hang on the same people.

    `people` are those counted in each month, discounted, (month, arm, draw); an axis of arms or
    draws has length 1 where all are the same. `lines` are what each of them costs.
    """

    people: Floats
    lines: list[Costs]


@dataclass(frozen=True, eq=False)
class Flows:
    """All flows of a ledger, over so many `months` and `draws`."""

    months: int
    draws: int
    each: list[Flow]

    def differences(self, arm: int, base: int, weights: Floats) -> Floats:
        """Discounted cost of `arm` less that of `base`, (perspective, month, draw).

        `weights` is (perspective, category). Every sum is made one number after another, so that it
        does not depend on how many draws there are.
        """
        total = np.zeros((len(weights), self.months, self.draws))
        shares = [own[:, None] if own.any() else None for own in weights.T]
        for flow in self.each:
            values = [self._values(flow, shares, len(weights), place) for place in (arm, base)]
            months = np.flatnonzero(flow.people.any(axis=(1, 2)))
            if not months.size:
                continue
            several = flow.people.shape[1] > 1
            people = [flow.people[months, place if several else 0] for place in (arm, base)]
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
        """What the lines of a flow cost for each that is counted, (perspective, draw).

        `shares` are how much of each category they count, (perspective, 1), or None.
        """
        total = np.zeros((views, self.draws))
        for category, costs in flow.lines:
            share = shares[category]
            if arm in costs and share is not None:
                total += share * costs[arm]
        return total


def of_periods(amount: Floats, present: Floats) -> Flows:
    """The flows of amounts by period, (arm, category, period, draw).

    `present` is how each period falls into months, discounted, (category, period, month); periods
    that fall alike are one flow.
    """
    found: dict[bytes, Flow] = {}
    for category, period in np.argwhere(present.any(axis=2)).tolist():
        course = present[category, period]
        flow = found.setdefault(course.tobytes(), Flow(course[:, None, None], []))
        flow.lines.append((category, dict(enumerate(amount[:, category, period]))))
    return Flows(present.shape[2], amount.shape[3], list(found.values()))


def _add(total: Floats, months: NDArray[np.intp], moved: Floats) -> None:
    """Adds to some months of `total`, (month, draw), without a copy where they are neighbours."""
    first, last = int(months[0]), int(months[-1]) + 1
    if last - first == months.size:
        total[first:last] += moved
    else:
        total[months] += moved
