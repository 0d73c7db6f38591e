"""Inverse CDFs as polynomials of the normal score, used where they agree to 13 digits.

The logarithm of a gamma or beta quantile is a smooth function of the normal score z of its
probability. So a polynomial in z through a few dozen quantiles gives all others: the Chebyshev
interpolant, summed by Clenshaw's recurrence (Trefethen 2013, Approximation Theory and Approximation
Practice, chapters 3 and 8; Clenshaw 1955, doi 10.1090/S0025-5718-1955-0071856-0). Whether it is
accurate is checked between its points and depends only on the distribution, not on the number of
draws, so that a run with more draws begins with the same ones.
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
"""The normal scores of all uniforms lie between this and its negative: that of 2^-54, the smallest,
is -8.2924, and that of 1 - 2^-53, the largest, is 8.2095."""
GAMMAS = (3.0, 3e5)
BETAS = (3.0, 1e3)
"""A curve is tried between these shapes of a gamma, and of the smaller side of a beta. Below, it
would need more points than it is worth; above, scipy's own quantiles are rough in the 13th digit,
so that no curve fits them."""
SIZES = (32, 64)
"""How many points a polynomial goes through: the first of these at which it is accurate."""
TOLERANCE = 1e-13
"""The largest relative difference of the curve from scipy's quantiles where they are compared. At
single points elsewhere scipy's are off by 3e-13, and the curve's are not."""
KEPT_CURVES = 4_096
"""Curves that are kept for further runs: 64 coefficients each, so about 10 MB at most as Python
numbers. Scenarios have some tens of uncertain quantities, and variants share most."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Quantiles as `middle` times the exponential of a Chebyshev series in z / SPAN.

    middle: the median, in the unit of the quantity. coefficients: of the series, (degree,).
    """

    middle: float
    coefficients: tuple[float, ...]

    def __call__(self, scores: Floats) -> Floats:
        """The quantile at each normal score, (draw,), in the unit of `middle`."""
        first, *others, last = self.coefficients
        twice = scores * (2 / SPAN)
        now, before, spare = np.full_like(twice, last), np.zeros_like(twice), np.empty_like(twice)
        for coefficient in reversed(others):  # in place, so that the draws stay in the cache
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
    """`dist.ppf(u)` to 13 digits, but faster: (draw,).

    u: uniforms from 2^-54 to 1 - 2^-53, (draw,). Distributions without an accurate curve use their
    own `ppf`.
    """
    if isinstance(dist, Gamma):
        smooth, scale = curve(Gamma(dist.shape, 1.0)), dist.scale
    elif isinstance(dist, Beta | Unseen):
        smooth, scale = curve(Beta(dist.a, dist.b)), 1.0
    else:
        return dist.ppf(u)
    if smooth is None:
        return dist.ppf(u)
    values = smooth(normal_scores(u))
    if not isinstance(dist, Gamma):
        np.minimum(values, 1.0, out=values)  # a share of nearly 1 may exceed it in the last digit
    values *= scale
    return values


@lru_cache(maxsize=KEPT_CURVES)
def curve(dist: Gamma | Beta) -> Curve | None:
    """The curve of a distribution; None if none of SIZES reaches TOLERANCE, or its shape is outside
    GAMMAS or BETAS."""
    if isinstance(dist, Gamma):
        fit = GAMMAS[0] <= dist.shape <= GAMMAS[1]
    else:
        fit = BETAS[0] <= min(dist.a, dist.b) <= BETAS[1]
    tried = (_through(dist, size) for size in SIZES if fit)
    return next((fitted for fitted in tried if fitted), None)


def _through(dist: Gamma | Beta, size: int) -> Curve | None:
    """The curve through `size` quantiles; None if it misses the quantiles halfway between them."""
    z = SPAN * _cosines(size)[:, 1]
    middle = float(dist.ppf(np.array([0.5]))[0])
    # near 1 a probability has few digits for its distance from 1, so use the upper tail instead
    values = np.where(z < 0, dist.ppf(normal_shares(z)), dist.isf(normal_shares(-z)))
    if not (middle > 0 and (values > 0).all() and np.isfinite(values).all()):
        return None
    heights = np.log(values / middle)
    # summed row by row, not by a matrix product, so that every processor gives the same sum
    coefficients = (_cosines(size) * heights[:, None]).sum(axis=0) * (2 / size)
    coefficients[0] /= 2
    fitted = Curve(middle, tuple(float(coefficient) for coefficient in coefficients))
    between = normal_shares((z[1:] + z[:-1]) / 2)
    exact = dist.ppf(between)
    with np.errstate(all="ignore"):  # a curve that is far off may overflow
        is_near = np.abs(fitted(normal_scores(between)) - exact) <= TOLERANCE * exact
    return fitted if is_near.all() else None


@cache
def _cosines(size: int) -> Floats:
    """Chebyshev polynomials at Chebyshev points, (point, degree): cos(k pi (j + 1/2) / size)."""
    angles = [math.pi * (point + 0.5) / size for point in range(size)]
    return np.array([[math.cos(k * angle) for k in range(size)] for angle in angles])
