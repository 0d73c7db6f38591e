"""What other methods say of the same persons, against statsmodels and by hand."""

from __future__ import annotations

from dataclasses import replace

import ben2023
import numpy as np
import pytest

from ipscost.individual.beside import gamma, two_part, unadjusted
from ipscost.individual.data import Endpoint, IndividualData
from ipscost.individual.rubin import pooled

ALL = ben2023.persons()
DATA = ben2023.whole(ALL)
COST, QALY = ben2023.endpoints(DATA)
DESIGN = np.column_stack([np.ones(170), DATA.treated, DATA.values[:, list(COST.adjust)]])


def recycled(fit: object) -> tuple[float, np.ndarray]:
    """The difference of mean predictions with and without the new arm, and its slope."""
    both = []
    for arm in (1.0, 0.0):
        as_if = DESIGN.copy()
        as_if[:, 1] = arm
        told = fit.predict(as_if)  # type: ignore[attr-defined]
        both.append((told, as_if))
    (one, with_one), (none, with_none) = both
    slope = (one[:, None] * with_one - none[:, None] * with_none).mean(axis=0)
    return float(one.mean() - none.mean()), slope


def test_arms_as_they_are_by_welch() -> None:
    found = unadjusted(DATA.values, DATA, COST)
    assert found.effect[0] == pytest.approx(1199.657, abs=5e-4)
    assert found.effect[0] / np.sqrt(found.covariance[0, 0]) == pytest.approx(2.1898, abs=5e-5)
    assert found.freedom[0] == pytest.approx(162.1, abs=0.05)
    assert unadjusted(DATA.values, DATA, QALY).effect[0] == pytest.approx(0.08080442, abs=5e-9)


def test_who_lacks_what_is_asked_of_is_left_out() -> None:
    number = np.arange(200)
    whole = replace(ALL, site=number, followed=number * 1.0, complete=number > 3)
    some = whole.some(~np.isnan(COST.of(ALL.values)))
    assert some.persons == 200 - 21  # as many lack a cost
    np.testing.assert_array_equal(some.site, np.arange(200 - 21))  # counted from 0 again
    as_it_is = unadjusted(ALL.values, ALL, COST)
    np.testing.assert_allclose(as_it_is.effect, unadjusted(some.values, some, COST).effect)


def test_three_arms_share_their_reference() -> None:
    values = np.array([1.0, 3, 10, 14, 5, 5.5])[:, None]
    data = IndividualData(("c",), values, np.array([0, 0, 1, 1, 2, 2]), ("a", "b", "c"), 1)
    found = unadjusted(values, data, Endpoint("c", np.ones(1)))
    assert found.effect == pytest.approx([-10, -6.75])
    np.testing.assert_allclose(found.covariance, [[5, 4], [4, 4.0625]])


def test_a_gamma_regression_is_that_of_statsmodels() -> None:
    from statsmodels.genmod.families import Gamma
    from statsmodels.genmod.families.links import Log
    from statsmodels.genmod.generalized_linear_model import GLM

    fit = GLM(COST.of(DATA.values), DESIGN, family=Gamma(Log())).fit(scale="X2")
    assert (fit.params[1], fit.bse[1]) == pytest.approx((0.2523682, 0.1108383), abs=1e-6)
    effect, slope = recycled(fit)
    found = gamma(DATA.values, DATA, COST)
    assert found.found
    assert found.effect[0] == pytest.approx(effect, rel=1e-7)
    assert found.covariance[0, 0] == pytest.approx(slope @ fit.cov_params() @ slope, rel=1e-6)
    assert found.freedom[0] == 165
    many = gamma(np.stack([DATA.values, DATA.values]), DATA, COST)
    np.testing.assert_array_equal(many.effect, [found.effect] * 2)
    assert pooled(many.effect, many.covariance, found.freedom).se[0] ** 2 == found.covariance[0, 0]


def test_two_parts_are_those_of_statsmodels() -> None:
    from statsmodels.genmod.families import Binomial, Gamma
    from statsmodels.genmod.families.links import Log
    from statsmodels.genmod.generalized_linear_model import GLM

    values = np.zeros((170, len(DATA.columns)))
    values[:, list(COST.adjust)] = DATA.values[:, list(COST.adjust)]
    place = DATA.columns.index("Cm1")
    values[:, place] = own = np.maximum(COST.of(DATA.values) - 2_500, 0)
    some = own > 0
    assert 20 < (~some).sum() < 80
    first = GLM(some.astype(float), DESIGN, family=Binomial()).fit()
    second = GLM(own[some], DESIGN[some], family=Gamma(Log())).fit(scale="X2")
    means, slopes = [], []
    for arm in (1.0, 0.0):
        as_if = DESIGN.copy()
        as_if[:, 1] = arm
        chance, amount = first.predict(as_if), second.predict(as_if)
        means.append((chance * amount).mean())
        weights = np.stack([chance * (1 - chance) * amount, chance * amount])
        slopes.append((weights[..., None] * as_if).mean(axis=1))
    slope = slopes[0] - slopes[1]
    variance = sum(
        own_slope @ fit.cov_params() @ own_slope
        for own_slope, fit in zip(slope, (first, second), strict=True)
    )
    found = two_part(values, DATA, COST)
    assert found.found
    assert found.effect[0] == pytest.approx(means[0] - means[1], rel=1e-7)
    assert found.covariance[0, 0] == pytest.approx(variance, rel=1e-6)
    assert found.freedom[0] == some.sum() - 5
    np.testing.assert_array_equal(
        two_part(DATA.values, DATA, COST).effect, gamma(DATA.values, DATA, COST).effect
    )


def test_what_cannot_be_is_said() -> None:
    """No cost is negative in a gamma; an arm in which all have a cost leaves no first part."""
    less = DATA.values.copy()
    less[3, DATA.columns.index("Cm2")] = -1e6
    for method in (gamma, two_part):
        with pytest.raises(ValueError, match="negative"):
            method(less, DATA, COST)
    values = DATA.values.copy()
    quarters = [DATA.columns.index(name) for name in ben2023.QUARTERS]
    values[np.ix_((DATA.arm == 0) & (np.arange(170) % 3 == 0), quarters)] = 0
    assert not two_part(values, DATA, COST).found
    assert gamma(values, DATA, COST).found
    values[:, quarters] = 0
    for method in (gamma, two_part):
        assert not method(values, DATA, COST).found  # nobody has any cost
    lost = DATA.values.copy()
    lost[DATA.arm == 1, quarters[0]] = np.nan
    assert not unadjusted(lost, DATA, COST).found


def test_a_regression_that_runs_away_finds_nothing() -> None:
    arm, group = np.arange(16) % 2, (np.arange(16) < 6).astype(float)
    cost = np.where(group == 1, 0.0, 1000.0 + 37 * np.arange(16))  # nobody of the group costs any
    values = np.column_stack([cost, group])
    data = IndividualData(("cost", "group"), values, arm, ("usual", "new"), 0)
    found = gamma(values, data, Endpoint("cost", np.array([1.0, 0.0]), (1,)))
    assert not found.found
    assert np.isfinite(found.effect).all()
