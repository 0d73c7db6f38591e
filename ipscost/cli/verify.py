"""The command that compares scenarios with published results, and tries their models: verify."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import Output, Simulation, Sources
from ipscost.cli.output import complain, writer
from ipscost.cli.simulated import simulated
from ipscost.errors import AskedError, ScenarioError
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.run import Run
    from ipscost.scenario.nouns import Scenario

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
    from ipscost.report.report import joined, together
    from ipscost.report.verify.report import verify as hold_against

    reports, codes = [], set[int]()
    for file in sources.files:
        try:
            run = simulated(file, (), simulation)
        except ScenarioError as error:
            codes.add(complain(error))
            continue
        report, passed = hold_against(run)
        if stress:
            from ipscost.report.verify.stress import stress as try_out

            tests, held = try_out(run, _shorter(file, run))
            report, passed = joined(report, tests), passed and held
        reports.append(report)
        if not passed:
            codes.add(1)
    if reports:
        show(together(reports))
    raise typer.Exit(min(codes, default=0))


def _shorter(file: str, run: Run) -> Scenario | None:
    """The scenario with half its horizon; None where its amounts hold for its own horizon alone."""
    from ipscost.loading import load

    months = run.scenario.months // 2
    if file == "-" or months < 1:
        return None
    try:
        return load(file, [f"horizon.months={months}"])
    except ScenarioError:
        return None
