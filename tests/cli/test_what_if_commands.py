"""sensitivity and threshold on the command line: what is shown, written and refused."""

from __future__ import annotations

import csv
import io
import re
import shlex
from pathlib import Path

import builders
import pytest

from ipscost.cli import main

Capture = pytest.CaptureFixture[str]
PROGRAMME = "cost.programme.ips"
HOSPITAL = "cost.psychiatric.hospital.ips"


def refusal(arguments: list[str], capsys: Capture) -> str:
    """What is said of a slip of the command line, on one line."""
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return " ".join(re.sub(r"[│╭╮╰╯─]", " ", captured.err).split())


SLIPS = [
    (["--bounds", PROGRAMME], f"expected PATH=LOW:HIGH, found '{PROGRAMME}'; write for example"),
    (["--bounds", f"{PROGRAMME}=5"], "expected PATH=LOW:HIGH"),
    (["--bounds", f"{PROGRAMME}=a:5"], "expected a number, found 'a'"),
    (["--bounds", f"{PROGRAMME}=1:nan"], "expected a number, found 'nan'"),
    (["--bounds", f"{PROGRAMME}=1,5:2"], "expected a number, found '1,5'"),
    (["--bounds", f"{PROGRAMME}=1.200:1.500"], "may mark thousands or decimals; write 1200 or"),
    (["--bounds", f"{PROGRAMME}=1500:500"], "found 1500 to 500; write 500:1500"),
    (["--bounds", f"{PROGRAMME}=5:5"], "write two different values"),
    (["--bounds", "cost.programm.ips=1:5"], "no number cost.programm.ips; write cost.programme"),
    (["--bounds", "discount.cost=0:1.5"], "must be at least 0 and at most 1 share"),
    (["--bounds", "outcome.job_or_education.ips=0.1:1.1"], "so 1.1 is not possible"),
    (["--grid", PROGRAMME], "a grid needs two different numbers: give --grid twice"),
    (["--grid", f"{HOSPITAL}=1:5"], "expected PATH or PATH=LOW:HIGH:N"),
    (["--grid", f"{PROGRAMME}=1:5:1"], "expected from 2 to 100 values, found '1'"),
    (["--grid", f"{PROGRAMME}=1:5:101"], "expected from 2 to 100 values, found '101'"),
    (["--grid", f"{PROGRAMME}=5:1:3"], "write 1:5"),
    (["--grid", PROGRAMME, "--bounds", f"{PROGRAMME}=1:5"], "--grid states its own values"),
    (["--wtp", "1000"], "--wtp is what an outcome is worth; add --outcome NAME"),
    (["--outcome", "qaly", "--wtp", "1000,2000"], "expected one --wtp here, found 2 of them"),
    (["--outcome", "job_or_education"], "add --wtp, in DKK_2017"),
    (["--outcome", "qualy"], "no outcome is called that; write qaly"),
    (["--arm", "sau"], "--arm sau: no intervention is called that"),
    (["--draws", "999999999"], "too much memory"),
]


@pytest.mark.parametrize(("options", "told"), SLIPS, ids=lambda value: str(value)[:40])
def test_a_slip_of_the_command_line_is_told_with_its_fix(
    options: list[str], told: str, capsys: Capture
) -> None:
    assert told in refusal(["sensitivity", "inklusion-ips", *options], capsys)


def test_threshold_refuses_several_wtp_and_an_unknown_number(capsys: Capture) -> None:
    several = ["threshold", "inklusion-ips", PROGRAMME, "--outcome", "qaly", "--wtp", "0:10:5"]
    assert "expected one --wtp here, found 3 of them" in refusal(several, capsys)
    assert main(["threshold", "inklusion-ips", "cost.programme"]) == 1
    error = capsys.readouterr().err
    assert "error[E304] cost.programme: cost.programme is not one number" in error
    assert "fix: use one of: cost.programme.ips" in error


@pytest.mark.parametrize(
    ("path", "options"),
    [
        (PROGRAMME, []),
        (HOSPITAL, []),
        (HOSPITAL, ["--price-year", "2020", "--set", "cost.programme.ips.difference=2000"]),
    ],
)
def test_the_command_to_try_gives_a_saving_of_nothing(
    path: str, options: list[str], capsys: Capture
) -> None:
    assert main(["threshold", "inklusion-ips", path, *options]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    command = re.search(r"To see it there: ipscost (simulate .*?) - [A-Z\d]", shown)
    assert command is not None
    assert main([*shlex.split(command[1]), "--draws", "0"]) == 0
    assert capsys.readouterr().out.startswith("IPS costs society the same per person")


def test_a_net_benefit_is_tried_with_sensitivity(capsys: Capture) -> None:
    arguments = ["threshold", "inklusion-ips", HOSPITAL, "--outcome", "qaly", "--wtp", "100000"]
    assert main([*arguments, "--draws", "0"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    command = re.search(r"To see it there: ipscost (sensitivity .*?) - [A-Z]", shown)
    assert command is not None
    assert main([*shlex.split(command[1]), "--draws", "0"]) == 0
    assert "is 0 kr. per person over 18 months" in " ".join(capsys.readouterr().out.split())


def test_a_scenario_from_stdin_has_its_analyses_too(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = "analyses:\n  dearer: {set: {cost.care.ips.difference: -100}}\n"
    text = builders.text(more=more).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))
    assert main(["sensitivity", "-", "--draws", "100"]) == 0
    shown = capsys.readouterr().out
    assert "IPS still saves money in the scenario analysis." in shown
    assert "Dearer" in shown


def test_mistakes_of_an_analysis_are_told_at_its_line(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "study.yaml"
    more = "analyses:\n  amiss: {set: {cost.care.ips.se: -5}}\n"
    file.write_text(builders.text(more=more), encoding="utf-8")
    assert main(["sensitivity", str(file)]) == 1
    assert "study.yaml:29:35: error[E114] cost.care.ips.se: expected" in capsys.readouterr().err


def test_every_arm_or_the_one_asked_for(capsys: Capture) -> None:
    arguments = ["sensitivity", "tests/golden/three-arms.yaml", "--format", "csv", "--draws", "0"]
    arms = []
    for more in ([], ["--arm", "ipse"]):
        assert main([*arguments, *more]) == 0
        rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
        arms.append({row["arm"] for row in rows})
    assert arms == [{"ips", "ipse"}, {"ipse"}]


@pytest.mark.parametrize("format_", ["xlsx", "parquet", "json", "latex", "jsonl"])
def test_results_go_to_a_file(format_: str, tmp_path: Path) -> None:
    ending = {"latex": "tex"}.get(format_, format_)
    out = tmp_path / f"result.{ending}"
    assert main(["sensitivity", "inklusion-ips", "--draws", "50", "--out", str(out)]) == 0
    assert out.stat().st_size > 500
