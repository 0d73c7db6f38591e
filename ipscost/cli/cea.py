"""The command about cost and effect together: cea."""

from __future__ import annotations

import typer

from ipscost.cli.command import command
from ipscost.cli.decided import decided
from ipscost.cli.options import (
    Changes,
    EffectOptions,
    Evidence,
    ForPeople,
    Output,
    PersonsSimulation,
    Sketched,
)
from ipscost.cli.output import has_notes, writer
from ipscost.cli.sketched import check_sketch, show_sketch


@command(after={"save_draws": "price_year"})
def cea(
    context: typer.Context,
    *,
    worth: EffectOptions,
    evidence: Evidence,
    changes: Changes,
    group: ForPeople,
    simulation: PersonsSimulation,
    sketched: Sketched,
    output: Output,
) -> None:
    """Show what each arm costs for what it achieves, and how sure the choice between them is."""
    level = simulation.level
    show = writer(output)
    check_sketch(sketched, output, "ceac", evidence.file)
    decision, analyses = decided(context, evidence, worth.outcome, changes, simulation)
    from ipscost.report.cea.report import cea as effectiveness
    from ipscost.report.cea.terms import outcome_label
    from ipscost.report.people import with_people

    worths = worth.wtp.values if worth.wtp else ()
    variants = analyses if has_notes(output) else ()
    report = effectiveness(decision, level, worths, variants)
    if evidence.parameters is not None:
        from ipscost.report.voi.report import voi, with_information

        report = with_information(report, voi(decision, worths))
    run = decision.run
    scenarios = {} if run is None else {report.scenario: run.scenario}
    show(with_people(report, scenarios, group.people, outcome_label(decision) or ""))
    show_sketch(sketched, output, "ceac", run, level, decision.outcome, worths)
