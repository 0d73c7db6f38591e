"""Scenarios whose money goes to another country: the orders with purchasing power, and refusals."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

import ipscost
from ipscost.analysis.conversions import apart, restating
from ipscost.cli import main
from ipscost.errors import ScenarioError
from ipscost.settings import Settings
from ipscost.units import Money

AMERICAN = """\
ipscost: 1
title: A trial in the United States
country: USA
money: DKK_2024
conversion: prices_then_ppp
horizon: {months: 12}
perspective: societal
discount: {cost: 0, outcome: 0}
arm:
  usual: {label: Usual help, reference: true}
  ips: {label: IPS}
payer:
  purse: {label: Public purse}
source:
  trial: {cite: A trial, sure: verified}
cost:
  care:
    label: Care
    kind: service
    payer: purse
    unit: USD_2019/person
    source: trial
    ips: {difference: 3056}
"""


def load(
    tmp_path: Path, *changes: tuple[str, str], price_year: int | None = None
) -> ipscost.Scenario:
    text = AMERICAN
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    file = tmp_path / "trial.yaml"
    file.write_text(text, encoding="utf-8")
    return ipscost.load(file, price_year=price_year)


def refusal(tmp_path: Path, *changes: tuple[str, str], price_year: int | None = None) -> str:
    with pytest.raises(ScenarioError) as caught:
        load(tmp_path, *changes, price_year=price_year)
    return str(caught.value)


@pytest.mark.parametrize(
    ("order", "kroner"), [("prices_then_ppp", 22686), ("ppp_then_prices", 23050)]
)
def test_a_file_states_its_order_and_its_country(tmp_path: Path, order: str, kroner: float) -> None:
    scenario = load(tmp_path, ("prices_then_ppp", order))
    (number,) = scenario.quantities
    assert scenario.base(number) == pytest.approx(kroner, abs=1)
    assert {name for name in scenario.inputs if "prices/world" in name} == {
        f"prices/world/{name}.csv"
        for name in ("countries", "sources", "consumer_prices", "purchasing_power", "exchange")
    }
    (ways,) = apart(scenario)
    assert (ways.start, ways.order) == (Money("USD", 2019), order)
    assert ways.spread == pytest.approx(23511 / 22686 - 1, abs=2e-4)
    assert ways.change("exchange_then_prices") == pytest.approx(23511 / kroner - 1, abs=2e-4)


def test_explain_shows_each_step_and_its_sources(tmp_path: Path) -> None:
    run = ipscost.simulate(load(tmp_path), Settings(draws=0))
    told = " ".join(ipscost.explain(run, "cost.care.ips").render().split())
    assert "USD_2019 x 1.226989 = USD_2024, x 6.050211 = DKK_2024" in told
    assert "(own prices first, then purchasing power): 22,686 DKK_2024/person" in told
    assert "FP.CPI.TOTL.ZG (CC BY 4.0), USA, read 20" in told
    assert "PA.NUS.PPP (CC BY 4.0), DNK, read 20" in told


def test_own_currency_needs_no_other_country(tmp_path: Path) -> None:
    scenario = load(tmp_path, ("DKK_2024", "USD_2024"))
    (number,) = scenario.quantities
    assert number.factor == pytest.approx(1.226989, abs=1e-6)
    assert apart(scenario) == ()


def test_prices_of_the_world_are_read_where_they_are_needed_alone(tmp_path: Path) -> None:
    change = (("DKK_2024", "USD_2019"), ("prices_then_ppp", "exchange_then_prices"))
    scenario = load(tmp_path, *change)
    assert not scenario.prices.countries
    assert not [name for name in scenario.inputs if "prices/world" in name]


def test_another_price_year_goes_the_same_way(tmp_path: Path) -> None:
    scenario = load(tmp_path, price_year=2017)
    assert scenario.money == Money("DKK", 2017)
    assert scenario.base(scenario.quantities[0]) == pytest.approx(20134, abs=1)
    assert restating(scenario).target_country == "DNK"
    assert "no consumer prices of USA for 2025" in refusal(tmp_path, price_year=2031)


def test_a_price_year_alone_goes_by_the_prices_of_the_country(tmp_path: Path) -> None:
    own = (("DKK_2024", "USD_2019"), ("conversion: prices_then_ppp\n", ""))
    scenario = load(tmp_path, *own, price_year=2024)
    assert scenario.base(scenario.quantities[0]) == pytest.approx(3056 * 1.226989, abs=0.01)
    euros = (*own, ("USD_2019", "EUR_2014"), ("USA", "SWE"))
    (number,) = load(tmp_path, *euros, price_year=2020).quantities
    assert number.conversion is not None
    assert [str(step.money) for step in number.conversion.steps] == [
        "SEK_2014",
        "SEK_2020",
        "EUR_2020",
    ]
    assert "no consumer prices of USA for 2025" in refusal(tmp_path, *own, price_year=2026)


def test_an_order_that_works_is_proposed(tmp_path: Path) -> None:
    told = refusal(tmp_path, ("conversion: prices_then_ppp\n", ""))
    assert "fix: add conversion: prices_then_ppp to the file" in told


def test_the_workbook_has_a_row_a_step(tmp_path: Path) -> None:
    load(tmp_path)
    file, book = tmp_path / "trial.yaml", tmp_path / "model.xlsx"
    assert main(["workbook", str(file), "--draws", "0", "--out", str(book)]) == 0
    sheets = openpyxl.load_workbook(book)
    cells = {cell.value for row in sheets["Model"].iter_rows() for cell in row}
    assert {"USD_2019", "USD_2024", "DKK_2024", 6.050211} <= cells
    assert any("PA.NUS.PPP" in str(value) for value in cells)


@pytest.mark.parametrize(
    ("change", "said", "fix"),
    [
        (("country: USA\n", ""), "error[E217] conversion: between countries", "add country: USA"),
        (("DKK_2024", "EUR_2024"), "error[E212] money: EUR is the money of several", "exchange_"),
        (("DKK_2024", "INR_2024"), "error[E212] money: no country of INR", "exchange_then_prices"),
        (("country: USA", "country: IND"), "error[E212] country: no prices of IND", "SWE, USA"),
        (("USD_2019", "USD_1970"), "no consumer prices of USA for 1971, so USD_1970", "1990 to"),
    ],
)
def test_what_cannot_go_to_another_country_is_refused(
    tmp_path: Path, change: tuple[str, str], said: str, fix: str
) -> None:
    told = refusal(tmp_path, change)
    assert said in told
    assert fix in told.partition("fix: ")[2]
