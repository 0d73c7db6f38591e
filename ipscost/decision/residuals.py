"""Whether a regression follows what it is fitted to: the residuals in bins of a quantity's ranks.

A spline with 12 knots bends so much and no more. What waves or jumps faster stays in the residuals,
whose means in bins of neighbouring draws are then not 0.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

BINS = 30
DRAWS_PER_BIN = 50
"""With fewer, means of skewed residuals are not normal enough."""
SIGNIFICANCE = 0.01
"""The probability of any false alarm among all tests, by Bonferroni's correction."""
ROUNDING = 1e-18
"""A part of a mean square that is the square of a difference by rounding."""


def raised(left: Floats, fitted: Floats, orders: Sequence[Places], tests: int) -> float:
    """By how much the EVPPI is higher once the means of the bins are added to the regression.

    left, fitted: residuals and fitted gains, (arm, draw). orders: the draws in the order of each
    quantity, (draw,). Only means count that a chi-square test finds (`is_off`), at SIGNIFICANCE
    divided by the number of tests: arms x orders x `tests`. 0 where it finds none; the most of the
    quantities.
    """
    found = [0.0]
    level = SIGNIFICANCE / max(1, len(left) * len(orders) * tests)
    overall = left.var(axis=1) + ROUNDING * ((left + fitted) ** 2).mean(axis=1)
    for order in orders:
        count = min(BINS, order.size // DRAWS_PER_BIN)
        if count < 2:
            continue
        bins = np.array_split(order, count)
        means = np.array([left[:, each].mean(axis=1) for each in bins])
        # no variance below that of all: few skewed draws seldom show their long tail, and are then
        # both off and seemingly sure
        errors = np.array(
            [np.maximum(left[:, each].var(axis=1, ddof=1), overall) / each.size for each in bins]
        )
        off = [is_off(*each, level) for each in zip(means.T, errors.T, strict=True)]
        if not any(off):
            continue
        moved = fitted.copy()
        for each, mean in zip(bins, means, strict=True):
            moved[:, each] += np.where(off, mean, 0.0)[:, None]
        gain = np.maximum(moved.max(axis=0), 0).mean() - np.maximum(fitted.max(axis=0), 0).mean()
        found.append(float(gain))
    return max(found)


def is_off(means: Floats, errors: Floats, level: float) -> bool:
    """True where independent `means` are not all 0, at a significance of `level`.

    errors: the squared standard errors, (bin,). The sum of means^2 / errors is held
    against the chi-square distribution with a degree of freedom less than there are bins: the
    fitted constant takes one, and the fitted curve more, so that the test errs towards silence.
    Its quantile is by the cube root: Wilson and Hilferty 1931, doi 10.1073/pnas.17.12.684.
    """
    degrees = means.size - 1
    part = 2 / (9 * degrees)
    ratios = np.divide(means**2, errors, out=np.zeros_like(means), where=errors > 0)
    normal = (float(ratios.sum() / degrees) ** (1 / 3) - (1 - part)) / math.sqrt(part)
    return bool(normal > NormalDist().inv_cdf(1 - level))
