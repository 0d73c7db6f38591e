"""The Sick-Sicker model of the DARTH group, to the printed digits; see README.md."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import ipscost
from ipscost import Scenario, Settings
from ipscost.drawing import draws as drawing
from ipscost.engines.chain import Chain
from ipscost.engines.clocks import Cohort
from ipscost.engines.grid import grid

HERE = Path(__file__).parent
PRINTED = {
    "soc": ("151,580", "20.711"),
    "a": ("284,805", "21.499"),
    "b": ("259,100", "22.184"),
    "ab": ("378,875", "23.137"),
}
HALF_CYCLE = [152_262.29, 285_676.93, 259_991.52, 379_955.45]
"""Of the same model in plain NumPy, with the trapezoidal rule."""


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return ipscost.load(HERE / "sick-sicker.yaml")


def with_their_weights(scenario: Scenario) -> tuple[np.ndarray, np.ndarray]:
    """Cost and QALY of each arm from the amounts at the 76 points, weighted as they do."""
    point = ipscost.simulate(scenario, Settings(draws=0)).point
    weights = np.where(np.arange(76) % 2, 2 / 3, 4 / 3)
    weights[[0, -1]] = 1 / 3
    factors = weights * 1.03 ** -np.arange(76.0)
    cost = np.einsum("acpd,p->a", point.amount, factors)
    return cost, np.einsum("acpd,p->a", point.outcome_amount, factors)


def test_costs_and_qalys_are_the_printed_ones(scenario: Scenario) -> None:
    cost, qaly = with_their_weights(scenario)
    shown = [(f"{c:,.0f}", f"{q:.3f}") for c, q in zip(cost, qaly, strict=True)]
    assert dict(zip(scenario.arms, shown, strict=True)) == PRINTED


def test_ratios_along_the_frontier_are_the_printed_ones(scenario: Scenario) -> None:
    cost, qaly = with_their_weights(scenario)
    found = [(cost[j] - cost[i]) / (qaly[j] - qaly[i]) for i, j in ((0, 2), (2, 3))]
    assert [f"{ratio:,.0f}" for ratio in found] == ["72,988", "125,764"]


def test_the_half_cycle_correction_is_that_of_the_trapezoidal_rule(scenario: Scenario) -> None:
    cost = ipscost.simulate(scenario, Settings(draws=0)).point.present_value.sum(axis=1)[:, 0]
    assert cost == pytest.approx(HALF_CYCLE, abs=0.01)


def test_the_shares_of_the_cohort_are_the_printed_ones(scenario: Scenario) -> None:
    chain = Chain(scenario, drawing.base_case(scenario), grid(scenario))
    shares, found = Cohort(chain.start()), []
    for cycle in range(5):
        shares.advance(chain.rows(cycle))
        found.append([f"{share[0, 0]:.3f}" for share in shares.now.values()])
    assert found[0] == ["0.859", "0.139", "0.000", "0.002"]
    assert found[4] == ["0.707", "0.206", "0.072", "0.015"]


BY_AGE = {
    "soc": ("116,374", "18.879"),
    "a": ("218,789", "19.636"),
    "b": ("202,536", "20.199"),
    "ab": ("296,300", "21.097"),
}


def test_with_mortality_by_age_and_costs_of_moves_the_printed_figures_come_out() -> None:
    scenario = ipscost.load(HERE / "sick-sicker-ages.yaml")
    point = ipscost.simulate(scenario, Settings(draws=0)).point
    weights = np.where(np.arange(76) % 2, 2 / 3, 4 / 3)
    weights[[0, -1]] = 1 / 3
    factors = weights * 1.03 ** -np.arange(76.0)
    cost, qaly = np.zeros(4), np.einsum("aod,o->a", point.outcome_amount[:, 0], factors)
    for place, path in enumerate(point.categories):
        amount = point.amount[:, place, :, 0]
        if path in ("cost.onset", "cost.death"):  # what happens in a cycle is in the row after it
            once = np.einsum("ap,p->a", amount[:, :75], factors[1:])
            cost += once
            qaly -= 0.01 / 1000 * once * (path == "cost.onset")
        else:
            cost += np.einsum("ap,p->a", amount, factors)
    shown = [(f"{c:,.0f}", f"{q:.3f}") for c, q in zip(cost, qaly, strict=True)]
    assert dict(zip(scenario.arms, shown, strict=True)) == BY_AGE
