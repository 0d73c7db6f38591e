"""An effect that is carried over to others is told with its condition, wherever it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipscost.cli import main

SHARE = "transfer:\n  scale: points\n  share: {share}\n"
PEOPLE = "population: young people with anxiety\n"
FEW = ("--draws", "200")
PART = "{mean: 0.5, interval: [0.2, 0.8], assumption: our own guess}"


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command prints, with a blank for each line end."""
    assert main([*arguments]) == 0
    return " ".join(capsys.readouterr().out.split())


def carried(folder: Path, share: str = "0.5", more: str = "") -> str:
    """A scenario that extends the trial's, and what it says of another group."""
    file = folder / "ours.yaml"
    text = "ipscost: 1\nextends: inklusion-ips\ntitle: Ours\n"
    file.write_text(text + more + SHARE.replace("{share}", share), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("command", ["simulate", "payers", "cea", "compare", "threshold"])
def test_a_headline_names_the_condition_and_not_the_people_of_the_trial(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = carried(tmp_path)
    more = {
        "threshold": ["transfer.share"],
        "compare": ["--vs", "transfer.share=0.4"],
        "cea": ["--outcome", "job_or_education"],
    }
    said = shown(capsys, command, file, *more.get(command, []), *FEW)
    assert "people with severe mental illness" not in said
    if command != "compare":  # where the condition is not the same in both, each has its own
        assert "another group than the trial's (if 50% of the trial's effect carries over)" in said


def test_who_the_people_are_stands_where_the_file_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = shown(capsys, "simulate", carried(tmp_path, more=PEOPLE), *FEW)
    assert said.startswith("For young people with anxiety (if 50% of the trial's effect")
    danish = shown(capsys, "--lang", "da", "simulate", carried(tmp_path), *FEW)
    assert danish.startswith("For en anden gruppe end forsøgets (hvis 50% af forsøgets effekt kan")


def test_a_share_without_uncertainty_gives_no_probability(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fixed = shown(capsys, "simulate", carried(tmp_path), *FEW)
    drawn = shown(capsys, "simulate", carried(tmp_path, PART), *FEW)
    own = "  cost: {{psychiatric: {own}}}\n"
    half, none = (
        shown(capsys, "simulate", carried(tmp_path, f"{PART}\n{own.format(own=each)}"), *FEW)
        for each in ("0.5", "0")
    )
    assert "How likely that is cannot be said" in fixed
    assert "How likely that is cannot be said" in half
    assert "the probability that it saves money is" in none
    assert "the probability that it saves money is" in drawn
    assert "the probability that it saves money is" not in fixed


@pytest.mark.parametrize("command", ["cea --outcome qaly", "compare inklusion-ips", "voi"])
def test_a_share_without_uncertainty_gives_no_probability_anywhere(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, *more = command.split()
    said = shown(capsys, first, carried(tmp_path), *more, "--draws", "1000", "--notes")
    assert "probability that it is positive" not in said
    assert "probability that another choice would have been better is" not in said
    if first == "compare":
        assert "Probability of saving - -" in said


def test_check_does_not_say_that_costs_are_apart_from_an_effect_that_they_follow(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "no cost depends on" in shown(capsys, "check", "inklusion-ips")
    assert "no cost depends on" not in shown(capsys, "check", carried(tmp_path))


def test_a_variant_takes_out_what_carries_an_effect_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = carried(tmp_path)
    whole = tmp_path / "whole.yaml"
    text = "ipscost: 1\nextends: ours.yaml\ntitle: Whole\ntransfer: null\n"
    whole.write_text(text, encoding="utf-8")
    for asked in ([str(whole)], [base, "--set", "transfer=null"]):
        said = shown(capsys, "simulate", *asked, *FEW)
        assert said.startswith("For people with severe mental illness, IPS saves society 72,013")


def test_an_incomplete_account_and_what_was_published_are_told_of_whom_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = "cost: {jobcenter: {ips: unknown}}\n"
    said = shown(capsys, "simulate", carried(tmp_path, more=gone), *FEW)
    assert "not known" in said
    assert "This is about another group than the trial's (if 50% of the trial's effect" in said
    target = "{what: saving, arm: ips, value: 72000, unit: DKK, to: 1000, source: star2021}"
    said = shown(capsys, "verify", carried(tmp_path, more=f"reproduces: [{target}]\n"), *FEW)
    assert "what was published is of the trial" in said


def test_an_acceptability_curve_says_what_it_takes_for_certain(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--outcome", "qaly", "--wtp", "0:400000:100000", *FEW]
    said = shown(capsys, "plot", "ceac", carried(tmp_path), *asked)
    assert "How much carries over is taken as certain" in said
    said = shown(capsys, "plot", "ceac", carried(tmp_path, PART), *asked)
    assert "taken as certain" not in said
