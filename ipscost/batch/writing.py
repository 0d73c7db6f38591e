"""The new files of a batch: all are first written completely, then all replace the old ones.

Until the last of them is complete, the files of an earlier batch and their manifest stay as they
are. Then the manifest is removed, the files are renamed one after another, outdated ones are
removed, and the new manifest comes last: if there is a manifest, the files are those it names.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from ipscost import files
from ipscost.batch.ours import MANIFEST, OWN, refuse_foreign
from ipscost.batch.store import Store


@dataclass(frozen=True, slots=True)
class _New:
    """A finished file: where it is, where it belongs, and its identity."""

    beside: Path
    target: Path
    size: int
    sha256: str


class Writing:
    """The files that a batch writes into `folder`, put in place if the block ends well.

    Raises ForeignError, before anything is changed, if someone else's file is in the place of
    one of them; OSError; and what the store raises.
    """

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder, self.store = folder, store
        self.new: dict[str, _New] = {}

    def __enter__(self) -> Writing:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        _: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._settle()
        finally:
            for new in self.new.values():
                with suppress(OSError):
                    new.beside.unlink(missing_ok=True)  # there is none if all went well

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        """The path at which to write the file `name`: a new one, recorded in the store first."""
        assert name in OWN
        target = Path(os.path.realpath(self.folder / name))
        beside = files.part(self._near(target))
        self.store.will_make(beside)
        with files.fresh(beside, for_=target) as new:
            yield new
            new.flush()
            os.fsync(new.fileno())
        with beside.open("rb") as whole:
            digest = hashlib.file_digest(whole, "sha256").hexdigest()
        self.new[name] = _New(beside, target, beside.stat().st_size, digest)

    def _near(self, target: Path) -> Path:
        """A folder from which a file can be renamed to `target`."""
        hidden = self.store.folder
        return hidden if hidden.stat().st_dev == target.parent.stat().st_dev else target.parent

    def write(self, name: str, parts: Iterable[bytes]) -> None:
        """Writes the file `name`."""
        with self.file(name) as file:
            for part in parts:
                file.write(part)

    def record(self) -> dict[str, dict[str, int | str]]:
        """The size and the SHA-256 of each file, as the manifest records them."""
        return {name: {"bytes": new.size, "sha256": new.sha256} for name, new in self.new.items()}

    def _settle(self) -> None:
        """Moves all new files into place, and removes outdated ones."""
        refuse_foreign(self.folder, self.store.written())
        digests = {name: new.sha256 for name, new in self.new.items()}
        self.store.will_write(digests)
        last = self.new[MANIFEST]
        files.like(last.beside, last.target)
        last.target.unlink(missing_ok=True)
        for new in self.new.values():
            if new is not last:
                files.put(new.beside, new.target)
        for name in OWN:
            if name not in self.new:
                (self.folder / name).unlink(missing_ok=True)  # of an earlier batch
        files.put(last.beside, last.target)
        self.store.has_written(digests)
