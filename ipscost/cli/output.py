"""Where results and complaints go: stdout or a whole file, and stderr."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ipscost import files
from ipscost.cli import screen, spoken
from ipscost.errors import AskedError, Problem, ScenarioError, nearest
from ipscost.messages import Message
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
        raise AskedError(Message("the standard output is closed; name a file with --out"))
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
        message = Message(
            "--only shows a table, and {chosen} has every number as a row; write {other}",
            chosen=chosen,
            other=other,
        )
        raise AskedError(message)
    names = output.only or ()

    def show(report: Report) -> None:
        known = tuple(tables_by_name(report))
        for name in names:
            if name not in known:
                fix = nearest(name, known) if known else Message("leave --only out")
                raise AskedError(
                    Message("--only {name}: no table is called that; {fix}", name=name, fix=fix)
                )
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
        message = Message(
            "--out {out}: the ending names no format; use {endings}, or add --format",
            out=out,
            endings=endings,
        )
        raise AskedError(message)
    chosen = name or (SUFFIXES[ending] if out else "table")
    if chosen not in FORMATS:
        raise AskedError(
            Message(
                "--format must be one of {formats}, not '{chosen}'",
                formats=", ".join(FORMATS),
                chosen=chosen,
            )
        )
    return chosen


def check_dialect(csv_dialect: str) -> None:
    """Refuses an unknown dialect."""
    if csv_dialect == "standard":
        return
    from ipscost.delimited import DIALECTS

    if csv_dialect not in DIALECTS:
        known = ", ".join(DIALECTS)
        raise AskedError(
            Message(
                "--csv-dialect must be one of {known}, not '{csv_dialect}'",
                known=known,
                csv_dialect=csv_dialect,
            )
        )


def _check_dialect_of(csv_dialect: str, chosen: str) -> None:
    """Refuses an unknown dialect, and any dialect for a format other than CSV."""
    check_dialect(csv_dialect)
    if csv_dialect != "standard" and chosen != "csv":
        raise AskedError(
            Message(
                "--csv-dialect {csv_dialect} is for CSV, but the format is {chosen}; add "
                "--format csv",
                csv_dialect=csv_dialect,
                chosen=chosen,
            )
        )


def _check_binary(chosen: str, terminal: bool) -> None:
    """Refuses a format that a terminal cannot show, and one whose library is missing."""
    from ipscost.formats import BINARY, MissingLibraryError, require

    if chosen in BINARY and terminal:
        raise AskedError(
            Message(
                "--format {chosen} is no text that a terminal can show; add --out result.{chosen}",
                chosen=chosen,
            )
        )
    try:
        require(chosen)
    except MissingLibraryError as error:
        raise AskedError(Message("--format {error}", error=error)) from None


def promise(out: Path, option: str = "--out") -> None:
    """Announces a file to be written. Refuses one that cannot be, or that the run reads."""
    if out.is_dir():
        raise AskedError(Message("{out} is a directory; name a file in it", out=out))
    if not out.parent.is_dir():
        raise AskedError(
            Message(
                "{out}: the folder {parent} does not exist; create it", out=out, parent=out.parent
            )
        )
    files.writes(out, option)


def promise_result(out: Path) -> None:
    """Announces the result of --out; refuses the name of a scenario as well."""
    promise(out)
    if out.suffix.lower() in SCENARIOS:
        raise AskedError(
            Message("--out {out} would overwrite a scenario; name another file", out=out)
        )


def promise_scenario(out: Path, read: Iterable[str] = (), *, force: bool) -> None:
    """Announces a scenario that --out writes: a new file, unless `force`, and none that is read."""
    if out.suffix.lower() not in SCENARIOS:
        raise AskedError(
            Message(
                "--out {out} is a scenario here; name it .yaml, and use --format with > for "
                "the result",
                out=out,
            )
        )
    for file in read:
        if out.exists() and Path(file).exists() and out.samefile(file):
            raise AskedError(Message("--out {out} is read here; name another file", out=out))
    promise(out)
    if out.exists() and not force:
        raise AskedError(
            Message("{out} is there already; choose another name, or add --force", out=out)
        )


def write(content: str | bytes, out: Path | None) -> None:
    """Writes text or bytes to stdout, or completely to a file."""
    if out is None:
        if sys.stdout is None:
            raise AskedError(Message("the standard output is closed; name a file with --out"))
        typer.echo(content, file=sys.stdout, nl=False)  # otherwise typer trips over an ASCII stream
        return
    try:
        text = content if isinstance(content, bytes) else content.encode(errors=STAND_INS)
        files.write(out, text)
    except OSError as error:
        reason = error.strerror or str(error)
        if error.errno == errno.ENXIO:
            reason = Message("it is a pipe that nobody reads; start its reader first")
        raise AskedError(
            Message("{out} cannot be written: {reason}", out=out, reason=reason)
        ) from None


def tell(text: str, *, err: bool = True, lines: bool = False) -> None:
    """Prints a text of one line, or of `lines`, to stderr (or stdout), made safe for a terminal.

    A message is told in the language of the command line.
    """
    stream = sys.stderr if err else sys.stdout
    if stream is not None:
        text = spoken.told(text)
        said = harmless_lines(text) if lines else harmless(text)
        typer.echo(screen.folded(said) if err else said, file=stream)


def tell_problem(problem: Problem) -> None:
    """Prints a problem, or a warning, to stderr."""
    tell(spoken.rendered(problem), lines=True)


def complain(error: ScenarioError, *, every: bool = False) -> int:
    """The problems to stderr, `every` one or the first of very many; the exit code of them.

    1 where something is wrong in a file, 2 where only what was asked for on the command line is.
    """
    told = error.problems if every else error.problems[:MOST_TOLD]
    for problem in told:
        tell_problem(problem)
    if more := len(error.problems) - len(told):
        which = (
            Message("one more problem")
            if more == 1
            else Message("{more:,} more problems", more=more)
        )
        tell(
            Message(
                "... and {which}; mend these first, or see all of them with ipscost check --all",
                which=which,
            )
        )
    return 2 if error.is_asked else 1
