"""What every option that names an output keeps: no input of the run is lost, whatever its name."""

from __future__ import annotations

import inspect
import os
import shutil
import stat
import sys
from pathlib import Path
from typing import get_args

import pytest

from ipscost.cli import app, main

ROOT = Path(__file__).parents[2]
Capture = pytest.CaptureFixture[str]

ARGUMENTS = {
    "simulate": ["states.yaml"],
    "explain": ["states.yaml", "cost"],
    "verify": ["states.yaml"],
    "compare": ["states.yaml", "other.yaml"],
    "cea": ["states.yaml", "--outcome", "job"],
    "evidence": ["study.yaml"],
    "voi": ["states.yaml"],
    "distribution": ["states.yaml"],
    "power": ["states.yaml", "--sd", "1000"],
    "trial": ["states.yaml", "--n", "5"],
    "analyse": ["persons.csv", "--model", "persons.yaml", "--imputations", "2"],
    "sensitivity": ["states.yaml"],
    "threshold": ["states.yaml", "cost.programme.ips"],
    "payers": ["states.yaml"],
    "budget": ["rollout.yaml"],
    "calibrate": ["fit.yaml"],
    "batch": ["states.yaml"],
    "workbook": ["states.yaml"],
    "plot": ["waterfall", "states.yaml"],
    "report": ["states.yaml"],
    "import": ["model.xlsx"],
    "schema": [],
}
"""How each command that has an output is called, beside that output."""

OUTPUTS = ("out", "save_draws", "data", "key")
INPUTS = ("design", "model", "template")
ENDINGS = {("workbook", "out"): "xlsx", ("plot", "out"): "svg", ("report", "out"): "html"}
"""The endings of outputs that go by them."""


def options() -> list[tuple[str, str]]:
    """Each command with each option of it that is a path."""
    return [
        (command.name or command.callback.__name__, name)
        for command in app.registered_commands
        if command.callback is not None
        for name, option in inspect.signature(command.callback).parameters.items()
        for kind in get_args(option.annotation)[:1]  # the type of Annotated[type, option]
        if kind is Path or Path in get_args(kind)
    ]


