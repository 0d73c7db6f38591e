"""Dominance, extended dominance and ratios, on arms whose hull is worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from ipscost.decision.frontier import (
    DOMINATED,
    EXTENDED,
    FRONTIER,
    SAME,
    IncrementalResult,
    incremental,
)


def standings(*arms: tuple[float, float]) -> tuple[IncrementalResult, ...]:
    """The standings of arms with these costs and effects."""
    cost, effect = np.array(arms, dtype=float).T
    return incremental(cost, effect)


def by_arm(*arms: tuple[float, float]) -> list[tuple[str, int | None, float | None]]:
    """Status, the arm it is held against and the ratio of each arm, in their own order."""
    found = sorted(standings(*arms), key=lambda standing: standing.arm)
    return [(standing.status, standing.versus, standing.icer) for standing in found]


def test_of_two_arms_the_dearer_and_better_has_a_ratio_against_the_other() -> None:
    assert by_arm((100, 1), (300, 2)) == [(FRONTIER, None, None), (FRONTIER, 0, 200)]


def test_a_cheaper_and_less_effective_arm_is_the_one_that_others_are_held_against() -> None:
    assert by_arm((300, 2), (100, 1)) == [(FRONTIER, 1, 200), (FRONTIER, None, None)]


def test_an_arm_that_costs_more_and_achieves_less_is_dominated_and_has_no_ratio() -> None:
    assert by_arm((100, 2), (300, 1)) == [(FRONTIER, None, None), (DOMINATED, 0, None)]
    dominated = standings((100, 2), (300, 1))[1]
    assert (dominated.cost, dominated.effect) == (200, -1)


@pytest.mark.parametrize("worse", [(300, 2), (100, 1)], ids=["dearer", "less effective"])
def test_to_be_as_good_in_one_and_worse_in_the_other_is_to_be_dominated(
    worse: tuple[float, float],
) -> None:
    assert by_arm(worse, (100, 2)) == [(DOMINATED, 1, None), (FRONTIER, None, None)]


def test_a_mix_of_its_neighbours_dominates_an_arm_extendedly() -> None:
    # 1 costs 300 a unit against 0, and 2 only 100 a unit against 1: half of 0 and half of 2 cost
    # 200 for 1 unit, less than 300.
    assert by_arm((0, 0), (300, 1), (400, 2)) == [
        (FRONTIER, None, None),
        (EXTENDED, 0, None),
        (FRONTIER, 0, 200),
    ]


def test_an_arm_on_the_line_between_its_neighbours_stays() -> None:
    assert by_arm((0, 0), (100, 1), (200, 2))[1] == (FRONTIER, 0, 100)


def test_taking_one_arm_away_can_bring_another_under_extended_dominance() -> None:
    # By hand: slopes 0-1 = 10, 1-2 = 30, 2-3 = 20, so 2 goes, and 1-3 = 25; 4 costs more than 3.
    assert by_arm((0, 0), (10, 1), (40, 2), (60, 3), (70, 2.5)) == [
        (FRONTIER, None, None),
        (FRONTIER, 0, 10),
        (EXTENDED, 1, None),
        (FRONTIER, 1, 25),
        (DOMINATED, 3, None),
    ]


def test_of_equal_arms_the_first_stays_and_the_others_are_the_same() -> None:
    assert by_arm((5, 1), (0, 0), (5, 1), (5, 1)) == [
        (FRONTIER, 1, 5),
        (FRONTIER, None, None),
        (SAME, 0, None),
        (SAME, 0, None),
    ]


def test_equal_arms_that_another_dominates_are_dominated() -> None:
    assert by_arm((5, 1), (5, 1), (4, 1)) == [
        (DOMINATED, 2, None),
        (DOMINATED, 2, None),
        (FRONTIER, None, None),
    ]


def test_a_difference_within_rounding_is_none() -> None:
    assert by_arm((0.1 + 0.2, 1), (0.3, 1)) == [(FRONTIER, None, None), (SAME, 0, None)]


def test_what_dominates_an_arm_is_not_dominated_itself() -> None:
    # 1 and 2 both beat 3, but 2 is itself beaten by 1.
    assert by_arm((0, 0), (10, 5), (20, 4), (30, 3))[3] == (DOMINATED, 1, None)


def test_standings_go_from_the_least_to_the_most_costly() -> None:
    assert [s.arm for s in standings((9, 1), (5, 3), (7, 2))] == [1, 2, 0]


def test_the_least_costly_arm_is_held_against_none() -> None:
    first = incremental(np.array([5.0, 3.0]), np.array([2.0, 1.0]))[0]
    assert (first.arm, first.versus, first.cost, first.effect) == (1, None, 0.0, 0.0)
    assert first.icer is None
