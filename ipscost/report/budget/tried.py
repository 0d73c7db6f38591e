"""The budget in the scenario analyses: what comes out if another choice is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ipscost.analysis.budget.seen import ALL_TAKE_PART, NET, ONE, BudgetView
from ipscost.analysis.budget.tried import started
from ipscost.analysis.budget.tried import tried as budgets
from ipscost.report.budget.answer import BudgetAnswer
from ipscost.report.budget.labels import labelled, prices_text
from ipscost.report.budget.price import people_text
from ipscost.report.report import Cell, Column, Row, Table
from ipscost.scenario.nouns import Analysis, Scenario
from ipscost.scenario.rollout import PROGRAMME
from ipscost.words.text import Text, say


def tried(found: BudgetAnswer, variants: Iterable[tuple[Analysis, Scenario]]) -> Iterator[Table]:
    """The base case and each analysis with another budget: point estimates; no table of none."""
    base = found.view
    rows = [_row(found, base, "base", say("base_case"))]
    for each in budgets(base, variants):
        name = f"analyses.{each.analysis.name}"
        rows.append(_row(found, each.view, name, each.analysis.label))
    if len(rows) == 1:
        return
    account = labelled(found.scenario, base.account)
    prices = prices_text(found.scenario, base.basis)
    numeric = [
        Column(say("budget_started"), numeric=True),
        Column(say("budget_programme"), style="signed", numeric=True),
        Column(say("budget_net"), style="signed", numeric=True),
    ]
    if found.rollout.financing is not None:
        payer = labelled(found.scenario, found.rollout.financing.payer)
        for scope in (ONE, ALL_TAKE_PART):
            label = say(f"budget_net_of_{scope}", account=payer)
            numeric.append(Column(label, style="signed", numeric=True))
    yield Table(
        title=say("title_budget_tried", account=account, unit=found.shown.called, prices=prices),
        first=say("budget_tried"),
        columns=(*numeric, Column(say("budget_back_from"))),
        rows=tuple(rows),
        breaks=(1,),
        name="tried",
    )


def _row(found: BudgetAnswer, view: BudgetView, path: str, label: Text) -> Row:
    """Who starts, what the programme costs, what is left, and from when it is paid back."""
    shown, even = found.shown, view.turned().even
    cells: list[Cell] = [people_text(started(view))]
    cells += [shown.cell(view.gain(part).point) for part in (PROGRAMME, NET)]
    financing = found.rollout.financing
    if financing is not None:
        for scope in (ONE, ALL_TAKE_PART):
            own = view.gain(NET, financing.payer, scope=scope)
            cells.append(shown.cell(own.point))
    last = str(view.years[-1])
    cells.append(say("budget_month_none", last=last) if even is None else str(even))
    return Row(path, label, tuple(cells), shown.unit)
