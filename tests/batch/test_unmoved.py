"""A batch says which of its changes no saving depends on."""

from __future__ import annotations

from pathlib import Path

import builders
import pytest
from batches import FEW, batch

Capture = pytest.CaptureFixture[str]
JOB, CARE = "outcome.job.ips.events", "cost.care.ips.difference"
SAID = "does not change the saving: no cost difference counted here depends on"


def told(capsys: Capture, *arguments: str) -> str:
    assert batch("study.yaml", *FEW, "--out", "out", *arguments) == 0
    return capsys.readouterr().err


def test_a_sweep_that_no_saving_depends_on_is_told(folder: Path, capsys: Capture) -> None:
    error = told(capsys, "--sweep", f"{JOB}=50, 70", "--sweep", f"{CARE}=-100,-200")
    assert f"Changing {JOB} {SAID} it." in error
    assert CARE not in error.splitlines()[-1]


def test_one_that_does_is_not_told(folder: Path, capsys: Capture) -> None:
    assert SAID not in told(capsys, "--sweep", f"{CARE}=-100,-200")


def test_settings_and_danish(folder: Path, capsys: Capture) -> None:
    error = told(capsys, "--set", f"{JOB}=50", "--sweep", f"{CARE}=-100,-200", "--lang", "da")
    assert f"Ændringen af {JOB} ændrer ikke besparelsen" in error


def test_what_counts_in_one_scenario_of_several_is_not_told(folder: Path, capsys: Capture) -> None:
    ratio = builders.STUDY.replace("difference: -300, se: 50", "ratio: 0.7, se: 0.1")
    (folder / "other.yaml").write_text(ratio, encoding="utf-8")
    level = ("--sweep", "cost.care.usual.mean=900,1000")
    assert SAID in told(capsys, *level)
    assert SAID not in told(capsys, "other.yaml", *level)
