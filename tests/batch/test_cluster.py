"""A Dask cluster, with its scheduler and workers as processes, gives the bytes of this machine."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from batches import (
    DEADLINE,
    FEW,
    STUDY,
    batch,
    command,
    counted,
    digests,
    kept,
    manifest,
    running,
    wait_until,
)
from messages import tells

from ipscost import __version__
from ipscost.batch import cluster as clusters
from ipscost.batch import work
from ipscost.batch.plan import Versions
from ipscost.batch.pool import WorkersError
from ipscost.batch.store import FOLDER

pytest.importorskip("distributed")
pytestmark = pytest.mark.programs

Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch
LONG = ("study.yaml", "--draws", "10000", "--sweep", "cost.programme.ips.difference=1:80:80")
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
A_WORKER = ("-m", "distributed.cli.dask_worker")
LIKE_A_WORKER = ("--no-dashboard", "--nthreads", "1", "--no-nanny", "--host", "127.0.0.1")


@pytest.fixture(scope="module")
def long_whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The digests of the batch LONG, run in this process."""
    out = tmp_path_factory.mktemp("long")
    (out / "study.yaml").write_text(STUDY, encoding="utf-8")
    assert batch(str(out / "study.yaml"), *LONG[1:], "--out", str(out / "whole")) == 0
    return digests(out / "whole")


class Cluster:
    """A scheduler and its workers, which end with `stack`."""

    def __init__(self, address: str, scheduler: subprocess.Popen[str], stack: ExitStack) -> None:
        self.address, self.scheduler, self.stack = address, scheduler, stack
        self.workers: list[subprocess.Popen[str]] = []

    def ready(self, workers: int, folder: Path) -> None:
        """Joins or ends workers until there are so many, and waits for them."""
        self.workers = [worker for worker in self.workers if worker.poll() is None]
        for spare in self.workers[workers:]:
            spare.kill()
            spare.wait()
        self.workers = self.workers[:workers]
        while len(self.workers) < workers:
            self.join(folder)
        wait_for_workers(self)

    def join(
        self, folder: Path, python: tuple[str, ...] = A_WORKER, cwd: Path | None = None
    ) -> None:
        """Starts one more worker with `python`, in the folder `cwd` unless where tests are run."""
        arguments = (*python, self.address, *LIKE_A_WORKER, "--local-directory", str(folder))
        self.workers.append(self.stack.enter_context(running(*arguments, cwd=cwd, **QUIET)))


@contextmanager
def a_cluster(
    folder: Path,
    workers: int,
    python: tuple[str, ...] = A_WORKER,
    folders: Sequence[Path] = (),
) -> Iterator[Cluster]:
    """A scheduler and `workers`, which end with the block; or a worker in each of the `folders`."""
    file = folder / "scheduler.json"
    with ExitStack() as stack:
        like = ("--no-dashboard", "--host", "127.0.0.1", "--port", "0")
        start = ("-m", "distributed.cli.dask_scheduler", *like, "--scheduler-file", str(file))
        scheduler = stack.enter_context(running(*start, **QUIET))
        wait_until(lambda: address_in(file), "the scheduler has an address", scheduler)
        found = Cluster(address_in(file), scheduler, stack)
        for cwd in folders or [None] * workers:
            found.join(folder, python, cwd)
        yield found


def address_in(file: Path) -> str:
    """The address in a scheduler's file, or nothing where it is not there yet."""
    with suppress(FileNotFoundError, ValueError):
        return str(json.loads(file.read_text(encoding="utf-8"))["address"])
    return ""


def wait_for_workers(found: Cluster) -> None:
    """Waits until every worker has joined the scheduler."""
    import distributed

    with distributed.Client(found.address, timeout=DEADLINE, set_as_default=False) as client:
        client.wait_for_workers(len(found.workers), timeout=DEADLINE)
        wait_until(lambda: len(client.nthreads()) == len(found.workers), "those that ended are out")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """One scheduler for the tests that leave it as it is, whatever becomes of its workers."""
    with a_cluster(tmp_path_factory.mktemp("cluster"), 0) as found:
        yield found


