"""A third language is a folder: with one more beside the others, the program speaks it."""

from __future__ import annotations

import string
import subprocess
import sys
from pathlib import Path

import builders
import pytest

from ipscost.words.locale import words_of

LOCALE = """\
from ipscost.words.locale import Locale

LOCALE = Locale(name="Loud", decimal="'", thousands="_")
"""

WITH_A_FOLDER = """\
import sys
from importlib.util import find_spec, module_from_spec

spec = find_spec("ipscost.words")
spec.submodule_search_locations.append(sys.argv[1])
sys.modules[spec.name] = module_from_spec(spec)
spec.loader.exec_module(sys.modules[spec.name])

from ipscost.cli import main

sys.exit(main(sys.argv[2:]))
"""
"""Runs the command line with one more folder in which languages may stand."""


def loud(text: str) -> str:
    """A text in capital letters, with what is filled in left as it is."""
    parts = string.Formatter().parse(text)
    return "".join(
        before.upper() + ("" if name is None else f"{{{name}}}") for before, name, _, _ in parts
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a language `xx`, English in capital letters, and a scenario that names it."""
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "__init__.py").write_text(LOCALE, encoding="utf-8")
    words = {key: loud(text) for key, text in words_of("en").items()}
    (tmp_path / "xx" / "general.py").write_text(f"WORDS = {words!r}\n", encoding="utf-8")
    care = builders.CARE.replace("da: Pleje", "da: Pleje, xx: Looking after").replace(
        "-300", "-3.5"
    )
    content = builders.text(care + builders.PROGRAMME, outcome=builders.JOB)
    (tmp_path / "study.yaml").write_text(content, encoding="utf-8")
    return tmp_path


def test_a_result_is_in_the_language_of_the_folder(folder: Path) -> None:
    command = ["simulate", str(folder / "study.yaml"), "--draws", "1000", "--notes", "--lang", "xx"]
    done = subprocess.run(
        [sys.executable, "-c", WITH_A_FOLDER, str(folder), *command],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (
        "IPS COSTS SOCIETY 117 kr. MORE PER PERSON OVER 4 MONTHS THAN normal practice"
        in done.stdout
    )
    assert "Looking after" in done.stdout  # the text in the language, where the file has one
    assert "Programme" in done.stdout  # else the English one
    assert "1_000 DRAWS" in done.stdout
    assert "20'0" in done.stdout


def test_without_the_folder_there_is_no_such_language(folder: Path) -> None:
    command = ["simulate", str(folder / "study.yaml"), "--lang", "xx"]
    done = subprocess.run(
        [sys.executable, "-m", "ipscost", *command], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "must be one of en, da, not 'xx'" in done.stderr
