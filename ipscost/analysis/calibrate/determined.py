"""What a Jacobian says of the numbers it is of: standard errors, correlations, what is left open.

The covariance of unknowns with the Jacobian J of residuals in standard errors is (J'J)^-1 (Seber
and Wild 1989, Nonlinear Regression, doi 10.1002/0471725315, chapter 2). Directions in which J is
nothing change no target: whatever lies along them fits as well (Alarid-Escudero and others 2018,
doi 10.1177/0272989X18792283).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

NULL = 1e-6
"""Below this part of its largest, a singular value of the scaled Jacobian is none."""
STILL = 1e-8
"""Standard errors by which targets move with an unknown that they do not depend on: rounding."""
NEGLIGIBLE = 1e-3
"""The part of a direction below which an unknown has none in it."""


def covariance(jacobian: Floats, free: Flags) -> tuple[Floats, Floats, Floats, Floats]:
    """Standard errors, correlations, singular values and null directions of a Jacobian.

    `jacobian` is (target, unknown); unknowns that are not `free` are taken as known. The columns
    are scaled to length 1 before they are told apart, so the scale of an unknown makes no
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
    """The same directions with as few unknowns in each as elimination leaves, (direction, unknown).

    The largest entry of each is 1 or -1, its first one above 0.
    """
    rows = directions.copy()
    rows /= np.abs(rows).max(axis=1, keepdims=True)
    for index in range(len(rows)):
        place = int(np.abs(rows[index]).argmax())
        rows[index] /= rows[index, place]
        for other in range(len(rows)):
            if other != index:
                rows[other] -= rows[other, place] * rows[index]
    rows /= np.abs(rows).max(axis=1, keepdims=True)
    rows[np.abs(rows) < NEGLIGIBLE] = 0.0
    first = (rows != 0).argmax(axis=1)
    signed: Floats = rows * np.sign(rows[np.arange(len(rows)), first])[:, None]
    return signed
