"""csv, json, jsonl and parquet: tidy, one row per number, with ten significant digits.

A report without numbers, such as the journey of one number, is written as it is shown.
"""

from __future__ import annotations

import io
import json as standard
from typing import TYPE_CHECKING, Any, TypeAlias

from ipscost import delimited
from ipscost.formats import Page
from ipscost.formats.cells import grid, in_words, laid_out, numbers_alone
from ipscost.formats.tidy import THRESHOLD, numeric, tidy, tidy_columns
from ipscost.report.report import Report
from ipscost.words.locale import ENGLISH

if TYPE_CHECKING:
    import pandas as pd

NUMBERS = ("mean", "low", "high", "partial", THRESHOLD)

Rows = list[tuple[Any, ...]]
DataFrame: TypeAlias = "pd.DataFrame"


def rows_of(report: Report, language: str = ENGLISH) -> tuple[tuple[str, ...], Rows]:
    """The headings and rows that every format for machines writes; None for an empty cell."""
    rows: Rows = [tuple(rounded(value) for value in row.values()) for row in tidy(report, language)]
    if rows:
        return tidy_columns(report), rows
    grids = [grid(table, language) for table in laid_out(report, language)]
    if len({len(each.headings) for each in grids}) != 1:  # as of accounts all unknown
        return tidy_columns(report), rows
    return grids[0].headings, [cells for each in grids for _, cells in each.lines]


def rounded(value: Any) -> Any:
    """A number to ten significant digits, without a minus before a zero; text as it is."""
    return float(f"{value:.10g}") + 0.0 if isinstance(value, float) else value


def csv(report: Report, page: Page) -> str | bytes:
    """CSV in the dialect of the page; a cell is empty if its value is unknown or does not apply.

    Bytes if the dialect has a byte-order mark, which is right only for UTF-8.
    """
    headings, rows = rows_of(report, page.language)
    text = delimited.write([headings, *rows], page.csv_dialect)
    return text.encode() if delimited.DIALECTS[page.csv_dialect].marked else text


def json(report: Report, page: Page) -> str:
    """JSON with `rows` (one per number, as in the CSV), `headline`, `notes` and `record`.

    `tables` holds what is shown, as text: title, headings and lines.
    """
    grids = [grid(table, page.language) for table in laid_out(report, page.language)]
    content: dict[str, Any] = {
        "headline": report.headline,
        "rows": [{key: rounded(value) for key, value in row.items()} for row in tidy(report)],
        "tables": [
            {"title": g.title, "headings": g.headings, "lines": [cells for _, cells in g.lines]}
            for g in grids
        ],
        "notes": [note.text for note in report.notes],
        "record": report.record,
    }
    return standard.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)


def jsonl(report: Report, page: Page) -> str:
    """JSON lines: an object per row of the CSV, with its columns as keys."""
    headings, rows = rows_of(report, page.language)
    objects = (dict(zip(headings, row, strict=True)) for row in rows)
    return "\n".join(standard.dumps(e, ensure_ascii=False, allow_nan=False) for e in objects)


def frame(report: Report, language: str = ENGLISH) -> pd.DataFrame:
    """The rows of the CSV as a DataFrame: strings, and float64 with NaN for missing numbers."""
    import pandas as pd

    page = Page(language=language)
    shown = in_words(numbers_alone(report), page.language)
    headings, rows = rows_of(shown, page.language)
    content = pd.DataFrame(rows, columns=list(headings))
    numbers = (*NUMBERS, *numeric(report))
    return content.astype({name: "float64" if name in numbers else "string" for name in headings})


def parquet(report: Report, page: Page) -> bytes:
    """Parquet with the columns of `frame`: strings, and doubles with null for missing numbers."""
    import pyarrow as pa

    content = frame(report, page.language)
    numbers = (*NUMBERS, *numeric(report))
    kinds = {name: pa.float64() if name in numbers else pa.string() for name in content.columns}
    file = io.BytesIO()
    content.to_parquet(file, engine="pyarrow", index=False, schema=pa.schema(kinds.items()))
    return file.getvalue()
