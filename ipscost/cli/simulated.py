"""The run that the options of a command ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from ipscost.run import Run


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
    from ipscost.run import TooLargeError, simulate
    from ipscost.settings import Settings

    scenario = load(file, set_ or (), price_year=price_year)
    for warning in scenario.warnings:
        if warning.code != "W401":  # the notes of a result say how sure its sources are
            typer.echo(warning.render(), err=True)
    try:
        settings = Settings(draws=draws, seed=seed, sampler=sampler)
        return simulate(scenario, settings, months=months)
    except TooLargeError as error:
        raise typer.BadParameter(str(error)) from None
