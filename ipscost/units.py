"""The closed grammar of units, and conversion of money between currencies, years and countries.

unit  = money | thing , then per
money = CURRENCY_YEAR             EUR_2016, DKK_2024; DKK_unknown where the year is not known
thing = word                      share, QALY, day, hour, visit
per   = / word, any number        /person, /person/month, /day
place = money [/ COUNTRY]         EUR_2024/DEU: money, and in which of its countries it is spent
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ipscost.messages import Message

ORDERS = ("exchange_then_prices", "prices_then_exchange")
"""The orders of conversion that need no country."""
PPP_ORDERS = ("prices_then_ppp", "ppp_then_prices")
"""The orders of conversion with purchasing power, between the money of two countries."""
WAYS = ("prices_then_ppp", "exchange_then_prices", "ppp_then_prices")
"""The three ways from the money of one country to that of another, the usual one first."""

UNKNOWN = "unknown"
"""How a file says that something is not known."""

_MONEY = re.compile(rf"([A-Z]{{3}})_([0-9]{{4}}|{UNKNOWN})")
_CURRENCY = re.compile(r"[A-Z]{3}")
_PLACE = re.compile(r"([^/]+)(?:/([A-Z]{3}))?")
_WORD = re.compile(r"[A-Za-z][A-Za-z_]*")


@dataclass(frozen=True, slots=True)
class Money:
    """A currency in the prices of a year; the year is None if it is not known."""

    currency: str
    year: int | None

    def __str__(self) -> str:
        return f"{self.currency}_{UNKNOWN if self.year is None else self.year}"


@dataclass(frozen=True, slots=True)
class Unit:
    """Money or a thing, per something: EUR_2016/person, day/person/month, share."""

    head: Money | str
    per: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "/".join((str(self.head), *self.per))

    @property
    def money(self) -> Money | None:
        """The money in the unit, or None."""
        return self.head if isinstance(self.head, Money) else None

    @property
    def monthly(self) -> bool:
        """True if the unit is per person and month."""
        return self.per == ("person", "month")

    def in_money(self, money: Money) -> Unit:
        """The same unit with other money."""
        return Unit(money, self.per) if self.money else self


SHARE = Unit("share")
RATIO = Unit("ratio")


def parse_money(text: str) -> Money:
    """Money from text such as DKK_2017. Raises ValueError if it is malformed."""
    match = _MONEY.fullmatch(text)
    if match:
        return Money(match[1], None if match[2] == UNKNOWN else int(match[2]))
    if _CURRENCY.fullmatch(text):
        raise ValueError(Message("expected money of a year, found '{text}'", text=text))
    raise ValueError(Message("expected money such as DKK_2017, found '{text}'", text=text))


def parse_unit(text: str) -> Unit:
    """A unit from text such as EUR_2016/person. Raises ValueError if it is malformed."""
    head, *per = text.split("/")
    for word in per:
        if not _WORD.fullmatch(word):
            raise ValueError(
                Message("expected a unit such as DKK_2017/person, found '{text}'", text=text)
            )
    is_money = _MONEY.fullmatch(head) or _CURRENCY.fullmatch(head)
    if _WORD.fullmatch(head) and not is_money:
        return Unit(head, tuple(per))
    return Unit(parse_money(head), tuple(per))


def parse_place(text: str) -> tuple[Money, str]:
    """Money and the country that it is spent in, empty where none is said: EUR_2024/DEU.

    Raises ValueError if it is malformed.
    """
    match = _PLACE.fullmatch(text)
    if match is None:
        raise ValueError(
            Message("expected money such as DKK_2024 or EUR_2024/DEU, found '{text}'", text=text)
        )
    return parse_money(match[1]), match[2] or ""


@dataclass(frozen=True, slots=True)
class YearValue:
    """A rate or a yearly change in per cent, with its source.

    `assumed` is True for a change that nobody published, and that the file assumes.
    """

    value: float
    source: str
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class CountryPrices:
    """A country by its code (ISO 3166-1 alpha-3): currency, consumer prices, purchasing power.

    `change[2017]` is the rise of consumer prices from 2016 to 2017 in per cent; `ppp[2017]` is
    units of its currency that buy what an international dollar buys, over the whole of GDP.
    """

    code: str
    currency: str
    change: Mapping[int, YearValue]
    ppp: Mapping[int, YearValue]


@dataclass(frozen=True, slots=True)
class PriceTables:
    """Exchange rates and consumer prices by year.

    `exchange[("DKK", "EUR")][2016]` is kroner per euro; `change["DKK"][2017]` is the rise of
    consumer prices from 2016 to 2017 in per cent.

    Between countries count others: `countries` by ISO 3166-1 alpha-3, and `per_euro["DKK"][2016]`,
    the mean rate of a year in units of a currency per euro. Both are empty where they are not read.
    """

    exchange: Mapping[tuple[str, str], Mapping[int, YearValue]] = field(default_factory=dict)
    change: Mapping[str, Mapping[int, YearValue]] = field(default_factory=dict)
    countries: Mapping[str, CountryPrices] = field(default_factory=dict)
    per_euro: Mapping[str, Mapping[int, YearValue]] = field(default_factory=dict)


class NoPriceError(LookupError):
    """A rate or index is missing; `message` and `fix` say which and what to do.

    later: the currency and the year that consumer prices are needed for, where those that are known
        end before it; else None.
    absent: what there is of no year at all: the currency whose consumer prices are missing, or the
        two of an exchange rate, the one that it is paid in first; else empty.
    """

    def __init__(
        self, message: str, fix: str, later: Money | None = None, absent: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix
        self.later = later
        self.absent = absent


@dataclass(frozen=True, slots=True)
class ConversionStep:
    """One multiplication on the way from one money to another.

    `assumed` is True where changes of prices in it are assumed; `source` is of the published ones.
    """

    factor: float
    money: Money
    source: str
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Conversion:
    """The way from stated money to reported money.

    It goes from one country to another, or within one, where these are not empty.
    """

    start: Money
    steps: tuple[ConversionStep, ...]
    order: str
    country: str = ""
    target_country: str = ""

    @property
    def factor(self) -> float:
        """What a stated amount is multiplied by."""
        product = 1.0
        for step in self.steps:
            product *= step.factor
        return product

    @property
    def is_assumed(self) -> bool:
        """True where it goes through years whose change of prices is assumed."""
        return any(step.assumed for step in self.steps)


def convert(start: Money, target: Money, tables: PriceTables, order: str) -> Conversion:
    """The conversion of `start` into `target` in the stated `order`.

    exchange_then_prices takes the exchange rate of the start's year and the target currency's
    consumer prices; prices_then_exchange the start currency's prices and the target year's rate.
    Raises NoPriceError if a year is missing (never an average or a neighbour) and ValueError for
    an unknown order.
    """
    if order not in ORDERS:
        raise ValueError(f"order must be one of {ORDERS}, not {order!r}")
    if start != target:
        check_year(start)
        check_year(target)
    steps: list[ConversionStep] = []
    money = start
    for action in order.split("_then_"):
        if action == "exchange" and money.currency != target.currency:
            money = Money(target.currency, money.year)
            steps.append(_exchange(start.currency, money, tables))
        elif action == "prices" and target.year is not None and money.year != target.year:
            steps.append(_inflate(money, target.year, tables))
            money = Money(money.currency, target.year)
    return Conversion(start, tuple(steps), order)


def check_year(money: Money) -> int:
    """The price year of money. Raises NoPriceError where it is not known."""
    if money.year is None:
        raise NoPriceError(
            Message("the price year of {vague} is not known", vague=money),
            Message(
                "write the year its prices are of, such as {currency}_2017", currency=money.currency
            ),
        )
    return money.year


def _exchange(currency: str, target: Money, tables: PriceTables) -> ConversionStep:
    """The step that multiplies by the exchange rate of the target's year."""
    assert target.year is not None
    direct = tables.exchange.get((target.currency, currency), {})
    inverse = tables.exchange.get((currency, target.currency), {})
    if target.year in direct:
        rate = direct[target.year]
        return ConversionStep(rate.value, target, rate.source)
    if target.year in inverse:
        rate = inverse[target.year]
        return ConversionStep(1 / rate.value, target, rate.source)
    message = Message(
        "no exchange rate from {currency} to {target_currency} for {year}",
        currency=currency,
        target_currency=target.currency,
        year=target.year,
    )
    known = sorted({*direct, *inverse})
    absent = () if known else (target.currency, currency)
    raise NoPriceError(
        message, _add_year(known, Message("exchange rate"), target.year), absent=absent
    )


