"""However many runs there are, few tasks are sent at a time and few results are held."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from batches import rows

from ipscost.batch import Options, design, pool, work
from ipscost.batch import batch as run_batch
from ipscost.batch import cluster as clusters
from ipscost.batch import plan as make_plan
from ipscost.batch.run import Progress
from ipscost.batch.variants import Variant
from ipscost.batch.work import Result

MANY, RUNS = 20_000, 1_000


class Counted:
    """Tasks that know how many of them were taken."""

    def __init__(self, number: int) -> None:
        self.number, self.taken = number, 0

    def __iter__(self) -> Iterator[Any]:
        for number in range(self.number):
            self.taken += 1
            yield number


def quick(task: int) -> list[Result]:
    """A result without any work."""
    return [Result(str(task).encode(), "s", Variant(task, "", ()))]


def most_at_a_time(found: Iterator[list[Result]], tasks: Counted) -> int:
    """How many tasks were taken and not yet given back, at most; all must come back once."""
    most, keys = 0, set()
    for done, results in enumerate(found):
        most = max(most, tasks.taken - done)
        keys.update(result.key for result in results)
    assert len(keys) == tasks.number == tasks.taken
    return most


def test_this_process_takes_one_task_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "compute", quick)
    tasks = Counted(MANY)
    assert most_at_a_time(pool.here(iter(tasks)), tasks) == 1


def test_processes_take_few_tasks_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "compute", quick)
    tasks = Counted(1_000)
    assert most_at_a_time(pool.processes(iter(tasks), 2), tasks) <= 3 * 2


class Work:
    """A task that a cluster has, until it is let go of."""

    def __init__(self, client: Client, task: int) -> None:
        self.client, self.task = client, task
        client.held += 1

    def __del__(self) -> None:
        self.client.held -= 1


class Client:
    """A cluster that computes at once, in a thread of its own."""

    def __init__(self) -> None:
        self.loop = SimpleNamespace(asyncio_loop=asyncio.new_event_loop())
        self.closed, self.held = False, 0
        self.thread = threading.Thread(target=self.loop.asyncio_loop.run_forever)
        self.thread.start()

    def submit(self, _: Callable[..., Any], task: int, **__: object) -> Work:
        return Work(self, task)

    async def gather(self, work: Work, *, asynchronous: bool) -> list[Result]:
        return quick(work.task)

    def close(self, timeout: int) -> None:
        self.loop.asyncio_loop.call_soon_threadsafe(self.loop.asyncio_loop.stop)
        self.thread.join()
        self.loop.asyncio_loop.close()
        self.closed = True


def sent_at_a_time(*threads: int) -> int:
    """How many tasks a cluster is sent at most, whose workers have these threads, look by look."""
    looks = iter(threads)
    watch = SimpleNamespace(threads=lambda: next(looks, threads[-1]), well=lambda: None)
    watch.look = lambda: None
    library = SimpleNamespace(
        CancelledError=OSError, scheduler=SimpleNamespace(KilledWorker=OSError)
    )
    client, tasks = Client(), Counted(2_000)
    most = most_at_a_time(clusters._results(library, client, iter(tasks), watch), tasks)
    gc.collect()
    assert client.held == 0
    assert client.closed
    return most


def test_a_cluster_is_sent_few_tasks_at_a_time_and_lets_go_of_results() -> None:
    assert sent_at_a_time(4) <= clusters.IN_FLIGHT * 4


def test_a_cluster_that_grows_is_sent_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "LOOK_SECONDS", -1)
    assert clusters.IN_FLIGHT < sent_at_a_time(1, 1, 8) <= clusters.IN_FLIGHT * 8


class Watching(Progress):
    """Counts the results that are alive, now and then."""

    def __init__(self) -> None:
        self.steps = self.most = 0

    def step(self, result: Result) -> None:
        self.steps += 1
        if self.steps % 200 == 0:
            alive = sum(isinstance(each, Result) for each in gc.get_objects())
            self.most = max(self.most, alive)


def test_results_of_many_runs_are_not_held(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def small(reading: object, options: Options, variant: Variant) -> dict[str, bytes]:
        row = {"path": "cost", "arm": "ips", "versus": "", "measure": "difference", "label": "x"}
        more = {"level": "total", "mean": 1.0, "low": None, "high": None, "unit": "DKK_2024/person"}
        rows = [row | more | {"partial": 0}]
        return {"summary": work._packed(rows, ("study", variant.name, variant.number))}

    monkeypatch.setattr(work, "_tables", small)
    plan = make_plan(
        ["study.yaml"], design([f"cost.care.ips.difference=1:9:{RUNS}"]), Options(draws=0)
    )
    watching = Watching()
    done = run_batch(plan, folder / "out", progress=watching)
    assert done.computed == watching.steps == RUNS
    assert 0 < watching.most < 200
    assert len(rows(folder / "out" / "summary.csv")) == RUNS
