"""An effect of a pool as text: a ratio, or a difference in points."""

from __future__ import annotations

from ipscost.analysis.interval import Interval
from ipscost.synthesis.effects import DIFFERENCE
from ipscost.words.text import Words, number, say


def effect(measure: str, value: float) -> Words:
    """A ratio, or a difference in percentage points with its sign."""
    if measure == DIFFERENCE:
        return number(value, "points", sign=True)
    return number(value, "ratio")


def ends(measure: str, value: Interval) -> Words:
    """Both ends of an interval: `0.80 to 2.31`, `-5.8 to +18.5 points`."""
    low, high = (value.mean if end is None else end for end in (value.low, value.high))
    key = "pooled_ends_points" if measure == DIFFERENCE else "pooled_ends"
    return say(key, low=effect(measure, low), high=effect(measure, high))
