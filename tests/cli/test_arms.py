"""Arms: --arm shows some of them, and a null in a file or of --set leaves one out."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import ipscost
from ipscost.cli import main
from ipscost.errors import AskedError

THREE = str(Path(__file__).parents[1] / "golden" / "three-arms.yaml")
MODEL = "labour-market-ips"
COMMANDS = {
    "simulate": [THREE],
    "payers": [THREE],
    "compare": [THREE, "inklusion-ips", "--allow", "horizon"],
    "cea": [THREE, "--outcome", "job"],
    "voi": [THREE, "--outcome", "job", "--wtp", "1000"],
    "sensitivity": [THREE],
    "threshold": [THREE, "cost.programme.ips"],
    "explain": [THREE, "cost.programme.ips"],
}
Capture = pytest.CaptureFixture[str]


def rows(capsys: Capture, *arguments: str, draws: int = 100) -> list[dict[str, str]]:
    assert main([*arguments, "--draws", str(draws), "--format", "csv"]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def refused(capsys: Capture, *arguments: str) -> str:
    assert main([*arguments, "--draws", "0"]) == 2
    return " ".join(capsys.readouterr().err.split())


def variant(folder: Path, *lines: str) -> str:
    file = folder / "variant.yaml"
    text = "\n".join(["ipscost: 1", f"extends: {THREE}", "title: A variant", *lines])
    file.write_text(f"{text}\n", encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_that_shows_arms_may_show_one(name: str, capsys: Capture) -> None:
    assert main([name, *COMMANDS[name], "--arm", "ips", "--draws", "100", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert "ipse" not in json.dumps({**told, "record": ""}).lower()
    assert "ips" in json.dumps(told["headline"]).lower() or name == "explain"


def test_notes_tell_what_was_typed(capsys: Capture) -> None:
    note = "Changed on the command line: "
    for typed in (["--arm", "IPS"], ["--set", "arm.ipse=null"]):
        assert main(["simulate", THREE, *typed, "--draws", "0", "--format", "json"]) == 0
        notes = json.loads(capsys.readouterr().out)["notes"]
        said = " ".join(typed).removeprefix("--set ")
        assert [each for each in notes if note in each] == [f"{note}{said}."]


def test_a_variant_beside_fewer_arms_is_told_by_its_own_change(capsys: Capture) -> None:
    change = "cost.programme.ips.mean=9000"
    options = ["--vs", f"dear: {change}", "--arm", "ips", "--draws", "0", "--format", "json"]
    assert main(["compare", THREE, *options]) == 0
    notes = json.loads(capsys.readouterr().out)["notes"]
    (legend,) = [note for note in notes if note.startswith("dear: ")]
    assert legend.endswith(f"three-arms.yaml with {change}.")
    assert "Changed on the command line: --arm ips." in notes


@pytest.mark.parametrize("scenario", [THREE, MODEL])
def test_an_arm_has_the_same_numbers_beside_fewer_others(scenario: str, capsys: Capture) -> None:
    """Also where its numbers are correlated with those of an arm that is left out."""
    every = rows(capsys, "simulate", scenario)
    alone = rows(capsys, "simulate", scenario, "--arm", "ips")
    others = [row for row in every if row["arm"] != "ipse" and "with_ipse" not in row["path"]]
    assert alone == list({tuple(row.items()): row for row in others}.values())


def test_an_arm_may_be_called_by_its_label_in_any_case(capsys: Capture) -> None:
    found = [rows(capsys, "simulate", THREE, "--arm", word, draws=0) for word in ("ipse", "IPSE")]
    assert found[0] == found[1] != []
    both = rows(capsys, "simulate", THREE, "--arm", "IPSE", "--arm", "Ips", draws=0)
    assert both == rows(capsys, "simulate", THREE, draws=0)
    beside = rows(capsys, "simulate", THREE, "--arm", "ipse", "--arm", "usual", draws=0)
    assert beside == found[0]


def test_a_variant_leaves_an_arm_out(tmp_path: Path, capsys: Capture) -> None:
    file = variant(tmp_path, "arm: {ipse: null}")
    asked = rows(capsys, "simulate", THREE, "--arm", "ips")
    left = rows(capsys, "simulate", file)
    assert [{**row, "scenario": ""} for row in left] == [{**row, "scenario": ""} for row in asked]
    assert rows(capsys, "simulate", THREE, "--set", "arm.ipse=null") == asked


def test_nothing_need_be_stated_of_an_arm_that_is_left_out(tmp_path: Path, capsys: Capture) -> None:
    travel = "{kind: programme, payer: region, unit: DKK_2024/person, source: study, "
    travel += "usual: {mean: 0}, ips: {mean: 10}}"
    file = variant(tmp_path, "arm: {ipse: null}", f"cost: {{travel: {travel}}}")
    assert {row["arm"] for row in rows(capsys, "simulate", file)} == {"usual", "ips"}


def test_what_refers_to_an_arm_that_is_left_out_is_left_out(
    tmp_path: Path, capsys: Capture
) -> None:
    target = "{what: saving, path: cost, arm: ipse, value: 1, to: 1, unit: DKK_2024, source: study}"
    lines = [
        "arm: {ipse: null}",
        "correlation: {both: {members: [cost.programme.ips, cost.programme.ipse], rho: 0.5, "
        "assumption: a guess}}",
        "quantity_group: {dear: {members: [cost.programme.ipse]}}",
        "analyses: {dearer: {label: Dearer, set: {cost.programme.ipse.mean: 3000}}}",
        f"reproduces: [{target}]",
    ]
    file = variant(tmp_path, *lines)
    assert rows(capsys, "simulate", file)
    measures = {row["measure"] for row in rows(capsys, "sensitivity", file)}
    assert "saving_from_base" not in measures
    assert main(["check", file]) == 0


def test_an_arm_that_is_not_there_is_refused_with_the_nearest(
    tmp_path: Path, capsys: Capture
) -> None:
    assert "no arm is called ipsx fix: write ips" in refused(
        capsys, "simulate", THREE, "--arm", "ipsx"
    ).replace("1 | ipsx | ^^^^ ", "")
    assert "use one of: ips, ipse" in refused(capsys, "payers", THREE, "--arm", "zzz")
    assert "write ipse for ipsee" in refused(capsys, "simulate", THREE, "--set", "arm.ipsee=null")
    assert main(["simulate", variant(tmp_path, "arm: {ipes: null}"), "--draws", "0"]) == 1
    assert "fix: take ipes out" in capsys.readouterr().err
    compared = refused(capsys, "compare", THREE, "inklusion-ips", "--arm", "zzz")
    assert "no scenario has the intervention zzz; use one of: ips, ipse" in compared


def test_the_last_arm_is_not_left_out(tmp_path: Path, capsys: Capture) -> None:
    both = ["--set", "arm.ips=null", "--set", "arm.ipse=null"]
    told = refused(capsys, "simulate", THREE, *both)
    assert "expected two arms or more, found 1: ips and ipse left out" in told
    assert "fix: leave out --set arm.ipse=null" in told
    file = variant(tmp_path, "arm: {ips: null, ipse: null}")
    assert main(["simulate", file, "--draws", "0"]) == 1
    assert "fix: take ipse out" in capsys.readouterr().err
    assert "is the arm that others are compared with" in refused(
        capsys, "simulate", THREE, "--arm", "Usual"
    )
    told = refused(capsys, "compare", THREE, "inklusion-ips", "--arm", "Usual")
    assert "is the arm that others are compared with; use one of: ips, ipse" in told
    with pytest.raises(AskedError, match="usual is the arm that others are compared with"):
        ipscost.compare(
            ipscost.simulate(ipscost.load(THREE), ipscost.Settings(draws=0)), arms=["usual"]
        )
    beside = ["compare", THREE, "inklusion-ips", "--allow", "horizon", "--arm", "ips"]
    assert rows(capsys, *beside, "--arm", "usual", draws=0) == rows(capsys, *beside, draws=0)
    assert main(["simulate", THREE, "--draws", "0", "--set", "arm.usual=null"]) == 1
    assert "expected exactly one arm with reference: true" in capsys.readouterr().err


def test_an_analysis_leaves_no_arm_out(tmp_path: Path, capsys: Capture) -> None:
    analysis = "{label: Without, set: {arm.ipse: null, cost.programme.ips.mean: 9}}"
    file = variant(tmp_path, f"analyses: {{without: {analysis}}}")
    assert main(["check", file]) == 1
    told = " ".join(capsys.readouterr().err.split())
    assert "an analysis cannot change which arms are compared" in told
    assert "fix: take arm.ipse out; a file with extends: may leave an arm out" in told


def test_nothing_after_a_colon_leaves_no_arm_out(tmp_path: Path, capsys: Capture) -> None:
    assert main(["simulate", variant(tmp_path, "arm:", "  ipse:"), "--draws", "0"]) == 1
    assert "arm.ipse: expected a value, found nothing" in capsys.readouterr().err


def test_results_made_elsewhere_have_arms_of_their_own(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "psa.csv"
    file.write_text("cost_a,cost_b,effect_a,effect_b\n1,2,3,4\n2,3,4,5\n")
    assert main(["cea", "--psa", str(file), "--arm", "b"]) == 2
    assert "write --arms ARM,ARM" in " ".join(capsys.readouterr().err.split())