EACH = [(command, option) for command, option in options() if option in OUTPUTS]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with scenarios that read all kinds of files, in which commands are run."""
    monkeypatch.chdir(tmp_path)
    fill(tmp_path)
    return tmp_path


def fill(folder: Path) -> None:
    """Puts scenarios that read all kinds of files into a folder."""
    for name in ("states.yaml", "mortality.csv"):
        shutil.copy(ROOT / "examples" / name, folder)
    shutil.copy(ROOT / "tests" / "golden" / "calibrate.yaml", folder / "base.yaml")
    shutil.copy(ROOT / "scenarios" / "discount" / "danish_2021.yaml", folder / "rates.yaml")
    shutil.copy(ROOT / "scenarios" / "prices" / "consumer-prices-dkk.yaml", folder / "index.yaml")
    head = "ipscost: 1\ntitle: {en: Other, da: Andet}\n"
    more = "prices: [index.yaml]\ndiscount: {schedule: rates.yaml}\n"
    write("other.yaml", f"{head}extends: states.yaml\n{more}")
    told = "n: unknown, groups: [all], comparator: {en: nothing, da: intet}, whose: {en: a, da: b}"
    write("study.yaml", f"{head}extends: states.yaml\n{more}study: {{design: model, {told}}}\n")
    write("fit.yaml", f"{head}extends: base.yaml\n")
    intake = "{target: {mean: 100, unit: person}, months: 12}"
    rollout = f"rollout: {{starts: 2025-01, intake: {intake}, assumption: {{en: a, da: b}}}}\n"
    write("rollout.yaml", f"{head}extends: states.yaml\n{more}{rollout}")
    for name in ("persons.csv", "persons.yaml"):
        shutil.copy(ROOT / "examples" / "analyse" / name, folder)
    write("design.csv", "discount.outcome\n0.01\n")


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def refused(arguments: list[str], folder: Path, capsys: Capture) -> str:
    """What a command says that is refused, and changes no file."""
    before = contents(folder)
    assert main(arguments) == 2, arguments
    captured = capsys.readouterr()
    assert captured.out == ""
    assert contents(folder) == before
    return " ".join(captured.err.replace("│", " ").split())


def test_every_option_that_is_a_path_is_an_input_or_an_output() -> None:
    assert {option for _, option in options()} == {*OUTPUTS, *INPUTS}
    assert {command for command, _ in EACH} == set(ARGUMENTS)
    assert (
        len(EACH) == len(ARGUMENTS) + 4
    )  # cea and voi save draws, plot its numbers, trial answers


@pytest.mark.parametrize(("command", "option"), EACH, ids=lambda each: str(each))
def test_no_output_of_any_command_is_an_input(
    command: str, option: str, here: Path, capsys: Capture
) -> None:
    flag = f"--{option.replace('_', '-')}"
    given = [command, *ARGUMENTS[command]]
    if command == "calibrate":
        for name in ("fit.yaml", "base.yaml"):
            refused([*given, "--force", flag, name], here, capsys)
    elif command == "schema":
        assert "would overwrite a scenario" in refused([*given, flag, "base.YAML"], here, capsys)
    elif command == "trial":
        link = "link.csv" if option == "out" else "link.json"
        Path(link).symlink_to("mortality.csv")
        told = refused([*given, "--out", "new.csv", flag, link], here, capsys)
        assert f"{link} is there already, and is no synthetic file" in told
    elif command == "analyse":
        assert "is read here" in refused([*given, flag, "persons.yaml"], here, capsys)
        assert "is a scenario here" in refused([*given, flag, "persons.csv"], here, capsys)
        assert "is there already" in refused([*given, flag, "base.yaml"], here, capsys)
    elif command == "import":
        assert "is there already" in refused([*given, flag, "base.yaml"], here, capsys)
    elif (command, option) in ENDINGS:
        link = f"link.{ENDINGS[command, option]}"
        Path(link).symlink_to("mortality.csv")
        told = refused([*given, "--draws", "0", flag, link], here, capsys)
        assert f"{flag} would write over {link}, which this run reads" in told
    elif command == "batch":
        Path("out").mkdir()
        shutil.move("mortality.csv", "out/summary.csv")
        Path("mortality.csv").symlink_to("out/summary.csv")
        error = refused([*given, flag, "out"], here, capsys)
        assert "--out would write over out/summary.csv, which this run reads" in error
    else:
        Path("link.csv").symlink_to("mortality.csv")
        for name in ("mortality.csv", "link.csv"):
            error = refused([*given, "--draws", "0", flag, name], here, capsys)
            assert f"{flag} would write over {name}, which this run reads" in error


@pytest.mark.parametrize(
    "name", ["other.yaml", "states.yaml", "mortality.csv", "rates.yaml", "index.yaml"]
)
def test_every_file_that_a_scenario_is_read_from_is_kept(
    name: str, here: Path, capsys: Capture
) -> None:
    Path("result.txt").hardlink_to(name)
    error = refused(["simulate", "other.yaml", "--out", "result.txt"], here, capsys)
    assert f"--out would write over result.txt, which this run reads as {name}" in error
    if not name.endswith(".yaml"):
        return
    given = ["simulate", "other.yaml", "--format", "csv", "--out", name]
    assert "would overwrite a scenario" in refused(given, here, capsys)


def test_a_scenario_may_be_named_as_it_likes(here: Path, capsys: Capture) -> None:
    for name in ("mine.txt", "mine.YAML", "mine.json", "mine"):
        shutil.copy("states.yaml", name)
        given = ["simulate", name, "--draws", "0", "--format", "csv", "--out", f"./{name}"]
        refused(given, here, capsys)


def test_tables_that_are_read_are_kept(
    here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = ["cea", "inklusion-ips", "--outcome", "qaly", "--draws", "50", "--save-draws", "a.csv"]
    assert main(made) == 0
    capsys.readouterr()
    psa = ["--psa", "a.csv", "--parameters", "a-parameters.csv"]
    for command in ("cea", "voi"):
        for name in ("a.csv", "a-parameters.csv"):
            refused([command, *psa, "--out", name], here, capsys)
    write("effects.csv", "draw,qaly_a,qaly_b\n1,1,2\n2,1,2\n")
    write("costs.csv", "draw,cost_a,cost_b\n1,1,2\n2,1,2\n")
    for name in ("effects.csv", "costs.csv"):
        both = ["cea", "--psa", "costs.csv", "--effects", "effects.csv", "--out", name]
        refused(both, here, capsys)
    with Path("a.csv").open(encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        error = refused(["cea", "--psa", "-", "--out", "a.csv"], here, capsys)
    assert "which this run reads as the standard input" in error
    Path("out").mkdir()
    shutil.move("design.csv", "out/errors.csv")
    refused(["batch", "states.yaml", "--design", "out/errors.csv", "--out", "out"], here, capsys)


@pytest.mark.parametrize("out", ["draws.csv", "./draws.csv", "draws-parameters.csv", "DRAWS.csv"])
def test_a_result_and_its_draws_are_two_files(out: str, here: Path, capsys: Capture) -> None:
    given = ["cea", "inklusion-ips", "--outcome", "qaly", "--draws", "20"]
    error = refused([*given, "--save-draws", "draws.csv", "--out", out], here, capsys)
    assert "--out and --save-draws would both write" in error


def test_new_replaces_nothing(here: Path, capsys: Capture) -> None:
    refused(["new", "states"], here, capsys)
    refused(["new", "states.yaml"], here, capsys)


def test_a_private_result_stays_private(here: Path, capsys: Capture) -> None:
    write("secret.csv", "")
    Path("secret.csv").chmod(0o600)
    Path("link.csv").symlink_to("secret.csv")
    for name in ("secret.csv", "link.csv"):
        assert main(["simulate", "inklusion-ips", "--draws", "0", "--out", name]) == 0
        assert stat.S_IMODE(Path("secret.csv").stat().st_mode) == 0o600
    assert Path("link.csv").is_symlink()
    assert Path("secret.csv").stat().st_size > 1000


def test_a_device_is_written_into(here: Path, capsys: Capture) -> None:
    given = ["simulate", "inklusion-ips", "--draws", "0", "--format", "csv", "--out"]
    assert main([*given, os.devnull]) == 0
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    assert "No space left" in refused([*given, "/dev/full"], here, capsys)
