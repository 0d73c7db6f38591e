"""Weights where arms were not drawn by lot: exact balance, and what cannot be balanced."""

from __future__ import annotations

import math

import ben2023
import numpy as np
import pytest

from ipscost.individual.logistic import logistic
from ipscost.individual.weighting import (
    ENTROPY,
    OVERLAP,
    balance,
    e_value,
    e_value_of_difference,
    effective,
    weighed,
)

DATA = ben2023.whole(ben2023.persons())
TREATED = DATA.treated[:, 0]
COLUMNS = [DATA.columns.index(name) for name in ("age", "sex", "C", "E")]
SAMPLES = np.random.Generator(np.random.PCG64(1)).multinomial(170, np.full(170, 1 / 170), size=9)


@pytest.mark.parametrize("kind", [OVERLAP, ENTROPY])
def test_weighted_means_are_equal_in_both_arms(kind: str) -> None:
    found = weighed(kind, DATA.values, TREATED, COLUMNS)
    assert not found.impossible
    assert (found.weights >= 0).all()
    before = balance(DATA.values, TREATED)[COLUMNS]
    after = balance(DATA.values, TREATED, found.weights)[COLUMNS]
    assert np.abs(before).max() > 0.2
    assert np.abs(after).max() < 1e-9
    many = weighed(kind, DATA.values, TREATED, COLUMNS, SAMPLES.astype(float))
    of_samples = balance(DATA.values, TREATED, many.weights * SAMPLES)[:, COLUMNS]
    assert np.abs(of_samples).max() < 1e-9
    persons = np.repeat(np.arange(170), SAMPLES[3])
    alone = weighed(kind, DATA.values[persons], TREATED[persons], COLUMNS)
    np.testing.assert_allclose(many.weights[3][persons], alone.weights, rtol=1e-7)


def test_entropy_weights_are_those_of_who_was_in_the_other_arm() -> None:
    """The other arm counts as it is; log weights of the reference are linear in the columns."""
    found = weighed(ENTROPY, DATA.values, TREATED, COLUMNS)
    reference = TREATED == 0
    assert (found.weights[~reference] == 1).all()
    assert found.weights[reference].sum() == pytest.approx(TREATED.sum(), rel=1e-12)
    design = np.column_stack([np.ones(170), DATA.values[:, COLUMNS]])[reference]
    logs = np.log(found.weights[reference])
    fit = np.linalg.lstsq(design, logs, rcond=None)[0]
    np.testing.assert_allclose(design @ fit, logs, atol=1e-9)


def test_overlap_weights_are_the_chance_of_the_other_arm_by_statsmodels() -> None:
    from statsmodels.genmod.families import Binomial
    from statsmodels.genmod.generalized_linear_model import GLM

    design = np.column_stack([np.ones(170), DATA.values[:, COLUMNS]])
    fit = GLM(TREATED, design, family=Binomial()).fit()
    found = weighed(OVERLAP, DATA.values, TREATED, COLUMNS)
    assert found.chance is not None
    np.testing.assert_allclose(found.chance, fit.fittedvalues, rtol=1e-8)
    np.testing.assert_allclose(found.weights, np.where(TREATED > 0, 1 - found.chance, found.chance))
    own = logistic(design.T, TREATED)
    np.testing.assert_allclose(own.coefficients, fit.params, rtol=1e-7)
    np.testing.assert_allclose(own.covariance, fit.cov_params(), rtol=1e-6)


@pytest.mark.parametrize("kind", [OVERLAP, ENTROPY])
def test_arms_that_are_told_apart_for_certain_have_no_weights(kind: str) -> None:
    """Nobody of the one arm is as old as anybody of the other."""
    apart = DATA.values.copy()
    apart[:, COLUMNS[0]] += 100 * TREATED
    with pytest.raises(ValueError, match="arm without persons"):
        weighed(kind, DATA.values, np.zeros(170), COLUMNS)
    both = weighed(kind, np.stack([DATA.values, apart]), TREATED, COLUMNS)
    assert list(both.impossible) == [False, True]


def test_effective_numbers_are_kishs() -> None:
    arm = np.array([0, 0, 0, 1, 1])
    assert effective(np.ones(5), arm, 2) == pytest.approx([3, 2])
    assert effective(np.array([1.0, 1, 2, 5, 0]), arm, 2) == pytest.approx([16 / 6, 1])


def test_the_e_value_of_print() -> None:
    """VanderWeele and Ding 2017: a risk ratio of 3.9 (1.8 to 8.7) has 7.26, its interval 3.0."""
    assert e_value(3.9) == pytest.approx(7.26, abs=0.005)
    assert e_value(1.8) == pytest.approx(3.0, abs=0.005)
    assert e_value(1 / 3.9) == pytest.approx(e_value(3.9))
    assert e_value(1) == 1
    ratio = math.exp(0.91 * 0.5)
    high, low = e_value_of_difference(-1_000, -1_800, -200, 2_000)
    assert high == pytest.approx(ratio + math.sqrt(ratio * (ratio - 1)))
    assert 1 < low < high
    assert e_value_of_difference(100, -20, 220, 2_000)[1] == 1
    with pytest.raises(ValueError, match="no ratio"):
        e_value(0)
