"""sensitivity and threshold on the command line: what is shown, written and refused."""

from __future__ import annotations

import csv
import io
import re
import shlex
from pathlib import Path

import builders
import pytest
from messages import flat, tells, template

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


def suggested(key: str, capsys: Capture, **values: str) -> list[str]:
    """The words of the command that a note of what was printed suggests, without `ipscost`."""
    notes = re.split(r"^- ", capsys.readouterr().out, flags=re.MULTILINE)[1:]
    (note,) = [note for note in notes if tells(note, key, **values)]
    return shlex.split(flat(note).partition(" ipscost ")[2])


SLIPS = [
    (["--bounds", PROGRAMME], f"expected PATH=LOW:HIGH, found '{PROGRAMME}'; write for example"),
    (["--bounds", f"{PROGRAMME}=5"], "expected PATH=LOW:HIGH"),
    (["--bounds", f"{PROGRAMME}=a:5"], "expected a number, found 'a'"),
    (["--bounds", f"{PROGRAMME}=1:nan"], "expected a number, found 'nan'"),
    (["--bounds", f"{PROGRAMME}=1,5:2"], "expected a number, found '1,5'"),
    (["--bounds", f"{PROGRAMME}=1.200:1.500"], "may mark thousands or decimals; write 1200 or 1.2"),
    (["--bounds", f"{PROGRAMME}=1500:500"], "found 1500 to 500; write 500:1500"),
    (["--bounds", f"{PROGRAMME}=5:5"], "write two different values"),
    (["--bounds", "cost.programm.ips=1:5"], "no number cost.programm.ips; write cost.programme"),
    (["--bounds", "discount.cost=0:1.5"], "must be at least 0 and below 1 share"),
    (["--bounds", "discount.cost=0:1"], "must be at least 0 and below 1 share"),
    (["--bounds", "cost.programme=1:2"], "is not one number; use one of: cost.programme.ips"),
    (["--grid", "cost.jobcenter", "--grid", PROGRAMME], "use one of: cost.jobcenter.sau,"),
    (["--bounds", f"{PROGRAMME}=1:2", "--bounds", f"{PROGRAMME}=1:3"], "stands twice"),
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
    (["--arm", "sau"], "sau is the arm that others are compared with"),
    (["--draws", "999999999"], "too much memory"),
]


@pytest.mark.parametrize(("options", "told"), SLIPS, ids=lambda value: str(value)[:40])
def test_a_slip_of_the_command_line_is_told_with_its_fix(
    options: list[str], told: str, capsys: Capture
) -> None:
    assert told in refusal(["sensitivity", "inklusion-ips", *options], capsys)


def test_threshold_of_no_number_names_those_that_there_are(capsys: Capture) -> None:
    said = refusal(["threshold", "ips-ten-years"], capsys)
    assert f"the PATH of a number is missing; write one of: {PROGRAMME}, " in said
    assert "... (ipscost explain ips-ten-years lists all)" in said
    said = refusal(["threshold", "ips-ten-years", "--lang", "da"], capsys)
    assert f"stien til et tal (STI) mangler; skriv en af: {PROGRAMME}, " in said


def test_threshold_refuses_several_wtp_and_an_unknown_number(capsys: Capture) -> None:
    several = ["threshold", "inklusion-ips", PROGRAMME, "--outcome", "qaly", "--wtp", "0:10:5"]
    assert "expected one --wtp here, found 3 of them" in refusal(several, capsys)
    assert main(["threshold", "inklusion-ips", "cost.programme"]) == 2
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
    assert main(["threshold", "inklusion-ips", path, *options, "--notes"]) == 0
    assert main([*suggested("note_try", capsys), "--draws", "0"]) == 0
    assert tells(capsys.readouterr().out, "costs_the_same_of", arm="IPS")


def test_a_net_benefit_is_tried_with_sensitivity(capsys: Capture) -> None:
    arguments = ["threshold", "inklusion-ips", HOSPITAL, "--outcome", "qaly", "--wtp", "100000"]
    assert main([*arguments, "--draws", "0", "--notes"]) == 0
    assert main([*suggested("note_try", capsys), "--draws", "0"]) == 0
    assert tells(capsys.readouterr().out, "answer_benefit_of", amount="0 kr.")


def test_two_numbers_may_vary_by_their_usual_ends_together(capsys: Capture) -> None:
    arguments = ["sensitivity", "inklusion-ips", "--grid", "cost.jobcenter.ips", "--grid"]
    assert main([*arguments, PROGRAMME, "--draws", "0", "--notes"]) == 0
    assert tells(capsys.readouterr().out, "note_clipped", paths="cost.jobcenter.ips")


def test_the_command_for_where_the_sign_turns_asks_the_same(capsys: Capture) -> None:
    options = ["--outcome", "qaly", "--wtp", "100000", "--set", "cost.programme.ips.difference=950"]
    options += ["--price-year", "2020"]
    assert main(["sensitivity", "inklusion-ips", *options, "--draws", "0", "--notes"]) == 0
    words = suggested("note_threshold", capsys, path=HOSPITAL)
    assert words[2] == HOSPITAL
    assert [word for word in options if word not in words] == []
    assert main([*words, "--draws", "0", "--notes"]) == 0
    arms = [
        "sensitivity",
        "tests/golden/three-arms.yaml",
        "--arm",
        "ipse",
        "--draws",
        "0",
        "--notes",
    ]
    assert main(arms) == 0
    assert "--arm ipse" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("format_", ["plain", "markdown", "latex"])
def test_a_title_names_the_marks_that_bars_are_drawn_with(format_: str, capsys: Capture) -> None:
    arguments = ["sensitivity", "tests/golden/three-arms.yaml", "--draws", "0"]
    assert main([*arguments, "--format", format_]) == 0
    shown = capsys.readouterr().out
    assert not set("░█│") & set(shown)
    legend = template("title_tornado", "en").splitlines()[-1].partition("{now}")[0]
    assert legend.format(low="-", high="=") in flat(shown)
    if format_ == "latex":
        assert "‡" not in shown
        assert r"\texttt{" in shown
        assert not re.search(r"\\texttt\{[^}]*--", shown)


def test_a_scenario_from_stdin_has_its_analyses_too(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = "analyses:\n  dearer: {set: {cost.care.ips.difference: -100}}\n"
    text = builders.text(more=more).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))
    assert main(["sensitivity", "-", "--draws", "100", "--notes"]) == 0
    shown = capsys.readouterr().out
    assert tells(shown, "analysis_saving_kept_unsure", arm="IPS")
    assert "Dearer" in shown
    command = "ipscost threshold - cost.care.ips"
    assert tells(shown, "note_threshold", path="cost.care.ips", command=command)


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
