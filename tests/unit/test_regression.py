"""Splines, their designs, and the smoothing that cross-validation chooses."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.interpolate import CubicSpline

from ipscost.decision import regression
from ipscost.decision.regression import cross, crossed, fit, natural_splines, ranked

KNOTS = np.array([-1.0, -0.5, 0.1, 0.4, 1.0])
N = 2_000


def normals(*shape: int) -> np.ndarray:
    return np.random.default_rng(4).standard_normal(shape)


def test_the_splines_are_natural_splines() -> None:
    x = np.linspace(-1, 1, 41)
    values, root = natural_splines(x, KNOTS)
    penalty = root.T @ root
    splines = [CubicSpline(KNOTS, unit, bc_type="natural") for unit in np.eye(KNOTS.size)]
    for place, spline in enumerate(splines):
        assert values[:, place] == pytest.approx(spline(x), abs=1e-12)
    for i, j in ((0, 0), (1, 2), (4, 1)):
        first, second = splines[i], splines[j]
        roughness, _ = quad(lambda t: float(first(t, 2) * second(t, 2)), -1, 1, points=KNOTS[1:-1])  # noqa: B023
        assert penalty[i, j] == pytest.approx(roughness, rel=1e-6)


def test_two_knots_make_straight_lines() -> None:
    values, root = natural_splines(np.array([0.0, 0.25, 1.0]), np.array([0.0, 1.0]))
    assert values == pytest.approx(np.array([[1, 0], [0.75, 0.25], [0, 1]]))
    assert root.shape == (0, 2)


def gram(design: regression.Basis) -> np.ndarray:
    functions = design.evaluate(np.eye(design.roughness.size))
    return functions @ functions.T / design.n


def test_a_design_is_orthonormal_and_leaves_straight_lines_free() -> None:
    quantity = ranked(normals(N))
    assert quantity is not None
    design = quantity.design
    assert gram(design) == pytest.approx(np.eye(12), abs=1e-9)
    assert (design.roughness[:2] == 0).all()
    assert (np.diff(design.roughness[1:]) > 0).all()


def test_quantities_whose_draws_all_differ_share_one_design() -> None:
    x = normals(N)
    first, second = ranked(x), ranked(np.exp(3 * x))
    assert first is not None
    assert second is not None
    assert first.design is second.design
    assert (first.order == second.order).all()


def test_a_constant_has_no_design() -> None:
    assert ranked(np.full(N, 3.5)) is None


def test_few_values_can_be_fitted_by_their_means() -> None:
    rng = np.random.default_rng(1)
    x = rng.integers(0, 4, N).astype(float)
    truth = np.array([2.0, -5.0, 7.0, 0.0])[x.astype(int)]
    y = truth + 0.1 * rng.standard_normal(N)
    quantity = ranked(x)
    assert quantity is not None
    found = np.empty(N)
    found[quantity.order] = fit(quantity.design, y[quantity.order][None]).fitted[0]
    for value in range(4):
        assert np.ptp(found[x == value]) < 1e-9
        assert found[x == value][0] == pytest.approx(y[x == value].mean(), abs=0.01)


def test_counts_with_ties_are_fitted() -> None:
    rng = np.random.default_rng(2)
    x = rng.poisson(20, N).astype(float)
    y = np.sin(x / 4) + 0.1 * rng.standard_normal(N)
    quantity = ranked(x)
    assert quantity is not None
    error = fit(quantity.design, y[quantity.order][None]).fitted[0] - np.sin(x / 4)[quantity.order]
    assert np.sqrt(np.mean(error**2)) < 0.05


def test_noise_is_smoothed_away_and_a_signal_is_not() -> None:
    x, noise = normals(2, N)
    quantity = ranked(x)
    assert quantity is not None
    found = fit(quantity.design, np.stack([noise, np.sin(2 * x) + 0.1 * noise])[:, quantity.order])
    assert found.degrees[0] < 6
    assert found.degrees[1] > 8
    assert np.abs(found.fitted[0]).max() < 0.3
    assert found.residual == pytest.approx(np.array([[1, 0.1], [0.1, 0.01]]), abs=0.05)


def test_a_fit_keeps_the_mean() -> None:
    x, y = normals(2, N)
    quantity = ranked(x)
    assert quantity is not None
    assert fit(quantity.design, (y + 5)[None]).fitted.mean() == pytest.approx((y + 5).mean())


def test_draws_in_blocks_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    x, y, z = normals(3, N)
    quantities = [each for each in (ranked(x), ranked(y)) if each is not None]
    gain = (x * y + z)[None]
    whole = fit(crossed(quantities), gain).fitted
    monkeypatch.setattr(regression, "BLOCK", 300)
    assert fit(crossed(quantities), gain).fitted == pytest.approx(whole, abs=1e-6)


def test_products_hold_every_main_effect_and_stay_within_their_limit() -> None:
    degrees = cross([12, 12, 12], 200)
    assert 150 < len(degrees) <= 200
    assert len({tuple(row) for row in degrees}) == len(degrees)
    mains = [row for row in degrees.tolist() if sum(map(bool, row)) == 1]
    assert len(mains) == 33
    assert [1, 1, 1] in degrees.tolist()


def test_all_products_where_there_is_room() -> None:
    assert len(cross([3, 4], 500)) == 12


def test_straight_lines_come_before_bends_where_room_is_scarce() -> None:
    degrees = cross([12] * 30, 50)
    assert len(degrees) == 31
    assert degrees.max() == 1


def test_a_group_with_the_same_quantity_twice_has_its_functions_once() -> None:
    x = normals(N)
    quantity = ranked(x)
    assert quantity is not None
    design = crossed([quantity, quantity])
    assert gram(design) == pytest.approx(np.eye(design.roughness.size), abs=1e-6)
    found = fit(design, (np.sin(2 * x))[None])
    assert np.sqrt(np.mean((found.fitted - np.sin(2 * x)) ** 2)) < 0.02


def test_normal_scores_are_symmetric() -> None:
    assert regression._scores(5) == pytest.approx(-regression._scores(5)[::-1])
    assert regression._scores(4)[-1] == pytest.approx(1.1503493803760079)
    assert math.isclose(regression._scores(3)[1], 0)


@pytest.mark.parametrize("most", [7, 11, 13, 30])
@pytest.mark.parametrize("quantities", [1, 2, 5, 6])
def test_there_are_no_more_products_than_asked_for_and_every_straight_line(
    quantities: int, most: int
) -> None:
    found = cross([12] * quantities, most)
    assert len(found) <= most
    lines = np.eye(quantities, dtype=int).tolist()
    assert all(line in found.tolist() for line in lines)


def test_the_first_functions_are_the_constant_and_the_straight_line() -> None:
    for values in (normals(N), np.random.default_rng(3).poisson(2, N).astype(float)):
        quantity = ranked(values)
        assert quantity is not None
        design = quantity.design
        functions = design.columns(slice(0, N))
        assert functions[0].tolist() == [1.0] * N
        scores = functions[1]
        assert (scores.mean(), (scores**2).mean()) == pytest.approx((0, 1), abs=1e-12)
        assert (np.diff(scores) >= 0).all()
        assert (functions[:, -1] > 0).all()
        assert design.roughness[:2].tolist() == [0, 0]
        assert (design.roughness[2:] > 0).all()


@pytest.mark.parametrize("size", [1e-15, 1e-12])
def test_a_group_hangs_on_no_rounding(monkeypatch: pytest.MonkeyPatch, size: float) -> None:
    x, y, z, noise = normals(4, N)
    gain = (np.exp(x) * y + z + noise)[None]
    quantities = [each for each in (ranked(x), ranked(y), ranked(z)) if each is not None]
    whole = fit(crossed(quantities), gain).fitted
    scores = regression._scores(N)
    moved = regression._splines(np.sort(scores * (1 + size * normals(N))))
    monkeypatch.setattr(regression, "_shared", lambda _: moved)
    again = [each for each in (ranked(x), ranked(y), ranked(z)) if each is not None]
    assert again[0].design is moved
    assert fit(crossed(again), gain).fitted == pytest.approx(whole, rel=1e-7, abs=1e-7)


def test_roughness_of_products_counts_from_straight_lines() -> None:
    x, y = normals(2, N)
    quantities = [each for each in (ranked(x), ranked(y)) if each is not None]
    design = crossed(quantities)
    assert np.count_nonzero(design.roughness == 0) == 3  # the constant, and two straight lines
    assert design.roughness[3] > 0.9  # a product of degree 2 in all, about (3 - 2)^6
    assert gram(design) == pytest.approx(np.eye(design.roughness.size), abs=1e-6)


def splines(*rows: np.ndarray) -> list[regression.Ranked]:
    return [found for row in rows if (found := ranked(row)) is not None]


def test_the_mean_products_of_a_smaller_design_are_those_within_the_larger() -> None:
    quantities = splines(*normals(14, 5_000))
    larger = crossed(quantities)
    fewer = [*quantities[:4], *quantities[5:]]
    anew, within = crossed(fewer), crossed(fewer, larger)
    assert regression._inner_gram(larger, fewer, anew.degrees) is not None
    assert within.gram == pytest.approx(anew.gram, abs=1e-12)
    gain = normals(2, 5_000)
    assert fit(within, gain).fitted == pytest.approx(fit(anew, gain).fitted, abs=1e-9)


def test_a_smaller_design_with_more_functions_is_made_anew() -> None:
    quantities = splines(*normals(4, 5_000))
    larger = crossed(quantities)
    anew, within = crossed(quantities[:3]), crossed(quantities[:3], larger)
    assert regression._inner_gram(larger, quantities[:3], anew.degrees) is None
    assert (within.gram == anew.gram).all()


def test_columns_are_the_products_of_the_functions() -> None:
    quantities = splines(*normals(3, N))
    design = crossed(quantities)
    single = [regression._by_draw(quantity) for quantity in quantities]
    expected = [
        np.prod([f[degree] for f, degree in zip(single, row, strict=True)], axis=0)
        for row in design.degrees
    ]
    assert (design.degrees > 0).sum(axis=1).max() == 3
    rows = slice(100, 900)
    assert design.columns(rows) == pytest.approx(np.array(expected)[:, rows], rel=1e-12)


@pytest.mark.parametrize("sizes", [[2, 2], [3, 4], [12] * 3, [12] * 6, [2] * 9, [5, 12, 2, 7]])
@pytest.mark.parametrize("most", [12, 50, 500])
def test_the_limit_of_products_is_the_highest_that_there_is_room_for(
    sizes: list[int], most: int
) -> None:
    found = cross(sizes, most)
    product = np.prod(found + 1, axis=1)
    several = (found > 0).sum(axis=1) > 1
    grid = np.stack(np.meshgrid(*map(np.arange, sizes)), axis=-1).reshape(-1, len(sizes))
    cost = np.prod(grid + 1, axis=1)
    mixed = (grid > 0).sum(axis=1) > 1
    limit = product[several].max(initial=3)
    assert several.sum() == (mixed & (cost <= limit)).sum()
    more = cost[mixed & (cost > limit)]
    if more.size:
        following = more.min()
        wanted = {tuple(row) for row in grid[cost <= following]} | set(map(tuple, found))
        assert len(wanted) > most
