"""Bootstraps: samples are the same in any company, and say what they should."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import ben2023
import numpy as np
import pytest

from ipscost.drawing.streams import generator
from ipscost.individual.data import IndividualData
from ipscost.individual.imputation import imputed
from ipscost.individual.regression import sur
from ipscost.individual.resampling import bootstrapped, drawn, nested, percentiles
from ipscost.individual.weighting import OVERLAP, weighed

RANDOM = partial(generator, 3)
DATA = ben2023.persons()
WHOLE = ben2023.whole(DATA)
ENDPOINTS, PARTS = ben2023.endpoints(DATA), ben2023.parts(DATA)


def test_a_sample_is_the_regression_of_its_persons() -> None:
    found = bootstrapped(
        WHOLE.values, WHOLE, ENDPOINTS, PARTS, numbers=range(95, 105), random=RANDOM
    )
    samples = drawn(WHOLE, range(95, 105), RANDOM)
    np.testing.assert_array_equal(samples.arm, WHOLE.arm)
    for own, who in zip(found.estimate, samples.who, strict=True):
        np.testing.assert_array_equal(WHOLE.arm[who], WHOLE.arm)  # sampled within arms
        alone = sur(WHOLE.values[who], WHOLE, ENDPOINTS, PARTS)
        np.testing.assert_allclose(own, alone.estimate, rtol=1e-9)
    np.testing.assert_allclose(found.estimate[:, 2:].sum(axis=1), found.estimate[:, 0], rtol=1e-9)


def test_the_spread_of_samples_is_the_robust_standard_error() -> None:
    """Of 3,000 samples: within 4%, three standard errors of their own."""
    found = bootstrapped(WHOLE.values, WHOLE, ENDPOINTS, numbers=range(3_000), random=RANDOM)
    robust = sur(WHOLE.values, WHOLE, ENDPOINTS, clusters=np.arange(WHOLE.persons))
    spread = np.sqrt(robust.effect_covariance.diagonal())
    assert found.effect[..., 0].std(axis=0) == pytest.approx(spread, rel=0.04)
    low, high = found.interval(0.9)
    assert low.shape == (2, 2)
    assert (high - low)[0, 1] == pytest.approx(2 * 1.645 * spread[0], rel=0.06)


def test_one_imputation_nested_in_each_sample() -> None:
    found = nested(DATA, ENDPOINTS, PARTS, numbers=range(60), random=RANDOM, cycles=2)
    assert found.names == ("cost", "qaly", "Cm1", "Cm2", "Cm3", "Cm4")
    some = nested(DATA, ENDPOINTS, PARTS, numbers=range(37, 41), random=RANDOM, cycles=2)
    np.testing.assert_array_equal(found.estimate[37:41], some.estimate)
    np.testing.assert_allclose(found.estimate[:, 2:].sum(axis=1), found.estimate[:, 0], rtol=1e-9)
    assert found.effect[:, 0, 0].mean() == pytest.approx(1200, abs=3 * 530 / np.sqrt(60))
    assert 350 < found.effect[:, 0, 0].std() < 700


def test_where_nothing_is_missing_both_bootstraps_are_one() -> None:
    one = bootstrapped(WHOLE.values, WHOLE, ENDPOINTS, numbers=range(5), random=RANDOM)
    two = nested(WHOLE, ENDPOINTS, numbers=range(5), random=RANDOM)
    np.testing.assert_allclose(one.estimate, two.estimate, rtol=1e-9)


@pytest.mark.parametrize("nested_in_arms", [True, False])
def test_sites_are_sampled_first(nested_in_arms: bool) -> None:
    site = np.arange(DATA.persons) // 10
    if nested_in_arms:
        order = np.argsort(DATA.arm, kind="stable")
        site = np.empty(DATA.persons, dtype=np.int64)
        site[order] = np.cumsum(np.diff(DATA.arm[order], prepend=0)) * 50 + np.arange(200) // 10
    data = replace(DATA, site=site)
    samples = drawn(data, range(6), RANDOM, sites=True)
    for who in samples.who:
        there = who >= 0
        np.testing.assert_array_equal(data.arm[who[there]], samples.arm[there])
        drawn_sites, counts = np.unique(site[who[there]], return_counts=True)
        sizes = np.bincount(site, minlength=site.max() + 1)[drawn_sites]
        assert (counts % sizes == 0).all()  # as many persons of a site as it has, each time
        assert 5 < drawn_sites.size < np.unique(site).size
    holes = data.values.copy()
    holes[-1, 0] = np.nan  # the last person's age, which nobody else's sample needs
    data = replace(data, values=holes)
    found = nested(data, ENDPOINTS, numbers=range(6), random=RANDOM, sites=True, cycles=1)
    some = nested(data, ENDPOINTS, numbers=range(2, 3), random=RANDOM, sites=True, cycles=1)
    np.testing.assert_allclose(found.estimate[2:3], some.estimate, rtol=1e-12)
    assert np.isfinite(found.estimate).all()


def test_alike_sites_widen_what_samples_say() -> None:
    """Sites whose persons are nearly the same: what sites add is most of the spread."""
    random = np.random.Generator(np.random.PCG64(8))
    site, arm = np.repeat(np.arange(12), 20), np.tile([0, 1], 120)
    effect = random.normal(0, 1_000, 12)[site] * arm
    values = (effect + random.normal(0, 100, 240))[:, None]
    data = IndividualData(("cost",), values, arm, ("a", "b"), 0, site)
    cost = ben2023.endpoint(data, "cost", {"cost": 1.0})
    one, two = (
        bootstrapped(values, data, [cost], numbers=range(300), random=RANDOM, sites=sites)
        for sites in (False, True)
    )
    assert two.effect.std() > 2 * one.effect.std()
    robust = sur(values, data, [cost], clusters=site)
    assert two.effect.std() == pytest.approx(np.sqrt(robust.effect_covariance[0, 0]), rel=0.2)


def test_weights_are_found_anew_in_each_sample() -> None:
    columns = [WHOLE.columns.index(name) for name in ("age", "sex", "E")]
    treated = WHOLE.treated[:, 0]

    def weigh(values: np.ndarray, arm: np.ndarray, counts: np.ndarray) -> np.ndarray:
        return weighed(OVERLAP, values, arm, columns, counts).weights

    found = bootstrapped(
        WHOLE.values, WHOLE, ENDPOINTS, numbers=range(3), random=RANDOM, weigh=weigh
    )
    same = nested(WHOLE, ENDPOINTS, numbers=range(3), random=RANDOM, weigh=weigh)
    np.testing.assert_allclose(found.estimate, same.estimate, rtol=1e-8)
    for own, who in zip(found.estimate, drawn(WHOLE, range(3), RANDOM).who, strict=True):
        values = WHOLE.values[who]
        weights = weighed(OVERLAP, values, treated, columns).weights
        alone = sur(values, WHOLE, ENDPOINTS, weights=weights)
        np.testing.assert_allclose(own, alone.estimate, rtol=1e-8)


def test_a_sample_with_nothing_to_impute_from_is_drawn_again() -> None:
    """A column of which one person of an arm was measured is often in no sample."""
    values = DATA.values.copy()
    measured = np.flatnonzero(~DATA.missing[:, 4] & (DATA.arm == 1))
    values[measured[1:], 4] = np.nan
    data = replace(DATA, values=values)
    found = nested(data, ENDPOINTS[1:], numbers=range(15), random=RANDOM, cycles=1)
    assert found.again > 0
    alone = nested(data, ENDPOINTS[1:], numbers=range(4, 9), random=RANDOM, cycles=1)
    assert alone.again > 0
    np.testing.assert_allclose(found.estimate[4:9], alone.estimate, rtol=1e-12)
    assert np.isfinite(imputed(data, range(1), RANDOM)).all()


def test_percentiles_are_those_of_numpy() -> None:
    low, high = percentiles(np.arange(101.0)[:, None], 0.9)
    assert [low[0], high[0]] == pytest.approx([5, 95])
