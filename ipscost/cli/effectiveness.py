"""The command about cost and effect together: cea."""

from __future__ import annotations

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
    from dataclasses import asdict

    from ipscost.analysis.cea import cea as effectiveness
    from ipscost.analysis.decisions import decision_of
    from ipscost.loading import load
    from ipscost.run import simulate
    from ipscost.settings import Settings

    scenario = load(file, set_ or (), price_year=price_year)
    names = {o.path.partition(".")[2]: o for o in scenario.outcomes}
    chosen = names[(outcome or next(iter(names))).removeprefix("outcome.")]
    run = simulate(scenario, Settings(draws=draws, seed=seed, sampler=sampler))
    decision = decision_of(run, chosen, asdict(run.record))
    show(effectiveness(decision, language, level, wtp.values if wtp else ()))
