"""Seemingly unrelated regressions of costs and outcomes on the arm and what was measured before.

Each endpoint has its own equation, with its own baseline, and the residuals of one person are
correlated between equations (Zellner 1962, doi 10.1080/01621459.1962.10480664; for costs and
effects of a trial: Willan, Briggs and Hoch 2004, doi 10.1002/hec.843). The weighting of equations
is that of one step from least squares, with n - k as divisor, as `systemfit` has it.

The parts of a total (a cost's categories, its payers) add up to it exactly: each is regressed on
the total's covariates after the same correction for the other equations' residuals, which is linear
in what is regressed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.individual.robust import clustered
from ipscost.individual.sums import crossed, factored, inverse, product, solved

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ipscost.individual.data import Endpoint, IndividualData

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

BLOCK = 250_000
"""Numbers of persons by column that are summed at a time: 2 MB, what a processor has close by."""


@dataclass(frozen=True, eq=False)
class Regressed:
    """What the equations say of each endpoint.

    names: of the endpoints, and then of the parts.
    estimate: (..., endpoint, 1 + arm): the adjusted mean of the reference, at the mean of all
        persons' covariates, and then what each other arm has more.
    covariance: (..., endpoint x (1 + arm), the same), in the order of `estimate` read by rows.
    freedom: (endpoint,), the degrees of freedom of each equation if nothing were missing.
    """

    names: tuple[str, ...]
    estimate: Floats
    covariance: Floats
    freedom: Floats

    @property
    def level(self) -> Floats:
        """The adjusted mean of the reference, (..., endpoint)."""
        return self.estimate[..., 0]

    @property
    def effect(self) -> Floats:
        """What each other arm has more than the reference, (..., endpoint, arm)."""
        return self.estimate[..., 1:]

    @property
    def effect_covariance(self) -> Floats:
        """(..., endpoint x arm, endpoint x arm), of `effect` read by rows."""
        size, each = self.estimate.shape[-2:]
        places = [e * each + a for e in range(size) for a in range(1, each)]
        return self.covariance[..., places, :][..., :, places]


@dataclass(frozen=True, eq=False)
class Equations:
    """Which columns each equation has, and the scale on which sums are made.

    regressors: places of the columns of data that are in some equation, after 1 and the arms.
    used: for each endpoint and part, the places of its covariates among 1, arms and regressors.
    shift, scale: (row,), of the regressors and then of the endpoints and parts.
    joint: how many endpoints are estimated jointly; the rest are parts of the first.
    """

    endpoints: tuple[Endpoint, ...]
    treated: Floats
    regressors: tuple[int, ...]
    used: tuple[Ints, ...]
    shift: Floats
    scale: Floats
    joint: int

    @property
    def covariates(self) -> int:
        """How many rows are covariates: 1, arms, regressors."""
        return 1 + len(self.treated) + len(self.regressors)

    def rows(self, values: Floats) -> Floats:
        """1, arms, regressors, endpoints, on their scales, (..., row, person)."""
        lead, first = values.shape[:-2], self.covariates - len(self.regressors)
        found = np.empty((*lead, self.covariates + len(self.endpoints), values.shape[-2]))
        found[..., 0, :] = 1.0
        found[..., 1:first, :] = self.treated
        for place, column in enumerate(self.regressors, first):
            found[..., place, :] = values[..., column]
        for place, endpoint in enumerate(self.endpoints, self.covariates):
            found[..., place, :] = endpoint.of(values)
        found[..., first:, :] -= self.shift[:, None]
        found[..., first:, :] /= self.scale[:, None]
        return found


def equations(
    data: IndividualData, endpoints: Sequence[Endpoint], parts: Sequence[Endpoint] = ()
) -> Equations:
    """The equations of endpoints, and of `parts`, which have the covariates of the first endpoint.

    The scale of each column is that of what was measured in `data`, so that a sample or an
    imputation has the same digits in any company.
    """
    every = (*endpoints, *parts)
    regressors = tuple(sorted({place for each in endpoints for place in each.adjust}))
    first = len(data.arms)
    used = [
        np.array([*range(first), *(first + regressors.index(p) for p in each.adjust)], np.int64)
        for each in endpoints
    ]
    used += [used[0]] * len(parts)
    columns = [data.values[:, place] for place in regressors]
    scales = [_scale(column) for column in (*columns, *(each.of(data.values) for each in every))]
    shift, scale = (np.array(each) for each in zip(*scales, strict=True))
    treated = np.ascontiguousarray(data.treated.T)
    return Equations(every, treated, regressors, tuple(used), shift, scale, len(endpoints))


def _scale(column: Floats) -> tuple[float, float]:
    """A place and a spread of what was measured in a column, of no influence but on rounding."""
    seen = column[~np.isnan(column)]
    if not seen.size:
        return 0.0, 1.0
    mean = float(seen.sum()) / seen.size
    spread = math.sqrt(float(((seen - mean) ** 2).sum()) / seen.size)
    return mean, spread if spread > 1e-12 * abs(mean) else 1.0


def sur(
    values: Floats,
    data: IndividualData,
    endpoints: Sequence[Endpoint],
    parts: Sequence[Endpoint] = (),
    *,
    weights: Floats | None = None,
    clusters: Ints | None = None,
) -> Regressed:
    """Seemingly unrelated regressions of `endpoints`, jointly, and of `parts` of the first of them.

    values: (..., person, column), without holes: an imputation each. data: the arms.
    parts: what the first endpoint is made of. Each has the covariates of the first endpoint,
        whatever its own are, so that effects, levels and covariances add up where parts do.
    weights: (..., person), how much each person counts where arms were not drawn by lot. They are
        taken as known, which as a rule makes standard errors a little too large; the covariance is
        then robust, with each person a cluster of its own.
    clusters: (person,), the place of each person's cluster: the covariance is the cluster-robust
        one (CR1), and its degrees of freedom are the number of clusters less 1.

    With one endpoint and no parts this is least squares. A covariate that is a combination of those
    before it is left out. Raises ValueError where there are no more persons than coefficients.
    """
    system = equations(data, endpoints, parts)
    persons, lead = values.shape[-2], values.shape[:-2]
    groups = np.arange(persons) if clusters is None and weights is not None else clusters
    flat = values.reshape(-1, *values.shape[-2:])
    step = max(1, BLOCK // (persons * (system.covariates + len(system.endpoints))))
    found: list[tuple[Floats, Floats, Floats]] = []
    for start in range(0, len(flat), step):
        rows = system.rows(flat[start : start + step])
        heavy = None
        if weights is not None:
            whole = np.broadcast_to(weights, (*lead, persons)).reshape(-1, persons)
            heavy = whole[start : start + step]
            heavy = heavy * (persons / heavy.sum(axis=-1, keepdims=True))
        found.append(_fitted(system, rows, heavy, groups))
    estimate, covariance, left = (np.concatenate(each) for each in zip(*found, strict=True))
    freedom = left.min(axis=0)
    return Regressed(
        tuple(each.name for each in system.endpoints),
        estimate.reshape(*lead, *estimate.shape[1:]),
        covariance.reshape(*lead, *covariance.shape[1:]),
        freedom if clusters is None else np.full(freedom.shape, np.unique(clusters).size - 1.0),
    )


def _fitted(
    system: Equations, rows: Floats, weights: Floats | None, clusters: Ints | None
) -> tuple[Floats, Floats, Floats]:
    """Estimates, covariances and degrees of freedom of a block, (block, ...) each."""
    moments = crossed(rows, weights)
    solution = solve(system, moments, rows.shape[-1])
    if clusters is None:
        spread = _model_covariance(solution, moments[..., : system.covariates, : system.covariates])
    else:
        spread = clustered(
            solution.linear(),
            rows[..., : system.covariates, :],
            solution.residuals(rows),
            clusters,
            solution.coefficients,
            weights,
        )
    each = solution.contrasts.shape[-2]
    unit = np.repeat(system.scale[len(system.regressors) :], each)
    spread = spread * (unit[:, None] * unit)
    return solution.estimate(), spread, rows.shape[-1] - solution.coefficients


@dataclass(frozen=True, eq=False)
class Solution:
    """The solved equations, on their scales, with what their covariance is made of.

    moments: (..., row, row). beta: (..., endpoint, covariate), 0 for covariates not of an equation.
    coefficients: (..., endpoint), how many each equation has, without those that were left out.
    residual: (..., endpoint, endpoint), the covariance of least squares' residuals.
    weight: (..., joint, joint), the inverse of its first rows. gamma: (..., part, other joint).
    contrasts: (..., 1 + arm, covariate): what is asked of each equation.
    """

    system: Equations
    moments: Floats
    beta: Floats
    residual: Floats
    weight: Floats
    gamma: Floats
    coefficients: Floats
    contrasts: Floats

    def estimate(self) -> Floats:
        """The reference's adjusted mean and the effects, (..., endpoint, 1 + arm), unscaled."""
        first = len(self.system.regressors)
        found = product(self.beta, np.swapaxes(self.contrasts, -1, -2))
        found = found * self.system.scale[first:, None]
        found[..., 0] += self.system.shift[first:]
        return found

    def residuals(self, rows: Floats) -> Floats:
        """What each equation leaves of each person, (..., endpoint, person)."""
        here = self.system.covariates
        return rows[..., here:, :] - product(self.beta, rows[..., :here, :])

    def linear(self) -> Floats:
        """What each asked number makes of each endpoint, (..., number, covariate, endpoint).

        A number is the sum over persons of this times their covariate and endpoint.
        """
        system, joint, every = self.system, self.system.joint, len(self.system.endpoints)
        lead, (each, wide) = self.beta.shape[:-2], self.contrasts.shape[-2:]
        places = list(_places(system))
        right = np.zeros((*lead, sum(system.used[j].size for j in range(joint)), every * each))
        direct = np.zeros((*lead, every * each, wide, every))
        base = factored(_within(self.moments, system.used[0]))
        turned = np.swapaxes(self.contrasts, -1, -2)
        own = solved(base, turned[..., system.used[0], :])
        for endpoint in range(every):
            numbers = slice(endpoint * each, (endpoint + 1) * each)
            if endpoint < joint:
                right[..., places[endpoint], numbers] = turned[..., system.used[endpoint], :]
                continue
            place = system.used[0]
            direct[..., numbers, place, endpoint] = np.swapaxes(own, -1, -2)
            for other in range(1, joint):
                share = self.gamma[..., endpoint - joint, other - 1, None, None]
                direct[..., numbers, place, other] = -share * np.swapaxes(own, -1, -2)
                between = self.moments[..., system.used[other], :][..., :, place]
                right[..., places[other], numbers] = share * product(between, own)
        rows = solved(factored(_stacked(system, self.moments, self.weight)), right)
        for endpoint in range(joint):
            part = np.swapaxes(rows[..., places[endpoint], :], -1, -2)
            for other in range(joint):
                direct[..., system.used[endpoint], other] += (
                    part * self.weight[..., endpoint, other, None, None]
                )
        return direct


