"""What is doubtful about a batch is said once, however many runs it holds for, and is on record."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from batches import FEW, ROOT, STUDY, batch, counted, manifest, rows, usage

from ipscost.batch import doubts
from ipscost.batch.store import FILE, FOLDER
from ipscost.cli import main

Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch
PROGRAMME = "cost.programme.ips.difference"
LOPSIDED = STUDY.replace("{mean: 1000, se: 100}", "{mean: 1000, interval: [500, 2000]}")
"""A file with a warning of its own: the interval is not centred on its number."""
MIDDLE = "cost.care.usual: the interval's middle is 1250, the number 1000"


def told(capsys: Capture, *arguments: str, code: int = 0) -> str:
    """What a batch into `out` says."""
    assert batch(*arguments, "--draws", "0", "--out", "out", "--jobs", "1") == code
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


def on_record(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = manifest(folder / "out")["warnings"]
    return found


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


# --- how it reads ----------------------------------------------------------------------------


def test_a_warning_stands_once_above_what_was_done(folder: Path, capsys: Capture) -> None:
    error = told(capsys, "study.yaml", "--set", f"{PROGRAMME}=40.000", "--sweep", "discount.cost=0")
    assert error == (
        "--set:1:31: warning[W402] cost.programme.ips.difference: the point in 40.000 is read as a "
        "decimal point\n"
        "    1 | cost.programme.ips.difference=40.000\n"
        "      |                               ^^^^^^\n"
        "  fix: write 40000 if the point marks thousands, 40 if it marks decimals\n"
        "1 run: 1 computed, 0 finished before, 0 failed. Written to out: summary.csv, "
        "categories.csv, payers.csv, manifest.json.\n"
    )
    assert on_record(folder) == [
        {
            "code": "W402",
            "file": "--set",
            "line": 1,
            "column": 31,
            "path": PROGRAMME,
            "message": "the point in 40.000 is read as a decimal point",
            "fix": "write 40000 if the point marks thousands, 40 if it marks decimals",
            "runs": {"study": 1},
        }
    ]
    assert manifest(folder / "out")["warned"] == 1


def test_it_says_of_how_many_runs_in_danish(folder: Path, capsys: Capture) -> None:
    sweeps = ("--sweep", f"{PROGRAMME}=1.875,50,60", "--sweep", "discount.cost=0,0.03")
    error = told(capsys, "study.yaml", *sweeps, "--lang", "da")
    assert error.splitlines()[3:6] == [
        "  løsning: skriv 1875, hvis punktummet står for tusinder, 1.8750, hvis det står for "
        "decimaler",
        "  i 2 af 6 kørsler",
        "6 kørsler: beregnet 6, færdige i forvejen 0, mislykkede 0. Skrevet til out: summary.csv, "
        "categories.csv, payers.csv, manifest.json.",
    ]


def test_it_is_what_a_single_run_says(folder: Path, capsys: Capture) -> None:
    write(folder, "study.yaml", LOPSIDED)
    setting = ("--set", f"{PROGRAMME}=40.000")
    error = told(capsys, "study.yaml", *setting)
    assert main(["simulate", "study.yaml", "--draws", "0", *setting]) == 0
    single = capsys.readouterr().err
    assert single.count("warning[") == 2
    assert sorted(error.splitlines()[:-1]) == sorted(single.splitlines())


def test_how_sure_a_source_is_stands_in_the_manifest_alone(folder: Path, capsys: Capture) -> None:
    write(folder, "study.yaml", STUDY.replace("sure: verified", "sure: abstract"))
    assert "warning" not in told(capsys, "study.yaml", "--sweep", f"{PROGRAMME}=100,200,300")
    (found,) = on_record(folder)
    assert (found["code"], found["path"]) == ("W401", "source.study")
    assert found["runs"] == {"study": 3}


# --- wherever it comes from ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "place", "runs"),
    [
        (("--set", f"{PROGRAMME}=1.875"), "--set:1:31", 2),
        (("--sweep", f"{PROGRAMME}=1.875,2.5"), "--sweep:1:1", 2),
        (("--design", "design.csv"), "design.csv:3:3", 2),
    ],
)
def test_a_value_is_doubted_where_it_was_asked_for(
    folder: Path, capsys: Capture, options: tuple[str, ...], place: str, runs: int
) -> None:
    write(folder, "design.csv", f"name,{PROGRAMME}\na,2.5\nb,1.875\n")
    write(folder, "other.yaml", STUDY)
    error = told(capsys, "study.yaml", "other.yaml", *options)
    assert error.startswith(f"{place}: warning[W402] {PROGRAMME}: the point in 1.875 is read")
    assert error.count("warning[") == 1
    assert ("  in 2 of 4 runs\n" in error) == (options[0] != "--set")
    (found,) = on_record(folder)
    assert found["runs"] == {"other": 1, "study": 1}


def test_a_doubt_about_a_path_is_told_once_and_not_for_each_of_its_values(
    folder: Path, capsys: Capture
) -> None:
    error = told(capsys, "study.yaml", "--sweep", "cost.care.ips.ratio=0.5:0.9:9")
    assert error.startswith("--sweep:1:15: warning[W410] cost.care.ips: this number is stated by")
    assert error.count("warning[") == 1
    assert on_record(folder)[0]["runs"] == {"study": 9}


def test_a_file_is_doubted_in_every_scenario_that_extends_it(folder: Path, capsys: Capture) -> None:
    write(folder, "base.yaml", LOPSIDED)
    for name in "abc":
        write(folder, f"{name}.yaml", f"ipscost: 1\nextends: base.yaml\ntitle: {name}\n")
    error = told(capsys, "a.yaml", "b.yaml", "c.yaml", "study.yaml", "--sweep", f"{PROGRAMME}=1, 2")
    assert error.startswith(f"base.yaml:26:35: warning[W403] {MIDDLE}\n")
    assert error.count("warning[") == 1
    assert " of " not in error  # it stands in all runs that read the file
    assert on_record(folder)[0]["runs"] == {"a": 2, "b": 2, "c": 2}


def test_numbers_from_a_column_are_doubted_too(folder: Path, capsys: Capture) -> None:
    model = (ROOT / "tests" / "bad" / "W420.yaml").read_text(encoding="utf-8")
    write(folder, "model.yaml", model.replace("{mean: 0.4}", "{mean: {file: p.csv, column: p}}"))
    write(folder, "p.csv", "p\n" + "0.4\n" * 12)
    error = told(capsys, "model.yaml", "--sweep", "discount.cost=0,0.03")
    assert error.startswith("model.yaml:22:5: warning[W420] model.transition.benefit: ")
    assert error.count("warning[") == 1


def test_a_number_whose_uncertainty_no_longer_fits_is_told(folder: Path, capsys: Capture) -> None:
    write(folder, "study.yaml", LOPSIDED)
    error = told(capsys, "study.yaml", "--sweep", "cost.care.usual.mean=1250,2500")
    assert error.startswith("--sweep:1:1: warning[W411] cost.care.usual: the interval of the ")
    assert "  in 1 of 2 runs\n" in error


# --- whoever computes, and when --------------------------------------------------------------


def test_the_same_is_said_however_it_is_computed(folder: Path, capsys: Capture) -> None:
    write(folder, "lopsided.yaml", LOPSIDED)
    given = ("lopsided.yaml", "study.yaml", *FEW, "--set", "cost.care.ips.difference=-1.875")
    short, sweep = (("--sweep", f"{PROGRAMME}={values}") for values in ("1.5", "1.5,1.875,2,2.125"))
    said, kept = [], []
    for out, jobs, sweeps in (
        ("one", "1", [sweep]),
        ("two", "2", [sweep]),
        ("on", "1", [short, sweep, sweep]),
    ):
        for each in sweeps:
            assert batch(*given, *each, "--out", out, "--jobs", jobs) == 0
            error = capsys.readouterr().err
            if each == sweep:
                said.append(error.partition("8 runs:")[0])
                kept.append(manifest(folder / out)["warnings"])
    assert said == said[:1] * 4
    assert kept == kept[:1] * 4
    assert [(found["code"], found["runs"]) for found in kept[0]] == [
        ("W403", {"lopsided": 4}),
        ("W402", {"lopsided": 4, "study": 4}),
        ("W402", {"lopsided": 1, "study": 1}),
        ("W402", {"lopsided": 1, "study": 1}),
    ]


def test_what_was_finished_before_is_doubted_where_it_stands_now(
    folder: Path, capsys: Capture
) -> None:
    write(folder, "study.yaml", LOPSIDED)
    write(folder, "design.csv", f"{PROGRAMME},discount.cost\n1.875,0.035\n")
    told(capsys, "study.yaml", "--design", "design.csv")
    (folder / "moved").mkdir()
    (folder / "study.yaml").rename(folder / "moved" / "study.yaml")
    write(folder, "other.csv", f"A title\n\n{PROGRAMME},discount.cost\n1.875,0.035\n")
    error = told(capsys, "moved/study.yaml", "--design", "other.csv")
    assert counted(error)[1:3] == (0, 1)
    assert "moved/study.yaml:26:35: warning[W403]" in error
    assert "other.csv:4:1: warning[W402]" in error
    assert "\nstudy.yaml:" not in error
    assert "design.csv:" not in error


def test_warnings_that_were_damaged_are_found_anew(folder: Path, capsys: Capture) -> None:
    given = ("study.yaml", *FEW, "--sweep", f"{PROGRAMME}=1.875,2", "--out", "out")
    assert batch(*given) == 0
    first, before = capsys.readouterr().err, on_record(folder)
    with closing(sqlite3.connect(folder / "out" / FOLDER / FILE)) as database, database:
        database.execute("UPDATE finished SET warnings = summary WHERE length(warnings) > 100")
    assert usage(capsys, *given).endswith(
        "in study 1; run the same command again: it is computed anew"
    )
    assert batch(*given) == 0
    assert capsys.readouterr().err.partition("2 runs:")[0] == first.partition("2 runs:")[0]
    assert on_record(folder) == before


def test_a_batch_that_warns_ends_well_and_one_that_fails_warns(
    folder: Path, capsys: Capture
) -> None:
    write(folder, "large.yaml", STUDY.replace("mean: 1000", "mean: 9000"))
    files = ("study.yaml", "large.yaml", "--sweep", "cost.care.ips.difference=-1,-2000,-3000")
    setting = ("--set", f"{PROGRAMME}=40.000")
    assert "warning[W402]" in told(capsys, "large.yaml", *setting)
    error = told(capsys, *files, *setting, code=1)
    assert error.count("error[E216]") == 2
    assert error.count("warning[W402]") == 1
    assert " of 6 runs" not in error
    assert on_record(folder)[0]["runs"] == {"large": 3, "study": 3}
    assert {row["code"] for row in rows(folder / "out" / "errors.csv")} == {"E216"}


def test_a_warning_does_not_stand_for_an_error(folder: Path, capsys: Capture) -> None:
    """A value that is doubted where another part of the scenario is wrong."""
    for how in ("--set", "--sweep"):
        error = told(capsys, "study.yaml", how, "cost.care.usual.mean=1.875", code=1)
        column = 22 if how == "--set" else 1
        assert f"{how}:1:{column}: error[E216] cost.care.ips: expected a level of at least" in error
        fix = (
            "write a mean of at least 300; the difference at study.yaml:27:23 may be amiss as well"
        )
        assert f"  fix: {fix}\n" in error
        assert error.count("warning[W402]") == 1
        assert counted(error) == (1, 0, 0, 1)
        assert on_record(folder)[0]["runs"] == {"study": 1}


# --- very many, and by other people -----------------------------------------------------------


def test_of_many_alike_three_are_told(folder: Path, capsys: Capture) -> None:
    write(folder, "design.csv", PROGRAMME + "".join(f"\n1.12{n}" for n in range(1, 8)) + "\n2.5\n")
    error = told(capsys, "study.yaml", "--design", "design.csv")
    assert [line.split(":")[1] for line in error.splitlines() if "warning[" in line] == [*"234"]
    assert "\n... and 4 more warnings: see out/manifest.json\n8 runs:" in error
    assert [found["line"] for found in on_record(folder)] == [*range(2, 9)]


def test_twenty_are_told_in_all(folder: Path, capsys: Capture) -> None:
    for number in range(21):
        write(folder, f"s{number}.yaml", LOPSIDED.replace("care", f"care{number}"))
    files = [f"s{number}.yaml" for number in range(21)]
    error = told(capsys, *files)
    assert error.count("warning[") == 20
    assert "s19.yaml:26" in error
    assert "\n... and 1 more warning: see out/manifest.json\n21 runs:" in error
    error = told(capsys, *files, "--lang", "da")
    assert "\n... og 1 advarsel mere: se out/manifest.json\n21 kørsler:" in error
    assert len(on_record(folder)) == 21


def test_the_manifest_lists_the_first_and_counts_all(
    folder: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    monkeypatch.setattr(doubts, "LISTED", 2)
    write(folder, "study.yaml", LOPSIDED)
    write(folder, "design.csv", PROGRAMME + "".join(f"\n1.12{n}" for n in range(1, 8)) + "\n2.5\n")
    again = ("--sweep", "discount.cost=0,0.01")
    error = told(capsys, "study.yaml", "--design", "design.csv", *again)
    found = manifest(folder / "out")
    assert found["warned"] == 8
    assert [(each["code"], each["line"]) for each in found["warnings"]] == [
        ("W403", 26),
        ("W402", 2),
        ("W402", 3),
    ]
    assert "\n... and 5 more warnings: see out/manifest.json\n" in error


def test_texts_of_others_are_harmless(folder: Path, capsys: Capture) -> None:
    write(folder, "st\x1b]0;udy.yaml", LOPSIDED)
    error = told(capsys, "st\x1b]0;udy.yaml")
    assert error.startswith("st\\x1b]0;udy.yaml:26:35: warning[W403]")
    assert "\x1b" not in error
    (found,) = on_record(folder)
    assert found["file"] == "st\\x1b]0;udy.yaml"
    assert list(found["runs"].values()) == [1]
