"""Completion: what each shell is told, quickly and without a word about errors."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from ipscost.cli import _complete, _with, main
from ipscost.cli.completing import _Typed, completed
from ipscost.cli.shells import BREAKS, LINE, SCRIPTS, SHELL, split
from ipscost.loading import load

ROOT = Path(__file__).parents[2]
Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch
WORD_BREAKS = "\"'><=;|&(:"


@pytest.fixture(autouse=True)
def _english(monkeypatch: Patch) -> None:
    for name in ("IPSCOST_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def told(monkeypatch: Patch, line: str, shell: str = "zsh") -> dict[str, str]:
    """What a shell is told behind `ipscost` and a line: each value with its explanation."""
    for name, value in ((SHELL, shell), (LINE, f"ipscost {line}"), (BREAKS, WORD_BREAKS)):
        monkeypatch.setenv(name, value)
    answer = completed(lambda name: typer.main.get_command(_with(name)))
    pairs = [each.partition("\t") for each in answer.splitlines()]
    return {value: about for value, _, about in pairs}


# --- what follows ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "some"),
    [
        ("", {"new": "Write a commented scenario to start from"}),
        ("--", {"--lang": "Language of the result", "--version": "Show the version"}),
        ("--lang ", {"en": "English", "da": "Danish"}),
        ("--lang=d", {"--lang=da": "Danish"}),
        ("simul", {"simulate": "What a scenario costs and saves per person"}),
        ("--lang da simul", {"simulate": "Hvad et scenarie koster og sparer pr. person"}),
        ("simulate --pri", {"--price-year": "State the money in the prices of this year"}),
        (
            "simulate vip",
            {"vip-star": "VIP-STAR: IPS against transitional work for veterans with PTSD"},
        ),
        ("check evidence/vip", {"evidence/vip-star": ""}),
        ("evidence vip", {"vip-star": ""}),
        ("evidence --group pt", {"ptsd": ""}),
        ("evidence --country D", {"DNK": ""}),
        ("evidence --design tr", {"trial": ""}),
        ("simulate ink", {"inklusion-ips": "Projekt Inklusion: IPS against normal practice"}),
        ("check inklusion-ips inklusion-ips", {"inklusion-ipse": ""}),
        ("simulate inklusion-ips --format=j", {"--format=json": "", "--format=jsonl": ""}),
        ("simulate inklusion-ips --format x", {"xlsx": ""}),
        ("simulate --lang d", {"da": "Danish"}),
        ("simulate --sampler ", {"random": "", "sobol": ""}),
        ("batch --sample ", {"lhs:": "", "sobol:": ""}),
        ("compare inklusion-ips --allow ", {"horizon": "", "perspective": ""}),
        ("compare inklusion-ips mine.yaml --base ", {"inklusion-ips": "", "mine.yaml": ""}),
        ("completion ", dict.fromkeys(SCRIPTS, "")),
        ("payers labour-market-ips --arm ", {"ips": "IPS", "ipse": "IPSE"}),
        ("payers --arm=i --notes inklusion-ips --arm i", {"ips": "IPS"}),
        ("compare inklusion-ips labour-market-ips --arm ", {"ips": "IPS", "ipse": "IPSE"}),
        ("payers labour-market-ips --lang da --payer mu", {"municipality": "Kommune"}),
        ("simulate labour-market-ips --perspective p", {"public": ""}),
        ("cea inklusion-ips --outcome q", {"qaly": "QALYs gained since the start"}),
        (
            "simulate inklusion-ips --set cost.programme.ips.d",
            {"cost.programme.ips.difference=": "914"},
        ),
        ("batch inklusion-ips --sweep discount.c", {"discount.cost=": "0"}),
        ("sensitivity inklusion-ips --bounds cost.pro", {"cost.programme.ips=": "914"}),
        ("threshold inklusion-ips cost.job", {"cost.jobcenter.sau": "3395"}),
        ("threshold examples/our-young-people.yaml transfer.s", {"transfer.share": "0.5"}),
        (
            "threshold examples/our-rollout.yaml rollout.s",
            {"rollout.support.months": "12", "rollout.staff.caseload": "20"},
        ),
        ("explain inklusion-ips cost.j", {"cost.jobcenter": "Jobcenter measures"}),
        (
            "compare inklusion-ips --vs 'Dear: cost.programme.ips.d",
            {"Dear: cost.programme.ips.difference=": "914"},
        ),
        (
            "compare inklusion-ips --vs 'Dear: discount.cost=0.03; cost.programme.ips.d",
            {"Dear: discount.cost=0.03; cost.programme.ips.difference=": "914"},
        ),
    ],
)
def test_what_may_follow_is_told(line: str, some: dict[str, str], monkeypatch: Patch) -> None:
    found = told(monkeypatch, line)
    assert {value: found.get(value, "not told") for value in some} == {
        value: about or found[value] for value, about in some.items()
    }


def test_only_what_may_follow_is_told(monkeypatch: Patch) -> None:
    assert [*told(monkeypatch, "simulate labour-market-ips --perspective ")] == [
        *("municipality", "region", "state", "municipality_or_region", "employers", "citizen"),
        *("societal", "public", "health", "welfare"),
    ]
    assert [*told(monkeypatch, "payers inklusion-ips --arm ")] == ["ips"]  # no reference
    assert "--seed" not in told(monkeypatch, "simulate --seed 5 --s")
    assert "--set" in told(monkeypatch, "simulate --set a=1 --s")  # may be given again
    assert "unit" not in " ".join(told(monkeypatch, "simulate inklusion-ips --set "))
    assert "cost" not in told(monkeypatch, "threshold inklusion-ips ")
    assert told(monkeypatch, "simulate inklusion-ips --seed ") == {}
    assert told(monkeypatch, "simulate inklusion-ips and-no-other") == {}
    assert told(monkeypatch, "simulat ") == {}


@pytest.mark.parametrize(
    "file",
    [
        *("inklusion-ips", "inklusion-ipse", "labour-market-ips", "ips-ten-years"),
        str(ROOT / "examples" / "municipality.yaml"),
    ],
)
def test_every_uncertain_number_of_a_scenario_is_told(file: str) -> None:
    command = typer.main.get_command(_with("threshold")).commands["threshold"]  # type: ignore[attr-defined]
    found = [each.value for each in _Typed(command, [file], "en", told=True).numbers()]
    assert len(found) == len(set(found))
    numbers = {quantity.path for quantity in load(file).quantities}
    assert set(found) - {"discount.cost", "discount.outcome"} == numbers


def test_a_file_with_a_hyphen_in_front_is_no_option(monkeypatch: Patch, tmp_path: Path) -> None:
    (tmp_path / "-dash.yaml").touch()
    monkeypatch.chdir(tmp_path)
    assert "./-dash.yaml" in told(monkeypatch, "simulate ")
    assert [*told(monkeypatch, "simulate -- -d")] == ["-dash.yaml"]


def test_within_quotes_bash_completes_the_whole_word(monkeypatch: Patch) -> None:
    word = "Dear: cost.programme.ips.d"
    (found,) = told(monkeypatch, f"compare inklusion-ips --vs '{word}", "bash")
    assert found == "Dear: cost.programme.ips.difference="


def test_explain_without_a_path_lists_what_can_be_explained(capsys: Capture) -> None:
    assert main(["explain", "inklusion-ips", "--lang", "da"]) == 0
    lines = capsys.readouterr().out.splitlines()
    row = next(line for line in lines if line.startswith("cost.jobcenter "))
    assert row.split(maxsplit=1)[1] == "Jobcenterindsatser"
    for path in (line.split()[0] for line in lines[4:] if line[:1].islower()):
        if path.startswith(("outcome.qaly", "payer.", "correlation")):
            assert main(["explain", "inklusion-ips", path, "--draws", "0"]) == 0


def test_what_explain_is_told_can_be_explained(monkeypatch: Patch, capsys: Capture) -> None:
    for path in told(monkeypatch, "explain inklusion-ips "):
        assert main(["explain", "inklusion-ips", path, "--draws", "10"]) == 0
    assert "cost.psychiatric" in capsys.readouterr().out


def test_files_are_told_as_they_are_typed(tmp_path: Path, monkeypatch: Patch) -> None:
    for name in ("mine.yaml", "my plan.yml", "draws.csv", ".hidden.yaml", "notes.txt"):
        (tmp_path / name).touch()
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "deep.yaml").touch()
    monkeypatch.chdir(tmp_path)
    assert [*told(monkeypatch, "simulate m")] == ["mhts", "mine.yaml", "my plan.yml"]
    assert [*told(monkeypatch, r"simulate my\ p", "fish")] == ["my plan.yml"]
    assert [*told(monkeypatch, r"simulate my\ p", "bash")] == [r"my\ plan.yml"]
    assert [*told(monkeypatch, "simulate 'my p", "powershell")] == ["'my plan.yml'"]
    assert [*told(monkeypatch, "simulate su")] == ["sub/"]
    assert [*told(monkeypatch, "simulate sub/")] == ["sub/deep.yaml"]
    assert [*told(monkeypatch, f"simulate {tmp_path}/su")] == [f"{tmp_path}/sub/"]
    assert [*told(monkeypatch, "simulate .")] == [".hidden.yaml"]
    assert [*told(monkeypatch, "cea --psa ")] == ["draws.csv", "sub/"]
    assert [*told(monkeypatch, "simulate x --out n")] == ["notes.txt"]
    assert [*told(monkeypatch, "batch x --out ")] == ["sub/"]


# --- each shell ------------------------------------------------------------------------------


def asked(shell: str, line: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """The program as a shell asks it."""
    return subprocess.run(
        [sys.executable, "-m", "ipscost"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), SHELL: shell, LINE: line, **more},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("shell", SCRIPTS)
def test_a_shell_is_told_in_its_own_way(shell: str, tmp_path: Path) -> None:
    line = "ipscost payers labour-market-ips --arm=ips"
    done = asked(shell, line, tmp_path, **{BREAKS: WORD_BREAKS})
    assert (done.returncode, done.stderr) == (0, "")
    expected = {
        "bash": "ips\nipse\n",  # a word for bash begins behind the =
        "powershell": "--arm=ips\tIPS\n--arm=ipse\tIPSE\n",
    }
    assert done.stdout == expected.get(shell, expected["powershell"])


@pytest.mark.parametrize(
    "line",
    [
        "ipscost simulate broken.yaml --set ",
        "ipscost simulate gone.yaml --set cost.",
        "ipscost threshold - ",
        "ipscost simulate 'inklusion-ips --set ",
        "ipscost simulate --no-such=",
        "ipscost payers broken.yaml --arm ",
        "ipscost simulate /no/such/folder/",
        "ipscost simulate \x01/",
        "ipscost no-such-command ",
        "ipscost",
        "",
    ],
)
def test_whatever_is_wrong_a_shell_is_told_nothing_of_it(
    line: str, tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    (tmp_path / "broken.yaml").write_text("ipscost: 1\ncost: {a: [\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(SHELL, "fish")
    monkeypatch.setenv(LINE, line)
    assert _complete() == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert "broken" not in captured.out
    assert "rror" not in captured.out


def test_an_unknown_shell_and_hostile_labels_do_no_harm(
    tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    (tmp_path / "mine.yaml").write_text(
        'ipscost: 1\npayer: {municipality: {label: "\\e[31mOwn\\nline\\ttab"}}\n', "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    found = told(monkeypatch, "simulate mine.yaml --perspective mu", "nushell")
    assert found["municipality"] == r"\x1b[31mOwn line tab"
    assert capsys.readouterr().err == ""


def test_a_line_is_split_as_its_shell_does() -> None:
    assert split("ipscost simulate ", "bash") == ["ipscost", "simulate", ""]
    assert split(r"ipscost a\ b 'c d' \"e", "zsh") == ["ipscost", "a b", "c d", '"e']
    assert split("ipscost 'a\\b", "fish") == ["ipscost", "a\\b"]
    assert split(r"ipscost .\scenarios\mine.yaml 'my p", "powershell") == [
        *("ipscost", r".\scenarios\mine.yaml", "my p")
    ]
    assert split("ipscost a` b", "powershell") == ["ipscost", "a b"]


# --- the scripts -----------------------------------------------------------------------------


@pytest.mark.parametrize("shell", SCRIPTS)
def test_a_script_asks_as_it_is_answered(shell: str, capsys: Capture) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert script.isascii()  # so that it can be added to a file of any encoding
    assert SHELL in script
    assert LINE in script
    assert f"# {'Completion of ipscost for '}" in script
    assert f"ipscost completion {shell}" in script


def test_a_shell_that_there_is_no_script_for_is_refused(capsys: Capture) -> None:
    assert main(["completion", "pwsh"]) == 0
    assert main(["completion", "bsh"]) == 2
    assert "no completion for 'bsh'; write bash" in " ".join(capsys.readouterr().err.split())


def program(folder: Path) -> dict[str, str]:
    """An environment in which `ipscost` is the program."""
    file = folder / "ipscost"
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ipscost "$@"\n', encoding="utf-8")
    file.chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(folder)}


def ran(command: list[str], folder: Path) -> str:
    """What a shell prints, which must say nothing on stderr."""
    done = subprocess.run(
        command, cwd=folder, env=program(folder), capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return done.stdout


def test_bash_completes(tmp_path: Path) -> None:
    (tmp_path / "my plan.yaml").touch()
    lines = ("simu", "payers labour-market-ips --arm=", "simulate my", "simulate --se")
    script = 'eval "$(ipscost completion bash)"\n'
    for line in lines:
        script += f"COMP_LINE='ipscost {line}'; COMP_POINT=${{#COMP_LINE}}; _ipscost ipscost\n"
        script += "printf '%s,' \"${COMPREPLY[@]}\"; echo\n"
    shown = ran(["bash", "--norc", "-c", script], tmp_path).splitlines()
    assert shown == ["simulate,", "ips,ipse,", r"my\ plan.yaml,", "--set,--seed,"]


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish here")
def test_fish_completes(tmp_path: Path) -> None:
    script = "ipscost completion fish | source; complete -C 'ipscost payers inklusion-ips --arm '"
    assert ran(["fish", "--no-config", "-c", script], tmp_path) == "ips\tIPS\n"


@pytest.mark.skipif(shutil.which("zsh") is None, reason="there is no zsh here")
def test_zsh_takes_the_script_and_its_answers(tmp_path: Path) -> None:
    described = "_describe() { print -l -- $ended -- $open }; words=(ipscost payers inkl); "
    described += "CURRENT=3; PREFIX=inklusion-ips; _ipscost"
    script = f'eval "$(ipscost completion zsh)"; {described}'
    shown = ran(["zsh", "-f", "-c", script], tmp_path).splitlines()
    assert shown[0] == "inklusion-ips:Projekt Inklusion: IPS against normal practice"
    assert shown[-1] == "--"


def test_a_command_is_not_run_where_a_shell_asks(tmp_path: Path, monkeypatch: Patch) -> None:
    ran_: list[Any] = []
    monkeypatch.setattr("ipscost.cli.list_.tell", lambda *_, **__: ran_.append(_))
    monkeypatch.setenv(SHELL, "bash")
    monkeypatch.setenv(LINE, "ipscost lis")
    monkeypatch.setattr(sys, "argv", ["ipscost", "list"])
    assert main() == 0
    assert ran_ == []


def test_a_pipe_is_not_waited_for(tmp_path: Path, monkeypatch: Patch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.yaml")
    assert told(monkeypatch, "simulate pipe.yaml --arm ") == {}
