"""A short run of the altered inputs of `fuzz/`, whose long run is started by hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "fuzz" / "run.py"


def run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), "--keep", str(folder / "kept"), *options]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="it stops what is slow by a signal")
def test_altered_inputs_break_nothing(tmp_path: Path) -> None:
    found = run(tmp_path, "--inputs", "25", "--seed", "1")
    assert found.returncode == 0, found.stdout + found.stderr
    assert "25 inputs of seed 1: 0 findings" in found.stdout
    assert not (tmp_path / "kept").exists()
