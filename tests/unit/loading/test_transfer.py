"""How the section transfer is read: plain numbers, other files, changes."""

from __future__ import annotations

from pathlib import Path

import builders
import pytest

import ipscost
from ipscost import Scenario, ScenarioError
from ipscost.scenario.distributions import Beta, Fixed, Gamma, LogNormal
from ipscost.scenario.transfer import Transfer

JOB = "job: {unit: share, source: study, usual: {mean: 0.4, n: 100}, ips: {mean: 0.5, n: 100}}\n"
OTHER = "other: {risk_ratio: 1.2, interval: [0.9, 1.6], source: study}"
POOLED = "pooled: {risk_ratio: 1.6, prediction_interval: [1.1, 2.3], source: study}"


def read(transfer: str, *settings: str) -> Transfer:
    """The transfer of a scenario with a category and a share of people."""
    content = builders.text(outcome=JOB, more=f"transfer: {{{transfer}}}\n")
    found = builders.load(content, *settings).transfer
    assert found is not None
    return found


def variant(folder: Path, *sections: str) -> Scenario:
    """The last of files of which each extends the one before."""
    above = "study"
    for place, section in enumerate(sections):
        text = f"ipscost: 1\nextends: {above}.yaml\ntitle: A variant\ntransfer: {{{section}}}\n"
        above = f"variant{place}"
        (folder / f"{above}.yaml").write_text(text, encoding="utf-8")
    return ipscost.load(folder / f"{above}.yaml")


def test_a_plain_share_is_an_assumption() -> None:
    share = read("scale: points, share: 0.5").share
    assert share is not None
    assert (share.path, share.value, share.dist) == ("transfer.share", 0.5, Fixed(0.5))
    assert share.is_assumed
    assert share.sure == "assumed"


def test_an_uncertain_share_stays_between_0_and_1_unless_more_than_all_is_meant() -> None:
    share = read("scale: points, share: {mean: 0.5, interval: [0.2, 0.8], source: study}").share
    assert share is not None
    assert isinstance(share.dist, Beta)
    more = read("scale: points, share: {mean: 1.2, se: 0.2, source: study}").share
    assert more is not None
    assert isinstance(more.dist, Gamma)
    reaching = read("scale: points, share: {mean: 0.9, interval: [0.5, 1.4], source: study}").share
    assert reaching is not None
    assert isinstance(reaching.dist, Gamma)


def test_an_interval_of_a_share_does_not_go_below_none_of_the_effect() -> None:
    with pytest.raises(ScenarioError, match=r"at least 0, found -0\.2"):
        read("scale: points, share: {mean: 0.5, interval: [-0.2, 0.9], source: study}")


def test_a_pooled_effect_is_drawn_from_its_prediction_interval() -> None:
    narrow = POOLED.replace("source", "interval: [1.4, 1.8], source")
    for stated in (POOLED, narrow):
        pooled = read(f"scale: risk_ratio, {stated}").pooled
        assert pooled is not None
        assert isinstance(pooled.dist, LogNormal)
        assert pooled.dist.sigma == pytest.approx(0.188, abs=0.001)  # ln(2.3 / 1.1) / 3.92


def test_a_prediction_interval_is_left_behind_by_a_number_that_it_does_not_hold() -> None:
    pooled = read(f"scale: risk_ratio, {POOLED}", "transfer.pooled.risk_ratio=0.9").pooled
    assert pooled is not None
    assert pooled.dist == Fixed(0.9)


def test_a_source_of_the_section_is_that_of_its_numbers() -> None:
    found = read("scale: points, share: 0.5, source: study table 9")
    assert found.share is not None
    assert found.share.source_text == "study table 9"
    assert not found.share.is_assumed


def test_changes_of_plain_and_of_uncertain_numbers() -> None:
    plain = "scale: points, share: 0.5, cost: {care.ward: 0.2}".replace("care.ward", "care")
    for setting in ("transfer.share=0.4", "transfer.share.mean=0.4"):
        share = read(plain, setting).share
        assert share is not None
        assert share.value == 0.4
    assert read(plain, "transfer.cost.care=0.3").own["cost.care"].value == 0.3
    uncertain = read(plain, "transfer.share.se=0.1").share
    assert uncertain is not None
    assert isinstance(uncertain.dist, Beta)
    assert read(
        plain, f"transfer.{POOLED.replace(': ', '=', 1)}", "transfer.scale=risk_ratio"
    ).way == ("pooled")


def test_a_key_with_dots_is_one_path() -> None:
    section = "transfer={scale: points, share: 0.5, cost: {psychiatric.hospital: 0.2}}"
    path = "transfer.cost.psychiatric.hospital"
    found = ipscost.load("inklusion-ips", [section, f"{path}=0.3"]).transfer
    assert found is not None
    assert found.own["cost.psychiatric.hospital"].value == 0.3


