"""Conversion of money between countries: three ways, from the tables of the world.

prices_then_ppp       own consumer prices to the wanted year, then purchasing power of that year
exchange_then_prices  mean exchange rate of the price year, then the reader's consumer prices
ppp_then_prices       purchasing power of the price year, then the reader's consumer prices

An amount that is stated in another currency than the one it was spent in, such as Danish costs in
euros, is first exchanged at the mean rate of its price year. None of the ways is the right one:
purchasing power is that of all of GDP, not of health care or wages, and rates of exchange move for
reasons that have nothing to do with what things cost. See docs/file-format.md, Money.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from ipscost.messages import Message, ors
from ipscost.units import (
    ORDERS,
    PPP_ORDERS,
    WAYS,
    Conversion,
    ConversionStep,
    CountryPrices,
    Money,
    NoPriceError,
    PriceTables,
    YearValue,
    check_year,
)

EURO = "EUR"


def across(
    start: Money, country: str, target: Money, target_country: str, tables: PriceTables, order: str
) -> Conversion:
    """The conversion of `start`, spent in `country`, into `target`, spent in `target_country`.

    The order is one of those with purchasing power or of those without. Within one country all go
    by its own prices. Raises NoPriceError where a price year is not known, or a country or year has
    no index (never an average or a neighbour), and ValueError for an unknown order.
    """
    if order not in (*PPP_ORDERS, *ORDERS):
        raise ValueError(f"order must be one of {(*PPP_ORDERS, *ORDERS)}, not {order!r}")
    path = _Path(start, tables)
    if (start, country) == (target, target_country):
        return Conversion(start, (), order, country, target_country)
    year = check_year(target)
    check_year(start)
    own, reader = path.country(country), path.country(target_country)
    if order == "exchange_then_prices":
        path.exchange(reader.currency)
        path.inflate(reader, year)
    elif order == "ppp_then_prices":
        path.exchange(own.currency)
        path.buy(own, reader)
        path.inflate(reader, year)
    else:
        path.exchange(own.currency)
        path.inflate(own, year)
        if order == "prices_then_ppp":
            path.buy(own, reader)
    path.exchange(target.currency)
    return Conversion(start, tuple(path.steps), order, country, target_country)


def three_ways(
    start: Money, country: str, target: Money, target_country: str, tables: PriceTables
) -> dict[str, float]:
    """By each of the three ways, what an amount is multiplied by.

    Raises NoPriceError where the usual one lacks a year; another that does is left out, as the one
    by rates of exchange is before 1999.
    """
    usual, *others = WAYS
    found = {usual: across(start, country, target, target_country, tables, usual).factor}
    for way in others:
        with suppress(NoPriceError):
            found[way] = across(start, country, target, target_country, tables, way).factor
    return found


def spread(factors: Mapping[str, float]) -> float:
    """How far apart the ways are: how much larger the largest factor is than the smallest."""
    return max(factors.values()) / min(factors.values()) - 1


def country_of(currency: str, tables: PriceTables) -> str:
    """The country that a currency is of.

    Raises NoPriceError where it is that of none in the tables, or of several, as the euro is.
    """
    having = sorted(code for code, each in tables.countries.items() if each.currency == currency)
    if len(having) == 1:
        return having[0]
    if not having:
        every = {each.currency for each in tables.countries.values()}
        raise NoPriceError(
            Message("no country of {currency} has prices here", currency=currency),
            Message("use one of: {every}", every=", ".join(sorted(every))),
        )
    raise NoPriceError(
        Message("{currency} is the money of several countries", currency=currency),
        Message("add the country, as in {example}", example=ors(f"/{code}" for code in having)),
    )


def add_country(currency: str, tables: PriceTables) -> Message:
    """The fix for a file that names no country, with one of its currency where that is known."""
    having = (code for code, each in tables.countries.items() if each.currency == currency)
    return Message(
        "add country: {code} to the file (the country whose money its amounts are)",
        code=min(having, default="USA"),
    )


@dataclass(slots=True)
class _Path:
    """The steps from the money of one country to that of another, as they are taken."""

    money: Money
    tables: PriceTables
    steps: list[ConversionStep] = field(default_factory=list)

    def country(self, code: str) -> CountryPrices:
        """The prices of a country. Raises NoPriceError where it has none."""
        if code not in self.tables.countries:
            every = ", ".join(sorted(self.tables.countries))
            raise NoPriceError(
                Message("no prices of {country} are known", country=code or "?"),
                Message("use one of: {every}", every=every),
            )
        return self.tables.countries[code]

    def exchange(self, currency: str) -> None:
        """Exchanges at the mean rate of the year; nothing where the money is in that currency."""
        if currency != self.money.currency:
            year = check_year(self.money)
            before, after = self._per_euro(self.money.currency), self._per_euro(currency)
            source = after.source or before.source
            self._step(after.value / before.value, Money(currency, year), source)

    def inflate(self, country: CountryPrices, year: int) -> None:
        """Multiplies by the change of a country's consumer prices to a year."""
        start = check_year(self.money)
        if start == year:
            return
        factor = 1.0
        for each in range(min(start, year) + 1, max(start, year) + 1):
            change = _of_year(
                country.change, each, Message("consumer prices of {country}", country=country.code)
            )
            factor *= 1 + change.value / 100
        self._step(
            factor if year > start else 1 / factor, Money(self.money.currency, year), change.source
        )

    def buy(self, own: CountryPrices, reader: CountryPrices) -> None:
        """Goes to what buys the same in the reader's country, in the year of the money."""
        if own is reader:
            return
        year = check_year(self.money)
        before, after = (
            _of_year(each.ppp, year, Message("purchasing power of {country}", country=each.code))
            for each in (own, reader)
        )
        sources = "; ".join(dict.fromkeys((before.source, after.source)))
        self._step(after.value / before.value, Money(reader.currency, year), sources)

    def _per_euro(self, currency: str) -> YearValue:
        """Units of a currency per euro, the mean of the year of the money."""
        if currency == EURO:
            return YearValue(1.0, "")
        what = Message("mean exchange rate of {currency}", currency=currency)
        return _of_year(self.tables.per_euro.get(currency, {}), check_year(self.money), what)

    def _step(self, factor: float, money: Money, source: str) -> None:
        self.money = money
        self.steps.append(ConversionStep(factor, money, source))


def _of_year(known: Mapping[int, YearValue], year: int, what: str) -> YearValue:
    """The value of a year. Raises NoPriceError where there is none."""
    if year in known:
        return known[year]
    message = Message("no {what} for {year}", what=what, year=year)
    if not known:
        raise NoPriceError(message, Message("no year of it is known"))
    raise NoPriceError(
        message,
        Message("known years: {first} to {last}", first=min(known), last=max(known)),
    )
