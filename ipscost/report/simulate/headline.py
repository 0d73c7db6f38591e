"""simulate: what an arm saves, what must hold for that, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ipscost.analysis.estimates import View
from ipscost.analysis.simulate.condition import Condition, condition_of
from ipscost.analysis.simulate.saving import Saving, saving_of
from ipscost.report.frame import about_whom, prices_of, whom
from ipscost.report.notes import gaps
from ipscost.report.notes.given import fineness, is_by_construction, is_guessed, unmoved
from ipscost.report.people import in_all
from ipscost.report.phrases import of_money
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import Scenario
from ipscost.words.text import Words, horizon, money, opening, say, sentences, within
from ipscost.words.text import probability as probability_text

MOST_SENTENCES = 3

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Headline:
    """The answer in at most three sentences, and those for which there was no room."""

    told: tuple[Words, ...]
    further: tuple[Words, ...] = ()


def headlines(view: View, level: float, people: int | None = None) -> Headline:
    """The answer in at most three sentences.

    Of one intervention: what it saves (with `people`, for so many of them too), what must hold for
    that, and how sure it is. Of several: what each of them saves, as far as there is room, and of
    the one that saves most how much was observed, or what must hold for it. Of an arm whose account
    is not whole no saving is claimed. That a setting changes nothing takes the place of the last.
    """
    arms, idle = view.run.scenario.interventions, unmoved(view.run.scenario)
    room = MOST_SENTENCES - len(idle)
    if len(arms) == 1:
        found = [headline(view, arms[0], level), *_conditions(view, arms[0], level, people)]
        return Headline((sentences(*found[:room]), *idle), tuple(found[room:]))
    ranked = sorted(arms, key=lambda arm: (view.total(arm).partial, view.total(arm).point))
    kept = first_of(ranked, room)
    told = [headline(view, arm, level) for arm in arms if arm in kept]
    told += others(len(kept), len(arms))
    if len(told) < room:
        told += [*_beyond(view, ranked[0], level)][:1]
    return Headline((*told, *idle))


def first_of(ranked: Sequence[T], room: int = MOST_SENTENCES) -> Sequence[T]:
    """The arms that have a sentence each: all if there is room, else room is left for `others`."""
    return ranked if len(ranked) <= room else ranked[: room - 1]


def others(told: int, count: int) -> Iterator[Words]:
    """Where not all arms have a sentence, that the others are in the table."""
    if told < count:
        yield say("headline_others_one" if told == 1 else "headline_others", told=told, count=count)


def headline(view: View, arm: str, level: float) -> Words:
    """What an arm saves a person: the saving, its interval, the horizon, the prices, of whom.

    No saving is claimed where the account is not whole.
    """
    scenario = view.run.scenario
    found = saving_of(view, arm, level)
    if found is None:
        return gaps.sentence(view, arm)
    amount, currency = found.amount, scenario.money.currency
    words = {
        "whom": whom(scenario),
        "arm": opening(scenario.arms[arm].label),
        "amount": money(amount.mean, currency),
        "horizon": horizon(scenario.stated_months),
        "reference": within(scenario.arms[scenario.reference].label),
        "interval": of_money(amount, level),
        "year": prices_of(scenario.money),
    }
    if (population := about_whom(scenario)) is None:
        return say(_verb(found), **words)
    words |= {"arm": within(scenario.arms[arm].label), "population": population}
    return say(f"{_verb(found)}_of", **words)


def _beyond(view: View, arm: str, level: float) -> Iterator[Words]:
    """How much of what an arm saves was not observed; where all was, what must hold for it."""
    found = saving_of(view, arm, level)
    if found is None:
        return
    if found.extrapolated is not None:
        yield extrapolated(view.run.scenario, found, arm)
    else:
        yield from holds(view, arm)


def _conditions(view: View, arm: str, level: float, people: int | None) -> Iterator[Words]:
    """What must hold for the saving of an arm, how much of it was observed, and how sure it is.

    Before these what it is for all `people`, where there are several.
    """
    found = saving_of(view, arm, level)
    if found is None:
        return
    yield from in_all(view.run.scenario, arm, view.total(arm).minus().interval(level), people)
    if found.extrapolated is not None:
        yield extrapolated(view.run.scenario, found, "")
    else:
        yield from holds(view, arm)
    yield from odds(view, arm, found)


def holds(view: View, arm: str) -> Iterator[Words]:
    """Up to what difference of which category an arm saves money."""
    scenario, condition = view.run.scenario, condition_of(view, arm)
    if condition is None:
        return
    yield say(
        _form(condition),
        arm=opening(scenario.arms[arm].label),
        category=within(condition.category.label),
        amount=money(abs(condition.limit), scenario.money.currency),
        reference=within(scenario.arms[scenario.reference].label),
    )


def _form(condition: Condition) -> str:
    """The words for a condition, by its sign, and by whether the category is a cost or a gain."""
    is_gain = KINDS[condition.category.kind].is_gain
    above, below = ("loss", "gain") if is_gain else ("cost", "less")
    return f"{'holds' if condition.saves else 'would'}_{above if condition.limit > 0 else below}"


def odds(view: View, arm: str, found: Saving) -> Iterator[Words]:
    """How likely an arm saves money, or why that cannot be said.

    It cannot of an effect that is carried over to others by a number without uncertainty. Nothing
    where the uncertainty was made to give a published result, which says how sure it is.
    """
    draws = view.run.settings.draws
    if is_guessed(view.run.scenario):
        yield say("carried_unsure")
    elif found.probability is None:
        yield say({0: "headline_point", 1: "headline_few"}.get(draws, "headline_unsure"))
    elif not is_by_construction(view.run.scenario, arm):
        shown = probability_text(found.probability, fineness(view.run.scenario, arm, draws))
        yield say("short_probability", probability=shown)


def extrapolated(scenario: Scenario, found: Saving, arm: str) -> Words:
    """How much of a saving lies after the time that people were followed; with `arm`, of which."""
    assert found.extrapolated is not None
    assert found.observed is not None
    currency = scenario.money.currency
    key = "headline_extrapolated" if found.saves else "headline_extrapolated_cost"
    return say(
        f"{key}_of" if arm else key,
        arm=scenario.arms[arm].label if arm else "",
        amount=money(found.extrapolated, currency),
        observed=money(found.observed, currency),
        month=scenario.observed,
    )


def _verb(found: Saving) -> str:
    """The words for a saving or extra cost; weaker ones where the interval holds 0."""
    if found.is_nothing:
        return "costs_the_same"
    if found.amount.mean == 0:
        return "may_cost_the_same"
    if not found.is_clear:
        return "may_save" if found.saves else "may_cost_more"
    return "saves" if found.saves else "costs_more"