def solve(system: Equations, moments: Floats, persons: float | Floats) -> Solution:
    """The equations solved from sums alone, (..., row, row): for a bootstrap, many at a time.

    persons: how many there are, in all or in each, (...).
    Raises ValueError where there are no more persons than coefficients.
    """
    joint, every, wide = system.joint, len(system.endpoints), system.covariates
    beta = np.zeros((*moments.shape[:-2], every, wide))
    coefficients = np.empty((*moments.shape[:-2], every))
    for endpoint, used in enumerate(system.used):
        factor = factored(_within(moments, used))
        right = moments[..., used, wide + endpoint, None]
        beta[..., endpoint, used] = solved(factor, right)[..., 0]
        coefficients[..., endpoint] = factor[1].sum(axis=-1)
    freedom = np.asarray(persons)[..., None] - coefficients
    if (freedom < 1).any():
        few = int(np.min(persons))
        raise ValueError(f"{few} persons are too few for {wide} coefficients")
    divisor = np.sqrt(freedom[..., :, None] * freedom[..., None, :])
    residual = _residual(moments, beta, wide) / divisor
    weight = inverse(_sound(residual[..., :joint, :joint]))
    gamma = np.zeros((*moments.shape[:-2], every - joint, joint - 1))
    if joint > 1:
        right = np.zeros((*moments.shape[:-2], sum(u.size for u in system.used[:joint]), 1))
        places = list(_places(system))
        for endpoint in range(joint):
            for other in range(joint):
                right[..., places[endpoint], 0] += (
                    weight[..., endpoint, other, None]
                    * moments[..., system.used[endpoint], wide + other]
                )
        found = solved(factored(_stacked(system, moments, weight)), right)
        for endpoint in range(joint):
            beta[..., endpoint, system.used[endpoint]] = found[..., places[endpoint], 0]
        others = inverse(_sound(residual[..., 1:joint, 1:joint]))
        gamma = product(residual[..., joint:, 1:joint], others)
        _correct_parts(system, moments, beta, gamma)
    contrasts = np.zeros((*moments.shape[:-2], system.treated.shape[0] + 1, wide))
    contrasts[..., 0, :] = moments[..., 0, :wide] / moments[..., :1, 0]
    for arm in range(1, contrasts.shape[-2]):
        contrasts[..., 0, arm] = 0.0
        contrasts[..., arm, arm] = 1.0
    return Solution(system, moments, beta, residual, weight, gamma, coefficients, contrasts)


