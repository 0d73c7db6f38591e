"""What is left when numbers cancel out is 0, and nothing else is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipscost.rounding import less, settled


def test_what_cancels_out_is_0() -> None:
    found = less(np.array([0.1 + 0.2, 1e12 + 1e-4, 5.0]), np.array([0.3, 1e12, 5.0]))
    assert found.tolist() == [0, 0, 0]
    assert not np.signbit(found).any()


@given(st.floats(1e-6, 1e12), st.floats(1e-9, 1))
def test_a_difference_that_is_more_than_rounding_is_kept(level: float, share: float) -> None:
    one = level * (1 + share)
    assert less(np.array([one]), np.array([level])) == one - level
    assert less(np.array([level]), np.array([one])) == level - one


@pytest.mark.parametrize(("value", "size", "kept"), [(1e-9, 1e4, False), (1e-6, 1e4, True)])
def test_a_sum_is_held_against_the_size_of_its_parts(value: float, size: float, kept: bool) -> None:
    assert settled(np.array([value]), size).any() == kept
