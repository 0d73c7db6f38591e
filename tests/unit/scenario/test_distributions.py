"""Each way of stating uncertainty gives the distribution that arithmetic by hand gives."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ipscost.scenario.distributions import (
    DISTRIBUTIONS,
    Beta,
    Fixed,
    Gamma,
    LogNormal,
    Normal,
    UnfitError,
    Uniform,
    normal_shares,
    ways,
    z_of_level,
    z_of_p,
)

Z95 = 1.959963984540054


def test_z_of_the_95_per_cent_interval_is_1_96() -> None:
    assert z_of_level(0.95) == pytest.approx(Z95, rel=1e-12)
    assert z_of_level(0.90) == pytest.approx(1.6448536269514722, rel=1e-12)


def test_z_of_a_p_value_is_that_of_the_two_sided_test() -> None:
    assert z_of_p(0.05) == pytest.approx(Z95, rel=1e-12)
    assert z_of_p(0.001) == pytest.approx(3.2905267314919255, rel=1e-12)


def test_a_fixed_number_has_no_spread() -> None:
    fixed = Fixed(7.5)
    assert (fixed.mean, fixed.sd) == (7.5, 0.0)
    assert fixed.ppf(np.array([0.1, 0.9])).tolist() == [7.5, 7.5]


def test_a_normal_takes_the_standard_error_as_it_is() -> None:
    assert Normal.from_se(-10, 2) == Normal(-10, 2)


def test_a_normal_halves_the_interval_in_standard_errors() -> None:
    normal = Normal.from_interval(10, 10 - Z95, 10 + Z95, 0.95)
    assert normal.sd == pytest.approx(1)


def test_a_normal_keeps_the_number_of_a_lopsided_interval() -> None:
    normal = Normal.from_interval(10, 9, 13, 0.95)
    assert (normal.mean, normal.sd) == (10, pytest.approx(4 / (2 * Z95)))


def test_the_p_value_of_a_published_difference_gives_its_standard_error() -> None:
    normal = Normal.from_p(-3730, 0.0901)
    assert normal.mean == -3730
    assert normal.sd == pytest.approx(2200.76, abs=0.01)


def test_a_difference_of_zero_has_no_standard_error_from_its_p_value() -> None:
    with pytest.raises(UnfitError) as caught:
        Normal.from_p(0, 0.5)
    text = "a difference of 0 has no standard error that follows from its p-value"
    assert str(caught.value) == text


def test_a_normal_has_its_quantiles_by_the_table() -> None:
    found = Normal(100, 10).ppf(np.array([0.025, 0.5, 0.975]))
    assert found == pytest.approx([100 - 10 * Z95, 100, 100 + 10 * Z95])


def test_a_lognormal_by_standard_error_matches_its_moments() -> None:
    lognormal = LogNormal.from_se(2, 1)
    assert lognormal.sigma**2 == pytest.approx(math.log(1.25))
    assert lognormal.mu == pytest.approx(math.log(2) - math.log(1.25) / 2)
    assert (lognormal.mean, lognormal.sd) == (pytest.approx(2), pytest.approx(1))


def test_a_lognormal_by_interval_has_the_number_as_its_median() -> None:
    lognormal = LogNormal.from_interval(0.85, 0.68, 1.0625, 0.95)
    assert lognormal.mu == pytest.approx(math.log(0.85))
    assert lognormal.sigma == pytest.approx(math.log(1.0625 / 0.68) / (2 * Z95))
    assert lognormal.mean == pytest.approx(0.85 * math.exp(lognormal.sigma**2 / 2))


def test_a_lognormal_by_p_value_has_that_p_on_the_log_scale() -> None:
    lognormal = LogNormal.from_p(0.5, 0.05)
    assert lognormal.mu == pytest.approx(math.log(0.5))
    assert lognormal.sigma == pytest.approx(math.log(2) / Z95)


def test_a_ratio_of_one_has_no_standard_error_from_its_p_value() -> None:
    with pytest.raises(UnfitError) as caught:
        LogNormal.from_p(1, 0.5)
    text = "a ratio of 1 has no standard error that follows from its p-value"
    assert str(caught.value) == text


def test_a_ratio_with_a_p_value_near_one_is_refused_or_has_a_finite_mean() -> None:
    try:
        mean = LogNormal.from_p(2, 0.99).mean
    except UnfitError:
        return
    assert math.isfinite(mean)


def test_a_gamma_by_standard_error_has_the_shape_of_the_moments() -> None:
    gamma = Gamma.from_se(1000, 100)
    assert (gamma.shape, gamma.scale) == (pytest.approx(100), pytest.approx(10))


def test_a_gamma_by_interval_takes_the_width_alone() -> None:
    gamma = Gamma.from_interval(10, 10 - 2 * Z95, 10 + 2 * Z95, 0.95)
    assert (gamma.mean, gamma.sd) == (pytest.approx(10), pytest.approx(2))


def test_a_gamma_of_shape_one_is_exponential() -> None:
    found = Gamma(1, 3).ppf(np.array([0.2, 0.5, 0.9]))
    assert found == pytest.approx([-3 * math.log(1 - u) for u in (0.2, 0.5, 0.9)])


def test_a_beta_by_counts_is_events_against_the_rest() -> None:
    beta = Beta.from_counts(111, 239)
    assert (beta.a, beta.b) == (111, 128)
    assert beta.mean == pytest.approx(111 / 239)
    assert beta.sd == pytest.approx(math.sqrt(111 / 239 * 128 / 239 / 240))


def test_a_beta_by_standard_error_matches_its_moments() -> None:
    beta = Beta.from_se(0.2, 0.1)
    assert (beta.a, beta.b) == (pytest.approx(3), pytest.approx(12))
    assert (beta.mean, beta.sd) == (pytest.approx(0.2), pytest.approx(0.1))


def test_a_beta_by_interval_takes_the_width_alone() -> None:
    beta = Beta.from_interval(0.2, 0.2 - 0.1 * Z95, 0.2 + 0.1 * Z95, 0.95)
    assert (beta.a, beta.b) == (pytest.approx(3), pytest.approx(12))


def test_a_beta_of_two_ones_is_uniform() -> None:
    assert Beta(1, 1).ppf(np.array([0.1, 0.7])) == pytest.approx([0.1, 0.7])


def test_a_beta_refuses_a_standard_error_that_no_share_can_have() -> None:
    with pytest.raises(UnfitError) as caught:
        Beta.from_se(0.2, 0.4)
    assert str(caught.value) == "a share of 0.2 has a standard error below 0.4"


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_beta_refuses_a_share_at_the_edge_with_a_standard_error(share: float) -> None:
    with pytest.raises(UnfitError) as by_se:
        Beta.from_se(share, 0.1)
    text = f"a beta distribution needs a share between 0 and 1, found {share:g}"
    assert str(by_se.value) == text


@pytest.mark.parametrize(("name", "kind"), [("gamma", Gamma), ("lognormal", LogNormal)])
def test_positive_distributions_refuse_what_is_not_above_zero(
    name: str, kind: type[Gamma | LogNormal]
) -> None:
    text = f"a {name} distribution needs numbers above 0, found -3"
    with pytest.raises(UnfitError) as by_se:
        kind.from_se(-3, 1)
    with pytest.raises(UnfitError) as by_interval:
        kind.from_interval(-3, -4, -2, 0.95)
    expected = {"gamma": text, "lognormal": text.replace("-3", "-4")}[name]
    assert (str(by_se.value), str(by_interval.value)) == (text, expected)


def test_a_lognormal_refuses_an_interval_that_reaches_zero() -> None:
    with pytest.raises(UnfitError) as caught:
        LogNormal.from_interval(1, 0, 2, 0.95)
    assert str(caught.value) == "a lognormal distribution needs numbers above 0, found 0"


def test_a_uniform_by_standard_error_is_root_three_wide_on_each_side() -> None:
    uniform = Uniform.from_se(10, 1)
    assert (uniform.low, uniform.high) == (
        pytest.approx(10 - math.sqrt(3)),
        pytest.approx(10 + math.sqrt(3)),
    )


def test_a_uniform_by_interval_reaches_beyond_it() -> None:
    uniform = Uniform.from_interval(10, 9, 11, 0.5)
    assert (uniform.low, uniform.high) == (pytest.approx(8), pytest.approx(12))


def test_a_uniform_refuses_a_number_that_is_not_in_the_middle() -> None:
    with pytest.raises(UnfitError) as caught:
        Uniform.from_interval(2, 1, 5, 0.95)
    assert str(caught.value) == "a uniform distribution has its mean in the middle, 3"


def test_each_distribution_knows_the_ways_it_can_be_stated() -> None:
    assert {name: ways(name) for name in DISTRIBUTIONS} == {
        "normal": ("se", "interval", "p"),
        "lognormal": ("se", "interval", "p"),
        "gamma": ("se", "interval"),
        "beta": ("se", "interval", "n"),
        "uniform": ("se", "interval"),
    }


@pytest.mark.parametrize("score", [-40.0, -9.0, 9.0, 40.0])
def test_the_furthest_scores_have_finite_draws(score: float) -> None:
    shares = normal_shares(np.array([score]))
    assert 0 < shares[0] < 1
    assert np.isfinite(Normal(0, 1).ppf(shares)).all()
