"""The command that compares scenarios with published results, and tries their models: verify."""

from __future__ import annotations

from typing import Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import Output, Simulation, Sources
from ipscost.cli.output import complain, writer
from ipscost.cli.simulated import half_as_long, tell_doubts
from ipscost.errors import AskedError, ScenarioError
from ipscost.messages import Message

OF_STRESS = ("stress", "stress_domains", "advishe", "cheers")
"""The tables that --stress makes."""


@command(without=("arm", "set_", "perspective", "sampler", "price_year", "level"))
def verify(
    *,
    sources: Sources,
    stress: Annotated[bool, typer.Option("--stress")] = False,
    simulation: Simulation,
    output: Output,
) -> None:
    """Hold scenarios against the published results that they must reproduce."""
    show = writer(output)
    for name in output.only or () if not stress else ():
        if name in OF_STRESS:
            raise AskedError(Message("--only {name}: add --stress, which makes it", name=name))
    from ipscost.loading import build, read
    from ipscost.report.report import joined, together
    from ipscost.report.verify.report import verify as hold_against
    from ipscost.run import simulate

    reports, codes = [], set[int]()
    for file in sources.files:
        try:
            reading = read(file)
            scenario = build(reading)
            tell_doubts(scenario)
            run = simulate(scenario, simulation.settings)
        except ScenarioError as error:
            codes.add(complain(error))
            continue
        report, passed = hold_against(run)
        if stress:
            from ipscost.report.verify.stress import stress as try_out

            tests, held = try_out(run, half_as_long(reading, scenario, (), simulation))
            report, passed = joined(report, tests), passed and held
        reports.append(report)
        if not passed:
            codes.add(1)
    if reports:
        show(together(reports))
    raise typer.Exit(min(codes, default=0))
