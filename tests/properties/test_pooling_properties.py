"""What holds for every pool of studies."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipscost.synthesis.effects import DIFFERENCE, MEASURES, RISK_RATIO, from_counts
from ipscost.synthesis.pooling import Pooled, pool

EFFECT = st.floats(-2, 2).map(lambda x: round(x, 3))
VARIANCE = st.floats(0.001, 1).map(lambda x: round(x, 4))
STUDIES = st.lists(st.tuples(EFFECT, VARIANCE), min_size=2, max_size=8)
Studies = list[tuple[float, float]]


def of(studies: Studies) -> Pooled:
    """The pool of effects with their variances."""
    effects, variances = zip(*studies, strict=True)
    return pool(effects, variances)


def bounds(pooled: Pooled) -> np.ndarray:
    """The estimate with both of its intervals."""
    intervals = (pooled.low, pooled.high, pooled.prediction_low, pooled.prediction_high)
    return np.array([pooled.estimate, *intervals])


@settings(max_examples=40)
@given(STUDIES, st.floats(0.01, 100), st.floats(-1, 1))
def test_another_unit_and_another_zero_change_the_pool_with_them(
    studies: Studies, factor: float, shift: float
) -> None:
    moved = of([(shift + factor * y, factor**2 * v) for y, v in studies])
    pooled = of(studies)
    expected = shift + factor * bounds(pooled)
    assert bounds(moved) == pytest.approx(expected, rel=1e-5, abs=1e-5 * factor)
    assert moved.i2 == pytest.approx(pooled.i2, abs=1e-5)


@settings(max_examples=40)
@given(STUDIES)
def test_the_order_of_studies_does_not_matter(studies: Studies) -> None:
    pooled, backwards = of(studies), of(studies[::-1])
    assert bounds(backwards) == pytest.approx(bounds(pooled), rel=1e-6, abs=1e-6)
    assert backwards.weights[::-1] == pytest.approx(pooled.weights, abs=1e-6)


@settings(max_examples=40)
@given(STUDIES)
def test_a_pool_lies_among_its_studies_and_a_new_place_is_less_sure_than_the_mean(
    studies: Studies,
) -> None:
    pooled = of(studies)
    effects = [y for y, _ in studies]
    assert min(effects) - 1e-9 <= pooled.estimate <= max(effects) + 1e-9
    assert sum(pooled.weights) == pytest.approx(1)
    assert min(pooled.weights) > 0
    assert pooled.se >= max(pooled.ordinary_se, pooled.hartung_knapp_se) - 1e-12
    assert pooled.prediction_low <= pooled.low + 1e-12
    assert pooled.prediction_high >= pooled.high - 1e-12
    assert 0 <= pooled.i2 < 1


@settings(max_examples=40)
@given(EFFECT, VARIANCE, st.integers(2, 8))
def test_equal_studies_are_one_study_of_all_their_people(
    effect: float, variance: float, k: int
) -> None:
    pooled = pool([effect] * k, [variance] * k)
    assert pooled.tau2 == 0
    assert pooled.estimate == pytest.approx(effect, abs=1e-12)
    assert pooled.se == pytest.approx((variance / k) ** 0.5)
    assert pooled.weights == pytest.approx([1 / k] * k)


@settings(max_examples=40)
@given(st.integers(1, 49), st.integers(1, 49), st.sampled_from(MEASURES))
def test_arms_the_other_way_round_turn_an_effect(a: int, c: int, measure: str) -> None:
    there, back = from_counts(measure, a, 50, c, 50), from_counts(measure, c, 50, a, 50)
    assert back.scaled == pytest.approx(-there.scaled)
    assert back.se == pytest.approx(there.se)


@settings(max_examples=40)
@given(st.integers(1, 49), st.integers(1, 49))
def test_ten_times_the_people_are_as_much_surer(a: int, c: int) -> None:
    for measure in (RISK_RATIO, DIFFERENCE):
        few, many = (
            from_counts(measure, a, 50, c, 50),
            from_counts(measure, 10 * a, 500, 10 * c, 500),
        )
        assert many.estimate == pytest.approx(few.estimate)
        assert many.se == pytest.approx((few.se or 0) / 10**0.5)
