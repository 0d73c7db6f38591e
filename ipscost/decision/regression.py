"""Regression of net benefit on what was drawn: splines, as smooth as the draws themselves ask for.

A design holds functions of one or more quantities, orthonormal over the draws and in order of
roughness (Demmler and Reinsch 1975, Numerische Mathematik 24:375-382), so that a penalised fit is a
projection with a weight per function, and generalised cross-validation costs next to nothing.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

KNOTS = 12
MOST_FUNCTIONS = 500
DRAWS_PER_FUNCTION = 10
SMOOTHNESS = 6
DEPENDENT = 1e-8
"""What is left of a function without the others, in mean square, where it depends on them."""
BLOCK = 32_768
SMOOTHING = np.concatenate([[0.0], np.logspace(-8, 8, 65), [1e12]])
"""The amounts of smoothing to choose from, in units of the median roughness."""


@dataclass(frozen=True)
class Design:
    """Functions of one or more quantities at `n` draws.

    columns: draws to raw functions, (function, draw). transform: raw to orthonormal functions,
        (function, term): the mean of the product of two is 1 with itself and 0 else. roughness:
        (term,), 0 for what is never smoothed away, such as the constant and straight lines.
    """

    n: int
    columns: Callable[[slice], Floats]
    transform: Floats
    roughness: Floats

    def project(self, y: Floats) -> Floats:
        """The coefficients of `y`, (arm, draw), without smoothing: (arm, term)."""
        parts = [self.columns(rows) @ y[:, rows].T for rows in blocks(self.n)]
        value: Floats = (sum(parts[1:], parts[0]).T @ self.transform) / self.n
        return value

    def evaluate(self, coefficients: Floats) -> Floats:
        """The functions with `coefficients`, (arm, term), at every draw: (arm, draw)."""
        raw = coefficients @ self.transform.T
        return np.concatenate([raw @ self.columns(rows) for rows in blocks(self.n)], axis=1)


@dataclass(frozen=True)
class Fit:
    """A penalised regression: `fitted`, (arm, draw); `weight`, (arm, term), 1 where not smoothed.

    residual: the covariance between the arms of what is not explained, (arm, arm).
    degrees: the effective degrees of freedom of each arm, (arm,).
    """

    fitted: Floats
    weight: Floats
    residual: Floats
    degrees: Floats


def fit(design: Design, y: Floats) -> Fit:
    """The regression of `y`, (arm, draw), with the smoothing of each arm by cross-validation.

    Generalised cross-validation, Craven and Wahba 1979, doi 10.1007/BF01404567: the smoothing with
    the least (RSS / n) / (1 - degrees / n)^2.
    """
    n, coefficients = design.n, design.project(y)
    weights, scores = _validated(design, coefficients, y)
    degrees = weights.sum(axis=1)
    chosen = np.argmin(scores, axis=1)
    weight = weights[chosen]
    fitted = design.evaluate(weight * coefficients)
    left = y - fitted
    free = n - degrees[chosen].max()
    return Fit(fitted, weight, np.einsum("ad,bd->ab", left, left) / free, degrees[chosen])


def score(design: Design, y: Floats) -> float:
    """The least cross-validation error of `y`, (arm, draw): each arm's part of its mean square.

    Summed over the arms; a design without functions of use has about their number.
    """
    _, scores = _validated(design, design.project(y), y)
    square = (y**2).mean(axis=1)
    return float((scores.min(axis=1) / np.where(square > 0, square, 1.0)).sum())


def _validated(design: Design, coefficients: Floats, y: Floats) -> tuple[Floats, Floats]:
    """The weights of each amount of smoothing, (smoothing, term), and the errors.

    The error of `y`, (arm, draw), by generalised cross-validation is (arm, smoothing).
    """
    rough = design.roughness
    penalised = rough[rough > 0]
    scale = 1 / float(np.median(penalised)) if penalised.size else 1.0
    weights = 1 / (1 + SMOOTHING[:, None] * scale * rough)
    explained = np.einsum("at,st->as", coefficients**2, weights * (2 - weights))
    unexplained = np.maximum((y**2).mean(axis=1)[:, None] - explained, 0)
    errors: Floats = unexplained / (1 - weights.sum(axis=1) / design.n) ** 2
    return weights, errors


def blocks(n: int) -> Iterator[slice]:
    """The draws in slices that fit into memory whatever their number."""
    return (slice(start, min(start + BLOCK, n)) for start in range(0, n, BLOCK))


def orthonormal(gram: Floats, penalty: Floats, free: int) -> tuple[Floats, Floats]:
    """The transform to orthonormal functions and their roughness, smoothest first.

    gram: mean products of the raw functions, (function, function). The first `free` functions are
    never smoothed away; they are made orthonormal one after another, so that the first stays as it
    is and no rotation among them is left to rounding. penalty: the square root of the roughness of
    the others, L with L'L, (row, function). Functions that depend on others are left out.
    """
    straight = _one_by_one(gram[:free, :free])
    overlap = straight @ (straight.T @ gram[:free, free:])
    bend = gram[free:, free:] - gram[free:, :free] @ overlap
    size, vectors = np.linalg.eigh(bend)
    kept = size > DEPENDENT * gram.diagonal().max()
    whiten = vectors[:, kept] / np.sqrt(size[kept])
    _, root, turn = np.linalg.svd(penalty @ whiten, full_matrices=False)
    root, turn = root[::-1], (whiten @ turn.T)[:, ::-1]
    lines = np.zeros((len(gram), straight.shape[1]))
    lines[:free] = straight
    transform = np.hstack([lines, np.vstack([-overlap @ turn, turn])])
    return transform, np.concatenate([np.zeros(straight.shape[1]), root**2])


def _one_by_one(gram: Floats) -> Floats:
    """Gram and Schmidt: each function less its part along those before, (function, term)."""
    found: list[Floats] = []
    for place, unit in enumerate(np.eye(len(gram))):
        own = unit
        for other in found:
            own = own - (other @ gram @ own) * other
        square = float(own @ gram @ own)
        if square > DEPENDENT * gram[place, place]:
            found.append(own / math.sqrt(square))
    return np.array(found).T


# --- one quantity ----------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Ranked:
    """A quantity by the ranks of its draws: their `order`, and the design in that order.

    It equals itself alone, so that what was made of it can be kept by it.
    """

    order: Places
    design: Design


def ranked(values: Floats) -> Ranked | None:
    """The natural cubic splines in the normal scores of the ranks of `values`, (draw,).

    Draws that are all different have the same ranks whatever the quantity, and so one shared
    design. Equal values share their mean rank. None where all are equal.
    """
    order = np.argsort(values)
    ascending = values[order]
    starts = np.flatnonzero(np.diff(ascending, prepend=-np.inf) > 0)
    if starts.size < 2:
        return None
    if starts.size == values.size:
        return Ranked(order, _shared(values.size))
    order = np.argsort(values, kind="stable")  # slower, and the same on every machine
    sizes = np.diff(starts, append=values.size)
    means = (
        _scores(values.size)[start : start + size].mean()
        for start, size in zip(starts, sizes, strict=True)
    )
    return Ranked(order, _splines(np.repeat(list(means), sizes)))


@lru_cache(maxsize=4)
def _shared(n: int) -> Design:
    return _splines(_scores(n))


@lru_cache(maxsize=4)
def _scores(n: int) -> Floats:
    """The normal scores of the ranks 1 to n: the inverse normal CDF at (rank - 1/2) / n, (n,)."""
    inverse = NormalDist().inv_cdf
    lower = np.array([inverse((rank + 0.5) / n) for rank in range(n // 2)])
    return np.concatenate([lower, np.zeros(n % 2), -lower[::-1]])


def _splines(scores: Floats) -> Design:
    """Natural cubic splines at rising `scores`, (draw,), with at most KNOTS knots.

    The constant and the straight line through the scores, standardised, come first; products of
    functions count from them. The others bend ever more, and each ends above 0.
    """
    knots = np.unique(scores)
    if knots.size > KNOTS:
        knots = np.linspace(scores[0], scores[-1], KNOTS)
    splines, root = natural_splines(scores, knots)
    raw = np.column_stack([np.ones(scores.size), scores - scores.mean(), splines[:, 1:-1]])
    gram = np.einsum("df,dg->fg", raw, raw) / scores.size
    transform, rough = orthonormal(gram, root[:, 1:-1], 2)
    functions = np.ascontiguousarray((raw @ transform).T)
    functions[functions[:, -1] < 0] *= -1
    return Design(scores.size, lambda rows: functions[:, rows], np.eye(len(rough)), rough)


def natural_splines(x: Floats, knots: Floats) -> tuple[Floats, Floats]:
    """Natural cubic splines that are 1 at a knot and 0 at the others, and their roughness.

    Values at `x`, (draw, knot), and a root L of their roughness, (row, knot): L'L is the integral
    of products of second derivatives. Those at the inner knots are no straight line together.
    Source: Green and Silverman 1994, Nonparametric Regression and Generalized Linear Models,
    section 2.1 (Q, R) and equation 2.3. Every x lies within the knots.
    """
    size, gap = knots.size, np.diff(knots)
    second = np.zeros((size, size))  # second derivatives at the knots of each spline
    root = np.zeros((0, size))
    if size > 2:
        q = np.zeros((size, size - 2))
        for j in range(size - 2):
            q[j : j + 3, j] = 1 / gap[j], -1 / gap[j] - 1 / gap[j + 1], 1 / gap[j + 1]
        r = (
            np.diag((gap[:-1] + gap[1:]) / 3)
            + np.diag(gap[1:-1] / 6, 1)
            + np.diag(gap[1:-1] / 6, -1)
        )
        second[1:-1] = np.linalg.solve(r, q.T)
        root = np.linalg.cholesky(r).T @ second[1:-1]
    left = np.clip(np.searchsorted(knots, x, side="right") - 1, 0, size - 2)
    below, above = x - knots[left], knots[left + 1] - x
    h = gap[left]
    unit = np.eye(size)
    values = (below[:, None] * unit[left + 1] + above[:, None] * unit[left]) / h[:, None]
    bend = (1 + below / h)[:, None] * second[left + 1] + (1 + above / h)[:, None] * second[left]
    values -= (below * above / 6)[:, None] * bend
    return values, root


# --- several quantities ----------------------------------------------------------------------


@dataclass(frozen=True)
class Crossed(Design):
    """A design of products of the functions of several `quantities`.

    degrees: of which function of each quantity a raw function is made, (function, quantity). gram:
        the mean products of the raw functions, (function, function).
    """

    quantities: tuple[Ranked, ...]
    degrees: Places
    gram: Floats


def crossed(quantities: Sequence[Ranked], larger: Crossed | None = None) -> Crossed:
    """Products of the functions of several quantities: all main effects, and interactions.

    The functions of one quantity have degrees 0 (the constant), 1 (the straight line), 2, ... in
    order of roughness. A product is taken where the product of its (degree + 1) is within a limit
    (a hyperbolic cross), as large as keeps the functions within MOST_FUNCTIONS and a tenth of the
    draws; its roughness is (that product - 2)^6, so that straight lines are free, as in a spline,
    and a function is smoothed the more, the more it bends and the more quantities meet in it. The
    quantities may be correlated. Source for sums of products of splines: Wahba 1990, Spline Models
    for Observational Data, doi 10.1137/1.9781611970128, chapter 10.

    larger: a design of these quantities and others, whose mean products are not computed again
        where it has all functions of this one.
    """
    n = quantities[0].design.n
    sizes = [quantity.design.roughness.size for quantity in quantities]
    degrees = cross(sizes, min(MOST_FUNCTIONS, n // DRAWS_PER_FUNCTION))
    product = np.prod(degrees + 1.0, axis=1)
    order = np.argsort(product > 2, kind="stable")  # the constant and the straight lines first
    degrees, product = degrees[order], product[order]
    free = int((product <= 2).sum())
    single = [_by_draw(quantity) for quantity in quantities]
    steps = _steps(degrees)

    def columns(rows: slice) -> Floats:
        found = np.empty((len(degrees), rows.stop - rows.start))
        for place, shorter, own, degree in steps:
            if own < 0:
                found[place] = 1.0
            elif shorter < 0:
                found[place] = single[own][degree, rows]
            else:
                np.multiply(found[shorter], single[own][degree, rows], out=found[place])
        return found

    gram = None if larger is None else _inner_gram(larger, quantities, degrees)
    if gram is None:
        gram = np.zeros((len(degrees), len(degrees)))
        for rows in blocks(n):
            raw = columns(rows)
            gram += raw @ raw.T / n
    root = np.diag((product[free:] - 2) ** (SMOOTHNESS / 2))
    transform, rough = orthonormal(gram, root, free)
    return Crossed(n, columns, transform, rough, tuple(quantities), degrees, gram)


def _steps(degrees: Places) -> list[tuple[int, int, int, int]]:
    """How each product is made: its place, that of the product it prolongs, and with what.

    A product of three functions is one of two, times the last: its quantity and degree. The place
    is -1 where a function stands alone, and the quantity where there is none, as of the constant.
    Shorter products come first.
    """
    places = {tuple(row): place for place, row in enumerate(degrees.tolist())}
    found = []
    for row, place in sorted(places.items(), key=lambda each: sum(map(bool, each[0]))):
        own = max((at for at, degree in enumerate(row) if degree), default=-1)
        rest = (*row[:own], 0, *row[own + 1 :])
        shorter = places[rest] if own >= 0 and any(rest) else -1
        found.append((place, shorter, own, row[own]))
    return found


def _inner_gram(larger: Crossed, quantities: Sequence[Ranked], degrees: Places) -> Floats | None:
    """The mean products of functions of some `quantities` of a larger design; None if it lacks any.

    degrees: those of the functions, (function, quantity).
    """
    places = {tuple(row): place for place, row in enumerate(larger.degrees.tolist())}
    spread = np.zeros((len(degrees), len(larger.quantities)), dtype=np.intp)
    spread[:, [larger.quantities.index(quantity) for quantity in quantities]] = degrees
    found = [places.get(tuple(row), -1) for row in spread.tolist()]
    return None if -1 in found else larger.gram[np.ix_(found, found)]


def _by_draw(quantity: Ranked) -> Floats:
    """The functions of a quantity in the order of the draws, (function, draw)."""
    functions = quantity.design.columns(slice(0, quantity.design.n))
    found = np.empty_like(functions)
    found[:, quantity.order] = functions
    return found


def cross(sizes: Sequence[int], most: int) -> Places:
    """The degrees of the products of `crossed`, (function, quantity): at most `most` of them.

    `sizes`: how many functions each quantity has. Main effects come first: all of them, or those
    that `most` has room for, but the straight lines always.
    """
    room = max(2, (most - 1) // len(sizes) + 1)
    mains = {
        tuple(degree if place == own else 0 for place in range(len(sizes)))
        for own, size in enumerate(sizes)
        for degree in range(min(size, room))
    }

    def within(limit: int) -> set[tuple[int, ...]]:
        return mains | set(itertools.islice(_within(tuple(sizes), limit), most + 1))

    # the highest limit with at most `most` functions: it is doubled, then halved in
    low, high = 3, 4
    top = math.prod(sizes)
    while high <= top and len(within(high)) <= most:
        low, high = high, 2 * high
    high = min(high, top + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if len(within(middle)) <= most else (low, middle)
    found = mains if low < 4 else within(low)
    return np.array(sorted(found), dtype=np.intp)


def _within(sizes: tuple[int, ...], limit: int) -> Iterator[tuple[int, ...]]:
    """Every choice of degrees whose product of (degree + 1) is at most `limit`."""
    if not sizes:
        yield ()
        return
    for degree in range(min(sizes[0], limit)):
        for rest in _within(sizes[1:], limit // (degree + 1)):
            yield (degree, *rest)
