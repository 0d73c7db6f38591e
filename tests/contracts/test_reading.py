"""Every file that a run depends on is read before anything is computed, and none after that."""

from __future__ import annotations

import ast
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_outputs import ARGUMENTS, ROOT, fill, write

from ipscost import run
from ipscost.analysis.evaluation.evaluate import evaluated
from ipscost.cli import app, main
from ipscost.library import individual
from ipscost.loading.results import psa
from ipscost.loading.text.shipped import SHIPPED

Patch = pytest.MonkeyPatch
NOT_COMPUTING = ("check", "schema", "new", "list", "completion", "import")
"""These read files, or write some, and compute nothing; what `import` computes is a check."""

OPENERS = {
    "ipscost/batch/ours.py": "what a batch wrote before",
    "ipscost/batch/writing.py": "what it just wrote",
    "ipscost/cli/__init__.py": "/dev/null",
    "ipscost/cli/new.py": "whether a schema would be written over",
    "ipscost/cli/trial.py": "whether what is written over is made up",
    "ipscost/cli/report.py": "the user's own Word template, before anything is computed",
    "ipscost/files.py": "outputs",
    "ipscost/formats/page/__init__.py": "the program's own templates, styles and scripts",
    "ipscost/loading/text/inputs.py": "whatever a scenario names, through yamldoc",
    "ipscost/loading/text/shipped.py": "the template of a new scenario",
    "ipscost/loading/data/table.py": "individual data, in blocks",
    "ipscost/loading/text/raw.py": "whatever a scenario names, results made elsewhere, and designs",
}
"""The modules that open files, and which."""


class Watch:
    """Refuses to open what lies in some folders, once `is_closed`, in this process and its forks.

    Python keeps a hook until it ends, so one stands for all tests, and does nothing unless asked.
    """

    def __init__(self) -> None:
        self.folders: tuple[str, ...] = ()
        self.is_closed = False
        sys.addaudithook(self.hook)

    def hook(self, event: str, args: tuple[Any, ...]) -> None:
        if event != "open" or not self.is_closed or not isinstance(args[0], (str, bytes, Path)):
            return
        path, mode, flags = str(Path(os.fsdecode(args[0])).absolute()), *args[1:3]
        writes = any(letter in mode for letter in "wax+") if mode else flags & os.O_CREAT
        inside = path.startswith(self.folders) and f"{os.sep}out{os.sep}" not in path
        if inside and not writes:
            raise AssertionError(f"{path} is opened after the computing began")

    def close(self) -> None:
        self.is_closed = True


WATCH: list[Watch] = []


@pytest.fixture
def watch(every: Path, monkeypatch: Patch) -> Iterator[Watch]:
    """A folder whose files may be read until the first engine is asked for, and not after it."""
    if not WATCH:
        WATCH.append(Watch())
    found, engine_of, read_psa = WATCH[0], run.engine_of, psa.read_psa

    def computing(*given: Any) -> Any:
        found.close()
        return engine_of(*given)

    def read(*given: Any, **more: Any) -> Any:
        results = read_psa(*given, **more)
        found.close()
        return results

    def evaluating(*given: Any) -> Any:
        found.close()
        return evaluated(*given)

    monkeypatch.setattr(run, "engine_of", computing)
    monkeypatch.setattr(individual, "evaluated", evaluating)
    monkeypatch.setattr(psa, "read_psa", read)
    found.folders = (str(every), str(SHIPPED))
    yield found
    found.is_closed, found.folders = False, ()


ANALYSES = """
analyses:
  rates: {set: {discount.schedule: other-rates.yaml}}
  index: {set: {prices: [other-index.yaml]}}
  deaths: {set: {model.transition.benefit.dead.all.mean: {file: deaths.csv, column: each_month}}}
"""


