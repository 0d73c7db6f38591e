"""The command about one scenario: simulate."""

from __future__ import annotations

from typing import Annotated

import typer

from ipscost.cli.command import command
from ipscost.cli.options import (
    CourseOptions,
    ForPeople,
    Output,
    PersonsSimulation,
    ScenarioFile,
    Sketched,
)
from ipscost.cli.output import has_notes, writer
from ipscost.cli.simulated import simulated_with_analyses
from ipscost.cli.sketched import check_sketch, show_sketch


@command(after={"sampler": "level"})
def simulate(
    *,
    source: ScenarioFile,
    simulation: PersonsSimulation,
    course: CourseOptions,
    group: ForPeople,
    uncertainty: Annotated[bool, typer.Option("--uncertainty")] = False,
    sketched: Sketched,
    output: Output,
) -> None:
    """Simulate what a scenario costs and saves per person against normal practice."""
    level = simulation.level
    show = writer(output)
    months, years = course.months, course.years
    kind = "months" if months else "waterfall"
    check_sketch(sketched, output, kind, source.file)
    over_time, analyses = months or years, has_notes(output)
    run, variants = simulated_with_analyses(source, simulation, months=over_time, analyses=analyses)
    from ipscost.report.people import with_people
    from ipscost.report.simulate.summary import summary

    report = summary(run, level, variants, group.people)
    if months or years:
        from ipscost.report.simulate.months import with_months

        report = with_months(report, run, level, months=months, years=years)
    if uncertainty:
        from ipscost.report.simulate.uncertainty import with_uncertainty

        report = with_uncertainty(report, run)
    show(with_people(report, {report.scenario: run.scenario}, group.people))
    show_sketch(sketched, output, kind, run, level)
