"""From quantities to draws: one column per quantity, from the stream that its path names.

The quantities of a `correlation` are drawn together by a Gaussian copula, all others independently.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import TYPE_CHECKING, Self, TypeVar

import numpy as np

from ipscost.drawing import copula
from ipscost.drawing.recipes import Recipe, Stream
from ipscost.scenario.nouns import Correlation, Quantity, Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Task = TypeVar("Task")
Done = TypeVar("Done")
BLOCK = 16_384
"""Draws that are worked on at a time: 128 kB a column, so that the few columns in use stay in a
processor's cache. Whole arrays of a million draws took 2.4 times as long in a cohort model."""
KEPT_DRAWS = 20_000
"""The most draws with which a column is kept for the next run: twice the default of 10,000. Larger
runs are seldom followed by variants, and their columns would fill the memory."""
KEPT_BYTES = 100_000_000
"""The memory for kept columns: 1,250 of 10,000 draws, more uncertain quantities than any shipped
scenario has."""


@dataclass(frozen=True)
class Draws:
    """Draws of all quantities.

    n: the number of draws.
    columns: by path, each quantity in its reported unit (money as the results report it), (draw,).
    first: the number of the first draw, if these are a block of more.
    """

    n: int
    columns: Mapping[str, Floats]
    first: int = field(default=0, kw_only=True)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: quantities {len(self.columns)}, draws {self.n:,}>"

    def product(self, *paths: str) -> Floats:
        """The product of the quantities at `paths`, (draw,), in the product of their units."""
        return reduce(np.multiply, (self.columns[path] for path in paths))

    def with_columns(self, more: Mapping[str, Floats]) -> Self:
        """The draws with columns for what an engine works out from others, (draw,) each."""
        return replace(self, columns={**self.columns, **more})

    def repeated(self, times: int) -> Draws:
        """Every draw so many times, one behind the other: once for each person."""
        columns: Mapping[str, Floats] = {
            path: column if column.size == 1 else np.repeat(column, times)
            for path, column in self.columns.items()
        }
        return replace(self, n=self.n * times, columns=columns)

    def blocks(self, size: int) -> Iterator[tuple[slice, Draws]]:
        """The draws in blocks of `size`, each with its slice; the last may be shorter."""
        for start in range(0, self.n, size):
            block = slice(start, min(start + size, self.n))
            columns = {path: column[block] for path, column in self.columns.items()}
            yield block, Draws(block.stop - start, columns, first=self.first + start)

    def blocks_once(self, size: int) -> Iterator[tuple[slice, Draws]]:
        """The blocks for a caller that needs them once: columns drawn for them are not kept."""
        if isinstance(self.columns, Later) and not self.columns.is_drawn:
            for place, columns in self.columns.blocks(size):
                yield place, Draws(place.stop - place.start, columns, first=place.start)
        else:
            yield from self.blocks(size)


@dataclass(frozen=True, repr=False)
class Expected(Draws):
    """Expected values in place of draws: of every quantity, and of every product of quantities.

    Quantities that are `held` have the values in their columns as their means; there are then as
    many "draws" as values, otherwise one. A held quantity that is correlated with others is moved
    as a whole: a difference is shifted to its new mean, so E[(D + a) X] = E[D X] + a E[X]; any
    other number is scaled to it, so E[b X Y] = b E[X Y]. Held at its own mean, it changes nothing.
    """

    scenario: Scenario
    held: frozenset[str] = frozenset()

    def product(self, *paths: str) -> Floats:
        """The expected product, (draw,), with the covariance of correlated quantities in it.

        (1,) if nothing in it is held. Raises ValueError for a product of more than three uncertain
        quantities of one correlation.
        """
        value, apart = np.ones(1), list(paths)
        for correlation in self.scenario.correlations:
            members = tuple(path for path in apart if path in correlation.members)
            if len(members) > 1:
                value = value * self._together(correlation, members, self.held)
                apart = [path for path in apart if path not in members]
        return reduce(np.multiply, (self.columns[path] for path in apart), value)

    def _together(
        self, correlation: Correlation, members: tuple[str, ...], held: frozenset[str]
    ) -> Floats:
        """The expected product of members of a correlation, with those `held` moved, (draw,)."""
        if len(members) == 1 and members[0] in held:
            return self.columns[members[0]]
        means = {q.path: q.mean for q in self.scenario.quantities if q.path in members}
        value = np.full(1, expected_product(self.scenario, correlation, members))
        for path in (path for path in members if path in held and not self._shifts(path)):
            value = value * self.columns[path] / means[path]
        for path in (path for path in members if path in held and self._shifts(path)):
            rest, others = held - {path}, tuple(other for other in members if other != path)
            moved = self.columns[path] - means[path]
            return self._together(correlation, members, rest) + moved * self._together(
                correlation, others, held
            )
        return value

    def _shifts(self, path: str) -> bool:
        return shifts(next(q for q in self.scenario.quantities if q.path == path))


