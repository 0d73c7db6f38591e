"""A table of persons in a workbook: its first sheet, row by row."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Generator as Stream
from collections.abc import Sequence
from typing import Any

from ipscost.loading.data.refusals import refusal
from ipscost.messages import Message


def rows_of_workbook(given: str) -> Stream[tuple[int, Sequence[str]]]:
    """Each row of the first sheet that is shown, as texts, with its number.

    Raises ScenarioError where the workbook cannot be read.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    book = None
    try:
        book = load_workbook(given, read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            yield number, [_text(cell) for cell in row]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, OSError):
        message = Message("the workbook cannot be read")
        fix = Message("open it and save the sheet as CSV (in Excel: Save as, CSV UTF-8)")
        raise refusal(given, "E006", message, fix) from None
    finally:
        if book is not None:
            book.close()


def _text(cell: Any) -> str:
    """A cell as it would stand in a CSV file with decimal points."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    return str(cell)
