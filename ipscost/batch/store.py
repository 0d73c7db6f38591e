"""What is finished, kept so that a killed batch goes on where it was: one SQLite file in the
output folder, written whole by transactions and held by one batch at a time."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ipscost.batch.work import DRAWS, TABLES, WARNINGS, Result

FOLDER = ".ipscost-batch"
FILE = "results.sqlite"
LAYOUT = 2
_COLUMNS = (*TABLES, DRAWS, WARNINGS)


class InUseError(RuntimeError):
    """Another batch is writing into the folder."""


class DamagedError(RuntimeError):
    """The file of finished results is no longer one."""


class Store:
    """The finished results in a folder; `with Store(folder) as store` holds them alone.

    Raises InUseError where another process holds them, DamagedError where the file is broken.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER
        self.folder.mkdir(exist_ok=True)
        with _telling():
            self._open()
        for left in self.folder.glob("*.part"):  # of a batch that was killed while it wrote
            left.unlink(missing_ok=True)

    def _open(self) -> None:
        """Opens the file and takes hold of it: the lock ends with the process, however it ends."""
        self.database = sqlite3.connect(self.folder / FILE, timeout=0, isolation_level=None)
        try:
            self.database.execute("PRAGMA locking_mode=EXCLUSIVE")
            self.database.execute("PRAGMA journal_mode=WAL")
            self.database.execute("PRAGMA synchronous=NORMAL")
            self.database.execute("BEGIN IMMEDIATE")
            (layout,) = self.database.execute("PRAGMA user_version").fetchone()
            if layout != LAYOUT:
                self.database.execute("DROP TABLE IF EXISTS finished")
                self.database.execute(f"PRAGMA user_version={LAYOUT}")
            blobs = ", ".join(f"{name} BLOB" for name in _COLUMNS)
            self.database.execute(
                f"CREATE TABLE IF NOT EXISTS finished (key BLOB PRIMARY KEY, seconds REAL, {blobs})"
            )
            self.database.execute("COMMIT")
        except sqlite3.Error:
            self.database.close()
            raise

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.database.close()

    def keys(self) -> set[bytes]:
        """The keys of all that is finished."""
        with _telling():
            return {key for (key,) in self.database.execute("SELECT key FROM finished")}

    def add(self, results: Iterable[Result]) -> None:
        """Keeps results, all of them or, where the process ends meanwhile, none."""
        rows = [
            (result.key, result.seconds, *(result.tables.get(name) for name in _COLUMNS))
            for result in results
        ]
        marks = ", ".join("?" * (2 + len(_COLUMNS)))
        with _telling():
            self.database.execute("BEGIN IMMEDIATE")
            self.database.executemany(f"INSERT OR REPLACE INTO finished VALUES ({marks})", rows)
            self.database.execute("COMMIT")

    def table(self, name: str, keys: Iterable[bytes]) -> Iterator[bytes]:
        """The part of each key that is finished in table `name`, in the order of `keys`."""
        assert name in _COLUMNS
        query = f"SELECT {name} FROM finished WHERE key = ?"
        for key in keys:
            with _telling():
                found = self.database.execute(query, (key,)).fetchone()
            if found is not None and found[0] is not None:
                yield found[0]


@contextmanager
def _telling() -> Iterator[None]:
    """Errors of SQLite in terms of the folder."""
    try:
        yield
    except sqlite3.Error as error:
        raise _told(error) from None


def _told(error: sqlite3.Error) -> Exception:
    """The error in terms of the folder."""
    text = str(error)
    if "locked" in text or "busy" in text:
        return InUseError("another batch is writing into the folder")
    if "full" in text:
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    if "disk I/O" in text:
        reason = "the disk is full or failing, or its files may not grow further"
        return OSError(errno.EIO, reason)
    if "readonly" in text or "unable to open" in text:
        return PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return DamagedError(text)
