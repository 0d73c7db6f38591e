"""Monte Carlo standard errors: how far off results may be with a finite number of draws."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.percentiles import percentile, ranked, tails

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True)
class SamplingError:
    """Monte Carlo standard errors, from running a finite number of draws.

    mean: of the mean of the draws. low, high: of the two ends of the interval.
    """

    mean: float
    low: float
    high: float

    @property
    def ends(self) -> float:
        """The larger of the errors of the two ends."""
        return max(self.low, self.high)


def sampling_error(draws: Floats, replicates: int, level: float) -> SamplingError | None:
    """The Monte Carlo errors of the mean of draws, (draw,), and of the interval at `level`.

    Random draws (`replicates` of 1): sd / sqrt(n) for the mean; for an end, half the distance
    between the order statistics one binomial standard deviation below and above it. Sobol points:
    the standard deviation of the replicates' own means and ends over the square root of their
    number (Owen 1997, doi 10.1214/aos/1031594731); None with fewer than two draws per replicate.
    See docs/method.md, Monte Carlo error.
    """
    if replicates > 1:
        return _of_replicates(draws, replicates, level)
    n = draws.size
    mean = float(np.std(draws, ddof=1)) / math.sqrt(n)
    errors = []
    for share in tails(level):
        width = math.sqrt(n * share * (1 - share))
        ranks = [min(max(round(n * share + w), 0), n - 1) for w in (-width, width)]
        low, high = ranked(draws, ranks)
        errors.append(float(high - low) / 2)
    return SamplingError(mean, *errors)


def _of_replicates(draws: Floats, replicates: int, level: float) -> SamplingError | None:
    """The errors of Sobol points, whose independent replicates take turns in the draws."""
    if draws.size < 2 * replicates:
        return None
    parts = [np.sort(draws[number::replicates]) for number in range(replicates)]
    each = [[part.mean(), *(percentile(part, s) for s in tails(level))] for part in parts]
    errors = np.std(each, axis=0, ddof=1) / math.sqrt(replicates)
    return SamplingError(*(float(error) for error in errors))
