"""payers and --perspective on the command line: every format, and what is refused."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import builders
import pytest

from ipscost.cli import main

WITH_RECEIVER = builders.text(
    builders.CARE
    + builders.BENEFITS.replace("kind: transfer", "kind: transfer\n  receiver: citizen"),
    payer="municipality: {public: true}\nregion: {public: true}\ncitizen: {}\n",
    outcome=builders.JOB,
)


@pytest.fixture
def study(folder: Path) -> Path:
    (folder / "study.yaml").write_text(WITH_RECEIVER, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["table", "plain", "markdown", "latex", "csv", "json", "jsonl"])
def test_payers_are_shown_in_every_format(
    name: str, study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["payers", "study.yaml", "--draws", "100", "--months", "--years"]
    assert main([*arguments, "--format", name]) == 0
    shown = capsys.readouterr().out
    assert "1000" in shown.replace(",", "").replace(".", "")


@pytest.mark.parametrize("name", ["xlsx", "parquet"])
def test_payers_are_written_to_files(name: str, study: Path) -> None:
    assert main(["payers", "study.yaml", "--draws", "100", "--out", f"out.{name}"]) == 0
    assert (study / f"out.{name}").stat().st_size > 1000


def test_rows_have_a_measure_for_each_payer(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["payers", "study.yaml", "--draws", "200", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    measures = {row["measure"] for row in rows}
    assert {"gain_to_municipality", "gain_to_region", "gain_to_citizen", "gain"} <= measures
    assert {"net_gain", "probability_of_gain", "break_even_earliest"} <= measures
    (gain,) = [r for r in rows if r["measure"] == "net_gain" and r["path"] == "payer.region"]
    assert float(gain["mean"]) == pytest.approx(500)
    assert float(gain["low"]) < 500 < float(gain["high"])


COMMANDS = {
    "simulate": ["simulate", "study.yaml"],
    "explain": ["explain", "study.yaml", "cost"],
    "cea": ["cea", "study.yaml", "--outcome", "job"],
    "voi": ["voi", "study.yaml", "--outcome", "job", "--wtp", "1000"],
    "sensitivity": ["sensitivity", "study.yaml"],
    "threshold": ["threshold", "study.yaml", "cost.benefits.ips"],
    "compare": ["compare", "study.yaml", "other.yaml"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_perspective_is_what_setting_it_is(
    name: str, study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (study / "other.yaml").write_text(WITH_RECEIVER, encoding="utf-8")
    more = ["--draws", "100", "--format", "csv"]
    found = []
    for option in (["--perspective", "public"], ["--set", "perspective=public"], []):
        assert main([*COMMANDS[name], *more, *option]) == 0
        found.append(capsys.readouterr().out)
    assert found[0] == found[1]
    if name != "voi":  # the choice is sure from either side
        assert found[0] != found[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_an_unknown_perspective_is_refused_by_its_option(
    name: str, study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (study / "other.yaml").write_text(WITH_RECEIVER, encoding="utf-8")
    assert main([*COMMANDS[name], "--perspective", "regoin"]) == 2
    told = capsys.readouterr().err
    assert "--perspective:1:1: error[E218]" in told
    assert "fix: write region; this scenario has societal, municipality, region" in told


def test_a_batch_is_seen_from_a_perspective(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder, more in (("a", []), ("b", ["--perspective", "region"])):
        assert main(["batch", "study.yaml", "--out", folder, "--draws", "50", *more]) == 0
    capsys.readouterr()
    texts = [(study / name / "summary.csv").read_text(encoding="utf-8") for name in ("a", "b")]
    assert texts[0] != texts[1]
    assert main(["batch", "study.yaml", "--out", "c", "--perspective", "moon"]) == 2
    assert "--perspective:1:1: error[E218]" in capsys.readouterr().err


def test_what_is_no_name_of_a_perspective_is_a_slip_of_the_command(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", "study.yaml", "--perspective", " "]) == 2
    assert "expected a name such as societal or public" in capsys.readouterr().err
    assert main(["simulate", "study.yaml", "--perspective", "{a: b}"]) == 2
    assert "unknown perspective {a: b}" in capsys.readouterr().err


def test_results_made_elsewhere_have_no_perspective(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (study / "psa.csv").write_text("cost_a,cost_b,effect_a,effect_b\n1,2,3,4\n2,3,4,5\n")
    assert main(["cea", "--psa", "psa.csv", "--perspective", "public"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "--perspective changes how a scenario is simulated" in told


def test_a_run_that_is_too_large_is_refused(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["payers", "study.yaml", "--draws", "900000000"]) == 2
    assert "use at most" in capsys.readouterr().err


def test_years_go_into_json_with_their_months(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", "study.yaml", "--years", "--draws", "0", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    (year,) = [row for row in rows if row["measure"] == "saving_in_year"]
    assert (year["path"], year["mean"]) == ("year.1", 300)
    assert year["label"].startswith("1 (")
    assert re.findall(r"\d+", year["label"]) == ["1", "1", "4"]  # the year and its months
    assert any(row["measure"] == "saving_so_far_by_year" for row in rows)


def test_one_intervention_and_one_account_may_be_shown_alone(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def rows(*more: str) -> list[dict[str, str]]:
        assert main(["payers", "study.yaml", "--draws", "0", "--format", "csv", *more]) == 0
        return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))

    measures = {row["measure"] for row in rows("--payer", "region", "--months")}
    assert "gain_to_region" in measures
    assert "gain_so_far_to_region" in measures
    assert not measures & {"gain", "gain_to_municipality", "gain_so_far_to_citizen"}
    paths = {row["path"] for row in rows("--payer", "public") if row["measure"] == "net_gain"}
    assert paths == {"perspective.public"}
    assert rows("--arm", "ips") == rows()


@pytest.mark.parametrize(("option", "name"), [("--arm", "usual"), ("--payer", "regoin")])
def test_an_unknown_intervention_or_account_is_refused(
    option: str, name: str, study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["payers", "study.yaml", option, name]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert option in told
    assert name in told
    assert ("ips" if option == "--arm" else "region") in told


def test_payers_has_no_perspective(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["payers", "study.yaml", "--perspective", "public"]) == 2
    assert "--perspective" in capsys.readouterr().err
