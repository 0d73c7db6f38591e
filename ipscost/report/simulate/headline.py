"""simulate: a sentence an arm: what it saves, how sure that is, how much of it was observed."""

from __future__ import annotations

from ipscost.analysis.estimates import Estimate, View
from ipscost.analysis.frame import parts_of, prices_of, whom
from ipscost.analysis.interval import Interval
from ipscost.report.notes import gaps
from ipscost.report.notes.given import constructed, taken
from ipscost.words.text import Words, horizon, money, rate, say, sentences
from ipscost.words.text import amount as amount_text
from ipscost.words.text import probability as probability_text


def headline(view: View, arm: str, level: float) -> Words:
    """One sentence: the saving per person, its interval, the horizon, the prices, the odds.

    No saving is claimed where the account is not whole.
    """
    scenario = view.run.scenario
    total = view.total(arm)
    if total.partial:
        return gaps.sentence(view, arm)
    saves = total.point <= 0
    amount = (total.minus() if saves else total).interval(level)
    currency = scenario.money.currency
    extent: Words = ""
    if amount.low is not None and amount.high is not None:
        beside = max(abs(amount.low), abs(amount.high))
        extent = say(
            "headline_interval",
            level=rate(level),
            low=amount_text(amount.low, beside),
            high=amount_text(amount.high, beside),
        )
    sentence = say(
        _verb(total, amount, saves=saves),
        whom=whom(scenario),
        arm=_label(view, arm),
        amount=money(amount.mean, currency),
        horizon=horizon(scenario.months),
        reference=_label(view, scenario.reference),
        interval=extent,
        year=prices_of(scenario.money),
    )
    return sentences(sentence, extrapolated_text(view, arm), _odds(view, arm, total))


def _odds(view: View, arm: str, total: Estimate) -> Words:
    """How likely it saves money, or why that cannot be said."""
    odds, draws = total.probability_below(0), view.run.settings.draws
    if odds is not None:
        return _probability(view, arm, probability_text(odds, draws))
    return say({0: "headline_point", 1: "headline_few"}.get(draws, "headline_unsure"))


def _probability(view: View, arm: str, shown: Words) -> Words:
    """The odds that it saves money, and what they take for granted."""
    scenario = view.run.scenario
    given = taken(scenario, arm)
    sentence = say("headline_probability", probability=shown, given=given)
    return sentences(sentence, *constructed(scenario, arm))


def extrapolated_text(view: View, arm: str) -> Words:
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
        amount=money(later, currency),
        observed=money(sign * total - later, currency),
        month=scenario.observed,
    )


def _verb(total: Estimate, amount: Interval, *, saves: bool) -> str:
    """The words for a saving or extra cost; weaker ones where the interval holds 0."""
    if total.point == 0 and not total.is_uncertain:
        return "costs_the_same"
    if amount.low is not None and amount.low < 0:
        return "may_save" if saves else "may_cost_more"
    return "saves" if saves else "costs_more"


def _label(view: View, arm: str) -> Words:
    return view.run.scenario.arms[arm].label
