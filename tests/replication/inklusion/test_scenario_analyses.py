"""The scenario analyses of the shipped scenario rest on published figures, and say what they do."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import ipscost
from ipscost import Scenario, Settings
from ipscost.analysis.estimates import View
from ipscost.analysis.what_if.question import Question, ask
from ipscost.loading import build, read
from ipscost.loading.analyses import variants

ROOT = Path(__file__).parents[3]
DRAWS = Settings(draws=50_000)


@pytest.fixture(scope="module")
def analyses() -> dict[str, Scenario]:
    reading = read(ROOT / "scenarios" / "inklusion-ips.yaml")
    return {one.name: made for one, made in variants(reading, build(reading)).scenarios}


def asked(scenario: Scenario, outcome: str | None = None) -> Question:
    return ask(ipscost.simulate(scenario, DRAWS), outcome=outcome)


def test_the_standard_error_gives_the_published_acceptability(
    analyses: dict[str, Scenario],
) -> None:
    question = asked(analyses["as_acceptable_as_published"], "qaly")
    assert question.run.ledger is not None
    acceptable = float(np.mean(question.of_ledger(question.run.ledger)[0] > 0))
    assert acceptable == pytest.approx(0.956, abs=0.003)  # three times the Monte Carlo error
    p = View(question.run, "societal").total("ips").p_value()
    assert p == pytest.approx(0.12, abs=0.01)


def test_the_cost_of_ips_ma_takes_its_difference_from_the_saving(
    analyses: dict[str, Scenario],
) -> None:
    question = asked(analyses["programme_of_ips_ma"])
    factor = question.varied["cost.programme.ips"].factor
    assert question.now[0] == pytest.approx((9543 - (1183 - 914)) * factor)


def test_the_danish_rate_discounts_18_even_months(analyses: dict[str, Scenario]) -> None:
    months = (np.arange(18) + 0.5) / 12
    factor = asked(analyses["danish_discount_rate"]).varied["cost.programme.ips"].factor
    saving = asked(analyses["danish_discount_rate"]).now[0]
    assert saving == pytest.approx(9543 * factor * np.mean(1.035**-months))
