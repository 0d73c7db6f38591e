"""Where results and complaints go: stdout or a whole file, and stderr."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ipscost import files
from ipscost.cli import screen
from ipscost.errors import AskedError, ScenarioError, nearest
from ipscost.texts import STAND_INS, harmless, harmless_lines

MOST_TOLD = 20
"""How many problems are shown at once, unless all are asked for: about a screenful."""
SCENARIOS = (".yaml", ".yml")
"""The endings of scenario files, to which no result is written."""

WITHOUT_NOTES = ("csv", "jsonl", "parquet")
"""The formats that hold numbers alone."""
FOR_MACHINES = (*WITHOUT_NOTES, "json")
"""The formats that hold every number of a result, whatever tables show of it."""

if TYPE_CHECKING:
    from ipscost.cli.options import Output
    from ipscost.formats import Page
    from ipscost.report.report import Report


def writer(output: Output) -> Callable[[Report], None]:
    """A function that renders a report and writes it where the options say.

    Mistakes in the options are reported here, before any work is done.
    """
    from ipscost.formats import Page, render

    out = output.out
    chosen = _format(output.format_, out)
    _check_dialect_of(output.csv_dialect, chosen)
    if out is None and sys.stdout is None:
        raise AskedError("the standard output is closed; name a file with --out")
    terminal = out is None and sys.stdout.isatty()
    _check_binary(chosen, terminal)
    color = terminal and colored(output.no_color)
    width = screen.width() if out is None else screen.USUAL
    page = Page(
        width=width,
        color=color,
        csv_dialect=output.csv_dialect,
        language=output.language,
        short=is_short(output),
        encoding=encoding() if out is None else "utf-8",
    )
    if output.only or output.list_tables:
        return _writer_of_tables(output, chosen, page)
    return lambda report: write(render(report, chosen, page), out)


def encoding() -> str:
    """The encoding of the standard output."""
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def _writer_of_tables(output: Output, chosen: str, page: Page) -> Callable[[Report], None]:
    """A function that writes the tables that --only names, or lists those there are."""
    from ipscost.formats import render, titles
    from ipscost.report.report import only, tables_by_name

    if output.list_tables:
        return lambda report: write(titles(report, page.language), output.out)
    if chosen in FOR_MACHINES:
        out = output.out
        other = "--format table" if out is None else f"--out {out.with_suffix('.md')}"
        message = f"--only shows a table, and {chosen} has every number as a row; write {other}"
        raise AskedError(message)
    names = output.only or ()

    def show(report: Report) -> None:
        known = tuple(tables_by_name(report))
        for name in names:
            if name not in known:
                fix = nearest(name, known) if known else "leave --only out"
                raise AskedError(f"--only {name}: no table is called that; {fix}")
        content = render(only(report, names), chosen, page)
        write(content.lstrip("\n") if isinstance(content, str) else content, output.out)

    return show


def is_short(output: Output) -> bool:
    """True where a reader is shown the answer alone: in a table, to the standard output."""
    return output.out is None and output.format_ in (None, "table") and not output.notes


def has_notes(output: Output) -> bool:
    """True where what is written has notes; rows for machines and single tables have none."""
    if output.only or output.list_tables:
        return False
    ending = "" if output.out is None else output.out.suffix.lower()
    return (output.format_ or ending.lstrip(".")) not in WITHOUT_NOTES


def colored(no_color: bool) -> bool:
    """True if the output is a terminal that may receive colours, which are escape codes."""
    is_dumb = os.environ.get("TERM") in ("dumb", "unknown")
    return not (no_color or os.environ.get("NO_COLOR") or is_dumb)


def _format(name: str | None, out: Path | None) -> str:
    """The format that the options ask for. Refuses an unknown one."""
    from ipscost.formats import FORMATS, SUFFIXES

    if out is not None:
        promise_result(out)
    ending = out.suffix.lower() if out is not None else ""
    if name is None and out is not None and ending not in SUFFIXES:
        endings = ", ".join(SUFFIXES)
        message = f"--out {out}: the ending names no format; use {endings}, or add --format"
        raise AskedError(message)
    chosen = name or (SUFFIXES[ending] if out else "table")
    if chosen not in FORMATS:
        raise AskedError(f"--format must be one of {', '.join(FORMATS)}, not '{chosen}'")
    return chosen


def check_dialect(csv_dialect: str) -> None:
    """Refuses an unknown dialect."""
    if csv_dialect == "standard":
        return
    from ipscost.delimited import DIALECTS

    if csv_dialect not in DIALECTS:
        known = ", ".join(DIALECTS)
        raise AskedError(f"--csv-dialect must be one of {known}, not '{csv_dialect}'")


def _check_dialect_of(csv_dialect: str, chosen: str) -> None:
    """Refuses an unknown dialect, and any dialect for a format other than CSV."""
    check_dialect(csv_dialect)
    if csv_dialect != "standard" and chosen != "csv":
        message = f"--csv-dialect {csv_dialect} is for CSV, but the format is {chosen}; "
        raise AskedError(f"{message}add --format csv")


def _check_binary(chosen: str, terminal: bool) -> None:
    """Refuses a format that a terminal cannot show, and one whose library is missing."""
    from ipscost.formats import BINARY, MissingLibraryError, require

    if chosen in BINARY and terminal:
        message = f"--format {chosen} is no text that a terminal can show; "
        raise AskedError(f"{message}add --out result.{chosen}")
    try:
        require(chosen)
    except MissingLibraryError as error:
        raise AskedError(f"--format {error}") from None


def promise(out: Path, option: str = "--out") -> None:
    """Announces a file to be written. Refuses one that cannot be, or that the run reads."""
    if out.is_dir():
        raise AskedError(f"{out} is a directory; name a file in it")
    if not out.parent.is_dir():
        raise AskedError(f"{out}: the folder {out.parent} does not exist; create it")
    files.writes(out, option)


def promise_result(out: Path) -> None:
    """Announces the result of --out; refuses the name of a scenario as well."""
    promise(out)
    if out.suffix.lower() in SCENARIOS:
        raise AskedError(f"--out {out} would overwrite a scenario; name another file")


def write(content: str | bytes, out: Path | None) -> None:
    """Writes text or bytes to stdout, or completely to a file."""
    if out is None:
        if sys.stdout is None:
            raise AskedError("the standard output is closed; name a file with --out")
        typer.echo(content, file=sys.stdout, nl=False)  # otherwise typer trips over an ASCII stream
        return
    try:
        text = content if isinstance(content, bytes) else content.encode(errors=STAND_INS)
        files.write(out, text)
    except OSError as error:
        reason = error.strerror or str(error)
        if error.errno == errno.ENXIO:
            reason = "it is a pipe that nobody reads; start its reader first"
        raise AskedError(f"{out} cannot be written: {reason}") from None


def tell(text: str, *, err: bool = True, lines: bool = False) -> None:
    """Prints a text of one line, or of `lines`, to stderr (or stdout), made safe for a terminal."""
    stream = sys.stderr if err else sys.stdout
    if stream is not None:
        said = harmless_lines(text) if lines else harmless(text)
        typer.echo(screen.folded(said) if err else said, file=stream)


def complain(error: ScenarioError, *, every: bool = False) -> int:
    """The problems to stderr, `every` one or the first of very many; the exit code of them.

    1 where something is wrong in a file, 2 where only what was asked for on the command line is.
    """
    told = error.problems if every else error.problems[:MOST_TOLD]
    for problem in told:
        tell(problem.render(), lines=True)
    if more := len(error.problems) - len(told):
        which = "one more problem" if more == 1 else f"{more:,} more problems"
        tell(f"... and {which}; mend these first, or see all of them with ipscost check --all")
    return 2 if error.is_asked else 1
