"""Shares of a variance: closed forms, interactions, quantities that go together."""

from __future__ import annotations

import numpy as np
import pytest

from ipscost.decision.variance import variance_shares

N = 4_000


def normals(*shape: int) -> np.ndarray:
    return np.random.default_rng(7).standard_normal(shape)


def test_a_sum_has_the_shares_of_its_parts_and_no_interactions() -> None:
    x, y, z = normals(3, N)
    found = variance_shares(3 * x + 2 * y + z, {"x": [x], "y": [y], "z": [z]})
    assert found.terms == pytest.approx({"x": 9 / 14, "y": 4 / 14, "z": 1 / 14}, abs=0.02)
    assert found.interactions == pytest.approx(0, abs=1e-3)


def test_a_product_has_interactions() -> None:
    x, y = normals(2, N)
    found = variance_shares((2 + x) * (3 + y), {"x": [x], "y": [y]})
    assert found.terms == pytest.approx({"x": 9 / 14, "y": 4 / 14}, abs=0.03)
    assert found.interactions == pytest.approx(1 / 14, abs=0.03)


def test_a_curve_counts_whole() -> None:
    x, y = normals(2, N)
    found = variance_shares(x**2 + y, {"x": [x], "y": [y]})
    assert found.terms == pytest.approx({"x": 2 / 3, "y": 1 / 3}, abs=0.03)


def test_quantities_that_go_together_are_one_term() -> None:
    x, y, z = normals(3, N)
    w = 0.8 * x + 0.6 * y
    found = variance_shares(x + w + z, {"both": [x, w], "z": [z]})
    assert found.terms == pytest.approx({"both": 3.6 / 4.6, "z": 1 / 4.6}, abs=0.02)
    assert found.interactions < 0.01


def test_shares_sum_to_one_and_what_is_fixed_has_none() -> None:
    x, y = normals(2, N)
    found = variance_shares(np.exp(x) * y, {"x": [x], "y": [y], "fixed": [np.ones(N)]})
    assert sum(found.terms.values()) + found.interactions == pytest.approx(1)
    assert found.terms["fixed"] == 0


def test_a_result_that_is_certain_has_no_shares() -> None:
    found = variance_shares(np.full(N, 2.0), {"x": [normals(N)]})
    assert found.terms == {"x": 0.0}
    assert found.interactions == 0.0


def test_chance_correlation_between_draws_does_not_count_twice() -> None:
    x, y = normals(2, 300)
    y = 0.6 * x + 0.8 * y  # as a sample may be, though the terms are independent
    found = variance_shares(2 * x + y, {"x": [x], "y": [y]})
    parts = {"x": np.var(2 * x), "y": np.var(y)}
    whole = sum(parts.values())
    assert found.interactions == pytest.approx(0, abs=2e-3)
    assert found.terms == pytest.approx({name: p / whole for name, p in parts.items()}, abs=0.01)
