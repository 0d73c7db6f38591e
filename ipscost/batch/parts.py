"""The parts of a batch, which share nothing while they run.

Part 3 of 40 has runs 3, 43, 83, ... of the plan, so that scenarios and variants are spread over
all parts. It keeps what it finishes, and what fails, in its own store, which no other part opens.
A run is identified by its key, so a join takes it from whichever part has it.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from ipscost import numerals
from ipscost.batch.plan import Entry, Plan
from ipscost.batch.store import Store
from ipscost.batch.variants import Design, Variant
from ipscost.batch.work import Result
from ipscost.errors import Problem, Span
from ipscost.messages import Message

MOST = 1_000_000
"""The most parts: as many as a scenario may have variants, so that each run can be a part."""
RECORD, FAILED = "part ", "failed "
"""Prefixes of the names under which a store records what a part was to do, and what failed."""


@dataclass(frozen=True, slots=True, order=True)
class BatchPart:
    """Part `number` (from 1) of a batch that is divided into `of`."""

    of: int
    number: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    @property
    def file(self) -> str:
        """The name of its store."""
        return f"part-{self.number}-of-{self.of}.sqlite"

    def variants(self, design: Design, index: int) -> range:
        """The indices of the variants of scenario number `index` that are in this part."""
        before = index * len(design)
        return range((self.number - 1 - before) % self.of, len(design), self.of)

    def size(self, plan: Plan) -> int:
        """How many runs this part has, including those of scenarios that cannot be read."""
        return len(range(self.number - 1, len(plan), self.of))


ALL = BatchPart(1, 1)
"""Every run of a batch."""


def part(text: str) -> BatchPart:
    """The part that `3/40` means. Raises ValueError, which says what was expected."""
    both = [numerals.count(each.strip(), digits=9) for each in text.split("/")]
    if len(both) != 2 or both[0] is None or both[1] is None:
        raise ValueError(
            Message("expected a part of the batch such as 3/40, found '{text}'", text=text)
        )
    number, of = both[0], both[1]
    if not 1 <= of <= MOST:
        raise ValueError(
            Message("expected 1 to {most:,} parts, found '{text}'", most=MOST, text=text)
        )
    if number == 0:
        raise ValueError(
            Message(
                "parts are numbered from 1 to {of}, found '{text}' (with Slurm: --array=1-{of})",
                of=of,
                text=text,
            )
        )
    if number > of:
        raise ValueError(
            Message("expected a part from 1 to {of}, found '{text}'", of=of, text=text)
        )
    return BatchPart(of, number)


@dataclass(frozen=True, slots=True)
class Planned:
    """One run of a plan: the index of its scenario, the scenario, the variant, and its key."""

    index: int
    entry: Entry
    variant: Variant
    key: bytes


def runs(plan: Plan, of: BatchPart = ALL) -> Iterator[Planned]:
    """The runs of a part whose scenarios can be read, in the order of the rows."""
    for index, entry in enumerate(plan.entries):
        if entry.reading is None or not (indices := of.variants(plan.design, index)):
            continue
        base = plan.base(entry)
        for variant_index in indices:
            variant = plan.design.variant(variant_index)
            yield Planned(index, entry, variant, plan.key(base, variant))


# --- what a part keeps -----------------------------------------------------------------------


def begin(store: Store, plan: Plan, of: BatchPart) -> None:
    """Notes in its store what a part was asked to compute."""
    store.note({f"{RECORD}{of}": json.dumps(described(plan, of)).encode()})


def described(plan: Plan, of: BatchPart) -> dict[str, Any]:
    """What the results of a part depend on, so that a join can say in what it differs.

    `runs` is the digest of all of it, `files` has those of the scenarios in the part.
    """
    digest, files = hashlib.sha256(), dict[str, dict[str, str]]()
    for planned in runs(plan, of):
        digest.update(planned.key)
        files.setdefault(planned.entry.name, planned.entry.named.inputs)
    design = {"paths": plan.design.paths, "variants": len(plan.design), **plan.design.asked}
    described = {
        "runs": digest.hexdigest(),
        "versions": {**asdict(plan.versions), "python": platform.python_version()},
        "options": asdict(plan.options),
        "design": design,
        "scenarios": [entry.name for entry in plan.entries],
        "files": files,
    }
    as_kept: dict[str, Any] = json.loads(json.dumps(described))
    return as_kept


def keep_failures(store: Store, plan: Plan, results: Iterable[Result]) -> None:
    """Keeps the failures of a part: a join computes nothing but reports them too."""
    entries = {entry.name: entry for entry in plan.entries}
    notes = {
        f"{FAILED}{result.key.hex()}": json.dumps(_kept(entries[result.scenario], result)).encode()
        for result in results
        if result.problems
    }
    if notes:
        store.note(notes)


def failures(store: Store) -> dict[bytes, bytes]:
    """The failures in a store, packed, by key."""
    return {bytes.fromhex(name): kept for name, kept in store.notes(FAILED).items()}


def failure(planned: Planned, kept: bytes) -> Result:
    """A failed run, as the result of the same run in this plan."""
    stored, places = json.loads(kept), _places(planned.entry, planned.variant)
    problems = (
        Problem(_span(position, places), **each)
        for position, each in zip(stored["places"], stored["problems"], strict=True)
    )
    return Result(
        planned.key,
        planned.entry.name,
        planned.variant,
        tables={name: bytes.fromhex(part) for name, part in stored["tables"].items()},
        problems=tuple(problems),
        bug=stored["bug"],
    )


def _kept(entry: Entry, result: Result) -> dict[str, Any]:
    """Everything that is reported about a failed run, packed."""
    places, spans = _places(entry, result.variant), [p.span for p in result.problems]
    problems = [asdict(problem) for problem in result.problems]
    return {
        "problems": [{k: each[k] for k in each if k != "span"} for each in problems],
        "places": [_place(span, places) for span in spans],
        "tables": {name: part.hex() for name, part in result.tables.items()},
        "bug": result.bug,
    }


# The same files may be named otherwise on another machine, and a design file may have its values on
# other lines: neither is in a run's key. So a place is kept by which of these it is.


def _places(entry: Entry, variant: Variant) -> list[Span]:
    """The positions in a run whose names may differ where it is joined: its changes, its files.

    The files are in the order in which they are read, which is the same everywhere.
    """
    assert entry.reading is not None
    changed = [span for change in variant.changes for span in (change.span, change.head) if span]
    return [*changed, *(Span(file) for file in (entry.reading.shown, *entry.named.inputs))]


def _place(span: Span, places: Sequence[Span]) -> list[Any]:
    """A position as it is kept: the index of a known one or its file, then its own details."""
    own = [span.line, span.column, span.length, span.text]
    for number, known in enumerate(places):
        if known.line and (span.file, span.line, span.text) == (known.file, known.line, known.text):
            return [number, span.column - known.column, span.length]
        if not known.line and span.file == known.file:
            return [number, *own]
    return [span.file, *own]


def _span(kept: Sequence[Any], places: Sequence[Span]) -> Span:
    """A position that was kept, under its present name."""
    first, *own = kept
    if not isinstance(first, int):
        return Span(first, *own)
    known = places[first]
    if known.line:
        shift, length = own
        return replace(known, column=known.column + shift, length=length)
    return Span(known.file, *own)


def record(store: Store) -> dict[str, Any]:
    """What a part was last asked to compute."""
    asked: dict[str, Any] = {}
    for kept in store.notes(RECORD).values():
        asked = json.loads(kept)
    return asked
