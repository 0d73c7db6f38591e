"""cea on the command line: which outcome, thresholds, results made elsewhere, and its files."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from messages import flat, tells

from ipscost.cli import main

FEW = ["--draws", "200"]
RESULTS = "draw,cost_usual,qaly_usual,cost_ips,qaly_ips\n1,100,0.5,90,0.6\n2,110,0.4,120,0.5\n"


def test_several_outcomes_and_none_named_is_refused_with_their_names(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["cea", "inklusion-ips", *FEW]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "job_or_education" in shown.err
    assert "qaly" in shown.err


def test_the_only_outcome_need_not_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cea", "inklusion-ipse", *FEW]) == 0
    label = "Job or education within 18 months"
    assert f"\n{label} " in capsys.readouterr().out


def test_an_unknown_outcome_gets_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cea", "inklusion-ips", "--outcome", "qalys", *FEW]) == 2
    assert "write qaly" in " ".join(capsys.readouterr().err.split())


def test_an_outcome_may_be_named_by_its_path_and_the_threshold_given(
    capsys: pytest.CaptureFixture[str],
) -> None:
    options = ["--outcome", "outcome.qaly", "--wtp", "300000", "--notes", *FEW]
    assert main(["cea", "labour-market-ips", *options]) == 0
    shown = capsys.readouterr().out
    assert tells(shown, "cea_benefit_odds", worth="300,000 kr. per QALY", arm="IPS")
    assert tells(shown, "note_cea_threshold_given_cited", worth="264,116 kr. per QALY")


def test_results_made_elsewhere_are_read_with_their_money(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "results.csv"
    file.write_text(RESULTS, encoding="utf-8")
    options = ["--currency", "DKK_2020", "--wtp", "100", "--notes"]
    assert main(["cea", "--psa", str(file), *options]) == 0
    shown = capsys.readouterr().out
    assert tells(shown, "cea_plain_same_more_QALY", reference="usual")
    assert tells(shown, "title_cea_file", currency="kr.", year=2020)
    assert tells(shown, "note_cea_file", draws=2)


def test_parameters_add_what_is_worth_measuring_better(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # so that lines break where they do whatever the folder is called
    saved, drawn = "draws.csv", "draws-parameters.csv"
    scenario = ["inklusion-ips", "--outcome", "qaly", "--set", "cost.social_and_other.ips.se=5410"]
    assert main(["cea", *scenario, "--draws", "2000", "--save-draws", saved]) == 0
    capsys.readouterr()
    results = ["--psa", saved, "--parameters", drawn, "--wtp", "264116"]
    results += ["--format", "csv"]
    assert main(["cea", *results]) == 0
    both = capsys.readouterr().out.splitlines()
    assert main(["voi", *results]) == 0
    alone = [line for line in capsys.readouterr().out.splitlines() if ",evppi" in line]
    assert len(alone) > 15
    assert [line for line in both if ",evppi" in line] == alone
    assert len([line for line in both if ",evpi," in line and line.endswith(",264116")]) == 1

    assert main(["cea", *results[:-2]]) == 0
    assert tells(capsys.readouterr().out, "title_voi")
    assert main(["cea", *results[:-2], "--notes"]) == 0
    shown = flat(capsys.readouterr().out)
    assert tells(shown, "voi_worth")
    assert tells(shown, "title_voi")
    assert shown.count("digest") + shown.count("; ipscost 0") == 1  # the files are told once
    assert "draws-parameters.csv" in shown.replace("- ", "-")  # a line may break there


def test_parameters_without_a_threshold_ask_for_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, drawn = tmp_path / "results.csv", tmp_path / "drawn.csv"
    file.write_text(RESULTS, encoding="utf-8")
    drawn.write_text("price\n1\n2\n", encoding="utf-8")
    assert main(["cea", "--psa", str(file), "--parameters", str(drawn)]) == 2
    assert "worth; add --wtp N" in " ".join(capsys.readouterr().err.split())


def test_the_file_formats_hold_all_thresholds(tmp_path: Path) -> None:
    options = ["--outcome", "qaly", "--wtp", "0:500000:5000", *FEW]
    for ending in ("csv", "json", "xlsx", "parquet", "jsonl"):
        out = str(tmp_path / f"result.{ending}")
        assert main(["cea", "inklusion-ips", *options, "--out", out]) == 0
    with (tmp_path / "result.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["measure"] == "ceac"]
    assert len(rows) == 2 * 102  # the scenario's own threshold stands among the 101
    assert {row["arm"] for row in rows} == {"sau", "ips"}
    record = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))["record"]
    assert record["threshold_unit"] == "DKK_2017/QALY"
    assert record["standing"] == {"ips": "frontier", "sau": "dominated"}
    sheet = openpyxl.load_workbook(tmp_path / "result.xlsx").worksheets[1]
    assert [cell.value for cell in sheet[1]][-1] == "threshold"


def test_quasi_random_draws_give_the_same_answer(capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--outcome", "qaly", "--draws", "1024", "--sampler", "sobol"]
    assert main(["cea", "inklusion-ips", *options]) == 0
    assert tells(capsys.readouterr().out, "cea_when_less_more_QALY", cost="72,013 kr.")


@pytest.mark.parametrize("name", ["draws.csv", "draws-parameters.csv"])
def test_draws_and_the_result_are_not_written_to_one_file(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["cea", "study.yaml", "--save-draws", "draws.csv", "--out", name]
    assert main(arguments) == 2
    assert [path.name for path in folder.iterdir()] == ["study.yaml"]
    said = " ".join(capsys.readouterr().err.split())
    assert f"--out and --save-draws would both write {name}; name another file for one" in said
