"""The programme: its price line by line beside published ones, people and posts by year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.budget.published import per_person
from ipscost.analysis.interval import Interval
from ipscost.report.budget.answer import BudgetAnswer
from ipscost.report.budget.labels import line_label, prices_text
from ipscost.report.report import Cell, Column, Row, Table
from ipscost.units import parse_unit
from ipscost.words.locale import currency_sign
from ipscost.words.numbers import round_half_up
from ipscost.words.text import Words, behind, count, number, percent, say, sentences, typed, within

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

PEOPLE = ("planned", "recruited", "started", "waiting", "supported")
STOCKS = ("waiting", "supported")
"""Of people those who are counted at the end of a year, not over it."""
WHOLE = 100
"""So many people are told without parts of one."""


def tables(found: BudgetAnswer) -> Iterator[Table]:
    """What the programme is made of, what others published, cost per person, people and posts."""
    yield lines(found)
    if found.view.budget.published:
        yield published(found)
    if found.holds.per_starter:
        yield starters(found)
    yield people(found)
    if found.rollout.staff is not None:
        yield posts(found)


def lines(found: BudgetAnswer) -> Table:
    """Each line of the programme's cost, in all and for each person who is planned."""
    view, shown, scenario = found.view, found.shown, found.scenario
    books = view.books
    planned = float(view.budget.people_point.planned.sum())
    totals = books.lines[:, :, 0].sum(axis=1)
    rows = []
    for path, total in zip(books.line_paths, totals.tolist(), strict=True):
        label = line_label(found.rollout, path, scenario)
        rows.append(_priced(found, path, label, total, planned))
    top = len(rows)
    whole = float(totals.sum())
    rows.append(_priced(found, "rollout", say("total"), whole, planned, strong=True))
    return Table(
        title=say(
            "title_budget_price" if found.rollout.staff else "title_budget_price_lines",
            unit=shown.called,
            prices=prices_text(scenario, view.basis),
        ),
        first=say("budget_line"),
        columns=(
            Column(say("budget_in_all"), numeric=True),
            Column(say("budget_per_planned"), unit=str(scenario.money), numeric=True),
        ),
        rows=tuple(rows),
        breaks=(top,),
        name="price",
    )


def _priced(
    found: BudgetAnswer,
    path: str,
    label: Words,
    total: float,
    planned: float,
    *,
    strong: bool = False,
) -> Row:
    """A line with what it costs in all and for each of those planned."""
    each = Interval(total / planned) if planned else None
    return Row(path, label, (found.shown.cell(total), each), found.shown.unit, strong=strong)


def published(found: BudgetAnswer) -> Table:
    """Prices of a person that were published, which are no price of a place where they are net."""
    rows = []
    for each in found.view.budget.published:
        value = per_person(each)
        shown = None if value is None else _with_unit(value, str(each.amount.unit))
        kind = say("budget_net_price" if each.is_net else "budget_full_price")
        rows.append(Row(each.amount.path, each.label, (shown, kind)))
    own = found.view.budget.price_per_person
    money = f"{found.scenario.money}/person"
    rows.insert(
        0,
        Row(
            "rollout",
            own_price(found),
            (_with_unit(own, money), say("budget_counted_price")),
        ),
    )
    return Table(
        title=say("title_budget_published"),
        first=say("budget_price_of"),
        columns=(Column(say("budget_per_person"), numeric=True), Column(say("budget_which_price"))),
        rows=tuple(rows),
        breaks=(1,),
        name="published",
    )


def own_price(found: BudgetAnswer) -> Words:
    """What the price of the rollout is made of: posts, other lines, or what the scenario says."""
    if found.rollout.staff is not None:
        return say("budget_own_price")
    return say("budget_own_price_lines" if found.rollout.has_own_price else "budget_scenario_price")


