"""Percentiles of draws, and which draws they are taken from."""

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
"""From how many draws on tails are sorted alone, and from how many of them it is guessed where."""


def tails(level: float) -> tuple[float, float]:
    """The shares of draws below the two ends of a central interval."""
    tail = (1 - level) / 2
    return tail, 1 - tail


def ends(draws: Floats, level: float = LEVEL) -> tuple[float, float]:
    """The two ends of the central interval of draws, (draw,), which need not be ordered."""
    places = [_place(draws.size, share) for share in tails(level)]
    found = ranked(draws, [rank for below, _ in places for rank in (below, below + 1)])
    (_, low), (_, high) = places
    return _between(found[0], found[1], low), _between(found[2], found[3], high)


def ranked(draws: Floats, ranks: Sequence[int]) -> list[float]:
    """The draws at these `ranks`, of which the lowest is 0: as in `np.sort`, to the last bit.

    Of many draws only the tails that hold the ranks are sorted. Where a tail ends is guessed from a
    few draws, and whether it holds its ranks is then counted; where it does not, all are sorted.
    """
    n = draws.size
    if n < MANY:
        ordered = np.sort(draws)
        return [float(ordered[rank]) for rank in ranks]
    few = np.sort(draws[:: n // FEW])
    found = dict[int, float]()
    lower = [rank for rank in ranks if rank < n // 2]
    upper = [rank for rank in ranks if rank >= n // 2]
    if lower:
        edge = few[min(_far(max(lower) + 1, n, few.size), few.size - 1)]
        tail = np.sort(draws[draws <= edge])
        tail = tail if tail.size > max(lower) else np.sort(draws)
        found |= {rank: float(tail[rank]) for rank in lower}
    if upper:
        edge = few[max(few.size - 1 - _far(n - min(upper), n, few.size), 0)]
        tail = np.sort(draws[draws >= edge])
        tail = tail if tail.size >= n - min(upper) else np.sort(draws)
        found |= {rank: float(tail[rank - n]) for rank in upper}
    return [found[rank] for rank in ranks]


def _far(count: int, n: int, few: int) -> int:
    """The rank among a `few` of n draws that `count` of these n lie below, but for bad luck: four
    binomial standard deviations above what is expected."""
    share = count / n
    return math.ceil(few * share + 4 * math.sqrt(few * share * (1 - share)))


def percentile(ordered: Floats, share: float) -> float:
    """The value below which `share` of the ordered draws lie, between two of them by proportion.

    Hyndman and Fan 1996, definition 7 (doi 10.1080/00031305.1996.10473566), as NumPy has it.
    """
    below, part = _place(ordered.size, share)
    return _between(float(ordered[below]), float(ordered[below + 1]), part)


def _place(n: int, share: float) -> tuple[int, float]:
    """The rank of the draw below a percentile of n draws, and how far it is to the next one."""
    place = (n - 1) * share
    below = min(int(place), n - 2)
    return below, place - below


def _between(low: float, high: float, part: float) -> float:
    return low + (high - low) * part if part < 0.5 else high - (high - low) * (1 - part)
