"""Correlated quantities go together as stated; their margins and all others stay as they were."""

from __future__ import annotations

from dataclasses import replace

import builders
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from ipscost import Settings, simulate
from ipscost.drawing import draws
from ipscost.scenario.nouns import Scenario

N = 20_000
COST = builders.CARE + builders.GAIN + builders.HOSPITAL
CARE, USUAL, IPS = "cost.care.usual", "cost.gain.usual", "cost.gain.ips"


def together(*members: str, rho: float | None = None, matrix: str = "") -> str:
    how = f"rho: {rho}" if matrix == "" else f"matrix: {matrix}"
    return f"""
correlation:
  both:
    members: [{", ".join(members)}]
    {how}
    assumption: it is a test
"""


def scenario(more: str = "") -> Scenario:
    return builders.load(builders.text(COST, outcome=builders.JOB, more=more))


def drawn(more: str = "", n: int = N, sampler: str = "random") -> dict[str, np.ndarray]:
    return dict(draws.draw(scenario(more), n, 1, sampler).columns)


JOB = "outcome.job.usual"
MATRIX = "[[1, 0.8, -0.3], [0.8, 1, 0.2], [-0.3, 0.2, 1]]"


@pytest.mark.parametrize("sampler", ["random", "sobol"])
def test_the_correlation_of_the_normal_scores_comes_back(sampler: str) -> None:
    found, alone = scenario(together(CARE, USUAL, JOB, matrix=MATRIX)), scenario()
    columns = draws.draw(found, N, 1, sampler).columns
    dists = {quantity.path: quantity.dist for quantity in alone.quantities}
    scores = []
    for path in (CARE, USUAL, JOB):
        dist = dists[path]
        cdf = (
            stats.beta(dist.a, dist.b).cdf  # type: ignore[attr-defined]
            if dist.name == "beta"
            else stats.gamma(dist.shape, scale=dist.scale).cdf  # type: ignore[attr-defined]
            if dist.name == "gamma"
            else stats.norm(dist.mean, dist.sd).cdf
        )
        scores.append(stats.norm.ppf(cdf(columns[path])))
    expected = np.array([[1, 0.8, -0.3], [0.8, 1, 0.2], [-0.3, 0.2, 1]])
    error = (1 - expected**2) / np.sqrt(N)  # the standard error of a correlation
    assert (np.abs(np.corrcoef(scores) - expected) <= 4 * error + 1e-9).all()


@pytest.mark.parametrize("rho", [-0.9, -0.3, 0.5, 0.95])
def test_the_rank_correlation_is_six_over_pi_arcsine_of_half_of_it(rho: float) -> None:
    columns = drawn(together(CARE, JOB, rho=rho))
    found = stats.spearmanr(columns[CARE], columns[JOB]).statistic
    assert found == pytest.approx(6 / np.pi * np.arcsin(rho / 2), abs=4 / np.sqrt(N))


def test_the_margins_stay_as_they_are() -> None:
    alone, both = drawn(), drawn(together(CARE, USUAL, JOB, matrix=MATRIX))
    for path in (USUAL, JOB):
        assert alone[path].tolist() != both[path].tolist()
        assert stats.ks_2samp(alone[path], both[path]).pvalue > 0.001


@pytest.mark.parametrize("sampler", ["random", "sobol"])
def test_the_members_move_and_nobody_else(sampler: str) -> None:
    alone, both = drawn("", 500, sampler), drawn(together(USUAL, IPS, rho=0.4), 500, sampler)
    moved = {path for path in alone if alone[path].tobytes() != both[path].tobytes()}
    assert moved == {IPS}  # the first member keeps its draws


def test_a_further_member_leaves_those_before_it() -> None:
    two = drawn(together(CARE, USUAL, rho=0.8), 500)
    three = drawn(together(CARE, USUAL, JOB, matrix=MATRIX), 500)
    assert two[USUAL].tobytes() == three[USUAL].tobytes()


@pytest.mark.parametrize("rho", [1, -1])
def test_whole_correlation_puts_the_ranks_in_the_same_or_the_opposite_order(rho: int) -> None:
    columns = drawn(together(CARE, JOB, rho=rho), 2000)
    one, other = (np.argsort(np.argsort(columns[path])) for path in (CARE, JOB))
    assert one.tolist() == (other if rho == 1 else 1999 - other).tolist()


