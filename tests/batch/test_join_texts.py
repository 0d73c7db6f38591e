"""What a join says where parts cannot be used, without the batches that lead there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from batches import FEW, STUDY, batch

from ipscost.batch import incomplete, joins
from ipscost.batch.incomplete import IncompleteError, StoredPart, Trouble
from ipscost.batch.parts import BatchPart
from ipscost.batch.store import DamagedError, InUseError, OtherLayoutError

Patch = pytest.MonkeyPatch
OUT = Path("out")
NOW: dict[str, Any] = {
    "runs": "now",
    "versions": {"ipscost": "1", "numpy": "2", "scipy": "1"},
    "options": {"seed": 1, "price_year": 2020, "months": True, "settings": []},
    "design": {"variants": 2},
    "scenarios": ["study"],
    "files": {"study": {"study.yaml": "a"}},
}


def part(number: int, of: int = 9, **more: Any) -> StoredPart:
    """A part that was found."""
    return StoredPart(BatchPart(of, number), OUT, **more)


def lacking(runs: int, numbers: Iterable[int]) -> tuple[Any, list[Any]]:
    """A plan of so many runs of one scenario, and those that are missing."""
    plan = type("Plan", (), {"design": [*range(runs)], "__len__": lambda _: runs})()
    missing = [SimpleNamespace(index=0, variant=SimpleNamespace(number=n)) for n in numbers]
    return plan, missing


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ({"runs": "now", "options": {}}, ""),
        ({"versions": {**NOW["versions"], "ipscost": "0"}}, "was computed by ipscost 0, not 1"),
        (
            {"options": {**NOW["options"], "seed": 2, "price_year": None}},
            "was computed with --seed 2, not 1 and without --price-year",
        ),
        ({"options": {**NOW["options"], "months": False}}, "was computed without --months"),
        (
            {"options": {**NOW["options"], "settings": ["a=1"]}},
            "was computed with another --set",
        ),
        (
            {"scenarios": ["study", "a", "b", "c", "d", "e", "f"]},
            "was computed for other scenarios: only one of the two has a, b, c, d, e and 1 more",
        ),
        (
            {"files": {"study": {"study.yaml": "b"}}},
            "was computed from another study.yaml",
        ),
        ({}, "is of another batch"),
    ],
)
def test_how_a_part_differs_is_said(then: dict[str, Any], said: str, monkeypatch: Patch) -> None:
    monkeypatch.setattr(incomplete, "described", lambda *_: NOW)
    record = {**NOW, "runs": "then", **then}
    plan: Any = None
    found = incomplete._difference(plan, part(1, record=record))
    assert ("" if found is None else found.text) == said


def test_no_more_than_five_parts_that_are_of_no_use_are_named() -> None:
    plan, missing = lacking(9, range(1, 8))
    damaged = Trouble("is damaged (why)")
    found = [part(number, trouble=damaged) for number in range(1, 8)]
    _, *lines = str(incomplete.incomplete(plan, missing, found, found, "--join")).splitlines()
    assert lines[0] == "  part 1/9 in out is damaged (why)"
    assert lines[4:] == ["  part 5/9 in out is damaged (why)", "  and 2 more"]


@pytest.mark.parametrize(
    ("error", "message", "fix"),
    [
        (
            InUseError("in use"),
            "part 3/9 in out is being computed again",
            "wait until it ends, then join again",
        ),
        (
            OtherLayoutError(),
            "part 3/9 in out is being computed again",
            "wait until it ends, then join again",
        ),
        (
            DamagedError("file is not a database"),
            "part 3/9 in out is damaged (file is not a database)",
            "remove out/.ipscost-batch/part-3-of-9.sqlite*, run the same command with --part 3/9 "
            "instead of --join and --from, then join again",
        ),
    ],
)
def test_a_part_that_changed_since_it_was_looked_at_is_said(
    error: Exception, message: str, fix: str, monkeypatch: Patch
) -> None:
    @contextmanager
    def hold(_: StoredPart) -> Iterator[Any]:
        raise error
        yield

    monkeypatch.setattr(StoredPart, "hold", hold)
    store: Any = None
    with pytest.raises(IncompleteError) as caught:
        joins._copy(part(3), store, set(), "--join and --from")
    assert (str(caught.value), caught.value.fix) == (message, fix)


@pytest.mark.parametrize(
    ("running", "fix"),
    [
        ((2,), "wait until part 2/3 ends, then join again"),
        ((2, 3), "wait until part 2/3 and part 3/3 end, then join again"),
    ],
)
def test_parts_that_are_computed_are_waited_for(running: tuple[int, ...], fix: str) -> None:
    plan, missing = lacking(3, running)
    found = [part(number, 3, trouble=Trouble("runs"), is_running=True) for number in running]
    error = incomplete.incomplete(plan, missing, found, found, "--join")
    assert error.fix == fix


def test_a_join_without_any_part_says_how_parts_are_made(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "study.yaml").write_text(STUDY, encoding="utf-8")
    assert batch("study.yaml", *FEW, "--out", "out", "--join") == 2
    assert capsys.readouterr().err == (
        "error: no part of a batch lies in out\n"
        "  fix: run the same command with --part 1/N to --part N/N instead of --join, N being the "
        "number of parts, then join; or leave out --join to compute all of it at once\n"
    )
