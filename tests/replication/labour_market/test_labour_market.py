"""The labour market of IPS against what was published, and against a second model."""

from __future__ import annotations

import math
from pathlib import Path
from statistics import NormalDist

import forms
import numpy as np
import pytest
from forms import ARMS, EVER_18, EVER_30, JOB_SHARE, LATE, WEEKS_30
from labour import (
    LOSE,
    NAME,
    SHARE,
    categories,
    constant,
    euros,
    fitted,
    outcome,
    run,
    scenario,
    stated,
    values,
    with_constant_hazard,
)
from told import told

import ipscost
from ipscost import Settings
from ipscost.analysis.calibrate.calibrated import calibrated
from ipscost.analysis.estimates import View
from ipscost.analysis.verify import findings
from ipscost.report.verify.report import verify as _verify

verify = told(_verify)

# --- what was published -----------------------------------------------------------------------


@pytest.mark.parametrize("name", [NAME, "ips-ten-years"])
def test_every_published_result_agrees_or_is_as_far_off_as_the_file_says(name: str) -> None:
    found = run(name=name)
    assert verify(found)[1]
    assert {finding.verdict for finding in findings(found)} == {"agrees", "off"}


def test_a_result_is_called_off_only_where_it_does_not_agree() -> None:
    verdicts = [finding.verdict for finding in findings(run())]
    assert (verdicts.count("agrees"), verdicts.count("off")) == (3, 11)
    tolerated = [f for f in findings(run()) if f.target.within is not None]
    agreeing = [f.target.path for f in tolerated if f.verdict == "agrees"]
    assert agreeing == ["outcome.ever_30", "outcome.weeks_30"]


def test_no_residual_is_as_large_as_the_error_of_its_figure() -> None:
    found = run()
    errors = {"ever_18": forms.SE_EVER_18, "weeks_30": forms.SE_WEEKS}
    errors["ever_30"] = np.sqrt(EVER_30 * (1 - EVER_30) / forms.PERSONS)
    for name, published in (("ever_18", EVER_18), ("ever_30", EVER_30), ("weeks_30", WEEKS_30)):
        assert (np.abs(np.array(outcome(found, name)) - published) < 0.75 * errors[name]).all()


def test_the_numbers_of_the_file_are_those_of_its_calibration() -> None:
    found = fitted()
    for place, unknown in enumerate(found.unknowns):
        value, se = found.fit.best.values[place], found.fit.se[place]
        assert unknown.quantity.value == pytest.approx(value, rel=1e-4)
        assert unknown.quantity.dist.sd == pytest.approx(se, rel=0.005)
    correlation = found.correlation
    assert correlation is not None
    assert correlation.members == tuple(unknown.path for unknown in found.unknowns)
    # that of the fitted logs, told with three decimals
    scaled = found.fit.correlation
    assert np.abs(np.array(correlation.matrix) - scaled).max() < 0.01


def test_the_targets_are_the_published_figures_with_their_errors() -> None:
    targets = fitted().targets
    arms = {arm: place for place, arm in enumerate(ARMS)}
    expected = {"ever_18": EVER_18, "late": LATE, "weeks": WEEKS_30}
    errors = {"ever_18": forms.SE_EVER_18, "late": forms.SE_LATE, "weeks": forms.SE_WEEKS}
    assert len(targets) == 9
    for target in targets:
        name, _, arm = target.name.rpartition("_")
        assert target.value == pytest.approx(expected[name][arms[arm]], abs=5e-5)
        assert target.se == pytest.approx(errors[name][arms[arm]], rel=0.005)


def test_the_spread_of_weeks_is_what_the_published_p_value_implies() -> None:
    assert NormalDist().inv_cdf(1 - 0.004 / 2) == pytest.approx(forms.Z_OF_P_0_004, abs=1e-6)
    assert pytest.approx(30.5, abs=0.05) == forms.SD_WEEKS


# --- the second model -------------------------------------------------------------------------


def test_the_second_model_gives_the_same_shares_and_weeks() -> None:
    shares = forms.people("step", values(), 30, ratio_until=18)
    weeks = forms.months_in(shares, 30)[:, 2] * forms.WEEKS_A_MONTH
    found = run(f"{SHARE}.mean={JOB_SHARE}")
    assert outcome(found, "ever_18") == pytest.approx(1 - shares[18, :, 0], rel=1e-9)
    assert outcome(found, "ever_30") == pytest.approx(1 - shares[30, :, 0], rel=1e-9)
    assert outcome(found, "in_job_18") == pytest.approx(shares[18, :, 3], rel=1e-9)
    assert outcome(found, "weeks_30") == pytest.approx(weeks, rel=1e-9)