def _correct_parts(system: Equations, moments: Floats, beta: Floats, gamma: Floats) -> None:
    """Each part is regressed on the first equation's covariates, the others' residuals apart."""
    wide, joint = system.covariates, system.joint
    place = system.used[0]
    base = factored(_within(moments, place))
    for endpoint in range(joint, len(system.endpoints)):
        right = moments[..., place, wide + endpoint]
        for other in range(1, joint):
            told = product(moments[..., place, :wide], beta[..., other, :, None])[..., 0]
            left = moments[..., place, wide + other] - told
            right = right - gamma[..., endpoint - joint, other - 1, None] * left
        beta[..., endpoint, place] = solved(base, right[..., None])[..., 0]


def _residual(moments: Floats, beta: Floats, wide: int) -> Floats:
    """Sums over persons of the products of residuals, (..., endpoint, endpoint)."""
    told = product(beta, moments[..., :wide, wide:])
    both = product(product(beta, moments[..., :wide, :wide]), np.swapaxes(beta, -1, -2))
    return moments[..., wide:, wide:] - told - np.swapaxes(told, -1, -2) + both


def _sound(residual: Floats) -> Floats:
    """The residuals' covariance, or nearly so where it has no inverse (two endpoints are one)."""
    size = residual.shape[-1]
    own = np.diagonal(residual, axis1=-2, axis2=-1)
    whole = factored(residual)[1].all(axis=-1, keepdims=True)
    more = np.where(whole, 0.0, 1e-8 * np.maximum(own, 1e-8))
    return residual + more[..., None] * np.eye(size)


