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
"""Steps of the table in one unit of the score. Between two of them the factor is a straight line;
the mean is then off by less than a hundred thousandth (tests/unit/engines/test_persons.py)."""
TINY = 1e-9
"""Of a variance beyond that of a Poisson distribution, what is rounding."""
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


@dataclass(frozen=True, eq=False)
class CountShape:
    """Whole counts as a factor of their mean: the scores above which there is one more of it."""

    edges: Floats
    mean: float

    def at(self, score: Floats) -> Floats:
        """The count of each person by the mean, in the shape of `score`, such as (person,)."""
        return np.searchsorted(self.edges, score, side="left") / self.mean


AnyShape = Shape | CountShape
TAIL = 1e-15
"""So few persons have more than the highest count of the table."""
MOST_COUNTED = 1_000_000


@lru_cache(maxsize=MOST_SHAPES)
def counts(mean: float, cv: float, zero: float = 0.0) -> CountShape:
    """Counts with a mean and a coefficient of variation, and a share of persons who have none.

    The others have the mean m = mean / (1 - zero), and their counts are negative binomial with the
    variance m + m^2 / k, where 1 + cv^2 = (1 + 1 / m + 1 / k) / (1 - zero); Poisson where that
    leaves no more than the variance m. P(count <= j) is I(k, j + 1; k / (k + m)), the regularised
    incomplete beta function, or Q(j + 1, m), the regularised incomplete gamma function. Sources:
    Johnson, Kemp and Kotz 2005, Univariate Discrete Distributions, chapters 4, 5 and 8.
    """
    functions: Any = special()
    own = mean / (1 - zero)
    spread = (1 + cv**2) * (1 - zero) - 1 - 1 / own
    least, most = np.empty(0), 64
    while most <= MOST_COUNTED:
        number = np.arange(most, dtype=float)
        if spread > TINY:
            least = functions.betainc(1 / spread, number + 1, 1 / (1 + spread * own))
        else:
            least = functions.gammaincc(number + 1, own)
        if least[-1] > 1 - TAIL:
            break
        most *= 4
    return CountShape(functions.ndtri(zero + (1 - zero) * least[least < 1 - TAIL]), mean)


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
    values = values / (1 - zero)
    if zero <= 0:
        return _tabled(values, -np.inf)
    edge = float(functions.ndtri(zero))
    return _tabled(_begun(values, score, edge), edge)


def _begun(values: Floats, score: Floats, edge: float) -> Floats:
    """The table with a value just below `edge`, where the factor leaps from 0: its mean is then 1.

    values, score: (step,). Between two steps a and b the line is v_a (1 - t) + v_b t with
    t = (z - a) / (b - a), and the mean over z has closed forms of Phi and of the density phi. At
    the edge itself the line stays between 0 and the value of the next step.
    """
    functions: Any = special()
    low, high = np.clip(score[:-1], edge, None), np.clip(score[1:], edge, None)
    mass = functions.ndtr(-low) - functions.ndtr(-high)
    density = [np.exp(-(each**2) / 2) / np.sqrt(2 * np.pi) for each in (low, high)]
    rising = (density[0] - density[1] - score[:-1] * mass) * STEPS
    found, place = values.copy(), int(np.searchsorted(score, edge, side="right")) - 1
    found[place] = 0.0
    falling = mass - rising
    mean = float((found[:-1] * falling + found[1:] * rising).sum())
    passed = (edge - float(score[place])) * STEPS
    following = float(found[place + 1])
    if falling[place] > 0 and passed < 1:
        own = (1 - mean) / float(falling[place])
        found[place] = min(max(own, -following * passed / (1 - passed)), following)
    return found


def _tabled(values: Floats, zero: float) -> Shape:
    return Shape(values[:-1].copy(), np.diff(values), zero)
