"""Register weeks: four persons followed for ten weeks by hand, and a known matrix given back."""

from __future__ import annotations

import datetime

import numpy as np
import pytest

from ipscost.individual import weeks as iw

# Codes: 0 is a week without a code (a job here), 1 and 2 are benefits, 3 is neither. Two weeks lie
# before the start. Persons 0 and 1 are in arm 0, persons 2 and 3 in arm 1.
CODES = np.array(
    [
        # before | weeks 0 to 9
        [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0],
        [0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2],
        [0, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0],
        [1, 0, 2, 2, 2, 2, 2, 3, 2, 2, -1, -1],
    ],
    np.int16,
)
WEEKS = iw.RegisterWeeks(CODES, before=2)
ARM = np.array([0, 0, 1, 1])
MEANINGS = iw.CodeMeanings(
    state=np.array([1, 0, 0, -1]),  # states: 0 on benefit, 1 in a job
    behind=np.array([False, True, True, False]),
    benefit=np.array([-1, 0, 0, -1]),
    amount=np.array([np.nan, 100.0, 200.0, np.nan]),
)


def test_a_week_53_is_one_week_and_only_where_the_year_has_it() -> None:
    assert iw.week_number(2021, 1) - iw.week_number(2020, 52) == 2
    assert iw.week_number(2022, 1) - iw.week_number(2021, 52) == 1
    assert iw.week_of(datetime.date(2021, 1, 3)) == iw.week_number(2020, 53)
    with pytest.raises(ValueError, match="53"):
        iw.week_number(2021, 53)


def test_a_month_is_not_four_weeks() -> None:
    assert iw.points(3, 1 / 12).tolist() == [0, 4, 8, 13]
    assert iw.points(18, 1 / 12)[-1] == 78  # the 79th week: 18 x 4.348 = 78.27
    assert iw.points(10, 7 / 365.25).tolist() == [*range(11)]
    assert iw.points(2, 1).tolist() == [0, 52, 104]


def test_the_state_at_a_point_is_that_of_its_week() -> None:
    states = iw.states_by_week(WEEKS, MEANINGS)
    at = iw.states_at(states, iw.points(3, 1 / 12))  # weeks 0, 4, 8, and 13, which nobody has
    assert at.tolist() == [[0, 0, 1, -1], [0, 0, 0, -1], [0, 0, 1, -1], [0, 0, -1, -1]]


def test_moves_are_counted_by_arm_with_the_persons_who_make_them() -> None:
    states = iw.states_by_week(WEEKS, MEANINGS)
    counted = iw.moves_counted(iw.states_at(states, np.arange(10)), ARM, 2, 2)
    # arm 0: person 0 stays on benefit 4 times, leaves once, stays in the job 4 times; person 1
    # stays on benefit 9 times. Arm 1: person 2 benefit-benefit 1 + 2, out 2, job-job 1 + 2, back 1;
    # person 3 stays 4 times, then the state is not known in week 5, stays once, then unseen.
    assert counted.moves[:, 0].tolist() == [[[13, 1], [0, 4]], [[8, 2], [1, 3]]]
    assert counted.persons[:, 0].tolist() == [[[2, 1], [0, 1]], [[2, 1], [1, 1]]]
    assert counted.origins[:, 0].tolist() == [[2, 1], [2, 1]]
    assert counted.leavers[:, 0].tolist() == [[1, 0], [1, 1]]
    assert counted.unknown.tolist() == [0, 4]


def test_moves_are_counted_by_stretch() -> None:
    states = iw.states_by_week(WEEKS, MEANINGS)
    counted = iw.moves_counted(iw.states_at(states, np.arange(10)), ARM, 2, 2, first=(0, 5))
    assert counted.moves[0].tolist() == [[[9, 1], [0, 0]], [[4, 0], [0, 4]]]


def test_runs_are_whole_only_where_both_ends_are_seen() -> None:
    found = iw.runs(iw.states_by_week(WEEKS, MEANINGS))
    seen = [*zip(found.person, found.first, found.length, found.value, found.whole, strict=True)]
    assert seen == [
        (0, 0, 5, 0, False),
        (0, 5, 5, 1, False),
        (1, 0, 10, 0, False),
        (2, 0, 2, 0, False),
        (2, 2, 2, 1, True),
        (2, 4, 3, 0, True),
        (2, 7, 3, 1, False),
        (3, 0, 5, 0, False),
        (3, 5, 1, -1, False),
        (3, 6, 2, 0, False),
        (3, 8, 2, -1, False),
    ]


def test_weeks_behind_stand_still_off_benefit_and_go_on_after_a_return() -> None:
    counts = np.append(MEANINGS.behind, False)[CODES]
    behind = iw.behind_by_week(counts, 2)
    assert behind.tolist() == [
        [2, 3, 4, 5, 6, 7, 7, 7, 7, 7],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        [0, 1, 2, 2, 2, 3, 4, 5, 5, 5],
        [1, 2, 3, 4, 5, 6, 6, 7, 8, 8],
    ]
    stated = iw.behind_by_week(counts, 2, np.array([40.0, 0, 0, 0]))
    assert stated[0].tolist() == [40, 41, 42, 43, 44, 45, 45, 45, 45, 45]


def test_the_last_week_of_a_step_belongs_to_it() -> None:
    ends = np.array([4, 26, 52, np.inf])
    assert iw.step_of(np.array([0.0, 3, 4, 25, 26, 51, 52]), ends).tolist() == [0, 0, 1, 1, 2, 2, 3]


def test_means_and_their_errors_are_those_of_persons() -> None:
    found = iw.means_by_arm(np.array([[5.0], [9], [4], [0]]), ARM, 2)
    assert found.mean.ravel().tolist() == [7, 2]
    assert found.se.ravel().tolist() == pytest.approx([2, 2])
    assert found.nonzero.ravel().tolist() == [2, 1]
    # 500 in 5 weeks and 1,600 in 10: 140 a week; residuals -200 and 200; sqrt(80,000 x 2) / 15
    mean, se = iw.mean_a_week(np.array([500.0, 1600, 0]), np.array([5.0, 10, 0]))
    assert (mean, se) == pytest.approx((140, 400 / 15))


def test_weeks_drawn_from_a_matrix_give_it_back() -> None:
    matrix = np.array([[0.94, 0.05, 0.01], [0.08, 0.92, 0.0], [0.0, 0.0, 1.0]])
    rng = np.random.Generator(np.random.PCG64(18))
    states = np.zeros((2000, 53), np.int16)
    for week in range(1, 53):
        reached = np.cumsum(matrix, axis=1)[states[:, week - 1]]
        states[:, week] = (rng.random((2000, 1)) > reached).sum(axis=1)
    arm = np.zeros(2000, np.int64)
    weekly = iw.moves_counted(states, arm, 1, 3).moves[0, 0]
    monthly = iw.moves_counted(iw.states_at(states, np.arange(0, 53, 4)), arm, 1, 3).moves[0, 0]
    for counts, truth in ((weekly, matrix), (monthly, np.linalg.matrix_power(matrix, 4))):
        n = counts.sum(axis=1, keepdims=True)
        error = np.sqrt(truth * (1 - truth) / n)
        z = (counts / n - truth)[error > 0] / error[error > 0]
        assert np.abs(z).max() < 4
        assert counts[truth == 0].sum() == 0
