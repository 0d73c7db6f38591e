"""Designs that a municipality can run, and the variance of the difference that each finds.

`n` is the number of people who get the intervention; it may be a fraction where a formula is solved
for it. A standard deviation is between people of one group, in the unit of what is measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FEWEST = 2.0
"""People who get the intervention: of one there is no spread."""
FEWEST_SITES = 4
"""With two sites an arm a difference between sites cannot be told from one between arms."""


class StudyDesign(Protocol):
    """How people are compared."""

    @property
    def controls(self) -> float:
        """People without the intervention for each who gets it."""
        ...

    @property
    def fewest(self) -> float:
        """The fewest people with the intervention of whom such a study can be made."""
        ...

    def variance(self, n: float, treated: float, control: float) -> float:
        """The variance of the difference between the means, from the two standard deviations."""
        ...


@dataclass(frozen=True, slots=True)
class TwoGroups:
    """Two groups of different people; `controls` of them without for each with the intervention."""

    controls: float = 1.0

    @property
    def fewest(self) -> float:
        """Two: of one person there is no spread."""
        return FEWEST

    def variance(self, n: float, treated: float, control: float) -> float:
        """sd1^2 / n + sd0^2 / (k n): variances of independent means add up."""
        return treated**2 / n + control**2 / (self.controls * n)


@dataclass(frozen=True, slots=True)
class BySite:
    """Whole sites get the intervention or not, half of them each, with as many people.

    sites: of both kinds together. icc: the share of the variance that lies between sites (the
    intracluster correlation).
    """

    sites: int
    icc: float
    controls: float = 1.0

    @property
    def fewest(self) -> float:
        """One a site."""
        return self.sites / 2

    def effect(self, n: float) -> float:
        """The design effect 1 + (m - 1) icc for m people a site, never below 1.

        Source: Bland 2000, Family Practice 17:S17-S20; Hsieh, Lavori, Cohen and Feussner 2003, doi
        10.1177/0163278703255230.
        """
        return 1 + max(n / (self.sites / 2) - 1, 0.0) * self.icc

    def variance(self, n: float, treated: float, control: float) -> float:
        """That of two groups of different people, times the design effect."""
        return self.effect(n) * (treated**2 + control**2) / n


@dataclass(frozen=True, slots=True)
class Staggered:
    """All sites get the intervention, but start one group after another (a stepped wedge).

    sites: of them all. steps: groups that start one after another; there is one period more than
    that, and other people are measured in each period of each site, equally many. icc: as in
    `BySite`. Half of all measured have the intervention where groups are equally large; `n` is
    that half.
    """

    sites: int
    steps: int
    icc: float
    controls: float = 1.0

    @property
    def fewest(self) -> float:
        """One in each period of each site, of whom half have the intervention."""
        return self.sites * (self.steps + 1) / 2

    @property
    def started(self) -> Floats:
        """1 where a site has started in a period, else 0, (site, period)."""
        first = np.concatenate(
            [
                np.full(part.size, step + 1)
                for step, part in enumerate(np.array_split(np.arange(self.sites), self.steps))
            ]
        )
        value: Floats = (np.arange(self.steps + 1) >= first[:, None]).astype(float)
        return value

    def in_cell(self, n: float) -> float:
        """People who are measured in one period of one site."""
        return 2 * n / (self.sites * (self.steps + 1))

    def parts(self, n: float, treated: float, control: float) -> tuple[float, float]:
        """The variance of a cell's mean, and that between sites, of the mean of both variances."""
        square = (treated**2 + control**2) / 2
        return (1 - self.icc) * square / self.in_cell(n), self.icc * square

    def variance(self, n: float, treated: float, control: float) -> float:
        """The variance of the effect by weighted least squares with an effect of each period.

        I s (s + T t) / ((I U - W) s + (U^2 + I T U - T W - I V) t), for I sites, T periods, the
        variance s of a cell's mean and t between sites, U the sum of `started`, W the sum of its
        squared sums by period and V of those by site. Source: Hussey and Hughes 2007, Contemporary
        Clinical Trials 28:182-191.
        """
        s, t = self.parts(n, treated, control)
        started = self.started
        i, periods = started.shape
        u = float(started.sum())
        w = float((started.sum(axis=0) ** 2).sum())
        v = float((started.sum(axis=1) ** 2).sum())
        below = (i * u - w) * s + (u**2 + i * periods * u - periods * w - i * v) * t
        return float(i * s * (s + periods * t) / below)


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """The same people before and after, and nobody to compare them with.

    correlation: between what one person has before and after. Whatever else changes meanwhile
    counts as an effect.
    """

    correlation: float = 0.0

    @property
    def controls(self) -> float:
        """Nobody: the people are their own comparison."""
        return 0.0

    @property
    def fewest(self) -> float:
        """Two: of one person there is no spread."""
        return FEWEST

    def variance(self, n: float, treated: float, control: float) -> float:
        """(sd1^2 + sd0^2 - 2 r sd1 sd0) / n: the variance of a mean of differences."""
        return (treated**2 + control**2 - 2 * self.correlation * treated * control) / n
