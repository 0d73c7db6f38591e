"""The command about cost and effect together: cea."""

from __future__ import annotations

import typer

from ipscost.cli.app import app
from ipscost.cli.decided import decided
from ipscost.cli.options import (
    ArmNames,
    Better,
    CostName,
    CsvDialect,
    Currency,
    Draws,
    Effects,
    FileOrPsa,
    FormatName,
    Lang,
    Level,
    NoColor,
    Out,
    OutcomeName,
    Parameters,
    Perspective,
    PriceYear,
    Psa,
    Reference,
    Sampler,
    SaveDraws,
    Seed,
    Set,
    Wtp,
    changes,
    chosen_language,
)
from ipscost.cli.output import writer
from ipscost.settings import DRAWS, LEVEL, SEED


@app.command()
def cea(
    context: typer.Context,
    file: FileOrPsa = None,
    outcome: OutcomeName = None,
    wtp: Wtp = None,
    psa: Psa = None,
    effects: Effects = None,
    parameters: Parameters = None,
    reference: Reference = None,
    better: Better = None,
    arms: ArmNames = None,
    cost: CostName = None,
    currency: Currency = None,
    set_: Set = None,
    perspective: Perspective = None,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    sampler: Sampler = "random",
    price_year: PriceYear = None,
    save_draws: SaveDraws = None,
    level: Level = LEVEL,
    lang: Lang = None,
    format_: FormatName = None,
    csv_dialect: CsvDialect = "standard",
    out: Out = None,
    no_color: NoColor = False,
) -> None:
    """Show what each arm costs for what it achieves, and how sure the choice between them is."""
    language = chosen_language(lang)
    show = writer(language, format_, out, no_color, csv_dialect)
    decision = decided(
        context,
        file,
        psa=psa,
        effects=effects,
        parameters=parameters,
        reference=reference,
        better=better,
        arms=arms,
        cost=cost,
        currency=currency,
        outcome=outcome,
        set_=changes(set_, perspective),
        draws=draws,
        seed=seed,
        sampler=sampler,
        price_year=price_year,
        save_draws=save_draws,
    )
    from ipscost.report.cea.report import cea as effectiveness

    worths = wtp.values if wtp else ()
    report = effectiveness(decision, level, worths)
    if parameters is not None:
        from ipscost.report.voi.report import voi, with_information
        from ipscost.report.voi.terms import InformationError

        try:
            report = with_information(report, voi(decision, worths))
        except InformationError as error:
            raise typer.BadParameter(str(error)) from None
    show(report)
