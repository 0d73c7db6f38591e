"""Finished results, kept so that an interrupted batch can continue: one SQLite file in the output
folder, written in transactions and locked by one batch at a time.

Every part of a run has a seal: a digest of the run's key, the part's name and its bytes. Data that
has been changed, swapped or lost does not match its seal and is never used as a result.
"""

from __future__ import annotations

import errno
import os
import re
import sqlite3
import zlib
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from types import TracebackType

from ipscost.batch.ours import (
    APPLICATION,
    OWN,
    ForeignError,
    NoRecordError,
    identity,
    refuse_foreign_record,
    why_not,
)
from ipscost.batch.work import DRAWS, TABLES, WARNINGS, Result
from ipscost.messages import Message

FOLDER = ".ipscost-batch"
FILE = "results.sqlite"
LAYOUT = 2
"""The version of the file's tables; raised whenever these change."""
PARTS = (*TABLES, DRAWS, WARNINGS)
_TABLES = (
    f"finished (key BLOB PRIMARY KEY, seconds REAL, {', '.join(f'{name} BLOB' for name in PARTS)})",
    "notes (name TEXT PRIMARY KEY, content BLOB)",
    "written (name TEXT, sha256 TEXT)",
    "temporary (path TEXT)",
)
SEAL = 16
"""Bytes of a seal: 128 bits of a digest, so that no damage passes by chance."""

MISSING = Message("a part of it is missing")
MALFORMED = Message("database disk image is malformed")
CHANGED = Message("its checksum does not fit")
_TEMPORARY = re.compile(r"\.ipscost-[0-9a-f]{12}\.part")


class InUseError(RuntimeError):
    """Another batch is writing into the folder."""


