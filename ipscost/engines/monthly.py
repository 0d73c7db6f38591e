"""Costs by month over draws, straight from what was counted.

Many lines of amounts hang on few pairs of what is counted and its course over time. The people of
a pair are told into months once; what a perspective pays for each of them is summed over the lines
first, so that months are worked through once a pair and not once a line. With n the people of a
pair in a month, discounted, and v what the lines cost for each, the difference of an arm from the
reference arm is the sum over pairs of v n less v' n'.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing.draws import Draws
from ipscost.engines.plan import Course, Key, Line
from ipscost.engines.walk import Counts
from ipscost.ledger import Ledger
from ipscost.rounding import less

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Pair:
    """Lines that hang on the same: `lines` with the place of the category of each.

    `months` is what their amounts are multiplied by, discounted, (month, arm, draw); an axis of
    arms or draws has length 1 where all are the same.
    """

    months: Floats
    lines: list[tuple[int, Line]]


def pairs(costs: Sequence[Sequence[Line]], counts: Counts) -> list[Pair]:
    """The pairs of the lines of each category; those with a key were counted by month."""
    found: dict[tuple[Key | None, int], Pair] = {}
    for index, lines in enumerate(costs):
        for line in lines:
            place = line.key, id(line.course)
            if place not in found:
                if line.key is None:
                    months = _stated(line.course)
                else:
                    months = counts.total(line.key, line.course, by_month=True)
                found[place] = Pair(months, [])
            found[place].lines.append((index, line))
    return list(found.values())


def _stated(course: Course) -> Floats:
    """What amounts that hang on no state are multiplied by in each month, (month, 1, draw)."""
    draws = 1 if course.weight is None else course.weight.shape[1]
    found = np.zeros((course.present.shape[1], draws))
    for period, factors in enumerate(course.present):
        weight = 1.0 if course.weight is None else course.weight[period]
        months = factors.nonzero()[0]
        found[months] += factors[months, None] * weight
    return found[:, None]


def differences(
    found: Sequence[Pair],
    ledger: Ledger,
    draws: Draws,
    arm: str,
    perspectives: Sequence[str],
    length: int,
) -> Floats:
    """Discounted cost of `arm` less that of the reference arm, (perspective, month, draw).

    `length` is how many months there are. As `Ledger.monthly_differences` has it; sums are made one
    number after another.
    """
    own, base = ledger.arm(arm), ledger.arm(ledger.reference)
    weights = np.array([ledger.weight(name) * ledger.told[own] for name in perspectives])
    total = np.zeros((len(perspectives), length, draws.n))
    for pair in found:
        values = [_values(pair, weights, draws, name) for name in (arm, ledger.reference)]
        months = np.flatnonzero(pair.months.any(axis=(1, 2)))
        if not months.size:
            continue
        several = pair.months.shape[1] > 1
        people = [pair.months[months, place if several else 0] for place in (own, base)]
        change = less(*people) if several else None
        for view in range(len(perspectives)):
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


def _add(total: Floats, months: NDArray[np.intp], moved: Floats) -> None:
    """Adds to some months of `total`, (month, draw), without a copy where they are neighbours."""
    first, last = int(months[0]), int(months[-1]) + 1
    if last - first == months.size:
        total[first:last] += moved
    else:
        total[months] += moved


def _values(pair: Pair, weights: Floats, draws: Draws, arm: str) -> Floats:
    """What the lines of a pair cost for each that is counted, (perspective, draw)."""
    total = np.zeros((len(weights), draws.n))
    for index, line in pair.lines:
        counted, terms = weights[:, index].nonzero()[0], line.terms.get(arm, ())
        if terms and counted.size:
            value = sum((term.value(draws) for term in terms[1:]), terms[0].value(draws))
            for view in counted:
                total[view] += weights[view, index] * value
    return total
