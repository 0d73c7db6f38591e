"""The command that compares scenarios with published results: verify."""

from __future__ import annotations

import typer

from ipscost.cli.command import command
from ipscost.cli.options import Output, Simulation, Sources
from ipscost.cli.output import complain, writer
from ipscost.cli.simulated import simulated
from ipscost.errors import ScenarioError


@command(
    without=("arm", "only", "list_tables", "set_", "perspective", "sampler", "price_year", "level")
)
def verify(*, sources: Sources, simulation: Simulation, output: Output) -> None:
    """Hold scenarios against the published results that they must reproduce."""
    show = writer(output)
    from ipscost.report.report import together
    from ipscost.report.verify.report import verify as hold_against

    reports, codes = [], set[int]()
    for file in sources.files:
        try:
            report, passed = hold_against(simulated(file, (), simulation))
        except ScenarioError as error:
            codes.add(complain(error))
            continue
        reports.append(report)
        if not passed:
            codes.add(1)
    if reports:
        show(together(reports))
    raise typer.Exit(min(codes, default=0))
