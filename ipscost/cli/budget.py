"""The command about a rollout in the calendar: budget."""

from __future__ import annotations

from typing import Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import Output, ScenarioFile, Simulation, Sketched, named
from ipscost.cli.output import has_notes, writer
from ipscost.cli.simulated import built_with_analyses, tell_doubts
from ipscost.cli.sketched import check_sketch, show_sketch
from ipscost.cli.values import check_among

Prices = Annotated[str, typer.Option("--prices", metavar="constant|nominal")]
Payer = Annotated[str | None, named("--payer")]
SitesFile = Annotated[str | None, typer.Option("--sites", metavar="FILE.csv", show_default=False)]
PICTURE = "cumulative"


@command(without=("perspective",))
def budget(
    *,
    source: ScenarioFile,
    payer: Payer = None,
    prices: Prices = "constant",
    sites: SitesFile = None,
    simulation: Simulation,
    sketched: Sketched,
    output: Output,
) -> None:
    """Show what a rollout costs and saves by year and payer, and what must hold to pay back."""
    show = writer(output)
    check_sketch(sketched, output, PICTURE, source.file)
    from ipscost.analysis.budget.books import CONSTANT, NOMINAL

    check_among("--prices", (prices,), (CONSTANT, NOMINAL))
    from ipscost.report.budget.answer import found_in
    from ipscost.report.budget.report import budget as report_of
    from ipscost.run import simulate

    scenario, built = built_with_analyses(source, simulation, analyses=has_notes(output))
    tell_doubts(scenario)
    run = simulate(scenario, simulation.settings)
    found = found_in(run, simulation.level, basis=prices, payer=payer or "")
    show(report_of(found, built))
    show_sketch(sketched, output, PICTURE, run, simulation.level, rolled=found)
