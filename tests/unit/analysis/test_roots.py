"""Zeros of a function of one number are found, all of them, and to full precision."""

from __future__ import annotations

import numpy as np
import pytest

from ipscost.analysis.what_if.roots import Function, grid, refined, roots, snapped

EVERYWHERE = (-np.inf, np.inf)


def found(function: Function, now: float = 1.0, limits: tuple[float, float] = EVERYWHERE) -> object:
    values = grid(now, 1.0, limits)
    return roots(function, values, function(values))


def test_a_zero_is_found_to_the_last_digit() -> None:
    assert refined(lambda x: x**2 - 2, 1.0, 2.0) == pytest.approx(2**0.5, rel=4e-16)


def test_every_zero_of_a_curve_is_found() -> None:
    assert found(lambda x: (x - 2) * (x + 3) * (x - 0.5)) == pytest.approx([-3, 0.5, 2])


def test_a_zero_far_away_is_found() -> None:
    assert found(lambda x: x - 123_456_789.5) == [123_456_789.5]


def test_a_function_that_keeps_its_sign_has_no_zero() -> None:
    assert found(lambda x: x**2 + 1) == []


def test_a_zero_outside_the_limits_is_none() -> None:
    assert found(lambda x: x - 5, limits=(0.0, 4.0)) == []
    assert found(lambda x: x - 5, limits=(0.0, 5.0)) == [5.0]


def test_a_stretch_of_zeros_counts_once() -> None:
    values = np.array([0.0, 1.0, 2.0, 3.0])
    assert roots(lambda x: np.maximum(x - 2, 0), values, np.array([0.0, 0, 0, 1])) == [0.0]


def test_rounding_at_a_zero_ends_the_search() -> None:
    calls = 0

    def noisy(x: np.ndarray) -> np.ndarray:
        nonlocal calls
        calls += 1
        return np.where(x < 1, -1.0, 1.0) if calls == 1 else np.ones_like(x)

    assert 0.9 <= refined(noisy, 0.5, 1.5) <= 1.1


def test_the_grid_stays_within_its_limits_and_holds_them_and_now() -> None:
    values = grid(0.3, 0.3, (0.0, 1.0))
    assert (values[0], values[-1]) == (0.0, 1.0)
    assert 0.3 in values
    assert (np.diff(values) > 0).all()


def test_a_zero_is_snapped_to_the_digits_that_it_has() -> None:
    assert snapped(lambda x: x, -1.64e-13, 100.0, 1e-9) == 0.0
    assert snapped(lambda x: x - 300, 299.99999999999994, 120.0, 1e-9) == 300.0
    steep = 1e-15 * np.pi
    assert snapped(lambda x: 1e9 * (x - steep), steep, 1.0, 1e-9) == steep  # no longer zero at 0


def test_a_coarse_grid_finds_the_same_zero_to_the_last_digit() -> None:
    def curve(x: np.ndarray) -> np.ndarray:
        return 0.4 - (1 - np.exp(-3 * x))

    fine, coarse = (grid(0.035, 0.035, (0.0, 1.0), steps) for steps in (400, 80))
    assert coarse.size < fine.size / 3
    found = [roots(curve, values, curve(values), 4) for values in (fine, coarse)]
    assert found == [pytest.approx([-np.log(0.6) / 3], rel=4e-16)] * 2
