"""Price levels of a rollout by year, in constant and in nominal prices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.budget.books import CONSTANT
from ipscost.analysis.budget.numbers import RolloutNumbers
from ipscost.analysis.lacking import NoBudgetError
from ipscost.messages import Message
from ipscost.rollout import prices
from ipscost.scenario.nouns import Quantity, Scenario
from ipscost.scenario.rollout import PRICES, Rollout

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class PriceLevels:
    """What things cost in each year against the price year of the scenario's money.

    general: general prices, (year, draw); None where they are not known for every year, so that
    there are constant prices alone, and nothing rises at a rate of its own.
    """

    years: tuple[int, ...]
    base: int
    general: Floats | None
    rates: Mapping[str, Quantity]
    numbers: RolloutNumbers

    def of(self, rate: Quantity | None, basis: str) -> Floats:
        """What an amount of today's prices is multiplied by in each year, (year, draw).

        What has no `rate` of its own rises with general prices: in constant prices it stays. What
        has one is (1 + rate)^(year - base) times as much, in constant prices divided by the level
        of general prices.
        """
        if rate is None:
            if basis == CONSTANT or self.general is None:
                return np.ones((len(self.years), 1))
            return self.general
        own = prices.index(self.years, self.base, self.numbers.of(rate))
        return own / self.general if basis == CONSTANT and self.general is not None else own

    def at(self, places: Places) -> PriceLevels:
        """Those of some of the draws."""
        general = self.general
        if general is not None and general.shape[1] > 1:
            general = general[:, places]
        return replace(self, general=general, numbers=self.numbers.at(places))

    def by_kind(self, kind: str, basis: str) -> Floats:
        """The same of what has the rate of a kind of cost, of wages, or else none."""
        return self.of(self.rates.get(kind), basis)


def known_prices(scenario: Scenario) -> dict[int, float]:
    """By how much consumer prices rose from the year before, as a share, in years with prices."""
    currency, tables = scenario.money.currency, scenario.prices
    country = tables.countries.get(scenario.country)
    own = country is not None and country.currency == currency
    change = country.change if country is not None and own else tables.change.get(currency, {})
    return {year: each.value / 100 for year, each in change.items()}


def levels(
    scenario: Scenario, rollout: Rollout, years: tuple[int, ...], numbers: RolloutNumbers
) -> PriceLevels:
    """The price levels of a rollout in `years`.

    Raises NoBudgetError where something rises at a rate of its own, and general prices of some year
    are neither known nor stated.
    """
    rates = {} if rollout.indexation is None else rollout.indexation.rates
    base = scenario.money.year
    general: Floats | None = None
    lacking: int | None = base
    if base is not None:
        rate = rates.get(PRICES)
        try:
            rise = None if rate is None else numbers.of(rate)
            general = prices.deflator(years, base, known_prices(scenario), rise)
        except prices.UnknownYearError as error:
            lacking = error.year
    own = [name for name in rates if name != PRICES]
    own += [line.name for line in rollout.lines if line.growth is not None]
    if general is None and own:
        raise NoBudgetError(
            Message(
                "{what} rises at a rate of its own, but general prices of {year} are not known; "
                "add indexation: {{prices: 0.02}} to the rollout, with the rate that you assume",
                what=own[0],
                year=lacking if lacking is not None else years[0],
            )
        )
    return PriceLevels(years, base if base is not None else years[0], general, rates, numbers)
