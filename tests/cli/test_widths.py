"""No table of what is shipped cuts a word in two without a hyphen, however narrow the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from ipscost import Report
from ipscost.cli import main
from ipscost.formats import Page, terminal
from ipscost.formats.cells import in_words, shortened
from ipscost.words import LANGUAGES

ROOT = Path(__file__).parents[2]
MARKS = r"(?<=[-./=:_,])"
COMMANDS = [
    *(["simulate", name] for name in ("inklusion-ips", "inklusion-ipse", "labour-market-ips")),
    *(["simulate", f"examples/{name}.yaml"] for name in ("municipality", "states")),
    ["payers", "inklusion-ips"],
    ["payers", "examples/municipality.yaml"],
    ["budget", "examples/two-payers-three-years.yaml"],
    ["sensitivity", "examples/states.yaml"],
    ["voi", "examples/municipality.yaml"],
    ["explain", "labour-market-ips", "cost.benefits.after"],
    ["explain", "inklusion-ips", "cost"],
]


def reports(*arguments: str) -> Iterator[Report]:
    """What a command would show, in full and short."""
    found: list[Report] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setattr("ipscost.formats.render", lambda report, *_: found.append(report) or "\n")
        assert main([*arguments, "--draws", "50"]) == 0
    yield from found
    yield from (shortened(report) for report in found if report.short is not None)


def cut(shown: str, known: set[str]) -> Iterator[str]:
    """The words of a page that are not known, nor parts of such: behind a mark, or of a hyphen."""
    parts = {part for word in known for part in re.split(MARKS, word)} | known
    every = "\n".join(parts)
    words = shown.split()
    hyphened = {word[:-1] for word in words if word.endswith("-") and len(word) > 1}
    for word in words:
        *_, last = re.split(MARKS, word) if word[-1:] not in "./=:_,-" else [word]
        ends = any(f"{start}{last}" in every for start in hyphened)
        begins = word.endswith("-") and word[:-1] in every
        of_parts = all(part in parts for part in re.split(MARKS, word) if part)
        if not (of_parts or begins or ends):
            yield word


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_word_is_cut_without_a_hyphen(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for report in reports(*command):
        for language in LANGUAGES:
            shown = in_words(report, language)
            known = set(terminal.table(shown, Page(width=2000, language=language)).split())
            known |= {w for t in shown.tables for c in t.columns for w in str(c.label).split()}
            known |= {w for t in shown.tables for row in t.rows for w in str(row.label).split()}
            for width in (80, 60):
                narrow = terminal.table(shown, Page(width=width, language=language))
                assert [*cut(re.sub("─+", "", narrow), known)] == [], (language, width)
    capsys.readouterr()


def test_a_label_that_does_not_fit_is_broken_where_its_parts_meet(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["simulate", "inklusion-ips", "--notes", "--lang", "da"]) == 0
    shown = capsys.readouterr().out
    assert "\nProduktivitets- " in shown
    assert "\ngevinst " in shown


def test_short_texts_stay_on_a_line_while_long_ones_wrap(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["verify", "labour-market-ips"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = [line for line in lines if line.endswith("off as stated")]
    assert len(rows) > 3
    assert all(len(line) <= 80 for line in lines)
    assert all(below.strip() != "stated" for _, below in pairwise(lines))
