"""The short answer of analyse: costs and the outcome on one screen, and what the method changes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ipscost.analysis.evaluation.differences import Contrast
from ipscost.analysis.interval import Interval
from ipscost.report.analyse.tables import (
    difference_heading,
    levels_table,
    payers_of,
    payers_table,
    pays_in_the_end,
    title_of,
    ways_table,
)
from ipscost.report.analyse.terms import EvaluationTerms
from ipscost.report.report import Column, Row, Table
from ipscost.scenario.paths import walk
from ipscost.units import SHARE
from ipscost.words.locale import currency_sign
from ipscost.words.text import Words, say

MOST_ROWS = 5
"""Of more categories than this a screen shows their groups, or the largest differences."""


def short_tables(terms: EvaluationTerms) -> Iterator[Table]:
    """Costs and the outcome of each intervention; of one, also what the method changes.

    The sentences above say what is compared, over how long, and in which prices.
    """
    found = terms.found
    if not found.arms:
        yield replace(levels_table(terms), title="")
    for arm in found.arms:
        yield costs(terms, arm)
        if len(found.arms) > 1:
            continue
        if pays_in_the_end(terms):
            yield payers_table(terms, arm)
        if _has_ways(terms):
            yield ways_table(terms, arm)


def _has_ways(terms: EvaluationTerms) -> bool:
    """True where a table of methods stands below, which has the outcome too."""
    return len(terms.found.arms) == 1 and len(terms.found.ways) > 1


def costs(terms: EvaluationTerms, arm: str) -> Table:
    """The difference in cost and in the outcome, and on whom each part falls.

    Where money also moves between payers, on whom a category falls does not say who pays in the
    end, which the table of payers does.
    """
    several, falls = len(terms.found.arms) > 1, not pays_in_the_end(terms)
    parts = list(_parts(terms, arm))
    rows = [
        Row(path, label, (cell, payers), terms.unit, marked=marked)
        for path, label, cell, payers, marked in parts
    ]
    rows.append(Row("cost", say("total"), (terms.total(arm), ""), terms.unit, strong=True))
    effect, outcome = terms.found.effect(arm), terms.found.outcome
    if effect is not None and outcome is not None and not _has_ways(terms):
        cells, unit = (terms.cell(effect), ""), str(outcome.unit)
        rows.append(Row(outcome.path, outcome.label, cells, unit, points=outcome.unit == SHARE))
    columns = [Column(difference_heading(terms), style="change", numeric=True)]
    if falls:
        columns.append(Column(say("borne_by")))
    return Table(
        title=title_of(terms, "title_analyse_arm", arm) if several else "",
        first=say("short_first", currency=currency_sign(terms.currency)),
        columns=tuple(columns),
        rows=tuple(replace(row, cells=row.cells[: len(columns)]) for row in rows),
        name="costs",
    )


def _parts(
    terms: EvaluationTerms, arm: str
) -> Iterator[tuple[str, Words, Interval | None, Words, bool]]:
    """Path, label, difference, payers and mark of each category, or of many by group.

    Where groups are too many, or there are none, the largest differences, and the others as one.
    """
    found, scenario = terms.found, terms.scenario
    counted = found.shares(scenario.perspective)
    told = [c for c in scenario.categories if c.path in counted]
    paths = [category.path for category in told]
    nodes = [(n.path, n.members, n.is_leaf) for n in walk(paths) if n.depth == 0 and n.shown]
    if len(told) <= MOST_ROWS or len(nodes) > MOST_ROWS:
        nodes = [(path, (place,), True) for place, path in enumerate(paths)]
    others: list[str] = []
    if len(nodes) > MOST_ROWS:
        size = {p: _size(terms, p, arm) for p in paths}
        kept = sorted(paths, key=lambda path: -size[path])[: MOST_ROWS - 1]
        others = [path for path in paths if path not in kept]
        nodes = [node for node in nodes if node[0] in kept]
    for path, members, is_leaf in nodes:
        inside = [told[place] for place in members]
        label = scenario.holders[path].label if is_leaf else scenario.groups[path].label
        marked = any((each.path, arm) in found.stated for each in inside)
        cell = _sum(terms, {each.path: counted[each.path] for each in inside}, arm)
        yield path, label, cell, payers_of(terms, *inside), marked
    if others:
        cell = _sum(terms, {path: counted[path] for path in others}, arm)
        yield "others", say("other_categories"), cell, "", False


def _size(terms: EvaluationTerms, path: str, arm: str) -> float:
    """How large a difference is; one that is not known comes first, since a reader must see it."""
    contrast = terms.found.category(path, arm)
    return math.inf if contrast is None else abs(contrast.mean)


def _sum(terms: EvaluationTerms, shares: Mapping[str, float], arm: str) -> Interval | None:
    """The difference in a few categories, as much as counts; partial where one is not known."""
    known = {p: share for p, share in shares.items() if terms.found.category(p, arm) is not None}
    if not known:
        return None
    contrast: Contrast = terms.found.sum_of(known, arm)
    return terms.cell(contrast, partial=len(known) < len(shares))
