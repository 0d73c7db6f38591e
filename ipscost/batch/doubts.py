"""The warnings of a batch: each is listed once, however many runs have it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ipscost.batch.output import Failure
from ipscost.batch.plan import Plan, placed
from ipscost.batch.store import Store
from ipscost.batch.variants import Variant
from ipscost.batch.work import WARNINGS, unpack_warnings
from ipscost.errors import Problem, in_file_order

LISTED = 1000
"""The most warnings of one code that are listed; further ones are only counted, so that the
manifest stays readable."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A warning, the number of runs of each scenario that have it, and the number of all runs."""

    problem: Problem
    runs: Mapping[str, int]
    possible: int


@dataclass(frozen=True, slots=True)
class Doubts:
    """The warnings of a batch in the order of its scenarios and variants, each text once.

    `counts` is how many there are of each code; the first of them are `listed`.
    """

    listed: tuple[Doubt, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)

    def manifest(self) -> dict[str, Any]:
        """The warnings as the manifest has them, and how many there are in all."""
        rows = []
        for doubt in self.listed:
            problem, span = doubt.problem, doubt.problem.span
            position = {"file": span.file, "line": span.line or None, "column": span.column or None}
            texts = {"path": problem.path, "message": problem.message, "fix": problem.fix}
            rows.append({"code": problem.code, **position, **texts, "runs": dict(doubt.runs)})
        return {"warned": sum(self.counts.values()), "warnings": rows}


def gather(plan: Plan, store: Store, failures: Sequence[Failure]) -> Doubts:
    """The warnings of all finished runs, earlier ones included, and of failed ones.

    They are read run by run, so that memory grows only with the number of different warnings.
    """
    runs: dict[Problem, Counter[str]] = {}
    further, counts = set[bytes](), Counter[str]()
    for scenario, times, problems in _of_runs(plan, store, failures):
        for problem in problems:
            if problem in runs:
                runs[problem][scenario] += times
            elif counts[problem.code] < LISTED:
                runs[problem] = Counter({scenario: times})
                counts[problem.code] += 1
            elif (digest := _digest(problem)) not in further:
                further.add(digest)
                counts[problem.code] += 1
    reading = Counter(file for entry in plan.entries for file in entry.named.inputs)
    variants = len(plan.design)
    return Doubts(
        tuple(
            Doubt(problem, each, variants * (reading[problem.span.file] or len(plan.entries)))
            for problem, each in runs.items()
        ),
        dict(counts),
    )


def _of_runs(
    plan: Plan, store: Store, failures: Sequence[Failure]
) -> Iterator[tuple[str, int, Sequence[Problem]]]:
    """A scenario, how many runs of it, and the warnings that each of these has, in order."""
    failed = {failure.position: failure.result for failure in failures}
    for index, entry in enumerate(plan.entries):
        if entry.reading is None:
            problems = entry.problems
            yield entry.name, len(plan.design), [p for p in problems if not p.is_error]
            continue
        base, files = plan.base(entry), entry.reading.tree.files
        for variant in plan.variants():
            if (result := failed.get((index, variant.number))) is not None:
                packed = [part] if (part := result.tables.get(WARNINGS)) else []
            else:
                packed = list(store.table(WARNINGS, [plan.key(base, variant)]))
            for part in packed:
                yield entry.name, 1, _placed(unpack_warnings(part, files), variant)


def _placed(problems: Sequence[Problem], variant: Variant) -> Sequence[Problem]:
    """The warnings of a variant, at the positions where its values were given."""
    return in_file_order([placed(problem, variant.changes) for problem in problems])


def _digest(problem: Problem) -> bytes:
    return hashlib.sha256(repr(problem).encode()).digest()[:16]
