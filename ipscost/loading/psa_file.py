"""The bytes of a delimited file, or of the standard input, as UTF-8; what is no text is refused."""

from __future__ import annotations

import errno
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from ipscost import files
from ipscost.errors import STDIN, Problem, ScenarioError, Span, closest

MOST_BYTES = 500_000_000
_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")

Refuse = Callable[[str, str, str], ScenarioError]


def read_bytes(given: str) -> tuple[bytes, str]:
    """UTF-8 text without a byte-order mark, and how the file is shown; `-` is the standard input.

    Raises ScenarioError (E001 to E003, E005 or E006) where there is no such text.
    """
    shown = STDIN if given == "-" else given

    def refuse(code: str, message: str, fix: str) -> ScenarioError:
        return ScenarioError([Problem(Span(shown), code, "", message, fix)])

    try:
        raw = _standard_input() if given == "-" else _bytes(Path(given), refuse)
    except (FileNotFoundError, NotADirectoryError):
        raise refuse("E001", "no such file", _near(Path(given))) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        fix = "check the name and its permissions"
        raise refuse("E003", f"cannot be read: {reason}", fix) from None
    if len(raw) > MOST_BYTES:
        raise _too_large(refuse)
    return _utf8(raw, refuse), shown


def _standard_input() -> bytes:
    """What the standard input holds, up to one byte more than it may; OSError without one."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "the standard input is closed")
    files.reads_stdin()
    return sys.stdin.buffer.read(MOST_BYTES + 1)


def _bytes(path: Path, refuse: Refuse) -> bytes:
    """What the file holds; one that is too large is not read."""
    facts = path.stat()
    if stat.S_ISDIR(facts.st_mode):
        raise refuse("E002", "expected a CSV file, found a directory", "name a file in it")
    if facts.st_size > MOST_BYTES:
        raise _too_large(refuse)
    files.reads(path)
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _too_large(refuse: Refuse) -> ScenarioError:
    fix = "keep the columns of draw, arm, cost and effect alone, or fewer draws"
    return refuse("E005", f"expected at most {MOST_BYTES / 1e6:g} MB, found more", fix)


def _near(path: Path) -> str:
    """The fix for a file that is not there: one of nearly its name beside it."""
    try:
        names = {each.stem: each.name for each in path.parent.iterdir() if each.is_file()}
    except OSError:
        return f"check the path: there is no folder {path.parent}"
    match = closest(path.stem, sorted(names))
    return f"write {path.with_name(names[match])}" if match else "check the spelling and the folder"


def _utf8(raw: bytes, refuse: Refuse) -> bytes:
    """The bytes as UTF-8 without a mark; text in UTF-16 with its mark is turned into it."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            raw = raw.decode("utf-16").encode()
        except UnicodeError:
            fix = "save it as UTF-8 (in Excel: Save as, CSV UTF-8)"
            raise refuse("E006", "expected text, found broken UTF-16", fix) from None
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    if raw.startswith(_WORKBOOK):
        fix = "open it and save the sheet as CSV (in Excel: Save as, CSV UTF-8)"
        raise refuse("E006", "expected a CSV file, found a workbook or an archive", fix)
    if b"\0" in raw:
        fix = "save the results as CSV, in UTF-8"
        raise refuse("E006", "expected a CSV file, found a binary one", fix)
    if not raw.isascii():
        try:
            raw.decode()
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            found = f"byte 0x{raw[error.start]:02x} on line {line}"
            fix = "save it as UTF-8 (in Excel: Save as, CSV UTF-8)"
            raise refuse("E006", f"expected UTF-8 text, found {found}", fix) from None
    return raw
