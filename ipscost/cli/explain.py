"""The command about one number of a scenario: explain."""

from __future__ import annotations

from typing import Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import Output, ScenarioFile, Simulation
from ipscost.cli.output import writer
from ipscost.cli.simulated import simulated


@command(without=("only", "list_tables"))
def explain(
    *,
    source: ScenarioFile,
    path: Annotated[str, typer.Argument(metavar="PATH")],
    simulation: Simulation,
    output: Output,
) -> None:
    """Explain one number: from its line in the file to its share of the total."""
    level = simulation.level
    show = writer(output)
    run = simulated(source.file, source.of_one, simulation)
    from ipscost.report.explain.report import explain as explain_path

    show(explain_path(run, path, level))
