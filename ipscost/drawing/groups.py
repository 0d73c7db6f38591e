"""The shares of groups of people in each draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing.draws import Draws
from ipscost.scenario.nouns import Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def shares(scenario: Scenario, draws: Draws) -> list[Floats]:
    """The share of each group in each draw, (draw,) or (1,) where it is the same in all.

    Those who are left when the others are counted are 1 minus the sum of these; where uncertain
    shares sum to more than 1 nobody is left, and they are scaled to 1.
    """
    groups = scenario.subgroups
    if any(group.weight is not None for group in groups):
        return [np.full(1, group.weight or 0.0) for group in groups]
    stated = [None if g.share is None else draws.product(g.share.path) for g in groups]
    total = sum((share for share in stated if share is not None), np.zeros(1))
    rest = np.maximum(1 - total, 0.0)
    if all(share is not None for share in stated):
        rest = np.zeros(1)
    scale = total + rest
    return [(rest if share is None else share) / scale for share in stated]
