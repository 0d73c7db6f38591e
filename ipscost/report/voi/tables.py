"""The tables of voi: what perfect information is worth, and what is worth measuring better."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ipscost.analysis.interval import Interval
from ipscost.decision.information import InformationValue
from ipscost.report.frame import in_money
from ipscost.report.report import Cell, Column, Row, Table
from ipscost.report.voi.figures import EVERYTHING
from ipscost.report.voi.study import study_table
from ipscost.report.voi.terms import Research
from ipscost.words.text import Words, say

MOST_ROWS = 15
"""So many quantities are shown."""
CURVE_ROWS = 11
"""About so many thresholds are shown."""


def tables(research: Research) -> tuple[Table, ...]:
    """Perfect information at each threshold, the rankings of quantities and groups, the study."""
    found = [perfect_table(research)]
    if research.ranking:
        found.append(ranking_table(research))
    if research.together:
        found.append(groups_table(research))
    of_study = study_table(research)
    if of_study is not None:
        found.append(of_study)
    return tuple(found)


def perfect_table(research: Research) -> Table:
    """The choice at each threshold, the EVPI, and if one is claimed the probability of an error."""
    question, thresholds = research.question, research.thresholds
    shown = set(np.linspace(0, len(thresholds) - 1, CURVE_ROWS).round().astype(int).tolist())
    if research.wtp in thresholds:
        shown.add(thresholds.index(research.wtp))
    rows, odds = [], [say("voi_wrong")] if question.has_odds else []
    for wtp in (wtp for place, wtp in enumerate(thresholds) if place in shown):
        found = research.perfect(wtp)
        cells: list[Cell] = [question.label(found.best)]
        cells += [question.told_chance(found.wrong) for _ in odds]
        cells.append(Interval(found.worth.value))
        if research.population is not None:
            cells.append(research.for_all(found.worth))
        path, label = question.decision.outcome or "cost", research.threshold_label(wtp)
        rows.append(_row(research, path, label, cells))
    first = say("voi_cost")
    if research.has_effect:
        first = say("voi_threshold", one=question.one)
    return Table(
        title=say("title_voi_perfect", basis=basis(research)),
        first=first,
        columns=(
            Column(say("voi_chosen")),
            *(Column(label, unit="share", style="probability", numeric=True) for label in odds),
            Column("EVPI", style="rough", numeric=True),
            *_population_column(research),
        ),
        rows=tuple(rows),
        beside=question.stakes,
        name="evpi",
    )


def basis(research: Research) -> Words:
    """What the money is: `kr. per person over 18 months, 2017 prices, societal perspective`."""
    question = research.question
    run = question.decision.run
    if run is None:
        sign = question.sign
        return say("voi_basis", currency=sign) if sign else say("voi_basis_unknown")
    scenario = run.scenario
    return say("voi_basis_run", **in_money(scenario))


def ranking_table(research: Research) -> Table:
    """The quantities with the highest EVPPI, each above its path. The last row is the EVPI."""
    rows: list[Row] = []
    columns = _columns(research)
    for place, (name, worth) in enumerate(research.ranking[:MOST_ROWS]):
        label = research.label(name)
        rows.append(_row(research, name, _numbered(place, label), _cells(research, worth)))
        if label != name:
            blank = ("",) * len(columns)
            rows.append(Row(name, name, blank, depth=1))
    ends = len(rows)
    everything = say("voi_everything")
    cells = _cells(research, research.now.worth)
    rows.append(_row(research, EVERYTHING, everything, cells, strong=True))
    return Table(
        title=say("title_voi", basis=_at(research)),
        first=say("voi_quantity"),
        columns=columns,
        rows=tuple(rows),
        breaks=(ends,),
        beside=research.question.stakes,
        name="evppi",
    )


def groups_table(research: Research) -> Table:
    """Every group by its EVPPI."""
    return Table(
        title=say("title_voi_groups", basis=_at(research)),
        first=say("voi_group"),
        columns=_columns(research),
        rows=tuple(
            _row(research, group.name, _numbered(index, group.label), _cells(research, worth))
            for index, (group, worth) in enumerate(research.together)
        ),
        beside=research.question.stakes,
        name="groups",
    )


def _numbered(place: int, label: Words) -> Words:
    """A label behind its rank."""
    return say("ranked", rank=place + 1, label=label)


def _at(research: Research) -> Words:
    """What the net benefit consists of: the saving alone, or an outcome at its threshold."""
    question = research.question
    if not research.has_effect:
        return say(f"voi_at_{research.what_counts}")
    label, worth = question.outcome_label, question.worth(research.wtp)
    return say("voi_at", outcome=label, worth=worth)


def _cells(research: Research, worth: InformationValue) -> list[Cell]:
    """The cells of `_columns`."""
    cells: list[Cell] = [Interval(worth.value), Interval(worth.se), research.share(worth)]
    return cells if research.population is None else [*cells, research.for_all(worth)]


def _row(
    research: Research, path: Words, label: Words, cells: Sequence[Cell], *, strong: bool = False
) -> Row:
    """A row of money per person."""
    unit = research.question.cost_unit
    return Row(path, label, tuple(cells), unit, strong=strong)


def _columns(research: Research) -> tuple[Column, ...]:
    return (
        Column("EVPPI", style="rough", numeric=True),
        Column(say("voi_se"), style="rough", numeric=True),
        Column(say("voi_share"), unit="share", style="part", numeric=True),
        *_population_column(research),
    )


def _population_column(research: Research) -> tuple[Column, ...]:
    """The value for the whole population, if its size was given."""
    if research.population is None:
        return ()
    unit = research.question.decision.money
    return (Column(say("voi_population"), unit=unit, style="rough", numeric=True),)
