"""The HIV model of Chancellor 1997, to the printed digits; see README.md."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import ipscost
from ipscost import Ledger, Settings

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def point() -> Ledger:
    return ipscost.simulate(ipscost.load(HERE / "hiv.yaml"), Settings(draws=0)).point


def test_costs_and_their_ratio_are_the_printed_ones(point: Ledger) -> None:
    cost, years = point.present_value.sum(axis=1)[:, 0], point.present_outcome[:, 0, 0]
    assert [f"{c:,.0f}" for c in cost] == ["44,663", "50,602"]
    assert f"{(cost[1] - cost[0]) / (years[1] - years[0]):,.0f}" == "6,276"


def test_costs_and_years_of_life_agree_with_a_plain_matrix_product(point: Ledger) -> None:
    counts = np.array([[1251, 350, 116, 17], [0, 731, 512, 15], [0, 0, 1312, 437], [0, 0, 0, 1]])
    usual = counts / counts.sum(axis=1, keepdims=True)
    slower = np.triu(usual * 0.509, 1)
    slower += np.diag(1 - slower.sum(axis=1))
    for arm, lamivudine in enumerate((0, 2086.5)):
        now, cost, years = np.array([1.0, 0, 0, 0]), 0.0, 0.0
        for year in range(1, 21):
            early = year <= 2
            now = now @ (slower if arm and early else usual)
            each = np.array([2756, 3052, 9007, 0]) + (2278 + lamivudine * early) * np.array(
                [1, 1, 1, 0]
            )
            cost += now @ each / 1.06**year
            years += 1 - now[3]
        assert point.present_value[arm].sum() == pytest.approx(cost, rel=1e-12)
        assert point.present_outcome[arm, 0, 0] == pytest.approx(years, rel=1e-12)


def test_the_mean_over_uncertain_inputs_is_near_the_printed_ratio() -> None:
    run = ipscost.simulate(ipscost.load(HERE / "hiv-uncertain.yaml"), Settings(draws=4000))
    assert run.ledger is not None
    cost = np.diff(run.ledger.present_value.sum(axis=1).mean(axis=-1))[0]
    years = np.diff(run.ledger.present_outcome[:, 0].mean(axis=-1))[0]
    assert cost / years == pytest.approx(6276, rel=0.05)


def test_an_interval_around_the_ratio_does_not_move_the_base_case(point: Ledger) -> None:
    uncertain = ipscost.simulate(ipscost.load(HERE / "hiv-uncertain.yaml"), Settings(draws=100))
    assert np.array_equal(uncertain.point.present_value, point.present_value)
    assert np.array_equal(uncertain.point.present_outcome, point.present_outcome)
