"""Tables as cells that a spreadsheet takes as numbers: an interval has a column for each end.

What is no part of a number, such as a star or `points`, stands beside it, so that it is not copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ipscost.analysis.interval import Interval
from ipscost.formats.cells import (
    DAGGER,
    DASH,
    SIGNED,
    WITH_LIMITS,
    beside,
    in_words,
    manner,
    places_of,
    sizes,
    without_limits,
)
from ipscost.report.charts import HIGH, LOW
from ipscost.report.page.document import Data
from ipscost.report.report import Cell, Column, Report, Row, Table
from ipscost.texts import cleaned
from ipscost.words import say
from ipscost.words.numbers import to_places
from ipscost.words.text import tell

WIDTH = 106
"""The width in characters at which a table with many columns is divided: six of them fit on A4."""
MOST_ROWS = 150
"""More rows of amounts than this are not read, and make the page too large for a mail."""
WITH_ENDS = (*WITH_LIMITS, "extent")
"""The styles of columns that show an interval."""
STAR = "*"
_FORMULA = re.compile(
    r"\s*'*(?:[=@\uff1d\uff20]"
    r"|[+\uff0b\uff0d-](?!\d|\s|$)"
    r"|[+\uff0b\uff0d-]\d.*(?:[=!|]|[^\W\d]\())"
)
"""What a spreadsheet would calculate: `=1+1`, `+A1`, `-2+cmd|'x'!A0`; no number with its sign."""


def guarded(text: str) -> str:
    """A text with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> guarded("=cmd()"), guarded("-2992"), guarded("+4.32 million kr."), guarded("-2+cmd|'x'!A0")
    ("'=cmd()", '-2992', '+4.32 million kr.', "'-2+cmd|'x'!A0")
    """
    return f"'{text}" if _FORMULA.match(text) else text


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell: its text, whether it is a number, and what stands behind it without being copied."""

    text: str
    numeric: bool = False
    behind: str = ""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A row: its label, how deep it lies in a group, whether it is a sum, and its cells."""

    label: str
    depth: int
    strong: bool
    cells: tuple[SheetCell, ...]


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A table in a language: its title and the lines below it, headings, and bodies of rows.

    `left_out` is how many rows have no room: those of the smallest amounts.
    """

    title: str
    below: tuple[str, ...]
    headings: tuple[SheetCell, ...]
    bodies: tuple[tuple[SheetLine, ...], ...]
    left_out: int = 0


def sheets(data: Data, language: str) -> tuple[TableSheet, ...]:
    """The tables in which a table is shown, told and harmless."""
    told = in_words(Report("", (), (data.table,), (), {}), language, WIDTH)
    tables = cleaned(told, lines=("title",)).tables
    caption = cleaned(tell(data.caption, language))
    return tuple(_sheet(table, caption, language) for table in tables if table.rows)


def _sheet(table: Table, caption: str, language: str) -> TableSheet:
    title, *below = (str(table.title) or caption).split("\n")
    columns = [place for place, column in enumerate(table.columns) if column.style != "bar"]
    if len(columns) < len(table.columns):  # the title says what the bars are drawn with
        below = [line for line in below if not {*line} & {LOW, HIGH}]
    ended = {place for place in columns if _has_ends(table, place)}
    headings = [SheetCell(guarded(str(table.first)))]
    for place in columns:
        headings += _headings(table.columns[place], place in ended, language)
    largest, lines, bodies = sizes(table), list[SheetLine](), list[tuple[SheetLine, ...]]()
    kept = _kept(table)
    for index, row in enumerate(table.rows):
        if index and index in table.breaks:
            bodies.append(tuple(lines))
            lines = []
        if index not in kept:
            continue
        cells = list[SheetCell]()
        for place in columns:
            column, cell = table.columns[place], row.cells[place]
            size = beside(column, row, table, largest)
            cells += _cells(cell, column, row, size, language, ended=place in ended)
        label = guarded(f"{row.label}{DAGGER}" if row.marked else str(row.label))
        lines.append(SheetLine(label, row.depth, row.strong, tuple(cells)))
    left_out = len(table.rows) - len(kept)
    every = tuple(body for body in (*bodies, tuple(lines)) if body)
    return TableSheet(title, tuple(below), tuple(headings), every, left_out)


def _kept(table: Table) -> set[int]:
    """The rows that have room: all, or of very many the sums and those of the largest amounts."""
    numbers = [place for place, column in enumerate(table.columns) if column.numeric]
    changes = [place for place in numbers if table.columns[place].style in SIGNED] or numbers
    sizes = [_size(row, changes) for row in table.rows]
    if len(table.rows) <= MOST_ROWS or not any(sizes):
        return {*range(len(table.rows))}
    first = min((place for place in table.breaks if place), default=len(table.rows))
    ranked = sorted(range(first), key=lambda place: -sizes[place])
    return {*ranked[:MOST_ROWS], *range(first, len(table.rows))[:MOST_ROWS]}


def _size(row: Row, places: Sequence[int]) -> float:
    """The largest amount in some columns of a row."""
    cells = (row.cells[place] for place in places)
    return max((abs(cell.mean) for cell in cells if isinstance(cell, Interval)), default=0.0)


def _has_ends(table: Table, place: int) -> bool:
    """True for a column that shows the ends of intervals."""
    return table.columns[place].style in WITH_ENDS and any(
        isinstance(row.cells[place], Interval) and row.cells[place].low is not None  # type: ignore[union-attr]
        for row in table.rows
        if row.style not in WITH_ENDS
    )


def _headings(column: Column, ended: bool, language: str) -> Iterator[SheetCell]:
    label = guarded(str(column.label))
    if not ended or column.style != "extent":
        yield SheetCell(label, column.numeric)
    for end in ("low", "high") if ended else ():
        text = say(f"page_{end}", language)
        yield SheetCell(f"{label}: {text}" if column.style == "extent" else text, numeric=True)


def _cells(
    cell: Cell, column: Column, row: Row, size: float, language: str, *, ended: bool
) -> Iterator[SheetCell]:
    """A cell, and where the column shows intervals one for each end."""
    if not isinstance(cell, Interval):
        text = DASH if cell is None else guarded(str(cell))
        blank = SheetCell("", numeric=True)
        yield SheetCell(text, column.numeric)
        yield from (blank, blank)[: (1 if column.style == "extent" else 2) if ended else 0]
        return
    _, unit = manner(column, row)
    if not (ended and column.style == "extent"):
        yield _number(without_limits(cell, column, row, language, size), unit, language)
    if not ended:
        return
    places = places_of(cell, column, row, size)
    for end in (cell.low, cell.high):
        text = "" if end is None else to_places(end, unit, places, language)
        yield SheetCell(text, numeric=True)


def _number(text: str, unit: str, language: str) -> SheetCell:
    """A number, and what stands behind it: a star, or that it is in points."""
    behind = ""
    if text.endswith(STAR):
        text, behind = text.removesuffix(STAR), STAR
    points = f" {say('points_short', language)}"
    if unit == "points" and text.endswith(points):
        text, behind = text.removesuffix(points), points + behind
    return SheetCell(text, numeric=True, behind=behind)
