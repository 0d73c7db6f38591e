"""Holes in made-up data: as many as were asked for, and where they were asked for."""

from __future__ import annotations

import numpy as np
import pytest

from ipscost.individual import holes


@pytest.mark.parametrize("share", [0.1, 0.5, 0.8])
def test_a_chance_rises_with_the_rank_and_is_the_share_on_average(share: float) -> None:
    rank = (np.arange(1000) + 0.5) / 1000
    chance = holes.rising(rank, share)
    assert chance.mean() == pytest.approx(share, abs=1e-12)
    assert (np.diff(chance) > 0).all()
    assert chance.min() >= 0
    assert chance.max() <= 1


def test_a_rank_counts_equal_ones_half() -> None:
    crowd = np.array([0.0, 0.0, 1.0, 3.0])
    found = holes.rank_among(np.array([-1.0, 0.0, 1.0, 2.0, 9.0]), crowd)
    assert found.tolist() == [0.0, 0.25, 0.625, 0.75, 1.0]


def test_who_is_cut_off_is_followed_for_whole_months_each_as_likely() -> None:
    who, when = np.random.default_rng(1).random((2, 60_000))
    found = holes.months_followed(0.3, 4, who, when)
    assert (found < 4).mean() == pytest.approx(0.3, abs=0.01)
    shares = [(found == month).mean() for month in (1, 2, 3)]
    assert shares == pytest.approx([0.1] * 3, abs=0.006)
    with pytest.raises(ValueError, match="one month"):
        holes.months_followed(0.3, 1, who, when)


def test_costs_so_far_follow_the_course_and_are_whole_at_the_end() -> None:
    followed = np.array([0.0, 1.0, 2.0, 3.0])
    course = np.array([6.0, 0.0, 2.0])
    assert holes.share_so_far(course, followed).tolist() == [0.0, 0.75, 0.75, 1.0]
    even = holes.share_so_far(np.zeros(3), followed)
    assert even == pytest.approx([0, 1 / 3, 2 / 3, 1])
