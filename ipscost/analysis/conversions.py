"""How the money of a scenario became that of the result, and how far apart the other ways lie."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from ipscost.across import across, spread, three_ways
from ipscost.scenario.nouns import Scenario
from ipscost.units import ORDERS, Conversion, Money, NoPriceError, convert

MATTERS = 0.01
"""The ways lie apart by so much before a reader is told."""


@dataclass(frozen=True, slots=True)
class Apart:
    """How money of one price year becomes the reported money, by each of the three ways.

    order: the way that the result takes. factors: by way, what an amount is multiplied by.
    """

    start: Money
    country: str
    target_country: str
    order: str
    factors: dict[str, float]

    @property
    def spread(self) -> float:
        """How much larger the largest factor is than the smallest."""
        return spread(self.factors)

    def change(self, way: str) -> float:
        """By how much another way makes an amount larger than the one that is taken, as a share."""
        return self.factors[way] / self.factors[self.order] - 1


def restating(scenario: Scenario) -> Conversion:
    """The conversion from the money that the file states to that of the result."""
    stated, money, tables = scenario.stated_money, scenario.money, scenario.prices
    between = next(_between(scenario), None)
    if between is None:
        return convert(stated, money, tables, scenario.order or ORDERS[0])
    return across(stated, between.country, money, between.target_country, tables, between.order)


def apart(scenario: Scenario) -> tuple[Apart, ...]:
    """For each money that went to another country, how it does by each of the three ways."""
    found: dict[Money, Apart] = {}
    for each in _between(scenario):
        if each.country != each.target_country and each.start not in found:
            factors: dict[str, float] = {}
            ends = (each.start, each.country, scenario.money, each.target_country)
            with suppress(NoPriceError):
                factors = three_ways(*ends, scenario.prices)
            factors[each.order] = each.factor
            found[each.start] = Apart(
                each.start, each.country, each.target_country, each.order, factors
            )
    return tuple(found.values())


def _between(scenario: Scenario) -> Iterator[Conversion]:
    """The conversions of amounts that go by the prices of countries."""
    for number in scenario.quantities:
        if number.conversion is not None and number.conversion.target_country:
            yield number.conversion
