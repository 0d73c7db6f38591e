"""Lack of fit of a regression: do the residuals, in bins by a quantity's ranks, average to 0?

A spline with 12 knots can follow only so many bends. Faster waves and jumps stay in the residuals,
and the means of these over bins of neighbouring draws then differ from 0.
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
"""More than twice the 12 knots of the spline, so that bins show waves that it cannot follow: of
sin(12 pi u), with six periods, there are five bins a period (docs/method.md)."""
DRAWS_PER_BIN = 50
"""With fewer draws in a bin, the means of skewed residuals are not normal enough for the test."""
SIGNIFICANCE = 0.01
"""The probability of any false alarm among all tests together, by Bonferroni's correction."""
ROUNDING = 1e-18
"""The share of a mean square that may be the square of rounding errors: some (1e-9)^2."""


def raised(left: Floats, fitted: Floats, orders: Sequence[Places], tests: int) -> float:
    """By how much the EVPPI rises if the bin means of the residuals are added to the regression.

    left, fitted: residuals and fitted values of the gain over the chosen arm, (arm, draw), in money
        per person.
    orders: for each quantity, the indices of the draws in its order, (draw,).
    tests: how many such regressions are tested in all.

    Bin means of an arm count only if a chi-square test (`is_off`) rejects that they are all 0, at
    SIGNIFICANCE / (arms x orders x tests). Returns the largest rise over the quantities, in money
    per person; 0 if no test rejects.
    """
    rises = [0.0]
    level = SIGNIFICANCE / max(1, len(left) * len(orders) * tests)
    overall = left.var(axis=1) + ROUNDING * ((left + fitted) ** 2).mean(axis=1)
    for order in orders:
        count = min(BINS, order.size // DRAWS_PER_BIN)
        if count < 2:
            continue
        bins = np.array_split(order, count)
        means = np.array([left[:, each].mean(axis=1) for each in bins])
        # a bin's variance counts as no less than that of all draws: a few draws of a skewed
        # residual often miss its long tail, so that their mean is off and looks precise
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
        rises.append(float(gain))
    return max(rises)


def is_off(means: Floats, errors: Floats, level: float) -> bool:
    """True if independent `means`, (bin,), are not all 0, at the significance `level`.

    errors: their squared standard errors, (bin,). The sum of means^2 / errors is compared with the
    chi-square distribution with one degree of freedom less than there are bins: the fitted constant
    takes one, and the fitted curve takes more, so the test is conservative. The quantile is by the
    cube-root approximation of Wilson and Hilferty 1931, doi 10.1073/pnas.17.12.684.
    """
    degrees = means.size - 1
    part = 2 / (9 * degrees)
    ratios = np.divide(means**2, errors, out=np.zeros_like(means), where=errors > 0)
    normal = (float(ratios.sum() / degrees) ** (1 / 3) - (1 - part)) / math.sqrt(part)
    return bool(normal > NormalDist().inv_cdf(1 - level))
