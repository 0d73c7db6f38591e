"""The files that a scenario depends on: each is read here, once, and recorded with its digest.

What was read travels with the scenario, so whoever computes does not need the files. No other
module of `loading/` opens one.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from ipscost.errors import STDIN, Problem, ScenarioError, Span
from ipscost.loading.text import shipped, yamldoc

OURS = "ipscost:"
"""Prefix of the path of a file shipped with ipscost, wherever that is installed."""


class NotReadError(RuntimeError):
    """A file is requested that was not read before the computation began."""


@dataclass(frozen=True, slots=True)
class _Read:
    """The contents of a file: its text and the SHA-256 of its bytes, or why it is unreadable."""

    text: str = ""
    digest: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Noted:
    """A file that was requested: its name for readers, and the SHA-256 of its bytes."""

    shown: str
    digest: str


Notes = dict[str, Noted]
"""Files by their names on the shelf, in the order in which they were first requested."""


@dataclass(slots=True)
class Shelf:
    """What was read and what was looked for, by `_name`; open until the computation begins.

    Scenarios that are read together share one, so that a file they share is read once.
    """

    read: dict[str, _Read] = field(default_factory=dict)
    there: dict[str, bool] = field(default_factory=dict)
    listed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    same: dict[Path, str] = field(default_factory=dict)
    is_open: bool = True

    def put(self, path: Path, text: str) -> None:
        """Takes a text for that of the file at a path, as where a program changed what it says."""
        digest = hashlib.sha256(text.encode()).hexdigest()
        self.read[_name(path)] = _Read(text, digest)


class Inputs:
    """The files a scenario names: requested by path, read at the first request and kept.

    `noted` are the files that were requested through this object. Objects made by `anew` share
    what was read.
    """

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._shelf = shelf or Shelf()
        self._asked: set[str] = set()
        self.noted: Notes = {}

    def anew(self, noted: Notes | None = None) -> Inputs:
        """The same files, of which only those in `noted` are recorded as requested."""
        other = Inputs(self._shelf)
        other.noted.update(noted or {})
        return other

    def close(self, *asked: Inputs) -> None:
        """Ends reading: requesting any other file from now on raises NotReadError.

        Files that none of `asked` requested are dropped, as the computation does not need them.
        Other objects go
        on using the shelf as it was.
        """
        wanted = {name for each in asked for name in each._asked}
        before = self._shelf
        self._shelf = Shelf(
            {name: read for name, read in before.read.items() if name in wanted},
            {name: is_there for name, is_there in before.there.items() if name in wanted},
            dict(before.listed),
            is_open=False,
        )

    def text(self, path: Path, shown: str) -> str:
        """The text of a file, or of the standard input where `shown` says so.

        Raises ScenarioError (E001 to E006) if it is no text file of ours.
        """
        name = _name(path)
        self._asked.add(name)
        fetched = self._shelf.read.get(name)
        if fetched is None:
            self._check_open(path)
            fetched = self._shelf.read[name] = self._fetched(path, name, shown)
        if fetched.problems:
            raise ScenarioError([_shown(problem, shown) for problem in fetched.problems])
        self.noted.setdefault(name, Noted(shown, fetched.digest))
        return fetched.text

    def is_file(self, path: Path) -> bool:
        """True for a file; the first answer is kept."""
        name = _name(path)
        self._asked.add(name)
        if name not in self._shelf.there:
            self._check_open(path)
            self._shelf.there[name] = yamldoc.is_file(path)
        return self._shelf.there[name]

    def shipped(self, kind: str = "") -> tuple[str, ...]:
        """The names of the files of a kind that come with ipscost: scenarios, or `discount`."""
        if kind not in self._shelf.listed:
            self._check_open(shipped.SHIPPED / kind)
            files = (shipped.SHIPPED / kind).glob("*.yaml")
            self._shelf.listed[kind] = tuple(sorted(path.stem for path in files))
        return self._shelf.listed[kind]

    def is_shipped(self, name: str) -> bool:
        """True for a scenario that comes with ipscost, also without its folder `evidence`."""
        kind = shipped.EVIDENCE
        return name in self.shipped() or name.removeprefix(f"{kind}/") in self.shipped(kind)

    def _check_open(self, path: Path) -> None:
        if not self._shelf.is_open:
            raise NotReadError(f"{path} was not read before the computing began")

    def _fetched(self, path: Path, name: str, shown: str) -> _Read:
        """Reads a file not yet requested by this name; one with two names is read once."""
        real = path.absolute() if shown == STDIN else _real(path)
        other = self._shelf.same.setdefault(real, name)
        if other in self._shelf.read:
            return self._shelf.read[other]
        try:
            return _Read(*yamldoc.read_text(path, shown))
        except ScenarioError as error:
            return _Read(problems=error.problems)


def digests(noted: Notes) -> dict[str, str]:
    """The digest of each file by its name for readers, made unique."""
    own = {each.shown for name, each in noted.items() if not name.startswith(OURS)}
    digest_of: dict[str, str] = {}
    for name, each in noted.items():
        shown = name if name.startswith(OURS) and each.shown in own else each.shown
        while shown in digest_of:
            shown = f"./{shown}"
        digest_of[shown] = each.digest
    return digest_of


def _name(path: Path) -> str:
    """The name by which a file is kept; for one shipped with ipscost, the same on every machine."""
    if path.is_relative_to(shipped.SHIPPED):
        return OURS + path.relative_to(shipped.SHIPPED).as_posix()
    return str(path)


def _real(path: Path) -> Path:
    """The file that a path resolves to."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path  # reading it will report what is wrong


def _shown(problem: Problem, shown: str) -> Problem:
    """A problem in a file, under the name that the file has here."""
    return Problem(Span(shown), problem.code, problem.path, problem.message, problem.fix)
