"""Regressions of costs and outcomes against other programs, and sums that add up."""

from __future__ import annotations

import numpy as np
import pytest

from ipscost.individual.data import Endpoint, IndividualData
from ipscost.individual.regression import Regressed, sur
from ipscost.individual.sums import crossed, factored, inverse, product, solved

PERSONS, ARMS = 90, ("usual", "ips", "ipse")
EFFECTS = [(endpoint, arm) for endpoint in range(2) for arm in (1, 2)]


def people() -> IndividualData:
    """Three arms, the reference in the middle; ten sites; endpoints with correlated residuals."""
    random = np.random.Generator(np.random.PCG64(5))
    arm, site = np.arange(PERSONS) % 3, np.arange(PERSONS) // 9
    before = random.normal(size=(PERSONS, 2)) + random.normal(size=10)[site][:, None]
    shared = random.gamma(2, size=PERSONS)
    cost = 5_000 + 900 * (arm == 0) + 700 * before[:, 0] + 2_000 * shared
    utility = 0.5 + 0.05 * (arm == 2) + 0.1 * before[:, 1] - 0.05 * shared
    noise = random.normal(size=(PERSONS, 3)) * [400, 300, 0.1]
    values = np.column_stack([before, cost, noise[:, :2], utility + noise[:, 2]])
    names = ("before", "utility_before", "stay", "visits", "other", "utility")
    return IndividualData(names, values, arm, ARMS, 1, site)


DATA = people()
ENDPOINTS = (
    Endpoint("cost", np.array([0, 0, 1.0, 2.0, 1.0, 0]), (0,)),
    Endpoint("utility", np.array([0, 0, 0, 0, 0, 1.0]), (0, 1)),
)
PARTS = (
    Endpoint("cost.stay", np.array([0, 0, 1.0, 0, 0, 0])),
    Endpoint("cost.visits", np.array([0, 0, 0, 2.0, 0, 0])),
    Endpoint("cost.other", np.array([0, 0, 0, 0, 1.0, 0])),
)
BOTH = sur(DATA.values, DATA, ENDPOINTS, PARTS)


def design(endpoint: Endpoint) -> np.ndarray:
    """1, the arms, and the covariates of an endpoint, less their means."""
    covariates = DATA.values[:, list(endpoint.adjust)]
    ones = np.ones(DATA.persons)
    return np.column_stack([ones, DATA.treated, covariates - covariates.mean(axis=0)])


def test_effects_and_covariances_are_those_of_linearmodels() -> None:
    from linearmodels.system import SUR

    asked = {
        each.name: {"dependent": each.of(DATA.values), "exog": design(each)} for each in ENDPOINTS
    }
    fit = SUR(asked).fit(method="gls", cov_type="unadjusted", debiased=True)
    own = [place for place, name in enumerate(fit.params.index) if name[-1] in "012"]
    assert len(own) == 6
    assert BOTH.estimate[:2].ravel() == pytest.approx(fit.params.to_numpy()[own], rel=1e-9)
    cov = fit.cov.to_numpy()[np.ix_(own, own)]
    np.testing.assert_allclose(BOTH.covariance[:6, :6], cov, rtol=1e-8, atol=1e-12)


@pytest.mark.parametrize("weighted", [False, True])
def test_robust_covariances_are_those_of_statsmodels(weighted: bool) -> None:
    from statsmodels.regression.linear_model import WLS

    weights = np.linspace(0.2, 3, DATA.persons) if weighted else np.ones(DATA.persons)
    for clusters, kind in (
        (DATA.site, {"cov_type": "cluster", "cov_kwds": {"groups": DATA.site}}),
        (np.arange(DATA.persons), {"cov_type": "HC1"}),
    ):
        found = sur(
            DATA.values,
            DATA,
            ENDPOINTS[1:],
            clusters=clusters,
            weights=weights if weighted else None,
        )
        fit = WLS(ENDPOINTS[1].of(DATA.values), design(ENDPOINTS[1]), weights).fit(**kind)
        assert found.effect[0] == pytest.approx(fit.params[1:3], rel=1e-9)
        np.testing.assert_allclose(
            found.effect_covariance, fit.cov_params()[1:3, 1:3], rtol=1e-9, atol=1e-15
        )
    assert sur(DATA.values, DATA, ENDPOINTS, clusters=DATA.site).freedom[0] == 9
    if weighted:  # without clusters each person is one
        alone = sur(DATA.values, DATA, ENDPOINTS[1:], weights=weights)
        np.testing.assert_array_equal(alone.covariance, found.covariance)
        assert alone.freedom[0] == PERSONS - 5


