"""Pipes: a scenario from stdin, data alone on stdout, a reader that leaves early, no colour."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from messages import tells
from test_cli import COMMAND, in_a_terminal, run

from ipscost.cli import main
from ipscost.formats import BINARY

ROOT = Path(__file__).parents[2]
IPS = (ROOT / "scenarios" / "inklusion-ips.yaml").read_text(encoding="utf-8")
GIVE_ONE = "give it a scenario, as in: ipscost simulate - < my-scenario.yaml"
Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


def give(monkeypatch: Patch, content: str | bytes) -> None:
    """Lets `content` be the standard input."""
    raw = content if isinstance(content, bytes) else content.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))


# --- from stdin ------------------------------------------------------------------------------


def test_a_scenario_is_read_from_stdin(monkeypatch: Patch, capsys: Capture) -> None:
    give(monkeypatch, IPS)
    assert main(["simulate", "-", "--format", "json", "--draws", "100"]) == 0
    captured = capsys.readouterr()
    found = json.loads(captured.out)
    assert found["record"]["scenario"] == "<stdin>"
    assert {row["scenario"] for row in found["rows"]} == {"stdin"}
    path = "cost.psychiatric.hospital.ips"
    assert tells(found["notes"][-2], "note_explain", name="-", path=path)
    assert tells(found["notes"][-1], "note_change", name="-")
    assert captured.err == ""
    assert main(["simulate", "inklusion-ips", "--format", "json", "--draws", "100"]) == 0
    of_file = json.loads(capsys.readouterr().out)
    assert of_file["headline"] == found["headline"]
    assert of_file["record"]["digest"] == found["record"]["digest"]


def test_explain_check_and_verify_read_stdin(monkeypatch: Patch, capsys: Capture) -> None:
    give(monkeypatch, IPS)
    assert main(["explain", "-", "cost.programme.ips"]) == 0
    assert "<stdin>:" in capsys.readouterr().out
    give(monkeypatch, IPS)
    assert main(["check", "-", "inklusion-ipse"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("<stdin>: ")
    assert tells(out, "check_good_warned", warnings="1 warning")
    give(monkeypatch, IPS)
    assert main(["check", "--strict", "-"]) == 1
    assert tells(capsys.readouterr().err, "check_strict", file="<stdin>")
    give(monkeypatch, IPS)
    assert main(["verify", "-"]) == 0
    assert tells(capsys.readouterr().out, "verify_good_construction", name="stdin", count=7)


def test_what_is_read_from_stdin_is_tried_over_a_shorter_time_too(
    monkeypatch: Patch, capsys: Capture
) -> None:
    give(monkeypatch, (ROOT / "scenarios" / "ips-ten-years.yaml").read_text(encoding="utf-8"))
    asked = ["--stress", "--draws", "0", "--format", "csv"]
    assert main(["verify", "-", *asked]) == 0
    assert "stress.horizon_cut" in capsys.readouterr().out


def test_what_stdin_extends_is_seen_from_the_current_directory(
    tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    (tmp_path / "base.yaml").write_text(IPS, encoding="utf-8")
    (tmp_path / "prices.yaml").write_text("prices: {}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    head = "ipscost: 1\ntitle: A variant\nextends: base.yaml\n"
    give(monkeypatch, head)
    assert main(["simulate", "-", "--draws", "10", "--notes"]) == 0
    assert "A variant" in capsys.readouterr().out
    give(monkeypatch, f"{head}prices: [none.yaml]\n")
    assert main(["simulate", "-"]) == 1
    assert capsys.readouterr().err == (
        "<stdin>:4:10: error[E001] prices.0: expected a price file, found none at none.yaml\n"
        "    4 | prices: [none.yaml]\n"
        "      |          ^^^^^^^^^\n"
        "  fix: write its path as seen from the file that names it\n"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", f"<stdin>: error[E004] expected keys and values, found nothing\n  fix: {GIVE_ONE}\n"),
        (
            "# nothing\n",
            f"<stdin>: error[E004] expected keys and values, found nothing\n  fix: {GIVE_ONE}\n",
        ),
        (
            b"a: \xe6\n",
            "<stdin>: error[E006] expected UTF-8 text, found byte 0xe6 on line 1\n"
            "  fix: save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8)\n",
        ),
        (
            b"a: 1\n" * 400_001,
            "<stdin>: error[E005] expected at most 2 MB, found more\n"
            "  fix: a scenario is a few kilobytes; is this the right file?\n",
        ),
        (
            "a: [1\n",
            "<stdin>:1:4: error[E010] not YAML: the bracket that opens here is not closed "
            "(did not find expected ',' or ']')\n"
            "    1 | a: [1\n"
            "      |    ^^\n"
            "  fix: add ] at the end of the line\n",
        ),
    ],
    ids=["empty", "comments", "not UTF-8", "large", "not YAML"],
)
def test_what_is_wrong_with_stdin_is_told_as_of_a_file(
    content: str | bytes, message: str, monkeypatch: Patch, capsys: Capture
) -> None:
    give(monkeypatch, content)
    assert main(["simulate", "-"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == message


def test_a_closed_stdin_is_told(monkeypatch: Patch, capsys: Capture) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["check", "-"]) == 2
    assert capsys.readouterr().err == (
        f"<stdin>: error[E003] cannot be read: the standard input is closed\n  fix: {GIVE_ONE}\n"
    )


@pytest.mark.parametrize("command", ["check", "verify"])
def test_stdin_is_read_once(command: str, monkeypatch: Patch, capsys: Capture) -> None:
    give(monkeypatch, IPS)
    assert main([command, "-", "inklusion-ips", "-"]) == 2
    error = capsys.readouterr().err
    assert "stdin can be read once; give - once, and name the other files" in error


def test_no_scenario_is_written_to_a_dash(
    tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "-"]) == 2
    error = capsys.readouterr().err
    assert "expected a name for the new file, found '-'; write my-scenario" in error
    assert list(tmp_path.iterdir()) == []


def test_a_file_named_dash_is_read_where_its_folder_is_named(
    tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-").write_text(IPS, encoding="utf-8")
    give(monkeypatch, "")
    assert main(["check", "./-"]) == 0
    assert capsys.readouterr().out.startswith("./-: fine")


def test_a_scenario_goes_from_pipe_to_pipe() -> None:
    arguments = ["simulate", "-", "--format", "csv", "--draws", "100"]
    done = run(*arguments, input=IPS)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == run(*arguments[:1], "inklusion-ips", *arguments[2:]).stdout.replace(
        "inklusion-ips,", "stdin,"
    )


# --- to stdout -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [[], ["--format", "jsonl"], ["--format", "csv", "--csv-dialect", "excel-da"]]
    + [["--format", name] for name in sorted(BINARY)],
    ids=["table", "jsonl", "excel-da", *sorted(BINARY)],
)
def test_a_reader_that_is_gone_ends_it_quietly(arguments: list[str]) -> None:
    """A result is text, many lines, text as bytes, or bytes: every format is one of these."""
    gone, out = os.pipe()
    os.close(gone)
    done = subprocess.run(
        [*COMMAND, "simulate", "inklusion-ips", "--draws", "10", *arguments],
        stdout=out,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(out)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("name", "start"), [("csv", b"scenario,arm,versus"), ("xlsx", b"PK")])
def test_the_first_line_can_be_had_alone(name: str, start: bytes) -> None:
    command = " ".join([*COMMAND, "simulate", "inklusion-ips", "--months", "--format", name])
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | head -n 1"], capture_output=True, check=False
    )
    assert done.stdout.startswith(start)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("name", sorted(BINARY))
def test_a_pipe_gets_the_bytes_that_a_file_gets(name: str, tmp_path: Path) -> None:
    out = tmp_path / f"result.{name}"
    arguments = ["simulate", "inklusion-ips", "--draws", "10"]
    done = subprocess.run([*COMMAND, *arguments, "--format", name], capture_output=True, check=True)
    assert main([*arguments, "--out", str(out)]) == 0
    assert done.stdout == out.read_bytes()


@pytest.mark.parametrize("name", sorted(BINARY))
def test_a_terminal_is_spared_a_binary_format(name: str) -> None:
    master, slave = os.openpty()
    done = subprocess.run(
        [*COMMAND, "simulate", "inklusion-ips", "--format", name],
        stdout=slave,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(slave)
    os.close(master)
    assert done.returncode == 2
    message = f"--format {name} is no text that a terminal can show; add --out result.{name}"
    assert message in " ".join(done.stderr.split())


def test_stdout_is_data_alone_where_there_are_warnings() -> None:
    text = (ROOT / "ipscost" / "template.yaml").read_text(encoding="utf-8")
    text = text.replace("mean: 35000, se", "mean: 35.000, se")
    text = text.replace("difference: -12000", "difference: -12")
    done = run("simulate", "-", "--draws", "10", "--format", "jsonl", input=text)
    assert done.returncode == 0
    assert "<stdin>:" in done.stderr
    assert "warning[W402]" in done.stderr
    for line in done.stdout.splitlines():
        assert json.loads(line)["scenario"] == "stdin"


@pytest.mark.parametrize("command", ["simulate", "verify"])
def test_colour_can_be_refused_everywhere(command: str) -> None:
    path = ["cost.programme.ips"] if command == "explain" else []
    arguments = (command, "inklusion-ips", *path, "--draws", "10")
    assert "\x1b" in in_a_terminal(*arguments, NO_COLOR="")
    assert "\x1b" not in in_a_terminal(*arguments, "--no-color")


def test_the_environment_can_refuse_colour() -> None:
    arguments = ("simulate", "inklusion-ips", "--draws", "10")
    assert "\x1b" not in in_a_terminal(*arguments, NO_COLOR="yes")
