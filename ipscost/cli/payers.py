"""The command about who gains and who pays: payers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from ipscost.cli.command import command
from ipscost.cli.options import (
    CourseOptions,
    ForPeople,
    Output,
    ScenarioFile,
    Simulation,
    Sketched,
    named,
)
from ipscost.cli.output import has_notes, writer
from ipscost.cli.simulated import built_with_analyses, tell_doubts
from ipscost.cli.sketched import check_sketch, show_sketch
from ipscost.errors import AskedError

if TYPE_CHECKING:
    from ipscost.scenario.nouns import Scenario

PayerName = Annotated[
    str | None,
    named("--payer"),
]


@command(without=("perspective",))
def payers(
    *,
    source: ScenarioFile,
    payer: PayerName = None,
    simulation: Simulation,
    course: CourseOptions,
    group: ForPeople,
    sketched: Sketched,
    output: Output,
) -> None:
    """Show who gains and who pays, why, how sure that is, and when each breaks even."""
    show = writer(output)
    check_sketch(sketched, output, "payers", source.file)
    from ipscost.analysis.course import BreakEvens
    from ipscost.analysis.payers import names
    from ipscost.report.payers.report import payers as by_payer
    from ipscost.report.people import with_people
    from ipscost.run import simulate

    scenario, built = built_with_analyses(source, simulation, analyses=has_notes(output))
    accounts = names(scenario)
    only = _account(scenario, payer, accounts) if payer else ""
    tell_doubts(scenario)
    months, years, level = course.months, course.years, simulation.level
    keeper = None if months or years else BreakEvens()
    run = simulate(scenario, simulation.settings, courses=accounts, keeper=keeper)
    report = by_payer(run, level, built, months=months, years=years, only=only)
    show(with_people(report, {report.scenario: scenario}, group.people))
    show_sketch(sketched, output, "payers", run, level)


def _account(scenario: Scenario, word: str, accounts: tuple[str, ...]) -> str:
    """The account that --payer names, by its name or its label."""
    from ipscost.report.frame import account_label
    from ipscost.scenario.called import UnknownNameError, called

    try:
        return called(word, {each: account_label(scenario, each) for each in accounts}, "account")
    except UnknownNameError as error:
        raise AskedError(f"--payer {word}: {error}; {error.fix}") from None
