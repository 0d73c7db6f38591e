"""How two scenarios with models differ: number by number, or the model as a whole."""

from __future__ import annotations

import builders
import model_texts
import pytest
from told import told

import ipscost
from ipscost import Run, Settings
from ipscost.analysis.compare.cases import cases_of
from ipscost.analysis.compare.inputs import Explanation, explain_gap
from ipscost.report.compare.report import compare as _compare

compare = told(_compare)

COST = """
benefits:
  kind: service
  payer: municipality
  unit: DKK_2024/person/month
  source: study table 3
  in: {benefit: {mean: 10000}}
work:
  kind: productivity
  payer: region
  price: {number: wage}
  use: {unit: hour/person/month, source: study 2, in: {job: {mean: 80}}}
help:
  kind: productivity
  payer: region
  price: {number: wage}
  use: {unit: hour/person, source: study 2, on_entry: {job: {mean: 1}}}
"""
MORE = """
effect: {after: 6, then: persists, assumption: as seen}
number:
  wage: {mean: -200, unit: DKK_2024/hour, source: study 1}
"""
BASE = model_texts.text(cost=COST, more=MORE)


def run(content: str) -> Run:
    return ipscost.simulate(builders.load(content), Settings(draws=0))


def gap(base: str, other: str) -> Explanation:
    (first, second), _ = cases_of([run(base), run(other)])
    return explain_gap(first, second)


def saving(content: str) -> float:
    point = run(content).point
    return -float((point.weight("societal") * point.difference("ips")[:, 0]).sum())


def replaced(old: str, new: str, content: str = BASE) -> str:
    assert old in content
    return content.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("hazard_ratio: 1.5", "hazard_ratio: 1.2", "model.transition.benefit.job.ips"),
        ("{mean: 0.4, n: 100}", "{mean: 0.5, n: 100}", "model.transition.benefit.job.usual"),
        ("{mean: 0.5, se: 0.1}", "{mean: 0.7, se: 0.1}", "model.transition.job.benefit.all"),
        ("{mean: 10000}", "{mean: 9000}", "cost.benefits.in.benefit"),
        ("{mean: -200", "{mean: -300", "number.wage"),
        ("then: persists", "then: stops", "effect"),
        ("{months: 24}", "{months: 36}", "horizon.months"),
    ],
)
def test_one_thing_that_differs_explains_the_whole_difference(
    old: str, new: str, path: str
) -> None:
    other = replaced(old, new)
    found = gap(BASE, other)
    assert [each.path for each in found.inputs] == [path]
    assert found.changes[0] == pytest.approx(saving(other) - saving(BASE))
    assert found.together == pytest.approx(found.changes[0])
    assert abs(found.changes[0]) > 1


def test_scenarios_that_are_the_same_have_no_input_that_differs() -> None:
    found = gap(BASE, BASE)
    assert found.inputs == ()
    assert found.together == 0


def test_several_numbers_add_up_with_their_interaction() -> None:
    other = replaced("hazard_ratio: 1.5", "hazard_ratio: 1.2")
    other = replaced("{mean: -200", "{mean: -300", other)
    found = gap(BASE, other)
    assert {each.path for each in found.inputs} == {
        "model.transition.benefit.job.ips",
        "number.wage",
    }
    assert found.together == pytest.approx(saving(other) - saving(BASE))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("counting: half_cycle", "counting: start"),
        ("  benefit: {unit: rate/year", "  benefit: {unit: rate/month"),
    ],
)
def test_another_build_of_the_model_is_switched_as_a_whole(old: str, new: str) -> None:
    other = replaced(old, new)
    found = gap(BASE, other)
    assert [(each.path, each.what) for each in found.inputs] == [("model", "model")]
    assert found.changes[0] == pytest.approx(saving(other) - saving(BASE))


def test_a_model_is_held_against_a_scenario_without_one() -> None:
    plain = builders.text(builders.CARE, months=12)
    for one, two in ((BASE, plain), (plain, BASE)):
        found = gap(one, two)
        assert "model" in [each.path for each in found.inputs]
        assert found.together == pytest.approx(saving(two) - saving(one))


def test_the_report_of_two_models_is_told_in_both_languages() -> None:
    runs = [run(BASE), run(replaced("hazard_ratio: 1.5", "hazard_ratio: 1.2"))]
    for language, word in (("en", "hazard ratio 1.5"), ("da", "hazardratio 1,5")):
        report = compare(runs, language=language, inputs=True)
        cells = [str(cell) for table in report.tables for row in table.rows for cell in row.cells]
        assert any(word in cell for cell in cells)
