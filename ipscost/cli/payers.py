"""The command about who gains and who pays: payers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import CourseOptions, Output, ScenarioFile, Simulation
from ipscost.cli.output import writer
from ipscost.cli.simulated import tell_doubts
from ipscost.errors import AskedError, nearest

ArmNames = Annotated[
    list[str] | None,
    typer.Option(
        "--arm",
        metavar="NAME",
        help="Show this intervention alone; may be repeated.",
        show_default=False,
    ),
]
PayerName = Annotated[
    str | None,
    typer.Option(
        "--payer",
        metavar="NAME",
        help="Show this account alone: a payer, or a perspective such as public.",
        show_default=False,
    ),
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
    level = simulation.level
    show = writer(output)
    from ipscost.analysis.payers.accounts import names
    from ipscost.loading import load
    from ipscost.report.payers.report import payers as by_payer
    from ipscost.run import simulate

    scenario = load(source.file, source.changes, price_year=simulation.price_year)
    arms, months, years = arm or (), course.months, course.years
    _refuse_unknown("--arm", arms, scenario.interventions)
    _refuse_unknown("--payer", (payer,) if payer else (), names(scenario))
    tell_doubts(scenario)
    run = simulate(scenario, simulation.settings, courses=names(scenario))
    show(by_payer(run, level, months=months, years=years, arms=arms, only=payer or ""))


def _refuse_unknown(option: str, given: Sequence[str], known: Sequence[str]) -> None:
    """Refuses a name that the scenario does not have."""
    for name in given:
        if name not in known:
            raise AskedError(f"{option} {name}: {nearest(name, known)}")
