"""Each published figure of Projekt Inklusion against the shipped scenarios; see README.md."""

from __future__ import annotations

import math
from pathlib import Path
from statistics import NormalDist

import numpy as np
import pytest
from messages import said, tells
from told import told

import ipscost
from ipscost import Run, Settings
from ipscost.analysis.decisions import decision_of
from ipscost.analysis.estimates import View
from ipscost.decision.acceptability import curves
from ipscost.loading.text.shipped import SHIPPED
from ipscost.report.notes.common import conversion_text as _conversion_text
from ipscost.report.simulate.summary import summary as _summary
from ipscost.report.verify.report import verify as _verify
from ipscost.scenario.distributions import z_of_p

conversion_text = told(_conversion_text)
verify = told(_verify)
summary = told(_summary)

TO_DKK_2017 = 7.46038 * 1.0115
GROSS_SAVING, NET_PROGRAMME, TOTAL, TOTAL_P = 10_457, 914, 9_543, 0.001


@pytest.fixture(scope="module")
def ips() -> Run:
    return ipscost.simulate(ipscost.load("inklusion-ips"), Settings(draws=20_000))


@pytest.fixture(scope="module")
def ipse() -> Run:
    return ipscost.simulate(ipscost.load("inklusion-ipse"), Settings(draws=2_000))


def saving(run: Run) -> float:
    """The saving per person in the money of the run."""
    (arm,) = run.scenario.interventions
    return -View(run, "societal").total(arm).point


def stated(run: Run) -> dict[str, float]:
    """The value of every quantity as the file states it, by path."""
    return {quantity.path: quantity.value for quantity in run.scenario.quantities}


def test_the_saving_with_ips_is_72013_kroner_which_is_72000_as_published(ips: Run) -> None:
    assert round(saving(ips)) == 72_013
    assert round(saving(ips), -3) == 72_000


def test_the_saving_with_ips_is_9543_euros(ips: Run) -> None:
    assert saving(ips) / TO_DKK_2017 == pytest.approx(TOTAL, abs=1e-6)


def test_the_saving_with_ipse_is_54997_kroner_which_is_55000_as_published(ipse: Run) -> None:
    assert round(saving(ipse)) == 54_997
    assert round(saving(ipse), -3) == 55_000


def test_the_saving_with_ipse_is_7288_euros(ipse: Run) -> None:
    assert saving(ipse) / TO_DKK_2017 == pytest.approx(7_288, abs=1e-6)


@pytest.mark.parametrize(
    ("year", "ips_saves", "ipse_saves"), [(2016, 71_867, 54_885), (2017, 71_803, 54_836)]
)
def test_the_mean_rates_of_two_years_round_to_both_published_figures_too(
    year: int, ips_saves: int, ipse_saves: int, tmp_path: Path
) -> None:
    """So the exchange rate is not identified by the figures; the price year is."""
    rates = (SHIPPED / "prices/yearly_means/exchange_dkk_per_eur.yaml").read_text(encoding="utf-8")
    (line,) = [line for line in rates.splitlines() if line.startswith(f"  {year}:")]
    head = rates.partition("year:\n")[0]
    file = tmp_path / "rate.yaml"
    file.write_text(f"{head}year:\n{line.replace(str(year), '2016', 1)}\n", encoding="utf-8")
    for name, expected, published in (
        ("inklusion-ips", ips_saves, 72_000),
        ("inklusion-ipse", ipse_saves, 55_000),
    ):
        scenario = ipscost.load(name, [f"prices=[{file}]"])
        found = saving(ipscost.simulate(scenario, Settings(draws=0)))
        assert round(found, -3) == published
        assert round(found) == expected


def test_the_p_value_of_the_saving_is_0_001(ips: Run) -> None:
    p = View(ips, "societal").total("ips").p_value()
    assert p is not None
    assert round(p, 3) == TOTAL_P


