"""A fix never changes what was meant, nor makes up a number: the kinds of mistakes, one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipscost.cli import main

SOUND = """\
ipscost: 1
title: Sound
money: DKK_2024
horizon: {months: 18}
perspective: societal
discount: {cost: 0.035, outcome: 0.035}
arm:
  usual: {reference: true}
  ips: {label: IPS}
payer:
  town: {label: Town}
  region: {label: Region}
source:
  study: {cite: A study 2024, sure: verified}
cost:
  care:
    kind: service
    payer: town
    unit: DKK_2024/person
    source: study table 1
    usual: {mean: 100}
    ips: {ratio: 1.5, interval: [1.2, 1.9]}
  beds:
    kind: service
    payer: region
    source: study table 2
    price: {mean: 4500, unit: DKK_2024/day}
    use:
      unit: day/person
      usual: {mean: 12}
      ips: {difference: -2, se: 1}
outcome:
  job:
    unit: share
    source: study table 3
    usual: {events: 60, n: 150}
    ips: {events: 80, n: 150}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], text: str = SOUND, *settings: str) -> tuple[int, str]:
    """What simulating the text with the settings ends with, and what it says."""
    Path("own.yaml").write_text(text, encoding="utf-8")
    options = [word for setting in settings for word in ("--set", setting)]
    code = main(["simulate", "own.yaml", "--draws", "0", *options])
    return code, capsys.readouterr().err


@pytest.mark.parametrize(
    ("setting", "fix"),
    [
        ("cost.care.ips.risk_ratio=0.9", "cost.care.ips.ratio for cost.care.ips.risk_ratio"),
        ("cost.care.ips.rr=0.9", "cost.care.ips.ratio for cost.care.ips.rr"),
        ("cost.care.ips.value=0.9", "cost.care.ips.ratio for cost.care.ips.value"),
        ("cost.beds.use.ips.odds_ratio=0.9", "cost.beds.use.ips.ratio for"),
        ("outcome.job.ips=0.5", "outcome.job.ips.mean for outcome.job.ips"),
        ("outcome.job.ips=65%", "outcome.job.ips.mean for outcome.job.ips"),
        ("outcome.job.ips=70", "outcome.job.ips.events for outcome.job.ips"),
        ("outcome.job.ips.events=0.5", "outcome.job.ips.mean for outcome.job.ips.events"),
        ("cost.care.ips=ukendt", "unknown"),
        ("cost.care.ips.ratio=NA", "unknown"),
        ("cost.care.payer=town 80%, region 20%", "{town: 0.8, region: 0.2}"),
        ("cost.care.payer.region=20%", "cost.care.payer={region: ..., town: ...}"),
    ],
)
def test_a_setting_is_told_what_was_meant(
    setting: str, fix: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = said(capsys, SOUND, setting)
    assert code == 2
    assert f"fix: write {fix}" in told
    assert told.count("error[") == 1


@pytest.mark.parametrize(
    ("old", "new", "fix"),
    [
        ("{ratio: 1.5, interval: [1.2, 1.9]}", "{ratio: Unknown}", "write unknown"),
        ("{ratio: 1.5, interval: [1.2, 1.9]}", "{ratio: ukendt}", "write unknown"),
        (
            "{ratio: 1.5, interval: [1.2, 1.9]}",
            "{ratio: null}",
            "write unknown",
        ),
        ("unit: DKK_2024/day", "unit: kr_2024/day", "write DKK_2024/day"),
        ("unit: DKK_2024/day", "unit: dollars of 2024/day", "such as DKK_2024/day"),
        ("    unit: DKK_2024/person", "    unit: unknown", "such as DKK_unknown/person"),
        ("unit: share", "unit: andel", "write share"),
        ("unit: share", 'unit: "%"', "write share"),
        ("unit: share", "unit: in_job/person", "write share"),
        ("[1.2, 1.9]", "[1.6, 1.9]", "write interval: [..., ...] (ends that hold 1.5)"),
        (
            "{ratio: 1.5, interval: [1.2, 1.9]}",
            "{mean: 30000, interval: [22.000, 38.000]}",
            "write [22000, 38000]",
        ),
        (
            "{ratio: 1.5, interval: [1.2, 1.9]}",
            "{mean: 30000, bounds: [20.000, 40.000]}",
            "write [20000, 40000]",
        ),
        (
            "{ratio: 1.5, interval: [1.2, 1.9]}",
            "{ratio: 1.5, min: 1.2, max: 1.9}",
            "add bounds: [1.2, 1.9] and take min out and take max out",
        ),
        ("    payer: town", "    timing: {months: [20, 28]}\n    payer: town", "take care out;"),
        ("\noutcome:", "\n\toutcome:", "take the character out"),
    ],
)
def test_a_file_is_told_what_was_meant(
    old: str, new: str, fix: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert old in SOUND
    code, told = said(capsys, SOUND.replace(old, new, 1))
    assert code == 1
    assert fix in told


def test_an_interval_goes_with_the_number_that_a_setting_replaces(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = said(capsys, SOUND, "cost.care.ips.ratio=2.2")
    assert code == 0
    assert "warning[W411] cost.care.ips" in told
    assert "add --set cost.care.ips.interval=[..., ...]" in told
    code, told = said(capsys, SOUND, "cost.care.ips.ratio=2.2", "cost.care.ips.interval=[1.8, 2.7]")
    assert (code, told) == (0, "")


def test_an_interval_that_holds_the_new_number_is_kept(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, SOUND, "cost.care.ips.ratio=1.52") == (0, "")


def test_an_interval_of_the_file_beside_its_own_number_is_still_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, SOUND.replace("ratio: 1.5", "ratio: 2.2"))[0] == 1


def test_another_form_is_no_mistake(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = said(capsys, SOUND, "cost.beds.use.ips.ratio=0.9")
    assert code == 0
    assert "if a difference is meant; nothing is wrong where a ratio is" in told


def test_a_longer_horizon_is_not_told_to_be_the_old_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = said(capsys, SOUND, "horizon.months=24")
    assert code == 2
    assert "fix: restate each of them" in told


MODEL = Path(__file__).parents[2] / "examples" / "states.yaml"


def test_a_move_that_is_stated_and_refused_is_not_unknown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = MODEL.read_text(encoding="utf-8")
    stated = "all: {mean: {file: mortality.csv, column: each_month}"
    assert stated in text
    told = said(capsys, text.replace(stated, "all: {mean: abc"))[1]
    assert "error[E112]" in told
    assert "E265" not in told
