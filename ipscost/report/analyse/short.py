"""The short answer of analyse: costs and outcomes on one screen."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ipscost.analysis.interval import Interval
from ipscost.report.analyse.tables import (
    difference_heading,
    levels_table,
    payers_of,
    payers_table,
    pays_in_the_end,
)
from ipscost.report.analyse.terms import EvaluationTerms
from ipscost.report.frame import in_money
from ipscost.report.report import Cell, Column, Row, Table
from ipscost.scenario.nouns import Category, Outcome
from ipscost.scenario.paths import walk
from ipscost.units import SHARE
from ipscost.words.locale import currency_sign
from ipscost.words.text import Words, say

MOST_ROWS = 5
"""Of more categories than this a screen shows their groups, or the largest differences."""
MOST_ALONE, MOST_BESIDE = 7, 4
"""With so many rows of one arm, or of several, whose rows take two lines, no outcome follows."""
MOST_INTERVALS = 2
"""More interventions beside each other have no room for intervals."""


@dataclass(frozen=True)
class _Part:
    """A row: what it is called, and of which categories it is the sum, as much as counts."""

    path: str
    label: Words
    inside: tuple[Category, ...]


def short_tables(terms: EvaluationTerms) -> Iterator[Table]:
    """What each intervention changes; of one, who pays where money moves between payers.

    The sentences above say what is compared, over how long, and in which prices. What the method
    changes has a caveat, and a table among the rest.
    """
    found = terms.found
    if not found.arms:
        yield replace(levels_table(terms, full=False), title="", breaks=())
        return
    yield differences(terms)
    if len(found.arms) == 1 and pays_in_the_end(terms):
        yield payers_table(terms, found.arms[0])


def differences(terms: EvaluationTerms) -> Table:
    """The difference in each cost and outcome, a column an intervention.

    Of one intervention also on whom each part falls, unless money moves between payers: then that
    does not say who pays in the end, which the table of payers does.
    """
    arms = terms.found.arms
    alone = len(arms) == 1
    falls = alone and not pays_in_the_end(terms)
    rows = []
    for part in _parts(terms):
        cells: tuple[Cell, ...] = tuple(_sum(terms, part, arm) for arm in arms)
        marked = any((each.path, arm) in terms.found.stated for each in part.inside for arm in arms)
        payers = payers_of(terms, *part.inside) if part.path != "others" else ""
        rows.append(Row(part.path, part.label, (*cells, payers), terms.unit, marked=marked))
    total = tuple(_limits(terms, terms.total(arm)) for arm in arms)
    rows.append(Row("cost", say("total"), (*total, ""), terms.unit, strong=True))
    for outcome in _outcomes(terms, len(rows)):
        every = (terms.cell(terms.found.category(outcome.path, arm)) for arm in arms)
        told = tuple(_limits(terms, cell) for cell in every)
        points, unit = outcome.unit == SHARE, str(outcome.unit)
        rows.append(Row(outcome.path, outcome.label, (*told, ""), unit, points=points))
    names = [difference_heading(terms)] if alone else [terms.arm(arm) for arm in arms]
    style = "change" if len(arms) <= MOST_INTERVALS else "signed"
    columns = [Column(name, style=style, numeric=True) for name in names]
    if falls:
        columns.append(Column(say("borne_by")))
    return Table(
        title="" if alone else say("title_short", **in_money(terms.scenario)),
        first=say("short_first", currency=currency_sign(terms.currency)),
        columns=tuple(columns),
        rows=tuple(replace(row, cells=row.cells[: len(columns)]) for row in rows),
        name="costs",
    )


def _parts(terms: EvaluationTerms) -> Iterator[_Part]:
    """The categories that count, or of many their groups.

    Where groups are too many, or there are none, the largest differences, and the others as one.
    """
    found, scenario = terms.found, terms.scenario
    counted = found.shares(scenario.perspective)
    told = [category for category in scenario.categories if category.path in counted]
    paths = [category.path for category in told]
    nodes = [node for node in walk(paths) if node.depth == 0 and node.shown]
    if len(told) > MOST_ROWS >= len(nodes):
        for node in nodes:
            inside = tuple(told[place] for place in node.members)
            one = node.is_leaf
            named: Words = inside[0].label if one else scenario.groups[node.path].label
            yield _Part(node.path, named, inside)
        return
    kept = paths
    if len(told) > MOST_ROWS:
        kept = sorted(paths, key=lambda path: -_size(terms, path))[: MOST_ROWS - 1]
    for category in told:
        if category.path in kept:
            label = terms.counted_label(category, counted[category.path])
            yield _Part(category.path, label, (category,))
    if len(kept) < len(told):
        others = tuple(category for category in told if category.path not in kept)
        yield _Part("others", say("other_categories"), others)


def _size(terms: EvaluationTerms, path: str) -> float:
    """How large a difference is; one that is not known comes first, since a reader must see it."""
    share = terms.found.shares(terms.scenario.perspective)[path]
    every = [terms.found.category(path, arm, share) for arm in terms.found.arms]
    return max(math.inf if each is None else abs(each.mean) for each in every)


def _sum(terms: EvaluationTerms, part: _Part, arm: str) -> Interval | None:
    """The difference in a few categories, as much as counts; partial where one is not known."""
    found = terms.found
    shares = found.shares(terms.scenario.perspective)
    known = {
        each.path: shares[each.path]
        for each in part.inside
        if found.category(each.path, arm) is not None
    }
    if not known:
        return None
    cell = terms.cell(found.sum_of(known, arm), partial=len(known) < len(part.inside))
    return _limits(terms, cell)


def _limits(terms: EvaluationTerms, cell: Interval | None) -> Interval | None:
    """An interval, or of many interventions its mean alone."""
    if cell is None or len(terms.found.arms) <= MOST_INTERVALS:
        return cell
    return replace(cell, low=None, high=None)


def _outcomes(terms: EvaluationTerms, rows: int) -> list[Outcome]:
    """The outcomes for which there is room; first those that the sentences do not tell."""
    found = terms.found
    told = [
        outcome
        for outcome in terms.scenario.outcomes
        if any(found.category(outcome.path, arm) is not None for arm in found.arms)
    ]
    room = max(0, (MOST_ALONE if len(found.arms) == 1 else MOST_BESIDE) - rows)
    if len(told) > room:
        told = [each for each in told if each != found.outcome]
    return told[:room]
