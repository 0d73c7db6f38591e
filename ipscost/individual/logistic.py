"""Logistic regression, many at a time, and whether the data let it be made at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.individual.sums import crossed, factored, inverse, product, solved

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

STEPS = 30
CERTAIN = 15.0
"""A linear predictor beyond this says a chance of less than 1 in 3 million: the answer is known
from the covariates, as where groups are perfectly separated."""


@dataclass(frozen=True, eq=False)
class Logistic:
    """Chances of persons by their covariates.

    coefficients: (..., covariate). chance: (..., person). covariance: (..., covariate, covariate).
    separated: (...), whether covariates tell the answer of some persons for certain, so that no
        finite coefficients fit best.
    """

    coefficients: Floats
    chance: Floats
    covariance: Floats
    separated: Flags


def logistic(rows: Floats, answer: Floats, counts: Floats | None = None) -> Logistic:
    """The most likely coefficients, by iteratively reweighted least squares.

    rows: (..., covariate, person), 1 among them. answer: (..., person), 0 or 1.
    counts: (..., person), how often each counts.

    The weighted sums of each covariate are the same for answers and chances, to rounding.
    """
    lead = np.broadcast_shapes(
        rows.shape[:-2], answer.shape[:-1], () if counts is None else counts.shape[:-1]
    )
    beta = np.zeros((*lead, rows.shape[-2]))
    frequency = np.ones(answer.shape[-1]) if counts is None else counts
    moving = np.ones(lead, dtype=np.bool_)
    for _ in range(STEPS):
        chance = _chance(rows, beta)
        spread = crossed(rows, frequency * chance * (1 - chance))
        score = _sums(rows, frequency * (answer - chance))
        step = solved(factored(spread), score[..., None])[..., 0]
        beta = beta + np.where(moving[..., None], np.clip(step, -5, 5), 0.0)
        moving = moving & (np.abs(step) > 1e-9 * (1 + np.abs(beta))).any(axis=-1)
        if not moving.any():
            break
    chance = _chance(rows, beta)
    far = (np.abs(_told(rows, beta)) > CERTAIN) & (frequency > 0)
    covariance = inverse(crossed(rows, frequency * chance * (1 - chance)))
    return Logistic(beta, chance, covariance, moving | far.any(axis=-1))


def _told(rows: Floats, beta: Floats) -> Floats:
    """The linear predictor, (..., person)."""
    return product(beta[..., None, :], rows)[..., 0, :]


def _chance(rows: Floats, beta: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(_told(rows, beta), -40, 40))))


def _sums(rows: Floats, weights: Floats) -> Floats:
    """Sums over persons of each row by `weights`, (..., row)."""
    each = [(rows[..., place, :] * weights).sum(axis=-1) for place in range(rows.shape[-2])]
    return np.stack(each, axis=-1)
