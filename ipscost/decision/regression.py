"""Regression of net benefit on uncertain quantities, by splines with cross-validated smoothing.

A basis holds functions of one or more quantities that are orthonormal over the draws and sorted by
roughness (Demmler and Reinsch 1975, Numerische Mathematik 24:375-382). A penalised fit is then a
projection with one weight per function, and generalised cross-validation costs next to nothing.
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
"""Knots of a spline. Measured at 10,000 draws: a straight line or a parabola gives the same EVPPI
with 6 to 48 knots; of a wave with two periods 6 knots lose 68% of it, 8 knots 37%, 12 knots 6% and
16 or more 3%. More knots would use up the functions of a group (MOST_FUNCTIONS)."""
MOST_FUNCTIONS = 500
"""Functions of a group. Chosen for time and memory: a fit takes time in proportion to its square.
Measured for a product of two among five quantities at 10,000 draws: 125, 250 and 500 functions
fall short of the EVPPI by 3% alike; larger groups need them for their pairs."""
DRAWS_PER_FUNCTION = 10
"""Draws for each function of a group, at least; with fewer a fit follows the noise."""
SMOOTHNESS = 6
"""Power of the penalty of a product of functions. Measured for a product of two among five
quantities: the higher it is, the less the EVPPI falls short at 10,000 draws (by 7% with 2, 4% with
4, 3% with 6 and 8, 2% with 10), and the more it is too high at 1,000 draws (by 10, 11, 14, 16 and
16%)."""
DEPENDENT = 1e-8
"""A function is dropped if what is left of it without the others has no more than this share of
the mean square. Rounding of the mean products leaves about 1e-15, so what is kept is known to some
six digits. Measured at 10,000 draws: for three independent quantities the smallest of 495 functions
has 8e-7, and all are kept; for one quantity given twice 102 of 141 are below 1e-12."""
BLOCK = 32_768
"""Draws whose functions are held at a time: 500 functions take 131 MB, whatever the draws."""
SMOOTHING = np.concatenate([[0.0], np.logspace(-8, 8, 65), [1e12]])
"""The amounts of smoothing to choose from, in units of 1 / the median roughness: none, four per
power of ten, and so much that only the unpenalised functions remain."""


@dataclass(frozen=True)
class Basis:
    """A basis: functions of one or more quantities at `n` draws.

    columns: from a slice of draws to the raw functions there, (function, draw).
    transform: from raw to orthonormal functions, (function, term): the mean over draws of the
        product of two of them is 1 for a function with itself, otherwise 0.
    roughness: (term,); 0 for functions that are never smoothed, such as the constant and straight
        lines.
    """

    n: int
    columns: Callable[[slice], Floats]
    transform: Floats
    roughness: Floats

    def project(self, y: Floats) -> Floats:
        """The coefficients of `y`, (arm, draw), without smoothing, (arm, term), in its unit."""
        parts = [self.columns(rows) @ y[:, rows].T for rows in blocks(self.n)]
        value: Floats = (sum(parts[1:], parts[0]).T @ self.transform) / self.n
        return value

    def evaluate(self, coefficients: Floats) -> Floats:
        """The sum of the functions with `coefficients`, (arm, term), at each draw: (arm, draw)."""
        raw = coefficients @ self.transform.T
        return np.concatenate([raw @ self.columns(rows) for rows in blocks(self.n)], axis=1)


@dataclass(frozen=True)
class PenalisedFit:
    """A penalised regression.

    fitted: fitted values, (arm, draw), in the unit of the response.
    weight: the factor of each coefficient, (arm, term): 1 if not smoothed, 0 if smoothed away.
    residual: the covariance of the residuals between arms, (arm, arm).
    degrees: the effective degrees of freedom of each arm, (arm,).
    """

    fitted: Floats
    weight: Floats
    residual: Floats
    degrees: Floats


def fit(design: Basis, y: Floats) -> PenalisedFit:
    """The regression of `y`, (arm, draw), with the smoothing of each arm by cross-validation.

    Of the amounts in SMOOTHING it takes the one with the least (RSS / n) / (1 - degrees / n)^2, the
    criterion of generalised cross-validation (Craven and Wahba 1979, doi 10.1007/BF01404567).
    """
    n, coefficients = design.n, design.project(y)
    weights, scores = _validated(design, coefficients, y)
    degrees = weights.sum(axis=1)
    chosen = np.argmin(scores, axis=1)
    weight = weights[chosen]
    fitted = design.evaluate(weight * coefficients)
    left = y - fitted
    free = n - degrees[chosen].max()
    return PenalisedFit(fitted, weight, np.einsum("ad,bd->ab", left, left) / free, degrees[chosen])


def score(design: Basis, y: Floats) -> float:
    """The cross-validation error of `y`, (arm, draw), as a share of its mean square.

    Each arm has its best smoothing, and shares are summed over arms. A basis whose functions are of
    no use has an error of about the number of arms.
    """
    _, scores = _validated(design, design.project(y), y)
    square = (y**2).mean(axis=1)
    return float((scores.min(axis=1) / np.where(square > 0, square, 1.0)).sum())


def _validated(design: Basis, coefficients: Floats, y: Floats) -> tuple[Floats, Floats]:
    """The weights of each amount of smoothing, (smoothing, term), and the errors, (arm, smoothing).

    An error is that of `y`, (arm, draw), by generalised cross-validation.
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
    """The `n` draws as slices of at most BLOCK, so that memory does not grow with `n`."""
    return (slice(start, min(start + BLOCK, n)) for start in range(0, n, BLOCK))


