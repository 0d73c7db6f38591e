"""How savings and costs are spread over persons, against closed forms."""

from __future__ import annotations

import math
from pathlib import Path
from statistics import NormalDist

import numpy as np
import pytest
from scipy import stats

import ipscost
from ipscost import Settings
from ipscost.analysis.distribution.answer import Distributions, distributions_of
from ipscost.analysis.distribution.crowd import Crowd
from ipscost.analysis.distribution.measures import DEAREST, GAIN, LOSS, QUANTILES, SAME
from ipscost.analysis.estimates import View
from ipscost.drawing.streams import Streams
from ipscost.engines import persons

TEXT = """\
ipscost: 1
title: Persons
money: DKK_2024
horizon: {months: 12}
perspective: societal
discount: {cost: 0, outcome: 0}
arm:
  usual: {reference: true}
  ips: {label: IPS}
payer:
  town: {label: Town}
  region: {label: Region}
source:
  study: {cite: A study 2024, sure: verified}
cost:
  care:
    {kind: service, payer: {town: 0.25, region: 0.75}, unit: DKK_2024/person, source: study,
     usual: {mean: 1000}, ips: {mean: 600, se: 50}}
  drugs:
    {kind: service, payer: region, unit: DKK_2024/person, source: study,
     usual: {mean: 500}, ips: {mean: 500}}
"""
SPREAD = "spread: {source: study, cost: {care: {CARE}, drugs: {cv: 1.2, dist: lognormal}}}\n"
SIZE = 40_000


def found(folder: Path, care: str, more: str = "", draws: int = 0) -> Distributions:
    file = folder / "persons.yaml"
    spread = SPREAD.replace("{CARE}", f"{{{care}}}") if care else ""
    file.write_text(TEXT + more + spread, encoding="utf-8")
    scenario = ipscost.load(file)
    run = ipscost.simulate(scenario, Settings(draws=draws))
    return distributions_of(View(run, scenario.perspective), persons=SIZE)


def test_a_saving_that_is_normal_has_the_quantiles_and_shares_of_a_normal(tmp_path: Path) -> None:
    # everybody's care is (1 + 0.5 z) times its mean in both arms, so what is saved is N(400, 200)
    spread = found(tmp_path, "cv: 0.5, dist: normal").of("ips")
    normal = NormalDist(400, 200)
    expected = [normal.inv_cdf(share) for share in QUANTILES]
    assert [each.mean for each in spread.quantiles] == pytest.approx(expected, abs=6)
    assert spread.shares[GAIN].mean == pytest.approx(normal.cdf(800), abs=3e-3)
    assert sum(spread.shares[name].mean for name in (GAIN, LOSS, SAME)) == pytest.approx(1)


def test_one_that_is_gamma_has_those_of_a_gamma_and_nobody_loses(tmp_path: Path) -> None:
    dists = found(tmp_path, "cv: 1.5, zero: 0.4")
    spread = dists.of("ips")
    assert spread.shares[SAME].mean == pytest.approx(0.4, abs=0.01)
    assert spread.shares[LOSS].mean == 0
    savings = dists.savings("ips")
    above = savings[savings > 0]
    mean = 400 / 0.6
    cv = math.sqrt((1 + 1.5**2) * 0.6 - 1)
    gamma = stats.gamma(1 / cv**2, scale=mean * cv**2)
    assert np.quantile(above, 0.9) == pytest.approx(gamma.ppf(0.9), rel=0.03)
    low, high = dists.bounds("ips").gain
    assert low <= spread.shares[GAIN].mean <= high


def test_the_dearest_carry_of_a_lognormal_category_what_the_closed_form_says(
    tmp_path: Path,
) -> None:
    dists = found(tmp_path, "cv: 0.5")
    sigma, normal = math.sqrt(math.log(1 + 1.2**2)), NormalDist()
    expected = [1 - normal.cdf(normal.inv_cdf(1 - top) - sigma) for top in DEAREST]
    for arm in ("usual", "ips"):
        carried = [each.mean for each in dists.carried_of(arm, "cost.drugs") if each]
        assert carried == pytest.approx(expected, abs=0.012)


def test_what_payers_save_on_a_person_is_what_is_saved_on_that_person(tmp_path: Path) -> None:
    dists = found(tmp_path, "cv: 1.5")
    parts = sum(dists.savings("ips", payer) for payer in dists.payers)
    assert np.allclose(parts, dists.savings("ips"), rtol=0, atol=1e-5)
    town, whole = dists.of("ips", "town"), dists.of("ips")
    assert town.quantiles[3].mean == pytest.approx(whole.quantiles[3].mean / 4)
    assert all(each is not None for each in dists.carried("usual", "region"))


