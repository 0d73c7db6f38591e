"""The numbers of a budget for machines: a payer, a year, a price basis and a scope in each row.

Gains are positive and costs negative, in money of the whole rollout; `scope` is how a block grant
is counted (`one`, `all`, or `own` as the file says), `source` the path of what a number is made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from ipscost.analysis.budget.books import CONSTANT
from ipscost.analysis.budget.published import per_person
from ipscost.analysis.budget.seen import (
    ALL_TAKE_PART,
    BLOCK,
    CHANGE,
    NET,
    ONE,
    OWN,
    PARTS,
)
from ipscost.analysis.interval import Interval
from ipscost.report.budget.answer import BudgetAnswer
from ipscost.report.budget.headline import extra_people
from ipscost.report.budget.labels import labelled, line_label
from ipscost.report.budget.price import own_price, people_of
from ipscost.report.budget.tables import chance_cell
from ipscost.report.report import Figure
from ipscost.scenario.rollout import GRANT, PROGRAMME, Month
from ipscost.units import SHARE
from ipscost.words.text import Words, say

SOURCES = {PROGRAMME: "rollout", GRANT: "rollout.grant", CHANGE: "cost", BLOCK: "rollout.financing"}
"""What a part of an account is made of; a net is made of all of them."""


def figures(found: BudgetAnswer) -> Iterator[Figure]:
    """Every number, unrounded: accounts by year and in all, turns, the programme, people."""
    for basis in found.view.budget.bases:
        for account in found.view.accounts:
            yield from _accounts(found, basis, account)
            yield from _turns(found, basis, account)
        yield from _made_of(found, basis)
    yield from _discounted(found)
    yield from _people(found)
    yield from _prices(found)
    yield from _holds(found)


def figure_of(
    found: BudgetAnswer,
    measure: str,
    path: str,
    label: Words,
    value: Interval,
    unit: str,
    level: str = "group",
    **about: str,
) -> Figure:
    """A number with its payer, year, basis, scope, site and source."""
    names = ("payer", "year", "basis", "scope", "site", "source")
    texts = tuple((name, about.get(name, "")) for name in names)
    return Figure(measure, path, level, label, value, *found.arms, unit, about=texts)


# --- accounts --------------------------------------------------------------------------------


def _accounts(found: BudgetAnswer, basis: str, account: str) -> Iterator[Figure]:
    """The parts of an account, its net and the cumulative net, by year and in all."""
    view, money = found.view, str(found.scenario.money)
    label, path = labelled(found.scenario, account), f"payer.{account}"
    has_block = found.rollout.financing is not None
    scopes = (OWN, ONE, ALL_TAKE_PART) if has_block else (OWN,)
    for part in (*PARTS, NET):
        if part == BLOCK and not has_block:
            continue
        for scope in scopes if part in (BLOCK, NET) else (OWN,):
            yield from by_year(found, part, account, basis, scope)
            about = _about(part, account, basis, scope)
            total = view.gain(part, account, scope=scope, basis=basis).interval(view.level)
            yield figure_of(found, part, path, label, total, money, **about)
    odds = chance_cell(found, account) if basis == view.basis else None
    if odds is not None:
        about = _about(NET, account, basis, OWN)
        yield figure_of(found, "probability_of_gain", path, label, odds, str(SHARE), **about)
    yield from so_far_by_year(found, account, basis)


def by_year(
    found: BudgetAnswer, part: str, account: str, basis: str, scope: str = OWN
) -> Iterator[Figure]:
    """What an account gains by a part in each year."""
    view, money = found.view, str(found.scenario.money)
    label, path = labelled(found.scenario, account), f"payer.{account}"
    for year in view.years:
        each = view.gain(part, account, year=year, scope=scope, basis=basis)
        about = {**_about(part, account, basis, scope), "year": str(year)}
        value = each.interval(view.level)
        yield figure_of(found, f"{part}_in_year", path, label, value, money, "leaf", **about)


def so_far_by_year(found: BudgetAnswer, account: str, basis: str) -> Iterator[Figure]:
    """What an account has gained by the end of each year."""
    view, money = found.view, str(found.scenario.money)
    label, path = labelled(found.scenario, account), f"payer.{account}"
    for year in view.years:
        so_far = view.gain(NET, account, year=year, basis=basis, so_far=True)
        about = {**_about(NET, account, basis, OWN), "year": str(year)}
        value = so_far.interval(view.level)
        yield figure_of(found, "net_so_far", path, label, value, money, "leaf", **about)


def _about(part: str, account: str, basis: str, scope: str) -> dict[str, str]:
    """Of which account a number is, and of what."""
    source = SOURCES.get(part, "")
    return {"payer": account, "basis": basis, "scope": scope, "source": source}


def _turns(found: BudgetAnswer, basis: str, account: str) -> Iterator[Figure]:
    """The deepest deficit of an account and its month, and the month from which it is paid back.

    Months are counted from January of the first year, which is month 1.
    """
    view = found.view
    if not view.is_whole(account):
        return
    turned, first = view.turned(account, basis), view.budget.first.number
    label, path = labelled(found.scenario, account), f"payer.{account}"
    about = {"payer": account, "basis": basis, "scope": OWN}

    def place(month: Month | None) -> float | None:
        return None if month is None else month.number - first + 1.0

    money = str(found.scenario.money)
    yield figure_of(found, "deepest_deficit", path, label, turned.deepest, money, **about)
    for measure, month in (("deepest_month", turned.deepest_in), ("paid_back_month", turned.even)):
        if month is None:
            continue
        value = Interval(place(month) or 0.0)
        if measure == "paid_back_month" and turned.has_interval:
            value = replace(value, low=place(turned.earliest), high=place(turned.latest))
        yield figure_of(
            found, measure, path, label, value, "month", **{**about, "year": str(month.year)}
        )


def _made_of(found: BudgetAnswer, basis: str) -> Iterator[Figure]:
    """What the programme is made of, and the other costs by category, by year, whoever pays."""
    view, money = found.view, str(found.scenario.money)
    point, draws = view.budget.point[basis], view.budget.draws and view.budget.draws[basis]
    for place, path in enumerate(point.line_paths):
        label = line_label(found.rollout, path, found.scenario)
        for at, year in enumerate(point.years):
            drawn = None if not draws else -draws.lines[place, at]
            each = view.estimate(-point.lines[place, at], drawn).interval(view.level)
            about = {"year": str(year), "basis": basis, "source": path}
            yield figure_of(
                found, "programme_line_in_year", path, label, each, money, "leaf", **about
            )
    known = {category.path: category.label for category in found.scenario.categories}
    for place, path in enumerate(point.categories):
        for at, year in enumerate(point.years):
            drawn = None if not draws else -draws.by_category[place, at]
            each = view.estimate(-point.by_category[place, at], drawn).interval(view.level)
            about = {"year": str(year), "basis": basis, "source": path}
            label = known.get(path, path)
            yield figure_of(
                found, "change_by_category_in_year", path, label, each, money, "leaf", **about
            )


def _discounted(found: BudgetAnswer) -> Iterator[Figure]:
    """The net of each account, discounted."""
    view, money = found.view, str(found.scenario.money)
    for account in view.accounts:
        value = view.discounted(account).interval(view.level)
        label = labelled(found.scenario, account)
        about = {"payer": account, "basis": CONSTANT, "scope": OWN, "source": "discount"}
        yield figure_of(found, "net_discounted", f"payer.{account}", label, value, money, **about)


# --- people and prices -----------------------------------------------------------------------


def _people(found: BudgetAnswer) -> Iterator[Figure]:
    """People and posts by year, and how many more people have the outcome."""
    view, budget = found.view, found.view.budget
    point, draws = budget.people_point, budget.people_draws
    for name in people_of(found):
        each, drawn = getattr(point, name), None if draws is None else getattr(draws, name)
        for at, year in enumerate(view.years):
            value = view.estimate(each[at], None if drawn is None else drawn[at])
            people = value.interval(view.level)
            label, path = say(f"budget_people_{name}"), f"people.{name}"
            yield figure_of(
                found,
                f"people_{name}",
                path,
                label,
                people,
                "person",
                "leaf",
                year=str(year),
                source="rollout.intake",
            )
    roles = found.rollout.staff.roles if found.rollout.staff is not None else ()
    for place, role in enumerate(roles):
        path = f"rollout.staff.role.{role.name}"
        for at, year in enumerate(view.years):
            drawn = None if draws is None else draws.posts[place, at]
            filled = view.estimate(point.posts[place, at], drawn).interval(view.level)
            yield figure_of(
                found,
                "posts",
                path,
                role.label,
                filled,
                "post",
                "leaf",
                year=str(year),
                source=path,
            )
    extra, outcome = extra_people(found), found.rollout.outcome
    if extra is not None:
        label = found.scenario.holders[outcome].label
        yield figure_of(
            found,
            "extra_people",
            outcome,
            label,
            extra.interval(view.level),
            "person",
            source=outcome,
        )
    followed = view.estimate(np.asarray(point.followed), None if draws is None else draws.followed)
    told = followed.interval(view.level)
    yield figure_of(found, "share_followed", "people", say("budget_followed"), told, str(SHARE))


def _prices(found: BudgetAnswer) -> Iterator[Figure]:
    """The price of a person here, what was published, and what a person who starts costs."""
    money = f"{found.scenario.money}/person"
    own = Interval(found.view.budget.price_per_person)
    label = own_price(found)
    yield figure_of(found, "price_per_planned", "rollout", label, own, money, source="rollout")
    for each in found.view.budget.published:
        path, unit, stated = each.amount.path, str(each.amount.unit), per_person(each)
        measure = "published_net_price" if each.is_net else "published_price"
        if stated is not None:
            yield figure_of(found, measure, path, each.label, Interval(stated), unit, source=path)
    for starter in found.holds.per_starter:
        path, label = "rollout.intake.recruitment", say("budget_per_started")
        about = {"scope": f"{starter.recruitment:g}", "source": path}
        yield figure_of(
            found, "cost_per_started", path, label, Interval(starter.programme), money, **about
        )
        if starter.outcome is not None:
            label = say("budget_per_extra_short")
            value = Interval(starter.outcome)
            yield figure_of(found, "cost_per_extra_person", path, label, value, money, **about)


def _holds(found: BudgetAnswer) -> Iterator[Figure]:
    """The switching values, and the net by share of the effect and of the target."""
    account, money = found.view.account, str(found.scenario.money)
    about = {"payer": account, "basis": CONSTANT, "scope": OWN}
    for switch in found.holds.switches:
        for each in switch.told:
            if each.at is None:
                continue
            label = say(f"holds_row_{switch.lever}_{each.measure}")
            measure = f"pays_back_at_{switch.lever}_{each.measure}"
            value = Interval(each.at)
            yield figure_of(
                found, measure, f"holds.{switch.lever}", label, value, each.unit, **about
            )
    grid = found.holds.grid
    if grid is None:
        return
    for effect, nets in zip(grid.effects.tolist(), grid.nets.tolist(), strict=True):
        for people, net in zip(grid.recruitments.tolist(), nets, strict=True):
            path = f"holds.grid.{effect:g}.{people:g}"
            label = say("budget_net")
            yield figure_of(
                found, "net_at_effect_and_recruitment", path, label, Interval(-net), money, **about
            )
