"""Weighted least squares within bounds, on arrays: search, covariance, identifiability.

The fit minimises the sum of squares r'r of the residuals r(x) = (f(x) - y) / se, where y are the
targets, se their standard errors and f(x) the model at unknowns x. With the Jacobian J = dr/dx
there, the covariance of the unknowns is (J'J)^-1 (Seber and Wild 1989, Nonlinear Regression, doi
10.1002/0471725315, chapter 2).

A `place` is the position of an unknown between its bounds, as a share of its range.
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
"""From values, (point, unknown), to residuals in standard errors, (point, target)."""

WIDE = 10.0
"""Positive bounds more than a factor of 10 apart are searched on a logarithmic scale: small values
would otherwise fill hardly any of the range."""
STEP = 2e-4
"""The step of a numerical derivative, as a share of the range: a compromise between the error of
the five-point formula, which grows with the step, and rounding, which grows as it shrinks."""
NEAR = 1e-3
"""An unknown this close to a bound, as a share of its range, is tried on the bound."""
WALK = 20
"""The number of steps in which an unknown on one bound is moved to the other."""
SLACK = 0.5
"""An unknown on a bound is not identified if the fit stays as good over this share of its range."""
APART = 1e-2
"""Two fits are different if some unknown differs by more than this share of its range."""
ROUGH, FINE = 1e-8, 1e-14
"""Tolerances of a search: for one start among several, and for the fit that is reported."""
AS_GOOD = 3.841
"""Another fit is as good if its sum of squares is at most this much higher: the 95th percentile of
a chi-square with one degree of freedom."""
DIGITS = 6
"""Significant digits of a fitted value, unless its standard error is so small that more count."""


class NoFitError(ValueError):
    """No search ended at a point with finite residuals."""


@dataclass(frozen=True)
class Search:
    """The search space: from `low` to `high`, (unknown,), in stated units.

    The place of a value is its share of the way from low to high, on a logarithmic scale if both
    are positive and far apart (WIDE).
    """

    low: Floats
    high: Floats

    @property
    def logarithmic(self) -> Flags:
        """True for unknowns on a logarithmic scale, (unknown,)."""
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
    """A local minimum of the sum of squares.

    places, values: (unknown,), as shares of the range and in stated units.
    squares: the sum of squares there.
    at: (unknown,), -1 on the lower bound, 1 on the upper, 0 between them.
    starts: how many starts led to it.
    """

    places: Floats
    values: Floats
    squares: float
    at: NDArray[np.int_]
    starts: int = 1


@dataclass(frozen=True)
class Fit:
    """The best fit, other minima that fit nearly as well, and the uncertainty of the unknowns.

    best, others: minima; others have a sum of squares within AS_GOOD of the best.
    starts: the number of starting points.
    residuals: (target,), in standard errors. jacobian: (target, unknown), the change of the
        residuals per stated unit of the unknown.
    slack: unknowns on a bound that the targets do not hold there, (unknown,): as far as `reach`,
        (unknown,), the fit is no worse than chance allows.
    se, correlation: (unknown,) and (unknown, unknown); nan for unknowns that a bound holds or that
        are not identified.
    singular: singular values of the Jacobian of the other unknowns, each column scaled to length 1.
    null: directions along which no target changes, (direction, unknown), in shares of the range.
    depends: (target, unknown), True if the target moves with the unknown.
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
        """Unknowns inside their bounds, or on one that does not hold them, (unknown,)."""
        return np.asarray((self.best.at == 0) | self.slack)

    @property
    def is_open(self) -> Flags:
        """Unknowns that the targets do not identify, (unknown,)."""
        return np.asarray(self.slack | (np.abs(self.null) > NEGLIGIBLE).any(axis=0))

    @property
    def degrees(self) -> int:
        """Degrees of freedom: the number of targets less that of the numbers they identify."""
        return len(self.residuals) - int(self.free.sum()) + len(self.null)

    @property
    def p(self) -> float | None:
        """The p-value of a chi-square test of the fit; None without degrees of freedom.

        The probability of a sum of squares at least this large if the model is right: the upper
        tail of a chi-square, Q(degrees / 2, squares / 2).
        """
        if self.degrees < 1:
            return None
        from scipy.special import gammaincc

        return float(gammaincc(self.degrees / 2, self.squares / 2))

    @property
    def condition(self) -> float:
        """The largest over the smallest singular value; infinite if a null direction exists."""
        if not len(self.singular) or len(self.null):
            return math.inf if len(self.null) else 1.0
        return float(self.singular[0] / self.singular[-1])


