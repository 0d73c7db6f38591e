"""A saving of exactly 0 is told as the same cost, whoever asks, and as uncertain where it is."""

from __future__ import annotations

import builders
import pytest
from told import words

from ipscost import Run
from ipscost.analysis.decisions import decision_of
from ipscost.analysis.what_if.question import ask
from ipscost.report.compare.report import compare
from ipscost.report.simulate.summary import summary
from ipscost.report.voi.report import voi
from ipscost.report.what_if.threshold import threshold

SAME = builders.CARE + builders.PROGRAMME.replace("120", "300")
SURE = SAME.replace(", se: 100", "").replace(", se: 50", "")


@pytest.fixture(scope="module")
def sure() -> Run:
    return builders.run(builders.text(SURE), draws=50)


@pytest.fixture(scope="module")
def unsure() -> Run:
    return builders.run(builders.text(SAME), draws=50)


def test_a_sure_nothing_is_the_same_cost(sure: Run) -> None:
    same = "IPS costs society the same per person over 4 months as normal practice, in 2024 prices"
    (answer,) = words(tuple(summary(sure, people=60).headline))
    assert answer.startswith(f"{same}. For 60 people, IPS costs society the same in all.")
    first = words(threshold(ask(sure), "cost.care.ips").headline)[0]
    assert first.startswith(f"{same} (point estimate).")


def test_an_unsure_nothing_is_expected_to_be_the_same(unsure: Run) -> None:
    (answer,) = words(tuple(summary(unsure, people=60).headline))
    assert "IPS is expected to cost society the same per person" in answer
    assert "but this is uncertain (95% interval " in answer
    assert "For 60 people, IPS is expected to cost society the same in all." in answer
    (danish,) = words(tuple(summary(unsure, people=60).headline), "da")
    assert danish.startswith("IPS ventes at koste samfundet det samme pr. person")


def test_of_several_the_best_may_cost_the_same(sure: Run) -> None:
    dearer = builders.run(builders.text(SURE.replace("-300", "-200")), draws=50)
    first = words(compare([sure, dearer]).headline)[0]
    assert "is expected to cost society least: the same per person" in first


def test_a_choice_between_equals_is_none(unsure: Run) -> None:
    report = voi(decision_of(unsure, None, {}))
    told = words(report.headline)[0]
    assert "is as good a choice on current evidence over 4 months as" in told
    assert "lower" not in told
