"""simulate: a sentence an arm: what it saves, how sure that is, how much of it was observed."""

from __future__ import annotations

from ipscost.analysis import gaps
from ipscost.analysis.estimates import Estimate, View
from ipscost.analysis.frame import parts_of, prices_of, whom
from ipscost.analysis.given import constructed, taken
from ipscost.table import Interval, money, rate
from ipscost.table import amount as amount_text
from ipscost.table import probability as probability_text
from ipscost.words import horizon, say


def headline(view: View, arm: str, language: str, level: float) -> str:
    """One sentence: the saving per person, its interval, the horizon, the prices, the odds.

    No saving is claimed where the account is not whole.
    """
    scenario = view.run.scenario
    total = view.total(arm)
    if total.partial:
        return gaps.sentence(view, arm, language)
    saves = total.point <= 0
    amount = (total.minus() if saves else total).interval(level)
    currency = scenario.money.currency
    extent = ""
    if amount.low is not None and amount.high is not None:
        beside = max(abs(amount.low), abs(amount.high))
        extent = say(
            "headline_interval",
            language,
            level=rate(level, language),
            low=amount_text(amount.low, language, beside),
            high=amount_text(amount.high, language, beside),
        )
    sentence = say(
        _verb(total, amount, saves=saves),
        language,
        whom=whom(scenario, language),
        arm=_label(view, arm, language),
        amount=money(amount.mean, currency, language),
        horizon=horizon(scenario.months, language),
        reference=_label(view, scenario.reference, language),
        interval=extent,
        year=prices_of(scenario.money, language),
    )
    if later := extrapolated_text(view, arm, language):
        sentence = f"{sentence} {later}"
    odds = total.probability_below(0)
    if odds is not None:
        shown = probability_text(odds, language, view.run.settings.draws)
        return f"{sentence} {_probability(view, arm, shown, language)}"
    if view.run.settings.draws == 0:
        return f"{sentence} {say('headline_point', language)}"
    few = view.run.settings.draws == 1
    return f"{sentence} {say('headline_few' if few else 'headline_unsure', language)}"


def _probability(view: View, arm: str, shown: str, language: str) -> str:
    """The odds that it saves money, and what they take for granted."""
    scenario = view.run.scenario
    given = taken(scenario, arm, language)
    sentence = say("headline_probability", language, probability=shown, given=given)
    return " ".join((sentence, *constructed(scenario, language, arm)))


def extrapolated_text(view: View, arm: str, language: str) -> str:
    """How much of a saving lies after the time that people were followed; nothing where none."""
    scenario = view.run.scenario
    if not parts_of(scenario):
        return ""
    total = view.total(arm).point
    saves = total <= 0
    weight, sign = view.weight(), -1 if saves else 1
    later = sign * view.difference_in("extrapolated", arm, weight).point
    currency = scenario.money.currency
    return say(
        "headline_extrapolated" if saves else "headline_extrapolated_cost",
        language,
        amount=money(later, currency, language),
        observed=money(sign * total - later, currency, language),
        month=scenario.observed,
    )


def _verb(total: Estimate, amount: Interval, *, saves: bool) -> str:
    """The words for a saving or extra cost; weaker ones where the interval holds 0."""
    if total.point == 0 and not total.is_uncertain:
        return "costs_the_same"
    if amount.low is not None and amount.low < 0:
        return "may_save" if saves else "may_cost_more"
    return "saves" if saves else "costs_more"


def _label(view: View, arm: str, language: str) -> str:
    return view.run.scenario.arms[arm].label.text(language)