def test_the_simulated_spread_is_what_the_p_value_implies(ips: Run) -> None:
    implied = TOTAL / z_of_p(TOTAL_P)
    assert implied == pytest.approx(2_900, abs=1)
    draws = View(ips, "societal").total("ips").draws
    assert draws is not None
    assert float(np.std(draws, ddof=1)) / TO_DKK_2017 == pytest.approx(implied, rel=0.02)


def test_the_shares_in_job_or_education_are_those_of_the_trial(ips: Run, ipse: Run) -> None:
    found = [
        round(float(value), 3)
        for run in (ips, ipse)
        for value in run.point.present_outcome[:, 0, 0]
    ]
    assert found == [0.465, 0.599, 0.465, 0.591]


def test_job_or_education_rises_by_13_4_points_which_is_28_8_per_cent(ips: Run) -> None:
    view = View(ips, "societal")
    relative = view.outcome_relative("ips", 0)
    assert relative is not None
    assert round(view.outcome_difference("ips", 0).point, 3) == 0.134
    assert round(relative.point, 3) == 0.288


def test_the_qaly_gain_is_0_0255_with_its_p_value(ips: Run) -> None:
    gain = View(ips, "societal").outcome_difference("ips", 1)
    assert ips.point.outcomes[1] == "outcome.qaly"
    assert gain.point == pytest.approx(0.0255)
    assert gain.p_value() == pytest.approx(0.296, abs=0.01)


def test_gross_saving_less_the_net_cost_of_ips_is_the_total(ips: Run) -> None:
    assert stated(ips)["cost.programme.ips"] == NET_PROGRAMME
    assert GROSS_SAVING - NET_PROGRAMME == TOTAL


def test_the_residual_is_what_the_other_categories_leave_of_the_gross_saving(ips: Run) -> None:
    values = stated(ips)
    named = [
        values[f"cost.{path}.ips"] for path in ("jobcenter", "psychiatric.hospital", "productivity")
    ]
    assert named == [-2_992, -3_730, -1_792]
    assert values["cost.social_and_other.ips"] == -(GROSS_SAVING + sum(named)) == -1_943


def test_the_standard_error_of_the_residual_is_what_the_total_p_value_leaves(ips: Run) -> None:
    spread = {
        quantity.path: quantity.dist.sd
        for quantity in ips.scenario.quantities
        if quantity.role == "difference" and quantity.path.startswith("cost.")
    }
    residual = spread.pop("cost.social_and_other.ips")
    rest = (TOTAL / z_of_p(TOTAL_P)) ** 2 - sum(sd**2 for sd in spread.values())
    assert residual == round(math.sqrt(rest))


def test_levels_and_differences_of_park_table_2_agree_with_each_other(ips: Run) -> None:
    values = stated(ips)
    pairs = {"jobcenter": 403, "psychiatric.hospital": 14_549, "productivity": -7_214}
    for path, level in pairs.items():
        assert values[f"cost.{path}.sau"] + values[f"cost.{path}.ips"] == level


def test_euros_of_2016_become_kroner_of_2017_by_the_central_rate_and_then_prices(
    ips: Run, ipse: Run
) -> None:
    for run in (ips, ipse):
        ways = {quantity.conversion for quantity in run.scenario.quantities if quantity.unit.money}
        (way,) = ways
        assert way is not None
        assert [step.factor for step in way.steps] == pytest.approx([7.46038, 1.0115], rel=1e-12)
        assert conversion_text(way, "en").startswith(
            "EUR_2016 x 7.46038 = DKK_2016, x 1.0115 = DKK_2017"
        )


@pytest.mark.parametrize(("year", "ips", "ipse"), [(2016, 71_194, 54_371), (2018, 72_596, 55_442)])
def test_in_prices_of_2016_or_2018_not_both_figures_of_the_ministry_come_back(
    year: int, ips: int, ipse: int
) -> None:
    found = [
        saving(
            ipscost.simulate(ipscost.load(f"inklusion-{arm}", price_year=year), Settings(draws=0))
        )
        for arm in ("ips", "ipse")
    ]
    assert [round(value) for value in found] == [ips, ipse]
    assert [round(value, -3) for value in found] != [72_000, 55_000]


