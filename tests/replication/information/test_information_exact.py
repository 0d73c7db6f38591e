"""EVPI and EVPPI against closed forms; see README.md."""

from __future__ import annotations

import math
from collections.abc import Callable
from statistics import NormalDist

import numpy as np
import pytest

from ipscost.decision.information import Information, InformationValue

N = 10_000
M = -0.3
B = {"a": 0.6, "b": 0.5, "c": 0.3, "d": 0.1, "e": 0.0}
NORMAL = NormalDist()


def loss(mean: float, sd: float) -> float:
    """The expected value of max(0, a normal number)."""
    if sd == 0:
        return max(mean, 0.0)
    return sd * NORMAL.pdf(mean / sd) + mean * NORMAL.cdf(mean / sd)


def near(found: InformationValue, exact: float, evpi: float) -> None:
    assert not found.strays
    assert abs(found.value - exact) <= max(4 * found.se, 0.002 * evpi), (found, exact)
    assert abs(found.value - exact) <= 0.05 * evpi, (found, exact)


def normals(*shape: int, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal(shape)


def two_arms(gain: np.ndarray, drawn: dict[str, np.ndarray]) -> Information:
    return Information(np.stack([np.zeros(gain.size), gain]), drawn)


@pytest.fixture(scope="module")
def linear() -> Information:
    x = dict(zip(B, normals(len(B), N), strict=True))
    return two_arms(M + sum(B[name] * x[name] for name in B), x)


EVPI = loss(M, math.sqrt(sum(b * b for b in B.values())))


def test_perfect_information_of_a_linear_case(linear: Information) -> None:
    near(linear.perfect.worth, EVPI, EVPI)
    sd = math.sqrt(sum(b * b for b in B.values()))
    assert linear.perfect.best == 0
    assert linear.perfect.wrong == pytest.approx(NORMAL.cdf(M / sd), abs=0.02)


@pytest.mark.parametrize("name", B)
def test_each_quantity_of_a_linear_case(linear: Information, name: str) -> None:
    near(linear.single(name), loss(M, B[name]), EVPI)


@pytest.mark.parametrize("group", ["ab", "cde", "abcde"])
def test_groups_of_a_linear_case(linear: Information, group: str) -> None:
    near(linear.group(group), loss(M, math.sqrt(sum(B[n] ** 2 for n in group))), EVPI)


@pytest.mark.parametrize("group", ["a", "ce", "abc"])
def test_groups_of_correlated_quantities(group: str) -> None:
    rho, names = 0.6, list(B)
    matrix = np.full((5, 5), rho) + (1 - rho) * np.eye(5)
    x = np.linalg.cholesky(matrix) @ normals(5, N)
    b = np.array([B[name] for name in names])
    inside = np.array([name in group for name in names])
    slopes = np.linalg.solve(matrix[np.ix_(inside, inside)], matrix[inside] @ b)
    sd = math.sqrt(slopes @ matrix[np.ix_(inside, inside)] @ slopes)
    found = two_arms(M + b @ x, dict(zip(names, x, strict=True)))
    near(found.group(group), loss(M, sd), loss(M, math.sqrt(b @ matrix @ b)))


def test_three_arms_share_the_errors_of_one_regression() -> None:
    x, y, z = normals(3, N)
    s = 0.5
    found = Information(np.stack([M + s * x + y, np.zeros(N), M - s * x + z]), {"x": x, "y": y})
    assert found.perfect.best == 1
    near(found.single("x"), 2 * loss(M, s), found.perfect.worth.value)
    near(found.single("y"), loss(M, 1), found.perfect.worth.value)


def test_what_no_straight_line_finds() -> None:
    k, c = 0.8, 0.5
    x, y = normals(2, N)
    t = math.sqrt(1 + c / k)
    tail = NORMAL.cdf(-t)
    exact = 2 * k * (t * NORMAL.pdf(t) + tail) - 2 * (k + c) * tail
    found = two_arms(k * (x**2 - 1) - c + y, {"x": x})
    near(found.single("x"), exact, found.perfect.worth.value)
    slope = np.polyfit(x, k * (x**2 - 1) - c + y, 1)[0]
    assert loss(-c, abs(slope)) < 0.02 * exact


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_no_quantity_tells_alone(seed: int) -> None:
    x, y, z = normals(3, N, seed=seed)
    found = two_arms(x * y + 0.5 * z, {"x": x, "y": y})
    evpi = found.perfect.worth.value
    assert found.single("x").value < 0.05 * evpi  # above 0 by chance, as no arm is ahead
    assert found.single("y").value < 0.05 * evpi
    near(found.group(["x", "y"]), 1 / math.pi, evpi)


def test_the_stated_error_is_the_error() -> None:
    """Over many samples the mean of the stated errors is near the spread of the estimates."""
    for curve in (lambda x: M + 0.5 * x, lambda x: 0.8 * (x**2 - 1) - 0.5):
        found = []
        for seed in range(100):
            x, y = normals(2, 1_000, seed=seed)
            found.append(two_arms(curve(x) + y, {"x": x}).single("x"))
        spread = np.std([each.value for each in found], ddof=1)
        stated = np.mean([each.se for each in found])
        assert 0.7 < stated / spread < 1.4


def test_the_error_over_samples_is_small() -> None:
    """Bias within 0.5% and root mean square error within 2% of the EVPI, linear normal case."""
    b, noise, errors = 0.5, 1.0, []
    evpi = loss(M, math.hypot(b, noise))
    for seed in range(100):
        x, y = normals(2, N, seed=seed)
        errors.append(two_arms(M + b * x + noise * y, {"x": x}).single("x").value - loss(M, b))
    assert abs(np.mean(errors)) < 0.005 * evpi
    assert np.sqrt(np.mean(np.square(errors))) < 0.02 * evpi


def wave(u: np.ndarray, times: int) -> np.ndarray:
    """A net benefit that swings between -1,000 and 1,000, so many times."""
    return 1_000 * np.sin(2 * math.pi * times * u)


def stairs(u: np.ndarray) -> np.ndarray:
    """A net benefit that jumps between 1,000 and -1,000, six times each way."""
    return np.where(np.floor(12 * u) % 2 == 0, 1_000.0, -1_000.0)


@pytest.mark.parametrize("noise", [200.0, 1_000.0])
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("curve", "exact"),
    [(lambda u: wave(u, 6), 1_000 / math.pi), (stairs, 500.0), (lambda u: wave(u, 10), 318.3)],
    ids=["waves", "stairs", "more waves"],
)
def test_what_the_splines_cannot_follow_is_told(
    curve: Callable[[np.ndarray], np.ndarray], exact: float, seed: int, noise: float
) -> None:
    rng = np.random.default_rng(seed)
    u, other = rng.random((2, N))
    found = two_arms(curve(u) + noise * rng.standard_normal(N), {"u": u, "other": other})
    single, group = found.single("u"), found.group(["u", "other"])
    assert single.value + 4 * single.se < exact  # too low, and its standard error hides it
    assert single.strays
    assert group.strays
    assert not found.single("other").strays


@pytest.mark.parametrize("n", [300, 1_000, N])
@pytest.mark.parametrize(
    "curve",
    [
        lambda u: u - 0.6,
        lambda u: np.exp(2 * u) - 4,
        lambda u: np.maximum(u - 0.5, 0) * 4 - 0.6,
        lambda u: 0 * u - 0.1,
        lambda u: np.sin(2 * math.pi * u),
    ],
    ids=["a line", "a curve", "a bend", "nothing", "one wave"],
)
def test_what_the_splines_follow_raises_no_alarm(
    curve: Callable[[np.ndarray], np.ndarray], n: int
) -> None:
    for seed in range(10):
        rng = np.random.default_rng(seed)
        u, scale = rng.random((2, n))
        noises = (
            rng.standard_normal(n),
            0.2 * rng.standard_normal(n),
            3 * (u + scale) * rng.standard_normal(n),
            rng.lognormal(0, 1.5, n),
            -rng.lognormal(0, 1.5, n),
        )
        for noise in noises:
            assert not two_arms(curve(u) + noise - noise.mean(), {"u": u}).single("u").strays
