"""Joins that lack something, find what is not theirs, or are killed."""

from __future__ import annotations

import contextlib
import importlib
import os
import shutil
import signal
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from batches import (
    FEW,
    STUDY,
    batch,
    counted,
    digests,
    manifest,
    usage,
)
from parted import AMISS, GIVEN, PATH, files, follow, joined, refusal, said
from test_resume import run_in_a_copy_that_dies

from ipscost.batch import incomplete
from ipscost.batch.store import FILE, FOLDER, Store

planning = importlib.import_module("ipscost.batch.plan")  # the package has a function `plan`
Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


# --- runs that are missing -------------------------------------------------------------------


def test_missing_parts_are_named_and_the_fix_works_to_the_letter(
    folder: Path, capsys: Capture
) -> None:
    assert batch(*GIVEN, "--out", "whole") == 0
    assert batch(*GIVEN, "--out", "out", "--part", "2/4") == 0
    lines = refusal(capsys, *GIVEN)
    assert lines == [
        "error: parts 1, 3 and 4 of 4 are not finished: 7 of 10 runs are missing",
        "  fix: run the same command with --part 1/4, with --part 3/4 and with --part 4/4 instead "
        "of --join, then join again",
    ]
    assert [path.name for path in (folder / "out").iterdir()] == [FOLDER]
    follow(lines[-1], *GIVEN)
    assert digests(folder / "out") == digests(folder / "whole")


def test_many_missing_parts_are_named_as_slurm_takes_them(folder: Path, capsys: Capture) -> None:
    for number in (4, 9):
        assert batch(*GIVEN, "--out", "out", "--part", f"{number}/10") == 0
    lines = refusal(capsys, *GIVEN)
    assert lines == [
        "error: parts 1-3,5-8,10 of 10 are not finished: 8 of 10 runs are missing",
        "  fix: run the same command with --part K/10 for each K of 1-3,5-8,10 instead of --join, "
        "then join again",
    ]
    follow(lines[-1], *GIVEN)
    assert len(digests(folder / "out")) == 5


def test_runs_of_another_division_fill_the_gaps(folder: Path, capsys: Capture) -> None:
    assert batch(*GIVEN, "--out", "whole") == 0
    for each in ("1/4", "2/4", "3/4", "1/2"):
        assert batch(*GIVEN, "--out", "out", "--part", each) == 0
    lines = refusal(capsys, *GIVEN)
    assert lines[0] == "error: part 4 of 4 is not finished: 2 of 10 runs are missing"
    assert batch(*GIVEN, "--out", "out", "--part", "2/2") == 0
    assert batch(*GIVEN, "--out", "out", "--join") == 0
    assert digests(folder / "out") == digests(folder / "whole")
    assert files(folder / "out") == [FILE]
    assert [each["part"] for each in manifest(folder / "out")["joined"]] == [
        "1/2", "2/2", "1/4", "2/4", "3/4"
    ]  # fmt: skip


def test_runs_that_an_ordinary_batch_finished_are_taken_too(folder: Path, capsys: Capture) -> None:
    assert batch("study.yaml", *GIVEN[2:], "--out", "out") == 0
    lines = refusal(capsys, *GIVEN)
    assert lines[0] == "error: no part of the batch is there: 5 of 10 runs are missing"
    assert batch(*GIVEN, "--out", "out", "--part", "1/2") == 0
    assert "2 of 10 runs are missing" in refusal(capsys, *GIVEN)[0]
    assert batch(*GIVEN, "--out", "out", "--part", "2/2") == 0
    assert batch(*GIVEN, "--out", "out", "--join") == 0
    assert counted(said(capsys), "batch_joined") == (10, 5, 5, 0)


