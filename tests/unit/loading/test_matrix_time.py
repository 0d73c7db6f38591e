"""Rows of probabilities that are stated for another time than a cycle."""

from __future__ import annotations

import builders
import numpy as np
import pytest
from told import told

import ipscost
from ipscost import Run, Settings
from ipscost.analysis.chances import onward
from ipscost.report.simulate.summary import summary as _summary

summary = told(_summary)

MATRIX = """
ipscost: 1
title: {en: The matrix of a year, da: Et års matrix}
money: DKK_2024
horizon: {years: 1}
perspective: societal
discount: {cost: 0, outcome: 0}
arm: {usual: {reference: true}, new: {label: New}}
payer: {society: {}}
source: {own: {cite: Made up for this test, sure: verified}}
model:
  cycle: month
  counting: end
  state: {well: {start: rest}, sick: {}, dead: {death: true}}
  transition:
    well:
      sick: {unit: probability/year, source: own 1, all: {mean: 0.4}}
      dead: {unit: probability/year, source: own 1, all: {mean: 0.1}}
      well: rest
    sick:
      well: {unit: probability/year, source: own 1, usual: {mean: 0.3}, new: {mean: 0.5}}
      dead: {unit: probability/year, source: own 1, all: {mean: 0.3}}
      sick: rest
cost:
  care:
    {kind: service, payer: society, unit: DKK_2024/person/year, source: own, in: {sick: {mean: 1}}}
outcome:
  dead_at_12: {unit: share, share_in: [dead], at: 12}
"""


def run(text: str = MATRIX) -> Run:
    """The point estimate alone."""
    return ipscost.simulate(builders.load(text), Settings(draws=0))


def dead(found: Run) -> list[float]:
    """The share of each arm that is dead at month 12."""
    return [float(share) for share in found.point.present_outcome[:, 0, 0]]


def test_the_matrix_of_a_year_is_kept_by_cycles_of_a_year_alone() -> None:
    assert dead(run(MATRIX.replace("cycle: month", "cycle: year"))) == pytest.approx([0.1, 0.1])
    monthly = run()
    assert dead(monthly) == pytest.approx([0.174, 0.184], abs=0.0005)
    assert [each.code for each in monthly.scenario.warnings] == ["W420", "W420"]
    assert not builders.load(MATRIX.replace("cycle: month", "cycle: year")).warnings


def test_a_result_says_where_the_model_has_people_and_where_the_row_has_them() -> None:
    found = {(each.origin, each.target, each.arm): each for each in onward(run().scenario)}
    assert list(found) == [("well", "sick", "new"), ("sick", "well", "new")]
    leave, back = 1 - 0.5 ** (1 / 12), 1 - 0.2 ** (1 / 12)  # in a month
    rows = [
        [1 - leave, leave * 0.4 / 0.5, leave * 0.1 / 0.5],
        [back * 0.5 / 0.8, 1 - back, back * 0.3 / 0.8],
        [0, 0, 1],
    ]
    year = np.linalg.matrix_power(np.array(rows), 12)
    one = found["well", "sick", "new"]
    assert (one.years, one.stated) == pytest.approx((1, 0.4))
    assert one.has == pytest.approx(year[0, 1])
    assert found["sick", "well", "new"].has == pytest.approx(year[1, 0])
    notes = summary(run()).notes
    assert any(note.startswith("Worth checking, model.transition.well") for note in notes)
    assert (
        "Of those in “Well” with new, the model has 20.9% in “Sick” after a year; "
        "the stated probabilities say 40.0%."
    ) in notes


@pytest.mark.parametrize(
    "row",
    [
        "well: {dead: {unit: probability/year, source: own, all: {mean: 0.1}}, well: rest}",
        "well: {sick: {unit: rate/year, source: own, all: {mean: 0.4}}, well: rest}",
        "well: {sick: {unit: probability/month, source: own, all: {mean: 0.4}}, well: rest}",
        "well: {sick: {unit: share, by: 12, source: own, all: {mean: 0.4}}, well: rest}",
    ],
)
def test_nothing_is_doubted_where_nobody_moves_on_within_the_time_of_a_row(row: str) -> None:
    sick = "sick: {dead: {unit: rate/year, source: own, all: {mean: 0.1}}, sick: rest}\n"
    begin, end = MATRIX.index("    well:\n"), MATRIX.index("cost:\n")
    assert not builders.load(f"{MATRIX[:begin]}    {row}\n    {sick}{MATRIX[end:]}").warnings


def test_a_ratio_to_another_move_is_of_its_time() -> None:
    """Whatever the ratio is to: the probability of a year stays one of a year."""
    ratio = "sick: {of: well.dead, all: {hazard_ratio: 2, source: own}}"
    text = MATRIX.replace(
        "sick: {unit: probability/year, source: own 1, all: {mean: 0.4}}", ratio, 1
    )
    paths = [each.path for each in builders.load(text).warnings]
    assert paths == ["model.transition.well", "model.transition.sick"]


def test_a_month_s_probability_in_cycles_of_a_year_is_doubted_too() -> None:
    text = MATRIX.replace("probability/year", "probability/month").replace("0.3}", "0.03}")
    text = text.replace("cycle: month", "cycle: year")
    found = builders.load(text)
    assert [each.code for each in found.warnings] == ["W420", "W420"]
    assert "in which nobody moves twice" in found.warnings[0].message
    assert not list(onward(found))
