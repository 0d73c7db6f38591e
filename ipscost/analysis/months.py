"""simulate --months: the saving in each month, the saving so far, and when it breaks even."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.estimates import Estimate, View
from ipscost.run import Run
from ipscost.settings import LEVEL
from ipscost.table import Cell, Column, Report, Row, Table, rate
from ipscost.words import horizon, listing, say

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def with_months(report: Report, run: Run, language: str = "en", level: float = LEVEL) -> Report:
    """The report with the course by month of each arm in front, and the month of break-even."""
    scenario = run.scenario
    view = View(run, scenario.perspective)
    tables = tuple(months_table(view, arm, language, level) for arm in scenario.interventions)
    even = [c.path for c in scenario.categories if not c.timing.stated and not c.timing.monthly]
    notes = report.notes
    if even:
        notes = (say("note_even", language, paths=listing(even, language)), *notes)
    sentences = tuple(break_even_sentence(view, arm, language) for arm in scenario.interventions)
    return replace(
        report,
        headline=(*report.headline, *sentences),
        tables=(*tables, *report.tables),
        notes=notes,
    )


def cumulative(view: View, arm: str) -> tuple[list[Estimate], list[Estimate]]:
    """Saving in each month and saving so far, each a list over months.

    Raises ValueError where the run was simulated without months.
    """
    run = view.run
    points = _points(view, arm)
    if run.ledger is None:
        return _estimates(points, None), _estimates(np.cumsum(points), None)
    if (arm, view.perspective) not in run.courses:
        raise ValueError("the course by month needs simulate(..., months=True)")
    course = -run.courses[arm, view.perspective]
    so_far = np.cumsum(course, axis=0)
    return _estimates(points, course), _estimates(np.cumsum(points), so_far)


def _points(view: View, arm: str) -> Floats:
    """The expected saving in each month, (month,)."""
    change: Floats = view.run.point.monthly_difference(arm, view.perspective)
    return -change[:, 0]


def _estimates(points: Floats, draws: Floats | None) -> list[Estimate]:
    """One a month, from (month,) and (month, draw)."""
    return [
        Estimate(float(point), None if draws is None else draws[month])
        for month, point in enumerate(points)
    ]


def break_even_month(so_far: list[Estimate]) -> int | None:
    """The first month at whose end the saving so far is not negative, and stays so; or None."""
    month = None
    for number, estimate in reversed(list(enumerate(so_far, start=1))):
        if estimate.point < -1e-9:
            break
        month = number
    return month


def break_even_sentence(view: View, arm: str, language: str) -> str:
    """When the arm has saved more than it cost."""
    label = view.run.scenario.arms[arm].label.text(language)
    points = np.cumsum(_points(view, arm))
    if not points.any() and not any(each.is_uncertain for each in cumulative(view, arm)[1]):
        return say("break_even_same", language, arm=label)
    month = break_even_month(_estimates(points, None))
    scenario = view.run.scenario
    if month is None:
        within = horizon(scenario.months, language)
        sentence = say("break_even_never", language, arm=label, horizon=within)
    elif month == 1:
        sentence = say("break_even_start", language, arm=label)
    else:
        sentence = say("break_even", language, arm=label, month=month)
    counted = zip(scenario.categories, view.weight(), strict=True)
    if any(weight and not c.timing.stated and not c.timing.monthly for c, weight in counted):
        return say("break_even_spread", language, sentence=sentence)
    return sentence


def months_table(view: View, arm: str, language: str, level: float) -> Table:
    """One row a month: saving in the month, saving so far with interval, its probability."""
    scenario = view.run.scenario
    unit = f"{scenario.money}/person"
    rows = []
    monthly, so_far = cumulative(view, arm)
    for number, (now, total) in enumerate(zip(monthly, so_far, strict=True), start=1):
        cells: tuple[Cell, ...] = (
            now.interval(level),
            total.interval(level),
            total.minus().chance_below(0),
        )
        rows.append(Row(f"month.{number}", "leaf", str(number), cells, unit=unit))
    reference = scenario.reference
    so_far_label = say("so_far", language, level=rate(level, language))
    return Table(
        title=say("title_months", language, arm=scenario.arms[arm].label.text(language)),
        first=say("month", language),
        columns=(
            Column(say("in_month", language), "saving_in_month", arm, reference),
            Column(so_far_label, "saving_so_far", arm, reference, style="change"),
            Column(
                say("probability_so_far", language),
                "probability_so_far",
                arm,
                reference,
                "share",
                "probability",
            ),
        ),
        rows=tuple(rows),
    )
