"""The tables of voi: what perfect information is worth, and what is worth measuring better."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ipscost.analysis.frame import discounted_text, perspective_text, prices_of
from ipscost.decision.information import Worth
from ipscost.report.voi.terms import Research
from ipscost.table import Cell, Column, Interval, Row, Table
from ipscost.words import horizon, say

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
    language, question = research.language, research.question
    unit, money = question.cost_unit, question.decision.money
    last = len(research.thresholds) - 1
    shown = set(np.linspace(0, last, CURVE_ROWS).round().astype(int).tolist())
    if research.wtp in research.thresholds:
        shown.add(research.thresholds.index(research.wtp))
    rows = []
    for place, wtp in enumerate(research.thresholds):
        found = research.perfect(wtp)
        label = (
            question.ratio(wtp)
            if research.has_effect
            else say(f"voi_{research.what_counts}_alone", language)
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
    first = say("voi_cost", language)
    if research.has_effect:
        first = say("voi_threshold", language, per=question.per)
    return Table(
        title=f"{say('title_voi_perfect', language)}\n{basis(research)}",
        first=first,
        columns=(
            Column(say("voi_chosen", language)),
            Column(
                say("voi_wrong", language), "probability_wrong", unit="share", style="probability"
            ),
            Column("EVPI", "evpi", style="rough"),
            Column(say("voi_se", language), "evpi_se", style="rough", shown=False),
            _population_column(research, "evpi_population", money),
        ),
        rows=tuple(rows),
        beside=question.stakes,
    )


def basis(research: Research) -> str:
    """What the money is: `kr. per person over 18 months, 2017 prices, societal perspective`."""
    question, language = research.question, research.language
    run = question.decision.run
    if run is None:
        return say("voi_basis", language, currency=question.currency_sign).strip()
    scenario = run.scenario
    return say(
        "voi_basis_run",
        language,
        currency=question.currency_sign,
        horizon=horizon(scenario.months, language),
        year=prices_of(scenario.money, language),
        perspective=perspective_text(scenario, language),
        discounted=discounted_text(scenario, language),
    )


def ranking_table(research: Research) -> Table:
    """Every quantity by its EVPPI; below each its path. The last row is knowing all of them."""
    language = research.language
    rows: list[Row] = []
    for place, (name, worth) in enumerate(research.ranking):
        shown = place < MOST_ROWS
        label = research.label(name)
        rows += _numbered(place, _row(research, name, "leaf", label, worth, shown=shown))
        if label != name:
            blank: tuple[Cell, ...] = ("",) * 5
            rows.append(Row(name, "leaf", name, blank, depth=1, tidy=False, shown=shown))
    ends = len(rows)
    whole = research.now.worth
    everything = say("voi_everything", language)
    rows.append(_row(research, EVERYTHING, "total", everything, whole, strong=True))
    return Table(
        title=f"{say('title_voi', language)}\n{_at(research)}",
        first=say("voi_quantity", language),
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
        title=f"{say('title_voi_groups', research.language)}\n{_at(research)}",
        first=say("voi_group", research.language),
        columns=_columns(research),
        rows=tuple(rows),
        beside=research.question.stakes,
    )


def _numbered(place: int, row: Row) -> tuple[Row, Row]:
    """A row for readers with its rank before its label, and one for machines without."""
    return replace(row, label=f"{place + 1}. {row.label}", tidy=False), replace(row, shown=False)


def _at(research: Research) -> str:
    """What the net benefit is: the saving alone, or with an outcome at its threshold."""
    question, language = research.question, research.language
    if not research.has_effect:
        return say(f"voi_at_{research.what_counts}", language)
    label, worth = question.outcome_label, question.worth(research.wtp)
    return say("voi_at", language, outcome=label, worth=worth)


def _row(
    research: Research,
    path: str,
    level: str,
    label: str,
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
    language = research.language
    return (
        Column("EVPPI", "evppi", style="rough"),
        Column(say("voi_se", language), "evppi_se", style="rough"),
        Column(say("voi_share", language), "evppi_share", unit="share", style="part"),
        _population_column(research, "evppi_population", research.question.decision.money),
        Column(say("voi_strays", language), "evppi_strays", unit="", shown=False),
    )


def _population_column(research: Research, measure: str, money: str) -> Column:
    """What it is worth for all the people; not shown where their number was not given."""
    shown = research.population is not None
    return Column(
        say("voi_population", research.language), measure, unit=money, style="rough", shown=shown
    )
