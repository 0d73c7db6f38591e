"""Folders that a batch may not write into, disks that are full, and options that do not fit."""

from __future__ import annotations

import os
import re
import resource
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from batches import DEADLINE, FEW, batch, command, environment, running, usage

from ipscost.batch.store import Store

Capture = pytest.CaptureFixture[str]
PATH = "cost.programme.ips.difference"


# --- the folder ------------------------------------------------------------------------------


def test_an_output_folder_that_is_a_file_is_refused(folder: Path, capsys: Capture) -> None:
    for out in ("study.yaml", "study.yaml/below", "study.yaml/far/below"):
        assert usage(capsys, "study.yaml", *FEW, "--out", out) == (
            f"--out {out} is a file, or lies in one; name a folder"
        )


def test_an_output_folder_that_cannot_be_made_is_refused(folder: Path, capsys: Capture) -> None:
    assert usage(capsys, "study.yaml", *FEW, "--out", "/proc/ipscost") == (
        "--out /proc/ipscost cannot be written: No such file or directory; name another folder, "
        "or mend its permissions"
    )


def test_an_output_folder_without_permission_is_refused(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", closed)
    assert usage(capsys, "study.yaml", *FEW, "--out", "out") == (
        "--out out cannot be written: Permission denied; name another folder, or mend its "
        "permissions"
    )


@pytest.mark.parametrize("name", ["summary.csv", "errors.csv", "manifest.json", "draws.parquet"])
def test_files_of_others_are_not_overwritten(folder: Path, capsys: Capture, name: str) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / name).write_text("[1]", encoding="utf-8")
    assert usage(capsys, "study.yaml", *FEW, "--out", "mine") == (
        f"--out mine holds files that no batch wrote, or that were changed since ({name}); "
        "move it away, or name another folder"
    )
    assert [path.name for path in (folder / "mine").iterdir()] == [name]
    assert (folder / "mine" / name).read_text(encoding="utf-8") == "[1]"


def test_a_folder_with_other_files_is_used_and_they_are_left(folder: Path) -> None:
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    assert batch("study.yaml", *FEW, "--out", ".") == 0
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert batch(".", *FEW, "--out", ".") == 0


def test_a_folder_in_hundreds_of_folders_is_told(folder: Path, capsys: Capture) -> None:
    said = usage(capsys, "study.yaml", *FEW, "--out", "a/" * 1900)
    assert "cannot be written: File name too long" in said


def test_a_folder_of_parts_with_too_long_a_name_is_told(folder: Path, capsys: Capture) -> None:
    said = usage(capsys, "study.yaml", *FEW, "--out", "out", "--join", "--from", "x" * 5000)
    assert said == "--from: a folder cannot be read: File name too long; check its name"


def limited(size: int) -> Callable[[], None]:
    """Lets no file of a process grow beyond `size`, as on a disk that is full."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


@pytest.mark.parametrize("size", [1_000, 40_000, 100_000])
def test_a_disk_that_is_full_is_told_and_what_is_finished_is_kept(folder: Path, size: int) -> None:
    more = (*FEW, "--months", "--sweep", f"{PATH}=1:40:40", "--out", "out")
    # Python would leave cut bytecode behind, which every later process would fall over
    own = environment(PYTHONDONTWRITEBYTECODE="1")
    asked = command("study.yaml", *more)
    with running(*asked, preexec_fn=limited(size), env=own) as process:
        out, error = process.communicate(timeout=DEADLINE)
    assert process.returncode == 2, error
    assert out == ""
    assert "Traceback" not in error
    start = "Error: Invalid value: --out out cannot be written: the disk is full or failing, or "
    assert error.splitlines()[-1].startswith(start + "its files may not grow further")
    assert error.splitlines()[-1].endswith("; make room, and run it again")
    assert ("what is finished is kept (" in error) == (size > 10_000)
    assert batch("study.yaml", *more) == 0


def test_a_database_that_is_full_is_told(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    genuine = Store._open

    def small(store: Store) -> None:
        genuine(store)
        store.database.execute("PRAGMA max_page_count=12")

    monkeypatch.setattr(Store, "_open", small)
    given = ("study.yaml", *FEW, "--months", "--sweep", f"{PATH}=1:40:40", "--out", "out")
    said = usage(capsys, *given)
    assert re.fullmatch(
        r"--out out cannot be written: No space left on device; "
        r"what is finished is kept \(\d+ runs?\); make room, and run it again",
        said,
    )
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    assert batch(*given) == 0


@pytest.mark.parametrize("call", [1, 3])
def test_a_disk_that_is_full_while_the_tables_are_written_is_told(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    calls = iter(range(1, 100))

    def full(_: int) -> None:
        if next(calls) == call:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert usage(capsys, "study.yaml", *FEW, "--out", "out") == (
        "--out out cannot be written: No space left on device; "
        "what is finished is kept (1 run); make room, and run it again"
    )
    assert not (folder / "out" / "manifest.json").exists()


# --- options ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--jobs", "0"), "expected 1 to 1024 processes, found 0"),
        (("--jobs", "5000"), "expected 1 to 1024 processes, found 500"),
        (("--jobs", "two"), "expected a whole number, found 'two'"),
        (
            ("--jobs", "2", "--scheduler", "tcp://127.0.0.1:8786"),
            "--jobs is for this machine and --scheduler for a cluster; keep one",
        ),
        *(
            (
                ("--scheduler", "tcp://127.0.0.1:8786", "--worker-timeout", text),
                f"expected whole seconds from 1 to 604800 (a week), found '{text}'; write {fix}",
            )
            for text, fix in (
                ("0", "1"),
                ("-3", "1"),
                ("1e9", "604800"),
                ("60,5", "60"),
                ("60.000", "for example 300"),
                ("ten", "for example 300"),
                ("nan", "for example 300"),
                ("1e999", "604800"),
            )
        ),
        (
            ("--worker-timeout", "60"),
            "--worker-timeout is for the workers of a cluster; add --scheduler tcp://HOST:PORT, "
            "or leave it out",
        ),
        (
            ("--scheduler", "here"),
            "--scheduler must be an address such as tcp://host:8786, not 'here'",
        ),
        (
            ("--csv-dialect", "excel"),
            "--csv-dialect must be one of standard, excel-da, not 'excel'",
        ),
        (("--lang", "de"), "--lang must be one of en, da, not 'de'"),
        (("--draws", "10.000"), "expected a whole number, found '10.000'; write 10000"),
    ],
)
def test_options_that_do_not_fit_are_refused(
    folder: Path, capsys: Capture, options: tuple[str, ...], message: str
) -> None:
    assert message in usage(capsys, "study.yaml", *options, "--out", "out")
    assert not (folder / "out").exists()


def test_draws_without_pyarrow_are_refused(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ipscost.cli.batch.find_spec", lambda name: None)
    assert usage(capsys, "study.yaml", "--keep-draws", "--out", "out") == (
        "--keep-draws needs pyarrow, which is not installed: pip install 'ipscost[parquet]'"
    )


def test_a_batch_needs_a_scenario_and_a_folder(folder: Path, capsys: Capture) -> None:
    assert "Missing argument 'FILE...'" in usage(capsys, "--out", "out")
    assert "Missing option '--out'" in usage(capsys, "study.yaml")


def test_the_process_may_not_be_asked_to_use_many_threads_by_the_linear_algebra(
    folder: Path,
) -> None:
    assert batch("study.yaml", *FEW, "--out", "out") == 0
    assert os.environ["OPENBLAS_NUM_THREADS"]
