"""The short answer of analyse: one table that carries it, so that all of it fits on a screen."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

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
from ipscost.units import SHARE
from ipscost.words.locale import currency_sign
from ipscost.words.text import say

MOST_CATEGORIES = 6
"""With more categories than this, the smallest differences share a row."""
MOST_ROWS = 7
"""With more rows than this, the outcome of the sentences is not told again."""
MOST_INTERVALS = 2
"""More interventions beside each other have no room for intervals."""


def short_tables(terms: EvaluationTerms) -> Iterator[Table]:
    """The differences, a column an intervention, and who pays where money moves between payers."""
    found = terms.found
    if not found.arms:
        yield replace(levels_table(terms, full=False), title="", breaks=())
        return
    yield differences(terms)
    if pays_in_the_end(terms):
        for arm in found.arms:
            yield payers_table(terms, arm)


def differences(terms: EvaluationTerms) -> Table:
    """The difference in each category, the total and outcomes; of one arm also on whom it falls."""
    found, scenario = terms.found, terms.scenario
    alone = len(found.arms) == 1
    categories, others = _largest(terms)
    shows_payers = alone and not pays_in_the_end(terms)
    rows = []
    counted = found.shares(scenario.perspective)
    for category in categories:
        share = counted[category.path]
        cells = _cells(terms, category.path, share)
        marked = any((category.path, arm) in found.stated for arm in found.arms)
        more = (payers_of(terms, category),) if shows_payers else ()
        label = terms.counted_label(category, share)
        rows.append(Row(category.path, label, (*cells, *more), terms.unit, marked=marked))
    blank: tuple[Cell, ...] = ("",) if shows_payers else ()
    if others:
        rest = tuple(_rest(terms, others, arm) for arm in found.arms)
        rows.append(Row("others", say("other_categories"), (*rest, *blank), terms.unit))
    total = tuple(_limits(terms, terms.total(arm)) for arm in found.arms)
    rows.append(Row("cost", say("total"), (*total, *blank), terms.unit, strong=True))
    for outcome in _outcomes(terms, len(rows)):
        cells = _cells(terms, outcome.path)
        points = outcome.unit == SHARE
        unit = str(outcome.unit)
        rows.append(Row(outcome.path, outcome.label, (*cells, *blank), unit, points=points))
    heading = difference_heading(terms)
    names = [heading] if alone else [terms.arm(arm) for arm in found.arms]
    style = "change" if len(found.arms) <= MOST_INTERVALS else "signed"
    columns = [Column(name, style=style, numeric=True) for name in names]
    if shows_payers:
        columns.append(Column(say("borne_by")))
    return Table(
        title="" if alone else say("title_short", **in_money(scenario)),
        first=say("short_first", currency=currency_sign(terms.currency)),
        columns=tuple(columns),
        rows=tuple(rows),
        name="costs",
    )


def _cells(terms: EvaluationTerms, path: str, share: float = 1.0) -> tuple[Cell, ...]:
    """What each intervention changes at a path, or of the share of it that counts."""
    found = terms.found
    every = (found.category(path, arm, share) for arm in found.arms)
    return tuple(_limits(terms, terms.cell(each)) for each in every)


def _limits(terms: EvaluationTerms, cell: Interval | None) -> Interval | None:
    """An interval, or of many interventions its mean alone."""
    if cell is None or len(terms.found.arms) <= MOST_INTERVALS:
        return cell
    return replace(cell, low=None, high=None)


def _largest(terms: EvaluationTerms) -> tuple[list[Category], list[Category]]:
    """The categories that count, with the largest differences in file order, and the others."""
    found, scenario = terms.found, terms.scenario
    counted = found.shares(scenario.perspective)
    every = [category for category in scenario.categories if category.path in counted]
    if len(every) <= MOST_CATEGORIES:
        return every, []

    def size(category: Category) -> float:
        share = counted[category.path]
        every_arm = [found.category(category.path, arm, share) for arm in found.arms]
        return max(math.inf if each is None else abs(each.mean) for each in every_arm)

    least = sorted(map(size, every), reverse=True)[MOST_CATEGORIES - 2]
    kept = [each for each in every if size(each) >= least]
    return kept, [each for each in every if size(each) < least]


def _rest(terms: EvaluationTerms, others: Sequence[Category], arm: str) -> Interval:
    """The sum of the other categories, as the perspective counts them."""
    found = terms.found
    shares = found.shares(terms.scenario.perspective)
    told = [(shares[each.path], found.category(each.path, arm)) for each in others]
    return Interval(math.fsum(share * each.mean for share, each in told if each is not None))


def _outcomes(terms: EvaluationTerms, rows: int) -> list[Outcome]:
    """The outcomes of the data; without that of the sentences where there is no room for all."""
    found = terms.found
    told = [
        outcome
        for outcome in terms.scenario.outcomes
        if any(found.category(outcome.path, arm) is not None for arm in found.arms)
    ]
    if rows + len(told) <= MOST_ROWS:
        return told
    return [each for each in told if each != found.outcome]
