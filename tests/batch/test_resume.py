"""The same bytes however a batch is computed: interrupted, killed, gone on with, on processes."""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import os
import re
import shutil
import signal
import sqlite3
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from batches import (
    DEADLINE,
    FEW,
    STUDY,
    SWEEP,
    assert_whole,
    batch,
    command,
    digests,
    kept,
    manifest,
    rows,
    running,
    wait_until,
)

from ipscost.batch import work
from ipscost.batch.store import FOLDER, Store
from ipscost.cli import main

planning = importlib.import_module("ipscost.batch.plan")  # the package has a function `plan`
Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch
GIVEN = ("study.yaml", "inklusion-ips", *FEW, "--months", "--keep-draws", "--sweep", SWEEP)
LONG = ("study.yaml", "--draws", "10000", "--sweep", "cost.programme.ips.difference=1:80:80")
"""Takes a second or more, so that it can be stopped in the middle."""


def sentence(capsys: Capture) -> str:
    """How many runs were computed, reused and failed."""
    found = re.search(r"(\d+ runs?: .*?)\. Written", capsys.readouterr().err)
    assert found is not None
    return found[1]


@pytest.fixture(scope="module")
def computed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the batch GIVEN, run without a stop."""
    out = tmp_path_factory.mktemp("computed")
    with contextlib.chdir(out):
        Path("study.yaml").write_text(STUDY, encoding="utf-8")
        assert batch(*GIVEN, "--out", "whole") == 0
    return out / "whole"


@pytest.fixture
def whole(folder: Path, computed: Path, capsys: Capture) -> dict[str, str]:
    """The digests of the batch GIVEN, of which the folder `whole` is a copy."""
    shutil.copytree(computed, folder / "whole")
    capsys.readouterr()
    found = digests(folder / "whole")
    assert len(found) == 5
    return found


@pytest.fixture(scope="module")
def long_whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The digests of the batch LONG, run without a stop."""
    out = tmp_path_factory.mktemp("long")
    (out / "study.yaml").write_text(STUDY, encoding="utf-8")
    assert batch(str(out / "study.yaml"), *LONG[1:], "--out", str(out / "whole")) == 0
    return digests(out / "whole")


# --- the same bytes --------------------------------------------------------------------------


def test_two_processes_write_the_same_bytes_as_one(folder: Path, whole: dict[str, str]) -> None:
    assert batch(*GIVEN, "--jobs", "2", "--out", "out") == 0
    assert digests(folder / "out") == whole


def test_scenarios_in_another_order_give_the_same_bytes(
    folder: Path, whole: dict[str, str]
) -> None:
    assert batch("inklusion-ips", "study.yaml", *GIVEN[2:], "--out", "out") == 0
    assert digests(folder / "out") == whole
    assert batch("*.yaml", "study.yaml", "inklusion-ips", *GIVEN[2:], "--out", "again") == 0
    assert digests(folder / "again") == whole


def test_another_directory_gives_the_same_bytes(
    folder: Path, whole: dict[str, str], monkeypatch: Patch
) -> None:
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert batch("../study.yaml", *GIVEN[1:], "--out", "out") == 0
    assert digests(elsewhere / "out") == whole
    assert batch(str(folder / "study.yaml"), *GIVEN[1:], "--out", str(folder / "whole")) == 0
    assert digests(folder / "whole") == whole


def test_errors_are_the_same_bytes_on_two_processes(folder: Path) -> None:
    (folder / "d.csv").write_text("cost.care.ips.se\n10\n" + "-1\n" * 25 + "20\n", encoding="utf-8")
    for jobs in ("1", "2"):
        given = ("study.yaml", *FEW, "--design", "d.csv", "--jobs", jobs, "--out", jobs)
        assert batch(*given) == 1
    assert len(rows(folder / "1" / "errors.csv")) == 25
    assert digests(folder / "1") == digests(folder / "2")


# --- going on --------------------------------------------------------------------------------


