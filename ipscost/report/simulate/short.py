"""The short answer of simulate: the tables that carry it, each no longer than a screen."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ipscost.analysis.interval import Interval
from ipscost.analysis.simulate.summary import ArmComparison, IncrementalCost, PayerSaving, Summary
from ipscost.report.frame import in_money, payer_or_members
from ipscost.report.notes.given import claimed
from ipscost.report.report import Cell, Column, Row, Table
from ipscost.report.simulate.labels import SumLabels, payer_label
from ipscost.scenario.nouns import Category, Scenario
from ipscost.scenario.paths import Node
from ipscost.words.locale import currency_sign
from ipscost.words.text import Words, listing, rate, say

MOST_ALONE = 6
"""With more categories of one intervention than this, the smallest differences share a row."""
MOST_ROWS = 8
"""With more categories than this the groups alone are shown, so that a table fits on a screen."""


def short(found: Summary) -> tuple[Table, ...]:
    """The tables that a reader is shown first of a summary.

    Of one intervention one table, with its interval and the payer of each category; of several the
    differences, and who gains, a column an arm.
    """
    if len(found.comparisons) == 1:
        return (one_arm(found, found.comparisons[0]),)
    return (differences(found), gains(found))


def one_arm(found: Summary, each: ArmComparison) -> Table:
    """The difference in each category with its interval, and on whom it falls.

    Of many categories the largest differences, and the others in one row. Where money also moves
    between payers, on whom a category falls does not say who pays in the end: `payers` does.
    """
    scenario, labels = found.scenario, SumLabels(found.scenario)
    nodes, others = _largest(list(_nodes(each)))
    every = [each.costs.total, *(amounts for _, amounts in nodes)]
    rows = [
        _row(
            found,
            node.path,
            labels.node(node, amounts),
            (amounts.difference, _payers_of(scenario, node)),
            marked=node.is_leaf and labels.is_assumed(node.path),
        )
        for node, amounts in nodes
    ]
    if others:
        rest = _rest(each.costs.total, [amounts for _, amounts in nodes], others)
        rows.append(_row(found, "others", say("other_categories"), (rest, "")))
    total = _row(found, "cost", say("total"), (each.costs.total.difference, ""), strong=True)
    has_intervals = any(a.difference is not None and a.difference.low is not None for a in every)
    heading = say("difference")
    if has_intervals:
        heading = say("difference_interval", level=rate(found.level))
    columns = [Column(heading, style="change", numeric=True)]
    if not found.has_transfers:
        columns.append(Column(say("borne_by")))
    return Table(
        title="",
        first=say("short_first", currency=currency_sign(scenario.money.currency)),
        columns=tuple(columns),
        rows=tuple(replace(row, cells=row.cells[: len(columns)]) for row in (*rows, total)),
        name="costs",
    )


def differences(found: Summary) -> Table:
    """The difference in each category, a column an intervention."""
    scenario, labels = found.scenario, SumLabels(found.scenario)
    first = found.comparisons[0]
    by_arm = [dict(_by_path(each)) for each in found.comparisons]
    rows = [
        _row(
            found,
            node.path,
            labels.node(node, amounts),
            tuple(_mean(sums.get(node.path)) for sums in by_arm),
            marked=node.is_leaf and labels.is_assumed(node.path),
        )
        for node, amounts in _nodes(first)
    ]
    totals = tuple(_mean(each.costs.total) for each in found.comparisons)
    rows.append(_row(found, "cost", say("total"), totals, strong=True))
    odds = tuple(_odds(scenario, each) for each in found.comparisons)
    if any(cell is not None for cell in odds):
        label = say("probability_of_saving")
        rows.append(Row("cost", label, odds, "share", style="probability"))
    return Table(
        title=_title(scenario, "title_short"),
        first=say("category"),
        columns=_arms(found),
        rows=tuple(rows),
        name="costs",
    )


def gains(found: Summary) -> Table:
    """What each payer gains, transfers and all, a column an intervention."""
    scenario = found.scenario
    by_arm = [{payer.path: payer for payer in each.payers} for each in found.comparisons]
    rows = [
        _row(
            found,
            path,
            payer_label(scenario, path),
            tuple(_gain(found, payers.get(path)) for payers in by_arm),
        )
        for path in (f"payer.{name}" for name in scenario.payers)
        if any(path in payers for payers in by_arm)
    ]
    return Table(
        title=_title(scenario, "title_short_payers"),
        first=say("payer"),
        columns=_arms(found),
        rows=tuple(rows),
        name="payers",
    )


def _title(scenario: Scenario, key: str) -> Words:
    return say(key, **in_money(scenario))


def _arms(found: Summary) -> tuple[Column, ...]:
    labels = [found.scenario.arms[each.arm].label for each in found.comparisons]
    return tuple(Column(label, style="signed", numeric=True) for label in labels)


def _nodes(each: ArmComparison) -> Iterator[tuple[Node, IncrementalCost]]:
    """The categories, or of very many the outermost groups."""
    leaves = [(node, amounts) for node, amounts in each.costs.tree if node.is_leaf]
    if len(leaves) <= MOST_ROWS:
        yield from leaves
        return
    yield from ((node, a) for node, a in each.costs.tree if node.depth == 0 and node.shown)


def _largest(
    nodes: Sequence[tuple[Node, IncrementalCost]],
) -> tuple[list[tuple[Node, IncrementalCost]], list[IncrementalCost]]:
    """The categories with the largest differences in file order, and the amounts of the others.

    One whose difference is not known is among the first, since a reader must see it.
    """
    if len(nodes) <= MOST_ALONE:
        return [*nodes], []

    def size(amounts: IncrementalCost) -> float:
        found = amounts.difference
        return math.inf if found is None or found.partial else abs(found.mean)

    least = sorted((size(amounts) for _, amounts in nodes), reverse=True)[MOST_ALONE - 2]
    kept = [each for each in nodes if size(each[1]) >= least]
    return kept, [amounts for _, amounts in nodes if size(amounts) < least]


def _rest(
    total: IncrementalCost, told: Sequence[IncrementalCost], others: Sequence[IncrementalCost]
) -> Interval | None:
    """The difference in the other categories, so that the column adds up to its total."""
    if total.difference is None:
        return None
    known = [each.difference.mean for each in told if each.difference is not None]
    rest = total.difference.mean - math.fsum(known)
    return Interval(0.0 if _are_nothing(others) else rest)


def _are_nothing(others: Sequence[IncrementalCost]) -> bool:
    return all(each.difference is not None and each.difference.mean == 0 for each in others)


def _by_path(each: ArmComparison) -> Iterator[tuple[str, IncrementalCost]]:
    return ((node.path, amounts) for node, amounts in each.costs.tree)


def _payers_of(scenario: Scenario, node: Node) -> Words:
    """On whom a category or group falls."""
    holders = scenario.holders
    members = [scenario.categories[place] for place in node.members]
    names = dict.fromkeys(
        name
        for category in members
        if isinstance(holders[category.path], Category)
        for name in category.payers
    )
    return listing([payer_or_members(scenario, name) for name in names])


def _mean(amounts: IncrementalCost | None) -> Interval | None:
    """The expected difference, without its interval."""
    if amounts is None or amounts.difference is None:
        return None
    return replace(amounts.difference, low=None, high=None)


def _odds(scenario: Scenario, each: ArmComparison) -> Interval | None:
    """The probability of saving, if one is claimed."""
    return claimed(scenario, each.arm, each.costs.total.probability)


def _gain(found: Summary, payer: PayerSaving | None) -> Interval | None:
    """What a payer gains, without its interval."""
    if payer is None:
        return None
    cell = payer.budget if found.has_transfers else payer.saving
    return None if cell is None else replace(cell, low=None, high=None)


def _row(
    found: Summary,
    path: str,
    label: Words,
    cells: tuple[Cell, ...],
    *,
    strong: bool = False,
    marked: bool = False,
) -> Row:
    unit = f"{found.scenario.money}/person"
    return Row(path, label, cells, unit, strong=strong, marked=marked)
