"""What a test found, and what the tests stand on: the base case and its sums."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ipscost.errors import NotFiniteError
from ipscost.ledger import Ledger
from ipscost.run import Run
from ipscost.scenario.nouns import Category, Quantity, Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

NEARLY = 1e-9
"""The discrepancy, as a share of the size of what is compared, that is rounding: sums of thousands
of terms in floating point are off by 1e-12 or so."""
TOGETHER = 64
"""So many numbers are tried in one run, each at points of its own: a run for each would take a time
that grows with their square."""
HELD, BROKEN, NONE = "held", "broken", "not_applicable"
INPUT, PEOPLE, RESULT, UNCERTAINTY = "input", "people", "result", "uncertainty"
"""The domains of TECH-VER: calculations of inputs, events and states, results, uncertainty."""


@dataclass(frozen=True, slots=True)
class Tested:
    """What a test found.

    name, domain: which test, of which domain.
    verdict: `held`, `broken`, or `not_applicable`.
    tried: on how many numbers, rows or draws.
    worst: the largest discrepancy, as a share of what is compared (of a probability, as it is);
        None where the test does not apply.
    place: the path at which it is largest.
    why: why the test does not apply, by name.
    """

    name: str
    domain: str
    verdict: str
    tried: int = 0
    worst: float | None = None
    place: str = ""
    why: str = ""


@dataclass(frozen=True)
class Subject:
    """The model that is tested.

    run: a run of it. shorter: the same scenario with a shorter horizon, None if its amounts hold
    for its own horizon alone.
    """

    run: Run
    shorter: Scenario | None = None

    @property
    def scenario(self) -> Scenario:
        """The scenario."""
        return self.run.scenario

    @cached_property
    def base(self) -> Floats:
        """Discounted cost in the base case, (arm, category)."""
        return costs(self.run.at({}))

    @property
    def amounts(self) -> tuple[Quantity, ...]:
        """The known prices and amounts in money, each once."""
        every = (number for each in self.scenario.categories for number in each.numbers)
        return tuple({q.path: q for q in every if q.unit.money is not None}.values())


Test = Callable[[Subject], Tested]
"""A test of a model."""


def costs(ledger: Ledger) -> Floats:
    """Discounted cost of a ledger of one draw, (arm, category)."""
    value: Floats = ledger.present_value[:, :, 0]
    return value


def each_alone(
    subject: Subject, values: Mapping[str, Floats], *, outcomes: bool = False
) -> Iterator[tuple[str, Floats | None]]:
    """Discounted cost, (arm, category, point), with each number in turn at its values, (point,).

    values: by path, as many for each. All other numbers are as in the base case. None where a
    result is not finite. outcomes: True to compute these, too, which may not be finite either.
    """
    paths = [*values]
    for start in range(0, len(paths), TOGETHER):
        yield from _alone(subject, values, paths[start : start + TOGETHER], outcomes)


def _alone(
    subject: Subject, values: Mapping[str, Floats], paths: Sequence[str], outcomes: bool
) -> Iterator[tuple[str, Floats | None]]:
    """The same of a few numbers, in one run; in one for each where a result is not finite."""
    now = {q.path: subject.scenario.now(q) for q in subject.scenario.quantities}
    count = len(values[paths[0]])
    places = {path: slice(k * count, (k + 1) * count) for k, path in enumerate(paths)}
    columns = {path: np.full(count * len(paths), now[path]) for path in paths}
    for path, place in places.items():
        columns[path][place] = values[path]
    try:
        cost = subject.run.at(columns, outcomes=outcomes).present_value
    except NotFiniteError:
        if len(paths) == 1:
            yield paths[0], None
            return
        for path in paths:
            yield from _alone(subject, values, [path], outcomes)
        return
    wide = np.broadcast_to(cost, (*cost.shape[:2], count * len(paths)))
    for path, place in places.items():
        yield path, wide[:, :, place]


def judged(
    name: str, domain: str, off: Iterable[tuple[str, float]], *, within: float = NEARLY
) -> Tested:
    """A test whose discrepancies are `off`, each with its path: held if all are `within`.

    A discrepancy that is not a number breaks it. Not applicable if nothing could be tried.
    """
    found = list(off)
    if not found:
        return Tested(name, domain, NONE, why="nothing_to_try")
    place, worst = max(found, key=lambda each: np.inf if np.isnan(each[1]) else each[1])
    verdict = HELD if worst <= within else BROKEN
    return Tested(name, domain, verdict, len(found), float(worst), place)


def discrepancy(found: float | Floats, right: float | Floats, size: float | Floats) -> Floats:
    """How far what was found is off, as a share of the `size` of what is compared."""
    gap = np.abs(np.asarray(found) - right)
    share: Floats = gap / np.maximum(np.abs(size), np.finfo(float).tiny)
    return np.where(gap == 0, 0.0, share)


def by_category(
    categories: Iterable[Category], found: Floats, right: Floats, size: float | Floats
) -> list[tuple[str, float]]:
    """The largest discrepancy of each category over the arms; `found`, `right`: (arm, category)."""
    off = discrepancy(found, right, size).max(axis=0)
    return [(each.path, float(o)) for each, o in zip(categories, off, strict=True)]
