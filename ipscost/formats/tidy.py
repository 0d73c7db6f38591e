"""The numbers of a report unrounded, one row each, for machines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ipscost.report.report import Figure, Report
from ipscost.words.locale import ENGLISH
from ipscost.words.text import tell

TIDY = (
    "scenario",
    "arm",
    "versus",
    "measure",
    "path",
    "level",
    "label",
    "mean",
    "low",
    "high",
    "unit",
    "partial",
)
THRESHOLD = "threshold"


def tidy_columns(report: Report) -> tuple[str, ...]:
    """The columns of the tidy rows: TIDY, the threshold and texts, if some number has them."""
    has_threshold = any(figure.threshold is not None for figure in report.figures)
    return (*TIDY, THRESHOLD, *_texts(report)) if has_threshold else (*TIDY, *_texts(report))


def _texts(report: Report) -> tuple[str, ...]:
    """The columns of texts that some number has."""
    return tuple(dict.fromkeys(name for figure in report.figures for name, _ in figure.about))


def numeric(report: Report) -> tuple[str, ...]:
    """The columns of `about` that hold numbers."""
    found = [pair for figure in report.figures for pair in figure.about]
    return tuple(dict.fromkeys(name for name, value in found if isinstance(value, int | float)))


def tidy(report: Report, language: str = ENGLISH) -> Iterator[dict[str, Any]]:
    """One row per number of the report, unrounded, with the columns of `tidy_columns`.

    A sum that leaves out unknown amounts has `_partial` after its measure, and 1 under `partial`.
    """
    texts = _texts(report)
    with_threshold = THRESHOLD in tidy_columns(report)
    for figure in report.figures:
        columns = row(figure, report.scenario, language)
        if with_threshold:
            columns[THRESHOLD] = figure.threshold
        about = dict(figure.about)
        told = {name: tell(about.get(name, ""), language) for name in texts}
        yield columns | {name: None if text == "" else text for name, text in told.items()}


def row(figure: Figure, scenario: str, language: str = ENGLISH) -> dict[str, Any]:
    """The row of one number, with the columns of TIDY, in a report of `scenario`."""
    value = figure.value
    return {
        "scenario": figure.scenario or scenario,
        "arm": figure.arm,
        "versus": figure.versus,
        "measure": figure.measure + ("_partial" if value.partial else ""),
        "path": tell(figure.path, language),
        "level": figure.level,
        "label": tell(figure.label, language),
        "mean": value.mean,
        "low": value.low,
        "high": value.high,
        "unit": figure.unit,
        "partial": int(value.partial),
    }
