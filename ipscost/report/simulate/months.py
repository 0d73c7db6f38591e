"""simulate --months and --years: the saving in each, the saving so far, and when it breaks even."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from ipscost.analysis.course import (
    BreakEven,
    Course,
    break_even,
    course_of,
    reach_of,
    years_of,
)
from ipscost.analysis.estimates import View
from ipscost.report.notes.about import About, written
from ipscost.report.report import Cell, Column, Report, Row, Table
from ipscost.report.simulate.notes import BY_TIME
from ipscost.run import Run
from ipscost.settings import LEVEL
from ipscost.words.text import Words, horizon, listing, probability, rate, say, sentences


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
    tables: list[Table] = []
    for arm in scenario.interventions:
        tables += [years_table(view, arm, level)] if years else []
        tables += [months_table(view, arm, level)] if months else []
    found = tuple(break_even_sentence(view, arm, level) for arm in scenario.interventions)
    return replace(
        report,
        headline=(*report.headline, *found),
        tables=(*tables, *report.tables),
        notes=(*report.notes, *written(BY_TIME, About(None, view, level))),
    )


MOST_TOLD = 3


def told(labels: Sequence[Words]) -> Words:
    """The first labels, and how many more there are."""
    if len(labels) <= MOST_TOLD:
        return listing(list(labels))
    more = say("others_too", count=len(labels) - MOST_TOLD + 1)
    return listing([*labels[: MOST_TOLD - 1], more])


# --- break-even ------------------------------------------------------------------------------


def break_even_sentence(view: View, arm: str, level: float = LEVEL) -> Words:
    """When the arm has saved more than it cost, and how sure that is."""
    scenario = view.run.scenario
    label = scenario.arms[arm].label
    course = course_of(view.run, arm, view.perspective)
    if course.partial:
        return say("months_partial", arm=label)
    found = break_even(course)
    if not found.moves:
        return say("break_even_same", arm=label)
    if math.isinf(found.month):
        within = horizon(scenario.months)
        sentence: Words = say("break_even_never", arm=label, horizon=within)
    elif found.month == 1:
        sentence = say("break_even_start", arm=label)
    else:
        sentence = say("break_even", arm=label, month=f"{found.month:g}")
    if found.draws is not None:
        sentence = sentences(sentence, _over_draws(view, found, level))
    reach = reach_of(view.run, arm, view.weight())
    if not reach.categories:
        return sentence
    named = told([category.label for category in reach.categories])
    if math.isinf(found.month) or reach.is_known:
        return say("break_even_spread", labels=named, sentence=sentence)
    ends = [month_text(end, scenario.months) for end in (reach.earliest, reach.latest)]
    words = {"labels": named, "low": ends[0], "high": ends[1]}
    return say("break_even_unknown", sentence=sentence, **words)


def _over_draws(view: View, found: BreakEven, level: float) -> Words:
    """The median and the interval of the month of break-even, and how many draws break even."""
    months = view.run.scenario.months
    low, high = found.interval(level)
    return say(
        "break_even_draws",
        median=_median_text(found, months),
        level=rate(level),
        low=month_text(low, months),
        high=month_text(high, months),
        share=probability(found.share, view.run.settings.draws),
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


def break_even_ends(found: BreakEven, months: int, level: float) -> Words:
    """` (5 to after 18)`: the interval over the draws, or nothing where there is none.

    Nothing is said either where all but a few draws do not break even.
    """
    if found.draws is None or math.isinf(found.interval(level)[0]):
        return ""
    low, high = (month_text(end, months) for end in found.interval(level))
    return say("break_even_ends", low=low, high=high)


# --- tables ----------------------------------------------------------------------------------


def months_table(view: View, arm: str, level: float) -> Table:
    """One row a month: saving in the month, saving so far with interval, its probability."""
    course = course_of(view.run, arm, view.perspective)
    labels = [str(number) for number in range(1, course.points.size + 1)]
    return _table("month", labels, course, view, arm, level)


def years_table(view: View, arm: str, level: float) -> Table:
    """One row a year, of its months; a last part of a year is labelled so."""
    course = course_of(view.run, arm, view.perspective).by_year()
    labels = year_labels(view.run.scenario.months)
    return _table("year", labels, course, view, arm, level)


def year_labels(months: int) -> list[Words]:
    """`1`, `2`, and `3 (months 25 to 30)` for a last part of a year."""
    labels: list[Words] = []
    for number, (first, last) in enumerate(years_of(months), start=1):
        if last - first == 11:
            labels.append(f"{number}")
        else:
            labels.append(say("part_year", year=number, first=first, last=last))
    return labels


def _table(
    part: str,
    labels: Sequence[Words],
    course: Course,
    view: View,
    arm: str,
    level: float,
) -> Table:
    scenario = view.run.scenario
    unit = f"{scenario.money}/person"
    rows = []
    parts = zip(labels, course.estimates(), course.so_far.estimates(), strict=True)
    for number, (label, now, total) in enumerate(parts, start=1):
        cells: tuple[Cell, ...] = (
            now.cell(level),
            total.cell(level),
            total.minus().chance_below(0),
        )
        rows.append(Row(f"{part}.{number}", "leaf", label, cells, unit=unit))
    reference = scenario.reference
    so_far_label = say("so_far", level=rate(level))
    suffix = "_by_year" if part == "year" else ""
    return Table(
        title=say(f"title_{part}s", arm=scenario.arms[arm].label),
        first=say(part),
        columns=(
            Column(say(f"in_{part}"), f"saving_in_{part}", arm, reference),
            Column(so_far_label, f"saving_so_far{suffix}", arm, reference, style="change"),
            Column(
                say("probability_so_far"),
                f"probability_so_far{suffix}",
                arm,
                reference,
                "share",
                "probability",
            ),
        ),
        rows=tuple(rows),
    )
