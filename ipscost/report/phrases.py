"""Phrases that several reports share."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ipscost.analysis.interval import Interval
from ipscost.report.report import Cell
from ipscost.scenario.nouns import Correlation
from ipscost.words.text import Words, amount, rate, say, typed


def interval(found: Interval, level: float, end: Callable[[float], Words]) -> Words:
    """` (95% interval 29,783 to 114,594)`, each end as `end` tells it; nothing where there is none.

    It stands behind its number, with a space before it.
    """
    if found.low is None or found.high is None:
        return ""
    return say("headline_interval", level=rate(level), low=end(found.low), high=end(found.high))


def of_money(found: Interval, level: float) -> Words:
    """The same of an amount of money, its ends with the digits of the larger."""
    size = max((abs(limit) for limit in (found.low, found.high) if limit is not None), default=0.0)
    return interval(found, level, lambda limit: amount(limit, size))


def headed(name: str, cells: Iterable[Cell], level: float) -> Words:
    """The heading of a column, which names the level of the intervals where cells have any."""
    has_intervals = any(isinstance(cell, Interval) and cell.low is not None for cell in cells)
    return say(f"{name}_interval", level=rate(level)) if has_intervals else say(name)


def rho_text(correlation: Correlation) -> Words:
    """The correlation of every pair, or the lowest and the highest."""
    pairs = [row[other] for place, row in enumerate(correlation.matrix) for other in range(place)]
    low, high = typed(min(pairs)), typed(max(pairs))
    return low if low == high else say("together_from_to", low=low, high=high)