def closed_port() -> int:
    """A port at which nothing listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


# --- the same bytes --------------------------------------------------------------------------


def test_two_workers_give_the_same_bytes_and_errors(
    folder: Path, shared: Cluster, capsys: Capture
) -> None:
    (folder / "d.csv").write_text("cost.care.ips.se\n10\n-1\n" + "20\n" * 20, encoding="utf-8")
    warned = ("--set", "cost.programme.ips.difference=1.875")
    given = ("study.yaml", *FEW, "--months", "--keep-draws", "--design", "d.csv", *warned)
    assert batch(*given, "--out", "here") == 1
    whole = digests(folder / "here")
    assert len(whole) == 6
    capsys.readouterr()
    shared.ready(2, folder)
    assert batch(*given, "--out", "out", "--scheduler", shared.address) == 1
    assert digests(folder / "out") == whole
    there, here = (manifest(folder / name)["warnings"] for name in ("out", "here"))
    assert there == here
    assert len(here) == 1
    told = capsys.readouterr()
    assert counted(told.err) == (22, 21, 0, 1)
    assert told.out == ""


def test_the_work_of_a_worker_that_is_killed_is_done_by_the_other(
    folder: Path, shared: Cluster, long_whole: dict[str, str]
) -> None:
    shared.ready(2, folder)
    more = ("--out", "out", "--scheduler", shared.address)
    with running(*command(*LONG, *more)) as process:
        wait_until(lambda: kept(folder / "out") > 40_000, "some runs are kept", process)
        shared.workers[0].kill()
        out, error = process.communicate(timeout=DEADLINE)
    assert process.returncode == 0, error
    assert out == ""
    assert error.count("\n") == 1
    assert counted(error) == (80, 80, 0, 0)
    assert digests(folder / "out") == long_whole


def test_what_is_finished_is_kept_when_the_scheduler_is_killed(
    folder: Path, long_whole: dict[str, str], capsys: Capture
) -> None:
    with a_cluster(folder, 1) as found:
        more = ("--out", "out", "--scheduler", found.address)
        with running(*command(*LONG, *more)) as process:
            wait_until(lambda: kept(folder / "out") > 40_000, "some runs are kept", process)
            found.scheduler.kill()
            _, error = process.communicate(timeout=DEADLINE)
    assert process.returncode == 2
    assert re.search(
        r"error: the cluster was lost: its scheduler or all of its workers are gone\n"
        r"  fix: see the scheduler and its workers, and run the same command again; "
        r"what is finished is kept\n$",
        error,
    )
    assert "Traceback" not in error
    assert [path.name for path in (folder / "out").iterdir()] == [FOLDER]
    capsys.readouterr()
    assert batch(*LONG, "--out", "out") == 0
    total, _, before, failed = counted(capsys.readouterr().err)
    assert (total, failed) == (80, 0)
    assert before > 0
    assert digests(folder / "out") == long_whole


def test_ctrl_c_keeps_what_a_cluster_has_finished(folder: Path, shared: Cluster) -> None:
    shared.ready(1, folder)
    more = ("--out", "out", "--scheduler", shared.address)
    with running(*command(*LONG, *more)) as process:
        wait_until(lambda: kept(folder / "out") > 40_000, "some runs are kept", process)
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=DEADLINE)
    assert process.returncode == 130
    assert tells(error, "batch_stopped", folder="out")
    assert "Traceback" not in error


# --- without a worker ------------------------------------------------------------------------


def test_when_all_workers_are_gone_that_is_told_and_a_new_one_goes_on(
    folder: Path, shared: Cluster, long_whole: dict[str, str]
) -> None:
    shared.ready(1, folder)
    more = ("--out", "out", "--scheduler", shared.address)
    with running(*command(*LONG, *more)) as process:
        wait_until(lambda: kept(folder / "out") > 40_000, "some runs are kept", process)
        shared.workers[0].kill()
        assert process.stderr is not None
        assert process.stderr.readline() == (
            "the cluster has no worker left; waiting up to 300 seconds for one: "
            f"dask worker {shared.address}\n"
        )
        shared.join(folder)
        _, error = process.communicate(timeout=DEADLINE)
    assert process.returncode == 0
    assert error.startswith("the cluster is there again; the batch goes on\n")
    assert counted(error) == (80, 80, 0, 0)
    assert digests(folder / "out") == long_whole


def test_work_that_kills_its_workers_is_named_and_without_them_the_batch_ends(
    folder: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    deadly = (
        "import os, sys; from ipscost.batch import work; work._tables = lambda *_: os._exit(1); "
        "from distributed.cli.dask_worker import main; main(sys.argv[1:])"
    )
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
    with a_cluster(folder, 1, ("-c", deadly)) as found:
        wait_for_workers(found)
        of_worker = worker_of(found)
        assert batch("study.yaml", *FEW, "--out", "out", "--scheduler", of_worker) == 2
        assert capsys.readouterr().err.startswith(
            f"error: expected a Dask scheduler at {of_worker}, found a Dask worker\n  fix: give "
        )
        more = ("--scheduler", found.address, "--worker-timeout", "1")
        assert batch("study.yaml", *FEW, "--out", "out", *more) == 2
        assert capsys.readouterr().err == (
            "error: every worker that took study, variant 1, died of it (1 time), perhaps for want "
            "of memory\n"
            "  fix: give workers more memory or write fewer --draws, and run the same command "
            "again; what is finished is kept\n"
        )
        assert batch("study.yaml", *FEW, "--out", "out", *more) == 2
        assert "within 1 second\n" in capsys.readouterr().err


def worker_of(found: Cluster) -> str:
    """The address of a worker that has joined."""
    import distributed

    with distributed.Client(found.address, timeout=DEADLINE, set_as_default=False) as client:
        return str(next(iter(client.nthreads())))


class Threads:
    """A client that answers with these numbers of threads in turn; None is no answer in time.

    From the answer number `silent` on, the worker is there and says nothing.
    """

    def __init__(self, *answers: int | None, silent: int = 99) -> None:
        self.answers, self.asked, self.silent = list(answers), 0, silent
        self.scheduler = self

    def identity(self) -> None:
        """What the scheduler is asked; `sync` answers."""

    def sync(self, _: object, callback_timeout: float) -> dict[str, Any]:
        answer = self.answers.pop(0)
        self.asked += 1
        if answer is None:
            raise TimeoutError
        facts = {"nthreads": answer, "last_seen": min(self.asked, self.silent)}
        return {"workers": {"tcp://worker": facts} if answer else {}}


class Clock:
    """A clock that a look at the cluster moves on by a second."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        self.now += 1
        return self.now


