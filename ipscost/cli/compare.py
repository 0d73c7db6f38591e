"""The command about several scenarios at once: compare."""

from __future__ import annotations

from typing import Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import ForPeople, Output, Simulation, Sources
from ipscost.cli.output import writer
from ipscost.cli.values import check_among
from ipscost.cli.versus import in_one_money, refuse_unquoted, variants_of
from ipscost.errors import AskedError
from ipscost.messages import Message

Allow = Annotated[
    list[str] | None,
    typer.Option(metavar="horizon|perspective|all", show_default=False),
]


Versus = Annotated[
    list[str] | None,
    typer.Option("--vs", metavar="[NAME:] PATH=VALUE", show_default=False),
]


@command(without=("sampler",))
def compare(
    *,
    vs: Versus = None,
    base: Annotated[
        str,
        typer.Option(metavar="NAME", show_default=False),
    ] = "",
    money: Annotated[
        str | None,
        typer.Option(metavar="DKK_2024", show_default=False),
    ] = None,
    inputs: Annotated[bool, typer.Option("--inputs")] = False,
    allow: Allow = None,
    sources: Sources,
    group: ForPeople,
    simulation: Simulation,
    output: Output,
) -> None:
    """Compare scenarios side by side: savings, payers, outcomes, and why they differ."""
    level = simulation.level
    show = writer(output)
    variants = variants_of(vs or ())
    refuse_unquoted(sources.files, variants)
    if money is not None and simulation.price_year is not None:
        raise AskedError(Message("--money names the price year, so leave --price-year out"))
    found = in_one_money(sources.files, sources.changes, simulation.price_year, variants, money)
    from ipscost.analysis.compare.cases import ALLOWED, names
    from ipscost.report.compare.labels import headed
    from ipscost.report.compare.report import compare as side_by_side
    from ipscost.report.people import with_people
    from ipscost.run import simulate
    from ipscost.scenario.left_out import of_arms

    check_among("--allow", allow or (), ALLOWED)
    together = len(found.scenarios)
    every = of_arms([*found.scenarios, *(each for each, _ in found.apart)], sources.arm or ())
    all_runs = [simulate(scenario, simulation.settings) for scenario in every]
    scenarios, runs = every[:together], all_runs[:together]
    report = side_by_side(
        runs,
        level,
        base=base,
        inputs=inputs,
        allow=allow or (),
        once=True,
        aside=[(run, why) for run, (_, why) in zip(all_runs[together:], found.apart, strict=True)],
    )
    called = [run.scenario for run in headed(runs)]
    by_name = dict(zip(names(scenarios), called, strict=True))
    show(with_people(report, by_name, group.people))
