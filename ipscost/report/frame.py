"""How a result is framed: from which perspective, and at which discount rates."""

from __future__ import annotations

from collections.abc import Sequence

from ipscost.scenario.nouns import HEALTH, PUBLIC, SOCIETAL, WELFARE, Discount, Scenario
from ipscost.units import Money
from ipscost.words.locale import currency_sign
from ipscost.words.text import (
    Text,
    Words,
    bracketed,
    horizon,
    in_sentence,
    listing,
    opening,
    rate,
    say,
    sentences,
    series,
    within,
)

BUILT_IN = (SOCIETAL, PUBLIC, HEALTH, WELFARE)


def perspective_text(scenario: Scenario) -> Words:
    """`societal perspective`, or the name of another."""
    if scenario.perspective in (SOCIETAL, WELFARE):
        key = "societal" if scenario.perspective == SOCIETAL else "welfare_perspective"
        return say(key)
    return say("payer_perspective", payer=whom(scenario))


def about_whom(scenario: Scenario) -> Words | None:
    """Whom a result is about, within a sentence; None where the scenario does not say.

    Of an effect that is carried over, which nobody has seen in that group, on what condition.
    """
    transfer = scenario.transfer
    if transfer is None:
        return scenario.population
    people = say("people_elsewhere") if scenario.population is None else scenario.population
    number = transfer.share if transfer.weight is None else transfer.weight
    share = "" if number is None else rate(scenario.base(number))
    return say(f"people_if_{transfer.way}", people=people, share=share)


def whom(scenario: Scenario, perspective: str = "") -> Words:
    """Whose saving it is, within a sentence: society's, a payer's, or the public purse's."""
    seen = perspective or scenario.perspective
    if seen == SOCIETAL:
        return say("society")
    if seen in BUILT_IN:
        return say(f"whom_{seen}")
    return within(account_label(scenario, seen))


def prices_of(money: Money) -> Words:
    """`2017 prices`, or that their year is not known."""
    return say("unknown_year") if money.year is None else say("prices_of_year", year=money.year)


def money_text(money: Money) -> Words:
    """A currency and its price year, or that this is not known: `USD 2019`, `EUR not known`."""
    return sentences(money.currency, say("not_known") if money.year is None else str(money.year))


def account_label(scenario: Scenario, perspective: str) -> Text:
    """The name of an account on its own, in a table."""
    if perspective in BUILT_IN:
        return say(f"account_{perspective}")
    declared = scenario.perspectives.get(perspective)
    return declared.label if declared else scenario.payers[perspective].label


def payer_or_members(scenario: Scenario, name: str) -> Words:
    """The label of a payer; of one that stands for two, undivided, those of the two."""
    payer = scenario.payers[name]
    if len(payer.of) != 2:
        return payer.label
    first, second = (scenario.payers[member].label for member in payer.of)
    return say("either_payer", first=first, second=in_sentence(second))


def in_money(*scenarios: Scenario) -> dict[str, Words]:
    """The values in the second line of a title: money, horizon, prices, perspective, discounting.

    Discounting stands behind the perspective in `seen`, and behind the year in `prices`. Of several
    scenarios in one money, each horizon and perspective once; how they are discounted is told
    where it is the same in all.
    """
    money = scenarios[0].money
    year = prices_of(money)
    seen = listing(dict.fromkeys(perspective_text(each) for each in scenarios))
    each_discounted = {discounted_text(scenario) for scenario in scenarios}
    discounted = each_discounted.pop() if len(each_discounted) == 1 else ""
    return {
        "currency": currency_sign(money.currency),
        "horizon": listing(dict.fromkeys(horizon(each.stated_months) for each in scenarios)),
        "year": year,
        "perspective": seen,
        "seen": series((seen, discounted)),
        "prices": series((year, discounted)),
    }


def framed(scenario: Scenario, arm: str) -> dict[str, Words]:
    """The same, with an arm that begins a sentence, and the reference arm within it."""
    reference = within(scenario.arms[scenario.reference].label)
    labels = {"arm": opening(scenario.arms[arm].label), "reference": reference}
    return {**labels, **in_money(scenario)}


def discounted_text(scenario: Scenario) -> Words:
    """`discounted 3.5% a year`, or nothing where costs are not discounted."""
    rates = cost_rates(scenario)
    return say("discounted", rates=rates) if rates else ""


def cost_rates(scenario: Scenario) -> Words:
    """`3.5% a year`, with later rates that the horizon reaches; empty without discounting."""
    discount = scenario.discount
    if not (discount.cost or any(later for _, later in discount.cost_later)):
        return ""
    first = say("rate_a_year", rate=rate(discount.cost))
    return series((first, *_later(discount, "cost", scenario.months)))


def rates_text(discount: Discount, what: str, months: int) -> Words:
    """The rates of `cost` or `outcome`: `3.5%`, or `3.5% (2.5% after year 35)`."""
    first = rate(getattr(discount, what))
    later = series(_later(discount, what, months))
    return bracketed(first, later)


def _later(discount: Discount, what: str, months: int) -> list[Words]:
    """The later rates of `cost` or `outcome` that apply within some months."""
    later: Sequence[tuple[float, float]] = getattr(discount, f"{what}_later")
    return [
        say("rate_later", rate=rate(each), year=f"{year:g}")
        for year, each in later
        if 12 * year < months
    ]


def schedule_text(discount: Discount) -> Words:
    """`Schedule danish_2021: its source.`, or nothing where rates are stated one by one."""
    if not discount.schedule:
        return ""
    source = discount.source.rstrip(".")
    return say("schedule_source", schedule=discount.schedule, source=source)


def part_label(scenario: Scenario, part: str) -> Words:
    """`Observed, to month 18`, or `Extrapolated, months 19 to 120`."""
    observed = scenario.observed or scenario.months
    return say(f"part_{part}", month=observed, first=observed + 1, last=scenario.months)