@pytest.fixture
def every(tmp_path: Path, monkeypatch: Patch) -> Path:
    """The folder in which commands are run, with a scenario that names files in every way."""
    monkeypatch.chdir(tmp_path)
    fill(tmp_path)
    for name, copy in (("rates", "other-rates"), ("index", "other-index")):
        shutil.copy(f"{name}.yaml", f"{copy}.yaml")
    shutil.copy("mortality.csv", "deaths.csv")
    write("every.yaml", Path("other.yaml").read_text(encoding="utf-8") + ANALYSES)
    write("fit.yaml", Path("fit.yaml").read_text(encoding="utf-8") + "prices: [index.yaml]\n")
    return tmp_path


HERE = {
    "states.yaml": "every.yaml",
    "job": "qaly",
    "cost.programme.ips": "cost.programme.at_start.ips",
}


def arguments(command: str) -> list[str]:
    """How a command is called here: on the scenario that names files in every way."""
    return [HERE.get(text, text) for text in ARGUMENTS[command]]


def test_every_command_that_computes_is_watched() -> None:
    names = {command.name or command.callback.__name__ for command in app.registered_commands}  # type: ignore[union-attr]
    assert names == {*ARGUMENTS, *NOT_COMPUTING}


@pytest.mark.parametrize("command", sorted(set(ARGUMENTS) - set(NOT_COMPUTING)))
def test_a_command_opens_no_file_once_it_computes(
    watch: Watch, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    more = ["--draws", "20"] if command not in ("analyse", "calibrate", "trial") else []
    if command == "batch":
        sweep = "discount.schedule=rates.yaml,danish_2013"
        more += ["--out", "out", "--sweep", sweep, "--jobs", "2"]
    endings = {"workbook": "xlsx", "plot": "svg", "report": "html", "trial": "csv"}
    if command in endings:
        more += ["--out", f"out.{endings[command]}"]
    settings = ["--set", "discount.schedule=other-rates.yaml"] if command == "simulate" else []
    code = main([command, *arguments(command), *more, *settings])
    told = capsys.readouterr().err
    assert watch.is_closed or command == "batch"  # the processes of a batch are closed, not this
    assert "after the computing began" not in told
    assert "bug" not in told
    assert code == 0, told


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_workers_of_a_batch_open_no_file(watch: Watch, jobs: str) -> None:
    write("rows.csv", "discount.schedule\nrates.yaml\ndanish_2013\n")
    swept = "{file: deaths.csv, column: each_month},{file: mortality.csv, column: each_month}"
    given = ["every.yaml", "--draws", "20", "--design", "rows.csv", "--jobs", jobs, "--out", "out"]
    path = "model.transition.benefit.dead.all.mean"
    assert main(["batch", *given, "--sweep", f"{path}={swept}"]) == 0
    assert watch.is_closed == (jobs == "1")


def test_results_made_elsewhere_are_read_before_anything_is_computed(
    watch: Watch,
) -> None:
    rows = "".join(f"{i},usual,{i},{i / 9}\n{i},ips,{i + 2},{i / 7}\n" for i in range(1, 40))
    write("psa.csv", f"draw,arm,cost,effect\n{rows}")
    assert main(["cea", "--psa", "psa.csv"]) == 0
    assert watch.is_closed


def test_no_module_opens_files_but_those_that_are_known_to() -> None:
    """A key of the format whose file is opened where it is used is found here."""
    found = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "ipscost").rglob("*.py")
        if any(map(opens, ast.walk(ast.parse(file.read_text("utf-8")))))
    }
    assert found == set(OPENERS)


def opens(node: ast.AST) -> bool:
    """True for a call by which a file is opened or read."""
    if not isinstance(node, ast.Call):
        return False
    names = ("open", "read_text", "read_bytes", "loadtxt", "read_csv", "fromfile", "memmap")
    if isinstance(node.func, ast.Attribute):
        return node.func.attr in names
    return isinstance(node.func, ast.Name) and node.func.id in ("open", "fdopen")
