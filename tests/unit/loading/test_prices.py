"""Exchange rates and consumer prices of a scenario's own."""

from __future__ import annotations

from pathlib import Path

import pytest

import ipscost
from ipscost import Scenario, ScenarioError
from ipscost.units import Conversion

SCENARIO = """\
ipscost: 1
title: Prices
money: DKK_2024
conversion: {order}
prices: [{prices}]
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
    ips: {{mean: 80}}
"""
RATES = """\
ipscost_prices: 1
kind: exchange
currency: DKK
per: NOK
source:
  bank: {cite: A bank, sure: verified}
year:
  2023: {value: 0.7, source: bank 2023}
  2024: {value: 0.6, source: bank 2024}
"""
RISES = """\
ipscost_prices: 1
kind: consumer_prices
currency: NOK
source:
  office: {cite: An office, sure: verified}
year:
  2024: {value: 10, source: office 2024}
"""


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("rates.yaml").write_text(RATES, encoding="utf-8")
    Path("rises.yaml").write_text(RISES, encoding="utf-8")


def load(
    unit: str,
    order: str = "exchange_then_prices",
    prices: str = "rates.yaml, rises.yaml",
    price_year: int | None = None,
) -> Scenario:
    text = SCENARIO.format(unit=unit, order=order, prices=prices)
    Path("own.yaml").write_text(text, encoding="utf-8")
    return ipscost.load("own.yaml", price_year=price_year)


def refusal(unit: str, order: str = "exchange_then_prices", prices: str = "rates.yaml") -> str:
    with pytest.raises(ScenarioError) as caught:
        load(unit, order, prices)
    return str(caught.value)


def route(conversion: Conversion) -> list[tuple[str, float]]:
    return [(str(step.money), pytest.approx(step.factor)) for step in conversion.steps]


def test_exchange_comes_first_with_the_rate_of_the_stated_year() -> None:
    number = load("NOK_2023").categories[0].arms["usual"]
    assert number.factor == pytest.approx(0.7 * 1.014)
    assert number.conversion is not None
    assert route(number.conversion) == [("DKK_2023", 0.7), ("DKK_2024", 1.014)]


def test_prices_come_first_with_the_rate_of_the_reported_year() -> None:
    number = load("NOK_2023", "prices_then_exchange").categories[0].arms["usual"]
    assert number.factor == pytest.approx(1.1 * 0.6)
    assert number.conversion is not None
    assert route(number.conversion) == [("NOK_2024", 1.1), ("DKK_2024", 0.6)]


def test_each_step_of_a_conversion_names_its_source() -> None:
    conversion = load("NOK_2023", "prices_then_exchange").categories[0].arms["ips"].conversion
    assert conversion is not None
    assert [step.source for step in conversion.steps] == ["An office", "A bank"]


def test_a_rate_may_be_stated_the_other_way_round() -> None:
    text = RATES.replace("currency: DKK\nper: NOK", "currency: NOK\nper: DKK")
    Path("rates.yaml").write_text(text.replace("0.6", "1.25"), encoding="utf-8")
    assert load("NOK_2024").categories[0].arms["usual"].factor == pytest.approx(0.8)


def test_a_year_of_the_scenario_replaces_that_of_the_shipped_file() -> None:
    text = RISES.replace("NOK", "DKK")
    Path("rises.yaml").write_text(text, encoding="utf-8")
    assert load("DKK_2023").categories[0].arms["usual"].factor == pytest.approx(1.1)


def test_a_later_file_replaces_the_years_of_an_earlier_one() -> None:
    Path("later.yaml").write_text(RATES.replace("0.6", "0.5"), encoding="utf-8")
    loaded = load("NOK_2024", prices="rates.yaml, later.yaml")
    assert loaded.categories[0].arms["usual"].factor == 0.5


def test_a_price_file_is_one_of_the_inputs() -> None:
    assert "rates.yaml" in load("NOK_2024").inputs


def test_a_missing_year_of_an_exchange_rate_says_which_years_there_are() -> None:
    assert refusal("NOK_2019") == (
        "own.yaml:20:11: error[E212] cost.care.usual: "
        "no exchange rate from NOK to DKK for 2019, so NOK_2019 cannot become DKK_2024\n"
        "   20 |     unit: NOK_2019/person\n"
        "      |           ^^^^^^^^^^^^^^^\n"
        "  fix: add the exchange rate of 2019 with its source to a file named under `prices:` "
        "(known years: 2023 to 2024)"
    )


def test_a_missing_year_of_prices_is_never_bridged() -> None:
    said = refusal("NOK_2023", "prices_then_exchange")
    assert "no consumer prices for NOK in 2024" in said
    assert "[rates.yaml, prices/countries/consumer_prices_nok.yaml]" in said


def test_a_mistake_in_a_price_file_is_reported_there() -> None:
    Path("rates.yaml").write_text(RATES.replace("value: 0.6", "value: '0,6'"), encoding="utf-8")
    said = refusal("NOK_2023")
    assert said.startswith(
        "rates.yaml:9:17: error[E112] year.2024.value: expected a number, found '0,6'\n"
    )
    assert "fix: write 0.6 (decimal point, no thousands mark)" in said


def test_an_exchange_rate_without_per_is_refused() -> None:
    Path("rates.yaml").write_text(RATES.replace("per: NOK\n", ""), encoding="utf-8")
    assert "rates.yaml:1:1: error[E102] expected the key per, found none" in refusal("NOK_2023")


@pytest.mark.parametrize("year", ["next", "20245", "²²²²", "٢٠٢٤"])
def test_a_year_that_is_none_is_refused(year: str) -> None:
    Path("rates.yaml").write_text(RATES.replace("  2024:", f"  {year}:"), encoding="utf-8")
    said = refusal("NOK_2023")
    assert f"rates.yaml:9:3: error[E106] year.{year}: expected a year, found '{year}'" in said
    assert "fix: write a year such as 2024" in said


def test_an_unknown_source_of_a_rate_is_refused_with_the_nearest() -> None:
    text = RATES.replace("source: bank 2024", "source: banks 2024")
    Path("rates.yaml").write_text(text, encoding="utf-8")
    said = refusal("NOK_2023")
    assert "error[E206] year.2024.source: unknown source banks" in said
    assert "fix: write bank" in said


@pytest.mark.parametrize(("change", "least"), [("0", "above 0"), ("-1", "above 0")])
def test_a_rate_must_be_above_0(change: str, least: str) -> None:
    Path("rates.yaml").write_text(RATES.replace("0.6", change), encoding="utf-8")
    said = refusal("NOK_2023")
    assert f"error[E114] year.2024.value: expected a number {least}, found {change}" in said


def test_prices_cannot_fall_by_all_they_were() -> None:
    Path("rises.yaml").write_text(RISES.replace("value: 10", "value: -100"), encoding="utf-8")
    said = refusal("NOK_2024", prices="rates.yaml, rises.yaml")
    assert "error[E114] year.2024.value:" in said


def test_results_may_be_restated_in_the_prices_of_another_year() -> None:
    loaded = load("DKK_2024", price_year=2023)
    assert str(loaded.money) == "DKK_2023"
    assert str(loaded.stated_money) == "DKK_2024"
    assert loaded.categories[0].arms["usual"].factor == pytest.approx(1 / 1.014)
