"""Intake, posts and prices of a rollout as arrays, against values worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from ipscost.rollout import intake, prices, staff, waiting
from ipscost.rollout.prices import UnknownYearError
from ipscost.rollout.shift import shifted
from ipscost.rollout.turns import NEVER, turns


def column(*values: float) -> np.ndarray:
    return np.array(values, dtype=float)[:, None]


def test_the_pace_rises_in_a_straight_line() -> None:
    paces = intake.pace(4, np.array([0.0, 1.0, 1.5]))
    assert paces[:, 0].tolist() == [1, 1, 1, 1]
    assert paces[:, 1].tolist() == [0.5, 1, 1, 1]
    # to 1.5 months: the mean of x / 1.5 over the first month, then half a month of it and 1
    assert paces[:, 2] == pytest.approx([1 / 3, 0.5 * (1 + 1.5) / 2 / 1.5 + 0.5, 1, 1])


def test_targets_are_people_in_all_a_year_or_a_month() -> None:
    weights = intake.pace(3, np.array([2.0]))  # 0.25, 0.75, 1
    target = np.array([120.0])
    assert intake.planned(weights, target, "in_all").sum() == pytest.approx(120)
    assert intake.planned(weights, target, "year")[:, 0].tolist() == [2.5, 7.5, 10]
    assert intake.planned(weights, target, "month")[:, 0].tolist() == [30, 90, 120]


def test_support_ends_and_some_leave_before() -> None:
    left = staff.supported_after(np.array([2.5]), np.array([0.1]))
    assert left[:, 0] == pytest.approx([1, 0.9, 0.5 * 0.81])


def test_posts_are_filled_months_ahead() -> None:
    clients = column(0, 0, 0, 40, 40, 0)
    assert staff.ahead(clients, np.array([2.0]))[:, 0].tolist() == [0, 40, 40, 40, 40, 0]
    assert staff.ahead(clients, np.array([1.5]))[:, 0].tolist() == [0, 20, 40, 40, 40, 0]
    both = staff.ahead(clients, np.array([0.5, 2.0]))  # a draw looks no further than its own months
    assert both[:, 0].tolist() == [0, 0, 20, 40, 40, 0]
    assert staff.posts_for(column(1.2, 2.0000000001), whole=True)[:, 0].tolist() == [2, 2]


def test_how_far_ahead_one_draw_hires_moves_no_post_of_another() -> None:
    clients = column(0, 20, 40, 40, 60)
    months = np.array([0.0, 0.5, 2.0, 4.0])
    alone = [staff.ahead(clients, months[i : i + 1])[:, 0] for i in range(4)]
    assert staff.ahead(clients, months).T.tolist() == [each.tolist() for each in alone]


def test_a_post_of_the_workforce_calculator() -> None:
    """IPS Grow's workforce calculator: 15% above 417 a month, a pension of 14.3%."""
    salaries = np.array([33437.0, 40823.0, 50723.0])
    costs = staff.post_year(salaries, np.array([0.15]), np.array([12 * 417.0]), np.array([0.143]))
    assert costs.round(2).tolist() == [42483.44, 52033.54, 64834.24]


def test_who_has_no_room_waits_and_starts_before_those_who_come_later() -> None:
    support = column(1, 1)  # two months
    begun = waiting.started(column(3, 3, 0, 0), support, column(4, 4, 4, 4))
    assert begun[:, 0] == pytest.approx([3, 1, 2, 0])
    assert waiting.waiting_at(column(3, 3, 0, 0), begun)[:, 0] == pytest.approx([0, 2, 0, 0])


def test_no_digit_of_a_draw_hangs_on_the_others() -> None:
    random = np.random.default_rng(1)
    course, starts = random.normal(size=(30, 8)), np.ones((40, 1))
    starts[20:] = 0
    whole = shifted(starts, course)
    assert (shifted(starts, course[:, 3:5]) == whole[:, 3:5]).all()


def test_prices_that_are_known_come_before_those_that_are_assumed() -> None:
    years = (2023, 2024, 2025, 2026)
    levels = prices.deflator(years, 2024, {2024: 0.04, 2025: 0.03}, np.array([0.02]))
    assert levels[:, 0] == pytest.approx([1 / 1.04, 1, 1.03, 1.03 * 1.02])
    with pytest.raises(UnknownYearError) as error:
        prices.deflator(years, 2024, {2024: 0.04, 2025: 0.03}, None)
    assert error.value.year == 2026


def test_discounting_is_from_the_start_in_the_middle_of_months_and_by_a_schedule() -> None:
    rates = ((0.0, np.array([0.04])), (1.0, np.array([0.02])))
    factors = prices.discount_factors(rates, 36, 6)[:, 0]
    assert factors[6] == pytest.approx(1.04 ** -(0.5 / 12))
    assert factors[0] == pytest.approx(1.04 ** (5.5 / 12))
    assert factors[30] == pytest.approx(1.04**-1 * 1.02 ** -(1 + 0.5 / 12))


def test_the_deepest_month_is_the_first_that_is_as_deep_but_for_rounding() -> None:
    net = np.array([[0.1, -0.1], [-1.1, 0.0], [1.1, 0.05]])
    assert net[:, 0].sum() > 0.1  # by rounding
    deepest, month, even = turns(net)
    assert deepest.tolist() == pytest.approx([0.1, 0.0])
    assert month.tolist() == [0, 0]
    assert even.tolist() == [NEVER, 0]
