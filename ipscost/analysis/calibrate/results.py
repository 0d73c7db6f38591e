"""What a fit says: each number with its interval, each target, how it fits, and what is left open.

Numbers are rounded where their last digits are those of a numerical derivative.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.calibrate.calibrated import Calibrated
from ipscost.analysis.interval import Interval
from ipscost.analysis.verify import unit_of
from ipscost.scenario.calibration import CalibrationTarget, Unknown
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]

HARDLY = 0.95
"""The correlation of two fitted numbers from which on they are hardly told apart."""
NOTHING = 1e-9
"""What is nothing but rounding."""
TOLD = 6
"""The digits of a derivative that mean anything."""


@dataclass(frozen=True, slots=True)
class FittedNumber:
    """An unknown as it was fitted, in its stated unit.

    `fitted` has the central interval at 95% where the number has a distribution; it and its
    standard error `se` are None where the targets do not determine it. `where` it lies: `low` or
    `high`, on that bound; `inside`; `close`, hardly told apart from another; or `open`.
    """

    unknown: Unknown
    fitted: Interval | None
    se: float | None
    where: str

    @property
    def unit(self) -> str:
        """The stated unit."""
        return str(self.unknown.quantity.unit)


@dataclass(frozen=True, slots=True)
class Aim:
    """A target in its own unit, what the scenario gives for it at the fit and at the start.

    `residual`: what is given less what was published, in standard errors.
    """

    target: CalibrationTarget
    unit: str
    se: float
    fitted: float
    residual: float
    at_start: float


@dataclass(frozen=True, slots=True)
class Quality:
    """How it fits: weighted sums of squares, a chi-square test of the fit, and the Jacobian.

    `condition` is the largest of its `singular` values by the least, None where that is nothing;
    `p` is None without degrees of freedom.
    """

    squares: float
    at_start: float
    freedom: int
    p: float | None
    condition: float | None
    singular: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class OtherFit:
    """Another fit that is nearly as good: the unknowns there, in their stated units."""

    values: tuple[float, ...]
    squares: float


@dataclass(frozen=True, slots=True)
class FitResults:
    """All that a fit says; `correlations` are of pairs of unknowns, by their places."""

    numbers: tuple[FittedNumber, ...]
    aims: tuple[Aim, ...]
    quality: Quality
    correlations: tuple[tuple[int, int, float], ...]
    others: tuple[OtherFit, ...]


def results(found: Calibrated) -> FitResults:
    """What a fit says."""
    fit = found.fit
    size = len(found.unknowns)
    pairs = ((one, two) for one in range(size) for two in range(one + 1, size))
    rhos = [(one, two, float(fit.correlation[one, two])) for one, two in pairs]
    return FitResults(
        numbers=tuple(_numbers(found)),
        aims=tuple(_aims(found)),
        quality=_quality(found),
        correlations=tuple((a, b, round(rho, TOLD)) for a, b, rho in rhos if np.isfinite(rho)),
        others=tuple(
            OtherFit(tuple(told(float(value)) for value in other.values), told(other.squares, 4))
            for other in fit.others
        ),
    )


def told(value: float, digits: int = TOLD) -> float:
    """A number to a few digits: the last ones of a derivative mean nothing."""
    return float(f"{value:.{digits}g}") if abs(value) > NOTHING else 0.0


def _numbers(found: Calibrated) -> Iterator[FittedNumber]:
    """Each unknown as it was fitted."""
    fit, is_open, is_close = found.fit, adrift(found), hardly_told(found)
    for place, unknown in enumerate(found.unknowns):
        where = {-1: "low", 0: "inside", 1: "high"}[int(fit.best.at[place])]
        if where == "inside" and is_close[place]:
            where = "close"
        if is_open[place]:
            yield FittedNumber(unknown, None, None, "open")
            continue
        fitted, dist = Interval(float(fit.best.values[place])), found.distribution(place)
        if dist is not None:
            tail = (1 - LEVEL) / 2
            low, high = (told(float(end)) for end in dist.ppf(np.array([tail, 1 - tail])))
            fitted = Interval(fitted.mean, low, high)
        se = float(fit.se[place])
        yield FittedNumber(unknown, fitted, told(se) if np.isfinite(se) else None, where)


def _aims(found: Calibrated) -> Iterator[Aim]:
    """Each target, and what the scenario gives for it."""
    for place, target in enumerate(found.targets):
        yield Aim(
            target,
            unit_of(target, found.scenario),
            told(target.se),
            float(found.predicted[place]),
            told(float(found.fit.residuals[place])),
            float(found.at_start[place]),
        )


def _quality(found: Calibrated) -> Quality:
    """How it fits."""
    fit = found.fit
    value = np.array([target.value for target in found.targets])
    se = np.array([target.se for target in found.targets])
    return Quality(
        fit.squares,
        float((((found.at_start - value) / se) ** 2).sum()),
        fit.degrees,
        fit.p,
        fit.condition if np.isfinite(fit.condition) else None,
        tuple(told(float(value)) for value in fit.singular),
    )


# --- what is not told apart --------------------------------------------------------------------


def close_pairs(found: Calibrated) -> Iterator[tuple[int, int, float]]:
    """The pairs of unknowns whose correlation is above HARDLY, with it."""
    size = len(found.unknowns)
    for first in range(size):
        for second in range(first + 1, size):
            rho = float(found.fit.correlation[first, second])
            if np.isfinite(rho) and abs(rho) > HARDLY:
                yield first, second, rho


def adrift(found: Calibrated) -> Flags:
    """The unknowns that are not determined, or not told apart from one that is not, (unknown,)."""
    is_open = found.fit.is_open
    flags: Flags = is_open.copy()
    for first, second, _ in close_pairs(found):
        flags[[first, second]] |= is_open[first] or is_open[second]
    return flags


def hardly_told(found: Calibrated) -> Flags:
    """The unknowns that are hardly told apart from another, (unknown,)."""
    flags = np.zeros(len(found.unknowns), dtype=bool)
    for first, second, _ in close_pairs(found):
        flags[[first, second]] = True
    return flags