class DamagedError(RuntimeError):
    """Stored data has changed since it was stored.

    `key` is that of the damaged run, if the damage is in one; `runs` names the runs removed from
    the store, so that the next batch computes them. Without either, the whole file is damaged.
    """

    def __init__(self, reason: str, key: bytes | None = None, runs: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.key, self.runs = key, runs


class GoneError(RuntimeError):
    """The file of finished results was removed or replaced while it was in use."""


class OtherLayoutError(RuntimeError):
    """The file was written by a version of ipscost that stores results differently."""


class Store:
    """The finished results in a folder; `with Store(folder) as store` locks them for this process.

    `name` is that of the file, in the folder FOLDER. Raises InUseError if another process locks
    it, DamagedError if it is broken, ForeignError if it is none of ours, and GoneError in
    place of what went wrong, or at the next change, where it is no longer in its place. One of
    another version is begun `anew`, or is an OtherLayoutError.
    """

    def __init__(self, folder: Path, name: str = FILE, *, anew: bool = True) -> None:
        self.folder = folder / FOLDER
        self.file, self.anew = self.folder / name, anew
        try:
            self.folder.mkdir(exist_ok=True)
        except FileExistsError:
            raise ForeignError(FOLDER) from None  # a file, or a link that leads nowhere
        with self._telling():
            refuse_foreign_record(self.file)
            self._open()
        self.identity = identity(self.file)
        self._tidy()

    def _open(self) -> None:
        """Opens and locks the file; the lock ends with the process, however it ends."""
        self.database = sqlite3.connect(self.file, timeout=0, isolation_level=None)
        self.database.text_factory = bytes  # text stored in place of bytes is compared unchanged
        run = self.database.execute
        try:
            run("PRAGMA locking_mode=EXCLUSIVE")
            run("PRAGMA synchronous=NORMAL")
            run("BEGIN IMMEDIATE")
            (layout,) = run("PRAGMA user_version").fetchone()
            if layout not in (0, LAYOUT) and not self.anew:
                raise OtherLayoutError
            if layout != LAYOUT:
                run("DROP TABLE IF EXISTS finished")
                run("DROP TABLE IF EXISTS notes")
                run(f"PRAGMA user_version={LAYOUT}")
                run(f"PRAGMA application_id={APPLICATION}")
            for table in _TABLES:
                run(f"CREATE TABLE IF NOT EXISTS {table}")
            made = {_text(sql) for (sql,) in run("SELECT sql FROM sqlite_master WHERE sql <> ''")}
            if made != {f"CREATE TABLE {table}" for table in _TABLES}:
                raise DamagedError(Message("its tables are others than those of a batch"))
            run("COMMIT")
            run("PRAGMA journal_mode=WAL")  # last, as this marks the file as ours
        except BaseException:
            self.database.close()
            raise

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        _: TracebackType | None,
    ) -> None:
        is_gone = False
        with suppress(OSError):  # the disk is gone; the original error says more
            is_gone = not self._in_place()
        with suppress(sqlite3.Error):  # what was kept is in the file, or in a file next to it
            self.database.close()
        if is_gone and error is not None and not isinstance(error, GoneError):
            raise GoneError(str(self.folder)) from error

    # --- what is finished ------------------------------------------------------------------------

    def keys(self) -> set[bytes]:
        """The keys of all finished runs."""
        with self._telling():
            rows = self.database.execute("SELECT key FROM finished")
            return {key for (key,) in rows if _is_key(key)}

    def add(self, results: Iterable[Result]) -> None:
        """Stores results: all of them, or none if the process ends before."""
        rows = [
            (
                result.key,
                result.seconds,
                *(sealed(result.key, name, result.tables.get(name, b"")) for name in PARTS),
            )
            for result in results
        ]
        with self._changing() as database:
            database.executemany(_INSERT, rows)

    def table(self, name: str, keys: Iterable[bytes]) -> Iterator[bytes]:
        """The part of each run in table `name`, in the order of `keys`, for runs that have one.

        Every key must be finished. Raises DamagedError with the key of a run of which what is kept
        is no longer whole.
        """
        for key in keys:
            part = self._part(name, key)
            if part:
                yield part

    def _part(self, name: str, key: bytes) -> bytes:
        """One part of one run; empty if the run has no such part."""
        assert name in PARTS
        query = f"SELECT {name} FROM finished WHERE key = ?"
        with self._telling():
            (kept,) = self.database.execute(query, (key,)).fetchone() or (None,)
        return _opened(key, name, kept)

    def damaged(self, keys: Iterable[bytes]) -> list[bytes]:
        """Those of `keys` that are missing or have a damaged part."""
        return [key for key in keys if not self._is_whole(key)]

    def _is_whole(self, key: bytes) -> bool:
        try:
            for name in PARTS:
                self._part(name, key)
        except DamagedError as error:
            if error.key is None:
                raise
            return False
        return True

    def forget(self, keys: Iterable[bytes]) -> None:
        """Removes runs, so that the next batch computes them again."""
        gone = set(keys)
        with self._changing() as database:
            database.executemany("DELETE FROM finished WHERE key = ?", [(key,) for key in gone])
        if gone & self.keys():
            raise DamagedError(MALFORMED)

    def take(self, other: Store, wanted: Container[bytes]) -> int:
        """Copies all runs that are finished in another store but not here; returns how many.

        Raises DamagedError with a key if a run there that is `wanted` is not whole; nothing is
        copied then. Others that are not whole are left where they are.
        """
        names = ", ".join(PARTS)
        copied = 0
        here = self.keys()
        with other._telling():
            rows = other.database.execute(f"SELECT key, seconds, {names} FROM finished")
        with self._changing() as database:
            while some := other._next(rows):
                new = [row for row in some if _is_key(row[0]) and row[0] not in here]
                new = [row for row in new if _is_sound(row, row[0] in wanted)]
                database.executemany(_INSERT, new)
                copied += len(new)
        return copied

    def _next(self, rows: sqlite3.Cursor) -> list[tuple[bytes, ...]]:
        """The next rows."""
        with self._telling():
            return rows.fetchmany(100)

    # --- what else is to be known ----------------------------------------------------------------

    def note(self, notes: Mapping[str, bytes]) -> None:
        """Stores contents by name, each with a seal."""
        rows = [(name, sealed(name.encode(), "note", content)) for name, content in notes.items()]
        with self._changing() as database:
            database.executemany("INSERT OR REPLACE INTO notes VALUES (?, ?)", rows)

    def notes(self, beginning: str) -> dict[str, bytes]:
        """The contents stored under names with this beginning, by the rest of the name."""
        query = "SELECT name, content FROM notes WHERE substr(name, 1, ?) = ? ORDER BY name"
        with self._telling():
            rows = self.database.execute(query, (len(beginning), beginning)).fetchall()
        kept = {}
        for name, content in rows:
            try:
                kept[_text(name).removeprefix(beginning)] = _opened(bytes(name), "note", content)
            except (DamagedError, TypeError, ValueError) as error:
                raise DamagedError(str(error)) from None
        return kept

    # --- what was written of it ------------------------------------------------------------------

    def written(self) -> dict[str, set[str]]:
        """For each file of results, the digests that batches have given it."""
        with self._telling():
            rows = self.database.execute("SELECT name, sha256 FROM written").fetchall()
        digests: dict[str, set[str]] = {}
        for name, sha256 in rows:
            digests.setdefault(_text(name), set()).add(_text(sha256))
        return digests

    def will_write(self, digests: Mapping[str, str]) -> None:
        """Records the digests that files will have, besides those that they have now."""
        with self._changing() as database:
            database.executemany("INSERT INTO written VALUES (?, ?)", digests.items())
        with self._telling():  # on disk before the files are renamed
            self.database.execute("PRAGMA wal_checkpoint(FULL)").fetchall()

    def has_written(self, digests: Mapping[str, str]) -> None:
        """Records that these are all the files now, without temporary ones."""
        with self._changing() as database:
            database.execute("DELETE FROM written")
            database.executemany("INSERT INTO written VALUES (?, ?)", digests.items())
            database.execute("DELETE FROM temporary")

    def will_make(self, file: Path) -> None:
        """Records the name of a temporary file before it is created."""
        path = file.name if file.parent == self.folder else str(file.absolute())
        with self._changing() as database:
            database.execute("INSERT INTO temporary VALUES (?)", (path,))

    def _tidy(self) -> None:
        """Removes temporary files left by a batch that was killed, and no others."""
        with self._telling():
            rows = self.database.execute("SELECT path FROM temporary").fetchall()
        if not rows:
            return
        for (path,) in rows:
            file = self.folder / _text(path)
            with suppress(OSError, ValueError):  # ValueError: a name that no file can have
                if _TEMPORARY.fullmatch(file.name) and _real(file.parent) in self._writes_into():
                    file.unlink()
        with self._changing() as database:
            database.execute("DELETE FROM temporary")

    def _writes_into(self) -> set[Path]:
        """The folders into which a batch writes: its hidden one, and those of its files."""
        return {_real(self.folder), *(_real(self.folder.parent / name).parent for name in OWN)}

    # --- errors ----------------------------------------------------------------------------------

    def _in_place(self) -> bool:
        """True while the path still leads to the file that is open."""
        return identity(self.file) == self.identity

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """Changes the file completely or not at all. Raises GoneError if it is gone."""
        if not self._in_place():
            raise GoneError(str(self.folder))
        with self._telling():
            self.database.execute("BEGIN IMMEDIATE")
            try:
                yield self.database
                self.database.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self.database.execute("ROLLBACK")
                raise

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Translates SQLite's errors into ours."""
        try:
            yield
        except NoRecordError as error:
            raise DamagedError(str(error)) from None
        except UnicodeDecodeError:  # of a message that repeats what the damage made of a name
            raise DamagedError(MALFORMED) from None
        except sqlite3.Error as error:
            raise self._explained(error) from None

    def _explained(self, error: sqlite3.Error) -> Exception:
        """The error in terms of the folder, with the true reason if the system gives it."""
        name = getattr(error, "sqlite_errorname", None) or ""
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return InUseError("another batch is writing into the folder")
        if name == "SQLITE_FULL":
            return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if name.startswith(_OF_THE_DISK):
            if (reason := why_not(self.file)) is not None:
                return reason
            if not name.startswith("SQLITE_IOERR"):
                return PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            return OSError(
                errno.EIO, Message("the disk is full or failing, or its files may not grow further")
            )
        return DamagedError(str(error))


