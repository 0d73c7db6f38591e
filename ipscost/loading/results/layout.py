"""The layout of a delimited text: its separator, and where its headings are.

Headings may be below titles, or on two lines, or lack the one above the names of rows, as R writes
them. Only the first lines are examined.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TextIO

from ipscost.delimited import BAR, BLANK, EXCEL_DA, STANDARD, TAB, Dialect
from ipscost.numerals import is_figure, is_number

LINES = 60
"""The layout of a text is judged by this many of its first lines."""
MOSTLY = 0.6
"""A row of headings or numbers fills at least this share of the columns."""

_SEPARATOR = re.compile(r'"?sep=([,;\t| ])"?[,;\t| ]*\s*')


@dataclass(frozen=True)
class Layout:
    """Where the parts of a text are; lines are counted from 1.

    first, below: the line on which the headings begin, and the one behind them. titles: how many
    lines with something on them stand above. groups: what stands above each heading, where headings
    are on two lines; nothing else. is_named: each row begins with a name that has no heading.
    is_aligned: cells seem to be parted by several blanks, which is not read.
    """

    dialect: Dialect
    first: int
    below: int
    titles: int = 0
    groups: tuple[str, ...] = ()
    is_named: bool = False
    is_aligned: bool = False


@dataclass(frozen=True)
class _TextRow:
    """The cells of a row, the line it begins on and the one behind it, and its first letter."""

    cells: tuple[str, ...]
    line: int
    behind: int
    start: str

    @property
    def filled(self) -> int:
        return sum(bool(cell) for cell in self.cells)

    @property
    def figures(self) -> int:
        return sum(map(is_figure, self.cells))


def stream(raw: bytes) -> TextIO:
    """The text line by line, with the line ends as they are."""
    return io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8", newline="")


def layout(raw: bytes, *, is_marked: bool) -> Layout | None:
    """The layout of a text in UTF-8; None if the text is empty.

    If separators fit equally well, a byte-order mark decides for the semicolon.
    """
    number, dialect, lines = 1, None, list[str]()
    for text in stream(raw):
        if not lines and (separator := _SEPARATOR.fullmatch(text)):  # sep=; as Excel adds it
            known = (STANDARD, EXCEL_DA, TAB, BAR, BLANK)
            dialect = next(each for each in known if each.delimiter == separator[1])
            number += 1
        elif lines or re.search(r"[^\s,;|]", text):
            lines.append(text)
        else:
            number += 1
        if len(lines) == LINES:
            break
    if not lines:
        return None
    if dialect is not None:
        return _scored(lines, number, dialect)[1]
    order = [EXCEL_DA, STANDARD, TAB, BAR] if is_marked else [STANDARD, EXCEL_DA, TAB, BAR]
    best = max((_scored(lines, number, each) for each in order), key=lambda scored: scored[0])
    if best[0][0]:
        return best[1]
    key, blanks = _scored(lines, number, BLANK)
    if key[:2] == (True, True) and not any("  " in line for line in lines):
        return blanks
    return replace(best[1], is_aligned=_is_aligned(lines))


def _scored(
    lines: Sequence[str], number: int, dialect: Dialect
) -> tuple[tuple[bool, bool, int], Layout]:
    """The layout with a separator, and a score of how well it fits: the higher, the better."""
    rows = [row for row in _rows(lines, number, dialect) if row.filled]
    if not rows:
        bare = re.sub(r'"[^"]*"', "", lines[0])
        count = bare.count(dialect.delimiter)
        return (count > 0, False, count), Layout(dialect, number, number + 1)
    head = _heading(rows)
    width, below = len(rows[head].cells), rows[head + 1 :]
    groups: tuple[str, ...] = ()
    if head and _is_groups(rows[head - 1], rows[head]):
        groups = _filled_up(rows[head - 1].cells)
    elif below and _is_second(rows[head], below[0], below[1:]):
        groups = _filled_up(rows[head].cells)
        head, below = head + 1, below[1:]
    titles = head - bool(groups)
    widths = Counter(len(row.cells) for row in below)
    fitting = widths[width] + (widths[width + 1] if width > 1 else 0)
    fits = not below or 2 * fitting >= len(below)
    is_named = bool(below) and set(widths) == {width + 1} and _are_names(rows[head], below, dialect)
    head_row = rows[head]
    fitted = Layout(dialect, head_row.line, head_row.behind, titles, groups, is_named)
    return (width > 1, fits, width), fitted


def _rows(lines: Sequence[str], number: int, dialect: Dialect) -> Iterator[_TextRow]:
    """The rows of some lines, up to the first with misplaced quotes."""
    reader = csv.reader(iter(lines), delimiter=dialect.delimiter, strict=True)
    begin = 0
    try:
        for cells in reader:
            texts = tuple(cell.strip() for cell in cells)
            yield _TextRow(texts, number + begin, number + reader.line_num, lines[begin][:1])
            begin = reader.line_num
    except csv.Error:
        return


def _heading(rows: Sequence[_TextRow]) -> int:
    """The index of the row of headings: the first as full as the rows of numbers below it."""
    most = max(row.filled for row in islice(rows, LINES))
    enough = max(1.0, MOSTLY * most)
    noted = next((i for i, row in enumerate(rows) if not row.cells[0].startswith("#")), 0)
    if noted:  # comments, the last of which may hold the headings
        return noted - 1 if rows[noted].figures else noted
    data = next((i for i, row in enumerate(rows) if row.filled >= enough and row.figures), None)
    if not data or rows[0].filled >= enough:
        return 0
    for index, row in enumerate(rows[:data]):
        if row.filled >= max(2.0, enough) and not row.figures:
            return index
    return 0


def _is_groups(above: _TextRow, head: _TextRow) -> bool:
    """True for a row whose headings each span several columns: `Cost` above two arms."""
    names = [cell.casefold() for cell in head.cells if cell]
    return above.filled > 1 and not above.figures and len(set(names)) < len(names)


def _is_second(head: _TextRow, second: _TextRow, rest: Sequence[_TextRow]) -> bool:
    """True if some headings are repeated and the next row distinguishes them."""
    names = [cell.casefold() for cell in head.cells if cell]
    if len(set(names)) == len(names) or second.figures or second.filled < 2 or not rest:
        return False
    both = [f"{a} {b}".casefold() for a, b in zip(head.cells, second.cells, strict=False)]
    return len(set(both)) == len(both) and rest[0].figures > 0


def _filled_up(cells: Sequence[str]) -> tuple[str, ...]:
    """The cells, with empty ones filled from the left, as for merged cells."""
    filled: list[str] = []
    for cell in cells:
        filled.append(cell or (filled[-1] if filled else ""))
    return tuple(filled)


def _are_names(head: _TextRow, below: Sequence[_TextRow], dialect: Dialect) -> bool:
    """True if the first cell of each row is a name or number of the row, as R writes them.

    If commas separate the cells, each row might instead have one decimal comma. Then names must be
    quoted and decimals have points, or names must be repeated numbers.
    """
    first = [row.cells[0] for row in below]
    if not any(row.cells[-1] for row in below):
        return False
    is_quoted = head.start == '"' and all(row.start == '"' for row in below)
    numbers = [float(text) for text in first if is_number(text)]
    starts = (list(map(float, range(start, start + len(first)))) for start in (0, 1))
    is_counting = numbers in starts
    if dialect is STANDARD:
        has_points = any("." in cell for row in below for cell in row.cells[1:])
        is_twice = len(first) > 2 and first == [row.cells[1] for row in below]
        return (is_quoted and has_points) or (is_counting and is_twice)
    return is_counting or (is_quoted and len(set(first)) == len(first))


def _is_aligned(lines: Sequence[str]) -> bool:
    """True if runs of spaces divide every line into the same number of cells."""
    widths = {len(line.split()) for line in lines if line.strip()}
    texts = [line.split() for line in lines[1:] if line.strip()]
    has_numbers = all(any(map(is_number, cells)) for cells in texts)
    return bool(texts) and has_numbers and min(widths) > 1 and max(widths) - min(widths) <= 1
