"""Very much of one thing: told in part, refused early, and never searched through at length."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from ipscost.cli import main
from ipscost.cli.output import MOST_TOLD
from ipscost.errors import Problem, ScenarioError, Span, closest

TEMPLATE = (Path(__file__).parents[2] / "ipscost" / "template.yaml").read_text(encoding="utf-8")
Capture = pytest.CaptureFixture[str]


def test_of_very_many_problems_the_first_are_told(folder: Path, capsys: Capture) -> None:
    keys = "".join(f"kez{number}: 1\n" for number in range(3000))
    (folder / "keys.yaml").write_text(f"{TEMPLATE}\n{keys}", encoding="utf-8")
    before = time.process_time()
    assert main(["simulate", "keys.yaml"]) == 1
    error = capsys.readouterr().err
    assert time.process_time() - before < 5  # it took a search through all keys for each
    assert error.count("error[E101]") == MOST_TOLD
    assert error.endswith(
        "... and 2,980 more problems; mend these first, or see all of them with ipscost check "
        "--all\n"
    )
    assert main(["check", "keys.yaml", "--all"]) == 1
    error = capsys.readouterr().err
    assert error.count("error[E101]") == 3000
    assert "more problems" not in error


def test_a_very_long_word_is_cut_in_its_message(folder: Path, capsys: Capture) -> None:
    (folder / "long.yaml").write_text(f"{TEMPLATE}\n? {'k' * 500_000}\n: 1\n", encoding="utf-8")
    assert main(["check", "long.yaml"]) == 1
    assert len(capsys.readouterr().err.replace("k" * 500_000, "")) < 2000


def test_a_design_of_very_many_columns_is_refused_at_once(folder: Path, capsys: Capture) -> None:
    head = ",".join(f"cost.a{number}" for number in range(5000))
    (folder / "design.csv").write_text(f"{head}\n{','.join('1' * 5000)}\n", encoding="utf-8")
    assert main(["batch", "study.yaml", "--design", "design.csv", "--out", "out"]) == 1
    error = capsys.readouterr().err
    assert "error[E402] expected at most 1,000 columns, found 5,000" in error
    assert len(error) < 1000


def test_the_closest_word_is_the_one_that_difflib_finds() -> None:
    from difflib import get_close_matches

    known = ["usual", "ips", "payer", "perspective", "perspectives", "label", "state", "start"]
    for word in ("usuel", "ipse", "Payer", "perspectiv", "lable", "stat", "xyz", "", "startt"):
        found = next(
            (m for w in (word, word.lower()) for m in get_close_matches(w, known, 1, 0.6)), None
        )
        assert closest(word, known) == found


def test_an_error_reads_as_its_problems_do() -> None:
    problem = Problem(Span("a.yaml"), "E001", "", "no such file", "check the spelling")
    assert str(ScenarioError([problem])) == problem.render()
