"""Studies drawn as they would come about, as a check of the formulas: the test of each one.

Each function returns a test statistic and its degrees of freedom for every drawn study, (study,).
What a person has is drawn from a distribution with the mean and standard deviation of the group:
`normal`, or `gamma` for a cost, which is skew and never negative.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from ipscost.trial.designs import BeforeAfter, BySite, Staggered

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

BLOCK = 500_000
"""Persons who are drawn at a time: 4 MB."""
NORMAL, GAMMA = "normal", "gamma"


class Drawing(Protocol):
    """A generator of random numbers, such as numpy's."""

    def standard_normal(self, size: tuple[int, ...], /) -> Floats: ...
    def gamma(self, shape: float, scale: float, size: tuple[int, ...], /) -> Floats: ...
    def binomial(self, n: int, p: float, size: int, /) -> NDArray[np.int64]: ...


@dataclass(frozen=True, slots=True)
class Sampled:
    """The people of one group: what they have on average, how much they differ, and in what way."""

    mean: float
    sd: float
    shape: str = NORMAL

    def drawn(self, random: Drawing, studies: int, n: int) -> Floats:
        """What each person of each study has, (study, person)."""
        if self.shape == GAMMA and self.mean > 0 and self.sd > 0:
            scale = self.sd**2 / self.mean
            return random.gamma(self.mean / scale, scale, (studies, n))
        return self.mean + self.sd * random.standard_normal((studies, n))

    def moments(self, random: Drawing, studies: int, n: int) -> tuple[Floats, Floats]:
        """The mean and the sample variance of `n` people in each study, (study,) each."""
        means, variances = np.empty(studies), np.empty(studies)
        step = max(1, BLOCK // n)
        for first in range(0, studies, step):
            rows = slice(first, min(first + step, studies))
            found = self.drawn(random, rows.stop - rows.start, n)
            means[rows], variances[rows] = found.mean(axis=1), found.var(axis=1, ddof=1)
        return means, variances


def welch(
    random: Drawing,
    studies: int,
    treated: Sampled,
    control: Sampled,
    sizes: tuple[int, int],
) -> tuple[Floats, Floats]:
    """Welch's test of two groups of different people.

    The degrees of freedom are those of Welch and Satterthwaite: (a + b)^2 / (a^2 / (n1 - 1) +
    b^2 / (n0 - 1)), for the squared standard errors a and b of the means.
    """
    (with_, square1), (without, square0) = (
        group.moments(random, studies, n)
        for group, n in zip((treated, control), sizes, strict=True)
    )
    a, b = square1 / sizes[0], square0 / sizes[1]
    freedom = (a + b) ** 2 / (a**2 / (sizes[0] - 1) + b**2 / (sizes[1] - 1))
    return (with_ - without) / np.sqrt(a + b), freedom


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
