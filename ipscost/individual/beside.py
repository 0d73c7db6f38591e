"""What another method would say: complete cases, arms as they are, gamma and two-part regressions.

They stand beside the main result, not in its place: a difference in means is asked for, and what
each of them takes for granted is different.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost.individual.logistic import logistic
from ipscost.individual.regression import equations
from ipscost.individual.sums import crossed, inverse, product

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ipscost.individual.data import Endpoint, IndividualData

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

STEPS = 50
MOST_LOG = 300.0
"""Beyond this logarithm of a mean a regression runs away."""


@dataclass(frozen=True, eq=False)
class OtherMethod:
    """Differences in means of one endpoint, other arms less the reference.

    effect: (..., arm). covariance: (..., arm, arm). freedom: (arm,), of Student's t.
    found: (...), whether the method came to an answer; where not, its numbers say nothing.
    """

    effect: Floats
    covariance: Floats
    freedom: Floats
    found: Flags


def unadjusted(values: Floats, data: IndividualData, endpoint: Endpoint) -> OtherMethod:
    """Arms as they are, by Welch's t: of each person what was measured, with no regression.

    values: (..., person, column). A person of whom the endpoint is missing is left out; `found` is
    False where that leaves an arm fewer than two. The degrees of freedom are those of Welch 1947
    (doi 10.1093/biomet/34.1-2.28), of the first set of values.
    """
    own = endpoint.of(values)
    seen = ~np.isnan(own)
    arms = _in_order(data)
    each = [_moments(own[..., data.arm == arm], seen[..., data.arm == arm]) for arm in arms]
    mean, error, count = (np.stack(part, axis=-1) for part in zip(*each, strict=True))
    effect = mean[..., 1:] - mean[..., :1]
    covariance = error[..., :1, None] + error[..., 1:, None] * np.eye(len(arms) - 1)
    first = tuple(0 for _ in own.shape[:-1])
    freedom = _welch(error[first], count[first])
    return OtherMethod(effect, covariance, freedom, np.asarray((count > 1).all(axis=-1)))


def _in_order(data: IndividualData) -> list[int]:
    """The places of arms, the reference first."""
    others = [place for place in range(len(data.arms)) if place != data.reference]
    return [data.reference, *others]


def _moments(own: Floats, seen: Flags) -> tuple[Floats, Floats, Floats]:
    """Mean, squared standard error of the mean, and number of persons, (...) each."""
    count = seen.sum(axis=-1).astype(np.float64)
    some = np.maximum(count, 1)
    mean = np.where(seen, own, 0.0).sum(axis=-1) / some
    off = np.where(seen, own - mean[..., None], 0.0)
    return mean, (off * off).sum(axis=-1) / (np.maximum(count - 1, 1) * some), count


def _welch(error: Floats, count: Floats) -> Floats:
    """Welch's degrees of freedom of each arm against the reference, (arm,)."""
    whole = error[:1] + error[1:]
    part = error**2 / np.maximum(count - 1, 1)
    below = part[:1] + part[1:]
    found = np.divide(whole**2, below, out=np.full(whole.shape, np.inf), where=below > 0)
    return np.asarray(found)


def gamma(values: Floats, data: IndividualData, endpoint: Endpoint) -> OtherMethod:
    """A generalised linear model, gamma with a logarithmic link: effects multiply.

    The difference in means is what the model says of all persons in an arm less what it says of all
    in the reference (recycled predictions), its standard error by the delta method; the dispersion
    is Pearson's. Held for costs by Barber and Thompson 2004, doi 10.1258/1355819042250249.

    values: (..., person, column), without holes. Raises ValueError for a negative cost.
    """
    own = _costs(values, endpoint)
    rows = _covariates(values, data, endpoint)
    fit = _gamma(rows, own, np.ones(own.shape))
    means, slopes = [], []
    for each in _recycled(rows, data):
        told = np.exp(product(fit.beta[..., None, :], each)[..., 0, :])
        means.append(told.mean(axis=-1))
        slopes.append((each * told[..., None, :]).mean(axis=-1))
    return _difference(means, slopes, fit.covariance, fit)


