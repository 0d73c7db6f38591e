"""Distributions by name: their parameters, the ways to state them, and their inverse CDF.

Each can be stated as publications state uncertainty: by a standard error, by an interval, by
a p-value, or by counts. A new way is one classmethod; a new distribution is one class and its
name in DISTRIBUTIONS.

Sources: Briggs, Claxton, Sculpher (2006), Decision Modelling for Health Economic Evaluation,
chapter 4 (method of moments for gamma and beta; normal on the log scale for ratios).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from ipscost.messages import Message
from ipscost.scenario.sound import (
    LARGE_BETA,
    UnfitError,
    comes_back,
    inside_share,
    positive,
    trusted,
    untrusted,
)
from ipscost.scenario.special import special

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


MAX_SIGMA = 2.0
"""The largest standard deviation of a ratio's logarithm; at 2 its mean is exp(2), 7.4, medians."""


def z_of_level(level: float) -> float:
    """Half the width of a central interval at `level`, in standard errors: 1.96 for 0.95."""
    return NormalDist().inv_cdf(0.5 + level / 2)


def z_of_p(p: float) -> float:
    """The absolute z of a two-sided normal test with p-value `p`."""
    return -NormalDist().inv_cdf(p / 2)


def normal_scores(u: Floats) -> Floats:
    """The standard normal value at each probability in `u`, shape (draw,)."""
    values: Floats = special().ndtri(u)
    return values


def normal_shares(z: Floats) -> Floats:
    """The probability below each standard normal value in `z`, shape (draw,), inside (0, 1).

    What would round to 0 or 1 becomes 2^-54 or 1 - 2^-53, where every inverse CDF is finite.
    """
    import numpy as np

    values: Floats = np.clip(special().ndtr(z), 2.0**-54, 1 - 2.0**-53)
    return values


class Distribution(Protocol):
    """What a distribution offers: its name, mean, standard deviation and inverse CDF.

    It is a dataclass whose fields are its parameters.
    """

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def name(self) -> str:
        """The name in DISTRIBUTIONS, or `fixed`."""

    @property
    def mean(self) -> float:
        """The expected value."""

    @property
    def sd(self) -> float:
        """The standard deviation."""

    def ppf(self, u: Floats) -> Floats:
        """The value at each probability in `u`, shape (draw,), each in (0, 1)."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A number without stated uncertainty."""

    value: float
    name = "fixed"

    @property
    def mean(self) -> float:
        """The number itself."""
        return self.value

    @property
    def sd(self) -> float:
        """Zero."""
        return 0.0

    def ppf(self, u: Floats) -> Floats:
        """The number, repeated for each draw, shape (draw,)."""
        return u * 0.0 + self.value


@dataclass(frozen=True, slots=True)
class Normal:
    """Normal with `mean` and `sd`: differences, and levels that may be negative."""

    mean: float
    sd: float
    name = "normal"

    @classmethod
    def from_se(cls, value: float, se: float) -> Normal:
        """With mean `value` and standard deviation `se`."""
        return cls(value, se)

    @classmethod
    def from_interval(cls, value: float, low: float, high: float, level: float) -> Normal:
        """With mean `value` and the width of the interval at `level`."""
        return cls(value, (high - low) / (2 * z_of_level(level)))

    @classmethod
    def from_p(cls, value: float, p: float) -> Normal:
        """With mean `value` and the standard error that gives the two-sided p-value `p`."""
        if value == 0:
            raise UnfitError(
                Message("a difference of 0 has no standard error that follows from its p-value")
            )
        return cls(value, abs(value) / z_of_p(p))

    def ppf(self, u: Floats) -> Floats:
        """The value at each probability, shape (draw,)."""
        values: Floats = self.mean + self.sd * special().ndtri(u)
        return values


