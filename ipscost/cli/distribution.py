"""The command about who gains among persons: distribution."""

from __future__ import annotations

from typing import Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import Output, ScenarioFile, Simulation, Sketched
from ipscost.cli.output import has_notes, writer
from ipscost.cli.simulated import simulated_with_analyses
from ipscost.cli.sketched import check_sketch, show_sketch
from ipscost.cli.values import whole
from ipscost.messages import Message


def _persons(text: str | int) -> int:
    """How many persons are followed in the base case."""
    from ipscost.analysis.distribution.crowd import FEWEST_PERSONS, MOST_PERSONS, PERSONS

    number = whole(text)
    if not FEWEST_PERSONS <= number <= MOST_PERSONS:
        raise typer.BadParameter(
            Message(
                "expected {least:,} to {most:,} persons, found '{text}'; write {usual}",
                least=FEWEST_PERSONS,
                most=MOST_PERSONS,
                text=text,
                usual=PERSONS,
            )
        )
    return number


@command()
def distribution(
    *,
    source: ScenarioFile,
    persons: Annotated[
        int | None,
        typer.Option("--persons", parser=_persons, metavar="N", show_default=False),
    ] = None,
    simulation: Simulation,
    sketched: Sketched,
    output: Output,
) -> None:
    """Show who gains among persons, by how much, and what the dearest of them carry."""
    show = writer(output)
    check_sketch(sketched, output, "distribution", source.file)
    run, analyses = simulated_with_analyses(source, simulation, analyses=has_notes(output))
    from ipscost.report.distribution.report import distribution as report_of

    show(report_of(run, simulation.level, analyses, persons or 0))
    show_sketch(sketched, output, "distribution", run, simulation.level)
