"""The command about who gains and who pays: payers."""

from __future__ import annotations

from ipscost.cli.app import app
from ipscost.cli.options import (
    CsvDialect,
    Draws,
    File,
    FormatName,
    Lang,
    Level,
    Months,
    NoColor,
    Out,
    Perspective,
    PriceYear,
    Sampler,
    Seed,
    Set,
    Years,
    changes,
    chosen_language,
)
from ipscost.cli.output import writer
from ipscost.cli.simulated import run_of, tell_doubts
from ipscost.settings import DRAWS, LEVEL, SEED


@app.command()
def payers(
    file: File,
    set_: Set = None,
    perspective: Perspective = None,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    sampler: Sampler = "random",
    price_year: PriceYear = None,
    level: Level = LEVEL,
    months: Months = False,
    years: Years = False,
    lang: Lang = None,
    format_: FormatName = None,
    csv_dialect: CsvDialect = "standard",
    out: Out = None,
    no_color: NoColor = False,
) -> None:
    """Show who gains and who pays, why, how sure that is, and from when each is in plus."""
    language = chosen_language(lang)
    show = writer(format_, out, no_color, csv_dialect)
    from ipscost.analysis.payers.accounts import names
    from ipscost.analysis.payers.report import payers as by_payer
    from ipscost.loading import load
    from ipscost.settings import Settings

    scenario = load(file, changes(set_, perspective), price_year=price_year)
    tell_doubts(scenario)
    settings = Settings(draws=draws, seed=seed, sampler=sampler)
    run = run_of(scenario, settings, courses=names(scenario))
    show(by_payer(run, language, level, months=months, years=years))
