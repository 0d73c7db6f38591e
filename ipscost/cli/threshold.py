"""The command that finds where an answer turns: threshold."""

from __future__ import annotations

from typing import Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import EffectOptions, Output, ScenarioFile, Simulation
from ipscost.cli.output import has_notes, writer
from ipscost.cli.simulated import one_threshold, simulated_with_analyses


@command()
def threshold(
    *,
    worth: EffectOptions,
    source: ScenarioFile,
    path: Annotated[str, typer.Argument(metavar="PATH")],
    simulation: Simulation,
    output: Output,
) -> None:
    """Find the value of a number at which the saving, or the net benefit, is zero."""
    level = simulation.level
    show = writer(output)
    from ipscost.analysis.what_if.question import ask
    from ipscost.report.what_if import threshold as analysis

    run, variants = simulated_with_analyses(source, simulation, analyses=has_notes(output))
    question = ask(run, (), worth.outcome, one_threshold(worth.wtp))
    show(analysis.threshold(question, path, level, variants))
