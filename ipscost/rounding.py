"""What is left of a difference when floating-point numbers cancel out is 0, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

ROUNDING = 1e-12
"""A difference of at most this share of what was subtracted is rounding."""


def settled(value: Floats, size: Floats | float) -> Floats:
    """`value`, but 0 where it is rounding of a sum of numbers of this `size`."""
    found: Floats = np.where(np.abs(value) <= ROUNDING * size, 0.0, value)
    return found


def less(one: Floats, other: Floats) -> Floats:
    """`one` less the `other`, but 0 where they are the same within rounding.

    >>> less(np.array([0.3, 5.1]), np.array([0.1 + 0.2, 5.0])).round(9).tolist()
    [0.0, 0.1]
    """
    return settled(one - other, np.maximum(np.abs(one), np.abs(other)))
