"""How persons differ, as a file states it and as standard errors imply it."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

import ipscost
from ipscost import Scenario
from ipscost.scenario.spread import spread_above, spread_of

DOCS = Path(__file__).parents[3] / "docs" / "file-format.md"
TEXT = """\
ipscost: 1
title: Persons
money: DKK_2024
horizon: {months: 12}
perspective: societal
discount: {cost: 0, outcome: 0}
arm:
  usual: {reference: true, n: 100}
  ips: {label: IPS, n: 50}
payer:
  town: {label: Town}
source:
  study: {cite: A study 2024, sure: verified}
cost:
  care:
    ward:
      {kind: service, payer: town, unit: DKK_2024/person, source: study,
       usual: {mean: 1000}, ips: {difference: -200, se: 30}}
    clinic:
      {kind: service, payer: town, unit: DKK_2024/person, source: study,
       usual: {mean: 400}, ips: {difference: -20}}
  wage:
    {kind: service, payer: town, unit: DKK_2024/person, source: study,
     usual: {mean: 400}, ips: {mean: 300, se: 20}}
outcome:
  job: {unit: share, source: study, usual: {mean: 0.4}, ips: {mean: 0.5}}
  qaly: {unit: QALY/person, source: study, usual: {mean: 0.5, se: 0.1}, ips: {difference: 0.1}}
"""
SPREAD = """\
spread:
  source: study table 6
  cost:
    care: {cv: 1.5}
    wage: {sd: 800, unit: DKK_2024/person, zero: 0.25, dist: lognormal}
    total: {sd: 2000, unit: DKK_2024/person}
  together: 0.3
"""


def loaded(folder: Path, text: str, *settings: str) -> Scenario:
    file = folder / "persons.yaml"
    file.write_text(text, encoding="utf-8")
    return ipscost.load(file, list(settings))


@pytest.fixture(scope="module")
def stated(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    return loaded(tmp_path_factory.mktemp("spread"), TEXT + SPREAD)


def test_a_spread_is_read_with_its_unit_shape_and_source(stated: Scenario) -> None:
    found = spread_of(stated, "cost.wage")
    assert found is not None
    assert found.sd is not None
    assert found.zero is not None
    assert (found.sd.value, found.zero.value, found.dist) == (800, 0.25, "lognormal")
    assert not found.is_derived
    assert found.sd.source_text == "study table 6"
    assert found.around(-300) == 800


def test_a_spread_of_a_group_and_of_the_sum_are_by_their_paths(stated: Scenario) -> None:
    group, total = spread_of(stated, "cost.care"), spread_of(stated, "cost")
    assert group is not None
    assert total is not None
    assert group.around(-200) == 300  # by the size of the mean
    assert total.around(1) == 2000
    assert spread_above(stated, "cost.care.clinic") is group
    assert spread_above(stated, "cost.wage") is total


def test_the_example_of_the_format_is_read(tmp_path: Path) -> None:
    block = DOCS.read_text(encoding="utf-8").split("<!-- spread -->\n```yaml\n")[1].split("```")[0]
    file = tmp_path / "example.yaml"
    source = "source: {study: {cite: A study 2024, sure: verified}}\n"
    head = f"ipscost: 1\ntitle: Persons\nextends: inklusion-ips\n{source}"
    file.write_text(head + block, encoding="utf-8")
    scenario = ipscost.load(file)
    assert scenario.spread is not None
    assert sorted(scenario.spread.by_path) == [
        "cost.productivity",
        "cost.psychiatric.hospital",
        "outcome.qaly",
    ]


def test_what_is_stated_of_all_persons_is_kept(stated: Scenario) -> None:
    assert stated.spread is not None
    assert stated.spread.together is not None
    assert stated.spread.together.value == 0.3
    assert stated.spread.frailty is None


def test_a_standard_error_of_a_difference_implies_a_spread(stated: Scenario) -> None:
    found = spread_of(stated, "cost.care.ward")
    assert found is not None
    assert found.sd is not None
    assert found.is_derived
    assert found.sd.value == pytest.approx(30 / math.sqrt(1 / 50 + 1 / 100))


def test_a_standard_error_of_a_mean_implies_a_spread(stated: Scenario) -> None:
    found = spread_of(stated, "outcome.qaly")
    assert found is not None
    assert found.sd is not None
    assert found.sd.value == pytest.approx(0.1 * math.sqrt(100))


@pytest.mark.parametrize("path", ["cost.care.clinic", "outcome.job", "cost.none"])
def test_what_nothing_is_known_of_has_no_spread(stated: Scenario, path: str) -> None:
    assert spread_of(stated, path) is None


def test_the_trial_of_inklusion_implies_the_spread_of_its_publication() -> None:
    scenario = ipscost.load("inklusion-ips")
    derived = {path: spread_of(scenario, path) for path in scenario.holders}
    found = {path: round(each.sd.value, -2) for path, each in derived.items() if each and each.sd}
    assert found["cost.psychiatric.hospital"] == 24_200
    assert found["cost.productivity"] == 15_500
    qaly = derived["outcome.qaly"]
    assert qaly is not None
    assert qaly.sd is not None
    assert qaly.sd.value == pytest.approx(0.268, abs=0.0005)


def test_a_spread_is_converted_as_all_money_is(tmp_path: Path) -> None:
    text = TEXT.replace("money: DKK_2024", "money: DKK_2017\nconversion: exchange_then_prices")
    wage = "spread: {cost: {wage: {sd: 100, unit: EUR_2016/person}}}\n"
    text = text.replace("DKK_2024/person", "DKK_2017/person")
    found = spread_of(loaded(tmp_path, text + wage), "cost.wage")
    assert found is not None
    assert found.sd is not None
    assert found.around(0) == pytest.approx(100 * found.sd.factor)
    assert 700 < found.around(0) < 800


def test_another_way_to_state_a_spread_takes_the_place_of_the_first(tmp_path: Path) -> None:
    scenario = loaded(tmp_path, TEXT + SPREAD, "spread.cost.wage.cv=3", "spread.frailty={cv: 0.5}")
    found, spread = spread_of(scenario, "cost.wage"), scenario.spread
    assert found is not None
    assert found.cv is not None
    assert spread is not None
    assert (found.sd, found.cv.value) == (None, 3)
    assert spread.together is None
    assert spread.frailty is not None
    assert loaded(tmp_path, TEXT + SPREAD, "spread=null").spread is None


def test_a_file_that_extends_another_states_what_it_changes(tmp_path: Path) -> None:
    loaded(tmp_path, TEXT + SPREAD)
    other = tmp_path / "other.yaml"
    other.write_text(
        "ipscost: 1\ntitle: Other\nextends: persons.yaml\n"
        "spread: {source: study, cost: {wage: {cv: 2}}}\n",
        encoding="utf-8",
    )
    found = spread_of(ipscost.load(other), "cost.wage")
    assert found is not None
    assert found.cv is not None
    assert found.zero is not None
    assert (found.sd, found.cv.value, found.zero.value) == (None, 2, 0.25)
