"""Standard errors, correlations and identifiability of fitted numbers, from their Jacobian.

With J the Jacobian of the residuals in standard errors, the covariance of the unknowns is (J'J)^-1
(Seber and Wild 1989, Nonlinear Regression, doi 10.1002/0471725315, chapter 2). Along a null
direction of J no target changes, so that all values on it fit equally well: the unknowns in it are
not identified (Alarid-Escudero and others 2018, doi 10.1177/0272989X18792283).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

NULL = 1e-6
"""A singular value of the scaled Jacobian counts as 0 below this part of the largest one. That
is well above the errors of a numerical derivative."""
STILL = 1e-8
"""Targets that move by fewer standard errors over the range of an unknown do not depend on it: that
is rounding."""
NEGLIGIBLE = 1e-3
"""An unknown is not part of a null direction if its entry is below this part of the largest."""


def covariance(jacobian: Floats, free: Flags) -> tuple[Floats, Floats, Floats, Floats]:
    """Standard errors, correlations, singular values and null directions of a Jacobian.

    jacobian: (target, unknown), the change of each residual per unit of each unknown. free:
    (unknown,); the others are held fixed, as if they were known.

    Returns standard errors, (unknown,), and correlations, (unknown, unknown), nan for unknowns that
    are fixed or not identified; singular values, descending; and null directions, (direction,
    unknown). The columns are scaled to length 1 first, so that the units of the unknowns make no
    difference (Belsley, Kuh and Welsch 1980, Regression Diagnostics, doi 10.1002/0471725153).
    """
    count = jacobian.shape[1]
    se, correlation = np.full(count, np.nan), np.full((count, count), np.nan)
    inside = np.flatnonzero(free)
    columns = jacobian[:, inside]
    length = np.sqrt((columns**2).sum(axis=0))
    moving = length > STILL
    still = inside[~moving]
    inside, columns, length = inside[moving], columns[:, moving], length[moving]
    null = np.zeros((len(still), count))
    null[np.arange(len(still)), still] = 1.0
    if not len(inside):
        return se, correlation, np.zeros(0), null
    _, singular, rows = np.linalg.svd(columns / length, full_matrices=True)
    singular = np.concatenate([singular, np.zeros(len(inside) - len(singular))])
    known = singular > NULL * singular[0]
    if not known.all():
        directions = np.zeros((int((~known).sum()), count))
        directions[:, inside] = rows[~known] / length
        null = np.vstack([null, _plain(directions)])
    scaled = np.einsum("k,ki,kj->ij", singular[known] ** -2.0, rows[known], rows[known])
    spread = np.sqrt(np.diag(scaled))
    sure = ~(np.abs(rows[~known]) > NEGLIGIBLE).any(axis=0)
    se[inside[sure]] = (spread / length)[sure]
    pairs = np.ix_(inside[sure], inside[sure])
    correlation[pairs] = (scaled / np.outer(spread, spread))[np.ix_(sure, sure)]
    return se, correlation, singular, null


def _plain(directions: Floats) -> Floats:
    """Directions that span the same space with fewer unknowns in each, (direction, unknown).

    By Gauss-Jordan elimination. The largest entry of each is 1 in size, and the first one that is
    not 0 is positive.
    """
    rows = directions.copy()
    rows /= np.abs(rows).max(axis=1, keepdims=True)
    for index in range(len(rows)):
        pivot = int(np.abs(rows[index]).argmax())
        rows[index] /= rows[index, pivot]
        for other in range(len(rows)):
            if other != index:
                rows[other] -= rows[other, pivot] * rows[index]
    rows /= np.abs(rows).max(axis=1, keepdims=True)
    rows[np.abs(rows) < NEGLIGIBLE] = 0.0
    first = (rows != 0).argmax(axis=1)
    signed: Floats = rows * np.sign(rows[np.arange(len(rows)), first])[:, None]
    return signed
