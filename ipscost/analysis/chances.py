"""Transition probabilities in the base case, as the engine applies them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing import draws as drawing
from ipscost.engines.chain import Chain
from ipscost.engines.clocks import Cohort
from ipscost.engines.grid import SLACK, Grid, grid
from ipscost.scenario.nouns import Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Onward:
    """Of those in `origin` in an arm, the share in `target` after `years`: as `stated` in the file,
    and as the model `has` it when it runs in shorter cycles."""

    origin: str
    target: str
    arm: str
    years: float
    stated: float
    has: float


def onward(scenario: Scenario) -> Iterator[Onward]:
    """The largest discrepancy in each row of probabilities stated over more than one cycle.

    Such a row is split over cycles, and the product of the cycles need not give the stated row
    back. In the base case, for people in the state when the model starts; rows that agree with the
    file are left out. Nothing without a model.
    """
    model = scenario.model
    if model is None:
        return
    for origin in (state for state in model.states if _doubted(scenario, state)):
        times = {
            stretch.years
            for move in model.moves
            for stretch in move.stretches
            if move.origin == origin and stretch.measure == "probability"
        }
        for years in sorted(time for time in times if time > model.cycle_years):
            stated, has = (_later(scenario, origin, years, c) for c in (years, model.cycle_years))
            error = {key: abs(has[key] - stated[key]) for key in stated}
            state, arm = max(error, key=error.__getitem__)
            if error[state, arm] > SLACK:
                here, there = stated[state, arm], has[state, arm]
                yield Onward(origin, state, arm, years, here, there)


def _doubted(scenario: Scenario, state: str) -> bool:
    path = f"model.transition.{state}"
    return any(each.code == "W420" and each.path == path for each in scenario.warnings)


def _later(
    scenario: Scenario, origin: str, years: float, cycle: float
) -> dict[tuple[str, str], float]:
    """Shares of a cohort that starts in `origin`, `years` later, by (state, arm).

    The model is run in cycles of `cycle` years.
    """
    assert scenario.model is not None
    points = Grid(cycle, "start", years, scenario.months, math.ceil(years / cycle - SLACK))
    chain = Chain(scenario, drawing.base_case(scenario), points)
    empty = np.zeros((chain.arms, 1))
    shares = Cohort({state: empty + (state == origin) for state in chain.states})
    later = {state: np.zeros((chain.arms, 1)) for state in chain.states}
    for point, weight in enumerate(points.between(12 * years)):
        for state, share in shares.now.items():
            later[state] += weight * share
        if point < points.cycles:
            shares.advance(chain.rows(point))
    return {
        (state, arm): float(share[index, 0])
        for state, share in later.items()
        for index, arm in enumerate(scenario.arms)
    }


def transitions(scenario: Scenario, origin: str, target: str) -> dict[str, tuple[float, float]]:
    """The base-case probability of moving from `origin` to `target` in a cycle, by arm.

    A pair: in the first cycle and in the last, which differ if the probability changes over time.
    """
    cycles = grid(scenario)
    chain = Chain(scenario, drawing.base_case(scenario), cycles)
    probabilities: dict[str, list[float]] = {arm: [] for arm in scenario.arms}
    for cycle in (0, cycles.cycles - 1):
        share = chain.rows(cycle)[origin].exits[target]
        for index, arm in enumerate(scenario.arms):
            probabilities[arm].append(float(share[index % len(share), 0]))
    return {arm: (first, last) for arm, (first, last) in probabilities.items()}


def traces(scenario: Scenario, draws: drawing.Draws) -> Iterator[tuple[str, Floats, float]]:
    """The shares of people over time, and how far the probabilities of a cycle are outside 0 to 1.

    For each state its path, its shares, (point, arm, draw), and the largest excess over all cycles
    of a probability of leaving it below 0 or above 1, or of a row's sum over 1. Nothing without a
    model.
    """
    model = scenario.model
    if model is None:
        return
    points = grid(scenario)
    chain = Chain(scenario, draws, points)
    cohort = Cohort(chain.start())
    shares = {state: [cohort.now[state].copy()] for state in chain.states}
    excess = dict.fromkeys(chain.states, 0.0)
    for cycle in range(points.cycles):
        rows = chain.rows(cycle)
        for state, row in rows.items():
            parts = [*row.exits.values(), *(() if row.stay is None else (row.stay,))]
            whole = sum(parts, np.zeros((1, 1)))
            for part in (*parts, whole):
                excess[state] = max(excess[state], float(-part.min()), float(part.max()) - 1)
        cohort.advance(rows)
        for state, own in shares.items():
            own.append(cohort.now[state].copy())
    for state, own in shares.items():
        yield model.states[state].path, np.stack(own), excess[state]
