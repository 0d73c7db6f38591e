"""The Gaussian copula: correlated numbers that keep their own distributions.

A number with distribution F and normal score z has the value F^-1(Phi(z)). The scores are jointly
normal with the stated correlations (Nelsen 2006, An Introduction to Copulas, 2nd ed., doi
10.1007/0-387-28678-0).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ipscost.scenario.distributions import Distribution, normal_shares

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Matrix = tuple[tuple[float, ...], ...]
TINY = 1e-9
"""A score with less than this variance of its own is taken to follow wholly from the others: far
more than the rounding of a sum of squared correlations, far less than any that is stated."""
NODES = {2: 96, 3: 40}
"""Points of the quadrature in each direction, by how many numbers are multiplied: 9,216 values for
two and 64,000 for three, so many that the product has more exact digits than are shown."""


@lru_cache(maxsize=64)
def factor(matrix: Matrix) -> Matrix:
    """The lower Cholesky factor L of a correlation matrix, (member, member): L L' = `matrix`.

    Correlated scores are L times independent ones. The rows of L have length 1, so that every score
    stays standard normal; the first is (1, 0, ...), so the first member keeps its own score. If a
    score follows wholly from those before it, as with a correlation of 1 or -1, the diagonal is 0.
    """
    size = len(matrix)
    rows = np.zeros((size, size))
    for j in range(size):
        own = matrix[j][j] - float(rows[j, :j] @ rows[j, :j])
        if own < TINY:
            continue
        rows[j, j] = math.sqrt(own)
        for i in range(j + 1, size):
            rows[i, j] = (matrix[i][j] - float(rows[i, :j] @ rows[j, :j])) / rows[j, j]
    rows /= np.sqrt((rows**2).sum(axis=1))[:, None]
    return tuple(tuple(float(value) for value in row) for row in rows)


@lru_cache(maxsize=512)
def expected_product(dists: tuple[Distribution, ...], matrix: Matrix) -> float:
    """The expected value of the product of two or three numbers whose scores are correlated.

    dists: the distributions; matrix: the correlations of the scores, (member, member). For two it
    is E[X Y] = E[X] E[Y] + Cov[X, Y], in the product of their units, by Gauss-Hermite quadrature
    over the independent scores (docs/method.md, Numbers that go together). Raises ValueError for
    any other count of numbers.
    """
    size = len(dists)
    if size not in NODES:
        raise ValueError(f"the product of {size} correlated numbers is not known")
    nodes, weights = np.polynomial.hermite_e.hermegauss(NODES[size])
    weights = weights / weights.sum()
    product, weight = np.ones((1,) * size), np.ones((1,) * size)
    for axis, (dist, row) in enumerate(zip(dists, factor(matrix), strict=True)):
        score = sum(
            (_along(nodes, other, size) * loading for other, loading in enumerate(row) if loading),
            start=np.zeros((1,) * size),
        )
        value = dist.ppf(normal_shares(score.ravel())).reshape(score.shape)
        product = product * value
        weight = weight * _along(weights, axis, size)
    return float((product * weight).sum())


def _along(values: Floats, axis: int, size: int) -> Floats:
    """`values` laid along one of `size` axes; the others have length 1."""
    shape: Sequence[int] = [values.size if each == axis else 1 for each in range(size)]
    return values.reshape(shape)
