"""The evaluation of Ben et al. 2023, from their data; see README.md."""

from __future__ import annotations

from functools import partial

import ben2023
import numpy as np
import pytest

from ipscost.drawing.streams import generator
from ipscost.individual.imputation import imputed
from ipscost.individual.regression import sur
from ipscost.individual.rubin import enough, pooled

DATA = ben2023.persons()
WHOLE = ben2023.whole(DATA)
ENDPOINTS = ben2023.endpoints(DATA)


def test_complete_cases_are_those_of_systemfit() -> None:
    found = sur(WHOLE.values, WHOLE, ENDPOINTS)
    assert WHOLE.persons == 170
    assert found.names == ("cost", "qaly")
    assert found.effect[:, 0] == pytest.approx([1267.581607, 0.06601939286], rel=1e-9)
    spread = found.effect_covariance
    assert np.sqrt(spread.diagonal()) == pytest.approx([576.180818, 0.0122902369], rel=1e-8)
    assert spread[0, 1] == pytest.approx(-4.9749246626, rel=1e-9)
    assert list(found.freedom) == [165, 165]


def test_one_equation_is_least_squares() -> None:
    found = sur(WHOLE.values, WHOLE, ENDPOINTS[:1])
    assert found.effect[0, 0] == pytest.approx(1273.787347, rel=1e-9)
    assert np.sqrt(found.effect_covariance[0, 0]) == pytest.approx(576.2494127, rel=1e-9)


def test_a_hundred_imputations_come_to_what_mice_gives() -> None:
    """Within three standard errors of the difference between two Monte Carlo means."""
    values = imputed(DATA, range(100), partial(generator, 1))
    found = sur(values, DATA, ENDPOINTS)
    numbers = pooled(found.effect[..., 0], found.effect_covariance, found.freedom)
    off = (numbers.estimate - [1200.547, 0.06679794]) / np.hypot(
        numbers.monte_carlo, [12.046, 0.000241]
    )
    assert (np.abs(off) < 3).all(), off
    assert numbers.se == pytest.approx([533.0435, 0.01141263], rel=0.02)
    assert numbers.due_to_missing == pytest.approx([0.0516, 0.0451], abs=0.02)


def test_as_many_imputations_as_leave_little_to_chance() -> None:
    def fit(numbers: range) -> tuple[np.ndarray, np.ndarray]:
        values = imputed(DATA, numbers, partial(generator, 1), cycles=2)
        found = sur(values, DATA, ENDPOINTS)
        return found.effect[..., 0], found.effect_covariance

    found = enough(fit, freedom=195.0, share=0.07, first=6)
    assert found.reached
    assert 6 < found.pooled.imputations < 40
    assert (found.pooled.monte_carlo <= 0.07 * found.pooled.se).all()
    together = fit(range(found.pooled.imputations))  # added step by step or made at once
    np.testing.assert_array_equal(together[0], found.estimates)
    few = enough(fit, freedom=195.0, share=0.01, first=2, most=3)
    assert not few.reached
    assert few.pooled.imputations == 3


@pytest.mark.slow
def test_many_imputations_come_to_what_mice_gives() -> None:
    values = imputed(DATA, range(2_000), partial(generator, 2026))
    found = sur(values, DATA, ENDPOINTS)
    numbers = pooled(found.effect[..., 0], found.effect_covariance, found.freedom)
    assert numbers.estimate[0] == pytest.approx(1200.5, abs=12)
    assert numbers.estimate[1] == pytest.approx(0.06679794, abs=3 * 0.000241)
    assert numbers.monte_carlo[0] < 3
