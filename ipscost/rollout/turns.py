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
    the net cost so far, 0 where that is a saving. The last is the first month from which the sum
    never is a cost again: NEVER if it still is in the last month, and 0 if it never is.
    """
    total = np.cumsum(net, axis=0)
    size = np.cumsum(np.abs(net), axis=0)
    is_cost = total > ROUNDING * size
    deepest_month = np.argmax(total, axis=0)
    deepest = np.maximum(np.take_along_axis(total, deepest_month[None], axis=0)[0], 0.0)
    months = len(net)
    last = months - 1 - np.argmax(is_cost[::-1], axis=0)  # the last month with a cost
    even = np.where(is_cost.any(axis=0), np.where(last == months - 1, NEVER, last + 1), 0)
    return deepest, deepest_month, even.astype(np.intp)
