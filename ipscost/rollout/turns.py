"""How deep a cumulative net cost goes, and when it breaks even."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

ROUNDING = 1e-11
"""A cumulative net cost of at most this share of all that was paid and saved until then is 0."""
NEVER = -1
"""The month in which breaks even what never does."""


def turns(net: Floats) -> tuple[Floats, Places, Places]:
    """The deepest deficit, its month, and the month from which there is none, (draw,) each.

    net: the net cost of each month, (month, draw). The deficit at the end of a month is the sum of
    the net cost so far, 0 where that is a saving; its month is the first in which it is so deep,
    but for rounding, and 0 if there is none. The last is the first month from which the sum never
    is a cost again: NEVER if it still is in the last month, and 0 if it never is.
    """
    months, draws = net.shape
    total, size, deepest = np.zeros(draws), np.zeros(draws), np.zeros(draws)
    deepest_month, even = np.zeros(draws, dtype=np.intp), np.zeros(draws, dtype=np.intp)
    for month, each in enumerate(net):
        total += each
        size += np.abs(each)
        np.copyto(deepest_month, month, where=total > deepest + ROUNDING * size)
        np.maximum(deepest, total, out=deepest)
        np.copyto(even, month + 1, where=total > ROUNDING * size)
    even[even == months] = NEVER
    return deepest, deepest_month, even
