"""ipscost calibrate: what it prints, the scenario that it writes, and what it refuses."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from messages import flat, said, tells

import ipscost
from ipscost.cli import main

GOLDEN = Path(__file__).parents[1] / "golden"
MADE_UP = (GOLDEN / "calibrate.yaml").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "study.yaml").write_text(MADE_UP, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def calibrate(*options: str) -> int:
    return main(["calibrate", "study.yaml", "--starts", "1", *options])


def test_out_writes_a_scenario_and_prints_the_fit(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "sub").mkdir()
    assert calibrate("--out", "sub/new.yaml") == 0
    printed = capsys.readouterr()
    assert tells(printed.out.partition("\n\n")[0], "calibrate_count")
    assert "--out" not in printed.out
    assert printed.err == f"{said('calibrate_wrote', file='sub/new.yaml')}\n"
    text = (folder / "sub/new.yaml").read_text(encoding="utf-8")
    assert "extends: ../study.yaml\n" in text
    new = ipscost.load("sub/new.yaml")
    assert new.title.tell("en").startswith("A fit made up for a test, ")
    assert new.title.tell("da").startswith("En tilpasning opdigtet til en test, ")
    assert [each.name for each in new.correlations] == ["calibrated"]
    assert main(["simulate", "sub/new.yaml", "--draws", "100", "--notes"]) == 0
    assert f"{said('calibrated')} saving" in flat(capsys.readouterr().out)


def test_a_shipped_scenario_is_extended_by_its_name() -> None:
    from ipscost.cli.calibrate import _extended

    assert _extended("inklusion-ips", Path("new.yaml")) == "inklusion-ips"


def test_a_file_that_is_there_is_replaced_by_force_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "new.yaml").write_text("mine", encoding="utf-8")
    assert calibrate("--out", "new.yaml") == 2
    assert "new.yaml is there already; choose another name, or add --force" in " ".join(
        capsys.readouterr().err.split()
    )
    assert (folder / "new.yaml").read_text(encoding="utf-8") == "mine"
    assert calibrate("--out", "new.yaml", "--force") == 0
    assert ipscost.load("new.yaml").name == "new"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--out", "study.yaml", "--force"), "is FILE itself"),
        (("--out", "new.csv"), "name it .yaml"),
        (("--out", "new.yaml", "--set", "outcome.job.usual.mean=0.5"), "what --set changes"),
        (("--starts", "2000"), "expected at most 1,000 starts"),
        (("--starts", "-1"), "expected a whole number"),
        (("--format", "word"), "--format must be one of"),
    ],
)
def test_options_that_do_not_fit_are_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], said: str
) -> None:
    assert calibrate(*options) == 2
    assert said in " ".join(capsys.readouterr().err.replace("│", " ").split())
    assert sorted(path.name for path in folder.iterdir()) == ["study.yaml"]


def test_stdin_can_be_fitted_but_not_extended(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["calibrate", "-", "--out", "new.yaml"]) == 2
    assert "give it a name" in capsys.readouterr().err


def test_a_fit_that_is_open_is_shown_and_not_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_ = (GOLDEN / "calibrate-open.yaml").read_text(encoding="utf-8")
    (folder / "open.yaml").write_text(open_.replace("calibrate.yaml", "study.yaml"))
    assert main(["calibrate", "open.yaml", "--out", "new.yaml"]) == 1
    printed = capsys.readouterr()
    assert tells(printed.out, "calibrate_open_opposite")
    assert {"Care, IPS", "Rent, IPS"} <= set(re.findall(r"(?:Care|Rent), IPS", printed.out))
    assert "error[E247]" in printed.err
    assert not (folder / "new.yaml").exists()


def test_set_changes_what_is_fitted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert calibrate("--format", "json") == 0
    before = json.loads(capsys.readouterr().out)
    assert calibrate("--format", "json", "--set", "calibrate.target.saving.value=13000") == 0
    after = json.loads(capsys.readouterr().out)

    def care(result: dict[str, list[dict[str, object]]]) -> object:
        rows = result["rows"]
        return next(
            r["mean"] for r in rows if (r["measure"], r["path"]) == ("fitted", "cost.care.ips")
        )

    assert care(before) != care(after)


def test_the_answer_does_not_depend_on_threads(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["calibrate", "study.yaml", "--starts", "1", "--format", "csv"]
    assert main(options) == 0
    here = capsys.readouterr().out
    root = str(Path(ipscost.__file__).parents[1])
    one = {"PYTHONPATH": root, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    there = subprocess.run(
        [sys.executable, "-m", "ipscost", *options],
        capture_output=True,
        check=True,
        env={**os.environ, **one},
    )
    assert there.stdout.decode().replace("\r\n", "\n") == here.replace("\r\n", "\n")
    assert here.startswith("scenario,arm")
