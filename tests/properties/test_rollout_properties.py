"""What holds of every rollout: people are conserved, grants and block grants sum to 0."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from ipscost.rollout import financing, grants, intake, prices, staff, turns, waiting
from ipscost.rollout.shift import shifted
from ipscost.rollout.sums import by_year, in_order, running

MONTHS, DRAWS = 24, 2
EXAMPLES = 10
people = st.floats(0, 100)
monthly = arrays(float, (MONTHS, DRAWS), elements=people)
courses = arrays(float, (9, DRAWS), elements=st.floats(-50, 50))
stays = st.tuples(st.floats(0.5, 8), st.floats(0, 0.3)).map(
    lambda pair: staff.supported_after(np.array([pair[0]]), np.array([pair[1]]))
)


def plainly(starts: np.ndarray, course: np.ndarray) -> np.ndarray:
    """Each month by itself: y[t] = sum over k of s[t - k] c[k]."""
    wide = max(starts.shape[1], course.shape[1])
    total = np.zeros((len(starts), wide))
    for t in range(len(starts)):
        for k in range(min(t + 1, len(course))):
            total[t] += starts[t - k] * course[k]
    return total


@settings(max_examples=EXAMPLES)
@given(monthly, courses, st.booleans(), st.booleans())
def test_shifted_once_is_month_by_month(
    starts: np.ndarray, course: np.ndarray, one_start: bool, one_course: bool
) -> None:
    starts = starts[:, :1] if one_start else starts
    course = course[:, :1] if one_course else course
    assert shifted(starts, course) == pytest.approx(plainly(starts, course), abs=1e-8)


@settings(max_examples=EXAMPLES)
@given(st.integers(1, 20), st.integers(1, 30), st.floats(0, 7), courses)
def test_an_even_intake_is_shifted_by_its_steps(
    first: int, months: int, ramp: float, course: np.ndarray
) -> None:
    weights = intake.pace(months, np.array([ramp]))
    starts = np.zeros((60, 1))
    starts[first : first + months] = weights
    found = shifted(starts, course)
    assert found == pytest.approx(plainly(starts, course), abs=1e-9)
    assert not found[first + months + len(course) - 1 :].any()  # and no rounding afterwards


@settings(max_examples=EXAMPLES)
@given(monthly, st.integers(1, MONTHS), courses)
def test_what_comes_after_the_last_month_is_dropped(
    starts: np.ndarray, months: int, course: np.ndarray
) -> None:
    whole = shifted(starts, course)[:months]
    assert shifted(starts[:months], course) == pytest.approx(whole, abs=1e-8)


@settings(max_examples=EXAMPLES)
@given(monthly, st.floats(0, 5))
def test_a_delay_of_a_part_of_a_month_keeps_the_sum(starts: np.ndarray, delay: float) -> None:
    room = np.concatenate([starts, np.zeros((6, DRAWS))])
    later = intake.delayed(room, np.array([delay]))
    assert in_order(later) == pytest.approx(in_order(room))
    month = np.arange(len(room))[:, None]
    moved = in_order(later * month) - in_order(room * month)
    assert moved == pytest.approx(delay * in_order(room), abs=1e-6)


@settings(max_examples=EXAMPLES)
@given(monthly, stays, arrays(float, (MONTHS, DRAWS), elements=st.floats(0, 300)))
def test_people_are_conserved_and_no_post_has_too_many(
    recruited: np.ndarray, support: np.ndarray, room: np.ndarray
) -> None:
    begun = waiting.started(recruited, support, room)
    left = waiting.waiting_at(recruited, begun)
    assert (begun >= 0).all()
    assert (left >= 0).all()
    assert running(begun) + left == pytest.approx(running(recruited), abs=1e-6)
    clients = shifted(begun, support)
    grows = begun > 0  # a room that shrinks sends nobody away
    assert (clients <= room * (1 + 1e-8) + 1e-9)[grows].all()
    if not waiting.binds(shifted(recruited, support), room).any():
        assert begun == pytest.approx(recruited)


@settings(max_examples=EXAMPLES)
@given(monthly, st.floats(0, 4), st.floats(1, 30), st.booleans())
def test_posts_cover_the_clients_to_come(
    clients: np.ndarray, months: float, caseload: float, whole: bool
) -> None:
    ahead = staff.ahead(clients, np.array([months]))
    posts = staff.posts_for(ahead / caseload, whole=whole)
    assert (posts * caseload >= clients * (1 - 1e-6) - 1e-6).all()
    by = int(months)
    assert (posts[: MONTHS - by] * caseload >= clients[by:] * (1 - 1e-6) - 1e-6).all()
    assert staff.new_posts(posts).sum(axis=0) == pytest.approx(posts.max(axis=0))


@settings(max_examples=EXAMPLES)
@given(st.floats(0, 1e6), st.floats(0, 0.4), st.floats(0, 0.4), st.floats(1, 9))
def test_a_post_without_a_limit_costs_in_proportion_to_its_salary(
    salary: float, employer: float, pension: float, times: float
) -> None:
    each = [np.array([value]) for value in (salary, employer, 0.0, pension)]
    more = [np.array([salary * times]), *each[1:]]
    assert staff.post_year(*more) == pytest.approx(times * staff.post_year(*each))


@settings(max_examples=EXAMPLES)
@given(monthly, st.floats(0, 1))
def test_a_block_grant_sums_to_0_and_one_keeps_the_rest(saving: np.ndarray, share: float) -> None:
    own, others, giver = financing.moved(saving, np.array([share]))
    assert own + others + giver == pytest.approx(np.zeros_like(saving), abs=1e-9)
    assert saving - own == pytest.approx((1 - share) * saving, abs=1e-9)
    assert giver == pytest.approx(-saving)


@settings(max_examples=EXAMPLES)
@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(0, 1))
def test_a_grant_is_kept_up_to_its_part_of_the_cost(
    received: float, cost: float, share: float
) -> None:
    back = grants.unspent(*(np.array([each]) for each in (received, cost, share)))
    assert 0 <= back[0] <= received
    assert received - back[0] <= max((1 - share) * cost, 0) + 1e-6


@settings(max_examples=EXAMPLES)
@given(st.floats(1, 1e6), st.integers(0, 24))
def test_a_grant_of_a_year_is_paid_in_it(amount: float, last: int) -> None:
    active = (np.arange(MONTHS) < last).astype(float)[:, None]
    money = by_year(grants.paid({0: np.array([amount]), 1: np.array([2 * amount])}, active))
    assert money[:, 0] == pytest.approx([amount, 2 * amount])


@settings(max_examples=EXAMPLES)
@given(arrays(float, (MONTHS, DRAWS), elements=st.floats(-1e3, 1e3)))
def test_turns_are_those_of_the_running_sum(net: np.ndarray) -> None:
    deepest, month, even = turns.turns(net)
    total = np.cumsum(net, axis=0)
    assert deepest == pytest.approx(np.maximum(total.max(axis=0), 0))
    for draw in range(DRAWS):
        if deepest[draw] > 0:
            assert total[month[draw], draw] == pytest.approx(deepest[draw])
        costs = np.flatnonzero(total[:, draw] > 1e-6)
        if even[draw] == turns.NEVER:
            assert total[-1, draw] > 0
        elif costs.size:
            assert even[draw] > costs[-1]


@settings(max_examples=EXAMPLES)
@given(st.integers(2015, 2030), st.floats(-0.05, 0.1))
def test_prices_of_the_base_year_are_1_and_rise_by_their_rate(base: int, rate: float) -> None:
    years = tuple(range(2016, 2029))
    levels = prices.index(years, base, np.array([rate]))[:, 0]
    assert levels == pytest.approx([(1 + rate) ** (year - base) for year in years])
    known = dict.fromkeys(range(2000, 2020), rate)
    assert prices.deflator(years, base, known, np.array([rate]))[:, 0] == pytest.approx(levels)
