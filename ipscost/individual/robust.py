"""Covariances that hold where persons are alike within clusters, or not as spread in each group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipscost.individual.sums import crossed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

FEW = 50
"""Fewer clusters than this may be few, and cluster-robust standard errors then too small: few may
be anything from less than 20 to less than 50 (Cameron and Miller 2015, doi as below)."""


def clustered(
    linear: Floats,
    covariates: Floats,
    residuals: Floats,
    clusters: Ints,
    coefficients: Floats,
    weights: Floats | None = None,
) -> Floats:
    """The cluster-robust covariance (CR1), (..., number, number), of numbers linear in endpoints.

    linear: (..., number, covariate, endpoint), what each number makes of each endpoint; those
        of an endpoint stand together, as many for each. covariates: (..., covariate, person).
    residuals: (..., endpoint, person). clusters: (person,); every person a cluster gives the
        covariance that allows persons to be as unlike in spread as they are (HC1).
    coefficients: (..., endpoint), how many each equation has. weights: (..., person).

    The sum over clusters of the outer product of their scores, times G/(G - 1) (n - 1)/(n - k):
    Cameron and Miller 2015, doi 10.3368/jhr.50.2.317; for numbers of two
    equations the root of both factors. Raises ValueError with fewer than two clusters.
    """
    names, places = np.unique(clusters, return_inverse=True)
    count, persons = names.size, clusters.size
    if count < 2:
        raise ValueError("one cluster says nothing of how clusters differ")
    alone = count == persons
    order = np.argsort(places, kind="stable")
    starts = np.searchsorted(places[order], np.arange(count))
    total = np.zeros((*linear.shape[:-2], count))
    for first in range(linear.shape[-2]):
        left = covariates[..., first, :] if weights is None else covariates[..., first, :] * weights
        for second in range(linear.shape[-1]):
            scores = (left * residuals[..., second, :])[..., order]
            if not alone:
                scores = np.add.reduceat(scores, starts, axis=-1)
            total = total + linear[..., first, second, None] * scores[..., None, :]
    each = linear.shape[-3] // linear.shape[-1]
    left = persons - np.repeat(coefficients, each, axis=-1)
    factor = np.sqrt(count / (count - 1) * (persons - 1) / left)
    return np.asarray(crossed(total) * (factor[..., :, None] * factor[..., None, :]))
