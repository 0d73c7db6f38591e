"""Workers on a Dask cluster: `dask scheduler` on one machine, `dask worker ADDRESS` on each.

This is the only module that imports distributed.
"""

from __future__ import annotations

import asyncio
import logging
import pickle
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from itertools import islice
from typing import Any

from ipscost.batch.plan import Versions
from ipscost.batch.pool import WorkersError
from ipscost.batch.work import OtherVersionError, Result, Task, compute
from ipscost.messages import Message
from ipscost.settings import WORKER_TIMEOUT

CONNECT_SECONDS = 5
"""How long a scheduler may take to accept a connection: ample even over a slow network."""
WAIT_SECONDS: float = WORKER_TIMEOUT
LOOK_SECONDS = 2
"""After this long without a result, the scheduler is asked whether it has workers."""
ANSWER_SECONDS = 5
"""How long the scheduler may take to answer that; with LOOK_SECONDS, below 10 in all."""
SILENT_SECONDS = 30
"""A worker that has said nothing for so long is not counted: each says that it is there every half
second, among a thousand every six, and Dask itself waits for five minutes."""
TALK_SECONDS = 1
"""How long to wait for a server to show that it is not a scheduler."""
RETRIES = 3
"""How often a task is resent if its worker dies, before it is blamed for killing workers."""
IN_FLIGHT = 3
"""Tasks sent per thread at a time: one running, and two waiting so that no thread is idle."""

KEPT = Message("run the same command again; what is finished is kept")


def cluster(
    address: str,
    wanted: Versions,
    say: Callable[[str], None] = lambda _: None,
    patience: float | None = None,
) -> Callable[[Iterator[Task]], Iterator[list[Result]]]:
    """The workers of the cluster at `address`, once there are any with our version.

    `patience` is how many seconds to wait for a cluster without workers, at the start and
    whenever it has lost them all; by default WAIT_SECONDS. Raises WorkersError if Dask is not
    installed, nothing answers, no worker comes, or one has another version of ipscost. `say` is
    called with anything worth knowing.
    """
    distributed = _distributed()
    client = _connected(distributed, address)
    watch = _Watch(client, address, WAIT_SECONDS if patience is None else patience, say)
    try:
        watch.wait_for_the_first()
        _check_versions(client, wanted, say)
    except _lost(distributed):
        client.close(timeout=2)
        raise _is_lost() from None
    except BaseException:
        client.close(timeout=2)
        raise
    return lambda tasks: _results(distributed, client, tasks, watch)


def _distributed() -> Any:
    """The library, with its log messages about lost connections switched off."""
    try:
        import distributed
    except ImportError:
        message = Message("a cluster needs Dask, which is not installed")
        raise WorkersError(message, "pip install 'ipscost[cluster]'") from None
    for part in ("", ".client", ".core", ".comm", ".protocol"):
        logging.getLogger(f"distributed{part}").setLevel(logging.CRITICAL + 1)
    return distributed


def _connected(distributed: Any, address: str) -> Any:
    """A client of the scheduler, after checking that it is one: failing clients do not end cleanly.

    Dask waits forever if a server accepts the connection but never answers, so this is done in a
    thread.
    """
    answers: list[Any] = []

    async def kind() -> str:
        secured = distributed.Security().get_connection_args("client")
        there = distributed.core.rpc(address, timeout=CONNECT_SECONDS, connection_args=secured)
        async with there:
            return str((await there.identity())["type"])

    def connect() -> None:
        try:
            answers.append(asyncio.run(asyncio.wait_for(kind(), CONNECT_SECONDS + 0.5)))
            if answers[0] == "Scheduler":
                options = {"timeout": CONNECT_SECONDS, "set_as_default": False}
                answers.append(distributed.Client(address, **options))
        except Exception as error:
            answers.append(error)

    thread = threading.Thread(target=connect, daemon=True)
    thread.start()
    thread.join(CONNECT_SECONDS + 1)
    if not answers or answers[-1] == "Scheduler":
        raise _refusal(distributed, address, TimeoutError())
    if isinstance(answers[-1], str):
        raise _something_else(address, Message("a Dask {answers}", answers=answers[-1].lower()))
    if isinstance(answers[-1], Exception):
        raise _refusal(distributed, address, answers[-1]) from None
    return answers[-1]


def _refusal(distributed: Any, address: str, error: Exception) -> WorkersError:
    """The error that explains a failed connection: no server, a silent one, or another kind."""
    if isinstance(error, ImportError):
        message = Message(
            "the scheduler at {address} has another version of Dask ({error})",
            address=address,
            error=error,
        )
        return WorkersError(
            message, Message("install the same version of distributed on all machines")
        )
    is_silent = isinstance(error, TimeoutError)
    spoke = isinstance(error, distributed.comm.CommClosedError) or not isinstance(error, OSError)
    host, port = _place(distributed, address)
    if port and (spoke or _speaks_otherwise(host, port)):
        return _something_else(address, Message("something else"))
    reason = "" if isinstance(error, OSError) else f" ({error})"
    if is_silent:
        reason = Message("; what listens there says nothing")
    message = Message(
        "no Dask scheduler answers at {address}{reason}", address=address, reason=reason
    )
    fix = Message(
        "start one: dask scheduler (it prints its address), and check the address and network"
    )
    return WorkersError(message, fix)