class NotProductsError(ValueError):
    """A result is not a sum of products of independent numbers, so its expected value is not that
    at the expected values."""


class _Drawn(dict[str, "Floats"]):
    """Columns by path; a quantity without one has only an expected value, and must not be drawn."""

    def __missing__(self, path: str) -> Floats:
        raise NotProductsError(f"{path} has an expected value, but enters otherwise than as it")


@dataclass(frozen=True)
class Given(Draws):
    """Draws of some quantities, in `columns` with all fixed ones; expected values of all others.

    The `others` are independent of the quantities drawn. A product has its expected value given the
    draws, so a result made only of sums of products is the expected result given the draws. An
    engine that uses one of the others in any other way, or its square, gets NotProductsError.
    """

    others: Expected

    def with_columns(self, more: Mapping[str, Floats]) -> Self:
        """The draws with more columns; what has an expected value alone is still not drawn."""
        return replace(self, columns=_Drawn({**self.columns, **more}))

    def product(self, *paths: str) -> Floats:
        """The expected product given the draws, (draw,); (1,) if none of its quantities is drawn.

        Raises NotProductsError if one of the others occurs twice.
        """
        others = [path for path in paths if path not in self.columns]
        if len(set(others)) < len(others):
            raise NotProductsError(f"{' x '.join(others)} is not a product of different numbers")
        mean = self.others.product(*others) if others else np.ones(1)
        drawn = (self.columns[path] for path in paths if path in self.columns)
        return reduce(np.multiply, drawn, mean)


def draw(scenario: Scenario, n: int, seed: int, sampler: str = "random") -> Draws:
    """`n` draws of every quantity, (draw,) each: its inverse CDF at the uniforms of its stream.

    sampler: `random` or `sobol` (`settings.SAMPLERS`). A run with more draws begins with the same
    ones, and a new category leaves all other draws unchanged; with `sobol` only if it comes last,
    since the position of an uncertain quantity among the others is its dimension. A fixed quantity
    is the same in all draws, and one that is not known is 0. See docs/method.md, Draws.
    """
    numbers = (*scenario.quantities, *scenario.unknowns)
    if n == 0:  # a base case alone, as many scenario analyses are
        return Draws(0, dict.fromkeys((q.path for q in numbers), np.empty(0)))
    drawn = recipes(scenario, seed, sampler)
    fixed = {q.path: np.broadcast_to(np.float64(q.mean), n) for q in numbers if q.path not in drawn}
    paths = tuple(q.path for q in numbers)
    if n > KEPT_DRAWS:
        return Draws(n, Later(n, paths, drawn, fixed))
    _KEPT.begin()
    columns = {path: _KEPT.column(recipe, n) for path, recipe in drawn.items()}
    return Draws(n, {path: columns[path] if path in columns else fixed[path] for path in paths})


def recipes(scenario: Scenario, seed: int, sampler: str = "random") -> dict[str, Recipe]:
    """How each uncertain quantity is drawn, by path; see `draw` for the arguments."""
    uncertain = [quantity for quantity in scenario.quantities if not quantity.is_fixed]
    own = {
        quantity.path: Stream(seed, quantity.path, dimension if sampler == "sobol" else None)
        for dimension, quantity in enumerate(uncertain)
    }
    parts: dict[str, tuple[tuple[Stream, float], ...]]
    parts = {path: ((stream, 1.0),) for path, stream in own.items()}
    fixed = {quantity.path for quantity in scenario.quantities if quantity.is_fixed}
    is_random = sampler != "sobol"  # whose points have a dimension for each number that is there
    for correlation in (is_random and scenario.drawn) or scenario.correlations:
        members = tuple(path for path in correlation.members if path not in fixed)
        of_others = {path: Stream(seed, path, None) for path in members if path not in own}
        streams = own | of_others  # numbers of arms that are left out, for the sake of the others
        for path, row in zip(members, copula.factor(_among(correlation, members)), strict=True):
            loads = zip(members, row, strict=True)
            parts[path] = tuple((streams[other], load) for other, load in loads if load)
    return {q.path: Recipe(q.dist, q.factor, parts[q.path]) for q in uncertain}