NONE_LEFT = "the cluster has no worker left; waiting up to 6 seconds for one: dask worker tcp://it"
NO_ANSWER = "the scheduler at tcp://it does not answer; waiting up to 6 seconds for it"
AGAIN = "the cluster is there again; the batch goes on"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ((1, 1), []),
        ((0, 0, 1, 1, 0, 1), [NONE_LEFT, AGAIN, NONE_LEFT, AGAIN]),
        ((None, None, 1), [NO_ANSWER, AGAIN]),
        ((0, None, 0, 1), [NONE_LEFT, NO_ANSWER, NONE_LEFT, AGAIN]),
    ],
)
def test_what_is_seen_of_the_cluster_is_said_once(
    answers: tuple[int | None, ...], said: list[str], monkeypatch: Patch
) -> None:
    monkeypatch.setattr(clusters, "time", Clock())
    heard: list[str] = []
    watch = clusters._Watch(Threads(*answers), "tcp://it", 6, heard.append)
    for _ in answers:
        watch.look()
    assert heard == said


@pytest.mark.parametrize(
    ("answer", "message", "fix"),
    [
        (
            0,
            "the cluster at tcp://it had no worker for 6 seconds",
            "start one: dask worker tcp://it, and run the same command again; what is finished is "
            "kept",
        ),
        (
            None,
            "the scheduler at tcp://it did not answer for 6 seconds",
            "see whether it and the network are there, and run the same command again; what is "
            "finished is kept",
        ),
    ],
)
def test_a_cluster_that_does_not_come_back_is_not_waited_for_for_ever(
    answer: int | None, message: str, fix: str, monkeypatch: Patch
) -> None:
    monkeypatch.setattr(clusters, "time", Clock())
    watch = clusters._Watch(Threads(*[answer] * 20), "tcp://it", 6, lambda _: None)

    def look() -> None:
        for _ in range(20):
            watch.look()

    with pytest.raises(WorkersError) as caught:
        look()
    assert (str(caught.value), caught.value.fix) == (message, fix)


def test_a_worker_that_vanishes_is_said_and_not_counted_until_it_is_back(
    monkeypatch: Patch,
) -> None:
    monkeypatch.setattr(clusters, "time", Clock())
    monkeypatch.setattr(clusters, "SILENT_SECONDS", 3)
    heard: list[str] = []
    client = Threads(*[1] * 8, silent=2)
    watch = clusters._Watch(client, "tcp://it", 6, heard.append)
    for _ in range(7):
        watch.look()
    client.silent = 99
    watch.look()
    silent = (
        "the worker at tcp://worker has said nothing for 3 seconds; others get its work when Dask "
        "gives it up, by default after 5 minutes"
    )
    assert heard == [silent, NONE_LEFT, AGAIN]


def test_a_cluster_without_a_word_is_looked_at_within_ten_seconds() -> None:
    assert clusters.LOOK_SECONDS + clusters.ANSWER_SECONDS < 10


# --- refused ---------------------------------------------------------------------------------


