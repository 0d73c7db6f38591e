"""The page on budgets says what the program does, and its sums can be checked by hand."""

from __future__ import annotations

import math
import os
import re
from functools import cache
from pathlib import Path

import pytest

import ipscost
from ipscost import Settings
from ipscost.analysis.budget.accounts import Budget, budget
from ipscost.analysis.budget.books import CONSTANT
from ipscost.cli import main

ROOT = Path(__file__).parents[1]
PAGE, DANISH = ROOT / "docs" / "budget.md", ROOT / "docs" / "da" / "budget.md"
EXAMPLE = ROOT / "examples" / "two-payers-three-years.yaml"
REWRITE = bool(os.environ.get("IPSCOST_REWRITE"))
Capture = pytest.CaptureFixture[str]


@cache
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


@cache
def two_payers() -> Budget:
    return budget(ipscost.load(EXAMPLE), Settings(draws=0))


def table(mark: str) -> dict[str, list[float]]:
    """The numbers of the table below a mark, by the name of the row."""
    rows = page().split(f"<!-- {mark} -->\n")[1].split("\n\n")[0].splitlines()[2:]
    cells = ([cell.strip().strip("*") for cell in row.strip("|").split("|")] for row in rows)
    return {name: [float(cell.replace(",", "")) for cell in rest] for name, *rest in cells}


@pytest.mark.parametrize(
    ("file", "mark", "words"),
    [
        (PAGE, "two payers", ["budget", str(EXAMPLE)]),
        (PAGE, "grant", ["budget", "ips-for-unge-2023"]),
        (DANISH, "puljen", ["--lang", "da", "budget", "ips-for-unge-2023"]),
    ],
)
def test_the_pages_show_what_budget_prints(
    file: Path, mark: str, words: list[str], capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    assert main(words) == 0
    shown = capsys.readouterr().out.rstrip()
    text = file.read_text(encoding="utf-8")
    before, rest = text.split(f"<!-- {mark} -->\n```text\n")
    after = rest[rest.index("```") :]
    wanted = f"{before}<!-- {mark} -->\n```text\n{shown}\n{after}"
    if REWRITE:
        file.write_text(wanted, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == wanted


def test_the_rollout_by_hand() -> None:
    books = two_payers().point[CONSTANT]
    town, state = (books.payers.index(name) for name in ("municipality", "state"))
    before = books.programme + books.grant + books.change
    expected = {
        "programme: 9.5 and 2.5 × 50,000": books.programme[town],
        "grant to the municipality": books.grant[town],
        "benefits, municipality: 80%": books.change[town],
        "benefits, state: 20%": books.change[state],
        "municipality, before the block grant": before[town],
        "state, before the block grant": before[state],
        "both": before[town] + before[state],
    }
    shown = table("by hand")
    assert set(shown) == set(expected)
    for name, amounts in expected.items():
        years = [float(each) for each in amounts[:, 0]]
        assert shown[name] == pytest.approx([*years, sum(years)], abs=1e-6), name


def test_the_hand_does_the_same_sums() -> None:
    clients = [2, 4, 6, 8, 10, 12] + [12] * 6 + [10, 8, 6, 4, 2]
    posts = sum(clients[:12]) / 12, sum(clients[12:]) / 12
    assert posts == (9.5, 2.5)
    month = 480_000 * 1.25 / 12
    saved = [sum(range(1, 13)), 12 * 12, sum(range(12))]
    assert saved == [78, 144, 66]
    own = 0.5 * posts[0] * month
    shown = table("by hand")
    assert shown["programme: 9.5 and 2.5 × 50,000"][:2] == [posts[0] * month, posts[1] * month]
    assert shown["benefits, municipality: 80%"][:3] == pytest.approx([-2400 * n for n in saved])
    assert shown["grant to the municipality"][0] == -min(300_000, posts[0] * month - own)
    people = two_payers().people_point
    assert float(people.started.sum()) == pytest.approx(12)
    assert people.extra is not None
    assert float(people.extra[0]) == pytest.approx(2.4)
    assert two_payers().price_per_person == pytest.approx(25_000)


def test_the_block_grant_moves_money_and_makes_none() -> None:
    books = two_payers().point[CONSTANT]
    shown = table("block")
    for column, scope in enumerate(("one", "all")):
        net = {p: float(books.net(scope)[i].sum()) for i, p in enumerate(books.payers)}
        assert shown["municipality"][column] == pytest.approx(net["municipality"])
        assert shown["state"][column] == pytest.approx(net["state"])
        assert shown["other municipalities"][column] == pytest.approx(net["others"])
        assert shown["together"][column] == pytest.approx(sum(net.values()))
    before = (books.programme + books.grant + books.change)[0].sum()
    kept = before - books.net("one")[0].sum()
    assert -kept == pytest.approx(0.1 * 691_200)


def test_the_file_on_the_page_is_the_file() -> None:
    block = page().split("<!-- file -->\n```yaml\n")[1].split("```")[0]
    assert block in (ROOT / "examples" / "our-rollout.yaml").read_text(encoding="utf-8")
    danish = DANISH.read_text(encoding="utf-8")
    assert f"<!-- fil -->\n```yaml\n{block}```" in danish


def test_what_else_the_danish_page_shows_fits_the_file(tmp_path: Path) -> None:
    more = DANISH.read_text(encoding="utf-8").split("<!-- mere -->\n```yaml\n")[1].split("```")[0]
    whole = (ROOT / "examples" / "our-rollout.yaml").read_text(encoding="utf-8")
    (tmp_path / "ours.yaml").write_text(whole, encoding="utf-8")
    text = f"ipscost: 1\ntitle: More\nextends: ours.yaml\n{more}"
    (tmp_path / "more.yaml").write_text(text, encoding="utf-8")
    rollout = ipscost.load(str(tmp_path / "more.yaml")).rollout
    assert rollout is not None
    assert rollout.staff is not None
    assert rollout.staff.whole
    assert [grant.name for grant in rollout.grants] == ["egen"]


def test_the_python_of_the_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    code = page().split("<!-- python -->\n```python\n")[1].split("```")[0]
    exec(compile(code.replace("(0.6, 0.8, 1)", "(0.6, 1)"), "page", "exec"), {})
    few, all_of_them = capsys.readouterr().out.splitlines()
    assert few.startswith("0.6 {'2024': ")
    assert len(few.split(",")) == len(all_of_them.split(",")) == 5


def test_the_sums_that_the_page_tells() -> None:
    text = " ".join(page().split())
    trial = math.log(1.54446)
    shares = (math.log(1 - 72 / 162) / math.log(1 - 62 / 164), 1.25)
    assert [f"{math.log(each) / trial:.0%}" for each in shares] == ["49%", "51%"]
    assert "come to 49% of it" in text
    assert re.search("chance. to 51%", text)
    for number in (73.3e6 / 5000, 73.3e6 / 4000, 6_318_000 / 60, 4_124_000 / 60, 44_082 / 18):
        assert f"{number:,.0f}" in text
    assert f"{3.8 / 73.3:.1%}" in text
    assert f"{3.8e6 / 18_325:.0f} to {3.8e6 / 14_660:.0f}" in text
    assert f"{4500 * 105_300 / 1e6:.0f} million" in text
    assert f"{(42 * 11_944 + 32 * 6_545) / 74:,.0f}" in text
    assert f"{6_955 * 1.02 + (1_036 + 2_590) / 2:,.0f}" in text
