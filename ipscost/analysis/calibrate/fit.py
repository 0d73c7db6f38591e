"""Weighted least squares between bounds, on arrays: search, covariance, what is not determined.

For residuals r(x) = (f(x) - y) / se of targets y with standard errors se, the sum of squares r'r is
the least at the fit; with Jacobian J = dr/dx there, the covariance of the unknowns is (J'J)^-1
(Seber and Wild 1989, Nonlinear Regression, doi 10.1002/0471725315, chapter 2).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.calibrate.determined import NEGLIGIBLE, covariance

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

Residuals = Callable[["Floats"], "Floats"]
"""From points (point, unknown) to residuals in standard errors, (point, target)."""

WIDE = 10.0
"""Bounds whose ratio is above this are searched on a logarithmic scale."""
STEP = 2e-4
"""The step of a derivative, as a share of the range that is searched."""
NEAR = 1e-3
"""How near to a bound, as a share of the range, an unknown may lie on it."""
WALK = 20
"""In how many steps an unknown on one bound is moved to the other."""
SLACK = 0.5
"""The share of its range from which on an unknown that may lie anywhere in it is not determined."""
APART = 1e-2
"""How far apart, as a share of the range, two fits are two."""
ROUGH, FINE = 1e-8, 1e-14
"""Tolerances of a search: of one start among several, and of the fit that is shown."""
AS_GOOD = 3.841
"""By how much the sum of squares of another fit may be higher: the 95th percentile of a chi-square
with one degree of freedom."""
TOLD = 6
"""How many digits of an unknown count, unless its standard error asks for more."""


class NoFitError(ValueError):
    """No search ended where the residuals are numbers."""


@dataclass(frozen=True)
class Search:
    """Where the unknowns are looked for: from `low` to `high`, (unknown,).

    A place is the share of the way from low to high, on a logarithmic scale where both are positive
    and far apart.
    """

    low: Floats
    high: Floats

    @property
    def logarithmic(self) -> Flags:
        """Which unknowns have a logarithmic scale, (unknown,)."""
        positive: Flags = self.low > 0
        return positive & (self.high > WIDE * np.where(positive, self.low, 1.0))

    def values(self, places: Floats) -> Floats:
        """The values at places, both (..., unknown); exact at the bounds."""
        log, low = self.logarithmic, self.low
        ratio = np.where(log, self.high, 1.0) / np.where(log, low, 1.0)
        inside = np.where(log, low * ratio**places, low + (self.high - low) * places)
        return np.where(places <= 0, low, np.where(places >= 1, self.high, inside))

    def places(self, values: Floats) -> Floats:
        """The places of values, both (..., unknown)."""
        log, low = self.logarithmic, self.low
        ratio = np.where(log, values, 1.0) / np.where(log, low, 1.0)
        whole = np.where(log, self.high, np.e) / np.where(log, low, 1.0)
        linear = (values - low) / (self.high - low)
        return np.clip(np.where(log, np.log(ratio) / np.log(whole), linear), 0.0, 1.0)

    def slope(self, places: Floats) -> Floats:
        """d value / d place, (..., unknown)."""
        log = self.logarithmic
        whole = np.where(log, self.high, np.e) / np.where(log, self.low, 1.0)
        return np.where(log, self.values(places) * np.log(whole), self.high - self.low)


@dataclass(frozen=True)
class Optimum:
    """A place where the sum of squares is least nearby. `at` is -1 on a lower bound, 1 on an upper.

    `starts` says how many of the starts led to it.
    """

    places: Floats
    values: Floats
    squares: float
    at: NDArray[np.int_]
    starts: int = 1


@dataclass(frozen=True)
class Fit:
    """The best fit, other places that fit nearly as well, and what is known of the unknowns.

    residuals: (target,), in standard errors; jacobian: (target, unknown), change of the residuals
    by one of the unknown. slack: unknowns that lie on a bound for nothing, (unknown,): as far as
    reach, (unknown,), the fit is as good within chance. se, correlation: (unknown,) and (unknown,
    unknown); nan for what lies on a bound for a reason or is not determined. singular: singular
    values of the Jacobian of all other unknowns, each column scaled to length 1; null: the
    directions that leave every target as it is, (direction, unknown), in shares of the range. `p`
    is that of a chi-square test of the fit, None without degrees of freedom.
    """

    best: Optimum
    others: tuple[Optimum, ...]
    starts: int
    residuals: Floats
    jacobian: Floats
    slack: Flags
    reach: Floats
    se: Floats
    correlation: Floats
    singular: Floats
    null: Floats
    depends: Flags = field(repr=False)

    @property
    def squares(self) -> float:
        """The weighted sum of squares."""
        return float((self.residuals**2).sum())

    @property
    def free(self) -> Flags:
        """Which unknowns lie inside their bounds, or on one for nothing, (unknown,)."""
        return np.asarray((self.best.at == 0) | self.slack)

    @property
    def is_open(self) -> Flags:
        """Which unknowns the targets do not determine, (unknown,)."""
        return np.asarray(self.slack | (np.abs(self.null) > NEGLIGIBLE).any(axis=0))

    @property
    def degrees(self) -> int:
        """Degrees of freedom: targets less the numbers that they determine."""
        return len(self.residuals) - int(self.free.sum()) + len(self.null)

    @property
    def p(self) -> float | None:
        """The probability of a sum of squares so large where the model is right."""
        if self.degrees < 1:
            return None
        from scipy.special import gammaincc

        return float(gammaincc(self.degrees / 2, self.squares / 2))

    @property
    def condition(self) -> float:
        """The largest over the smallest singular value; infinite where that is none."""
        if not len(self.singular) or len(self.null):
            return math.inf if len(self.null) else 1.0
        return float(self.singular[0] / self.singular[-1])


def fit(residuals: Residuals, search: Search, starts: Floats) -> Fit:
    """The least weighted squares from each of `starts`, (start, unknown) in shares of the range.

    A start from which the search meets residuals that are not finite counts as one that ended
    nowhere. The unknowns of the fit are told to TOLD digits, and all else is of these values.
    Raises NoFitError where no search ends.
    """
    problem = _Problem(residuals, search)
    reached = [optimum for start in starts if (optimum := problem.reached(start)) is not None]
    if not reached:
        raise NoFitError
    best, others = _grouped(sorted(reached, key=lambda optimum: optimum.squares))
    best, jacobian = problem.told(problem.refined(best))
    at_fit = residuals(best.values[None])[0]
    slope = search.slope(best.places)
    reach = problem.reach(best)
    slack = np.abs(reach - best.places) >= SLACK - 1e-9
    se, correlation, singular, null = covariance(jacobian * slope, (best.at == 0) | slack)
    se[slack] = np.nan
    if len(null):
        others = []
    others = [problem.refined(other) for other in others if problem.is_apart(best, other)]
    return Fit(
        best=best,
        others=tuple(others),
        starts=len(starts),
        residuals=at_fit,
        jacobian=jacobian,
        slack=slack,
        reach=search.values(reach),
        se=se * slope,
        correlation=correlation,
        singular=singular,
        null=null,
        depends=np.abs(jacobian * slope) > 1e-9,
    )


class _Problem:
    """Residuals over shares of the range, with their derivatives, which are computed together."""

    def __init__(self, residuals: Residuals, search: Search) -> None:
        self.residuals = residuals
        self.search = search
        self._last: tuple[Floats, Floats, Floats] | None = None

    def at(self, places: Floats) -> Floats:
        """The residuals at places, (point, target)."""
        return self.residuals(self.search.values(places))

    def jacobian(self, places: Floats) -> Floats:
        """d residual / d place, (target, unknown), by five points; from within near a bound."""
        return self._both(places)[1]

    def _both(self, places: Floats) -> tuple[Floats, Floats]:
        """The residuals at one place and their derivatives; those asked for last are kept."""
        if self._last is not None and np.array_equal(self._last[0], places):
            return self._last[1], self._last[2]
        count = len(places)
        centre = np.clip(places, 2 * STEP, 1 - 2 * STEP)
        steps = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])
        points = np.repeat(places[None], count * 5, axis=0).reshape(count, 5, count)
        index = np.arange(count)
        points[index, :, index] = centre[:, None] + steps * STEP
        found = self.at(np.vstack([places, points.reshape(-1, count)]))
        around = found[1:].reshape(count, 5, -1)
        slopes: Floats = np.einsum("us,ust->tu", _slopes((places - centre) / STEP), around) / STEP
        self._last = (places.copy(), found[0], slopes)
        return found[0], slopes

    def reached(self, start: Floats) -> Optimum | None:
        """Where a search from `start` ends; None where the targets have no value on its way."""
        try:
            return self.polished(self.solved(start))
        except ValueError:
            return None

    def refined(self, optimum: Optimum) -> Optimum:
        """The same place, to as many digits as can be had."""
        places = self._held(optimum.places, optimum.at, FINE)
        squares = float((self.at(places[None])[0] ** 2).sum())
        return replace(optimum, places=places, values=self.search.values(places), squares=squares)

    def solved(self, start: Floats, tolerance: float = ROUGH) -> Floats:
        """The place where a search from `start` ends, (unknown,)."""
        from scipy.optimize import least_squares

        def residuals(places: Floats) -> Floats:
            return self._both(places)[0]

        found = least_squares(
            residuals,
            np.clip(start, 1e-6, 1 - 1e-6),
            jac=self.jacobian,
            bounds=(0.0, 1.0),
            method="trf",
            ftol=tolerance,
            xtol=tolerance,
            gtol=tolerance,
            max_nfev=400,
        )
        return np.asarray(found.x)

    def polished(self, places: Floats) -> Optimum:
        """The place with each unknown put onto a bound where the fit pushes it there."""
        r, jacobian = self._both(places)
        gradient = np.einsum("tu,t->u", jacobian, r)
        at = np.where((places < NEAR) & (gradient > 0), -1, 0)
        at = np.where((places > 1 - NEAR) & (gradient < 0), 1, at)
        squares = float((r**2).sum())
        if at.any():
            moved = self._held(np.where(at < 0, 0.0, np.where(at > 0, 1.0, places)), at)
            held = float((self.at(moved[None])[0] ** 2).sum())
            if held <= squares * (1 + 1e-6) + 1e-12:
                places, squares = moved, held
            else:
                at = np.zeros_like(at)
        return Optimum(places, self.search.values(places), squares, at)

    def _held(self, places: Floats, at: NDArray[np.int_], tolerance: float = ROUGH) -> Floats:
        """The place where the fit is best with the unknowns on a bound held there."""
        free = np.flatnonzero(at == 0)
        if not len(free):
            return places
        whole = self.search

        def some(values: Floats) -> Floats:
            points = np.repeat(whole.values(places)[None], len(values), axis=0)
            points[:, free] = values
            return self.residuals(points)

        inner = _Problem(some, Search(whole.low[free], whole.high[free]))
        found = places.copy()
        found[free] = inner.solved(places[free], tolerance)
        return found

    def reach(self, best: Optimum) -> Floats:
        """How far from its bound an unknown may lie and fit as well within chance, (unknown,).

        Each unknown on a bound is moved away from it in steps, the others being fitted at each: a
        profile of the sum of squares (Venzon and Moolgavkar 1988, doi 10.2307/2347496). In shares
        of the range, to a step; nan for an unknown inside its bounds.
        """
        found = np.full(len(best.values), np.nan)
        for index in np.flatnonzero(best.at):
            places, held = best.places.copy(), np.zeros_like(best.at)
            held[index] = best.at[index]
            way = np.linspace(best.places[index], 1 - best.places[index], WALK + 1)
            found[index] = way[0]
            for place in way[1:]:
                places[index] = place
                places = self._held(places, held)
                if float((self.at(places[None])[0] ** 2).sum()) > best.squares + AS_GOOD:
                    break
                found[index] = place
        return found

    def told(self, optimum: Optimum) -> tuple[Optimum, Floats]:
        """The same with values of no more digits than count, and d residual / d value there."""
        slope = self.search.slope(optimum.places)
        se = covariance(self.jacobian(optimum.places), optimum.at == 0)[0] * slope
        values = np.array(
            [
                value if at else rounded(value, error)
                for value, error, at in zip(optimum.values, se, optimum.at, strict=True)
            ]
        )
        values = np.clip(values, self.search.low, self.search.high)
        places = self.search.places(values)
        squares = float((self.residuals(values[None])[0] ** 2).sum())
        told = Optimum(places, values, squares, optimum.at, optimum.starts)
        return told, self.jacobian(places) / self.search.slope(places)

    def is_apart(self, best: Optimum, other: Optimum) -> bool:
        """True where another fit is nearly as good, and worse ones lie between it and the best."""
        if other.squares > best.squares + AS_GOOD:
            return False
        ways = np.linspace(0, 1, 21)[1:-1, None]
        between = self.at(best.places + ways * (other.places - best.places))
        return bool((between**2).sum(axis=1).max() > other.squares + NEAR)


def rounded(value: float, se: float = math.nan) -> float:
    """A value to TOLD digits, or more where rounding would move it by a part of its error."""
    digits = TOLD
    if value and math.isfinite(se) and se > 0:
        digits = min(12, max(TOLD, math.ceil(math.log10(abs(value) / se)) + 4))
    return float(f"{value:.{digits}g}")


def _slopes(away: Floats) -> Floats:
    """The weights of five points one step apart in a derivative `away` steps from the middle.

    (unknown, point): the derivatives of Lagrange's polynomials of degree 4.
    """
    nodes = np.arange(-2.0, 3.0)
    weights = np.zeros((len(away), 5))
    for j in range(5):
        rest = np.delete(nodes, j)
        scale = np.prod(nodes[j] - rest)
        for left in range(4):
            others = np.delete(rest, left)
            weights[:, j] += np.prod(away[:, None] - others, axis=1) / scale
    return weights


def _grouped(reached: list[Optimum]) -> tuple[Optimum, list[Optimum]]:
    """The best of the fits that starts led to, and the others; each once, with how many led there.

    `reached` is sorted, the best first.
    """
    groups: list[list[Optimum]] = []
    for optimum in reached:
        for group in groups:
            if np.abs(optimum.places - group[0].places).max() < APART:
                group.append(optimum)
                break
        else:
            groups.append([optimum])
    found = [Optimum(g[0].places, g[0].values, g[0].squares, g[0].at, len(g)) for g in groups]
    return found[0], found[1:]
