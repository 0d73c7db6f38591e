"""The tables of payers: gains by category and payer, by account, and over time."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from ipscost.analysis.course import Recovery
from ipscost.analysis.interval import Interval
from ipscost.analysis.payers import Account, BudgetLine, NetSavings
from ipscost.report.frame import account_label, framed, part_label
from ipscost.report.phrases import headed
from ipscost.report.report import UNKNOWN, Cell, Column, Row, Split, Table, is_empty
from ipscost.report.simulate.labels import SumLabels, month_labels, year_labels
from ipscost.report.simulate.months import month_text
from ipscost.scenario.kinds import is_moved
from ipscost.scenario.nouns import Scenario
from ipscost.words.text import Words, bracketed, say


def tables(gains: NetSavings) -> Iterator[Table]:
    """The gains by category, by account, and by year or month where requested."""
    yield _by_category(gains)
    yield _accounts(gains)
    for period in gains.periods:
        yield _course(gains, period)
        if period in gains.undiscounted:
            yield _undiscounted(gains, period)


def _title(key: str, gains: NetSavings) -> Words:
    return say(key, **framed(gains.scenario, gains.arm))


def _columns(gains: NetSavings) -> tuple[Column, ...]:
    """One column for each account."""
    labels = [account_label(gains.scenario, account.name) for account in gains.columns]
    return tuple(Column(label, style="signed", numeric=True) for label in labels)


# --- categories down, payers across ----------------------------------------------------------


def line_label(scenario: Scenario, line: BudgetLine) -> Words:
    """The label of a category or a group, or the name of a sum."""
    if line.level == "total":
        return say("net_gain")
    if line.level == "kind":
        name = line.path.rpartition(".")[2]
        return say("transfers_net" if is_moved(name) else name)
    return (scenario.holders if line.level == "leaf" else scenario.groups)[line.path].label


def _by_category(gains: NetSavings) -> Table:
    """The gain of each payer in each category, and their sum if every payer is shown."""
    columns = _columns(gains)
    if not gains.only:
        columns += (Column(say("sum_of_payers"), style="signed", numeric=True),)
    shown = [line for line in gains.lines if line.level == "total" or not _is_empty(gains, line)]
    tree = [line for line in shown if line.level in ("group", "leaf")]
    return Table(
        title=_title("title_gains", gains),
        first=say("category"),
        columns=columns,
        rows=tuple(_row(gains, line) for line in shown),
        breaks=(len(tree),),
        split=Split(len(gains.columns), _title("title_gains_more", gains), sparse=True),
    )


def _is_empty(gains: NetSavings, line: BudgetLine) -> bool:
    """True for a line without numbers, or one that repeats its only category."""
    return line.repeated or is_empty(_cells(gains, line))


def _cells(gains: NetSavings, line: BudgetLine) -> tuple[Cell, ...]:
    pairs = zip(line.gains, line.unknown, strict=True)
    cells = tuple(UNKNOWN if unknown else gain for gain, unknown in pairs)
    return cells if gains.only else (*cells, line.everybody)


def _row(gains: NetSavings, line: BudgetLine) -> Row:
    label, cells = line_label(gains.scenario, line), _cells(gains, line)
    is_total, is_leaf = line.level == "total", line.level == "leaf"
    is_assumed = is_leaf and SumLabels(gains.scenario).is_assumed(line.path)
    return Row(line.path, label, cells, gains.unit, line.depth, strong=is_total, marked=is_assumed)


# --- accounts down ---------------------------------------------------------------------------


def _accounts(gains: NetSavings) -> Table:
    """The net gain of each payer and perspective, its probability, and the month of break-even."""
    payers = [row for e in gains.shown if e.is_payer for row in _standing(gains, e)]
    others = [row for e in gains.shown if not e.is_payer for row in _standing(gains, e)]
    cells = [row.cells[0] for row in (*payers, *others)]
    return Table(
        title=_title("title_accounts", gains),
        first=say("account"),
        columns=(
            Column(headed("net_gain", cells, gains.level), style="change", numeric=True),
            Column(say("probability_gain"), unit="share", style="probability", numeric=True),
            Column(headed("in_plus", cells, gains.level)),
        ),
        rows=(*payers, *others),
        breaks=(len(payers),) if payers and others else (),
    )


def _standing(gains: NetSavings, account: Account) -> Iterator[Row]:
    """The net gain of one account, and its observed and extrapolated parts."""
    scenario, path = gains.scenario, account.path
    cells = account.total.cell(gains.level), account.probability, _in_plus(gains, account)
    yield Row(path, account_label(scenario, account.name), cells, gains.unit)
    for part, gain in account.in_parts if account.moves or account.total.partial else ():
        yield Row(path, part_label(scenario, part), (gain, None, None), gains.unit, depth=1)


def _in_plus(gains: NetSavings, account: Account) -> Words | None:
    """The month of break-even; None if part of the gain is unknown, or if nothing changes."""
    found, months = account.recovery, gains.scenario.months
    if found is None or not found.break_even.moves:
        return None
    if not found.is_known:
        ends = f"{found.reach.earliest:g}", month_text(found.reach.latest, months)
        return say("month_unknown", low=ends[0], high=ends[1])
    return bracketed(month_text(found.break_even.month, months), month_ends(gains, found))


def month_ends(gains: NetSavings, found: Recovery) -> Words:
    """`5 to after 18`: the interval for the month, unless hardly any draw breaks even."""
    ends = found.interval(gains.level)
    if ends is None or math.isinf(ends[0]):
        return ""
    low, high = (month_text(end, gains.scenario.months) for end in ends)
    return say("from_to", low=low, high=high)


# --- the course ------------------------------------------------------------------------------


def course(
    gains: NetSavings, period: str
) -> Iterator[tuple[str, Words, tuple[Interval | None, ...]]]:
    """A row for each month or year: path, label, and the cumulative gain of each account."""
    labels = (year_labels if period == "year" else month_labels)(gains.scenario.months)
    for number, row in enumerate(zip(labels, gains.courses[period], strict=True), start=1):
        yield f"{period}.{number}", *row


def _course(gains: NetSavings, period: str) -> Table:
    """The cumulative gain of each payer, with one row for each month or year."""
    columns, key = _columns(gains), f"title_gains_by_{period}"
    rows = tuple(Row(*each, gains.unit) for each in course(gains, period))
    split = Split(len(columns), _title(f"{key}_more", gains))
    return Table(_title(key, gains), say(period), columns, rows, split=split)


def undiscounted(
    gains: NetSavings, period: str
) -> Iterator[tuple[str, Words, tuple[Interval | None, ...]]]:
    """A row for each month or year, and one for all of them: path, label, and the gains in it."""
    labels = (year_labels if period == "year" else month_labels)(gains.scenario.months)
    *each, whole = gains.undiscounted.get(period, [()])
    for number, row in enumerate(zip(labels, each, strict=False), start=1):
        yield f"{period}.{number}", *row
    yield "cost", say("total"), whole


def _undiscounted(gains: NetSavings, period: str) -> Table:
    """The gain of each payer in each month or year before discounting, and in all."""
    columns, key = _columns(gains), f"title_undiscounted_by_{period}"
    rows = [Row(*each, gains.unit) for each in undiscounted(gains, period)]
    rows[-1] = replace(rows[-1], strong=True)
    split = Split(len(columns), _title(f"{key}_more", gains))
    breaks = (len(rows) - 1,)
    return Table(_title(key, gains), say(period), columns, tuple(rows), breaks, split=split)