def test_a_worker_of_another_version_is_refused(folder: Path, capsys: Capture) -> None:
    other = (
        "import sys, ipscost; ipscost.__version__ = '0.0.9'; "
        "from distributed.cli.dask_worker import main; main(sys.argv[1:])"
    )
    with a_cluster(folder, 1, ("-c", other)) as found:
        wait_for_workers(found)
        assert batch("study.yaml", *FEW, "--out", "out", "--scheduler", found.address) == 2
        pids = [found.scheduler.pid, *(worker.pid for worker in found.workers)]
    for pid in pids:  # no process of these tests is left running
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
    assert re.fullmatch(
        r"error: the worker at tcp://127\.0\.0\.1:\d+ has ipscost 0\.0\.9, this machine ipscost "
        + re.escape(__version__)
        + r"\n  fix: install the same there: pip install ipscost=="
        + re.escape(__version__)
        + r"\n",
        capsys.readouterr().err,
    )


def test_a_scheduler_without_a_worker_is_told_and_then_refused(
    folder: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    monkeypatch.setattr(clusters, "WAIT_SECONDS", 0.2)
    with a_cluster(folder, 0) as found:
        address = found.address
        assert batch("study.yaml", *FEW, "--out", "out", "--scheduler", address) == 2
    assert capsys.readouterr().err == (
        f"the scheduler at {address} has no worker yet; start one: dask worker {address}\n"
        f"error: no worker joined the scheduler at {address} within 0.2 seconds\n"
        f"  fix: start one: dask worker {address}\n"
    )


def test_a_scheduler_that_is_not_there_is_told(
    folder: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    monkeypatch.setattr(clusters, "CONNECT_SECONDS", 0.5)
    address = f"tcp://127.0.0.1:{closed_port()}"
    assert batch("study.yaml", *FEW, "--out", "out", "--scheduler", address) == 2
    assert capsys.readouterr().err == (
        f"error: no Dask scheduler answers at {address}\n"
        "  fix: start one: dask scheduler (it prints its address), and check the address and "
        "network\n"
    )


def test_a_port_at_which_something_else_listens_is_no_scheduler(monkeypatch: Patch) -> None:
    monkeypatch.setattr(clusters, "CONNECT_SECONDS", 0.5)
    monkeypatch.setattr(clusters, "TALK_SECONDS", 0.3)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(WorkersError, match=f"no Dask scheduler answers at {address}"):
            clusters.cluster(address, Versions.here())


@pytest.mark.parametrize(
    "talk", [b"SSH-2.0-OpenSSH_9.2\r\n", b"", b"\x4a\0\0\0\x0a5.7", b"\0" * 64, b"HTTP"]
)
def test_a_port_at_which_something_else_speaks_is_no_scheduler(
    monkeypatch: Patch, talk: bytes
) -> None:
    monkeypatch.setattr(clusters, "CONNECT_SECONDS", 0.5)
    with another_server(talk) as address, pytest.raises(WorkersError) as caught:
        clusters.cluster(address, Versions.here())
    assert str(caught.value) == f"expected a Dask scheduler at {address}, found something else"
    assert caught.value.fix == (
        "give the address that dask scheduler prints as Scheduler at, such as tcp://host:8786 "
        "(8787 is its page for browsers)"
    )


@contextmanager
def another_server(talk: bytes) -> Iterator[str]:
    """Greets with `talk` and goes on listening; ends at once without one, waits if it is HTTP."""
    talks: list[socket.socket] = []

    def serve(listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                one, _ = listener.accept()
                talks.append(one)
                threading.Thread(target=answer, args=(one,), daemon=True).start()

    def answer(one: socket.socket) -> None:
        with suppress(OSError):
            if talk == b"HTTP":
                while b"\r\n" not in one.recv(100):
                    pass
                one.sendall(b"HTTP/1.0 200 OK\r\n\r\n")
            elif talk:
                one.sendall(talk)
            else:
                one.close()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=serve, args=(listener,), daemon=True).start()
        yield f"tcp://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)
        for one in talks:
            one.close()


@pytest.mark.parametrize("address", ["nonsense://here:1", "tcp://no.such.host.invalid:8786"])
def test_an_address_that_leads_nowhere_is_refused(address: str, monkeypatch: Patch) -> None:
    monkeypatch.setattr(clusters, "CONNECT_SECONDS", 1)
    with pytest.raises(WorkersError, match=f"no Dask scheduler answers at {address}"):
        clusters.cluster(address, Versions.here())


def test_without_dask_the_fix_is_to_install_it(monkeypatch: Patch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(WorkersError) as caught:
        clusters.cluster("tcp://127.0.0.1:1", Versions.here())
    assert str(caught.value) == "a cluster needs Dask, which is not installed"
    assert caught.value.fix == "pip install 'ipscost[cluster]'"


def test_a_worker_of_another_version_that_joins_later_computes_nothing() -> None:
    with pytest.raises(work.OtherVersionError) as caught:
        work.check_version(Versions("0.0.9", "", ""))
    assert str(caught.value) == f"a worker runs ipscost {__version__}, this machine ipscost 0.0.9"
