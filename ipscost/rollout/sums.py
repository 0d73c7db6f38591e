"""Sums over months and years, each in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def in_order(values: Floats) -> Floats:
    """The sum over months, (draw,): one month after another."""
    total: Floats = values[0].copy()
    for month in values[1:]:
        total += month
    return total


def running(values: Floats) -> Floats:
    """The sum so far at the end of each month, (month, draw).

    Row by row: much faster than `numpy.cumsum`, which goes down each column by itself.
    """
    total: Floats = values.copy()
    for month in range(1, len(total)):
        total[month] += total[month - 1]
    return total


def by_year(values: Floats) -> Floats:
    """The sums of the 12 months of each year, (..., year, draw), of (..., month, draw)."""
    total: Floats = values[..., 0::12, :].copy()
    for month in range(1, 12):
        total += values[..., month::12, :]
    return total
