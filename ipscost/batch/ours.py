"""Which files in a folder belong to a batch, which touches no others; and why writing fails."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from ipscost import files
from ipscost.messages import Message

MANIFEST = "manifest.json"
OWN = (
    "summary.csv",
    "categories.csv",
    "payers.csv",
    "months.csv",
    "draws.parquet",
    "errors.csv",
    MANIFEST,
)
"""The files that a batch writes into its folder, or removes if they are out of date."""

APPLICATION = int.from_bytes(b"ipsb")
"""The application id in the header of every SQLite file of ours."""

_MAGIC = b"SQLite format 3\x00"
_EVERY_LAYOUT = (
    b"CREATE TABLE finished (key BLOB PRIMARY KEY, seconds REAL, summary BLOB, "
    b"categories BLOB, payers BLOB, months BLOB, draws BLOB"
)
"""How records are known whose heading is damaged: the table of a batch stands behind it."""
_FIRST_LAYOUT = _EVERY_LAYOUT + b")"
"""How records of the first layout, which said nothing of whose they are, are known."""


_SEAL = "sha256"
"""The last key of a manifest: the digest of everything before it."""


class ForeignError(RuntimeError):
    """A file in the folder has one of our names but belongs to someone else; the text names it."""


class NoRecordError(RuntimeError):
    """The file of finished results is not a database, or its heading is not that of ours."""


def refuse_foreign(folder: Path, recorded: Mapping[str, set[str]]) -> None:
    """Raises ForeignError if a file in `folder` has one of our names but no batch wrote it.

    `recorded` has the digests that the store knows, by name; a manifest knows those of its files.
    """
    known = {name: set(recorded.get(name, ())) for name in OWN}
    for name, sha256 in _recorded_by(folder / MANIFEST, is_recorded=MANIFEST in recorded).items():
        known[name].add(sha256)
    foreign = [
        name
        for name in OWN
        if os.path.lexists(folder / name) and _digest(folder / name) not in known[name]
    ]
    if foreign:
        raise ForeignError(", ".join(foreign))


def _recorded_by(file: Path, *, is_recorded: bool) -> dict[str, str]:
    """The digests that a manifest has for the files beside it, and its own digest.

    Not its own if the store has one, which shows whether the manifest was changed since, nor
    if its last line shows that it was changed.
    """
    try:
        text = file.read_bytes() if file.is_file() else b""
        content: Any = json.loads(text)
        recorded = {
            name: str(record["sha256"]) for name, record in content["files"].items() if name in OWN
        }
        if "ipscost" not in content["versions"]:
            return {}
        is_recorded = is_recorded or content.pop(_SEAL, None) not in (None, _seal(content))
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}
    recorded.pop(MANIFEST, None)
    return recorded if is_recorded else recorded | {MANIFEST: hashlib.sha256(text).hexdigest()}


def manifest(content: Mapping[str, Any]) -> bytes:
    """The text of a manifest, ending with its own digest."""
    return f"{_text({**content, _SEAL: _seal(content)})}\n".encode()


def _seal(content: Mapping[str, Any]) -> str:
    return hashlib.sha256(_text(content).encode()).hexdigest()


def _text(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1)


def _digest(file: Path) -> str | None:
    """The SHA-256 of a regular file or of the target of a link; None for anything else."""
    if not file.is_file():
        return None
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def refuse_foreign_record(file: Path) -> None:
    """Raises ForeignError if SQLite would write into something that is not a record of a batch.

    The heading is read as it lies there, since SQLite may change a file by opening it. Raises
    NoRecordError where a plain file is no database, or has the tables of a batch and another
    heading, as one of ours may after damage.
    """
    shown = f"{file.parent.name}/{file.name}"
    real = os.path.realpath(file)
    for end in ("-journal", "-wal", "-shm"):  # SQLite follows links there
        if os.path.islink(real + end):  # noqa: PTH114
            raise ForeignError(shown + end)
    if not os.path.lexists(file):
        return
    if not file.is_file():
        raise ForeignError(shown)
    with file.open("rb") as content:
        start = content.read(65536)
    if not start and not file.is_symlink():
        return  # left by a batch that was killed right at its start
    if not start.startswith(_MAGIC):
        raise (
            ForeignError(shown)
            if file.is_symlink()
            else NoRecordError(Message("file is not a database"))
        )
    version, whose = start[60:64], start[68:72]
    is_first = int.from_bytes(version) == 1 and _FIRST_LAYOUT in start
    if int.from_bytes(whose) != APPLICATION and not (is_first and not any(whose)):
        if _EVERY_LAYOUT in start and not file.is_symlink():
            raise NoRecordError(Message("its heading is not that of a batch"))
        raise ForeignError(shown)


def why_not(file: Path) -> OSError | None:
    """Why a file and its folder cannot be written, in the system's words; None if they can.

    SQLite reports a disk error but not which. The folder is tested with a small file, which is
    removed again.
    """
    try:
        for end in ("", "-wal", "-journal"):
            with suppress(FileNotFoundError):
                os.close(os.open(os.path.realpath(file) + end, os.O_RDWR))
        small = files.part(file.parent)
        with files.fresh(small) as content:
            content.write(b"0" * 512)
            content.flush()
            os.fsync(content.fileno())
        small.unlink()
    except OSError as error:
        return error
    return None


def identity(file: Path) -> tuple[int, int] | None:
    """The identity of a file on its disk; None if there is no file. Raises OSError."""
    try:
        facts = file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return facts.st_dev, facts.st_ino
