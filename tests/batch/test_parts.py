"""A batch in parts that share nothing while they run, joined to the bytes of a single run."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from batches import (
    DEADLINE,
    FEW,
    ROOT,
    STUDY,
    batch,
    command,
    counted,
    digests,
    environment,
    manifest,
    rows,
    running,
    usage,
    wait_until,
)
from parted import AMISS, GIVEN, PATH, files, joined, refusal, said

from ipscost import batch as many
from ipscost.batch import work
from ipscost.batch.parts import ALL, BatchPart, part, runs
from ipscost.batch.store import FILE, FOLDER, Store
from ipscost.loading.text import shipped
from ipscost.scenario.nouns import Scenario

Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


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
    assert part("03/040") == part(" 3 / 40 ") == BatchPart(40, 3)
    assert str(part("03/40")) == "3/40"


@pytest.mark.parametrize("of", [1, 2, 3, 4, 7, 10, 40])
def test_parts_share_all_runs_out_evenly_whatever_scenarios_and_variants_there_are(
    folder: Path, of: int
) -> None:
    (folder / "broken.yaml").write_text("ipscost: 2\n", encoding="utf-8")
    for values in (1, 5, 12):
        design = many.design([f"{PATH}=1:9:{values}"] if values > 1 else [], (), None, None, 1)
        plan = many.plan(["."], design, many.Options(draws=0))
        parts = [BatchPart(of, number) for number in range(1, of + 1)]
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
    assert counted(said(capsys)) == (10, 0, 10, 0)
    assert batch(*GIVEN, "--out", "out", "--join") == 0
    assert counted(said(capsys)) == (10, 0, 10, 0)
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
    assert counted(said(capsys), "batch_part_done") == (11, 0, 0, 11)
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
    assert counted(said(capsys), "batch_part_done")[:2] == (1, 1)
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
        "dele er færdige, skriver den samme kommando med --join i stedet for --part 1/2 tabellerne."
    )
    assert batch(*given, "--part", "2/2") == 0
    assert said(capsys) == (
        "Del 2/2: intet at gøre, for hele beregningen har 1 kørsel. Når alle dele er færdige, "
        "skriver den samme kommando med --join i stedet for --part 2/2 tabellerne."
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


def test_parts_that_may_be_read_alone_are_joined(folder: Path, monkeypatch: Patch) -> None:
    assert batch(*GIVEN, "--out", "whole") == 0
    for number in (1, 2):
        assert batch(*GIVEN, "--out", f"node{number}", "--part", f"{number}/2") == 0
    genuine = Store._open

    def closed(store: Store) -> None:
        if store.folder.parent.name.startswith("node"):
            raise PermissionError(13, "Permission denied")
        genuine(store)

    monkeypatch.setattr(Store, "_open", closed)
    assert batch(*GIVEN, "--out", "out", "--join", "--from", "node*") == 0
    assert digests(folder / "out") == digests(folder / "whole")
    assert files(folder / "node1") == ["part-1-of-2.sqlite"]


def test_a_part_that_cannot_be_read_is_told(
    folder: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    assert batch(*GIVEN, "--out", "out", "--part", "1/1") == 0

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    genuine = Store._open

    def opened(store: Store) -> None:
        return closed() if store.file.name.startswith("part") else genuine(store)

    monkeypatch.setattr(Store, "_open", opened)
    monkeypatch.setattr("shutil.copyfile", closed)
    assert refusal(capsys, *GIVEN)[1] == "  part 1/1 in out cannot be read (Permission denied)"


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


# --- stopped, and documented -----------------------------------------------------------------


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


def test_the_commands_of_the_documentation_join_to_the_bytes_of_a_single_run(folder: Path) -> None:
    page = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")
    section = page.split("## Parts, for Slurm")[1]
    once, script, _, alone = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    (folder / "batch.sh").write_text(once.replace("scenarios/", "scenarios/ --draws 50"))
    (folder / "parts.sh").write_text(script.replace("40", "2"))
    (folder / "ipscost").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ipscost "$@"\n')
    (folder / "ipscost").chmod(0o755)
    (folder / "scenarios").mkdir()
    for number in range(1, 6):
        study = STUDY.replace("-300", f"-{number}00")
        (folder / "scenarios" / f"{number}.yaml").write_text(study, encoding="utf-8")
    surroundings = environment(PATH=f"{folder}{os.pathsep}{os.environ['PATH']}")
    assert batch("scenarios/", *FEW, "--out", "whole") == 0

    def shell(text: str) -> None:
        subprocess.run(["sh", "-e", "-c", text], env=surroundings, check=True, timeout=DEADLINE)

    numbers = "for number in 1 2; do SLURM_ARRAY_TASK_ID=$number sh parts.sh & done; wait"
    shell(numbers)
    assert len(files(folder / "results")) == 2
    shell("sh batch.sh --join")
    assert len(digests(folder / "results")) == 3
    assert digests(folder / "results") == digests(folder / "whole")
    shutil.rmtree(folder / "results")
    shell(alone.replace("40", "2"))
    assert digests(folder / "results") == digests(folder / "whole")
    assert files(folder / "results") == [FILE]


def test_what_fails_is_told_by_the_names_that_its_files_have_where_it_is_joined(
    folder: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    genuine = work.simulate

    def simulate(scenario: Scenario, *given: Any, **more: Any) -> Any:
        if scenario.name == "child":
            raise MemoryError
        return genuine(scenario, *given, **more)

    monkeypatch.setattr(work, "simulate", simulate)
    (folder / "child.yaml").write_text("extends: study.yaml\ntitle: A child\n", encoding="utf-8")
    (folder / "d.csv").write_text(AMISS, encoding="utf-8")
    given = ("child.yaml", "study.yaml", *FEW, "--design")
    assert batch(*given, "d.csv", "--out", "elsewhere", "--part", "1/1") == 1
    (folder / "e.csv").write_text(f"\n\n{AMISS}", encoding="utf-8")
    (folder / "here").mkdir()
    monkeypatch.chdir(folder / "here")
    given = ("../child.yaml", "../study.yaml", *FEW, "--design", "../e.csv")
    capsys.readouterr()
    assert batch(*given, "--out", "whole") == 1
    alone = capsys.readouterr().err.replace("whole", "out")
    assert batch(*given, "--out", "out", "--join", "--from", "../elsewhere") == 1
    assert capsys.readouterr().err.splitlines()[:-1] == alone.splitlines()[:-1]
    assert digests(folder / "here" / "out") == digests(folder / "here" / "whole")
    found = {row["file"] for row in rows(folder / "here" / "out" / "errors.csv")}
    assert found == {"../child.yaml", "../e.csv"}


# --- what a part reads -----------------------------------------------------------------------


def test_a_part_reads_the_scenarios_of_its_own_runs_alone(folder: Path) -> None:
    for number in (1, 2, 10):
        text = STUDY if number == 2 else "ipscost: 2\n"
        (folder / f"s{number}.yaml").write_text(text, encoding="utf-8")
    given = ("s*.yaml", "study.yaml", "inklusion-ips", *FEW)
    assert batch(*given, "--out", "whole") == 1
    ends = [batch(*given, "--out", "out", "--part", f"{number}/5") for number in range(1, 6)]
    assert ends == [0, 1, 0, 1, 0]  # inklusion-ips, s1, s2, s10, study
    assert batch(*given, "--out", "out", "--join") == 1
    assert digests(folder / "out") == digests(folder / "whole")


def test_a_path_that_fits_a_scenario_of_another_part_alone_is_no_slip(folder: Path) -> None:
    given = ("study.yaml", "inklusion-ips", *FEW, "--sweep", "discount.cost=0.01,0.02", "--set",
             "cost.care.ips.difference=-1")  # fmt: skip
    assert batch(*given, "--out", "whole") == 1
    for number in (1, 2, 3, 4):
        assert batch(*given, "--out", "out", "--part", f"{number}/4") in (0, 1)
    assert batch(*given, "--out", "out", "--join") == 1
    assert digests(folder / "out") == digests(folder / "whole")


def test_a_part_refuses_what_a_whole_batch_refuses(folder: Path, capsys: Capture) -> None:
    for more in (
        ("nowhere.yaml",),
        ("--set", "cost.nothing=1"),
        ("--sweep", "cost.nothing=1, 2"),
        ("--sweep", f"{PATH}=a,b"),
    ):
        given = ("study.yaml", "inklusion-ips", *more, *FEW, "--out", "out")
        assert batch(*given) == 2
        whole = capsys.readouterr().err
        for number in (1, 2):
            assert batch(*given, "--part", f"{number}/2") == 2
            assert capsys.readouterr().err == whole
    assert not Path("out").exists()


def test_a_scenario_is_named_before_it_is_read_as_it_is_afterwards(folder: Path) -> None:
    (folder / "a.b.yaml").write_text(STUDY, encoding="utf-8")
    first, *others = shipped.names()
    given = ("./a.b.yaml", str(folder / "study.yaml"), *others, f"{first}.yaml")
    design = many.design((), (), None, None, 1)
    plan = many.plan(given, design, many.Options(draws=0))
    left = many.plan(given, design, many.Options(draws=0), lambda _: False)
    assert [entry.name for entry in left.entries] == [entry.name for entry in plan.entries]
    assert all(entry.reading is None for entry in left.entries)
