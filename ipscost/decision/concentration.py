"""How unevenly persons share a sum: what the dearest of them carry.

Sums go over persons from the dearest on, so that the order in which they come changes no digit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def carried_by(amounts: Floats, shares: Sequence[float]) -> Floats:
    """What the dearest of persons carry of their sum, (..., share), 0 to 1.

    amounts: (..., person). shares: of persons, 0 to 1, each the dearest so many; of a person at the
    margin a part counts. This is 1 less the Lorenz curve at 1 less the share. NaN where the sum is
    not above 0, since nobody then carries a part of it.
    """
    persons = amounts.shape[-1]
    so_far = np.zeros((*amounts.shape[:-1], persons + 1))
    np.cumsum(np.sort(amounts, axis=-1)[..., ::-1], axis=-1, out=so_far[..., 1:])
    places = np.asarray(shares, dtype=float) * persons
    whole = np.minimum(places.astype(int), persons - 1)
    below, above = so_far[..., whole], so_far[..., whole + 1]
    total = so_far[..., -1:]
    found: Floats = np.full(below.shape, np.nan)
    np.divide(below + (places - whole) * (above - below), total, out=found, where=total > 0)
    return found
