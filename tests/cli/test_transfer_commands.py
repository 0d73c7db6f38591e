"""What commands say of an effect that is carried over: the three lines of a municipality."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from carried_texts import of_states
from messages import flat, tells

from ipscost.cli import main

Capture = pytest.CaptureFixture[str]
HALF = """\
ipscost: 1
extends: inklusion-ips
title: {en: Our young people, da: Vores unge}
name: {en: Ours, da: Vores}
transfer:
  scale: risk_ratio
  share: 0.5
"""
POINT = ["--draws", "0"]


@pytest.fixture
def half(tmp_path: Path) -> str:
    """The file of those who expect half of the trial's effect."""
    file = tmp_path / "half.yaml"
    file.write_text(HALF, encoding="utf-8")
    return str(file)


def printed(arguments: list[str], capsys: Capture) -> str:
    """What a command prints."""
    assert main(arguments) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "50% is carried over, as a risk ratio: 1.29 becomes 1.13."),
        ("en", "social and other care (residual); the productivity gain and QALYs gained"),
        ("en", "Not carried over, but as in the trial: the IPS programme (net)."),
        ("da", "føres 50% over, som relativ risiko: 1,29 bliver til 1,13."),
    ],
)
def test_the_answer_says_what_was_halved_and_what_stays(
    half: str, language: str, said: str, capsys: Capture
) -> None:
    out = printed(["simulate", half, *POINT, "--lang", language], capsys)
    assert said in flat(out)
    assert max(len(line) for line in out.splitlines()) <= 80
    assert "Psychiatric hospital care†" in out or "sygehusbehandling†" in out


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "That takes jobcenter measures below 0, which cannot be: the saving is too large."),
        ("da", "Så kommer jobcenterindsatser under 0, hvilket ikke kan lade sig gøre:"),
    ],
)
def test_no_cost_falls_below_nothing_unsaid(
    half: str, language: str, said: str, capsys: Capture
) -> None:
    whole = ["simulate", half, *POINT, "--lang", language]
    assert said not in flat(printed([*whole, "--set", "transfer.share=1"], capsys))
    assert said in flat(printed([*whole, "--set", "transfer.share=1.2"], capsys))


def test_a_section_is_not_said_to_be_missing(half: str, capsys: Capture) -> None:
    assert main(["explain", half, "transfer", *POINT]) == 2
    said = capsys.readouterr().err
    assert "transfer is not one number but a section of several" in said
    assert "transfer.share" in said


def test_how_much_of_the_effect_must_carry_over(half: str, capsys: Capture) -> None:
    asked = ["threshold", half, "transfer.share", *POINT, "--format", "json"]
    rows = json.loads(printed([*asked, "--set", "transfer.scale=points"], capsys))["rows"]
    threshold = next(row["mean"] for row in rows if row["measure"] == "threshold")
    assert threshold == pytest.approx(914 / 10457)  # what the programme costs of what it saves


def test_explain_tells_what_hangs_on_the_share_and_what_was_made_of_the_trial(
    half: str, capsys: Capture
) -> None:
    out = flat(printed(["explain", half, "transfer.share", *POINT], capsys))
    assert "cost.jobcenter; cost.psychiatric.hospital; cost.social_and_other" in out
    assert "cost.programme" not in out
    out = printed(["explain", half, "outcome.job_or_education.ips", *POINT], capsys)
    assert tells(out, "carried_part_on_scale", share="50%", paths="transfer.share")
    assert "46.5% and IPS 52.8%" in flat(out)
    out = printed(["explain", half, "cost.programme.ips", *POINT], capsys)
    assert tells(out, "carried_not")


def test_compare_names_the_transfer_as_what_differs(half: str, capsys: Capture) -> None:
    out = printed(["compare", "inklusion-ips", half, "--inputs", *POINT], capsys)
    assert "-39,455" in out.split("transfer", 1)[1].split("All together")[0]
    assert tells(out, "carried_share", share="50%")


def test_a_share_that_is_set_where_nothing_is_carried_over(capsys: Capture) -> None:
    assert main(["simulate", "inklusion-ips", *POINT, "--set", "transfer.share=0.4"]) == 2
    assert "write transfer={scale: points, share: ...}" in capsys.readouterr().err
    whole = "transfer={scale: points, share: 0.4}"
    assert "40%" in printed(["simulate", "inklusion-ips", *POINT, "--set", whole], capsys)


def test_several_interventions_of_a_model_of_states(capsys: Capture) -> None:
    whole = "transfer={scale: hazard_ratio, share: 0.5}"
    out = printed(["simulate", "labour-market-ips", *POINT, "--set", whole], capsys)
    assert "IPS: 1.54 becomes 1.24 and IPSE: 1.40 becomes 1.18" in flat(out)


def test_a_pooled_ratio_counts_as_it_is_printed(tmp_path: Path, capsys: Capture) -> None:
    effect = "pooled: {risk_ratio: 1.83, prediction_interval: [0.9, 3.7], assumption: a review}"
    file = tmp_path / "pooled.yaml"
    file.write_text(HALF.replace("share: 0.5", effect), encoding="utf-8")
    asked = ["--outcome", "job_or_education", "--format", "json", *POINT]
    rows = json.loads(printed(["cea", str(file), *asked], capsys))["rows"]
    effects = [row["mean"] for row in rows if row["measure"] == "incremental_effect"]
    assert effects == pytest.approx([0.465 * 0.83])
    asked = ["threshold", str(file), "transfer.pooled", "--format", "json", *POINT]
    rows = json.loads(printed(asked, capsys))["rows"]
    share = 914 / (914 + 9543)  # of the trial's effect, whose savings then pay the programme
    told = {row["measure"]: row["mean"] for row in rows}
    assert told["now"] == 1.83
    assert told["threshold"] == pytest.approx((0.599 / 0.465) ** share)


def test_a_model_says_that_what_follows_from_the_moves_changes_too(
    tmp_path: Path, capsys: Capture
) -> None:
    file = tmp_path / "states.yaml"
    file.write_text(of_states("share: 0.5"), encoding="utf-8")
    out = flat(printed(["simulate", str(file), *POINT, "--notes"], capsys))
    assert tells(out, "carried_moved")
    assert "What follows from the moves changes with them: benefits and weeks." in out


def test_a_comparison_says_once_what_goes_with_the_effect(half: str, capsys: Capture) -> None:
    asked = ["compare", half, "--vs", "a quarter: transfer.share=0.25", *POINT]
    told = flat(printed(asked, capsys))
    assert told.count("With it go") == 1
    assert "as in the trial: the IPS programme (net). a quarter: Of the trial's effect 25%" in told
