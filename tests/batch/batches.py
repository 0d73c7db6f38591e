"""Batches for tests: a small scenario, a command, and what it wrote."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import builders
import pytest
from messages import tells, values_of

from ipscost.batch.store import FOLDER
from ipscost.cli import main

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
STUDY = builders.STUDY
THREE = builders.text(
    builders.PROGRAMME + builders.CARE + builders.HOSPITAL + builders.GAIN + builders.BENEFITS,
    outcome=builders.JOB,
    discount="{cost: 0.035, outcome: 0}",
    months=14,
)
SWEEP = "cost.programme.ips.difference=100:300:3"
FEW = ("--draws", "50")
DEADLINE = 60


def batch(*arguments: str) -> int:
    """The exit code of `ipscost batch` with `arguments`."""
    return main(["batch", *arguments])


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV in the standard dialect."""
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file of results but the manifest."""
    files = [file for file in folder.iterdir() if file.suffix in (".csv", ".parquet")]
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def manifest(folder: Path) -> dict[str, Any]:
    """What manifest.json holds."""
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return found


def assert_whole(folder: Path, whole: dict[str, str]) -> None:
    """Every file that is there is a whole one, and the manifest names none that is not."""
    if not folder.exists():
        return
    assert {path.name for path in folder.iterdir()} <= {*whole, "manifest.json", FOLDER}
    assert digests(folder).items() <= whole.items()
    if (folder / "manifest.json").exists():
        told = {name: file["sha256"] for name, file in manifest(folder)["files"].items()}
        assert told == whole


# --- refusals ---------------------------------------------------------------------------------


def counted(text: str, key: str = "batch_done") -> tuple[int, ...]:
    """How many runs a batch says it had, computed (or joined), found finished, and saw fail."""
    found = next(values_of(line, key) for line in text.splitlines() if tells(line, key))
    wanted = (found["total"], found.get("computed") or found["joined"])
    return tuple(_last(each) for each in (*wanted, found["reused"], found["failed"]))


def _last(text: str) -> int:
    """The last number of a text: a bar of progress may stand before it on its line."""
    return int(re.findall(r"\d+", text)[-1])


def told(capsys: Capture, *arguments: str, code: int = 2) -> str:
    """What is said of a command that is refused, and that it writes nothing."""
    assert batch(*arguments, *FEW, "--out", "out") == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err
    assert "bug" not in captured.err
    assert not Path("out").exists()
    return captured.err


def usage(capsys: Capture, *arguments: str) -> str:
    """The last line of what is said of a command line that is refused, without its beginning."""
    assert batch(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err.splitlines()[-1].removeprefix("Error: ").removeprefix("Invalid value: ")


def lines(*texts: str) -> str:
    return "\n".join(texts) + "\n"


# --- processes -------------------------------------------------------------------------------


def wait_until(is_so: Callable[[], Any], what: str, process: Any = None) -> None:
    """Waits until `is_so`, no longer than DEADLINE, and not beyond the end of `process`."""
    end = time.monotonic() + DEADLINE
    while not is_so():
        assert process is None or process.poll() is None, f"ended before {what}"
        assert time.monotonic() < end, f"{what}: not within {DEADLINE} seconds"
        time.sleep(0.01)


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that must find this package."""
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]).strip(os.pathsep)
    return {**os.environ, "PYTHONPATH": path, **more}


@contextmanager
def running(*command: str, **options: Any) -> Iterator[subprocess.Popen[str]]:
    """A Python process in a group of its own, which does not outlive the block."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": environment(), **options}
    process = subprocess.Popen(
        [sys.executable, *command], text=True, start_new_session=True, **pipes
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=DEADLINE)


def command(*arguments: str) -> tuple[str, ...]:
    """The arguments of Python that run `ipscost batch`."""
    return ("-m", "ipscost", "batch", *arguments)


def kept(folder: Path) -> int:
    """The bytes that a batch has kept of what is finished."""
    files = (folder / FOLDER).glob("results.sqlite*")
    total = 0
    for file in files:
        with suppress(FileNotFoundError):
            total += file.stat().st_size
    return total
