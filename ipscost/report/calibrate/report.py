"""calibrate: the fitted numbers, what they give for the targets, and what is not determined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

import numpy as np

from ipscost.analysis.calibrate.calibrated import Calibrated
from ipscost.analysis.calibrate.results import (
    Aim,
    FitResults,
    FittedNumber,
    Quality,
    results,
    significant,
    unidentified,
)
from ipscost.analysis.interval import Interval
from ipscost.report.calibrate.figures import figures
from ipscost.report.calibrate.notes import NOTES, Fitted
from ipscost.report.calibrate.wording import (
    counted,
    is_points,
    target_name,
    told_apart,
    unknown_names,
)
from ipscost.report.notes.about import named, of_run, written
from ipscost.report.report import Cell, Column, Note, Report, Row, Short, Table
from ipscost.report.simulate.headline import MOST_SENTENCES
from ipscost.scenario.calibration import Unknown
from ipscost.settings import LEVEL
from ipscost.words.text import Words, number, quoted, rate, say, sentences, series, typed
from ipscost.words.text import points as in_points

DOUBTFUL = 0.05
"""The p-value below which a model and its targets do not agree."""
MET = 1e-4
"""The weighted sum of squares below which every target is met."""
FEW = 0.5
"""Where fewer of the searches than this share found the fit, there may be a better one."""


def report(found: Calibrated, *, wrote: bool = False) -> Report:
    """The report of a fit: sentences, numbers, targets, how it fits, other fits, and notes.

    Where the fit is not also `wrote` to a file, a note says how it can be.
    """
    names, fit = unknown_names(found), results(found)
    tables = [
        _unknowns(found, fit.numbers, names),
        _targets(found, fit.aims),
        _quality(found, fit.quality),
    ]
    if fit.others:
        tables.append(_others(found, fit, names))
    told, cautions = list(_sentences(found, names)), tuple(_caveats(found))
    return Report(
        scenario=found.scenario.name,
        headline=tuple(told[:MOST_SENTENCES]),
        tables=tuple(tables),
        notes=(
            *cautions,
            *(named("further", each) for each in told[MOST_SENTENCES:]),
            *written(NOTES, of_run(Fitted(found, names, wrote), found.run)),
        ),
        record={**asdict(found.run.record), "starts": found.fit.starts},
        figures=tuple(figures(found, fit, names)),
        short=Short(tuple(tables[:1] if _is_met(found) else tables[:2]), cautions),
    )


def _is_met(found: Calibrated) -> bool:
    """True where the model and the targets agree, so that no target needs to be looked at."""
    return found.fit.squares < MET if found.fit.p is None else found.fit.p >= DOUBTFUL


def _caveats(found: Calibrated) -> Iterator[Note]:
    """That few searches found this fit, and what its intervals take for granted."""
    fit = found.fit
    is_open = unidentified(found).any()
    if fit.best.starts < FEW * fit.starts and not is_open:
        words = {"starts": fit.starts, "same": fit.best.starts}
        yield named("caveat_fit_starts", say("calibrate_few_starts", **words))
    if not is_open:
        yield named("caveat_fit_errors", say("calibrate_errors"))


def _sentences(found: Calibrated, names: tuple[Words, ...]) -> Iterator[Words]:
    """How well it fits, then what the targets do not determine and what lies on a bound."""
    fit = found.fit
    worst = int(np.abs(fit.residuals).argmax())
    values = {
        "count": counted(found),
        "squares": typed(significant(fit.squares, 3)),
        "degrees": _degrees(fit.degrees),
        "p": "" if fit.p is None else _p(fit.p),
        "worst": target_name(found.scenario, found.targets[worst]),
        "residual": number(float(fit.residuals[worst]), "ratio", sign=True),
    }
    if fit.p is None:
        key = "calibrate_exact" if _is_met(found) else "calibrate_missed"
    else:
        key = "calibrate_agrees" if _is_met(found) else "calibrate_differs"
    yield say(key, **values)
    yield from told_apart(found, names)
    yield from _not_told(found, names)
    for place in np.flatnonzero(fit.best.at * ~fit.slack):
        key = "calibrate_low" if fit.best.at[place] < 0 else "calibrate_high"
        value = _shown(found.unknowns[place], float(fit.best.values[place]))
        yield say(key, label=names[place], value=value)
    if fit.others:
        yield say("calibrate_others")


def _not_told(found: Calibrated, names: tuple[Words, ...]) -> Iterator[Words]:
    """The unknowns for which every value in the range fits equally well, allowing for chance."""
    for place in np.flatnonzero(found.fit.slack):
        ends = sorted((float(found.fit.best.values[place]), float(found.fit.reach[place])))
        low, high = (_shown(found.unknowns[place], end) for end in ends)
        yield say("calibrate_slack", label=quoted(names[place]), low=low, high=high)


def _shown(unknown: Unknown, value: float) -> Words:
    """A value of an unknown in the digits of its unit, with its unit where it needs one."""
    unit = str(unknown.quantity.unit)
    if unit == "share" and unknown.quantity.role == "difference":
        return in_points(value)
    text = number(value, unit)
    return text if unit in ("share", "ratio") else sentences(text, unit)


def _p(p: float) -> Words:
    """A p-value, never rounded to 0."""
    least = 1e-4
    if p < least:
        return sentences(say("under"), number(least, "p"))
    return number(p, "p")


def _degrees(count: int) -> Words:
    return say("calibrate_degree" if count == 1 else "calibrate_degrees", count=count)


# --- the tables ------------------------------------------------------------------------------


def _unknowns(found: Calibrated, numbers: Sequence[FittedNumber], names: Sequence[Words]) -> Table:
    """Each unknown with its interval; where it lies is told where one is not inside its bounds."""
    is_plain = all(each.where == "inside" for each in numbers)
    columns = [
        Column(say("calibrate_fitted"), numeric=True),
        Column(say("calibrate_interval", level=rate(LEVEL))),
        Column(say("calibrate_se"), numeric=True),
        Column(say("calibrate_at")),
    ]
    rows = []
    for each, name in zip(numbers, names, strict=True):
        points = each.unknown.quantity.role == "difference"
        cells: tuple[Cell, ...] = (
            each.fitted,
            _extent(each.fitted, each.unit, points),
            None if each.se is None else Interval(each.se),
            say(f"calibrate_at_{each.where}" if each.where != "inside" else "calibrate_inside"),
        )
        cells = cells[:-1] if is_plain else cells
        rows.append(Row(each.unknown.path, name, cells, each.unit, points=points))
    title = say("title_calibrate_unknowns", name=found.scenario.name)
    return Table(
        title,
        say("calibrate_number"),
        tuple(columns[:-1] if is_plain else columns),
        tuple(rows),
        name="numbers",
    )


def _extent(interval: Interval | None, unit: str, points: bool) -> Cell:
    """`0.1 to 0.9`, as text; nothing where there is no interval."""
    if interval is None or interval.low is None or interval.high is None:
        return None
    as_unit = "points" if points and unit == "share" else unit
    low, high = (number(end, as_unit) for end in (interval.low, interval.high))
    return say("from_to", low=low, high=high)


def _targets(found: Calibrated, aims: Sequence[Aim]) -> Table:
    """Each target next to its fitted value."""
    scenario, rows = found.scenario, []
    for aim in aims:
        target = aim.target
        values = (target.value, aim.se, aim.fitted, aim.residual)
        rows.append(
            Row(
                f"calibrate.target.{target.name}",
                target_name(scenario, target),
                tuple(Interval(value) for value in values),
                aim.unit,
                points=is_points(scenario, target),
            )
        )
    columns = (
        Column(say("published"), numeric=True),
        Column(say("calibrate_se"), numeric=True),
        Column(say("calibrate_fitted"), numeric=True),
        Column(say("calibrate_residual"), unit="ratio", style="signed", numeric=True),
    )
    title = say("title_calibrate_targets", name=scenario.name)
    return Table(title, say("calibrate_target"), columns, tuple(rows), name="targets")


def _quality(found: Calibrated, quality: Quality) -> Table:
    """The goodness of fit."""
    condition: Words = say("calibrate_infinite")
    if quality.condition is not None:
        condition = typed(quality.condition, 4)
    shown: dict[str, Words | None] = {
        "squares": typed(significant(quality.squares, 4)),
        "at_start": typed(quality.at_start, 4),
        "freedom": str(quality.freedom),
        "p": None if quality.p is None else _p(quality.p),
        "condition": condition,
        "singular": series((typed(value, 3) for value in quality.singular), "; ") or None,
    }
    rows = tuple(Row("fit", say(f"calibrate_{k}"), (text,)) for k, text in shown.items())
    title = say("title_calibrate_fit", name=found.scenario.name)
    return Table(title, say("calibrate_what"), (Column(say("calibrate_value")),), rows, name="fit")


def _others(found: Calibrated, fit: FitResults, names: Sequence[Words]) -> Table:
    """Other solutions that fit nearly as well: each number, and the sum of squares."""
    rows = []
    for place, other in enumerate(fit.others, start=1):
        for each, name, value in zip(fit.numbers, names, other.values, strict=True):
            label = say("calibrate_other", number=place, label=name)
            cells = (Interval(value), Interval(other.squares))
            points = each.unknown.quantity.role == "difference"
            path = f"{each.unknown.path}.{place}"
            rows.append(Row(path, label, cells, each.unit, points=points))
    columns = (
        Column(say("calibrate_fitted"), numeric=True),
        Column(say("calibrate_squares"), unit="", numeric=True),
    )
    title = say("title_calibrate_others", name=found.scenario.name)
    return Table(title, say("calibrate_number"), columns, tuple(rows), name="others")
