"""Pooling, held against what metafor prints of the trials of a vaccine against tuberculosis."""

from __future__ import annotations

import math

import pytest

from ipscost.synthesis.effects import MEASURES, RISK_RATIO, from_counts
from ipscost.synthesis.pooling import NORMAL, PoolingError, leave_one_out, pool

BCG = (
    (4, 119, 11, 128),
    (6, 300, 29, 274),
    (3, 228, 11, 209),
    (62, 13536, 248, 12619),
    (33, 5036, 47, 5761),
    (180, 1361, 372, 1079),
    (8, 2537, 10, 619),
    (505, 87886, 499, 87892),
    (29, 7470, 45, 7232),
    (17, 1699, 65, 1600),
    (186, 50448, 141, 27197),
    (5, 2493, 3, 2338),
    (27, 16886, 29, 17825),
)
"""With and without tuberculosis, vaccinated and not: dat.colditz1994 of the R package metadat
(Colditz et al. 1994, doi 10.1001/jama.1994.03510330076038)."""
EFFECTS = [from_counts(RISK_RATIO, a, a + b, c, c + d) for a, b, c, d in BCG]
Y = [effect.scaled for effect in EFFECTS]
V = [(effect.se or 0) ** 2 for effect in EFFECTS]


def test_the_ordinary_method_is_what_metafor_prints_by_default() -> None:
    """metafor: rma(yi, vi, data=dat) and predict(res, transf=exp); tests of metafor for weights."""
    pooled = pool(Y, V, NORMAL)
    assert pooled.estimate == pytest.approx(-0.714532, abs=5e-7)
    assert pooled.se == pytest.approx(0.179782, abs=5e-7)
    assert pooled.tau2 == pytest.approx(0.313243, abs=5e-7)
    assert (pooled.low, pooled.high) == pytest.approx((-1.066898, -0.362167), abs=1e-6)
    reach = math.exp(pooled.prediction_low), math.exp(pooled.prediction_high)
    assert reach == pytest.approx((0.1546, 1.5490), abs=5e-5)
    assert pooled.weights[0] == pytest.approx(0.0505948, abs=1e-6)


def test_hartung_and_knapp_is_what_metafor_prints_for_knha() -> None:
    """metafor's README: rma(yi, vi, data=dat, test="knha") and predict(res, transf=exp)."""
    pooled = pool(Y, V)
    assert pooled.tau == pytest.approx(0.5597, abs=5e-5)
    assert 100 * pooled.i2 == pytest.approx(92.22, abs=5e-3)
    assert pooled.q == pytest.approx(152.2330, abs=5e-5)
    assert pooled.q_p < 0.0001
    assert pooled.se == pooled.hartung_knapp_se == pytest.approx(0.1808, abs=5e-5)
    assert (pooled.low, pooled.high) == pytest.approx((-1.1084, -0.3206), abs=5e-5)
    printed = (pooled.estimate, pooled.low, pooled.high, pooled.prediction_low)
    assert [*map(math.exp, printed)] == pytest.approx([0.49, 0.33, 0.73, 0.14], abs=5e-3)
    assert math.exp(pooled.prediction_high) == pytest.approx(1.76, abs=5e-3)


def test_without_the_first_trial_it_is_what_metafor_prints() -> None:
    """leave1out(res)[1] in metafor's tests (tests/testthat/test_misc_influence.r)."""
    without = leave_one_out(Y, V, NORMAL)
    assert len(without) == len(BCG)
    first = without[0]
    assert first.estimate == pytest.approx(-0.707083788, abs=1e-7)
    assert first.se == pytest.approx(0.189961025, abs=1e-7)
    assert (first.low, first.high) == pytest.approx((-1.079400555, -0.334767021), abs=1e-7)
    assert first.tau2 == pytest.approx(0.336156745, abs=1e-6)
    assert first.q == pytest.approx(151.582572747, abs=1e-8)
    assert 100 * first.i2 == pytest.approx(93.2259349, abs=1e-5)


def test_dersimonian_and_laird_is_what_metafor_prints() -> None:
    """rma(yi, vi, data=dat, method="DL") in metafor's tests, held there against Stata's metan."""
    assert pool(Y, V).tau2_dl == pytest.approx(0.3088, abs=5e-5)


@pytest.mark.parametrize(
    ("effects", "variances", "tau2", "i2"),
    [
        (
            (-0.581, 0.530, 0.771, 1.031, 0.553, 0.295, 0.078, 0.573, -0.176, -0.232),
            (0.023, 0.052, 0.060, 0.115, 0.095, 0.203, 0.200, 0.211, 0.051, 0.040),
            0.2232,
            76.8399,
        ),
    ],
)
def test_the_variance_is_the_published_one(
    effects: tuple[float, ...], variances: tuple[float, ...], tau2: float, i2: float
) -> None:
    """Viechtbauer 2005, doi 10.3102/10769986030003261, page 271, as metafor's tests quote it."""
    pooled = pool(effects, variances)
    assert pooled.tau2 == pytest.approx(tau2, abs=5e-5)
    assert 100 * pooled.i2 == pytest.approx(i2, abs=2e-3)


def test_studies_that_agree_leave_no_variance_and_no_interval_of_width_zero() -> None:
    """Hartung and Knapp's standard error alone would be 0."""
    pooled = pool([0.3] * 4, [0.04] * 4)
    assert (pooled.tau2, pooled.i2) == (0, 0)
    assert pooled.hartung_knapp_se == pytest.approx(0, abs=1e-9)
    assert pooled.se == pytest.approx(0.1)
    assert (pooled.prediction_low, pooled.prediction_high) == (pooled.low, pooled.high)


def test_two_studies_know_little_of_a_new_place() -> None:
    """The quantile of t with one degree of freedom is 12.7."""
    pooled = pool([0.1, 0.3], [0.01, 0.01])
    assert pooled.high - pooled.estimate == pytest.approx(12.706 * pooled.se, rel=1e-4)


@pytest.mark.parametrize(
    ("effects", "variances"),
    [
        ([], []),
        ([0.1], [0.2]),
        ([0.1, 0.2], [0.2]),
        ([0.1, 0.2], [0.2, 0.0]),
        ([0.1, 0.2], [0.2, -0.1]),
        ([0.1, math.nan], [0.2, 0.1]),
        ([0.1, 0.2], [0.2, math.inf]),
    ],
)
def test_what_cannot_be_pooled_is_refused(effects: list[float], variances: list[float]) -> None:
    with pytest.raises(PoolingError):
        pool(effects, variances)


def test_of_two_studies_none_can_be_left_out() -> None:
    with pytest.raises(PoolingError):
        leave_one_out([0.1, 0.2], [0.1, 0.1])


def test_every_measure_can_be_pooled() -> None:
    for measure in MEASURES:
        found = [from_counts(measure, a, a + b, c, c + d) for a, b, c, d in BCG]
        pooled = pool([each.scaled for each in found], [(each.se or 0) ** 2 for each in found])
        assert pooled.low < pooled.estimate < pooled.high
