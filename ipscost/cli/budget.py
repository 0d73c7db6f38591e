"""The command about a rollout in the calendar: budget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import Output, ScenarioFile, Simulation, Sketched, named
from ipscost.cli.output import has_notes, writer
from ipscost.cli.simulated import analyses_in, tell_doubts
from ipscost.cli.sketched import check_sketch, show_sketch
from ipscost.cli.values import check_among
from ipscost.errors import AskedError
from ipscost.messages import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipscost.loading import Reading
    from ipscost.scenario.nouns import Analysis, Scenario
    from ipscost.scenario.rollout import Site

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
    if sites is not None and sketched.plot:
        raise AskedError(
            Message("--plot draws the rollout of the file, not its sites; leave out one of them")
        )
    from ipscost.analysis.budget.books import CONSTANT, NOMINAL

    check_among("--prices", (prices,), (CONSTANT, NOMINAL))
    from ipscost.analysis.budget.accounts import checked
    from ipscost.loading import build, read
    from ipscost.report.budget.answer import found_in
    from ipscost.report.budget.report import budget as report_of
    from ipscost.run import simulate

    reading = read(source.file)
    scenario = build(reading, source.of_one, price_year=simulation.price_year)
    checked(scenario)
    several = _sites(sites, reading, scenario, source, simulation)
    tell_doubts(scenario)
    run = simulate(scenario, simulation.settings)
    found = found_in(run, simulation.level, basis=prices, payer=payer or "", sites=several)
    variants: Sequence[tuple[Analysis, Scenario]] = ()
    if has_notes(output):
        variants = analyses_in(reading, scenario, source, simulation, of_person=False)
    show(report_of(found, variants))
    show_sketch(sketched, output, PICTURE, run, simulation.level, rolled=found)


def _sites(
    file: str | None,
    reading: Reading,
    scenario: Scenario,
    source: ScenarioFile,
    simulation: Simulation,
) -> tuple[Site, ...]:
    """The sites in a table, each with the numbers of its row; none without a table."""
    if file is None:
        return ()
    from ipscost.loading.sites import read_sites

    year = simulation.price_year
    return read_sites(file, reading, scenario, source.of_one, price_year=year).sites
