"""plot on the command line, and --plot below a result."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from pictured import SCENARIO

from ipscost.cli import main

Capture = pytest.CaptureFixture[str]
FEW = ("--draws", "200")


@pytest.fixture
def study(folder: Path) -> Path:
    (folder / "study.yaml").write_text(SCENARIO, encoding="utf-8")
    return folder


def rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def test_a_picture_is_written_with_its_numbers(study: Path, capsys: Capture) -> None:
    numbers = ("--data", "out.csv")
    assert main(["plot", "waterfall", "study.yaml", *FEW, "-o", "out.svg", *numbers]) == 0
    assert capsys.readouterr().out == ""
    assert (study / "out.svg").read_text(encoding="utf-8").startswith("<?xml")
    found = rows(study / "out.csv")
    assert {row["measure"] for row in found} == {"saving"}
    assert main(["simulate", "study.yaml", *FEW, "--out", "all.csv"]) == 0
    every = rows(study / "all.csv")
    assert all(row in every for row in found)


def test_without_a_file_the_terminal_shows_it(study: Path, capsys: Capture) -> None:
    assert main(["plot", "months", "study.yaml", *FEW, "--lang", "da"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Hvad der er sparet")
    assert "●" in shown


def test_the_analyses_of_the_file_are_run(study: Path, capsys: Capture) -> None:
    assert (
        main(["plot", "analyses", "study.yaml", *FEW, "--set", "cost.care.ips.difference=0"]) == 0
    )
    assert "A dearer programme" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["watrfall", "study.yaml"], "write waterfall"),
        (["study.yaml", "waterfall"], "write plot waterfall study.yaml"),
        (["waterfall", "study.yaml", "-o", "a.jpg"], "write --out a.svg"),
        (["waterfall", "study.yaml", "-o", "no/a.svg"], "the folder no does not exist; create it"),
        (["waterfall", "study.yaml", "--width", "three"], "one of one, two"),
        (["waterfall", "study.yaml", "--data", "a.xlsx"], "write --data a.csv"),
        (["waterfall", "study.yaml", "--csv-dialect", "excel-da"], "add --data FILE.csv"),
        (["payers", "study.yaml", "--perspective", "public"], "leave it out"),
        (["months", "study.yaml", "--outcome", "qaly"], "plot plane"),
        (["icons", "study.yaml", "--wtp", "3"], "leave it out"),
        (["plane", "study.yaml", "--draws", "0"], "draw with --draws 10000"),
        (["icons", "study.yaml", "--outcome", "qaly"], "name one of: job"),
        (["tornado", "study.yaml", "--outcome", "job"], "add --wtp N"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_a_fix(
    arguments: list[str], told: str, study: Path, capsys: Capture
) -> None:
    assert main(["plot", *arguments]) == 2
    assert told in " ".join(capsys.readouterr().err.split())
    assert [file.name for file in study.iterdir()] == ["study.yaml"]


@pytest.mark.parametrize(
    ("command", "title"),
    [
        (["simulate"], "Where the"),
        (["simulate", "--months"], "What is saved by the end of each month"),
        (["payers"], "Who gains and who pays"),
        (["cea", "--outcome", "qaly"], "Which arm is the best choice"),
        (["voi"], "What is most worth knowing better"),
        (["sensitivity"], "What moves the saving with IPS most"),
    ],
)
def test_a_small_picture_stands_below_a_result(
    command: list[str], title: str, study: Path, capsys: Capture
) -> None:
    name, *options = command
    assert main([name, "study.yaml", *options, *FEW, "--plot"]) == 0
    assert f"\n\n{title}" in capsys.readouterr().out


def test_a_picture_that_a_result_has_not_is_told_below_it(study: Path, capsys: Capture) -> None:
    assert main(["cea", "study.yaml", "--outcome", "qaly", "--draws", "0", "--plot"]) == 0
    assert "--plot: ceac shows the uncertainty" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--format", "csv"], ["--out", "a.md"]])
def test_a_small_picture_is_for_a_terminal(
    options: list[str], study: Path, capsys: Capture
) -> None:
    assert main(["simulate", "study.yaml", "--plot", *options]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "ipscost plot waterfall study.yaml --out waterfall.svg" in told


def test_results_made_elsewhere_have_no_small_picture(folder: Path, capsys: Capture) -> None:
    (folder / "psa.csv").write_text("cost_usual,cost_ips\n1,2\n3,2\n", encoding="utf-8")
    assert main(["voi", "--psa", "psa.csv", "--plot"]) == 2
    assert "leave it out" in capsys.readouterr().err
