"""What a reader of payers must know: the check, what is doubtful, what is assumed."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.payers.accounts import NetSavings
from ipscost.analysis.payers.turning import held_fixed
from ipscost.report.notes import common, lacking, model, running
from ipscost.report.notes.about import About, Writer
from ipscost.report.payers.sentences import sum_check as check
from ipscost.scenario.nouns import SOCIETAL
from ipscost.words.text import Words, clause, glued, listing, reads, say

Every = tuple[NetSavings, ...]
"""What each account gains, by arm."""


def sum_check(about: About[Every]) -> Iterator[Words]:
    """That what payers gain is what society saves."""
    yield from map(check, about.found)


def in_plus(about: About[Every]) -> Iterator[Words]:
    """What the probability of a gain is."""
    if about.run.ledger is not None:
        yield say("note_in_plus")


def draws_alone(about: About[Every]) -> Iterator[Words]:
    """That probabilities are of the draws, and what is the same in all of them."""
    scenario = about.scenario
    paths = {quantity.path for quantity in scenario.quantities if quantity.is_fixed}
    if about.run.ledger is not None and paths:
        words = {"count": len(paths), "name": running.shell_name(scenario)}
        yield say("note_draws_alone", bounded=len(held_fixed(scenario)), **words)


def base_case(about: About[Every]) -> Iterator[Words]:
    """Where the mean of the draws is another total than that of the base case."""
    yield from model.means_of(about.view, outcomes=())


def not_whole(about: About[Every]) -> Iterator[Words]:
    """What marks an account that lacks something."""
    if any(gains.lacks(account) for gains in about.found for account in gains.shown):
        yield say("note_not_whole")


def gaps(about: About[Every]) -> Iterator[Words]:
    """What society's account lacks, which is what no account has."""
    yield from lacking.of_account(about.view.seen_from(SOCIETAL))


def left_out(about: About[Every]) -> Iterator[Words]:
    """The categories that are 0 for everybody and have no row."""
    scenario = about.scenario
    several = len(scenario.interventions) > 1
    for gains in about.found:
        labels = [category.label for category in gains.still()]
        arm = glued(" (", scenario.arms[gains.arm].label, ")") if several else ""
        if labels:
            yield say("note_left_out", arm=arm, labels=listing(labels))


def dagger(about: About[Every]) -> Iterator[Words]:
    """What marks the rows that rest on an assumption."""
    if _assumed(about.found):
        yield say("note_dagger")


def assumptions(about: About[Every]) -> Iterator[Words]:
    """The assumptions about the categories of what is shown."""
    for text, paths in _assumed(about.found).items():
        yield say("note_assumption", path=listing(paths), text=text)


def assumed_more(about: About[Every]) -> Iterator[Words]:
    """How many numbers are assumed that nothing shown depends on, and where these are told."""
    told = {path for paths in _assumed(about.found).values() for path in paths}
    assumed = {quantity.path for quantity in about.scenario.quantities if quantity.assumption}
    if others := assumed - told:
        name = running.shell_name(about.scenario)
        yield say("note_assumed_more", count=len(others), name=name)


def _assumed(every: Every) -> dict[Words, list[str]]:
    """The assumptions about what is shown, each with the paths that it is made of.

    Those that read the same are one, whatever they say in another language.
    """
    told: dict[Words, list[str]] = {}
    first: dict[str, Words] = {}
    others = {q.path for q in every[0].scenario.quantities if q.assumption}
    for gains in every:
        for number in gains.numbers():
            if number.assumption and number.path in others:
                others.remove(number.path)
                text = clause(number.assumption)
                told.setdefault(first.setdefault(reads(text), text), []).append(number.path)
    return told


def welfare(about: About[Every]) -> Iterator[Words]:
    """The factors of the welfare-economic account, which is one of those shown."""
    yield from common.factors(about.scenario)


NOTES: tuple[Writer[Every], ...] = (
    common.own_note,
    sum_check,
    in_plus,
    draws_alone,
    common.doubts,
    common.spread_evenly,
    model.extrapolated,
    model.states,
    model.onward_moves,
    model.later_effect,
    model.production,
    base_case,
    model.clipped,
    not_whole,
    gaps,
    lacking.outcome_gaps,
    lacking.stated_otherwise,
    lacking.unsplit,
    left_out,
    dagger,
    assumptions,
    assumed_more,
    common.discounting,
    welfare,
    *running.RUN,
)
