"""Present-value factors, multiplied up year by year."""

from __future__ import annotations

import numpy as np
import pytest

from ipscost.engines.frame import discount_factors
from ipscost.scenario.nouns import Discount


def by_year(rates: list[float], until: float) -> float:
    """The factor at `until`: each year that has passed, or part of one, at its own rate."""
    factor = 1.0
    for year, rate in enumerate(rates):
        passed = min(max(until - year, 0.0), 1.0)
        factor *= (1 + rate) ** -passed
    return factor


@pytest.mark.parametrize("until", [0.0, 0.25, 1.0, 1.75, 2.0, 3.5, 5.0])
def test_each_year_that_has_passed_is_discounted_at_its_own_rate(until: float) -> None:
    discount = Discount(0.04, 0.015, None, ((2.0, 0.03), (4.0, 0.02)), ((1.0, 0.0),))
    times = np.array([until])
    cost, outcome = (discount_factors(discount, what, times) for what in ("cost", "outcome"))
    assert cost == pytest.approx([by_year([0.04, 0.04, 0.03, 0.03, 0.02], until)], rel=1e-12)
    assert outcome == pytest.approx([by_year([0.015, 0, 0, 0, 0], until)], rel=1e-12)
