"""Rubin's rules: several imputations as one answer, and how many it takes.

Rubin 1987, Multiple Imputation for Nonresponse in Surveys, doi 10.1002/9780470316696.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SHARE = 0.05
"""The Monte Carlo error that imputations may leave, as a share of the standard error."""
FIRST, MOST = 20, 1_000


@dataclass(frozen=True, eq=False)
class Imputed:
    """Numbers pooled over imputations, (number,) each unless said otherwise.

    imputations: how many; 1 where nothing was missing.
    within, between, total: covariances, (number, number); total = within + (1 + 1/m) between.
    freedom: degrees of freedom, as Barnard and Rubin 1999, doi 10.1093/biomet/86.4.948:
        never more than there would be with nothing missing.
    """

    imputations: int
    estimate: Floats
    within: Floats
    between: Floats
    freedom: Floats

    @property
    def total(self) -> Floats:
        """The covariance of the pooled numbers, (number, number)."""
        return self.within + (1 + 1 / self.imputations) * self.between

    @property
    def se(self) -> Floats:
        """Standard errors."""
        return _root(np.diagonal(self.total))

    @property
    def monte_carlo(self) -> Floats:
        """The standard error that comes of the number of imputations alone: √(between / m)."""
        return _root(np.diagonal(self.between) / self.imputations)

    @property
    def monte_carlo_share(self) -> Floats:
        """The Monte Carlo error as a share of the standard error; 0 where that is 0."""
        return np.divide(self.monte_carlo, self.se, out=np.zeros_like(self.se), where=self.se > 0)

    @property
    def due_to_missing(self) -> Floats:
        """The share of the variance that comes of what is missing (lambda of the literature)."""
        more = (1 + 1 / self.imputations) * np.diagonal(self.between)
        whole = np.diagonal(self.total)
        return np.divide(more, whole, out=np.zeros_like(more), where=whole > 0)

    @property
    def fraction_missing(self) -> Floats:
        """The fraction of missing information, as `mice` has it, with the degrees of freedom."""
        share = self.due_to_missing
        ratio = np.divide(share, 1 - share, out=np.full_like(share, np.inf), where=share < 1)
        own = np.where(np.isinf(self.freedom), 0.0, 2 / (self.freedom + 3))
        return np.where(share > 0, np.where(share < 1, (ratio + own) / (ratio + 1), 1.0), 0.0)

    def interval(self, level: float = 0.95) -> tuple[Floats, Floats]:
        """Low and high ends of the intervals by Student's t."""
        half = np.array([student(level, float(each)) for each in self.freedom]) * self.se
        return self.estimate - half, self.estimate + half

    def of(self, weights: Floats) -> Imputed:
        """Sums of the numbers, by `weights` (sum, number), with covariances as they are.

        The degrees of freedom are the fewest of the numbers that count in a sum.
        """
        fewest = np.array([self.freedom[row != 0].min(initial=math.inf) for row in weights])
        return Imputed(
            self.imputations,
            (weights * self.estimate).sum(axis=-1),
            _covariance(weights, self.within),
            _covariance(weights, self.between),
            fewest,
        )


def student(level: float, freedom: float) -> float:
    """The quantile of Student's t that a two-sided interval at `level` reaches to."""
    if math.isinf(freedom):
        return NormalDist().inv_cdf((1 + level) / 2)
    from scipy.special import stdtrit

    return float(stdtrit(freedom, (1 + level) / 2))


def pooled(estimates: Floats, covariances: Floats, freedom: Floats | float = math.inf) -> Imputed:
    """Rubin's rules.

    estimates: (imputation, number). covariances: (imputation, number, number).
    freedom: (number,) or one for all, the degrees of freedom if nothing were missing.

    One imputation is what there is where nothing was missing: then nothing differs between them.
    """
    count, size = estimates.shape
    estimate = _mean(estimates)
    within = _mean(covariances)
    off = estimates - estimate
    between = np.zeros((size, size))
    if count > 1:
        between = (off[:, :, None] * off[:, None, :]).sum(axis=0) / (count - 1)
    complete = np.broadcast_to(np.asarray(freedom, np.float64), (size,))
    return Imputed(count, estimate, within, between, _freedom(count, within, between, complete))


def _mean(values: Floats) -> Floats:
    """The mean over imputations; all that is equal has no rounding."""
    first = values[0]
    return np.asarray(first + (values - first).sum(axis=0) / len(values))


def _freedom(count: int, within: Floats, between: Floats, complete: Floats) -> Floats:
    """Barnard and Rubin's degrees of freedom, (number,)."""
    found = np.empty(complete.size)
    for place, most in enumerate(complete):
        more = (1 + 1 / count) * between[place, place]
        whole = within[place, place] + more
        share = more / whole if whole > 0 else 0.0
        old = (count - 1) / share**2 if share > 1e-12 else math.inf
        seen = 1.0 if math.isinf(most) else (most + 1) / (most + 3)
        now = most * seen * (1 - share)
        if now <= 0:  # all that is known of the number was imputed
            found[place] = old
        elif math.isinf(old):
            found[place] = most if share == 0 else now
        else:
            found[place] = old if math.isinf(now) else old * now / (old + now)
    return found


def _root(variances: Floats) -> Floats:
    return np.sqrt(np.maximum(variances, 0.0))


def _covariance(weights: Floats, covariance: Floats) -> Floats:
    """The covariance of sums by `weights`, (sum, number), of numbers with this one."""
    pairs = [[(one[:, None] * two * covariance).sum() for two in weights] for one in weights]
    return np.array(pairs)


@dataclass(frozen=True, eq=False)
class Enough:
    """As many imputations as it took, what was found in each, and whether they were enough.

    estimates, covariances: (imputation, ...), to be pooled in other ways.
    reached: whether the Monte Carlo error of each number is at most `share` of its standard error.
    """

    pooled: Imputed
    estimates: Floats
    covariances: Floats
    share: float
    reached: bool


def enough(
    fit: Callable[[range], tuple[Floats, Floats]],
    *,
    freedom: Floats | float = math.inf,
    watched: Floats | None = None,
    share: float = SHARE,
    first: int = FIRST,
    most: int = MOST,
) -> Enough:
    """Adds imputations until the Monte Carlo error of each number is at most `share` of its SE.

    fit: estimates (imputation, number) and covariances (imputation, number, number) of the
        imputations with these numbers; one of a number must be the same in any company.
    watched: (sum, number): which sums of the numbers are to be so sure; every number if None.
    first, most: how many there are to begin with, and at most. As many as asked for: both the same.

    The variance between imputations says how many it takes, since √(B/m) ≤ share × SE; that is
    itself an estimate, so the rule is checked again each time.
    """
    estimates, covariances = fit(range(min(first, most)))
    while True:
        count = len(estimates)
        found = pooled(estimates, covariances, freedom)
        judged = found if watched is None else found.of(watched)
        worst = float(judged.monte_carlo_share.max(initial=0.0))
        if worst <= share or count >= most:
            return Enough(found, estimates, covariances, share, worst <= share)
        wanted = math.ceil(count * (worst / share) ** 2)
        following = range(count, min(most, max(wanted, count + 5)))
        more = fit(following)
        estimates = np.concatenate([estimates, more[0]])
        covariances = np.concatenate([covariances, more[1]])
