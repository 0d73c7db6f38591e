"""Units, and the conversion of money."""

from __future__ import annotations

import pytest

from ipscost.units import (
    Money,
    NoPriceError,
    PriceTables,
    Unit,
    YearValue,
    convert,
    parse_money,
    parse_unit,
)

TABLES = PriceTables(
    exchange={("DKK", "EUR"): {2016: YearValue(7.5, "bank"), 2017: YearValue(7.0, "bank")}},
    change={
        "DKK": {2016: YearValue(0.0, "a"), 2017: YearValue(10.0, "a"), 2018: YearValue(20.0, "b")},
        "EUR": {2017: YearValue(50.0, "c")},
    },
)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("EUR_2016/person", Unit(Money("EUR", 2016), ("person",))),
        ("DKK_2024/person/month", Unit(Money("DKK", 2024), ("person", "month"))),
        ("share", Unit("share")),
        ("QALY/person", Unit("QALY", ("person",))),
        ("bed_day/person", Unit("bed_day", ("person",))),
    ],
)
def test_a_unit_is_read_and_written_the_same(text: str, unit: Unit) -> None:
    assert parse_unit(text) == unit
    assert str(unit) == text


@pytest.mark.parametrize("text", ["", "/", "DKK_2024/", "/person", "5", "DKK_24/person", "a b"])
def test_a_malformed_unit_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        parse_unit(text)


def test_money_needs_a_year() -> None:
    with pytest.raises(ValueError, match="expected money of a year, found 'DKK'"):
        parse_money("DKK")


@pytest.mark.parametrize(
    ("order", "factor"),
    [("exchange_then_prices", 7.5 * 1.1), ("prices_then_exchange", 1.5 * 7.0)],
)
def test_the_order_of_a_conversion_matters(order: str, factor: float) -> None:
    found = convert(Money("EUR", 2016), Money("DKK", 2017), TABLES, order)
    assert found.factor == pytest.approx(factor)


def test_prices_are_chained_over_the_years_both_ways() -> None:
    early, late = Money("DKK", 2016), Money("DKK", 2018)
    up = convert(early, late, TABLES, "exchange_then_prices")
    down = convert(late, early, TABLES, "exchange_then_prices")
    assert up.factor == pytest.approx(1.1 * 1.2)
    assert down.factor == pytest.approx(1 / up.factor)
    assert up.steps[0].source == "a; b"


def test_a_rate_holds_in_both_directions() -> None:
    found = convert(Money("DKK", 2016), Money("EUR", 2016), TABLES, "exchange_then_prices")
    assert found.factor == pytest.approx(1 / 7.5)


def test_the_same_money_needs_no_step() -> None:
    money = Money("DKK", 1066)
    assert convert(money, money, TABLES, "exchange_then_prices").steps == ()


def test_a_missing_rate_is_never_taken_from_a_neighbouring_year() -> None:
    with pytest.raises(NoPriceError, match="no exchange rate from EUR to DKK for 2018") as caught:
        convert(Money("EUR", 2018), Money("DKK", 2018), TABLES, "exchange_then_prices")
    assert caught.value.fix.endswith("(known years: 2016 to 2017)")


def test_a_missing_change_of_prices_is_named() -> None:
    with pytest.raises(NoPriceError, match="no consumer prices for EUR in 2018"):
        convert(Money("EUR", 2016), Money("EUR", 2018), TABLES, "exchange_then_prices")


def test_an_unknown_order_is_refused() -> None:
    with pytest.raises(ValueError, match="order must be one of"):
        convert(Money("EUR", 2016), Money("DKK", 2016), TABLES, "by_hand")


@pytest.mark.parametrize(
    ("text", "monthly"),
    [("DKK_2024/person/month", True), ("DKK_2024/person", False), ("day/month/person", False)],
)
def test_monthly_is_per_person_and_month(text: str, monthly: bool) -> None:
    assert parse_unit(text).monthly is monthly
