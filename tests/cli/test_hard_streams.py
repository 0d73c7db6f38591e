"""Hard places: closed streams, encodings that lack characters, hostile names, little memory."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from messages import tells
from test_cli import COMMAND, in_a_terminal

from ipscost import cli
from ipscost.cli import main
from ipscost.texts import HIDDEN

ROOT = Path(__file__).parents[2]
Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch
NAME = os.fsdecode(b"s\xe6t \x1b]0;own\x07.yaml")
"""A file name that is no UTF-8, and gives a terminal an order."""

TWO_SERVICES = """\
ipscost: 1
title: {en: Two services, da: To tilbud}
money: DKK_2024
horizon: {months: 12}
perspective: municipality
discount: {cost: 0, outcome: 0}
arm: {usual: {reference: true}, ips: {label: IPS}}
payer: {municipality: {}}
source: {own: {cite: Made up for this test, sure: verified}}
cost:
  care:
    kind: service
    payer: municipality
    unit: DKK_2024/person
    source: own table 1
    usual: {mean: 10000, se: 800}
    ips: {difference: 700, se: 300}
outcome:
  admissions:
    label: {en: Admissions, da: Indlæggelser}
    unit: admission/person
    source: own table 2
    usual: {mean: 2.0, se: 0.1}
    ips: {difference: -0.5, se: 0.1}
"""


def shell(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A line of bash in a folder, in which `ipscost` is the program."""
    program = " ".join(COMMAND)
    return subprocess.run(
        ["bash", "-c", f'ipscost() {{ {program} "$@"; }}; {command}'],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
    )


# --- closed streams --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("ipscost simulate inklusion-ips --draws 0 >&-", 2, b"the standard output is closed"),
        ("ipscost schema >&-", 2, b"the standard output is closed"),
        ("ipscost simulate inklusion-ips --draws 0 --out x.csv >&-", 0, b""),
        ("ipscost check inklusion-ips >&-", 0, b""),
        ("ipscost simulate inklusion-ips --draws 0 2>&- >/dev/null", 0, b""),
        ("ipscost simulate none 2>&-", 2, b""),
        ("ipscost simulate --drws 2>&-", 2, b""),
        ("ipscost simulate inklusion-ips --draws 0 >&- 2>&- <&-", 2, b""),
        ("ipscost check - <&-", 2, b"the standard input is closed"),
    ],
)
def test_a_closed_stream_is_no_bug(command: str, code: int, said: bytes, tmp_path: Path) -> None:
    done = shell(command, tmp_path)
    assert done.returncode == code
    assert said in done.stderr
    assert b"bug" not in done.stderr
    assert b"Traceback" not in done.stderr
    for file in tmp_path.iterdir():  # nothing else was written into the place of a stream
        assert file.read_bytes().startswith(b"scenario,arm,versus")


# --- memory and numbers ----------------------------------------------------------------------


def test_too_little_memory_is_told_as_what_it_is(monkeypatch: Patch, capsys: Capture) -> None:
    def out_of_memory(*_: object, **__: object) -> None:
        raise MemoryError("Unable to allocate 7.63 MiB")

    monkeypatch.setattr("ipscost.run.simulate", out_of_memory)
    assert main(["simulate", "inklusion-ips"]) == 2
    error = capsys.readouterr().err
    assert "this takes more memory than there is; write fewer --draws" in error
    assert "bug" not in error


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["cea", "--outcome", "qaly", "--wtp", "0:1e14:1e-300"], "found many more"),
        (["cea", "--outcome", "qaly", "--wtp", "0:1:1e-9"], "found 1,000,000,000"),
        (["cea", "--outcome", "qaly", "--wtp", "1e14:1e14:1"], None),
        (["cea", "--outcome", "qaly", "--wtp", "1e14:100000000000000.02:0.001"], "larger step"),
        (["cea", "--outcome", "qaly", "--wtp", "0:10:nan"], "expected thresholds"),
        (["cea", "--outcome", "qaly", "--wtp", "0:inf:1"], "expected thresholds"),
        (["sensitivity", "--bounds", "cost.programme.ips=-1e308:1e308"], "below 1e+15"),
        (["sensitivity", "--bounds", "cost.programme.ips=0:1e999"], "below 1e+15"),
        (["simulate", "--set", "payer.municipality_or_region.of.²=state"], "expected a path"),
        (["simulate", "--set", f"payer.municipality_or_region.of.{'1' * 5000}=s"], "expected a"),
        (["simulate", "--draws", "٣"], "expected a whole number"),
        (["simulate", "--price-year", "٢٠٢٤"], "expected a year"),
    ],
)
def test_odd_numbers_are_refused(arguments: list[str], said: str | None, capsys: Capture) -> None:
    command, *options = arguments
    code = main([command, "inklusion-ips", *options, *(["--draws", "0"] * (command == "cea"))])
    error = " ".join(capsys.readouterr().err.split())
    assert code == (0 if said is None else 2), error
    assert (said or "") in error
    assert "bug" not in error


def test_odd_samples_are_refused(tmp_path: Path, capsys: Capture) -> None:
    given = [
        "batch",
        "inklusion-ips",
        "--out",
        str(tmp_path / "out"),
        "--range",
        "discount.cost=0:1",
    ]
    assert main([*given, "--sample", f"lhs:{'1' * 5000}"]) == 2
    assert "expected at most 1,000,000 points" in capsys.readouterr().err
    for values in ("-1e308:1e308:3", "0:1e999:3"):
        given = ["batch", "inklusion-ips", "--out", str(tmp_path / "out")]
        assert main([*given, "--sweep", f"cost.programme.ips.difference={values}"]) == 2
        assert "E401" in capsys.readouterr().err


