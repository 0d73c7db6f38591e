"""The check of a regression by what it leaves."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import chi2

from ipscost.decision.residuals import is_off, raised


@pytest.mark.parametrize("level", [0.01, 1e-4])
@pytest.mark.parametrize("bins", [6, 30])
def test_the_test_is_that_of_chi_square(bins: int, level: float) -> None:
    limit = chi2.isf(level, bins - 1)
    means, errors = np.zeros(bins), np.full(bins, 4.0)
    means[0] = 2 * np.sqrt(1.03 * limit)
    assert is_off(means, errors, level)
    means[0] = 2 * np.sqrt(0.97 * limit)
    assert not is_off(means, errors, level)


def test_residuals_that_are_all_nothing_are_not_off() -> None:
    left = np.zeros((1, 1_000))
    assert raised(left, left, [np.arange(1_000)], 1) == 0


def test_what_is_missed_is_found_in_the_order_of_the_quantity_that_tells_of_it() -> None:
    rng = np.random.default_rng(1)
    u, other = rng.random((2, 3_000))
    left = (np.where(u > 0.5, 1.0, -1.0) + 0.1 * rng.standard_normal(3_000))[None]
    fitted = np.zeros_like(left)
    assert raised(left, fitted, [np.argsort(u)], 1) == pytest.approx(0.5, rel=0.05)
    assert raised(left, fitted, [np.argsort(other)], 1) == 0
    assert raised(left, fitted, [np.argsort(other), np.argsort(u)], 1) > 0.4


def test_what_changes_no_choice_raises_nothing() -> None:
    rng = np.random.default_rng(1)
    u = rng.random(3_000)
    left = (np.where(u > 0.5, 1.0, -1.0) + 0.1 * rng.standard_normal(3_000))[None]
    assert raised(left, np.full_like(left, -5.0), [np.argsort(u)], 1) == 0


def test_too_few_draws_for_two_bins_say_nothing() -> None:
    left = np.repeat([[1.0, -1.0]], 45, axis=1)
    assert raised(left, np.zeros_like(left), [np.argsort(left[0])], 1) == 0