def test_the_second_model_gives_the_same_years_and_the_same_fit() -> None:
    shares = forms.people("step", values(), 120, ratio_until=18)
    months = forms.months_in(shares, 120)
    counted = scenario(f"{SHARE}.mean={JOB_SHARE}", name="ips-ten-years").as_counted
    found = ipscost.simulate(counted, Settings(draws=0))
    assert outcome(found, "months_on_benefit") == pytest.approx(months[:, 0], rel=1e-9)
    weeks = months[:, 2] * forms.WEEKS_A_MONTH
    assert outcome(found, "weeks_10_years") == pytest.approx(weeks, rel=1e-9)
    assert outcome(found, "in_job_120") == pytest.approx(shares[120, :, 3], rel=1e-9)
    assert dict(forms.fit("step", ratio_until=18).values) == pytest.approx(values(), rel=2e-4)


# --- what the data say ------------------------------------------------------------------------


def test_a_constant_hazard_that_fits_month_18_overshoots_month_30_by_over_10_points() -> None:
    found = with_constant_hazard()
    assert outcome(found, "ever_18") == pytest.approx(EVER_18, abs=1e-9)
    over = np.array(outcome(found, "ever_30")) - EVER_30
    assert (over > 0.10).all()
    assert (over > 3.5 * np.sqrt(EVER_30 * (1 - EVER_30) / forms.PERSONS)).all()
    fit = forms.fit("constant", only=range(3))
    assert fit.chi2 < 1e-12
    assert fit.values["rate"] == pytest.approx(constant()["rate"], rel=1e-6)


def test_no_constant_hazard_fits_and_all_falling_ones_fit_alike() -> None:
    squares = {form: forms.fit(form).chi2 for form in forms.FORMS}
    assert squares.pop("constant") > 100
    assert max(squares.values()) - min(squares.values()) < 0.1
    assert max(squares.values()) < 3


def test_the_forms_part_before_month_6_and_after_year_3() -> None:
    first, last = {}, {}
    for form in ("weibull", "gompertz", "step"):
        shares = forms.people(form, forms.fit(form).values, 120)
        first[form], last[form] = 1 - shares[1, 0, 0], shares[120, 0, 3]
    assert first["weibull"] > 5 * first["step"] > 0
    assert last["step"] > 10 * last["gompertz"] > 0


def test_after_month_18_the_ratio_of_leaving_is_near_1_and_unsure() -> None:
    hazards = -np.log(1 - LATE)
    errors = forms.SE_LATE / (1 - LATE) / hazards
    for place, ratio, low, high in ((1, 1.05, 0.5, 2.3), (2, 1.20, 0.6, 2.5)):
        found = hazards[place] / hazards[0]
        spread = 1.96 * math.hypot(errors[place], errors[0])
        assert found == pytest.approx(ratio, abs=0.005)
        assert found * math.exp(-spread) == pytest.approx(low, abs=0.05)
        assert found * math.exp(spread) == pytest.approx(high, abs=0.05)


@pytest.mark.parametrize(("share", "lose"), [(0.45, 0.0182), (0.65, 0.0691)])
def test_of_the_share_who_go_to_a_job_and_its_length_only_the_two_together_are_known(
    share: float, lose: float
) -> None:
    found = fitted(f"{SHARE}.mean={share}")
    (place,) = [i for i, unknown in enumerate(found.unknowns) if unknown.path == LOSE]
    assert round(float(found.fit.best.values[place]), 4) == lose
    assert abs(found.fit.squares - fitted().fit.squares) < 0.1
    settings = {analysis.name: analysis.settings for analysis in scenario().analyses}
    name = "fewer_jobs" if share < 0.5 else "more_jobs"
    assert settings[name] == (f"{SHARE}.mean={share}", f"{LOSE}.mean={lose}")


