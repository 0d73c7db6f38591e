"""Where arms were not drawn by lot: weights that make them alike in what was measured before.

No weight makes them alike in what was not measured; the E-value says how strong that would have to
be. Two arms alone: with more, each is compared with the reference by itself.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from ipscost.individual.logistic import logistic
from ipscost.individual.sums import crossed, factored, solved

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

OVERLAP: Final = "overlap"
ENTROPY: Final = "entropy"
STEPS = 60
ALIKE = 0.1
"""A standardised difference below this is as a rule taken as small (Austin 2009, doi
10.1002/sim.3697)."""


@dataclass(frozen=True, eq=False)
class Weighed:
    """How much each person counts, (..., person), 0 or more.

    chance: (..., person), of the new arm; None for entropy weights, which need none.
    impossible: (...), where no weights do it: a covariate tells the arm for certain (overlap), or
        no weighting of the reference has the means of the other arm (entropy).
    """

    weights: Floats
    chance: Floats | None
    impossible: Flags


def weighed(
    kind: str,
    values: Floats,
    treated: Floats,
    columns: Sequence[int],
    counts: Floats | None = None,
) -> Weighed:
    """Overlap or entropy weights by columns of what was measured before.

    values: (..., person, column), without holes. treated: (person,), 0 or 1. columns: their places.
    counts: (..., person), how often each person is in a sample; weights do not hold them.

    Overlap (Li, Morgan and Zaslavsky 2018, doi 10.1080/01621459.2016.1260466): each person counts
    by the chance of the other arm, so the answer is about those who might have been in either.
    Entropy (Hainmueller 2012, doi 10.1093/pan/mpr025): the reference counts so that its means are
    those of the other arm, as evenly as that can be; the answer is about those who were in that
    one. With both, weighted means of the columns are equal in both arms. Raises ValueError where an
    arm has no persons.
    """
    if not 0 < treated.sum() < treated.size:
        raise ValueError("an arm without persons cannot be made like the other")
    rows = _rows(values, columns)
    if kind == OVERLAP:
        found = logistic(rows, treated, counts)
        weights = np.where(treated > 0, 1 - found.chance, found.chance)
        return Weighed(weights, found.chance, found.separated)
    return _entropy(rows[..., 1:, :], treated, counts)


def _rows(values: Floats, columns: Sequence[int]) -> Floats:
    """1 and the columns, each less its mean and by its spread, (..., row, person)."""
    rows = np.ones((*values.shape[:-2], 1 + len(columns), values.shape[-2]))
    for place, column in enumerate(columns, 1):
        own = values[..., column]
        off = own - own.mean(axis=-1, keepdims=True)
        spread = np.sqrt((off * off).mean(axis=-1, keepdims=True))
        rows[..., place, :] = off / np.where(spread > 0, spread, 1.0)
    return rows


def _entropy(rows: Floats, treated: Floats, counts: Floats | None) -> Weighed:
    """Entropy balancing: weights exp(x λ) of the reference, by Newton's method, steps halved."""
    frequency = np.ones(treated.size) if counts is None else counts
    lead = np.broadcast_shapes(rows.shape[:-2], frequency.shape[:-1])
    there, base = frequency * (treated > 0), frequency * (treated <= 0)
    size = np.broadcast_to(there.sum(axis=-1), lead)
    goal = (rows * there[..., None, :]).sum(axis=-1) / size[..., None]
    off = rows - goal[..., None]
    off = np.broadcast_to(off, (*lead, *off.shape[-2:]))
    bend = np.zeros(off.shape[:-1])
    value, share = _dual(off, base, bend)
    for _ in range(STEPS):
        slope = (off * share[..., None, :]).sum(axis=-1)
        spread = crossed(off, share) - slope[..., :, None] * slope[..., None, :]
        step = solved(factored(spread), slope[..., None])[..., 0]
        length = np.ones(lead)
        for _ in range(20):  # half the step where it goes too far
            after = _dual(off, base, bend - length[..., None] * step)[0]
            worse = after > value + 1e-12 * np.abs(value)
            if not worse.any():
                break
            length = np.where(worse, length / 2, length)
        bend = np.clip(bend - length[..., None] * step, -500, 500)
        value, share = _dual(off, base, bend)
        if (np.abs(step) < 1e-10 * (1 + np.abs(bend))).all():
            break
    slope = (off * share[..., None, :]).sum(axis=-1)
    divided = np.divide(share, base, out=np.zeros(share.shape), where=base > 0)
    weights = np.where(treated > 0, 1.0, divided * size[..., None])
    return Weighed(weights, None, (np.abs(slope) > 1e-6).any(axis=-1))


