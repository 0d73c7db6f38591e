"""A batch in parts that share nothing while they run, joined to the bytes of a single run."""

from __future__ import annotations

import contextlib
import importlib
import os
import re
import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from batches import (
    DEADLINE,
    FEW,
    STUDY,
    batch,
    command,
    digests,
    manifest,
    rows,
    running,
    usage,
    wait_until,
)
from test_resume import run_in_a_copy_that_dies

from ipscost import batch as many
from ipscost.batch import work
from ipscost.batch.parts import ALL, Part, part, runs
from ipscost.batch.store import FILE, FOLDER, Store

planning = importlib.import_module("ipscost.batch.plan")  # the package has a function `plan`
Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch
PATH = "cost.programme.ips.difference"
GIVEN = (
    "study.yaml",
    "inklusion-ips",
    *FEW,
    "--months",
    "--keep-draws",
    "--sweep",
    f"{PATH}=1:5:5",
)
AMISS = "cost.care.ips.se\n10\n" + "-1\n" * 20 + "20\n"
"""A design whose ends fit, since these are tried beforehand."""


def files(folder: Path) -> list[str]:
    """What a batch keeps in a folder."""
    return sorted(file.name for file in (folder / FOLDER).iterdir())


def said(capsys: Capture) -> str:
    """The last line of what was said."""
    return capsys.readouterr().err.splitlines()[-1]


def joined(*given: str, of: int = 3, out: str = "out", code: int = 0) -> None:
    """Computes every part, and joins them."""
    for number in range(1, of + 1):
        assert batch(*given, "--out", out, "--part", f"{number}/{of}") in (0, code)
    assert batch(*given, "--out", out, "--join") == code


def refusal(capsys: Capture, *given: str, out: str = "out") -> list[str]:
    """The lines of a join that is refused."""
    capsys.readouterr()
    assert batch(*given, "--out", out, "--join") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err.splitlines()


def follow(fix: str, *given: str, out: str = "out") -> None:
    """Does what a fix says, to the letter."""
    told = re.fullmatch(
        r"  fix: (?:remove (?P<file>[^ ]+)\*, )?run the same command (?P<parts>.*) instead of "
        r"--join(?: and --from)?, then join again",
        fix,
    )
    assert told is not None, fix
    if told["file"]:
        for file in Path().glob(f"{told['file']}*"):
            file.unlink()
    several = re.fullmatch(r"with --part K/(\d+) for each K of ([\d,-]+)", told["parts"])
    if several is not None:
        stretches = [stretch.split("-") for stretch in several[2].split(",")]
        numbers = [n for s in stretches for n in range(int(s[0]), int(s[-1]) + 1)]
        parts = [f"{number}/{several[1]}" for number in numbers]
    else:
        parts = [text.removeprefix("with --part ") for text in re.split(", | and ", told["parts"])]
    for each in parts:
        assert batch(*given, "--out", out, "--part", each) == 0
    assert batch(*given, "--out", out, "--join") == 0


# --- what a part is --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("0/40", "parts are numbered from 1 to 40, found '0/40' (with Slurm: --array=1-40)"),
        ("41/40", "expected a part from 1 to 40, found '41/40'"),
        ("3/0", "expected 1 to 1,000,000 parts, found '3/0'"),
        ("1/9999999", "expected 1 to 1,000,000 parts, found '1/9999999'"),
        *(
            (text, f"expected a part of the batch such as 3/40, found '{text}'")
            for text in ("3", "a/b", "-1/4", "3/40/2", "", "/", "3/", "1.5/4", "٣/٤", "3 of 40")
        ),
    ],
)
def test_what_is_no_part_is_refused(folder: Path, capsys: Capture, text: str, message: str) -> None:
    given = ("study.yaml", *FEW, "--out", "out", "--part", text)
    assert usage(capsys, *given) == f"--part: {message}"
    assert not Path("out").exists()


def test_a_part_may_be_written_with_zeros_and_spaces() -> None:
    assert part("03/040") == part(" 3 / 40 ") == Part(40, 3)
    assert str(part("03/40")) == "3/40"


@pytest.mark.parametrize("of", [1, 2, 3, 4, 7, 10, 40])
def test_parts_share_all_runs_out_evenly_whatever_scenarios_and_variants_there_are(
    folder: Path, of: int
) -> None:
    (folder / "broken.yaml").write_text("ipscost: 2\n", encoding="utf-8")
    for values in (1, 5, 12):
        design = many.design([f"{PATH}=1:9:{values}"] if values > 1 else [], (), None, None, 1)
        plan = many.plan(["."], design, many.Options(draws=0))
        parts = [Part(of, number) for number in range(1, of + 1)]
        every = [each.key for each in runs(plan, ALL)]
        assert len(every) == values
        found = [[each.key for each in runs(plan, one)] for one in parts]
        assert sorted(key for keys in found for key in keys) == sorted(every)
        sizes = [one.size(plan) for one in parts]
        assert sum(sizes) == len(plan) == 2 * values
        assert max(sizes) - min(sizes) <= 1


