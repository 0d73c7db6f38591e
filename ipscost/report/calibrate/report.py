"""calibrate: the fitted numbers, what they give for the targets, and what is not determined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

import numpy as np

from ipscost.analysis.calibrate.calibrated import Calibrated
from ipscost.analysis.interval import Interval
from ipscost.report.calibrate.notes import NOTES, Fitted
from ipscost.report.calibrate.wording import (
    adrift,
    counted,
    hardly_told,
    is_points,
    target_name,
    target_unit,
    told_apart,
    unknown_names,
)
from ipscost.report.notes.about import of_run, written
from ipscost.report.report import Cell, Column, Report, Row, Table
from ipscost.scenario.calibration import Unknown
from ipscost.settings import LEVEL
from ipscost.words.text import Words, joined, number, rate, say, sentences, typed
from ipscost.words.text import points as in_points

DOUBTFUL = 0.05
"""The p-value below which a model and its targets do not agree."""
NOTHING = 1e-9
"""What is nothing but rounding."""
MET = 1e-4
"""The weighted sum of squares below which every target is met."""
TOLD = 6


def report(found: Calibrated, *, wrote: bool = False) -> Report:
    """The report of a fit: sentences, numbers, targets, how it fits, other fits, and notes.

    Where the fit is not also `wrote` to a file, a note says how it can be.
    """
    names = unknown_names(found)
    tables = [
        _unknowns(found, names),
        _targets(found),
        _quality(found),
    ]
    if found.fit.others:
        tables.append(_others(found, names))
    return Report(
        scenario=found.scenario.name,
        headline=tuple(_sentences(found, names)),
        tables=tuple(tables),
        notes=written(NOTES, of_run(Fitted(found, names, wrote), found.run)),
        record={**asdict(found.run.record), "starts": found.fit.starts},
    )


def _sentences(found: Calibrated, names: tuple[Words, ...]) -> Iterator[Words]:
    """How it fits, then what is told apart and what lies on a bound."""
    fit = found.fit
    worst = int(np.abs(fit.residuals).argmax())
    values = {
        "count": counted(found),
        "squares": typed(_told(fit.squares, 3)),
        "degrees": _degrees(fit.degrees),
        "p": "" if fit.p is None else _p(fit.p),
        "worst": target_name(found.scenario, found.targets[worst]),
        "residual": number(float(fit.residuals[worst]), "ratio", sign=True),
    }
    if fit.p is None:
        key = "calibrate_exact" if fit.squares < MET else "calibrate_missed"
    else:
        key = "calibrate_agrees" if fit.p >= DOUBTFUL else "calibrate_differs"
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
    """Sentences about unknowns whose whole range fits as well within chance."""
    for place in np.flatnonzero(found.fit.slack):
        ends = sorted((float(found.fit.best.values[place]), float(found.fit.reach[place])))
        low, high = (_shown(found.unknowns[place], end) for end in ends)
        yield say("calibrate_slack", label=names[place], low=low, high=high)


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


def _told(value: float, digits: int = TOLD) -> float:
    """A number to a few digits: the last ones of a derivative mean nothing."""
    return float(f"{value:.{digits}g}") if abs(value) > NOTHING else 0.0


# --- the tables ------------------------------------------------------------------------------


def _unknowns(found: Calibrated, names: tuple[Words, ...]) -> Table:
    """Each unknown with its interval; where it lies is told where one is not inside its bounds."""
    columns = (
        Column(say("calibrate_fitted"), "fitted"),
        Column(say("calibrate_interval", level=rate(LEVEL))),
        Column(say("calibrate_se"), "standard_error"),
        Column(say("calibrate_at"), shown=not _is_inside(found).all()),
        Column("", "start", shown=False),
        Column("", "search_low", shown=False),
        Column("", "search_high", shown=False),
    )
    rows = [_unknown(found, place, name) for place, name in enumerate(names)]
    title = say("title_calibrate_unknowns", name=found.scenario.name)
    return Table(title, say("calibrate_number"), columns, tuple(rows))


def _is_inside(found: Calibrated) -> np.ndarray:
    """Which unknowns are inside their bounds, determined and told apart, (unknown,)."""
    inside: np.ndarray = (found.fit.best.at == 0) & ~found.fit.is_open & ~hardly_told(found)
    return inside


def _unknown(found: Calibrated, place: int, name: Words) -> Row:
    """The row of one unknown."""
    unknown, fit = found.unknowns[place], found.fit
    value, se, unit = float(fit.best.values[place]), float(fit.se[place]), unknown.quantity.unit
    fitted, dist = Interval(value), found.distribution(place)
    if dist is not None:
        tail = (1 - LEVEL) / 2
        low, high = (_told(float(end)) for end in dist.ppf(np.array([tail, 1 - tail])))
        fitted = Interval(value, low, high)
    points = unknown.quantity.role == "difference"
    where = {-1: "at_low", 0: "inside", 1: "at_high"}[int(fit.best.at[place])]
    if where == "inside" and hardly_told(found)[place]:
        where = "at_close"
    is_open = bool(adrift(found)[place])
    cells: tuple[Cell, ...] = (
        None if is_open else fitted,
        None if is_open else _extent(fitted, unit, points),
        Interval(_told(se)) if np.isfinite(se) and not is_open else None,
        say(f"calibrate_{'at_open' if is_open else where}"),
        Interval(unknown.start),
        Interval(unknown.low),
        Interval(unknown.high),
    )
    return Row(unknown.path, "number", name, cells, str(unit), points=points)


def _extent(interval: Interval, unit: object, points: bool) -> Cell:
    """`0.1 to 0.9`, as text; nothing where there is no interval."""
    if interval.low is None or interval.high is None:
        return None
    as_unit = "points" if points and str(unit) == "share" else str(unit)
    low, high = (number(end, as_unit) for end in (interval.low, interval.high))
    return sentences(low, say("to"), high)


def _targets(found: Calibrated) -> Table:
    scenario = found.scenario
    rows = []
    for place, target in enumerate(found.targets):
        cells = (
            Interval(target.value),
            Interval(_told(target.se)),
            Interval(float(found.predicted[place])),
            Interval(_told(float(found.fit.residuals[place]))),
            Interval(float(found.at_start[place])),
        )
        rows.append(
            Row(
                f"calibrate.target.{target.name}",
                "target",
                target_name(scenario, target),
                cells,
                target_unit(scenario, target),
                points=is_points(scenario, target),
                arm=target.arm,
            )
        )
    columns = (
        Column(say("published"), "published"),
        Column(say("calibrate_se"), "standard_error"),
        Column(say("calibrate_fitted"), "fitted"),
        Column(say("calibrate_residual"), "residual", unit="ratio", style="signed"),
        Column("", "at_start", shown=False),
    )
    title = say("title_calibrate_targets", name=scenario.name)
    return Table(title, say("calibrate_target"), columns, tuple(rows))


def _quality(found: Calibrated) -> Table:
    """How it fits: for a reader as text, for machines as numbers."""
    fit = found.fit
    start = (found.at_start - _column(found, "value")) / _column(found, "se")
    condition: Words = say("calibrate_infinite")
    if np.isfinite(fit.condition):
        condition = typed(fit.condition, 4)
    shown: list[tuple[str, Words | None, float | None]] = [
        ("squares", typed(_told(fit.squares, 4)), _told(fit.squares)),
        ("at_start", typed(float((start**2).sum()), 4), _told(float((start**2).sum()))),
        ("freedom", str(fit.degrees), float(fit.degrees)),
        ("p", None if fit.p is None else _p(fit.p), fit.p),
        ("condition", condition, _told(fit.condition) if np.isfinite(fit.condition) else None),
    ]
    rows = [_measure(key, text, value) for key, text, value in shown]
    values = [_told(float(value)) for value in fit.singular]
    texts = joined((typed(value, 3) for value in values), "; ")
    rows.append(_measure("singular", texts or None, None))
    rows += [
        Row(
            f"singular_value.{n}",
            "fit",
            "",
            (None, Interval(value)),
            shown=False,
            measure="singular_value",
        )
        for n, value in enumerate(values, start=1)
    ]
    rows += _correlations(found)
    columns = (
        Column(say("calibrate_value")),
        Column(say("calibrate_value"), "value", unit="", shown=False),
    )
    title = say("title_calibrate_fit", name=found.scenario.name)
    return Table(title, say("calibrate_what"), columns, tuple(rows))


MEASURES = {
    "squares": "weighted_sum_of_squares",
    "at_start": "weighted_sum_of_squares_at_start",
    "freedom": "degrees_of_freedom",
    "p": "p",
    "condition": "condition_number",
    "singular": "singular_values",
}


def _measure(key: str, text: Words | None, value: float | None) -> Row:
    label = say(f"calibrate_{key}")
    cells: tuple[Cell, ...] = (text, None if value is None else Interval(value))
    return Row("fit", "fit", label, cells, measure=MEASURES[key])


def _correlations(found: Calibrated) -> Iterator[Row]:
    """The correlation of each pair of fitted numbers, for machines alone."""
    for first, one in enumerate(found.unknowns):
        for second in range(first + 1, len(found.unknowns)):
            rho = float(found.fit.correlation[first, second])
            if np.isfinite(rho):
                path = f"{one.path},{found.unknowns[second].path}"
                cells = (None, Interval(round(rho, TOLD)))
                yield Row(path, "pair", path, cells, shown=False, measure="correlation")


def _column(found: Calibrated, name: str) -> np.ndarray:
    return np.array([getattr(target, name) for target in found.targets])


def _others(found: Calibrated, names: tuple[Words, ...]) -> Table:
    """Other places that fit nearly as well: each number there, and the sum of squares."""
    rows = []
    for place, other in enumerate(found.fit.others, start=1):
        for unknown, name, value in zip(found.unknowns, names, other.values, strict=True):
            label = say("calibrate_other", number=place, label=name)
            cells = (Interval(_told(float(value))), Interval(_told(other.squares, 4)))
            unit = str(unknown.quantity.unit)
            points = unknown.quantity.role == "difference"
            rows.append(Row(f"{unknown.path}.{place}", "number", label, cells, unit, points=points))
    columns = (
        Column(say("calibrate_fitted"), "fitted_elsewhere"),
        Column(say("calibrate_squares"), "weighted_sum_of_squares", unit=""),
    )
    title = say("title_calibrate_others", name=found.scenario.name)
    return Table(title, say("calibrate_number"), columns, tuple(rows))