def orthonormal(gram: Floats, penalty: Floats, free: int) -> tuple[Floats, Floats]:
    """The transform to orthonormal functions, (function, term), and their roughness, (term,).

    gram: mean products of the raw functions, (function, function).
    penalty: the root L of the roughness L'L of all but the first `free` functions, (row, function).
    free: how many functions, the first ones, are never smoothed.

    The free functions come first; they are made orthonormal one after another (Gram-Schmidt), so
    that the first stays as it is and rounding decides on no rotation among them. The others follow,
    the smoothest first. Functions that depend on others are dropped. Source: Demmler and Reinsch
    1975, Numerische Mathematik 24:375-382.
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
    """Gram-Schmidt: each function minus its projection on those before it, (function, term)."""
    basis: list[Floats] = []
    for index, unit in enumerate(np.eye(len(gram))):
        own = unit
        for other in basis:
            own = own - (other @ gram @ own) * other
        square = float(own @ gram @ own)
        if square > DEPENDENT * gram[index, index]:
            basis.append(own / math.sqrt(square))
    return np.array(basis).T


# --- one quantity ----------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Ranked:
    """A quantity by the ranks of its draws.

    order: the indices of the draws in the order of their values, (draw,).
    design: the spline basis, with the draws in that order.

    Compared and hashed by identity, so that it can be the key of what is made from it.
    """

    order: Places
    design: Basis


def ranked(values: Floats) -> Ranked | None:
    """The natural cubic splines in the normal scores of the ranks of `values`, (draw,).

    If all draws differ, their ranks are the same for every quantity, and all share one basis. Equal
    values share the mean of their scores. None if all values are equal. See docs/method.md, One
    quantity; Strong, Oakley and Brennan 2014, doi 10.1177/0272989X13505910.
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
def _shared(n: int) -> Basis:
    """The basis of `n` draws that all differ."""
    return _splines(_scores(n))


