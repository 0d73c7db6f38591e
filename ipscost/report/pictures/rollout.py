"""A rollout in the calendar: what each payer gains by year, and the cumulative net."""

from __future__ import annotations

from dataclasses import replace

from ipscost.analysis.budget.seen import NET
from ipscost.analysis.interval import Interval
from ipscost.messages import Message
from ipscost.report.budget.answer import BudgetAnswer, has_budget
from ipscost.report.budget.figures import by_year as net_by_year
from ipscost.report.budget.figures import so_far_by_year
from ipscost.report.budget.headline import deepest, net, paid_back
from ipscost.report.budget.labels import labelled, named, prices_text
from ipscost.report.budget.tables import by_year
from ipscost.report.charts import Axis, BarSeries, Course, Fan, Spot, StackedBars
from ipscost.report.pictures.findings import Findings
from ipscost.report.pictures.picture import (
    NoPictureError,
    Picture,
    amounts_told,
    noted,
    partial_note,
)
from ipscost.report.report import Column, Row, Table, is_empty
from ipscost.scenario.in_force import month_text
from ipscost.scenario.rollout import ALL, ONE, Month
from ipscost.words.text import Words, rate, say, sentences


def _asked(found: Findings) -> BudgetAnswer:
    """The budget of the scenario. Raises NoPictureError where it has none."""
    if not has_budget(found.scenario):
        raise NoPictureError(
            Message(
                "{file} has no budget to draw; ipscost budget {file} says what to add to it",
                file=found.scenario.file,
            )
        )
    return found.budget


def budget(found: Findings) -> Picture:
    """What each payer gains or pays in each year, one after another, and what that comes to.

    Raises NoPictureError where nobody does.
    """
    rolled = _asked(found)
    shown, view, scenario = rolled.shown, rolled.view, rolled.scenario
    payers = [p for p in view.payers if not is_empty(_by_year(rolled, p))]
    if not payers:
        raise NoPictureError(
            Message(
                "nobody pays or gains anything in the budget of {file}, so there is nothing to "
                "draw",
                file=found.scenario.file,
            )
        )
    labels = [labelled(scenario, payer) for payer in payers]
    amounts = [_by_year(rolled, payer) for payer in payers]
    everybody = labelled(scenario, view.accounts[-1])
    nets = _by_year(rolled, view.accounts[-1])
    money = say("picture_budget", unit=shown.called, prices=prices_text(scenario, view.basis))
    years = [str(year) for year in view.years]
    told = [
        say(
            "picture_budget_year",
            year=year,
            amounts=amounts_told(zip(labels, each, strict=True), shown.unit),
        )
        for year, each in zip(years, zip(*amounts, strict=True), strict=True)
    ]
    rows = [
        Row(f"budget.{year}", year, (*each, whole), shown.unit)
        for year, each, whole in zip(years, zip(*amounts, strict=True), nets, strict=True)
    ]
    return Picture(
        name="budget",
        title=say("picture_title_budget"),
        chart=StackedBars(
            axis=Axis(money, shown.unit),
            labels=tuple(years),
            series=tuple(map(BarSeries, labels, amounts)),
            nets=nets,
            net=everybody,
        ),
        alt=sentences(money_told(money), *told),
        table=Table(
            title=money,
            first=say("year"),
            columns=tuple(
                Column(label, style="signed", numeric=True) for label in (*labels, everybody)
            ),
            rows=tuple(rows),
            name="budget",
        ),
        figures=tuple(
            each
            for account in view.accounts
            for each in net_by_year(rolled, NET, account, view.basis)
        ),
        note=noted(taking_part(rolled), partial_note([cell for each in amounts for cell in each])),
    )


def taking_part(rolled: BudgetAnswer) -> Words:
    """Whether the block grant is counted as if one took part or all; nothing where there is none.

    That decides who keeps what each payer's bars show.
    """
    financing = rolled.rollout.financing
    if financing is None or financing.scope not in (ONE, ALL):
        return ""
    return say(f"picture_budget_{financing.scope}")


