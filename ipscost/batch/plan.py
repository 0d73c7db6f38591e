"""What a batch is to do: which scenarios, in which variants, with which settings.

Everything that can be refused before the first run is refused here.
"""

from __future__ import annotations

import glob
import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from ipscost.batch.named import Named, read_named
from ipscost.batch.variants import Design, Override, Variant
from ipscost.errors import Problem, ScenarioError, Span, in_file_order, is_set
from ipscost.loading import Reading, Shelf, build, read
from ipscost.loading.text import raw, yamldoc
from ipscost.loading.text.shipped import find
from ipscost.loading.text.variants import SET, stated
from ipscost.messages import Message
from ipscost.scenario.paths import is_within
from ipscost.settings import DRAWS, LEVEL, SEED
from ipscost.version import __version__
from ipscost.words.locale import ENGLISH

ENDINGS = (".yaml", ".yml")
LAYOUT = 2
"""Raised whenever the stored form of a result changes, so that older results are not used."""

TOGETHER = "E216"
"""A value that is amiss with another, which may vary as well; it is reported of the runs that have
both, unless the amount itself is asked for."""
NO_PATH = ("E101", "E280", "E303", "W410")

SCENARIO = re.compile(r"""^(\{\s*)?["']?ipscost["']?\s*:""", re.MULTILINE)
OTHER_KIND = re.compile(r"""^(\{\s*)?["']?ipscost_\w+["']?\s*:""", re.MULTILINE)
"""The first key of files other than scenarios, such as `ipscost_prices: 1` of price files."""


@dataclass(frozen=True, slots=True)
class Options:
    """How all scenarios of a batch are run, and which results are written."""

    draws: int = DRAWS
    seed: int = SEED
    level: float = LEVEL
    price_year: int | None = None
    language: str = ENGLISH
    months: bool = False
    keep_draws: bool = False
    settings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of the software that computes; others may differ in the last digits."""

    ipscost: str
    numpy: str
    scipy: str

    @classmethod
    def here(cls) -> Versions:
        """Those of this process."""
        return cls(own_version(), version("numpy"), version("scipy"))


def own_version() -> str:
    """The version of ipscost in this process."""
    return __version__


@dataclass(frozen=True, slots=True)
class Entry:
    """A scenario of a batch; `reading` is None if its files cannot be read or are wrong.

    An entry that `is_left` to other parts of the batch was not read at all.
    """

    name: str
    file: str
    reading: Reading | None
    problems: tuple[Problem, ...] = ()
    named: Named = field(default_factory=Named)
    is_left: bool = False


@dataclass(frozen=True, slots=True)
class Base:
    """The part of the key that all variants of a scenario share, and the files that some name."""

    digest: bytes
    named: Named


@dataclass(frozen=True, slots=True)
class Plan:
    """The scenarios sorted by name, each in every variant of the design."""

    entries: tuple[Entry, ...]
    design: Design
    options: Options
    versions: Versions

    def __len__(self) -> int:
        return len(self.entries) * len(self.design)

    @property
    def runnable(self) -> tuple[Entry, ...]:
        """The scenarios that could be read."""
        return tuple(entry for entry in self.entries if entry.reading is not None)

    def variants(self) -> Iterator[Variant]:
        """Every variant, one after another."""
        return (self.design.variant(index) for index in range(len(self.design)))

    def base(self, entry: Entry) -> Base:
        """What the results of all variants of a scenario depend on:

        its files, the options and the versions of the software.
        """
        assert entry.reading is not None
        parts = {
            "layout": LAYOUT,
            "name": entry.name,
            "inputs": entry.named.base,
            "paths": self.design.paths,
            "options": asdict(self.options),
            "versions": asdict(self.versions),
        }
        digest = hashlib.sha256(json.dumps(parts).encode()).digest()
        return Base(digest, entry.named)

    def key(self, base: Base, variant: Variant) -> bytes:
        """The digest of all that a variant's result depends on; its name in the store."""
        settings = [change.setting for change in variant.changes]
        parts = [variant.number, variant.name, settings, base.named.of(variant.changes)]
        return hashlib.sha256(base.digest + json.dumps(parts).encode()).digest()[:16]


Mine = Callable[[int], bool]
"""Whether the scenario with an index, from 0, is to be run here."""


def plan(given: Sequence[str], design: Design, options: Options, mine: Mine | None = None) -> Plan:
    """The plan of a batch over the scenarios `given`: files, folders, patterns, shipped names.

    Raises ScenarioError if a file is not there, nothing fits a pattern, two scenarios have one
    name, or a `--set`, `--price-year`, path or value of the design fits no scenario. A scenario
    that is wrong by itself stands in the plan with its problems, and is reported among the
    failures. Those that are not `mine` are not read, since that takes a good part of a run.
    """
    _set_or_varied(design, options.settings)
    files, shelf = expand(given), Shelf()
    if mine is not None:
        try:
            return _planned(files, design, options, mine, shelf)
        except ScenarioError:
            pass  # what fits none of those read may fit one that was not
    return _planned(files, design, options, lambda _: True, shelf)


