"""What people see of a batch: a bar in a terminal, a sentence at the end, and the help."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from batches import DEADLINE, FEW, ROOT, SWEEP, batch, command, counted, environment, running

from ipscost.cli import main

Capture = pytest.CaptureFixture[str]
GIVEN = ("study.yaml", *FEW, "--sweep", SWEEP, "--out", "out")
COLOR = re.compile(r"\x1b\[[0-9;]*m")
PAGE = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")


def in_a_terminal(*arguments: str, **more: str) -> tuple[str, str]:
    """What a batch writes to a stderr that is a terminal, and to stdout."""
    master, slave = pty.openpty()
    settings = environment(TERM="xterm-256color", COLUMNS="80", **more)
    process = subprocess.Popen(
        [sys.executable, *command(*arguments)],
        stdout=subprocess.PIPE,
        stderr=slave,
        env=settings,
        text=True,
    )
    os.close(slave)
    shown = b""
    try:
        while part := _part(master):
            shown += part
        out, _ = process.communicate(timeout=DEADLINE)
    finally:
        process.kill()
        process.wait(DEADLINE)
        os.close(master)
    return shown.decode(), out


def _part(master: int) -> bytes:
    """What comes next; nothing at the end, which Linux tells by an error."""
    try:
        return os.read(master, 65536)
    except OSError:
        return b""


def test_without_a_terminal_there_is_a_sentence_and_nothing_else(
    folder: Path, capsys: Capture
) -> None:
    assert batch(*GIVEN) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        "3 runs: 3 computed, 0 finished before, 0 failed. Written to out: summary.csv, "
        "categories.csv, payers.csv, manifest.json.\n"
    )
    with running(*command(*GIVEN)) as process:
        out, error = process.communicate(timeout=DEADLINE)
    assert out == ""
    assert counted(error) == (3, 0, 3, 0)
    assert "\x1b" not in error


def test_the_sentence_is_danish_where_that_is_asked_for(folder: Path, capsys: Capture) -> None:
    assert batch(*GIVEN, "--lang", "da") == 0
    assert capsys.readouterr().err == (
        "3 kørsler: beregnet 3, færdige i forvejen 0, mislykkede 0. Skrevet til out: summary.csv, "
        "categories.csv, payers.csv, manifest.json.\n"
    )


def test_a_terminal_shows_a_bar_and_then_the_sentence(folder: Path) -> None:
    shown, out = in_a_terminal(*GIVEN)
    assert out == ""
    assert "3/3" in shown
    assert "━" in shown
    assert COLOR.search(shown)
    assert counted(shown) == (3, 3, 0, 0)
    assert shown.index("3/3") < shown.index("3 runs")


@pytest.mark.parametrize("how", ["option", "variable"])
def test_colour_can_be_refused(folder: Path, how: str) -> None:
    option = ("--no-color",) if how == "option" else ()
    shown, _ = in_a_terminal(*GIVEN, *option, **({} if option else {"NO_COLOR": "1"}))
    assert "3/3" in shown
    assert not re.search(r"\x1b\[[0-9;]*3[0-9;]*m", shown)


def test_a_failure_stands_above_the_bar_as_it_is(folder: Path) -> None:
    (folder / "d.csv").write_text(
        "cost.care.ips.se\n10\n" + "20\n" * 20 + "-1\n30\n", encoding="utf-8"
    )
    shown, _ = in_a_terminal("study.yaml", *FEW, "--design", "d.csv", "--out", "out")
    assert "d.csv:23:1: error[E114] cost.care.ips.se: expected a number above 0" in shown
    assert counted(shown) == (23, 22, 0, 1)


# --- the help and the page -------------------------------------------------------------------


def options_of_batch(capsys: Capture) -> set[str]:
    """The options that the help names."""
    assert main(["batch", "--help"]) == 0
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", capsys.readouterr().out))


def test_the_help_says_what_each_option_does(capsys: Capture) -> None:
    assert main(["batch", "--help"]) == 0
    text = capsys.readouterr().out
    for line in (
        "Run many scenarios, or many variants of some, into tidy CSVs",
        "FILE...",
        "--out DIR",
        "--sweep PATH=LOW:HIGH:N",
        "--range PATH=LOW:HIGH",
        "--sample lhs:N|sobol:N",
        "--design CSV",
        "--csv-dialect standard|excel-da",
        "--scheduler tcp://HOST:PORT",
    ):
        assert line in text, line


def test_every_option_on_the_page_is_there_and_every_own_one_is_on_the_page(
    capsys: Capture,
) -> None:
    there = options_of_batch(capsys)
    of_others = {"--nthreads", "--nworkers", "--array", "--time", "--dependency", "--wrap"}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE)) - of_others <= there
    common = {"--draws", "--seed", "--price-year", "--level", "--no-color", "--help"}
    assert {option for option in there - common if option not in PAGE} == set()


def test_the_commands_of_the_page_run(folder: Path) -> None:
    (folder / "scenarios").mkdir()
    (folder / "study.yaml").rename(folder / "scenarios" / "study.yaml")
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)).replace("\\\n", " ")
    commands = [line.split() for line in blocks.splitlines() if line.startswith("ipscost batch")]
    assert len(commands) >= 4
    for line in commands:
        if "--scheduler" not in line:
            assert main([*line[1:], "--draws", "0"]) == 0, line


def test_the_files_on_the_page_are_those_that_are_written(folder: Path) -> None:
    (folder / "bad.yaml").write_text("ipscost: 2\n", encoding="utf-8")
    assert batch(".", *FEW, "--months", "--keep-draws", "--out", "out") == 1
    there = {path.name for path in (folder / "out").iterdir() if path.is_file()}
    assert there == set(re.findall(r"^\| `(\w+\.\w+)` \|", PAGE, re.MULTILINE))
