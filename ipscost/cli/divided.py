"""The options of a divided batch, which of them go together, and what is said about a part."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipscost import numerals
from ipscost.cli.values import whole
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.settings import WORKER_TIMEOUT

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipscost.batch.parts import BatchPart
    from ipscost.batch.variants import Design

MOST_JOBS = 1024
"""More processes than any machine serves; a larger number is probably a typo."""
LONGEST_WAIT = 604_800
"""A week, in seconds."""


def _jobs(text: str | int) -> int:
    """A number of processes."""
    jobs = whole(text)
    if not 1 <= jobs <= MOST_JOBS:
        raise typer.BadParameter(
            Message("expected 1 to {most} processes, found {text}", most=MOST_JOBS, text=text)
        )
    return jobs


def _seconds(text: str | int) -> int:
    """A number of seconds to wait."""
    said = str(text).strip()
    seconds = numerals.count(said, digits=18) or 0
    if 1 <= seconds <= LONGEST_WAIT:
        return seconds
    fix = Message("write for example {worker_timeout}", worker_timeout=WORKER_TIMEOUT)
    if re.fullmatch(r"[+-]?[0-9]+([.,][0-9]{1,2})?([eE]\+?[0-9]+)?", said):
        number = float(said.replace(",", "."))
        fix = Message("write {meant}", meant=math.floor(min(max(number, 1), LONGEST_WAIT)))
    message = Message(
        "expected whole seconds from 1 to {most} (a week), found '{text}'; {fix}",
        most=LONGEST_WAIT,
        text=text,
        fix=fix,
    )
    raise typer.BadParameter(message)


@dataclass(frozen=True, repr=False, eq=False)
class Sharing:
    """Who computes a batch: processes, a cluster, or machines that share nothing."""

    jobs: Annotated[
        int,
        typer.Option(metavar="N", parser=_jobs),
    ] = 1
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="tcp://HOST:PORT", show_default=False),
    ] = None
    worker_timeout: Annotated[
        int | None,
        typer.Option(metavar="SECONDS", parser=_seconds, show_default=False),
    ] = None
    part: Annotated[
        str | None,
        typer.Option("--part", metavar="K/N", show_default=False),
    ] = None
    join: Annotated[bool, typer.Option("--join")] = False
    from_: Annotated[
        list[str] | None,
        typer.Option("--from", metavar="DIR", show_default=False),
    ] = None


def part(sharing: Sharing) -> BatchPart | None:
    """The part that `--part` names. Refuses what does not go with it, or with `--join`."""
    join, scheduler = sharing.join, sharing.scheduler
    if join and scheduler is not None:
        raise AskedError(Message("--join computes nothing; leave out --scheduler"))
    if sharing.part is None:
        return None
    if join:
        message = Message(
            "--part computes a part, and --join puts together what parts computed; keep one"
        )
        raise AskedError(message)
    if scheduler is not None:
        message = Message(
            "--part is for machines that share nothing, and --scheduler for a cluster, which "
            "divides the work by itself; keep one"
        )
        raise AskedError(message)
    from ipscost.batch.parts import part as meant

    try:
        return meant(sharing.part)
    except ValueError as error:
        raise AskedError(Message("--part: {error}", error=error)) from None


def mine(part: BatchPart | None, design: Design) -> Callable[[int], bool] | None:
    """Whether a part has runs of the scenario with an index; None if there are no parts."""
    return None if part is None else lambda index: bool(part.variants(design, index))


def others(sharing: Sharing) -> list[Path]:
    """The folders that `--from` names."""
    if not sharing.from_:
        return []
    if not sharing.join:
        message = Message("--from names folders whose parts --join puts together; add --join")
        raise AskedError(message)
    from ipscost.batch.joins import folders

    try:
        return folders(sharing.from_)
    except ValueError as error:
        raise AskedError(Message("--from: {error}", error=error)) from None
    except OSError as error:
        message = Message(
            "--from: a folder cannot be read: {strerror}; check its name",
            strerror=error.strerror or error,
        )
        raise AskedError(message) from None


def record(out: Path, part: BatchPart | None) -> str:
    """The files of a record of finished runs; their folder, if it holds nothing else."""
    from ipscost.batch.joins import parts_in
    from ipscost.batch.store import FILE, FOLDER

    if part is None and not parts_in(out):
        return str(out / FOLDER)
    return f"{out / FOLDER / (FILE if part is None else part.file)}*"
