"""Joins the parts of a batch: looks for them, checks that nothing is missing, and copies them.

Nothing is computed here. A run that some part finished is taken from it by its key, whatever that
part was asked to do. If a run was neither finished nor failed in any part, the join is refused
before anything is copied.
"""

from __future__ import annotations

import glob
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ipscost.batch.incomplete import NO_PART, IncompleteError, StoredPart, Trouble, incomplete
from ipscost.batch.ours import ForeignError
from ipscost.batch.parts import (
    FAILED,
    BatchPart,
    Planned,
    failure,
    failures,
    part,
    record,
    runs,
)
from ipscost.batch.plan import Plan
from ipscost.batch.store import FILE, FOLDER, DamagedError, InUseError, OtherLayoutError, Store
from ipscost.batch.work import Result
from ipscost.messages import Message

JOINED = "joined "
"""Prefix of the name under which a store records the parts that were joined."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What a join collected: how many runs came from parts, what failed, and the parts used."""

    joined: int
    before: int
    failures: tuple[tuple[Planned, Result], ...]
    origins: list[dict[str, Any]]
    used: tuple[StoredPart, ...]


def folders(given: Sequence[str]) -> list[Path]:
    """The folders of `--from`, patterns among them. Raises ValueError if one holds no part."""
    with_parts: list[Path] = []
    for text in given:
        path = Path(text)
        is_pattern = glob.has_magic(text) and not path.exists()
        matches = [Path(each) for each in sorted(glob.glob(text))] if is_pattern else [path]  # noqa: PTH207
        holding = [each for each in matches if parts_in(each)]
        if not holding:
            raise ValueError(
                Message("expected a folder into which --part wrote, found {text}", text=text)
            )
        with_parts += holding
    return with_parts


def parts_in(folder: Path) -> list[BatchPart]:
    """The parts in a folder, by their number."""
    parts = []
    for file in (folder / FOLDER).glob("part-*-of-*.sqlite"):
        named = re.fullmatch(r"part-([0-9]{1,9})-of-([0-9]{1,9})\.sqlite", file.name)
        if named is not None:
            each = BatchPart(int(named[2]), int(named[1]))
            if each.file == file.name and 1 <= each.number <= each.of:
                parts.append(each)
    return sorted(parts)


def check_sources(folder: Path, others: Sequence[Path]) -> list[Path]:
    """The folders in which parts may lie, each once, the output folder first.

    Raises IncompleteError, before anything is created, if there is nothing in any of them.
    """
    different: dict[Path, Path] = {}
    for each in (folder, *others):
        different.setdefault(each.resolve(), each)
    if not any(map(parts_in, different.values())) and not (folder / FOLDER / FILE).exists():
        raise IncompleteError(
            Message("no part of a batch lies in {folder}", folder=folder), NO_PART
        )
    return list(different.values())


def collect(plan: Plan, store: Store, sources: Sequence[Path]) -> Collected:
    """Copies what the parts in `sources` hold of a plan into `store`.

    Raises IncompleteError if a run of the plan is neither finished nor failed; nothing is
    copied then.
    """
    instead_of = Message("--join and --from") if len(sources) > 1 else "--join"
    wanted, digest = set[bytes](), hashlib.sha256()
    for run in runs(plan):
        wanted.add(run.key)
        digest.update(run.key)
    before = wanted & store.keys()
    stored = [_surveyed(each, source) for source in sources for each in parts_in(source)]
    done = before.union(*(wanted & each.keys for each in stored))
    failed = failures(store)
    for each in stored:
        failed |= each.failed
    left = [run for run in runs(plan) if run.key not in done]
    missing = [run for run in left if run.key not in failed]
    mine = [each for each in stored if each.keys & wanted or each.failed.keys() & wanted]
    if missing:
        raise incomplete(plan, missing, stored, mine, instead_of)
    origins = _joined_from(digest.hexdigest()[:32], wanted, store, mine)
    for each in mine:
        _copy(each, store, wanted, instead_of)
    results = tuple((run, failure(run, failed[run.key])) for run in left)
    return Collected(len(done) - len(before), len(before), results, origins, tuple(mine))


