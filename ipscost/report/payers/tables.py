"""The tables of payers: categories down and payers across, accounts down, and their course."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ipscost.analysis.payers.division import AccountBalance, BudgetLine, Division, SoFar
from ipscost.report.frame import account_label, in_money, part_label
from ipscost.report.payers.labels import line_labels, period_labels
from ipscost.report.report import UNKNOWN, Cell, Column, Row, Split, Table, is_empty
from ipscost.report.simulate.months import break_even_ends, month_text
from ipscost.words.text import Words, glued, rate, say


def tables(division: Division) -> Iterator[Table]:
    """By category, by account, and by the years and months that were asked for."""
    yield _by_category(division)
    yield _accounts(division)
    yield from (_course(division, course) for course in division.courses)


def _title(key: str, division: Division) -> Words:
    gains, scenario = division.gains, division.gains.scenario
    return say(
        key,
        arm=scenario.arms[gains.arm].label,
        reference=scenario.arms[scenario.reference].label,
        **in_money(scenario),
    )


def _payer_columns(division: Division) -> tuple[Column, ...]:
    """One for each account whose gains stand beside one another."""
    scenario = division.gains.scenario
    labels = [account_label(scenario, account.name) for account in division.columns]
    return tuple(Column(label, style="signed", numeric=True) for label in labels)


# --- categories down, payers across ----------------------------------------------------------


def _by_category(division: Division) -> Table:
    """What each payer gains in each category, and all of them where every payer is shown."""
    columns = _payer_columns(division)
    if division.has_everybody:
        columns += (Column(say("sum_of_payers"), style="signed", numeric=True),)
    lines = list(zip(division.lines, line_labels(division), strict=True))
    rows = [*_lines(division, [each for each in lines if each[0].level in ("group", "leaf")])]
    sums = [*_lines(division, [each for each in lines if each[0].level in ("kind", "total")])]
    return Table(
        title=_title("title_gains", division),
        first=say("category"),
        columns=columns,
        rows=(*rows, *sums),
        breaks=(len(rows),),
        split=Split(len(division.columns), _title("title_gains_more", division), sparse=True),
    )


def _lines(division: Division, lines: list[tuple[BudgetLine, Words]]) -> Iterator[Row]:
    """A row for each that says something; the total always stands."""
    assumed = {
        category.path
        for category in division.gains.scenario.categories
        if any(number.assumption for number in category.numbers)
    }
    for line, label in lines:
        pairs = zip(line.gains, line.unknown, strict=True)
        cells: list[Cell] = [UNKNOWN if unknown else gain for gain, unknown in pairs]
        cells += [line.everybody] if division.has_everybody else []
        is_total = line.level == "total"
        if line.repeated or (is_empty(cells) and not is_total):
            continue
        yield Row(
            line.path,
            label,
            tuple(cells),
            division.unit,
            depth=line.depth,
            strong=is_total,
            marked=line.level == "leaf" and line.path in assumed,
        )


# --- accounts down ---------------------------------------------------------------------------


def _accounts(division: Division) -> Table:
    """Each payer's and each perspective's net gain, how sure it is, and from when it is in plus."""
    payers, others = (
        [
            row
            for e in division.standings
            if e.account.is_payer == kind
            for row in _rows(division, e)
        ]
        for kind in (True, False)
    )
    numbers = [
        gain
        for standing in division.standings
        for gain in (standing.gain, *(gain for _, gain in standing.in_parts))
    ]
    moves = any(gain is not None and gain.low is not None for gain in numbers)
    words = {"level": rate(division.level)}
    gain = say("net_gain_interval" if moves else "net_gain", **words)
    return Table(
        title=_title("title_accounts", division),
        first=say("account"),
        columns=(
            Column(gain, style="change", numeric=True),
            Column(say("probability_gain"), unit="share", style="probability", numeric=True),
            Column(say("in_plus_interval" if moves else "in_plus", **words)),
        ),
        rows=(*payers, *others),
        breaks=(len(payers),) if payers and others else (),
    )


def _rows(division: Division, standing: AccountBalance) -> Iterator[Row]:
    """The net gain of one account, and the parts that were observed and extrapolated."""
    account, scenario = standing.account, division.gains.scenario
    label, unit = account_label(scenario, account.name), division.unit
    cells: tuple[Cell, ...]
    cells = (standing.gain, standing.probability, _in_plus(division, standing))
    yield Row(account.path, label, cells, unit)
    if not standing.moves and not standing.is_partial:
        return
    for part, gain in standing.in_parts:
        words, cells = part_label(scenario, part), (gain, None, None)
        yield Row(account.path, words, cells, unit, depth=1)


def _in_plus(division: Division, standing: AccountBalance) -> Words | None:
    """From when an account is in plus; None where a part is not known, or nothing moves."""
    months, even, reach = division.gains.scenario.months, standing.even, standing.reach
    if even is None or reach is None or not even.moves:
        return None
    text = month_text(even.month, months)
    if not reach.categories:
        return glued(text, break_even_ends(even, months, division.level))
    if math.isinf(even.month) or reach.is_known:
        return text
    high = month_text(reach.latest, months)
    return say("month_unknown", low=f"{reach.earliest:g}", high=high)


# --- the course ------------------------------------------------------------------------------


def _course(division: Division, course: SoFar) -> Table:
    """What each payer has gained so far, a row a month or a year."""
    labels = period_labels(course.period, division.gains.scenario.months)
    pairs = zip(labels, course.gains, strict=True)
    rows = [
        Row(f"{course.period}.{number}", label, cells, division.unit)
        for number, (label, cells) in enumerate(pairs, start=1)
    ]
    columns = _payer_columns(division)
    key = f"title_gains_by_{course.period}"
    split = Split(len(columns), _title(f"{key}_more", division))
    return Table(_title(key, division), say(course.period), columns, tuple(rows), split=split)
