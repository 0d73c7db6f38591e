"""How wide a page is, and what it has in place of characters that an encoding lacks."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import pytest

from ipscost.cli import main, screen
from ipscost.cli.app import shown
from ipscost.texts import STAND_INS, writable
from ipscost.words import LANGUAGES
from ipscost.words.locale import words_of

ROOT = Path(__file__).parents[2]
Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch
ENCODINGS = ("ascii", "latin-1", "cp1252", "cp850", "cp437")
FEW = ("--draws", "50")


def printed(capsys: Capture, *arguments: str) -> str:
    """What a command prints."""
    assert main(arguments) == 0
    return capsys.readouterr().out


def widest(text: str) -> int:
    """The length of the longest line."""
    return max(map(len, text.splitlines()))


def piped(*arguments: str, **environment: str) -> bytes:
    """What the program writes into a pipe; without COLUMNS, unless given."""
    inherited = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return subprocess.run(
        [sys.executable, "-m", "ipscost", *arguments],
        env={**inherited, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=True,
    ).stdout


# --- the width -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("columns", "expected"),
    [("80", 80), ("60", 60), ("110", 110), ("200", 110), ("9", 40), ("wide", 80), ("0", 80)],
)
def test_a_page_is_as_wide_as_columns_says_within_reason(
    columns: str, expected: int, monkeypatch: Patch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    # what asks next, where COLUMNS says nothing, is the terminal of whoever runs this
    monkeypatch.setattr("os.get_terminal_size", lambda *_: os.terminal_size((0, 0)))
    assert screen.width() == expected


def test_a_pipe_is_80_wide_unless_columns_says_more() -> None:
    simulate = ("simulate", "labour-market-ips", *FEW)
    narrow, wide = piped(*simulate).decode(), piped(*simulate, COLUMNS="110").decode()
    assert 72 < widest(narrow) <= 80
    assert 100 < widest(wide) <= 110
    assert len(wide.splitlines()) < len(narrow.splitlines())


@pytest.mark.parametrize(
    "arguments",
    [
        ("simulate", "labour-market-ips", "--notes"),
        ("payers", "labour-market-ips", "--notes", "--years"),
        ("compare", "inklusion-ips", "inklusion-ipse", "--notes"),
    ],
)
def test_a_wide_page_takes_fewer_lines_and_is_no_wider(
    arguments: tuple[str, ...], monkeypatch: Patch, capsys: Capture
) -> None:
    shown = {}
    for width in (80, 110):
        monkeypatch.setenv("COLUMNS", str(width))
        shown[width] = printed(capsys, *arguments, *FEW)
    assert widest(shown[110]) <= 110
    assert len(shown[110].splitlines()) < len(shown[80].splitlines())


def test_more_columns_stand_side_by_side_on_a_wide_page(
    monkeypatch: Patch, capsys: Capture
) -> None:
    asked = ("payers", "labour-market-ips", "--notes", "--months", *FEW)
    found = {}
    for width in (80, 110):
        monkeypatch.setenv("COLUMNS", str(width))
        text = printed(capsys, *asked)
        found[width] = sum(line.startswith("──") for line in text.splitlines())
        assert widest(text) <= width
    assert found[110] < found[80]


@pytest.mark.parametrize("name", ["csv", "json", "jsonl", "markdown", "latex"])
def test_no_file_depends_on_the_width_of_the_page(
    name: str, monkeypatch: Patch, capsys: Capture
) -> None:
    found = set()
    for width in ("80", "110"):
        monkeypatch.setenv("COLUMNS", width)
        found.add(
            printed(capsys, "payers", "inklusion-ips", "--years", "--format", name, "--draws", "5")
        )
    assert len(found) == 1


# --- characters ------------------------------------------------------------------------------


def test_everything_that_is_written_has_a_stand_in_in_every_encoding() -> None:
    everything = set("“”‘’«»–—†‡…·•≥≤×→−½€░█ ")
    everything |= {chr(code) for code in range(0x2500, 0x25A0)}  # boxes and blocks
    for language in LANGUAGES:
        everything.update(*words_of(language).values())
    folders = ("scenarios", "examples", "ipscost/report", "ipscost/formats")
    files = [file for each in folders for file in (ROOT / each).rglob("*.[py]*[my]*")]
    assert len(files) > 50
    for file in (*files, ROOT / "ipscost" / "template.yaml"):
        if file.suffix in (".py", ".yaml"):
            everything |= set(file.read_text(encoding="utf-8"))
    for encoding in ENCODINGS:
        lacking = {
            letter
            for letter in everything - {"?"}
            if "?" in letter.encode(encoding, STAND_INS).decode(encoding)
        }
        assert lacking == set(), encoding


@pytest.mark.parametrize("encoding", ["ascii", "cp850"])  # without boxes, and with some
def test_columns_are_straight_in_every_encoding(encoding: str) -> None:
    asked = ("--lang", "da", "simulate", "labour-market-ips", "--notes", *FEW)
    text = piped(*asked, PYTHONIOENCODING=encoding).decode(encoding)
    lines, found = text.splitlines(), 0
    for number, rule in enumerate(lines):
        if len(rule) > 40 and set(rule) <= {"-", "─"}:
            found += 1
            rows = takewhile(str.strip, lines[number + 1 :])
            assert max(map(len, rows)) == len(rule)  # the last column is aligned to the right
    assert found > 3
    assert "?" not in text


def test_an_encoding_that_has_everything_changes_nothing() -> None:
    text = "“æ – †”"
    assert writable(text, "utf-8") is text
    assert writable(text, "utf-16") is text
    assert writable(["Økonomi †", 1.0], "ascii") == ["Oekonomi ^", 1.0]
    assert writable("plain", "ascii") == "plain"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_help_and_complaints_have_stand_ins_too(encoding: str) -> None:
    text = piped("--lang", "da", "simulate", "--help", PYTHONIOENCODING=encoding)
    assert "norma" in text.decode(encoding)
    if encoding == "ascii":
        assert "Vis forloebet maaned for maaned." in text.decode()

    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    assert shown("‘moon’ – †", stream).encode(encoding)


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (["simulate", "inklusion-ips", "--people", "1e9"], "Error: Invalid value for '--people':"),
        (["simulate", "inklusion-ips", "--set", "cost.programme.ips.se=much"], "--set:1:"),
    ],
)
def test_a_complaint_is_folded_at_a_terminal_alone(
    arguments: list[str], start: str, monkeypatch: Patch, capsys: Capture
) -> None:
    monkeypatch.setenv("COLUMNS", "45")
    assert main(arguments) == 2
    whole = capsys.readouterr().err
    assert widest(whole) > 45  # an editor that reads a pipe finds a problem on one line
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(arguments) == 2
    told = capsys.readouterr().err
    folded = told[told.index(start) :]
    assert widest(folded) <= 45
    assert " ".join(folded.split()) in " ".join(whole.split())
