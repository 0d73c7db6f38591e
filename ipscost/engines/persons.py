"""Persons one by one: what each costs and reaches, and their means in the ledger.

The means are those of the engine of expected values, up to the chance of following so many persons.
With a model of states each person has a course through them (`courses`), and what is tied to time
in states, entries and moves follows it; on top, and in scenarios without states, persons differ as
`spread` says (`differing`). The same persons stand in every arm, at every value of a number and in
every scenario: what differs between two results is not who was followed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.drawing import draws as drawing
from ipscost.drawing.draws import Draws, Given, NotProductsError
from ipscost.drawing.streams import Streams
from ipscost.engines import carried, expected, states
from ipscost.engines.chain import Chain
from ipscost.engines.courses import PersonCourses
from ipscost.engines.differing import Differing
from ipscost.engines.frame import ledger
from ipscost.engines.grid import grid as grid_of
from ipscost.engines.outcome import Detail, EngineResult, People
from ipscost.engines.walk import walk
from ipscost.ledger import Ledger
from ipscost.remembered import SCENARIOS, by_identity
from ipscost.scenario.model import StateOutcome
from ipscost.scenario.nouns import Outcome, Scenario
from ipscost.units import Unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

AT_ONCE = {"totals": 16384, "periods": 512}
"""How many persons are followed at a time: fewer where every period is kept, so that memory does
not grow with their number. Sums go over them in turn, so no option changes it."""
DRAWS_AT_ONCE = {"totals": 8192, "periods": 512}
"""How many persons at a time where they are of several draws."""
MOST_KEPT = 100_000
"""Up to so many persons are handed over one by one beside their means: 20 MB in a dozen columns."""
MONTHS_IN = "months."
"""How the columns of months in states begin, before the path of the state."""


@dataclass(frozen=True, eq=False)
class Followed:
    """Some persons of a draw: present values (arm, category, person), outcomes (arm, outcome,
    person); months in each state, (arm, state, person), without a model none."""

    persons: range
    costs: Floats
    outcomes: Floats
    months: Floats


def run(scenario: Scenario, draws: Draws, streams: Streams, *, detail: Detail) -> EngineResult:
    """The ledger of means over `streams.persons` persons in each draw.

    The persons of the base case are handed over too, unless there are more than MOST_KEPT; those of
    many draws never are. Raises NotProductsError for expected values given draws of some numbers,
    which persons have only up to chance, and ValueError where the engine of the scenario does.
    """
    if isinstance(draws, Given):
        raise NotProductsError("what persons cost is no sum of products of numbers")
    kept: Detail = "totals" if detail == "totals" else "periods"
    found = _of_amounts if scenario.model is None else _of_courses
    means = found(scenario, draws, streams, kept)
    is_handed = draws.n == 1 and detail == "periods" and streams.persons <= MOST_KEPT
    return EngineResult(means, people(scenario, draws, streams) if is_handed else None)


@by_identity(SCENARIOS)
def differing(scenario: Scenario) -> Differing:
    """How the persons of a scenario differ around their means in the base case."""
    base = states.run(scenario, drawing.base_case(scenario), Streams(1), detail="totals")
    return Differing(scenario, base.ledger)


def people(scenario: Scenario, draws: Draws, streams: Streams) -> People:
    """The persons of a single draw, each in every arm, as columns.

    Columns are by path: present values of categories, outcomes, and `months.` with the name of a
    state. All persons of the first arm come first.
    """
    blocks = list(follow(scenario, draws, streams))
    names = list(scenario.holders)
    if scenario.model is not None:
        names += [f"{MONTHS_IN}{state}" for state in scenario.model.states]
    parts = [np.concatenate([b.costs, b.outcomes, b.months], axis=1) for b in blocks]
    columns = np.concatenate(parts, axis=2)
    arms, _, persons = columns.shape
    place = np.repeat(np.arange(arms), persons)
    own = {name: columns[:, index].ravel() for index, name in enumerate(names)}
    return People(place, np.zeros(place.size, dtype=np.int64), own)


def follow(scenario: Scenario, draws: Draws, streams: Streams) -> Iterator[Followed]:
    """The persons of a single draw, some at a time, so that memory does not grow with all.

    Raises ValueError for more than one draw.
    """
    if draws.n != 1:
        raise ValueError(f"persons are followed in one draw, not in {draws.n}")
    apart = differing(scenario)
    timed, count = _with_time_in_states(scenario)
    means = states.run(scenario, draws, streams, detail="totals").ledger
    draws = carried.with_shares(scenario, draws)
    chain = None if scenario.model is None else Chain(scenario, draws, grid_of(scenario))
    for persons in _slices(streams.persons, AT_ONCE["totals"]):
        months = np.empty((len(scenario.arms), 0, len(persons)))
        if chain is None:
            costs = np.repeat(means.present_value, len(persons), axis=2)
            outcomes = np.repeat(means.present_outcome, len(persons), axis=2)
            for (arm, place), factor in apart.of_costs(streams, 0, persons).items():
                costs[arm, place] *= factor
            levels = means.present_outcome[:, :, 0]
            for (arm, place), own in apart.of_outcomes(levels, streams, 0, persons).items():
                outcomes[arm, place] = own
        else:
            arrays = _moved(timed, draws, chain, streams, persons, "totals", apart)
            costs, outcomes = (
                arrays["amount"].sum(axis=2),
                arrays["outcome_amount"].sum(axis=2),
            )
            ends = outcomes.shape[1] - count
            outcomes, months = outcomes[:, :ends], outcomes[:, ends:]
        yield Followed(persons, costs, outcomes, months)


def follow_draws(
    scenario: Scenario, draws: Draws, streams: Streams
) -> Iterator[tuple[slice, Floats]]:
    """What the persons of each draw cost, a few draws at a time, with the place of these draws.

    Present values, (arm, category, draw, person). With streams that all draws share, the same
    persons stand in each of them, and two draws differ by the numbers alone.
    """
    apart, persons = differing(scenario), range(streams.persons)
    for place, part in draws.blocks(max(1, DRAWS_AT_ONCE["totals"] // streams.persons)):
        own = replace(streams, first=streams.first + place.start)
        if scenario.model is None:
            means = expected.run(scenario, part, own, detail="totals").ledger.present_value
            costs = np.repeat(means[..., None], len(persons), axis=3)
            for draw in range(part.n):
                for (arm, category), factor in apart.of_costs(own, draw, persons).items():
                    costs[arm, category, draw] *= factor
        else:
            part = carried.with_shares(scenario, part)
            chain = Chain(scenario, part, grid_of(scenario))
            arrays = _moved(scenario, part, chain, own, persons, "totals", apart)
            amount = arrays["amount"].sum(axis=2)
            costs = amount.reshape(*amount.shape[:2], part.n, len(persons))
        yield place, costs


def _slices(persons: int, most: int) -> Iterator[range]:
    """The persons in turn, at most so many at a time."""
    return (range(first, min(first + most, persons)) for first in range(0, persons, most))


# --- without states ----------------------------------------------------------------------------


def _of_amounts(scenario: Scenario, draws: Draws, streams: Streams, detail: Detail) -> Ledger:
    """The means where amounts are stated over the horizon: those expected, times mean factors."""
    means = expected.run(scenario, draws, streams, detail=detail).ledger
    apart, size = differing(scenario), streams.persons
    amount, outcome = means.amount.copy(), means.outcome_amount.copy()
    levels = means.outcome_amount.sum(axis=2)
    for draw in range(draws.n):
        factors, reached = dict[tuple[int, int], float](), dict[tuple[int, int], float]()
        for persons in _slices(size, AT_ONCE["totals"]):
            for key, own in apart.of_costs(streams, draw, persons).items():
                factors[key] = factors.get(key, 0.0) + float(own.sum())
            one = levels[:, :, draw]
            for key, own in apart.of_outcomes(one, streams, draw, persons).items():
                reached[key] = reached.get(key, 0.0) + float(own.sum())
        for (arm, place), total in factors.items():
            amount[arm, place, :, draw] *= total / size
        for (arm, place), total in reached.items():
            level = levels[arm, place, draw]
            outcome[arm, place, :, draw] *= total / size / level if level else 0.0
    return replace(means, amount=amount, outcome_amount=outcome)


# --- through states ----------------------------------------------------------------------------


def _of_courses(scenario: Scenario, draws: Draws, streams: Streams, detail: Detail) -> Ledger:
    """The means of persons who go through states, a few draws at a time."""
    apart, size = differing(scenario), streams.persons
    few = max(1, DRAWS_AT_ONCE[detail] // size)
    sums: dict[str, Floats] = {}
    clipped: dict[str, NDArray[np.bool_]] = {}
    rest: dict[str, Any] = {}
    for place, part in draws.blocks(few):
        own = Streams(streams.seed, streams.first + place.start, streams.shared, size)
        part = carried.with_shares(scenario, part)
        chain = Chain(scenario, part, grid_of(scenario))
        for persons in _slices(size, AT_ONCE[detail]):
            rest = _moved(scenario, part, chain, own, persons, detail, apart)
            for name in ("amount", "outcome_amount"):
                each = rest.pop(name)
                shape = (*each.shape[:3], part.n, len(persons))
                if name not in sums:
                    sums[name] = np.zeros((*each.shape[:3], draws.n))
                sums[name][..., place] += each.reshape(shape).sum(axis=-1)
            for path, flags in rest.pop("clipped").items():
                clipped.setdefault(path, np.zeros(draws.n, dtype=bool))[place] |= flags
    means = {name: total / size for name, total in sums.items()}
    return ledger(scenario, **means, **rest, clipped=clipped)


def _moved(
    scenario: Scenario,
    draws: Draws,
    chain: Chain,
    streams: Streams,
    persons: range,
    detail: Detail,
    apart: Differing,
) -> dict[str, Any]:
    """The arrays of a ledger over the persons of each draw, (arm, ..., draw x person)."""
    courses = PersonCourses(chain, draws.n, streams, persons)
    each = _repeated(draws, len(persons))
    arrays = states.counted(scenario, each, courses, walk, detail)
    amount, outcome = arrays["amount"], arrays["outcome_amount"]
    levels = outcome.sum(axis=2)
    for draw in range(draws.n):
        own = slice(draw * len(persons), (draw + 1) * len(persons))
        for (arm, place), factor in apart.of_costs(streams, draw, persons).items():
            amount[arm, place, :, own] *= factor
        one = levels[:, :, own.start]
        for (arm, place), reached in apart.of_outcomes(one, streams, draw, persons).items():
            level = one[arm, place]
            outcome[arm, place, :, own] *= reached / level if level else 0.0
    arrays["clipped"] = chain.levels.clipped
    return arrays


def _repeated(draws: Draws, persons: int) -> Draws:
    """The draws with every value once for each person, draw by draw."""
    columns: Mapping[str, Floats] = {
        path: column if column.size == 1 else np.repeat(column, persons)
        for path, column in draws.columns.items()
    }
    return replace(draws, n=draws.n * persons, columns=columns)


def _with_time_in_states(scenario: Scenario) -> tuple[Scenario, int]:
    """The scenario with the months in each state as further outcomes, and how many these are."""
    if scenario.model is None:
        return scenario, 0
    first = scenario.categories[0].timing
    more = tuple(
        Outcome(
            path=f"{MONTHS_IN}{name}",
            label=state.label,
            unit=Unit("month", ("person",)),
            timing=replace(first, first=1),
            arms={},
            relative=True,
            note=None,
            span=state.span,
            course=StateOutcome("time", (name,), float(scenario.months), 1 / 12, False),
        )
        for name, state in scenario.model.states.items()
    )
    return replace(scenario, outcomes=(*scenario.outcomes, *more)), len(more)
