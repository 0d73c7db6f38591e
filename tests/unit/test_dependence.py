"""What holds of a difference whatever goes with what, and how unevenly a sum is shared."""

from __future__ import annotations

from itertools import permutations
from statistics import NormalDist

import numpy as np
import pytest

from ipscost.decision.concentration import carried_by
from ipscost.decision.dependence import bounds_of_quantile, bounds_of_share

NORMAL = NormalDist()
EVEN = (np.arange(20_000) + 0.5) / 20_000
SCORES = np.array([NORMAL.inv_cdf(share) for share in EVEN[::10]])


@pytest.mark.parametrize("limit", [-3.0, -0.5, 0.0, 0.5, 1.5])
def test_the_bounds_of_two_normals_are_those_of_the_closed_form(limit: float) -> None:
    # Fan and Park 2010, section 2: of two normals with the same standard deviation s, the
    # distribution of the difference lies between 2 F((d - m) / 2s) - 1 and 2 F((d - m) / 2s)
    mean, sd = 0.5, 2.0
    low, high = bounds_of_share(mean + sd * SCORES, sd * SCORES, limit)
    half = NORMAL.cdf((limit - mean) / (2 * sd))
    assert 1 - high == pytest.approx(max(2 * half - 1, 0.0), abs=2e-3)
    assert 1 - low == pytest.approx(min(2 * half, 1.0), abs=2e-3)


@pytest.mark.parametrize("share", [0.05, 0.5, 0.9])
def test_so_are_those_of_their_quantiles(share: float) -> None:
    mean, sd = 0.5, 2.0
    low, high = bounds_of_quantile(mean + sd * SCORES, sd * SCORES, share)
    assert low == pytest.approx(mean + 2 * sd * NORMAL.inv_cdf(share / 2), abs=0.02)
    assert high == pytest.approx(mean + 2 * sd * NORMAL.inv_cdf((1 + share) / 2), abs=0.02)


def test_the_bounds_of_two_uniforms_are_those_of_the_closed_form() -> None:
    # from U(0.3, 1.3) and U(0, 1): P(X - Y <= d) lies between d - 0.3 and 1 + d - 0.3
    low, high = bounds_of_share(EVEN + 0.3, EVEN, 0.5)
    assert (1 - high, 1 - low) == pytest.approx((0.2, 1.0), abs=1e-3)
    low, high = bounds_of_share(EVEN + 0.3, EVEN, 0.0)
    assert (low, high) == pytest.approx((0.3, 1.0), abs=1e-3)


def test_every_way_of_belonging_together_lies_within_and_some_reach_the_bounds() -> None:
    one, other = np.array([0.0, 0.0, 3.0, 7.0, 9.0]), np.array([0.0, 1.0, 2.0, 2.0, 8.0])
    ways = [one - other[list(way)] for way in permutations(range(5))]
    for limit in (0.0, 1.0):
        shares = [float(np.mean(way > limit)) for way in ways]
        assert bounds_of_share(one, other, limit) == pytest.approx((min(shares), max(shares)))
    for rank in range(1, 6):
        found = [float(np.sort(way)[rank - 1]) for way in ways]
        bounds = bounds_of_quantile(one, other, rank / 5 - 0.1)
        assert bounds == pytest.approx((min(found), max(found)))


def test_other_numbers_of_persons_have_bounds_of_shares_and_none_of_quantiles() -> None:
    assert bounds_of_share(EVEN, np.repeat(EVEN, 2)) == pytest.approx((0.0, 1.0), abs=1e-3)
    with pytest.raises(ValueError, match="as many persons"):
        bounds_of_quantile(EVEN, EVEN[1:], 0.5)


def test_the_dearest_of_a_lognormal_carry_what_the_closed_form_says() -> None:
    sigma = 1.2
    scores = np.array([NORMAL.inv_cdf(share) for share in EVEN])
    found = carried_by(np.exp(sigma * scores), (0.05, 0.1, 0.2))
    expected = [1 - NORMAL.cdf(NORMAL.inv_cdf(1 - top) - sigma) for top in (0.05, 0.1, 0.2)]
    assert found == pytest.approx(expected, abs=4e-3)


def test_a_part_of_the_person_at_the_margin_counts_and_the_order_does_not() -> None:
    amounts = np.array([1.0, 5.0, 2.0, 2.0])
    assert carried_by(amounts, (0.0, 0.125, 0.25, 0.375, 1.0)).tolist() == [
        *(0.0, 0.25, 0.5, 0.6, 1.0)
    ]
    several = np.stack([amounts, amounts[::-1], np.zeros(4)])
    found = carried_by(several, (0.1, 0.5))
    assert np.array_equal(found[0], found[1])
    assert np.isnan(found[2]).all()
