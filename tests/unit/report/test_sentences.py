"""Sentences that only some scenarios bring about."""

from __future__ import annotations

from pathlib import Path

import pytest
from told import told

import ipscost
from ipscost.cli import main
from ipscost.formats.cells import grid
from ipscost.report.explain.report import explain as _explain

explain = told(_explain)

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "examples" / "municipality.yaml"
THREE_ARMS = ROOT / "tests" / "golden" / "three-arms.yaml"


def told(file: Path, path: str, *settings: str) -> str:
    """Everything that `explain` says of a path."""
    run = ipscost.simulate(ipscost.load(file, settings), ipscost.Settings(draws=0))
    tables = explain(run, path).tables
    return "\n".join(cell for t in tables for _, cells in grid(t, "en").lines for cell in cells)


def test_a_monthly_amount_in_some_months_says_so() -> None:
    text = told(EXAMPLE, "cost.jobcenter.courses.ips")
    assert "every month, only in months 2 to 12: " in text


def test_stated_weights_are_named() -> None:
    setting = "cost.care.ward.timing={weights: [1, 1, 1, 1, 1, 5]}"
    assert "by the stated weights: " in told(THREE_ARMS, "cost.care.ward.ips", setting)


def test_a_total_that_nearly_cancels_has_no_shares() -> None:
    text = told(THREE_ARMS, "cost.programme.ipse")
    assert "IPSE: no share; the categories nearly cancel out" in text


def test_a_share_of_an_extra_cost_is_called_that() -> None:
    setting = "cost.programme.ips={mean: 9000, assumption: dearer}"
    text = told(THREE_ARMS, "cost.programme.ips", setting)
    assert "of the extra cost of " in text


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", str(EXAMPLE)], "fine (arms: 2; cost categories: 7; outcomes: 1; numbers: 21)."),
        (["simulate", str(EXAMPLE), "--draws", "0", "--notes"], "- No draws; ipscost "),
    ],
)
def test_the_command_line_says_it(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 0
    assert sentence in capsys.readouterr().out
