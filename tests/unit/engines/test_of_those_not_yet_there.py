"""The share ever somewhere by a month, of those who had not been there by an earlier one."""

from __future__ import annotations

import model_builders as make
import numpy as np
import pytest

import ipscost
from ipscost import Settings
from ipscost.distributions import DISTRIBUTIONS
from ipscost.model import Course

STATES = (make.state("benefit", "rest"), make.state("job"))


def shares(course: Course, leave: object = 0.1, *, cycle: str = "month", draws: int = 0) -> object:
    moves = (
        make.move("benefit", "job", {"usual": leave, "ips": ("hazard_ratio", 2.0)}),
        make.move("job", "benefit", 0.3),
    )
    found = make.model(STATES, moves, cycle=cycle)
    outcome = make.outcome("late", 12, course=course, unit="share")
    run = ipscost.simulate(make.scenario(found, (), (outcome,)), Settings(draws=draws))
    ledger = run.ledger or run.point
    return ledger.present_outcome[:, 0]


def test_it_is_that_of_the_months_between_whoever_has_come_back_since() -> None:
    late = shares(Course("ever", ("job",), 18, 1.0, since=6))
    assert np.allclose(late, [[1 - 0.9**12], [1 - 0.9**24]], rtol=1e-12)


def test_without_an_earlier_month_it_is_of_everyone() -> None:
    ever = shares(Course("ever", ("job",), 18, 1.0))
    assert np.allclose(ever, [[1 - 0.9**18], [1 - 0.9**36]], rtol=1e-12)


def test_it_holds_in_every_draw() -> None:
    leave = DISTRIBUTIONS["beta"].from_se(0.1, 0.03)
    by, before, late = (
        shares(Course("ever", ("job",), month, 1.0, since=since), leave, draws=50)
        for month, since in ((18, 0), (6, 0), (18, 6))
    )
    assert np.allclose(late, (by - before) / (1 - before), rtol=1e-12)  # type: ignore[operator]
    assert np.std(late) > 0.01  # type: ignore[call-overload]


def test_where_nobody_is_left_everyone_counts_as_having_been_there() -> None:
    assert np.array_equal(shares(Course("ever", ("job",), 18, 1.0, since=6), 1.0), [[1.0], [1.0]])


@pytest.mark.parametrize("cycle", ["week", "year"])
def test_months_between_points_of_time_are_as_those_of_the_two_shares(cycle: str) -> None:
    by, before, late = (
        shares(Course("ever", ("job",), month, 1.0, since=since), cycle=cycle)
        for month, since in ((20, 0), (17, 0), (20, 17))
    )
    assert np.allclose(late, (by - before) / (1 - before), rtol=1e-12)  # type: ignore[operator]
