"""How a study of two groups is tested: Welch's test, the bootstrap, or gamma regression.

Costs are skew, so that a reader may doubt a test of means. Each test takes what the persons of many
drawn studies have, (study, person) by group, and says by how much and how surely they differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

WELCH: Final = "welch"
BOOTSTRAP: Final = "bootstrap"
GAMMA: Final = "gamma"
TESTS: Final = (WELCH, BOOTSTRAP, GAMMA)
RESAMPLES = 1_000
"""So many samples are drawn from each study: of a p of 0.05 the error is then 0.007."""


class Resampling(Protocol):
    """A generator of whole random numbers, such as numpy's."""

    def integers(self, low: int, high: int, size: tuple[int, ...], /) -> NDArray[np.int64]: ...


def welch(treated: Floats, control: Floats) -> tuple[Floats, Floats]:
    """Welch's t and its degrees of freedom, (study,) each.

    The degrees of freedom are those of Welch and Satterthwaite: (a + b)^2 / (a^2 / (n1 - 1) +
    b^2 / (n0 - 1)), for the squared standard errors a and b of the means.
    """
    sizes = treated.shape[1], control.shape[1]
    a, b = treated.var(axis=1, ddof=1) / sizes[0], control.var(axis=1, ddof=1) / sizes[1]
    freedom = (a + b) ** 2 / (a**2 / (sizes[0] - 1) + b**2 / (sizes[1] - 1))
    return (treated.mean(axis=1) - control.mean(axis=1)) / np.sqrt(a + b), freedom


def gamma(treated: Floats, control: Floats) -> tuple[Floats, Floats]:
    """The t of gamma regression with a logarithmic link, and its degrees of freedom, (study,) each.

    With the two groups alone the estimate is the logarithm of the ratio of the means, and its
    variance D (1 / n1 + 1 / n0) for Pearson's dispersion D, the sum of ((y - m) / m)^2 over n - 2.
    People with no cost count, as in a quasi-likelihood. Source: McCullagh and Nelder 1989,
    Generalized Linear Models, chapter 8. A study without any cost in a group has a t of 0.
    """
    sizes = treated.shape[1], control.shape[1]
    means = [group.mean(axis=1) for group in (treated, control)]
    some = np.minimum(*means) > 0
    kept = [np.where(some, mean, 1.0) for mean in means]
    squares = [
        ((group / mean[:, None] - 1) ** 2).sum(axis=1)
        for group, mean in zip((treated, control), kept, strict=True)
    ]
    freedom = float(sum(sizes) - 2)
    error = np.sqrt((squares[0] + squares[1]) / freedom * (1 / sizes[0] + 1 / sizes[1]))
    found = np.where(some, np.log(kept[0] / kept[1]) / error, 0.0)
    return found, np.full(found.shape, freedom)


def bootstrap(random: Resampling, treated: Floats, control: Floats) -> Floats:
    """The two-sided p value of the difference by percentiles of the bootstrap, (study,).

    Twice the smaller share of the samples that differ in one direction: below 0.05 where the 95%
    interval of percentiles leaves out 0. All studies that are handed over at once are resampled
    with the same weights, each of which is how often a person is drawn. Source: Efron and
    Tibshirani 1993, An Introduction to the Bootstrap, chapter 13.
    """
    means = [_resampled(random, group) for group in (treated, control)]
    difference = means[0] - means[1]
    shares = [(difference <= 0).mean(axis=1), (difference >= 0).mean(axis=1)]
    value: Floats = np.minimum(2 * np.minimum(*shares), 1.0)
    return value


def _resampled(random: Resampling, group: Floats) -> Floats:
    """The means of the samples of each study, (study, sample)."""
    n = group.shape[1]
    drawn = random.integers(0, n, (RESAMPLES, n)) + n * np.arange(RESAMPLES)[:, None]
    weights = np.bincount(drawn.ravel(), minlength=RESAMPLES * n).reshape(RESAMPLES, n)
    # Which side of 0 a difference is on hangs on no rounding, so that a product of matrices, whose
    # last digits differ between machines, is as good as a sum in order.
    value: Floats = group @ weights.T.astype(float) / n
    return value
