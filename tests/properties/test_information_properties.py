"""What holds for the value of information of anything: bounds, and more is never worth less."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ipscost.decision.information import Information

NAMES = "abcd"
MODELS = st.tuples(
    st.integers(0, 10_000),  # seed
    st.integers(2, 4),  # arms
    st.integers(100, 300),  # draws
    st.sampled_from(["normal", "counts", "few", "skewed"]),
    st.floats(0, 2),  # noise
)


def model(seed: int, arms: int, n: int, kind: str, noise: float) -> tuple[np.ndarray, dict]:
    """Net benefits that depend on four quantities by lines, curves and products, and noise."""
    rng = np.random.default_rng(seed)
    z = rng.standard_normal((4, n))
    z[1] += z[0]  # correlated
    if kind == "counts":
        z = np.round(z * 5)
    elif kind == "few":
        z = (z > 0).astype(float)
    elif kind == "skewed":
        z = np.exp(2 * z)
    slopes = rng.standard_normal((arms, 4))
    bends = rng.standard_normal((arms, 1))
    benefit = slopes @ z + bends * z[0] * z[2] + noise * rng.standard_normal((arms, n))
    return benefit, dict(zip(NAMES, z, strict=True))


@settings(max_examples=40)
@given(MODELS)
def test_worth_is_within_nothing_and_everything(drawn: tuple) -> None:
    benefit, quantities = model(*drawn)
    found = Information(benefit, quantities)
    evpi = found.perfect.worth.value
    for name in NAMES:
        assert 0 <= found.single(name).value <= evpi
        assert found.single(name).se >= 0
    assert 0 <= found.group("abcd").value <= evpi


@settings(max_examples=15)
@given(MODELS, st.permutations(NAMES))
def test_more_is_never_worth_less_even_when_asked_apart(drawn: tuple, order: list[str]) -> None:
    benefit, quantities = model(*drawn)
    last = 0.0
    for size in range(1, 5):
        worth = Information(benefit, quantities).group(order[:size]).value
        assert worth >= last
        last = worth
