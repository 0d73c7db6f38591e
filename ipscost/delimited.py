"""Delimited text: CSV as most programs read it, and as Danish Excel does.

`write` gives the text of rows, `read` the rows of a text. Text that a spreadsheet would take for a
formula carries an apostrophe in the file; `read` takes it away again.

>>> text = write([("label", "mean"), ("=1+1", -0.5)], "excel-da")
>>> text
"\\ufefflabel;mean\\r\\n'=1+1;-0,5\\r\\n"
>>> found = read(text)
>>> [line.texts for line in found.lines]
[('label', 'mean'), ('=1+1', '-0,5')]
>>> plain_number(found.lines[1].cells[1].text, found.dialect)
'-0.5'
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ipscost.messages import Message
from ipscost.numerals import plain

MARK = "\ufeff"
"""The byte-order mark, by which Excel recognises UTF-8."""

Value = str | float | int | None
"""The content of a cell: a text, a number, or nothing."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells, numbers and lines are set apart; `marked` files begin with a byte-order mark."""

    name: str
    delimiter: str
    decimal: str
    line_end: str
    marked: bool


DIALECTS = {
    "standard": Dialect("standard", delimiter=",", decimal=".", line_end="\n", marked=False),
    "excel-da": Dialect("excel-da", delimiter=";", decimal=",", line_end="\r\n", marked=True),
}
STANDARD, EXCEL_DA = DIALECTS.values()
TAB = Dialect("tab", delimiter="\t", decimal=".", line_end="\n", marked=False)
"""Cells separated by tabs, as when copied from a spreadsheet; read, never written."""
BAR = Dialect("bar", delimiter="|", decimal=".", line_end="\n", marked=False)
BLANK = Dialect("blank", delimiter=" ", decimal=".", line_end="\n", marked=False)
"""Cells separated by single blanks, as R writes a table by default; read, never written."""


# --- what a spreadsheet would calculate ------------------------------------------------------

_FORMULA = (
    "\\A{mark}(?='*(?:[\t\r\n]|[^\\S\t\r\n]*[=+@＝＋－＠-]))",
    "(?<=[;\t\r\n]){mark}(?=['\"]*(?:[=+@＝＋－＠]|-(?!\\s|\\Z)))",
    "(?<=,){mark}(?=['\"]*[=+@＝＋＠])",
)
"""What begins like a formula: a text, with or without blanks before it, or what stands in it behind
a mark at which a program that takes another mark for the end of a cell would cut it, as Danish
Excel does at a semicolon."""
_PLAIN, _MARKED = (re.compile("|".join(_FORMULA).replace("{mark}", mark)) for mark in ("", "'"))
_SIGNS = re.compile("[\t\r\n=+@＝＋－＠-]")
"""One of these is in every formula: most texts hold none, which is quicker to see."""


@lru_cache(maxsize=4096)  # the paths and labels of a table come again in every row
def neutral(text: str) -> str:
    """The text with an apostrophe wherever a spreadsheet would read what follows as a formula.

    A text that is a formula after apostrophes gets one more, so that `original` restores any text.

    >>> neutral("=1+1"), neutral("care;=1+1"), neutral("care, 5 = 5; -")
    ("'=1+1", "care;'=1+1", 'care, 5 = 5; -')
    """
    return _PLAIN.sub("'", text) if _SIGNS.search(text) else text


def original(text: str) -> str:
    """The text before `neutral` changed it."""
    return _MARKED.sub("", text) if "'" in text else text


# --- writing ---------------------------------------------------------------------------------


def write(rows: Iterable[Sequence[Value]], dialect: str = "standard") -> str:
    """The rows as text in `dialect`, the first of them the header.

    Numbers have ten significant digits; None is an empty cell. Raises KeyError for an unknown
    dialect.
    """
    way = DIALECTS[dialect]
    file = io.StringIO(newline="")
    plain, quoted = (
        csv.writer(file, delimiter=way.delimiter, lineterminator=way.line_end, quoting=quoting)
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)
    )
    marks = _awkward(way)
    for row in rows:
        cells = [
            ""
            if value is None
            else (neutral(value) if isinstance(value, str) else number_text(value, way))
            for value in row
        ]
        held = "".join(cells)
        writer = quoted if any(mark in held for mark in marks) else plain
        writer.writerow(cells)
        marks = "\r"
    return (MARK if way.marked else "") + file.getvalue()


def _awkward(dialect: Dialect) -> str:
    """The marks for which a header needs quotes around every cell; other rows do for `\\r` alone.

    Python before 3.13 leaves a lone carriage return unquoted, and `read` recognises the dialect by
    the unquoted part of the header.
    """
    others = "".join(each.delimiter for each in DIALECTS.values() if each != dialect)
    return f"\r{MARK}{others}"


def number_text(value: float, dialect: Dialect = STANDARD) -> str:
    """A number with ten significant digits and no minus sign before a zero; empty for NaN."""
    if value != value:
        return ""
    text = str(value) if isinstance(value, int) else f"{value + 0.0:.10g}"
    return text if dialect.decimal == "." else text.replace(".", dialect.decimal)


# --- reading ---------------------------------------------------------------------------------


