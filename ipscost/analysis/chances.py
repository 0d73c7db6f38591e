"""Probabilities of moving between states in the base case, as the engine has them."""

from __future__ import annotations

from ipscost import draws as drawing
from ipscost.engines.chain import Chain
from ipscost.engines.grid import grid
from ipscost.scenario import Scenario


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
