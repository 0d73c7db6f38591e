"""Sites share one draw of the effect: their sum is no surer than one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from rollout_texts import loaded, rollout_text

from ipscost import Scenario, Settings
from ipscost.analysis.budget.accounts import budget
from ipscost.analysis.budget.books import CONSTANT
from ipscost.analysis.budget.holds import net_in
from ipscost.analysis.budget.sites import SitesBudget, SiteTotals, sites_budget
from ipscost.analysis.estimates import Estimate
from ipscost.errors import Span
from ipscost.scenario.distributions import Fixed
from ipscost.scenario.rollout import Rollout, Site

DRAWS = Settings(draws=2_000)
FINANCED = """\
  financing:
    {guaranteed: [cost.benefits], payer: municipality, by: state, scope: one, share: 0.1,
     source: study}
"""
SPREAD = "  between_sites: 0.2\n"


@cache
def scenario(text: str = rollout_text()) -> Scenario:
    return loaded(text)


def site(name: str, of: Scenario, **own: float) -> Site:
    """A site with a target, a recruitment or both of its own."""
    assert of.rollout is not None
    intake, paths = of.rollout.intake, []
    for key, value in own.items():
        number = getattr(intake, key)
        intake = replace(intake, **{key: replace(number, value=value, dist=Fixed(value))})
        paths.append(f"rollout.intake.{key}")
    rollout: Rollout = replace(of.rollout, intake=intake)
    return Site(name, rollout, tuple(paths), Span("sites.csv"))


def budgets(of: Scenario, own: Mapping[str, dict[str, float]]) -> SitesBudget:
    return sites_budget(of, [site(name, of, **each) for name, each in own.items()], DRAWS)


def net(one: SiteTotals, account: str = "municipality", scope: str = "own") -> Estimate:
    return one.net[account, scope]


def drawn(estimate: Estimate) -> np.ndarray:
    draws = estimate.draws
    assert draws is not None
    return draws


def width(values: np.ndarray) -> float:
    low, high = np.quantile(values, [0.025, 0.975])
    return float(high - low)


def equal(count: int) -> dict[str, dict[str, float]]:
    return {f"Site {number}": {} for number in range(count)}


def test_27_equal_sites_have_27_times_the_interval_of_one() -> None:
    found = budgets(scenario(), equal(27))
    one = found.sites[0]
    assert net(found.total).point == pytest.approx(27 * net(one).point)
    np.testing.assert_allclose(drawn(net(found.total)), 27 * drawn(net(one)))


def test_effects_drawn_anew_for_each_site_would_be_five_times_too_sure() -> None:
    found = budgets(scenario(), equal(27))
    one = drawn(net(found.sites[0]))
    order = np.random.default_rng(1)
    anew = sum(order.permutation(one) for _ in range(27))
    assert width(drawn(net(found.total))) / width(anew) == pytest.approx(27**0.5, rel=0.1)


def test_sites_that_differ_among_themselves_are_less_sure_alone_than_together() -> None:
    same, own = (budgets(scenario(rollout_text(more)), equal(27)) for more in ("", SPREAD))
    share = 27 * width(drawn(net(own.sites[0]))) / width(drawn(net(own.total)))
    assert 1.05 < share < 1.4
    assert width(drawn(net(own.sites[0]))) > width(drawn(net(same.sites[0])))
    ratio = drawn(own.sites[0].change["all"]) / drawn(same.sites[0].change["all"])
    assert np.std(ratio) == pytest.approx(0.2, rel=0.1)
    assert own.sites[0].change["all"].point == same.sites[0].change["all"].point
    other = drawn(own.sites[1].change["all"]) / drawn(same.sites[1].change["all"])
    assert abs(np.corrcoef(ratio, other)[0, 1]) < 0.1


def test_a_site_without_numbers_of_its_own_is_the_scenario() -> None:
    whole = budget(scenario(), DRAWS)
    assert whole.draws is not None
    (one,) = budgets(scenario(), {"A": {}}).sites
    for account, places in whole.bearing.accounts.items():
        np.testing.assert_allclose(
            drawn(net(one, account)), net_in(whole.draws[CONSTANT], places), rtol=1e-12
        )
    assert whole.people_draws is not None
    np.testing.assert_allclose(drawn(one.started), whole.people_draws.started.sum(axis=0))


def test_no_site_hangs_on_the_others_and_their_sum_is_the_total() -> None:
    own: dict[str, dict[str, float]] = {
        "A": {"target": 30},
        "B": {"target": 45, "recruitment": 0.6},
        "C": {"recruitment": 0.9},
    }
    found = budgets(scenario(rollout_text(SPREAD)), own)
    again = budgets(scenario(rollout_text(SPREAD)), {"C": own["C"], "D": {}, "A": own["A"]})
    for one, place in ((found.sites[0], 2), (found.sites[2], 0)):
        other = again.sites[place]
        assert one.name == other.name
        for account in found.accounts:
            assert np.array_equal(drawn(net(one, account)), drawn(net(other, account)))
    each = [drawn(net(one, "all")) for one in found.sites]
    np.testing.assert_allclose(drawn(net(found.total, "all")), sum(each))
    assert found.total.started.point == pytest.approx(30 * 0.8 + 45 * 0.6 + 60 * 0.9)


def test_a_number_of_a_row_has_the_scenarios_spread_and_a_draw_of_its_own() -> None:
    found = budgets(scenario(), {"A": {"recruitment": 0.4}, "B": {"recruitment": 0.8}, "C": {}})
    a, b, c = (drawn(one.started) / 60 for one in found.sites)
    assert a.mean() == pytest.approx(0.4, rel=0.01)
    assert a.std() / a.mean() == pytest.approx(c.std() / c.mean(), rel=0.05)
    assert b.max() <= 1
    for one, other in ((a, b), (a, c), (b, c)):
        assert abs(np.corrcoef(one, other)[0, 1]) < 0.1


def test_the_sites_together_are_a_share_of_those_who_receive_a_block_grant() -> None:
    found = budgets(scenario(rollout_text(FINANCED)), {"A": {"target": 30}, "B": {"target": 90}})
    assert found.share == pytest.approx(0.2)
    saved = 0.75 * 60_000 * np.array([0.8 * 30, 0.8 * 90])
    for one, saving in zip(found.sites, saved.tolist(), strict=True):
        alone, together = net(one, scope="one").point, net(one, scope="own").point
        assert together - alone == pytest.approx(0.1 * saving)
        assert net(one, scope="all").point - alone == pytest.approx(0.9 * saving)
    for scope in ("one", "all", "own"):
        assert net(found.total, "public", scope).point == pytest.approx(
            sum(net(one, "public", "one").point for one in found.sites)
        )


def test_what_several_sites_have_in_full_is_told() -> None:
    grant = """\
  grant:
    pool: {from: state, to: municipality, amounts: {2024: {mean: 9, unit: DKK_2024, source: study}}}
"""
    found = budgets(scenario(rollout_text(grant)), {"A": {}, "B": {}, "C": {"target": 30}})
    assert found.repeated == ("rollout.intake.target", "rollout.grant.pool.amounts.2024")
    own = budgets(scenario(), {"A": {"target": 20}, "B": {"target": 30}, "C": {}})
    assert own.repeated == ()


def test_without_draws_there_are_the_base_cases_alone() -> None:
    of = scenario()
    found = sites_budget(of, [site("A", of, target=30)], Settings(draws=0))
    assert net(found.total).draws is None
    assert found.sites[0].own == {"rollout.intake.target": 30}
