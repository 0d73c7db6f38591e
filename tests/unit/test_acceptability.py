"""Acceptability, expected loss, the plane and round thresholds, on draws that can be counted."""

from __future__ import annotations

import numpy as np
import pytest

from ipscost.decision import Psa, acceptability
from ipscost.decision.acceptability import AXES, QUADRANTS, curves, pairwise, plane
from ipscost.decision.grid import round_grid, round_step


def psa(cost: list[list[float]], effect: list[list[float]], base: int = 0) -> Psa:
    """Results of arms a, b, ... from costs and effects by arm and draw."""
    costs, effects = np.array(cost, dtype=float), np.array(effect, dtype=float)
    arms = tuple("abcdef"[: len(cost)])
    return Psa(arms, arms[base], costs, effects, costs.mean(axis=1), effects.mean(axis=1))


FOUR = psa([[0, 0, 0, 0], [10, -10, 30, 10]], [[0, 0, 0, 0], [1, 1, 1, -1]])
"""b against a in four draws: 10 for 1, -10 for 1, 30 for 1, and 10 for -1."""


def test_probability_and_loss_are_those_counted_by_hand() -> None:
    found = curves(FOUR, [0, 20])
    # At 0: NB of b is -10, 10, -30, -10; at 20: 10, 30, -10, -30.
    assert found.probability.T.tolist() == [[0.75, 0.25], [0.5, 0.5]]
    assert found.loss.T.tolist() == [[2.5, 12.5], [10, 10]]
    assert found.evpi.tolist() == [2.5, 10]
    assert found.best.tolist() == [0, 0]  # equal at 20: the first
    assert found.frontier.tolist() == [0.75, 0.5]


def test_the_frontier_is_the_arm_with_the_highest_mean_not_the_highest_probability() -> None:
    found = curves(psa([[0, 0, 0], [1, 1, -9]], [[0, 0, 0], [0, 0, 0]]), [5])
    assert found.probability[:, 0].tolist() == pytest.approx([2 / 3, 1 / 3])
    assert found.best.tolist() == [1]
    assert found.frontier.tolist() == pytest.approx([1 / 3])


def test_draws_in_which_arms_are_equal_are_divided_evenly() -> None:
    found = curves(psa([[0, 0], [0, 5], [0, 5]], [[0, 0]] * 3), [7])
    assert found.probability[:, 0].tolist() == pytest.approx([(1 / 3 + 1) / 2, 1 / 6, 1 / 6])


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.Generator(np.random.PCG64(1))
    cost, effect = rng.normal(size=(2, 3, 100))
    results = psa(cost.tolist(), effect.tolist())
    whole = curves(results, [0, 1, 10])
    monkeypatch.setattr(acceptability, "BLOCK", 21)
    apart = curves(results, [0, 1, 10])
    assert apart.probability == pytest.approx(whole.probability)
    assert apart.loss == pytest.approx(whole.loss)


def test_against_the_reference_a_tie_counts_half() -> None:
    results = psa([[0, 0], [0, 1]], [[0, 0], [0, 0]])
    assert pairwise(results, 3).tolist() == [0.5, 0.25]
    assert pairwise(FOUR, 20).tolist() == [0.5, 0.5]


def test_the_plane_counts_the_draws_in_each_quadrant() -> None:
    assert plane(FOUR)[1].tolist() == [0.5, 0.25, 0, 0.25, 0, 0, 0, 0, 0]


def test_a_draw_on_an_axis_of_the_plane_is_in_no_quadrant() -> None:
    results = psa([[0] * 5, [0, 0, 1, -1, 0]], [[0] * 5, [1, -1, 0, 0, 0]])
    assert plane(results)[0].tolist() == [0] * 8 + [1]
    shares = dict(zip((*QUADRANTS, *AXES), plane(results)[1].tolist(), strict=True))
    assert shares == dict.fromkeys(QUADRANTS, 0.0) | dict.fromkeys(AXES, 0.2)


def test_what_is_left_by_rounding_is_no_difference() -> None:
    results = psa([[0.3, 3.0], [0.1 + 0.2, 3.0]], [[5.0, 0.7], [5.0, 0.1 * 7]])
    assert plane(results)[1].tolist() == [0] * 8 + [1]
    assert pairwise(results, 20_000).tolist() == [0.5, 0.5]
    found = curves(results, [0, 1, 20_000])
    assert (found.probability == 0.5).all()
    assert (found.loss == 0).all()


def test_at_its_ratio_an_arm_is_as_good_as_the_other() -> None:
    results = psa([[1000, 2000], [1200, 2200]], [[5, 6], [5.1, 6.1]])
    assert curves(results, [2000]).probability.tolist() == [[0.5], [0.5]]
    assert results.best_ones(2000) == (0, 1)
    assert (results.best(1999), results.best(2001)) == (0, 1)


@pytest.mark.parametrize(
    ("top", "step", "end", "count"),
    [
        (528_232, 50_000, 550_000, 111),
        (1, 0.1, 1, 101),
        (30, 2, 30, 151),
        (0.014, 0.001, 0.014, 141),
    ],
)
def test_thresholds_are_round_and_end_near_the_top(
    top: float, step: float, end: float, count: int
) -> None:
    grid = round_grid(top)
    assert round_step(top) == step
    assert (grid[0], grid[-1], len(grid)) == (0, end, count)
    assert grid[10] == step


@pytest.mark.parametrize(
    ("top", "step"), [(9.0, 1.0), (90_000, 10_000.0), (12, 1.0), (40_000, 5_000.0), (1.0, 0.1)]
)
def test_a_round_step_is_the_nearest_of_one_two_and_five(top: float, step: float) -> None:
    assert round_step(top) == step


def test_a_little_better_is_better_and_the_same_counts_half() -> None:
    changes = [0.25, 1.0, 0.0, -0.25, -1.0, 0.5, 0.0, 2.0]
    found = psa([[0.0] * 8, [-change for change in changes]], [[0.0] * 8, [0.0] * 8])
    assert pairwise(found, 100).tolist() == [0.5, (4 + 2 / 2) / 8]
