"""The sites of a rollout: a row for each, and their sum, in which all share the trial's effect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ipscost.analysis.budget.books import CONSTANT
from ipscost.analysis.budget.seen import ALL_TAKE_PART, ONE
from ipscost.analysis.budget.shares import OTHERS
from ipscost.analysis.budget.sites import SitesBudget, SiteTotals
from ipscost.analysis.estimates import Estimate
from ipscost.report.budget.answer import BudgetAnswer
from ipscost.report.budget.figures import figure_of
from ipscost.report.budget.headline import net_of
from ipscost.report.budget.labels import in_all, labelled, prices_text
from ipscost.report.budget.price import people_text
from ipscost.report.frame import about_whom
from ipscost.report.notes.about import About
from ipscost.report.phrases import headed
from ipscost.report.report import Column, Figure, Row, Table
from ipscost.scenario.rollout import GRANT, PROGRAMME
from ipscost.words.text import Words, count, listing, money, percent, say, sentence, sentences

NUMBERS = ("planned", "recruited", "started", "waiting")


def table(found: BudgetAnswer, sites: SitesBudget) -> Table:
    """People, programme and net of the account by site; the sum last."""
    account, shown, view = found.view.account, found.shown, found.view
    ways = _ways(found)
    rows = [_row(found, each, ways) for each in (*sites.sites, sites.total)]
    first = 2 if is_of_many(found) else 3  # the cell of the net
    head = headed("budget_net", [row.cells[first] for row in rows], view.level)
    per_started = () if is_of_many(found) else (Column(say("budget_per_started"), numeric=True),)
    return Table(
        title=say(
            "title_budget_sites",
            account=labelled(found.scenario, account),
            unit=shown.called,
            prices=prices_text(found.scenario, CONSTANT),
        ),
        first=say("budget_site"),
        columns=(
            Column(say("budget_started"), numeric=True),
            Column(say("budget_programme"), style="signed", numeric=True),
            *per_started,
            *(
                Column(label, style="signed", numeric=True)
                if label is not None
                else Column(head, style="change", numeric=True)
                for _, _, label in ways
            ),
        ),
        rows=tuple(rows),
        breaks=(len(sites.sites),),
        name="sites",
    )


Way = tuple[str, str, "Words | None"]
"""An account, how a block grant counts for it, and its heading; None for the account told."""


def is_of_many(found: BudgetAnswer) -> bool:
    """True for a block grant that moves nothing in the account told, but between its payers."""
    financing, bearing = found.rollout.financing, found.view.budget.bearing
    if financing is None:
        return False
    inside = bearing.accounts[found.view.account]
    concerned = (bearing.payer(each) for each in (financing.payer, financing.by, OTHERS))
    return all(payer in inside for payer in concerned)


def _ways(found: BudgetAnswer) -> list[Way]:
    """Whose nets are told: of the account, and of the payer whose block grant is regulated."""
    account, financing = found.view.account, found.rollout.financing
    if financing is None:
        return [(account, "own", None)]
    if not is_of_many(found):
        labels = say("budget_net_alone"), say("budget_net_together")
        return [(account, ONE, labels[0]), (account, ALL_TAKE_PART, labels[1])]
    payer = labelled(found.scenario, financing.payer)
    return [
        (account, "own", None),
        (financing.payer, ONE, say("budget_net_of_one", account=payer)),
        (financing.payer, ALL_TAKE_PART, say("budget_net_of_all", account=payer)),
    ]


def _row(found: BudgetAnswer, site: SiteTotals, ways: list[Way]) -> Row:
    """One site, or the sum of all."""
    view, shown = found.view, found.shown
    is_sum = not site.name
    cells = []
    for account, scope, label in ways:
        net = site.net[account, scope].minus()
        cell = shown.rounded(net.point)
        if label is None:
            cell = shown.with_ends(cell, net.interval(view.level))
        cells.append(replace(cell, partial=net.partial))
    each = (
        () if is_of_many(found) else (money(site.per_started.point, found.scenario.money.currency),)
    )
    return Row(
        f"site.{site.name}" if site.name else "site",
        say("budget_all_sites") if is_sum else site.name,
        (
            people_text(site.started.point),
            shown.rounded(-site.programme["all"].point),
            *each,
            *cells,
        ),
        shown.unit,
        strong=is_sum,
    )


def figures(found: BudgetAnswer, sites: SitesBudget) -> Iterator[Figure]:
    """The numbers of every site and of their sum, for machines."""
    view, money_unit = found.view, str(found.scenario.money)
    for site in (*sites.sites, sites.total):
        name = site.name or "all"
        label: Words = site.name or say("budget_all_sites")
        path, about = f"site.{name}", {"site": name, "basis": "constant"}
        for number in NUMBERS:
            people: Estimate = getattr(site, number)
            yield figure_of(
                found,
                f"people_{number}",
                path,
                label,
                people.interval(view.level),
                "person",
                **about,
            )
        for account, paid in site.programme.items():
            parts = ((PROGRAMME, paid), (GRANT, site.grant[account]))
            for measure, cost in (*parts, ("change", site.change[account])):
                value = cost.minus().interval(view.level)
                yield figure_of(
                    found, measure, path, label, value, money_unit, payer=account, **about
                )
        for (account, scope), net in site.net.items():
            value = net.minus().interval(view.level)
            yield figure_of(
                found, "net", path, label, value, money_unit, payer=account, scope=scope, **about
            )
        each = site.per_started.interval(view.level)
        unit = f"{money_unit}/person"
        yield figure_of(found, "cost_per_started", path, label, each, unit, **about)


# --- the answer --------------------------------------------------------------------------------


def headlines(found: BudgetAnswer, sites: SitesBudget) -> tuple[Words, ...]:
    """What all sites together buy, and what the account gains by it."""
    scenario, total = found.scenario, sites.total
    name: Words = say("budget_sites_count", count=count(len(sites.sites)))
    if len(sites.sites) == 1:
        name = sites.sites[0].name
    buys = say(
        "budget_sites_buy" if about_whom(scenario) is None else "budget_sites_buy_of",
        population=about_whom(scenario),
        arm=scenario.arms[found.view.budget.arm].label,
        sites=name,
        started=count(round(total.started.point)),
        planned=count(round(total.planned.point)),
        cost=in_all(scenario, total.programme["all"].point),
    )
    gain = total.net[found.view.account, "own"].minus()
    return (sentences(sentence(buys), net_of(found, gain, sites.years, is_first=True)),)


def caveat(found: BudgetAnswer) -> Words:
    """That all but the table of sites is of the rollout as the file states it."""
    planned = float(found.view.budget.people_point.planned.sum())
    return say("caveat_sites", planned=count(round(planned)))


# --- notes -------------------------------------------------------------------------------------


def sites_drawn(about: About[BudgetAnswer]) -> Iterator[Words]:
    """What the sites have in common in every draw, and what each draws by itself."""
    if about.found.sites is not None:
        spread = about.found.rollout.between_sites
        yield say("note_sites_drawn" if spread is None else "note_sites_drawn_spread")


def sites_repeated(about: About[BudgetAnswer]) -> Iterator[Words]:
    """What of the whole rollout several sites each have in full."""
    if about.found.sites is not None and about.found.sites.repeated:
        yield say("note_sites_repeated", paths=listing(list(about.found.sites.repeated)))


def sites_together(about: About[BudgetAnswer]) -> Iterator[Words]:
    """Which part of those with a block grant the sites are together."""
    sites = about.found.sites
    if sites is not None and sites.share:
        share = percent(sites.share, 0)
        yield say("note_sites_together", share=share, count=count(len(sites.sites)))
