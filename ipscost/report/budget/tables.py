"""The accounts of a rollout in full: by year and payer, by financing, and when each turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ipscost.analysis.budget.books import CONSTANT
from ipscost.analysis.budget.seen import (
    ALL_TAKE_PART,
    BLOCK,
    CHANGE,
    NET,
    ONE,
    OWN,
    PARTS,
)
from ipscost.analysis.interval import Interval
from ipscost.report.budget.answer import BudgetAnswer
from ipscost.report.budget.labels import labelled, prices_text
from ipscost.report.frame import rates_text
from ipscost.report.notes.given import ROUGH, is_by_construction, is_guessed
from ipscost.report.phrases import headed
from ipscost.report.report import Cell, Column, Row, Table, is_empty
from ipscost.scenario.rollout import GRANT, PROGRAMME
from ipscost.words.text import Words, bracketed, say


def tables(found: BudgetAnswer) -> Iterator[Table]:
    """The account by year, every payer by year in both price bases, who pays and keeps, turns."""
    yield by_year(found)
    yield who(found)
    yield turns(found)
    for basis in found.view.budget.bases:
        yield by_payer(found, basis)


# --- by year ---------------------------------------------------------------------------------


def by_year(found: BudgetAnswer) -> Table:
    """The account that is told, a row a year: its parts, its net, and the cumulative net."""
    account, shown, view = found.view.account, found.shown, found.view
    parts = _parts(found, (account,))
    rows = [_year(found, view.basis, account, parts, year, with_ends=True) for year in view.years]
    rows.append(_in_all(found, view.basis, account, parts))
    return Table(
        title=_title(found, "title_budget_years", view.basis),
        first=say("year"),
        columns=_columns(found, parts, [row.cells[-1] for row in rows], so_far="change"),
        rows=tuple(rows),
        breaks=(len(rows) - 1,),
        name="years",
        beside=abs(shown.of(NET, account).mean),
    )


def by_payer(found: BudgetAnswer, basis: str) -> Table:
    """Every payer by year in one price basis, with all public payers and everybody below them."""
    accounts, rows, breaks = found.view.accounts, list[Row](), list[int]()
    parts = _parts(found, accounts)
    for account in accounts:
        breaks += [len(rows)] if rows else []
        blank: tuple[Cell, ...] = ("",) * (len(parts) + 2)
        rows.append(Row(_path(account), labelled(found.scenario, account), blank))
        rows += [
            replace(_year(found, basis, account, parts, year), depth=1) for year in found.view.years
        ]
        rows.append(replace(_in_all(found, basis, account, parts), depth=1))
    return Table(
        title=_title(found, "title_budget_by_payer", basis),
        first=say("payer"),
        columns=_columns(found, parts, [], so_far="signed"),
        rows=tuple(rows),
        breaks=tuple(breaks),
        name="payers" if basis == CONSTANT else "payers_nominal",
    )


def _title(found: BudgetAnswer, key: str, basis: str) -> Words:
    return say(
        key,
        account=labelled(found.scenario, found.view.account),
        unit=found.shown.called,
        prices=prices_text(found.scenario, basis),
    )


def _parts(found: BudgetAnswer, accounts: Sequence[str]) -> tuple[str, ...]:
    """The parts that move one of some accounts in any year, in either basis."""
    shown = [found.in_basis(basis) for basis in found.view.budget.bases]
    return tuple(
        part
        for part in PARTS
        if part in (PROGRAMME, CHANGE)
        or any(
            not is_empty((each.of(part, account, (year,)),))
            for each in shown
            for account in accounts
            for year in found.view.years
        )
    )


def _columns(
    found: BudgetAnswer, parts: Sequence[str], so_far_cells: Sequence[Cell], so_far: str
) -> tuple[Column, ...]:
    """A column for each part, the net, and the cumulative net."""
    columns = [Column(say(f"budget_{part}"), style="signed", numeric=True) for part in parts]
    columns.append(Column(say("budget_net"), style="signed", numeric=True))
    label = headed("budget_so_far", so_far_cells, found.view.level)
    return (*columns, Column(label, style=so_far, numeric=True))


def _year(
    found: BudgetAnswer,
    basis: str,
    account: str,
    parts: Sequence[str],
    year: int,
    *,
    with_ends: bool = False,
) -> Row:
    """A year of an account; the cumulative net with its interval where asked for."""
    shown, view = found.in_basis(basis), found.view
    cells = [shown.of(part, account, (year,)) for part in (*parts, NET)]
    so_far = shown.of(NET, account, [each for each in view.years if each <= year])
    if with_ends:
        spread = view.gain(NET, account, year=year, basis=basis, so_far=True)
        so_far = shown.with_ends(so_far, spread.interval(view.level))
    return Row(f"{_path(account)}.{year}", str(year), (*cells, so_far), shown.unit)


def _in_all(found: BudgetAnswer, basis: str, account: str, parts: Sequence[str]) -> Row:
    """All years of an account."""
    shown = found.in_basis(basis)
    cells = [shown.of(part, account) for part in (*parts, NET)]
    return Row(_path(account), say("total"), (*cells, None), shown.unit, strong=True)


def _path(account: str) -> str:
    return f"payer.{account}"


# --- who pays and who keeps ------------------------------------------------------------------


def who(found: BudgetAnswer) -> Table:
    """What each payer pays and keeps in all: if it alone takes part, and if all do."""
    shown, financing = found.shown, found.rollout.financing
    ways: list[tuple[str, str, Words]] = [(NET, OWN, say("budget_net"))]
    if financing is not None:
        ways = [
            (BLOCK, ONE, say("budget_block_alone")),
            (NET, ONE, say("budget_net_alone")),
            (BLOCK, ALL_TAKE_PART, say("budget_block_together")),
            (NET, ALL_TAKE_PART, say("budget_net_together")),
        ]
        if financing.scope not in (ONE, ALL_TAKE_PART):
            ways.append((NET, OWN, say("budget_net_stated")))
    rows = []
    for account in found.view.accounts:
        cells = [paid(found, account), shown.of(CHANGE, account)]
        cells += [shown.of(part, account, None, scope) for part, scope, _ in ways]
        label = labelled(found.scenario, account)
        rows.append(Row(_path(account), label, tuple(cells), shown.unit))
    key = "budget_pays_with_grants" if found.rollout.grants else "budget_programme"
    labels = [say(key), say("budget_change"), *(label for _, _, label in ways)]
    return Table(
        title=_title(found, "title_budget_who", found.view.basis),
        first=say("payer"),
        columns=tuple(Column(label, style="signed", numeric=True) for label in labels),
        rows=tuple(rows),
        breaks=(len(found.view.payers),),
        name="who",
    )


def paid(found: BudgetAnswer, account: str) -> Interval:
    """What an account pays for the programme, and for grants or less those that it receives."""
    shown = found.shown
    programme, grants = (shown.of(part, account) for part in (PROGRAMME, GRANT))
    return Interval(round(programme.mean + grants.mean, 6), partial=programme.partial)


# --- when accounts turn, and for whom it pays -------------------------------------------------


def turns(found: BudgetAnswer) -> Table:
    """The deepest cumulative deficit of each account, and the month from which it is paid back."""
    shown, view = found.shown, found.view
    rows = []
    for account in view.accounts:
        label = labelled(found.scenario, account)
        if not view.is_whole(account):
            rows.append(Row(_path(account), label, (None, None, None), shown.unit))
            continue
        turned = view.turned(account)
        deep = Interval(-turned.deepest.mean)
        if turned.deepest.low is not None and turned.deepest.high is not None:
            deep = Interval(deep.mean, -turned.deepest.high, -turned.deepest.low)
        cell = shown.with_ends(shown.rounded(deep.mean), deep)
        when = None if turned.deepest_in is None else str(turned.deepest_in)
        rows.append(Row(_path(account), label, (cell, when, _back(found, account)), shown.unit))
    first = [row.cells[0] for row in rows]
    return Table(
        title=_title(found, "title_budget_turns", view.basis),
        first=say("payer"),
        columns=(
            Column(headed("budget_deficit", first, view.level), style="estimate", numeric=True),
            Column(say("budget_in_month")),
            Column(say("budget_back_from")),
        ),
        rows=tuple(rows),
        breaks=(len(view.payers),),
        name="turns",
    )


def _back(found: BudgetAnswer, account: str) -> Words:
    """The month from which an account is paid back, with its interval: `2027-03 (2026-01 to -)`."""
    turned = found.view.turned(account)
    always = turned.earliest == turned.even == turned.latest
    if turned.deepest_in is None and turned.even is not None and always:
        return say("budget_from_first")
    month = say("budget_month_never") if turned.even is None else str(turned.even)
    if turned.earliest == turned.latest:
        return month
    ends = [
        say("budget_month_never") if e is None else str(e) for e in (turned.earliest, turned.latest)
    ]
    return bracketed(month, say("people_ends", low=ends[0], high=ends[1]))


def receivers(found: BudgetAnswer) -> Table:
    """For each payer what it pays, what it gains, the net, and the chance that it gains.

    As the Washington State Institute for Public Policy ends its pages: costs, benefits by whom they
    reach, and the chance that benefits exceed the costs.
    """
    shown, view = found.shown, found.view
    rows = []
    for account in view.accounts:
        cost = paid(found, account)
        gain = shown.of(CHANGE, account)
        if found.rollout.financing is not None:
            block = shown.of(BLOCK, account).mean
            gain = Interval(round(gain.mean + block, 6), partial=gain.partial)
        total = view.gain(NET, account)
        net = shown.with_ends(shown.of(NET, account), total.interval(view.level))
        cells = (cost, gain, net, chance_cell(found, account))
        rows.append(Row(_path(account), labelled(found.scenario, account), cells, shown.unit))
    return Table(
        title=_title(found, "title_budget_receivers", view.basis),
        first=say("payer"),
        columns=(
            Column(say("budget_pays"), style="signed", numeric=True),
            Column(say("budget_gains"), style="signed", numeric=True),
            Column(
                headed("budget_net", [row.cells[2] for row in rows], view.level),
                style="change",
                numeric=True,
            ),
            Column(say("probability_gain"), unit="share", style="probability", numeric=True),
        ),
        rows=tuple(rows),
        breaks=(len(view.payers),),
        name="receivers",
    )


def is_claimed(found: BudgetAnswer) -> bool:
    """False where no probability can be told: an effect by a guess, certainty by construction."""
    scenario, arm = found.scenario, found.view.budget.arm
    return not is_guessed(scenario) and not is_by_construction(scenario, arm)


def chance_cell(found: BudgetAnswer, account: str) -> Interval | None:
    """The probability that an account gains, to a per cent; None where it cannot be told."""
    view = found.view
    total = view.gain(NET, account)
    odds = total.probability_below()
    if odds is None or total.draws is None or not is_claimed(found):
        return None
    return Interval(1 - odds, draws=min(total.draws.size, ROUGH))


def discounted(found: BudgetAnswer) -> Table:
    """The net of each account discounted by the scenario's rates, apart from all other tables."""
    shown, view = found.shown, found.view
    rows = []
    for account in view.accounts:
        total = view.discounted(account)
        cell = shown.with_ends(shown.rounded(total.point), total.interval(view.level))
        rows.append(Row(_path(account), labelled(found.scenario, account), (cell,), shown.unit))
    cells = [row.cells[0] for row in rows]
    return Table(
        title=say(
            "title_budget_discounted",
            rate=rates_text(found.scenario.discount, "cost", found.scenario.months),
            unit=shown.called,
            prices=prices_text(found.scenario, CONSTANT),
        ),
        first=say("payer"),
        columns=(Column(headed("budget_net", cells, view.level), style="change", numeric=True),),
        rows=tuple(rows),
        breaks=(len(view.payers),),
        name="discounted",
    )
