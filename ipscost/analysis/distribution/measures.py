"""What is counted of persons: quantiles of a saving, who gains or loses, what the dearest carry.

Every function takes persons on the last axis, of the base case or of many draws at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.persons import ROUNDING
from ipscost.decision.concentration import carried_by

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

QUANTILES = (0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95)
"""The shares of persons who save so much or less."""
DEAREST = (0.01, 0.05, 0.10, 0.20)
"""The dearest shares of persons of which is told what they carry."""
MAIN = 0.10
"""The one of them that an answer tells."""
GAIN, LOSS, SAME = "gain", "loss", "same"


def summed(costs: Floats, weight: Floats) -> Floats:
    """The cost of persons of an arm, (..., person), summed with `weight`, (category,).

    costs: (category, ..., person). Categories are added one after another, so that the digits do
    not depend on how many persons there are.
    """
    total = np.zeros(costs.shape[1:])
    for place in np.flatnonzero(weight).tolist():
        total += weight[place] * costs[place]
    return total


def saving(costs: Floats, base: int, arm: int, weight: Floats) -> Floats:
    """What persons save in an arm against the base, (..., person); exactly 0 up to rounding.

    costs: (arm, category, ..., person).
    """
    total, size = np.zeros(costs.shape[2:]), np.zeros(costs.shape[2:])
    for place in np.flatnonzero(weight).tolist():
        one, other = costs[base, place], costs[arm, place]
        total += weight[place] * (one - other)
        size += abs(weight[place]) * np.maximum(np.abs(one), np.abs(other))
    total[np.abs(total) <= ROUNDING * size] = 0.0
    return total


def of_saving(savings: Floats) -> dict[str, Floats]:
    """Of what persons save, (..., person), the quantiles and the shares by sign, (...)."""
    found = {
        f"{share:g}": each
        for share, each in zip(QUANTILES, np.quantile(savings, QUANTILES, axis=-1), strict=True)
    }
    return {
        **found,
        GAIN: np.mean(savings > 0, axis=-1),
        LOSS: np.mean(savings < 0, axis=-1),
        SAME: np.mean(savings == 0, axis=-1),
    }


def of_cost(costs: Floats) -> dict[str, Floats]:
    """Of what persons cost, (..., person), what the dearest carry, (...); NaN where nobody does."""
    parts = np.moveaxis(carried_by(costs, DEAREST), -1, 0)
    return {f"{share:g}": each for share, each in zip(DEAREST, parts, strict=True)}