@dataclass(frozen=True, slots=True)
class LogNormal:
    """Lognormal: the logarithm is normal with mean `mu` and standard deviation `sigma`. Ratios."""

    mu: float
    sigma: float
    name = "lognormal"

    @classmethod
    def from_se(cls, value: float, se: float) -> LogNormal:
        """With mean `value` and standard deviation `se` (method of moments)."""
        positive(cls.name, value)
        variance = math.log1p((se / value) ** 2)
        return cls(math.log(value) - variance / 2, math.sqrt(variance))

    @classmethod
    def from_interval(cls, value: float, low: float, high: float, level: float) -> LogNormal:
        """With median `value` and the interval's width on the log scale, as ratios are published.

        The mean is then above `value` by the factor exp(sigma^2 / 2).
        """
        positive(cls.name, min(value, low))
        return cls._of_median(value, math.log(high / low) / (2 * z_of_level(level)))

    @classmethod
    def from_p(cls, value: float, p: float) -> LogNormal:
        """With median `value` and the log standard error that gives the two-sided p-value `p`."""
        positive(cls.name, value)
        if value == 1:
            raise UnfitError(
                Message("a ratio of 1 has no standard error that follows from its p-value")
            )
        return cls._of_median(value, abs(math.log(value)) / z_of_p(p))

    @classmethod
    def _of_median(cls, value: float, sigma: float) -> LogNormal:
        """With median `value`. A `sigma` over 2 is refused: the mean would be over 7 medians."""
        if sigma > MAX_SIGMA:
            raise UnfitError(
                Message(
                    "a ratio of {value:g} with a log standard error of {sigma:.3g} is too "
                    "uncertain: its mean would be over {times:.0f} times as large",
                    value=value,
                    sigma=sigma,
                    times=math.exp(MAX_SIGMA**2 / 2),
                )
            )
        return cls(math.log(value), sigma)

    @property
    def mean(self) -> float:
        """The expected value, exp(mu + sigma^2 / 2)."""
        return math.exp(self.mu + self.sigma**2 / 2)

    @property
    def sd(self) -> float:
        """The standard deviation."""
        return self.mean * math.sqrt(math.expm1(self.sigma**2))

    def ppf(self, u: Floats) -> Floats:
        """The value at each probability, shape (draw,)."""
        import numpy as np

        values: Floats = np.exp(self.mu + self.sigma * special().ndtri(u))
        return values


@dataclass(frozen=True, slots=True)
class Gamma:
    """Gamma with `shape` and `scale`: costs and use, which are skewed and not negative."""

    shape: float
    scale: float
    name = "gamma"

    def __post_init__(self) -> None:
        trusted(self.name, self.shape)

    @classmethod
    def from_se(cls, value: float, se: float) -> Gamma:
        """With mean `value` and standard deviation `se` (method of moments)."""
        positive(cls.name, value)
        return cls((value / se) ** 2, se**2 / value)

    @classmethod
    def from_interval(cls, value: float, low: float, high: float, level: float) -> Gamma:
        """With mean `value` and the standard error that a normal interval of this width has."""
        return cls.from_se(value, (high - low) / (2 * z_of_level(level)))

    @property
    def mean(self) -> float:
        """The expected value."""
        return self.shape * self.scale

    @property
    def sd(self) -> float:
        """The standard deviation."""
        return math.sqrt(self.shape) * self.scale

    def ppf(self, u: Floats) -> Floats:
        """The value at each probability, shape (draw,)."""
        values: Floats = self.scale * special().gammaincinv(self.shape, u)
        return values

    def isf(self, u: Floats) -> Floats:
        """The value with each probability above it, shape (draw,)."""
        values: Floats = self.scale * special().gammainccinv(self.shape, u)
        return values


