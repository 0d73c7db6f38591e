"""The table of the short answer: the account by year, and beside that by who pays and keeps.

Across, the years add up to the total and so do the payers; down, the parts add up to the net. With
a block grant the net stands there twice: if one alone takes part, and if all do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ipscost.analysis.budget.seen import ALL_TAKE_PART, NET, ONE, OWN, PARTS
from ipscost.analysis.budget.shares import OTHERS
from ipscost.analysis.interval import Interval
from ipscost.report.budget.answer import BudgetAnswer
from ipscost.report.budget.labels import labelled, prices_text, years_text
from ipscost.report.report import Cell, Choice, Column, Row, Table, is_empty
from ipscost.scenario.rollout import ALL, Financing, Rollout
from ipscost.scenario.rollout import ONE as ALONE
from ipscost.words.text import Words, say

MOST_COLUMNS = {True: 7, False: 6}
"""So many columns of millions, or else of kroner, have room on a page beside their labels."""
WIDE, MOST_WIDE = 110, {True: 11, False: 9}
"""On a page as wide as this there is room for more."""
NAME = "account"
MOST_PAYERS = 4
"""So many payers have room beside the years; of more the smallest stand together."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: of some years of the account, or of some payers in all years."""

    label: Words
    accounts: tuple[str, ...]
    years: tuple[int, ...] | None


def short(found: BudgetAnswer) -> Choice | Table:
    """The parts of the account down, its years and its payers across, as far as there is room."""
    is_in_millions = found.shown.is_in_millions
    narrow, wide = (_table(found, most[is_in_millions]) for most in (MOST_COLUMNS, MOST_WIDE))
    if len(narrow.columns) == len(wide.columns):
        return narrow
    labels = tuple(column.label for column in wide.columns)
    return Choice(labels, (wide,), (narrow,), name=NAME, least=WIDE)


def _table(found: BudgetAnswer, most: int) -> Table:
    """The table with at most so many columns."""
    shown, account = found.shown, found.view.account
    columns = _columns(found, most)
    stated, others = nets_of(found.rollout.financing)
    rows = [_row(found, columns, part, say(f"budget_{part}")) for part in PARTS]
    rows = [row for row in rows if _is_told(row)]
    rows.append(_row(found, columns, NET, stated))
    rows += [_row(found, columns, NET, label, scope) for scope, label in others]
    return Table(
        title=say(
            "title_budget_short",
            account=labelled(found.scenario, account),
            unit=shown.called,
            prices=prices_text(found.scenario, found.view.basis),
        ),
        first="",
        columns=tuple(Column(each.label, style="signed", numeric=True) for each in columns),
        rows=tuple(rows),
        name=NAME,
    )


def _is_told(row: Row) -> bool:
    """True for a row with an amount, or with one that is not known."""
    unknown = any(isinstance(cell, Interval) and cell.partial for cell in row.cells)
    return unknown or not is_empty(row.cells)


def nets_of(financing: Financing | None) -> tuple[Words, tuple[tuple[str, Words], ...]]:
    """What the net is called as a block grant is counted, and the other ways to count it."""
    if financing is None:
        return say("budget_net"), ()
    alone, together = say("budget_net_alone"), say("budget_net_together")
    if financing.scope == ALONE:
        return alone, ((ALL_TAKE_PART, together),)
    if financing.scope == ALL:
        return together, ((ONE, alone),)
    return say("budget_net"), ((ONE, alone), (ALL_TAKE_PART, together))


def _row(
    found: BudgetAnswer, columns: Sequence[_Column], part: str, label: Words, scope: str = OWN
) -> Row:
    """A part of the account in each column."""
    shown, cells = found.shown, list[Cell]()
    for each in columns:
        every = [shown.of(part, account, each.years, scope) for account in each.accounts]
        total = round(sum(cell.mean for cell in every), 6)
        cells.append(Interval(total, partial=any(cell.partial for cell in every)))
    return Row(f"{found.view.account}.{part}", label, tuple(cells), shown.unit)


# --- columns ---------------------------------------------------------------------------------


def _columns(found: BudgetAnswer, most: int) -> list[_Column]:
    """The years of the account, its total, and the payers that it is made of."""
    own = (found.view.account,)
    payers = _payers(found)
    years = _periods(found.view.years, max(most - 1 - len(payers), 1))
    by_year = [_Column(years_text(each), own, each) for each in years]
    return [*by_year, _Column(say("total"), own, None), *payers]


def _payers(found: BudgetAnswer) -> list[_Column]:
    """The payers that the account is made of where it is of several.

    Those who pay the programme, give it or get for it, then those with the largest amounts, in the
    order of the file, and the rest together; so are those whom the block grant alone concerns.
    """
    view, bearing = found.view, found.view.budget.bearing
    inside = {bearing.payers[place] for place in bearing.accounts[view.account]}
    told = [payer for payer in view.payers if payer in inside]
    if len(told) < 2:
        return []

    named = _named(found.rollout)

    def weight(payer: str) -> tuple[bool, float]:
        if not view.is_whole(payer):
            return payer in named, float("inf")
        return payer in named, max(abs(view.gain(part, payer).point) for part in (*PARTS, NET))

    own = [payer for payer in told if payer != OTHERS]
    room = MOST_PAYERS if len(told) <= MOST_PAYERS else MOST_PAYERS - 1
    kept = sorted(own, key=weight, reverse=True)[:room]
    columns = [_Column(labelled(found.scenario, p), (p,), None) for p in told if p in kept]
    rest = tuple(payer for payer in told if payer not in kept)
    return [*columns, _Column(say("budget_rest"), rest, None)] if rest else columns


def _named(rollout: Rollout) -> set[str]:
    """The payers that the rollout names."""
    named = {rollout.payer}
    for grant in rollout.grants:
        named |= {grant.giver, grant.receiver}
    if rollout.financing is not None:
        named |= {rollout.financing.payer, rollout.financing.by}
    return named


def _periods(years: Sequence[int], most: int) -> list[tuple[int, ...]]:
    """The years one by one; of more than there is room for, the last ones together."""
    if len(years) <= most:
        return [(year,) for year in years]
    return [*((year,) for year in years[: most - 1]), tuple(years[most - 1 :])]
