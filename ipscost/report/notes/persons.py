"""What a reader must know where persons were followed one by one: what the intervals hold."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.estimates import View
from ipscost.analysis.persons import all_alike, between_persons
from ipscost.report.notes.about import About
from ipscost.scenario.nouns import Category, Outcome, Scenario
from ipscost.scenario.spread import spread_used
from ipscost.words.text import Words, count, listing, money, say, sentences, within


def is_followed(view: View) -> bool:
    """True where a run followed persons one by one."""
    return view.run.record.engine == "persons"


def followed(view: View) -> Iterator[Words]:
    """Heterogeneity, chance and parameter uncertainty, each by its name."""
    if not is_followed(view):
        return
    run, money_of = view.run, view.run.scenario.money.currency
    persons, arms = run.settings.persons, run.scenario.interventions
    found = {arm: between_persons(run, arm, view.weight()) for arm in arms}
    known = {arm: each for arm, each in found.items() if each is not None}
    parts = [
        say(
            "followed_arm",
            arm=within(run.scenario.arms[arm].label),
            sd=money(each.heterogeneity, money_of, each.heterogeneity),
            chance=money(each.chance, money_of, each.chance),
        )
        for arm, each in known.items()
        if each.heterogeneity
    ]
    told = [
        say("followed_one") if persons == 1 else say("followed_persons", persons=count(persons))
    ]
    if parts:
        told.append(say("followed_apart", parts=listing(parts)))
        if roughly(run.scenario):
            told.append(say("followed_roughly"))
    elif known:
        told.append(say("followed_alike"))
    if run.settings.draws > 1 and (parts or not known):
        told.append(say("followed_intervals" if parts else "followed_intervals_many"))
    yield sentences(*told)


def roughly(scenario: Scenario) -> tuple[Category | Outcome, ...]:
    """What persons differ in by a spread that nobody published, and that is derived."""
    found = ((each, spread_used(scenario, path)) for path, each in scenario.holders.items())
    return tuple(each for each, spread in found if spread is not None and spread.is_derived)


def derived_spreads(about: About[object]) -> Iterator[Words]:
    """In what persons differ by a spread that is derived, and as if how."""
    if is_followed(about.view) and (found := roughly(about.scenario)):
        yield say("note_roughly", labels=listing([within(each.label) for each in found]))


def alike(about: About[object]) -> Iterator[Words]:
    """In what every person has the mean, since nobody knows how persons differ in it."""
    run = about.run
    if not is_followed(about.view) or run.people is None:
        return
    holders = run.scenario.holders
    paths = all_alike(run.people, tuple(holders))
    if paths:
        yield say("note_alike", labels=listing([within(holders[path].label) for path in paths]))


def saving_apart(about: About[object]) -> Iterator[Words]:
    """That the spread of a saving is another one than that which a study needs."""
    if is_followed(about.view) and about.run.people is not None:
        yield say("note_saving_apart")


def spread_held(about: About[object]) -> Iterator[Words]:
    """What of how persons differ is uncertain, and held at one value."""
    between = about.scenario.spread
    if not is_followed(about.view) or between is None:
        return
    paths = [number.path for number in between.numbers if not number.is_fixed]
    if paths:
        yield say("note_spread_held", paths=listing(paths))
