"""calibrate: the fitted numbers, what they give for the targets, and what is not determined."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import asdict

import numpy as np

from ipscost.analysis.calibrate.calibrated import Calibrated
from ipscost.errors import STDIN
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
from ipscost.scenario.calibration import Unknown
from ipscost.settings import LEVEL
from ipscost.table import Cell, Column, Interval, Report, Row, Table, number, rate
from ipscost.words import listing, say, typed

DOUBTFUL = 0.05
"""The p-value below which a model and its targets do not agree."""
NOTHING = 1e-9
"""What is nothing but rounding."""
MET = 1e-4
"""The weighted sum of squares below which every target is met."""
TOLD = 6


def report(found: Calibrated, language: str = "en", *, wrote: bool = False) -> Report:
    """The report of a fit: sentences, numbers, targets, how it fits, other fits, and notes.

    Where the fit is not also `wrote` to a file, a note says how it can be.
    """
    names = unknown_names(found, language)
    tables = [
        _unknowns(found, names, language),
        _targets(found, language),
        _quality(found, language),
    ]
    if found.fit.others:
        tables.append(_others(found, names, language))
    return Report(
        scenario=found.scenario.name,
        language=language,
        headline=tuple(_sentences(found, names, language)),
        tables=tuple(tables),
        notes=(*_notes(found, names, language), *(() if wrote else _how_to_write(found, language))),
        record={**asdict(found.run.record), "starts": found.fit.starts},
    )


def _sentences(found: Calibrated, names: tuple[str, ...], language: str) -> Iterator[str]:
    """How it fits, then what is told apart and what lies on a bound."""
    fit = found.fit
    worst = int(np.abs(fit.residuals).argmax())
    values = {
        "count": counted(found, language),
        "squares": typed(_told(fit.squares, 3), language),
        "degrees": _degrees(fit.degrees, language),
        "p": "" if fit.p is None else _p(fit.p, language),
        "worst": target_name(found.scenario, found.targets[worst], language),
        "residual": number(float(fit.residuals[worst]), "ratio", language, sign=True),
    }
    if fit.p is None:
        key = "calibrate_exact" if fit.squares < MET else "calibrate_missed"
    else:
        key = "calibrate_agrees" if fit.p >= DOUBTFUL else "calibrate_differs"
    yield say(key, language, **values)
    yield from told_apart(found, names, language)
    yield from _not_told(found, names, language)
    for place in np.flatnonzero(fit.best.at * ~fit.slack):
        key = "calibrate_low" if fit.best.at[place] < 0 else "calibrate_high"
        value = _shown(found.unknowns[place], float(fit.best.values[place]), language)
        yield say(key, language, label=names[place], value=value)
    if fit.others:
        yield say("calibrate_others", language)


def _not_told(found: Calibrated, names: tuple[str, ...], language: str) -> Iterator[str]:
    """Sentences about unknowns whose whole range fits as well within chance."""
    for place in np.flatnonzero(found.fit.slack):
        ends = sorted((float(found.fit.best.values[place]), float(found.fit.reach[place])))
        low, high = (_shown(found.unknowns[place], end, language) for end in ends)
        yield say("calibrate_slack", language, label=names[place], low=low, high=high)


def _shown(unknown: Unknown, value: float, language: str) -> str:
    """A value of an unknown in the digits of its unit, with its unit where it needs one."""
    unit = str(unknown.quantity.unit)
    if unit == "share" and unknown.quantity.role == "difference":
        return f"{number(value, 'points', language)} {say('points', language)}"
    text = number(value, unit, language)
    return text if unit in ("share", "ratio") else f"{text} {unit}"


def _p(p: float, language: str) -> str:
    """A p-value, never rounded to 0."""
    least = 1e-4
    if p < least:
        return f"{say('under', language)} {number(least, 'p', language)}"
    return number(p, "p", language)


def _degrees(count: int, language: str) -> str:
    return say("calibrate_degree" if count == 1 else "calibrate_degrees", language, count=count)


def _told(value: float, digits: int = TOLD) -> float:
    """A number to a few digits: the last ones of a derivative mean nothing."""
    return float(f"{value:.{digits}g}") if abs(value) > NOTHING else 0.0


# --- the tables ------------------------------------------------------------------------------


def _unknowns(found: Calibrated, names: tuple[str, ...], language: str) -> Table:
    """Each unknown with its interval; where it lies is told where one is not inside its bounds."""
    columns = (
        Column(say("calibrate_fitted", language), "fitted"),
        Column(say("calibrate_interval", language, level=rate(LEVEL, language))),
        Column(say("calibrate_se", language), "standard_error"),
        Column(say("calibrate_at", language), shown=not _is_inside(found).all()),
        Column("", "start", shown=False),
        Column("", "search_low", shown=False),
        Column("", "search_high", shown=False),
    )
    rows = [_unknown(found, place, name, language) for place, name in enumerate(names)]
    title = say("title_calibrate_unknowns", language, name=found.scenario.name)
    return Table(title, say("calibrate_number", language), columns, tuple(rows))


def _is_inside(found: Calibrated) -> np.ndarray:
    """Which unknowns are inside their bounds, determined and told apart, (unknown,)."""
    inside: np.ndarray = (found.fit.best.at == 0) & ~found.fit.is_open & ~hardly_told(found)
    return inside


def _unknown(found: Calibrated, place: int, name: str, language: str) -> Row:
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
        None if is_open else _extent(fitted, unit, points, language),
        Interval(_told(se)) if np.isfinite(se) and not is_open else None,
        say(f"calibrate_{'at_open' if is_open else where}", language),
        Interval(unknown.start),
        Interval(unknown.low),
        Interval(unknown.high),
    )
    return Row(unknown.path, "number", name, cells, str(unit), points=points)


def _extent(interval: Interval, unit: object, points: bool, language: str) -> Cell:
    """`0.1 to 0.9`, as text; nothing where there is no interval."""
    if interval.low is None or interval.high is None:
        return None
    as_unit = "points" if points and str(unit) == "share" else str(unit)
    low, high = (number(end, as_unit, language) for end in (interval.low, interval.high))
    return f"{low} {say('to', language)} {high}"


def _targets(found: Calibrated, language: str) -> Table:
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
                target_name(scenario, target, language),
                cells,
                target_unit(scenario, target),
                points=is_points(scenario, target),
                arm=target.arm,
            )
        )
    columns = (
        Column(say("published", language), "published"),
        Column(say("calibrate_se", language), "standard_error"),
        Column(say("calibrate_fitted", language), "fitted"),
        Column(say("calibrate_residual", language), "residual", unit="ratio", style="signed"),
        Column("", "at_start", shown=False),
    )
    title = say("title_calibrate_targets", language, name=scenario.name)
    return Table(title, say("calibrate_target", language), columns, tuple(rows))


def _quality(found: Calibrated, language: str) -> Table:
    """How it fits: for a reader as text, for machines as numbers."""
    fit = found.fit
    start = (found.at_start - _column(found, "value")) / _column(found, "se")
    condition = say("calibrate_infinite", language)
    if np.isfinite(fit.condition):
        condition = typed(fit.condition, language, 4)
    shown = [
        ("squares", typed(_told(fit.squares, 4), language), _told(fit.squares)),
        ("at_start", typed(float((start**2).sum()), language, 4), _told(float((start**2).sum()))),
        ("freedom", str(fit.degrees), float(fit.degrees)),
        ("p", None if fit.p is None else _p(fit.p, language), fit.p),
        ("condition", condition, _told(fit.condition) if np.isfinite(fit.condition) else None),
    ]
    rows = [_measure(key, text, value, language) for key, text, value in shown]
    values = [_told(float(value)) for value in fit.singular]
    texts = "; ".join(typed(value, language, 3) for value in values)
    rows.append(_measure("singular", texts or None, None, language))
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
        Column(say("calibrate_value", language)),
        Column(say("calibrate_value", language), "value", unit="", shown=False),
    )
    title = say("title_calibrate_fit", language, name=found.scenario.name)
    return Table(title, say("calibrate_what", language), columns, tuple(rows))


MEASURES = {
    "squares": "weighted_sum_of_squares",
    "at_start": "weighted_sum_of_squares_at_start",
    "freedom": "degrees_of_freedom",
    "p": "p",
    "condition": "condition_number",
    "singular": "singular_values",
}


def _measure(key: str, text: str | None, value: float | None, language: str) -> Row:
    label = say(f"calibrate_{key}", language)
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


def _others(found: Calibrated, names: tuple[str, ...], language: str) -> Table:
    """Other places that fit nearly as well: each number there, and the sum of squares."""
    rows = []
    for place, other in enumerate(found.fit.others, start=1):
        for unknown, name, value in zip(found.unknowns, names, other.values, strict=True):
            label = say("calibrate_other", language, number=place, label=name)
            cells = (Interval(_told(float(value))), Interval(_told(other.squares, 4)))
            unit = str(unknown.quantity.unit)
            points = unknown.quantity.role == "difference"
            rows.append(Row(f"{unknown.path}.{place}", "number", label, cells, unit, points=points))
    columns = (
        Column(say("calibrate_fitted", language), "fitted_elsewhere"),
        Column(say("calibrate_squares", language), "weighted_sum_of_squares", unit=""),
    )
    title = say("title_calibrate_others", language, name=found.scenario.name)
    return Table(title, say("calibrate_number", language), columns, tuple(rows))


# --- the notes -------------------------------------------------------------------------------


def _notes(found: Calibrated, names: tuple[str, ...], language: str) -> Iterator[str]:
    fit, record = found.fit, found.run.record
    yield say("note_calibrate_expected", language)
    if found.scenario.is_counted_otherwise(target.path for target in found.targets):
        yield say("note_calibrate_time", language)
    yield say("note_calibrate_se", language)
    dists = [
        say("calibrate_dist", language, label=name, dist=say(f"calibrate_{dist.name}", language))
        for place, name in enumerate(names)
        if (dist := found.distribution(place)) is not None and not adrift(found)[place]
    ]
    if dists:
        yield say("note_calibrate_dist", language, dists=listing(dists, language))
    key = "note_calibrate_starts_open" if adrift(found).any() else "note_calibrate_starts"
    yield say(key, language, starts=fit.starts, same=fit.best.starts)
    noted = [(unknown.note, name) for unknown, name in zip(found.unknowns, names, strict=True)]
    noted += [(t.note, target_name(found.scenario, t, language)) for t in found.targets]
    for note, name in noted:
        if note is not None:
            text = note.text(language)
            yield say("note_calibrate_of", language, label=name, text=text)
    if record.settings:
        yield say("note_set", language, settings=listing(list(record.settings), language))
    yield say(
        "note_calibrate_run",
        language,
        seed=found.seed,
        version=record.version,
        scenario=record.scenario,
        digest=record.digest,
    )


def _how_to_write(found: Calibrated, language: str) -> Iterator[str]:
    """The command that writes the fit as a scenario, where there is one to write."""
    fit, settings = found.fit, found.scenario.settings
    can_write = not fit.is_open.any() and not settings and found.scenario.file != STDIN
    if can_write:
        words = ["ipscost", "calibrate", found.scenario.file]
        command = shlex.join([*words, "--out", f"{found.scenario.name}-calibrated.yaml"])
        yield say("note_calibrate_write", language, command=command)
