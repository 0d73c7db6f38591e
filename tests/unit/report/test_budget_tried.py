"""The budget in the scenario analyses: who starts, what it costs, and what is left."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

import ipscost
from ipscost import Settings
from ipscost.analysis.interval import Interval
from ipscost.loading import build, read
from ipscost.loading.analyses import variants
from ipscost.report.budget.answer import found_in
from ipscost.report.budget.tried import tried
from ipscost.report.report import Row, Table

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


def mean(row: Row, place: int) -> float:
    cell = row.cells[place]
    assert isinstance(cell, Interval)
    return cell.mean


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


def test_what_the_analyses_of_the_grant_make_of_it() -> None:
    reading = read("ips-for-unge-2023")
    scenario = build(reading)
    found = found_in(ipscost.simulate(scenario, Settings(draws=0)))
    (shown,) = tried(found, variants(reading, scenario).scenarios)
    rows = {row.path.removeprefix("analyses."): row.cells for row in shown.rows}
    assert {"ips_ma", "people_4000", "recruitment_60", "as_such_projects_went"} <= set(rows)
    net = {name: cells[2].mean for name, cells in rows.items() if isinstance(cells[2], Interval)}
    assert net["recruitment_60"] < 0 < net["base"] < net["people_5000"]
    assert net["as_such_projects_went"] < 0
    assert net["full_cost"] < -300  # million kr.
    assert round(net["no_jobcenter_saving"]) == -44  # as docs/budget.md says
    (without,) = (row for row in shown.rows if row.path == "analyses.no_jobcenter_saving")
    costs = [mean(row, 2) - mean(row, 1) for row in (shown.rows[0], without)]
    assert 1 - costs[1] / costs[0] == pytest.approx(2 / 3, abs=0.02)  # as the note says


def test_the_effect_of_the_grant_is_as_unsure_as_the_trial_that_is_nearest() -> None:
    """IPS-MA's counts, as a share of the logarithm of the trial's hazard ratio."""
    scenario = build(read("ips-for-unge-2023"))
    assert scenario.transfer is not None
    share = scenario.transfer.share
    assert share is not None
    trial = math.log(1.54446)
    variance = sum(
        part / ((1 - part) * n * math.log(1 - part) ** 2)
        for part, n in ((72 / 162, 162), (62 / 164, 164))
    )
    assert share.dist.sd == pytest.approx(math.sqrt(variance) / trial, abs=0.005)


def test_without_an_analysis_that_changes_it_there_is_no_table(tmp_path: Path) -> None:
    assert table(tmp_path, "") == []
