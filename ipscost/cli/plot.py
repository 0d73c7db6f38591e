"""The command that draws one picture: plot."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipscost.cli import screen
from ipscost.cli.command import command
from ipscost.cli.options import EffectOptions, Output, ScenarioFile, Simulation
from ipscost.cli.output import check_dialect, encoding, promise, promise_result, write
from ipscost.cli.simulated import tell_doubts
from ipscost.errors import AskedError, nearest
from ipscost.messages import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipscost.formats import Page
    from ipscost.report.pictures.findings import Findings
    from ipscost.report.pictures.picture import Picture
    from ipscost.scenario.nouns import Analysis, Scenario

Kind = Annotated[str, typer.Argument(metavar="KIND", show_default=False)]
PictureFile = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE", show_default=False),
]
Width = Annotated[str, typer.Option("--width", metavar="one|two")]
DataFile = Annotated[
    Path | None,
    typer.Option("--data", metavar="FILE.csv", show_default=False),
]

OF_MONEY = ("waterfall", "payers", "months", "distribution", "concentration")
"""The pictures of which no outcome is a part."""


@command(without=("format_", "out", "notes", "only", "list_tables", "no_color"))
def plot(
    *,
    kind: Kind,
    source: ScenarioFile,
    out: PictureFile = None,
    width: Width = "two",
    data: DataFile = None,
    worth: EffectOptions,
    simulation: Simulation,
    output: Output,
) -> None:
    """Draw one picture of a scenario, as a file or in the terminal."""
    _check(kind, source, worth, width)
    ending = _ending(out)
    _check_data(data, output.csv_dialect)
    from ipscost.formats import Page
    from ipscost.report.pictures import picture_of

    page = Page(
        width=screen.width(),
        csv_dialect=output.csv_dialect,
        language=output.language,
        encoding=encoding(),
    )
    findings = _findings(kind, source, worth, simulation)
    drawn = picture_of(kind, findings)
    if data is not None:
        write(_rows(drawn, findings, page), data)
    if out is not None:
        from ipscost.formats.pictures import drawn as as_file

        write(as_file(drawn, page, ending, width), out)
    elif data is None:
        from ipscost.formats.sketch import sketch

        write(sketch(drawn, page), None)


def _check(kind: str, source: ScenarioFile, worth: EffectOptions, width: str) -> None:
    """Refuses an unknown picture or width, and options that the picture has no use for."""
    from ipscost.formats.pictures.look import WIDTHS
    from ipscost.report.pictures import PICTURES

    if kind not in PICTURES:
        fix = nearest(kind, tuple(PICTURES))
        message = Message("no picture is called {kind}; {fix}", kind=kind, fix=fix)
        if Path(kind).suffix or source.file in PICTURES:
            message = Message(
                "expected the picture first, then the file; write plot {file} {kind}",
                file=source.file,
                kind=kind,
            )
        raise AskedError(message)
    if width not in WIDTHS:
        raise AskedError(
            Message(
                "--width must be one of {widths}, not '{width}'",
                widths=", ".join(WIDTHS),
                width=width,
            )
        )
    if kind == "payers" and source.perspective:
        raise AskedError(Message("--perspective: payers shows the account of each; leave it out"))
    if kind in OF_MONEY and worth.outcome:
        raise AskedError(
            Message("--outcome: {kind} is of money alone; leave it out, or plot plane", kind=kind)
        )
    if kind in (*OF_MONEY, "icons") and worth.wtp is not None:
        raise AskedError(Message("--wtp: {kind} depends on no threshold; leave it out", kind=kind))


def _ending(out: Path | None) -> str:
    """The ending of the file, which says how it is drawn. Refuses an unknown one."""
    if out is None:
        return ""
    from ipscost.formats.pictures import ENDINGS

    ending = out.suffix.lower()
    if ending not in ENDINGS:
        raise AskedError(
            Message(
                "--out {out}: a picture ends in {endings}; write --out {stem}.svg",
                out=out,
                endings=", ".join(ENDINGS),
                stem=out.stem or "picture",
            )
        )
    promise_result(out)
    return ending


def _check_data(data: Path | None, dialect: str) -> None:
    """Refuses a file of numbers that is no CSV, or cannot be written."""
    check_dialect(dialect)
    if data is None:
        if dialect != "standard":
            raise AskedError(
                Message(
                    "--csv-dialect {dialect} is for --data; add --data FILE.csv", dialect=dialect
                )
            )
        return
    if data.suffix.lower() != ".csv":
        name = f"{data.stem or 'picture'}.csv"
        raise AskedError(
            Message(
                "--data {data}: the numbers are written as CSV; write --data {name}",
                data=data,
                name=name,
            )
        )
    promise(data, "--data")


def _findings(
    kind: str, source: ScenarioFile, worth: EffectOptions, simulation: Simulation
) -> Findings:
    """The run that a picture is drawn from, with what it needs beside."""
    from ipscost.loading import build, read
    from ipscost.report.pictures.findings import Findings
    from ipscost.run import simulate

    reading = read(source.file)
    scenario = build(reading, source.of_one, price_year=simulation.price_year)
    tell_doubts(scenario)
    settings, wanted = simulation.settings, kind == "analyses" and scenario.analyses
    run = simulate(scenario, settings, months=kind == "months")
    built: Sequence[tuple[Analysis, Scenario]] = ()
    if wanted:
        from ipscost.loading.analyses import variants

        found = variants(reading, scenario, source.of_one, price_year=simulation.price_year)
        built = found.of_person
    name = "" if worth.outcome is None else worth.outcome.removeprefix("outcome.")
    return Findings(
        run,
        simulation.level,
        outcome=name,
        wtp=worth.wtp.values if worth.wtp else (),
        variants=((each, simulate(other, settings, outcomes=bool(name))) for each, other in built),
    )


def _rows(drawn: Picture, findings: Findings, page: Page) -> str | bytes:
    """The numbers of a picture as CSV, a row each, as the CSV of every command has them."""
    from ipscost.formats import render
    from ipscost.report.report import Report

    scenario = findings.scenario.name
    return render(Report(scenario, (), (), (), {}, drawn.figures), "csv", page)
