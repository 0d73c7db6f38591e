"""A number with its interval, as analyses give it and reports show it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """An expected value with its interval; `partial` where something unknown is left out.

    `draws`: of how many draws a probability is a share, so that it is not told too finely.
    """

    mean: float
    low: float | None = None
    high: float | None = None
    partial: bool = False
    draws: int = 0


def opposite(interval: Interval) -> Interval:
    """The interval of the number with the opposite sign: a saving from a difference in cost."""
    low = None if interval.high is None else 0.0 - interval.high
    high = None if interval.low is None else 0.0 - interval.low
    return Interval(0.0 - interval.mean, low, high, interval.partial)
