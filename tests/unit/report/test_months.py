"""Break-even is the first month from which the saving so far stays at least 0."""

from __future__ import annotations

import builders
import cost_texts
import numpy as np
import pytest
from told import told

from ipscost.analysis.course import break_even_months, course_of
from ipscost.analysis.estimates import View
from ipscost.analysis.interval import Interval
from ipscost.report.simulate.months import with_months as _with_months
from ipscost.report.simulate.summary import summary as _summary

with_months = told(_with_months)
summary = told(_summary)

START_UP = cost_texts.start_up()


@pytest.mark.parametrize(
    ("so_far", "expected"),
    [
        ([1.0, 2.0, 3.0], 1),
        ([-1.0, 2.0, 3.0], 2),
        ([5.0, -1.0, 3.0], 3),
        ([5.0, -1.0, 0.0], 3),
        ([5.0, 3.0, -1.0], None),
        ([-3.0, -2.0, -1.0], None),
        ([0.0, 0.0, 0.0], 1),
        ([-1.0, -1e-12, 1.0], 2),
    ],
)
def test_the_month_of_break_even_is_the_first_that_stays_not_negative(
    so_far: list[float], expected: int | None
) -> None:
    found = break_even_months(np.array(so_far)[:, None])[0]
    assert found == (np.inf if expected is None else expected)


def test_a_programme_paid_at_the_start_breaks_even_when_the_savings_have_paid_it_back() -> None:
    run = builders.run(builders.text(START_UP))
    course = course_of(run, "ips", "societal")
    assert course.points.tolist() == [-150, 100, 100, 100]
    assert course.so_far.points.tolist() == [-150, -50, 50, 150]
    sentence = with_months(summary(run), run).headline[-1]
    assert sentence == "IPS has paid for itself from month 3."


def test_a_programme_dearer_than_its_savings_never_breaks_even() -> None:
    run = builders.run(builders.text(START_UP.replace("mean: 250", "mean: 450")))
    assert with_months(summary(run), run).headline[-1] == (
        "IPS does not break even within 4 months."
    )
    assert with_months(summary(run, "da"), run, "da").headline[-1] == (
        "IPS tjener sig ikke hjem inden for 4 måneder."
    )


def test_savings_from_the_first_month_are_said_so() -> None:
    run = builders.run(builders.text())
    assert with_months(summary(run), run).headline[-1] == (
        "The month of break-even is not known, because the timing of care is not "
        "stated; it lies somewhere in months 1 to 4. Spread evenly: IPS saves money "
        "from the first month."
    )
    assert with_months(summary(run, "da"), run, "da").headline[-1] == (
        "Hvornår indsatsen har tjent sig hjem, vides ikke, fordi det ikke er "
        "angivet, hvornår pleje falder; det er et sted i måned 1 til 4. Jævnt "
        "fordelt: IPS sparer penge fra første måned."
    )


def test_a_course_that_was_stated_or_does_not_count_is_no_condition() -> None:
    run = builders.run(builders.text(START_UP + builders.BENEFITS))
    sentence = with_months(summary(run), run).headline[-1]
    assert sentence == "IPS has paid for itself from month 3."


def test_a_horizon_of_one_month_is_singular() -> None:
    run = builders.run(builders.text(START_UP, months=1))
    assert with_months(summary(run), run).headline[-1] == "IPS does not break even within 1 month."


def test_a_payer_breaks_even_on_its_own_share() -> None:
    run = builders.run(builders.text(START_UP, perspective="municipality"))
    assert with_months(summary(run), run).headline[-1] == "IPS does not break even within 4 months."


def test_the_last_month_is_the_total() -> None:
    content = builders.text(START_UP, discount="{cost: 0.05, outcome: 0}")
    run = builders.run(content)
    last = course_of(run, "ips", "societal").so_far.points[-1]
    assert last == pytest.approx(-View(run, "societal").total("ips").point)


def test_the_course_has_a_row_for_each_month() -> None:
    run = builders.run(builders.text(START_UP))
    table = with_months(summary(run), run).tables[0]
    assert table.title == "Month by month: IPS"
    assert [row.label for row in table.rows] == ["1", "2", "3", "4"]
    assert table.rows[2].cells == (Interval(100), Interval(50), None)


def test_the_probability_of_each_month_is_that_of_having_saved_so_far() -> None:
    cost = START_UP.replace("difference: -100", "difference: -100, se: 100")
    run = builders.run(builders.text(cost), draws=4000, months=True)
    table = with_months(summary(run), run).tables[0]
    odds = [row.cells[2] for row in table.rows]
    assert all(isinstance(cell, Interval) for cell in odds)
    found = [cell.mean for cell in odds if isinstance(cell, Interval)]
    # saving so far is normal with mean 100 m - 250 and sd 100 m
    assert found == pytest.approx([0.0668, 0.4013, 0.5662, 0.6462], abs=0.03)


def test_what_is_spread_evenly_for_want_of_a_course_is_named() -> None:
    run = builders.run(builders.text(START_UP + builders.PROGRAMME))
    (note,) = with_months(summary(run), run).noted("spread_evenly")
    assert note == (
        "Spread evenly over their months, because it is not stated when within them they "
        "fall: cost.programme."
    )


def test_a_category_whose_months_are_stated_is_not_among_those_that_fall_any_time() -> None:
    timed = builders.PROGRAMME + "  timing: {months: [1, 3]}\n"
    both = builders.run(builders.text(builders.CARE + timed))
    assert "the timing of care is not stated" in with_months(summary(both), both).headline[-1]
    sooner = timed.replace("120", "-120")
    alone = builders.run(builders.text(sooner + builders.BENEFITS))
    assert (
        "the timing of programme within the stated months is not stated"
        in with_months(summary(alone), alone).headline[-1]
    )


def test_without_such_a_category_there_is_no_such_note() -> None:
    run = builders.run(builders.text(START_UP))
    assert with_months(summary(run), run).notes == summary(run).notes


def test_each_arm_has_a_course_and_a_sentence() -> None:
    cost = builders.CARE + "  ipse: {difference: 40}\n"
    run = builders.run(builders.text(cost, arm=builders.THREE_ARMS))
    report = with_months(summary(run), run)
    from_which = (
        "The month of break-even is not known, because the timing of care is not stated; it lies "
        "somewhere in months 1 to 4. Spread evenly"
    )
    assert report.headline[2:] == (
        f"{from_which}: IPS saves money from the first month.",
        "The timing of care is not stated; spread evenly: "
        "IPSE does not break even within 4 months.",
    )
    assert [t.title for t in report.tables[:2]] == ["Month by month: IPS", "Month by month: IPSE"]