# --- the same bytes --------------------------------------------------------------------------


def test_parts_computed_at_the_same_time_join_to_the_bytes_of_a_single_run(
    folder: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    assert batch(*GIVEN, "--out", "whole") == 0
    each = [command(*GIVEN, "--out", "out", "--part", f"{number}/3") for number in (1, 2, 3)]
    with running(*each[0]) as one, running(*each[1]) as two, running(*each[2]) as three:
        ends = [process.communicate(timeout=DEADLINE) for process in (one, two, three)]
        assert [process.returncode for process in (one, two, three)] == [0, 0, 0]
    assert ends[1] == (
        "",
        "Part 2/3: 3 runs: 3 computed, 0 finished before, 0 failed. Kept in out; when every part "
        "is done, the same command with --join instead of --part 2/3 writes the tables.\n",
    )
    assert [path.name for path in (folder / "out").iterdir()] == [FOLDER]
    assert files(folder / "out") == [f"part-{number}-of-3.sqlite" for number in (1, 2, 3)]

    def computed(*_: object) -> None:
        raise AssertionError("a join computes")

    monkeypatch.setattr(work, "_tables", computed)
    capsys.readouterr()
    assert batch(*GIVEN, "--out", "out", "--join") == 0
    assert said(capsys) == (
        "10 runs: 10 joined from parts, 0 finished before, 0 failed. Written to out: summary.csv, "
        "categories.csv, payers.csv, months.csv, draws.parquet, manifest.json."
    )
    assert len(digests(folder / "out")) == 5
    assert digests(folder / "out") == digests(folder / "whole")
    assert files(folder / "out") == [FILE]
    told = manifest(folder / "out")
    assert [(each["part"], each["runs"]) for each in told["joined"]] == [
        ("1/3", 4),
        ("2/3", 3),
        ("3/3", 3),
    ]
    assert told["files"] == manifest(folder / "whole")["files"]
    assert batch(*GIVEN, "--out", "out") == 0
    assert said(capsys).startswith("10 runs: 0 computed, 10 finished before, 0 failed.")
    assert batch(*GIVEN, "--out", "out", "--join") == 0
    assert said(capsys).startswith("10 runs: 0 computed, 10 finished before, 0 failed.")
    assert digests(folder / "out") == digests(folder / "whole")


def test_what_fails_in_parts_is_told_as_a_single_run_tells_it(
    folder: Path, capsys: Capture
) -> None:
    (folder / "broken.yaml").write_text("ipscost: 2\n", encoding="utf-8")
    (folder / "d.csv").write_text(AMISS, encoding="utf-8")
    given = ("study.yaml", "broken.yaml", *FEW, "--design", "d.csv")
    assert batch(*given, "--out", "whole") == 1
    alone = capsys.readouterr().err.replace("whole", "out")
    assert batch(*given, "--out", "out", "--part", "1/4") == 1
    assert said(capsys).startswith("Part 1/4: 11 runs: 0 computed, 0 finished before, 11 failed.")
    for number in (2, 3, 4):
        assert batch(*given, "--out", "out", "--part", f"{number}/4") in (0, 1)
    capsys.readouterr()
    for _ in range(2):  # also when the parts are gone
        assert batch(*given, "--out", "out", "--join") == 1
        told = capsys.readouterr().err
        assert told.splitlines()[:-1] == alone.splitlines()[:-1]
        assert digests(folder / "out") == digests(folder / "whole")
        for key in ("failed", "failures"):
            assert manifest(folder / "out")[key] == manifest(folder / "whole")[key]
    assert len(rows(folder / "out" / "errors.csv")) > 20


def test_a_bug_in_a_part_is_told_with_all_that_helps_to_mend_it(
    folder: Path, monkeypatch: Patch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("nobody expected it")

    with monkeypatch.context() as patch:
        patch.setattr(work, "simulate", broken)
        assert batch("study.yaml", *FEW, "--out", "out", "--part", "1/1") == 1
    assert batch("study.yaml", *FEW, "--out", "out", "--join") == 1
    failed = manifest(folder / "out")["failed"][0]
    assert "nobody expected it" in failed["problems"][0]
    assert "ZeroDivisionError" in failed["bug"]


def test_what_failed_in_a_part_is_tried_again(
    folder: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise MemoryError

    given = ("study.yaml", *FEW, "--out", "out")
    with monkeypatch.context() as patch:
        patch.setattr(work, "simulate", full)
        assert batch(*given, "--part", "1/1") == 1
    assert batch(*given, "--part", "1/1") == 0
    assert said(capsys).startswith("Part 1/1: 1 run: 1 computed")
    assert batch(*given, "--join") == 0
    assert not (folder / "out" / "errors.csv").exists()


@pytest.mark.parametrize("sample", ["lhs:6", "sobol:8"])
def test_a_random_design_is_the_same_in_every_part(folder: Path, sample: str) -> None:
    given = ("study.yaml", *FEW, "--range", f"{PATH}=1:9", "--sample", sample, "--seed", "7")
    assert batch(*given, "--out", "whole") == 0
    joined(*given)
    assert digests(folder / "out") == digests(folder / "whole")


def test_parts_use_processes_and_a_join_the_dialect(folder: Path) -> None:
    given = (*GIVEN, "--csv-dialect", "excel-da", "--lang", "da", "--jobs", "2")
    assert batch(*given, "--out", "whole") == 0
    joined(*given, of=2)
    assert digests(folder / "out") == digests(folder / "whole")


def test_a_part_with_nothing_to_do_says_so(folder: Path, capsys: Capture) -> None:
    given = ("study.yaml", *FEW, "--out", "out")
    assert batch(*given, "--part", "3/40") == 0
    assert said(capsys) == (
        "Part 3/40: nothing to do, since the whole batch has 1 run. When every part is done, the "
        "same command with --join instead of --part 3/40 writes the tables."
    )
    assert refusal(capsys, *given[:-2]) == [
        "error: no part of a batch lies in out",
        "  fix: run the same command with --part 1/N to --part N/N instead of --join, N being the "
        "number of parts, then join; or leave out --join to compute all of it at once",
    ]
    assert batch(*given, "--part", "1/40") == 0
    assert batch(*given, "--join") == 0
    assert len(digests(folder / "out")) == 3


def test_parts_are_told_of_in_danish(folder: Path, capsys: Capture) -> None:
    given = ("study.yaml", *FEW, "--lang", "da", "--out", "out")
    assert batch(*given, "--part", "1/2") == 0
    assert said(capsys) == (
        "Del 1/2: 1 kørsel: beregnet 1, færdige i forvejen 0, mislykkede 0. Gemt i out; når alle "
        "dele er færdige, skriver samme kommando med --join i stedet for --part 1/2 tabellerne."
    )
    assert batch(*given, "--part", "2/2") == 0
    assert said(capsys) == (
        "Del 2/2: intet at gøre, for hele beregningen har 1 kørsel. Når alle dele er færdige, "
        "skriver samme kommando med --join i stedet for --part 2/2 tabellerne."
    )
    assert batch(*given, "--join") == 0
    assert said(capsys).startswith(
        "1 kørsel: samlet fra dele 1, færdige i forvejen 0, mislykkede 0. Skrevet til out: "
    )


# --- where parts lie -------------------------------------------------------------------------


def test_parts_of_other_folders_are_joined_and_left_as_they_are(
    folder: Path, capsys: Capture
) -> None:
    assert batch(*GIVEN, "--out", "whole") == 0
    for number in (1, 2, 3):
        given = (*GIVEN, "--out", f"node{number}", "--part", f"{number}/3")
        assert batch(*given) == 0
    before = {n: (folder / f"node{n}" / FOLDER / f"part-{n}-of-3.sqlite").stat() for n in (1, 2, 3)}
    lines = refusal(capsys, *GIVEN, "--from", "node1", "--from", "node2")
    assert lines == [
        "error: part 3 of 3 is not finished: 3 of 10 runs are missing",
        "  fix: run the same command with --part 3/3 instead of --join and --from, then join again",
    ]
    assert batch(*GIVEN, "--out", "out", "--join", "--from", "node1", "--from", "node[23]") == 0
    assert digests(folder / "out") == digests(folder / "whole")
    after = {n: (folder / f"node{n}" / FOLDER / f"part-{n}-of-3.sqlite").stat() for n in (1, 2, 3)}
    assert {n: facts.st_mtime_ns for n, facts in after.items()} == {
        n: facts.st_mtime_ns for n, facts in before.items()
    }
    assert batch(*GIVEN, "--out", "node1", "--join", "--from", "node1", "--from", "node2", "--from",
                 str(folder / "node3")) == 0  # fmt: skip
    assert digests(folder / "node1") == digests(folder / "whole")
    assert files(folder / "node1") == [FILE]


def test_folders_copied_into_one_are_joined(folder: Path) -> None:
    assert batch(*GIVEN, "--out", "whole") == 0
    (folder / "out" / FOLDER).mkdir(parents=True)
    for number in (1, 2):
        assert batch(*GIVEN, "--out", f"node{number}", "--part", f"{number}/2") == 0
        name = f"{FOLDER}/part-{number}-of-2.sqlite"
        (folder / f"node{number}" / name).rename(folder / "out" / name)
    assert batch(*GIVEN, "--out", "out", "--join") == 0
    assert digests(folder / "out") == digests(folder / "whole")


def test_options_that_do_not_fit_are_refused(folder: Path, capsys: Capture) -> None:
    (folder / "empty").mkdir()
    for more, message in {
        ("--part", "1/2", "--join"): (
            "--part computes a part, and --join puts together what parts computed; keep one"
        ),
        ("--part", "1/2", "--scheduler", "tcp://here:8786"): (
            "--part is for machines that share nothing, and --scheduler for a cluster, which "
            "divides the work by itself; keep one"
        ),
        ("--join", "--scheduler", "tcp://here:8786"): (
            "--join computes nothing; leave out --scheduler"
        ),
        ("--from", "empty"): "--from names folders whose parts --join puts together; add --join",
        ("--join", "--from", "empty"): (
            "--from: expected a folder into which --part wrote, found empty"
        ),
        ("--join", "--from", "nowhere*"): (
            "--from: expected a folder into which --part wrote, found nowhere*"
        ),
    }.items():
        assert usage(capsys, "study.yaml", *FEW, "--out", "out", *more) == message
    assert not Path("out").exists()


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
    assert said(capsys).startswith("10 runs: 5 joined from parts, 5 finished before, 0 failed.")


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
    assert why() == "with another --seed"
    (folder / "d.csv").write_text(f"{PATH}\n3\n4\n", encoding="utf-8")
    parts("--lang", "da", "--set", "discount.cost=0.01")
    assert why() == "with another --lang and --set"
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
    given = ("study.yaml", "more.yaml", *FEW, "--sweep", f"{PATH}=1,2")
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
    assert said(capsys).startswith("1 run: 1 joined from parts")


def test_two_commands_in_the_same_parts_lose_nothing(folder: Path, capsys: Capture) -> None:
    other = ("study.yaml", *FEW, "--seed", "5")
    assert batch(*other, "--out", "out", "--part", "1/2") == 0
    joined(*GIVEN, of=2)
    assert files(folder / "out") == [FILE]
    assert batch(*other, "--out", "out") == 0
    assert said(capsys).startswith("1 run: 0 computed, 1 finished before, 0 failed.")


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


def test_a_run_that_is_damaged_in_a_part_is_never_joined(folder: Path, capsys: Capture) -> None:
    assert batch(*GIVEN, "--out", "whole") == 0
    for number in (1, 2):
        assert batch(*GIVEN, "--out", "out", "--part", f"{number}/2") == 0
    with closing(sqlite3.connect(folder / "out" / FOLDER / "part-2-of-2.sqlite")) as database:
        database.execute(
            "UPDATE finished SET draws = (SELECT draws FROM finished LIMIT 1 OFFSET 1) "
            "WHERE rowid = (SELECT rowid FROM finished LIMIT 1)"
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


# --- stopped ---------------------------------------------------------------------------------


def test_a_part_that_was_killed_goes_on_to_the_same_bytes(folder: Path, capsys: Capture) -> None:
    given = ("study.yaml", "--draws", "10000", "--sweep", f"{PATH}=1:80:80")
    assert batch(*given, "--out", "whole") == 0
    assert batch(*given, "--out", "out", "--part", "2/2") == 0
    file = folder / "out" / FOLDER / "part-1-of-2.sqlite-wal"
    with running(*command(*given, "--out", "out", "--part", "1/2")) as process:
        wait_until(lambda: file.exists() and file.stat().st_size > 60_000, "some runs", process)
        process.send_signal(signal.SIGKILL)
        process.wait(DEADLINE)
    assert refusal(capsys, *given)[0].startswith("error: part 1 of 2 is not finished: ")
    assert batch(*given, "--out", "out", "--part", "1/2", "--jobs", "2") == 0
    told = re.match(r"Part 1/2: 40 runs: (\d+) computed, (\d+) finished before", said(capsys))
    assert told is not None
    assert 0 < int(told[1]) < 40
    assert batch(*given, "--out", "out", "--join") == 0
    assert digests(folder / "out") == digests(folder / "whole")


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