def money_told(money: Words) -> Words:
    """What the amounts are, as a sentence."""
    return say("picture_budget_of", money=money)


def _by_year(rolled: BudgetAnswer, account: str) -> tuple[Interval, ...]:
    """What an account gains in each year, rounded as in tables."""
    return tuple(rolled.shown.of(NET, account, (year,)) for year in rolled.view.years)


def cumulative(found: Findings) -> Picture:
    """The cumulative net of the account that is told, with its interval and its deepest."""
    rolled = _asked(found)
    shown, view, scenario = rolled.shown, rolled.view, rolled.scenario
    course = _course(rolled)
    is_banded = course.values[-1].low is not None
    turned = view.turned()
    spot = low = None
    if view.is_whole():
        if turned.even is not None and turned.deepest_in is not None:
            spot = Spot(
                say("picture_budget_back", month=month_text(turned.even)), _at(rolled, turned.even)
            )
        if turned.deepest_in is not None:
            low = Spot(
                say("picture_budget_deepest", month=month_text(turned.deepest_in)),
                _at(rolled, turned.deepest_in),
            )
    money = say(
        "picture_budget",
        unit=shown.called,
        prices=prices_text(scenario, view.basis),
    )
    table = by_year(rolled)
    return Picture(
        name="cumulative",
        title=say("picture_title_cumulative", account=named(scenario, view.account)),
        chart=Fan(
            x=Axis(say("picture_budget_months", first=str(view.years[0])), "month"),
            y=Axis(money, shown.unit),
            courses=(replace(course, spot=spot, deepest=low),),
        ),
        alt=sentences(net(rolled), deepest(rolled), paid_back(rolled)),
        table=replace(table, name="cumulative"),
        figures=tuple(so_far_by_year(rolled, view.account, view.basis)),
        note=noted(
            say("picture_band", level=rate(view.level)) if is_banded else "",
            partial_note(course.values),
        ),
    )


def _at(rolled: BudgetAnswer, month: Month) -> float:
    """How many months after the beginning of the accounts a month ends."""
    return float(month.number - rolled.view.budget.first.number + 1)


def _course(rolled: BudgetAnswer) -> Course:
    """The cumulative net at the end of each year, from 0, through the deepest point between them.

    Straight lines lead from year to year, also at the ends of the intervals.
    """
    view, shown = rolled.view, rolled.shown
    values = {0.0: Interval(0.0, partial=not view.is_whole())}
    for place, year in enumerate(view.years, start=1):
        found = view.gain(NET, year=year, so_far=True).interval(view.level)
        mean = shown.of(NET, view.account, view.years[:place])
        values[12.0 * place] = shown.with_ends(mean, found)
    turned, is_banded = view.turned(), any(each.low is not None for each in values.values())
    if turned.deepest_in is not None and view.is_whole():
        at = _at(rolled, turned.deepest_in)
        depth = shown.rounded(-turned.deepest.mean).mean
        before, after = (12.0 * (at // 12), 12.0 * -(-at // 12))
        if at not in values:
            part = (at - before) / (after - before)
            first, second = values[before], values[after]
            ends = [(_end(first, side), _end(second, side)) for side in ("low", "high")]
            low, high = (a + part * (b - a) for a, b in ends)
            values[at] = Interval(depth, low, high) if is_banded else Interval(depth)
    if is_banded:
        values = {at: Interval(v.mean, _end(v, "low"), _end(v, "high")) for at, v in values.items()}
    xs = sorted(values)
    return Course(labelled(rolled.scenario, view.account), tuple(xs), tuple(values[x] for x in xs))


def _end(found: Interval, side: str) -> float:
    """An end of an interval, or the number itself where it has none."""
    end = getattr(found, side)
    return found.mean if end is None else float(end)
