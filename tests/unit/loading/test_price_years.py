"""Money of years that no index reaches: what runs, what is assumed, and what a message offers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import ipscost
from ipscost import Scenario, ScenarioError
from ipscost.formats import render
from ipscost.report.explain.report import explain
from ipscost.report.simulate.summary import summary as report
from ipscost.run import simulate
from ipscost.settings import Settings

SCENARIO = """\
ipscost: 1
title: Own prices
money: {money}
horizon: {{months: 12}}
perspective: societal
discount: {{cost: 0, outcome: 0}}
arm:
  usual: {{reference: true}}
  ips: {{label: IPS}}
payer:
  town: {{label: Town}}
source:
  study: {{cite: A study 2024, sure: verified}}
cost:
  care:
    kind: service
    payer: town
    unit: {unit}/person
    source: study table 1
    usual: {{mean: 100}}
    ips: {{mean: 80, se: 5}}
"""
ASSUMED = "prices: {assume: 2026, growth: 0.02, assumption: the aim of the central bank}\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def load(
    money: str = "DKK_2026", unit: str = "DKK_2024", more: str = "", year: int | None = None
) -> Scenario:
    text = SCENARIO.format(money=money, unit=unit) + more
    Path("own.yaml").write_text(text, encoding="utf-8")
    return ipscost.load("own.yaml", price_year=year)


def refused(
    money: str = "DKK_2026", unit: str = "DKK_2024", more: str = "", year: int | None = None
) -> str:
    with pytest.raises(ScenarioError) as caught:
        load(money, unit, more, year)
    return str(caught.value)


def factor(scenario: Scenario) -> float:
    return scenario.categories[0].arms["usual"].factor


def told(scenario: Scenario, language: str = "en") -> str:
    run = simulate(scenario, Settings(draws=200))
    return " ".join(note.text.tell(language) for note in report(run).notes)


# --- what needs no index -----------------------------------------------------------------------


@pytest.mark.parametrize("money", ["DKK_2026", "DKK_2050", "DKK_1980", "GBP_2026"])
def test_money_of_a_year_without_an_index_runs_where_nothing_is_converted(money: str) -> None:
    scenario = load(money, money)
    assert str(scenario.money) == money
    run = simulate(scenario, Settings(draws=0))
    assert run.point.difference("ips")[0, 0] == -20


def test_one_amount_that_must_be_converted_is_refused_once_at_the_money() -> None:
    said = refused()
    assert said.startswith(
        "own.yaml:3:8: error[E212] money: no consumer prices for DKK in 2025, so DKK_2024 cannot "
        "become DKK_2026\n"
    )
    assert said.count("error[") == 1


# --- the lines to paste ------------------------------------------------------------------------


def pasted(said: str) -> str:
    return said[said.index("\nprices:\n") + 1 :].partition("\nor, ")[0] + "\n"


def test_the_four_lines_of_the_message_are_pasted_and_run() -> None:
    lines = pasted(refused())
    assert lines.count("\n") == 4
    assert factor(load(more=lines)) == pytest.approx(1.018**2)


def test_the_growth_that_is_offered_is_the_mean_of_the_last_ten_years() -> None:
    growth = yaml.safe_load(pasted(refused()))["prices"]["growth"]
    changes = (0.45, 0.25, 1.15, 0.81, 0.76, 0.42, 1.85, 7.70, 3.3, 1.4)
    product = 1.0
    for change in changes:
        product *= 1 + change / 100
    assert growth == round(product**0.1 - 1, 3) == 0.018


def test_the_lines_keep_the_files_that_are_named() -> None:
    Path("more.yaml").write_text(
        "ipscost_prices: 1\nkind: consumer_prices\ncurrency: DKK\n"
        "source: {office: {cite: An office, sure: verified}}\n"
        "year:\n  2025: {value: 3, source: office}\n",
        encoding="utf-8",
    )
    said = refused(more="prices: [more.yaml]\n")
    assert "write these lines in the file in place of its prices:" in said
    assert factor(load(more=pasted(said))) == pytest.approx(1.03 * 1.02)


def test_the_option_of_the_message_is_added_to_the_command_and_runs() -> None:
    said = refused("DKK_2024", year=2026)
    setting = re.search(r"--set '(.*)'", said)
    assert setting is not None
    found = ipscost.load("own.yaml", [setting[1]], price_year=2026)
    assert factor(found) == pytest.approx(1.018**2)


def test_prices_that_are_assumed_to_an_earlier_year_go_on_by_an_edit() -> None:
    said = refused(more=ASSUMED.replace("2026", "2025"))
    assert "or write assume: 2026 in prices" in said


@pytest.mark.parametrize(
    ("unit", "file"),
    [
        ("NOK_2022", "prices/yearly_means/exchange_dkk_per_nok.yaml"),
        ("GBP_2019", "prices/yearly_means/exchange_dkk_per_gbp.yaml"),
    ],
)
def test_a_rate_that_comes_with_ipscost_is_named(unit: str, file: str) -> None:
    order = "conversion: exchange_then_prices\n"
    assert f"add prices: [{file}] to the file" in refused("DKK_2024", unit, order)
    assert factor(load("DKK_2024", unit, order + f"prices: [{file}]\n")) > 0


def test_an_index_that_comes_with_ipscost_is_named() -> None:
    said = refused("GBP_2024", "GBP_2023")
    assert "add prices: [prices/countries/consumer_prices_gbp.yaml] to the file" in said
    more = "prices: [prices/countries/consumer_prices_gbp.yaml]\n"
    assert factor(load("GBP_2024", "GBP_2023", more)) == pytest.approx(1.03272, abs=1e-5)


# --- prices that are assumed -------------------------------------------------------------------


def test_assumed_prices_grow_after_the_last_published_year() -> None:
    scenario = load("DKK_2026", "DKK_2023", ASSUMED)
    assert factor(scenario) == pytest.approx(1.014 * 1.02**2)
    later = scenario.later_prices
    assert later is not None
    assert (later.currency, later.after, later.until, later.growth) == ("DKK", 2024, 2026, 0.02)


def test_the_price_year_of_the_command_uses_assumed_prices() -> None:
    scenario = load("DKK_2024", more=ASSUMED, year=2026)
    run = simulate(scenario, Settings(draws=0))
    assert run.point.difference("ips")[0, 0] == pytest.approx(-20 * 1.02**2)


def test_money_of_a_later_year_is_brought_back() -> None:
    assert factor(load("DKK_2024", "DKK_2026", ASSUMED)) == pytest.approx(1 / 1.02**2)


def test_a_file_of_prices_may_stand_beside_an_assumption() -> None:
    more = ASSUMED.replace("{assume", "{files: [prices/countries/consumer_prices_sek.yaml], assume")
    assert factor(load(more=more)) == pytest.approx(1.02**2)


def test_an_assumption_is_flagged_in_notes_and_counted() -> None:
    notes = told(load(more=ASSUMED))
    assert (
        "Consumer prices in DKK are published to 2024; after that they are assumed to rise by 2% a "
        "year to 2026: the aim of the central bank." in notes
    )
    assert "† Rests on an assumption" in notes
    assert "the assumption about 1 number holds" in notes
    assert "the 3 numbers are: 2 verified and 1 assumed" in notes


def test_an_assumption_that_nothing_rests_on_is_not_told() -> None:
    scenario = load("DKK_2024", "DKK_2023", ASSUMED)
    assert scenario.later_prices is None
    assert "assumed" not in told(scenario)


def test_falling_prices_are_told_as_such() -> None:
    assert "fall by 1% a year" in told(load(more=ASSUMED.replace("0.02", "-0.01")))
    assert "at falde 1% om året" in told(load(more=ASSUMED.replace("0.02", "-0.01")), "da")


def test_explain_shows_the_assumption_behind_a_number() -> None:
    run = simulate(load(more=ASSUMED), Settings(draws=200))
    page = render(explain(run, "cost.care.ips"), "csv")
    assert "Consumer prices in DKK are published to 2024" in str(page)


def test_assumed_prices_are_a_caveat_however_few_the_years() -> None:
    run = simulate(load(more=ASSUMED), Settings(draws=200))
    short = report(run).short
    assert short is not None
    assert any("how prices move after 2024 is assumed" in n.text.tell("en") for n in short.caveats)


def test_a_setting_changes_the_assumption() -> None:
    load(more=ASSUMED)
    found = ipscost.load("own.yaml", ["prices.growth=0.03"])
    assert factor(found) == pytest.approx(1.03**2)


def test_the_list_of_files_is_read_as_before() -> None:
    more = "prices: [prices/countries/consumer_prices_gbp.yaml]\n"
    assert "prices/countries/consumer_prices_gbp.yaml" in str(load("DKK_2024", more=more).inputs)


@pytest.mark.parametrize(
    ("setting", "code", "fix"),
    [
        (
            "prices={assume: 2026, growth: .nan, assumption: a}",
            "E113",
            "write a number such as 0.02",
        ),
        ("prices={assume: 2026, growth: 2%, assumption: a}", "E112", "write 0.02 (a share)"),
        ("prices={assume: 2026, growth: 30, assumption: a}", "E114", "write a number such as 0.02"),
        ("prices={assume: next, growth: 0.02, assumption: a}", "E114", "write a year such as 2026"),
        ("prices={assume: 2099, growth: 0.02, assumption: a}", "E114", "write 2026"),
        ("prices={growth: 0.02}", "E102", "add assume: ..."),
        ("prices={files: own.yaml}", "E103", "write [own.yaml]"),
        (
            "prices.assume=2026",
            "E303",
            "write prices={assume: 2026, growth: ..., assumption: ...}",
        ),
    ],
)
def test_an_assumption_that_cannot_be_used_is_refused_with_a_fix(
    setting: str, code: str, fix: str
) -> None:
    Path("own.yaml").write_text(SCENARIO.format(money="DKK_2026", unit="DKK_2026"))
    with pytest.raises(ScenarioError) as caught:
        ipscost.load("own.yaml", [setting])
    assert caught.value.problems[0].code == code
    assert caught.value.problems[0].fix.startswith(fix)


def test_a_year_beyond_the_assumed_one_says_how_far_to_assume(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from ipscost.cli import main

    assumed = "prices={assume: 2026, growth: 0.02, assumption: as before}"
    asked = ["simulate", "inklusion-ips", "--set", assumed, "--draws", "0"]
    assert main([*asked, "--price-year", "2027"]) == 2
    assert capsys.readouterr().err.rstrip().endswith("or write assume: 2027 in prices")
    further = assumed.replace("2026", "2027")
    assert main([*asked[:3], further, *asked[4:], "--price-year", "2027"]) == 0
