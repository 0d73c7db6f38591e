"""A correlation's factor gives back the correlation, and products have their covariance."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipscost.drawing import copula
from ipscost.scenario.distributions import Beta, Distribution, Gamma, LogNormal, Normal, Uniform


def pair(rho: float) -> copula.Matrix:
    return ((1.0, rho), (rho, 1.0))


THREE = ((1.0, 0.6, 0.3), (0.6, 1.0, -0.2), (0.3, -0.2, 1.0))


@st.composite
def matrices(draw: st.DrawFn) -> copula.Matrix:
    """Correlation matrices of 2 to 5 members, often singular: of fewer factors than members."""
    size, factors = draw(st.integers(2, 5)), draw(st.integers(1, 5))
    entries = st.lists(st.integers(-9, 9), min_size=factors, max_size=factors).filter(any)
    loads = np.array([draw(entries) for _ in range(size)], dtype=float)
    loads /= np.sqrt((loads**2).sum(axis=1))[:, None]
    matrix = loads @ loads.T
    np.fill_diagonal(matrix, 1.0)
    return tuple(tuple(float(value) for value in row) for row in matrix)


@given(matrix=matrices())
def test_the_factor_gives_the_matrix_back_singular_or_not(matrix: copula.Matrix) -> None:
    rows = np.array(copula.factor(matrix))
    assert rows @ rows.T == pytest.approx(np.array(matrix), abs=1e-6)
    assert (rows**2).sum(axis=1) == pytest.approx(np.ones(len(matrix)), abs=1e-12)
    assert not np.triu(rows, 1).any()
    assert rows[0].tolist() == [1.0, *[0.0] * (len(matrix) - 1)]


@pytest.mark.parametrize("rho", [1.0, -1.0])
def test_whole_correlation_leaves_the_second_nothing_of_its_own(rho: float) -> None:
    assert copula.factor(pair(rho)) == ((1.0, 0.0), (rho, 0.0))


def test_members_that_are_one_share_the_correlation_with_a_third() -> None:
    rows = copula.factor(((1.0, 1.0, 0.5), (1.0, 1.0, 0.5), (0.5, 0.5, 1.0)))
    assert rows[0] == rows[1]
    assert rows[2] == pytest.approx((0.5, 0, math.sqrt(0.75)))


def test_the_expected_product_of_normals_has_their_covariance() -> None:
    found = copula.expected_product((Normal(10, 2), Normal(-5, 3)), pair(0.6))
    assert found == pytest.approx(-50 + 0.6 * 2 * 3, rel=1e-12)


def test_the_expected_product_of_a_normal_and_a_ratio_has_steins_covariance() -> None:
    ratio = LogNormal(-0.2, 0.5)
    found = copula.expected_product((Normal(10, 2), ratio), pair(-0.7))
    assert found == pytest.approx(10 * ratio.mean - 0.7 * 2 * 0.5 * ratio.mean, rel=1e-10)


def test_the_expected_product_of_three_lognormals_is_lognormal() -> None:
    dists = (LogNormal(0.1, 0.5), LogNormal(-0.2, 0.8), LogNormal(0.3, 0.4))
    apart = math.prod(dist.mean for dist in dists)
    together = math.exp(0.6 * 0.5 * 0.8 + 0.3 * 0.5 * 0.4 - 0.2 * 0.8 * 0.4)
    assert copula.expected_product(dists, THREE) == pytest.approx(apart * together, rel=1e-9)


@pytest.mark.parametrize(
    "dist",
    [Gamma(1, 1), Gamma(0.1, 10), Gamma(25, 4), Beta(0.5, 0.5), Beta(40, 60), Uniform(2, 3)],
    ids=str,
)
def test_a_number_times_itself_has_its_variance_and_independent_ones_have_none(
    dist: Distribution,
) -> None:
    itself = copula.expected_product((dist, dist), pair(1.0))
    assert itself == pytest.approx(dist.mean**2 + dist.sd**2, rel=1e-7)
    independent = copula.expected_product((dist, dist), pair(0.0))
    assert independent == pytest.approx(dist.mean**2, rel=1e-7)


def test_more_than_three_numbers_are_refused() -> None:
    four = tuple(tuple(float(i == j) for j in range(4)) for i in range(4))
    with pytest.raises(ValueError, match=r"^the product of 4 correlated numbers is not known$"):
        copula.expected_product((Normal(0, 1),) * 4, four)
