"""The only place where the bytes of a file, or of the standard input, are read and decoded.

The caller decides by a `FileKind` what a file may hold, and what is said if it holds something
else: a scenario, or a table of results or variants.
"""

from __future__ import annotations

import errno
import hashlib
import re
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ipscost import files
from ipscost.errors import Problem, ScenarioError, Span
from ipscost.messages import Message

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MARK = b"\xef\xbb\xbf"
"""The byte-order mark in UTF-8."""
_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_CONTROL = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x19\x1b-\x1f\x7f]")
"""Bytes that occur in no text, not even one in Windows-1252."""

Refuse = Callable[[str, str, str], ScenarioError]


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a kind of file may be, and the fixes if it is not.

    most: how many bytes. is_table: it is CSV, which a spreadsheet may have written, so UTF-16 with
    its mark and Windows-1252 are read too, and a workbook is known. The others are fixes: for
    a file that is not there (by its path), a folder in its place, too long a file, another encoding
    and what is no text; `unread` for a standard input that is closed.
    """

    most: int
    is_table: bool
    missing: Callable[[Path], str]
    folder: str
    long: str
    encoding: str
    binary: str
    unread: str = Message("check the name and its permissions")


@dataclass(frozen=True, slots=True)
class Raw:
    """A text as UTF-8 without a byte-order mark, its file's name for readers, and its SHA-256.

    is_marked: the file begins with a byte-order mark. is_western: it is written in Windows-1252.
    """

    utf8: bytes
    shown: str
    digest: str
    is_marked: bool
    is_western: bool


def read(path: Path, shown: str, kind: FileKind, *, is_stdin: bool = False) -> Raw:
    """The text of a file, called `shown` to a reader, or of the standard input.

    Raises ScenarioError: E001 if there is none, E002 for a folder, E003 if it cannot be read,
    E005 if it is too long, E006 if it is not a text of its kind.
    """

    def refuse(code: str, message: str, fix: str) -> ScenarioError:
        return ScenarioError([Problem(Span(shown), code, "", message, fix)])

    too_long = refuse(
        "E005",
        Message("expected at most {most:g} MB, found more", most=kind.most / 1000000.0),
        kind.long,
    )
    try:
        raw = _standard_input(kind.most) if is_stdin else _file(path, kind, refuse, too_long)
    except (FileNotFoundError, NotADirectoryError):
        raise refuse("E001", Message("no such file"), kind.missing(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        fix = kind.unread if is_stdin else Message("check the name and its permissions")
        raise refuse("E003", Message("cannot be read: {reason}", reason=reason), fix) from None
    if len(raw) > kind.most:
        raise too_long
    utf8, is_western = _utf8(raw, kind, refuse)
    is_marked = raw.startswith((_MARK, *_UTF16))
    return Raw(utf8, shown, hashlib.sha256(raw).hexdigest(), is_marked, is_western)


def beginning(path: Path, most: int) -> str:
    """The text of the first bytes of a file, decoded whatever they are. Raises OSError."""
    with path.open("rb") as file:
        return file.read(most).removeprefix(_MARK).decode("utf-8", "replace")


def _standard_input(most: int) -> bytes:
    """The standard input, up to one byte more than allowed. Raises OSError if closed."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, Message("the standard input is closed"))
    files.reads_stdin()
    return sys.stdin.buffer.read(most + 1)


def _file(path: Path, kind: FileKind, refuse: Refuse, too_long: ScenarioError) -> bytes:
    """The contents of a file, up to one byte more than allowed."""
    facts = path.stat()
    if stat.S_ISDIR(facts.st_mode):
        noun = Message("a CSV file") if kind.is_table else Message("a file")
        raise refuse("E002", Message("expected {noun}, found a directory", noun=noun), kind.folder)
    if kind.is_table and stat.S_ISREG(facts.st_mode) and facts.st_size > kind.most:
        raise too_long  # do not read half a gigabyte only to find it too much
    files.reads(path)
    with path.open("rb") as file:
        return file.read(kind.most + 1)


def _utf8(raw: bytes, kind: FileKind, refuse: Refuse) -> tuple[bytes, bool]:
    """The bytes as UTF-8 without a mark, and True if they were Windows-1252."""
    if kind.is_table and raw.startswith(_UTF16):
        try:
            raw = raw.decode("utf-16").encode()
        except UnicodeError:
            message = Message("expected text, found broken UTF-16")
            raise refuse("E006", message, kind.encoding) from None
    raw = raw.removeprefix(_MARK)
    if kind.is_table and raw.startswith(_WORKBOOK):
        fix = Message("open it and save the sheet as CSV (in Excel: Save as, CSV UTF-8)")
        raise refuse("E006", Message("expected a CSV file, found a workbook or an archive"), fix)
    wrong = _wrong_byte(raw)
    if b"\0" in raw and (kind.is_table or wrong is None):
        instead = (
            Message("a CSV file, found a binary one")
            if kind.is_table
            else Message("UTF-8 text, found a binary file")
        )
        raise refuse("E006", Message("expected {instead}", instead=instead), kind.binary)
    if wrong is None:
        return raw, False
    if kind.is_table and not _CONTROL.search(raw):
        try:
            return raw.decode("cp1252").encode(), True
        except UnicodeDecodeError:
            pass
    line = raw.count(b"\n", 0, wrong) + 1
    message = Message(
        "expected UTF-8 text, found byte 0x{raw:02x} on line {line}", raw=raw[wrong], line=line
    )
    raise refuse("E006", message, kind.encoding)


def _wrong_byte(raw: bytes) -> int | None:
    """The index of the first byte that is not UTF-8, or None."""
    if raw.isascii():
        return None
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        return error.start
    return None