@dataclass(frozen=True, slots=True)
class Beta:
    """Beta with `a` and `b`: shares."""

    a: float
    b: float
    name = "beta"

    def __post_init__(self) -> None:
        for shape in (self.a, self.b):
            trusted(self.name, shape)
        if self.a + self.b > LARGE_BETA and not comes_back(self.a, self.b):
            raise untrusted(self.name)

    @classmethod
    def from_se(cls, value: float, se: float) -> Beta:
        """With mean `value` and standard deviation `se`, which must be below sqrt(m (1 - m))."""
        inside_share(cls.name, value)
        if se**2 >= value * (1 - value):
            limit = math.sqrt(value * (1 - value))
            raise UnfitError(
                Message(
                    "a share of {value:g} has a standard error below {limit:.3g}",
                    value=value,
                    limit=limit,
                )
            )
        size = value * (1 - value) / se**2 - 1
        return cls(value * size, (1 - value) * size)

    @classmethod
    def from_interval(cls, value: float, low: float, high: float, level: float) -> Beta:
        """With mean `value` and the standard error that a normal interval of this width has."""
        return cls.from_se(value, (high - low) / (2 * z_of_level(level)))

    @classmethod
    def from_counts(cls, events: float, n: float) -> Beta | Unseen:
        """With mean events / n and the weight of `n` observed persons.

        With events in none or in all, half a person is added to each group (see `Unseen`).
        """
        if events in (0, n):
            return Unseen(events + 0.5, n - events + 0.5, events / n)
        inside_share(cls.name, events / n)
        return cls(events, n - events)

    @property
    def mean(self) -> float:
        """The expected value."""
        return self.a / (self.a + self.b)

    @property
    def sd(self) -> float:
        """The standard deviation."""
        size = self.a + self.b
        return math.sqrt(self.a * self.b / (size**2 * (size + 1)))

    def ppf(self, u: Floats) -> Floats:
        """The value at each probability, shape (draw,)."""
        values: Floats = special().betaincinv(self.a, self.b, u)
        return values

    def isf(self, u: Floats) -> Floats:
        """The value with each probability above it, shape (draw,)."""
        values: Floats = special().betainccinv(self.a, self.b, u)
        return values


@dataclass(frozen=True, slots=True)
class Unseen:
    """A share observed as 0 or 1, `seen`: nobody had the event, or everybody had it.

    The mean is the observed share. The draws are from a Beta with `a` and `b`, half a person more
    in each group than was observed (Jeffreys prior: Brown, Cai, DasGupta 2001, doi
    10.1214/ss/1009213286). For 0 of 50, 97.5% of them lie below 4.9%.
    """

    a: float
    b: float
    seen: float
    name = "beta"

    @property
    def mean(self) -> float:
        """The observed share."""
        return self.seen

    @property
    def sd(self) -> float:
        """The standard deviation of the Beta."""
        return Beta(self.a, self.b).sd

    def ppf(self, u: Floats) -> Floats:
        """The value of the Beta at each probability, shape (draw,)."""
        return Beta(self.a, self.b).ppf(u)


@dataclass(frozen=True, slots=True)
class Uniform:
    """Uniform between `low` and `high`: bounds without a preference inside."""

    low: float
    high: float
    name = "uniform"

    @classmethod
    def from_se(cls, value: float, se: float) -> Uniform:
        """With mean `value` and standard deviation `se`."""
        return cls(value - se * math.sqrt(3), value + se * math.sqrt(3))

    @classmethod
    def from_interval(cls, value: float, low: float, high: float, level: float) -> Uniform:
        """With the central interval at `level` from `low` to `high`; `value` is its middle."""
        middle, half = (low + high) / 2, (high - low) / 2 / level
        if not math.isclose(value, middle, rel_tol=1e-6, abs_tol=1e-9):
            message = Message(
                "a uniform distribution has its mean in the middle, {middle:g}", middle=middle
            )
            raise UnfitError(message, Message("take dist out"))
        return cls(middle - half, middle + half)

    @property
    def mean(self) -> float:
        """The expected value."""
        return (self.low + self.high) / 2

    @property
    def sd(self) -> float:
        """The standard deviation."""
        return (self.high - self.low) / math.sqrt(12)

    def ppf(self, u: Floats) -> Floats:
        """The value at each probability, shape (draw,)."""
        return self.low + (self.high - self.low) * u


DISTRIBUTIONS: dict[str, Any] = {
    "normal": Normal,
    "lognormal": LogNormal,
    "gamma": Gamma,
    "beta": Beta,
    "uniform": Uniform,
}

WAYS = {"se": "from_se", "interval": "from_interval", "p": "from_p", "n": "from_counts"}


def ways(name: str) -> tuple[str, ...]:
    """The ways in which the distribution `name` can be stated, as keys of a scenario."""
    return tuple(way for way, method in WAYS.items() if hasattr(DISTRIBUTIONS[name], method))
