"""Outcomes in a model of states: stated ones are as without a model, those it gives count once."""

from __future__ import annotations

from dataclasses import replace

import builders
import model_builders as mb
import numpy as np
import pytest

from ipscost import Scenario, simulate
from ipscost.drawing import draws as drawing
from ipscost.scenario.model import StateOutcome
from ipscost.settings import Settings

QALY = """
qaly:
  unit: QALY/person
  source: study table 6
  usual: {mean: 1.5, se: 0.1}
  ips: {difference: 0.25, se: 0.1}
"""
PLACES = [mb.state("a", "rest"), mb.state("b")]


def both() -> tuple[Scenario, Scenario]:
    """A scenario with a stated share and stated QALYs, without a model of states and with one."""
    content = builders.text(
        outcome=builders.JOB + QALY, discount="{cost: 0.04, outcome: 0.05}", months=18
    )
    plain = builders.load(content)
    model = mb.model(PLACES, [mb.move("a", "b", 0.1)], years=1.5)
    return plain, replace(plain, model=model)


def test_stated_outcomes_are_as_without_a_model_and_a_share_is_not_discounted() -> None:
    plain, found = both()
    columns = drawing.draw(found, 50, 1)
    ours, theirs = (
        builders.ledger("states", found, columns),
        builders.ledger("expected", plain, columns),
    )
    assert ours.present_outcome == pytest.approx(theirs.present_outcome, rel=1e-12)
    point = simulate(found, Settings(draws=0)).point
    factor = np.mean([1.05 ** -((month + 0.5) / 12) for month in range(18)])
    assert point.present_outcome[:, 0, 0] == pytest.approx([0.4, 0.6])
    assert point.present_outcome[:, 1, 0] == pytest.approx([1.5 * factor, 1.75 * factor])


def test_what_is_known_of_an_arm_is_told_whether_it_is_a_level_or_a_difference() -> None:
    head = "{kind: service, payer: region, unit: DKK_2024/person, source: study"
    cost = f"""
levels: {head}, usual: {{mean: 5}}, ips: {{mean: 3}}}}
added: {head}, usual: {{mean: 5}}, ips: {{difference: 3}}}}
alone: {head}, ips: {{difference: 3}}}}
"""
    plain = builders.load(builders.text(cost))
    found = replace(plain, model=mb.model(PLACES, [mb.move("a", "b", 0.1)], years=4 / 12))
    for scenario, engine in ((plain, "expected"), (found, "states")):
        ledger = builders.ledger(engine, scenario, drawing.base_case(scenario))
        assert ledger.known.tolist() == [[True, True, False], [True, True, False]]


@pytest.mark.parametrize("measure", ["time", "at", "ever"])
def test_an_outcome_of_the_model_lies_in_the_months_once(measure: str) -> None:
    course = mb.outcome(measure, 12, course=StateOutcome(measure, ("b",), 12, 1.0), unit="share")
    model = mb.model(PLACES, [mb.move("a", "b", 0.1)])
    found = mb.scenario(model, (), [course])
    ledger = builders.ledger("states", found, drawing.base_case(found))
    undiscounted = np.einsum("aopd,opm->aod", ledger.outcome_amount, ledger.outcome_spread)
    left = [0.9**month for month in range(13)]
    exact = {
        "time": (13 - sum(left) - (1 - left[12]) / 2) / 12,  # the last point counts half
        "at": 1 - left[12],
        "ever": 1 - left[12],
    }
    assert undiscounted[0, 0, 0] == pytest.approx(exact[measure], rel=1e-12)
    assert ledger.outcome_known.all()


def test_an_amount_at_the_start_is_the_first_of_its_values_if_its_months_hold_the_first() -> None:
    rule = mb.rule("start", (), {"usual": 0.0, "ips": [7.0, 9.0]})
    categories = [
        mb.category("first", 12, rule, timing=mb.timing(12, 1, 1)),
        mb.category("later", 12, rule, timing=mb.timing(12, 2, 12)),
    ]
    model = mb.model(PLACES, [mb.move("a", "b", 0.1)])
    point = simulate(mb.scenario(model, categories), Settings(draws=0)).point
    assert point.present_value[:, :, 0].tolist() == [[0, 0], [7, 0]]
