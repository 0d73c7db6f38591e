"""The command about one number of a scenario: explain."""

from __future__ import annotations

from dataclasses import replace
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
    path: Annotated[str | None, typer.Argument(metavar="PATH", show_default=False)] = None,
    simulation: Simulation,
    output: Output,
) -> None:
    """Explain one number: from its line in the file to its share of the total."""
    level = simulation.level
    show = writer(output)
    if path is None:  # what there is to explain needs no draws
        simulation = replace(simulation, draws=0)
    run = simulated(source.file, source.of_one, simulation)
    from ipscost.report.explain.report import explain as explain_path
    from ipscost.report.explain.report import paths

    show(paths(run) if path is None else explain_path(run, path, level))
