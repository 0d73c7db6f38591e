"""Runs a batch from its plan to its files: computes and stores unfinished runs, writes tables."""

from __future__ import annotations

import pickle
import platform
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from ipscost.batch.doubts import Doubts, gather
from ipscost.batch.joins import check_sources, collect, remove
from ipscost.batch.ours import MANIFEST, refuse_foreign
from ipscost.batch.output import (
    Failure,
    check_folder,
    failed,
    naming_damaged,
    write_manifest,
    write_tables,
)
from ipscost.batch.parts import ALL, BatchPart, begin, keep_failures, runs
from ipscost.batch.plan import Plan
from ipscost.batch.pool import here, processes
from ipscost.batch.store import FILE, Store
from ipscost.batch.work import Result, Task
from ipscost.batch.writing import Writing

LARGEST_TASK = 50
"""The most variants in a task: a killed batch loses no more than these per worker."""
TASKS_PER_WORKER = 100
"""With this many tasks per worker, all workers finish at about the same time: none waits for
another longer than a hundredth of the whole."""

Workers = Callable[[Iterator[Task]], Iterator[list[Result]]]


@dataclass(frozen=True, slots=True)
class Done:
    """The outcome of a batch: numbers of runs, and the files written.

    A scenario that cannot be read is one failure, though all its variants fail.
    """

    total: int
    computed: int
    reused: int
    failures: tuple[Failure, ...]
    files: tuple[str, ...]
    doubts: Doubts = field(default_factory=Doubts)
    joined: int = 0

    @property
    def failed(self) -> int:
        """The number of runs neither computed now, nor finished before, nor taken from parts."""
        return self.total - self.computed - self.reused - self.joined


class Progress:
    """Receives the progress of a batch; this one ignores it."""

    def start(self, total: int, reused: int) -> None:
        """Called once with the number of runs, and how many of them were done before."""

    def step(self, result: Result) -> None:
        """Called when one more variant is done, or has failed."""


def batch(
    plan: Plan,
    folder: Path,
    *,
    jobs: int = 1,
    cluster: Callable[[], Workers] | None = None,
    dialect: str = "standard",
    progress: Progress | None = None,
    part: BatchPart | None = None,
) -> Done:
    """Runs what is unfinished in `folder` and writes its tables and manifest.

    `jobs` processes of this machine compute, or the workers that `cluster` provides once the folder
    is locked. Raises InUseError, DamagedError, ForeignError or OSError where the folder cannot be
    used, and WorkersError where those who compute cannot be had or are lost; what is finished by
    then is kept. GoneError where the folder is removed meanwhile, and with it what was finished.
    A `part` computes only its share, also keeps what failed, and writes no tables.
    """
    progress = progress or Progress()
    started, clock = datetime.now(UTC).isoformat(timespec="seconds"), time.monotonic()
    check_folder(folder)
    share = part or ALL
    if not share.size(plan):
        return Done(total=0, computed=0, reused=0, failures=(), files=())
    with Store(folder, FILE if part is None else part.file) as store:
        if part is None:
            refuse_foreign(folder, store.written())
        else:
            store.forget(store.damaged(store.keys()))  # a join asks for them to be run again
        finished = store.keys()
        wanted = {each.key for each in runs(plan, share)}
        pending = len(wanted - finished)
        failures = list(_unreadable(plan, share))
        if part is not None:
            begin(store, plan, part)
        progress.start(len(wanted), len(wanted) - pending)
        for failure in failures:
            progress.step(failure.result)
        seconds: Counter[str] = Counter()
        if pending:
            workers = cluster() if cluster is not None else _local(jobs)
            tasks = _tasks(plan, share, finished, _size(pending, jobs if cluster is None else 20))
            for results in workers(tasks):
                store.add(result for result in results if not result.problems)
                if part is not None:
                    keep_failures(store, plan, results)
                for result in results:
                    progress.step(result)
                    seconds[result.scenario] += result.seconds  # type: ignore[assignment]
                    if result.problems:
                        failures.append(Failure(_place(plan, result), result))
        ordered = tuple(sorted(failures, key=lambda failure: failure.position))
        refused = sum(failure.position[1] > 0 for failure in ordered)
        done = Done(
            total=share.size(plan),
            computed=pending - refused,
            reused=len(wanted) - pending,
            failures=ordered,
            files=(),
        )
        if part is not None:
            return done
        took = {"started": started, "jobs": jobs, "cluster": cluster is not None}
        files, doubts = _write(plan, folder, store, ordered, dialect, took, clock, seconds)
    return replace(done, files=files, doubts=doubts)


