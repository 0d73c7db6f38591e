"""A delimited text as columns of numbers and texts, read quickly, and where each cell stands."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, NoReturn, TextIO

import numpy as np

from ipscost.delimited import (
    EXCEL_DA,
    STANDARD,
    TAB,
    Cell,
    DelimitedError,
    Dialect,
    Line,
    original,
    read,
)
from ipscost.errors import Problem, ScenarioError, Span
from ipscost.loading.psa_file import read_bytes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

BLOCK = 1_024
LARGEST = 1e15
"""The least number that is refused, as in a scenario."""
SHOWN = 20
"""How many problems of a file are told."""

NUMBER = re.compile(r"\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*", re.ASCII)
"""A number with a decimal point, blanks around it allowed."""
THOUSANDS = re.compile(r"\s*[+-]?[1-9]\d{0,2}(\.\d{3})+\s*", re.ASCII)
"""A whole number with points for thousands, or one with three decimals."""
_SEPARATOR = re.compile(r"sep=([,;\t])\s*")
_LARGE = "field larger than field limit"


@dataclass
class Body:
    """What stands below the header.

    lines: (row + 1,), the line on which each row begins, and the one behind the last row.
    numbers: by the place of their column, each (row,), NaN where a cell is no finite number.
    texts: by the place of their column, one a row. commas, points: places of the columns with
        numbers that have them, in a dialect that may mean either; thousands: places of columns
        whose every number may have a point for thousands.
    """

    lines: list[int] = field(default_factory=list)
    numbers: dict[int, Floats] = field(default_factory=dict)
    texts: dict[int, list[str]] = field(default_factory=dict)
    commas: set[int] = field(default_factory=set)
    points: set[int] = field(default_factory=set)
    thousands: set[int] = field(default_factory=set)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.lines) - 1


@dataclass(frozen=True)
class Sheet:
    """A text of cells: its header, and the line below it; `raw` is UTF-8 without a mark."""

    shown: str
    raw: bytes
    digest: str
    dialect: Dialect
    head: Line
    below: int

    @property
    def headers(self) -> tuple[str, ...]:
        """The text of each heading, without blanks around it."""
        return tuple(text.strip() for text in self.head.texts)

    def heading(self, column: int) -> Span:
        """Where a heading stands; the whole header where there is none."""
        return _span(self.shown, self.head, column)

    def cell(self, body: Body, row: int, column: int) -> tuple[str, Span]:
        """The text of a cell, and where it stands."""
        lines = "".join(_between(self.raw, body.lines[row], body.lines[row + 1]))
        line = _moved(read(lines, self.dialect).lines[0], body.lines[row] - 1)
        text = line.texts[column].strip() if column < len(line.cells) else ""
        return text, _span(self.shown, line, column)

    def body(self, numbers: Sequence[int], texts: Sequence[int]) -> Body:
        """The columns at the places `numbers` and `texts`.

        Raises ScenarioError where rows are not as wide as the header, or a quote is amiss.
        """
        width = len(self.head.cells)
        head = len("".join(_between(self.raw, 1, self.below)).encode())
        careful = self.raw.find(b"_", head) >= 0 or not self.raw.isascii()
        body = Body(texts={column: [] for column in texts})
        if self.dialect is not STANDARD:
            body.thousands = set(numbers)
        parts: dict[int, list[Floats]] = {column: [] for column in numbers}
        uneven: dict[int, int] = {}
        for rows in self._blocks(body):
            start = len(body.lines) - 1 - len(rows)
            uneven.update({start + i: len(row) for i, row in enumerate(rows) if len(row) != width})
            if uneven:
                continue
            cells = list(zip(*rows, strict=True)) or [()] * width
            for column in numbers:
                parts[column].append(self._numbers(cells[column], column, body, careful))
            for column in texts:
                body.texts[column] += [original(text).strip() for text in cells[column]]
        if uneven:
            raise ScenarioError(self._uneven(uneven, body, width))
        body.numbers = {c: np.concatenate([*part, np.empty(0)]) for c, part in parts.items()}
        return body

    def where(
        self, columns: Sequence[int], is_meant: Callable[[str], bool]
    ) -> list[tuple[int, int]]:
        """The rows and columns of the cells whose text is meant, among some columns."""
        found: list[tuple[int, int]] = []
        row = 0
        for rows in self._blocks(Body()):
            for cells in rows:
                found += [(row, column) for column in columns if is_meant(cells[column])]
                row += 1
        return found

    def _blocks(self, body: Body) -> Iterator[list[list[str]]]:
        """The rows that hold something, in blocks; `body` gets the line each begins on."""
        stream = _stream(self.raw)
        for _ in islice(stream, self.below - 1):
            pass
        reader = csv.reader(stream, delimiter=self.dialect.delimiter, strict=True)
        behind, rows = self.below, list[list[str]]()
        body.lines.append(behind)
        try:
            for row in reader:
                begin, behind = behind, self.below + reader.line_num
                if row and (row[0] or any(row)):
                    rows.append(row)
                    body.lines[-1:] = (begin, behind)
                if len(rows) == BLOCK:
                    yield rows
                    rows = []
        except csv.Error as error:
            self._refuse_quote(behind, self.below + reader.line_num, str(error))
        yield rows

    def _refuse_quote(self, first: int, behind: int, reason: str) -> NoReturn:
        """Raises ScenarioError for the row on the lines from `first`, whose quotes are amiss."""
        source = "".join(_between(self.raw, first, behind))
        span = Span(self.shown, first, 1, 1, source.splitlines()[0] if source else "")
        message, fix = f"the cells cannot be told apart: {reason}", "check the quotes of this row"
        if _LARGE not in reason:
            try:
                read(source, self.dialect)
            except DelimitedError as error:
                line = first + error.line - 1
                span = Span(self.shown, line, error.column, 1, error.source)
                message, fix = error.message, error.fix
        raise ScenarioError([Problem(span, "E503", "", message, fix)])

    def _numbers(self, cells: Sequence[str], column: int, body: Body, careful: bool) -> Floats:
        """A block of a column as numbers, (row,); NaN where a cell is none."""
        if self.dialect is not STANDARD or careful:
            joined = "\n".join(cells)
            if self.dialect is not STANDARD:
                if "." in joined:
                    body.points.add(column)
                if "," in joined:
                    body.commas.add(column)
                    cells = [cell.replace(",", ".") for cell in cells]
                if column in body.thousands and not all(map(THOUSANDS.fullmatch, cells)):
                    body.thousands.discard(column)
            careful = "_" in joined or not joined.isascii()
        if not careful:
            try:
                return np.fromiter(map(float, cells), float, len(cells))
            except ValueError:
                pass
        return np.array([float(c) if NUMBER.fullmatch(c) else np.nan for c in cells])

    def _uneven(self, uneven: dict[int, int], body: Body, width: int) -> list[Problem]:
        """The rows with another number of cells than the header has."""
        problems = []
        is_all = len(uneven) == body.rows and len(set(uneven.values())) == 1
        for row, found in list(uneven.items())[: 1 if is_all else SHOWN]:
            _, span = self.cell(body, row, min(found, width))
            message = f"expected {width} cells as in the header, found {found}"
            if found < width:
                lacking = self.headers[found : found + 3]
                more = f" and {width - found - 3} more" if width - found > 3 else ""
                fix = f"add a cell for {', '.join(lacking)}{more}"
            elif self.dialect is STANDARD:
                fix = "where commas mark decimals, write points, or save with semicolons between "
                fix += "the cells; where the header lacks a heading, add it"
            else:
                fix = "take the rest away, or add the heading that the header lacks"
            problems.append(Problem(span, "E503", "", message, fix))
        return with_more(problems, len(uneven))


def with_more(problems: list[Problem], total: int) -> list[Problem]:
    """The problems, the last of them saying how many more of its kind there are."""
    more = total - len(problems)
    if more > 0:
        problems[-1] = replace(
            problems[-1], message=f"{problems[-1].message}; and {more:,} more like it"
        )
    return problems


def open_sheet(given: str) -> Sheet:
    """The sheet of a file, or of the standard input where `given` is `-`.

    Its dialect is the one whose delimiter stands most often in the header. Raises ScenarioError.
    """
    raw, shown = read_bytes(given)
    digest = hashlib.sha256(raw).hexdigest()
    number, dialect = 1, None
    for text in _stream(raw):
        if separator := _SEPARATOR.fullmatch(text):  # a line of Excel's own
            dialect = next(d for d in (STANDARD, EXCEL_DA, TAB) if d.delimiter == separator[1])
        elif text.strip():
            break
        number += 1
    else:
        message = "expected headings and rows, found nothing"
        fix = "write a line of headings, and below it a row for each draw"
        raise ScenarioError([Problem(Span(shown), "E004", "", message, fix)])
    bare = re.sub(r'"[^"]*"', "", text)
    dialect = dialect or max((STANDARD, EXCEL_DA, TAB), key=lambda d: bare.count(d.delimiter))
    sheet = Sheet(shown, raw, digest, dialect, Line(number, text, ()), number)
    reader = csv.reader(islice(_stream(raw), number - 1, None), delimiter=dialect.delimiter)
    try:
        next(reader)
        lines = "".join(_between(raw, number, number + reader.line_num))
        head = _moved(read(lines, dialect).lines[0], number - 1)
    except (csv.Error, DelimitedError) as error:
        sheet._refuse_quote(number, number + max(1, reader.line_num), str(error))
    return replace(sheet, head=head, below=number + reader.line_num)


def _stream(raw: bytes) -> TextIO:
    """The text line by line, with the line ends as they are."""
    return io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8", newline="")


def _between(raw: bytes, first: int, behind: int) -> Iterator[str]:
    """The lines from `first` to the one before `behind`, counted from 1."""
    return islice(_stream(raw), first - 1, behind - 1)


def _moved(line: Line, down: int) -> Line:
    """The row as it stands so many lines further down."""
    cells = tuple(Cell(c.text, c.line + down, c.column, c.length) for c in line.cells)
    return Line(line.number + down, line.source, cells)


def _span(shown: str, line: Line, column: int) -> Span:
    """Where a cell stands, or, where there is no such cell, the end of the line."""
    if column < len(line.cells):
        cell = line.cells[column]
        return Span(shown, cell.line, cell.column, max(1, cell.length), line.source)
    return Span(shown, line.number, len(line.source) + 1, 1, line.source)
