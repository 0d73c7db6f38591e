"""The money that scenarios of several countries are told in, and what cannot become it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipscost.errors import AskedError
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.loading import Reading
    from ipscost.scenario.nouns import Scenario
    from ipscost.units import Money

OPTION = "--money"
NO_PRICE = ("E212", "E217")
"""The codes of money that cannot become other money."""
ORDER = "conversion"
"""The key of the format that states the order of conversion."""


@dataclass(frozen=True, slots=True)
class Goal:
    """The money that scenarios become.

    country: that it is of; empty where that is not known, and money goes by currencies alone.
    order: of conversion between countries. within: that of a file that states none.
    is_asked: True where a command asks for it; else it is that of the first scenario.
    """

    money: Money
    country: str
    order: str
    within: str
    is_asked: bool = False

    def goes_by_countries(self, reading: Reading, settings: Sequence[str]) -> bool:
        """True for a file whose money may go by the prices of countries."""
        from ipscost.loading import stated

        return bool(self.country and stated(reading, "country", settings))

    def is_abroad(self, reading: Reading, settings: Sequence[str]) -> bool:
        """True for a file whose money goes by the prices of countries and by nothing else."""
        from ipscost.loading import stated

        own = stated(reading, "country", settings)
        return bool(own and self.country) and own != self.country

    def reached(self, reading: Reading, settings: Sequence[str]) -> Scenario:
        """The scenario of a file in this money. Raises ScenarioError where it cannot become it.

        Within a country money goes by what the file names under `prices:`, and by the country's
        own prices where it names none of that currency.
        """
        from ipscost.errors import ScenarioError
        from ipscost.loading import build

        def by_countries() -> Scenario:
            order, country = self.order, self.country
            return build(reading, settings, money=self.money, order=order, country=country)

        if self.is_abroad(reading, settings):
            return by_countries()
        try:
            return build(reading, settings, money=self.money, order=self.within)
        except ScenarioError as error:
            is_unpriced = all(problem.code in NO_PRICE for problem in error.problems)
            if not is_unpriced or not self.goes_by_countries(reading, settings):
                raise
            try:
                return by_countries()
            except ScenarioError:
                raise error from None

    def reached_or_own(self, reading: Reading, settings: Sequence[str]) -> tuple[Scenario, str]:
        """The scenario of a file in this money, or in its own and why it cannot become it.

        Only what goes by the prices of countries, or whose price year is not known, may stay in its
        own.
        """
        from ipscost.across import add_country
        from ipscost.errors import ScenarioError
        from ipscost.loading import build, stated, world
        from ipscost.units import UNKNOWN

        try:
            return self.reached(reading, settings), ""
        except ScenarioError as error:
            own = stated(reading, "money", settings)
            is_vague = own.endswith(UNKNOWN) or self.money.year is None
            no_price = all(problem.code in NO_PRICE for problem in error.problems)
            if no_price and self.country and not stated(reading, "country", settings):
                fix = add_country(own.partition("_")[0], world())
                problems = [replace(problem, fix=fix) for problem in error.problems]
                error = ScenarioError(problems)
            if not no_price or not (is_vague or self.goes_by_countries(reading, settings)):
                raise error from None
            why: str = error.problems[0].message
            if own.endswith(UNKNOWN):
                why = Message("its price year is not known")
            try:
                return build(reading, settings), why
            except ScenarioError:
                raise error from None  # nor has it any result in its own money


def asked_for(text: str, settings: Sequence[str]) -> Goal:
    """The goal that `--money` states: `DKK_2024`, or `EUR_2024/DEU` where countries share it.

    Raises AskedError for money of no year, or of no country with prices.
    """
    from ipscost.across import country_of
    from ipscost.loading import world
    from ipscost.units import ORDERS, NoPriceError, check_year, parse_place

    tables = world()
    try:
        money, country = parse_place(text)
        check_year(money)
        country = country or country_of(money.currency, tables)
    except ValueError as error:
        raise AskedError(_amiss(text, error.args[0])) from None
    except NoPriceError as error:
        message = Message("{message}; {fix}", message=error.message, fix=error.fix)
        raise AskedError(_amiss(text, message)) from None
    if country not in tables.countries:
        message = Message(
            "no prices of {country} are known; use one of: {every}",
            country=country,
            every=", ".join(sorted(tables.countries)),
        )
        raise AskedError(_amiss(text, message))
    return Goal(money, country, between(settings), ORDERS[0], is_asked=True)


def of_first(scenario: Scenario, settings: Sequence[str]) -> Goal:
    """The money of the first scenario as the goal of the others."""
    from ipscost.units import ORDERS

    within = scenario.order if scenario.order in ORDERS else ORDERS[0]
    return Goal(scenario.money, scenario.country, between(settings), within)


def between(settings: Sequence[str]) -> str:
    """The order of conversion between countries: that of `--set conversion=`, or the usual one."""
    from ipscost.units import ORDERS, PPP_ORDERS, WAYS

    stated = [text.partition("=")[2].strip() for text in settings if _key(text) == ORDER]
    known = [order for order in stated if order in (*ORDERS, *PPP_ORDERS)]
    return known[-1] if known else WAYS[0]  # an unknown one is refused with the file


def _key(setting: str) -> str:
    return setting.partition("=")[0].strip()


def _amiss(text: str, message: str) -> str:
    return Message("{option} {text}: {message}", option=OPTION, text=text, message=message)