def _surveyed(of: BatchPart, folder: Path) -> StoredPart:
    """What a part in a folder holds."""
    stored = StoredPart(of, folder)
    try:
        with stored.hold() as held:
            stored.keys = held.keys()
            stored.failed = failures(held)
            stored.record = record(held)
    except InUseError:
        stored.is_running, stored.trouble = True, Trouble(Message("is still being computed"))
    except OtherLayoutError:
        stored.trouble = Trouble(Message("was computed by another version of ipscost"))
    except (DamagedError, ValueError) as error:
        stored.is_damaged, stored.trouble = (
            True,
            Trouble(Message("is damaged ({error})", error=error)),
        )
    except ForeignError:
        stored.trouble = Trouble(Message("is no part of a batch, in spite of its name"))
    except OSError as error:
        stored.trouble = Trouble(
            Message("cannot be read ({strerror})", strerror=error.strerror or error)
        )
    return stored


def _copy(source: StoredPart, store: Store, wanted: set[bytes], instead_of: str) -> None:
    """Copies a part.

    Raises IncompleteError if a `wanted` run in it is damaged, or if the part has changed since it
    was surveyed.
    """
    again = Message(
        "run the same command with --part {part} instead of {instead_of}",
        part=source.part,
        instead_of=instead_of,
    )
    try:
        with source.hold() as held:
            store.note({f"{FAILED}{key.hex()}": kept for key, kept in source.failed.items()})
            try:
                store.take(held, wanted)
            except DamagedError as error:
                damaged = held.damaged(held.keys() & wanted)
                number = Message("{runs:,} runs", runs=len(damaged))
                if len(damaged) == 1:
                    number = Message("1 run")
                message = Message(
                    "part {part} in {folder} is damaged in {number} ({error})",
                    part=source.part,
                    folder=source.folder,
                    number=number,
                    error=error,
                )
                raise IncompleteError(
                    message, Message("{steps}, then join again", steps=again)
                ) from None
    except (InUseError, OtherLayoutError):
        message = Message(
            "part {part} in {folder} is being computed again",
            part=source.part,
            folder=source.folder,
        )
        raise IncompleteError(message, Message("wait until it ends, then join again")) from None
    except DamagedError as error:
        message = Message(
            "part {part} in {folder} is damaged ({error})",
            part=source.part,
            folder=source.folder,
            error=error,
        )
        fix = Message("remove {file}*, {again}, then join again", file=source.file, again=again)
        raise IncompleteError(message, fix) from None


def _joined_from(
    digest: str, wanted: set[bytes], store: Store, mine: Sequence[StoredPart]
) -> list[dict[str, Any]]:
    """The parts that this batch is joined from, noted in its store under the digest of its runs.

    If a join is killed after some parts were copied and removed, the note still names them.
    """
    origins = json.loads(store.notes(JOINED).get(digest, b"{}"))
    for each in mine:
        origins[str(each.part)] = {
            "runs": len(each.keys & wanted),
            "failed": len(each.failed.keys() & wanted - each.keys),
            "python": each.record.get("versions", {}).get("python", ""),
        }
    store.note({f"{JOINED}{digest}": json.dumps(origins).encode()})
    order = sorted(origins, key=lambda text: part(text))
    return [{"part": name, **origins[name]} for name in order]


def remove(used: Iterable[StoredPart], store: Store, folder: Path) -> None:
    """Removes the parts in `folder` that `store` holds completely; leaves others alone."""
    finished, failed = store.keys(), failures(store).keys()
    for each in used:
        if each.folder != folder:
            continue  # a command removes nothing outside its own folder
        try:
            with each.hold() as held:
                left = held.keys() - finished
                is_copied = left == set(held.damaged(left)) and failures(held).keys() <= failed
        except (InUseError, OtherLayoutError, DamagedError, ForeignError, OSError):
            continue  # it is being computed again
        if is_copied:
            with suppress(OSError):  # the batch is joined, and a leftover part does no harm
                each.file.unlink()
