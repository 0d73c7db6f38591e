"""What is wrong with a file or a command is told in the language of the command line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from ipscost.cli import main

Capture = pytest.CaptureFixture[str]
BAD = "ipscost: 1\ntitle: Prøve\nmony: DKK_2024\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("IPSCOST_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    return tmp_path


def told(capsys: Capture, *arguments: str) -> str:
    """What a command that cannot be carried out says."""
    assert main([*arguments]) in (1, 2)
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err


def test_a_problem_of_a_file_as_a_danish_reader_sees_it(folder: Path, capsys: Capture) -> None:
    said = told(capsys, "check", "bad.yaml", "--lang", "da")
    assert said.splitlines()[-4:] == [
        "bad.yaml:3:1: fejl[E101] mony: ukendt nøgle mony",
        "    3 | mony: DKK_2024",
        "      | ^^^^",
        "  løsning: skriv money",
    ]


@pytest.mark.parametrize(
    ("arguments", "variables"),
    [
        (["simulate", "none.yaml", "--lang", "da"], {}),
        (["--lang", "da", "simulate", "none.yaml"], {}),
        (["simulate", "--lang=da", "none.yaml"], {"IPSCOST_LANG": "en"}),
        (["simulate", "none.yaml"], {"IPSCOST_LANG": "da"}),
        (["simulate", "none.yaml"], {"LC_ALL": "da_DK.UTF-8"}),
    ],
)
def test_messages_follow_the_language_as_results_do(
    arguments: list[str],
    variables: dict[str, str],
    folder: Path,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert told(capsys, *arguments).startswith("none.yaml: fejl[E001] filen findes ikke\n")


def test_the_next_command_is_told_in_its_own_language(folder: Path, capsys: Capture) -> None:
    told(capsys, "simulate", "none.yaml", "--lang", "da")
    assert told(capsys, "simulate", "none.yaml").startswith("none.yaml: error[E001] no such file\n")


USAGE = (
    "Brug: ipscost simulate [TILVALG] FIL\nPrøv 'ipscost simulate -h' for at få hjælp.\n\nFejl: "
)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["simulate"], f"{USAGE}'FIL' mangler."),
        (["simulate", "x", "--nix"], f"{USAGE}der er intet tilvalg --nix"),
        (["simulate", "x", "--draw"], f"{USAGE}der er intet tilvalg --draw (måske menes --draws)"),
        (["simulate", "x", "y"], f"{USAGE}der står for meget på linjen: y"),
        (["simulate", "x", "--draws"], "Fejl: der mangler en værdi efter '--draws'."),
        (["simulate", "x", "--notes=1"], "Fejl: '--notes' skal ikke have en værdi."),
        (
            ["simulate", "x", "--people", "0"],
            f"{USAGE}'--people': der skal være mindst 1 person, men der står '0'; skriv 60",
        ),
        (["simulat"], "Menes der 'simulate'?"),
        (["nix"], "der er ingen kommando 'nix'."),
        (
            ["simulate", "inklusion-ips", "--format", "nix"],
            "--format skal være en af table, plain",
        ),
    ],
)
def test_a_command_that_cannot_be_read_is_refused_in_danish(
    arguments: list[str], said: str, folder: Path, capsys: Capture
) -> None:
    printed = told(capsys, "--lang", "da", *arguments)
    assert said in printed
    assert not re.search(r"\b(Usage|Try|Error|No such|Missing|expected)\b", printed)


def test_without_a_command_help_is_shown_and_nothing_is_wrong(
    folder: Path, capsys: Capture
) -> None:
    assert main(["--lang", "da"]) == 2
    printed = capsys.readouterr()
    assert (printed.out + printed.err).startswith("Brug: ipscost [TILVALG] KOMMANDO ...\n\n")
    assert "Fejl" not in printed.out + printed.err


def test_lines_to_paste_hold_a_danish_assumption(folder: Path, capsys: Capture) -> None:
    printed = told(capsys, "simulate", "inklusion-ips", "--price-year", "2030", "--lang", "da")
    pasted = yaml.safe_load(printed[printed.index("prices:") : printed.index("\neller,")])
    assert pasted["prices"]["assume"] == 2030
    assert pasted["prices"]["assumption"].startswith("forbrugerpriserne stiger 1,8% om året")


def test_a_warning_is_told_in_danish_and_so_is_how_many_more(folder: Path, capsys: Capture) -> None:
    flood = "ipscost: 1\n" + "".join(f"x{n}: 1\n" for n in range(1, 30))
    (folder / "many.yaml").write_text(flood, encoding="utf-8")
    printed = told(capsys, "check", "many.yaml", "--lang", "da")
    assert re.search(r"\.\.\. og \d+ problemer mere; ret disse først", printed)
