"""Processes of this machine: no more of them than there is work."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from batches import FEW, SWEEP, batch, digests

from ipscost.batch import pool

Patch = pytest.MonkeyPatch


@pytest.mark.parametrize(
    ("more", "started"),
    [((), 1), (("--sweep", "discount.cost=0,0.03"), 2), (("--sweep", SWEEP), 3)],
)
def test_no_more_processes_are_started_than_there_are_tasks(
    folder: Path, more: tuple[str, ...], started: int, monkeypatch: Patch
) -> None:
    pools: list[Counted] = []

    class Counted(ProcessPoolExecutor):
        """Counts the processes it was asked for, and those that it started."""

        def __init__(self, most: int, **options: object) -> None:
            super().__init__(most, **options)  # type: ignore[arg-type]
            self.asked, self.pids = most, set[int]()
            pools.append(self)

        def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
            self.pids |= set(self._processes or {})
            super().shutdown(wait, cancel_futures=cancel_futures)

    monkeypatch.setattr(pool, "ProcessPoolExecutor", Counted)
    assert batch("study.yaml", *FEW, *more, "--jobs", "48", "--out", "many") == 0
    assert [one.asked for one in pools] == [started]
    assert [len(one.pids) for one in pools] == [started]
    assert batch("study.yaml", *FEW, *more, "--out", "one") == 0
    assert digests(folder / "many") == digests(folder / "one")


def test_no_task_is_no_result() -> None:
    assert list(pool.processes(iter(()), 48)) == []
