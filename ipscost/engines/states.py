"""Expected values per arm, category and month of a cohort that moves between states.

The engine follows shares of people, not individuals. Amounts that are stated whatever the state are
computed as in the engine `expected`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.drawing.draws import Draws
from ipscost.drawing.streams import Streams
from ipscost.engines import carried, expected
from ipscost.engines.chain import Chain
from ipscost.engines.frame import ledger, observed_months
from ipscost.engines.grid import Grid
from ipscost.engines.grid import grid as grid_of
from ipscost.engines.kept import COHORTS
from ipscost.engines.outcome import Detail, EngineResult
from ipscost.engines.plan import AmountLine, Key, Planner, TimeProfile
from ipscost.engines.terms import Terms
from ipscost.engines.walk import Counts, Moving
from ipscost.flows import Flow, Flows
from ipscost.ledger import part_windows
from ipscost.scenario.nouns import Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Lines = list[list[AmountLine]]
CountedBy = Callable[[Any, Grid, Counts], None]


def run(scenario: Scenario, draws: Draws, streams: Streams, *, detail: Detail) -> EngineResult:
    """The ledger of `scenario`, from running its cohort through the cycles of its model.

    Amounts are (arm, category, period, draw), in the scenario's money per person. With detail
    `periods` a period is a point, stretch or cycle; otherwise there is one for the observed months
    and one for the extrapolated ones, holding present values. A scenario without states gives the
    ledger of the engine `expected`.

    Raises ValueError where `grid.grid` does, for Simpson's rule over an odd number of cycles. The
    formulas are in docs/method.md, People who move between states, and in the modules named there.
    """
    if scenario.model is None:
        return expected.run(scenario, draws, streams, detail=detail)
    grid, draws = grid_of(scenario), carried.with_shares(scenario, draws)
    chain = Chain(scenario, draws, grid)
    arrays = counted(scenario, draws, chain, COHORTS.count, detail)
    clipped = {
        path: np.broadcast_to(flags, draws.n) for path, flags in chain.levels.clipped.items()
    }
    return EngineResult(ledger(scenario, **arrays, clipped=clipped))


def counted(
    scenario: Scenario, draws: Draws, chain: Moving, count: CountedBy, detail: Detail
) -> dict[str, Any]:
    """What those who move through the states cost and reach: the arrays of a ledger.

    chain: the shares of people who go from state to state, (arm, draw). count: runs it over the
    grid and counts what is asked for. Returns the fields of `Ledger` that an engine computes, all
    but what was clipped.
    """
    grid = grid_of(scenario)
    planner = Planner(scenario, draws, grid, chain.states)
    costs = [planner.category(category) for category in scenario.categories]
    results = [planner.outcome(outcome) for outcome in scenario.outcomes]
    observed = observed_months(scenario)
    parts, whole = part_windows(observed, scenario.months), np.ones((1, scenario.months))
    counts = Counts((chain.arms, chain.width))
    by_period = detail == "periods"
    for holders, windows in ((costs, parts), (results, whole)):
        for line in (line for lines in holders for line in lines):
            if line.key is not None:
                by_part = line.course.whole or not by_period
                weights = line.course.weights(windows) if by_part else None
                counts.want(line.key, line.course, weights)
                if detail == "months" and holders is costs:
                    counts.want_months(line.key, line.course)
    count(chain, grid, counts)
    fill = _by_month if by_period else _by_part
    amount, spread, present = fill(scenario, draws, costs, counts, parts)
    outcome, outcome_spread, outcome_present = fill(scenario, draws, results, counts, whole)
    if not by_period:
        shape = (len(results), 1, len(parts))
        outcome_spread = np.zeros(shape)
        outcome_spread[:, :, -1] = 1
        outcome_present = outcome_spread.copy()
    return {
        "amount": amount,
        "spread": spread,
        "present": present,
        "outcome_amount": outcome,
        "outcome_spread": outcome_spread,
        "outcome_present": outcome_present,
        "observed": observed if by_period else 1,
        "flows": _flows(scenario, draws, costs, counts) if detail == "months" else None,
    }


def _by_part(
    scenario: Scenario, draws: Draws, holders: Lines, counts: Counts, windows: Floats
) -> tuple[Floats, Floats, Floats]:
    """Present values by part of the horizon, (arm, holder, part, draw), with their spreads.

    holders: the lines of each category, or of each outcome. The spreads, (holder, part, part), put
    each part in its own window.
    """
    parts = len(windows)
    amount = np.zeros((len(scenario.arms), len(holders), parts, draws.n))
    for index, lines in enumerate(holders):
        for line in lines:
            _add(amount[:, index], scenario, draws, line, _summed(line, counts, windows))
    own = np.broadcast_to(np.eye(parts), (len(holders), parts, parts)).copy()
    return amount, own, own.copy()


def _by_month(
    scenario: Scenario, draws: Draws, holders: Lines, counts: Counts, _: Floats
) -> tuple[Floats, Floats, Floats]:
    """Amounts by period, (arm, holder, period, draw), and how they spread over the months.

    holders: the lines of each category, or of each outcome. The spreads are (holder, period,
    month), undiscounted and discounted. Each course of a holder has periods of its own.
    """
    slices = [_slices(lines) for lines in holders]
    count = max((periods.stop for own in slices for periods in own.values()), default=1)
    amount = np.zeros((len(scenario.arms), len(holders), count, draws.n))
    spread = np.zeros((len(holders), count, scenario.months))
    present = np.zeros(spread.shape)
    for index, (lines, own) in enumerate(zip(holders, slices, strict=True)):
        for line in lines:
            course, periods = line.course, own[id(line.course)]
            _add(amount[:, index, periods], scenario, draws, line, _kept(line, counts))
            if course.whole:  # belongs to no month: put in the last, as in a collapsed ledger
                spread[index, periods, -1] = present[index, periods, -1] = 1
            else:
                spread[index, periods], present[index, periods] = course.spread, course.present
    return amount, spread, present


def _flows(scenario: Scenario, draws: Draws, costs: Lines, counts: Counts) -> Flows:
    """The costs by month; lines with the same people and the same course make one flow."""
    flows: dict[tuple[Key | None, int], Flow] = {}
    for category, lines in enumerate(costs):
        for line in lines:
            pair = line.key, id(line.course)
            if pair not in flows:
                if line.key is None:
                    people = _stated(line.course)
                else:
                    people = counts.total(line.key, line.course, by_month=True)
                flows[pair] = Flow(people, [])
            arms = {arm: line.terms.get(name, ()) for arm, name in enumerate(scenario.arms)}
            own = {arm: _value(terms, draws) for arm, terms in arms.items() if terms}
            flows[pair].lines.append((category, own))
    return Flows(scenario.months, draws.n, list(flows.values()))


def _stated(course: TimeProfile) -> Floats:
    """The discounted weight of each month for amounts tied to no state, (month, 1, draw)."""
    draws = 1 if course.weight is None else course.weight.shape[1]
    total = np.zeros((course.present.shape[1], draws))
    for period, factors in enumerate(course.present):
        weight = 1.0 if course.weight is None else course.weight[period]
        months = factors.nonzero()[0]
        total[months] += factors[months, None] * weight
    return total[:, None]


def _slices(lines: list[AmountLine]) -> dict[int, slice]:
    """The periods of each course, by its identity: one course after another."""
    slices: dict[int, slice] = {}
    stop = 0
    for course in (line.course for line in lines):
        if id(course) not in slices:
            length = 1 if course.whole else len(course.spread)
            slices[id(course)] = slice(stop, stop + length)
            stop += length
    return slices


def _summed(line: AmountLine, counts: Counts, windows: Floats) -> Floats:
    """The people, weighted and discounted, behind a line in each part, (part, arm, draw)."""
    if line.key is not None:
        return counts.total(line.key, line.course)
    weights = line.course.weights(windows)
    total = np.zeros((weights.shape[1], 1, 1))
    for period, factors in enumerate(weights):
        own = 1.0 if line.course.weight is None else line.course.weight[period]
        total = total + factors[:, None, None] * own
    return total


def _kept(line: AmountLine, counts: Counts) -> Floats:
    """The people behind a line in each period, (period, arm, draw)."""
    if line.key is not None:
        return counts.total(line.key, line.course)
    weight = line.course.weight
    return np.ones((1, 1, 1)) if weight is None else weight[:, None, :]


def _add(
    amount: Floats, scenario: Scenario, draws: Draws, line: AmountLine, measured: Floats
) -> None:
    """Adds the amounts of a line to `amount`, (arm, period, draw)."""
    for arm, name in enumerate(scenario.arms):
        terms = line.terms.get(name, ())
        if terms:
            amount[arm] += measured[:, arm % measured.shape[1]] * _value(terms, draws)


def _value(terms: Terms, draws: Draws) -> Floats:
    """The sum of terms in each draw, (draw,); of length 1 if it is the same in all."""
    return sum((term.value(draws) for term in terms[1:]), terms[0].value(draws))
