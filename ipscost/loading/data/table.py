"""A table of individual data as blocks of rows: its separator, its headings, its encoding.

A file is read once, from the beginning to the end, and never held whole.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import re
import sys
from collections.abc import Generator as Stream
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from ipscost import files
from ipscost.delimited import original
from ipscost.errors import STDIN
from ipscost.loading.data.refusals import refusal
from ipscost.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable

CELLS = 200_000
"""Cells at a time: a register has a column for each of many weeks."""
BLOCK = 8_192
"""TableRows at a time: enough to be fast, few enough to fit in a cache."""
BUFFER = 1 << 18
"""Bytes that are read at a time; by the first of them encoding and separator are judged."""
SEPARATORS = ";\t,|"
"""What may separate cells; the one that is found most often in the headings does."""
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WORKBOOK = b"PK\x03\x04"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
WESTERN = "ipscost_western"
"""The name of what reads bytes that are no UTF-8 as Windows-1252, as older spreadsheets write."""
_SEP = re.compile(r'"?sep=(.)"?\s*')
"""The first line by which Excel is told the separator."""


def _western(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8, as Windows-1252."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(WESTERN, _western)


@dataclass
class TableRows:
    """Some rows: the line of each, and their cells, each as long as the headings."""

    lines: list[int] = field(default_factory=list)
    cells: list[Sequence[str]] = field(default_factory=list)

    @cached_property
    def columns(self) -> list[tuple[str, ...]]:
        """The cells by column."""
        return list(zip(*self.cells, strict=True))

    def column(self, place: int) -> tuple[str, ...]:
        """The cells of a column."""
        return self.columns[place]


@dataclass
class PersonTable:
    """A table that is being read.

    shown: its name for readers. headings: in the order of the file; empty where there is none.
    separator: between its cells; empty in a workbook. digest: SHA-256 of the file once all rows
    were read.
    """

    shown: str
    headings: tuple[str, ...]
    separator: str
    _rows: Stream[tuple[int, Sequence[str]]]
    _digest: Callable[[], str]

    def close(self) -> None:
        """Closes the file; to be called by whoever opened the table."""
        self._rows.close()

    def blocks(self) -> Iterator[TableRows]:
        """The rows that are not empty, some at a time; may be asked for once.

        Raises ScenarioError for a row that is longer or shorter than the headings.
        """
        width, found = len(self.headings), TableRows()
        most = max(1, min(BLOCK, CELLS // max(1, width)))
        for line, row in self._rows:
            if len(row) != width:
                row = self._fitted(line, row, width)
            if not row or not (row[0] or any(row)):
                continue
            found.lines.append(line)
            found.cells.append(row)
            if len(found.lines) == most:
                yield found
                found = TableRows()
        if found.lines:
            yield found

    @property
    def digest(self) -> str:
        """SHA-256 of the file, once all rows were read."""
        return self._digest()

    def _fitted(self, line: int, row: Sequence[str], width: int) -> Sequence[str]:
        """A row with as many cells as there are headings; empty ones behind them do not count."""
        if not any(cell.strip() for cell in row):
            return ()
        if len(row) > width and not any(cell.strip() for cell in row[width:]):
            return row[:width]
        if len(row) < width and not self.separator:
            return [*row, *[""] * (width - len(row))]  # a workbook keeps no empty cells at the end
        message = Message(
            "expected {width} cells as in the headings, found {count}", width=width, count=len(row)
        )
        fix = Message("take the line out if it is no row of the table, or add the cells it lacks")
        if len(row) > width:
            fix = Message("put a text that holds the separator in quotes, or add the heading")
        raise refusal(self.shown, "E360", message, fix, line, min(len(row), width) + 1)


class _Hashed(io.RawIOBase):
    """A file whose digest is made while it is read."""

    def __init__(self, file: BinaryIO, *, is_ours: bool) -> None:
        self.file, self.is_ours, self.hash = file, is_ours, hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        chunk = self.file.read(len(buffer))
        buffer[: len(chunk)] = chunk
        self.hash.update(chunk)
        return len(chunk)

    def close(self) -> None:
        if self.is_ours:
            self.file.close()
        super().close()


def open_table(given: str) -> PersonTable:
    """The table in a file: text with any of the usual separators, or a workbook.

    given: its path, or `-` for the standard input.

    Raises ScenarioError where it cannot be read, is no table, or has no headings.
    """
    files.reads_persons()
    is_stdin = given == "-"
    shown = STDIN if is_stdin else given
    file = _opened(given, shown)
    stream = _Hashed(file, is_ours=not is_stdin)
    buffered = io.BufferedReader(stream, BUFFER)
    head = buffered.peek(BUFFER)
    is_wide = head.startswith(UTF16)
    is_binary = b"\0" in head and not is_wide
    if head.startswith((WORKBOOK, OLD_WORKBOOK)) or is_binary:
        buffered.close()
    if head.startswith(WORKBOOK) and not is_stdin:
        from ipscost.loading.data.excel import rows_of_workbook

        return _table(shown, "", rows_of_workbook(given), lambda: _digest_of(given))
    if head.startswith((WORKBOOK, OLD_WORKBOOK)):
        message = Message("expected a CSV file or a workbook of Excel, found an older one")
        raise refusal(shown, "E006", message, Message("save it as .xlsx, or as CSV UTF-8"))
    if is_binary:
        message = Message("expected {instead}", instead=Message("a CSV file, found a binary one"))
        raise refusal(shown, "E006", message, Message("save it as CSV, in UTF-8"))
    encoding = "utf-16" if is_wide else "utf-8-sig"
    sample = head.decode("utf-16" if is_wide else "utf-8", "replace").lstrip("\ufeff")
    text = io.TextIOWrapper(
        buffered, encoding, errors="replace" if is_wide else WESTERN, newline=""
    )
    separator, skipped = _separator(sample)
    rows = _rows_of_text(shown, text, separator, skipped)
    return _table(shown, separator, rows, stream.hash.hexdigest)


def _opened(given: str, shown: str) -> BinaryIO:
    """The file as bytes."""
    if given == "-":
        if sys.stdin is None:
            message = Message("the standard input is closed")
            raise refusal(shown, "E003", message, Message("name a file"))
        files.reads_stdin()
        return sys.stdin.buffer
    path = Path(given)
    try:
        files.reads(path)
        return path.open("rb")
    except (FileNotFoundError, NotADirectoryError):
        fix = Message("check the spelling and the folder")
        raise refusal(shown, "E001", Message("no such file"), fix) from None
    except IsADirectoryError:
        message = Message("expected {noun}, found a directory", noun=Message("a CSV file"))
        raise refusal(shown, "E002", message, Message("name a file in it")) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or Message("no file can have this name")
        fix = Message("check the name and its permissions")
        message = Message("cannot be read: {reason}", reason=reason)
        raise refusal(shown, "E003", message, fix) from None


def _digest_of(given: str) -> str:
    with Path(given).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _separator(sample: str) -> tuple[str, bool]:
    """What separates the cells, and True if the first line does nothing but say so."""
    first = next((line for line in sample.splitlines() if line.strip()), "")
    told = _SEP.fullmatch(first)
    if told is not None and told[1] in SEPARATORS:
        return told[1], True
    bare = re.sub(r'"[^"]*"', "", first)
    best = max(SEPARATORS, key=bare.count)
    return (best if best in bare else ","), False


def _rows_of_text(
    shown: str, text: io.TextIOWrapper, separator: str, skipped: bool
) -> Stream[tuple[int, Sequence[str]]]:
    """Each row of a delimited text with the line on which it begins."""
    reader = csv.reader(text, delimiter=separator, strict=True)
    line = 1
    try:
        for row in reader:
            if not (skipped and line == 1):
                yield line, row
            line = reader.line_num + 1
    except csv.Error:
        message = Message("the cells of a row cannot be told apart")
        fix = Message("check the quotes of this row")
        raise refusal(shown, "E360", message, fix, line, 1) from None
    except UnicodeError:
        message = Message("expected text, found broken UTF-16")
        fix = Message("save it as CSV, in UTF-8")
        raise refusal(shown, "E006", message, fix) from None
    except OSError as error:
        message = Message("cannot be read: {reason}", reason=error.strerror or "")
        fix = Message("check the name and its permissions")
        raise refusal(shown, "E003", message, fix) from None
    finally:
        text.close()


def _table(
    shown: str,
    separator: str,
    rows: Stream[tuple[int, Sequence[str]]],
    digest: Callable[[], str],
) -> PersonTable:
    """The table below the first row that is not empty, which has the headings."""
    for _, row in rows:
        headings = [" ".join(original(cell).split()) for cell in row]
        while headings and not headings[-1]:
            headings.pop()
        if headings:
            return PersonTable(shown, tuple(headings), separator, rows, digest)
    rows.close()
    message = Message("expected {holds}, found nothing", holds=Message("headings and rows"))
    fix = Message("write a line of headings, and below it a row for each person")
    raise refusal(shown, "E004", message, fix)