def test_a_variant_may_change_how_much_or_in_which_way(folder: Path) -> None:
    (folder / "study.yaml").write_text(builders.text(outcome=JOB), encoding="utf-8")
    half = "scale: risk_ratio, share: 0.5, stays: [cost.care]"
    quarter = variant(folder, half, "share: 0.25").transfer
    assert quarter is not None
    assert quarter.share is not None
    assert (quarter.share.value, quarter.scale, quarter.stays) == (
        0.25,
        "risk_ratio",
        ("cost.care",),
    )
    pooled = variant(folder, half, f"weight: 0.5, {OTHER}", POOLED).transfer
    assert pooled is not None
    assert (pooled.way, pooled.share, pooled.weight, pooled.other) == ("pooled", None, None, ())


def test_a_plain_number_of_a_variant_is_not_of_the_source_of_another(folder: Path) -> None:
    (folder / "study.yaml").write_text(builders.text(outcome=JOB), encoding="utf-8")
    sourced = "scale: risk_ratio, share: 0.5, source: study, cost: {care: 0.2}"
    found = variant(folder, sourced, "share: 0.25").transfer
    assert found is not None
    assert found.share is not None
    assert found.share.sure == "assumed"
    assert found.own["cost.care"].sure == "verified"


def test_what_a_transfer_is_refused_for_stands_alone() -> None:
    with pytest.raises(ScenarioError) as refused:
        read("scale: points, share: {mean: 0.5}")
    assert [problem.code for problem in refused.value.problems] == ["E207"]


TWO = JOB + (
    "school: {unit: share, source: study, usual: {mean: 0.3, n: 90}, ips: {mean: 0.5, n: 90}}\n"
)


@pytest.mark.parametrize(
    ("section", "fix"),
    [
        ("pooled: {difference: 0.4, source: study}", "add stays: [outcome.school]"),
        (
            "pooled: {difference: 0.4, source: study}, stays: [cost.care]",
            "add outcome.school to the list",
        ),
        ("pooled: {difference: -0.9, source: study}", "write -0.4 for -0.9"),
    ],
)
def test_what_is_not_possible_is_mended_where_it_comes_from(section: str, fix: str) -> None:
    content = builders.text(outcome=TWO, more=f"transfer: {{scale: points, of: job, {section}}}\n")
    with pytest.raises(ScenarioError) as refused:
        builders.load(content)
    assert [problem.fix.partition(";")[0] for problem in refused.value.problems] == [fix]


WARD = builders.HOSPITAL.replace("price: {mean: 100,", "price: {mean: 100, se: 9,")
USE = "cost.hospital.ward.use"


@pytest.mark.parametrize(
    ("section", "members", "is_known"),
    [
        (f"scale: risk_ratio, {POOLED}", "transfer.pooled, cost.care.ips", False),
        (f"scale: risk_ratio, {POOLED}", "transfer.pooled, outcome.job.usual", True),
        ("share", f"transfer.share, {USE}.usual, {USE}.ips", True),
        ("share", f"transfer.share, {USE}.usual, {USE}.ips, cost.hospital.ward.price", False),
    ],
)
def test_what_goes_together_is_refused_where_its_product_has_no_known_mean(
    section: str, members: str, *, is_known: bool
) -> None:
    share = "scale: points, share: {mean: 0.5, se: 0.1, assumption: a guess}"
    more = f"transfer: {{{share if section == 'share' else section}}}\n"
    more += f"correlation: {{c: {{members: [{members}], rho: 0.3, assumption: a guess}}}}\n"
    content = builders.text(builders.CARE + WARD, outcome=JOB, more=more)
    if is_known:
        assert builders.load(content).correlations
        return
    with pytest.raises(ScenarioError, match="of the two together is not known"):
        builders.load(content)


def test_two_levels_of_nobody_have_no_ratio() -> None:
    nobody = JOB.replace("mean: 0.4, n: 100", "mean: 0").replace("mean: 0.5, n: 100", "mean: 0")
    content = builders.text(outcome=nobody, more="transfer: {scale: odds_ratio, share: 0.5}\n")
    with pytest.raises(ScenarioError, match="has no odds ratio in ips"):
        builders.load(content)


@pytest.mark.parametrize(
    ("pooled", "fix"),
    [
        ("1.8", "write {risk_ratio: 1.8, source: ...}"),
        ("{events: 3, n: 10, source: study}", "write risk_ratio: ... for events"),
    ],
)
def test_an_effect_that_is_stated_otherwise_is_told_its_form(pooled: str, fix: str) -> None:
    with pytest.raises(ScenarioError) as refused:
        read(f"scale: risk_ratio, pooled: {pooled}")
    assert [problem.fix for problem in refused.value.problems] == [fix]
