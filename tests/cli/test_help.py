"""Help: in groups, in the order of use, in every language, with examples that run."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
import typer

from ipscost import Settings, load, simulate
from ipscost.book.build import parts_of
from ipscost.book.writing import xlsx
from ipscost.cli import app, main
from ipscost.cli import help as helps
from ipscost.words import LANGUAGES
from ipscost.words.locale import theme

Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch
GROUP: Any = typer.main.get_command(app)
COMMANDS: dict[str, Any] = GROUP.commands
ENGLISH = re.compile(r"\b(the|of|and|with|from|is|by|not|that|this|only|show|write|else)\b", re.I)


@pytest.fixture(autouse=True)
def _page(monkeypatch: Patch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("IPSCOST_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def shown(capsys: Capture, *arguments: str) -> str:
    """What a command line prints."""
    assert main(arguments) == 0
    return capsys.readouterr().out


def asked() -> Iterator[tuple[str, Any]]:
    """Every option and argument with its command."""
    yield from ((name, each) for name, command in COMMANDS.items() for each in command.params)
    yield from (("", each) for each in GROUP.params)


# --- what there is ---------------------------------------------------------------------------


def test_every_command_and_option_has_words_and_no_words_are_left_over() -> None:
    words = theme("en", "help")
    needed = {f"{kind}_{name}" for name in COMMANDS for kind in ("brief", "command")}
    for command, each in asked():
        name = helps.bare(each)
        own = f"option_{command}_{name}"
        needed.add(own if own in words else f"option_{name}")
    needed.add("option_help")
    for _, each in asked():
        placed = re.findall("[A-Z]{2,}", str(each.metavar or each.name.upper()))
        needed |= {f"metavar_{word}" for word in placed} & words.keys()
    needed |= {"metavar_OPTIONS", "metavar_COMMAND"}
    has_own = re.compile("brief_|command_|option_|metavar_")
    assert sorted(needed - words.keys()) == []
    assert sorted({key for key in words if has_own.match(key)} - needed) == []


def test_every_option_in_a_group_of_options_is_one() -> None:
    there = {helps.bare(each) for _, each in asked()}
    placed = [name for names in helps.PANELS.values() for name in names]
    assert set(placed) <= there
    assert len(placed) == len(set(placed))
    assert {"option_" + name for name in placed} <= theme("en", "help").keys()


def test_every_command_is_in_a_group_and_has_examples() -> None:
    assert {name for names in helps.GROUPS.values() for name in names} == COMMANDS.keys()
    assert helps.EXAMPLES.keys() == COMMANDS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_program_lists_its_commands_in_the_order_of_use(language: str, capsys: Capture) -> None:
    text, words = shown(capsys, "--lang", language, "--help"), theme(language, "help")
    places = [text.index(f"{words[title]}:\n") for title in helps.GROUPS]
    assert places == sorted(places)
    briefs = [
        text.index(f"  {name:<12}  {words[f'brief_{name}']}\n") for name in helps.order(COMMANDS)
    ]
    assert briefs == sorted(briefs)
    assert len(text.splitlines()) <= 54
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_tells_all_its_options_once(name: str, language: str, capsys: Capture) -> None:
    text = shown(capsys, name, "--help", *of(name, language))
    for each in COMMANDS[name].params:
        if each.param_type_name == "option":
            assert len(re.findall(rf"^  {re.escape(each.opts[0])}\b(?!-)", text, re.M)) == 1
    for example in helps.EXAMPLES[name]:
        assert f"  ipscost {example}\n" in text
    assert all(len(line) <= 80 for line in text.splitlines() if "|" not in line), text


def of(name: str, language: str) -> list[str]:
    """--lang behind a command that has it; else nothing, and help is in English."""
    has_lang = any(each.name == "lang" for each in COMMANDS[name].params)
    return ["--lang", language] if has_lang else []


def test_danish_help_has_no_english_in_it(capsys: Capture) -> None:
    for name in COMMANDS:
        text = shown(capsys, "--lang", "da", name, "--help")
        prose = text.split(theme("da", "help")["help_example"].rstrip(":"))[0]
        found = ENGLISH.findall(re.sub(r"--[\w-]+|[\w.]+\.[\w.]+|\S*[/|'>]\S*", "", prose))
        assert found == [], (name, found)


def test_a_group_of_options_stands_under_its_title(capsys: Capture) -> None:
    text = shown(capsys, "batch", "--help")
    titles = re.findall(r"^(\S.*):$", text, re.M)
    words = theme("en", "help")
    keys = ["panel_own", "panel_changes", "panel_draws", "panel_sharing", "panel_output"]
    assert titles == [words[key] for key in keys] + [words["help_example"].rstrip(":")]
    assert "--jobs N" in text.split(words["panel_sharing"])[1]
    assert "(default 10000)" in text
    assert f"else {300}." in " ".join(text.split())


# --- the language ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "da", "simulate", "--help"),
        ("--lang=da", "simulate", "-h"),
        ("simulate", "--lang", "da", "--help"),
        ("simulate", "--help", "--lang", "da"),
        ("simulate", "inklusion-ips", "--help", "--lang=da"),
        ("--lang", "en", "simulate", "--lang", "da", "--help"),
    ],
)
def test_help_is_in_the_language_asked_for_wherever_it_is_asked(
    arguments: tuple[str, ...], capsys: Capture
) -> None:
    assert shown(capsys, *arguments).startswith("Brug: ipscost simulate [TILVALG] FIL\n")


def test_help_is_in_the_language_of_the_environment(capsys: Capture, monkeypatch: Patch) -> None:
    assert shown(capsys, "list", "--help").startswith("Usage: ")
    monkeypatch.setenv("LANG", "da_DK.UTF-8")
    assert shown(capsys, "list", "--help").startswith("Brug: ")
    assert shown(capsys, "--lang", "en", "list", "--help").startswith("Usage: ")
    monkeypatch.setenv("IPSCOST_LANG", "en")
    assert shown(capsys, "--help").startswith("Usage: ")
    monkeypatch.setenv("IPSCOST_LANG", "fr")  # which a command refuses, but not its help
    assert shown(capsys, "--help").startswith("Brug: ")
    monkeypatch.delenv("LANG")
    assert shown(capsys, "--help").startswith("Usage: ")
    assert shown(capsys, "simulate", "--lang", "fr", "--help").startswith("Usage: ")


def test_a_language_before_the_command_is_that_of_its_result(capsys: Capture) -> None:
    given = ("simulate", "inklusion-ips", "--draws", "0")
    danish = shown(capsys, *given, "--lang", "da")
    assert shown(capsys, "--lang", "da", *given) == danish
    assert shown(capsys, "--lang=da", *given) == danish
    assert shown(capsys, "--lang", "en", *given, "--lang", "da") == danish
    assert shown(capsys, "--lang", "da", *given, "--lang", "en") == shown(capsys, *given)


def test_a_language_that_there_is_not_is_refused_before_the_command(capsys: Capture) -> None:
    assert main(["--lang", "fr", "schema"]) == 2
    assert "--lang must be one of en, da, not 'fr'" in capsys.readouterr().err
    assert main(["--lang"]) == 2
    assert "requires an argument" in capsys.readouterr().err


def test_nothing_behind_the_language_gives_help(capsys: Capture) -> None:
    for language, usage in (("da", "Brug: "), ("en", "Usage: ")):
        assert main(["--lang", language]) == 2
        assert capsys.readouterr().err.startswith(usage)


WEEKS = Path(__file__).parents[2] / "examples" / "weeks"


# --- the examples ----------------------------------------------------------------------------


def write_changed(file: Path) -> None:
    """Writes a workbook in which an input is changed, as a spreadsheet program saves it."""
    parts = parts_of(simulate(load("inklusion-ips"), Settings(draws=0)), "en")
    parts.inputs.values["cost.programme.ips"].content = 1183.0
    parts.book.forget()
    file.write_bytes(xlsx(parts.book))


def test_every_example_runs(tmp_path: Path, monkeypatch: Patch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(shlex.split(helps.BEGIN.removeprefix("ipscost "))) == 0
    for command in helps.order(COMMANDS):
        for example in helps.EXAMPLES[command]:
            if command == "import":  # of a workbook in which something was changed
                write_changed(tmp_path / "model.xlsx")
            if "--weeks" in example:
                for name in ("persons.csv", "weeks.csv", "codes.csv"):
                    copy(WEEKS / name, tmp_path / name)
                copy(WEEKS / "model.yaml", tmp_path / "m.yaml")
            typed = re.split(r" (?:>>?|\|) ", example)[0]  # what a shell does with it is its own
            few = ["--draws", "50"] if has_draws(command) else []
            assert main([*shlex.split(typed), *few]) == 0, (example, capsys.readouterr().err)
    assert (tmp_path / "saving.xlsx").exists()
    assert (tmp_path / "results" / "summary.csv").exists()


def has_draws(name: str) -> bool:
    """True for a command that needs no more than a few draws to run."""
    return name != "verify" and any(each.name == "draws" for each in COMMANDS[name].params)