class DelimitedError(ValueError):
    """Text that cannot be read as rows of cells: what is wrong, where, and the fix.

    `line` and `column` count from 1; `source` is the text of that line.
    """

    def __init__(self, line: int, column: int, source: str, message: str, fix: str) -> None:
        self.line, self.column, self.source = line, column, source
        self.message, self.fix = message, fix
        super().__init__(
            Message(
                "line {line}, column {column}: {message}; {fix}",
                line=line,
                column=column,
                message=message,
                fix=fix,
            )
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, with quotes and protecting apostrophe removed, and its position.

    `length` is the length in the file, with quotes and apostrophe.
    """

    text: str
    line: int
    column: int
    length: int


@dataclass(frozen=True, slots=True)
class DelimitedRow:
    """One row: the number of the line on which it begins, the text of that line, and its cells."""

    number: int
    source: str
    cells: tuple[Cell, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each cell."""
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Contents:
    """The rows of a text, including the header, and its dialect. Empty lines are left out."""

    dialect: Dialect
    lines: tuple[DelimitedRow, ...]


def read(text: str, dialect: Dialect | None = None) -> Contents:
    """The rows of `text`, in the given dialect, or else in the one that it seems to be in.

    That is the dialect whose delimiter occurs more often in the header; if both are equally common,
    a byte-order mark means Excel's. With a given dialect the text may be a part of a file, and a
    byte-order mark is an ordinary character. Raises DelimitedError for a misplaced quote.
    """
    if dialect is None:
        dialect, text = _dialect(text), text.removeprefix(MARK)
    reader = _CellReader(text, dialect)
    return Contents(dialect, tuple(reader.lines()))


def plain_number(text: str, dialect: Dialect) -> str:
    """A number as `dialect` writes it, with a decimal point and without thousands separators.

    Text that is not such a number is returned unchanged.

    >>> [plain_number(text, EXCEL_DA) for text in ("1.234,5", "-0,25", "1.234", "0.5", "many")]
    ['1234.5', '-0.25', '1234', '0.5', 'many']
    >>> plain_number("1.234", STANDARD)
    '1.234'
    """
    if dialect.decimal != ",":
        return text
    return plain(text.strip(), ",", powers=True) or text


_HEADER = re.compile(r'(?:"[^"]*"|[^"\r\n])*')
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"')
_LINE_END = re.compile(r"\r\n|\r|\n")


def _dialect(text: str) -> Dialect:
    """The dialect of the header of `text`."""
    is_marked = text.startswith(MARK)
    header = _HEADER.match(text.removeprefix(MARK).lstrip("\r\n"))
    bare = re.sub(r'"[^"]*"', "", header[0]) if header else ""
    semicolons, commas = bare.count(";"), bare.count(",")
    if semicolons == commas:
        return EXCEL_DA if is_marked else STANDARD
    return EXCEL_DA if semicolons > commas else STANDARD


class _CellReader:
    """Reads a text cell by cell."""

    def __init__(self, text: str, dialect: Dialect) -> None:
        self.text = text
        self.dialect = dialect
        self.bare = re.compile(rf"[^{dialect.delimiter}\r\n]*")
        self.place = 0
        self.line = 1
        self.start = 0

    def lines(self) -> Iterable[DelimitedRow]:
        """The rows, without empty lines."""
        while self.place < len(self.text):
            number, source = self.line, self.source()
            cells = [self.cell()]
            while self.text.startswith(self.dialect.delimiter, self.place):
                self.place += 1
                cells.append(self.cell())
            if len(cells) > 1 or cells[0].length:
                yield DelimitedRow(number, source, tuple(cells))
            self.pass_line_ends(len(self.text), 1)

    def cell(self) -> Cell:
        """The cell that begins here."""
        begin, line, column = self.place, self.line, self.place - self.start + 1
        if not self.text.startswith('"', begin):
            bare = self.bare.match(self.text, begin)
            assert bare is not None
            self.place = bare.end()
            return Cell(original(bare[0]), line, column, len(bare[0]))
        quoted = _QUOTED.match(self.text, begin)
        if quoted is None:
            message = Message("expected a quote that ends the cell, found none")
            raise self.refuse(
                column, message, Message('write " behind it, or remove the one before it')
            )
        self.pass_line_ends(quoted.end(), -1)
        self.place = quoted.end()
        after = self.text[self.place : self.place + 1]
        if after not in ("", self.dialect.delimiter, "\r", "\n"):
            column = self.place - self.start + 1
            message = Message(
                "expected '{delimiter}' or the end of the line behind a quote",
                delimiter=self.dialect.delimiter,
            )
            raise self.refuse(
                column,
                Message("{message}, found '{after}'", message=message, after=after),
                Message('write a quote inside a cell as ""'),
            )
        text = quoted[1].replace('""', '"')
        return Cell(original(text), line, column, quoted.end() - begin)

    def pass_line_ends(self, end: int, most: int) -> None:
        """Counts the line ends before `end`, no more than `most` of them where that is positive."""
        while most and (found := _LINE_END.search(self.text, self.place, end)):
            self.place = self.start = found.end()
            self.line += 1
            most -= 1

    def source(self) -> str:
        """The text of the line that is being read."""
        end = _LINE_END.search(self.text, self.start)
        return self.text[self.start : end.start() if end else len(self.text)]

    def refuse(self, column: int, message: str, fix: str) -> DelimitedError:
        return DelimitedError(self.line, column, self.source(), message, fix)
