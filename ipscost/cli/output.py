"""Where results and complaints go: stdout or a whole file, and stderr."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ipscost.errors import ScenarioError

if TYPE_CHECKING:
    from ipscost.table import Report


def writer(name: str | None, out: Path | None, no_color: bool) -> Callable[[Report], None]:
    """A function that renders a report and writes it where the options say.

    Mistakes in the options are found here, before any work is done.
    """
    from ipscost.formats import FORMATS, SUFFIXES, Page, render

    if out is not None:
        check_out(out)
        if out.suffix in (".yaml", ".yml"):
            raise typer.BadParameter(f"--out {out} would overwrite a scenario; name another file")
    if name is None and out is not None and out.suffix not in SUFFIXES:
        endings = ", ".join(SUFFIXES)
        message = f"--out {out}: the ending names no format; use {endings}, or add --format"
        raise typer.BadParameter(message)
    chosen = name or (SUFFIXES[out.suffix] if out else "table")
    if chosen not in FORMATS:
        raise typer.BadParameter(f"--format must be one of {', '.join(FORMATS)}, not '{chosen}'")
    terminal = out is None and sys.stdout.isatty()
    color = terminal and not no_color and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size((80, 24)).columns if out is None else 80
    page = Page(width=max(40, min(width, 120)), color=color)
    return lambda report: write(render(report, chosen, page), out)


def check_out(out: Path) -> None:
    """Refuses a file that cannot be written."""
    if out.is_dir():
        raise typer.BadParameter(f"{out} is a directory; name a file in it")
    if not out.parent.is_dir():
        raise typer.BadParameter(f"{out}: the folder {out.parent} does not exist; create it")


def write(text: str, out: Path | None) -> None:
    """Text to stdout, or whole to a file: written beside it, then renamed."""
    if out is None:
        typer.echo(text, nl=False)
        return
    check_out(out)
    try:
        handle, beside = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    except OSError as error:
        raise typer.BadParameter(f"{out} cannot be written: {error.strerror}") from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        mask = os.umask(0)
        os.umask(mask)
        Path(beside).chmod(0o666 & ~mask)
        Path(beside).replace(out)
    except OSError as error:
        raise typer.BadParameter(f"{out} cannot be written: {error.strerror}") from None
    finally:
        Path(beside).unlink(missing_ok=True)


def complain(error: ScenarioError) -> None:
    """Every problem to stderr."""
    for problem in error.problems:
        typer.echo(problem.render(), err=True)
