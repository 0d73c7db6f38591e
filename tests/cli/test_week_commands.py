"""analyse --weeks: from the example's register weeks to tables and a scenario that others take."""

from __future__ import annotations

import runpy
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import yaml

from ipscost import Settings, load, simulate
from ipscost.cli import main

Capture = pytest.CaptureFixture[str]
EXAMPLE = Path(__file__).parents[2] / "examples" / "weeks"
DATA, MODEL = str(EXAMPLE / "persons.csv"), str(EXAMPLE / "model.yaml")
WEEKS, CODES = str(EXAMPLE / "weeks.csv"), str(EXAMPLE / "codes.csv")


def run(capsys: Capture, *arguments: str, expect: int = 0) -> str:
    """What a command prints, in one line."""
    assert main([*arguments]) == expect
    printed = capsys.readouterr()
    return " ".join((printed.err if expect else printed.out).split())


def of_weeks(model: str = MODEL, weeks: str = WEEKS, codes: str = CODES) -> Sequence[str]:
    return ("analyse", DATA, "--model", model, "--weeks", weeks, "--codes", codes)


def test_the_example_is_made_by_its_script(monkeypatch: pytest.MonkeyPatch) -> None:
    made: dict[str, str] = {}

    def kept(name: str, heads: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
        lines = [heads, *rows]
        made[name] = "".join(",".join(map(str, line)) + "\n" for line in lines)

    script = runpy.run_path(str(EXAMPLE / "make.py"))
    monkeypatch.setitem(script["main"].__globals__, "write", kept)
    script["main"]()
    assert made == {
        name: (EXAMPLE / name).read_text(encoding="utf-8") for name in ("persons.csv", "weeks.csv")
    }
    assert made["persons.csv"].startswith("synthetic,")


def test_weeks_come_out_as_tables_and_as_a_scenario_that_others_take(
    tmp_path: Path, capsys: Capture
) -> None:
    out = str(tmp_path / "ours.yaml")
    text = run(capsys, *of_weeks(), "--out", out, "--notes")
    assert "On benefit to In a job 75 of 2,295" in text
    assert "Weeks behind, mean up to the last step 30.10" in text
    assert "Municipality 123,850 (116,560 to 131,139)" in text
    assert "From the weeks: weeks after the horizon that are left out: 643." in text
    assert "from job to education, which the weeks have (fewer than 5 persons)" in text
    assert "week by week people moved" not in text  # all moves less those told would be that one

    tree = yaml.safe_load(Path(out).read_text(encoding="utf-8"))
    leaving = tree["model"]["transition"]["benefit"]["out"]
    assert leaving["usual"] == {"events": 98, "n": 2295, "source": "own_weeks"}
    assert leaving["ips"]["hazard_ratio"] == 1.5
    assert leaving["to"]["job"] == {
        "events": 75,
        "n": 98,
        "source": "own_weeks",
        "unit": "share",
    }
    assert "data" not in tree
    assert "(file weeks.csv, SHA-256 " in tree["source"]["own_weeks"]["cite"]

    scenario = load(out)
    # What the model has people cost in benefits is what the register says they did.
    weight = np.array([float("benefits" in each.path) for each in scenario.categories])
    point = simulate(scenario, Settings(draws=0)).point
    assert point.cost_of("usual", weight).item() == pytest.approx(123_850 + 42_520, rel=0.02)

    assert "IPS costs society" in run(capsys, "simulate", out, "--draws", "50")
    assert "The public sector" in run(capsys, "budget", out, "--draws", "50")


def test_weeks_are_told_in_danish_and_to_machines(capsys: Capture) -> None:
    text = run(capsys, *of_weeks(), "--lang", "da", "--set", "perspective=municipality")
    assert "Beregnet af modellen ud fra forløbsugerne" in text  # and not as the file states it
    assert "hentet fra modelfilen" not in text
    assert "Uger i hver tilstand, pr. person, af 79 fulgte uger" in text
    assert "Kommune 123.850 (116.560 til 131.139)" in text
    rows = run(capsys, *of_weeks(), "--format", "csv")
    assert "moves,model.transition.benefit.out.job" in rows
    assert "benefits_paid,payer.municipality" in rows


def test_the_weeks_of_arms_that_are_compared_leave_room_for_the_answer(
    tmp_path: Path, capsys: Capture
) -> None:
    model = tmp_path / "model.yaml"
    whole = (EXAMPLE / "model.yaml").read_text(encoding="utf-8")
    turns = "arm: {column: age, usual: 0, ips: 1}\n  weights: none"
    model.write_text(whole.replace("arm: {all: usual}", turns), encoding="utf-8")
    rows = (EXAMPLE / "persons.csv").read_text(encoding="utf-8").splitlines()
    for place, row in enumerate(rows[1:], 1):
        *before, age, last = row.split(",")
        rows[place] = ",".join([*before, str(int(age) % 2), last])
    data = tmp_path / "persons.csv"
    data.write_text("\n".join(rows), encoding="utf-8")
    asked = ("analyse", str(data), "--model", str(model), "--weeks", WEEKS, "--codes", CODES)
    for language in ("en", "da"):
        assert main([*asked, "--lang", language]) == 0
        shown = capsys.readouterr().out
        assert len(shown.splitlines()) <= 23
        assert "--only weeks" in shown
    assert "On benefit" in run(capsys, *asked, "--only", "weeks")


def test_min_cell_holds_back_what_is_of_few(tmp_path: Path, capsys: Capture) -> None:
    out = str(tmp_path / "ours.yaml")
    text = run(capsys, *of_weeks(), "--min-cell", "30", "--out", out, "--notes")
    assert "On benefit to In education held back" in text
    assert "counts are held back: those of fewer than 30 people" in text
    tree = yaml.safe_load(Path(out).read_text(encoding="utf-8"))
    assert tree["model"]["transition"]["education"]["benefit"]["unit"] == "rate/month"


def test_one_file_without_the_other_and_a_model_without_weeks_are_refused(
    tmp_path: Path, capsys: Capture
) -> None:
    text = run(capsys, *of_weeks()[:-2], expect=2)
    assert "--weeks FILE and --codes CODES.csv go together" in text
    model = tmp_path / "model.yaml"
    lines = (EXAMPLE / "model.yaml").read_text(encoding="utf-8").splitlines()
    model.write_text("\n".join(x for x in lines if not x.startswith("  weeks: included")))
    text = run(capsys, *of_weeks(model=str(model)), expect=1)
    assert "--weeks needs to know from when the weeks of a person count" in text
    assert "add weeks: {start: ...} to data" in text


def test_a_start_that_is_none_is_refused_at_its_place(tmp_path: Path, capsys: Capture) -> None:
    model = tmp_path / "model.yaml"
    text = (EXAMPLE / "model.yaml").read_text(encoding="utf-8")
    model.write_text(text.replace("weeks: included", "weeks: age"))
    told = run(capsys, *of_weeks(model=str(model)), expect=1)
    assert "persons.csv:2:4: error[E358] expected a week, found something else" in told
    model.write_text(text.replace("weeks: included", "weeks: inclded"))
    told = run(capsys, *of_weeks(model=str(model)), expect=1)
    assert "has no column inclded" in told
    assert "fix: write included" in told


def test_weeks_alone_are_enough_and_without_them_something_must_be_measured(
    tmp_path: Path, capsys: Capture
) -> None:
    model = tmp_path / "model.yaml"
    text = Path(MODEL).read_text(encoding="utf-8")
    model.write_text(text.replace("  cost: {psychiatric: psychiatric}\n", ""), encoding="utf-8")
    told = run(capsys, *of_weeks(str(model)), "--notes")
    assert "Usual service costs society 25,000 kr." in told  # as the file states it
    assert "62.11 (58.63 to 65.60)" in told
    assert "standard error of a mean" not in told
    said = run(capsys, "analyse", DATA, "--model", str(model), expect=2)
    assert "names no columns of a cost or an outcome; add cost: ..." in said
