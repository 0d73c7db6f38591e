"""The bytes of a delimited file, or of the standard input, as UTF-8; what is no text is refused.

UTF-8, UTF-16 with its mark, and Windows-1252, in which spreadsheets write plain CSV, are read.
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
from ipscost.errors import STDIN, Problem, ScenarioError, Span, closest

MOST_BYTES = 500_000_000
FEWER_DRAWS = "keep the columns of draw, arm, cost and effect alone, or fewer draws"
_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")

Refuse = Callable[[str, str, str], ScenarioError]


@dataclass(frozen=True)
class Text:
    """A text as UTF-8 without a mark, and how its file is shown.

    is_marked: the file begins with a byte-order mark. is_western: it is written in Windows-1252.
    digest: the SHA-256 of the file's own bytes.
    """

    raw: bytes
    shown: str
    is_marked: bool
    is_western: bool
    digest: str


_WIDE = (b"\xff\xfe", b"\xfe\xff")
_MARK = b"\xef\xbb\xbf"
_CONTROL = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x19\x1b-\x1f\x7f]")


def read_text(given: str, most: int | None = None, smaller: str = FEWER_DRAWS) -> Text:
    """The text of a file, or of the standard input where `given` is `-`.

    Raises ScenarioError (E001 to E003, E005 or E006) where there is no such text; `smaller` is the
    fix of a file of more than `most` bytes.
    """
    most = MOST_BYTES if most is None else most
    shown = STDIN if given == "-" else given

    def refuse(code: str, message: str, fix: str) -> ScenarioError:
        return ScenarioError([Problem(Span(shown), code, "", message, fix)])

    try:
        raw = _standard_input(most) if given == "-" else _bytes(Path(given), most, smaller, refuse)
    except (FileNotFoundError, NotADirectoryError):
        raise refuse("E001", "no such file", _near(Path(given))) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        fix = "check the name and its permissions"
        raise refuse("E003", f"cannot be read: {reason}", fix) from None
    if len(raw) > most:
        raise refuse("E005", f"expected at most {most / 1e6:g} MB, found more", smaller)
    text, is_western = _utf8(raw, refuse)
    digest = hashlib.sha256(raw).hexdigest()
    return Text(text, shown, raw.startswith((_MARK, *_WIDE)), is_western, digest)


def _standard_input(most: int) -> bytes:
    """What the standard input holds, up to one byte more than it may; OSError without one."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "the standard input is closed")
    files.reads_stdin()
    return sys.stdin.buffer.read(most + 1)


def _bytes(path: Path, most: int, smaller: str, refuse: Refuse) -> bytes:
    """What the file holds, up to one byte more than it may."""
    facts = path.stat()
    if stat.S_ISDIR(facts.st_mode):
        raise refuse("E002", "expected a CSV file, found a directory", "name a file in it")
    if stat.S_ISREG(facts.st_mode) and facts.st_size > most:
        raise refuse("E005", f"expected at most {most / 1e6:g} MB, found more", smaller)
    files.reads(path)
    with path.open("rb") as file:
        return file.read(most + 1)


def _near(path: Path) -> str:
    """The fix for a file that is not there: one of nearly its name beside it."""
    try:
        names = {each.stem: each.name for each in path.parent.iterdir() if each.is_file()}
    except OSError:
        return f"check the path: there is no folder {path.parent}"
    match = closest(path.stem, sorted(names))
    return f"write {path.with_name(names[match])}" if match else "check the spelling and the folder"


def _utf8(raw: bytes, refuse: Refuse) -> tuple[bytes, bool]:
    """The bytes as UTF-8 without a mark, and True where they were Windows-1252."""
    if raw.startswith(_WIDE):
        try:
            raw = raw.decode("utf-16").encode()
        except UnicodeError:
            fix = "save it as UTF-8 (in Excel: Save as, CSV UTF-8)"
            raise refuse("E006", "expected text, found broken UTF-16", fix) from None
    raw = raw.removeprefix(_MARK)
    if raw.startswith(_WORKBOOK):
        fix = "open it and save the sheet as CSV (in Excel: Save as, CSV UTF-8)"
        raise refuse("E006", "expected a CSV file, found a workbook or an archive", fix)
    if b"\0" in raw:
        fix = "save the results as CSV, in UTF-8"
        raise refuse("E006", "expected a CSV file, found a binary one", fix)
    if raw.isascii():
        return raw, False
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{raw[error.start]:02x} on line {line}"
        fix = "save it as UTF-8 (in Excel: Save as, CSV UTF-8)"
        refusal = refuse("E006", f"expected UTF-8 text, found {found}", fix)
        if _CONTROL.search(raw):
            raise refusal from None
        try:
            return raw.decode("cp1252").encode(), True
        except UnicodeDecodeError:
            raise refusal from None
    return raw, False
