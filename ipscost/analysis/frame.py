"""How a result is framed: from whose side it is seen, and at which discount rates."""

from __future__ import annotations

from collections.abc import Sequence

from ipscost.ledger import PARTS
from ipscost.scenario.nouns import HEALTH, PUBLIC, SOCIETAL, WELFARE, Discount, Label, Scenario
from ipscost.table import rate
from ipscost.units import Money
from ipscost.words import say

BUILT_IN = (SOCIETAL, PUBLIC, HEALTH, WELFARE)


def perspective_text(scenario: Scenario, language: str) -> str:
    """`societal perspective`, or whose."""
    if scenario.perspective in (SOCIETAL, WELFARE):
        key = "societal" if scenario.perspective == SOCIETAL else "welfare_perspective"
        return say(key, language)
    return say("payer_perspective", language, payer=whom(scenario, language))


def whom(scenario: Scenario, language: str, perspective: str = "") -> str:
    """Whose saving it is, within a sentence: society's, a payer's, that of the public purses."""
    seen = perspective or scenario.perspective
    if seen == SOCIETAL:
        return say("society", language)
    if seen in BUILT_IN:
        return say(f"whom_{seen}", language)
    return account_label(scenario, seen).text(language)


def prices_of(money: Money, language: str) -> str:
    """The year in `in 2017 prices`, or that it is not known."""
    return say("unknown_year", language) if money.year is None else str(money.year)


def account_label(scenario: Scenario, perspective: str) -> Label:
    """The name of an account where it stands alone, in a table."""
    if perspective in BUILT_IN:
        return Label.of(f"account_{perspective}")
    declared = scenario.perspectives.get(perspective)
    return declared.label if declared else scenario.payers[perspective].label


def discounted_text(scenario: Scenario, language: str) -> str:
    """`, discounted 3.5% a year`, or nothing where costs are not discounted."""
    rates = cost_rates(scenario, language)
    return say("discounted", language, rates=rates) if rates else ""


def cost_rates(scenario: Scenario, language: str) -> str:
    """`3.5% a year`, with those of later years that the horizon reaches; nothing for none."""
    discount = scenario.discount
    if not (discount.cost or any(later for _, later in discount.cost_later)):
        return ""
    first = say("rate_a_year", language, rate=rate(discount.cost, language))
    return ", ".join((first, *_later(discount, "cost", scenario.months, language)))


def rates_text(discount: Discount, what: str, months: int, language: str) -> str:
    """The rates of `cost` or `outcome`: `3.5%`, or `3.5% (2.5% after year 35)`."""
    first = rate(getattr(discount, what), language)
    later = ", ".join(_later(discount, what, months, language))
    return f"{first} ({later})" if later else first


def _later(discount: Discount, what: str, months: int, language: str) -> list[str]:
    """The later rates of `cost` or `outcome` that so many months reach."""
    later: Sequence[tuple[float, float]] = getattr(discount, f"{what}_later")
    return [
        say("rate_later", language, rate=rate(each, language), year=f"{year:g}")
        for year, each in later
        if 12 * year < months
    ]


def schedule_text(discount: Discount, language: str) -> str:
    """` Schedule danish_2021: its source.`, or nothing where rates are stated one by one."""
    if not discount.schedule:
        return ""
    source = discount.source.rstrip(".")
    return say("schedule_source", language, schedule=discount.schedule, source=source)


def parts_of(scenario: Scenario) -> tuple[str, ...]:
    """`observed` and `extrapolated`, where people were followed for a part of the horizon."""
    observed = scenario.observed
    return PARTS if observed is not None and observed < scenario.months else ()


def part_label(scenario: Scenario, part: str, language: str) -> str:
    """`Observed, to month 18`, or `Extrapolated, months 19 to 120`."""
    observed = scenario.observed or scenario.months
    return say(f"part_{part}", language, month=observed, first=observed + 1, last=scenario.months)