def _with_unit(value: float, unit: str) -> Words:
    """An amount with its currency, and its price year or that this is not known."""
    money = parse_unit(unit).money
    if money is None:
        return sentences(number(value, unit), behind(unit))
    sign = currency_sign(money.currency)
    if money.year is None:
        return say("budget_unknown_year", amount=number(value, unit), currency=sign)
    return sentences(number(value, unit), sign, f"({money.year})")


def starters(found: BudgetAnswer) -> Table:
    """The cost for each person who starts, and for each extra one with the outcome."""
    has_outcome = any(each.outcome is not None for each in found.holds.per_starter)
    money = str(found.scenario.money)
    rows = []
    for each in found.holds.per_starter:
        cells: list[Cell] = [people_text(each.started), Interval(each.programme)]
        if has_outcome:
            cells.append(Interval(each.outcome) if each.outcome is not None else None)
        label = say("budget_recruited_share", share=percent(each.recruitment, 0))
        rows.append(Row("rollout.intake.recruitment", label, tuple(cells), money))
    columns = [
        Column(say("budget_started"), numeric=True),
        Column(say("budget_per_started"), numeric=True),
    ]
    if has_outcome:
        columns.append(Column(say("budget_per_extra"), numeric=True))
    title = say("title_budget_starters", prices=prices_text(found.scenario, found.view.basis))
    if has_outcome:
        label = within(found.scenario.holders[found.rollout.outcome].label)
        title = say("title_budget_starters_extra", title=title, outcome=label)
    return Table(
        title=title,
        first=say("budget_recruitment"),
        columns=tuple(columns),
        rows=tuple(rows),
        name="starters",
    )


def people_of(found: BudgetAnswer) -> tuple[str, ...]:
    """The names of PEOPLE that are known: nobody is "in support" for months that no file states."""
    is_known = found.rollout.support is not None
    return tuple(name for name in PEOPLE if is_known or name != "supported")


def people(found: BudgetAnswer) -> Table:
    """People in each year: planned, recruited, started; waiting and in support at its end."""
    rows = []
    names = people_of(found)
    for name in names:
        each = getattr(found.view.budget.people_point, name)[:, 0]
        is_stock = name in STOCKS
        told = each.tolist() if is_stock else adding_up(each)
        cells = (*map(people_text, told), None if is_stock else people_text(sum(told)))
        rows.append(Row(f"people.{name}", say(f"budget_people_{name}"), cells))
    return Table(
        title=say("title_budget_people"),
        first=say("budget_people"),
        columns=_by_year(found, say("total")),
        rows=tuple(rows),
        breaks=(next(place for place, name in enumerate(names) if name in STOCKS),),
        name="people",
    )


def adding_up(people: Floats) -> list[float]:
    """People by year, whole if they are many, such that they add up to all of them rounded."""
    places = 0 if float(people.sum()) >= WHOLE else 1
    so_far = [round_half_up(value, places) for value in np.cumsum(people).tolist()]
    return [after - before for before, after in pairwise([0.0, *so_far])]


def people_text(people: float) -> Words:
    """So many people, who may be part of one where they are expected."""
    return count(round(people)) if people >= WHOLE else typed(round(people, 1))


def posts(found: BudgetAnswer) -> Table:
    """The filled posts of each role, as a mean over the year."""
    staff, point = found.rollout.staff, found.view.budget.people_point
    assert staff is not None
    rows = []
    for role, filled in zip(staff.roles, point.posts[:, :, 0].tolist(), strict=True):
        cells = tuple(Interval(value) for value in filled)
        rows.append(Row(f"rollout.staff.role.{role.name}", role.label, cells, "post"))
    return Table(
        title=say("title_budget_posts"),
        first=say("budget_role"),
        columns=_by_year(found),
        rows=tuple(rows),
        name="posts",
    )


def _by_year(found: BudgetAnswer, *more: Words) -> tuple[Column, ...]:
    """A column a year, without a decimal that all numbers lack, and further ones."""
    labels = [*(str(year) for year in found.view.years), *more]
    return tuple(Column(label, style="rough", numeric=True) for label in labels)