@pytest.mark.parametrize(
    ("name", "count", "given"), [("inklusion-ips", 7, 4), ("inklusion-ipse", 4, 3)]
)
def test_verify_finds_every_published_result_reproduced(name: str, count: int, given: int) -> None:
    report, good = verify(ipscost.simulate(ipscost.load(name)))
    assert good
    words = {"name": name, "count": count, "construction": given}
    assert report.headline == (said("verify_good_construction", **words),)


def test_verify_without_draws_leaves_the_p_value_unchecked() -> None:
    report, good = verify(ipscost.simulate(ipscost.load("inklusion-ips"), Settings(draws=0)))
    assert good
    words = {"name": "inklusion-ips", "good": 6, "count": 7, "construction": 3, "unchecked": 1}
    assert report.headline == (said("verify_some_construction_unchecked", **words),)


def test_the_headline_names_society_the_saving_and_the_prices(ips: Run) -> None:
    (sentence,) = summary(ips).headline
    named = {"arm": "IPS", "whom": said("society"), "reference": "normal practice"}
    named |= {"amount": "72,013 kr.", "horizon": said("horizon", months=18)}
    assert tells(sentence, "saves_of", year="2017 prices", **named)
    assert tells(sentence, "headline_interval", level="95%")
    assert tells(sentence, "holds_cost", amount="43,866 kr.")


# --- acceptability ---------------------------------------------------------------------------

PUBLISHED_ACCEPTABILITY, WTP, QALYS = 0.956, 35_000, 0.0255


def test_cea_at_35000_euros_per_qaly_gives_what_the_p_value_implies_not_95_6(ips: Run) -> None:
    """The command's own acceptability, beside the closed form and the published figure."""
    outcome = ips.scenario.outcomes[1]
    decision = decision_of(ips, outcome, {})
    assert outcome.threshold is not None
    own = outcome.threshold.mean
    assert own == pytest.approx(WTP * TO_DKK_2017)
    cost_se = TOTAL / z_of_p(TOTAL_P)
    qaly_se = QALYS / z_of_p(0.296)
    z = (TOTAL + WTP * QALYS) / math.hypot(cost_se, WTP * qaly_se)
    implied = NormalDist().cdf(z)
    assert round(implied, 4) == 0.9997
    shown = float(curves(decision.psa, [own]).probability[1, 0])
    assert shown == pytest.approx(implied, abs=0.0004)
    assert shown - PUBLISHED_ACCEPTABILITY > 0.04


def test_the_published_acceptability_would_need_a_standard_error_of_about_6100_euros() -> None:
    needed = (TOTAL + WTP * QALYS) / NormalDist().inv_cdf(PUBLISHED_ACCEPTABILITY)
    assert round(needed, -2) == 6_100
    cost_se = math.sqrt(needed**2 - (WTP * QALYS / z_of_p(0.296)) ** 2)
    assert round(cost_se, -2) == 6_100
    assert 2 * NormalDist().cdf(-TOTAL / cost_se) == pytest.approx(0.115, abs=0.001)
    assert cost_se / (TOTAL / z_of_p(TOTAL_P)) == pytest.approx(2.1, abs=0.05)


def test_no_correlation_of_cost_and_qalys_explains_the_published_acceptability() -> None:
    most = TOTAL / z_of_p(TOTAL_P) + WTP * QALYS / z_of_p(0.296)
    assert round(most) == 3_754
    lowest = NormalDist().cdf((TOTAL + WTP * QALYS) / most)
    assert round(lowest, 3) == 0.997
    assert lowest > PUBLISHED_ACCEPTABILITY
