"""Differences of equal floating-point numbers: what rounding leaves of them is set to 0."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

ROUNDING = 1e-11
"""A difference of at most this share of what was subtracted is rounding. Chosen well above the
relative error of a double, 1e-16, and of sums over many categories and months, and well below any
real difference: a hundred-billionth of a cost."""

NEARLY = 1e-9
"""Two answers are the same if they differ by at most this share of their size: wider than ROUNDING,
since an answer is several steps away from the numbers that were subtracted."""

OERE = 0.005
"""Half an øre: amounts that are nearer to each other than this are the same to the øre."""


def settled(value: Floats, size: Floats | float, share: float = ROUNDING) -> Floats:
    """`value`, with 0 for elements of at most `share` times `size`, the size of what was summed.

    Any shape; `size` must broadcast to it.
    """
    cleaned: Floats = np.where(np.abs(value) <= share * size, 0.0, value)
    return cleaned


def less(one: Floats, other: Floats) -> Floats:
    """`one` minus `other`, with 0 where they are equal within ROUNDING. Any shapes that broadcast.

    >>> less(np.array([0.3, 5.1]), np.array([0.1 + 0.2, 5.0])).round(9).tolist()
    [0.0, 0.1]
    """
    return settled(one - other, np.maximum(np.abs(one), np.abs(other)))
