"""The budget in the scenario analyses: who starts, what it costs, and what is left."""

from __future__ import annotations

from pathlib import Path

import ipscost
from ipscost import Settings
from ipscost.analysis.interval import Interval
from ipscost.loading import build, read
from ipscost.loading.analyses import variants
from ipscost.report.budget.answer import found_in
from ipscost.report.budget.tried import tried
from ipscost.report.report import Table

ROOT = Path(__file__).parents[3]
TWO = ROOT / "examples" / "two-payers-three-years.yaml"
ANALYSES = """
analyses:
  all_come: {label: All come, set: {rollout.intake.recruitment: 1}}
  renamed: {label: Nothing but a label, set: {arm.ips.label: Other}}
"""


def table(tmp_path: Path, analyses: str) -> list[Table]:
    file = tmp_path / "tried.yaml"
    file.write_text(TWO.read_text(encoding="utf-8") + analyses, encoding="utf-8")
    reading = read(str(file))
    scenario = build(reading)
    found = found_in(ipscost.simulate(scenario, Settings(draws=0)))
    return list(tried(found, variants(reading, scenario).scenarios))


def test_an_analysis_that_changes_the_budget_is_a_row(tmp_path: Path) -> None:
    (shown,) = table(tmp_path, ANALYSES)
    assert [row.path for row in shown.rows] == ["base", "analyses.all_come"]
    amounts = [
        [round(cell.mean) if isinstance(cell, Interval) else cell for cell in row.cells[1:5]]
        for row in shown.rows
    ]
    # 12 people save 864,000 kr. and 24 twice as much; staff are paid for the plan either way
    assert amounts[0] == [-600_000, 264_000, 259_580, -362_500]
    assert amounts[1] == [-600_000, 1_128_000, 881_660, -362_500]


def test_without_an_analysis_that_changes_it_there_is_no_table(tmp_path: Path) -> None:
    assert table(tmp_path, "") == []
