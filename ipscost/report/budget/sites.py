"""The sites of a rollout: a row for each, and their sum, in which all share the trial's effect."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.budget.seen import ALL_TAKE_PART, ONE
from ipscost.analysis.budget.sites import SitesBudget, SiteTotals
from ipscost.analysis.estimates import Estimate
from ipscost.report.budget.answer import BudgetAnswer
from ipscost.report.budget.figures import figure_of
from ipscost.report.budget.labels import labelled, prices_text
from ipscost.report.budget.price import people_text
from ipscost.report.notes.about import About
from ipscost.report.phrases import headed
from ipscost.report.report import Column, Figure, Row, Table
from ipscost.scenario.rollout import GRANT, PROGRAMME
from ipscost.words.text import Words, count, listing, money, percent, say

NUMBERS = ("planned", "recruited", "started", "waiting")


def table(found: BudgetAnswer, sites: SitesBudget) -> Table:
    """People, programme and net of the account by site; the sum last."""
    account, shown, view = found.view.account, found.shown, found.view
    ways: list[tuple[str, Words]] = [("own", say("budget_net"))]
    if found.rollout.financing is not None:
        ways = [(ONE, say("budget_net_alone")), (ALL_TAKE_PART, say("budget_net_together"))]
    rows = [_row(found, each, ways) for each in (*sites.sites, sites.total)]
    heads = [
        headed("budget_net", [row.cells[-1] for row in rows], view.level)
        if len(ways) == 1
        else label
        for _, label in ways
    ]
    styles = ["change" if len(ways) == 1 else "signed" for _ in ways]
    return Table(
        title=say(
            "title_budget_sites",
            account=labelled(found.scenario, account),
            unit=shown.called,
            prices=prices_text(found.scenario, view.basis),
        ),
        first=say("budget_site"),
        columns=(
            Column(say("budget_started"), numeric=True),
            Column(say("budget_programme"), style="signed", numeric=True),
            Column(say("budget_per_started"), numeric=True),
            *(
                Column(head, style=style, numeric=True)
                for head, style in zip(heads, styles, strict=True)
            ),
        ),
        rows=tuple(rows),
        breaks=(len(sites.sites),),
        name="sites",
    )


def _row(found: BudgetAnswer, site: SiteTotals, ways: list[tuple[str, Words]]) -> Row:
    """One site, or the sum of all."""
    view, shown = found.view, found.shown
    is_sum = not site.name
    cells = []
    for scope, _ in ways:
        net = site.net[view.account, scope].minus()
        cells.append(shown.with_ends(shown.rounded(net.point), net.interval(view.level)))
    return Row(
        f"site.{site.name}" if site.name else "site",
        say("budget_all_sites") if is_sum else site.name,
        (
            people_text(site.started.point),
            shown.rounded(-site.programme["all"].point),
            money(site.per_started.point, found.scenario.money.currency),
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
