"""Weighted least squares on arrays: closed forms, what is left open, bounds and other answers."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.optimize import curve_fit

from ipscost.analysis.calibrate.determined import covariance
from ipscost.analysis.calibrate.fit import Fit, NoFitError, Search, fit, rounded

Floats = NDArray[np.float64]


def searched(*bounds: tuple[float, float]) -> Search:
    low, high = np.array(bounds, dtype=float).T
    return Search(low, high)


def places(search: Search, count: int = 4) -> Floats:
    return np.random.Generator(np.random.PCG64(1)).random((count, len(search.low)))


def linear(matrix: Floats, value: Floats, se: Floats, search: Search) -> Fit:
    """The fit of f(x) = matrix x."""
    return fit(lambda x: (x @ matrix.T - value) / se, search, places(search))


MATRIX = np.array([[1.0, 2.0], [3.0, -1.0], [0.5, 1.0], [2.0, 2.0]])
VALUE = np.array([5.0, 1.2, 2.0, 6.3])
SE = np.array([0.5, 0.2, 0.3, 1.0])


def test_a_linear_model_is_fitted_as_by_the_normal_equations() -> None:
    found = linear(MATRIX, VALUE, SE, searched((-10, 10), (-10, 10)))
    weight = np.diag(SE**-2.0)
    normal = MATRIX.T @ weight @ MATRIX
    expected = np.linalg.solve(normal, MATRIX.T @ weight @ VALUE)
    assert found.best.values == pytest.approx(expected, rel=1e-5)
    assert found.se == pytest.approx(np.sqrt(np.diag(np.linalg.inv(normal))), rel=1e-8)
    assert found.correlation[0, 1] == pytest.approx(
        np.linalg.inv(normal)[0, 1] / found.se.prod(), rel=1e-6
    )
    left = (MATRIX @ expected - VALUE) / SE
    assert found.squares == pytest.approx(float((left**2).sum()), rel=1e-6)
    assert found.degrees == 2
    assert found.p == pytest.approx(math.exp(-found.squares / 2))  # of 2 degrees of freedom
    assert found.best.starts == found.starts == 4
    assert not found.others


def test_the_share_that_has_ever_moved_gives_its_rate_and_the_analytic_error() -> None:
    def residuals(rate: Floats) -> Floats:
        return (1 - np.exp(-rate * 18) - 0.465) / 0.0323

    search = searched((1e-4, 1.0))
    found = fit(residuals, search, places(search))
    rate = -math.log(1 - 0.465) / 18
    assert found.best.values[0] == pytest.approx(rate, rel=1e-5)
    assert found.se[0] == pytest.approx(0.0323 / (18 * (1 - 0.465)), rel=1e-5)
    assert found.squares < 1e-6
    assert found.degrees == 0
    assert found.p is None
    assert found.condition == 1


def test_a_curve_is_fitted_as_by_curve_fit() -> None:
    month = np.array([3.0, 6.0, 12.0, 18.0, 30.0])
    share = np.array([0.12, 0.2, 0.33, 0.44, 0.52])
    error = np.array([0.02, 0.03, 0.03, 0.03, 0.04])

    def ever(t: Floats, top: float, rate: float) -> Floats:
        return np.asarray(top * (1 - np.exp(-rate * t)))

    def residuals(x: Floats) -> Floats:
        return np.array([(ever(month, *each) - share) / error for each in x])

    search = searched((0.1, 1.0), (0.001, 1.0))
    found = fit(residuals, search, places(search))
    values, cov = curve_fit(ever, month, share, p0=(0.6, 0.05), sigma=error, absolute_sigma=True)
    assert found.best.values == pytest.approx(values, rel=1e-5)
    assert found.se == pytest.approx(np.sqrt(np.diag(cov)), rel=1e-4)
    assert found.correlation[0, 1] == pytest.approx(
        cov[0, 1] / math.sqrt(cov[0, 0] * cov[1, 1]), rel=1e-4
    )


def test_two_that_only_enter_as_a_sum_are_open_and_the_third_is_not() -> None:
    matrix = np.array([[1.0, 1.0, 0.0], [1.0, 1.0, 1.0], [0.0, 0.0, 1.0]])
    found = linear(matrix, np.array([3.0, 4.0, 1.0]), np.ones(3), searched((0, 5), (0, 5), (0, 5)))
    assert found.is_open.tolist() == [True, True, False]
    assert found.null == pytest.approx(np.array([[1.0, -1.0, 0.0]]), abs=1e-6)
    assert np.isnan(found.se[:2]).all()
    assert found.best.values[2] == pytest.approx(1)
    assert found.se[2] == pytest.approx(math.sqrt(2 / 3))
    assert found.best.values[:2].sum() == pytest.approx(3, rel=1e-4)
    assert found.degrees == 1
    assert found.condition == math.inf
    assert not found.others  # along the sum every place fits, which is no other answer


def test_each_sum_that_is_all_that_counts_is_a_direction_of_its_own() -> None:
    matrix = np.array([[1.0, 2.0, 0, 0], [0, 0, 1, -1], [1, 2, 1, -1], [2, 4, 0, 0]])
    found = covariance(matrix, np.ones(4, dtype=bool))
    directions = sorted((np.sign(row) * 1.0).tolist() for row in found[3])
    assert directions == [[0, 0, 1, 1], [1, -1, 0, 0]]
    assert found[2][2:] == pytest.approx([0, 0], abs=1e-12)


def test_one_that_changes_no_target_at_the_fit_is_open() -> None:
    found = covariance(np.array([[1.0, 0.0], [2.0, 0.0]]), np.ones(2, dtype=bool))
    assert found[0][0] == pytest.approx(1 / math.sqrt(5))
    assert np.isnan(found[0][1])
    assert found[3].tolist() == [[0.0, 1.0]]


def test_the_scale_of_an_unknown_changes_neither_condition_nor_correlation() -> None:
    one = covariance(MATRIX, np.ones(2, dtype=bool))
    other = covariance(MATRIX * np.array([1e6, 1e-3]), np.ones(2, dtype=bool))
    assert other[2] == pytest.approx(one[2])
    assert other[1] == pytest.approx(one[1])
    assert other[0] == pytest.approx(one[0] / np.array([1e6, 1e-3]))


def test_a_fit_on_a_bound_lies_on_it_and_the_others_are_fitted_there() -> None:
    free = linear(MATRIX, VALUE, SE, searched((-10, 10), (-10, 10)))
    bound = float(free.best.values[1]) - 0.5
    found = linear(MATRIX, VALUE, SE, searched((-10, 10), (-10, bound)))
    assert found.best.at.tolist() == [0, 1]
    assert found.best.values[1] == bound
    rest = VALUE - MATRIX[:, 1] * bound
    column = MATRIX[:, 0] / SE
    assert found.best.values[0] == pytest.approx(
        float(column @ (rest / SE)) / float(column @ column), rel=1e-5
    )
    assert found.se[0] == pytest.approx(1 / math.sqrt(float(column @ column)))
    assert np.isnan(found.se[1])
    assert found.degrees == 3


def test_another_answer_that_fits_as_well_is_found() -> None:
    search = searched((-3.0, 3.0))
    starts = np.array([[0.9], [0.1], [0.8]])
    found = fit(lambda x: np.column_stack([(x[:, 0] ** 2 - 4) / 0.1]), search, starts)
    answers = sorted([float(found.best.values[0]), *(float(o.values[0]) for o in found.others)])
    assert answers == pytest.approx([-2, 2], rel=1e-5)
    assert found.best.starts + sum(other.starts for other in found.others) == 3


def test_an_answer_that_fits_worse_by_more_than_chance_is_none() -> None:
    search = searched((-3.0, 3.0))
    starts = np.array([[0.9], [0.1]])

    def residuals(x: Floats) -> Floats:
        return np.column_stack([(x[:, 0] ** 2 - 4) / 0.1, (x[:, 0] - 2) / 0.5])

    found = fit(residuals, search, starts)
    assert found.best.values[0] == pytest.approx(2)
    assert found.best.starts == 1
    assert not found.others


def test_a_search_that_leaves_where_targets_have_a_value_is_given_up() -> None:
    def residuals(x: Floats) -> Floats:
        with np.errstate(all="ignore"):
            return (np.sqrt(x - 0.5) - 0.5) / 0.1

    search = searched((0.0, 1.0))
    found = fit(residuals, search, np.array([[0.9], [0.2]]))
    assert found.best.values[0] == pytest.approx(0.75, rel=1e-5)
    assert (found.best.starts, found.starts) == (1, 2)


def test_places_and_values_are_inverse_and_exact_at_the_bounds() -> None:
    search = searched((0.001, 0.9), (-5, 5), (2, 7))
    assert search.logarithmic.tolist() == [True, False, False]
    ways = np.linspace(0, 1, 7)[:, None] * np.ones(3)
    values = search.values(ways)
    assert search.places(values) == pytest.approx(ways)
    assert values[0].tolist() == [0.001, -5, 2]
    assert values[-1].tolist() == [0.9, 5, 7]
    step = 1e-6
    slope = (search.values(ways[3] + step) - search.values(ways[3] - step)) / (2 * step)
    assert search.slope(ways[3]) == pytest.approx(slope, rel=1e-6)


def test_a_value_has_six_digits_or_as_many_as_its_error_asks_for() -> None:
    assert rounded(0.123456789) == 0.123457
    assert rounded(0.123456789, 0.01) == 0.123457
    assert rounded(123456.789, 0.5) == 123456.789
    assert rounded(0.0, 1.0) == 0.0


def test_one_that_lies_on_a_bound_for_nothing_is_open_and_the_others_know_it() -> None:
    # a sum that is well known, and a third target that is nearly blind to how it is divided
    matrix = np.array([[1.0, 1.0], [1.0, 1.0], [1.0, -1.0]])
    found = linear(
        matrix, np.array([1.0, 1.0, 3.0]), np.array([0.01, 0.01, 5.0]), searched((0, 2), (0, 1))
    )
    assert found.best.at.tolist() == [0, -1]
    assert found.slack.tolist() == [False, True]
    assert found.is_open.tolist() == [False, True]
    assert found.reach[1] == 1
    assert found.se[0] == pytest.approx(2.5, rel=1e-3)  # and 0.007, were the other known
    assert abs(found.correlation[0, 1]) > 0.999
    assert found.degrees == 1


def test_a_fit_without_any_number_is_refused() -> None:
    def nothing(x: Floats) -> Floats:
        return np.full((len(x), 2), np.nan)

    search = searched((0.0, 1.0))
    with pytest.raises(NoFitError):
        fit(nothing, search, places(search))