@pytest.mark.parametrize("sampler", ["random", "sobol"])
def test_the_first_of_more_draws_are_the_same(sampler: str) -> None:
    more = together(CARE, USUAL, JOB, matrix=MATRIX)
    few, many = drawn(more, 321, sampler), drawn(more, draws.KEPT_DRAWS + 5, sampler)
    for path, column in few.items():
        assert column.tobytes() == many[path][:321].tobytes()


def test_a_kept_column_is_not_taken_for_one_of_another_correlation() -> None:
    found = [drawn(more, 50)[IPS].tobytes() for more in ("", together(USUAL, IPS, rho=0.4))]
    found.append(drawn(together(USUAL, IPS, rho=0.5), 50)[IPS].tobytes())
    found.append(drawn(together(CARE, IPS, rho=0.5), 50)[IPS].tobytes())
    found.append(drawn("", 50, "sobol")[IPS].tobytes())
    assert len(set(found)) == 5
    assert drawn("", 50)[IPS].tobytes() == found[0]


def test_a_member_that_is_made_certain_leaves_its_group() -> None:
    whole = scenario(together(CARE, USUAL, JOB, matrix=MATRIX))
    fixed = builders.load(
        builders.text(COST, outcome=builders.JOB), "cost.gain.usual={mean: -2000, source: study}"
    )
    fixed = replace(fixed, correlations=whole.correlations)
    columns = draws.draw(fixed, 500, 1).columns
    pair = drawn(together(CARE, JOB, rho=-0.3), 500)
    assert columns[JOB].tobytes() == pair[JOB].tobytes()
    assert set(columns[USUAL].tolist()) == {-2000.0}


# --- expected values -------------------------------------------------------------------------

WARD = "cost.hospital.ward.use"


@pytest.mark.parametrize("rho", [-0.9, 0.5, 1])
def test_the_point_of_a_product_has_the_covariance(rho: float) -> None:
    cost = builders.HOSPITAL.replace("{mean: 100, unit", "{mean: 100, se: 30, unit")
    members = ("cost.hospital.ward.price", f"{WARD}.usual", f"{WARD}.ips")
    content = builders.text(cost, more=together(*members, rho=abs(rho)))
    if rho < 0:
        content = builders.text(cost, more=together(*members[:2], rho=rho))
    run = simulate(builders.load(content), Settings(draws=200_000))
    assert run.ledger is not None
    place = run.point.categories.index("cost.hospital.ward")
    for arm in (0, 1):
        values = run.ledger.present_value[arm, place]
        error = values.std() / np.sqrt(values.size)
        point = run.point.present_value[arm, place, 0]
        assert abs(values.mean() - point) < 4 * error
    apart = simulate(builders.load(builders.text(cost)), Settings(draws=0)).point
    gap = run.point.present_value[0, place, 0] - apart.present_value[0, place, 0]
    assert gap * rho > 0


@given(rho=st.floats(-1, 1).map(lambda rho: round(rho, 3)), change=st.integers(-5, 5))
def test_the_covariance_of_a_normal_price_and_a_normal_change_is_exact(
    rho: float, change: int
) -> None:
    cost = f"""
ward:
  kind: service
  payer: region
  price: {{mean: 100, se: 30, dist: normal, unit: DKK_2024/day, source: study}}
  use: {{unit: day/person, source: study, usual: {{mean: 8}}, ips: {{difference: {change}, se: 2}}}}
"""
    more = together("cost.ward.price", "cost.ward.use.ips", rho=rho)
    point = builders.run(builders.text(cost, more=more)).point
    assert point.difference("ips")[0, 0] == pytest.approx(100 * change + rho * 30 * 2, abs=1e-8)
    assert point.present_value[0, 0, 0] == pytest.approx(800)


def test_sums_of_correlated_numbers_have_the_expected_value_of_independent_ones() -> None:
    more = together(CARE, USUAL, JOB, matrix=MATRIX)
    one, other = (simulate(scenario(text), Settings(draws=0)).point for text in ("", more))
    assert one.present_value.tobytes() == other.present_value.tobytes()
