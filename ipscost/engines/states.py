"""Expected values per arm, category and month of people who move between states.

A cohort: shares of people, not persons. What is stated as an amount, whatever the state, is as in
the engine `expected`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing.draws import Draws
from ipscost.drawing.streams import Streams
from ipscost.engines import expected
from ipscost.engines.chain import Chain
from ipscost.engines.frame import ledger, observed_months
from ipscost.engines.grid import grid as grid_of
from ipscost.engines.outcome import Detail, Outcome
from ipscost.engines.plan import Course, Key, Line, Planner
from ipscost.engines.terms import Terms
from ipscost.engines.walk import Counts, walk
from ipscost.flows import Flow, Flows
from ipscost.ledger import over_months, part_windows
from ipscost.scenario.nouns import Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Lines = list[list[Line]]


def run(scenario: Scenario, draws: Draws, streams: Streams, *, detail: Detail) -> Outcome:
    """The ledger of `scenario`: with each period a point, stretch or cycle, or present values.

    Without states nothing moves, and it is that of the engine `expected`.
    """
    if scenario.model is None:
        return expected.run(scenario, draws, streams, detail=detail)
    grid = grid_of(scenario)
    chain = Chain(scenario, draws, grid)
    planner = Planner(scenario, draws, grid, chain.states)
    costs = [planner.category(category) for category in scenario.categories]
    results = [planner.outcome(outcome) for outcome in scenario.outcomes]
    observed = observed_months(scenario)
    parts, whole = part_windows(observed, scenario.months), np.ones((1, scenario.months))
    counts = Counts((chain.arms, chain.width))
    by_period = detail == "periods"
    for found, windows in ((costs, parts), (results, whole)):
        for line in (line for lines in found for line in lines):
            if line.key is not None:
                counts.want(
                    line.key, line.course, _weights(line.course, windows, by_period=by_period)
                )
                if detail == "months" and found is costs:
                    counts.want_months(line.key, line.course)
    walk(chain, grid, counts)
    fill = _by_month if by_period else _by_part
    amount, spread, present = fill(scenario, draws, costs, counts, parts)
    outcome, outcome_spread, outcome_present = fill(scenario, draws, results, counts, whole)
    if not by_period:
        shape = (len(results), 1, len(parts))
        outcome_spread = np.zeros(shape)
        outcome_spread[:, :, -1] = 1
        outcome_present = outcome_spread.copy()
    kept = ledger(
        scenario,
        amount=amount,
        spread=spread,
        present=present,
        outcome_amount=outcome,
        outcome_spread=outcome_spread,
        outcome_present=outcome_present,
        observed=observed if by_period else 1,
        flows=_flows(scenario, draws, costs, counts) if detail == "months" else None,
        clipped={
            path: np.broadcast_to(flags, draws.n) for path, flags in chain.levels.clipped.items()
        },
    )
    return Outcome(kept)


def _weights(course: Course, windows: Floats, *, by_period: bool) -> Floats | None:
    """What each period weighs in each of `windows` (part, month), discounted: (period, part).

    None where each period is kept.
    """
    if course.whole:
        return course.present
    if by_period:
        return None
    return np.stack([over_months(course.present * window) for window in windows], axis=1)


def _by_part(
    scenario: Scenario, draws: Draws, found: Lines, counts: Counts, windows: Floats
) -> tuple[Floats, Floats, Floats]:
    """Present values: amounts (arm, holder, part, draw), and that each is of its own part."""
    parts = len(windows)
    amount = np.zeros((len(scenario.arms), len(found), parts, draws.n))
    for index, lines in enumerate(found):
        for line in lines:
            measured = _summed(line, counts, _weights(line.course, windows, by_period=False))
            _add(amount[:, index], scenario, draws, line, measured)
    own = np.broadcast_to(np.eye(parts), (len(found), parts, parts)).copy()
    return amount, own, own.copy()


def _by_month(
    scenario: Scenario, draws: Draws, found: Lines, counts: Counts, _: Floats
) -> tuple[Floats, Floats, Floats]:
    """Amounts (arm, holder, period, draw), and how they spread over the months undiscounted and
    discounted, (holder, period, month). Each course of a holder has periods of its own."""
    places = [_places(lines) for lines in found]
    periods = max((place.stop for own in places for place in own.values()), default=1)
    amount = np.zeros((len(scenario.arms), len(found), periods, draws.n))
    spread = np.zeros((len(found), periods, scenario.months))
    present = np.zeros_like(spread)
    for index, (lines, own) in enumerate(zip(found, places, strict=True)):
        for line in lines:
            course, place = line.course, own[id(line.course)]
            _add(amount[:, index, place], scenario, draws, line, _kept(line, counts))
            if course.whole:  # of no month: told at the end, as in a collapsed ledger
                spread[index, place, -1] = present[index, place, -1] = 1
            else:
                spread[index, place], present[index, place] = course.spread, course.present
    return amount, spread, present


def _flows(scenario: Scenario, draws: Draws, costs: Lines, counts: Counts) -> Flows:
    """The costs by month; lines with the same people and the same course are one flow."""
    found: dict[tuple[Key | None, int], Flow] = {}
    for category, lines in enumerate(costs):
        for line in lines:
            place = line.key, id(line.course)
            if place not in found:
                if line.key is None:
                    people = _stated(line.course)
                else:
                    people = counts.total(line.key, line.course, by_month=True)
                found[place] = Flow(people, [])
            arms = {arm: line.terms.get(name, ()) for arm, name in enumerate(scenario.arms)}
            own = {arm: _value(terms, draws) for arm, terms in arms.items() if terms}
            found[place].lines.append((category, own))
    return Flows(scenario.months, draws.n, list(found.values()))


def _stated(course: Course) -> Floats:
    """What amounts that hang on no state are multiplied by in each month, (month, 1, draw)."""
    draws = 1 if course.weight is None else course.weight.shape[1]
    found = np.zeros((course.present.shape[1], draws))
    for period, factors in enumerate(course.present):
        weight = 1.0 if course.weight is None else course.weight[period]
        months = factors.nonzero()[0]
        found[months] += factors[months, None] * weight
    return found[:, None]


def _places(lines: list[Line]) -> dict[int, slice]:
    """The periods of each course, one after another."""
    found: dict[int, slice] = {}
    stop = 0
    for course in (line.course for line in lines):
        if id(course) not in found:
            length = 1 if course.whole else len(course.spread)
            found[id(course)] = slice(stop, stop + length)
            stop += length
    return found


def _summed(line: Line, counts: Counts, weights: Floats | None) -> Floats:
    """What the amounts of a line are multiplied by in each part, (part, arm, draw)."""
    if line.key is not None:
        return counts.total(line.key, line.course)
    assert weights is not None
    total = np.zeros((weights.shape[1], 1, 1))
    for period, factors in enumerate(weights):
        own = 1.0 if line.course.weight is None else line.course.weight[period]
        total = total + factors[:, None, None] * own
    return total


def _kept(line: Line, counts: Counts) -> Floats:
    """What the amounts of a line are multiplied by in each period, (period, arm, draw)."""
    if line.key is not None:
        return counts.total(line.key, line.course)
    weight = line.course.weight
    return np.ones((1, 1, 1)) if weight is None else weight[:, None, :]


def _add(amount: Floats, scenario: Scenario, draws: Draws, line: Line, measured: Floats) -> None:
    """Adds the amounts of a line to `amount` (arm, period, draw)."""
    for place, arm in enumerate(scenario.arms):
        terms = line.terms.get(arm, ())
        if terms:
            amount[place] += measured[:, place % measured.shape[1]] * _value(terms, draws)


def _value(terms: Terms, draws: Draws) -> Floats:
    """The sum of terms over draws, (draw,), of length 1 where it is the same in all."""
    return sum((term.value(draws) for term in terms[1:]), terms[0].value(draws))
