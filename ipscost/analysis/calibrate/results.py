"""The results of a calibration: fitted numbers, targets, goodness of fit, identifiability.

Numbers that come from a numerical derivative are rounded to the digits that it determines.
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
"""Two fitted numbers with a correlation above this are hardly identified separately."""
NOTHING = 1e-9
"""A derivative, or a residual in standard errors, of at most this size is rounding."""
DIGITS = 6
"""Significant digits of a result that comes from a numerical derivative."""


@dataclass(frozen=True, slots=True)
class FittedNumber:
    """A fitted number, in its stated unit.

    fitted: with a central 95% interval if it has a distribution. se: its standard error. Both are
        None if the targets do not identify it.
    where: `low` or `high` on a bound; `close` inside, but hardly identified apart from another
        number; `inside`; or `open`, not identified.
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
    """A target and the model's values for it, in its own unit: at the fit and at the start.

    residual: the fitted minus the published value, in standard errors of the latter.
    """

    target: CalibrationTarget
    unit: str
    se: float
    fitted: float
    residual: float
    at_start: float


@dataclass(frozen=True, slots=True)
class Quality:
    """Goodness of fit: weighted sums of squares, a chi-square test, the conditioning of the fit.

    squares, at_start: at the fit and at the stated start. freedom: degrees of freedom. p: None
    without any. singular: the singular values of the scaled Jacobian. condition: the largest over
    the smallest of them; None if it is infinite.
    """

    squares: float
    at_start: float
    freedom: int
    p: float | None
    condition: float | None
    singular: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class OtherFit:
    """Another fit that is nearly as good: its unknowns, in their stated units."""

    values: tuple[float, ...]
    squares: float


@dataclass(frozen=True, slots=True)
class FitResults:
    """The results of a calibration; `correlations` are (index, index, correlation) of unknowns."""

    numbers: tuple[FittedNumber, ...]
    aims: tuple[Aim, ...]
    quality: Quality
    correlations: tuple[tuple[int, int, float], ...]
    others: tuple[OtherFit, ...]


def results(calibrated: Calibrated) -> FitResults:
    """The results of a calibration."""
    fit = calibrated.fit
    size = len(calibrated.unknowns)
    pairs = ((one, two) for one in range(size) for two in range(one + 1, size))
    rhos = [(one, two, float(fit.correlation[one, two])) for one, two in pairs]
    return FitResults(
        numbers=tuple(_numbers(calibrated)),
        aims=tuple(_aims(calibrated)),
        quality=_quality(calibrated),
        correlations=tuple((a, b, round(rho, DIGITS)) for a, b, rho in rhos if np.isfinite(rho)),
        others=tuple(
            OtherFit(
                tuple(significant(float(value)) for value in other.values),
                significant(other.squares, 4),
            )
            for other in fit.others
        ),
    )


def significant(value: float, digits: int = DIGITS) -> float:
    """A number rounded to significant digits; 0 if it is at most NOTHING."""
    return float(f"{value:.{digits}g}") if abs(value) > NOTHING else 0.0


def _numbers(calibrated: Calibrated) -> Iterator[FittedNumber]:
    """Each unknown as it was fitted, in file order."""
    fit, is_open, is_close = calibrated.fit, unidentified(calibrated), hardly_identified(calibrated)
    for index, unknown in enumerate(calibrated.unknowns):
        where = {-1: "low", 0: "inside", 1: "high"}[int(fit.best.at[index])]
        if where == "inside" and is_close[index]:
            where = "close"
        if is_open[index]:
            yield FittedNumber(unknown, None, None, "open")
            continue
        fitted, dist = Interval(float(fit.best.values[index])), calibrated.distribution(index)
        if dist is not None:
            tail = (1 - LEVEL) / 2
            low, high = (significant(float(end)) for end in dist.ppf(np.array([tail, 1 - tail])))
            fitted = Interval(fitted.mean, low, high)
        se = float(fit.se[index])
        yield FittedNumber(unknown, fitted, significant(se) if np.isfinite(se) else None, where)


def _aims(calibrated: Calibrated) -> Iterator[Aim]:
    """Each target and the model's values for it, in file order."""
    for index, target in enumerate(calibrated.targets):
        yield Aim(
            target,
            unit_of(target, calibrated.scenario),
            significant(target.se),
            float(calibrated.predicted[index]),
            significant(float(calibrated.fit.residuals[index])),
            float(calibrated.at_start[index]),
        )


def _quality(calibrated: Calibrated) -> Quality:
    """The goodness of a fit."""
    fit = calibrated.fit
    value = np.array([target.value for target in calibrated.targets])
    se = np.array([target.se for target in calibrated.targets])
    return Quality(
        fit.squares,
        float((((calibrated.at_start - value) / se) ** 2).sum()),
        fit.degrees,
        fit.p,
        fit.condition if np.isfinite(fit.condition) else None,
        tuple(significant(float(value)) for value in fit.singular),
    )


# --- identifiability ---------------------------------------------------------------------------


def close_pairs(calibrated: Calibrated) -> Iterator[tuple[int, int, float]]:
    """Pairs of unknowns, by index, whose correlation exceeds HARDLY in size, with it."""
    size = len(calibrated.unknowns)
    for first in range(size):
        for second in range(first + 1, size):
            rho = float(calibrated.fit.correlation[first, second])
            if np.isfinite(rho) and abs(rho) > HARDLY:
                yield first, second, rho


def unidentified(calibrated: Calibrated) -> Flags:
    """Unknowns that are not identified, or are close to one that is not, (unknown,)."""
    is_open = calibrated.fit.is_open
    flags: Flags = is_open.copy()
    for first, second, _ in close_pairs(calibrated):
        flags[[first, second]] |= is_open[first] or is_open[second]
    return flags


def hardly_identified(calibrated: Calibrated) -> Flags:
    """Unknowns that are hardly identified apart from another one, (unknown,)."""
    flags = np.zeros(len(calibrated.unknowns), dtype=bool)
    for first, second, _ in close_pairs(calibrated):
        flags[[first, second]] = True
    return flags
