"""The tables of payers: categories down and payers across, accounts down, and their course."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.course import Course
from ipscost.analysis.estimates import Estimate
from ipscost.analysis.frame import discounted_text, part_label, parts_of, prices_of
from ipscost.analysis.interval import Interval, opposite
from ipscost.analysis.payers.accounts import Account, Gains
from ipscost.report.report import Cell, Column, Row, Table
from ipscost.report.simulate.months import break_even_ends, month_text, year_labels
from ipscost.scenario.kinds import is_moved, parts, path_of
from ipscost.scenario.paths import walk
from ipscost.words.locale import currency_sign
from ipscost.words.text import Words, glued, horizon, rate, say

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

ACROSS = 4
"""How many payers stand beside one another in a terminal of 80 columns."""


def blocks(accounts: Sequence[Account]) -> list[Sequence[Account]]:
    """The accounts in groups that fit beside one another, as even as they can be."""
    count = math.ceil(len(accounts) / ACROSS)
    size = math.ceil(len(accounts) / count) if count else ACROSS
    return [accounts[place : place + size] for place in range(0, len(accounts), size)]


# --- categories down, payers across ----------------------------------------------------------


def category_tables(gains: Gains, level: float) -> Iterator[Table]:
    """What each payer gains in each category; several tables where payers are many.

    The last one has the sum over all payers.
    """
    groups = blocks(gains.shown if gains.only else gains.payers)
    for place, group in enumerate(groups):
        is_last = place == len(groups) - 1 and not gains.only
        key = "title_gains" if not place else "title_gains_more"
        rows = tuple(_category_rows(gains, group, level, everybody=is_last))
        total = next(number for number, row in enumerate(rows) if row.suffix == "_by_kind")
        yield Table(
            title=_title(key, gains),
            first=say("category"),
            columns=_payer_columns(gains, group, everybody=is_last),
            rows=rows,
            breaks=(total,),
        )


def _title(key: str, gains: Gains) -> Words:
    scenario = gains.scenario
    return say(
        key,
        arm=scenario.arms[gains.arm].label,
        reference=scenario.arms[scenario.reference].label,
        currency=currency_sign(scenario.money.currency),
        horizon=horizon(scenario.months),
        year=prices_of(scenario.money),
        discounted=discounted_text(scenario),
    )


def _payer_columns(
    gains: Gains, group: Sequence[Account], *, everybody: bool
) -> tuple[Column, ...]:
    reference = gains.scenario.reference
    columns = [
        Column(a.label, f"gain_to_{a.name}", gains.arm, reference, style="signed") for a in group
    ]
    if everybody:
        label = say("sum_of_payers")
        columns.append(Column(label, "gain", gains.arm, reference, style="signed"))
    return tuple(columns)


def _category_rows(
    gains: Gains, group: Sequence[Account], level: float, *, everybody: bool
) -> Iterator[Row]:
    unit = f"{gains.scenario.money}/person"

    def cells(only: Floats) -> tuple[Cell, ...]:
        """What each column gains of the categories that are marked with 1."""
        found: list[Cell] = [
            gains.gain(account, only).cell(level) if (account.weight * only).any() else None
            for account in group
        ]
        if everybody:
            found.append(gains.of(gains.everybody * only).cell(level))
        return tuple(found)

    def each(index: int) -> tuple[Cell, ...]:
        """What each column gains of one category."""
        parts: list[Cell] = [
            gains.gain_in(account, index).cell(level) if account.weight[index] else None
            for account in group
        ]
        if everybody:
            only = np.zeros(len(gains.everybody))
            only[index] = gains.everybody[index]
            parts.append(gains.of(only).cell(level))
        return tuple(parts)

    categories, groups = gains.scenario.categories, gains.scenario.groups
    for node in walk([category.path for category in categories]):
        path, depth = node.path, node.depth
        if not node.is_leaf:
            below = np.zeros(len(categories))
            below[list(node.members)] = 1
            label = groups[path].label
            found = cells(below)
            is_shown = node.shown and not is_empty(found)
            yield Row(path, "group", label, found, unit, depth=depth, shown=is_shown)
            continue
        index = node.members[0]
        category = categories[index]
        label = category.label
        rests = any(number.assumption for number in category.numbers)
        found = each(index)
        told = gains.view.run.point.told[gains.view.run.point.arm(gains.arm), index]
        borne = any(account.weight[index] != 0 for account in group)
        is_shown = not is_empty(found) or (borne and not told)
        row = Row(path, "leaf", label, found, unit, depth=depth, marked=rests)
        yield replace(row, shown=is_shown)
    for name in parts():
        only = gains.of_part(name)
        if only.any():
            label = say("transfers_net" if is_moved(name) else name)
            found = cells(only)
            row = Row(path_of(name), "group", label, found, unit, suffix="_by_kind")
            yield replace(row, shown=not is_empty(found))
    label = say("net_gain")
    yield Row("cost", "total", label, cells(np.ones(len(categories))), unit, strong=True)


def is_empty(cells: Sequence[Cell]) -> bool:
    """True where every cell of a row is a dash or a sure 0."""
    return all(
        cell is None or (isinstance(cell, Interval) and cell.low is None and cell.mean == 0)
        for cell in cells
    )


# --- accounts down ---------------------------------------------------------------------------


def accounts_table(gains: Gains, level: float) -> Table:
    """Each payer's and each perspective's net gain, how sure it is, and from when it is in plus."""
    reference, unit = gains.scenario.reference, f"{gains.scenario.money}/person"
    rows: list[Row] = []
    for account in gains.shown:
        rows += _account_rows(gains, account, unit, level)
    payers = sum(str(row.path).startswith("payer.") for row in rows)
    breaks = (payers,) if 0 < payers < len(rows) else ()
    moves = any(isinstance(c := row.cells[0], Interval) and c.low is not None for row in rows)
    words = {"level": rate(level)}
    arm = gains.arm
    return Table(
        title=_title("title_accounts", gains),
        first=say("account"),
        columns=(
            Column(
                say("net_gain_interval" if moves else "net_gain", **words),
                "net_gain",
                arm,
                reference,
                style="change",
            ),
            Column(
                say("probability_gain"),
                "probability_of_gain",
                arm,
                reference,
                "share",
                "probability",
            ),
            Column(say("in_plus_interval" if moves else "in_plus", **words)),
            Column("", "break_even_month", arm, reference, "month", shown=False),
            Column("", "break_even_median", arm, reference, "month", shown=False),
            Column("", "probability_of_break_even", arm, reference, "share", shown=False),
            Column("", "break_even_earliest", arm, reference, "month", shown=False),
            Column("", "break_even_latest", arm, reference, "month", shown=False),
        ),
        rows=tuple(rows),
        breaks=breaks,
    )


def _account_rows(gains: Gains, account: Account, unit: str, level: float) -> Iterator[Row]:
    """The net gain of one account, and the parts that were observed and extrapolated."""
    total = gains.gain(account)
    label = account.label
    partial = total.partial
    cells = (
        total.cell(level),
        total.minus().chance_below(0),
        *((None,) * 6 if partial else _break_even_cells(gains, account, level)),
    )
    yield Row(account.path, "group", label, cells, unit)
    for part in parts_of(gains.scenario):
        seen = gains.seen(account)
        some = seen.difference_in(part, gains.arm, account.weight, seen.everything).cell(level)
        words = part_label(gains.scenario, part)
        found = (opposite(some) if some else None, *((None,) * 7))
        row = Row(account.path, "group", words, found, unit, depth=1, suffix=f"_{part}")
        yield replace(row, shown=partial or gains.moves(account))


def _break_even_cells(gains: Gains, account: Account, level: float) -> tuple[Cell, ...]:
    """From when an account is in plus, as text; then the month, the median and the share.

    Last the earliest and the latest month, where it depends on when amounts fall; the month is None
    where it does.
    """
    months, found, reach = gains.scenario.months, gains.break_even(account), gains.reach(account)
    if not found.moves:
        return (None,) * 6
    share = None if found.draws is None else Interval(found.share, draws=found.draws.size)
    text = month_text(found.month, months)
    bounds = (_month(reach.earliest), _month(reach.latest))
    if not reach.categories:
        text = glued(text, break_even_ends(found, months, level))
        ends = (math.inf, math.inf) if found.draws is None else found.interval(level)
        median = None if found.draws is None else _month(found.median)
        return (text, _month(found.month, *ends), median, share, None, None)
    if math.isinf(found.month) or reach.is_known:
        return (text, _month(found.month), None, share, *bounds)
    high = month_text(reach.latest, months)
    text = say("month_unknown", low=f"{reach.earliest:g}", high=high)
    return (text, None, None, share, *bounds)


def _month(month: float, low: float = math.inf, high: float = math.inf) -> Cell:
    """A month for machines; None where it lies beyond the horizon."""
    if math.isinf(month):
        return None
    ends = [None if math.isinf(end) else end for end in (low, high)]
    return Interval(month, ends[0], ends[1])


# --- the course ------------------------------------------------------------------------------


def course_tables(gains: Gains, part: str, level: float) -> Iterator[Table]:
    """What each payer has gained so far, a row a `month` or a `year`."""
    scenario, reference = gains.scenario, gains.scenario.reference
    count = scenario.months
    labels: list[Words] = [str(number) for number in range(1, count + 1)]
    if part == "year":
        labels = year_labels(count)
    unit = f"{scenario.money}/person"
    for place, group in enumerate(blocks(gains.shown if gains.only else gains.payers)):
        courses = [_so_far(gains.course(account), part) for account in group]
        rows = []
        for number, label in enumerate(labels):
            cells = tuple(course[number].cell(level) for course in courses)
            rows.append(Row(f"{part}.{number + 1}", "leaf", label, cells, unit))
        columns = tuple(
            Column(
                account.label,
                f"gain_so_far_to_{account.name}" + ("_by_year" if part == "year" else ""),
                gains.arm,
                reference,
                style="signed",
            )
            for account in group
        )
        key = f"title_gains_by_{part}" + ("_more" if place else "")
        yield Table(_title(key, gains), say(part), columns, tuple(rows))


def _so_far(course: Course, part: str) -> list[Estimate]:
    return (course.by_year() if part == "year" else course).so_far.estimates()
