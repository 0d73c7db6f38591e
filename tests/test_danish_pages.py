"""The Danish pages say what the program does: each command on them runs, in their order."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from random import Random

import pytest

import ipscost
from ipscost.cli import main
from ipscost.loading.text.shipped import template

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
        assert not re.search(r"error|fejl|warning\[E", capsys.readouterr().err)


def test_a_table_and_its_model_go_the_way_of_the_page_on_individual_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As Danish Excel writes a table, with the rows of the page for forty made-up persons."""
    monkeypatch.chdir(tmp_path)
    page = (PAGES / "analyse.md").read_text(encoding="utf-8")
    blocks = dict(re.findall(r"<!-- fil: (\S+) -->\n```\w+\n(.*?)```", page, re.S))
    head, *rows = blocks["borgere.csv"].splitlines()
    lines = [head, *rows]
    cells = [*zip(*(row.split(";") for row in rows), strict=True)]
    chance = Random(1)
    for number in range(3, 43):
        own = [chance.choice(cell) for cell in cells[1:]]
        own[1], own[3] = str(18 + number % 11), f"1.{chance.randrange(100, 999)},50"
        lines.append(";".join([str(number), *own]))
    Path("borgere.csv").write_text("\r\n".join(lines), encoding="utf-8-sig")
    Path("model.yaml").write_text(blocks["model.yaml"], encoding="utf-8")
    told = []
    for _, command, *rest in commands(PAGES / "analyse.md"):
        few = ["--draws", "50"] if command in FEW else []
        assert main([command, *rest, *few]) == 0, capsys.readouterr().err
        captured = capsys.readouterr()
        told.append(captured.out)
        assert not re.search(r"fejl|advarsel", captured.err)
    assert told[2].startswith("Observeret, ikke randomiseret: IPS koster samfundet")
    assert "IPS til 48 af 60 planlagte personer" in " ".join(told[5].split())


def test_the_danish_page_shows_what_the_program_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    page = PAGES / "kom-i-gang.md"

    def answered(match: re.Match[str]) -> str:
        assert main(shlex.split(match[2])) == 0
        return f"{match[1]}{capsys.readouterr().out.rstrip()}\n```"

    before = page.read_text(encoding="utf-8")
    text, found = re.subn(r"(<!-- svar: (.*?) -->\n```text\n).*?```", answered, before, flags=re.S)
    assert found == 2
    if os.environ.get("IPSCOST_REWRITE"):
        page.write_text(text, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == text


def test_what_the_page_on_ones_own_scenario_shows_stands_in_the_template() -> None:
    text = (PAGES / "dit-eget-scenarie.md").read_text(encoding="utf-8")
    whole = TEMPLATE.read_text(encoding="utf-8")
    shown = re.findall(r"```yaml\n(.*?)```", text, re.S)
    own = [block for block in shown if not block.startswith("prices:")]
    assert (len(own), len(shown)) == (5, 6)
    for block in own:
        assert block in whole


def test_the_prices_that_the_page_assumes_can_be_used(tmp_path: Path) -> None:
    text = (PAGES / "dit-eget-scenarie.md").read_text(encoding="utf-8")
    (prices,) = re.findall(r"```yaml\n(prices:.*?)```", text, re.S)
    file = tmp_path / "ours.yaml"
    file.write_text(template("ours", "da").replace("DKK_2024 ", "DKK_2026 ", 1) + prices, "utf-8")
    scenario = ipscost.load(file)
    assert str(scenario.money) == "DKK_2026"
    assert scenario.later_prices is not None


def test_half_an_effect_is_as_sure_with_p_and_less_sure_with_se(tmp_path: Path) -> None:
    file = tmp_path / "ours.yaml"
    file.write_text(template("ours", "da"), "utf-8")

    def width(path: str, *settings: str) -> float:
        run = ipscost.simulate(ipscost.load(file, settings), ipscost.Settings(draws=2000))
        (_, draws), *_ = run.draws.blocks_once(2000)
        return float(draws.columns[path].std())

    jobcenter, benefits = "cost.jobcenter.ips", "cost.benefits.use.ips"
    half = width(jobcenter, f"{jobcenter}.difference=-6000") / width(jobcenter)
    assert half == pytest.approx(0.5, rel=0.05)
    same = width(benefits, f"{benefits}.difference=-0.75") / width(benefits)
    assert same == pytest.approx(1, rel=0.05)


def test_links_of_the_danish_pages_lead_somewhere() -> None:
    for page in PAGES.glob("*.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), (page.name, target)
