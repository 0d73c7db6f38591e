"""Workers: this process, or several of this machine (a Dask cluster: `cluster`).

Each is a generator that turns tasks into results, in any order. It takes only as many tasks at a
time as keep its workers busy.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice

from ipscost.batch.work import Result, Task, compute
from ipscost.messages import Message


class WorkersError(RuntimeError):
    """The workers could not be started, or were lost; the text says why, `fix` what to do."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


def here(tasks: Iterator[Task]) -> Iterator[list[Result]]:
    """The results of one task after another, computed in this process."""
    return (compute(task) for task in tasks)


def processes(tasks: Iterator[Task], jobs: int) -> Iterator[list[Result]]:
    """The results as processes of this machine finish them: `jobs` of them, or one per task.

    Raises WorkersError if a process is killed.
    """
    first = list(islice(tasks, jobs))  # a pool starts all its processes with its first task
    jobs = max(1, len(first))
    with ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_begin) as pool:
        waiting: set[Future[list[Result]]] = set()
        try:
            for task in chain(first, tasks):
                with _quiet_about_forks():
                    waiting.add(pool.submit(compute, task))
                if len(waiting) >= 3 * jobs:
                    done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    yield from (future.result() for future in done)
            while waiting:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        except BrokenProcessPool:
            message = Message("a process was killed, perhaps for want of memory")
            fix = Message("run the same command again, with fewer --jobs; what is finished is kept")
            raise WorkersError(message, fix) from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _context() -> multiprocessing.context.BaseContext:
    """Forks of this process on Linux, which start in 30 ms; fresh processes elsewhere."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


@contextmanager
def _quiet_about_forks() -> Iterator[None]:
    """Silences Python's warning about forking with threads: ours only wait, or serve NumPy."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".*fork.*", DeprecationWarning)
        yield


def _begin() -> None:
    """Leaves Ctrl-C, which reaches every process of a terminal, to the main process.

    If the main process is killed, this one ends instead of waiting for work that never comes.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    first = multiprocessing.parent_process()
    if first is not None:
        first.join()
        os._exit(1)
