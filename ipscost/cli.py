"""The command line: each command loads, simulates, analyses and renders, and decides nothing.

Heavy modules are imported inside the command that needs them, so that `--help` is quick.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ipscost.errors import ScenarioError
from ipscost.settings import DRAWS, LEVEL, SEED

if TYPE_CHECKING:
    from ipscost.run import Run
    from ipscost.table import Report

app = typer.Typer(
    name="ipscost",
    help="What supported employment costs and saves: scenarios in, sourced results out.",
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

SCENARIO = "A scenario file, or the name of one that comes with ipscost (ipscost list)."
File = Annotated[str, typer.Argument(metavar="FILE", help=SCENARIO, show_default=False)]
Files = Annotated[list[str], typer.Argument(metavar="FILE...", help=SCENARIO, show_default=False)]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="PATH=VALUE",
        help="Change one value of the scenario; may be given several times.",
        show_default=False,
    ),
]


def _whole(text: str | int) -> int:
    """A whole number; `10.000` is refused, since it may be ten thousand or ten."""
    if not re.fullmatch(r"\d{1,18}", str(text)):
        digits = re.sub(r"\D", "", str(text))
        fix = f"write {digits}" if digits and "-" not in str(text) else "write one such as 10000"
        raise typer.BadParameter(f"expected a whole number, found '{text}'; {fix}")
    return int(text)


def _year(text: str | int) -> int:
    """A year of four digits."""
    if not re.fullmatch(r"(19|20)\d\d", str(text)):
        raise typer.BadParameter(f"expected a year such as 2024, found '{text}'")
    return int(text)


def _level(text: str | float) -> float:
    """A level between 0 and 1."""
    try:
        level = float(text)
    except ValueError:
        level = 0.0
    if not 0.01 <= level <= 0.999:
        message = f"expected a level between 0.01 and 0.999, found '{text}'; 95 per cent is 0.95"
        raise typer.BadParameter(message)
    return level


Draws = Annotated[
    int,
    typer.Option(
        help="Draws of the uncertain numbers; 0 for the point estimate.",
        parser=_whole,
        metavar="N",
    ),
]
Seed = Annotated[
    int,
    typer.Option(
        help="Seed of the draws; the same seed, the same draws.", parser=_whole, metavar="N"
    ),
]
PriceYear = Annotated[
    int | None,
    typer.Option(
        help="Restate the money in the prices of this year.",
        show_default=False,
        parser=_year,
        metavar="YEAR",
    ),
]
Level = Annotated[
    float, typer.Option(help="Level of the intervals.", parser=_level, metavar="SHARE")
]
Lang = Annotated[str, typer.Option(help="Language of the result: en or da.", metavar="en|da")]
FormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="table|plain|markdown|csv|json|latex",
        help="Format of the result; by default table, or what --out's ending says.",
        show_default=False,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(help="Write the result to this file.", show_default=False),
]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour in the terminal.")]
Strict = Annotated[bool, typer.Option("--strict", help="Treat warnings as errors.")]

INTERRUPTED = 130


def _version(value: bool) -> None:
    if value:
        from ipscost import __version__

        typer.echo(f"ipscost {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """What supported employment costs and saves: scenarios in, sourced results out."""


@app.command()
def simulate(
    file: File,
    set_: Set = None,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    price_year: PriceYear = None,
    level: Level = LEVEL,
    months: Annotated[bool, typer.Option("--months", help="Show the course by month.")] = False,
    lang: Lang = "en",
    format_: FormatName = None,
    out: Out = None,
    no_color: NoColor = False,
) -> None:
    """Simulate what a scenario costs and saves per person against normal practice."""
    write = _writer(format_, out, lang, no_color)
    run = _run(file, set_, draws, seed, price_year)
    from ipscost.analysis.months import with_months
    from ipscost.analysis.summary import summary

    report = summary(run, lang, level)
    if months:
        report = with_months(report, run, lang, level)
    write(report)


@app.command()
def explain(
    file: File,
    path: Annotated[
        str, typer.Argument(metavar="PATH", help="A number: cost.programme.ips, cost, outcome.x")
    ],
    set_: Set = None,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    price_year: PriceYear = None,
    level: Level = LEVEL,
    lang: Lang = "en",
    format_: FormatName = None,
    out: Out = None,
    no_color: NoColor = False,
) -> None:
    """Explain one number: from its line in the file to its share of the total."""
    write = _writer(format_, out, lang, no_color)
    run = _run(file, set_, draws, seed, price_year)
    from ipscost.analysis.explain import explain as explain_path

    write(explain_path(run, path, lang, level))


@app.command()
def check(files: Files, set_: Set = None, strict: Strict = False, lang: Lang = "en") -> None:
    """Check scenarios without running them: every problem at once, with its line and fix."""
    _language(lang)
    from ipscost.loading import load
    from ipscost.words import say

    failed = False
    for file in files:
        try:
            scenario = load(file, set_ or (), strict=strict)
        except ScenarioError as error:
            failed = True
            _complain(error)
            if not any(problem.is_error for problem in error.problems):
                typer.echo(say("check_strict", lang, file=file), err=True)
            continue
        for warning in scenario.warnings:
            typer.echo(warning.render(), err=True)
        doubts = len(scenario.warnings)
        counts = {
            "warnings": say("check_warnings", lang, count=doubts) if doubts else "",
            "arms": len(scenario.arms),
            "categories": len(scenario.categories),
            "outcomes": len(scenario.outcomes),
            "numbers": len(scenario.quantities),
        }
        typer.echo(say("check_good", lang, file=file, **counts))
    raise typer.Exit(1 if failed else 0)


@app.command()
def verify(
    files: Files,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    lang: Lang = "en",
    format_: FormatName = None,
    out: Out = None,
    no_color: NoColor = False,
) -> None:
    """Hold scenarios against the published results that they must reproduce."""
    write = _writer(format_, out, lang, no_color)
    from ipscost.analysis.verify import verify as hold_against
    from ipscost.table import together

    reports, good = [], True
    for file in files:
        try:
            report, passed = hold_against(_run(file, None, draws, seed, None), lang)
        except ScenarioError as error:
            good = False
            _complain(error)
            continue
        reports.append(report)
        good = good and passed
    if reports:
        write(together(reports))
    raise typer.Exit(0 if good else 1)


@app.command()
def schema(out: Out = None) -> None:
    """Print the JSON Schema of scenario files, with which editors complete and check them."""
    _write(_schema_text(), out)


@app.command()
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the scenario.")],
) -> None:
    """Write a commented scenario to start from, and the schema with which editors check it."""
    path = Path(name if name.endswith(".yaml") else f"{name}.yaml")
    beside = path.with_name("ipscost.schema.json")
    if path.exists():
        raise typer.BadParameter(f"{path} is there already; choose another name, or remove it")
    from ipscost.loading.shipped import template

    _write(template(path.stem), path)
    if not beside.exists():
        _write(_schema_text(), beside)
    typer.echo(f"wrote {path} (and {beside.name}, for your editor)")
    quoted = shlex.quote(str(path))
    typer.echo(f"now edit it, then: ipscost check {quoted} && ipscost simulate {quoted}")


@app.command("list")
def list_(lang: Lang = "en") -> None:
    """List the scenarios that come with ipscost."""
    _language(lang)
    from ipscost.loading import load
    from ipscost.loading.shipped import names

    for name in names():
        typer.echo(f"{name:<20} {load(name).title.text(lang)}")


# --- what the commands share -----------------------------------------------------------------


def _language(lang: str) -> None:
    from ipscost.words import LANGUAGES

    if lang not in LANGUAGES:
        raise typer.BadParameter(f"--lang must be one of {', '.join(LANGUAGES)}, not '{lang}'")


def _run(file: str, set_: list[str] | None, draws: int, seed: int, price_year: int | None) -> Run:
    """The run that the options ask for; doubts about the file go to stderr."""
    from ipscost.loading import load
    from ipscost.run import TooLargeError, simulate
    from ipscost.settings import Settings

    scenario = load(file, set_ or (), price_year=price_year)
    for warning in scenario.warnings:
        if warning.code != "W401":  # the notes of a result say how sure its sources are
            typer.echo(warning.render(), err=True)
    try:
        return simulate(scenario, Settings(draws=draws, seed=seed))
    except TooLargeError as error:
        raise typer.BadParameter(str(error)) from None


def _writer(
    name: str | None, out: Path | None, lang: str, no_color: bool
) -> Callable[[Report], None]:
    """A function that renders a report and writes it where the options say.

    Mistakes in the options are found here, before any work is done.
    """
    from ipscost.formats import FORMATS, SUFFIXES, Page, render

    _language(lang)
    if out is not None:
        _check_out(out)
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
    return lambda report: _write(render(report, chosen, page), out)


def _check_out(out: Path) -> None:
    if out.is_dir():
        raise typer.BadParameter(f"{out} is a directory; name a file in it")
    if not out.parent.is_dir():
        raise typer.BadParameter(f"{out}: the folder {out.parent} does not exist; create it")


def _write(text: str, out: Path | None) -> None:
    """Text to stdout, or whole to a file: written beside it, then renamed."""
    if out is None:
        typer.echo(text, nl=False)
        return
    _check_out(out)
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


def _schema_text() -> str:
    import json

    from ipscost.loading.schema import json_schema

    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def _complain(error: ScenarioError) -> None:
    for problem in error.problems:
        typer.echo(problem.render(), err=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; the exit code: 0 fine, 1 the scenario, 2 the command, 3 our bug."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    try:
        code = app(args=arguments, prog_name="ipscost", standalone_mode=False)
        sys.stdout.flush()
        if code == INTERRUPTED:  # typer may turn the interrupt into its exit code
            raise KeyboardInterrupt
        return code if isinstance(code, int) else 0
    except ScenarioError as error:
        _complain(error)
        return 1
    except BrokenPipeError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        typer.echo(f"the result cannot be written: {error.strerror or error}", err=True)
        return 2
    except (KeyboardInterrupt, typer.Abort):
        typer.echo("interrupted; nothing was written", err=True)
        return INTERRUPTED
    except Exception as error:
        show = getattr(error, "show", None)
        if callable(show):  # a usage error of the command line
            show()
            return int(getattr(error, "exit_code", 2))
        return _our_bug()


def _our_bug() -> int:
    """Keeps the traceback in a file and says so."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="ipscost-bug-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.write(traceback.format_exc())
    last = traceback.format_exc().strip().rsplit("\n", 1)[-1]
    typer.echo(f"ipscost has a bug, and this is not your fault: {last}", err=True)
    typer.echo(f"  fix: report it with the file {file.name}", err=True)
    return 3
