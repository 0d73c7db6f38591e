"""Numbers moved as a whole to another mean, alone and together with others."""

from __future__ import annotations

import builders
import numpy as np
import pytest

from ipscost.drawing import draws
from ipscost.scenario.nouns import Quantity, Scenario

COST = """
ward:
  kind: service
  payer: region
  price: {mean: 100, se: 30, dist: normal, unit: DKK_2024/day, source: study}
  use:
    unit: day/person
    source: study
    usual: {mean: 8, se: 1, dist: normal}
    ips: {difference: -3, se: 2}
none:
  kind: service
  payer: region
  unit: DKK_2024/person
  source: study
  usual: {mean: 0}
  ips: {mean: 4, se: 1}
"""
PRICE, USUAL, IPS = "cost.ward.price", "cost.ward.use.usual", "cost.ward.use.ips"
RHO = 0.5
TOGETHER = f"""
correlation:
  both: {{members: [{PRICE}, {IPS}], rho: {RHO}, assumption: it is a test}}
"""


def scenario(more: str = "") -> Scenario:
    return builders.load(builders.text(COST, more=more))


def number(path: str) -> Quantity:
    return next(q for q in scenario().quantities if q.path == path)


@pytest.mark.parametrize(
    ("path", "mean", "expected"),
    [
        (PRICE, 150.0, [75.0, 150.0, 225.0]),  # scaled by 1.5
        (IPS, -1.0, [52.0, 102.0, 152.0]),  # 2 more
        ("cost.none.usual", 7.0, [57.0, 107.0, 157.0]),  # a mean of 0 cannot be scaled
        ("cost.none.ips", 2.0, [25.0, 50.0, 75.0]),
    ],
)
def test_a_difference_and_a_mean_of_0_are_shifted_and_any_other_number_is_scaled(
    path: str, mean: float, expected: list[float]
) -> None:
    column = np.array([50.0, 100.0, 150.0])
    assert draws.moved(scenario(), number(path), column, mean) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("path", [PRICE, USUAL, IPS, "cost.none.ips"])
def test_the_mean_of_what_is_moved_is_the_value_and_its_own_mean_changes_nothing(path: str) -> None:
    found = scenario()
    column, quantity = draws.draw(found, 200, 1).columns[path], number(path)
    shape = quantity.mean + column - column.mean()
    assert draws.moved(found, quantity, shape, 3.5).mean() == pytest.approx(3.5)
    assert draws.moved(found, quantity, column, quantity.mean) == pytest.approx(column, rel=1e-12)


def test_a_held_number_of_a_correlation_moves_the_expected_product_as_its_draws_would() -> None:
    found = scenario(TOGETHER)
    covariance = RHO * 30 * 2
    differences, prices = np.array([-3.0, 0.0, 5.0]), np.array([100.0, 50.0, 250.0])
    shifted = draws.held(found, {IPS: differences}, 3).product(PRICE, IPS)
    assert shifted == pytest.approx(100 * differences + covariance, rel=1e-9)
    scaled = draws.held(found, {PRICE: prices}, 3).product(PRICE, IPS)
    assert scaled == pytest.approx(prices / 100 * (-300 + covariance), rel=1e-9)
    both = draws.held(found, {PRICE: prices, IPS: differences}, 3).product(PRICE, IPS)
    factor = prices / 100
    assert both == pytest.approx(factor * (covariance - 300) + (differences + 3) * prices, rel=1e-9)


def test_a_held_number_moves_the_mean_of_many_draws_by_as_much() -> None:
    found = scenario(TOGETHER)
    columns = draws.draw(found, 100_000, 1).columns
    moved = draws.moved(found, number(IPS), columns[IPS], 2.0) * columns[PRICE]
    expected = draws.held(found, {IPS: np.array([2.0])}, 1).product(PRICE, IPS)[0]
    assert abs(moved.mean() - expected) < 4 * moved.std() / np.sqrt(moved.size)
