"""What is said of a cluster that cannot be used, without a cluster."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from ipscost.batch import cluster as clusters
from ipscost.batch.plan import Options, Versions
from ipscost.batch.pool import WorkersError
from ipscost.batch.variants import Variant
from ipscost.batch.work import OtherVersionError, Task

distributed = pytest.importorskip("distributed")
HERE = Versions("1.0", "2.0", "1.9")


class Workers:
    """A client whose workers have these versions; None where one does not answer in time."""

    def __init__(self, found: dict[str, str] | None) -> None:
        self.found = found

    def run(self, *_: object, **__: object) -> dict[str, dict[str, str]]:
        if self.found is None:
            raise TimeoutError
        return {"tcp://it": self.found}

    def close(self, timeout: float) -> None:
        """As of a client."""


def test_another_version_of_a_library_is_mentioned() -> None:
    said: list[str] = []
    found = {"ipscost": "1.0", "numpy": "2.1", "scipy": "1.9"}
    clusters._check_versions(Workers(found), HERE, said.append)
    assert said == [
        "the worker at tcp://it has numpy 2.1, this machine 2.0: results may differ in the last "
        "digits"
    ]


def test_a_worker_without_the_program_is_refused() -> None:
    found = {"ipscost": "", "numpy": "2.0", "scipy": "1.9"}
    with pytest.raises(WorkersError) as caught:
        clusters._check_versions(Workers(found), HERE, lambda _: None)
    assert str(caught.value) == "the worker at tcp://it has no ipscost, this machine ipscost 1.0"
    assert caught.value.fix == "install the same there: pip install ipscost==1.0"


def test_a_worker_that_does_not_answer_is_mentioned() -> None:
    said: list[str] = []
    clusters._check_versions(Workers(None), HERE, said.append)
    assert said == ["some worker does not answer within 5 s; the others compute"]


@pytest.mark.parametrize(
    ("error", "message", "fix"),
    [
        (
            ImportError("no msgpack"),
            "the scheduler at tls://it:1 has another version of Dask (no msgpack)",
            "install the same version of distributed on all machines",
        ),
        (
            TimeoutError(),
            "no Dask scheduler answers at tls://it:1; what listens there says nothing",
            "start one: dask scheduler (it prints its address), and check the address and network",
        ),
        (
            ValueError("odd"),
            "no Dask scheduler answers at tls://it:1 (odd)",
            "start one: dask scheduler (it prints its address), and check the address and network",
        ),
    ],
)
def test_why_there_is_no_connection_is_said(error: Exception, message: str, fix: str) -> None:
    refused = clusters._refusal(distributed, "tls://it:1", error)  # an address that is not tried
    assert (str(refused), refused.fix) == (message, fix)


@pytest.mark.parametrize(
    ("error", "message", "fix"),
    [
        (
            OtherVersionError("a worker runs ipscost 0.9, this machine ipscost 1.0"),
            "a worker runs ipscost 0.9, this machine ipscost 1.0",
            "install the same version on all, and run the command again",
        ),
        (
            OSError("gone"),
            "the cluster was lost: its scheduler or all of its workers are gone",
            "see the scheduler and its workers, and run the same command again; what is finished "
            "is kept",
        ),
    ],
)
def test_a_batch_that_ends_on_a_cluster_says_why(error: Exception, message: str, fix: str) -> None:
    def tasks() -> Iterator[Task]:
        raise error
        yield

    watch: Any = SimpleNamespace(threads=lambda: 1)
    with pytest.raises(WorkersError) as caught:
        list(clusters._results(distributed, Workers({}), tasks(), watch))
    assert (str(caught.value), caught.value.fix) == (message, fix)


@pytest.mark.parametrize(
    ("numbers", "failures", "message"),
    [
        ((3,), 0, "every worker that took study, variant 3, died of it (1 time), perhaps for"),
        ((3, 4, 5), 3, "every worker that took study, variant 3 to 5, died of it (4 times), per"),
    ],
)
def test_a_task_that_kills_workers_is_named(
    numbers: tuple[int, ...], failures: int, message: str
) -> None:
    variants = tuple(Variant(number, "", ()) for number in numbers)
    packed = pickle.dumps(SimpleNamespace(name="study"))
    task = Task(packed, Options(), HERE, variants, ())
    error = clusters._deadly(task, SimpleNamespace(allowed_failures=failures))
    assert str(error).startswith(message)
    assert error.fix == (
        "give workers more memory or write fewer --draws, and run the same command again; what is "
        "finished is kept"
    )
