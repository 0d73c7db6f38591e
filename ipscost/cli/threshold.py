"""The command that finds where an answer turns: threshold."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import (
    EffectOptions,
    Output,
    RolloutOptions,
    ScenarioFile,
    Simulation,
)
from ipscost.cli.output import has_notes, writer
from ipscost.cli.rolled import asked
from ipscost.cli.simulated import simulated_with_analyses
from ipscost.errors import AskedError
from ipscost.messages import Message, series

MOST_NAMED = 5
"""How many numbers are named where none was asked for: enough to see how they are written."""


@command()
def threshold(
    *,
    rolled: RolloutOptions,
    worth: EffectOptions,
    source: ScenarioFile,
    path: Annotated[str | None, typer.Argument(metavar="PATH", show_default=False)] = None,
    simulation: Simulation,
    output: Output,
) -> None:
    """Find the value of a number at which the saving, or the net benefit, is zero."""
    level = simulation.level
    show = writer(output)
    if path is None:  # what there is to ask for needs no draws
        simulation = replace(simulation, draws=0)
    from ipscost.report.what_if import threshold as analysis

    run, variants = simulated_with_analyses(source, simulation, analyses=has_notes(output))
    question = asked(run, rolled, worth, level, (path or "",))
    if path is None:
        raise AskedError(_which(list(question.varied), source.file))
    show(analysis.threshold(question, path, level, variants))


def _which(paths: Sequence[str], file: str) -> str:
    """What is said where no number was asked for: the first of those that there are."""
    if len(paths) <= MOST_NAMED:
        every = series(paths)
        return Message("the PATH of a number is missing; write one of: {paths}", paths=every)
    return Message(
        "the PATH of a number is missing; write one of: {paths}, ... (ipscost explain {file} lists "
        "all)",
        paths=series(paths[:MOST_NAMED]),
        file=shlex.quote(file),
    )