def fit(residuals: Residuals, search: Search, starts: Floats) -> Fit:
    """The weighted least-squares fit over several starts.

    starts: (start, unknown), as shares of the range. A search that meets residuals that are not
    finite is dropped. The fitted values are rounded (`rounded`), and everything else is computed at
    the rounded values, which are those written to a file. Raises NoFitError if no search ends. See
    docs/method.md, Fitting.
    """
    problem = _Problem(residuals, search)
    minima = [optimum for start in starts if (optimum := problem.minimum(start)) is not None]
    if not minima:
        raise NoFitError
    best, others = _grouped(sorted(minima, key=lambda optimum: optimum.squares))
    best, jacobian = problem.rounded(problem.refined(best))
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
    """Residuals and their derivatives as functions of places, computed in one evaluation."""

    def __init__(self, residuals: Residuals, search: Search) -> None:
        self.residuals = residuals
        self.search = search
        self._last: tuple[Floats, Floats, Floats] | None = None

    def at(self, places: Floats) -> Floats:
        """The residuals at places, (point, unknown): (point, target)."""
        return self.residuals(self.search.values(places))

    def jacobian(self, places: Floats) -> Floats:
        """d residual / d place, (target, unknown), by a five-point formula; one-sided at bounds."""
        return self._both(places)[1]

    def _both(self, places: Floats) -> tuple[Floats, Floats]:
        """The residuals and their derivatives at places, (unknown,); the last ones are kept."""
        if self._last is not None and np.array_equal(self._last[0], places):
            return self._last[1], self._last[2]
        count = len(places)
        centre = np.clip(places, 2 * STEP, 1 - 2 * STEP)
        steps = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])
        points = np.repeat(places[None], count * 5, axis=0).reshape(count, 5, count)
        index = np.arange(count)
        points[index, :, index] = centre[:, None] + steps * STEP
        every = self.at(np.vstack([places, points.reshape(-1, count)]))
        around = every[1:].reshape(count, 5, -1)
        slopes: Floats = np.einsum("us,ust->tu", _slopes((places - centre) / STEP), around) / STEP
        self._last = (places.copy(), every[0], slopes)
        return every[0], slopes

    def minimum(self, start: Floats) -> Optimum | None:
        """The minimum that a search from `start` ends in; None if it meets values not finite."""
        try:
            return self.polished(self.solved(start))
        except ValueError:
            return None

    def refined(self, optimum: Optimum) -> Optimum:
        """The same minimum to the precision that rounding allows."""
        places = self._held(optimum.places, optimum.at, FINE)
        squares = float((self.at(places[None])[0] ** 2).sum())
        return replace(optimum, places=places, values=self.search.values(places), squares=squares)

    def solved(self, start: Floats, tolerance: float = ROUGH) -> Floats:
        """Places at the end of a search from `start`, (unknown,).

        By trust-region least squares with bounds (Branch, Coleman and Li 1999, doi
        10.1137/S1064827595289108).
        """
        from scipy.optimize import least_squares

        def residuals(places: Floats) -> Floats:
            return self._both(places)[0]

        solution = least_squares(
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
        return np.asarray(solution.x)

    def polished(self, places: Floats) -> Optimum:
        """The minimum near places, with unknowns set on a bound if the gradient pushes them there.

        The bounds are kept only if the fit with them is as good.
        """
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
        """The places that fit best while unknowns on a bound (`at` not 0) are held there."""
        free = np.flatnonzero(at == 0)
        if not len(free):
            return places
        whole = self.search

        def some(values: Floats) -> Floats:
            points = np.repeat(whole.values(places)[None], len(values), axis=0)
            points[:, free] = values
            return self.residuals(points)

        inner = _Problem(some, Search(whole.low[free], whole.high[free]))
        fitted = places.copy()
        fitted[free] = inner.solved(places[free], tolerance)
        return fitted

    def reach(self, best: Optimum) -> Floats:
        """How far an unknown on a bound can leave it while the fit stays as good, (unknown,).

        Each such unknown is moved away from its bound in WALK steps, and the others are fitted at
        each: a profile of the sum of squares (Venzon and Moolgavkar 1988, doi 10.2307/2347496). The
        result is a place, to within one step; nan for an unknown inside its bounds.
        """
        farthest = np.full(len(best.values), np.nan)
        for index in np.flatnonzero(best.at):
            places, held = best.places.copy(), np.zeros_like(best.at)
            held[index] = best.at[index]
            steps = np.linspace(best.places[index], 1 - best.places[index], WALK + 1)
            farthest[index] = steps[0]
            for place in steps[1:]:
                places[index] = place
                places = self._held(places, held)
                if float((self.at(places[None])[0] ** 2).sum()) > best.squares + AS_GOOD:
                    break
                farthest[index] = place
        return farthest

    def rounded(self, optimum: Optimum) -> tuple[Optimum, Floats]:
        """The minimum with values rounded to significant digits, and d residual / d value there."""
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
        shown = Optimum(places, values, squares, optimum.at, optimum.starts)
        return shown, self.jacobian(places) / self.search.slope(places)

    def is_apart(self, best: Optimum, other: Optimum) -> bool:
        """True if another minimum is nearly as good, with a barrier between it and the best.

        The barrier is looked for at 19 points on the straight line between them.
        """
        if other.squares > best.squares + AS_GOOD:
            return False
        parts = np.linspace(0, 1, 21)[1:-1, None]
        between = self.at(best.places + parts * (other.places - best.places))
        return bool((between**2).sum(axis=1).max() > other.squares + NEAR)


def rounded(value: float, se: float = math.nan) -> float:
    """A value to DIGITS significant digits, or more if its standard error is small.

    Rounding then moves it by at most about a ten-thousandth of that, as far as 12 digits suffice.
    """
    digits = DIGITS
    if value and math.isfinite(se) and se > 0:
        digits = min(12, max(DIGITS, math.ceil(math.log10(abs(value) / se)) + 4))
    return float(f"{value:.{digits}g}")


def _slopes(away: Floats) -> Floats:
    """The weights of five points one step apart in a derivative, (unknown, point).

    The derivative is taken `away` steps from the middle point, (unknown,). The weights are the
    derivatives of the Lagrange polynomials of degree 4.
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


def _grouped(minima: list[Optimum]) -> tuple[Optimum, list[Optimum]]:
    """The best minimum and the other ones, each once, with the number of starts that led to it.

    `minima` is sorted, the best first.
    """
    groups: list[list[Optimum]] = []
    for optimum in minima:
        for group in groups:
            if np.abs(optimum.places - group[0].places).max() < APART:
                group.append(optimum)
                break
        else:
            groups.append([optimum])
    best, *others = (
        Optimum(g[0].places, g[0].values, g[0].squares, g[0].at, len(g)) for g in groups
    )
    return best, others
