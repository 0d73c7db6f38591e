"""The base case: a model at the stated values, all else at expected values."""

from __future__ import annotations

import builders
import model_texts as mt
import numpy as np
import pytest
import yaml

import ipscost
from ipscost import Scenario, Settings
from ipscost.analysis.what_if.question import ask
from ipscost.drawing import draws
from ipscost.scenario.nouns import Quantity

COST = """
benefits:
  kind: transfer
  payer: municipality
  unit: DKK_2024/person/month
  source: study table 3
  in: {benefit: {mean: 10000, se: 900}}
care:
  kind: service
  payer: region
  price: {mean: 100, unit: DKK_2024/day, source: study, interval: [60, 200]}
  use:
    unit: day/person
    source: study
    usual: {mean: 8, interval: [4, 16]}
    ips: {ratio: 0.5, interval: [0.2, 1.25]}
"""
CARE = "care:" + COST.split("care:")[1]
OUTCOME = """
qaly: {unit: QALY/person/year, source: study, in: {job: {mean: 0.8, interval: [0.5, 0.95]}}}
"""
MORE = """
correlation:
  both:
    members: [cost.care.price, cost.care.use.usual, cost.care.use.ips]
    rho: 0.5
    assumption: an example
"""
UNCERTAIN = ("se", "interval", "n", "p")


def certain(node: object) -> object:
    """A scenario without the uncertainty of its numbers."""
    if isinstance(node, dict):
        return {key: certain(value) for key, value in node.items() if key not in UNCERTAIN}
    return [certain(each) for each in node] if isinstance(node, list) else node


def model(more: str = MORE) -> str:
    """A model in which every number is uncertain."""
    return mt.text(cost=COST, outcome=OUTCOME, more=more)


def test_stating_uncertainty_and_correlation_does_not_move_the_base_case() -> None:
    bare = yaml.safe_dump(certain(yaml.safe_load(model(""))), sort_keys=False)
    run, plain = (
        ipscost.simulate(builders.load(text), Settings(draws=50)) for text in (model(), bare)
    )
    assert run.ledger is not None
    assert plain.ledger is None
    assert np.array_equal(run.point.present_value, plain.point.present_value)
    assert np.array_equal(run.point.present_outcome, plain.point.present_outcome)
    assert run.point.present_value[1, 1, 0] == pytest.approx(400, rel=0.04)  # discounted


def test_where_there_is_no_model_a_ratio_with_an_interval_counts_with_its_mean() -> None:
    run = ipscost.simulate(builders.load(builders.text(CARE)))
    assert run.point.present_value[1, 0, 0] == pytest.approx(800 * ratio(run.scenario).mean)


def ratio(scenario: Scenario) -> Quantity:
    """The number of the ratio of care."""
    return next(q for q in scenario.quantities if q.path == "cost.care.use.ips")


def test_the_number_of_now_is_the_stated_one_in_a_model_alone() -> None:
    for text, now in ((model(), 0.5), (builders.text(CARE), ratio(builders.load(model())).mean)):
        scenario = builders.load(text)
        assert scenario.base(ratio(scenario)) == pytest.approx(now, rel=1e-15)
        assert draws.base_case(scenario).columns["cost.care.use.ips"] == pytest.approx(now)
    assert ratio(builders.load(model())).mean > 0.52


def test_every_number_varied_to_what_it_is_now_gives_the_answer_of_now() -> None:
    question = ask(ipscost.simulate(builders.load(model()), Settings(draws=20)))
    for path, varied in question.varied.items():
        found = question.answers({path: np.array([varied.now])})
        assert found[:, 0] == pytest.approx(question.now, rel=1e-12)
    path = "cost.care.use.ips"
    assert question.varied[path].now == 0.5
    drawn = question.over_draws(path, 0.5)
    ledger = question.run.ledger
    assert ledger is not None
    assert drawn == pytest.approx(question.of_ledger(ledger), rel=1e-12)
