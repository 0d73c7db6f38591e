"""A schedule of discount rates: by name or file, in place of rates, and rates in place of it."""

from __future__ import annotations

from pathlib import Path

import builders
import numpy as np
import pytest
from told import told

import ipscost
from ipscost.engines.frame import discount_factors
from ipscost.loading.text.inputs import Inputs
from ipscost.report.frame import discounted_text as _discounted_text
from ipscost.report.notes.common import rates_sentence as _rates_sentence

discounted_text = told(_discounted_text)
rates_sentence = told(_rates_sentence)

OWN = """
ipscost_discount: 1
label: {en: Our own rates, da: Vore egne renter}
source: {us: {cite: We ourselves 2024, sure: assumed}}
after:
  0: {rate: 0.05, source: us}
  2: {rate: 0.01, source: us}
outcome_after:
  0: {rate: 0.02, source: us}
"""


def test_the_shipped_schedules_are_those_of_the_ministry_of_finance() -> None:
    assert Inputs().shipped("discount") == ("danish_2013", "danish_2021")
    found = builders.load(builders.text(discount="{schedule: danish_2021}")).discount
    assert (found.cost, found.cost_later) == (0.035, ((35, 0.025), (70, 0.015)))
    assert (found.outcome, found.outcome_later) == (0.035, ((35, 0.025), (70, 0.015)))
    assert found.schedule == "danish_2021"
    assert "7 January 2021" in found.source
    assert found.note is not None
    assert found.note.tell("en") == "The Danish Ministry of Finance's rates from 7 January 2021"
    older = builders.load(builders.text(discount="{schedule: danish_2013}")).discount
    assert (older.cost, older.cost_later) == (0.04, ((35, 0.03), (70, 0.02)))


def test_each_year_is_discounted_at_its_own_rate() -> None:
    discount = builders.load(builders.text(discount="{schedule: danish_2021}")).discount
    factors = discount_factors(discount, "cost", np.array([10.0, 35.0, 40.0, 80.0]))
    assert factors == pytest.approx(
        [
            1.035**-10,
            1.035**-35,
            1.035**-35 * 1.025**-5,
            1.035**-35 * 1.025**-35 * 1.015**-10,
        ]
    )


def test_a_stated_rate_beside_a_schedule_takes_its_place() -> None:
    content = builders.text(discount="{schedule: danish_2021, outcome: 0}")
    found = builders.load(content).discount
    assert (found.cost, found.cost_later) == (0.035, ((35, 0.025), (70, 0.015)))
    assert (found.outcome, found.outcome_later) == (0.0, ())
    both = builders.load(content, "discount.cost=0.02").discount
    assert (both.cost, both.cost_later, both.schedule) == (0.02, (), "")


def test_a_schedule_that_is_set_takes_the_place_of_rates() -> None:
    content = builders.text(discount="{cost: 0.01, outcome: 0.02, note: Why}")
    found = builders.load(content, "discount.schedule=danish_2013").discount
    assert (found.cost, found.outcome, found.schedule) == (0.04, 0.04, "danish_2013")
    assert found.note is not None
    assert found.note.tell("en").startswith("The Danish Ministry")


def test_a_schedule_of_a_variant_takes_the_place_of_the_rates_below(tmp_path: Path) -> None:
    base = builders.text(discount="{cost: 0.01, outcome: 0.02, note: Why}")
    (tmp_path / "base.yaml").write_text(base, encoding="utf-8")
    variant = "ipscost: 1\nextends: base.yaml\ntitle: V\ndiscount: {schedule: danish_2021}\n"
    (tmp_path / "variant.yaml").write_text(variant, encoding="utf-8")
    assert ipscost.load(tmp_path / "variant.yaml").discount.cost == 0.035


def test_a_file_of_ones_own_is_found_beside_the_scenario_and_digested(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    file = tmp_path / "study.yaml"
    file.write_text(builders.text(discount="{schedule: own.yaml}"), encoding="utf-8")
    scenario = ipscost.load(file)
    assert (scenario.discount.cost, scenario.discount.cost_later) == (0.05, ((2, 0.01),))
    assert (scenario.discount.outcome, scenario.discount.outcome_later) == (0.02, ())
    before = scenario.inputs[str(tmp_path / "own.yaml")]
    (tmp_path / "own.yaml").write_text(OWN.replace("0.05", "0.06"), encoding="utf-8")
    assert ipscost.load(file).inputs[str(tmp_path / "own.yaml")] != before


def test_a_later_rate_is_told_where_the_horizon_reaches_it(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    file = tmp_path / "study.yaml"
    texts = []
    for months in (24, 25):
        content = builders.text(months=months, discount="{schedule: own.yaml}")
        file.write_text(content, encoding="utf-8")
        texts.append(discounted_text(ipscost.load(file), "en"))
    assert texts == ["discounted at 5% a year", "discounted at 5% a year, 1% after year 2"]
    assert rates_sentence(ipscost.load(file), "en") == (
        "Discounting: costs 5% (1% after year 2), outcomes 2% a year. Our own rates. Schedule "
        f"{tmp_path / 'own.yaml'}: We ourselves 2024."
    )
    assert "1% efter år 2" in rates_sentence(ipscost.load(file), "da")


def test_costs_that_are_not_discounted_are_not_said_to_be() -> None:
    assert discounted_text(builders.load(builders.text()), "en") == ""