def _planned(
    files: Sequence[str], design: Design, options: Options, mine: Mine, shelf: Shelf
) -> Plan:
    """The plan of the scenarios in `files`, of which those that are `mine` are read."""
    places = {file: n for n, file in enumerate(sorted(files, key=lambda f: natural(_name(f))))}
    entries = [
        _entry(file, design, options, shelf) if mine(places[file]) else _left(file)
        for file in files
    ]
    absent = [p for entry in entries for p in entry.problems if _is_absent(entry, p)]
    if absent:
        raise ScenarioError(absent)
    _named_apart(entries)
    read_here = [entry for entry in entries if not entry.is_left]
    amiss = [
        [p for p in each.problems if p.is_error and is_set(p.span) and p.code != TOGETHER]
        for each in read_here
    ]
    if amiss and all(amiss):
        raise ScenarioError(amiss[0])
    ordered = tuple(sorted(entries, key=lambda entry: natural(entry.name)))
    plan = Plan(ordered, design, options, Versions.here())
    _probe(plan)
    return plan


def expand(given: Sequence[str]) -> list[str]:
    """The scenario files meant by `given`, each once, in the order given.

    A folder stands for the scenarios in it; price files and discount schedules are skipped. Of
    several links to one file, each with a different name is a scenario, since rows are identified
    by name. Raises ScenarioError E404 if a folder or a pattern holds none.
    """
    problems: list[Problem] = []
    files: list[str] = []
    for text in given:
        try:
            matches = _files(text)
        except OSError as error:
            message = Message("cannot be read: {reason}", reason=error.strerror or error)
            fix = Message("check the name and its permissions")
            problems.append(Problem(Span(text), "E003", "", message, fix))
            continue
        if not matches:
            message, fix = (
                Message("no file fits {text}", text=text),
                Message("check the folder and the pattern"),
            )
            if os.path.isdir(text):  # noqa: PTH112 - of a name of any length
                message, fix = (
                    Message("no scenario in the folder {text}", text=text),
                    Message("name a folder with .yaml files"),
                )
            problems.append(Problem(Span(text), "E404", "", message, fix))
        files += matches
    if problems:
        raise ScenarioError(problems)
    seen: dict[str, str] = {}
    for file in files:
        seen.setdefault(_place(file), file)
    return list(seen.values())


def _place(file: str) -> str:
    """The location of a file, however its folder is named; if it is a link, the link's own.

    A link is distinct from its target: it has another name, or other files next to it.
    """
    try:
        path, _ = find(file)
    except ScenarioError:  # let the reader say what is wrong with it
        path = Path(file)
    return os.path.join(os.path.realpath(path.parent), path.name)  # noqa: PTH118 - any length


def _files(text: str) -> list[str]:
    """The files that a folder, a pattern (`**` for folders in folders) or a name stands for."""
    path = Path(text)
    if path.is_dir():
        return sorted(str(file) for file in path.iterdir() if _is_scenario(file))
    if glob.has_magic(text) and not path.exists():
        matches = glob.glob(text, recursive=True)  # noqa: PTH207 - the pattern may be absolute
        return sorted(file for file in matches if _is_scenario(Path(file)))
    return [text]


def _is_scenario(file: Path) -> bool:
    """True for a .yaml file that is not hidden and not marked as a price file or the like."""
    if file.suffix.lower() not in ENDINGS or file.name.startswith("."):
        return False
    if file.is_symlink() and not file.exists():
        return True  # reading it will report that it leads nowhere
    if not file.is_file():
        return False
    try:
        text = raw.beginning(file, yamldoc.MAX_BYTES)
    except OSError:
        return True  # let the reader say what is wrong with it
    return not (OTHER_KIND.search(text) and not SCENARIO.search(text))


def _name(file: str) -> str:
    """The name that a scenario will have when it is read."""
    return "stdin" if file == "-" else Path(file).stem


def _left(file: str) -> Entry:
    """A scenario that other parts of the batch run; only its existence is checked."""
    problems: tuple[Problem, ...] = ()
    try:
        find(file)
    except ScenarioError as error:
        problems = error.problems
    return Entry(_name(file), file, None, problems, is_left=True)