def base_case(scenario: Scenario) -> Draws:
    """A single "draw", (1,), with every quantity as in the base case (`Scenario.now`).

    Without a model these are expected values, and so are the products of quantities (`Expected`).
    """
    return held(scenario, {}, 1)


def held(scenario: Scenario, values: Mapping[str, Floats], n: int) -> Draws:
    """`n` "draws" with some quantities at `values`, in the reported unit, (draw,).

    All others are as in the base case. Without a model, the `values` are means (`Expected`).
    """
    numbers = (*scenario.quantities, *scenario.unknowns)
    columns = {q.path: values.get(q.path, np.full(n, scenario.base(q))) for q in numbers}
    if scenario.model is not None:
        return Draws(n, columns)
    return Expected(n, columns, scenario, frozenset(values))


def given(scenario: Scenario, draws: Draws, known: frozenset[str]) -> Given:
    """The draws of the quantities `known`, (draw,), with expected values of all others.

    Raises NotProductsError if a known quantity is correlated with one of the others.
    """
    means = {q.path: np.array([q.mean]) for q in scenario.quantities if not q.is_fixed}
    others = means.keys() - known
    for correlation in scenario.correlations:
        together = means.keys() & set(correlation.members)
        if known & together and together - known:
            raise NotProductsError(f"{correlation.name} holds numbers that are known and others")
    columns = {path: column for path, column in draws.columns.items() if path not in others}
    return Given(draws.n, _Drawn(columns), Expected(1, means, scenario))


def replaced(scenario: Scenario, draws: Draws, values: Mapping[str, Floats]) -> Draws:
    """The draws with some quantities at `values`, in the reported unit, (draw,).

    All others keep their draws. A quantity that is correlated with others keeps its draws too, but
    moved as a whole (`moved`), so that it is still correlated with them.
    """
    together = {path for each in scenario.correlations for path in each.members}
    columns = dict(draws.columns)
    for quantity in (q for q in scenario.quantities if q.path in values):
        path, value = quantity.path, values[quantity.path]
        one = moved(scenario, quantity, columns[path], value) if path in together else value
        columns[path] = one
    return replace(draws, columns=columns)


def shifts(quantity: Quantity) -> bool:
    """True for a number that is moved by shifting it, False for one that is scaled.

    A difference is shifted, and so is a number whose mean is 0, which cannot be scaled.
    """
    return quantity.role == "difference" or quantity.mean == 0


def moved(scenario: Scenario, quantity: Quantity, column: Floats, value: Floats) -> Floats:
    """The draws `column` of a quantity, (draw,), shifted or scaled from its base case to `value`.

    `value` is (draw,), in the reported unit, as the result is.
    """
    now = scenario.base(quantity)
    return column + (value - now) if shifts(quantity) else column * (value / now)


def expected_product(
    scenario: Scenario, correlation: Correlation, members: tuple[str, ...]
) -> float:
    """The expected product of members of a correlation, in the product of their reported units.

    Raises ValueError for more than three uncertain members.
    """
    quantities = {q.path: q for q in scenario.quantities if q.path in members}
    uncertain = tuple(path for path in members if not quantities[path].is_fixed)
    value = 1.0
    if len(uncertain) > 1:
        dists = tuple(quantities[path].dist for path in uncertain)
        value = copula.expected_product(dists, _among(correlation, uncertain))
        value *= float(np.prod([quantities[path].factor for path in uncertain]))
    else:
        value = float(np.prod([quantities[path].mean for path in uncertain]))
    return value * float(np.prod([quantities[p].mean for p in members if p not in uncertain]))


def _among(correlation: Correlation, members: tuple[str, ...]) -> copula.Matrix:
    """The correlations among some of the members, (member, member)."""
    indices = [correlation.members.index(member) for member in members]
    return tuple(tuple(correlation.matrix[i][j] for j in indices) for i in indices)


