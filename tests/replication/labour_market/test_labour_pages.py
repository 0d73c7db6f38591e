"""The pages on the labour market and on SØM say what the scenarios give."""

from __future__ import annotations

import os
import re
from pathlib import Path
from statistics import NormalDist

import forms
import numpy as np
import pytest
from forms import EVER_18, EVER_30
from labour import (
    LEAVE,
    LOSE,
    SHARE,
    categories,
    constant,
    euros,
    fitted,
    outcome,
    run,
    scenario,
    values,
    with_constant_hazard,
)
from told import render, told

import ipscost
from ipscost.analysis.course import break_even_months
from ipscost.analysis.estimates import View
from ipscost.cli import main
from ipscost.formats import Page
from ipscost.loading import read
from ipscost.loading.analyses import variants
from ipscost.report.calibrate.report import report as _report
from ipscost.units import Money, convert

report = told(_report)

ROOT = Path(__file__).parents[3]
PAGE, SOEM = ROOT / "docs" / "labour-market.md", ROOT / "docs" / "soem.md"
REWRITE = bool(os.environ.get("IPSCOST_REWRITE"))
NAMES = ("Normal practice", "IPS", "IPSE")


def holds(page: Path, mark: str, shown: str) -> None:
    """Checks that the page shows a table or output after a mark; rewrites it where asked to."""
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(f"<!-- {mark} -->\n")
    if rest.startswith("```text\n"):
        after, found = rest[rest.index("\n```\n", 4) + 1 :], f"```text\n{shown}\n"
    else:
        after, found = rest[rest.index("<!-- end -->") :], f"{shown}\n"
    new = f"{before}<!-- {mark} -->\n{found}{after}"
    if REWRITE:
        page.write_text(new, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == new


def table(head: str, rows: list[tuple[str, ...]]) -> str:
    """A table of Markdown, the first column of words."""
    cells = [tuple(head.split(" | ")), ("---", *("---:",) * (head.count(" | "))), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def percent(share: float, digits: int = 1) -> str:
    return f"{100 * share:.{digits}f}%"


def printed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


@pytest.fixture(autouse=True)
def _as_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")


# --- the labour market ------------------------------------------------------------------------


def test_the_page_shows_the_fit() -> None:
    out = render(report(fitted()), "table", Page(width=80))
    assert isinstance(out, str)
    holds(PAGE, "fit", out.split("\n\nlabour-market-ips: how it fits")[0])
    residuals = fitted().fit.residuals
    assert np.abs(residuals).max() < 1


def test_the_page_shows_how_far_a_constant_rate_overshoots() -> None:
    found = with_constant_hazard()
    rows = [
        (
            name,
            percent(by_18),
            percent(month_18),
            percent(by_30, 0),
            percent(month_30),
            f"{100 * (month_30 - by_30):+.1f} points",
        )
        for name, by_18, month_18, by_30, month_30 in zip(
            NAMES,
            EVER_18,
            outcome(found, "ever_18"),
            EVER_30,
            outcome(found, "ever_30"),
            strict=True,
        )
    ]
    head = "ever in job or education | by 18, published | constant rate | by 30, published | "
    holds(PAGE, "constant", table(head + "constant rate | too high by", rows))


def test_the_page_shows_that_falling_rates_fit_alike() -> None:
    called = {
        "constant": "constant",
        "weibull": "Weibull",
        "gompertz": "Gompertz",
        "step": "one change, at month 18",
    }
    rows = []
    for name, form, until in (
        *((name, form, np.inf) for form, name in called.items()),
        ("one change, ratios to month 18", "step", 18.0),
    ):
        fit = forms.fit(form, ratio_until=until)
        shares = forms.people(form, fit.values, 120, ratio_until=until)
        months = forms.months_in(shares, 120)
        rows.append(
            (
                name,
                str(len(fit.covariance)),
                f"{fit.chi2:.1f}",
                percent(1 - shares[1, 0, 0]),
                percent(shares[120, 0, 3]),
                f"{months[1, 0] - months[0, 0]:.1f}",
            )
        )
    head = "rate of leaving benefit | numbers fitted | sum of squares | out after a month | "
    head += "in a job after 10 years | months on benefit in 10 years, IPS less normal practice"
    holds(PAGE, "forms", table(head, rows))
    assert float(rows[0][2]) > 100
    assert rows[-1][2] == f"{fitted().fit.squares:.1f}"
    assert dict(forms.fit("step", ratio_until=18).values) == pytest.approx(values(), rel=2e-4)


def test_the_page_shows_that_share_and_length_of_jobs_are_not_told_apart() -> None:
    rows = []
    for share in (0.45, forms.JOB_SHARE, 0.65):
        found = fitted(f"{SHARE}.mean={share}") if share != forms.JOB_SHARE else fitted()
        paths = [unknown.path for unknown in found.unknowns]
        lose = float(found.fit.best.values[paths.index(LOSE)])
        settings = (f"{SHARE}.mean={share}", f"{LOSE}.mean={lose}")
        counted = scenario(*settings, name="ips-ten-years").as_counted
        later = outcome(ipscost.simulate(counted, ipscost.Settings(draws=0)), "months_on_benefit")
        rows.append(
            (
                percent(share, 0),
                f"{lose:.4f}",
                f"{1 / lose:.0f}",
                f"{found.fit.squares:.2f}",
                f"{later[1] - later[0]:.1f}",
            )
        )
    head = "go to a job | fitted rate of losing it, a month | months it lasts | sum of squares | "
    head += "months on benefit in 10 years, IPS less normal practice"
    holds(PAGE, "ridge", table(head, rows))


def test_the_page_shows_the_hours_backed_out() -> None:
    found = {q.path: q for q in run().scenario.quantities}
    wage = -found["cost.productivity.price"].mean
    rows = []
    for name, published, weeks in zip(
        NAMES, (5422, 7214), outcome(run(), "weeks_18"), strict=False
    ):
        hours = published * euros() / wage
        rows.append(
            (name, f"{published:,}", f"{hours:.0f}", f"{weeks:.1f}", f"{hours / weeks:.1f}")
        )
    head = "arm | productivity, EUR 2016 | hours | weeks in a job to month 18 | hours a week"
    holds(PAGE, "hours", table(head, rows))


def test_the_page_explains_the_gap_to_72000_kroner_category_by_category() -> None:
    view = View(run(), "societal")
    published = {
        "programme": -914,
        "jobcenter": 2992,
        "psychiatric.hospital": 3730,
        "social_and_other": 1943,
        "productivity": 1792,
    }
    factor, rows, total = euros(), [], np.zeros(2)
    for name, saved in published.items():
        path = f"cost.{name}"
        inside = [float(category.path == path) for category in categories()]
        label = next(c.label.tell("en") for c in categories() if c.path == path)
        pair = np.array([saved * factor, -view.difference("ips", np.array(inside)).point])
        total += pair
        rows.append((label, f"{saved:,}", *(f"{each:,.0f}" for each in pair), gap(pair)))
    whole = -view.total("ips").point
    assert total[1] == pytest.approx(whole)
    sums = (sum(published.values()), *total)
    rows.append(("**Total**", *(f"**{each:,.0f}**" for each in sums), f"**{gap(total)}**"))
    head = "saved with IPS | published, EUR 2016 | published, kr. | this model, kr. | gap"
    holds(PAGE, "gap", table(head, rows))
    assert sums[0] == 9543
    assert round(total[0], -3) == 72_000


def test_the_page_splits_the_gap_into_weeks_and_hours() -> None:
    rate = constant()
    exact = run(
        f"{LEAVE}.mean={rate['rate']}",
        f"number.ratio_ips.hazard_ratio={rate['ratio_ips']}",
        f"number.ratio_ipse.hazard_ratio={rate['ratio_ipse']}",
    )
    assert outcome(exact, "ever_18") == pytest.approx(EVER_18, abs=1e-9)
    inside = np.array([float(c.path == "cost.productivity") for c in categories()])
    model, met = (-View(r, "societal").difference("ips", inside).point for r in (run(), exact))
    published = 1792 * euros()
    pieces = {
        "weeks: the fit smooths the shares of month 18": model - met,
        "hours: 14 in both arms": met - published,
        "**Together**": model - published,
    }
    whole = pieces["**Together**"]
    rows = [(name, f"{kr:+,.0f}", percent(kr / whole, 0)) for name, kr in pieces.items()]
    holds(PAGE, "split", table("the gap in production | kr. | share", rows))
    assert pieces["weeks: the fit smooths the shares of month 18"] > 2 * whole / 3


def test_the_page_says_from_when_the_municipality_is_in_plus_if_the_programme_comes_first() -> None:
    base = ipscost.load("labour-market-ips")
    others = {a.name: s for a, s in variants(read("labour-market-ips"), base).scenarios}
    first = ipscost.simulate(others["programme_first"], ipscost.Settings(draws=0))
    jobcenter = np.array([float(c.path == "cost.jobcenter") for c in categories()])
    saved = -View(run(), "municipality").difference("ips", jobcenter).point
    rows, months = [], []
    for when, found in (("evenly", run()), ("in months 1 to 3", first)):
        gain = -found.point.monthly_differences("ips", ["municipality"])[0, :, 0]
        moves = gain - saved / len(gain)
        for what, course in (("evenly", gain), ("not counted", moves)):
            so_far = np.cumsum(course)
            months.append(float(break_even_months(so_far[:, None])[0]))
            rows.append((when, what, f"{months[-1]:.0f}", f"{so_far[-1]:+,.0f}"))
    head = (
        "programme paid | jobcenter saving | municipality in plus from month | after 18 months, kr."
    )
    holds(PAGE, "plus", table(head, rows))
    assert months[0] == 1
    assert months[0] < months[2] < months[3]


def test_in_30_per_cent_of_the_draws_jobcenters_save_more_than_they_cost() -> None:
    found = {q.path: q for q in scenario().quantities}
    saved, level = found["cost.jobcenter.ips"].dist, found["cost.jobcenter.sau"].value
    assert NormalDist(saved.mean, saved.sd).cdf(-level) == pytest.approx(0.30, abs=0.005)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (SHARE, "45 to 65%"),
        ("number.hours", "11 to 17"),
        ("cost.benefits.in.benefit", "6,707 to 16,139"),
        ("model.transition.education.benefit.all", "0.41 to 2.05"),
    ],
)
def test_the_assumed_numbers_are_spread_as_far_as_the_page_says(path: str, said: str) -> None:
    (found,) = [q for q in scenario().quantities if q.path == path]
    assert found.assumption is not None
    ends = found.dist.ppf(np.array([0.025, 0.975]))
    if said.endswith("%"):
        shown = f"{100 * ends[0]:.0f} to {100 * ends[1]:.0f}%"
    else:
        digits = 2 if ends[1] < 5 else 0
        shown = " to ".join(f"{end:,.{digits}f}" for end in ends)
    assert shown == said
    assert f"drawn from {said}" in PAGE.read_text(encoding="utf-8")