def _dual(off: Floats, base: Floats, bend: Floats) -> tuple[Floats, Floats]:
    """The logarithm of the sum of weights, (...), and each person's share of it, (..., person)."""
    told = (off * bend[..., None]).sum(axis=-2)
    told = np.where(base > 0, told, -np.inf)
    most = told.max(axis=-1, keepdims=True)
    weight = base * np.exp(told - most)
    total = weight.sum(axis=-1, keepdims=True)
    return np.asarray((most + np.log(total))[..., 0]), np.asarray(weight / total)


def balance(values: Floats, treated: Floats, weights: Floats | None = None) -> Floats:
    """Standardised differences of means, other arm less reference, (..., column).

    values: (..., person, column). Without `weights` as the arms are. The measure is the same before
    and after: the root of the mean of both arms' variances without weights (Austin 2009, doi
    10.1002/sim.3697). 0 where a column has no variation.
    """
    both = [treated > 0, treated <= 0]
    variances = [_variance(values[..., own, :]) for own in both]
    means = []
    for own in both:
        count = np.ones(int(own.sum())) if weights is None else weights[..., own]
        total = (values[..., own, :] * count[..., None]).sum(axis=-2)
        means.append(total / count.sum(axis=-1)[..., None])
    spread = np.sqrt((variances[0] + variances[1]) / 2)
    off = np.asarray(means[0] - means[1])
    return np.asarray(np.divide(off, spread, out=np.zeros(off.shape), where=spread > 0))


def _variance(values: Floats) -> Floats:
    """Between persons, (..., column); 0 for one person."""
    count = values.shape[-2]
    return np.asarray(values.var(axis=-2) * (count / max(count - 1, 1)))


def effective(weights: Floats, arm: Ints, arms: int) -> Floats:
    """As how many equally weighted persons each arm counts, (..., arm): (Σw)² / Σw², as Kish."""
    each = [weights[..., arm == place] for place in range(arms)]
    return np.stack([w.sum(axis=-1) ** 2 / (w * w).sum(axis=-1) for w in each], axis=-1)


def e_value(ratio: float) -> float:
    """How strongly something unmeasured must go with arm and outcome to explain a risk ratio away.

    As a risk ratio with both: VanderWeele and Ding 2017, doi 10.7326/M16-2607. 1 where there is
    nothing to explain. Raises ValueError for a ratio that is not above 0.
    """
    if not ratio > 0:
        raise ValueError(f"{ratio} is no ratio")
    more = max(ratio, 1 / ratio)
    return more + math.sqrt(more * (more - 1))


def e_value_of_difference(
    difference: float, low: float, high: float, sd: float
) -> tuple[float, float]:
    """The E-values of a difference of means, and of the end of its interval that is nearer to 0.

    sd: between persons. A difference of d standard deviations is taken as a risk ratio of
    exp(0.91 d), which is an approximation (VanderWeele and Ding 2017, doi 10.7326/M16-2607).
    An interval with 0 in it has 1: nothing need be explained.
    """
    near = 0.0 if low <= 0 <= high else min(low, high, key=abs)
    first, second = (e_value(math.exp(0.91 * each / sd)) for each in (difference, near))
    return first, second
