"""Every broken file of results is told so in the same words, and nothing but that."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest
from danish import english_in

from ipscost.codes import CODES
from ipscost.errors import Problem, ScenarioError
from ipscost.loading.results.psa import read_psa

BAD = Path(__file__).parent / "bad" / "psa"
REWRITE = os.environ.get("IPSCOST_REWRITE") == "1"
PARAMETERS, EFFECTS = "-parameters.csv", "-beside.csv"
FILES = sorted(p.name for p in BAD.glob("*.csv") if not p.name.endswith((PARAMETERS, EFFECTS)))
OPTIONS = {
    "E511.csv": {"reference": "usuall"},
    "E511-outcome.csv": {"outcome": "efect"},
    "E511-outcome-long.csv": {"outcome": "qaly"},
    "E514-two.csv": {"effect_needed": False},
    "E515-outcome.csv": {"outcome": "drugcost"},
    "E501-parts.csv": {"effect_needed": False},
}
"""What is asked of a file, where its mistake lies in that."""

ROWS = "draw,cost_a,cost_b,effect_a,effect_b\n1,10,12,0.5,0.6\n2,11,13,0.4,0.7\n"


def problems(file: str | Path, **options: object) -> tuple[Problem, ...]:
    """What is wrong with a file of results."""
    beside = Path(str(file).replace(".csv", PARAMETERS))
    effects = Path(str(file).replace(".csv", EFFECTS))
    if effects.exists():
        options = {**options, "effects": str(effects)}
    with pytest.raises(ScenarioError) as caught:
        read_psa(file, beside if beside.exists() else None, **options)  # type: ignore[arg-type]
    return caught.value.problems


def said(file: str | Path, **options: object) -> str:
    """The text with which a file is refused."""
    return "\n".join(problem.render() for problem in problems(file, **options))


@pytest.mark.parametrize("file", FILES)
def test_broken_results_are_refused_in_the_expected_words(
    file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BAD)
    found = said(file, **OPTIONS.get(file, {})) + "\n"
    beside = BAD / file.replace(".csv", ".txt")
    if REWRITE:
        beside.write_text(found, encoding="utf-8", newline="\n")
    expected = beside.read_text(encoding="utf-8") if beside.exists() else ""
    lines = difflib.unified_diff(
        expected.splitlines(), found.splitlines(), beside.name, "found", lineterm=""
    )
    assert found == expected, "\n".join(lines)


@pytest.mark.parametrize("file", FILES)
def test_a_message_about_results_has_its_code_place_and_fix(
    file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BAD)
    for problem in problems(file, **OPTIONS.get(file, {})):
        assert problem.code == file[:4]
        assert problem.span.line > 0
        assert problem.fix.strip()
        assert english_in(problem) == []
        text = problem.render()
        assert "None" not in text
        assert all(letter.isprintable() for letter in text.replace("\n", "")), ascii(text)


def test_every_code_of_results_has_a_broken_file() -> None:
    assert {file[:4] for file in FILES} == {code for code in CODES if code.startswith("E5")}


def test_no_expected_text_is_left_without_its_results() -> None:
    assert {p.stem for p in BAD.glob("*.txt")} == {file.removesuffix(".csv") for file in FILES}
