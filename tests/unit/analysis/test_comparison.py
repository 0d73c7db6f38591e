"""What compare finds in its columns, before any word or table."""

from __future__ import annotations

import dataclasses

import builders
import pytest

import ipscost
from ipscost import Settings
from ipscost.analysis.compare.cases import cases_of
from ipscost.analysis.compare.comparison import Comparison, Values, comparison

COST = builders.CARE + builders.PROGRAMME + builders.HOSPITAL + builders.BENEFITS
CHEAP = builders.text(COST, outcome=builders.JOB)
DEAR = CHEAP.replace("difference: 120", "difference: 200")


def found(*contents: str, inputs: bool = False) -> Comparison:
    """The comparison of scenarios named a, b, c, ... with the first."""
    runs = []
    for name, content in zip("abcd", contents, strict=False):
        scenario = dataclasses.replace(builders.load(content), name=name, file=f"{name}.yaml")
        runs.append(ipscost.simulate(scenario, Settings(draws=0)))
    cases, place = cases_of(runs)
    return comparison(cases, place, 0.95, inputs=inputs)


def means(values: Values) -> list[float | None]:
    return [None if value is None else value.mean for value in values]


def test_a_column_has_a_number_of_each_sum_and_a_gap_to_the_base() -> None:
    both = found(CHEAP, DEAR)
    assert means(both.saving) == pytest.approx([540, 460])
    assert means(both.gaps.saving) == pytest.approx([-80])
    saved = {each.leaf.path: means(each.values) for each in both.categories}
    assert saved["cost.programme"] == pytest.approx([-120, -200])
    gaps = {each.leaf.path: means(each.values) for each in both.gaps.categories}
    assert gaps["cost.programme"] == pytest.approx([-80])
    assert gaps["cost.care"] == [0]
    assert both.gaps.unmatched is None
    (job,) = both.outcomes
    assert (job.name, job.unit, len(job.values)) == ("outcome.job", "share", 2)


def test_what_one_column_lacks_is_none_and_its_gap_is_unmatched() -> None:
    both = found(CHEAP, builders.text(builders.CARE))
    saved = {each.leaf.path: means(each.values) for each in both.categories}
    assert saved["cost.programme"][1] is None
    assert both.gaps.unmatched is not None
    assert means(both.gaps.unmatched) == pytest.approx([-240])
    assert both.gaps.outcomes == ()


def test_a_budget_is_told_where_money_only_moves() -> None:
    payers = found(CHEAP, DEAR).payers
    saved, moved, both = (
        {line.name: line.values[0].mean for line in lines if line.values[0] is not None}
        for lines in (payers.saving, payers.transfers, payers.budget)
    )
    assert both
    for name, budget in both.items():
        assert budget == pytest.approx(saved.get(name, 0) + moved.get(name, 0))
    plain = found(builders.text(), builders.text()).payers
    assert (plain.has_transfers, plain.transfers, plain.budget) == (False, (), ())


def test_what_explains_a_gap_is_found_where_it_is_asked_for() -> None:
    assert found(CHEAP, DEAR).why == ()
    (why,) = found(CHEAP, DEAR, inputs=True).why
    (each,) = why.inputs
    assert each.base is not None
    assert each.base.stated == each.base.numbers[0][1]
    assert why.changes == pytest.approx([-80])


def test_a_line_is_named_by_the_first_scenario_that_has_it() -> None:
    both = found(builders.text(builders.CARE), CHEAP)
    named = {each.leaf.path: each.leaf.scenario.name for each in both.categories}
    assert named["cost.care"] == "a"
    assert named["cost.programme"] == "b"
    assert [line.scenario.name for line in both.uncounted] == ["b"]
