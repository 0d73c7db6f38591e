"""The tables of payers: gains by category and payer, by account, and over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ipscost.analysis.interval import Interval
from ipscost.analysis.payers import Account, BudgetLine, NetSavings
from ipscost.report.frame import account_label, framed, in_money, part_label
from ipscost.report.notes.given import claimed
from ipscost.report.payers.sentences import break_even, leading
from ipscost.report.phrases import headed
from ipscost.report.report import UNKNOWN, Cell, Column, Row, Split, Table, is_empty
from ipscost.report.simulate.labels import SumLabels, month_labels, year_labels
from ipscost.scenario.kinds import is_moved
from ipscost.scenario.nouns import Scenario
from ipscost.words.locale import currency_sign
from ipscost.words.text import Words, say, within

MOST_ACCOUNTS = 5
"""With so many payers of one arm the short table has no other account but the one that answers."""


def tables(gains: NetSavings) -> Iterator[Table]:
    """The gains by category, by account, and by year or month where requested."""
    yield _by_category(gains)
    yield _accounts(gains)
    yield from _courses(gains)


def short(every: Sequence[NetSavings]) -> Iterator[Table]:
    """The accounts in one table, and behind it what was asked for beside them."""
    yield _first_accounts(every)
    if every[0].only and len(every) == 1:
        yield _by_category(every[0])
    for gains in every:
        yield from _courses(gains)


def _title(key: str, gains: NetSavings) -> Words:
    reference = within(gains.scenario.arms[gains.scenario.reference].label)
    return say(key, **{**framed(gains.scenario, gains.arm), "reference": reference})


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
        name="categories",
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
            Column(say("break_even_in")),
        ),
        rows=(*payers, *others),
        breaks=(len(payers),) if payers and others else (),
        name="accounts",
    )


def _first_accounts(every: Sequence[NetSavings]) -> Table:
    """The net gain of each account, a column an arm; of one arm its interval and its month too."""
    first, scenario = every[0], every[0].scenario
    if len(every) == 1:
        whole, unit = _accounts(first), currency_sign(scenario.money.currency)
        paths = {account.path for account in _weightiest(first)}
        kept = [row for row in whole.rows if row.depth == 0 and row.path in paths]
        rows = [replace(row, cells=(row.cells[0], row.cells[2])) for row in kept]
        columns = whole.columns[0], whole.columns[2]
        return Table("", say("short_first", currency=unit), columns, tuple(rows), name=whole.name)
    labels = [scenario.arms[gains.arm].label for gains in every]
    title = say("title_short_payers", **in_money(scenario))
    return Table(
        title=title,
        first=say("account"),
        columns=tuple(Column(label, style="signed", numeric=True) for label in labels),
        rows=tuple(
            Row(each[0].path, account_label(scenario, each[0].name), _gains(each), first.unit)
            for each in zip(*(gains.shown for gains in every), strict=True)
        ),
        breaks=() if first.only else (len(first.payers),),
        split=Split(len(labels), title),
        name="accounts",
    )


def _weightiest(gains: NetSavings) -> Sequence[Account]:
    """The payers whose account moves or is not whole; with few of them other accounts too.

    Of those the one that answers first comes first, and always. All where nothing moves.
    """
    first = leading(gains)
    told = [each for each in gains.shown if each.moves or each.lacks]
    payers = [each for each in told if each.is_payer]
    others = sorted((each for each in told if not each.is_payer), key=lambda e: e is not first)
    room = max(int(first in others), MOST_ACCOUNTS - len(payers))
    return [*payers, *others[:room]] or gains.shown


def _gains(accounts: Sequence[Account]) -> tuple[Cell, ...]:
    return tuple(account.total.cell(account.gains.level) for account in accounts)


def _standing(gains: NetSavings, account: Account) -> Iterator[Row]:
    """The net gain of one account, and its observed and extrapolated parts."""
    scenario, path = gains.scenario, account.path
    cells = account.total.cell(gains.level), _odds(gains, account), _month(gains, account)
    yield Row(path, account_label(scenario, account.name), cells, gains.unit)
    for part, gain in account.in_parts if account.moves or account.total.partial else ():
        yield Row(path, part_label(scenario, part), (gain, None, None), gains.unit, depth=1)


def _odds(gains: NetSavings, account: Account) -> Interval | None:
    """The probability of a gain, no finer than the numbers that it rests on allow."""
    return claimed(gains.scenario, gains.arm, account.probability, perspective=account.name)


def _month(gains: NetSavings, account: Account) -> Words | None:
    """The month of break-even; None if part of the gain is unknown, or if nothing changes."""
    found = account.recovery
    if found is None or not found.break_even.moves or not gains.scenario.is_horizon_known:
        return None
    when, values = break_even(gains, account)
    return say(f"month_{when}", **values)


# --- the course ------------------------------------------------------------------------------


def course(
    gains: NetSavings, period: str
) -> Iterator[tuple[str, Words, tuple[Interval | None, ...]]]:
    """A row for each month or year: path, label, and the cumulative gain of each account."""
    labels = (year_labels if period == "year" else month_labels)(gains.scenario.months)
    for number, row in enumerate(zip(labels, gains.courses[period], strict=True), start=1):
        yield f"{period}.{number}", *row


def _courses(gains: NetSavings) -> Iterator[Table]:
    """The tables by year or month that were asked for."""
    for period in gains.periods:
        yield _course(gains, period)
        if period in gains.undiscounted:
            yield _undiscounted(gains, period)


def _course(gains: NetSavings, period: str) -> Table:
    """The cumulative gain of each payer, with one row for each month or year."""
    columns, key = _columns(gains), f"title_gains_by_{period}"
    rows = tuple(Row(*each, gains.unit) for each in course(gains, period))
    split = Split(len(columns), _title(f"{key}_more", gains))
    title, name = _title(key, gains), f"{period}s"
    return Table(title, say(period), columns, rows, split=split, name=name)


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
    title, breaks, name = _title(key, gains), (len(rows) - 1,), f"{period}s_undiscounted"
    return Table(title, say(period), columns, tuple(rows), breaks, split=split, name=name)