def two_part(values: Floats, data: IndividualData, endpoint: Endpoint) -> OtherMethod:
    """Whether there is any cost, by logistic regression, and how much where there is, as `gamma`.

    The mean is the product of both, recycled as there; the two parts are independent. Where every
    cost is above 0 this is `gamma`. `found` is False where covariates tell for certain whether
    there is a cost. Raises ValueError for a negative cost.
    """
    own = _costs(values, endpoint)
    if (own > 0).all():
        return gamma(values, data, endpoint)
    rows = _covariates(values, data, endpoint)
    some = (own > 0).astype(np.float64)
    first, second = logistic(rows, some), _gamma(rows, own, some)
    size = rows.shape[-2]
    means, slopes = [], []
    for each in _recycled(rows, data):
        chance = 1 / (1 + np.exp(-product(first.coefficients[..., None, :], each)[..., 0, :]))
        amount = np.exp(product(second.beta[..., None, :], each)[..., 0, :])
        both = chance * amount
        means.append(both.mean(axis=-1))
        parts = [
            (each * weight[..., None, :]).mean(axis=-1) for weight in (both * (1 - chance), both)
        ]
        slopes.append(np.concatenate(parts, axis=-1))
    covariance = np.zeros((*own.shape[:-1], 2 * size, 2 * size))
    covariance[..., :size, :size] = first.covariance
    covariance[..., size:, size:] = second.covariance
    found = replace(second, found=second.found & ~first.separated)
    return _difference(means, slopes, covariance, found)


@dataclass(frozen=True, eq=False)
class _Gamma:
    """Coefficients, (..., covariate), their covariance, degrees of freedom, whether it settled."""

    beta: Floats
    covariance: Floats
    freedom: float
    found: Flags


def _costs(values: Floats, endpoint: Endpoint) -> Floats:
    own = endpoint.of(values)
    if (own < 0).any():
        raise ValueError("a gamma regression knows no negative costs")
    return own


def _covariates(values: Floats, data: IndividualData, endpoint: Endpoint) -> Floats:
    system = equations(data, [endpoint])
    return system.rows(values)[..., : system.covariates, :]


def _recycled(rows: Floats, data: IndividualData) -> list[Floats]:
    """The covariates as if all persons were in the reference, and then in each other arm."""
    found = []
    for arm in range(len(data.arms)):
        as_if = rows.copy()
        as_if[..., 1 : len(data.arms), :] = 0.0
        if arm:
            as_if[..., arm, :] = 1.0
        found.append(as_if)
    return found


def _gamma(rows: Floats, own: Floats, weights: Floats) -> _Gamma:
    """Iteratively reweighted least squares; with this link the weights stay as they are.

    weights: (..., person), 1 or 0.
    """
    count = weights.sum(axis=-1)
    start = (own * weights).sum(axis=-1) / np.maximum(count, 1)
    nothing = start <= 0
    start = np.where(nothing, 1.0, start)
    bread = inverse(crossed(rows, weights))
    beta = np.zeros(bread.shape[:-1])
    mean = (own + start[..., None]) / 2
    told = np.log(mean)
    moving = np.ones(beta.shape[:-1], dtype=np.bool_)
    lost = np.zeros_like(moving)  # where it runs away instead of settling
    for _ in range(STEPS):
        wanted = weights * (told + (own - mean) / mean)
        sums = np.stack(
            [(rows[..., i, :] * wanted).sum(axis=-1) for i in range(rows.shape[-2])], -1
        )
        after = product(bread, sums[..., None])[..., 0]
        moving = moving & (np.abs(after - beta) > 1e-10 * (1 + np.abs(after))).any(axis=-1)
        beta = after
        told = product(beta[..., None, :], rows)[..., 0, :]
        lost = lost | ~(np.abs(told) < MOST_LOG).all(axis=-1)
        told = np.where(lost[..., None], 0.0, told)
        mean = np.exp(told)
        if not moving.any():
            break
    left = count - (np.diagonal(bread, axis1=-2, axis2=-1) > 0).sum(axis=-1)
    off = weights * (own - mean) / mean
    dispersion = (off * off).sum(axis=-1) / np.maximum(left, 1)
    spread = dispersion[..., None, None] * bread
    beta = np.where(lost[..., None], 0.0, beta)
    return _Gamma(beta, spread, float(left.min()), ~moving & ~nothing & ~lost & (left > 0))


def _difference(
    means: Sequence[Floats], slopes: Sequence[Floats], covariance: Floats, fit: _Gamma
) -> OtherMethod:
    """Differences in means from the reference, by the delta method."""
    effect = np.stack([each - means[0] for each in means[1:]], axis=-1)
    slope = np.stack([each - slopes[0] for each in slopes[1:]], axis=-2)
    spread = product(product(slope, covariance), np.swapaxes(slope, -1, -2))
    return OtherMethod(effect, spread, np.full(effect.shape[-1], fit.freedom), fit.found)
