"""What differs between arms, jointly, and any sum of it with its uncertainty.

Endpoints are category by category and outcome by outcome, with their covariance, so that the total,
the account of a payer and a net benefit are sums with an exact standard error.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.interval import Interval
from ipscost.analysis.percentiles import ends
from ipscost.individual.rubin import pooled, student
from ipscost.rounding import NEARLY
from ipscost.scenario.special import special

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


ROOT = 1e-7
"""A standard error of at most this share of the largest estimate is the root of rounding: that of
something that is the same in everybody, as a programme that nobody had."""


@dataclass(frozen=True, eq=False)
class Contrast:
    """A difference between two arms, or a sum of such.

    mean, se: its estimate and standard error. freedom: degrees of freedom of its t distribution,
    infinite for a normal one. missing: the fraction of information that is missing, 0 where all is
    measured. error: the Monte Carlo standard error of the mean, for want of imputations. drawn: its
    value in each bootstrap sample, (sample,), from which its interval then is.
    """

    mean: float
    se: float
    freedom: float = math.inf
    missing: float = 0.0
    error: float = 0.0
    drawn: Floats | None = None

    def interval(self, level: float) -> Interval:
        """The estimate with its interval: of percentiles, else by the t distribution."""
        if self.drawn is not None:
            return Interval(self.mean, *ends(self.drawn, level))
        if not self.se > 0:
            return Interval(self.mean)
        half = student(level, self.freedom) * self.se
        return Interval(self.mean, self.mean - half, self.mean + half)

    def above(self, limit: float = 0.0) -> float | None:
        """The probability that it is above a limit: the share of the samples, else by t.

        None if nothing is uncertain.
        """
        if self.drawn is not None:
            return float(np.mean(self.drawn > limit))
        if not self.se > 0:
            return None
        return below((self.mean - limit) / self.se, self.freedom)

    def times(self, share: float) -> Contrast:
        """A share of it."""
        drawn = None if self.drawn is None else share * self.drawn
        error, se = abs(share) * self.error, abs(share) * self.se
        return replace(self, mean=share * self.mean, se=se, error=error, drawn=drawn)

    def plus(self, mean: float, se: float) -> Contrast:
        """The same with something independent added that is stated, not measured."""
        if mean == 0 and se == 0:
            return self
        drawn = None
        if self.drawn is not None:
            # evenly spread normal scores in an order that has nothing to do with the samples'
            count = self.drawn.size
            places = (np.arange(count) * _coprime(count) % count + 0.5) / count
            drawn = self.drawn + mean + se * special().ndtri(places)
        total = math.hypot(self.se, se)
        freedom = self.freedom
        if se > 0 and self.se > 0 and math.isfinite(freedom):  # Welch and Satterthwaite
            freedom = total**4 / (self.se**4 / freedom)
        return Contrast(self.mean + mean, total, freedom, self.missing, self.error, drawn)


def _coprime(count: int) -> int:
    """A step near the golden section of `count` that reaches every place once."""
    step = max(1, round(count * 0.618))
    while math.gcd(step, count) != 1:
        step += 1
    return step


def below(z: float, freedom: float) -> float:
    """The probability below `z` of a t distribution."""
    if not math.isfinite(freedom):
        return float(special().ndtr(z))
    return float(special().stdtr(max(freedom, 1.0), z))


@dataclass(frozen=True, eq=False)
class Differences:
    """The mean of the reference arm, and what each arm has more, of each endpoint, jointly.

    endpoints: names, in the order of the axes. arms: the names of the arms beside the reference.
    estimates: (imputation, endpoint, 1 + arm): the mean of the reference arm, and then the
        differences; one imputation where nothing was missing.
    covariances: (imputation, endpoint, 1 + arm, endpoint, 1 + arm).
    freedom: degrees of freedom if nothing were missing, (endpoint,).
    persons: how many persons it is from.
    drawn: the estimates in each bootstrap sample, (sample, endpoint, 1 + arm); None without.
    """

    endpoints: tuple[str, ...]
    arms: tuple[str, ...]
    estimates: Floats
    covariances: Floats
    freedom: Floats
    persons: int
    drawn: Floats | None = None

    @property
    def imputations(self) -> int:
        """How many there are; 1 where nothing was missing."""
        return len(self.estimates)

    def of(self, weights: Mapping[str, float], arm: str) -> Contrast:
        """A weighted sum of the endpoints: what an arm has more. What there is not counts nothing.

        ValueError if there is no such arm.
        """
        return self._sum(weights, 1 + self.arms.index(arm))

    def level(self, weights: Mapping[str, float]) -> Contrast:
        """A weighted sum of the endpoints: the mean of the reference arm."""
        return self._sum(weights, 0)

    def _sum(self, weights: Mapping[str, float], place: int) -> Contrast:
        """A weighted sum of the endpoints, by Rubin's rules of the sum itself."""
        weight = np.array([weights.get(name, 0.0) for name in self.endpoints])
        counted = self.freedom[weight != 0]
        fewest = float(counted.min()) if counted.size else math.inf
        own = self.covariances[:, :, place, :, place] * weight[:, None] * weight
        means = (self.estimates[:, :, place] * weight).sum(axis=1)
        found = pooled(means[:, None], own.sum(axis=(1, 2))[:, None, None], fewest)
        drawn = None
        if self.drawn is not None:
            drawn = (self.drawn[:, :, place] * weight).sum(axis=1)
        size = float((np.abs(self.estimates) * np.abs(weight)[:, None]).max(initial=0.0))
        mean, se = float(found.estimate[0]), float(found.se[0])
        if se <= ROOT * size:
            se, drawn = 0.0, None
        return Contrast(
            mean if abs(mean) > NEARLY * size else 0.0,
            se,
            float(found.freedom[0]),
            float(found.fraction_missing[0]),
            float(found.monte_carlo[0]),
            drawn,
        )

    @property
    def total(self) -> Floats:
        """The covariance of all estimates, (endpoint, 1 + arm, endpoint, 1 + arm)."""
        shape = self.estimates.shape[1:]
        size = shape[0] * shape[1]
        m = self.imputations
        flat = self.covariances.reshape(m, size, size)
        found = pooled(self.estimates.reshape(m, size), flat)
        return found.total.reshape(*shape, *shape)
