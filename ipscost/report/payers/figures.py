"""The machine-readable numbers of payers: by category, by account, and over time."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ipscost.analysis.course import Recovery
from ipscost.analysis.interval import Interval
from ipscost.analysis.payers import Account, BudgetLine, NetSavings
from ipscost.report.frame import account_label, part_label
from ipscost.report.payers.tables import course, line_label, undiscounted
from ipscost.report.report import Figure, Number, numbers_of


def figures(gains: NetSavings) -> Iterator[Figure]:
    """Every number for one arm, unrounded, in the order of the tables."""
    for line in gains.lines:
        yield from _of_line(gains, line)
    for account in gains.shown:
        yield from _of_account(gains, account)
    for period in gains.periods:
        yield from _so_far(gains, period)
        if period in gains.undiscounted:
            yield from _undiscounted(gains, period)


def _of_line(gains: NetSavings, line: BudgetLine) -> Iterator[Figure]:
    """The gain of each payer in a category, group or kind, or overall; then that of all payers.

    A sum by kind has measures of its own, so that it cannot be added to the categories.
    """
    suffix, level = ("_by_kind", "group") if line.level == "kind" else ("", line.level)
    measures = [*(f"gain_to_{account.name}" for account in gains.columns), "gain"]
    pairs = zip(measures, (*line.gains, line.everybody), strict=True)
    found = [(f"{measure}{suffix}", cell, *gains.arms, gains.unit) for measure, cell in pairs]
    yield from numbers_of(line.path, level, line_label(gains.scenario, line), *found)


def _of_account(gains: NetSavings, account: Account) -> Iterator[Figure]:
    """The gain of an account, its probability, the month of break-even, and the gain by period."""
    scenario, total, path = gains.scenario, account.total, account.path
    label = account_label(scenario, account.name)
    yield from numbers_of(
        *(path, "group", label),
        ("net_gain", total.cell(gains.level), *gains.arms, gains.unit),
        ("probability_of_gain", account.probability, *gains.arms, "share"),
        *_in_plus(gains, account.recovery),
    )
    for part, gain in account.in_parts:
        found = (f"net_gain_{part}", gain, *gains.arms, gains.unit)
        yield from numbers_of(path, "group", part_label(scenario, part), found)


def _in_plus(gains: NetSavings, found: Recovery | None) -> Iterator[Number]:
    """The month of break-even; nothing if part of the gain is unknown, or if nothing changes.

    Nor over a horizon that is not known. The earliest and the latest month stand where it depends
    on when amounts fall, and the month itself where it is the same for all that.
    """
    if found is None or not found.break_even.moves or not gains.scenario.is_horizon_known:
        return
    even, reach, ends = found.break_even, found.reach, found.interval(gains.level)
    if found.is_known:
        yield "break_even_month", _month(even.month, *(ends or ())), *gains.arms, "month"
    if ends:
        yield "break_even_median", _month(even.median), *gains.arms, "month"
    if even.draws is not None:
        share = Interval(even.share, draws=even.draws.size)
        yield "probability_of_break_even", share, *gains.arms, "share"
    if reach.categories:
        yield "break_even_earliest", _month(reach.earliest), *gains.arms, "month"
        yield "break_even_latest", _month(reach.latest), *gains.arms, "month"


def _month(month: float, low: float = math.inf, high: float = math.inf) -> Interval | None:
    """A month and its interval; None for anything beyond the horizon."""
    ends = [None if math.isinf(end) else end for end in (low, high)]
    return None if math.isinf(month) else Interval(month, ends[0], ends[1])


def _so_far(gains: NetSavings, period: str) -> Iterator[Figure]:
    """The cumulative gain of each payer at the end of each month or year."""
    suffix = "_by_year" if period == "year" else ""
    for path, label, cells in course(gains, period):
        pairs = zip(gains.columns, cells, strict=True)
        found = [
            (f"gain_so_far_to_{e.name}{suffix}", cell, *gains.arms, gains.unit) for e, cell in pairs
        ]
        yield from numbers_of(path, "leaf", label, *found)


def _undiscounted(gains: NetSavings, period: str) -> Iterator[Figure]:
    """The gain of each payer in each month or year before discounting, and in all."""
    for path, label, cells in undiscounted(gains, period):
        level = "total" if path == "cost" else "leaf"
        pairs = zip(gains.columns, cells, strict=True)
        found = [
            (f"gain_in_{period}_undiscounted_to_{e.name}", cell, *gains.arms, gains.unit)
            for e, cell in pairs
        ]
        yield from numbers_of(path, level, label, *found)
