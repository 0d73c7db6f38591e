"""budget: what a rollout costs and saves by year and payer, and what must hold for that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from ipscost.analysis.caveats import Variants
from ipscost.report.budget import holds, price, sites
from ipscost.report.budget.answer import BudgetAnswer
from ipscost.report.budget.caveats import cautions
from ipscost.report.budget.figures import figures
from ipscost.report.budget.headline import headlines
from ipscost.report.budget.notes import NOTES
from ipscost.report.budget.short import short
from ipscost.report.budget.tables import discounted, receivers, tables
from ipscost.report.budget.tried import tried
from ipscost.report.checklists import practice
from ipscost.report.notes.about import of_run, written
from ipscost.report.report import Figure, MadeLater, Report, Short, Table


def budget(found: BudgetAnswer, variants: Variants = ()) -> Report:
    """What a rollout costs and saves, whom and when, and what must hold for it to pay back.

    variants: the scenario analyses, for what they make of the budget.
    """
    variants = tuple(variants)
    level = found.view.level
    caveats = MadeLater(lambda: cautions(found))
    brief = MadeLater(lambda: cautions(found, brief=True))
    told, carries = headlines(found), short(found)
    if found.sites is not None:  # the answer is theirs, not that of the rollout as the file has it
        told, carries = sites.headlines(found, found.sites), sites.table(found, found.sites)
    record = {**asdict(found.run.record), "level": level, "prices": found.view.basis}
    return Report(
        scenario=found.scenario.name,
        headline=told,
        tables=MadeLater(lambda: tuple(every_table(found, variants))),
        notes=MadeLater(lambda: (*caveats, *written(NOTES, of_run(found, found.run, level)))),
        record=record,
        figures=tuple(every_figure(found)),
        short=Short((carries,), brief),
    )


def every_table(found: BudgetAnswer, variants: Variants = ()) -> Iterator[Table]:
    """All tables: the sites, what must hold, the accounts, the programme, who gains last."""
    if found.sites is not None:
        yield sites.table(found, found.sites)
    yield from holds.tables(found)
    yield from tables(found)
    yield from price.tables(found)
    yield discounted(found)
    yield from tried(found, variants)
    yield from practice(found.scenario)
    yield receivers(found)


def every_figure(found: BudgetAnswer) -> Iterator[Figure]:
    """All numbers for machines, those of the sites last."""
    yield from figures(found)
    if found.sites is not None:
        yield from sites.figures(found, found.sites)
