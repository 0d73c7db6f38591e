"""budget on the command line: formats, sites, and what does not fit."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from messages import flat

from ipscost.cli import main

ROOT = Path(__file__).resolve().parents[2]
TWO = str(ROOT / "examples" / "two-payers-three-years.yaml")
OURS = str(ROOT / "examples" / "our-rollout.yaml")
SITES = str(ROOT / "examples" / "sites.csv")
Capture = pytest.CaptureFixture[str]


def shown(capsys: Capture, *arguments: str) -> str:
    assert main(["budget", *arguments]) == 0
    return capsys.readouterr().out


def test_every_format_holds_the_budget(tmp_path: Path, capsys: Capture) -> None:
    assert "| 2025" in shown(capsys, TWO, "--format", "markdown")
    every = json.loads(shown(capsys, TWO, "--format", "json"))
    assert {"payer", "year", "basis", "scope", "site", "source"} <= every["rows"][0].keys()
    rows = list(csv.DictReader(shown(capsys, TWO, "--format", "csv").splitlines()))
    net = [r for r in rows if (r["measure"], r["payer"], r["basis"]) == ("net", "all", "constant")]
    years = [
        float(r["mean"])
        for r in rows
        if (r["measure"], r["payer"], r["basis"], r["scope"])
        == ("net_in_year", "all", "constant", "own")
    ]
    assert sum(years) == pytest.approx(float(net[0]["mean"]))
    book = tmp_path / "budget.xlsx"
    shown(capsys, TWO, "--out", str(book))
    assert book.stat().st_size > 10_000


def test_sites_stand_below_one_another_with_their_sum(capsys: Capture) -> None:
    given = (OURS, "--sites", SITES, "--draws", "20")
    made = json.loads(shown(capsys, *given, "--format", "json", "--lang", "da"))
    (table,) = [each for each in made["tables"] if each["headings"][0] == "Sted"]
    names = [line[0] for line in table["lines"]]
    assert [name[:2] for name in names] == ["A ", "B ", "C ", "Al"]
    rows = made["rows"]
    started = {
        r["site"]: float(r["mean"]) for r in rows if r["measure"] == "people_started" and r["site"]
    }
    assert started.pop("all") == pytest.approx(sum(started.values()))
    assert len(started) == 3


def test_the_answer_of_sites_is_theirs_and_not_that_of_the_file(
    tmp_path: Path, capsys: Capture
) -> None:
    table = tmp_path / "sites.csv"
    table.write_text("site;target\nNorth;8\nSouth;4\n", encoding="utf-8")
    given = (TWO, "--sites", str(table), "--prices", "nominal")
    found = shown(capsys, *given, "--draws", "20")
    assert "IPS at 2 sites for 6 of 12 planned people costs 300,000 kr. The public" in flat(found)
    assert "To pay back" not in found
    assert "the rollout as the file has it: 24 people." in found
    heads = [line for line in found.splitlines() if "one alone" in line or "2024 prices" in line]
    assert len(heads) == 2, found  # the municipality's two nets, in constant prices
    alone = shown(capsys, *given, "--payer", "municipality", "--draws", "0")
    assert "Per person" in alone


def test_a_picture_stands_below(capsys: Capture) -> None:
    assert "▼ deepest in" in shown(capsys, TWO, "--plot")
    assert main(["plot", "budget", TWO]) == 0
    drawn = capsys.readouterr().out
    assert "◆ All together" in drawn  # the numbers to the right are of these
    assert drawn.count("◆") == 4


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["inklusion-ips"], "add rollout: with starts: 2025-01"),
        ([TWO, "--payer", "regionen"], "use one of: municipality, state"),
        ([TWO, "--payer", "stat", "--prices", "real"], "must be one of constant, nominal"),
        ([TWO, "--plot", "--format", "csv"], "ipscost plot cumulative"),
        ([TWO, "--only", "account", "--format", "csv"], "has every number as a row"),
    ],
)
def test_what_does_not_fit_is_refused(arguments: list[str], told: str, capsys: Capture) -> None:
    assert main(["budget", *arguments]) == 2
    assert told in flat(capsys.readouterr().err)


def test_a_table_of_sites_that_is_not_there_is_said(capsys: Capture) -> None:
    assert main(["budget", OURS, "--sites", "no-such.csv"]) == 2
    assert "no such file" in capsys.readouterr().err