def _within(moments: Floats, used: Ints) -> Floats:
    return moments[..., used[:, None], used]


def _places(system: Equations) -> Iterator[slice]:
    """Where the coefficients of each joint equation stand among all of them."""
    start = 0
    for used in system.used[: system.joint]:
        yield slice(start, start + used.size)
        start += used.size


def _stacked(system: Equations, moments: Floats, weight: Floats) -> Floats:
    """The normal equations of all joint equations at once, (..., coefficient, coefficient)."""
    places = list(_places(system))
    size = places[-1].stop
    found = np.empty((*moments.shape[:-2], size, size))
    for first, one in enumerate(places):
        for second, two in enumerate(places):
            both = moments[..., system.used[first][:, None], system.used[second]]
            found[..., one, two] = weight[..., first, second, None, None] * both
    return found


def _model_covariance(solution: Solution, moments: Floats) -> Floats:
    """The covariance of the asked numbers if residuals are as spread in everybody."""
    linear = solution.linear()
    spread = 0.0 * product(linear[..., 0], np.swapaxes(linear[..., 0], -1, -2))
    for first in range(linear.shape[-1]):
        left = product(linear[..., first], moments)
        mixed = solution.residual[..., first, :, None, None] * np.moveaxis(linear, -1, -3)
        spread = spread + product(left, np.swapaxes(mixed.sum(axis=-3), -1, -2))
    return spread
