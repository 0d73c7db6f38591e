"""What cea and voi say of a scenario they say of its saved draws, and of no broken file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from ipscost.cli import main

BAD = Path(__file__).parents[1] / "bad" / "psa"
NAMES = {path.stem for path in BAD.glob("*.csv")}
PAIRS = {name for name in NAMES if name.endswith("-parameters") or f"{name}-parameters" in NAMES}
ASKED = {"E501-parts", "E514-two", "E515-outcome", "E517", "E517-beside"}
FILES = sorted(name for name in NAMES - PAIRS - ASKED if not name.startswith("E511"))
"""Broken files that need no option but --psa."""

WTP = ("--wtp", "0,260000", "--format", "csv")


def printed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    """The numbers of a result."""
    assert main(arguments) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def rows(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> dict[tuple[str, ...], dict[str, str]]:
    """The numbers that cea prints, by arm, measure and threshold."""
    found = printed(["cea", *arguments, *WTP], capsys)
    return {(r["arm"], r["versus"], r["measure"], r["threshold"]): r for r in found}


def test_saved_draws_give_the_measures_of_the_scenario(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["inklusion-ips", "--outcome", "qaly", "--draws", "300"]
    first = rows([*given, "--save-draws", "draws.csv"], capsys)
    again = rows(["--psa", "draws.csv", "--currency", "DKK_2017"], capsys)
    with_draws = 0
    for key, row in first.items():
        if "cost_partial" in key:
            continue
        assert (again[key]["low"], again[key]["high"]) == (row["low"], row["high"]), key
        assert again[key]["unit"] == row["unit"], key
        with_draws += bool(row["low"])
        if row["unit"] == "share":
            assert again[key]["mean"] == row["mean"], key
    assert with_draws >= 4


def test_saved_draws_give_the_value_of_information_of_the_scenario(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dear = ["--set", "cost.programme.ips.difference=9500"]  # so that the choice is not clear
    given = ["inklusion-ips", "--outcome", "qaly", "--draws", "1000", *dear]
    wtp = ["--wtp", "60000", "--format", "csv"]
    first = printed(["voi", *given, *wtp, "--save-draws", "draws.csv"], capsys)
    drawn = ["--parameters", "draws-parameters.csv", "--currency", "DKK_2017"]
    again = printed(["voi", "--psa", "draws.csv", *drawn, *wtp], capsys)
    kept = ("measure", "path", "mean", "low", "high", "unit")
    first, again = ([{key: row[key] for key in kept} for row in each] for each in (first, again))
    numbers = [row for row in first if not row["measure"].startswith("evppi")]
    assert numbers == [row for row in again if not row["measure"].startswith("evppi")]
    exact, regressed = (
        {(row["path"], row["measure"]): float(row["mean"]) for row in each}
        for each in (first, again)
    )
    assert exact.keys() == regressed.keys()
    found = [path for path, measure in exact if measure == "evppi" and path != "everything"]
    assert any(exact[path, "evppi"] > 0 for path in found)
    for path in found:  # a regression knows no more than the draws
        error = regressed[path, "evppi_se"] + exact[path, "evppi_se"]
        assert abs(exact[path, "evppi"] - regressed[path, "evppi"]) <= 3 * error + 1, path


@pytest.mark.parametrize("name", FILES)
def test_the_command_line_refuses_broken_results_and_writes_nothing(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cea", "--psa", str(BAD / f"{name}.csv"), "--out", str(tmp_path / "out.txt")]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert f"[{name[:4]}]" in said.err
    assert not list(tmp_path.iterdir())
