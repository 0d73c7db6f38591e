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
    spread_windows,
    years_of,
)
from ipscost.analysis.estimates import View
from ipscost.run import Run
from ipscost.scenario.nouns import Scenario
from ipscost.settings import LEVEL
from ipscost.table import Cell, Column, Report, Row, Table, probability, rate
from ipscost.words import horizon, listing, say


def with_months(
    report: Report,
    run: Run,
    language: str = "en",
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
        tables += [years_table(view, arm, language, level)] if years else []
        tables += [months_table(view, arm, language, level)] if months else []
    sentences = tuple(
        break_even_sentence(view, arm, language, level) for arm in scenario.interventions
    )
    return replace(
        report,
        headline=(*report.headline, *sentences),
        tables=(*tables, *report.tables),
        notes=(*even_notes(scenario, language), *report.notes),
    )


def even_notes(scenario: Scenario, language: str) -> tuple[str, ...]:
    """What is spread evenly over its months for want of a published course."""
    even = list(spread_windows(scenario))
    return (say("note_even", language, paths=listing(even, language)),) if even else ()


MOST_TOLD = 3


def told(labels: Sequence[str], language: str) -> str:
    """The first labels, and how many more there are."""
    if len(labels) <= MOST_TOLD:
        return listing(list(labels), language)
    more = say("others_too", language, count=len(labels) - MOST_TOLD + 1)
    return listing([*labels[: MOST_TOLD - 1], more], language)


# --- break-even ------------------------------------------------------------------------------


def break_even_sentence(view: View, arm: str, language: str, level: float = LEVEL) -> str:
    """When the arm has saved more than it cost, and how sure that is."""
    scenario = view.run.scenario
    label = scenario.arms[arm].label.text(language)
    course = course_of(view.run, arm, view.perspective)
    if course.partial:
        return say("months_partial", language, arm=label)
    found = break_even(course)
    if not found.moves:
        return say("break_even_same", language, arm=label)
    if math.isinf(found.month):
        within = horizon(scenario.months, language)
        sentence = say("break_even_never", language, arm=label, horizon=within)
    elif found.month == 1:
        sentence = say("break_even_start", language, arm=label)
    else:
        sentence = say("break_even", language, arm=label, month=f"{found.month:g}")
    if found.draws is not None:
        sentence += f" {_over_draws(view, found, language, level)}"
    reach = reach_of(view.run, arm, view.weight())
    if not reach.categories:
        return sentence
    labels = told([category.label.text(language) for category in reach.categories], language)
    if math.isinf(found.month) or reach.is_known:
        return say("break_even_spread", language, labels=labels, sentence=sentence)
    ends = [month_text(end, scenario.months, language) for end in (reach.earliest, reach.latest)]
    words = {"labels": labels, "low": ends[0], "high": ends[1]}
    return say("break_even_unknown", language, sentence=sentence, **words)


def _over_draws(view: View, found: BreakEven, language: str, level: float) -> str:
    """The median and the interval of the month of break-even, and how many draws break even."""
    months = view.run.scenario.months
    low, high = found.interval(level)
    return say(
        "break_even_draws",
        language,
        median=_median_text(found, months, language),
        level=rate(level, language),
        low=month_text(low, months, language),
        high=month_text(high, months, language),
        share=probability(found.share, language, view.run.settings.draws),
        horizon=horizon(months, language),
    )


def _median_text(found: BreakEven, months: int, language: str) -> str:
    """`month 5`, or `after month 18`."""
    if math.isinf(found.median):
        return say("median_later", language, month=months)
    return say("median_month", language, month=f"{found.median:g}")


def month_text(month: float, months: int, language: str) -> str:
    """`5`, or `after 18` where the horizon of so many months ends before."""
    if math.isinf(month):
        return say("after_month", language, month=months)
    return f"{month:g}"


def break_even_ends(found: BreakEven, months: int, language: str, level: float) -> str:
    """` (5 to after 18)`: the interval over the draws, or nothing where there is none.

    Nothing is said either where all but a few draws do not break even.
    """
    if found.draws is None or math.isinf(found.interval(level)[0]):
        return ""
    low, high = (month_text(end, months, language) for end in found.interval(level))
    return say("break_even_ends", language, low=low, high=high)


# --- tables ----------------------------------------------------------------------------------


def months_table(view: View, arm: str, language: str, level: float) -> Table:
    """One row a month: saving in the month, saving so far with interval, its probability."""
    course = course_of(view.run, arm, view.perspective)
    labels = [str(number) for number in range(1, course.points.size + 1)]
    return _table("month", labels, course, view, arm, language, level)


def years_table(view: View, arm: str, language: str, level: float) -> Table:
    """One row a year, of its months; a last part of a year is labelled so."""
    course = course_of(view.run, arm, view.perspective).by_year()
    labels = year_labels(view.run.scenario.months, language)
    return _table("year", labels, course, view, arm, language, level)


def year_labels(months: int, language: str) -> list[str]:
    """`1`, `2`, and `3 (months 25 to 30)` for a last part of a year."""
    labels = []
    for number, (first, last) in enumerate(years_of(months), start=1):
        if last - first == 11:
            labels.append(f"{number}")
        else:
            labels.append(say("part_year", language, year=number, first=first, last=last))
    return labels


def _table(
    part: str,
    labels: Sequence[str],
    course: Course,
    view: View,
    arm: str,
    language: str,
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
    so_far_label = say("so_far", language, level=rate(level, language))
    suffix = "_by_year" if part == "year" else ""
    return Table(
        title=say(f"title_{part}s", language, arm=scenario.arms[arm].label.text(language)),
        first=say(part, language),
        columns=(
            Column(say(f"in_{part}", language), f"saving_in_{part}", arm, reference),
            Column(so_far_label, f"saving_so_far{suffix}", arm, reference, style="change"),
            Column(
                say("probability_so_far", language),
                f"probability_so_far{suffix}",
                arm,
                reference,
                "share",
                "probability",
            ),
        ),
        rows=tuple(rows),
    )
