"""A course in time before discounting: what falls in a budget, beside what it is worth."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

import ipscost
from ipscost.analysis.course import course_of
from ipscost.analysis.payers import names
from ipscost.cli import main
from ipscost.report.payers.report import payers
from ipscost.report.report import Report, Table
from ipscost.report.simulate.months import with_months
from ipscost.report.simulate.summary import summary
from ipscost.run import Run, simulate
from ipscost.settings import Settings

BUDGET = """\
ipscost: 1
title: A budget
money: DKK_2024
horizon: {months: 18}
perspective: societal
discount: {cost: RATE, outcome: 0.035}
arm:
  usual: {reference: true}
  ips: {label: IPS}
payer:
  town: {label: Town}
  state: {label: State}
source:
  budget: {cite: The budget 2024, sure: verified}
cost:
  programme:
    kind: programme
    payer: {town: 0.75, state: 0.25}
    unit: DKK_2024/person
    source: budget
    usual: {mean: 0}
    ips: {mean: 31200, se: 1000}
"""


def run_of(tmp_path: Path, rate: str = "0.035", draws: int = 200) -> Run:
    file = tmp_path / "budget.yaml"
    file.write_text(BUDGET.replace("RATE", rate), encoding="utf-8")
    scenario = ipscost.load(file)
    settings = Settings(draws=draws)
    return simulate(scenario, settings, months=True, courses=names(scenario))


def values(report: Report, measure: str) -> dict[str, float]:
    return {str(f.path): f.value.mean for f in report.figures if f.measure == measure}


def simulated(run: Run, *, years: bool = True) -> Report:
    return with_months(summary(run), run, months=True, years=years)


def test_a_budget_of_31200_is_shown_as_such_beside_what_it_is_worth(tmp_path: Path) -> None:
    report = simulated(run_of(tmp_path))
    months = values(report, "saving_in_month_undiscounted")
    assert list(months.values()) == pytest.approx([-31200 / 18] * 18)
    so_far = values(report, "saving_so_far_undiscounted_by_year")
    assert so_far == pytest.approx({"year.1": -20800, "year.2": -31200})
    # discounted at the middle of each month
    factors = 1.035 ** -((np.arange(18) + 0.5) / 12)
    worth = values(report, "saving_so_far_by_year")["year.2"]
    assert worth == pytest.approx(-31200 / 18 * factors.sum())
    assert round(worth) == -30409


def test_the_columns_stand_beside_the_discounted_ones(tmp_path: Path) -> None:
    report = simulated(run_of(tmp_path))
    table = report.tables[0]
    assert isinstance(table, Table)
    assert [column.label.tell("en") for column in table.columns] == [
        "Saving in the year",
        "In the year, not discounted",
        "Saving so far (95% interval)",
        "Probability",
    ]
    plain = [row.cells[1].mean for row in table.rows]  # type: ignore[union-attr]
    assert plain == pytest.approx([-20800, -10400, -31200])
    worth = [row.cells[0].mean for row in table.rows]  # type: ignore[union-attr]
    assert sum(worth[:2]) == pytest.approx(worth[2])
    assert round(worth[2]) == -30409
    assert any(note.name == "undiscounted" for note in report.notes)


@pytest.mark.parametrize("draws", [0, 200])
def test_without_discounting_there_is_nothing_to_show_beside(tmp_path: Path, draws: int) -> None:
    run = run_of(tmp_path, "0", draws)
    report = simulated(run)
    assert not values(report, "saving_in_month_undiscounted")
    table = report.tables[0]
    assert isinstance(table, Table)
    assert len(table.columns) == 3
    assert not any(note.name == "undiscounted" for note in report.notes)
    found = payers(run, years=True)
    assert not values(found, "gain_in_year_undiscounted_to_town")
    assert not any(note.name == "undiscounted" for note in found.notes)


def test_the_share_of_each_payer_ties_to_its_budget(tmp_path: Path) -> None:
    report = payers(run_of(tmp_path), years=True, months=True)
    town = values(report, "gain_in_year_undiscounted_to_town")
    state = values(report, "gain_in_year_undiscounted_to_state")
    assert town == pytest.approx({"year.1": -15600, "year.2": -7800, "cost": -23400})
    assert state == pytest.approx({"year.1": -5200, "year.2": -2600, "cost": -7800})
    months = values(report, "gain_in_month_undiscounted_to_town")
    assert months["cost"] == pytest.approx(-23400)
    assert sum(amount for path, amount in months.items() if path != "cost") == pytest.approx(-23400)
    table = next(
        t for t in report.tables if isinstance(t, Table) and "not disc" in t.title.tell("en")
    )
    assert table.rows[-1].strong


def test_a_model_without_its_discount_rate_gives_the_same_amounts() -> None:
    settings = Settings(draws=0)
    discounted = simulate(ipscost.load("ips-ten-years"), settings, months=True)
    plain = simulate(ipscost.load("ips-ten-years", ["discount.cost=0"]), settings, months=True)
    for arm in ("ips", "ipse"):
        course = course_of(discounted, arm, "public")
        other = course_of(plain, arm, "public")
        assert course.undiscounted == pytest.approx(other.points, rel=1e-9, abs=1e-9)
        assert other.undiscounted is None
        assert abs(course.points.sum() - other.points.sum()) > 1000


def test_an_account_that_is_not_whole_says_so_undiscounted_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    line = ["payers", "ips-ten-years", "--years", "--draws", "100", "--arm", "ips"]
    assert main([*line, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    measure = "gain_in_year_undiscounted_to_municipality_partial"
    found = [row for row in rows if row["measure"] == measure]
    assert len(found) == 11
    assert all(row["low"] is None for row in found)
    whole = next(row["mean"] for row in found if row["path"] == "cost")
    parts = sum(row["mean"] for row in found if row["path"] != "cost")
    assert whole == pytest.approx(parts)
