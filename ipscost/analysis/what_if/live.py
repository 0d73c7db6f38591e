"""What if, without a run: coefficients that give the answer exactly at other values of numbers.

The base-case cost difference of a category is a sum of products of numbers, in which each price,
use, ratio and rate of pay occurs at most once: of each of them alone it is a straight line. With k
such numbers it is

    f(u) = sum over the subsets S of the k numbers of  c_S x product over i in S of u_i,

where u_i is 0 at the low end of a number and 1 at the high end. The 2^k values of f at the ends
give the coefficients c_S (an inclusion-exclusion, the Moebius transform). A number that does not
enter so, such as a move between states or a discount rate, has a grid of values, and there are
coefficients at each of its points: at these the answer is exact, and between them there is none.

Which numbers are which is found out by asking the run (`Run.at`), never assumed, and the result is
held against the run at random values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.what_if.chosen import BY_RULE, Range, by_rule, ranges, stops
from ipscost.analysis.what_if.question import Question, Varied
from ipscost.analysis.what_if.tornado import Bounds
from ipscost.drawing.streams import generator
from ipscost.errors import AskedError
from ipscost.rounding import NEARLY
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

SLIDER_STOPS = 40
"""About so many round values of a number that may also have any other between its ends."""
GRID_STOPS = (40, 20, 14, 10)
"""About so many values of a number with a grid: the most for which there is room."""
MOST_NUMBERS = 4_000
"""At most so many coefficients: some 50 kB of a page."""
MOST_POINTS = 100_000
"""The run is asked at no more points than this: a second or two of a model of states."""
BLOCK = 8_192
"""Points that are asked at once."""
SEED = 1
"""The random values at which the result is looked at are the same every time."""
BASES = 16
"""Places from which it is looked whether the result is a straight line of each number."""
TESTS = 64
"""Random values at which the coefficients are held against the run."""
TRIED = (0.0, 1.0, 0.37, 0.74)
"""Where on a line from the low end to the high one: the ends, and two places between."""


@dataclass(frozen=True, slots=True)
class LiveInput:
    """A number that can be changed, from `low` to `high` in its stated unit.

    stops: round values from end to end with that of now. is_grid: True if the answer is known at
        these alone; else at any value between the ends.
    """

    varied: Varied
    low: float
    high: float
    stops: tuple[float, ...]
    is_grid: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """The cost difference of a category, in the reported money per person.

    grids: the inputs with a grid that it depends on. terms: of each product, the inputs in it; the
        empty one comes first. coefficients: (stop of each grid..., term).
    """

    path: str
    grids: tuple[int, ...]
    terms: tuple[tuple[int, ...], ...]
    coefficients: Floats


@dataclass(frozen=True)
class Live:
    """The savings of a question's arms as functions of some numbers, the others as they are now.

    parts: of each arm, the categories in file order.
    crowded: numbers that were asked for, for whose grid there was no room.
    """

    question: Question
    inputs: tuple[LiveInput, ...]
    parts: Mapping[str, tuple[Part, ...]]
    crowded: tuple[Varied, ...] = ()

    def differences(self, values: Mapping[str, float]) -> Floats:
        """The cost difference of each category, (arm, category), at values of inputs by path.

        The others are as they are now. Raises ValueError for a value between the points of a grid.
        """
        at = [values.get(one.varied.path, one.varied.now) for one in self.inputs]
        shares = [
            (value - one.low) / (one.high - one.low)
            for value, one in zip(at, self.inputs, strict=True)
        ]
        rows = []
        for parts in self.parts.values():
            row = []
            for part in parts:
                place = tuple(self.inputs[g].stops.index(at[g]) for g in part.grids)
                products = [np.prod([shares[i] for i in term]) for term in part.terms]
                row.append(float(part.coefficients[place] @ products))
            rows.append(row)
        return np.array(rows)

    def savings(self, values: Mapping[str, float]) -> Floats:
        """The saving of each arm, (arm,), in the reported money per person, at `values`."""
        weight = self.question.run.point.weight(self.question.scenario.perspective)
        return 0.0 - self.differences(values) @ weight


def live(question: Question, asked: Bounds | None = None, level: float = LEVEL) -> Live | None:
    """The coefficients of the numbers `asked` for, with their ends by path, or of those by rule.

    None if by rule no number changes an answer. Raises AskedError if a number that is asked for is
    not one, cannot be changed so, or changes no answer, if there are too many, and if the result
    cannot be put into coefficients between such ends.
    """
    chosen = ranges(question, asked) if asked else by_rule(question, level)
    if not chosen:
        return None
    looked = _Looked(question, chosen)
    if asked and looked.idle:
        path = looked.idle[0].varied.path
        raise AskedError(f"--what-if {path}: the saving does not depend on it; leave it out")
    kept, size = looked.with_room(len(chosen) if asked else BY_RULE)
    inputs = tuple(_input(one, one in looked.curved, size) for one in kept)
    crowded = tuple(one.varied for one in looked.curved if asked and one not in kept)
    found = Live(question, inputs, _parts(question, inputs), crowded)
    _check(found)
    return found


def _input(one: Range, is_grid: bool, size: int) -> LiveInput:
    most = size if is_grid else SLIDER_STOPS
    return LiveInput(one.varied, one.low, one.high, stops(one, most), is_grid)


# --- asking the run --------------------------------------------------------------------------


def _asked(question: Question, paths: Sequence[str], values: Floats) -> tuple[Floats, Floats]:
    """The cost differences, (arm, category, point), at `values`, (point, number), and their scale.

    The scale, (category,), is the largest cost of a category in any arm: what remains of its
    difference below NEARLY of that is rounding.
    """
    found, scale = [], np.zeros(len(question.run.point.categories))
    for start in range(0, len(values), BLOCK):
        block = values[start : start + BLOCK]
        columns = dict(zip(paths, block.T, strict=True))
        ledger = question.run.at(columns, outcomes=False)
        differences = np.array([ledger.difference(arm) for arm in question.arms])
        found.append(np.broadcast_to(differences, (*differences.shape[:2], len(block))))
        scale = np.maximum(scale, np.abs(ledger.present_value).max(axis=(0, 2)))
    return np.concatenate(found, axis=2), scale


class _Looked:
    """How each number enters the cost differences: along lines from several places."""

    def __init__(self, question: Question, chosen: Sequence[Range]) -> None:
        self.question, self.chosen = question, chosen
        count = len(chosen)
        low = np.array([one.low for one in chosen])
        wide = np.array([one.high for one in chosen]) - low
        now = (np.array([one.varied.now for one in chosen]) - low) / wide
        rng = generator(SEED, "what_if.lines")
        corners = rng.integers(0, 2, (BASES // 2, count)).astype(float)
        inside = rng.random((BASES // 2 - 3, count))
        bases = np.vstack([now, np.zeros(count), np.ones(count), corners, inside])
        shares = np.tile(bases[None, :, None], (count, 1, len(TRIED), 1))
        for index in range(count):
            shares[index, :, :, index] = TRIED
        paths = [one.varied.path for one in chosen]
        values = low + wide * shares.reshape(-1, count)
        differences, scale = _asked(question, paths, values)
        lines = differences.reshape(*differences.shape[:2], *shares.shape[:3])
        tried = np.array(TRIED)
        ends = lines[..., :1], lines[..., 1:2]
        straight = ends[0] + tried * (ends[1] - ends[0])
        limit = NEARLY * scale[:, None, None, None]
        is_bent = np.any(np.abs(lines - straight) > limit, axis=(0, 1, 3, 4))
        self.moves: Flags = np.any(np.abs(lines - ends[0]) > limit, axis=(3, 4))
        """Which numbers change which difference, (arm, category, number)."""
        counted = question.run.point.weight(question.scenario.perspective) != 0
        answers = np.any(self.moves[:, counted], axis=(0, 1))
        self.curved = [chosen[index] for index in np.flatnonzero(is_bent).tolist()]
        self.idle = [chosen[index] for index in np.flatnonzero(~answers).tolist()]

    def with_room(self, most: int) -> tuple[list[Range], int]:
        """The first `most` numbers for which there is room, and how many values a grid has.

        Of numbers with a grid, those that come last are left out if there is no room for all.
        """
        left = [one for one in self.chosen if one not in self.idle]
        while True:
            kept = left[:most]
            curved = [one for one in kept if one in self.curved]
            for size in GRID_STOPS:
                if not curved or self._fits(kept, size):
                    return kept, size
            left.remove(curved[-1])

    def _fits(self, kept: Sequence[Range], size: int) -> bool:
        """True if there is room for the coefficients of `kept` with about `size` values a grid."""
        most = {}
        for index, one in enumerate(self.chosen):
            if one in kept:
                is_grid = one in self.curved
                most[index] = len(stops(one, size)) if is_grid else 2
        points = np.prod([float(each) for each in most.values()])
        numbers = sum(
            float(np.prod([most[i] for i in np.flatnonzero(moved).tolist() if i in most]))
            for moved in self.moves.reshape(-1, len(self.chosen))
        )
        return bool(points <= MOST_POINTS and numbers <= MOST_NUMBERS)


# --- coefficients ----------------------------------------------------------------------------


def _parts(question: Question, inputs: Sequence[LiveInput]) -> dict[str, tuple[Part, ...]]:
    """The coefficients of every category, by arm, from the run at all ends and grid points."""
    sides = [one.stops if one.is_grid else (one.low, one.high) for one in inputs]
    points = np.array(list(product(*sides)))
    differences, scale = _asked(question, [one.varied.path for one in inputs], points)
    shape = [len(side) for side in sides]
    return {
        arm: tuple(
            _part(path, row.reshape(shape), NEARLY * size / 100, inputs)
            for path, row, size in zip(question.run.point.categories, rows, scale, strict=True)
        )
        for arm, rows in zip(question.arms, differences, strict=True)
    }


def _part(path: str, values: Floats, limit: float, inputs: Sequence[LiveInput]) -> Part:
    """A category from its values, (end or grid point of each input...).

    Coefficients within `limit` of 0 are rounding: terms without any other are left out, and so are
    grids along which nothing changes.
    """
    grids = [index for index, one in enumerate(inputs) if one.is_grid]
    ends = [index for index, one in enumerate(inputs) if not one.is_grid]
    for index in ends:
        low, high = np.split(values, 2, axis=index)
        values = np.concatenate([low, high - low], axis=index)
    kept = list(grids)
    for index in grids:
        first = np.take(values, [0], axis=index)
        if (np.abs(values - first) <= limit).all():
            values = first
            kept.remove(index)
    table = values.transpose([*grids, *ends]).reshape([values.shape[g] for g in kept] + [-1])
    subsets = list(product((0, 1), repeat=len(ends)))
    chosen = [
        place
        for place, subset in enumerate(subsets)
        if not any(subset) or (np.abs(table[..., place]) > limit).any()
    ]
    terms = tuple(
        tuple(index for index, inside in zip(ends, subsets[place], strict=True) if inside)
        for place in chosen
    )
    return Part(path, tuple(kept), terms, table[..., chosen])


def _check(found: Live) -> None:
    """Holds the coefficients against the run at random values; raises AskedError if they differ."""
    rng = generator(SEED, "what_if.tests")
    points = [
        [float(rng.choice(one.stops)) for one in found.inputs]
        if test < TESTS // 4
        else [
            float(rng.choice(one.stops)) if one.is_grid else float(rng.uniform(one.low, one.high))
            for one in found.inputs
        ]
        for test in range(TESTS)
    ]
    paths = [one.varied.path for one in found.inputs]
    expected, scale = _asked(found.question, paths, np.array(points))
    own = np.array([found.differences(dict(zip(paths, point, strict=True))) for point in points])
    wrong = np.abs(own - expected.transpose(2, 0, 1)) > NEARLY * scale
    if wrong.any():
        raise AskedError(
            "what if: between such ends the result cannot be put into coefficients, as where a "
            "share would be above 1; name narrower ones with --what-if PATH=LOW:HIGH"
        )
