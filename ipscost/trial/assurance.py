"""Assurance: the probability that a study finds an effect, over what the effect may be.

Power takes the effect as it is stated. But the effect is not known, which is why it is studied:
assurance is the mean of the power over its distribution. Source: O'Hagan, Stevens and Campbell
2005, Assurance in clinical trial design, Pharmaceutical Statistics.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from ipscost.trial.designs import StudyDesign
from ipscost.trial.power import LEVEL, NORMAL, Compared, TwoMeans, TwoShares, quantile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def assurance(
    compared: TwoMeans, uncertainty: float, design: StudyDesign, n: float, level: float = LEVEL
) -> float:
    """The assurance where the effect is normal with standard deviation `uncertainty`.

    What the study finds is then normal with the variance of the study plus that of the effect, and
    must be beyond z standard errors of the study on the side of the expected effect.
    """
    error, _ = compared.errors(design, n)
    return NORMAL.cdf(
        (abs(compared.effect) - quantile(level) * error) / math.hypot(error, uncertainty)
    )


def assurance_of_means(
    compared: TwoMeans, effects: Floats, design: StudyDesign, n: float, level: float = LEVEL
) -> float:
    """The mean power over draws of the effect, (draw,); a wrong sign counts as not found."""
    error, _ = compared.errors(design, n)
    return mean_of_normal(math.copysign(1, compared.effect) * effects / error - quantile(level))


def assurance_of_shares(
    compared: TwoShares,
    treated: Floats,
    control: Floats,
    design: StudyDesign,
    n: float,
    level: float = LEVEL,
) -> float:
    """The same over draws of both shares, (draw,), with the standard errors of each draw."""
    k = design.controls or 1.0
    mean = (treated + k * control) / (1 + k)
    unit = design.variance(n, 1.0, 0.0), design.variance(n, 0.0, 1.0)
    both = design.variance(n, 1.0, 1.0) - sum(unit)  # what the groups share, before and after
    none = np.sqrt(np.maximum(mean * (1 - mean), 1e-12) * (sum(unit) + both))
    with_, without = (np.maximum(share * (1 - share), 1e-12) for share in (treated, control))
    there = np.sqrt(unit[0] * with_ + unit[1] * without + both * np.sqrt(with_ * without))
    found = math.copysign(1, compared.effect) * (treated - control)
    return mean_of_normal((found - quantile(level) * none) / there)


def mean_of_normal(values: Floats) -> float:
    """The mean of the normal distribution function over values, (draw,)."""
    return math.fsum(0.5 * math.erfc(-value / math.sqrt(2)) for value in values.tolist()) / max(
        values.size, 1
    )


def of_draws(
    compared: Compared,
    treated: Floats,
    control: Floats,
    design: StudyDesign,
    n: float,
    level: float = LEVEL,
) -> float:
    """The assurance over draws of what each group has, (draw,)."""
    if isinstance(compared, TwoShares):
        return assurance_of_shares(compared, treated, control, design, n, level)
    return assurance_of_means(compared, treated - control, design, n, level)
