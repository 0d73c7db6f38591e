"""Every perspective is a weight on each category, worked out by hand here."""

from __future__ import annotations

import builders
import pytest

from ipscost.scenario import perspectives

PAYERS = """
municipality: {label: Municipality, public: true}
region: {label: Region, public: true, health: true}
employer: {label: Employer}
citizen: {label: Citizen}
"""

COST = """
programme:
  kind: programme
  payer: {municipality: 0.5, region: 0.5}
  unit: DKK_2024/person
  source: study
  usual: {mean: 0}
  ips: {mean: 100}
care:
  ward:
    kind: service
    payer: region
    unit: DKK_2024/person
    source: study
    usual: {mean: 100}
    ips: {difference: -10}
benefits:
  kind: transfer
  payer: municipality
  receiver: citizen
  unit: DKK_2024/person
  source: study
  usual: {mean: 100}
  ips: {difference: -10}
tax:
  kind: transfer
  payer: citizen
  receiver: {municipality: 0.6, region: 0.4}
  unit: DKK_2024/person
  source: study
  usual: {mean: 100}
  ips: {difference: 10}
production:
  kind: productivity
  payer: {employer: 0.9, region: 0.1}
  unit: DKK_2024/person
  source: study
  usual: {mean: -100}
  ips: {difference: -10}
"""

MORE = """
perspectives:
  care_alone: {label: Care, cost: [cost.care]}
  purse: {label: Purse, payers: [municipality, region], kinds: [transfer]}
  transfers: {label: Transfers, kinds: [transfer]}
welfare:
  net_tax_factor: {mean: 1.28, source: study}
  tax_distortion: {mean: 1.1, source: study}
"""

WEIGHTS = {
    "societal": (1, 1, 0, 0, 1),
    "municipality": (0.5, 0, 1, -0.6, 0),
    "region": (0.5, 1, 0, -0.4, 0.1),
    "employer": (0, 0, 0, 0, 0.9),
    "citizen": (0, 0, -1, 1, 0),
    "public": (1, 1, 1, -1, 0),
    "health": (0.5, 1, 0, -0.4, 0),
    # resources and production times 1.28, and a tenth of what the public purses spend
    "welfare": (1.28 * 1.1, 1.28 * 1.1, 1.28 * 0.1, -1.28 * 0.1, 1.28),
    "care_alone": (0, 1, 0, 0, 0),
    "purse": (0, 0, 1, -1, 0),
    "transfers": (0, 0, 0, 0, 0),
}


@pytest.mark.parametrize("name", WEIGHTS)
def test_a_perspective_counts_what_it_should(name: str) -> None:
    scenario = builders.load(builders.text(COST, payer=PAYERS, more=MORE))
    assert perspectives.weights(scenario, name) == pytest.approx(WEIGHTS[name])


@pytest.mark.parametrize("name", WEIGHTS)
def test_the_parts_of_all_payers_are_the_weights(name: str) -> None:
    scenario = builders.load(builders.text(COST, payer=PAYERS, more=MORE))
    parts = [perspectives.part(scenario, name, payer) for payer in scenario.payers]
    assert [sum(each) for each in zip(*parts, strict=True)] == pytest.approx(WEIGHTS[name])


def test_the_perspectives_are_named_in_one_order() -> None:
    scenario = builders.load(builders.text(COST, payer=PAYERS, more=MORE))
    assert perspectives.known(scenario) == tuple(WEIGHTS)


def test_without_flags_and_declarations_there_are_society_and_payers_alone() -> None:
    scenario = builders.load(builders.text())
    assert perspectives.known(scenario) == ("societal", "municipality", "region")


def test_an_unknown_perspective_has_no_weights() -> None:
    with pytest.raises(KeyError, match="public"):
        perspectives.weights(builders.load(builders.text()), "public")