def broken(*_: object) -> None:
    raise AssertionError("finished work is done again")


def test_finished_work_is_not_done_again(
    folder: Path, whole: dict[str, str], monkeypatch: Patch, capsys: Capture
) -> None:
    monkeypatch.setattr(work, "_tables", broken)
    assert batch(*GIVEN, "--out", "whole") == 0
    assert sentence(capsys) == "6 runs: 0 computed, 6 finished before, 0 failed"
    assert digests(folder / "whole") == whole


def test_a_longer_sweep_computes_what_is_new_alone(folder: Path, capsys: Capture) -> None:
    path = "cost.programme.ips.difference"
    assert batch("study.yaml", *FEW, "--out", "out", "--sweep", f"{path}=1, 2") == 0
    capsys.readouterr()
    assert batch("study.yaml", *FEW, "--out", "out", "--sweep", f"{path}=1,2,3") == 0
    assert sentence(capsys) == "3 runs: 1 computed, 2 finished before, 0 failed"
    assert batch("study.yaml", *FEW, "--out", "fresh", "--sweep", f"{path}=1,2,3") == 0
    assert digests(folder / "out") == digests(folder / "fresh")


def test_what_failed_is_tried_again(folder: Path, capsys: Capture) -> None:
    (folder / "other.yaml").write_text("ipscost: 2\n", encoding="utf-8")
    assert batch(".", *FEW, "--out", "out") == 1
    capsys.readouterr()
    (folder / "other.yaml").write_text(STUDY, encoding="utf-8")
    assert batch(".", *FEW, "--out", "out") == 0
    assert sentence(capsys) == "2 runs: 1 computed, 1 finished before, 0 failed"
    assert not (folder / "out" / "errors.csv").exists()


@pytest.mark.parametrize(
    "more",
    [
        ("--seed", "2"),
        ("--draws", "60"),
        ("--level", "0.9"),
        ("--months",),
        ("--price-year", "2023"),
        ("--set", "discount.cost=0.01"),
        ("--sweep", "discount.cost=0,0.02"),
    ],
)
def test_another_option_computes_anew(folder: Path, capsys: Capture, more: tuple[str, ...]) -> None:
    assert batch("study.yaml", *FEW, "--out", "out") == 0
    capsys.readouterr()
    assert batch("study.yaml", *FEW, *more, "--out", "out") == 0
    assert ", 0 finished before, 0 failed" in sentence(capsys)
    assert batch("study.yaml", *FEW, *more, "--out", "fresh") == 0
    assert digests(folder / "out") == digests(folder / "fresh")


def test_a_changed_file_computes_its_scenario_anew(folder: Path, capsys: Capture) -> None:
    (folder / "other.yaml").write_text(STUDY, encoding="utf-8")
    assert batch(".", *FEW, "--out", "out") == 0
    capsys.readouterr()
    (folder / "other.yaml").write_text(STUDY.replace("-300", "-400"), encoding="utf-8")
    assert batch(".", *FEW, "--out", "out") == 0
    assert sentence(capsys) == "2 runs: 1 computed, 1 finished before, 0 failed"
    means = {
        row["scenario"]: row["mean"]
        for row in rows(folder / "out" / "summary.csv")
        if row["measure"] == "difference"
    }
    assert means == {"study": "-180", "other": "-280"}


def test_a_changed_file_that_is_extended_computes_anew(folder: Path, capsys: Capture) -> None:
    (folder / "over").mkdir()
    (folder / "over" / "child.yaml").write_text(
        "extends: ../study.yaml\ntitle: A child\n", encoding="utf-8"
    )
    assert batch("over", *FEW, "--out", "out") == 0
    capsys.readouterr()
    (folder / "study.yaml").write_text(STUDY.replace("-300", "-400"), encoding="utf-8")
    assert batch("over", *FEW, "--out", "out") == 0
    assert sentence(capsys) == "1 run: 1 computed, 0 finished before, 0 failed"


