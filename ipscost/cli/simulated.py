"""The run that the options of a command ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipscost.cli.output import tell_problem
from ipscost.errors import AskedError, ScenarioError
from ipscost.messages import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipscost.cli.options import ScenarioFile, Simulation
    from ipscost.cli.values import Thresholds
    from ipscost.loading import Reading
    from ipscost.run import Run
    from ipscost.scenario.nouns import Analysis, Scenario


def simulated(
    file: str, changes: Sequence[str], simulation: Simulation, *, months: bool = False
) -> Run:
    """The run that the options ask for; warnings about the file go to stderr."""
    from ipscost.loading import load
    from ipscost.run import simulate

    scenario = load(file, changes, price_year=simulation.price_year)
    tell_doubts(scenario)
    return simulate(scenario, simulation.settings, months=months)


def simulated_with_analyses(
    source: ScenarioFile, simulation: Simulation, *, months: bool = False, analyses: bool = True
) -> tuple[Run, Sequence[tuple[Analysis, Scenario]]]:
    """The run that the options ask for, and where wanted the file's scenario analyses.

    There are none if one of them has a mistake: check and sensitivity say what is wrong with it.
    """
    from ipscost.run import simulate

    scenario, built = built_with_analyses(source, simulation, analyses=analyses)
    tell_doubts(scenario)
    return simulate(scenario, simulation.settings, months=months), built


def built_with_analyses(
    source: ScenarioFile, simulation: Simulation, *, analyses: bool = True
) -> tuple[Scenario, Sequence[tuple[Analysis, Scenario]]]:
    """A scenario as the options ask for it, and where wanted its scenario analyses; nothing is run.

    No analyses where one of them has a mistake.
    """
    from ipscost.loading import build, read

    reading = read(source.file)
    scenario = build(reading, source.of_one, price_year=simulation.price_year)
    return scenario, analyses_in(reading, scenario, source, simulation) if analyses else ()


def built_with_tests(
    source: ScenarioFile, simulation: Simulation
) -> tuple[Scenario, Sequence[tuple[Analysis, Scenario]], Scenario | None]:
    """A scenario as the options ask for it, its scenario analyses, and itself over half the time.

    None in place of the last where its amounts hold for its own horizon alone.
    """
    from ipscost.loading import build, read

    reading = read(source.file)
    scenario = build(reading, source.of_one, price_year=simulation.price_year)
    shorter = half_as_long(reading, scenario, source.of_one, simulation)
    return scenario, analyses_in(reading, scenario, source, simulation), shorter


def half_as_long(
    reading: Reading, scenario: Scenario, changes: Sequence[str], simulation: Simulation
) -> Scenario | None:
    """A scenario over half its time; None where its amounts hold for its own horizon alone."""
    from ipscost.loading import build

    months = scenario.months // 2
    if not months:
        return None
    shorter = [*changes, f"horizon.months={months}"]
    try:
        return build(reading, shorter, price_year=simulation.price_year)
    except ScenarioError:
        return None


def analyses_in(
    reading: Reading, scenario: Scenario, source: ScenarioFile, simulation: Simulation
) -> Sequence[tuple[Analysis, Scenario]]:
    """The scenario analyses of a file; none where one of them has a mistake."""
    if not scenario.analyses:
        return ()
    from ipscost.loading.analyses import variants

    try:
        found = variants(reading, scenario, source.of_one, price_year=simulation.price_year)
    except ScenarioError:
        return ()
    return found.of_person


def tell_doubts(scenario: Scenario) -> None:
    """Prints the warnings about a file, except those on sources, which the notes repeat."""
    for warning in scenario.warnings:
        if warning.code != "W401":
            tell_problem(warning)


def one_threshold(wtp: Thresholds | None) -> float | None:
    """The only threshold, or None. Refuses several."""
    if wtp is None:
        return None
    if len(wtp.values) > 1:
        given = Message("{values} of them", values=len(wtp.values))
        raise AskedError(
            Message("expected one --wtp here, found {given}; write one, 264000", given=given)
        )
    return wtp.values[0]
