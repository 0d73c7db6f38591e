"""How an amount differs between persons: a factor with mean 1 as a function of a normal score.

A person has one normal score z for each category, the same in every arm, and the amount
m Q(z) with m the mean of the arm and Q the inverse CDF, at Phi(z), of a distribution with mean 1
and the coefficient of variation of the arm. So who is dear in one arm is dear in the other too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.scenario.special import special

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

WIDEST = 8.5
"""The largest normal score in the table: beyond it lies less than 1 in 10^16."""
STEPS = 256
"""Steps of the table in one unit of the score. Between two of them the factor is a straight line,
which is off by less than a hundred thousandth of it (tests/unit/engines/test_shapes.py)."""
MOST_SHAPES = 200
"""How many shapes are kept: two arms of a hundred categories."""


@dataclass(frozen=True, eq=False)
class Shape:
    """A factor with mean 1, by a table of normal scores; below the score `zero` it is 0."""

    values: Floats
    rises: Floats
    zero: float

    def at(self, score: Floats) -> Floats:
        """The factor of each person, in the shape of `score`, such as (person,)."""
        place = (score + WIDEST) * STEPS
        np.clip(place, 0, len(self.rises) - 1, out=place)
        index = place.astype(np.intp)
        place -= index
        place *= self.rises[index]
        place += self.values[index]
        if self.zero > -WIDEST:
            place *= score >= self.zero
        return place


@lru_cache(maxsize=MOST_SHAPES)
def shape(dist: str, cv: float, zero: float = 0.0) -> Shape:
    """The shape of a distribution with mean 1, coefficient of variation `cv`, and a share of zeros.

    dist: `gamma`, `lognormal` or `normal`. Of those who have some the mean is 1 / (1 - zero), and
    their coefficient of variation c follows from 1 + cv^2 = (1 + c^2) / (1 - zero); it is 0 where
    so many zeros alone make up more than `cv`. Gamma: shape 1 / c^2. Lognormal: the logarithm has
    the variance ln(1 + c^2). Sources of the quantiles: Johnson, Kotz and Balakrishnan 1994,
    Continuous Univariate Distributions, chapters 14 and 17.
    """
    functions: Any = special()
    score = np.arange(-WIDEST, WIDEST + 1 / STEPS, 1 / STEPS)
    if dist == "normal":
        return _tabled(1 + cv * score, -np.inf)
    own = np.sqrt(max((1 + cv**2) * (1 - zero) - 1, 0.0))
    above = np.minimum(functions.ndtr(-score) / (1 - zero), 1.0)
    if own < 1e-9:
        values = np.ones(score.size)
    elif dist == "lognormal":
        sigma = np.sqrt(np.log1p(own**2))
        inner = np.clip(-functions.ndtri(above), -WIDEST, WIDEST)
        values = np.exp(sigma * inner - sigma**2 / 2)
    else:
        below = np.maximum((functions.ndtr(score) - zero) / (1 - zero), 0.0)
        low = functions.gammaincinv(1 / own**2, np.minimum(below, 0.5))
        high = functions.gammainccinv(1 / own**2, np.minimum(above, 0.5))
        values = np.where(above < 0.5, high, low) * own**2
    edge = float(functions.ndtri(zero)) if zero > 0 else -np.inf
    return _tabled(values / (1 - zero), edge)


def _tabled(values: Floats, zero: float) -> Shape:
    return Shape(values[:-1].copy(), np.diff(values), zero)
