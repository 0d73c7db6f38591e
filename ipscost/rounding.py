"""What is left of a difference when floating-point numbers cancel out is 0, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

ROUNDING = 1e-11
"""A difference of at most this share of what was subtracted is rounding."""

NEARLY = 1e-9
"""The share of its size by which an answer may differ and be the same."""


def settled(value: Floats, size: Floats | float, share: float = ROUNDING) -> Floats:
    """`value`, but 0 where it is at most this `share` of a sum of numbers of this `size`."""
    found: Floats = np.where(np.abs(value) <= share * size, 0.0, value)
    return found


def less(one: Floats, other: Floats) -> Floats:
    """`one` less the `other`, but 0 where they are the same within rounding.

    >>> less(np.array([0.3, 5.1]), np.array([0.1 + 0.2, 5.0])).round(9).tolist()
    [0.0, 0.1]
    """
    return settled(one - other, np.maximum(np.abs(one), np.abs(other)))
