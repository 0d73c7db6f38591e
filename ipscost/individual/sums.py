"""Sums over persons and small linear systems, each in a fixed order and many at a time.

No function here calls a library of linear algebra: what comes out has the same digits with any
number of processors, and a system among many has the digits that it has alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

TOLERANCE = 1e-10
"""A column of which less than this share of its own sum of squares is left, once those before it
are accounted for, is a combination of those."""


def crossed(rows: Floats, weights: Floats | None = None) -> Floats:
    """Sums over persons of the product of each pair of rows, (..., row, row).

    rows: (..., row, person). weights: (..., person), how often each person counts.
    """
    size = rows.shape[-2]
    lead = (
        rows.shape[:-2]
        if weights is None
        else np.broadcast_shapes(rows.shape[:-2], weights.shape[:-1])
    )
    found = np.empty((*lead, size, size))
    for first in range(size):
        left = rows[..., first, :] if weights is None else rows[..., first, :] * weights
        for second in range(first, size):
            total = (left * rows[..., second, :]).sum(axis=-1)
            found[..., first, second] = found[..., second, first] = total
    return found


def product(left: Floats, right: Floats) -> Floats:
    """The product of small matrices, (..., a, c), of (..., a, b) and (..., b, c)."""
    total = left[..., :, :1] * right[..., :1, :]
    for place in range(1, left.shape[-1]):
        total = total + left[..., :, place : place + 1] * right[..., place : place + 1, :]
    return total


def factored(matrix: Floats) -> tuple[Floats, Flags]:
    """The lower Cholesky factor of symmetric matrices, (..., p, p), and what was kept, (..., p).

    A row that is a combination of those before it is left out: its unknown is 0 in `solved`, as
    where statistical programs drop a collinear column. The factor has a 1 in its place.
    """
    size = matrix.shape[-1]
    lower = np.zeros(matrix.shape)
    kept = np.ones(matrix.shape[:-1], dtype=np.bool_)
    for place in range(size):
        column = matrix[..., place:, place]
        if place:
            before = lower[..., place:, :place] * lower[..., place : place + 1, :place]
            column = column - before.sum(axis=-1)
        left, own = column[..., 0], matrix[..., place, place]
        kept[..., place] = left > TOLERANCE * own
        root = np.sqrt(np.where(kept[..., place], left, 1.0))
        below = np.where(kept[..., place, None], column / root[..., None], 0.0)
        lower[..., place, :place] *= kept[..., place, None]
        lower[..., place:, place] = below
        lower[..., place, place] = root
    return lower, kept


def forward(lower: Floats, kept: Flags, right: Floats) -> Floats:
    """The solution of `lower` times it = `right`, (..., p, k)."""
    shape = np.broadcast_shapes(lower.shape[:-2], right.shape[:-2])
    found = np.zeros((*shape, *right.shape[-2:]))
    for place in range(lower.shape[-1]):
        rest = right[..., place, :]
        if place:
            done = lower[..., place, :place, None] * found[..., :place, :]
            rest = rest - done.sum(axis=-2)
        own = rest / lower[..., place, place, None]
        found[..., place, :] = np.where(kept[..., place, None], own, 0.0)
    return found


def backward(lower: Floats, kept: Flags, right: Floats) -> Floats:
    """The solution of the transpose of `lower` times it = `right`, (..., p, k)."""
    shape = np.broadcast_shapes(lower.shape[:-2], right.shape[:-2])
    found = np.zeros((*shape, *right.shape[-2:]))
    for place in reversed(range(lower.shape[-1])):
        done = lower[..., place + 1 :, place, None] * found[..., place + 1 :, :]
        own = (right[..., place, :] - done.sum(axis=-2)) / lower[..., place, place, None]
        found[..., place, :] = np.where(kept[..., place, None], own, 0.0)
    return found


def solved(factor: tuple[Floats, Flags], right: Floats) -> Floats:
    """The solution of the factored system for `right`, (..., p, k); 0 for what was left out."""
    lower, kept = factor
    return backward(lower, kept, forward(lower, kept, right))


def inverse(matrix: Floats) -> Floats:
    """The inverse of small symmetric matrices, (..., p, p); 0 in the rows that were left out."""
    return solved(factored(matrix), np.eye(matrix.shape[-1]))
