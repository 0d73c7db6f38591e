"""The notes under a budget: what is counted, of whom, in which prices, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.budget.holds import PACE
from ipscost.report.budget.answer import BudgetAnswer
from ipscost.report.budget.labels import named, whole_span
from ipscost.report.budget.sites import sites_drawn, sites_repeated, sites_together
from ipscost.report.notes import common, lacking, model, running
from ipscost.report.notes.about import About, Writer
from ipscost.report.notes.calendar import in_each_month, in_force
from ipscost.report.notes.given import intervals
from ipscost.scenario.in_force import month_text
from ipscost.scenario.kinds import KINDS
from ipscost.words.text import (
    Words,
    count,
    listing,
    percent,
    rate,
    say,
    sentence,
    sentences,
    within,
)

Told = BudgetAnswer


def waiting_people(about: About[Told]) -> Iterator[Words]:
    """Who never starts, because the posts are full to the end."""
    waiting = float(about.found.view.budget.people_point.waiting[-1, 0])
    if waiting >= 0.5:
        yield say("note_budget_waiting", count=count(round(waiting)), last=_last(about))


def not_followed(about: About[Told]) -> Iterator[Words]:
    """How much of the time of the people who start lies beyond the accounts."""
    followed = float(about.found.view.budget.people_point.followed[0])
    if followed < 0.9995:
        yield say("note_budget_followed", share=percent(1 - followed, 0), last=_last(about))


def _at_its_end(about: About[Told], last: int) -> Iterator[Words]:
    """How many people are still in support when the last year of a grant ends."""
    people, years = about.found.view.budget.people_point, about.found.view.years
    if last in years:
        left = float(people.supported[years.index(last), 0])
        key = "note_budget_grant_ends" if left >= 0.5 else "note_budget_grant_ends_none"
        if about.found.rollout.support is None:
            key = "note_budget_grant_ends_unknown"
        yield say(key, year=str(last), count=count(round(left)))


def grants(about: About[Told]) -> Iterator[Words]:
    """Who gives what to whom, on which conditions, and who is still in support when it ends."""
    scenario = about.scenario
    for grant in about.found.rollout.grants:
        every = sorted(grant.amounts)
        is_whole = len(every) == every[-1] - every[0] + 1 if every else False
        parts: list[Words] = [
            say(
                "note_budget_grant",
                grant=grant.label,
                giver=named(scenario, grant.giver),
                receiver=named(scenario, grant.receiver),
                years=whole_span(every) if is_whole else listing([str(year) for year in every]),
            )
        ]
        if grant.own_share is not None:
            share = percent(grant.own_share.value, 0)
            parts.append(say("note_budget_own_share", share=share))
        parts.append(say(f"note_budget_unspent_{grant.unspent}"))
        yield sentences(*parts, *_at_its_end(about, every[-1] if every else 0))


def block_grant(about: About[Told]) -> Iterator[Words]:
    """How the block grant follows what is saved; where nothing is said of it, what that means."""
    scenario, financing = about.scenario, about.found.rollout.financing
    if financing is None:
        if len([each for each in scenario.payers.values() if each.public]) > 1:
            yield say("note_budget_no_financing")
        return
    labels = [_category(about, path) for path in financing.guaranteed]
    told: Words = say(
        "note_budget_financing",
        categories=listing(labels),
        payer=named(scenario, financing.payer),
        giver=named(scenario, financing.by),
        others=within(financing.others),
    )
    more: list[Words] = []
    if financing.note is not None:
        more.append(sentence(financing.note))
    if financing.source:
        known = scenario.sources.get(financing.source)
        source = financing.source if known is None else known.cite
        more.append(say("note_budget_financing_source", source=source.rstrip(".")))
    yield sentences(told, *more)


def _category(about: About[Told], path: str) -> Words:
    scenario = about.scenario
    if path in scenario.holders:
        return within(scenario.holders[path].label)
    return within(scenario.groups[path].label) if path in scenario.groups else path


def indexed(about: About[Told]) -> Iterator[Words]:
    """By how much prices, wages and others rise a year; that they rise alike where none is said."""
    indexation = about.found.rollout.indexation
    year = about.scenario.money.year
    if indexation is None or not indexation.rates:
        yield say("note_budget_no_indexation", year=str(year))
        return
    parts = [
        say("budget_rises", what=say(f"budget_rises_{what}"), rate=rate(each.value))
        for what, each in indexation.rates.items()
    ]
    yield say("note_budget_indexation", parts=listing(parts), year=str(year))


def net_prices(about: About[Told]) -> Iterator[Words]:
    """That published net prices are no price of a place, and what the rollout's own replaces."""
    nets = [each.label for each in about.found.view.budget.published if each.is_net]
    if nets:
        yield say("note_budget_net_prices", labels=listing(nets))
    left_out = [within(c.label) for c in about.scenario.categories if KINDS[c.kind].is_programme]
    if left_out and about.found.rollout.has_own_price:
        yield say("note_budget_own_price", labels=listing(left_out))


