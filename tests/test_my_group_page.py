"""The pages "my group is not the trial's", in both languages: their file runs, and so do they."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest
import yaml

from ipscost.cli import main

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "our-young-people.yaml"
ENGLISH = ROOT / "docs" / "my-group.md"
DANISH = ROOT / "docs" / "da" / "vores-gruppe.md"
SHOWN = {
    "simulate": ["simulate", "examples/our-young-people.yaml"],
    "threshold": ["threshold", "examples/our-young-people.yaml", "transfer.share"],
}


def put(page: Path, mark: str, kind: str, block: str) -> None:
    """Holds the block behind a mark to what it should be; rewrites it if asked."""
    before, rest = page.read_text(encoding="utf-8").split(f"<!-- {mark} -->\n```{kind}\n")
    wanted = f"{before}<!-- {mark} -->\n```{kind}\n{block.rstrip()}\n{rest[rest.index('```') :]}"
    if os.environ.get("IPSCOST_REWRITE"):
        page.write_text(wanted, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == wanted


def example() -> str:
    """The example without its comments, and without the schema that editors read."""
    text = EXAMPLE.read_text(encoding="utf-8")
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))


def test_the_page_shows_what_the_example_says_and_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    text = example()
    put(ENGLISH, "file", "yaml", text[text.index("extends:") : text.index("\nsource:")])
    for mark, command in SHOWN.items():
        assert main(command) == 0
        put(ENGLISH, mark, "text", capsys.readouterr().out)


def test_the_danish_page_has_the_same_file_and_its_commands_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(DANISH, "fil", "yaml", example())
    page = DANISH.read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (block,) = re.findall(r"<!-- fil -->\n```yaml\n(.*?)```", page, re.S)
    Path("vores-unge.yaml").write_text(block, encoding="utf-8")
    found = re.findall(r"<!-- kør -->\n```sh\n(.*?)```", page, re.S)
    for line in "".join(found).splitlines():
        _, command, *rest = shlex.split(line)
        few = [] if command == "check" else ["--draws", "100"]
        assert main([command, *rest, *few]) == 0, line
        assert "[W43" not in capsys.readouterr().err


def test_the_three_lines_are_three() -> None:
    keys = yaml.safe_load(example())["transfer"]
    assert len(keys) == 3
    assert keys["scale"] == "points"


def test_the_scales_that_the_page_works_out() -> None:
    page = ENGLISH.read_text(encoding="utf-8")
    usual, ips, here = 0.465, 0.599, 0.378
    ratio = (ips / (1 - ips)) / (usual / (1 - usual))
    odds = ratio * here / (1 - here)
    for share in (here * ips / usual, odds / (1 + odds), here + ips - usual, here * 2.07):
        assert f"{share:.1%}" in page or f"{share:.0%}" in page
    assert f"{ratio:.2f}" in page