def test_a_changed_price_file_computes_anew(folder: Path, capsys: Capture) -> None:
    shipped = Path(__file__).parents[2] / "scenarios" / "prices" / "consumer-prices-dkk.yaml"
    (folder / "prices").mkdir()
    file = folder / "prices" / "own.yaml"
    shutil.copy(shipped, file)
    with (folder / "study.yaml").open("a", encoding="utf-8") as study:
        study.write("prices: [prices/own.yaml]\n")
    assert batch("study.yaml", *FEW, "--out", "out") == 0
    assert batch("study.yaml", *FEW, "--out", "out") == 0
    assert "1 finished before" in capsys.readouterr().err
    file.write_text(file.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    assert batch("study.yaml", *FEW, "--out", "out") == 0
    assert sentence(capsys) == "1 run: 1 computed, 0 finished before, 0 failed"


@pytest.mark.parametrize("name", ["ipscost", "numpy", "scipy"])
def test_another_version_computes_anew(
    folder: Path, capsys: Capture, monkeypatch: Patch, name: str
) -> None:
    assert batch("study.yaml", *FEW, "--out", "out") == 0
    capsys.readouterr()
    if name == "ipscost":
        monkeypatch.setattr(planning, "__version__", "0.0.1")
    else:
        genuine = planning.version
        monkeypatch.setattr(planning, "version", lambda n: "0.0.1" if n == name else genuine(n))
    assert batch("study.yaml", *FEW, "--out", "out") == 0
    assert sentence(capsys) == "1 run: 1 computed, 0 finished before, 0 failed"
    assert manifest(folder / "out")["versions"][name] == "0.0.1"


def test_another_batch_replaces_the_files_and_keeps_what_is_finished(folder: Path) -> None:
    (folder / "broken.yaml").write_text("ipscost: 2\n", encoding="utf-8")
    assert batch(".", *FEW, "--months", "--keep-draws", "--out", "out") == 1
    assert len(digests(folder / "out")) == 6
    assert batch("inklusion-ips", *FEW, "--out", "out") == 0
    assert set(digests(folder / "out")) == {"summary.csv", "categories.csv", "payers.csv"}
    assert {row["scenario"] for row in rows(folder / "out" / "summary.csv")} == {"inklusion-ips"}
    with Store(folder / "out") as store:
        assert len(store.keys()) == 2


@pytest.mark.parametrize("name", ["summary.csv", "manifest.json"])
def test_a_file_that_was_taken_away_is_written_again(
    folder: Path, whole: dict[str, str], name: str
) -> None:
    (folder / "whole" / name).unlink()
    assert batch(*GIVEN, "--out", "whole") == 0
    assert_whole(folder / "whole", whole)
    assert digests(folder / "whole") == whole


# --- a broken record -------------------------------------------------------------------------


def refused(capsys: Capture) -> str:
    assert batch(*GIVEN, "--out", "whole") == 2
    return capsys.readouterr().err.splitlines()[-1]


def test_a_record_that_is_no_database_is_told(
    folder: Path, whole: dict[str, str], capsys: Capture
) -> None:
    (folder / "whole" / FOLDER / "results.sqlite").write_bytes(b"nonsense" * 1000)
    assert refused(capsys) == (
        "Error: Invalid value: --out whole: its record of finished runs is damaged (file is not a "
        f"database); remove whole/{FOLDER} and run again"
    )
    assert digests(folder / "whole") == whole
    shutil.rmtree(folder / "whole" / FOLDER)
    assert batch(*GIVEN, "--out", "whole") == 0
    assert digests(folder / "whole") == whole


def test_a_record_that_was_cut_off_is_told(
    folder: Path, whole: dict[str, str], capsys: Capture
) -> None:
    file = folder / "whole" / FOLDER / "results.sqlite"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert "its record of finished runs is damaged (database disk image is malformed)" in (
        refused(capsys)
    )


def test_a_result_that_cannot_be_unpacked_is_told(
    folder: Path, whole: dict[str, str], capsys: Capture
) -> None:
    with sqlite3.connect(folder / "whole" / FOLDER / "results.sqlite") as database:
        database.execute("UPDATE finished SET payers = x'00'")
    database.close()
    assert "its record of finished runs is damaged (Error -5" in refused(capsys)


def test_a_record_of_another_layout_is_begun_anew(
    folder: Path, whole: dict[str, str], capsys: Capture
) -> None:
    with sqlite3.connect(folder / "whole" / FOLDER / "results.sqlite") as database:
        database.execute("PRAGMA user_version=99")
    database.close()
    assert batch(*GIVEN, "--out", "whole") == 0
    assert sentence(capsys) == "6 runs: 6 computed, 0 finished before, 0 failed"
    assert digests(folder / "whole") == whole


# --- killed at a known moment ----------------------------------------------------------------


def killed_at(moment: int, kind: type, method: str, *, after: bool) -> None:
    """Kills this process at the call of `method` number `moment`, before it or after it."""
    genuine, calls = getattr(kind, method), 0

    def deadly(*arguments: object, **options: object) -> object:
        nonlocal calls
        calls += 1
        if calls == moment and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        found = genuine(*arguments, **options)
        if calls == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        return found

    setattr(kind, method, deadly)


def run_in_a_copy_that_dies(prepare: Callable[[], None], *given: str) -> int:
    """The exit code of a batch in a copy of this process; -9 where it was killed."""

    def target() -> None:
        prepare()
        os._exit(main(["batch", *given]))

    process = multiprocessing.get_context("fork").Process(target=target)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    process.join(DEADLINE)
    assert process.exitcode is not None
    return process.exitcode


@pytest.mark.parametrize(
    ("kind", "method", "moment", "after"),
    [
        *((Store, "add", moment, after) for moment in (1, 4) for after in (False, True)),
        # right after a file is put in place is as good as right before the next
        *((type(Path()), "replace", moment, False) for moment in range(1, 7)),
        (type(Path()), "replace", 6, True),
        *((type(Path()), "unlink", 1, after) for after in (False, True)),
    ],
)
def test_killed_at_any_moment_nothing_is_half_there_and_it_goes_on(
    folder: Path,
    whole: dict[str, str],
    kind: type,
    method: str,
    moment: int,
    after: bool,
    capsys: Capture,
) -> None:
    def prepare() -> None:
        killed_at(moment, kind, method, after=after)

    assert run_in_a_copy_that_dies(prepare, *GIVEN, "--out", "out") == -signal.SIGKILL
    assert_whole(folder / "out", whole)
    assert batch(*GIVEN, "--out", "out") == 0
    told = capsys.readouterr().err
    if method == "replace":
        assert "0 computed, 6 finished before" in told
    assert_whole(folder / "out", whole)
    assert digests(folder / "out") == whole


@pytest.mark.parametrize("moment", range(1, 7))
def test_killed_while_it_replaces_an_older_batch_the_manifest_claims_nothing_false(
    folder: Path, whole: dict[str, str], moment: int
) -> None:
    old = ("study.yaml", *FEW, "--seed", "5", "--months", "--keep-draws")
    assert batch(*old, "--out", "out") == 0
    before = digests(folder / "out")

    def prepare() -> None:
        killed_at(moment, type(Path()), "replace", after=True)

    assert run_in_a_copy_that_dies(prepare, *GIVEN, "--out", "out") == -signal.SIGKILL
    found = digests(folder / "out")
    assert all(found[name] in (before[name], whole[name]) for name in found)
    if (folder / "out" / "manifest.json").exists():
        told = manifest(folder / "out")["files"]
        assert {name: file["sha256"] for name, file in told.items()} == found
    assert batch(*GIVEN, "--out", "out") == 0
    assert digests(folder / "out") == whole


# --- stopped from outside --------------------------------------------------------------------


def test_ctrl_c_keeps_what_is_finished_and_the_next_run_goes_on(
    folder: Path, long_whole: dict[str, str]
) -> None:
    with running(*command(*LONG, "--out", "out")) as process:
        wait_until(lambda: kept(folder / "out") > 40_000, "some runs are kept", process)
        process.send_signal(signal.SIGINT)
        out, error = process.communicate(timeout=DEADLINE)
    assert process.returncode == 130
    assert out == ""
    told = re.fullmatch(
        r"interrupted: (\d+) of 80 runs are finished and kept in out; "
        r"the same command goes on from there\n",
        error,
    )
    assert told is not None, error
    finished = int(told[1])
    assert 0 < finished < 80
    assert [path.name for path in (folder / "out").iterdir()] == [FOLDER]
    with running(*command(*LONG, "--jobs", "2", "--out", "out")) as again:
        _, error = again.communicate(timeout=DEADLINE)
    assert again.returncode == 0
    assert f"{80 - finished} computed, {finished} finished before, 0 failed" in error
    assert digests(folder / "out") == long_whole


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    file = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(text) for text in file.read_text(encoding="utf-8").split()]


