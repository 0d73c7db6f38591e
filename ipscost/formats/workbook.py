"""xlsx: a workbook of the result as shown, its numbers one per row, its notes and its record.

Cells hold real numbers, and a number format shows them with the digits of the tables. A text is
never a formula or a link. The file contains no time: the same report gives the same bytes.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from xlsxwriter import Workbook

from ipscost.analysis.interval import Interval
from ipscost.delimited import neutral
from ipscost.errors import cut
from ipscost.formats import Page
from ipscost.formats.bars import with_bars
from ipscost.formats.cells import (
    DAGGER,
    DASH,
    SIGNED,
    WITH_LIMITS,
    beside,
    laid_out,
    manner,
    places_of,
    sizes,
    without_limits,
)
from ipscost.formats.machine import rounded
from ipscost.formats.tidy import tidy, tidy_columns
from ipscost.report.report import Cell, Column, Report, Row, Table
from ipscost.words import say
from ipscost.words.numbers import COARSE, FINEST, probability, resolution

EPOCH = datetime(1980, 1, 1)
LONGEST = 32_767
"""The most characters that Excel allows in a cell."""
A4 = 9
"""Excel's number for this size of paper."""
LABEL_WIDTH = (20, 60)
"""The least and greatest width of a column of labels, in characters."""
CELL_WIDTH = (11, 40, 80)
"""The least width of other columns, then the greatest width of numbers, and of texts."""
NOTE_WIDTH = 100
"""The width of a column of notes: about the longest line that is easy to read."""
LINE_HEIGHT = 15
"""The height of a line in points, Excel's default."""


def xlsx(report: Report, page: Page) -> bytes:
    """The workbook: sheets of the result, its numbers, its notes and its record."""
    file = io.BytesIO()
    book = _Book(file, page.language)
    _Result(book, book.sheet("sheet_result"), report).write()
    _numbers(book, book.sheet("sheet_numbers"), report)
    _notes(book, book.sheet("sheet_notes"), report)
    _record(book, book.sheet("sheet_record"), report)
    book.close()
    return file.getvalue()


