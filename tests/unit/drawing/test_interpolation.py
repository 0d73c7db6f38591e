"""Quantiles by a polynomial: the same as those of scipy, for any draws, or else scipy's own."""

from __future__ import annotations

import math
from decimal import Decimal, localcontext

import numpy as np
import pytest

from ipscost.drawing import streams
from ipscost.drawing.interpolation import BETAS, GAMMAS, curve, quantiles
from ipscost.scenario.distributions import (
    Beta,
    Distribution,
    Gamma,
    LogNormal,
    Unseen,
    normal_shares,
)

EDGES = (2.0**-54, 2.0**-53, 1e-12, 1e-6, 1 - 1e-6, 1 - 1e-12, 1 - 2.0**-52, 1 - 2.0**-53)
DRAWN = np.concatenate([EDGES, normal_shares(np.linspace(-8.2924, 8.2095, 1501))])
SHAPES = (1e-6, 1e-3, 0.1, 0.5, 1.0, 2.9, 3.0, 3.3, 4.0, 7.0, 10.0, 40.0, 100.0, 399.0, 1e3, 1.1e3)
LARGE = (1e4, 2e5, 2.9e5, 3.1e5, 1e6, 1e9)


def beta(a: float, b: float) -> Beta | None:
    """A beta, or None where its inverse CDF cannot be trusted."""
    try:
        return Beta(a, b)
    except ValueError:
        return None


GAMMA = [Gamma(shape, 7.5) for shape in (*SHAPES, *LARGE, 1e15, 1e20)]
BETA = [beta(a, b) for a in (*SHAPES, *LARGE) for b in (*SHAPES, *LARGE)]


@pytest.mark.parametrize("dist", [*GAMMA, *(each for each in BETA if each)], ids=str)
def test_every_quantile_is_that_of_the_inverse_cdf(dist: Distribution) -> None:
    exact = dist.ppf(DRAWN)
    found = quantiles(dist, DRAWN)
    assert (np.abs(found - exact) <= 5e-13 * exact).all()  # scipy's may be off by 3e-13
    assert not isinstance(dist, Beta) or (found <= 1).all()


@pytest.mark.parametrize(("a", "b"), [(4, 10_000), (5, 10_000), (30, 40), (120, 90)])
def test_a_quantile_has_its_probability_to_13_digits(a: int, b: int) -> None:
    shares = normal_shares(np.linspace(-6, 6, 41))
    shares = np.append(shares, [0.6167052664257043, 0.5719440130307608, 0.5622092297178448])
    for share, value in zip(shares, quantiles(Beta(a, b), shares), strict=True):
        with localcontext(prec=60):
            x, n = Decimal(float(value)), a + b - 1  # the chance of a or more of n
            below = 1 - sum(math.comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a))
            density = n * math.comb(n - 1, a - 1) * x ** (a - 1) * (1 - x) ** (b - 1)
            amiss = (below - Decimal(float(share))) / density / x
        assert abs(amiss) < 1e-13


@pytest.mark.parametrize(
    "dist", [Gamma(1e-6, 1), Gamma(1, 1), Gamma(1e9, 1), Beta(0.5, 50), Beta(2e4, 3e4)], ids=str
)
def test_where_no_polynomial_holds_it_is_the_inverse_cdf_itself(dist: Gamma | Beta) -> None:
    assert curve(dist) is None
    assert quantiles(dist, DRAWN).tolist() == dist.ppf(DRAWN).tolist()


@pytest.mark.parametrize(
    "dist",
    [Gamma(5, 1), Gamma(100, 1), Gamma(1e5, 1), Beta(99, 9900), Beta(9900, 99), Beta(5, 5)],
    ids=str,
)
def test_usual_numbers_have_a_polynomial(dist: Gamma | Beta) -> None:
    assert curve(dist) is not None


def test_a_polynomial_that_misses_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ipscost.drawing.interpolation.GAMMAS", (1e-6, GAMMAS[1]))
    monkeypatch.setattr("ipscost.drawing.interpolation.BETAS", (1e-6, BETAS[1]))
    rough: list[Gamma | Beta] = [Gamma(1e-6, 1), Gamma(0.1, 1), Gamma(1, 1), Beta(0.5, 0.5)]
    assert [curve.__wrapped__(dist) for dist in rough] == [None] * len(rough)


@pytest.mark.parametrize("dist", [Gamma(30, 2), Beta(30, 700), Gamma(1, 2)], ids=str)
def test_the_first_of_more_draws_and_those_of_a_part_are_the_same(dist: Distribution) -> None:
    uniforms = streams.uniforms(1, "part", 5_000)
    whole = quantiles(dist, uniforms)
    for n in (1, 2, 7, 300, 4_999):
        assert quantiles(dist, uniforms[:n]).tolist() == whole[:n].tolist()
    assert quantiles(dist, uniforms[13:999]).tolist() == whole[13:999].tolist()


def test_other_distributions_have_their_inverse_cdf() -> None:
    dist = LogNormal(0.3, 0.2)
    assert quantiles(dist, DRAWN).tolist() == dist.ppf(DRAWN).tolist()


def test_an_unseen_share_has_that_of_its_beta() -> None:
    unseen, same = Unseen(50.5, 4.5, 1.0), Beta(50.5, 4.5)
    assert quantiles(unseen, DRAWN).tolist() == quantiles(same, DRAWN).tolist()
    assert quantiles(unseen, np.array([])).shape == (0,)