_OF_THE_DISK = ("SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")
_INSERT = f"INSERT OR REPLACE INTO finished VALUES ({', '.join('?' * (2 + len(PARTS)))})"


def _is_key(stored: object) -> bool:
    """True for anything that may be the key of a run."""
    return isinstance(stored, bytes) and 0 < len(stored) <= blake2b.MAX_KEY_SIZE


def sealed(key: bytes, name: str, part: bytes) -> bytes:
    """A part of a run, preceded by its seal."""
    return blake2b(part, digest_size=SEAL, key=key, person=name.encode()).digest() + part


def _opened(key: bytes, name: str, stored: object) -> bytes:
    """A part without its seal. Raises DamagedError if the seal does not fit."""
    if not isinstance(stored, bytes):
        raise DamagedError(MISSING, key)
    part = stored[SEAL:]
    if sealed(key, name, part) != stored:
        raise DamagedError(_reason(name, part), key)
    return part


def _is_sound(row: tuple[bytes, ...], is_wanted: bool) -> bool:
    """True if the row of a run is undamaged. Raises DamagedError if not and it `is_wanted`."""
    key, _, *parts = row
    try:
        for name, part in zip(PARTS, parts, strict=True):
            _opened(key, name, part)
    except DamagedError:
        if is_wanted:
            raise
        return False
    return True


def _reason(name: str, part: bytes) -> str:
    """What is wrong with a part that does not fit its seal, as far as that shows."""
    try:
        if name in TABLES:
            zlib.decompress(part)
    except zlib.error as error:
        return str(error)
    return CHANGED


def _real(path: Path) -> Path:
    """The file that a path resolves to."""
    return Path(os.path.realpath(path))


def _text(stored: object) -> str:
    """A text in the file, even if it has been corrupted."""
    return stored.decode("utf-8", "replace") if isinstance(stored, bytes) else str(stored)
