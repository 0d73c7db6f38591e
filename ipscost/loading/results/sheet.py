"""A delimited text as columns of numbers and texts, read quickly, with each cell's position."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NoReturn

import numpy as np

from ipscost.delimited import (
    BAR,
    STANDARD,
    Cell,
    DelimitedError,
    DelimitedRow,
    Dialect,
    original,
    read,
)
from ipscost.errors import Problem, ScenarioError, Span
from ipscost.loading.results.file import FEWER_DRAWS, read_text
from ipscost.loading.results.layout import Layout, layout, stream
from ipscost.messages import Message
from ipscost.numerals import Marks, plain

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

BLOCK = 1_024
"""Rows converted to numbers at a time: enough to be fast, few enough to fit in a cache."""
LARGEST = 1e15
"""Numbers of this size and more are refused, as in a scenario."""
SHOWN = 20
"""The most problems of a file that are reported: enough to see what they have in common."""

_LARGE = "field larger than field limit"


@dataclass
class Body:
    """The table below the header.

    lines: (row + 1,), the line on which each row begins, and the line after the last row.
    numbers: by the index of their column, each (row,), NaN if a cell is not a finite number.
    texts: by the index of their column, one per row. marks: what the numbers say about marks;
        decimal: the decimal mark, if known.
    """

    lines: list[int] = field(default_factory=list)
    numbers: dict[int, Floats] = field(default_factory=dict)
    texts: dict[int, list[str]] = field(default_factory=dict)
    marks: Marks = field(default_factory=Marks)
    decimal: str | None = None

    @property
    def rows(self) -> int:
        """The number of rows."""
        return len(self.lines) - 1

    @property
    def has_commas(self) -> bool:
        """True if the numbers have decimal commas."""
        return self.decimal == ","

    @property
    def has_thousands(self) -> bool:
        """True if the numbers have thousands separators."""
        return self.decimal is not None and bool(self.marks.found - {self.decimal})

    def without(self, rows: Sequence[int]) -> Body:
        """The body without some of its rows."""
        if not rows:
            return self
        kept = np.ones(self.rows, bool)
        kept[list(rows)] = False
        rows_kept = np.flatnonzero(kept).tolist()
        return Body(
            [*(self.lines[row] for row in rows_kept), self.lines[-1]],
            {column: values[kept] for column, values in self.numbers.items()},
            {column: [texts[p] for p in rows_kept] for column, texts in self.texts.items()},
            self.marks,
            self.decimal,
        )


@dataclass(frozen=True)
class Sheet:
    """A delimited text: its header and layout; `raw` is UTF-8 without a byte-order mark.

    `is_western`: its file is encoded in Windows-1252.
    """

    shown: str
    raw: bytes
    digest: str
    layout: Layout
    head: DelimitedRow
    is_western: bool

    @property
    def dialect(self) -> Dialect:
        """How its cells are separated and its numbers marked."""
        return self.layout.dialect

    @cached_property
    def headers(self) -> tuple[str, ...]:
        """The text of each heading, stripped; empty above the names of rows."""
        texts = [" ".join(text.split()) for text in self.head.texts]
        groups = [*self.layout.groups, *[""] * len(texts)] if self.layout.groups else ()
        if groups:
            texts = [
                f"{group} {text}".strip() if text and group != text else text or group
                for group, text in zip(groups, texts, strict=False)
            ]
        return ("", *texts) if self.layout.is_named else tuple(texts)

    def heading(self, column: int) -> Span:
        """The position of a heading; the whole header if there is none."""
        return _span(self.shown, self.head, max(0, column - self.layout.is_named))

    def cell(self, body: Body, row: int, column: int) -> tuple[str, Span]:
        """The text of a cell, and its position."""
        lines = "".join(_between(self.raw, body.lines[row], body.lines[row + 1]))
        line = _moved(read(lines, self.dialect).lines[0], body.lines[row] - 1)
        text = line.texts[column].strip() if column < len(line.cells) else ""
        return text, _span(self.shown, line, column)

    def lines(self) -> list[DelimitedRow]:
        """Each row below the header, cell by cell; meant for small files.

        Raises ScenarioError if quotes do not match.
        """
        below = "".join(_between(self.raw, self.layout.below, 1 << 60))
        try:
            rows = read(below, self.dialect).lines
        except DelimitedError as error:
            line = self.layout.below + error.line - 1
            span = Span(self.shown, line, error.column, 1, error.source)
            raise ScenarioError([Problem(span, "E503", "", error.message, error.fix)]) from None
        return [_moved(line, self.layout.below - 1) for line in rows]

    def body(self, numbers: Sequence[int], texts: Sequence[int]) -> Body:
        """The columns with the indices `numbers` and `texts`.

        Raises ScenarioError if rows are not as wide as the header, or quotes do not match.
        """
        width = len(self.headers)
        head = len("".join(_between(self.raw, 1, self.layout.below)).encode())
        careful = self.raw.find(b"_", head) >= 0 or not self.raw.isascii()
        body = Body(texts={column: [] for column in texts})
        parts: dict[int, list[Floats]] = {column: [] for column in numbers}
        uneven: dict[int, int] = {}
        unsure: dict[int, set[str]] = {}
        for rows in self._blocks(body):
            start = len(body.lines) - 1 - len(rows)
            uneven.update({start + i: len(row) for i, row in enumerate(rows) if len(row) != width})
            if uneven:
                continue
            cells = list(zip(*rows, strict=True)) or [()] * width
            for column in numbers:
                block, mark = self._quick(cells[column], body.marks, careful)
                parts[column].append(block)
                if mark:
                    unsure.setdefault(column, set()).add(mark)
            for column in texts:
                body.texts[column] += [original(text).strip() for text in cells[column]]
        if uneven:
            raise ScenarioError(self._uneven(uneven, body, width))
        body.decimal = self._decimal(body.marks, numbers)
        again = [c for c, marks in unsure.items() if marks != {body.decimal}]
        for column, values in self._careful(again, body.decimal).items():
            parts[column] = [values]
        body.numbers = {c: np.concatenate([*part, np.empty(0)]) for c, part in parts.items()}
        return body

    def _decimal(self, marks: Marks, numbers: Sequence[int]) -> str | None:
        """The decimal mark, judged by the numbers that are read, else by those of other columns.

        If commas separate the cells, a single doubtful point marks decimals. If numbers disagree,
        it is the mark that goes with the separator, and the other cells are not numbers.
        """
        if marks.is_mixed:
            return "." if self.dialect is STANDARD else ","
        if marks.found and not marks.told and not self._is_one_point(marks, numbers):
            rest = [c for c in range(len(self.headers)) if c not in numbers]
            for rows in self._blocks(Body()):
                for column in rest:
                    marks.add([row[column] for row in rows])
                if marks.told:
                    break
        if not marks.told and self._is_one_point(marks, numbers):
            return "."
        return marks.decimal()

    def _is_one_point(self, marks: Marks, numbers: Sequence[int]) -> bool:
        """True if commas separate the cells and only one number has a point, not `.000`."""
        if self.dialect is not STANDARD or marks.found != {"."}:
            return False
        cells = self.where(numbers, lambda text: "." in text, most=2)
        return len(cells) == 1 and not self.where(numbers, lambda text: text.endswith(".000"))

    def _careful(self, columns: Sequence[int], decimal: str | None) -> dict[int, Floats]:
        """Some columns read number by number, each (row,), given the decimal mark."""
        values_of: dict[int, list[float]] = {column: [] for column in columns}
        for rows in self._blocks(Body()) if columns else ():
            for column in columns:
                texts = (plain(row[column], decimal or ".") for row in rows)
                values_of[column] += [np.nan if text is None else float(text) for text in texts]
        return {column: np.array(values) for column, values in values_of.items()}

    def where(
        self, columns: Sequence[int], is_meant: Callable[[str], bool], most: int = 1 << 60
    ) -> list[tuple[int, int]]:
        """The row and column of each cell, among some columns, whose text `is_meant`.

        The search ends with the block in which it reaches `most`.
        """
        cells_meant: list[tuple[int, int]] = []
        row = 0
        for rows in self._blocks(Body()):
            for cells in rows:
                cells_meant += [(row, column) for column in columns if is_meant(cells[column])]
                row += 1
            if len(cells_meant) >= most:
                break
        return cells_meant

    def _blocks(self, body: Body) -> Iterator[list[list[str]]]:
        """The rows that are not empty, in blocks; `body.lines` gets the line each begins on."""
        lines, below = stream(self.raw), self.layout.below
        for _ in islice(lines, below - 1):
            pass
        reader = csv.reader(lines, delimiter=self.dialect.delimiter, strict=True)
        behind, rows = below, list[list[str]]()
        body.lines.append(behind)
        try:
            for row in reader:
                begin, behind = behind, below + reader.line_num
                if row and (row[0] or any(row)):
                    rows.append(row)
                    body.lines[-1:] = (begin, behind)
                if len(rows) == BLOCK:
                    yield rows
                    rows = []
        except csv.Error as error:
            self._refuse_quote(behind, below + reader.line_num, str(error))
        yield rows

    def _refuse_quote(self, first: int, behind: int, reason: str) -> NoReturn:
        """Raises ScenarioError for the row beginning on line `first`, whose quotes do not match."""
        source = "".join(_between(self.raw, first, behind))
        span = Span(self.shown, first, 1, 1, source.splitlines()[0] if source else "")
        message: str = Message("the cells cannot be told apart: {reason}", reason=reason)
        fix: str = Message("check the quotes of this row")
        if _LARGE not in reason:
            try:
                read(source, self.dialect)
            except DelimitedError as error:
                line = first + error.line - 1
                span = Span(self.shown, line, error.column, 1, error.source)
                message, fix = error.message, error.fix
        raise ScenarioError([Problem(span, "E503", "", message, fix)])

    def _quick(self, cells: Sequence[str], marks: Marks, careful: bool) -> tuple[Floats, str]:
        """A block of a column as numbers, (row,), and the mark that was taken for the decimal mark.

        The mark is `?` if they have to be read again, number by number.
        """
        texts, mark = cells, "."
        if careful or self.dialect is not STANDARD:
            joined = "\n".join(cells)
            careful = careful and ("_" in joined or not joined.isascii())
            has_comma, has_point = "," in joined, "." in joined
            mark = "," if has_comma else "." if has_point else ""
            careful = careful or (has_comma and has_point)
            if has_comma:
                texts = [cell.replace(",", ".") for cell in cells]
        if not careful:
            try:
                values = np.fromiter(map(float, texts), float, len(texts))
            except ValueError:
                pass
            else:
                if mark and mark not in marks.told:
                    marks.add(cells)
                elif mark:
                    marks.found.add(mark)
                return values, mark if mark in marks.found else ""
        marks.add(cells)
        return np.full(len(cells), np.nan), "?"

    def _uneven(self, uneven: dict[int, int], body: Body, width: int) -> list[Problem]:
        """Problems for the rows that have more or fewer cells than the header."""
        problems = []
        is_all = len(uneven) == body.rows and len(set(uneven.values())) == 1
        for row, count in list(uneven.items())[: 1 if is_all else SHOWN]:
            _, span = self.cell(body, row, min(count, width))
            message = Message(
                "expected {width} cells as in the header, found {count}", width=width, count=count
            )
            if count < width:
                lacking = self.headers[count : count + 3]
                more = (
                    Message(" and {width} more", width=width - count - 3)
                    if width - count > 3
                    else ""
                )
                add = Message(
                    "add a cell for {lacking}{more}", lacking=", ".join(lacking), more=more
                )
                fix = Message("{add}, or take the line out if it is no row of the table", add=add)
                if count == 1:
                    fix = Message(
                        "take the line out if it is no row of the table, else {add}", add=add
                    )
            elif self.dialect is STANDARD:
                fix = Message(
                    "where commas mark decimals, write points, or save with semicolons between "
                    "the cells; where the header lacks a heading, add it"
                )
            else:
                fix = Message("take the rest away, or add the heading that the header lacks")
            problems.append(Problem(span, "E503", "", message, fix))
        return with_more(problems, len(uneven))


def with_more(problems: list[Problem], total: int) -> list[Problem]:
    """The problems; the last says how many more of its kind there are."""
    more = total - len(problems)
    if more > 0:
        problems[-1] = replace(
            problems[-1],
            message=Message(
                "{message}; and {more:,} more like it", message=problems[-1].message, more=more
            ),
        )
    return problems


ROW_A_DRAW = Message("write a line of headings, and below it a row for each draw")


def open_sheet(
    given: str,
    *,
    most: int | None = None,
    smaller: str = FEWER_DRAWS,
    holds: str = Message("headings and rows"),
    such_as: str = ROW_A_DRAW,
) -> Sheet:
    """The sheet of a file, or of the standard input where `given` is `-`.

    Raises ScenarioError if it cannot be read, is larger than `most` bytes, or is empty; `holds` and
    `such_as` say what an empty one lacks.
    """
    text = read_text(given, most, smaller)
    raw, shown = text.utf8, text.shown
    laid_out = layout(raw, is_marked=text.is_marked)
    if laid_out is None:
        message = Message("expected {holds}, found nothing", holds=holds)
        raise ScenarioError([Problem(Span(shown), "E004", "", message, such_as)])
    number = laid_out.first
    sheet = Sheet(shown, raw, text.digest, laid_out, DelimitedRow(number, "", ()), text.is_western)
    lines = islice(stream(raw), number - 1, None)
    reader = csv.reader(lines, delimiter=laid_out.dialect.delimiter, strict=True)
    try:
        next(reader)
        head_text = "".join(_between(raw, number, number + reader.line_num))
        head = _moved(read(head_text, laid_out.dialect).lines[0], number - 1)
    except (csv.Error, DelimitedError) as error:
        sheet._refuse_quote(number, number + max(1, reader.line_num), str(error))
    sheet = replace(
        sheet, head=head, layout=replace(laid_out, first=number, below=number + reader.line_num)
    )
    if laid_out.dialect is BAR and not (head.texts[0].strip() or head.texts[-1].strip()):
        span = Span(shown, number, 1, max(1, len(head.source)), head.source)
        message = Message("expected bars between the cells alone, found them around the table too")
        fix = Message("take the bars at both ends of each line out, and the line of dashes")
        raise ScenarioError([Problem(span, "E512", "", message, fix)])
    if laid_out.is_aligned:
        fix = Message("save it with commas between the cells (in R: write.csv)")
        span = Span(shown, number, 1, max(1, len(head.source)), head.source)
        raise ScenarioError(
            [
                Problem(
                    span,
                    "E512",
                    "",
                    Message(
                        "expected commas, semicolons or tabs between the cells; here they seem "
                        "to be several blanks"
                    ),
                    fix,
                )
            ]
        )
    return sheet


def _between(raw: bytes, first: int, behind: int) -> Iterator[str]:
    """The lines from `first` up to the one before `behind`, counted from 1."""
    return islice(stream(raw), first - 1, behind - 1)


def _moved(line: DelimitedRow, down: int) -> DelimitedRow:
    """The row moved down by some lines."""
    cells = tuple(Cell(c.text, c.line + down, c.column, c.length) for c in line.cells)
    return DelimitedRow(line.number + down, line.source, cells)


def _span(shown: str, line: DelimitedRow, column: int) -> Span:
    """The position of a cell or, if there is no such cell, the end of the line."""
    if column < len(line.cells):
        cell = line.cells[column]
        return Span(shown, cell.line, cell.column, max(1, cell.length), line.source)
    return Span(shown, line.number, len(line.source) + 1, 1, line.source)