def _entry(file: str, design: Design, options: Options, shelf: Shelf) -> Entry:
    """A scenario read and built once, with its file and `--set`, or its problems.

    All files that any variant names are read now; none are read later.
    """
    try:
        reading = read(file, shelf)
        named = read_named(reading, options.settings, design, options.price_year)
        build(reading, options.settings, price_year=options.price_year)
    except ScenarioError as error:
        if any(p.span.file == SET and p.code == "E302" for p in error.problems):
            raise  # a mistake on the command line, not in the file
        return Entry(_name(file), file, None, error.problems)
    return Entry(reading.name, file, reading, named=named)


def _is_absent(entry: Entry, problem: Problem) -> bool:
    """True if the scenario's own file is missing: a mistake on the command line."""
    return problem.code == "E001" and problem.span.file == entry.file and not problem.path


def _named_apart(entries: Sequence[Entry]) -> None:
    """Raises ScenarioError E403 if two scenarios share a name, which identifies their rows."""
    first: dict[str, Entry] = {}
    problems = []
    for entry in entries:
        other = first.setdefault(entry.name.lower(), entry)
        if other is not entry:
            message = Message(
                "two scenarios are named {name}: {file} and {entry_file}",
                name=entry.name,
                file=other.file,
                entry_file=entry.file,
            )
            fix = Message("rename one of the files; rows of the result are told apart by it")
            problems.append(Problem(Span(entry.file), "E403", "", message, fix))
    if problems:
        raise ScenarioError(problems)


def _set_or_varied(design: Design, settings: Sequence[str]) -> None:
    """Raises ScenarioError E401 if a path is set but then varied, which undoes the setting.

    Part of what is set may be varied.
    """
    problems = []
    for setting in settings:
        path, given = (
            stated(setting).partition("=")[0].strip(),
            Span(SET, 1, 1, len(setting), setting),
        )
        for varied in design.paths:
            if is_within(path, varied):
                message = Message(
                    "{path} is set, and {varied} varied: nothing is left of what is set",
                    path=path,
                    varied=varied,
                )
                fix = Message(
                    "take one of the two out, or write the value of {path} into what varies",
                    path=path,
                )
                problems.append(Problem(given, "E401", path, message, fix))
    if problems:
        raise ScenarioError(problems)


def _probe(plan: Plan) -> None:
    """Raises ScenarioError if a path or value of the design fits none of the scenarios."""
    readings = [entry.reading for entry in plan.runnable if entry.reading is not None]
    problems: list[Problem] = []
    for changes in plan.design.probes() if readings else ():
        shown: tuple[Problem, ...] = ()
        for reading in readings:
            refused = _refused(reading, changes, plan.options)
            if not refused:
                break
            if not shown or all(problem.code in NO_PATH for problem in shown):
                shown = refused  # a wrong value says more than a missing path
        else:
            problems += shown
            if len(readings) > 100:
                break  # every further probe would take as long
    if problems:
        raise ScenarioError(in_file_order(problems))


def _refused(
    reading: Reading, changes: tuple[Override, ...], options: Options
) -> tuple[Problem, ...]:
    """The problems of the changes by themselves; empty if they fit.

    If a change breaks something elsewhere in the scenario, the values do not fit together; that is
    reported for the variants concerned.
    """
    settings = [*options.settings, *(change.setting for change in changes)]
    try:
        build(reading, settings, price_year=options.price_year)
    except ScenarioError as error:
        of_change = {change.setting for change in changes}
        errors = [p for p in error.problems if p.is_error]
        own = [p for p in errors if p.span.file == SET and p.span.text in of_change]
        paths = [change.path for change in changes]
        own = [p for p in own if p.code != TOGETHER or any(is_within(at, p.path) for at in paths)]
        return tuple(placed(problem, changes) for problem in own)
    return ()


def placed(problem: Problem, changes: Sequence[Override]) -> Problem:
    """The problem at the position where its value was given, instead of at `--set`."""
    if problem.span.file != SET:
        return problem
    for change in changes:
        if problem.span.text == change.setting:
            message = problem.message
            of_path = problem.code in NO_PATH
            if not of_path and change.span.text != change.setting and change.text not in message:
                message = Message("{message} (in {name})", message=message, name=change.setting)
            at = change.head if of_path and change.head is not None else change.span
            in_path = of_path and problem.span.column <= len(change.path)
            if in_path and at.text[at.column - 1 :].startswith(change.path):
                column = at.column + problem.span.column - 1
                at = replace(at, column=column, length=problem.span.length)
            return replace(problem, span=at, message=message)
    return problem


@lru_cache(maxsize=10_000)
def natural(text: str) -> tuple[tuple[bool, int, str], ...]:
    """A sort key in which `month.10` follows `month.9`."""
    parts = ((part, part.lstrip("0")) for part in re.split("([0-9]+)", text))
    return tuple(
        (True, len(number), f"{number} {part}") if part[:1].isdigit() else (False, 0, part)
        for part, number in parts
    )
