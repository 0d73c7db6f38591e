"""What every distribution keeps, whatever its family: a new one is tested by being registered."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np
import pytest

from ipscost.scenario.distributions import DISTRIBUTIONS, WAYS, Distribution, ways, z_of_level
from ipscost.words import LANGUAGES, say

# value and standard error that every family can have
MOMENTS = [(0.4, 0.05), (0.15, 0.02), (0.5, 0.1)]
GRID = (np.arange(400_000) + 0.5) / 400_000


def stated(name: str) -> list[tuple[str, Distribution]]:
    """One distribution of the family for each way that it can be stated."""
    kind: Any = DISTRIBUTIONS[name]
    arguments: dict[str, tuple[float, ...]] = {
        "se": (0.4, 0.05),
        "interval": (0.4, 0.3, 0.5, 0.95),
        "p": (0.4, 0.01),
        "n": (40, 100),
    }
    return [(way, getattr(kind, WAYS[way])(*arguments[way])) for way in ways(name)]


EVERY = [
    pytest.param(made, id=f"{name} by {way}")
    for name in DISTRIBUTIONS
    for way, made in stated(name)
]


@pytest.mark.parametrize("name", DISTRIBUTIONS)
@pytest.mark.parametrize(("value", "se"), MOMENTS)
def test_a_standard_error_gives_that_mean_and_standard_deviation(
    name: str, value: float, se: float
) -> None:
    made = DISTRIBUTIONS[name].from_se(value, se)
    assert made.mean == pytest.approx(value, rel=1e-9)
    assert made.sd == pytest.approx(se, rel=1e-9)


@pytest.mark.parametrize("made", EVERY)
def test_the_stated_mean_and_standard_deviation_are_those_of_the_values(
    made: Distribution,
) -> None:
    values = made.ppf(GRID)
    assert values.mean() == pytest.approx(made.mean, rel=1e-4)
    assert values.std() == pytest.approx(made.sd, rel=5e-3)


@pytest.mark.parametrize("made", EVERY)
def test_the_inverse_cdf_rises_and_is_finite(made: Distribution) -> None:
    edge = np.array([2.0**-54, 1e-9, 1e-3, 0.3, 0.5, 0.7, 0.999, 1 - 2.0**-53])
    values = made.ppf(edge)
    assert np.isfinite(values).all()
    assert (np.diff(values) > 0).all()


@pytest.mark.parametrize("made", EVERY)
def test_there_is_one_value_for_each_probability(made: Distribution) -> None:
    assert made.ppf(np.array([0.5])).shape == (1,)
    assert made.ppf(np.array([])).shape == (0,)


@pytest.mark.parametrize("name", ["normal", "uniform"])
@pytest.mark.parametrize("level", [0.5, 0.9, 0.95, 0.99])
def test_a_symmetric_interval_is_kept_to_the_digit(name: str, level: float) -> None:
    made = DISTRIBUTIONS[name].from_interval(10, 7, 13, level)
    tail = (1 - level) / 2
    assert made.ppf(np.array([tail, 0.5, 1 - tail])) == pytest.approx([7, 10, 13], rel=1e-9)


@pytest.mark.parametrize("level", [0.5, 0.9, 0.95, 0.99])
def test_a_lognormal_keeps_the_limits_around_their_geometric_middle(level: float) -> None:
    made = DISTRIBUTIONS["lognormal"].from_interval(2, 1, 4, level)
    tail = (1 - level) / 2
    assert made.ppf(np.array([tail, 0.5, 1 - tail])) == pytest.approx([1, 2, 4], rel=1e-9)


@pytest.mark.parametrize("name", ["gamma", "beta"])
def test_a_skewed_interval_is_kept_roughly(name: str) -> None:
    made = DISTRIBUTIONS[name].from_interval(0.4, 0.3, 0.5, 0.95)
    assert made.mean == pytest.approx(0.4)
    assert made.sd == pytest.approx(0.1 / z_of_level(0.95))
    assert made.ppf(np.array([0.025, 0.975])) == pytest.approx([0.3, 0.5], abs=0.01)


@pytest.mark.parametrize("name", DISTRIBUTIONS)
def test_the_ways_of_a_distribution_are_those_it_has(name: str) -> None:
    kind = DISTRIBUTIONS[name]
    assert set(ways(name)) == {way for way, method in WAYS.items() if method in dir(kind)}
    assert {"se", "interval"} <= set(ways(name))


@pytest.mark.parametrize("name", DISTRIBUTIONS)
def test_a_distribution_is_registered_under_its_own_name_and_has_words(name: str) -> None:
    made = DISTRIBUTIONS[name].from_se(0.4, 0.05)
    assert made.name == name
    words = [say(f"dist_{name}", language, **asdict(made)) for language in LANGUAGES]
    for text in words:
        assert text.endswith(")")
        assert all(str(value) in text for value in asdict(made).values())
