"""Moves that people can make in the same cycle: how much each takes of those who can make it.

Hazards compete, P(leave) = 1 - exp(-sum), and share it in proportion. Probabilities of one row in
one time go together as well: of a total P within that time, 1 - (1 - P)^(cycle / time) leave in a
cycle, each move with its part of it. So the time that a row is stated in and the length of the
cycle do not change who has left in the end.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from ipscost.engines.levels import BELOW_ONE, SMALLEST, Level, over
from ipscost.scenario.model import Move

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

Stated = list[tuple[Move, Level]]


def competing_hazards(found: list[tuple[Move, Floats]]) -> list[tuple[Move, Floats]]:
    """The probability of each move in a cycle from its hazard in it, (arm, draw)."""
    if len(found) == 1:
        move, hazard = found[0]
        return [(move, -np.expm1(-hazard))]
    total = sum(hazard for _, hazard in found[1:]) + found[0][1]
    leaving = -np.expm1(-total)
    factor = np.divide(leaving, total, out=np.ones_like(total), where=total > 0)
    return [(move, hazard * factor) for move, hazard in found]


def competing_probabilities(
    found: Stated, cycle: float, clip: Callable[[Flags], None]
) -> list[tuple[Move, Floats]]:
    """The probability of each move in a `cycle` (in years) from those stated, (arm, draw).

    Those of one time that sum to more than 1 are scaled to 1, and `clip` told in which draws. Those
    of several times compete like hazards, each time with -ln(1 - P).
    """
    times = dict.fromkeys(level.years for _, level in found)
    groups = {t: [(m, v.value) for m, v in found if v.years == t] for t in times}
    totals = {}
    for years, group in groups.items():
        total = sum((value for _, value in group[1:]), group[0][1])
        outside = total > 1 + SMALLEST
        if outside.any():
            clip(outside)
            groups[years] = [(move, value / np.maximum(total, 1)) for move, value in group]
        totals[years] = np.minimum(total, 1.0)
    if len(groups) > 1:
        hazards = {t: -np.log1p(-np.minimum(p, BELOW_ONE)) * cycle / t for t, p in totals.items()}
        leaving = competing_hazards([(groups[t][0][0], hazards[t]) for t in times])
        within = {t: share for t, (_, share) in zip(times, leaving, strict=True)}
    else:
        within = {t: over(p, cycle, t) for t, p in totals.items()}
    parts = []
    for years, group in groups.items():
        total, now = totals[years], within[years]
        if now is total:
            parts += group
        elif len(group) == 1:
            parts.append((group[0][0], now))
        else:
            factor = np.divide(now, total, out=np.ones_like(total + now), where=total > 0)
            parts += [(move, value * factor) for move, value in group]
    return parts
