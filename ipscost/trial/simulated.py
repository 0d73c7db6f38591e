"""Studies drawn as they would come about, as a check of the formulas: the test of each one.

`people` draws the persons of two groups, of whom `tested` has the tests; each other function
returns a test statistic and its degrees of freedom for every drawn study, (study,). What a person
has is drawn from a distribution with the mean and standard deviation of the group: `normal`, or
`gamma` or `lognormal` for a cost, which is skew and never negative, with a share of zeros.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from ipscost.trial.designs import BeforeAfter, BySite, Staggered

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

BLOCK = 500_000
"""Persons who are drawn at a time: 4 MB."""
MOST_AT_ONCE = 200
"""So many studies at a time: those of a block share the weights of their bootstrap."""
NORMAL, GAMMA, LOGNORMAL, SHARE = "normal", "gamma", "lognormal", "share"


class Drawing(Protocol):
    """A generator of random numbers, such as numpy's."""

    def standard_normal(self, size: tuple[int, ...], /) -> Floats: ...
    def random(self, size: tuple[int, ...], /) -> Floats: ...
    def gamma(self, shape: float, scale: float, size: tuple[int, ...], /) -> Floats: ...
    def binomial(self, n: int, p: float, size: int, /) -> NDArray[np.int64]: ...


@dataclass(frozen=True, slots=True)
class Sampled:
    """The people of one group: what they have on average, how much they differ, and in what way.

    zero: the share of them who have nothing, of a GAMMA or LOGNORMAL. Of a SHARE the mean is the
    share of people who have it.
    """

    mean: float
    sd: float
    shape: str = NORMAL
    zero: float = 0.0

    def drawn(self, random: Drawing, studies: int, n: int) -> Floats:
        """What each person of each study has, (study, person).

        Those who have some have the mean m / (1 - zero), and the variance that makes the standard
        deviation of all `sd`; none of it where so many zeros alone make more.
        """
        size = studies, n
        if self.shape == SHARE:
            return (random.random(size) < self.mean).astype(float)
        if self.shape == NORMAL or self.mean <= 0 or self.sd <= 0:
            return self.mean + self.sd * random.standard_normal(size)
        mean = self.mean / (1 - self.zero)
        square = max((self.sd**2 + self.mean**2) / (1 - self.zero) - mean**2, 0.0)
        if square == 0:
            found = np.full(size, mean)
        elif self.shape == GAMMA:
            found = random.gamma(mean**2 / square, square / mean, size)
        else:
            sigma = math.sqrt(math.log1p(square / mean**2))
            found = mean * np.exp(sigma * random.standard_normal(size) - sigma**2 / 2)
        return found * (random.random(size) >= self.zero) if self.zero else found


def people(
    random: Drawing, studies: int, treated: Sampled, control: Sampled, sizes: tuple[int, int]
) -> Iterator[tuple[Floats, Floats]]:
    """What the people of both groups have in some studies at a time, (study, person) each."""
    step = min(MOST_AT_ONCE, max(1, BLOCK // sum(sizes)))
    for first in range(0, studies, step):
        many = min(step, studies - first)
        yield treated.drawn(random, many, sizes[0]), control.drawn(random, many, sizes[1])


def shares(
    random: Drawing,
    studies: int,
    treated: float,
    control: float,
    sizes: tuple[int, int],
) -> tuple[Floats, Floats]:
    """The test of two shares with their common one under no difference, as normal."""
    counts = [
        random.binomial(n, p, studies) for n, p in zip(sizes, (treated, control), strict=True)
    ]
    pooled = (counts[0] + counts[1]) / sum(sizes)
    error = np.sqrt(pooled * (1 - pooled) * (1 / sizes[0] + 1 / sizes[1]))
    difference = counts[0] / sizes[0] - counts[1] / sizes[1]
    statistic = np.divide(difference, error, out=np.zeros(studies), where=error > 0)
    return statistic, np.full(studies, np.inf)


def by_site(
    random: Drawing, studies: int, treated: Sampled, control: Sampled, of: BySite, n: float
) -> tuple[Floats, Floats]:
    """The t test of the means of sites; people are normal within a site."""
    sites = (of.sites // 2, of.sites - of.sites // 2)
    means, squares = [], []
    for group, many in zip((treated, control), sites, strict=True):
        between = of.icc * group.sd**2
        within = (1 - of.icc) * group.sd**2 * many / n
        found = group.mean + math.sqrt(between + within) * random.standard_normal((studies, many))
        means.append(found.mean(axis=1))
        squares.append(((found - means[-1][:, None]) ** 2).sum(axis=1))
    freedom = of.sites - 2
    error = np.sqrt((squares[0] + squares[1]) / freedom * (1 / sites[0] + 1 / sites[1]))
    return (means[0] - means[1]) / error, np.full(studies, float(freedom))


def staggered(
    random: Drawing,
    studies: int,
    treated: Sampled,
    control: Sampled,
    of: Staggered,
    n: float,
) -> tuple[Floats, Floats]:
    """Generalised least squares on the means of sites by period, with known variances."""
    started = of.started
    sites, periods = started.shape
    within, between = of.parts(n, treated.sd, control.sd)
    weights = _weights(started, within, between)
    noise = math.sqrt(within) * random.standard_normal((studies, sites, periods))
    noise += math.sqrt(between) * random.standard_normal((studies, sites, 1))
    cells = control.mean + (treated.mean - control.mean) * started + noise
    estimate = (cells * weights).sum(axis=(1, 2))
    error = math.sqrt(of.variance(n, treated.sd, control.sd))
    return estimate / error, np.full(studies, np.inf)


def _weights(started: Floats, within: float, between: float) -> Floats:
    """The weight of each cell in the estimate of the effect, (site, period)."""
    sites, periods = started.shape
    columns = [started.ravel(), *(np.tile(row, sites) for row in np.eye(periods))]
    design = np.column_stack(columns)
    block = np.linalg.inv(within * np.eye(periods) + between * np.ones((periods, periods)))
    precision = np.kron(np.eye(sites), block)
    inner = np.linalg.inv(design.T @ precision @ design)
    value: Floats = (inner @ design.T @ precision)[0].reshape(sites, periods)
    return value


def before_after(
    random: Drawing,
    studies: int,
    treated: Sampled,
    control: Sampled,
    of: BeforeAfter,
    n: int,
) -> tuple[Floats, Floats]:
    """The paired t test of people before and after; both are normal."""
    means, squares = np.empty(studies), np.empty(studies)
    step = max(1, BLOCK // n)
    for first in range(0, studies, step):
        rows = slice(first, min(first + step, studies))
        shape = (rows.stop - rows.start, n)
        before, own = random.standard_normal(shape), random.standard_normal(shape)
        after = of.correlation * before + math.sqrt(1 - of.correlation**2) * own
        change = treated.mean - control.mean + treated.sd * after - control.sd * before
        means[rows], squares[rows] = change.mean(axis=1), change.var(axis=1, ddof=1)
    return means / np.sqrt(squares / n), np.full(studies, float(n - 1))
