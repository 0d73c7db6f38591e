"""The command that shows published evaluations side by side: evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from ipscost.cli import screen, values
from ipscost.cli.command import command
from ipscost.cli.options import Output, Simulation, Sketched
from ipscost.cli.output import encoding, promise_result, tell, write, writer
from ipscost.cli.values import check_among
from ipscost.errors import AskedError, nearest
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.analysis.pooling import PooledStudies
    from ipscost.analysis.studies import Evaluation
    from ipscost.report.pictures.picture import Picture
    from ipscost.scenario.nouns import Scenario

Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="FILE...", show_default=False, callback=values.one_stdin_if_any),
]
Chosen = Annotated[list[str] | None, typer.Option(metavar="NAME", show_default=False)]


@command(without=("sampler", "price_year"))
def evidence(
    *,
    studies: Files = None,
    group: Chosen = None,
    country: Chosen = None,
    design: Annotated[
        list[str] | None,
        typer.Option(metavar="trial|matched|cohort|model|meta_analysis", show_default=False),
    ] = None,
    money: Annotated[
        str | None, typer.Option("--money", metavar="MONEY", show_default=False)
    ] = None,
    measure: Annotated[
        str, typer.Option("--measure", metavar="risk_ratio|odds_ratio|difference")
    ] = "risk_ratio",
    pool: Annotated[
        str | None,
        typer.Option("--pool", metavar="risk_ratio|odds_ratio|difference", show_default=False),
    ] = None,
    allow: Annotated[
        list[str] | None,
        typer.Option("--allow", metavar="outcome|horizon|zero", show_default=False),
    ] = None,
    simulation: Simulation,
    sketched: Sketched,
    output: Output,
) -> None:
    """Show published evaluations side by side: whom they are of, what they found, what it cost."""
    drawn_as = _picture(output)
    show = None if drawn_as else writer(output)
    _check_sketch(sketched, output)
    _check_measure("--measure", measure)
    _check_pool(pool, allow)
    found_in = _chosen(_loaded(studies or ()), group, country, design)
    from ipscost.library.elsewhere import in_whose_money, world_prices

    tables = world_prices()
    reader = in_whose_money(money, tables)
    from ipscost.analysis.studies import studies as side_by_side
    from ipscost.run import simulate

    runs = [simulate(each, simulation.settings, totals=True) for each in found_in]
    found = side_by_side(runs, reader, tables, simulation.level)
    together = None
    if pool is not None:
        from ipscost.analysis.pooling import pooled_studies

        together = pooled_studies(found, pool, allow or (), simulation.level)
    if show is not None:
        from ipscost.report.evidence.pooled import pooled
        from ipscost.report.evidence.report import evidence as report_of

        show(pooled(together) if together else report_of(found, reader, simulation.level))
    if drawn_as or sketched.plot:
        _draw(found, together, pool or measure, simulation.level, output, drawn_as)


# --- which studies ---------------------------------------------------------------------------


def _loaded(files: Iterable[str]) -> tuple[Scenario, ...]:
    """The studies in the files, or all that come with ipscost. Refuses a file that tells none."""
    from ipscost.library.elsewhere import shipped_studies
    from ipscost.loading import load
    from ipscost.loading.text.shipped import find

    once = {find(file)[0].resolve(): file for file in reversed([*files])}  # by the first name
    given = [(file, load(file)) for file in reversed(once.values())]
    for file, scenario in given:
        if scenario.study is None:
            raise AskedError(
                Message(
                    "{file} tells no published evaluation; add study: to it, or see ipscost "
                    "evidence without files",
                    file=file,
                )
            )
    return tuple(scenario for _, scenario in given) or shipped_studies()


def _chosen(
    found: tuple[Scenario, ...],
    groups: list[str] | None,
    countries: list[str] | None,
    designs: list[str] | None,
) -> tuple[Scenario, ...]:
    """The studies that the options choose. Refuses what none of them is, and what leaves none."""
    from ipscost.analysis.studies import chosen

    told = [each.study for each in found if each.study is not None]
    if not told:
        raise AskedError(Message("no scenario that comes with ipscost tells an evaluation"))
    of_groups = _named("--group", groups, {name: name for study in told for name in study.groups})
    places = {each.country: each.country for each in found if each.country}
    of_countries = _named("--country", countries, {**_short(places), **places})
    of_designs = _named("--design", designs, {study.design: study.design for study in told})
    left = chosen(found, of_groups, of_countries, of_designs)
    if not left:
        pairs = (("--group", groups), ("--country", countries), ("--design", designs))
        options = " ".join(f"{option} {name}" for option, names in pairs for name in names or ())
        raise AskedError(
            Message("no evaluation is left by {options}; leave one of them out", options=options)
        )
    return left


def _short(places: Mapping[str, str]) -> dict[str, str]:
    """The two letters of each country, with its three."""
    from ipscost.loading.keys.countries import COUNTRIES

    return {COUNTRIES[code]: code for code in places}


def _named(option: str, given: Collection[str] | None, known: Mapping[str, str]) -> tuple[str, ...]:
    """What is meant by each word, in small letters or large. Refuses one that nothing is called."""
    by_word = {word.casefold(): name for word, name in known.items()}
    for word in given or ():
        if word.strip().casefold() not in by_word:
            there = tuple(dict.fromkeys(known.values()))
            fix = nearest(word, there)
            raise AskedError(
                Message(
                    "{option} {word}: no evaluation here is of it; {fix}",
                    option=option,
                    word=word,
                    fix=fix,
                )
            )
    return tuple(by_word[word.strip().casefold()] for word in given or ())


# --- the picture -----------------------------------------------------------------------------


def _picture(output: Output) -> str:
    """The ending of the picture that --out names; empty where it names none.

    Refuses an ending that is neither a picture's nor a format's.
    """
    from ipscost.formats import SUFFIXES
    from ipscost.formats.pictures import ENDINGS

    out = output.out
    if out is None or output.format_ is not None or out.suffix.lower() in SUFFIXES:
        return ""
    promise_result(out)
    if out.suffix.lower() not in ENDINGS:
        raise AskedError(
            Message(
                "--out {out}: the ending names no format; use {endings}, or add --format",
                out=out,
                endings=", ".join((*SUFFIXES, *ENDINGS)),
            )
        )
    return out.suffix.lower()


def _check_sketch(sketched: Sketched, output: Output) -> None:
    """Refuses a picture in characters for what is no page of a terminal."""
    if sketched.plot and (output.out is not None or output.format_ not in (None, "table")):
        raise AskedError(
            Message(
                "--plot draws in the terminal; for a file write ipscost evidence --out forest.svg"
            )
        )


def _check_measure(option: str, measure: str) -> None:
    """Refuses what is no measure of an effect."""
    from ipscost.synthesis.effects import MEASURES

    check_among(option, [measure], MEASURES)


def _check_pool(measure: str | None, allow: list[str] | None) -> None:
    """Refuses what cannot be pooled or allowed, and allowing where nothing is pooled."""
    from ipscost.analysis.pooling import ALLOWED

    if measure is not None:
        _check_measure("--pool", measure)
    elif allow:
        raise AskedError(Message("--allow counts for --pool; add --pool risk_ratio"))
    check_among("--allow", allow or (), ALLOWED)


def _draw(
    found: tuple[Evaluation, ...],
    together: PooledStudies | None,
    measure: str,
    level: float,
    output: Output,
    ending: str,
) -> None:
    """The forest into the file of --out, or below the table."""
    from ipscost.formats import Page
    from ipscost.report.evidence.picture import forest
    from ipscost.report.evidence.pooled_picture import forest as pooled_forest
    from ipscost.report.pictures.picture import NoPictureError

    page = Page(width=screen.width(), language=output.language, encoding=encoding())
    drawn: Picture
    try:
        drawn = forest(found, measure, level) if together is None else pooled_forest(together)
    except NoPictureError as error:
        if ending:
            raise
        tell(Message("--plot: {error}", error=error))  # the table stands above
        return
    if ending:
        from ipscost.formats.pictures import drawn as as_file

        write(as_file(drawn, page, ending), output.out)
    else:
        from ipscost.formats.sketch import sketch

        write("\n" + sketch(drawn, page), None)