@lru_cache(maxsize=4)
def _scores(n: int) -> Floats:
    """The normal scores of the ranks 1 to n: the inverse normal CDF at (rank - 1/2) / n, (n,)."""
    inverse = NormalDist().inv_cdf
    lower = np.array([inverse((rank + 0.5) / n) for rank in range(n // 2)])
    return np.concatenate([lower, np.zeros(n % 2), -lower[::-1]])


def _splines(scores: Floats) -> Basis:
    """The basis of natural cubic splines at rising `scores`, (draw,), with at most KNOTS knots.

    The constant and the standardised straight line come first, as the degrees 0 and 1 that products
    of functions build on. The others follow, rougher and rougher, each with the sign that makes it
    positive at the highest score.
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
    return Basis(scores.size, lambda rows: functions[:, rows], np.eye(len(rough)), rough)


def natural_splines(x: Floats, knots: Floats) -> tuple[Floats, Floats]:
    """Natural cubic splines that are 1 at one knot and 0 at the others, and their roughness.

    x: (draw,), within the knots; knots: rising, (knot,). Returns the values at `x`, (draw, knot),
    and a root L of their roughness, (row, knot): L'L is the integral of the product of the second
    derivatives of two splines. No combination of those at the inner knots is a straight line.
    Source: Green and Silverman 1994, Nonparametric Regression and Generalized Linear Models,
    section 2.1 (Q, R) and equation 2.3.
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
class Crossed(Basis):
    """A basis of products of the functions of several `quantities`.

    degrees: which function of each quantity a raw function is the product of, (function, quantity).
    gram: the mean products of the raw functions, (function, function).
    """

    quantities: tuple[Ranked, ...]
    degrees: Places
    gram: Floats


def crossed(quantities: Sequence[Ranked], larger: Crossed | None = None) -> Crossed:
    """The basis of products of the functions of several quantities: main effects and interactions.

    larger: a basis of these quantities and others; its mean products are reused if it has all
        functions of this one.

    The functions of one quantity have degrees 0 (constant), 1 (straight line), 2, ... in order of
    roughness. A product is in the basis if the product of its (degree + 1) is within a limit (a
    hyperbolic cross); the limit is the largest with at most MOST_FUNCTIONS functions and a tenth of
    the draws. The roughness of a function is (that product - 2)^SMOOTHNESS. So straight lines are
    not penalised, as in a spline, and a function is smoothed more, the more it bends and the more
    quantities interact in it. The quantities may be correlated. Source for sums of products of
    splines: Wahba 1990, Spline Models for Observational Data, doi 10.1137/1.9781611970128,
    chapter 10.
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
        values = np.empty((len(degrees), rows.stop - rows.start))
        for index, shorter, own, degree in steps:
            if own < 0:
                values[index] = 1.0
            elif shorter < 0:
                values[index] = single[own][degree, rows]
            else:
                np.multiply(values[shorter], single[own][degree, rows], out=values[index])
        return values

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
    """How to compute each product from a shorter one: (index, shorter, quantity, degree).

    The product at `index` is the one at `shorter` times the function of `quantity` with `degree`.
    `shorter` is -1 if that function stands alone, `quantity` is -1 for the constant. Shorter
    products come first.
    """
    indices = {tuple(row): index for index, row in enumerate(degrees.tolist())}
    steps = []
    for row, index in sorted(indices.items(), key=lambda each: sum(map(bool, each[0]))):
        own = max((quantity for quantity, degree in enumerate(row) if degree), default=-1)
        rest = (*row[:own], 0, *row[own + 1 :])
        shorter = indices[rest] if own >= 0 and any(rest) else -1
        steps.append((index, shorter, own, row[own]))
    return steps


def _inner_gram(larger: Crossed, quantities: Sequence[Ranked], degrees: Places) -> Floats | None:
    """The mean products of functions of some `quantities`, taken from a larger basis.

    degrees: those of the functions, (function, quantity). Returns (function, function); None if the
    larger basis lacks one of the functions.
    """
    indices = {tuple(row): index for index, row in enumerate(larger.degrees.tolist())}
    wide = np.zeros((len(degrees), len(larger.quantities)), dtype=np.intp)
    wide[:, [larger.quantities.index(quantity) for quantity in quantities]] = degrees
    inner = [indices.get(tuple(row), -1) for row in wide.tolist()]
    return None if -1 in inner else larger.gram[np.ix_(inner, inner)]


def _by_draw(quantity: Ranked) -> Floats:
    """The functions of a quantity in the order of the draws, (function, draw)."""
    functions = quantity.design.columns(slice(0, quantity.design.n))
    by_draw = np.empty_like(functions)
    by_draw[:, quantity.order] = functions
    return by_draw


def cross(sizes: Sequence[int], most: int) -> Places:
    """The degrees of the products in `crossed`, (function, quantity).

    sizes: how many functions each quantity has. most: the largest number of products. Main effects
    have priority: all of them, or as many as there is room for; straight lines are always in, even
    beyond `most`.
    """
    room = max(2, (most - 1) // len(sizes) + 1)
    mains = {
        tuple(degree if quantity == own else 0 for quantity in range(len(sizes)))
        for own, size in enumerate(sizes)
        for degree in range(min(size, room))
    }

    def within(limit: int) -> set[tuple[int, ...]]:
        return mains | set(itertools.islice(_within(tuple(sizes), limit), most + 1))

    # the highest limit with at most `most` functions, found by doubling and then bisection
    low, high = 3, 4
    top = math.prod(sizes)
    while high <= top and len(within(high)) <= most:
        low, high = high, 2 * high
    high = min(high, top + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if len(within(middle)) <= most else (low, middle)
    chosen = mains if low < 4 else within(low)
    return np.array(sorted(chosen), dtype=np.intp)


def _within(sizes: tuple[int, ...], limit: int) -> Iterator[tuple[int, ...]]:
    """All choices of one degree per quantity with a product of (degree + 1) up to `limit`."""
    if not sizes:
        yield ()
        return
    for degree in range(min(sizes[0], limit)):
        for rest in _within(sizes[1:], limit // (degree + 1)):
            yield (degree, *rest)
