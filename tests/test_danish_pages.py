"""The Danish pages say what the program does: each command on them runs, in their order."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from ipscost.cli import main

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs" / "da"
TEMPLATE = ROOT / "ipscost" / "words" / "da" / "template.yaml"
FEW = {"simulate", "payers", "sensitivity", "explain"}
"""Commands that a test runs with few draws."""


def commands(page: Path) -> list[list[str]]:
    """The commands that a page asks a reader to run."""
    blocks = re.findall(r"<!-- kør -->\n```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.S)
    return [shlex.split(line) for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("name", ["kom-i-gang", "dit-eget-scenarie"])
def test_each_command_of_a_danish_page_runs(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    found = commands(PAGES / f"{name}.md")
    assert len(found) > 5
    for program, command, *rest in found:
        assert program == "ipscost"
        few = ["--draws", "50"] if command in FEW else []
        assert main([command, *rest, *few]) == 0, (command, rest)
        assert not re.search(r"error|warning\[E", capsys.readouterr().err)


def test_the_danish_page_shows_what_simulate_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["simulate", "inklusion-ips", "--lang", "da"]) == 0
    shown = capsys.readouterr().out.rstrip()
    page = PAGES / "kom-i-gang.md"
    before, rest = page.read_text(encoding="utf-8").split("<!-- svar -->\n```text\n")
    text = f"{before}<!-- svar -->\n```text\n{shown}\n{rest[rest.index('```') :]}"
    if os.environ.get("IPSCOST_REWRITE"):
        page.write_text(text, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == text


def test_what_the_page_on_ones_own_scenario_shows_stands_in_the_template() -> None:
    text = (PAGES / "dit-eget-scenarie.md").read_text(encoding="utf-8")
    template = TEMPLATE.read_text(encoding="utf-8")
    shown = re.findall(r"```yaml\n(.*?)```", text, re.S)
    assert len(shown) == 4
    for block in shown:
        assert block in template


def test_links_of_the_danish_pages_lead_somewhere() -> None:
    for page in PAGES.glob("*.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), (page.name, target)