# --- drawing ---------------------------------------------------------------------------------


class Kept:
    """A cache of whole columns of recent runs, since variants of a scenario differ in few of them.

    It holds at most `most` bytes. A column that the current run has asked for is not dropped to
    make room for another of the same run: every variant asks for columns in the same order, so each
    would be dropped just before it is needed again.
    """

    def __init__(self, most: int) -> None:
        self.most, self.size, self.run = most, 0, 0
        self.columns: dict[tuple[Recipe, int], tuple[int, Floats]] = {}

    def begin(self) -> None:
        """Starts another run."""
        self.run += 1

    def column(self, recipe: Recipe, n: int) -> Floats:
        """The `n` draws of a recipe, (draw,), in the reported unit; read-only."""
        key = recipe, n
        if key in self.columns:
            values = self.columns.pop(key)[1]
        else:
            values = recipe.values(0, n)
            values.flags.writeable = False
            if not self._makes_room(values.nbytes):
                return values
            self.size += values.nbytes
        self.columns[key] = self.run, values  # most recently used last
        return values

    def _makes_room(self, size: int) -> bool:
        """Drops columns of earlier runs as needed; True if there is then room for `size` bytes."""
        while self.columns and self.size + size > self.most:
            first = next(iter(self.columns))
            run, values = self.columns[first]
            if run == self.run:
                return False
            del self.columns[first]
            self.size -= values.nbytes
        return self.size + size <= self.most


_KEPT = Kept(KEPT_BYTES)


class Later(Mapping[str, "Floats"]):
    """The `n` draws of each of `paths`, which are made by `recipes` or `fixed`, (draw,).

    So many draws are not made before they are asked for: the run itself needs a block of them at a
    time, and few ask for whole columns.
    """

    def __init__(
        self,
        n: int,
        paths: tuple[str, ...],
        recipes: Mapping[str, Recipe],
        fixed: Mapping[str, Floats],
    ) -> None:
        self.n, self.paths, self.recipes, self.fixed = n, paths, recipes, fixed
        self._drawn: dict[str, Floats] = {}

    @property
    def is_drawn(self) -> bool:
        """True where whole columns were asked for."""
        return bool(self._drawn)

    def __getitem__(self, path: str) -> Floats:
        if path in self.fixed:
            return self.fixed[path]
        if path in self.recipes and not self._drawn:
            self._drawn = _in_blocks(self.recipes, self.n)
        return self._drawn[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)

    def blocks(self, size: int) -> Iterator[tuple[slice, dict[str, Floats]]]:
        """The columns in blocks of `size`, each with its place, drawn on all processors."""
        from concurrent.futures import ThreadPoolExecutor  # what few draws do without

        with ThreadPoolExecutor(processors()) as pool:
            for start in range(0, self.n, size):
                place = slice(start, min(start + size, self.n))
                values = pool.map(
                    lambda recipe, place=place: recipe.values(place.start, place.stop),
                    self.recipes.values(),
                )
                drawn = dict(zip(self.recipes, values, strict=True))
                fixed = {path: column[place] for path, column in self.fixed.items()}
                yield place, fixed | drawn


def _in_blocks(recipes: Mapping[str, Recipe], n: int) -> dict[str, Floats]:
    """Whole columns, (draw,) each, drawn block by block on all processors.

    Each number depends only on its recipe and its position, so the order of work does not matter.
    """
    columns = {path: np.empty(n) for path in recipes}

    def fill(task: tuple[str, int]) -> None:
        path, start = task
        stop = min(start + BLOCK, n)
        columns[path][start:stop] = recipes[path].values(start, stop)

    tasks = [(path, start) for start in range(0, n, BLOCK) for path in recipes]
    for _ in on_all_processors(fill, tasks):
        pass
    for column in columns.values():
        column.flags.writeable = False
    return columns


def on_all_processors(work: Callable[[Task], Done], tasks: Iterable[Task]) -> Iterator[Done]:
    """What comes of each task, in turn, whoever does it. A single task needs no threads."""
    given = list(tasks)
    threads = min(processors(), len(given))
    if threads < 2:
        yield from map(work, given)
        return
    from concurrent.futures import ThreadPoolExecutor  # slow to import

    with ThreadPoolExecutor(threads) as pool:
        yield from pool.map(work, given)


def processors() -> int:
    """The number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
