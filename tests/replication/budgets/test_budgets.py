"""Budgets against published ones, and the shipped rollouts; see README.md."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest
import yaml

import ipscost
from ipscost import Settings
from ipscost.analysis.budget.accounts import Budget, budget
from ipscost.analysis.budget.books import CONSTANT, NOMINAL
from ipscost.analysis.verify import Finding, findings

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[2] / "examples"
CLINICIAN = EXAMPLES / "specialist-clinician.yaml"
POINT = Settings(draws=0)
MIO = 1e6


@cache
def found(file: Path) -> tuple[Finding, ...]:
    return findings(ipscost.simulate(ipscost.load(file), POINT))


@cache
def accounts(name: str, draws: int = 0) -> Budget:
    return budget(ipscost.load(name), Settings(draws=draws))


def paid(budget: Budget, basis: str = NOMINAL) -> float:
    return float(budget.point[basis].programme.sum())


def test_every_line_of_the_specialist_clinician_is_met_within_a_dollar() -> None:
    lines = [each for each in found(CLINICIAN) if each.target.path != "rollout"]
    assert len(lines) == 25
    assert max(abs(each.difference or 0) for each in lines) < 1
    verdicts = [each.verdict for each in lines]
    assert (verdicts.count("agrees"), verdicts.count("off")) == (22, 3)


def test_the_printed_totals_exceed_the_lines_and_the_file_says_so() -> None:
    totals = [each for each in found(CLINICIAN) if each.target.path == "rollout"]
    assert [round(-(each.difference or 0)) for each in totals] == [247, 34, 36, 37, 39]
    assert {each.verdict for each in totals} == {"disagrees"}
    assert all(each.target.note is not None for each in totals)


def test_the_workforce_calculator_gives_its_posts_and_price() -> None:
    assert [each.verdict for each in found(HERE / "ips_grow.yaml")] == ["agrees"] * 6
    own = accounts(str(HERE / "ips_grow.yaml"))
    assert float(own.point[CONSTANT].lines[:-1].sum()) == pytest.approx(1_332_920.97, abs=0.01)
    assert own.price_per_person == pytest.approx(1_599.51, abs=0.005)


def test_the_grant_is_as_much_as_was_distributed_and_each_municipality_adds_nothing() -> None:
    own = accounts("ips-for-unge-2023", 1000)
    books = own.point[NOMINAL]
    assert paid(own) == pytest.approx(73.3 * MIO)
    place = books.payers.index("municipality")
    assert np.abs(books.programme[place] + books.grant[place]).max() < 1e-6
    assert own.draws is not None
    assert own.people_draws is not None
    per_head = paid(own) / own.people_draws.planned.sum(axis=0)
    assert np.percentile(per_head, [2.5, 97.5]) == pytest.approx([14_660, 18_325], rel=0.01)
    assert pytest.approx(14_660) == 73.3 * MIO / 5000
    assert pytest.approx(18_325) == 73.3 * MIO / 4000
    verdicts = [each.verdict for each in findings(ipscost.simulate(own.scenario, POINT))]
    assert verdicts == ["agrees", "disagrees", "disagrees"]  # 73.3; 74 and 72.8


def test_all_together_keep_hardly_anything_of_what_one_keeps_alone() -> None:
    books = accounts("ips-for-unge-2023").point[CONSTANT]
    place = books.payers.index("municipality")
    alone, together = (-books.net(scope)[place].sum() for scope in ("one", "all"))
    assert alone > 80 * MIO
    assert together < 0.1 * alone


def test_fewer_people_cost_as_much_as_all() -> None:
    scenario = "ips-for-unge-2023"
    own = budget(ipscost.load(scenario, settings=["rollout.intake.recruitment=0.6"]), POINT)
    assert paid(own) == pytest.approx(73.3 * MIO)
    started = float(own.people_point.started.sum())
    assert started == pytest.approx(2700)
    assert paid(own) / started == pytest.approx(27_148, abs=1)


def test_the_one_full_cost_that_was_found() -> None:
    own = accounts("ungeloeftet-2025")
    books = own.point[NOMINAL]
    assert paid(own) / 60 == pytest.approx(105_300)
    given = float(books.grant[books.payers.index("state")].sum())
    assert given / 60 == pytest.approx(68_733, abs=1)
    assert paid(own) - given == pytest.approx(2_194_000)  # printed as 2,195,000


def test_our_rollout_changes_five_lines_and_has_its_own_answer() -> None:
    text = (EXAMPLES / "our-rollout.yaml").read_text(encoding="utf-8")
    below = text.partition("\nrollout:\n")[2].splitlines()
    assert len([line for line in below if "null" not in line and "staff:" not in line]) == 5
    assert set(yaml.safe_load(text)) == {"ipscost", "title", "extends", "rollout"}
    own = accounts(str(EXAMPLES / "our-rollout.yaml"))
    # 120 people for 12 months at 20 a consultant are 6 post-years of 600,000
    assert paid(own, CONSTANT) == pytest.approx(3.6 * MIO)
    assert own.price_per_person == pytest.approx(30_000)
    assert float(own.people_point.started.sum()) == pytest.approx(120)


def test_a_fund_pays_for_at_most_six_months_of_a_job() -> None:
    file = str(EXAMPLES / "outcome-contract.yaml")
    name = "cost.payment.friction.mean"
    paid_by = {
        months: ipscost.load(file, settings=[f"{name}={months}"]) for months in (1, 6, 17, 18)
    }
    runs = {months: ipscost.simulate(each, POINT) for months, each in paid_by.items()}
    place = [category.path for category in runs[6].scenario.categories].index("cost.payment")
    extra = {months: float(run.point.difference("ips")[place, 0]) for months, run in runs.items()}
    assert 0 < extra[1] < extra[6] < extra[17] == pytest.approx(extra[18], rel=0.01)
    books = accounts(file).point[CONSTANT]
    fund, town = (books.payers.index(name) for name in ("fund", "municipality"))
    with_fund = books.net("one")[town].sum()
    without = accounts("ips-for-unge-2023").point[CONSTANT].net("one")[town].sum()
    assert with_fund - without == pytest.approx(-books.net("one")[fund].sum())