@pytest.mark.parametrize("clusters", [None, DATA.site])
def test_parts_add_up_to_the_total(clusters: np.ndarray | None) -> None:
    found = sur(DATA.values, DATA, ENDPOINTS, PARTS, clusters=clusters)
    assert found.names == ("cost", "utility", "cost.stay", "cost.visits", "cost.other")
    np.testing.assert_allclose(found.estimate[2:].sum(axis=0), found.estimate[0], rtol=1e-12)
    each = found.covariance.reshape(5, 3, 15)
    np.testing.assert_allclose(each[2:].sum(axis=0), each[0], rtol=1e-8, atol=1e-9)
    np.testing.assert_allclose(found.covariance, found.covariance.T, rtol=1e-9, atol=1e-9)
    assert np.linalg.eigvalsh(found.covariance).min() > -1e-6


def test_a_total_as_its_own_part_is_the_total() -> None:
    found = sur(DATA.values, DATA, ENDPOINTS, [ENDPOINTS[0]])
    np.testing.assert_allclose(found.estimate[2], found.estimate[0], rtol=1e-12)
    np.testing.assert_allclose(found.covariance[6:, 6:], found.covariance[:3, :3], rtol=1e-8)


def test_the_level_is_the_mean_of_the_reference_if_all_were_in_it() -> None:
    """At the mean of all persons' covariates; without covariates it is the plain mean."""
    plain = [Endpoint(each.name, each.weights) for each in ENDPOINTS]
    found = sur(DATA.values, DATA, plain)
    for place, each in enumerate(plain):
        own = each.of(DATA.values)
        means = [own[DATA.arm == arm].mean() for arm in (1, 0, 2)]
        assert found.level[place] == pytest.approx(means[0], rel=1e-12)
        assert found.effect[place] == pytest.approx([m - means[0] for m in means[1:]], rel=1e-9)


def test_a_sample_has_the_digits_that_it_has_alone() -> None:
    random = np.random.Generator(np.random.PCG64(1))
    many = DATA.values + random.normal(size=(7, *DATA.values.shape)) * 0.01
    together = sur(many, DATA, ENDPOINTS, PARTS)
    assert together.estimate.shape == (7, 5, 3)
    alone = [sur(each, DATA, ENDPOINTS, PARTS) for each in many]
    np.testing.assert_array_equal(together.estimate, [each.estimate for each in alone])
    np.testing.assert_array_equal(together.covariance, [each.covariance for each in alone])


def test_what_says_nothing_new_is_left_out() -> None:
    """A covariate that is constant, or a combination of others."""
    more = np.column_stack([DATA.values, np.full(PERSONS, 7.0), 3 * DATA.values[:, 0] - 2])
    data = IndividualData((*DATA.columns, "same", "again"), more, DATA.arm, DATA.arms, 1)

    def wide(each: Endpoint, *adjust: int) -> Endpoint:
        return Endpoint(each.name, np.append(each.weights, [0, 0]), (*each.adjust, *adjust))

    found = sur(more, data, [wide(ENDPOINTS[0], 6, 7), wide(ENDPOINTS[1])])
    np.testing.assert_allclose(found.effect, BOTH.effect[:2], rtol=1e-9)


def test_two_endpoints_that_are_one_are_no_obstacle() -> None:
    found = sur(DATA.values, DATA, [ENDPOINTS[0], Endpoint("again", *_same(ENDPOINTS[0]))])
    np.testing.assert_allclose(found.effect[1], found.effect[0], rtol=1e-6)
    np.testing.assert_allclose(found.effect[0], sur(DATA.values, DATA, ENDPOINTS[:1]).effect[0])


def _same(each: Endpoint) -> tuple[np.ndarray, tuple[int, ...]]:
    return each.weights, each.adjust


def test_too_few_persons_and_clusters_are_refused() -> None:
    few = IndividualData(DATA.columns, DATA.values[:4], DATA.arm[:4], DATA.arms, 1)
    with pytest.raises(ValueError, match="4 persons are too few"):
        sur(few.values, few, ENDPOINTS)
    with pytest.raises(ValueError, match="one cluster"):
        sur(DATA.values, DATA, ENDPOINTS, clusters=np.zeros(PERSONS, dtype=np.int64))


def test_small_systems_are_solved_as_numpy_solves_them() -> None:
    random = np.random.Generator(np.random.PCG64(3))
    rows, right = random.normal(size=(4, 5, 30)), random.normal(size=(4, 5, 2))
    matrix = crossed(rows)
    np.testing.assert_allclose(matrix, rows @ np.swapaxes(rows, -1, -2), rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(solved(factored(matrix), right), np.linalg.solve(matrix, right))
    np.testing.assert_allclose(inverse(matrix), np.linalg.inv(matrix), rtol=1e-9)
    np.testing.assert_allclose(product(matrix, right), matrix @ right, rtol=1e-12)
    weights = np.arange(30.0)
    np.testing.assert_allclose(crossed(rows, weights), (rows * weights) @ np.swapaxes(rows, -1, -2))


def test_effects_of_endpoints_are_read_by_arm() -> None:
    assert isinstance(BOTH, Regressed)
    places = [3 * endpoint + arm for endpoint, arm in EFFECTS]
    np.testing.assert_array_equal(
        BOTH.effect_covariance[:4, :4], BOTH.covariance[np.ix_(places, places)]
    )
