"""Power: the probability that a study finds a difference that is there, and what it takes.

A test is two-sided at the level `1 - level` of error. All formulas take the standard deviation as
known (the normal distribution, not Student's t), so with fewer than about 20 people a group they
say a little too much.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist

from ipscost.trial.designs import StudyDesign

NORMAL = NormalDist()
LEVEL = 0.95
MOST = 1e9
"""People who get the intervention, up to whom the number needed is looked for."""


def quantile(level: float = LEVEL) -> float:
    """The quantile of the normal distribution that a two-sided test is held against."""
    return NORMAL.inv_cdf((1 + level) / 2)


@dataclass(frozen=True, slots=True)
class TwoMeans:
    """A difference between two means: `effect`, and how much people differ in each group."""

    effect: float
    treated: float
    control: float

    def errors(self, design: StudyDesign, n: float) -> tuple[float, float]:
        """The standard error if there were no difference, and as it is: the same one twice."""
        error = math.sqrt(design.variance(n, self.treated, self.control))
        return error, error

    def smaller(self, share: float) -> TwoMeans:
        """The same people with a share of the effect."""
        return TwoMeans(self.effect * share, self.treated, self.control)


@dataclass(frozen=True, slots=True)
class TwoShares:
    """A difference between two shares of people; how much people differ follows from them."""

    treated: float
    control: float

    @property
    def effect(self) -> float:
        """The difference."""
        return self.treated - self.control

    def errors(self, design: StudyDesign, n: float) -> tuple[float, float]:
        """The standard error if both shares were their mean, and as they are.

        Source: Fleiss, Tytun and Ury 1980, Biometrics 36:343-346, without the correction for
        continuity (as in `bpower` of the R package Hmisc).
        """
        k = design.controls or 1.0
        mean = (self.treated + k * self.control) / (1 + k)
        pooled, with_, without = (_spread(share) for share in (mean, self.treated, self.control))
        none, there = design.variance(n, pooled, pooled), design.variance(n, with_, without)
        return math.sqrt(none), math.sqrt(there)

    def smaller(self, share: float) -> TwoShares:
        """The same control group with a share of the effect."""
        return TwoShares(self.control + self.effect * share, self.control)


Compared = TwoMeans | TwoShares


def _spread(share: float) -> float:
    """How much people differ of whom a share has something: the square root of p (1 - p)."""
    return math.sqrt(max(share * (1 - share), 0.0))


def power(compared: Compared, design: StudyDesign, n: float, level: float = LEVEL) -> float:
    """The probability that the study finds the difference, with its sign.

    The normal probability of (|effect| - z SE0) / SE1, with the standard errors of `errors`.
    Source: of means, Campbell, Julious and Altman 1995, BMJ, Estimating sample sizes for binary,
    ordered categorical, and continuous outcomes in two group comparisons; of shares, see
    `TwoShares.errors`.
    """
    none, there = compared.errors(design, n)
    above = abs(compared.effect) - quantile(level) * none
    if there == 0:
        return float(above > 0)
    return NORMAL.cdf(above / there)


def half_width(compared: Compared, design: StudyDesign, n: float, level: float = LEVEL) -> float:
    """Half the width of the interval of the difference, in its unit: z times its standard error."""
    return quantile(level) * compared.errors(design, n)[1]


def expected_p(compared: Compared, design: StudyDesign, n: float) -> float:
    """The two-sided p value of a study that finds exactly the difference, between 0 and 1."""
    none, _ = compared.errors(design, n)
    return 2 * NORMAL.cdf(-abs(compared.effect) / none)


def needed(
    compared: Compared, design: StudyDesign, goal: float = 0.8, level: float = LEVEL
) -> float | None:
    """How many people must get the intervention for a power of `goal`; a fraction, to round up.

    None where no number is enough: there is no difference, or sites differ too much.
    """
    return least(lambda n: power(compared, design, n, level) - goal, design.fewest)


def least(rises: Callable[[float], float], fewest: float) -> float | None:
    """Where a rising function of n is 0, by halving; None if it is below 0 up to MOST.

    `fewest` if it is above 0 there.
    """
    low, high = fewest, fewest
    if rises(low) >= 0:
        return low
    while rises(high) < 0:
        low, high = high, 2 * high
        if high > MOST:
            return None
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if rises(middle) >= 0 else (middle, high)
    return high
