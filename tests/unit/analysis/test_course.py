"Courses by month and year, and the month of break-even over the draws."

from __future__ import annotations

import math

import builders
import cost_texts
import numpy as np
import pytest
from told import told

import ipscost
from ipscost.analysis.course import BreakEven, Trajectory, break_even, course_of, years_of
from ipscost.report.simulate.months import with_months as _with_months
from ipscost.report.simulate.summary import summary as _summary

with_months = told(_with_months)
summary = told(_summary)

START_UP = cost_texts.start_up("{difference: -100, se: 20}")


def test_a_last_part_of_a_year_is_labelled_so() -> None:
    assert years_of(24) == [(1, 12), (13, 24)]
    assert years_of(30) == [(1, 12), (13, 24), (25, 30)]
    run = builders.run(builders.text(START_UP, months=30))
    table = with_months(summary(run), run, months=False, years=True).tables[0]
    assert table.title == "Year by year: IPS"
    assert [row.label for row in table.rows] == ["1", "2", "3 (months 25 to 30)"]
    danish = with_months(summary(run, "da"), run, "da", months=False, years=True).tables[0]
    assert danish.rows[2].label == "3 (måned 25 til 30)"


def test_a_year_is_the_sum_of_its_months() -> None:
    points = np.arange(1.0, 31.0)
    years = Trajectory(points, np.outer(points, [1.0, -2.0])).by_year()
    assert years.points.tolist() == [78, 222, 165]
    assert years.draws is not None
    assert years.draws.tolist() == [[78, -156], [222, -444], [165, -330]]


def test_an_interval_of_months_has_ends_that_draws_have() -> None:
    months = np.array([1, 2, 2, 3, 3, 3, 4, 5, math.inf, math.inf])
    found = BreakEven(3.0, months)
    assert found.median == 3
    assert found.interval(0.8) == (1, math.inf)
    assert found.interval(0.6) == (2, 5)
    assert found.share == 0.8


def test_the_month_of_break_even_spreads_as_the_saving_does() -> None:
    # paid back when 250 < 100 m e with e normal, mean 1 and sd 0.2: after month m in the share
    # of draws in which e is below 2.5 / m
    run = builders.run(builders.text(START_UP, months=12), draws=4000, months=True)
    found = break_even(course_of(run, "ips", "societal"))
    assert (found.month, found.median) == (3, 3)
    assert found.interval(0.95) == (2, 5)
    assert found.share == pytest.approx(1, abs=0.001)
    assert found.draws is not None
    # e < 2.5/3 is 0.2 standard deviations times (1 - 0.8333)/0.2 = 0.8333 below the mean
    assert (found.draws > 3).mean() == pytest.approx(0.2023, abs=0.02)


def test_the_sentence_says_how_sure_the_month_is() -> None:
    run = builders.run(builders.text(START_UP, months=12), draws=2000, months=True)
    assert with_months(summary(run), run).headline[-1] == (
        "IPS has paid for itself from month 3. Across the draws the median is month "
        "3 (95% interval 2 to 5); over 99% of them break even within 12 months."
    )
    assert with_months(summary(run, "da"), run, "da").headline[-1] == (
        "IPS har tjent sig hjem fra måned 3. I trækningerne er medianen måned 3 "
        "(95%-interval 2 til 5); over 99% af dem tjener sig hjem inden for 12 "
        "måneder."
    )


def test_a_month_beyond_the_horizon_is_after_it() -> None:
    run = builders.run(builders.text(START_UP, months=2), draws=500, months=True)
    sentence = with_months(summary(run), run).headline[-1]
    assert sentence.startswith("IPS does not break even within 2 months. Across the draws the ")
    assert "the median is after month 2 (95% interval 2 to after 2)" in sentence


def test_a_course_that_was_not_asked_for_is_missed() -> None:
    run = builders.run(builders.text(START_UP), draws=50)
    with pytest.raises(ValueError, match="months=True"):
        course_of(run, "ips", "societal")


def test_courses_are_of_the_perspectives_that_were_asked_for() -> None:
    scenario = builders.load(builders.text(START_UP))
    asked = ("municipality", "region")
    run = ipscost.simulate(scenario, ipscost.Settings(draws=50), courses=asked)
    assert set(run.courses) == {("ips", "municipality"), ("ips", "region")}
    paid = course_of(run, "ips", "municipality")
    assert paid.points.tolist() == [-250, 0, 0, 0]
    assert paid.draws is not None
    assert paid.draws.shape == (4, 50)
