"""Two arms whose differences are normal, against closed forms; see README.md."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
import pytest

from ipscost.decision import Psa
from ipscost.decision.acceptability import Curves, curves, pairwise, plane

COST, COST_SD, EFFECT, EFFECT_SD = 4_000.0, 6_000.0, 0.08, 0.05
POINTS = 400
WTP = (0.0, 20_000.0, 50_000.0, 100_000.0, 400_000.0)
NORMAL = NormalDist()


def results(correlation: float) -> Psa:
    """Draws at the midpoints of equal shares of probability, in every combination."""
    z = np.array([NORMAL.inv_cdf((place + 0.5) / POINTS) for place in range(POINTS)])
    z /= z.std()
    first, second = (each.ravel() for each in np.meshgrid(z, z))
    mixed = correlation * first + math.sqrt(1 - correlation**2) * second
    usual = np.full(first.size, 50_000.0), np.full(first.size, 1.0)
    cost = np.stack([usual[0], usual[0] + COST + COST_SD * first])
    effect = np.stack([usual[1], usual[1] + EFFECT + EFFECT_SD * mixed])
    return Psa(("usual", "new"), "usual", cost, effect, cost.mean(axis=1), effect.mean(axis=1))


def benefit(wtp: float, correlation: float) -> tuple[float, float]:
    """Mean and standard deviation of the incremental net benefit."""
    joint = 2 * wtp * correlation * COST_SD * EFFECT_SD
    return wtp * EFFECT - COST, math.sqrt((wtp * EFFECT_SD) ** 2 + COST_SD**2 - joint)


def loss_integral(mean: float, sd: float) -> float:
    """The value of knowing the sign of a normal number before choosing it or 0."""
    z = abs(mean) / sd
    return sd * (NORMAL.pdf(z) - z * NORMAL.cdf(-z))


@pytest.fixture(scope="module", params=[0.0, 0.6, -0.6], ids=["apart", "rising", "falling"])
def found(request: pytest.FixtureRequest) -> tuple[float, Psa, Curves]:
    psa = results(request.param)
    return request.param, psa, curves(psa, WTP)


@pytest.mark.parametrize("place", range(len(WTP)))
def test_acceptability_is_a_normal_probability(
    found: tuple[float, Psa, Curves], place: int
) -> None:
    correlation, psa, shown = found
    mean, sd = benefit(WTP[place], correlation)
    assert shown.probability[1, place] == pytest.approx(NORMAL.cdf(mean / sd), abs=0.002)
    assert pairwise(psa, WTP[place])[1] == shown.probability[1, place]


@pytest.mark.parametrize("place", range(len(WTP)))
def test_the_value_of_perfect_information_is_the_unit_normal_loss_integral(
    found: tuple[float, Psa, Curves], place: int
) -> None:
    correlation, _, shown = found
    mean, sd = benefit(WTP[place], correlation)
    expected = loss_integral(mean, sd)
    assert shown.evpi[place] == pytest.approx(expected, abs=0.002 * sd)
    assert shown.loss[1, place] == pytest.approx(expected + max(0, -mean), abs=0.002 * sd)
    assert shown.loss[0, place] == pytest.approx(expected + max(0, mean), abs=0.002 * sd)


def test_the_frontier_changes_arm_at_the_icer(found: tuple[float, Psa, Curves]) -> None:
    _, psa, _ = found
    icer = COST / EFFECT
    assert curves(psa, (icer * 0.999, icer * 1.001)).best.tolist() == [0, 1]


def test_the_quadrants_are_products_of_normal_probabilities() -> None:
    dearer, better = NORMAL.cdf(COST / COST_SD), NORMAL.cdf(EFFECT / EFFECT_SD)
    expected = [dearer * better, (1 - dearer) * better]
    expected += [(1 - dearer) * (1 - better), dearer * (1 - better)]
    found = plane(results(0.0))[1]
    assert found[:4] == pytest.approx(expected, abs=0.002)
    assert not found[4:].any()  # no draw lies on an axis
