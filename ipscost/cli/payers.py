"""The command about who gains and who pays: payers."""

from __future__ import annotations

from typing import Annotated

from ipscost.cli.command import command
from ipscost.cli.options import CourseOptions, Output, ScenarioFile, Simulation, named
from ipscost.cli.output import writer
from ipscost.cli.simulated import tell_doubts
from ipscost.errors import AskedError, nearest

ArmNames = Annotated[
    list[str] | None, named("--arm", "Show this intervention alone; may be repeated.")
]
PayerName = Annotated[
    str | None,
    named("--payer", "Show this account alone: a payer, or a perspective such as public."),
]


@command(without=("perspective",))
def payers(
    *,
    source: ScenarioFile,
    arm: ArmNames = None,
    payer: PayerName = None,
    simulation: Simulation,
    course: CourseOptions,
    output: Output,
) -> None:
    """Show who gains and who pays, why, how sure that is, and from when each is in plus."""
    show = writer(output)
    from ipscost.analysis.payers import names
    from ipscost.loading import load
    from ipscost.report.payers.report import payers as by_payer
    from ipscost.run import simulate

    scenario = load(source.file, source.changes, price_year=simulation.price_year)
    arms, only, accounts = arm or (), payer or "", names(scenario)
    asked = [("--arm", name, scenario.interventions) for name in arms]
    asked += [("--payer", only, accounts)] if only else []
    for option, name, known in asked:
        if name not in known:
            raise AskedError(f"{option} {name}: {nearest(name, known)}")
    tell_doubts(scenario)
    run, level = simulate(scenario, simulation.settings, courses=accounts), simulation.level
    show(by_payer(run, level, months=course.months, years=course.years, arms=arms, only=only))
