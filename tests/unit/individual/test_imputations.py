"""What is missing, many times over, and as one answer."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from ipscost.drawing.streams import generator
from ipscost.individual.data import Endpoint, IndividualData
from ipscost.individual.imputation import imputed, matched, shifted
from ipscost.individual.rubin import pooled, student

RANDOM = partial(generator, 7)


def people(persons: int = 120) -> IndividualData:
    """Two arms of unlike costs; age says much of the cost, and a column is 0 or 1."""
    random = np.random.Generator(np.random.PCG64(2))
    arm = np.arange(persons) % 2
    age = random.uniform(20, 60, persons)
    cost = 100 * age + 10_000 * arm + random.normal(0, 50, persons)
    job = (random.random(persons) < 0.4).astype(float)
    values = np.column_stack([age, cost, job, np.full(persons, 3.0), 2 * age])
    values[random.random((persons, 5)) < [0, 0.3, 0.3, 0, 0]] = np.nan
    return IndividualData(("age", "cost", "job", "same", "twice"), values, arm, ("a", "b"), 0)


DATA = people()
MANY = imputed(DATA, range(12), RANDOM)


def test_what_was_measured_stays_and_what_is_given_was_measured_in_the_same_arm() -> None:
    assert not np.isnan(MANY).any()
    seen = ~DATA.missing
    for values in MANY:
        np.testing.assert_array_equal(values[seen], DATA.values[seen])
    for arm in range(2):
        people = DATA.arm == arm
        for column in range(5):
            measured = DATA.values[people, column]
            assert np.isin(MANY[:, people, column], measured[~np.isnan(measured)]).all()


def test_an_imputation_is_the_same_in_any_company() -> None:
    np.testing.assert_array_equal(imputed(DATA, range(5, 9), RANDOM), MANY[5:9])
    assert (MANY[0] != MANY[1]).any()
    with_one = np.flatnonzero(DATA.missing.any(axis=1))
    assert (imputed(DATA, range(1), partial(generator, 8))[0][with_one] != MANY[0][with_one]).any()


def test_predictions_matter_and_are_made_by_arm() -> None:
    """Costs are 100 a year of age: a donor five places away is rarely over three years off."""
    holes = DATA.missing[:, 1]
    told = 100 * DATA.values[:, 0] + 10_000 * DATA.arm
    off = np.abs(MANY[:, holes, 1] - told[holes])
    assert np.median(off) < 300


def test_nothing_missing_is_nothing_imputed_and_all_missing_is_refused() -> None:
    whole = IndividualData(DATA.columns, MANY[0], DATA.arm, DATA.arms, 0)
    np.testing.assert_array_equal(imputed(whole, range(3), RANDOM), [MANY[0]] * 3)
    values = DATA.values.copy()
    values[DATA.arm == 1, 2] = np.nan
    with pytest.raises(ValueError, match="nothing measured"):
        imputed(IndividualData(DATA.columns, values, DATA.arm, DATA.arms, 0), range(1), RANDOM)


def test_the_nearest_give_and_equals_have_the_same_chance() -> None:
    random = np.random.Generator(np.random.PCG64(4))
    told = random.normal(size=(3, 40))
    told[:, 30:] = np.inf  # they were not measured
    wanted = random.normal(size=(3, 500)) * 2
    given = matched(told, wanted, random.random((3, 2, 500)), 5)
    for own, asked, who in zip(told, wanted, given, strict=True):
        rank = np.argsort(np.abs(own - asked[:, None]), axis=1)[:, :5]
        assert (rank == who[:, None]).any(axis=1).all()
        assert set(np.argmax(rank == who[:, None], axis=1)) == {0, 1, 2, 3, 4}
    alike = matched(np.zeros((1, 50)), np.zeros((1, 20_000)), random.random((1, 2, 20_000)), 5)
    share = np.bincount(alike[0], minlength=50) / 20_000
    assert share[4:-4].min() > 0.01
    few = matched(
        np.array([[1.0, 2.0, np.inf]]), np.full((1, 99), 1.4), random.random((1, 2, 99)), 5
    )
    assert set(few[0]) == {0, 1}


def test_what_was_imputed_may_be_other_than_it_looks() -> None:
    holes = DATA.missing
    more = shifted(MANY, DATA, 1, by=500.0, factor=1.1, arm=1)
    there = holes[:, 1] & (DATA.arm == 1)
    np.testing.assert_allclose(more[:, there, 1], MANY[:, there, 1] * 1.1 + 500)
    np.testing.assert_array_equal(np.delete(more, 1, axis=2), np.delete(MANY, 1, axis=2))
    np.testing.assert_array_equal(more[:, ~there, 1], MANY[:, ~there, 1])
    both = Endpoint("both", np.array([0, 1.0, 2.0, 0, 0]))
    off = both.of(shifted(MANY, DATA, both, by=30.0)) - both.of(MANY)
    np.testing.assert_allclose(
        off, np.where(holes[:, 1] | holes[:, 2], 30.0, 0.0) + 0 * off, atol=1e-9
    )


def test_rubins_rules_by_hand() -> None:
    """Three imputations of 10, 12 and 14 with variances 4: B = 4, T = 4 + 4/3 x 4."""
    found = pooled(np.array([[10.0], [12.0], [14.0]]), np.full((3, 1, 1), 4.0), 50.0)
    assert found.estimate[0] == 12
    assert found.total[0, 0] == pytest.approx(4 + 16 / 3)
    assert found.monte_carlo[0] == pytest.approx(np.sqrt(4 / 3))
    share = (16 / 3) / (4 + 16 / 3)
    assert found.due_to_missing[0] == pytest.approx(share)
    old, now = 2 / share**2, 51 / 53 * 50 * (1 - share)
    assert found.freedom[0] == pytest.approx(1 / (1 / old + 1 / now))
    ratio, more = share / (1 - share), 2 / (found.freedom[0] + 3)
    assert found.fraction_missing[0] == pytest.approx((ratio + more) / (ratio + 1))
    low, high = found.interval(0.95)
    assert (high - low)[0] == pytest.approx(2 * student(0.95, found.freedom[0]) * found.se[0])


def test_nothing_differs_between_imputations_where_nothing_is_missing() -> None:
    estimates, covariances = np.full((4, 2), 0.1), np.full((4, 2, 2), [[1.0, 0.3], [0.3, 2.0]])
    found = pooled(estimates, covariances, np.array([10.0, np.inf]))
    assert list(found.freedom) == [10, np.inf]
    assert list(found.monte_carlo) == list(found.fraction_missing) == [0, 0]
    assert found.interval()[1][0] == pytest.approx(0.1 + 2.2281388520, rel=1e-9)
    assert found.interval()[1][1] == pytest.approx(0.1 + 1.9599639845 * np.sqrt(2), rel=1e-9)
    total = found.of(np.array([[1.0, 1.0]]))
    assert total.estimate[0] == pytest.approx(0.2)
    assert total.total[0, 0] == pytest.approx(3.6)
    assert pooled(estimates[:1], covariances[:1]).se[0] == 1
