"""The parts of a batch, which share nothing while they run.

Part 3 of 40 has the runs number 3, 43, 83, ... of the plan, so that scenarios and variants spread
over all parts. It keeps what it finishes, and what fails, in a store of its own: no other part
opens it. A run is known by its key, so a join takes it from whichever part has it.
"""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from ipscost.batch.plan import Entry, Plan
from ipscost.batch.store import Store
from ipscost.batch.variants import Variant
from ipscost.batch.work import Result
from ipscost.errors import Problem, Span

MOST = 1_000_000
RECORD, FAILED = "part ", "failed "
"""How the names begin under which a store notes what a part was asked for, and what failed."""


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """Part `number` (from 1) of a batch that is divided into `of`."""

    of: int
    number: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    @property
    def file(self) -> str:
        """The name of its store."""
        return f"part-{self.number}-of-{self.of}.sqlite"

    def variants(self, plan: Plan, place: int) -> range:
        """Which variants of the scenario at `place` are in this part, by their index."""
        before = place * len(plan.design)
        return range((self.number - 1 - before) % self.of, len(plan.design), self.of)

    def size(self, plan: Plan) -> int:
        """How many runs this part has, those of scenarios that cannot be read among them."""
        return len(range(self.number - 1, len(plan), self.of))


ALL = Part(1, 1)
"""Every run of a batch."""


def part(text: str) -> Part:
    """The part that `3/40` means. Raises ValueError, which says what was expected."""
    found = re.fullmatch(r"\s*([0-9]{1,9})\s*/\s*([0-9]{1,9})\s*", text)
    if found is None:
        raise ValueError(f"expected a part of the batch such as 3/40, found '{text}'")
    number, of = int(found[1]), int(found[2])
    if not 1 <= of <= MOST:
        raise ValueError(f"expected 1 to {MOST:,} parts, found '{text}'")
    if number == 0:
        raise ValueError(
            f"parts are numbered from 1 to {of}, found '{text}' (with Slurm: --array=1-{of})"
        )
    if number > of:
        raise ValueError(f"expected a part from 1 to {of}, found '{text}'")
    return Part(of, number)


@dataclass(frozen=True, slots=True)
class Planned:
    """One run of a plan: the number of its scenario, the scenario, the variant, and its key."""

    place: int
    entry: Entry
    variant: Variant
    key: bytes


def runs(plan: Plan, of: Part = ALL) -> Iterator[Planned]:
    """The runs of a part whose scenarios can be read, in the order of the rows."""
    for place, entry in enumerate(plan.entries):
        if entry.reading is None or not (indices := of.variants(plan, place)):
            continue
        base = plan.base(entry)
        for index in indices:
            variant = plan.design.variant(index)
            yield Planned(place, entry, variant, plan.key(base, variant))


# --- what a part keeps -----------------------------------------------------------------------


def begin(store: Store, plan: Plan, of: Part) -> None:
    """Notes in its store what a part was asked to compute."""
    store.note({f"{RECORD}{of}": json.dumps(described(plan, of)).encode()})


def described(plan: Plan, of: Part) -> dict[str, Any]:
    """What the results of a part depend on, so that a join can tell what is another.

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


def keep_failures(store: Store, results: Iterable[Result]) -> None:
    """Keeps what failed in a part: a join computes nothing, and tells of it too."""
    failed = (result for result in results if result.problems)
    notes = {f"{FAILED}{result.key.hex()}": json.dumps(_told(result)).encode() for result in failed}
    if notes:
        store.note(notes)


def _told(result: Result) -> dict[str, Any]:
    return {"problems": [asdict(problem) for problem in result.problems], "bug": result.bug}


def failures(store: Store) -> dict[bytes, bytes]:
    """What failed, by key, as it is kept."""
    return {bytes.fromhex(name): kept for name, kept in store.notes(FAILED).items()}


def failure(planned: Planned, kept: bytes) -> Result:
    """A run that failed, as it was told when it did."""
    told = json.loads(kept)
    problems = (Problem(**{**each, "span": Span(**each["span"])}) for each in told["problems"])
    return Result(
        planned.key,
        planned.entry.name,
        planned.variant,
        problems=tuple(problems),
        bug=str(told["bug"]),
    )


def record(store: Store) -> dict[str, Any]:
    """What a part was asked to compute, last."""
    found: dict[str, Any] = {}
    for kept in store.notes(RECORD).values():
        found = json.loads(kept)
    return found
