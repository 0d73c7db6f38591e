"""The command about who gains and who pays: payers."""

from __future__ import annotations

from typing import Annotated

import typer

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
    PriceYear,
    Sampler,
    Seed,
    Set,
    Years,
    chosen_language,
)
from ipscost.cli.output import writer
from ipscost.cli.simulated import run_of, tell_doubts
from ipscost.settings import DRAWS, LEVEL, SEED

ArmNames = Annotated[
    list[str] | None,
    typer.Option(
        "--arm",
        metavar="NAME",
        help="Show this intervention alone; may be repeated.",
        show_default=False,
    ),
]
PayerName = Annotated[
    str | None,
    typer.Option(
        "--payer",
        metavar="NAME",
        help="Show this account alone: a payer, or a perspective such as public.",
        show_default=False,
    ),
]


@app.command()
def payers(
    file: File,
    set_: Set = None,
    arm: ArmNames = None,
    payer: PayerName = None,
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
    show = writer(language, format_, out, no_color, csv_dialect)
    from ipscost.analysis.payers.accounts import names
    from ipscost.errors import nearest
    from ipscost.loading import load
    from ipscost.report.payers.report import payers as by_payer
    from ipscost.settings import Settings

    scenario = load(file, set_ or (), price_year=price_year)
    for option, given, known in (
        ("--arm", arm or [], scenario.interventions),
        ("--payer", [payer] if payer else [], names(scenario)),
    ):
        for name in given:
            if name not in known:
                raise typer.BadParameter(f"{option} {name}: {nearest(name, known)}")
    tell_doubts(scenario)
    settings = Settings(draws=draws, seed=seed, sampler=sampler)
    run = run_of(scenario, settings, courses=names(scenario))
    show(by_payer(run, level, months=months, years=years, arms=arm or (), only=payer or ""))
