"""The fix of a wrong argument, typed as it is told, is accepted and means what was meant."""

from __future__ import annotations

import re
from pathlib import Path

import fixes
import pytest
from messages import tells
from test_bad_input import CURE

from ipscost.cli import main

BASE = CURE.replace("ips: {mean: 80, se: 10}", "ips: {difference: -20, se: 10}")
OUTCOME = """\
outcome:
  qaly:
    unit: QALY/person
    source: study
    usual: {mean: 0.5}
    ips: {difference: 0.1, se: 0.02}
"""

WRONG = [
    ["simulate", "own.yaml", "--draws", "1e2"],
    ["simulate", "own.yaml", "--draws", "1.000"],
    ["simulate", "own.yaml", "--draws", "1,000"],
    ["simulate", "own.yaml", "--draws", "1 000"],
    ["simulate", "own.yaml", "--draws", "12.5"],
    ["simulate", "own.yaml", "--draws", "1e300"],
    ["simulate", "own.yaml", "--draws", "100.0"],
    ["simulate", "own.yaml", "--seed", "one"],
    ["simulate", "own.yaml", "--draws", "0", "--set", "cost.care.ips=-30"],
    ["simulate", "own.yaml", "--draws", "0", "--set", "cost.care.ips.mean=-30"],
    ["simulate", "own.yaml", "--draws", "0", "--set", "cost.care.ips.ratio=-0.3"],
    ["simulate", "own.yaml", "--draws", "0", "--set", "care.ips.difference=-30"],
    ["simulate", "own.yaml", "--draws", "0", "--set", "cost.care.ips.diference=-30"],
    ["simulate", "own.yaml", "--draws", "0", "--set", "cost.care.ips.difference=-30,5"],
    ["simulate", "own.yaml", "--draws", "0", "--set", "cost.care.ips.difference.low=-30"],
    ["simulate", "own.yaml", "--draws", "0", "--set", "perspective=Twon"],
    ["simulate", "own.yaml", "--draws", "0", "--price-year", "1900"],
    ["batch", "own.yaml", "--draws", "0", "--sweep", "cost.care.ips=-30,-10"],
    ["batch", "own.yaml", "--draws", "0", "--sweep", "cost.care.ips.mean=-30,-10"],
    ["batch", "own.yaml", "--draws", "0", "--sweep", "cost.care.ips.difference=-30,5"],
    ["batch", "own.yaml", "--draws", "0", "--sweep", "cost.care.usual.mean=90,50,80,250"],
    ["batch", "own.yaml", "--draws", "0", "--sweep", "cost.care.isp.difference=-30,-10"],
    ["batch", "own.yaml", "--draws", "0", "--range", "cost.care.ips=-30:-10", "--sample", "lhs:2"],
    ["threshold", "own.yaml", "cost.care.ips.difference", "--draws", "0"],
    ["threshold", "own.yaml", "cost.care.ips.mean", "--draws", "0"],
    ["threshold", "own.yaml", "cost.care.isp", "--draws", "0"],
    ["sensitivity", "own.yaml", "--draws", "0", "--bounds", "cost.care.ips.mean=-30:-10"],
    ["sensitivity", "own.yaml", "--draws", "0", "--bounds", "cost.care.ips=-10:-30"],
    ["sensitivity", "own.yaml", "--draws", "0", "--arm", "isp"],
    ["explain", "own.yaml", "cost.care.ips.difference", "--draws", "0"],
    ["cea", "own.yaml", "--draws", "0", "--outcome", "qualy"],
    ["cea", "own.yaml", "--draws", "0", "--outcome", "qaly", "--wtp", "20.000"],
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "500")
    (tmp_path / "own.yaml").write_text(BASE + OUTCOME, encoding="utf-8")
    return tmp_path


def mended(arguments: list[str], fix: str) -> list[list[str]]:
    """The command lines that the fix of the last wrong argument gives."""
    place = next(i for i in range(len(arguments) - 1, 0, -1) if is_wrong(arguments, i))
    wrong, found = arguments[place], []
    for way in fixes.ways(fix):
        for (action,) in way:
            new = re.sub(r"^write (?:one such as |for example )?", "", action)
            if match := re.fullmatch(r"write (\S+) for (\S+)", action):
                assert match[2] in wrong, fix
                new = wrong.replace(match[2], match[1], 1)
            elif "=" in wrong and "=" not in new:
                path, _, value = wrong.partition("=")
                changed = re.fullmatch(r"[-\d.:]+", new) or arguments[place - 1] == "--set"
                new = f"{path}={new}" if changed and not re.search("[a-z]", new) else new
                new = new if "=" in new else near(path, new, value)
            assert new != wrong, fix
            found.append([*arguments[:place], new, *arguments[place + 1 :]])
    return found