def adding_up(about: About[Told]) -> Iterator[Words]:
    """How amounts are rounded, so that tables add up."""
    yield say("note_budget_rounding")


def switching(about: About[Told]) -> Iterator[Words]:
    """How the values are found at which the account pays back."""
    holds = about.found.holds
    if holds.net is None:
        return
    yield say("note_budget_holds")
    for each in holds.switches:
        if each.is_beyond:
            pace = count(round(min(PACE, each.now)))
            yield say("note_budget_holds_beyond", months=count(round(each.now)), pace=pace)


def same_effect(about: About[Told]) -> Iterator[Words]:
    """That nothing of the effect hangs on what the programme is made of."""
    staff = about.found.rollout.staff
    yield say("note_budget_same_effect_posts" if staff else "note_budget_same_effect")


def cohorts(about: About[Told]) -> Iterator[Words]:
    """How the accounts are made of one person's course, and that they are not discounted."""
    scenario = about.scenario
    yield say(
        "note_budget_cohorts",
        arm=scenario.arms[about.found.view.budget.arm].label,
        reference=within(scenario.arms[scenario.reference].label),
        first=month_text(about.found.rollout.starts),
        last=_last(about),
    )


def unsplit(about: About[Told]) -> Iterator[Words]:
    """Payers whose split was not published and whose account moves, so that others lack a part."""
    yield from lacking.unsplit_of(about.scenario, about.found.view.accounts)


def rollout_assumed(about: About[Told]) -> Iterator[Words]:
    """The assumptions behind the numbers of the rollout."""
    yield from common.told_once(common.assumed(about.found.rollout.numbers))


def rests_on(about: About[Told]) -> Iterator[Words]:
    """Under which conditions the intervals hold."""
    numbers = (*about.scenario.quantities, *about.found.rollout.numbers)
    if about.found.view.gain().is_uncertain:
        yield from intervals(about.scenario, numbers)


def own_rollout_note(about: About[Told]) -> Iterator[Words]:
    """The rollout's own note."""
    if about.found.rollout.note is not None:
        yield sentence(about.found.rollout.note)


def _last(about: About[Told]) -> Words:
    return month_text(about.found.view.last)


NOTES: tuple[Writer[Told], ...] = (
    *(each for each in common.OF_FILE if each is not in_force),
    *(in_each_month, *model.COUNTED, lacking.outcome_gaps, lacking.stated_otherwise, unsplit),
    *running.RUN,
    *(own_rollout_note, cohorts, same_effect, switching),
    *(waiting_people, not_followed, grants),
    *(sites_drawn, sites_repeated, sites_together),
    *(block_grant, indexed, net_prices, adding_up, rollout_assumed, rests_on),
    *(common.assumptions, common.discounting),
)
