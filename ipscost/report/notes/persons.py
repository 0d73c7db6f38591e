"""What a reader must know where persons were followed one by one: what the intervals hold."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.estimates import View
from ipscost.analysis.persons import all_alike, between_persons
from ipscost.report.notes.about import About
from ipscost.words.text import Words, count, listing, money, say, within


def is_followed(view: View) -> bool:
    """True where a run followed persons one by one."""
    return view.run.record.engine == "persons"


def followed(view: View) -> Iterator[Words]:
    """Heterogeneity, chance and parameter uncertainty, each by its name."""
    if not is_followed(view):
        return
    run, money_of = view.run, view.run.scenario.money.currency
    persons = count(run.settings.persons)
    arms = run.scenario.interventions
    found = {arm: between_persons(run, arm, view.weight()) for arm in arms}
    parts = [
        say(
            "followed_arm",
            arm=within(run.scenario.arms[arm].label),
            sd=money(each.heterogeneity, money_of, each.heterogeneity),
            chance=money(each.chance, money_of, each.chance),
        )
        for arm, each in found.items()
        if each is not None
    ]
    if parts:
        yield say("caveat_persons", persons=persons, parts=listing(parts))
    else:
        yield say("caveat_persons_many", persons=persons)


def alike(about: About[object]) -> Iterator[Words]:
    """In what every person has the mean, since nobody knows how persons differ in it."""
    run = about.run
    if not is_followed(about.view) or run.people is None:
        return
    holders = run.scenario.holders
    paths = all_alike(run.people, tuple(holders))
    if paths:
        yield say("note_alike", labels=listing([within(holders[path].label) for path in paths]))
