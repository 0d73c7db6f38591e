"""How money of other currencies and years becomes the reported money, as rows of formulas."""

from __future__ import annotations

from dataclasses import dataclass

from ipscost.book.cells import BookCell, BookSheet, CellLook
from ipscost.book.formulas import Constant, Formula, Ref, times
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.quantity import Quantity
from ipscost.units import Conversion
from ipscost.words import say
from ipscost.words.nouns import named

FACTOR = CellLook("number", 6)


@dataclass(frozen=True, slots=True)
class Prices:
    """The cells that turn money into the reported money, by the money they start from."""

    factors: dict[str, BookCell]

    def of(self, number: Quantity) -> Formula:
        """The factor of a number; 1 for one that is in the reported money or in none."""
        if number.conversion is None or not number.conversion.steps:
            return Constant(1.0)
        return Ref(self.factors[str(number.conversion.start)])


def prices_rows(sheet: BookSheet, scenario: Scenario, language: str) -> Prices:
    """A row for each step of each conversion, and one for their product, which has a name."""
    rollout = () if scenario.rollout is None else scenario.rollout.numbers
    numbers = [
        *scenario.quantities,
        *rollout,
        *(o.threshold for o in scenario.outcomes if o.threshold),
    ]
    found: dict[str, Conversion] = {}
    for number in numbers:
        if number.conversion is not None and number.conversion.steps:
            found.setdefault(str(number.conversion.start), number.conversion)
    prices = Prices({})
    if not found:
        return prices
    sheet.texts(
        say("book_prices", language, money=named(str(scenario.money), language)), style="subtitle"
    )
    for key, heading in (("from", "heading"), ("to", "heading"), ("source", "heading")):
        column = {"from": 1, "to": 2, "source": 5}[key]
        look = CellLook(heading, depth=int(key == "source"))
        sheet.put(column, say(f"book_column_{key}", language), look)
    sheet.put(4, say("book_column_factor", language), CellLook("heading_number"))
    sheet.next += 1
    for start, conversion in found.items():
        steps, money = [], start
        for step in conversion.steps:
            sheet.put(1, money, CellLook("line"))
            sheet.put(2, str(step.money), CellLook("line"))
            steps.append(sheet.put(4, step.factor, FACTOR))
            source = step.source if not step.assumed else say("book_assumed_prices", language)
            sheet.put(5, source, CellLook("line", depth=1))
            money = str(step.money)
            sheet.next += 1
        sheet.key_of(f"money.{start}")
        sheet.put(1, start, CellLook("strong"))
        sheet.put(2, str(scenario.money), CellLook("strong"))
        name = f"to_reported_money.{start}"
        prices.factors[start] = sheet.put(4, times(*steps), CellLook("total", 6), name)
        sheet.next += 1
    sheet.next += 1
    return prices
