"""report on the command line: what it writes, and what it refuses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ipscost.cli import main
from ipscost.words import say

FEW = ("--draws", "20")


def test_a_page_is_written_in_the_language_that_was_asked_for(folder: Path) -> None:
    for language in ("en", "da"):
        asked = ["report", "study.yaml", *FEW, "--lang", language, "--people", "60"]
        assert main([*asked, "-o", "page.html"]) == 0
        page = (folder / "page.html").read_text(encoding="utf-8")
        assert f'<html lang="{language}">' in page
        assert say("page_gains_title", language) in page
        assert "10.800 kr." in page if language == "da" else "10,800 kr." in page  # 60 people


def test_a_page_is_of_what_was_asked_for(folder: Path) -> None:
    changed = ["--set", "cost.care.ips.difference=-500", "--perspective", "region"]
    assert main(["report", "study.yaml", *FEW, *changed, "-o", "page.html"]) == 0
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert "saves region 500 kr." in page
    assert "--set cost.care.ips.difference=-500 --set perspective=region --draws 20" in page


def test_several_files_are_compared(folder: Path) -> None:
    other = "extends: study.yaml\ntitle: {en: Dearer, da: Dyrere}\n"
    other += "cost: {programme: {ips: {difference: 500, assumption: a dearer one}}}\n"
    (folder / "dearer.yaml").write_text(other, encoding="utf-8")
    assert main(["report", "study.yaml", "dearer.yaml", *FEW, "-o", "page.html"]) == 0
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert "saves 380 kr. more per person" in page
    assert say("page_why_title", "en") in page


@pytest.mark.parametrize(
    ("out", "message"),
    [
        ("page.htm", r"--out page.htm: a page ends in one of .*\.html.*; write --out page\.html"),
        ("page", r"write --out page\.html"),
        ("nowhere/page.html", r"the folder nowhere does not exist; create it"),
        (".", r"write --out|is a directory"),
    ],
)
def test_a_page_that_cannot_be_written_is_refused_before_any_work(
    out: str, message: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "no-such-file.yaml", "-o", out]) == 2
    error = " ".join(capsys.readouterr().err.split())
    assert re.search(message, error), error


def test_a_file_that_is_named_twice_is_refused_with_what_report_can_do(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "study.yaml", "study.yaml", "-o", "page.html"]) == 2
    error = " ".join(capsys.readouterr().err.split())
    assert "write a file with `extends:`" in error
    assert "--vs" not in error


def test_scenarios_that_differ_in_more_than_numbers_are_compared_where_allowed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "region.yaml").write_text(
        "extends: study.yaml\ntitle: {en: Region, da: Region}\nperspective: region\n",
        encoding="utf-8",
    )
    asked = ["report", "study.yaml", "region.yaml", *FEW, "-o", "page.html"]
    assert main(asked) == 1
    assert "--allow perspective" in capsys.readouterr().err
    assert main([*asked, "--allow", "perspective"]) == 0
    assert "--allow perspective --lang en -o page.html" in (folder / "page.html").read_text(
        encoding="utf-8"
    )
    assert main([*asked, "--allow", "money"]) == 2


def test_a_page_needs_a_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "study.yaml"]) == 2
    assert "--out" in capsys.readouterr().err


def test_what_two_scenarios_may_differ_in_is_refused_in_danish(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--lang", "da", "report", "study.yaml", "inklusion-ips", "--allow", "prices"]
    assert main([*asked, "-o", "page.html"]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "--allow skal være en af horizon, perspective, all, ikke 'prices'" in said
