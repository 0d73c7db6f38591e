"""The layers hold, and what is heavy is imported by those who need it alone."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "ipscost"


def loaded_after(*arguments: str) -> set[str]:
    """The modules that are loaded after the command line with `arguments`; `;` parts several."""
    code = (
        "import itertools, sys; from ipscost.cli import main\n"
        "for is_end, each in itertools.groupby(sys.argv[1:], ';'.__eq__):\n"
        "    assert is_end or main([*each]) == 0\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


FOR_FILES = {"jinja2", "matplotlib", "openpyxl", "xlsxwriter", "docx", "weasyprint", "pyarrow"}
"""What writes and reads files: pages, pictures, workbooks, cases, paper, tables."""
BROUGHT_ALONG = {"numpy.f2py", "numpy.ma", "numpy.testing", "unittest", "scipy.linalg._basic"}
"""What the package scipy.special imports beside its functions: twice as much as numpy itself."""


def test_the_layers_hold() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert " kept, 0 broken" in done.stdout, done.stdout


def test_help_imports_nothing_heavy() -> None:
    heavy = {"numpy", "pandas", "scipy", "pydantic", "rich", "yaml", "tabulate"}
    assert not {*heavy, *FOR_FILES} & loaded_after("--help")


def test_simulate_and_cea_to_a_terminal_import_neither_pandas_nor_tabulate() -> None:
    few = ("inklusion-ips", "--draws", "10")
    plain = ("simulate", *few, "--plot", ";", "verify", few[0], "--stress", "--draws", "0")
    evidence = ("evidence", few[0], "--draws", "10")
    loaded = loaded_after(*plain, ";", "cea", *few, "--outcome", "qaly", ";", *evidence)
    heavy = {"pandas", "tabulate", "scipy.stats", "statsmodels", *FOR_FILES}
    assert not {*heavy, *BROUGHT_ALONG, "ipscost.delimited"} & loaded
    assert {"rich", "scipy.special._ufuncs"} <= loaded


def test_rows_as_text_are_written_without_pandas() -> None:
    simulate = ("simulate", "inklusion-ips", "--draws", "10", "--format")
    loaded = loaded_after(*simulate, "csv", ";", *simulate, "json", ";", *simulate, "jsonl")
    assert not {"pandas", "rich", "tabulate", "xlsxwriter", "pyarrow", *BROUGHT_ALONG} & loaded
    assert "ipscost.formats.machine" in loaded


def test_a_workbook_is_written_without_pandas(tmp_path: Path) -> None:
    out = str(tmp_path / "result.xlsx")
    loaded = loaded_after("simulate", "inklusion-ips", "--draws", "10", "--out", out)
    assert not {"pandas", "pyarrow"} & loaded
    assert "xlsxwriter" in loaded


def test_check_imports_no_scipy() -> None:
    assert "scipy" not in loaded_after("check", "inklusion-ips")


def forbidden(path: Path) -> set[str]:
    """The names in a module by which only others may write, exit or make random numbers."""
    relative = path.relative_to(PACKAGE).as_posix()
    names = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute | ast.Name)
    }
    found = set[str]()
    if not relative.startswith(("cli/", "__main__")):
        found |= names & {"exit", "stdout", "stderr"}
    if relative not in ("formats/terminal.py", "cli/progress.py"):
        found |= names & {"Console", "print"}
    if relative != "drawing/streams.py":
        found |= names & {"default_rng", "Generator", "SeedSequence"}
    return found


def test_only_the_command_line_writes_and_exits() -> None:
    found = {path: forbidden(path) for path in sorted(PACKAGE.rglob("*.py"))}
    assert len(found) > 100
    assert {path.as_posix(): names for path, names in found.items() if names} == {}


def test_modules_stay_readable() -> None:
    longest = max(PACKAGE.rglob("*.py"), key=lambda p: len(p.read_text().splitlines()))
    assert len(longest.read_text().splitlines()) <= 450, longest


def test_no_two_classes_share_a_name() -> None:
    defined = Counter(
        name
        for path in PACKAGE.rglob("*.py")
        for name in re.findall(r"^class (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert [name for name, times in defined.items() if times > 1] == []


def test_nothing_refers_to_what_lies_outside_the_project() -> None:
    done = subprocess.run(
        ["git", "grep", "-nI", r"\.\./shar[e]d"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout == ""


def test_settings_of_hypothesis_stand_in_one_place() -> None:
    words = ("register" + "_profile", "load" + "_profile", "dead" + "line=")
    files = [path for path in (ROOT / "tests").rglob("*.py") if path.name != "conftest.py"]
    found = [
        (path.name, word)
        for path in files
        for word in words
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []
    assert settings().deadline is None
    assert settings().derandomize


TELLING = {
    *("report/as_yaml.py", "report/calibrate/written.py"),
    *("report/notes/gaps.py", "report/voi/report.py"),
}
"""What writes a scenario, an error or a check of names, and so has to tell texts in a language."""


@pytest.mark.parametrize("room", ["analysis", "report"])
def test_analyses_and_reports_are_in_no_language(room: str) -> None:
    """No function there takes a language, and none tells a text but for what is listed."""
    for path in sorted((PACKAGE / room).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
        takes = [f.name for f in functions for a in ast.walk(f.args) if _is_language(a)]
        tells = [
            n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr == "tell"
        ]
        names = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
        if path.relative_to(PACKAGE).as_posix() not in TELLING:
            assert not takes, path
            assert not tells, path
            assert not {"tell", "LANGUAGES"} & names, path


def _is_language(node: ast.AST) -> bool:
    return isinstance(node, ast.arg) and node.arg in ("language", "lang")
