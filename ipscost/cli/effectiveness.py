"""The command about cost and effect together: cea."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from ipscost.cli.app import app
from ipscost.cli.options import (
    CsvDialect,
    Draws,
    File,
    FormatName,
    Lang,
    Level,
    NoColor,
    Out,
    OutcomeName,
    PriceYear,
    Sampler,
    Seed,
    Set,
    Wtp,
    chosen_language,
)
from ipscost.cli.output import writer
from ipscost.settings import DRAWS, LEVEL, SEED

if TYPE_CHECKING:
    from ipscost.scenario import Outcome, Scenario


@app.command()
def cea(
    file: File,
    outcome: OutcomeName = None,
    wtp: Wtp = None,
    set_: Set = None,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    sampler: Sampler = "random",
    price_year: PriceYear = None,
    level: Level = LEVEL,
    lang: Lang = None,
    format_: FormatName = None,
    csv_dialect: CsvDialect = "standard",
    out: Out = None,
    no_color: NoColor = False,
) -> None:
    """Show what each arm costs for what it achieves, and how sure the choice between them is."""
    language = chosen_language(lang)
    show = writer(format_, out, no_color, csv_dialect)
    from ipscost.analysis.cea import cea as effectiveness
    from ipscost.analysis.decisions import decision_of
    from ipscost.loading import load
    from ipscost.run import TooLargeError, simulate
    from ipscost.settings import Settings

    scenario = load(file, set_ or (), price_year=price_year)
    chosen = _outcome(scenario, outcome)
    try:
        run = simulate(scenario, Settings(draws=draws, seed=seed, sampler=sampler))
    except TooLargeError as error:
        raise typer.BadParameter(str(error)) from None
    decision = decision_of(run, chosen, asdict(run.record))
    show(effectiveness(decision, language, level, wtp.values if wtp else ()))


def _outcome(scenario: Scenario, name: str | None) -> Outcome:
    """The outcome that counts as the effect; without a name, the only one there is."""
    from ipscost.errors import nearest

    outcomes = {outcome.path.removeprefix("outcome."): outcome for outcome in scenario.outcomes}
    if not outcomes:
        message = f"{scenario.file} has no outcome, so there is no effect to hold the cost against"
        raise typer.BadParameter(f"{message}; add one under outcome:")
    if name is None and len(outcomes) > 1:
        known = " or ".join(f"--outcome {each}" for each in outcomes)
        raise typer.BadParameter(f"{scenario.file} has several outcomes; write {known}")
    chosen = next(iter(outcomes)) if name is None else name.removeprefix("outcome.")
    if chosen not in outcomes:
        fix = nearest(chosen, tuple(outcomes))
        raise typer.BadParameter(f"--outcome: unknown outcome {chosen}; {fix}")
    return outcomes[chosen]
