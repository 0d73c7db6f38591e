"""Amounts as sums of products, by arm, worked out by hand."""

from __future__ import annotations

import math

import model_builders as mb
import numpy as np
import pytest

import ipscost
from ipscost import Settings
from ipscost.engines.terms import Term, by_arm, change


def test_an_amount_without_factors_counts_once() -> None:
    numbers = mb.by_arm({"usual": 5.0, "ips": 7.0}, "x")
    assert by_arm(numbers, "usual") == {"usual": (Term(("x.usual",)),), "ips": (Term(("x.ips",)),)}


def test_a_difference_is_added_and_a_ratio_multiplies_and_both_times_the_factors() -> None:
    price = mb.number(3.0, "price")
    numbers = mb.by_arm({"usual": 5.0, "ips": ("difference", -1.0)}, "use")
    found = by_arm(numbers, "usual", price, times=2.0)
    assert found["ips"] == (Term(("use.usual", "price"), 2.0), Term(("use.ips", "price"), 2.0))
    numbers = mb.by_arm({"usual": 5.0, "ips": ("ratio", 0.5)}, "use")
    assert by_arm(numbers, "usual")["ips"] == (Term(("use.usual", "use.ips")),)


def test_a_change_leaves_out_what_both_have_and_takes_away_what_one_has_not() -> None:
    numbers = mb.by_arm({"usual": 5.0, "ips": ("difference", -1.0)}, "x")
    found = change(by_arm(numbers, "usual"), "usual")
    assert found == {"usual": (), "ips": (Term(("x.ips",)),)}
    numbers = mb.by_arm({"usual": 5.0, "ips": 3.0}, "x")
    found = change(by_arm(numbers, "usual"), "usual")
    assert found["ips"] == (Term(("x.ips",)), Term(("x.usual",), -1.0))


def spent(price: object, use: object, months: int = 4) -> np.ndarray:
    """What is spent in each month, (arm, month), on those in a state that nobody leaves."""
    path = "cost.visits.price"
    category = mb.category(
        "visits",
        months,
        mb.rule("in", ["a"], use),
        price=mb.number(price, path),  # type: ignore[arg-type]
    )
    model = mb.model([mb.state("a", "rest")], [], years=months / 12, counting="start")
    found = mb.scenario(model, [category], months=months)
    return ipscost.simulate(found, Settings(draws=0)).point.cost[:, 0, :, 0]


@pytest.mark.parametrize(
    ("price", "use", "expected"),
    [
        ([100.0, 200.0], [1.0, 2.0, 4.0], [100, 400, 800, 800]),
        ([100.0, 200.0, 300.0, 50.0], [2.0, 1.0], [200, 200, 300, 50]),
        ([10.0, 20.0], [3.0, 6.0], [30, 120, 120, 120]),
        ([10.0, 20.0, 40.0], 3.0, [30, 60, 120, 120]),
        ([0.0, 20.0, 40.0], [3.0, 6.0], [0, 120, 240, 240]),
    ],
)
def test_a_price_and_a_use_that_both_change_by_cycle_multiply_cycle_by_cycle(
    price: object, use: object, expected: list[float]
) -> None:
    assert spent(price, use)[0] == pytest.approx(expected, rel=1e-12)


def test_a_ratio_that_changes_by_cycle_multiplies_a_use_that_does() -> None:
    use = {"usual": [8.0, 4.0], "ips": ("ratio", [0.5, 1.0, 2.0])}
    usual, ips = spent(10.0, use)
    assert usual == pytest.approx([80, 40, 40, 40])
    assert ips == pytest.approx([40, 40, 80, 80])


def test_a_difference_that_changes_by_cycle_is_added_to_a_use_that_does() -> None:
    use = {"usual": [8.0, 4.0], "ips": ("difference", [-1.0, -2.0, 1.0])}
    assert spent([10.0, 20.0], use)[1] == pytest.approx([70, 40, 100, 100])
    assert math.isclose(spent([10.0, 20.0], use)[0].sum(), 80 + 3 * 80)
