"""A number with its interval: what analyses return and reports show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """An expected value with the ends of its interval, None if it is certain or has none.

    partial: True if it is a sum that leaves out something unknown.
    draws: for a probability, the number of draws it was counted over, which limits how many digits
        can be shown; otherwise 0.
    """

    mean: float
    low: float | None = None
    high: float | None = None
    partial: bool = False
    draws: int = 0


def reach_of(amounts: Iterable[Interval | None]) -> list[float]:
    """Every number of some amounts, which a scale has to reach: means and ends of intervals."""
    return [
        number
        for each in amounts
        if each is not None
        for number in (each.mean, each.low, each.high)
        if number is not None
    ]


def opposite(interval: Interval) -> Interval:
    """The interval with its sign reversed: turns a cost difference into a saving.

    0.0 - x rather than -x, so that nothing is shown as minus 0.
    """
    low = None if interval.high is None else 0.0 - interval.high
    high = None if interval.low is None else 0.0 - interval.low
    return Interval(0.0 - interval.mean, low, high, interval.partial)
