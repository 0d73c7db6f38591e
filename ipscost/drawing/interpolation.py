"""An inverse CDF as a polynomial of the normal score, where that is the same to 13 digits.

The logarithm of a gamma or beta quantile is a smooth function of the normal score z of its
probability, so a polynomial in z through a few dozen quantiles gives all others: a polynomial of
Chebyshev through its own points, summed by Clenshaw's recurrence (Trefethen 2013, Approximation
Theory and Approximation Practice, chapters 3 and 8; Clenshaw 1955, doi
10.1090/S0025-5718-1955-0071856-0). Whether it holds is seen between these points, and depends on
the distribution alone: so the first n of more draws are the same n.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ipscost.scenario.distributions import (
    Beta,
    Distribution,
    Gamma,
    Unseen,
    normal_scores,
    normal_shares,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SPAN = 8.293
"""Normal scores of all uniforms that are drawn lie between this and its negative: 2^-54 has
-8.2924, 1 - 2^-53 has 8.2095."""
GAMMAS = (3.0, 3e5)
BETAS = (3.0, 1e3)
"""Between these shapes of a gamma, and of the smaller side of a beta, is a curve looked for. Below,
it takes more points than are worth it; above, scipy's own quantiles are rough in the 13th digit, so
that no curve goes through them."""
SIZES = (32, 64)
"""How many points a polynomial goes through: the first of these at which it holds."""
TOLERANCE = 1e-13
"""By how much of itself a quantile of the curve may be another than that of scipy, where they are
compared. At single points elsewhere scipy's are off by 3e-13, and the curve's are not."""
KEPT_CURVES = 4_096


@dataclass(frozen=True, slots=True)
class Curve:
    """Quantiles: `middle` times the exponential of a polynomial of Chebyshev in z / SPAN."""

    middle: float
    coefficients: tuple[float, ...]

    def __call__(self, scores: Floats) -> Floats:
        """The quantile at each normal score, shape (draw,)."""
        first, *others, last = self.coefficients
        twice = scores * (2 / SPAN)
        now, before, spare = np.full_like(twice, last), np.zeros_like(twice), np.empty_like(twice)
        for coefficient in reversed(others):  # every step in place: the draws stay in the cache
            np.multiply(twice, now, out=spare)
            spare -= before
            spare += coefficient
            now, before, spare = spare, now, before
        twice *= 0.5
        twice *= now
        twice -= before
        twice += first
        np.exp(twice, out=twice)
        twice *= self.middle
        return twice


def quantiles(dist: Distribution, u: Floats) -> Floats:
    """`dist.ppf(u)` to 13 digits, quicker: of uniforms from 2^-54 to 1 - 2^-53, shape (draw,)."""
    if isinstance(dist, Gamma):
        found, scale = curve(Gamma(dist.shape, 1.0)), dist.scale
    elif isinstance(dist, Beta | Unseen):
        found, scale = curve(Beta(dist.a, dist.b)), 1.0
    else:
        return dist.ppf(u)
    if found is None:
        return dist.ppf(u)
    values = found(normal_scores(u))
    if not isinstance(dist, Gamma):
        np.minimum(values, 1.0, out=values)  # a share: the last digit may be off where it is 1
    values *= scale
    return values


@lru_cache(maxsize=KEPT_CURVES)
def curve(dist: Gamma | Beta) -> Curve | None:
    """The curve of a distribution, or None where there is none to within TOLERANCE."""
    if isinstance(dist, Gamma):
        fit = GAMMAS[0] <= dist.shape <= GAMMAS[1]
    else:
        fit = BETAS[0] <= min(dist.a, dist.b) <= BETAS[1]
    tried = (_through(dist, size) for size in SIZES if fit)
    return next((found for found in tried if found), None)


def _through(dist: Gamma | Beta, size: int) -> Curve | None:
    """The curve through `size` quantiles, or None where it misses the quantiles between these."""
    z = SPAN * _cosines(size)[:, 1]
    middle = float(dist.ppf(np.array([0.5]))[0])
    # a probability near 1 has few digits left of what it lacks, so that is counted from above
    values = np.where(z < 0, dist.ppf(normal_shares(z)), dist.isf(normal_shares(-z)))
    if not (middle > 0 and (values > 0).all() and np.isfinite(values).all()):
        return None
    heights = np.log(values / middle)
    # one row after another, not by a product of matrices: the same sum on every processor
    coefficients = (_cosines(size) * heights[:, None]).sum(axis=0) * (2 / size)
    coefficients[0] /= 2
    found = Curve(middle, tuple(float(coefficient) for coefficient in coefficients))
    between = normal_shares((z[1:] + z[:-1]) / 2)
    exact = dist.ppf(between)
    with np.errstate(all="ignore"):  # where it is far off it may be so by any number
        held = np.abs(found(normal_scores(between)) - exact) <= TOLERANCE * exact
    return found if held.all() else None


@cache
def _cosines(size: int) -> Floats:
    """The polynomials of Chebyshev at their points, (point, degree): cos(k pi (j + 1/2) / size)."""
    angles = [math.pi * (point + 0.5) / size for point in range(size)]
    return np.array([[math.cos(k * angle) for k in range(size)] for angle in angles])
