"""A run as a decision between arms, and probabilistic results as such."""

from __future__ import annotations

import numpy as np
import pytest

import ipscost
from ipscost import Settings
from ipscost.analysis.decisions import decision_of
from ipscost.analysis.estimates import View
from ipscost.decision import Psa


def _psa(**changes: object) -> Psa:
    zeros, means = np.zeros((2, 3)), np.zeros(2)
    fields: dict[str, object] = {
        "arms": ("usual", "ips"),
        "reference": "usual",
        "cost": zeros,
        "effect": zeros,
        "cost_mean": means,
        "effect_mean": means,
    }
    return Psa(**{**fields, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"arms": ("usual",)}, "two arms or more"),
        ({"arms": ("usual", "usual")}, "names that differ"),
        ({"reference": "other"}, "the reference 'other' is not one of"),
        ({"effect": np.zeros((2, 4))}, r"effect must have shape \(2, 3\), not \(2, 4\)"),
        ({"cost_mean": np.zeros(3)}, r"cost_mean must have shape \(2,\), not \(3,\)"),
        ({"cost": np.full((2, 3), np.nan)}, "every cost must be finite"),
        ({"effect": np.array([[0.0, 0, 0], [0, np.inf, 0]])}, "every effect must be finite"),
        ({"parameters": {"x": np.zeros(2)}}, "parameter x must have 3 finite draws"),
        ({"parameters": {"x": np.array([0, 1, np.inf])}}, "parameter x must have 3 finite draws"),
    ],
)
def test_results_that_do_not_fit_are_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        _psa(**changes)


def test_net_benefit_is_the_worth_of_the_effect_less_the_cost() -> None:
    psa = _psa(cost=np.full((2, 3), 10.0), effect=np.full((2, 3), 0.5))
    assert (psa.net_benefit(100) == 40).all()
    assert _psa(cost_mean=np.array([1.0, 2]), effect_mean=np.array([3.0, 4])).net_benefit_mean(
        10
    ).tolist() == [29, 38]


def test_the_differences_of_a_decision_are_those_of_the_run() -> None:
    run = ipscost.simulate(ipscost.load("inklusion-ips"), Settings(draws=500))
    outcome = run.scenario.outcomes[1]
    decision = decision_of(run, outcome, {})
    psa, total = decision.psa, View(run, "societal").total("ips")
    assert psa.cost[1] - psa.cost[psa.base] == pytest.approx(total.draws, abs=1e-6)
    assert psa.cost_mean[1] - psa.cost_mean[0] == pytest.approx(total.point)
    assert decision.effect_unit == "QALY"
    assert decision.money == "DKK_2017"
    assert decision.cost_known.tolist() == [False, False]
    assert decision.effect_known.tolist() == [True, True]
    assert "cost.programme.ips" not in psa.parameters
    assert psa.parameters["outcome.qaly.ips"].shape == (500,)


def test_without_an_outcome_cost_alone_counts_and_without_draws_there_is_one() -> None:
    run = ipscost.simulate(ipscost.load("inklusion-ips"), Settings(draws=0))
    decision = decision_of(run, None, {})
    assert decision.psa.draws == 1
    assert not decision.psa.effect.any()
    assert (decision.outcome, decision.effect_unit, decision.threshold) == ("", "", None)
    assert not decision.psa.parameters
