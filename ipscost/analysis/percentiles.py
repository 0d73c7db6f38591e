"""Percentiles of draws; of many draws, only the tails are sorted."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MANY, FEW = 50_000, 4_096
"""From MANY draws on only the tails are sorted; a sample of about FEW draws says where they end.
Of the usual 10,000 draws, sorting all takes no longer than finding the tails."""


def tails(level: float) -> tuple[float, float]:
    """The shares of draws below the two ends of a central interval: 0.025 and 0.975 for 0.95."""
    tail = (1 - level) / 2
    return tail, 1 - tail


def ends(draws: Floats, level: float = LEVEL) -> tuple[float, float]:
    """The ends of the central interval of unordered draws, (draw,): percentiles, see there."""
    positions = [_position(draws.size, share) for share in tails(level)]
    around = ranked(draws, [rank for below, _ in positions for rank in (below, below + 1)])
    (_, low), (_, high) = positions
    return _between(around[0], around[1], low), _between(around[2], around[3], high)


def ranked(draws: Floats, ranks: Sequence[int]) -> list[float]:
    """The draws at these ranks, 0 for the lowest: the same values that a full sort gives.

    Of MANY draws only the tails that hold the ranks are sorted. A sample of the draws suggests
    where a tail ends; if the tail turns out not to hold its ranks, all draws are sorted.
    """
    n = draws.size
    if n < MANY:
        ordered = np.sort(draws)
        return [float(ordered[rank]) for rank in ranks]
    few = np.sort(draws[:: n // FEW])
    at_rank = dict[int, float]()
    lower = [rank for rank in ranks if rank < n // 2]
    upper = [rank for rank in ranks if rank >= n // 2]
    if lower:
        edge = few[min(_far(max(lower) + 1, n, few.size), few.size - 1)]
        tail = np.sort(draws[draws <= edge])
        tail = tail if tail.size > max(lower) else np.sort(draws)
        at_rank |= {rank: float(tail[rank]) for rank in lower}
    if upper:
        edge = few[max(few.size - 1 - _far(n - min(upper), n, few.size), 0)]
        tail = np.sort(draws[draws >= edge])
        tail = tail if tail.size >= n - min(upper) else np.sort(draws)
        at_rank |= {rank: float(tail[rank - n]) for rank in upper}
    return [at_rank[rank] for rank in ranks]


def _far(count: int, n: int, few: int) -> int:
    """The rank in a sample of `few` of n draws below which `count` of the n almost surely lie: four
    binomial standard deviations above the expected rank."""
    share = count / n
    return math.ceil(few * share + 4 * math.sqrt(few * share * (1 - share)))


def percentile(ordered: Floats, share: float) -> float:
    """The percentile of ordered draws, (draw,), with `share` of them below it.

    Linear interpolation between neighbouring draws: Hyndman and Fan 1996, definition 7 (doi
    10.1080/00031305.1996.10473566), the default of NumPy.
    """
    below, part = _position(ordered.size, share)
    return _between(float(ordered[below]), float(ordered[below + 1]), part)


def _position(n: int, share: float) -> tuple[int, float]:
    """The rank of the draw below a percentile of n draws, and the part of the way to the next."""
    position = (n - 1) * share
    below = min(int(position), n - 2)
    return below, position - below


def _between(low: float, high: float, part: float) -> float:
    """`part` of the way from low to high, computed from the nearer end, as NumPy does."""
    return low + (high - low) * part if part < 0.5 else high - (high - low) * (1 - part)
