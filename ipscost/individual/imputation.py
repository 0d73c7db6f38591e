"""Multiple imputation by chained equations with predictive mean matching, by arm.

What is missing in a column is taken from a person of the same arm whose prediction is near: one of
five, chosen at random. So what is imputed was measured in someone: costs are never negative, and a
column of 0 and 1 stays one. The method is that of `mice` (van Buuren and Groothuis-Oudshoorn 2011,
doi 10.18637/jss.v045.i03; van Buuren 2018, doi 10.1201/9780429492259):
matching of type 1, coefficients drawn by Bayes's rule (Rubin 1987, page 167), columns visited in
their order. By arm, so that an effect may differ between persons (Faria et al. 2014, doi
10.1007/s40273-014-0193-3).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.individual.data import Endpoint
from ipscost.individual.sums import backward, crossed, factored, solved

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ipscost.individual.data import IndividualData

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

CYCLES, DONORS = 10, 5
BLOCK = 250_000
"""Numbers of persons by column that are imputed at a time: 2 MB."""

Random = Callable[[str], Any]
"""Makes the generator of a name, the same each time: `partial(generator, seed)` of the streams."""


def imputed(
    data: IndividualData, m: range, random: Random, *, cycles: int = CYCLES, donors: int = DONORS
) -> Floats:
    """Imputations with the numbers `m`, (imputation, person, column), without holes.

    random: the generator of a name. Each imputation has its own, so it is the same with any others.
    cycles: how often all columns are gone through. donors: how many persons are near.

    A column is predicted by all others of the data: what has no variation in an arm, or is a
    combination of columns before it, is left out. Where nothing is missing, the data as often as
    asked for. Raises ValueError where a column has nothing measured in an arm.
    """
    found = np.repeat(data.values[None], len(m), axis=0)
    if not data.missing.any():
        return found
    for arm in range(len(data.arms)):
        people = np.flatnonzero(data.arm == arm)
        if not data.missing[people].any():
            continue
        step = max(1, BLOCK // (people.size * len(data.columns)))
        for start in range(0, len(m), step):
            block = m[start : start + step]
            generators = [random(f"imputation.{number}.{arm}") for number in block]
            rows = np.repeat(data.values[people].T[None], len(block), axis=0)
            done = filled(rows, generators, cycles=cycles, donors=donors)
            found[start : start + len(block), people] = np.swapaxes(done, -1, -2)
    return found


def filled(
    rows: Floats,
    generators: Sequence[Any],
    *,
    cycles: int,
    donors: int,
    there: Flags | None = None,
) -> Floats:
    """Several sets of persons of one arm, each filled by its own generator, (set, column, person).

    rows: (set, column, person), not a number where missing. Sets may have different holes, as the
        samples of a bootstrap have. there: (set, person), whether there is one, where sets are of
        unlike sizes. Raises ValueError where a column of a set is all missing.
    """
    holes = np.isnan(rows)
    if there is not None:
        rows = np.where(there[:, None], rows, 0.0)
        holes &= there[:, None]
    seen = ~holes if there is None else ~holes & there[:, None]
    if not seen.any(axis=-1).all():
        raise ValueError("a column with nothing measured cannot be imputed")
    shift, scale = _scales(rows, seen)
    rows = _begun(rows, holes, seen, generators)
    scaled = (rows - shift) / scale
    places = np.flatnonzero(holes.any(axis=(0, 2)))
    if not places.size:
        return rows
    work = [Hole.of(holes, seen, int(place)) for place in places]
    freedom = np.stack([each.freedom(scaled) for each in work], axis=-1)
    counts = np.stack([each.own.sum(axis=-1) for each in work], axis=-1)
    chances = [
        Chances.drawn(generator, cycles, rows.shape[1], free, count)
        for generator, free, count in zip(generators, freedom, counts, strict=True)
    ]
    for cycle in range(cycles):
        for number, hole in enumerate(work):
            told, wanted, scores = hole.predicted(scaled, chances, cycle, number)
            who = matched(told, wanted, scores, donors)
            for values in (rows, scaled):
                hole.fill(values, who)
    return rows


def _scales(rows: Floats, seen: Flags) -> tuple[Floats, Floats]:
    """A place and a spread of each column of each set, (set, column, 1)."""
    count = seen.sum(axis=-1, keepdims=True)
    shift = np.where(seen, rows, 0.0).sum(axis=-1, keepdims=True) / count
    off = np.where(seen, rows - shift, 0.0)
    scale = np.sqrt((off * off).sum(axis=-1, keepdims=True) / count)
    return shift, np.where(scale > 1e-12 * np.abs(shift), scale, 1.0)


def _begun(rows: Floats, holes: Flags, seen: Flags, generators: Sequence[Any]) -> Floats:
    """The sets with each hole filled by what was measured in someone, whoever it was."""
    rows = rows.copy()
    for own, hole, there, generator in zip(rows, holes, seen, generators, strict=True):
        uniform, start = generator.random(int(hole.sum())), 0
        for column in np.flatnonzero(hole.any(axis=-1)):
            measured = own[column][there[column]]
            stop = start + int(hole[column].sum())
            chosen = (uniform[start:stop] * measured.size).astype(np.int64)
            own[column][hole[column]] = measured[chosen]
            start = stop
    return rows


@dataclass(frozen=True, eq=False)
class Chances:
    """The random numbers of one set, drawn ahead, so that a set is the same in any company.

    normal: (cycle, column with holes, coefficient). chi: (cycle, column with holes).
    uniform: for each column with holes, (cycle, 2, hole).
    """

    normal: Floats
    chi: Floats
    uniform: tuple[Floats, ...]

    @classmethod
    def drawn(
        cls, generator: Any, cycles: int, coefficients: int, freedom: Floats, counts: Ints
    ) -> Chances:
        """`freedom`: of each column with holes in some set; `counts`: how many holes it has here.

        A column without holes here takes no random numbers, whatever other sets lack.
        """
        own = np.flatnonzero(counts)
        normal, chi = (
            np.zeros((cycles, freedom.size, coefficients)),
            np.ones((cycles, freedom.size)),
        )
        normal[:, own] = generator.standard_normal((cycles, own.size, coefficients))
        chi[:, own] = generator.chisquare(freedom[own], (cycles, own.size))
        uniform = tuple(generator.random((cycles, 2, int(count))) for count in counts)
        return cls(normal, chi, uniform)


@dataclass(frozen=True, eq=False)
class Hole:
    """A column with holes in some set.

    column: its place. seen: (set, person), 1 where it was measured.
    who: (set, hole), persons with a hole, and others where a set has fewer holes than another.
    own: (set, hole), whether there is a hole.
    """

    column: int
    seen: Floats
    who: Ints
    own: Flags

    @classmethod
    def of(cls, holes: Flags, seen: Flags, column: int) -> Hole:
        """The holes of a column and what was measured, from those of all, (set, column, person)."""
        here = holes[:, column]
        most = int(here.sum(axis=-1).max())
        who = np.argsort(~here, axis=-1, kind="stable")[:, :most]
        measured = seen[:, column].astype(np.float64)
        return cls(column, measured, who, np.take_along_axis(here, who, axis=-1))

    def design(self, scaled: Floats) -> Floats:
        """1, all other columns, and this one last, (set, row, person)."""
        ones = np.ones((len(scaled), 1, scaled.shape[-1]))
        before, after = scaled[:, : self.column], scaled[:, self.column + 1 :]
        return np.concatenate([ones, before, after, scaled[:, self.column, None]], axis=1)

    def freedom(self, scaled: Floats) -> Floats:
        """Degrees of freedom of its regression, (set,): at least 1."""
        sums = crossed(self.design(scaled)[:, :-1], self.seen)
        left = self.seen.sum(axis=-1) - factored(sums)[1].sum(axis=-1)
        return np.asarray(np.maximum(left, 1.0))

    def predicted(
        self, scaled: Floats, chances: Sequence[Chances], cycle: int, number: int
    ) -> tuple[Floats, Floats, Floats]:
        """Predictions of who was measured, (set, person), infinite for others; of who was not, by
        drawn coefficients, (set, hole); and two uniforms for each of these, (set, 2, hole).
        """
        design = self.design(scaled)
        sums = crossed(design, self.seen)
        lower, kept = factored(sums[:, :-1, :-1])
        beta = solved((lower, kept), sums[:, :-1, -1:])[..., 0]
        left = sums[:, -1, -1] - (beta * sums[:, :-1, -1]).sum(axis=-1)
        chi = np.array([own.chi[cycle, number] for own in chances])
        normal = np.stack([own.normal[cycle, number] for own in chances])
        sigma = np.sqrt(np.maximum(left, 0.0) / chi)
        drawn = beta + sigma[:, None] * backward(lower, kept, normal[..., None])[..., 0]
        told, wanted = np.zeros(self.seen.shape), np.zeros(self.who.shape)
        for place in range(beta.shape[-1]):  # persons who are alike have the same prediction
            told = told + beta[:, place, None] * design[:, place]
            there = np.take_along_axis(design[:, place], self.who, axis=-1)
            wanted = wanted + drawn[:, place, None] * there
        scores = np.zeros((len(scaled), 2, self.who.shape[-1]))
        for place, own in enumerate(chances):
            uniform = own.uniform[number][cycle]
            scores[place, :, : uniform.shape[-1]] = uniform
        return np.where(self.seen > 0, told, np.inf), wanted, scores

    def fill(self, values: Floats, who: Ints) -> None:
        """Gives each hole what `who` of the set, (set, hole), has."""
        column = values[:, self.column]
        given = np.take_along_axis(column, who, axis=-1)
        kept = np.take_along_axis(column, self.who, axis=-1)
        np.put_along_axis(column, self.who, np.where(self.own, given, kept), axis=-1)


def matched(told: Floats, wanted: Floats, uniform: Floats, donors: int) -> Ints:
    """One of the `donors` persons whose predictions are nearest to each wanted one, (set, hole).

    told: (set, person), infinite for persons who cannot give. wanted: (set, hole).
    uniform: (set, 2, hole): which of those with equal predictions are the near ones, and which of
        the near ones gives.
    """
    order = np.argsort(told, axis=-1, kind="stable")
    told = np.take_along_axis(told, order, axis=-1)
    count = np.isfinite(told).sum(axis=-1)[:, None]
    left, right = _place(told, wanted, count, False), _place(told, wanted, count, True)
    middle = left + (uniform[:, 0] * (right - left + 1)).astype(np.int64)
    around = middle[..., None] + np.arange(-donors, donors)
    there = (around >= 0) & (around < count[..., None])
    around = np.clip(around, 0, count[..., None] - 1)
    flat = around.reshape(len(told), -1)
    near = np.take_along_axis(told, flat, axis=-1).reshape(around.shape)
    away = np.where(there, np.abs(near - wanted[..., None]), np.inf)
    rank = np.argsort(away, axis=-1, kind="stable")
    chosen = (uniform[:, 1] * np.minimum(count, donors)).astype(np.int64)
    place = np.take_along_axis(rank, chosen[..., None], axis=-1)
    return np.take_along_axis(order, np.take_along_axis(around, place, axis=-1)[..., 0], axis=-1)


def _place(told: Floats, wanted: Floats, count: Ints, after: bool) -> Ints:
    """Where each wanted number stands among sorted ones, (set, hole): after equals, or before."""
    low = np.zeros(wanted.shape, np.int64)
    high = np.broadcast_to(count, wanted.shape).copy()
    for _ in range(told.shape[-1].bit_length()):
        middle = (low + high) // 2
        found = np.take_along_axis(told, np.minimum(middle, told.shape[-1] - 1), axis=-1)
        up = ((found <= wanted) if after else (found < wanted)) & (low < high)
        low, high = np.where(up, middle + 1, low), np.where(up, high, middle)
    return low


def shifted(
    values: Floats,
    data: IndividualData,
    what: int | Endpoint,
    *,
    by: float = 0.0,
    factor: float = 1.0,
    arm: int | None = None,
) -> Floats:
    """Imputations in which what was imputed is other than in persons who were measured (MNAR).

    values: (..., person, column).
    what: the place of a column, or an endpoint: then each person with any of its columns imputed
        has the endpoint changed by `by`, in equal steps over what was imputed.
    by: added to what was imputed, after it is multiplied by `factor`. arm: in one arm alone.
    """
    values, holes = values.copy(), data.missing
    if arm is not None:
        holes = holes & (data.arm == arm)[:, None]
    if isinstance(what, Endpoint):
        columns = np.flatnonzero(what.weights)
        weight = (holes[:, columns] * what.weights[columns]).sum(axis=-1)
        step = np.divide(by, weight, out=np.zeros(weight.shape), where=weight != 0)
    else:
        columns, step = np.array([what]), np.full(data.persons, by)
    for column in columns:
        told = values[..., column]
        values[..., column] = np.where(holes[:, column], told * factor + step, told)
    return values
