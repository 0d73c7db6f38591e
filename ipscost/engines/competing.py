"""Competing transitions: the probability of each of several moves out of a state in one cycle.

With hazards H_i in the cycle, P(leave) = 1 - exp(-sum of H), and each move takes its share of that
in proportion to its hazard. Probabilities p_i stated for the same time have a total P within that
time; 1 - (1 - P)^(cycle / time) leave in a cycle, and each move again takes its share in
proportion. So neither the time that a row is stated for nor the length of the cycle changes how
many have left by the end of that time.

Source: rates and probabilities, Fleurence and Hollenbeak 2007, doi
10.2165/00019053-200725010-00002; how moves share a row, docs/method.md, A row.
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


def competing_hazards(hazards: list[tuple[Move, Floats]]) -> list[tuple[Move, Floats]]:
    """The probability of each move in a cycle, (arm, draw), from its cumulative hazard in it.

    hazards: each move with its hazard over the cycle, (arm, draw), at least 0. The probability of
    move i is H_i / sum(H) x (1 - exp(-sum(H))).
    """
    if len(hazards) == 1:
        move, hazard = hazards[0]
        return [(move, -np.expm1(-hazard))]
    total = sum(hazard for _, hazard in hazards[1:]) + hazards[0][1]
    leaving = -np.expm1(-total)
    factor = np.divide(leaving, total, out=np.ones_like(total), where=total > 0)
    return [(move, hazard * factor) for move, hazard in hazards]


def competing_probabilities(
    stated: Stated, cycle: float, clip: Callable[[Flags], None]
) -> list[tuple[Move, Floats]]:
    """The probability of each move in a cycle, (arm, draw), from the stated probabilities.

    stated: each move with its probability, (arm, draw), and the time that it is stated for.
    cycle: its length in years.
    clip: called with the draws, (arm, draw), in which the probabilities of one time sum to more
        than 1; they are then scaled to 1.

    Probabilities stated for several times compete like hazards, with the hazard -ln(1 - P) for the
    total P of each time.
    """
    times = dict.fromkeys(level.years for _, level in stated)
    groups = {t: [(m, v.value) for m, v in stated if v.years == t] for t in times}
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
