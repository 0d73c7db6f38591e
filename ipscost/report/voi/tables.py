"""The tables of voi: what perfect information is worth, and what is worth measuring better."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ipscost.analysis.frame import discounted_text, perspective_text, prices_of
from ipscost.analysis.interval import Interval
from ipscost.decision.information import Worth
from ipscost.report.report import Cell, Column, Row, Table
from ipscost.report.voi.terms import Research
from ipscost.words.text import Words, alike, glued, horizon, joined, say, stripped

MOST_ROWS = 15
"""So many quantities are shown; machines get all."""
CURVE_ROWS = 11
EVERYTHING = "everything"


def tables(research: Research) -> tuple[Table, ...]:
    """Perfect information at each threshold, the ranking of quantities, and that of groups."""
    found = [perfect_table(research)]
    if research.ranking:
        found.append(ranking_table(research))
    if research.together:
        found.append(groups_table(research))
    return tuple(found)


def perfect_table(research: Research) -> Table:
    """What is chosen at each threshold, how likely that is wrong, and the EVPI."""
    question = research.question
    unit, money = question.cost_unit, question.decision.money
    last = len(research.thresholds) - 1
    shown = set(np.linspace(0, last, CURVE_ROWS).round().astype(int).tolist())
    if research.wtp in research.thresholds:
        shown.add(research.thresholds.index(research.wtp))
    rows = []
    for place, wtp in enumerate(research.thresholds):
        found = research.perfect(wtp)
        label = (
            question.ratio(wtp) if research.has_effect else say(f"voi_{research.what_counts}_alone")
        )
        population = research.population
        cells: tuple[Cell, ...] = (
            question.label(found.best),
            question.chance(found.wrong),
            Interval(found.worth.value),
            Interval(found.worth.se),
            None if population is None else Interval(found.worth.value * population.size),
        )
        rows.append(
            Row(
                question.decision.outcome or "cost",
                "total",
                label,
                cells,
                unit,
                arm=question.psa.arms[found.best],
                shown=place in shown,
                threshold=wtp if research.has_effect else None,
            )
        )
    first = say("voi_cost")
    if research.has_effect:
        first = say("voi_threshold", per=question.per)
    return Table(
        title=joined((say("title_voi_perfect"), basis(research)), "\n"),
        first=first,
        columns=(
            Column(say("voi_chosen")),
            Column(say("voi_wrong"), "probability_wrong", unit="share", style="probability"),
            Column("EVPI", "evpi", style="rough"),
            Column(say("voi_se"), "evpi_se", style="rough", shown=False),
            _population_column(research, "evpi_population", money),
        ),
        rows=tuple(rows),
        beside=question.stakes,
    )


def basis(research: Research) -> Words:
    """What the money is: `kr. per person over 18 months, 2017 prices, societal perspective`."""
    question = research.question
    run = question.decision.run
    if run is None:
        sign = question.sign
        return stripped(say("voi_basis", currency=sign))
    scenario = run.scenario
    return say(
        "voi_basis_run",
        currency=question.sign,
        horizon=horizon(scenario.months),
        year=prices_of(scenario.money),
        perspective=perspective_text(scenario),
        discounted=discounted_text(scenario),
    )


def ranking_table(research: Research) -> Table:
    """Every quantity by its EVPPI; below each its path. The last row is knowing all of them."""
    rows: list[Row] = []
    for place, (name, worth) in enumerate(research.ranking):
        shown = place < MOST_ROWS
        label = research.label(name)
        rows += _numbered(place, _row(research, name, "leaf", label, worth, shown=shown))
        if not alike(label, name):
            blank: tuple[Cell, ...] = ("",) * 5
            rows.append(Row(name, "leaf", name, blank, depth=1, tidy=False, shown=shown))
    ends = len(rows)
    whole = research.now.worth
    everything = say("voi_everything")
    rows.append(_row(research, EVERYTHING, "total", everything, whole, strong=True))
    return Table(
        title=joined((say("title_voi"), _at(research)), "\n"),
        first=say("voi_quantity"),
        columns=_columns(research),
        rows=tuple(rows),
        breaks=(ends,),
        beside=research.question.stakes,
    )


def groups_table(research: Research) -> Table:
    """Every group by its EVPPI."""
    rows: list[Row] = []
    for place, (label, worth) in enumerate(research.together):
        rows += _numbered(place, _row(research, label, "group", label, worth))
    return Table(
        title=joined((say("title_voi_groups"), _at(research)), "\n"),
        first=say("voi_group"),
        columns=_columns(research),
        rows=tuple(rows),
        beside=research.question.stakes,
    )


def _numbered(place: int, row: Row) -> tuple[Row, Row]:
    """A row for readers with its rank before its label, and one for machines without."""
    label = glued(f"{place + 1}. ", row.label)
    return replace(row, label=label, tidy=False), replace(row, shown=False)


def _at(research: Research) -> Words:
    """What the net benefit is: the saving alone, or with an outcome at its threshold."""
    question = research.question
    if not research.has_effect:
        return say(f"voi_at_{research.what_counts}")
    label, worth = question.outcome_label, question.worth(research.wtp)
    return say("voi_at", outcome=label, worth=worth)


def _row(
    research: Research,
    path: Words,
    level: str,
    label: Words,
    worth: Worth,
    *,
    shown: bool = True,
    strong: bool = False,
) -> Row:
    whole, population = research.now.worth.value, research.population
    cells: tuple[Cell, ...] = (
        Interval(worth.value),
        Interval(worth.se),
        Interval(worth.value / whole) if whole > 0 else None,
        None if population is None else Interval(worth.value * population.size),
        Interval(1.0) if worth.strays else None,
    )
    return Row(
        path,
        level,
        label,
        cells,
        research.question.cost_unit,
        shown=shown,
        strong=strong,
        threshold=research.wtp if research.has_effect else None,
    )


def _columns(research: Research) -> tuple[Column, ...]:
    return (
        Column("EVPPI", "evppi", style="rough"),
        Column(say("voi_se"), "evppi_se", style="rough"),
        Column(say("voi_share"), "evppi_share", unit="share", style="part"),
        _population_column(research, "evppi_population", research.question.decision.money),
        Column(say("voi_strays"), "evppi_strays", unit="", shown=False),
    )


def _population_column(research: Research, measure: str, money: str) -> Column:
    """What it is worth for all the people; not shown where their number was not given."""
    shown = research.population is not None
    return Column(say("voi_population"), measure, unit=money, style="rough", shown=shown)
