"""Ctrl-C at any moment from the start: exit code 130 and a short line, never a traceback."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ipscost.cli import main

ROOT = Path(__file__).parents[2]
Capture = pytest.CaptureFixture[str]
NOTHING = "interrupted; nothing was written\n"
AT_AN_IMPORT = """
import os, signal, sys

class Interrupted:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == os.environ["INTERRUPTED_AT"]:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupted)
"""
"""Python sends itself what Ctrl-C sends, when it is about to import a certain module."""

MODULE = ("-m", "ipscost")
SCRIPT = ("-c", "import sys; from ipscost.__main__ import run; sys.exit(run())")


def python(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """What came of a Python program that finds this package."""
    path = os.pathsep.join((str(folder), str(ROOT)))
    environment = {**os.environ, "PYTHONPATH": path, **more}
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, env=environment, cwd=folder
    )


@pytest.mark.parametrize(
    ("how", "module"),
    [
        (MODULE, "gc"),
        (SCRIPT, "gc"),
        (SCRIPT, "ipscost.cli"),
        (MODULE, "typer"),
        (SCRIPT, "ipscost.batch.designs"),
        (MODULE, "numpy"),
        (SCRIPT, "yaml"),
    ],
    ids=lambda given: given if isinstance(given, str) else given[0],
)
def test_ctrl_c_while_it_imports_is_no_traceback(
    tmp_path: Path, how: tuple[str, ...], module: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(AT_AN_IMPORT, encoding="utf-8")
    given = ("batch", "inklusion-ips", "--draws", "0", "--out", "out")
    found = python(tmp_path, *how, *given, INTERRUPTED_AT=module)
    assert (found.returncode, found.stdout, found.stderr) == (130, "", NOTHING)
    assert not (tmp_path / "out").exists()


def test_nothing_is_imported_before_ctrl_c_is_heeded(tmp_path: Path) -> None:
    code = (
        "import sys; old = set(sys.modules); import ipscost.__main__; "
        "print(*sorted({*sys.modules} - old))"
    )
    assert python(tmp_path, "-c", code).stdout == "ipscost ipscost.__main__\n"


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("ipscost.batch.plan", "read"),
        ("ipscost.batch.plan", "build"),
        ("ipscost.batch", "design"),
        ("ipscost.words", "language"),
        ("ipscost.cli", "_prepare_streams"),
    ],
)
def test_ctrl_c_before_anything_runs_says_that_nothing_was_written(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, where: str, name: str
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(importlib.import_module(where), name, interrupted)
    assert main(["batch", "study.yaml", "--draws", "0", "--out", "out"]) == 130
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", NOTHING)
    assert not (folder / "out").exists()
