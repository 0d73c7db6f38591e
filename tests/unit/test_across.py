"""Money from one country to another: three ways, held against published conversions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ipscost.across import across, country_of, spread, three_ways
from ipscost.loading.amounts.world import with_world
from ipscost.loading.text.inputs import Inputs
from ipscost.units import (
    WAYS,
    CountryPrices,
    Money,
    NoPriceError,
    PriceTables,
    YearValue,
    parse_place,
)

KRONER = Money("DKK", 2024)
WORLD = with_world(PriceTables(), Inputs())

# kroner of 2024 by own prices then PPP, exchange then Danish prices, PPP then Danish prices;
# computed from mean rates of four decimals and indices of three (2016 = 100)
PRINTED = [
    ("EUR_2016", "DNK", -9543, (-84208, -84208, -84208)),
    ("EUR_2016", "DNK", -7288, (-64310, -64310, -64310)),
    ("EUR_2016", "DNK", -3730, (-32914, None, None)),
    ("EUR_2016", "DNK", -2992, (-26402, None, None)),
    ("EUR_2016", "DNK", -1792, (-15813, None, None)),
    ("EUR_2016", "DNK", -1943, (-17145, None, None)),
    ("EUR_2016", "DNK", 914, (8065, None, None)),
    ("EUR_2014", "SWE", -7247, (-62222, -64480, -66087)),
    ("USD_2019", "USA", 3056, (22686, 23511, 23050)),
    ("USD_2019", "USA", 3839, (28499, 29534, 28955)),
    ("USD_2019", "USA", 4910, (36450, 37774, 37033)),
    ("USD_2019", "USA", 2436, (18084, 18741, 18373)),
    ("USD_2019", "USA", 6388, (47422, 49144, 48181)),
    ("USD_2022", "USA", 7332, (47548, 54248, 46881)),
    ("USD_2022", "USA", 2614, (16952, None, None)),
    ("USD_2022", "USA", 6138, (39805, None, None)),
    ("USD_2022", "USA", 951, (6167, None, None)),
    ("GBP_2017", "GBR", 921, (10760, 9157, None)),
    ("GBP_2017", "GBR", 1436, (16776, 14277, None)),
    ("USD_2018", "USA", 363, (2743, None, None)),
]


def rounded(country: CountryPrices) -> CountryPrices:
    """The country with changes of an index that was rounded to three decimals, 2016 = 100."""
    index, change = {2016: 100.0}, country.change
    for year in range(2017, 2025):
        index[year] = index[year - 1] * (1 + change[year].value / 100)
    for year in range(2015, 2009, -1):
        index[year] = index[year + 1] / (1 + change[year + 1].value / 100)
    index = {year: round(value, 3) for year, value in index.items()}
    later = {y: YearValue(100 * (index[y] / index[y - 1] - 1), "") for y in range(2011, 2025)}
    return replace(country, change=later)


@pytest.mark.parametrize(("money", "country", "amount", "kroner"), PRINTED)
def test_published_amounts_become_kroner_three_ways(
    money: str, country: str, amount: float, kroner: tuple[float | None, ...]
) -> None:
    rates = {
        c: {y: replace(v, value=round(v.value, 4)) for y, v in s.items()}
        for c, s in WORLD.per_euro.items()
    }
    as_printed = replace(
        WORLD,
        per_euro=rates,
        countries={c: rounded(WORLD.countries[c]) for c in ("DNK", "SWE", "USA", "GBR")},
    )
    start = parse_place(money)[0]
    for tables, off in ((as_printed, {"abs": 0.6}), (WORLD, {"rel": 6e-5, "abs": 0.6})):
        ways = three_ways(start, country, KRONER, "DNK", tables)
        assert tuple(ways) == WAYS
        for factor, expected in zip(ways.values(), kroner, strict=True):
            assert expected is None or amount * factor == pytest.approx(expected, **off)


def test_the_ways_lie_apart_by_more_for_dollars_of_2022_than_of_2019() -> None:
    apart = {
        year: spread(three_ways(Money("USD", year), "USA", KRONER, "DNK", WORLD))
        for year in (2019, 2022)
    }
    assert apart[2019] == pytest.approx(23511 / 22686 - 1, abs=2e-4)
    assert apart[2022] == pytest.approx(54248 / 46881 - 1, abs=2e-4)


def test_a_way_without_a_rate_is_left_out_unless_it_is_the_usual_one() -> None:
    ways = three_ways(Money("USD", 1995), "USA", KRONER, "DNK", WORLD)
    assert tuple(ways) == ("prices_then_ppp", "ppp_then_prices")
    with pytest.raises(NoPriceError, match="no consumer prices of USA for 1981"):
        three_ways(Money("USD", 1980), "USA", KRONER, "DNK", WORLD)


def test_swedish_euros_go_through_kronor_and_each_step_says_its_source() -> None:
    found = across(Money("EUR", 2014), "SWE", KRONER, "DNK", WORLD, "prices_then_ppp")
    assert [str(step.money) for step in found.steps] == ["SEK_2014", "SEK_2024", "DKK_2024"]
    parts = ("European Central Bank", "FP.CPI.TOTL.ZG", "PA.NUS.PPP")
    assert all(part in step.source for part, step in zip(parts, found.steps, strict=True))
    assert all("read 20" in step.source for step in found.steps)


def test_money_reported_in_another_currency_is_exchanged_last() -> None:
    found = across(Money("USD", 2019), "USA", Money("EUR", 2016), "DNK", WORLD, "prices_then_ppp")
    assert [str(step.money) for step in found.steps] == ["USD_2016", "DKK_2016", "EUR_2016"]


def test_one_currency_is_not_one_country() -> None:
    euros = Money("EUR", 2020)
    there = across(euros, "DEU", euros, "ESP", WORLD, "ppp_then_prices")
    back = across(euros, "ESP", euros, "DEU", WORLD, "prices_then_ppp")
    assert there.factor * back.factor == pytest.approx(1)
    assert there.factor != pytest.approx(1, abs=0.05)
    assert across(euros, "DEU", euros, "DEU", WORLD, "prices_then_ppp").steps == ()


@pytest.mark.parametrize(
    ("start", "country", "target", "target_country", "said"),
    [
        (Money("USD", None), "USA", KRONER, "DNK", "the price year of USD_unknown is not known"),
        (Money("USD", 2019), "USA", Money("DKK", None), "DNK", "price year of DKK_unknown"),
        (
            Money("USD", 2019),
            "USA",
            Money("DKK", 2031),
            "DNK",
            "no consumer prices of USA for 2025",
        ),
        (Money("USD", 1980), "USA", KRONER, "DNK", "no consumer prices of USA for 1981"),
        (Money("EUR", 1995), "SWE", KRONER, "DNK", "no mean exchange rate of SEK for 1995"),
        (Money("XAF", 2019), "SWE", KRONER, "DNK", "no mean exchange rate of XAF for 2019"),
        (Money("INR", 2019), "IND", KRONER, "DNK", "no prices of IND are known"),
        (Money("USD", 2019), "", KRONER, "DNK", "no prices of \\? are known"),
    ],
)
def test_a_country_or_year_without_an_index_is_refused(
    start: Money, country: str, target: Money, target_country: str, said: str
) -> None:
    with pytest.raises(NoPriceError, match=said) as caught:
        across(start, country, target, target_country, WORLD, "prices_then_ppp")
    assert caught.value.fix


def test_a_currency_is_of_a_country_unless_several_have_it() -> None:
    assert country_of("DKK", WORLD) == "DNK"
    with pytest.raises(NoPriceError, match="EUR is the money of several countries") as caught:
        country_of("EUR", WORLD)
    assert "/DEU" in str(caught.value.fix)
    with pytest.raises(NoPriceError, match="no country of INR"):
        country_of("INR", WORLD)


def test_money_may_name_its_country() -> None:
    assert parse_place("EUR_2024/DEU") == (Money("EUR", 2024), "DEU")
    assert parse_place("DKK_2024") == (KRONER, "")
    for malformed in ("EUR_2024/de", "EUR_2024/", "2024", "DKK"):
        with pytest.raises(ValueError, match="expected money"):
            parse_place(malformed)


def test_an_unknown_order_is_refused() -> None:
    with pytest.raises(ValueError, match="order must be one of"):
        across(KRONER, "DNK", Money("DKK", 2020), "DNK", WORLD, "prices")