def _inflate(start: Money, year: int, tables: PriceTables) -> ConversionStep:
    """The step that multiplies by the change of consumer prices between two years."""
    assert start.year is not None
    changes = tables.change.get(start.currency, {})
    factor, sources, assumed = 1.0, [], False
    last = max(start.year, year)
    for step in range(min(start.year, year) + 1, last + 1):
        if step not in changes:
            message = Message(
                "no consumer prices for {currency} in {step}", currency=start.currency, step=step
            )
            later = Money(start.currency, last) if changes and step > max(changes) else None
            fix = _add_year(sorted(changes), Message("change of prices"), step)
            raise NoPriceError(message, fix, later, () if changes else (start.currency,))
        change = changes[step]
        factor *= 1 + change.value / 100
        assumed |= change.assumed
        if not change.assumed:
            sources.append(change.source)
    source = "; ".join(dict.fromkeys(sources))
    return ConversionStep(
        factor if year > start.year else 1 / factor, Money(start.currency, year), source, assumed
    )


def _add_year(known: list[int], what: str, year: int) -> str:
    """The fix for a missing year."""
    have = (
        Message("known years: {first} to {last}", first=known[0], last=known[-1])
        if known
        else Message("no year is known")
    )
    return Message(
        "add the {what} of {year} with its source to a file named under `prices:` ({have})",
        what=what,
        year=year,
        have=have,
    )
