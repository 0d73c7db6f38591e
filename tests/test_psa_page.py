"""The page on results made elsewhere shows files that are read as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from messages import tells

from ipscost.cli import main
from ipscost.loading.results.measures import word
from ipscost.loading.results.psa import PsaResults, read_psa
from ipscost.loading.results.words import (
    ARM,
    COST,
    DRAW,
    EFFECT,
    OUTCOMES,
    SHORT_COST,
    SHORT_EFFECT,
)

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "psa-files.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    """What the page shows under a mark."""
    return PAGE.split(f"<!-- {name} -->\n```")[1].split("\n", 1)[1].split("```")[0]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("wide", "long", "expected", "parameters"):
        Path(f"{name}.csv").write_text(block(name), encoding="utf-8")


def by_arm(results: PsaResults) -> dict[str, tuple[list[float], list[float]]]:
    """Cost and effect of each arm in each draw."""
    psa = results.psa
    return {a: (psa.cost[i].tolist(), psa.effect[i].tolist()) for i, a in enumerate(psa.arms)}


def test_the_wide_and_the_long_file_say_the_same() -> None:
    wide, long = (read_psa(f"{name}.csv", "parameters.csv") for name in ("wide", "long"))
    assert by_arm(wide) == by_arm(long)
    assert wide.is_qaly
    for results in (wide, long):
        parameters = {name: v.tolist() for name, v in results.psa.parameters.items()}
        assert parameters == {"rate": [0.1, 0.2, 0.3], "price": [7, 8, 6]}


def test_the_numbers_of_the_example_are_the_means_of_the_file() -> None:
    psa = read_psa("wide.csv").psa
    (usual, ips), (few, more) = psa.cost_mean, psa.effect_mean
    shown = PAGE.split("<!-- numbers -->")[1].split("<!-- end -->")[0].replace("\n", " ")
    assert shown == (
        f"{ips:,.0f} against {usual:,.0f} with usual, and gives {more:.3f} QALYs against {few:.3f}"
    )


def test_the_command_of_the_example_says_what_the_page_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    command = next(line for line in PAGE.splitlines() if line.startswith("ipscost cea --psa r"))
    Path("results.csv").write_text(block("wide"), encoding="utf-8")
    assert main([*command.split()[1:], "--notes"]) == 0
    out = capsys.readouterr().out
    assert tells(out, "cea_plain_less_more_QALY", cost="143 kr.", reference="usual")
    assert tells(out, "title_cea_file", currency="kr.", year=2017)


def test_the_expected_values_are_those_of_the_draws() -> None:
    expected, drawn = read_psa("expected.csv").psa, read_psa("wide.csv").psa
    assert expected.draws == 1
    assert expected.cost_mean == pytest.approx(drawn.cost_mean, abs=0.005)
    assert expected.effect_mean == pytest.approx(drawn.effect_mean, abs=5e-5)


def test_every_heading_is_listed() -> None:
    table = PAGE.split("<!-- headings -->")[1].split("<!-- end -->")[0]
    shown = dict(re.findall(r"^\| (\w+) \| (.*) \|$", table, re.MULTILINE))
    wanted = {
        "draw": DRAW,
        "arm": ARM,
        "cost": (*COST, *SHORT_COST),
        "effect": (*EFFECT, *SHORT_EFFECT, *OUTCOMES),
    }
    for column, words in wanted.items():
        assert [word(each) for each in shown[column].split(", ")] == list(words)


def test_the_message_is_a_real_one() -> None:
    real = (ROOT / "tests" / "bad" / "psa" / "E504-decimal-comma.txt").read_text(encoding="utf-8")
    assert block("message") == real