def gap(pair: np.ndarray) -> str:
    text = f"{pair[1] - pair[0]:+,.0f}"
    return "0" if text in ("+0", "-0") else text


# --- SØM --------------------------------------------------------------------------------------


def test_the_page_on_soem_shows_the_result_of_ten_years(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(["simulate", "ips-ten-years"], capsys)
    holds(SOEM, "headline", out.split("\n\n")[0])


def test_the_page_on_soem_shows_who_gains(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(["payers", "ips-ten-years", "--draws", "2000", "--notes"], capsys)
    start = out.index("Net gain and break-even: IPS compared with")
    shown = out[start : out.index("\n\nWho gains and who pays: IPSE", start)]
    holds(SOEM, "accounts", shown)


def test_the_page_on_soem_shows_its_scenario_analyses(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(["sensitivity", "ips-ten-years", "--draws", "1000", "--notes"], capsys)
    start = out.index("Saving with IPS in the scenario analyses")
    holds(SOEM, "analyses", out[start : out.index("Saving with IPSE in the scenario")].rstrip())


def test_the_page_on_soem_shows_the_range_of_the_analyses() -> None:
    base = ipscost.load("ips-ten-years")
    runs = {"the base case": base} | {
        a.label.tell("en"): s for a, s in variants(read("ips-ten-years"), base).scenarios
    }
    found = {
        name: -View(ipscost.simulate(s, ipscost.Settings(draws=0)), "public").total("ips").point
        for name, s in runs.items()
    }
    low, high = min(found, key=found.__getitem__), max(found, key=found.__getitem__)
    rows = [(name, f"{found[name]:,.0f}") for name in (low, "the base case", high)]
    holds(SOEM, "range", table("saving of the public sector with IPS | kr. per person", rows))
    assert found[low] < found["the base case"] < found[high]


def test_the_page_on_soem_explains_the_two_effects_of_the_length_of_education() -> None:
    ratio = "model.transition.education.benefit.all.hazard_ratio"
    savings, rows = [], []
    for months, value in (("50", 0.45), ("22", 1), ("10", 2.25)):
        found = run(f"{ratio}={value}", name="ips-ten-years")
        benefit = np.diff(outcome(found, "months_on_benefit")[:2])[0]
        job = np.diff(outcome(found, "weeks_10_years")[:2])[0] / forms.WEEKS_A_MONTH
        savings.append(-View(found, "public").total("ips").point)
        numbers = (f"{benefit:+.2f}", f"{-benefit - job:+.2f}", f"{job:+.2f}")
        rows.append((f"{months} months", *numbers, f"{savings[-1]:,.0f}"))
    head = "education lasts | months on benefit, IPS less normal practice, discounted"
    head += " | in education | in a job | saving, kr."
    holds(SOEM, "education", table(head, rows))
    assert savings[1] < min(savings[0], savings[2])


def test_over_ten_years_the_ratio_that_goes_on_moves_the_saving_by_more_than_half() -> None:
    def saving(scenario: ipscost.Scenario) -> float:
        found = ipscost.simulate(scenario, ipscost.Settings(draws=0))
        return -View(found, scenario.perspective).total("ips").point

    base = ipscost.load("ips-ten-years")
    others = {a.name: s for a, s in variants(read("ips-ten-years"), base).scenarios}
    assert saving(others["ratio_goes_on"]) - saving(base) > saving(base) / 2
    assert saving(others["savings_go_on"]) > saving(others["ratio_goes_on"])


def test_the_page_on_soem_states_the_programme_in_kroner() -> None:
    scenario = ipscost.load("ips-ten-years")
    (programme,) = [q for q in scenario.quantities if q.path == "cost.programme.ips"]
    rows = []
    for year in (2016, 2017, 2021):
        to = convert(
            Money("EUR", 2016), Money("DKK", year), scenario.prices, "exchange_then_prices"
        )
        rows.append((f"kroner of {year}", f"{programme.value * to.factor:,.0f}"))
    holds(SOEM, "programme", table("914 euros of 2016 | per person", rows))


def test_the_pages_repeat_no_number_that_the_scenario_has_otherwise() -> None:
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    analyses = {a.name: a for a in ipscost.load("labour-market-ips").analyses}
    for name in re.findall(r"`([a-z_]+)`", page):
        if "_" in name:
            assert name in analyses, name
    ratio = dict(s.split("=") for s in analyses["jobs_last_longer"].settings)
    said = float(ratio["model.transition.job.benefit.ips.hazard_ratio"])
    assert f"hazard ratio of {said:.2f} of losing the job" in page
