"""csv and json: tidy, one row per number, unrounded (ten significant digits)."""

from __future__ import annotations

import json as standard
from typing import Any

from ipscost.formats import Page
from ipscost.table import TIDY, Report, tidy


def csv(report: Report, page: Page) -> str:
    """CSV with the columns of TIDY; an empty cell is not known or not there."""
    import pandas as pd

    frame = pd.DataFrame(list(tidy(report)), columns=list(TIDY))
    text: str = frame.to_csv(index=False, float_format="%.10g", lineterminator="\n")
    return text


def json(report: Report, page: Page) -> str:
    """JSON with `rows` (one per number, as in the CSV), `headline`, `notes` and `record`."""
    content: dict[str, Any] = {
        "headline": report.headline,
        "rows": [{key: _rounded(value) for key, value in row.items()} for row in tidy(report)],
        "notes": report.notes,
        "record": report.record,
    }
    return standard.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)


def _rounded(value: Any) -> Any:
    return float(f"{value:.10g}") if isinstance(value, float) else value