def test_an_interval_holds_the_uncertainty_of_the_numbers_and_nothing_of_persons(
    tmp_path: Path,
) -> None:
    dists = found(tmp_path, "cv: 0.5, dist: normal", draws=200)
    median = dists.of("ips").quantiles[QUANTILES.index(0.5)]
    drawn = 1000 - dists.crowd.run.draws.columns["cost.care.ips"]
    low, high = np.percentile(drawn, [2.5, 97.5])
    assert (median.low, median.high) == pytest.approx((low, high), rel=0.03)
    assert all(each and each.low is None for each in dists.carried_of("ips", "cost.drugs"))
    certain = found(tmp_path, "cv: 0.5, dist: normal").of("ips")
    assert all(each.low is None for each in certain.quantiles)


def test_nothing_is_claimed_where_nobody_knows_how_persons_differ(tmp_path: Path) -> None:
    dists = found(tmp_path, "")
    assert dists.why == "alike"
    assert dists.alike("ips") == pytest.approx({"cost.care": 1.0})
    assert not dists.is_claimed("ips")
    assert not any(dists.carried("usual"))
    other = "  other: {kind: service, payer: town, unit: DKK_2024/person, source: study, "
    known = found(tmp_path, "cv: 1", f"{other}usual: {{mean: 120}}, ips: {{mean: 0}}}}\n")
    assert known.alike("ips") == pytest.approx({"cost.other": 120 / 520})
    assert known.is_claimed("ips")
    assert not known.is_claimed("ips", "town")


def test_the_same_persons_are_followed_however_many_and_however_many_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dists = found(tmp_path, "cv: 1.5, zero: 0.4", draws=20)
    whole, draws = dists.crowd.costs, np.concatenate([*dists.crowd.in_draws()], axis=2)
    assert draws.shape == (2, 2, 20, 1000)
    monkeypatch.setattr(persons, "AT_ONCE", {"totals": 700, "periods": 100})
    monkeypatch.setattr(persons, "DRAWS_AT_ONCE", {"totals": 3000, "periods": 100})
    fewer = Crowd(dists.crowd.run, 5000)
    assert np.array_equal(fewer.costs, whole[:, :, :5000])
    assert np.array_equal(np.concatenate([*fewer.in_draws()], axis=2), draws)
    usual = dists.crowd.run.point.arm("usual")
    assert np.array_equal(draws[usual, 0, 0], whole[usual, 0, :1000])  # nothing drawn there


def test_persons_who_go_through_states_differ_by_their_course_in_draws_too() -> None:
    scenario = ipscost.load("labour-market-ips")
    crowd = Crowd(ipscost.simulate(scenario, Settings(draws=8)), 1000)
    assert set(crowd.why.values()) == {"course", "price", "alike"}
    (draws,) = crowd.in_draws()
    assert draws.shape == (3, len(scenario.categories), 8, 1000)
    wages = crowd.run.point.categories.index("cost.wages")
    means = draws[:, wages].mean(axis=2)
    assert crowd.run.ledger is not None
    expected = crowd.run.ledger.present_value[:, wages]
    assert np.abs(means / expected - 1).max() < 0.2


GROUPS = """\
groups:
  young:
    label: Young
    share: {mean: 0.4, se: 0.05, source: study}
    set:
      cost.care.ips: {mean: 200, se: 50, source: study}
      spread.cost.care.cv: 0.5
  older: {label: Older, share: rest}
"""


def test_of_groups_the_whole_is_the_weighted_sum_and_a_draw_has_its_own_members(
    tmp_path: Path,
) -> None:
    dists = found(tmp_path, "cv: 1.5, dist: normal", GROUPS, draws=6)
    groups, whole = dists.of_groups("ips"), dists.of("ips")
    assert [each.name for each in groups] == ["young", "older"]
    assert sum(each.share for each in groups) == pytest.approx(1)
    gain = sum(each.share * each.gain for each in groups)
    assert gain == pytest.approx(whole.shares[GAIN].mean, abs=0.01)
    assert sum(each.dearest or 0.0 for each in groups) == pytest.approx(1)
    young, normal = groups[0], NormalDist(800, 400)
    assert young.share == pytest.approx(0.4)
    assert dists.crowd.groups["young"].mean() == pytest.approx(0.4, abs=0.01)
    assert (young.median, young.gain) == pytest.approx((800, normal.cdf(1600)), abs=8)
    young_part, older_part = (each.carried[2] if each.carried else 0.0 for each in groups)
    assert 0.1 < young_part < older_part  # who differ more
    crowd = dists.crowd
    (draws,) = crowd.in_draws()
    streams = Streams(1, shared=True, persons=1000)
    for draw, (_, own) in enumerate(crowd.run.draws.blocks(1)):
        (single,) = persons.follow(crowd.scenario, own, streams)
        assert np.array_equal(single.costs, draws[:, :, draw])


def test_people_who_differ_by_their_group_alone_are_not_known_to_differ(tmp_path: Path) -> None:
    text = GROUPS.replace("      spread.cost.care.cv: 0.5\n", "")
    dists = found(tmp_path, "", text)
    assert dists.alike("ips") == pytest.approx({"cost.care": 1.0})
    assert not dists.is_claimed("ips")
