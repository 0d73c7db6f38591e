"""A Dask cluster computes: `dask scheduler` on one machine, `dask worker ADDRESS` on each.

This is the only module that imports distributed.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from ipscost.batch.plan import Versions
from ipscost.batch.pool import WorkersError
from ipscost.batch.work import OtherVersionError, Result, Task, compute

CONNECT_SECONDS = 5
WAIT_SECONDS = 60
RETRIES = 3
IN_FLIGHT = 3
"""Tasks per thread of the cluster that are sent at a time."""


def cluster(
    address: str, wanted: Versions, say: Callable[[str], None] = lambda _: None
) -> Callable[[Iterator[Task]], Iterator[list[Result]]]:
    """The workers of the cluster at `address`, once there are any with our version.

    Raises WorkersError where Dask is not installed, nothing answers, no worker comes, or one has
    another version of ipscost. `say` is told what may be worth knowing.
    """
    distributed = _distributed()
    client = _connected(distributed, address)
    try:
        _check_versions(client, _workers(client, address, say), wanted, say)
    except BaseException:
        client.close(timeout=2)
        raise
    return lambda tasks: _results(distributed, client, tasks)


def _distributed() -> Any:
    """The library, told to keep to itself what it does to lost connections."""
    try:
        import distributed
    except ImportError:
        message = "a cluster needs Dask, which is not installed"
        raise WorkersError(message, "pip install 'ipscost[cluster]'") from None
    for name in ("distributed", "distributed.client", "distributed.core", "distributed.comm"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return distributed


def _connected(distributed: Any, address: str) -> Any:
    """A client of the scheduler.

    Dask waits for ever where something listens that never answers, so it is left to a thread.
    """
    found: list[Any] = []

    def connect() -> None:
        try:
            found.append(distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False))
        except Exception as error:
            found.append(error)

    thread = threading.Thread(target=connect, daemon=True)
    thread.start()
    thread.join(CONNECT_SECONDS + 2)
    client = found[0] if found else TimeoutError()
    if isinstance(client, OSError | ValueError | TypeError):
        reason = "" if isinstance(client, OSError) else f" ({client})"
        message = f"no Dask scheduler answers at {address}{reason}"
        fix = "start one: dask scheduler (it prints its address), and check the address and network"
        raise WorkersError(message, fix)
    if isinstance(client, Exception):
        raise client
    return client


def _workers(client: Any, address: str, say: Callable[[str], None]) -> int:
    """How many threads the cluster has, waiting for the first."""
    threads = sum(client.nthreads().values())
    if not threads:
        say(f"the scheduler at {address} has no worker yet; start one: dask worker {address}")
        try:
            client.wait_for_workers(1, timeout=WAIT_SECONDS)
        except TimeoutError:
            message = f"no worker joined the scheduler at {address} within {WAIT_SECONDS} seconds"
            raise WorkersError(message, f"start one: dask worker {address}") from None
        threads = sum(client.nthreads().values())
    return int(threads)


def _check_versions(
    client: Any, threads: int, wanted: Versions, say: Callable[[str], None]
) -> None:
    """Refuses workers without our version of ipscost; tells of other versions of NumPy or scipy."""

    def versions() -> dict[str, str]:
        # Sent to the workers by value, so it may use nothing of ours.
        from importlib.metadata import PackageNotFoundError, version

        found = {}
        for name in ("ipscost", "numpy", "scipy"):
            try:
                found[name] = version(name)
            except PackageNotFoundError:
                found[name] = ""
        try:
            import ipscost

            found["ipscost"] = ipscost.__version__
        except ImportError:
            found["ipscost"] = ""
        return found

    for worker, found in client.run(versions).items():
        if found["ipscost"] != wanted.ipscost:
            has = f"ipscost {found['ipscost']}" if found["ipscost"] else "no ipscost"
            message = f"the worker at {worker} has {has}, this machine ipscost {wanted.ipscost}"
            fix = f"install the same there: pip install ipscost=={wanted.ipscost}"
            raise WorkersError(message, fix)
        for name in ("numpy", "scipy"):
            if found[name] != getattr(wanted, name):
                say(
                    f"the worker at {worker} has {name} {found[name]}, this machine "
                    f"{getattr(wanted, name)}: results may differ in the last digits"
                )


def _results(distributed: Any, client: Any, tasks: Iterator[Task]) -> Iterator[list[Result]]:
    """The results as workers finish them.

    Dask sends the task of a worker that dies to another; a task that kills every worker that
    takes it is given up with an error.
    """
    try:
        threads = max(1, sum(client.nthreads().values()))

        def send(some: Iterator[Task]) -> list[Any]:
            return [client.submit(compute, task, pure=False, retries=RETRIES) for task in some]

        coming = distributed.as_completed(
            send(islice(tasks, IN_FLIGHT * threads)), loop=client.loop
        )
        for future in coming:
            yield future.result()
            future.release()
            for more in send(islice(tasks, 1)):
                coming.add(more)
    except OtherVersionError as error:
        message, fix = str(error), "install the same version on all, and run the command again"
        raise WorkersError(message, fix) from None
    except _lost(distributed):
        message = "the cluster was lost: its scheduler or all of its workers are gone"
        fix = "see the scheduler and its workers, and run the same command again; "
        raise WorkersError(message, f"{fix}what is finished is kept") from None
    finally:
        client.close(timeout=2)


def _lost(distributed: Any) -> tuple[type[Exception], ...]:
    """The errors with which Dask tells that workers or the scheduler are gone."""
    from concurrent.futures import CancelledError

    cancelled: type[Exception] = distributed.CancelledError
    killed: type[Exception] = distributed.scheduler.KilledWorker
    return (OSError, CancelledError, cancelled, killed)
