"""csv and json: tidy, one row per number, unrounded (ten significant digits)."""

from __future__ import annotations

import json as standard
from typing import Any

from ipscost.formats import Page
from ipscost.table import TIDY, Report, grid, tidy


def csv(report: Report, page: Page) -> str:
    """CSV with the columns of TIDY; an empty cell is not known or not there.

    A report that holds texts alone, such as the journey of a number, is written as it is shown.
    """
    import pandas as pd

    rows = list(tidy(report))
    frame = pd.DataFrame(rows, columns=list(TIDY))
    if not rows:
        grids = [grid(table, report.language) for table in report.tables]
        lines = [cells for each in grids for _, cells in each.lines]
        frame = pd.DataFrame(lines, columns=list(grids[0].headings) if grids else list(TIDY))
    frame = frame.replace({0.0: 0.0})  # no minus before a zero
    text: str = frame.to_csv(index=False, float_format="%.10g", lineterminator="\n")
    return text


def json(report: Report, page: Page) -> str:
    """JSON with `rows` (one per number, as in the CSV), `headline`, `notes` and `record`.

    `tables` holds what is shown, as text: title, headings and lines.
    """
    grids = [grid(table, report.language) for table in report.tables]
    content: dict[str, Any] = {
        "headline": report.headline,
        "rows": [{key: _rounded(value) for key, value in row.items()} for row in tidy(report)],
        "tables": [
            {"title": g.title, "headings": g.headings, "lines": [cells for _, cells in g.lines]}
            for g in grids
        ],
        "notes": report.notes,
        "record": report.record,
    }
    return standard.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)


def _rounded(value: Any) -> Any:
    return float(f"{value:.10g}") + 0.0 if isinstance(value, float) else value
