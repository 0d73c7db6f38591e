"""simulate --months and --years: the saving in each, the saving so far, and when it breaks even."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ipscost.analysis.course import BreakEven, BreakEvenRange, recovery_of
from ipscost.analysis.estimates import View
from ipscost.analysis.simulate.months import Courses, Period, courses_of
from ipscost.report.notes.about import About, written
from ipscost.report.notes.given import claimed, fineness
from ipscost.report.report import Column, MadeLater, Report, Row, Table, shown_too
from ipscost.report.simulate.figures import of_courses
from ipscost.report.simulate.labels import month_labels
from ipscost.report.simulate.labels import year_labels as year_labels
from ipscost.report.simulate.notes import BY_TIME
from ipscost.run import Run
from ipscost.settings import LEVEL
from ipscost.words.text import (
    Words,
    horizon,
    listing,
    opening,
    probability,
    rate,
    say,
    sentences,
    within,
)


def with_months(
    report: Report,
    run: Run,
    level: float = LEVEL,
    *,
    months: bool = True,
    years: bool = False,
) -> Report:
    """The report with the course by month or year of each arm in front, and the break-even."""
    scenario = run.scenario
    view = View(run, scenario.perspective)
    found = courses_of(view, level, months=months, years=years)
    courses = tuple(tables(found))
    told = tuple(break_even_sentence(view, arm, level) for arm in scenario.interventions)
    return replace(
        report,
        headline=MadeLater(lambda: (*report.headline, *told)),
        tables=(*courses, *report.tables),
        short=shown_too(report.short, courses),
        notes=MadeLater(lambda: (*report.notes, *written(BY_TIME, About(None, view, level)))),
        figures=(*of_courses(found), *report.figures),
    )


MOST_TOLD = 3


def told(labels: Sequence[Words]) -> Words:
    """The first labels, and how many more there are."""
    if len(labels) <= MOST_TOLD:
        return listing(list(labels))
    more = say("others_too", count=len(labels) - MOST_TOLD + 1)
    return listing([*labels[: MOST_TOLD - 1], more])


def untimed(reach: BreakEvenRange) -> Words:
    """Of what it is not stated when it falls; where all have months, when within these."""
    open_ones = reach.without_months
    if open_ones or not reach.categories:
        return told([within(category.label) for category in open_ones])
    every = told([within(category.label) for category in reach.categories])
    return say("within_their_months", labels=every)


# --- break-even ------------------------------------------------------------------------------


def break_even_sentence(view: View, arm: str, level: float = LEVEL) -> Words:
    """When the arm has saved more than it cost, and how sure that is."""
    scenario = view.run.scenario
    label = opening(scenario.arms[arm].label)
    recovery = recovery_of(view, arm)
    if recovery is None:
        return say("months_partial", arm=within(scenario.arms[arm].label))
    found, reach = recovery.break_even, recovery.reach
    if not found.moves:
        return say("break_even_same", arm=label)
    if math.isinf(found.month):
        months = horizon(scenario.stated_months)
        sentence: Words = say("break_even_never", arm=label, horizon=months)
    elif found.month == 1:
        sentence = say("break_even_start", arm=label)
    else:
        sentence = say("break_even", arm=label, month=f"{found.month:g}")
    if found.draws is not None:
        sentence = sentences(sentence, _over_draws(view, arm, found, level))
    if not reach.categories:
        return sentence
    named = untimed(reach)
    if recovery.is_known:
        return say("break_even_spread", labels=named, sentence=sentence)
    ends = [month_text(end, scenario.months) for end in (reach.earliest, reach.latest)]
    words = {"labels": named, "low": ends[0], "high": ends[1]}
    return say("break_even_unknown", sentence=sentence, **words)


def _over_draws(view: View, arm: str, found: BreakEven, level: float) -> Words:
    """The median and the interval of the month of break-even, and how many draws break even."""
    scenario, months = view.run.scenario, view.run.scenario.months
    low, high = found.interval(level)
    fine = fineness(scenario, arm, view.run.settings.draws)
    return say(
        "break_even_draws",
        median=_median_text(found, months),
        level=rate(level),
        low=month_text(low, months),
        high=month_text(high, months),
        share=probability(found.share, fine),
        horizon=horizon(months),
    )


def _median_text(found: BreakEven, months: int) -> Words:
    """`month 5`, or `after month 18`."""
    if math.isinf(found.median):
        return say("median_later", month=months)
    return say("median_month", month=f"{found.median:g}")


def month_text(month: float, months: int) -> Words:
    """`5`, or `after 18` where the horizon of so many months ends before."""
    if math.isinf(month):
        return say("after_month", month=months)
    return f"{month:g}"


# --- tables ----------------------------------------------------------------------------------


def tables(found: Courses) -> Iterator[Table]:
    """Of each arm a row a year, a last part of one labelled so, and a row a month."""
    months = found.scenario.months
    for each in found.arms:
        if each.years:
            yield _table(found, each.arm, "year", each.years, year_labels(months))
        if each.months:
            yield _table(found, each.arm, "month", each.months, month_labels(months))


def _table(
    found: Courses, arm: str, name: str, periods: Sequence[Period], labels: Sequence[Words]
) -> Table:
    """The saving in each period, the saving so far with interval, and its probability.

    Where discounting changes them, the savings before it stand beside them, above both totals.
    """
    unit = f"{found.scenario.money}/person"
    has_plain = any(period.plain is not None for period in periods)
    rows = []
    for number, (period, label) in enumerate(zip(periods, labels, strict=True), start=1):
        plain = (period.plain,) if has_plain else ()
        odds = claimed(found.scenario, arm, period.probability)
        cells = (period.saving, *plain, period.so_far, odds)
        rows.append(Row(f"{name}.{number}", label, cells, unit))
    if has_plain:
        whole = periods[-1].so_far
        worth = None if whole is None else replace(whole, low=None, high=None)
        total = (worth, periods[-1].plain_so_far, None, None)
        rows.append(Row("cost", say("total"), total, unit, strong=True))
    so_far, likely = say("so_far", level=rate(found.level)), say("probability_so_far")
    beside = Column(say(f"undiscounted_in_{name}"), numeric=True)
    return Table(
        title=say(f"title_{name}s", arm=found.scenario.arms[arm].label),
        first=say(name),
        columns=(
            Column(say(f"in_{name}"), numeric=True),
            *((beside,) if has_plain else ()),
            Column(so_far, style="change", numeric=True),
            Column(likely, unit="share", style="probability", numeric=True),
        ),
        rows=tuple(rows),
        breaks=(len(periods),) if has_plain else (),
        name=f"{name}s",
    )