def _something_else(address: str, what: str) -> WorkersError:
    message = Message(
        "expected a Dask scheduler at {address}, found {what}", address=address, what=what
    )
    return WorkersError(
        message,
        Message(
            "give the address that dask scheduler prints as Scheduler at, such as "
            "tcp://host:8786 (8787 is its page for browsers)"
        ),
    )


def _place(distributed: Any, address: str) -> tuple[str, int]:
    """The host and port of an unencrypted address; port 0 for any other."""
    try:
        scheme, _ = distributed.comm.parse_address(address)
        host, port = distributed.comm.get_address_host_port(address)
    except ValueError:
        return "", 0
    return (host, port) if scheme == "tcp" else ("", 0)


def _speaks_otherwise(host: str, port: int) -> bool:
    """True if a server listens that does not speak the protocol of a scheduler.

    A scheduler first sends the length of its greeting, in 8 bytes; one that hangs sends nothing. A
    web server waits for a request.
    """
    try:
        with socket.create_connection((host, port), timeout=TALK_SECONDS) as talk:
            try:
                return not 8 < int.from_bytes(talk.recv(8), "little") < 1_000_000
            except TimeoutError:
                talk.sendall(b"GET / HTTP/1.0\r\n\r\n")
            try:
                talk.recv(8)
            except TimeoutError:
                return False
            return True
    except ConnectionRefusedError:
        return False  # nothing listens
    except ConnectionError:
        return True
    except OSError:
        return False


class _Watch:
    """Checks, while no results arrive, whether the cluster has workers, and reports that."""

    def __init__(
        self, client: Any, address: str, patience: float, say: Callable[[str], None]
    ) -> None:
        self.client, self.address, self.patience, self.say = client, address, patience, say
        self.since: float | None = None
        self.said = ""
        self.heard: dict[str, tuple[float, float]] = {}
        self.silent: dict[str, None] = {}

    def threads(self) -> int | None:
        """How many threads the workers have that are heard of; None without an answer.

        Whether a worker was heard of is told by the clock here, since that of the scheduler's
        machine may be another: from when on its last sign, as the scheduler has it, is the same.
        """
        try:
            seconds = max(1, min(ANSWER_SECONDS, self.patience))
            asked = self.client.sync(self.client.scheduler.identity, callback_timeout=seconds)
        except OSError:  # a time-out among them
            return None
        now, workers = time.monotonic(), asked["workers"]
        before = self.heard
        self.heard = {
            each: before[each]
            if each in before and before[each][0] == facts["last_seen"]
            else (facts["last_seen"], now)
            for each, facts in workers.items()
        }
        is_silent = {each: now - at > SILENT_SECONDS for each, (_, at) in self.heard.items()}
        for each in is_silent:
            if is_silent[each] and each not in self.silent:
                self.say(
                    Message(
                        "the worker at {worker} has said nothing for {seconds} seconds; others get "
                        "its work when Dask gives it up, by default after 5 minutes",
                        worker=each,
                        seconds=SILENT_SECONDS,
                    )
                )
        self.silent = dict.fromkeys(each for each in is_silent if is_silent[each])
        return int(sum(workers[each]["nthreads"] for each in workers if not is_silent[each]))

    def wait_for_the_first(self) -> None:
        """Waits until there is a worker. Raises WorkersError if none joins in time."""
        here = {"address": self.address, "seconds": self._seconds(), "fix": self._start_one()}
        none = Message("the scheduler at {address} has no worker yet; {fix}", **here)
        late = Message("no worker joined the scheduler at {address} within {seconds}", **here)
        while not self._goes_on(none, WorkersError(late, self._start_one())):
            time.sleep(0.1)

    def look(self) -> None:
        """Reports that all workers are gone, or that they are back.

        Raises WorkersError if none has come back in time.
        """
        here = {"address": self.address, "seconds": self._seconds()}
        none = Message(
            "the cluster has no worker left; waiting up to {seconds} for one: dask worker "
            "{address}",
            **here,
        )
        late = Message("the cluster at {address} had no worker for {seconds}", **here)
        fix = Message("{start_one}, and {kept}", start_one=self._start_one(), kept=KEPT)
        self._goes_on(none, WorkersError(late, fix))

    def well(self) -> None:
        """Reports that the batch continues, if it was interrupted."""
        if self.since is not None:
            self.say(Message("the cluster is there again; the batch goes on"))
        self.since, self.said = None, ""

    def _goes_on(self, none: str, late: WorkersError) -> bool:
        """True if there are workers; else reports `none`, and raises `late` when time is up."""
        threads = self.threads()
        if threads:
            self.well()
            return True
        if threads is None:
            here = {"address": self.address, "seconds": self._seconds()}
            none = Message(
                "the scheduler at {address} does not answer; waiting up to {seconds} for it", **here
            )
            message = Message("the scheduler at {address} did not answer for {seconds}", **here)
            fix = Message("see whether it and the network are there, and {kept}", kept=KEPT)
            late = WorkersError(message, fix)
        if self.since is None:
            self.since = time.monotonic()
        if none != self.said:
            self.say(none)
            self.said = none
        if time.monotonic() - self.since > self.patience:
            raise late
        return False

    def _start_one(self) -> str:
        return Message("start one: dask worker {address}", address=self.address)

    def _seconds(self) -> str:
        if self.patience == 1:
            return Message("1 second")
        return Message("{seconds} seconds", seconds=self.patience)


