"""simulate: a sentence an arm: what it saves, how sure that is, how much of it was observed."""

from __future__ import annotations

from ipscost.analysis.estimates import View
from ipscost.analysis.simulate.saving import Saving, saving_of
from ipscost.report.frame import prices_of, whom
from ipscost.report.notes import gaps
from ipscost.report.notes.given import constructed, taken
from ipscost.report.phrases import of_money
from ipscost.scenario.nouns import Scenario
from ipscost.words.text import Words, horizon, money, say, sentences
from ipscost.words.text import probability as probability_text


def headline(view: View, arm: str, level: float) -> Words:
    """What an arm saves per person against the reference arm, with interval, horizon and prices.

    Then how sure that is. Where the account is not whole, it says what is missing, and claims
    nothing.
    """
    scenario = view.run.scenario
    found = saving_of(view, arm, level)
    if found is None:
        return gaps.sentence(view, arm)
    amount = found.amount
    currency = scenario.money.currency
    sentence = say(
        _verb(found),
        whom=whom(scenario),
        arm=scenario.arms[arm].label,
        amount=money(amount.mean, currency),
        horizon=horizon(scenario.months),
        reference=scenario.arms[scenario.reference].label,
        interval=of_money(amount, level),
        year=prices_of(scenario.money),
    )
    return sentences(sentence, _extrapolated(scenario, found), _odds(view, arm, found))


def _odds(view: View, arm: str, found: Saving) -> Words:
    """How likely the arm is to save money, or why that cannot be said."""
    draws = view.run.settings.draws
    if found.probability is not None:
        return _probability(view, arm, probability_text(found.probability, draws))
    return say({0: "headline_point", 1: "headline_few"}.get(draws, "headline_unsure"))


def _probability(view: View, arm: str, shown: Words) -> Words:
    """How likely the arm is to save money, and what that takes for granted."""
    scenario = view.run.scenario
    given = taken(scenario, arm)
    key = "headline_probability" if given == "" else "headline_probability_if"
    sentence = say(key, probability=shown, given=given)
    return sentences(sentence, *constructed(scenario, arm))


def _extrapolated(scenario: Scenario, found: Saving) -> Words:
    """How much of the saving falls after people were last followed; empty where none does."""
    if found.extrapolated is None or found.observed is None:
        return ""
    currency = scenario.money.currency
    return say(
        "headline_extrapolated" if found.saves else "headline_extrapolated_cost",
        amount=money(found.extrapolated, currency),
        observed=money(found.observed, currency),
        month=scenario.observed,
    )


def _verb(found: Saving) -> str:
    """The key of the sentence: a saving or extra cost, and whether the interval includes 0."""
    if found.is_nothing:
        return "costs_the_same"
    if not found.is_clear:
        return "may_save" if found.saves else "may_cost_more"
    return "saves" if found.saves else "costs_more"
