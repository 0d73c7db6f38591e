"""The run that the options of a command ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from ipscost.cli.output import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipscost.run import Run
    from ipscost.scenario.nouns import Scenario
    from ipscost.settings import Settings


def simulated(
    file: str,
    set_: list[str] | None,
    draws: int,
    seed: int,
    price_year: int | None,
    sampler: str = "random",
    *,
    months: bool = False,
) -> Run:
    """The run that the options ask for; doubts about the file go to stderr."""
    from ipscost.loading import load
    from ipscost.settings import Settings

    scenario = load(file, set_ or (), price_year=price_year)
    tell_doubts(scenario)
    return run_of(scenario, Settings(draws=draws, seed=seed, sampler=sampler), months=months)


def tell_doubts(scenario: Scenario) -> None:
    """The warnings of a file to stderr; the notes of a result say how sure its sources are."""
    for warning in scenario.warnings:
        if warning.code != "W401":
            tell(warning.render(), lines=True)


def run_of(
    scenario: Scenario,
    settings: Settings,
    *,
    months: bool = False,
    courses: Sequence[str] = (),
) -> Run:
    """The run of a scenario; a run that is too large is refused as a slip of the command line."""
    from ipscost.run import TooLargeError, simulate

    try:
        return simulate(scenario, settings, months=months, courses=courses)
    except TooLargeError as error:
        raise typer.BadParameter(str(error)) from None