def _check_versions(client: Any, wanted: Versions, say: Callable[[str], None]) -> None:
    """Refuses workers with another version of ipscost; reports other versions of NumPy or scipy.

    A worker that does not answer now is checked again with its first task.
    """

    def versions() -> dict[str, str]:
        # Sent to the workers by value, so it must not use anything of ours.
        from importlib.metadata import PackageNotFoundError, version

        installed = {}
        for name in ("ipscost", "numpy", "scipy"):
            try:
                installed[name] = version(name)
            except PackageNotFoundError:
                installed[name] = ""
        try:
            import ipscost

            installed["ipscost"] = ipscost.__version__
        except ImportError:
            installed["ipscost"] = ""
        return installed

    try:
        of_each = client.run(versions, on_error="ignore", callback_timeout=ANSWER_SECONDS)
    except TimeoutError:
        say(
            Message(
                "some worker does not answer within {seconds} s; the others compute",
                seconds=ANSWER_SECONDS,
            )
        )
        return
    for worker, installed in of_each.items():
        if installed["ipscost"] != wanted.ipscost:
            there = installed["ipscost"]
            message = Message(
                "the worker at {worker} has {has}, this machine ipscost {ipscost}",
                worker=worker,
                has=f"ipscost {there}" if there else Message("no ipscost"),
                ipscost=wanted.ipscost,
            )
            fix = Message(
                "install the same there: pip install ipscost=={ipscost}", ipscost=wanted.ipscost
            )
            raise WorkersError(message, fix)
        for name in ("numpy", "scipy"):
            if installed[name] != getattr(wanted, name):
                say(
                    Message(
                        "the worker at {worker} has {name} {there}, this machine {here}: results "
                        "may differ in the last digits",
                        worker=worker,
                        name=name,
                        there=installed[name],
                        here=getattr(wanted, name),
                    )
                )


def _results(
    distributed: Any, client: Any, tasks: Iterator[Task], watch: _Watch
) -> Iterator[list[Result]]:
    """The results as workers finish them.

    Dask resends the task of a worker that dies; a task that kills every worker that
    takes it is given up with an error.
    """
    coming: dict[Future[list[Result]], Task] = {}

    def send(most: int) -> None:
        for task in islice(tasks, most):
            result = client.gather(
                client.submit(compute, task, pure=False, retries=RETRIES), asynchronous=True
            )
            coming[asyncio.run_coroutine_threadsafe(result, client.loop.asyncio_loop)] = task

    try:
        threads, looked = watch.threads() or 1, time.monotonic()
        send(IN_FLIGHT * threads)
        while coming:
            done, _ = wait(coming, timeout=LOOK_SECONDS, return_when=FIRST_COMPLETED)
            if not done:
                watch.look()
            elif time.monotonic() - looked > LOOK_SECONDS:  # workers may have joined
                threads, looked = watch.threads() or threads, time.monotonic()
            for one in done:
                task = coming.pop(one)
                try:
                    results = one.result()
                except distributed.scheduler.KilledWorker as error:
                    raise _deadly(task, error) from None
                watch.well()
                yield results
            send(max(0, IN_FLIGHT * threads - len(coming)))
    except OtherVersionError as error:
        fix = Message("install the same version on all, and run the command again")
        raise WorkersError(str(error), fix) from None
    except _lost(distributed):
        raise _is_lost() from None
    finally:
        client.close(timeout=2)


def _deadly(task: Task, error: Any) -> WorkersError:
    """The message about a task that killed every worker that took it."""
    name = pickle.loads(task.packed).name
    numbers = [variant.number for variant in task.variants]
    which = Message("variant {first}", first=numbers[0])
    if len(numbers) > 1:
        which = Message("variant {first} to {last}", first=numbers[0], last=numbers[-1])
    times = error.allowed_failures + 1
    often = Message("1 time") if times == 1 else Message("{times} times", times=times)
    message = Message(
        "every worker that took {name}, {which}, died of it ({often}), perhaps for want of memory",
        name=name,
        which=which,
        often=often,
    )
    fix = Message("give workers more memory or write fewer --draws, and {kept}", kept=KEPT)
    return WorkersError(message, fix)


def _is_lost() -> WorkersError:
    message = Message("the cluster was lost: its scheduler or all of its workers are gone")
    fix = Message("see the scheduler and its workers, and {kept}", kept=KEPT)
    return WorkersError(message, fix)


def _lost(distributed: Any) -> tuple[type[Exception], ...]:
    """The errors that Dask raises when the scheduler is gone."""
    cancelled: type[Exception] = distributed.CancelledError
    return (OSError, CancelledError, cancelled)
