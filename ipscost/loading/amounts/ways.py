"""The way from the money of an amount to the reported money, and the countries it goes between."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

from ipscost.across import across, add_country, country_of
from ipscost.loading.amounts.world import world
from ipscost.loading.cursor import Cursor
from ipscost.messages import Message, either
from ipscost.units import (
    ORDERS,
    PPP_ORDERS,
    WAYS,
    Conversion,
    Money,
    NoPriceError,
    PriceTables,
    convert,
)


@dataclass(frozen=True, slots=True)
class Way:
    """How amounts are converted.

    order: that the file states, or that was asked for; None where neither is. country: that the
    amounts were spent in, empty where that is not stated. reader: that the reported money is of;
    empty where money goes by the rates and prices of currencies, not of countries.
    """

    order: str | None
    tables: PriceTables
    country: str = ""
    reader: str = ""

    def convert(self, start: Money, target: Money) -> Conversion:
        """The conversion of an amount. Raises NoPriceError."""
        order = self.order or ORDERS[0]
        if not self.reader:
            return convert(start, target, self.tables, order)
        return across(start, self.country, target, self.reader, self.tables, order)

    def at_home(self) -> Way:
        """The way to the money that the file states, in the country of its amounts."""
        return replace(self, reader=self.country) if self.reader else self

    def is_there(self, start: Money, target: Money) -> bool:
        """True where an amount is in the wanted money of the wanted country already."""
        return start == target and self.reader in ("", self.country)

    def orders(self, start: Money, target: Money) -> list[str]:
        """The orders that would convert an amount; those that need no country if none would."""
        tables = world() if self.country else self.tables
        possible = list[str]()
        for order in ORDERS:
            with suppress(NoPriceError):
                replace(self, order=order, reader="").convert(start, target)
                possible.append(order)
        if not possible and self.country:
            with suppress(NoPriceError):
                reader = country_of(target.currency, tables)
                replace(self, order=WAYS[0], tables=tables, reader=reader).convert(start, target)
                possible.append(WAYS[0])
        return possible or [*ORDERS]


def read_way(
    root: Cursor,
    order: str | None,
    tables: PriceTables,
    country: str,
    money: Money | None,
    reader: str,
) -> Way | None:
    """The way that a file's amounts go; None, with a problem of `root`, where there is none.

    country: of the file, empty where it states none. money: that is reported, and reader: the
    country it is of, where that was said.
    """
    is_unpriced = money is not None and money.currency not in tables.change
    if not reader and order is None and is_unpriced and country in tables.countries:
        return Way(WAYS[0], tables, country, country)  # by the country's own prices
    if not reader and order not in PPP_ORDERS:
        return Way(order, tables, country)
    at = root.get("conversion") or root.locate("money")
    if not country:
        message = Message(
            "between countries money goes by their own prices, but the file names no country"
        )
        at.refuse("E217", message, add_country("", tables))
        return None
    if country not in tables.countries:
        message = Message("no prices of {country} are known", country=country)
        every = ", ".join(sorted(tables.countries))
        others = either(Message("write conversion: {order}", order=each) for each in ORDERS)
        fix = Message("{others} (countries with prices: {every})", others=others, every=every)
        root.locate("country").refuse("E212", message, fix)
        return None
    if not reader and money is not None:
        try:
            is_own = tables.countries[country].currency == money.currency
            reader = country if is_own else country_of(money.currency, tables)
        except NoPriceError as error:
            others = either(Message("write conversion: {order}", order=each) for each in ORDERS)
            root.locate("money").refuse("E212", error.message, others)
            return None
    return Way(order, tables, country, reader or country)
