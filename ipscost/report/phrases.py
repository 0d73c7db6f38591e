"""Phrases that several reports share."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ipscost.analysis.interval import Interval
from ipscost.report.report import Cell
from ipscost.scenario.nouns import Correlation
from ipscost.words.text import Words, amount, rate, say, typed


def interval(of: Interval, level: float, end: Callable[[float], Words]) -> Words:
    """` (95% interval 29,783 to 114,594)`, each end worded by `end`; empty if there is no interval.

    It begins with a space, as it follows a number.
    """
    if of.low is None or of.high is None:
        return ""
    return say("headline_interval", level=rate(level), low=end(of.low), high=end(of.high))


def of_money(of: Interval, level: float) -> Words:
    """The interval of an amount of money, both ends with the digits that the larger needs."""
    size = max((abs(limit) for limit in (of.low, of.high) if limit is not None), default=0.0)
    return interval(of, level, lambda limit: amount(limit, size))


def headed(name: str, cells: Iterable[Cell], level: float) -> Words:
    """The heading of a column, which names the level of the intervals where cells have any."""
    has_intervals = any(isinstance(cell, Interval) and cell.low is not None for cell in cells)
    return say(f"{name}_interval", level=rate(level)) if has_intervals else say(name)


def rho_text(correlation: Correlation) -> Words:
    """The correlation of every pair if they are equal, else the lowest and the highest."""
    pairs = [row[other] for index, row in enumerate(correlation.matrix) for other in range(index)]
    low, high = typed(min(pairs)), typed(max(pairs))
    return low if low == high else say("together_from_to", low=low, high=high)
