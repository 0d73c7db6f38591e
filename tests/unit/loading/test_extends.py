"""A scenario laid over the one it extends."""

from __future__ import annotations

from pathlib import Path

import builders
import pytest
from builders import english

import ipscost
from ipscost import Scenario, ScenarioError

BASE = """\
ipscost: 1
title: Base
note: A note of the base
money: DKK_2024
horizon: {months: 12}
perspective: societal
discount: {cost: 0.035, outcome: 0.035}
arm:
  usual: {reference: true}
  ips: {label: IPS}
payer:
  town: {label: Town}
  state: {label: State}
source:
  study: {cite: A study 2024, sure: verified}
  report: {cite: A report 2024, sure: verified}
cost:
  care:
    kind: service
    payer: {town: 0.8, state: 0.2}
    unit: DKK_2024/person
    usual: {mean: 100, source: study table 1}
    ips: {mean: 80, se: 10, source: study table 2}
reproduces:
  - {what: cost, arm: ips, value: 80, to: 1, unit: DKK_2024, source: study table 1}
"""


@pytest.fixture(autouse=True)
def _base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("base.yaml").write_text(BASE, encoding="utf-8")


def variant(text: str, name: str = "variant.yaml") -> str:
    Path(name).write_text(f"ipscost: 1\nextends: base.yaml\n{text}", encoding="utf-8")
    return name


def load(text: str) -> Scenario:
    return ipscost.load(variant(f"title: Variant\n{text}"))


def refusal(text: str) -> str:
    with pytest.raises(ScenarioError) as caught:
        load(text)
    return str(caught.value)


def test_a_variant_without_changes_is_its_base() -> None:
    base, other = ipscost.load("base.yaml"), load("")
    assert other.categories == base.categories
    assert other.arms == base.arms
    assert other.sources == base.sources


def test_an_amount_is_replaced_whole() -> None:
    care = load("cost: {care: {ips: {mean: 70, assumption: a guess}}}\n").categories[0]
    ips = care.arms["ips"]
    assert ips.value == 70
    assert ips.is_fixed
    assert ips.source is None
    assert english(ips.assumption) == "a guess"


def test_a_replaced_amount_must_name_its_own_source() -> None:
    said = refusal("cost: {care: {ips: {mean: 70}}}\n")
    assert said.startswith(
        "variant.yaml:4:20: error[E207] cost.care.ips: expected a source, found none\n"
    )


def test_uncertainty_alone_replaces_the_uncertainty_and_nothing_else() -> None:
    ips = load("cost: {care: {ips: {interval: [60, 100]}}}\n").categories[0].arms["ips"]
    assert english(ips.way) == "95% interval 60 to 100"
    assert ips.value == 80
    assert ips.source_text == "study table 2"


def test_the_other_arm_keeps_its_number() -> None:
    care = load("cost: {care: {ips: {mean: 70, source: report p. 3}}}\n").categories[0]
    assert care.arms["ips"].source_text == "report p. 3"
    assert care.arms["usual"].source_text == "study table 1"


@pytest.mark.parametrize("key", ["note", "targets"])
def test_what_is_said_about_the_base_is_not_inherited(key: str) -> None:
    assert getattr(ipscost.load("base.yaml"), key)
    assert not getattr(load(""), key)


def test_a_variant_needs_a_title_of_its_own() -> None:
    with pytest.raises(ScenarioError) as caught:
        ipscost.load(variant(""))
    assert str(caught.value).startswith(
        "variant.yaml:1:1: error[E102] expected the key title, found none\n"
    )


def test_a_number_keeps_the_place_in_the_file_it_was_written_in() -> None:
    care = load("cost: {care: {ips: {mean: 70, source: study}}}\n").categories[0]
    assert care.arms["usual"].span.place == "base.yaml:22:19"
    assert care.arms["ips"].span.place == "variant.yaml:4:27"


def test_a_mistake_in_the_base_is_reported_in_the_base() -> None:
    text = BASE.replace("mean: 100", "mean: hundred")
    Path("base.yaml").write_text(text, encoding="utf-8")
    assert refusal("").startswith("base.yaml:22:19: error[E112] cost.care.usual.mean:")


def test_a_variant_of_a_variant_takes_the_nearest_number() -> None:
    variant("title: Middle\ncost: {care: {ips: {mean: 70, source: study}}}\n", "middle.yaml")
    text = "ipscost: 1\ntitle: Last\nextends: middle.yaml\ndiscount: {cost: 0.01}\n"
    Path("last.yaml").write_text(text, encoding="utf-8")
    last = ipscost.load("last.yaml")
    assert last.discount.cost == 0.01
    assert last.categories[0].arms["ips"].value == 70
    assert list(last.inputs)[:3] == ["last.yaml", "middle.yaml", "base.yaml"]


def test_a_base_is_looked_for_beside_the_file_that_names_it() -> None:
    Path("below").mkdir()
    text = "ipscost: 1\ntitle: Below\nextends: ../base.yaml\n"
    Path("below/one.yaml").write_text(text, encoding="utf-8")
    loaded = ipscost.load("below/one.yaml")
    assert loaded.categories[0].span.file == "below/../base.yaml"


def test_a_new_arm_must_be_stated_in_what_is_inherited() -> None:
    said = refusal("arm: {ipse: {label: IPSE}}\n")
    assert "error[E203] cost.care: the arm ipse is declared but not stated here" in said


