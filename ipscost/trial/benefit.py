"""Net benefit of a person: what the effect is worth less the cost."""

from __future__ import annotations

import math


def spread(cost: float, effect: float, worth: float, correlation: float) -> float:
    """The standard deviation between people of net benefit, worth x effect - cost.

    cost, effect: their standard deviations between people; worth: money for one more of the effect;
    correlation: between a person's cost and effect. Its square is cost^2 + worth^2 effect^2 - 2
    worth correlation cost effect. With it in both groups, the size of a study of means is that of
    Glick 2008, Sample Size and Power for the Comparison of Cost and Effect, 13th International
    Meeting of ISPOR.
    """
    square = cost**2 + (worth * effect) ** 2 - 2 * worth * correlation * cost * effect
    return math.sqrt(max(square, 0.0))
