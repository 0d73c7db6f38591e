"""Percentiles of many draws are those of sorted draws, to the last bit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipscost.analysis import percentiles
from ipscost.analysis.percentiles import ends, percentile, ranked, tails


def sorted_ends(values: np.ndarray, level: float) -> tuple[float, float]:
    """The ends of the interval by brute force."""
    low, high = (percentile(np.sort(values), share) for share in tails(level))
    return low, high


@pytest.mark.parametrize("level", [0.01, 0.5, 0.95, 0.999])
@pytest.mark.parametrize("kind", ["normal", "few values", "rising", "falling", "periodic"])
def test_the_ends_of_many_draws_are_those_of_sorted_draws(kind: str, level: float) -> None:
    n = 60_000
    values = np.random.default_rng(1).normal(0, 100, n)
    if kind == "few values":
        values = np.round(values / 100)
    elif kind in ("rising", "falling"):
        values = np.sort(values)[:: 1 if kind == "rising" else -1]
    elif kind == "periodic":  # the few draws that tell where tails end are the lowest of all
        values[:: n // percentiles.FEW] -= 1e6
    assert n >= percentiles.MANY
    assert ends(values, level) == sorted_ends(values, level)


@given(st.lists(st.integers(-3, 3) | st.floats(-9, 9), min_size=30, max_size=90), st.data())
def test_a_rank_is_that_of_sorted_draws_wherever_it_is(
    values: list[float], data: st.DataObject
) -> None:
    ranks = data.draw(st.lists(st.integers(0, len(values) - 1), max_size=5))
    draws = np.array(values, dtype=float)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(percentiles, "MANY", 20)
        patch.setattr(percentiles, "FEW", 10)
        found = ranked(draws, ranks)
    assert found == [float(np.sort(draws)[rank]) for rank in ranks]


def test_only_the_tails_of_many_draws_are_sorted(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = list[int]()
    sort = np.sort

    def counted(values: np.ndarray) -> np.ndarray:
        sizes.append(values.size)
        return sort(values)

    values = np.random.default_rng(1).normal(0, 100, 100_000)
    monkeypatch.setattr(np, "sort", counted)
    ends(values, 0.95)
    assert max(sizes) < values.size / 10