def test_the_numbers_with_jobs_that_last_longer_are_calibrated(tmp_path: Path) -> None:
    more = tmp_path / "more.yaml"
    unknown = "calibrate: {unknown: {model.transition.job.benefit.ips: {low: 0.1, high: 3}}}"
    more.write_text(f"ipscost: 1\nextends: {NAME}\ntitle: One more\n{unknown}\n", "utf-8")
    found = calibrated(ipscost.load(more), starts=1)
    (analysis,) = [a for a in found.scenario.analyses if a.name == "jobs_last_longer"]
    settings = dict(setting.split("=") for setting in analysis.settings)
    for place, each in enumerate(found.unknowns):
        changed = float(settings[f"{each.path}.{each.quantity.role}"])
        assert changed == pytest.approx(found.fit.best.values[place], rel=1e-4)
    better = fitted().fit.squares - found.fit.squares
    assert 1 < better < NormalDist().inv_cdf(0.975) ** 2  # chance alone would do as well
    weeks = [
        r for r, t in zip(found.fit.residuals, found.targets, strict=True) if "weeks" in t.name
    ]
    assert np.abs(weeks).max() < 0.2


# --- money ------------------------------------------------------------------------------------


def test_hours_give_back_the_published_productivity_of_both_arms_nearly() -> None:
    wage = next(q for q in scenario().quantities if q.path == "cost.productivity.price")
    weeks = outcome(run(), "weeks_18")
    hours = [
        published * euros() / -wage.mean / each
        for published, each in zip((5422, 7214), weeks[:2], strict=True)
    ]
    assert [round(each, 1) for each in hours] == [14.2, 13.4]
    assert stated()["number.hours"] == round(sum(hours) / 2)


def test_the_total_of_ipse_is_the_published_one_by_construction() -> None:
    view = View(run(), "societal")
    found = stated()
    gain = view.difference("ipse", view.weight() * [c.kind == "productivity" for c in categories()])
    assert found["cost.with_ipse.ipse"] == -round(7288 + gain.point / euros())
    assert -view.total("ipse").point / euros() == pytest.approx(7288, abs=1)


def test_the_error_of_the_resources_with_ipse_is_that_of_those_with_ips() -> None:
    spread = {q.path: q.dist.sd for q in scenario().quantities}
    paths = ("jobcenter", "psychiatric.hospital", "social_and_other")
    together = math.hypot(*(spread[f"cost.{path}.ips"] for path in paths))
    assert spread["cost.with_ipse.ipse"] == pytest.approx(together, abs=1)


def test_the_resources_of_ips_are_those_of_inklusion_ips() -> None:
    here, there = stated(), stated("inklusion-ips")
    paths = ("programme", "jobcenter", "psychiatric.hospital", "social_and_other")
    assert all(here[f"cost.{p}.ips"] == there[f"cost.{p}.ips"] for p in paths)
    for quantity in scenario(name="inklusion-ips").quantities:
        if quantity.path.startswith("cost.") and "productivity" not in quantity.path:
            other = next(q for q in scenario().quantities if q.path == quantity.path)
            assert (other.unit, other.dist) == (quantity.unit, quantity.dist)
            assert other.source_text == quantity.source_text


def test_the_saving_differs_from_that_of_inklusion_ips_by_productivity_alone() -> None:
    here, there = run().point, run(name="inklusion-ips").point
    for path in ("programme", "jobcenter", "psychiatric.hospital", "social_and_other"):
        mine = here.difference("ips")[here.categories.index(f"cost.{path}"), 0]
        published = there.difference("ips")[there.categories.index(f"cost.{path}"), 0]
        assert mine == pytest.approx(published, rel=1e-12)
    saving = -View(run(), "societal").total("ips").point
    assert round(saving) == 75_128


def test_everyone_is_past_the_last_step_of_the_ladder() -> None:
    (benefits,) = [c for c in categories() if c.path.startswith("cost.benefits")]
    assert benefits.path == "cost.benefits.after"
    assert dict(benefits.payers) == {"state": 0.2, "municipality": 0.8}
    (kept,) = [c for c in categories() if c.path == "cost.benefit_kept"]
    assert dict(kept.payers) == dict(benefits.payers)


def test_taxes_follow_from_the_rates_that_were_read() -> None:
    found = stated()
    municipal, bottom = (
        found["cost.tax.benefits_municipal.rate"],
        found["cost.tax.benefits_state.rate"],
    )
    left = 1 - found["cost.tax.contribution.rate"]
    assert found["cost.tax.wages_municipal.rate"] == round(left * municipal, 4)
    assert found["cost.tax.wages_state.rate"] == round(left * bottom, 4)
    deduction = next(q for q in scenario().quantities if q.path.endswith("wages_municipal.rate"))
    assert deduction.bounds is not None
    assert deduction.bounds[0] == round((left - 0.101) * municipal, 4)
