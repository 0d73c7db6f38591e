"""The options of a batch in parts, what goes with what, and what is told of a part."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipscost.batch.parts import Part
    from ipscost.batch.variants import Design

PartOption = Annotated[
    str | None,
    typer.Option(
        "--part",
        metavar="K/N",
        help="Compute part K of N alone, for --join: parts may run anywhere, at any time.",
        show_default=False,
    ),
]
Join = Annotated[
    bool, typer.Option("--join", help="Write the tables from parts; nothing is computed.")
]
From = Annotated[
    list[str] | None,
    typer.Option(
        "--from",
        metavar="DIR",
        help="With --join: another folder into which parts were written; may be given again.",
        show_default=False,
    ),
]


def share(part: str | None, join: bool, scheduler: str | None) -> Part | None:
    """The part that `--part` names. Refuses what does not go with it, or with `--join`."""
    if join and scheduler is not None:
        raise typer.BadParameter("--join computes nothing; leave out --scheduler")
    if part is None:
        return None
    if join:
        message = "--part computes a part, and --join puts together what parts computed; keep one"
        raise typer.BadParameter(message)
    if scheduler is not None:
        message = (
            "--part is for machines that share nothing, and --scheduler for a cluster, which "
            "divides the work by itself; keep one"
        )
        raise typer.BadParameter(message)
    from ipscost.batch.parts import part as meant

    try:
        return meant(part)
    except ValueError as error:
        raise typer.BadParameter(f"--part: {error}") from None


def mine(part: Part | None, design: Design) -> Callable[[int], bool] | None:
    """Whether a part has runs of the scenario at a place; None where there are no parts."""
    return None if part is None else lambda place: bool(part.variants(design, place))


def others(given: list[str] | None, join: bool) -> list[Path]:
    """The folders that `--from` names."""
    if not given:
        return []
    if not join:
        message = "--from names folders whose parts --join puts together; add --join"
        raise typer.BadParameter(message)
    from ipscost.batch.joins import folders

    try:
        return folders(given)
    except ValueError as error:
        raise typer.BadParameter(f"--from: {error}") from None
    except OSError as error:
        message = f"--from: a folder cannot be read: {error.strerror or error}; check its name"
        raise typer.BadParameter(message) from None


def record(out: Path, part: Part | None) -> str:
    """The files of a record of finished runs; the folder that holds them where it holds no more."""
    from ipscost.batch.joins import lying
    from ipscost.batch.store import FILE, FOLDER

    if part is None and not lying(out):
        return str(out / FOLDER)
    return f"{out / FOLDER / (FILE if part is None else part.file)}*"
