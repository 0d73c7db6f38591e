"""Probabilities of moving between states in the base case, as the engine has them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ipscost.drawing import draws as drawing
from ipscost.engines.chain import Chain
from ipscost.engines.clocks import Cohort
from ipscost.engines.grid import SLACK, Grid, grid
from ipscost.scenario.nouns import Scenario


@dataclass(frozen=True, slots=True)
class Onward:
    """The row of `origin` in an arm: of those there, the share that is `stated` to be in `target`
    `years` later, and the share that the model `has` there then."""

    origin: str
    target: str
    arm: str
    years: float
    stated: float
    has: float


def onward(scenario: Scenario) -> Iterator[Onward]:
    """Of each row that is stated for longer than a cycle and run by cycles, what is farthest off.

    In the base case, for people in the state at the start of the model; rows that the model has
    as they are stated are left out.
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
            off = {key: abs(has[key] - stated[key]) for key in stated}
            state, arm = max(off, key=off.__getitem__)
            if off[state, arm] > SLACK:
                here, there = stated[state, arm], has[state, arm]
                yield Onward(origin, state, arm, years, here, there)


def _doubted(scenario: Scenario, state: str) -> bool:
    path = f"model.transition.{state}"
    return any(each.code == "W420" and each.path == path for each in scenario.warnings)


def _later(
    scenario: Scenario, origin: str, years: float, cycle: float
) -> dict[tuple[str, str], float]:
    """Where those in a state at the start are `years` later, in cycles of `cycle` years."""
    assert scenario.model is not None
    points = Grid(cycle, "start", years, scenario.months, math.ceil(years / cycle - SLACK))
    chain = Chain(scenario, drawing.base_case(scenario), points)
    empty = np.zeros((chain.arms, 1))
    shares = Cohort({state: empty + (state == origin) for state in chain.states})
    found = {state: np.zeros((chain.arms, 1)) for state in chain.states}
    for point, weight in enumerate(points.between(12 * years)):
        for state, share in shares.now.items():
            found[state] += weight * share
        if point < points.cycles:
            shares.advance(chain.rows(point))
    return {
        (state, arm): float(share[place, 0])
        for state, share in found.items()
        for place, arm in enumerate(scenario.arms)
    }


def transitions(scenario: Scenario, origin: str, target: str) -> dict[str, tuple[float, float]]:
    """The probability of going from `origin` to `target` in the first and the last cycle, by arm.

    In the base case.
    """
    cycles = grid(scenario)
    chain = Chain(scenario, drawing.base_case(scenario), cycles)
    found: dict[str, list[float]] = {arm: [] for arm in scenario.arms}
    for cycle in (0, cycles.cycles - 1):
        share = chain.rows(cycle)[origin].exits[target]
        for place, arm in enumerate(scenario.arms):
            found[arm].append(float(share[place % len(share), 0]))
    return {arm: (first, last) for arm, (first, last) in found.items()}