def is_alive(pid: int) -> bool:
    """True for a process that has not ended; one that only waits to be buried has."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_killed_from_outside_two_processes_end_and_the_next_run_goes_on(
    folder: Path, long_whole: dict[str, str]
) -> None:
    more = (*LONG, "--jobs", "2", "--out", "out")
    limit = 40_000
    for _ in range(2):
        with running(*command(*more)) as process:
            wait_until(lambda: kept(folder / "out") > limit, "some runs are kept", process)  # noqa: B023
            workers = children(process.pid)
            assert len(workers) == 2
            process.kill()
            process.wait(DEADLINE)
            wait_until(lambda: not any(map(is_alive, workers)), "the workers end")  # noqa: B023
        assert [path.name for path in (folder / "out").iterdir()] == [FOLDER]
        limit = kept(folder / "out") + 5_000  # soon, so that much is left whatever the load
    assert batch(*more) == 0
    assert manifest(folder / "out")["scenarios"][0]["seconds"] > 0
    assert digests(folder / "out") == long_whole


def test_ctrl_c_ends_two_processes_without_a_traceback(folder: Path) -> None:
    with running(*command(*LONG, "--jobs", "2", "--out", "out")) as process:
        wait_until(lambda: kept(folder / "out") > 40_000, "some runs are kept", process)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does it
        _, error = process.communicate(timeout=DEADLINE)
    assert process.returncode == 130
    assert re.fullmatch(r"interrupted: \d+ of 80 runs are finished .*\n", error), error


def test_a_worker_that_is_killed_is_told(folder: Path) -> None:
    with running(*command(*LONG, "--jobs", "2", "--out", "out")) as process:
        wait_until(lambda: kept(folder / "out") > 40_000, "some runs are kept", process)
        os.kill(children(process.pid)[0], signal.SIGKILL)
        _, error = process.communicate(timeout=DEADLINE)
    assert process.returncode == 2
    assert error == (
        "error: a process was killed, perhaps for want of memory\n"
        "  fix: run the same command again, with fewer --jobs; what is finished is kept\n"
    )


# --- two at a time ---------------------------------------------------------------------------


def test_a_second_batch_into_the_folder_is_refused_while_the_first_runs(
    folder: Path, capsys: Capture, long_whole: dict[str, str]
) -> None:
    with running(*command(*LONG, "--out", "out")) as first:
        wait_until(lambda: kept(folder / "out") > 40_000, "some runs are kept", first)
        first.send_signal(signal.SIGSTOP)
        assert batch("inklusion-ips", *FEW, "--out", "out") == 2
        assert capsys.readouterr().err.splitlines()[-1] == (
            "Error: Invalid value: --out out: another batch is writing into it; "
            "wait until it ends, or name another folder"
        )
        assert batch("inklusion-ips", *FEW, "--out", "other") == 0
        first.send_signal(signal.SIGCONT)
        first.communicate(timeout=DEADLINE)
    assert first.returncode == 0
    assert digests(folder / "out") == long_whole
