"""The contents of the files of a batch: CSVs, draws, the manifest."""

from __future__ import annotations

import csv
import errno
import io
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ipscost import delimited
from ipscost.batch.ours import MANIFEST, manifest, refuse_foreign
from ipscost.batch.parts import Planned, runs
from ipscost.batch.plan import Plan
from ipscost.batch.store import FOLDER, DamagedError, Store
from ipscost.batch.variants import value
from ipscost.batch.work import (
    CATEGORIES,
    DRAWS,
    MONTHS,
    PAYERS,
    SUMMARY,
    Result,
    body,
    columns,
    unpack_draws,
)
from ipscost.batch.writing import Writing
from ipscost.texts import cleaned

ERRORS = "errors.csv"
ERROR_COLUMNS = ("file", "line", "column", "code", "path", "message", "fix")
NUMBERS = ("mean", "low", "high", "partial", "line", "column")
LISTED = 1000
"""The most failures that the manifest lists; errors.csv has them all."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed variant, or a scenario that failed as a whole.

    `position` is the index of the scenario and the number of the variant, 0 for a whole scenario.
    """

    position: tuple[int, int]
    result: Result


@dataclass(frozen=True, slots=True)
class _Finished:
    """The runs that the store must have: all that could be run, except those that failed."""

    plan: Plan
    failed: frozenset[bytes]

    def runs(self) -> Iterator[Planned]:
        """Each of them, in the order of the rows."""
        return (run for run in runs(self.plan) if run.key not in self.failed)

    def keys(self) -> Iterator[bytes]:
        """The keys alone."""
        return (run.key for run in self.runs())


def _finished(plan: Plan, failures: Sequence[Failure]) -> _Finished:
    return _Finished(plan, frozenset(failure.result.key for failure in failures))


@contextmanager
def naming_damaged(plan: Plan, store: Store, failures: Sequence[Failure]) -> Iterator[None]:
    """If a finished run is damaged in the store, raises an error that names all such runs.

    They are removed from the store, so that the next batch computes them again.
    """
    try:
        yield
    except DamagedError as error:
        if error.key is None:
            raise
        raise _named(error, store, _finished(plan, failures)) from None


def check_folder(folder: Path) -> None:
    """Creates the folder. Raises ForeignError if others' files in it have our names."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except RecursionError:  # folders nested hundreds of times
        raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG)) from None
    if not (folder / FOLDER).is_dir():  # otherwise the store knows more
        refuse_foreign(folder, {})


def write_tables(
    writing: Writing, plan: Plan, store: Store, failures: Sequence[Failure], dialect: str
) -> dict[str, dict[str, Any]]:
    """Writes every file except the manifest. Returns size and SHA-256 of each, by name."""
    _write_results(writing, plan, store, _finished(plan, failures), dialect)
    if failures:
        head = ("scenario", "variant", *plan.design.paths, *ERROR_COLUMNS)
        rows = (row for failure in failures for row in _error_rows(plan, failure))
        part = body(rows, "standard").encode()
        writing.write(ERRORS, _csv(head, [part], plan, dialect))
    return writing.record()


def _write_results(
    writing: Writing, plan: Plan, store: Store, finished: _Finished, dialect: str
) -> None:
    """Writes the tables and the draws of finished runs."""
    names = [SUMMARY, CATEGORIES, PAYERS, *([MONTHS] if plan.options.months else [])]
    for name in names:
        parts = (_unpacked(part) for part in store.table(name, finished.keys()))
        writing.write(f"{name}.csv", _csv(columns(plan.design.paths), parts, plan, dialect))
    if plan.options.keep_draws:
        _write_draws(writing, plan, store, finished)


def _named(error: DamagedError, store: Store, finished: _Finished) -> DamagedError:
    """The error, naming all damaged runs, after they were removed from the store."""
    damaged = set(store.damaged(finished.keys()))
    store.forget(damaged)
    names = (
        f"{run.entry.name} {run.variant.name}".strip()
        for run in finished.runs()
        if run.key in damaged
    )
    return DamagedError(str(error), error.key, tuple(names))


def _unpacked(part: bytes) -> bytes:
    """The rows of a part as they were before compression."""
    try:
        return zlib.decompress(part)
    except zlib.error as error:
        raise DamagedError(str(error)) from None


def write_manifest(writing: Writing, content: dict[str, Any]) -> None:
    """Writes the manifest, last of all."""
    writing.write(MANIFEST, [manifest(cleaned(content))])


def failed(plan: Plan, failures: Sequence[Failure]) -> list[dict[str, Any]]:
    """The first failures, as the manifest lists them."""
    return [
        {
            "scenario": failure.result.scenario,
            "variant": failure.result.variant.name,
            "changes": [change.setting for change in failure.result.variant.changes],
            "problems": [problem.render() for problem in failure.result.problems],
            **({"bug": failure.result.bug} if failure.result.bug else {}),
        }
        for failure in failures[:LISTED]
    ]


def _error_rows(plan: Plan, failure: Failure) -> Iterator[list[Any]]:
    """The rows of errors.csv for a failure: one per problem."""
    result = failure.result
    values = [value(change.text) for change in result.variant.changes]
    values = values or [""] * len(plan.design.paths)
    for problem in result.problems:
        span = problem.span
        position = [span.file, span.line or None, span.column or None]
        cells = [problem.code, problem.path, problem.message, problem.fix]
        yield [result.scenario, result.variant.name, *values, *position, *cells]


# --- files -----------------------------------------------------------------------------------


def _csv(head: Sequence[str], parts: Iterable[bytes], plan: Plan, dialect: str) -> Iterator[bytes]:
    """The bytes of a CSV: its heading, then parts in the standard dialect turned into `dialect`."""
    yield delimited.write([head], dialect).encode()
    if dialect == "standard":
        yield from parts
        return
    numeric = {*plan.design.paths, *NUMBERS}
    is_number = [name in numeric for name in head]
    for part in parts:
        rows = csv.reader(io.StringIO(part.decode(), newline=""))
        texts = ([delimited.original(cell) for cell in row] for row in rows)
        pairs = (zip(row, is_number, strict=True) for row in texts)
        cells = [[value(cell) if number else cell for cell, number in row] for row in pairs]
        yield body(cells, dialect).encode()


def _write_draws(writing: Writing, plan: Plan, store: Store, finished: _Finished) -> None:
    """draws.parquet: one row per draw and number, a row group per variant."""
    import pyarrow as pa
    import pyarrow.parquet as parquet

    text, varied = pa.string(), list(plan.design.paths)
    names = ("scenario", "variant", *varied, "arm", "versus", "measure", "path", "unit")
    schema = pa.schema(
        [*((name, text) for name in names), ("draw", pa.int32()), ("value", pa.float64())]
    )
    with (
        writing.file("draws.parquet") as file,
        parquet.ParquetWriter(file, schema, use_dictionary=list(names)) as writer,
    ):
        for run in finished.runs():
            variant = run.variant
            first = [run.entry.name, variant.name, *(change.text for change in variant.changes)]
            first = cleaned(first)
            for packed in store.table(DRAWS, [run.key]):
                for labels, values in unpack_draws(packed):
                    texts = [*first, *(labels[n] for n in names[2 + len(varied) :])]
                    same = [pa.repeat(each, values.size) for each in texts]
                    draw = pa.array(range(1, values.size + 1), pa.int32())
                    writer.write_table(pa.table([*same, draw, pa.array(values)], schema=schema))
