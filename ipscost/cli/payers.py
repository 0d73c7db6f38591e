"""The command about who gains and who pays: payers."""

from __future__ import annotations

from typing import Annotated

from ipscost.cli.command import command
from ipscost.cli.options import CourseOptions, Output, ScenarioFile, Simulation, named
from ipscost.cli.output import has_notes, writer
from ipscost.cli.simulated import built_with_analyses, tell_doubts
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
    """Show who gains and who pays, why, how sure that is, and when each breaks even."""
    show = writer(output)
    from ipscost.analysis.payers import names
    from ipscost.report.payers.report import payers as by_payer
    from ipscost.run import simulate

    scenario, built = built_with_analyses(source, simulation, analyses=has_notes(output))
    arms, only, accounts = arm or (), payer or "", names(scenario)
    asked = [("--arm", name, scenario.interventions) for name in arms]
    asked += [("--payer", only, accounts)] if only else []
    for option, name, known in asked:
        if name not in known:
            raise AskedError(f"{option} {name}: {nearest(name, known)}")
    tell_doubts(scenario)
    run, level = simulate(scenario, simulation.settings, courses=accounts), simulation.level
    months, years = course.months, course.years
    show(by_payer(run, level, built, months=months, years=years, arms=arms, only=only))
