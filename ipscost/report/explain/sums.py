"""What a sum is made of: a group, the total, what falls on a payer, an account, or a kind."""

from __future__ import annotations

from dataclasses import replace

from ipscost.analysis.explain.sums import CostBreakdown, CostComponent
from ipscost.analysis.interval import Interval
from ipscost.report.explain.journeys import Journeys
from ipscost.report.report import Cell, Column, Row, Table
from ipscost.words.text import Words, rate


def made_of(explainer: Journeys, made: CostBreakdown) -> Table:
    """The categories of a sum, each with its difference and its share, and the sum itself."""
    scenario = explainer.scenario
    columns: list[Column] = []
    arms = scenario.interventions
    for arm, saves in zip(arms, made.saves, strict=True):
        level = rate(explainer.level)
        heading: Words = explainer.say("difference_interval", level=level)
        if len(arms) > 1:
            heading = explainer.say("labelled", label=scenario.arms[arm].label, text=heading)
        columns.append(Column(heading, style="change", numeric=True))
        share = explainer.say(share_of(made, saves=saves))
        columns.append(Column(share, unit="share", style="part", numeric=True))
    rows = [_row(explainer, part) for part in made.parts]
    return Table(
        title=explainer.say("title_parts", path=made.path),
        first=explainer.say("category"),
        columns=tuple(columns),
        rows=(*rows, replace(_row(explainer, made.whole), strong=True)),
        breaks=(len(rows),),
        name="parts",
    )


def share_of(made: CostBreakdown, *, saves: bool) -> str:
    """What shares are of: the word for it, and its name in rows for machines."""
    if not made.of_total:
        return "share_of_sum"
    return "share_of_saving" if saves else "share_of_cost"


def _row(explainer: Journeys, part: CostComponent) -> Row:
    """Difference and share by arm."""
    cells: list[Cell] = []
    for change in part.changes:
        share = None if change.share is None else Interval(change.share)
        cells += [change.difference, share]
    return Row(part.path, part.path, tuple(cells), explainer.unit)
