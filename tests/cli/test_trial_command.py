"""trial: made-up data that every file says are made up, and that cover no file of anybody."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import builders
import numpy as np
import pytest
import yaml

from ipscost import Settings, load, simulate
from ipscost.analysis.rehearsal.asked import MCAR, Mechanism, TrialDesign
from ipscost.analysis.rehearsal.trial import trial
from ipscost.cli import main
from ipscost.loading.data.model import read_model
from ipscost.loading.data.persons import read_data

Capture = pytest.CaptureFixture[str]
SPREAD = "spread: {cost: {care: {cv: 1.2, assumption: chosen for this test}}}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a scenario, in which commands are run."""
    monkeypatch.chdir(tmp_path)
    text = builders.text(builders.CARE, outcome=builders.JOB, more=SPREAD)
    Path("study.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def told(capsys: Capture, *arguments: str) -> str:
    """What a command prints, in one line."""
    assert main(["trial", *arguments]) == 0, capsys.readouterr().err
    return " ".join(capsys.readouterr().out.split())


def refused(capsys: Capture, *arguments: str) -> str:
    """What a command says that is refused, in one line."""
    assert main(["trial", *arguments]) == 2
    return " ".join(capsys.readouterr().err.split())


def test_every_file_and_the_screen_say_that_nobody_was_followed(
    here: Path, capsys: Capture
) -> None:
    asked = ("study.yaml", "--n", "20", "--out", "persons.csv", "--key", "answers.json")
    text = told(capsys, *asked, "--missing", "mar:age", "--censor", "0.1", "--before", "0.5")
    assert "SYNTHETIC: nobody was followed." in text
    assert "20% of people lack their costs" in text
    rows = [*csv.DictReader((here / "persons.csv").read_text(encoding="utf-8").splitlines())]
    assert len(rows) == 40
    assert {row["synthetic"] for row in rows} == {"1"}
    assert {row["arm"] for row in rows} == {"usual", "ips"}
    model = yaml.safe_load((here / "persons.yaml").read_text(encoding="utf-8"))
    assert model["title"]["en"].startswith("SYNTHETIC DATA")
    assert "nobody was followed" in model["note"]["en"]
    assert model["title"]["da"].startswith("SYNTETISKE DATA")
    assert json.loads((here / "answers.json").read_text(encoding="utf-8"))["synthetic"]
    assert main(["trial", *asked]) == 0  # its own files are written over


def test_the_model_file_names_the_column_of_each_cost_and_outcome(
    here: Path, capsys: Capture
) -> None:
    asked = ("--n", "9", "--out", "a.csv", "--before", "0.5", "--sites", "3")
    said = told(capsys, "study.yaml", *asked)
    assert said.count("of skewed costs a little less") == 2
    model = yaml.safe_load((here / "a.yaml").read_text(encoding="utf-8"))
    header = (here / "a.csv").read_text(encoding="utf-8").split("\n")[0].split(",")
    assert model["data"] == {
        "person": "person",
        "arm": "arm",
        "assigned": "random",
        "site": "site",
        "baseline": ["age", "woman"],
        "cost": {"care": {"columns": "care", "baseline": "before_care"}},
        "outcome": {"job": {"column": "job", "baseline": "before_job"}},
    }
    named = {"person", "arm", "site", "age", "woman", "care", "before_care", "job", "before_job"}
    assert {*header} == named | {"synthetic"}
    assert model["arm"]["usual"]["reference"] is True
    assert model["cost"]["care"]["payer"] == "region"
    assert "mean" not in str(model["cost"])  # no amount of the scenario


@pytest.mark.parametrize("dialect", ["standard", "excel-da"])
def test_what_reads_individual_data_reads_them(here: Path, capsys: Capture, dialect: str) -> None:
    asked = ("--missing", "mcar:0.3", "--censor", "0.2", "--before", "0.5", "--sites", "3")
    told(capsys, "study.yaml", "--n", "40", "--out", "a.csv", *asked, "--csv-dialect", dialect)
    found = read_data(here / "a.csv", read_model(str(here / "a.yaml")))
    made = trial(
        simulate(load("study.yaml"), Settings(draws=0)),
        TrialDesign(40, sites=3, before=0.5, missing=Mechanism(MCAR, 0.3), censor=0.2),
    )
    place = found.data.columns.index("care")
    assert np.array_equal(found.data.values[:, place], made.seen[0], equal_nan=True)
    assert np.array_equal(found.data.arm, made.persons.arm)
    assert np.array_equal(found.data.followed, made.followed)
    assert found.data.site is not None
    assert [each.name for each in found.endpoints] == ["cost", "cost.care", "outcome.job"]


def test_a_rehearsal_goes_from_a_scenario_to_data_and_back_to_a_scenario(
    here: Path, capsys: Capture
) -> None:
    """Of a trial some of whose levels nobody has published; with none of it below 0."""
    holes = ("--missing", "mar:age", "--censor", "0.1", "--before", "0.5")
    told(capsys, "inklusion-ips", "--n", "243", "--out", "a.csv", *holes)
    asked = ["a.csv", "--model", "a.yaml", "--imputations", "2", "--out", "back.yaml"]
    assert main(["analyse", *asked]) == 0
    assert "For made-up people (SYNTHETIC data), IPS" in capsys.readouterr().out
    back = load("back.yaml")
    assert back.title is not None
    assert builders.english(back.title).startswith("SYNTHETIC DATA")
    ledger = simulate(back, Settings(draws=0)).point
    first = ledger.difference_of("ips", ledger.weight(back.perspective))[0]
    assert first == pytest.approx(-72_013, abs=3 * 25_000)


def test_danish_excel_opens_the_data_and_the_model_says_which_mark_they_have(
    here: Path, capsys: Capture
) -> None:
    text = told(
        capsys, *("study.yaml", "--n", "9", "--out", "a.csv"), "--csv-dialect", "excel-da", *DA
    )
    assert "Ingen er fulgt" in text
    assert (here / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfsynthetic;person;arm;")
    assert 'decimal: ","' in (here / "a.yaml").read_text(encoding="utf-8")


DA = ("--lang", "da")


def test_what_nobody_knows_of_any_cost_is_refused_and_the_fix_works(
    here: Path, capsys: Capture
) -> None:
    asked = ("inklusion-ipse", "--n", "9", "--out", "a.csv")
    said = refused(capsys, *asked)
    fix = re.findall(r"add spread: (.*) to the file", said)[0]
    fix = fix.replace("sd: ...", "sd: 240000").replace("...", "chosen")
    told(capsys, *asked, "--set", f"spread={fix}")
    rows = (here / "a.csv").read_text(encoding="utf-8").splitlines()
    assert len({row.split(",")[5] for row in rows}) == 19  # each has another cost


def test_no_file_of_anybody_is_written_over(here: Path, capsys: Capture) -> None:
    real = here / "real.csv"
    real.write_text("person,arm\n1,usual\n", encoding="utf-8")
    (here / "mine.yaml").write_text("ipscost: 1\n", encoding="utf-8")
    asked = ("study.yaml", "--n", "9", "--out")
    assert "is no synthetic file" in refused(capsys, *asked, "real.csv")
    assert "mine.yaml findes i forvejen" in refused(capsys, *asked, "mine.csv", *DA)
    assert not (here / "mine.csv").exists()
    assert "study.yaml is there already" in refused(capsys, *asked, "study.csv")
    assert real.read_text(encoding="utf-8") == "person,arm\n1,usual\n"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--missing", "mar"), "write mcar:0.2, mar:age or mnar"),
        (("--missing", "mcar:1.5"), "expected a number from 0 to 0.9"),
        (("--missing", "mar:before_care"), "use one of: age, woman"),
        (("--icc", "0.02"), "add --sites N"),
        (("--design", "clusters"), "add --sites 12 --icc 0.02"),
        (("--design", "matched"), "must be one of two-arms, clusters"),
        (("--n", "1"), "expected 2 to 100,000 persons"),
        (("--key", "answers.txt"), "write answers.json"),
        (("--sites", "2,5"), "expected a whole number"),
    ],
)
def test_what_no_trial_can_be_is_refused_with_a_fix(
    here: Path, capsys: Capture, more: tuple[str, ...], said: str
) -> None:
    assert said in refused(capsys, "study.yaml", "--n", "9", "--out", "a.csv", *more)
    assert not (here / "a.csv").exists()
