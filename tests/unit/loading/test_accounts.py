"""Receivers, perspectives and welfare factors are read, laid over one another and set."""

from __future__ import annotations

from pathlib import Path

import builders
import pytest

import ipscost
from ipscost.errors import ScenarioError

PAYERS = "municipality: {public: true}\nregion: {public: true, health: true}\ncitizen: {}\n"
TRANSFER = builders.BENEFITS.replace("kind: transfer\n", "kind: transfer\n  receiver: citizen\n")
WELFARE = """
welfare:
  net_tax_factor: {mean: 1.28, source: study table 9}
  tax_distortion: {mean: 1, assumption: {en: nothing is lost, da: intet går tabt}}
"""


def test_a_payer_may_be_a_public_purse_and_pay_for_health_care() -> None:
    payers = builders.load(builders.text(payer=PAYERS)).payers
    assert [(p.public, p.health) for p in payers.values()] == [
        (True, False),
        (True, True),
        (False, False),
    ]


def test_a_transfer_has_receivers_and_a_place_where_they_stand() -> None:
    (category,) = builders.load(builders.text(TRANSFER, payer=PAYERS)).categories
    assert category.receivers == {"citizen": 1.0}
    assert category.places["receiver"].text.strip() == "receiver: citizen"


def test_receivers_of_a_variant_replace_those_below_whole(tmp_path: Path) -> None:
    shares = TRANSFER.replace("receiver: citizen", "receiver: {citizen: 0.5, other: 0.5}")
    base = builders.text(shares, payer=PAYERS + "other: {}\n")
    (tmp_path / "base.yaml").write_text(base, encoding="utf-8")
    variant = "ipscost: 1\nextends: base.yaml\ntitle: V\ncost: {benefits: {receiver: {other: 1}}}\n"
    (tmp_path / "variant.yaml").write_text(variant, encoding="utf-8")
    (category,) = ipscost.load(tmp_path / "variant.yaml").categories
    assert category.receivers == {"other": 1.0}


def test_a_payer_on_a_step_of_a_ladder_cannot_receive_it_too() -> None:
    content = (Path(__file__).parents[2] / "golden/ten-years.yaml").read_text(encoding="utf-8")
    content = content.replace("    receiver: citizen\n", "    receiver: state\n")
    with pytest.raises(ScenarioError) as caught:
        builders.load(content)
    assert [(p.code, p.message) for p in caught.value.problems] == [
        ("E232", "state both pays and receives it")
    ]


def test_a_declared_perspective_keeps_its_label_and_its_parts() -> None:
    more = "perspectives:\n  p: {payers: [region], kinds: [service], cost: [cost.care]}\n"
    found = builders.load(builders.text(more=more)).perspectives["p"]
    assert (found.payers, found.kinds, found.paths) == (("region",), ("service",), ("cost.care",))
    assert found.label.tell("en") == "P"


def test_the_factors_have_their_sources_and_are_no_numbers_of_the_result() -> None:
    scenario = builders.load(builders.text(more=WELFARE))
    assert scenario.welfare is not None
    assert scenario.welfare.net_tax_factor.source_text == "study table 9"
    assert scenario.welfare.net_tax_factor.value == 1.28
    assert scenario.welfare.tax_distortion.assumption is not None
    assert all(not quantity.path.startswith("welfare") for quantity in scenario.quantities)


def test_a_factor_whose_source_is_secondary_is_doubted() -> None:
    second = "rules: {cite: Rules, sure: secondary}\n"
    content = builders.text(more=WELFARE.replace("study table 9", "rules"))
    content = content.replace("source:\n", f"source:\n  {second}", 1)
    assert [p.code for p in builders.load(content).warnings] == ["W401"]


def test_a_factor_can_be_set() -> None:
    content = builders.text(more=WELFARE)
    scenario = builders.load(content, "welfare.tax_distortion.mean=1.1", "perspective=welfare")
    assert scenario.welfare is not None
    assert scenario.welfare.tax_distortion.value == 1.1


def test_the_option_changes_the_perspective_as_set_does() -> None:
    by_option = builders.load(builders.text(), "--perspective=region")
    by_set = builders.load(builders.text(), "perspective=region")
    assert by_option.perspective == by_set.perspective == "region"
    assert by_option.settings == by_set.settings == ("perspective=region",)


@pytest.mark.parametrize(
    ("setting", "place"), [("--perspective=moon", "--perspective"), ("perspective=moon", "--set")]
)
def test_an_unknown_perspective_is_told_where_it_was_asked_for(setting: str, place: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        builders.load(builders.text(), setting)
    (problem,) = caught.value.problems
    assert (problem.code, problem.span.file) == ("E218", place)
    assert problem.fix == "use one of: societal, municipality, region"
