"""The command about what is worth knowing better: voi."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

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
    parted,
    whole,
)
from ipscost.cli.output import writer
from ipscost.settings import DRAWS, SEED

if TYPE_CHECKING:
    from ipscost.analysis.decisions import Decision
    from ipscost.report.voi.terms import Population

MOST_YEARS = 1000

Groups = Annotated[
    list[str] | None,
    typer.Option(
        "--group",
        metavar="NAME=PATH,PATH",
        help="Quantities that one study would measure together; may be given several times.",
        show_default=False,
    ),
]


def _at_least_one(text: str | int) -> int:
    """A whole number of at least 1."""
    if re.fullmatch(r"-[0-9].*|0+", str(text).strip()):
        raise typer.BadParameter(f"expected a whole number of at least 1, found '{text}'")
    return whole(text)


People = Annotated[
    int | None,
    typer.Option(
        help="People a year whom the choice is for; with --years.",
        parser=_at_least_one,
        metavar="N",
        show_default=False,
    ),
]
Years = Annotated[
    int | None,
    typer.Option(
        help="Years over which the choice is made; with --people.",
        parser=_at_least_one,
        metavar="N",
        show_default=False,
    ),
]


def _discount(text: str) -> float:
    """A yearly rate, as 0.035."""
    try:
        rate = float(text)
    except ValueError:
        rate = -1.0
    if not 0 <= rate < 1:
        message = f"expected a yearly rate from 0 to 1, found '{text}'; 3.5 per cent is 0.035"
        raise typer.BadParameter(message)
    return rate


Discount = Annotated[
    float | None,
    typer.Option(
        "--discount",
        help="With --people: the yearly discount rate of the years; by default the scenario's.",
        parser=_discount,
        metavar="RATE",
        show_default=False,
    ),
]


@app.command()
def voi(
    context: typer.Context,
    file: FileOrPsa = None,
    psa: Psa = None,
    effects: Effects = None,
    parameters: Parameters = None,
    reference: Reference = None,
    better: Better = None,
    arms: ArmNames = None,
    cost: CostName = None,
    currency: Currency = None,
    outcome: OutcomeName = None,
    wtp: Wtp = None,
    group: Groups = None,
    people: People = None,
    years: Years = None,
    discount: Discount = None,
    set_: Set = None,
    perspective: Perspective = None,
    draws: Draws = DRAWS,
    seed: Seed = SEED,
    sampler: Sampler = "random",
    price_year: PriceYear = None,
    save_draws: SaveDraws = None,
    lang: Lang = None,
    format_: FormatName = None,
    csv_dialect: CsvDialect = "standard",
    out: Out = None,
    no_color: NoColor = False,
) -> None:
    """Show what more research is worth, and which numbers are most worth measuring better."""
    language = chosen_language(lang)
    show = writer(language, format_, out, no_color, csv_dialect)
    groups = _groups(group or [])
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
        effect_needed=psa is not None and wtp is not None,
    )
    from ipscost.report.voi.report import voi as information
    from ipscost.report.voi.terms import InformationError

    population = _population(decision, people, years, discount)
    try:
        report = information(decision, wtp.values if wtp else (), groups, population)
    except InformationError as error:
        raise typer.BadParameter(str(error)) from None
    show(report)


def _groups(texts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The members of each group; refuses two groups of one name."""
    found: dict[str, tuple[str, ...]] = {}
    for name, members in map(_group, texts):
        if name in found:
            both = ",".join(dict.fromkeys((*found[name], *members)))
            raise typer.BadParameter(
                f"--group: {name} is given twice; give one of them another name, or write "
                f"'{name}={both}'"
            )
        found[name] = members
    return found


def _group(text: str) -> tuple[str, tuple[str, ...]]:
    """A group from `NAME=PATH,PATH`."""
    name, _, paths = text.partition("=")
    members = tuple(parted(paths))
    if not name.strip() or not members:
        message = f"--group: expected NAME=PATH,PATH, found '{text}'; write "
        raise typer.BadParameter(f"{message}'Care=cost.care.usual,cost.care.ips'")
    return name.strip(), members


def _population(
    decision: Decision, people: int | None, years: int | None, discount: float | None
) -> Population | None:
    """Whom the decision is for, or None where the options do not say."""
    from ipscost.report.voi.terms import Population

    if people is None and years is None:
        if discount is not None:
            raise typer.BadParameter("--discount counts for --people and --years; add them")
        return None
    if people is None or years is None:
        missing = "--years" if years is None else "--people"
        raise typer.BadParameter(f"--people and --years belong together; add {missing} N")
    if years > MOST_YEARS:
        raise typer.BadParameter(f"expected --years from 1 to {MOST_YEARS}, found {years}")
    if discount is None and decision.run is not None:
        return Population(people, years, decision.run.scenario.discount.cost, is_stated=False)
    if discount is None:
        message = "--psa states no discount rate; add --discount 0.035, or 0 for none"
        raise typer.BadParameter(message)
    return Population(people, years, discount)
