"""The files of a batch: CSVs, draws, the manifest. Each is written beside, then renamed whole."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from ipscost import delimited
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

MANIFEST = "manifest.json"
ERRORS = "errors.csv"
OWN = (
    "summary.csv",
    "categories.csv",
    "payers.csv",
    "months.csv",
    "draws.parquet",
    ERRORS,
    MANIFEST,
)
ERROR_COLUMNS = ("file", "line", "column", "code", "path", "message", "fix")
NUMBERS = ("mean", "low", "high", "partial", "line", "column")
LISTED = 1000
"""How many failures the manifest lists; errors.csv has them all."""


class ForeignError(RuntimeError):
    """The folder holds files of these names that no batch wrote."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A variant, or a whole scenario, that failed, with its place in the batch."""

    place: tuple[int, int]
    result: Result


def check_folder(folder: Path) -> None:
    """Makes the folder. Raises ForeignError where it holds other people's files of our names."""
    folder.mkdir(parents=True, exist_ok=True)
    foreign = [name for name in OWN if (folder / name).exists()]
    if foreign and not (folder / FOLDER).is_dir() and not _is_manifest(folder / MANIFEST):
        raise ForeignError(", ".join(foreign))


def _is_manifest(file: Path) -> bool:
    """True for the manifest of a batch."""
    try:
        return "ipscost" in json.loads(file.read_text(encoding="utf-8"))["versions"]
    except (OSError, ValueError, KeyError, TypeError):
        return False


def write_tables(
    folder: Path, plan: Plan, store: Store, failures: Sequence[Failure], dialect: str
) -> dict[str, dict[str, Any]]:
    """Every file but the manifest; by name its size and SHA-256."""
    names = [SUMMARY, CATEGORIES, PAYERS, *([MONTHS] if plan.options.months else [])]
    written = {}
    (folder / MANIFEST).unlink(missing_ok=True)  # it would name files that are being replaced
    for name in names:
        parts = (_unpacked(part) for part in store.table(name, keys(plan)))
        lines = _csv(columns(plan.design.paths), parts, plan, dialect)
        written[f"{name}.csv"] = _whole(folder, f"{name}.csv", lines)
    if plan.options.keep_draws:
        written["draws.parquet"] = _draws(folder, plan, store)
    if failures:
        head = ("scenario", "variant", *plan.design.paths, *ERROR_COLUMNS)
        rows = (row for failure in failures for row in _error_rows(plan, failure))
        part = body(rows, "standard").encode()
        written[ERRORS] = _whole(folder, ERRORS, _csv(head, [part], plan, dialect))
    for name in OWN:
        if name not in written and name != MANIFEST:
            (folder / name).unlink(missing_ok=True)  # of an earlier batch in this folder
    return written


def _unpacked(part: bytes) -> bytes:
    """The rows of a part as they were before they were kept."""
    try:
        return zlib.decompress(part)
    except zlib.error as error:
        raise DamagedError(str(error)) from None


def keys(plan: Plan) -> Iterator[bytes]:
    """The key of every variant that could be run, in the order of the rows."""
    for entry in plan.runnable:
        base = plan.base(entry)
        yield from (plan.key(base, variant) for variant in plan.variants())


def write_manifest(folder: Path, content: dict[str, Any]) -> None:
    """The manifest, last of all: where it is, the files that it names are whole."""
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    _whole(folder, MANIFEST, iter([text.encode()]))


def failed(plan: Plan, failures: Sequence[Failure]) -> list[dict[str, Any]]:
    """The first failures as the manifest tells them."""
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
    """A row per problem."""
    result = failure.result
    values = [value(change.text) for change in result.variant.changes]
    values = values or [""] * len(plan.design.paths)
    for problem in result.problems:
        span = problem.span
        place = [span.file, span.line or None, span.column or None]
        told = [problem.code, problem.path, problem.message, problem.fix]
        yield [result.scenario, result.variant.name, *values, *place, *told]


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


def _whole(folder: Path, name: str, parts: Iterator[bytes]) -> dict[str, Any]:
    """Writes a file beside its place, then renames it; its size and SHA-256."""
    beside = folder / FOLDER / f"{name}.part"
    digest, size = hashlib.sha256(), 0
    with beside.open("wb") as file:
        for part in parts:
            file.write(part)
            digest.update(part)
            size += len(part)
        _flush(file)
    beside.replace(folder / name)
    return {"bytes": size, "sha256": digest.hexdigest()}


def _flush(file: BinaryIO) -> None:
    """Everything to the disk, so that a full one is told here and not after the renaming."""
    file.flush()
    os.fsync(file.fileno())


def _draws(folder: Path, plan: Plan, store: Store) -> dict[str, Any]:
    """draws.parquet: one row per draw and number, a row group per variant."""
    import pyarrow as pa
    import pyarrow.parquet as parquet

    text, varied = pa.string(), list(plan.design.paths)
    names = ("scenario", "variant", *varied, "arm", "versus", "measure", "path", "unit")
    schema = pa.schema(
        [*((name, text) for name in names), ("draw", pa.int32()), ("value", pa.float64())]
    )
    beside = folder / FOLDER / "draws.parquet.part"
    with parquet.ParquetWriter(beside, schema, use_dictionary=list(names)) as writer:
        for entry in plan.runnable:
            base = plan.base(entry)
            for variant in plan.variants():
                first = [entry.name, variant.name, *(change.text for change in variant.changes)]
                for packed in store.table(DRAWS, [plan.key(base, variant)]):
                    for labels, values in unpack_draws(packed):
                        texts = [*first, *(labels[n] for n in names[2 + len(varied) :])]
                        same = [pa.repeat(each, values.size) for each in texts]
                        draw = pa.array(range(1, values.size + 1), pa.int32())
                        writer.write_table(pa.table([*same, draw, pa.array(values)], schema=schema))
    with beside.open("rb+") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        _flush(file)
    size = beside.stat().st_size
    beside.replace(folder / "draws.parquet")
    return {"bytes": size, "sha256": digest}
