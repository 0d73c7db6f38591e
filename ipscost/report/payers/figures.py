"""The numbers of payers for machines: by category, account by account, and as time goes on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from ipscost.analysis.interval import Interval
from ipscost.analysis.payers.division import AccountBalance, BudgetLine, Division, SoFar
from ipscost.report.frame import account_label, part_label
from ipscost.report.payers.labels import line_labels, period_labels
from ipscost.report.report import Figure, evenly
from ipscost.words.text import Words

TOGETHER = 4
"""How many payers stand together, row after row: files have had this order from the first."""


def figures(every: Sequence[Division]) -> Iterator[Figure]:
    """Every number of each arm, unrounded."""
    for division in every:
        yield from _by_category(division)
        for standing in division.standings:
            yield from _of_account(division, standing)
        for course in division.courses:
            yield from _so_far(division, course)


def _by_category(division: Division) -> Iterator[Figure]:
    """What each payer gains in each category, group and kind, and in all."""
    lines = list(zip(division.lines, line_labels(division), strict=True))
    groups = evenly(len(division.columns), TOGETHER)
    for number, group in enumerate(groups, start=1):
        for line, label in lines:
            for place in group:
                measure = f"gain_to_{division.columns[place].name}"
                yield from _of_line(division, line, label, measure, line.gains[place])
            if number == len(groups):
                yield from _of_line(division, line, label, "gain", line.everybody)


def _of_line(
    division: Division, line: BudgetLine, label: Words, measure: str, cell: Interval | None
) -> Iterator[Figure]:
    """A sum by kind has a measure of its own, so that it cannot be added to the categories."""
    is_kind = line.level == "kind"
    measure, level = (f"{measure}_by_kind", "group") if is_kind else (measure, line.level)
    yield from _one(division, measure, line.path, level, label, cell)


def _of_account(division: Division, standing: AccountBalance) -> Iterator[Figure]:
    """Its gain, how sure that is, from when it is in plus, and the parts of its gain in time."""
    scenario, path = division.gains.scenario, standing.account.path
    label = account_label(scenario, standing.account.name)
    numbers = [
        ("net_gain", standing.gain, ""),
        ("probability_of_gain", standing.probability, "share"),
        *_in_plus(standing, division.level),
    ]
    for measure, cell, unit in numbers:
        yield from _one(division, measure, path, "group", label, cell, unit)
    for part, gain in standing.in_parts:
        words = part_label(scenario, part)
        yield from _one(division, f"net_gain_{part}", path, "group", words, gain)


def _in_plus(standing: AccountBalance, level: float) -> Iterator[tuple[str, Interval | None, str]]:
    """From when an account is in plus: measure, number and unit.

    The earliest and the latest month stand where it depends on when amounts fall, and the month
    itself where it is the same for all that. Nothing where a part is not known, or nothing moves.
    """
    even, reach = standing.even, standing.reach
    if even is None or reach is None or not even.moves:
        return
    if not reach.categories:
        ends = (math.inf, math.inf) if even.draws is None else even.interval(level)
        yield "break_even_month", _month(even.month, *ends), "month"
        yield "break_even_median", None if even.draws is None else _month(even.median), "month"
    elif reach.is_known or math.isinf(even.month):
        yield "break_even_month", _month(even.month), "month"
    if even.draws is not None:
        share = Interval(even.share, draws=even.draws.size)
        yield "probability_of_break_even", share, "share"
    if reach.categories:
        yield "break_even_earliest", _month(reach.earliest), "month"
        yield "break_even_latest", _month(reach.latest), "month"


def _month(month: float, low: float = math.inf, high: float = math.inf) -> Interval | None:
    """A month for machines; None where it lies beyond the horizon."""
    if math.isinf(month):
        return None
    ends = [None if math.isinf(end) else end for end in (low, high)]
    return Interval(month, ends[0], ends[1])


def _so_far(division: Division, course: SoFar) -> Iterator[Figure]:
    """What each payer has gained by the end of each month or year."""
    suffix = "_by_year" if course.period == "year" else ""
    labels = period_labels(course.period, division.gains.scenario.months)
    for group in evenly(len(division.columns), TOGETHER):
        for number, (label, gains) in enumerate(zip(labels, course.gains, strict=True), start=1):
            for place in group:
                measure = f"gain_so_far_to_{division.columns[place].name}{suffix}"
                path = f"{course.period}.{number}"
                yield from _one(division, measure, path, "leaf", label, gains[place])


def _one(
    division: Division,
    measure: str,
    path: str,
    level: str,
    label: Words,
    cell: Interval | None,
    unit: str = "",
) -> Iterator[Figure]:
    """A number against the reference arm, in money where there is no other `unit`; or none."""
    if cell is not None:
        arm, reference = division.gains.arm, division.gains.scenario.reference
        yield Figure(measure, path, level, label, cell, arm, reference, unit or division.unit)