def test_a_part_of_another_command_is_told_by_what_differs(
    folder: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    (folder / "d.csv").write_text(f"{PATH}\n1\n2\n", encoding="utf-8")
    (folder / "more.yaml").write_text(STUDY, encoding="utf-8")
    given = ("study.yaml", *FEW, "--design", "d.csv")

    def why() -> str:
        lines = refusal(capsys, *given)
        assert lines[0] == "error: part 1 of 2 is not finished: 1 of 2 runs is missing"
        (reason,) = (line for line in lines if line.startswith("  part 1/2 in"))
        follow(lines[-1], *given)
        return reason.removeprefix("  part 1/2 in out was computed ")

    def parts(*other: str) -> None:
        assert batch(*given, *other, "--out", "out", "--part", "1/2") == 0
        assert batch(*given, "--out", "out", "--part", "2/2") == 0

    parts("--seed", "2")
    assert why() == "with --seed 2, not 1"
    (folder / "d.csv").write_text(f"{PATH}\n3\n4\n", encoding="utf-8")
    parts("--lang", "da", "--set", "discount.cost=0.01")
    assert why() == "with --lang da, not en and with another --set"
    (folder / "d.csv").write_text(f"{PATH}\n5\n6\n", encoding="utf-8")
    parts("--sweep", "discount.cost=0.01,0.02")
    assert why() == "for another design"
    (folder / "d.csv").write_text(f"{PATH}\n7\n8\n", encoding="utf-8")
    assert batch(*given, "--out", "out", "--part", "1/2") == 0
    (folder / "d.csv").write_text(f"{PATH}\n9\n8\n10\n", encoding="utf-8")
    assert batch(*given, "--out", "out", "--part", "2/2") == 0
    lines = refusal(capsys, *given)
    assert lines[1] == "  part 1/2 in out was computed for another d.csv"
    follow(lines[-1], *given)
    (folder / "d.csv").write_text(f"{PATH}\n11\n12\n", encoding="utf-8")
    parts()
    (folder / "d.csv").write_text(f"{PATH}\n11\n12\n", encoding="utf-8")
    genuine = planning.version
    with monkeypatch.context() as patch:
        patch.setattr(planning, "version", lambda n: "0.0.1" if n == "numpy" else genuine(n))
        (folder / "d.csv").write_text(f"{PATH}\n13\n14\n", encoding="utf-8")
        parts()
    assert batch(*given, "--out", "out", "--part", "2/2") == 0
    assert why() == f"by numpy 0.0.1, not {genuine('numpy')}"


def test_a_file_that_changed_between_parts_is_named(folder: Path, capsys: Capture) -> None:
    (folder / "more.yaml").write_text(STUDY, encoding="utf-8")
    given = ("study.yaml", "more.yaml", *FEW, "--sweep", f"{PATH}=1, 2")
    assert batch(*given, "--out", "out", "--part", "1/2") == 0
    (folder / "study.yaml").write_text(STUDY.replace("-300", "-400"), encoding="utf-8")
    assert batch(*given, "--out", "out", "--part", "2/2") == 0
    lines = refusal(capsys, *given)
    assert lines == [
        "error: part 1 of 2 is not finished: 1 of 4 runs is missing",
        "  part 1/2 in out was computed from another study.yaml",
        "  fix: run the same command with --part 1/2 instead of --join, then join again",
    ]
    follow(lines[-1], *given)
    assert batch(*given, "--out", "whole") == 0
    assert digests(folder / "out") == digests(folder / "whole")


def test_other_scenarios_are_named(folder: Path, capsys: Capture) -> None:
    given = ("study.yaml", *FEW)
    assert batch(*given, "inklusion-ips", "--out", "out", "--part", "1/1") == 0
    (folder / "more.yaml").write_text(STUDY, encoding="utf-8")
    lines = refusal(capsys, *given, "more.yaml")
    assert lines[:2] == [
        "error: part 1 of 1 is not finished: 1 of 2 runs is missing",
        "  part 1/1 in out was computed for other scenarios: only one of the two has "
        "inklusion-ips and more",
    ]
    follow(lines[-1], *given, "more.yaml")


def test_the_parts_of_another_command_are_left_alone(folder: Path, capsys: Capture) -> None:
    other = ("study.yaml", *FEW, "--seed", "5")
    assert batch(*other, "--out", "out", "--part", "1/4") == 0
    joined(*GIVEN, of=2)
    assert files(folder / "out") == ["part-1-of-4.sqlite", FILE]
    assert batch(*other, "--out", "out", "--join") == 0
    assert counted(said(capsys), "batch_joined")[:2] == (1, 1)


def test_two_commands_in_the_same_parts_lose_nothing(folder: Path, capsys: Capture) -> None:
    other = ("study.yaml", *FEW, "--seed", "5")
    assert batch(*other, "--out", "out", "--part", "1/2") == 0
    joined(*GIVEN, of=2)
    assert files(folder / "out") == [FILE]
    assert batch(*other, "--out", "out") == 0
    assert counted(said(capsys)) == (1, 0, 1, 0)


# --- parts that cannot be read ---------------------------------------------------------------


def test_a_part_that_is_still_computed_is_told(folder: Path, capsys: Capture) -> None:
    assert batch(*GIVEN, "--out", "out", "--part", "1/2") == 0
    with Store(folder / "out", "part-2-of-2.sqlite"):
        assert refusal(capsys, *GIVEN) == [
            "error: part 2 of 2 is not finished: 5 of 10 runs are missing",
            "  part 2/2 in out is still being computed",
            "  fix: wait until part 2/2 ends, then join again",
        ]
        assert usage(capsys, *GIVEN, "--out", "out", "--part", "2/2") == (
            "--out out: part 2/2 is being computed by another process; wait until it ends"
        )
        assert batch(*GIVEN, "--out", "out", "--part", "1/3") == 0  # shares nothing with it


def test_a_part_that_is_damaged_is_told_and_the_fix_works(folder: Path, capsys: Capture) -> None:
    assert batch(*GIVEN, "--out", "whole") == 0
    for number in (1, 2, 3):
        assert batch(*GIVEN, "--out", "out", "--part", f"{number}/3") == 0
    file = folder / "out" / FOLDER / "part-2-of-3.sqlite"
    file.write_bytes(b"nonsense" * 1000)
    lines = refusal(capsys, *GIVEN)
    assert lines == [
        "error: part 2 of 3 is not finished: 3 of 10 runs are missing",
        "  part 2/3 in out is damaged (file is not a database)",
        f"  fix: remove out/{FOLDER}/part-2-of-3.sqlite*, run the same command with --part 2/3 "
        "instead of --join, then join again",
    ]
    assert usage(capsys, *GIVEN, "--out", "out", "--part", "2/3") == (
        "--out out: its record of finished runs is damaged (file is not a database); remove "
        f"out/{FOLDER}/part-2-of-3.sqlite* and run again"
    )
    follow(lines[-1], *GIVEN)
    assert digests(folder / "out") == digests(folder / "whole")


def test_what_a_fix_offers_does_not_hang_on_words(
    folder: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    offer = "  fix: join with what the parts were computed with and for; or run "
    assert batch(*GIVEN, "--out", "out", "--part", "1/1", "--seed", "2") == 0
    lines = refusal(capsys, *GIVEN)
    assert lines[1] == "  part 1/1 in out was computed with --seed 2, not 1"
    assert lines[2].startswith(offer)
    reworded = incomplete._difference

    def in_other_words(*given: Any) -> incomplete.Trouble | None:
        trouble = reworded(*given)
        return None if trouble is None else replace(trouble, text="differs")

    monkeypatch.setattr(incomplete, "_difference", in_other_words)
    lines = refusal(capsys, *GIVEN)
    assert lines[1] == "  part 1/1 in out differs"
    assert lines[2].startswith(offer)

    named = "which was computed for others"
    shutil.copytree(folder / "out", folder / named)
    (folder / named / FOLDER / "part-1-of-1.sqlite").write_bytes(b"nonsense" * 1000)
    lines = refusal(capsys, *GIVEN, out=named)
    assert lines[1] == f"  part 1/1 in {named} is damaged (file is not a database)"
    assert lines[2].startswith("  fix: remove ")


def test_a_run_that_is_damaged_in_a_part_is_never_joined(folder: Path, capsys: Capture) -> None:
    assert batch(*GIVEN, "--out", "whole") == 0
    for number in (1, 2):
        assert batch(*GIVEN, "--out", "out", "--part", f"{number}/2") == 0
    with closing(sqlite3.connect(folder / "out" / FOLDER / "part-2-of-2.sqlite")) as database:
        database.execute(
            "UPDATE finished SET draws = (SELECT draws FROM finished WHERE rowid = 2) "
            "WHERE rowid = 1"
        )
        database.commit()
    lines = refusal(capsys, *GIVEN)
    assert lines == [
        "error: part 2/2 in out is damaged in 1 run (its checksum does not fit)",
        "  fix: run the same command with --part 2/2 instead of --join, then join again",
    ]
    follow(lines[-1], *GIVEN)
    assert digests(folder / "out") == digests(folder / "whole")


def test_a_failure_that_is_damaged_in_a_part_is_never_told(folder: Path, capsys: Capture) -> None:
    (folder / "d.csv").write_text(AMISS, encoding="utf-8")
    given = ("study.yaml", *FEW, "--design", "d.csv", "--out", "out")
    assert batch(*given, "--part", "1/1") == 1
    with closing(sqlite3.connect(folder / "out" / FOLDER / "part-1-of-1.sqlite")) as database:
        database.execute("UPDATE notes SET content = replace(content, 'care', 'cars')")
        database.commit()
    assert batch(*given, "--join") == 2
    assert "part 1/1 in out is damaged (its checksum does not fit)" in capsys.readouterr().err


def test_a_part_of_a_version_that_keeps_results_otherwise_is_told(
    folder: Path, capsys: Capture
) -> None:
    assert batch(*GIVEN, "--out", "out", "--part", "1/1") == 0
    file = folder / "out" / FOLDER / "part-1-of-1.sqlite"
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA user_version=99")
    before = file.read_bytes()
    lines = refusal(capsys, *GIVEN)
    assert lines[:2] == [
        "error: part 1 of 1 is not finished: 10 of 10 runs are missing",
        "  part 1/1 in out was computed by another version of ipscost",
    ]
    assert file.read_bytes() == before
    follow(lines[-1], *GIVEN)


def test_a_file_of_somebody_with_the_name_of_a_part_is_left_alone(
    folder: Path, capsys: Capture
) -> None:
    assert batch(*GIVEN, "--out", "out", "--part", "1/2") == 0
    file = folder / "out" / FOLDER / "part-2-of-2.sqlite"
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE mine (text)")
    before = file.read_bytes()
    assert refusal(capsys, *GIVEN)[1] == (
        "  part 2/2 in out is no part of a batch, in spite of its name"
    )
    joined(*GIVEN, of=1)
    assert file.read_bytes() == before


def test_the_documentation_tells_of_every_key_of_a_manifest(folder: Path) -> None:
    (folder / "d.csv").write_text(AMISS, encoding="utf-8")
    joined("study.yaml", *FEW, "--design", "d.csv", of=2, code=1)
    page = (Path(__file__).parents[2] / "docs" / "batch.md").read_text(encoding="utf-8")
    legend = page.partition("### Keys of the manifest")[2].partition("### Warnings")[0]
    found = manifest(folder / "out")
    keys = {*found, *found["settings"], *found["design"], *found["scenarios"][0]}
    keys |= {*found["failed"][0], *found["joined"][0], *found["files"]["summary.csv"]}
    assert sorted(key for key in keys if f"`{key}`" not in legend) == []


# --- killed ----------------------------------------------------------------------------------


def dying(kind: type, method: str, moment: int, *, after: bool) -> None:
    """Kills this process at the call of `method` number `moment` that concerns a part."""
    genuine, calls = getattr(kind, method), 0

    def deadly(*given: object, **more: object) -> object:
        nonlocal calls
        calls += method != "unlink" or str(given[0]).endswith(".sqlite")
        if calls == moment and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        found = genuine(*given, **more)
        if calls == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        return found

    setattr(kind, method, deadly)


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three finished parts of a batch in `out`, and a single run in `whole`."""
    folder = tmp_path_factory.mktemp("finished")
    (folder / "study.yaml").write_text(STUDY, encoding="utf-8")
    (folder / "d.csv").write_text(AMISS, encoding="utf-8")
    with contextlib.chdir(folder):
        given = ("study.yaml", *FEW, "--design", "d.csv")
        assert batch(*given, "--out", "whole") == 1
        for number in (1, 2, 3):
            assert batch(*given, "--out", "out", "--part", f"{number}/3") == 1
    return folder


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(
    ("kind", "method", "moment"),
    [
        (Store, "note", 1),
        (Store, "take", 1),
        (Store, "take", 3),
        (Store, "will_write", 1),
        (type(Path()), "replace", 1),
        (type(Path()), "replace", 4),
        (Store, "has_written", 1),
        *((type(Path()), "unlink", moment) for moment in (1, 2, 3)),
    ],
)
def test_a_join_that_is_killed_at_any_moment_can_be_run_again(
    folder: Path, finished: Path, kind: type, method: str, moment: int, after: bool
) -> None:
    shutil.copytree(finished, folder, dirs_exist_ok=True)
    given = ("study.yaml", *FEW, "--design", "d.csv")

    def prepare() -> None:
        dying(kind, method, moment, after=after)

    killed = run_in_a_copy_that_dies(prepare, *given, "--out", "out", "--join")
    assert killed == -signal.SIGKILL
    assert digests(folder / "out").items() <= digests(folder / "whole").items()
    assert batch(*given, "--out", "out", "--join") == 1
    assert digests(folder / "out") == digests(folder / "whole")
    assert files(folder / "out") == [FILE]
    assert [(each["part"], each["runs"]) for each in manifest(folder / "out")["joined"]] == [
        ("1/3", 2),
        ("2/3", 0),
        ("3/3", 0),
    ]


# --- beside what is joined -------------------------------------------------------------------


def test_warnings_are_told_once_by_the_join_as_a_single_run_tells_them(
    folder: Path, capsys: Capture
) -> None:
    (folder / "d.csv").write_text(AMISS, encoding="utf-8")
    given = ("study.yaml", *FEW, "--design", "d.csv", "--set", f"{PATH}=40.000")
    assert batch(*given, "--out", "whole") == 1
    alone = capsys.readouterr().err.replace("whole", "out").splitlines()
    assert len([line for line in alone if "warning[W" in line]) > 0
    for number in (1, 2):
        assert batch(*given, "--out", "out", "--part", f"{number}/2") == 1
    capsys.readouterr()
    assert batch(*given, "--out", "out", "--join") == 1
    assert capsys.readouterr().err.splitlines()[:-1] == alone[:-1]
    for name in ("warned", "warnings"):
        assert manifest(folder / "out")[name] == manifest(folder / "whole")[name]


def test_a_damaged_record_of_the_folder_is_removed_without_the_parts(
    folder: Path, capsys: Capture
) -> None:
    assert batch("study.yaml", *FEW, "--out", "out") == 0
    for number in (1, 2):
        assert batch(*GIVEN, "--out", "out", "--part", f"{number}/2") == 0
    file = folder / "out" / FOLDER / FILE
    file.write_bytes(b"nonsense" * 1000)
    assert usage(capsys, *GIVEN, "--out", "out", "--join") == (
        "--out out: its record of finished runs is damaged (file is not a database); remove "
        f"out/{FOLDER}/results.sqlite* and run again"
    )
    for each in file.parent.glob(f"{FILE}*"):
        each.unlink()
    assert batch(*GIVEN, "--out", "out", "--join") == 0
