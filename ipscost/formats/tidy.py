"""The numbers of a report unrounded, one row each, for machines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ipscost.analysis.interval import Interval
from ipscost.formats.cells import laid_out
from ipscost.report.report import Report
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


def tidy_columns(report: Report, language: str = ENGLISH) -> tuple[str, ...]:
    """The columns of the tidy rows: TIDY, and the threshold where numbers depend on one."""
    rows = (row for table in laid_out(report, language) for row in table.rows)
    return (*TIDY, THRESHOLD) if any(row.threshold is not None for row in rows) else TIDY


def tidy(report: Report, language: str = ENGLISH) -> Iterator[dict[str, Any]]:
    """One row per number of the report, unrounded, with the columns of `tidy_columns`.

    A sum that leaves out what is unknown has `_partial` behind its measure, and 1 under `partial`.
    """
    with_threshold = THRESHOLD in tidy_columns(report, language)
    for table in laid_out(report, language):
        for row in (row for row in table.rows if row.tidy):
            for column, cell in zip(table.columns, row.cells, strict=True):
                measure = row.measure or column.measure
                if not column.measure or not isinstance(cell, Interval):
                    continue
                found = {
                    "scenario": column.scenario or report.scenario,
                    "arm": column.arm or row.arm,
                    "versus": column.versus or row.versus,
                    "measure": measure + row.suffix + ("_partial" if cell.partial else ""),
                    "path": tell(row.path, language),
                    "level": row.level,
                    "label": tell(row.label, language),
                    "mean": cell.mean,
                    "low": cell.low,
                    "high": cell.high,
                    "unit": row.unit if column.unit is None else column.unit,
                    "partial": int(cell.partial),
                }
                yield {**found, THRESHOLD: row.threshold} if with_threshold else found