def near(path: str, new: str, value: str) -> str:
    """The setting with the part of its path, or the value, that a word is near to."""
    if "." in new:
        return f"{new}={value}"
    parts = path.split(".")
    if len(parts) == 1:
        return f"{path}={new}"
    index = max(range(len(parts)), key=lambda i: len(set(parts[i]) & set(new)))
    return f"{'.'.join([*parts[:index], new, *parts[index + 1 :]])}={value}"


def is_wrong(arguments: list[str], place: int) -> bool:
    """True for the argument that a row of WRONG is about: its last, or the one before --draws 0."""
    return arguments[place] not in ("0", "lhs:2") and not arguments[place].startswith("--")


@pytest.mark.parametrize("arguments", WRONG, ids=lambda each: " ".join(each[2:]))
def test_the_fix_of_a_wrong_argument_is_accepted(
    arguments: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ["--out", "results"] if arguments[0] == "batch" else []
    assert main([*arguments, *out]) in (1, 2)
    told = " ".join(capsys.readouterr().err.replace("│", " ").split())
    stated = re.search(r"fix: (.*?)(?: --\w+:\d| $|$)", told) or re.search(
        r"; (write .*|use .*)$", told
    )
    assert stated is not None, told
    for command in mended(arguments, stated[1].rstrip(" ╯╰─")):
        code = main([*command, *out])
        assert code == 0, f"{command}: {capsys.readouterr().err}"


@pytest.mark.parametrize(
    ("typed", "meant"), [("1e2", "100"), ("1.000", "1000"), ("1,000", "1000"), ("100.0", "100")]
)
def test_the_fix_of_a_whole_number_keeps_its_value(
    typed: str, meant: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", "own.yaml", "--draws", typed]) == 2
    assert f"write {meant}" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["1e300", "12.5", "1,5", "-3", "٣", "1e-2", "0x10"])
def test_no_fix_of_a_whole_number_makes_another_of_it(
    typed: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", "own.yaml", "--draws", typed]) == 2
    assert "write one such as 10000" in capsys.readouterr().err


def test_a_design_file_is_told_the_form_that_the_scenario_uses(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "design.csv").write_text("cost.care.ips.mean,discount.cost\n-30,0.03\n")
    assert main(["batch", "own.yaml", "--design", "design.csv", "--out", "results"]) == 1
    said = capsys.readouterr().err
    assert "design.csv:1:1: error[E280]" in said
    assert "fix: write cost.care.ips.difference for cost.care.ips.mean" in said


@pytest.mark.parametrize("option", ["--set", "--vs"])
def test_the_fix_of_a_mean_for_a_hazard_ratio_names_the_ratio(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = "compare" if option == "--vs" else "simulate"
    wrong = "number.ratio_ips.mean=1.25"
    assert main([command, "labour-market-ips", option, wrong, "--draws", "0"]) in (1, 2)
    said = capsys.readouterr().err
    assert f"{option}:1:" in said
    assert "the number that it replaces is stated by hazard_ratio" in said
    meant = "number.ratio_ips.hazard_ratio"
    assert f"fix: write {meant} for number.ratio_ips.mean" in said
    assert main([command, "labour-market-ips", option, f"{meant}=1.25", "--draws", "0"]) == 0


def test_a_setting_in_another_form_than_the_file_warns(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        main(["simulate", "own.yaml", "--draws", "0", "--notes", "--set", "cost.care.ips.mean=80"])
        == 0
    )
    printed = capsys.readouterr()
    assert "warning[W410]" in printed.err
    assert tells(printed.out, "doubt_form", new="mean", old="difference")


def test_an_analysis_in_another_form_than_the_file_is_told_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    analyses = "analyses:\n  more:\n    set: {cost.care.ips: -30}\n"
    (folder / "own.yaml").write_text(BASE + OUTCOME + analyses, encoding="utf-8")
    assert main(["sensitivity", "own.yaml", "--draws", "0"]) == 1
    said = capsys.readouterr().err
    assert "fix: write cost.care.ips.difference for cost.care.ips" in said
    assert "set: {cost.care.ips: -30}\n      |           ^^^^^^^^^^^^^" in said


def test_new_says_which_files_it_wrote_and_which_it_kept(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "first"]) == 0
    assert "wrote first.yaml (and ipscost.schema.json, for your editor)" in capsys.readouterr().out
    assert main(["new", "second"]) == 0
    assert "(ipscost.schema.json was there, and is kept)" in capsys.readouterr().out
    (folder / "ipscost.schema.json").write_text("{}", encoding="utf-8")
    assert main(["new", "third"]) == 0
    said = capsys.readouterr().out
    assert "is kept; it is another version's: ipscost schema --out ipscost.schema.json" in said
    assert (folder / "ipscost.schema.json").read_text(encoding="utf-8") == "{}"