def test_the_payers_of_a_category_are_replaced_whole() -> None:
    assert load("cost: {care: {payer: {town: 1}}}\n").categories[0].payers == {"town": 1}


def test_one_payer_as_a_word_replaces_shares() -> None:
    assert load("cost: {care: {payer: town}}\n").categories[0].payers == {"town": 1}


def test_a_number_that_is_restated_needs_a_source_of_its_own() -> None:
    """The base's category has one source for all its numbers; it is not that of another number."""
    said = refusal("cost: {care: {ips: {mean: 30000}}}\n")
    assert "error[E207] cost.care.ips: expected a source, found none" in said


def test_another_horizon_is_refused_for_amounts_over_the_old_one() -> None:
    said = refusal("horizon: {months: 24}\n")
    assert "error[E221] horizon.months: amounts over the horizon were stated for another" in said
    assert "horizon: cost.care" in said


def test_the_same_horizon_may_be_said_again() -> None:
    variant("title: Again\nhorizon: {months: 12}\n", "again.yaml")
    assert ipscost.load("again.yaml").months == 12


def test_a_shipped_scenario_is_extended_by_its_name() -> None:
    text = "ipscost: 1\ntitle: Ours\nextends: inklusion-ips\ndiscount: {cost: 0.035}\n"
    Path("ours.yaml").write_text(text, encoding="utf-8")
    assert ipscost.load("ours.yaml").discount.cost == 0.035


def test_that_the_source_below_is_of_another_number_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("base.yaml").write_text(builders.text(), encoding="utf-8")
    variant = "ipscost: 1\ntitle: Variant\nextends: base.yaml\ncost: {care: {ips: {mean: 7}}}\n"
    Path("variant.yaml").write_text(variant, encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        ipscost.load("variant.yaml")
    assert str(caught.value).startswith(
        "variant.yaml:4:20: error[E207] cost.care.ips: expected a source, found none (that in "
        "base.yaml is of the number there)\n"
    )


@pytest.mark.parametrize("horizon", ["{years: 1}", "{weeks: 52}", "{months: 12}"])
def test_a_horizon_stated_another_way_takes_the_place_of_the_one_below(
    tmp_path: Path, horizon: str
) -> None:
    base = builders.text(builders.CARE.replace("DKK_2024/person", "DKK_2024/person/month"))
    (tmp_path / "base.yaml").write_text(base, encoding="utf-8")
    (tmp_path / "mine.yaml").write_text(
        f"ipscost: 1\nextends: base.yaml\ntitle: Mine\nhorizon: {horizon}\n", encoding="utf-8"
    )
    if "weeks" in horizon:
        with pytest.raises(ScenarioError, match="a whole number of months"):
            ipscost.load(tmp_path / "mine.yaml")
        return
    assert ipscost.load(tmp_path / "mine.yaml").months == 12
    changed = ipscost.load(tmp_path / "mine.yaml", ["horizon.years=3"])
    assert changed.months == 36


def test_amounts_over_a_horizon_of_months_are_not_those_over_as_many_years(tmp_path: Path) -> None:
    base = builders.text(builders.CARE, months=12)
    (tmp_path / "base.yaml").write_text(base, encoding="utf-8")
    mine = "ipscost: 1\nextends: base.yaml\ntitle: Mine\nhorizon: {years: 12}\n"
    (tmp_path / "mine.yaml").write_text(mine, encoding="utf-8")
    with pytest.raises(ScenarioError, match="amounts over the horizon were stated for another"):
        ipscost.load(tmp_path / "mine.yaml")


def test_bounds_go_with_the_number_or_the_uncertainty_that_a_variant_replaces() -> None:
    bounded = BASE.replace("se: 10, source", "se: 10, bounds: [70, 95], source")
    Path("base.yaml").write_text(bounded, encoding="utf-8")
    kept = load("cost: {care: {label: Care}}").categories[0].arms["ips"]
    assert (kept.value, kept.bounds) == (80, (70, 95))
    restated = load("cost: {care: {ips: {mean: 85, assumption: ours}}}").categories[0].arms["ips"]
    assert (restated.value, restated.bounds, restated.is_fixed) == (85, None, True)
    less_sure = load("cost: {care: {ips: {se: 30}}}").categories[0].arms["ips"]
    assert (less_sure.value, less_sure.bounds) == (80, None)
    assert less_sure.dist.sd == pytest.approx(30)
    both = load("cost: {care: {ips: {se: 30, bounds: [40, 120]}}}").categories[0].arms["ips"]
    assert both.bounds == (40, 120)


def test_bounds_of_a_base_go_with_a_number_that_an_analysis_of_the_variant_sets() -> None:
    from ipscost.loading import build, read
    from ipscost.loading.analyses import variants

    bounded = BASE.replace("se: 10, source", "se: 10, bounds: [70, 95], source")
    Path("base.yaml").write_text(bounded, encoding="utf-8")
    name = variant("title: Variant\nanalyses: {dearer: {set: {cost.care.ips.mean: 90}}}")
    reading = read(name)
    ((_, dearer),) = variants(reading, build(reading)).scenarios
    number = dearer.categories[0].arms["ips"]
    assert (number.value, number.bounds) == (90, None)
    assert number.dist.sd == pytest.approx(10)