# --- names -----------------------------------------------------------------------------------


def test_every_command_takes_a_file_whatever_its_name(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / NAME
    file.write_text((ROOT / "examples" / "municipality.yaml").read_text("utf-8"), "utf-8")
    few = ["--draws", "20"]
    for command in (
        ["check"],
        ["simulate", *few],
        ["simulate", *few, "--format", "json"],
        ["explain", *few],
        ["voi", *few],
        ["payers", *few],
        ["sensitivity", *few],
        ["compare", "inklusion-ips", *few],
    ):
        name, *options = command
        path = ["cost"] if name == "explain" else []
        code = main([name, str(file), *path, *options])
        captured = capsys.readouterr()
        assert code == 0, captured.err
        for text in captured:
            shown = set(text) - {"\n"}
            assert not {unicodedata.category(letter) for letter in shown} & HIDDEN, command
    for ending in ("csv", "json", "jsonl", "txt", "md", "tex", "xlsx", "parquet"):
        assert main(["simulate", str(file), *few, "--out", str(tmp_path / f"x.{ending}")]) == 0
    out = tmp_path / "out"
    given = ["batch", str(file), "--draws", "5", "--keep-draws", "--out", str(out)]
    assert main([*given, "--sweep", "discount.cost=0,0.1"]) == 0
    assert json.loads((out / "manifest.json").read_text("utf-8"))["scenarios"][0]["name"]
    assert "\x1b" not in (out / "summary.csv").read_text("utf-8")
    assert main(["check", str(tmp_path / os.fsdecode(b"gone\xff\x1b"))]) == 2
    assert main(["new", str(tmp_path / os.fsdecode(b"new\xff"))]) == 0
    assert "\x1b" not in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    "arguments",
    [
        ["simulate", "inklusion-ips", "--format", "\x1b]0;own\x07"],
        ["simulate", "inklusion-ips", "--lang", "\x1b[31m"],
        ["simulate", "inklusion-ips", "--draws", "\u202e5"],
        ["simulate", "inklusion-ips", "--perspective", "\x9b31m"],
        ["simulate", "inklusion-ips", "--set", "title=\x1b[31m"],
        ["simulate", "inklusion-ips", "--\x1b[31m"],
        ["\x1b[31m"],
        ["explain", "inklusion-ips", "\x1b[31m"],
        ["cea", "inklusion-ips", "--outcome", "\x1b[31m\n"],
        ["cea", "--psa", "\x1b[31m.csv"],
        ["voi", "inklusion-ips", "--group", "\x1b[31m=\x1b"],
        ["payers", "inklusion-ips", "--payer", "\x1b[31m"],
        ["sensitivity", "inklusion-ips", "--bounds", "\x1b[31m=1:2"],
        ["batch", "inklusion-ips", "--out", "x", "--sweep", "\x1b[31m=1:2"],
        ["compare", "inklusion-ips", "inklusion-ipse", "--base", "\x1b[31m"],
        ["simulate", "inklusion-ips", "--out", "\x1b[31m/x.csv"],
    ],
)
def test_no_option_is_repeated_as_an_order(
    arguments: list[str], capsys: Capture, tmp_path: Path, monkeypatch: Patch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) in (1, 2)
    captured = capsys.readouterr()
    shown = set(captured.out + captured.err) - {"\n"}
    assert not {unicodedata.category(letter) for letter in shown} & HIDDEN
    assert "bug" not in captured.err


def test_a_label_gives_a_terminal_no_orders(tmp_path: Path) -> None:
    file = tmp_path / "orders.yaml"
    label = r'"IPS\e]0;owned\a\e[31m\u202e\x9b5m"'
    file.write_text(TWO_SERVICES.replace("{label: IPS}", f"{{label: {label}}}"), "utf-8")
    shown = in_a_terminal("simulate", str(file), "--draws", "20")
    bare = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert "\x1b]" not in shown
    assert "\x1b[31m" not in shown
    assert r"IPS\x1b]0;owned\x07\x1b[31m\u202e\x9b5m" in bare.replace("\r\n", "")
    assert not {unicodedata.category(letter) for letter in set(bare) - {"\r", "\n"}} & HIDDEN


# --- encodings and terminals -----------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_bars_have_two_signs_where_the_encoding_lacks_blocks(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text(TWO_SERVICES, encoding="utf-8")
    english = "ipscost sensitivity scenario.yaml --draws 20"
    done = shell(english, tmp_path, PYTHONIOENCODING=encoding)
    text = done.stdout.decode(encoding)
    assert done.returncode == 0
    assert "?" not in text
    assert tells(text, "title_tornado_short", low="-", high="#")
    assert re.search(r"#{3,}-{3,}", text)
    danish = "ipscost simulate inklusion-ips --draws 20 --lang da"
    text = shell(danish, tmp_path, PYTHONIOENCODING=encoding).stdout.decode(encoding)
    assert "?" not in text
    assert "IPS-indsats" in text


def test_a_dumb_terminal_gets_no_escape_codes() -> None:
    arguments = ("simulate", "inklusion-ips", "--draws", "10")
    assert "\x1b" not in in_a_terminal(*arguments, TERM="dumb")


def test_every_text_of_the_command_line_goes_the_same_way() -> None:
    """Nothing but the output module, and the version, writes to the streams by itself."""
    folder = Path(cli.__file__).parent
    by_themselves = {
        file.name
        for file in folder.glob("*.py")
        if re.search(r"typer\.echo\(|print\(|sys\.std(out|err)\.write", file.read_text("utf-8"))
    }
    assert by_themselves <= {"output.py", "app.py", "progress.py", "waiting.py"}
    assert sys.stdout is not None