def join(
    plan: Plan,
    folder: Path,
    others: Sequence[Path] = (),
    *,
    dialect: str = "standard",
    progress: Progress | None = None,
) -> Done:
    """Writes the tables and manifest of a batch whose parts lie in `folder` and in `others`.

    Nothing is computed. What the parts hold goes into the store of the folder, as if a single batch
    had computed it, and the parts in the folder are removed when everything is written. Raises
    IncompleteError if runs are missing, and whatever `batch` raises about a folder.
    """
    progress = progress or Progress()
    started, clock = datetime.now(UTC).isoformat(timespec="seconds"), time.monotonic()
    sources = check_sources(folder, others)
    check_folder(folder)
    with Store(folder) as store:
        refuse_foreign(folder, store.written())
        collected = collect(plan, store, sources)
        failures = list(_unreadable(plan, ALL))
        for each, result in collected.failures:
            failures.append(Failure((each.index, each.variant.number), result))
        ordered = tuple(sorted(failures, key=lambda failure: failure.position))
        progress.start(collected.before + collected.joined, collected.before + collected.joined)
        for failure in ordered:
            progress.step(failure.result)
        more = {"joined": collected.origins}
        files, doubts = _write(
            plan, folder, store, ordered, dialect, {"started": started}, clock, Counter(), more
        )
        remove(collected.used, store, folder)
    return Done(
        total=len(plan),
        computed=0,
        reused=collected.before,
        failures=ordered,
        files=files,
        doubts=doubts,
        joined=collected.joined,
    )


def _write(
    plan: Plan,
    folder: Path,
    store: Store,
    failures: tuple[Failure, ...],
    dialect: str,
    took: dict[str, Any],
    clock: float,
    seconds: Counter[str],
    more: dict[str, Any] | None = None,
) -> tuple[tuple[str, ...], Doubts]:
    """Writes the tables and the manifest, with `more` in it. Returns file names and warnings."""
    with Writing(folder, store) as writing, naming_damaged(plan, store, failures):
        doubts = gather(plan, store, failures)
        files = write_tables(writing, plan, store, failures, dialect)
        took = took | {"seconds": round(time.monotonic() - clock, 3)}
        content = _manifest(plan, failures, files, took, seconds, dialect)
        write_manifest(writing, content | doubts.manifest() | (more or {}))
    return (*files, MANIFEST), doubts


def _local(jobs: int) -> Workers:
    """This process, or several."""
    return here if jobs == 1 else lambda tasks: processes(tasks, jobs)


def _size(pending: int, workers: int) -> int:
    """How many variants go into a task: few enough that workers finish together."""
    return max(1, min(LARGEST_TASK, pending // (workers * TASKS_PER_WORKER)))


def _tasks(plan: Plan, share: BatchPart, finished: set[bytes], size: int) -> Iterator[Task]:
    """The variants of a share that are not finished, `size` of one scenario at a time."""
    for _, same in groupby(runs(plan, share), key=lambda each: each.index):
        left = (each for each in same if each.key not in finished)
        packed = b""
        while some := list(islice(left, size)):
            packed = packed or pickle.dumps(some[0].entry.reading)
            variants = tuple(each.variant for each in some)
            yield Task(packed, plan.options, plan.versions, variants, tuple(e.key for e in some))


def _unreadable(plan: Plan, share: BatchPart) -> Iterable[Failure]:
    """The scenarios of a share that could not be read, each a failure as a whole."""
    whole = plan.design.variant(0)
    for index, entry in enumerate(plan.entries):
        if entry.reading is None and share.variants(plan.design, index):
            variant = type(whole)(0, "", ())
            errors = tuple(problem for problem in entry.problems if problem.is_error)
            yield Failure((index, 0), Result(b"", entry.name, variant, problems=errors))


def _place(plan: Plan, result: Result) -> tuple[int, int]:
    names = [entry.name for entry in plan.entries]
    return names.index(result.scenario), result.variant.number


def _manifest(
    plan: Plan,
    failures: tuple[Failure, ...],
    files: dict[str, dict[str, Any]],
    took: dict[str, Any],
    seconds: Counter[str],
    dialect: str,
) -> dict[str, Any]:
    """Versions, settings, the digest of every input and output, timing, and what failed and why."""
    failed_in = Counter[str]()
    for failure in failures:
        is_whole = not failure.position[1]
        failed_in[failure.result.scenario] += len(plan.design) if is_whole else 1
    return {
        "versions": {**asdict(plan.versions), "python": platform.python_version()},
        "settings": {**asdict(plan.options), "dialect": dialect},
        "design": {
            "paths": plan.design.paths,
            "variants": len(plan.design),
            **plan.design.asked,
        },
        "scenarios": [
            {
                "name": entry.name,
                "file": entry.file,
                "inputs": entry.named.inputs,
                "variants": len(plan.design),
                "failed": failed_in[entry.name],
                "seconds": round(seconds[entry.name], 3),
            }
            for entry in plan.entries
        ],
        "failures": sum(failed_in.values()),
        "failed": failed(plan, failures),
        "files": files,
        "timing": took,
    }
