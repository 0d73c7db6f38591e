"""The sheet of months: discount factors, and how amounts are spread over the horizon."""

from __future__ import annotations

from dataclasses import dataclass

from ipscost.book.cells import Book, BookCell, BookSheet, CellLook
from ipscost.book.formulas import Constant, Formula, Power, Ref, plus, product_of, sum_of, times
from ipscost.book.inputs import InputCells
from ipscost.scenario.nouns import Category, Discount, Outcome, Timing
from ipscost.words import say

FACTOR = CellLook("number", 6)
FIRST = 5
"""The column of the first profile, behind the month, its middle and two discount factors."""


@dataclass(frozen=True, slots=True)
class OverMonths:
    """How an amount falls over the months: what its weights sum to, plain and discounted.

    weights, middles: the weight of each month, and the years to its middle, (month,).
    """

    weights: tuple[BookCell, ...]
    middles: tuple[BookCell, ...]
    plain: BookCell
    cost: BookCell
    outcome: BookCell


@dataclass(frozen=True, slots=True)
class Months:
    """The sheet of months with the profiles of a scenario, by their weights, (month,).

    factors: the cells of the discount factors of `cost` and `outcome`, (month,). sums: the row of
    the first of three sums.
    """

    sheet: BookSheet
    spreads: dict[tuple[float, ...], OverMonths]
    factors: dict[str, list[BookCell]]
    sums: int

    def of(self, timing: Timing) -> OverMonths:
        """The sums of the weights of a timing."""
        return self.spreads[timing.weights]


def months_sheet(book: Book, inputs: InputCells) -> Months:
    """A row a month with its discount factors and the weights of each profile, sums on top."""
    scenario, language = inputs.scenario, book.language
    holders = [holder for holder in scenario.holders.values() if is_stated(holder)]
    profiles = list(dict.fromkeys(holder.timing.weights for holder in holders))
    by_profile = {
        weights: [h.path for h in holders if h.timing.weights == weights] for weights in profiles
    }
    sheet = book.sheet(
        "months", say("book_months", language), (26, 10, 20, 20, *[17] * len(profiles))
    )
    sheet.across(say("book_months_about", language), "note", lines=2)
    sums = sheet.next
    keys = ("months_sum", "months_cost", "months_outcome")
    for key in keys:
        sheet.put(1, say(f"book_{key}", language), CellLook("strong"))
        sheet.next += 1
    for column, key in enumerate(("month", "middle", "factor_cost", "factor_outcome"), start=1):
        sheet.put(column, say(f"book_{key}", language), CellLook("heading_number"))
    for column, weights in enumerate(profiles, FIRST):
        sheet.put(
            column,
            _title(scenario.holders[by_profile[weights][0]].timing, language),
            CellLook("heading_number"),
        )
    sheet.next += 1
    sheet.frozen = (sheet.next, 2)
    rows: dict[str, list[BookCell]] = {"cost": [], "outcome": []}
    middles: list[BookCell] = []
    shares: list[list[BookCell]] = [[] for _ in profiles]
    for month in range(scenario.months):
        sheet.put(1, float(month + 1), CellLook("number", 0))
        middle = sheet.put(2, (Ref(sheet.cells[-1]) - 0.5) / 12.0, CellLook("number", 4))
        middles.append(middle)
        for column, what in enumerate(("cost", "outcome"), start=3):
            factor = discount_factor(
                inputs, scenario.discount, what, Ref(middle), (month + 0.5) / 12
            )
            rows[what].append(sheet.put(column, factor, FACTOR))
        for place, weights in enumerate(profiles):
            shares[place].append(sheet.put(FIRST + place, weights[month], FACTOR))
        sheet.next += 1
    spreads = {}
    for place, weights in enumerate(profiles):
        column, own = FIRST + place, shares[place]
        spreads[weights] = OverMonths(
            tuple(own),
            tuple(middles),
            sheet.put(column, sum_of(own), FACTOR, row=sums),
            sheet.put(column, product_of(own, rows["cost"]), FACTOR, row=sums + 1),
            sheet.put(column, product_of(own, rows["outcome"]), FACTOR, row=sums + 2),
        )
    return Months(sheet, spreads, rows, sums)


def is_stated(holder: Category | Outcome) -> bool:
    """True for a category or outcome whose amounts are stated, and hang on no states."""
    if isinstance(holder, Category):
        return not holder.rules and holder.rate is None
    return not holder.rules and holder.course is None


def discount_factor(
    inputs: InputCells, discount: Discount, what: str, time: Formula, years: float
) -> Formula:
    """The discount factor at a time: (1 + rate)^-time; of a schedule, each stretch at its rate.

    time: a formula of the time in years; `years` is its value.
    """
    later = getattr(discount, f"{what}_later")
    first = plus((1.0, inputs.rate(what)))
    if not later or years <= later[0][0]:
        return Power(first, -time)
    bounds = [after for after, _ in later]
    parts: list[Formula] = [Power(first, Constant(-bounds[0]))]
    for (begin, rate), end in zip(later, [*bounds[1:], float("inf")], strict=True):
        if years > begin:
            reached: Formula = time - begin if years < end else Constant(end - begin)
            parts.append(Power(Constant(1 + rate), -reached))
    return times(*parts)


def _title(timing: Timing, language: str) -> str:
    """What a profile is called."""
    key = "monthly" if timing.monthly else timing.profile
    if timing.profile in ("uniform", "months"):
        key = f"{'monthly' if timing.monthly else 'spread'}"
    if timing.last < timing.first:
        key = "never"
    return say(f"book_profile_{key}", language, first=timing.first, last=timing.last)