class _Book:
    """A workbook that keeps each format once and never writes a text as a formula."""

    def __init__(self, file: io.BytesIO, language: str) -> None:
        self.book = Workbook(file, {"in_memory": True})
        self.book.set_properties({"created": EPOCH})
        self.language = language
        self.formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def sheet(self, word: str) -> Any:
        """A new sheet, named in the language of the report, that prints one page wide."""
        sheet = self.book.add_worksheet(say(word, self.language))
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        return sheet

    def format(self, **properties: Any) -> Any:
        """The cell format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({"valign": "top", **properties})
        return self.formats[key]

    def text(self, sheet: Any, row: int, column: int, text: str, **properties: Any) -> None:
        """Writes a text as text: quoted where it looks like a formula, cut to what a cell holds."""
        if neutral(text) != text:
            properties["quote_prefix"] = True
        sheet.write_string(row, column, cut(text, LONGEST), self.format(**properties))

    def number(self, sheet: Any, row: int, column: int, value: float, **properties: Any) -> None:
        """Writes a number."""
        sheet.write_number(row, column, rounded(value), self.format(**properties))

    def close(self) -> None:
        self.book.close()


class _Result:
    """The sheet of the tables as they are shown, with a column for each end of an interval."""

    def __init__(self, book: _Book, sheet: Any, report: Report) -> None:
        self.book = book
        self.sheet = sheet
        self.report = report
        self.language = book.language
        self.line = 0
        self.tables = tuple(map(with_bars, laid_out(report, book.language)))
        self.plans = [_plan(table) for table in self.tables]
        self.widths = self._widths()

    def write(self) -> None:
        """The sentences, then the tables."""
        for position, width in enumerate(self.widths):
            self.sheet.set_column(position, position, width)
        for sentence in self.report.headline:
            self._sentence(str(sentence))
        for table, plan in zip(self.tables, self.plans, strict=True):
            self.line += 1
            self._titles(table)
            self._headings(table, plan)
            self._rows(table, plan)

    def _widths(self) -> list[float]:
        """The width of each column: what its numbers and the words of its headings need."""
        widths: dict[int, int] = {0: LABEL_WIDTH[0]}
        for table, plan in zip(self.tables, self.plans, strict=True):
            rows = table.rows
            labels = [2 * row.depth + len(str(row.label)) + 2 for row in rows]
            widths[0] = max(widths[0], *(min(n, LABEL_WIDTH[1]) for n in labels), 0)
            for position, (index, part) in enumerate(plan, start=1):
                column = table.columns[index]
                texts = [_seen(row.cells[index], column, row, part, self.language) for row in rows]
                words = _heading(column, part, self.language).split()
                needed = max((len(text) for text in [*texts, *words]), default=0) + 2
                least = max(widths.get(position, 0), CELL_WIDTH[0])
                widths[position] = min(max(least, needed), CELL_WIDTH[1 if column.numeric else 2])
        return [widths[position] for position in sorted(widths)]

    def _sentence(self, text: str) -> None:
        """Writes a sentence across the width of the tables, in a row high enough for it."""
        last = len(self.widths) - 1
        wrapped = {"bold": True, "text_wrap": True}
        if last:
            self.sheet.merge_range(self.line, 0, self.line, last, "", self.book.format(**wrapped))
        self.book.text(self.sheet, self.line, 0, text, **wrapped)
        lines = math.ceil(1.1 * len(text) / sum(self.widths))
        self.sheet.set_row(self.line, LINE_HEIGHT * lines)
        self.line += 1

    def _titles(self, table: Table) -> None:
        """Writes the title, and below it what the numbers are counted in."""
        title, *more = str(table.title).split("\n")
        self.book.text(self.sheet, self.line, 0, title, bold=True, font_size=13)
        for text in more:
            self.line += 1
            self.book.text(self.sheet, self.line, 0, text, italic=True)
        self.line += 1

    def _headings(self, table: Table, plan: Plan) -> None:
        under = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"}
        self.book.text(self.sheet, self.line, 0, str(table.first), **under)
        for position, (index, part) in enumerate(plan, start=1):
            column = table.columns[index]
            align = "right" if column.numeric else "left"
            text = _heading(column, part, self.language)
            self.book.text(self.sheet, self.line, position, text, align=align, **under)
        self.line += 1

    def _rows(self, table: Table, plan: Plan) -> None:
        largest = sizes(table)
        for number, row in enumerate(table.rows):
            look: dict[str, Any] = {"bold": True} if row.strong else {}
            if number in table.breaks and number:
                look["top"] = 1
            label = f"{row.label}{DAGGER}" if row.marked else str(row.label)
            self.book.text(
                self.sheet, self.line, 0, label, indent=row.depth, text_wrap=True, **look
            )
            for position, (index, part) in enumerate(plan, start=1):
                column = table.columns[index]
                size = beside(column, row, table, largest)
                self._cell(position, row.cells[index], column, row, part, look, size)
            self.line += 1

    def _cell(
        self,
        position: int,
        cell: Cell,
        column: Column,
        row: Row,
        part: str,
        look: dict[str, Any],
        size: float,
    ) -> None:
        """One cell: a number in its format, a text, or a dash where nothing is known."""
        value = _value(cell, column, row, part)
        if isinstance(value, str):
            align = "right" if column.numeric else "left"
            look = {**look, "align": align, "text_wrap": True}
            self.book.text(self.sheet, self.line, position, value, **look)
        elif value is None:
            self.sheet.write_blank(self.line, position, None, self.book.format(**look))
        else:
            assert isinstance(cell, Interval)
            kind = number_format(cell, column, row, part, self.language, size)
            if cell.partial and part == "mean":
                kind = ";".join(f'{section}"*"' for section in kind.split(";"))
            self.book.number(self.sheet, self.line, position, value, num_format=kind, **look)


# --- what stands in which cell ---------------------------------------------------------------

Plan = list[tuple[int, str]]
"""The columns of a sheet after the labels: which column of the table, and mean, low or high."""


def _plan(table: Table) -> Plan:
    """Each column, and its `low` and `high` where intervals are shown in it."""
    plan: Plan = []
    for index, column in enumerate(table.columns):
        plan.append((index, "mean"))
        if any(_has_limits(row.cells[index], column, row) for row in table.rows):
            plan += [(index, "low"), (index, "high")]
    return plan


def _has_limits(cell: Cell, column: Column, row: Row) -> bool:
    """True if the interval of a cell is shown."""
    is_whole = isinstance(cell, Interval) and cell.low is not None and cell.high is not None
    return is_whole and manner(column, row)[0] in (*WITH_LIMITS, "extent")


def _heading(column: Column, part: str, language: str) -> str:
    return str(column.label) if part == "mean" else say(f"interval_{part}", language)


def _value(cell: Cell, column: Column, row: Row, part: str) -> float | str | None:
    """The value of a cell; percentage points are multiplied by 100, as they are shown."""
    if not isinstance(cell, Interval):
        return (DASH if cell is None else str(cell)) if part == "mean" else None
    style, unit = manner(column, row)
    has_limits = _has_limits(cell, column, row)
    if part == "mean" and style == "extent":
        return None if has_limits else DASH
    if part != "mean" and not has_limits:
        return None
    value = {"mean": cell.mean, "low": cell.low, "high": cell.high}[part]
    return value * 100 if value is not None and unit == "points" else value


def _seen(cell: Cell, column: Column, row: Row, part: str, language: str) -> str:
    """A text of about the width of the cell."""
    if not isinstance(cell, Interval):
        return str(cell or DASH) if part == "mean" else ""
    return without_limits(cell, column, row, language)


def _probability_format(draws: int, language: str) -> str:
    """The number format of a share of draws, with words for what is nearly certain."""
    over, under = (probability(limit, language, draws) for limit in (1.0, 0.0))
    finest, digits = resolution(draws), "0%" if 0 < draws < COARSE else "0.0%"
    near = 1e-9 if finest > FINEST else 0.0
    return f'[>{1 - finest + near:.10g}]"{over}";[<{finest - near:.10g}]"{under}";{digits}'


def number_format(
    cell: Interval, column: Column, row: Row, part: str, language: str, size: float = 0.0
) -> str:
    """The number format that shows a cell with the digits and the sign of the tables.

    size: the size of the largest number in the same unit in the table.
    """
    style, unit = manner(column, row)
    value = _value(cell, column, row, part)
    if style == "draws" and value in (0, 1):
        return "0%"
    if style in ("probability", "draws"):
        return _probability_format(cell.draws, language)
    factor, behind, places = 1, "", places_of(cell, column, row, size)
    if style in ("part", "relative") or unit == "share":
        factor, behind = 100, "%"
    elif unit == "points" and part == "mean":
        behind = f'" {say("points_short", language)}"'
    digits = "#,##0" + ("." + "0" * places if places else "") + behind
    if isinstance(value, float) and round(value * factor, places) == 0:
        return f"{digits};{digits}"  # no minus before a zero
    is_signed = style == "relative" or (style in SIGNED and part == "mean")
    return f"+{digits};-{digits}" if is_signed else digits


# --- the other sheets ------------------------------------------------------------------------


def _numbers(book: _Book, sheet: Any, report: Report) -> None:
    """Writes the rows of the CSV under a frozen header, with a filter on each column."""
    last = 0
    names = tidy_columns(report)
    for position, name in enumerate(names):
        book.text(sheet, 0, position, name, bold=True, bottom=1)
    for last, row in enumerate(tidy(report), start=1):
        for position, value in enumerate(row.values()):
            if isinstance(value, str):
                book.text(sheet, last, position, value)
            elif value is not None:
                book.number(sheet, last, position, value)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(names) - 1)
    for position, width in enumerate((16, 8, 8, 22, 30, 8, 40, 16, 16, 16, 18)):
        sheet.set_column(position, position, width)


def _notes(book: _Book, sheet: Any, report: Report) -> None:
    sheet.set_column(0, 0, NOTE_WIDTH)
    for line, note in enumerate(report.notes):
        book.text(sheet, line, 0, str(note.text), text_wrap=True)


def _record(book: _Book, sheet: Any, report: Report) -> None:
    sheet.set_column(0, 0, LABEL_WIDTH[0])
    sheet.set_column(1, 1, NOTE_WIDTH)
    for line, (key, value) in enumerate(_flat(report.record)):
        book.text(sheet, line, 0, key, bold=True)
        if isinstance(value, int | float) and not isinstance(value, bool):
            book.number(sheet, line, 1, value, align="left")
        else:
            book.text(sheet, line, 1, "" if value is None else str(value), text_wrap=True)


def _flat(record: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Keys and values of a record, nested keys joined by a dot."""
    for key, value in record.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{key}.")
        elif isinstance(value, list | tuple):
            yield f"{above}{key}", "\n".join(str(item) for item in value)
        else:
            yield f"{above}{key}", value
