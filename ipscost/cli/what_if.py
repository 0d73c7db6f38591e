"""The commands about what would change the answer: sensitivity and threshold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from ipscost import numerals
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
    Perspective,
    PriceYear,
    Sampler,
    Seed,
    Set,
    Thresholds,
    Wtp,
    changes,
    chosen_language,
)
from ipscost.cli.output import tell, writer
from ipscost.cli.simulated import run_of, tell_doubts
from ipscost.settings import DRAWS, LARGEST, LEVEL, SEED

if TYPE_CHECKING:
    from ipscost.analysis.what_if.question import Question
    from ipscost.loading import Reading
    from ipscost.report.what_if.grid import GridSide
    from ipscost.scenario.nouns import Analysis, Scenario


Arms = Annotated[
    list[str] | None,
    typer.Option(
        "--arm",
        metavar="NAME",
        help="The intervention, where there are several; may be given several times.",
        show_default=False,
    ),
]
BoundsOf = Annotated[
    list[str] | None,
    typer.Option(
        "--bounds",
        metavar="PATH=LOW:HIGH",
        help="Vary a number between these values, in the unit in which it is stated.",
        show_default=False,
    ),
]
GridOf = Annotated[
    list[str] | None,
    typer.Option(
        "--grid",
        metavar="PATH[=LOW:HIGH:N]",
        help="Vary two numbers together: give it twice, N being how many values.",
        show_default=False,
    ),
]


@app.command()
def sensitivity(
    file: File,
    bounds: BoundsOf = None,
    grid: GridOf = None,
    outcome: OutcomeName = None,
    wtp: Wtp = None,
    arm: Arms = None,
    set_: Set = None,
    perspective: Perspective = None,
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
    """Show what moves the saving most: each number alone, then the file's scenario analyses."""
    language = chosen_language(lang)
    show = writer(format_, out, no_color, csv_dialect)
    ends = _each_once(bounds or ())
    sides = [_side(text) for text in grid or ()]
    if sides and ends:
        raise typer.BadParameter("--bounds are of single numbers; --grid states its own values")
    from ipscost.analysis.what_if.question import AskedError, ask
    from ipscost.report.what_if.grid import grid as two_way
    from ipscost.report.what_if.scenario_analyses import analyses
    from ipscost.report.what_if.sensitivity import one_way
    from ipscost.settings import Settings
    from ipscost.table import joined

    asked = changes(set_, perspective)
    reading, scenario = _loaded(file, asked, price_year)
    settings = Settings(draws=draws, seed=seed, sampler=sampler)
    variants = [] if sides else _variants(reading, scenario, asked, price_year)
    try:
        question = ask(run_of(scenario, settings), arm or (), outcome, _one(wtp))
        if sides:
            show(two_way(question, sides, language, level))
            return
        report = one_way(question, language, level, ends)
        if variants:
            runs = ((analysis, run_of(variant, settings)) for analysis, variant in variants)
            report = joined(report, analyses(question, runs, language, level))
    except AskedError as error:
        raise typer.BadParameter(str(error)) from None
    show(report)


@app.command()
def threshold(
    file: File,
    path: Annotated[
        str, typer.Argument(metavar="PATH", help="A number: cost.programme.ips, discount.cost")
    ],
    outcome: OutcomeName = None,
    wtp: Wtp = None,
    arm: Arms = None,
    set_: Set = None,
    perspective: Perspective = None,
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
    """Find the value of a number at which the saving, or the net benefit, is zero."""
    language = chosen_language(lang)
    show = writer(format_, out, no_color, csv_dialect)
    from ipscost.analysis.what_if.question import AskedError, ask
    from ipscost.report.what_if import threshold as analysis
    from ipscost.settings import Settings

    _, scenario = _loaded(file, changes(set_, perspective), price_year)
    try:
        run = run_of(scenario, Settings(draws=draws, seed=seed, sampler=sampler))
        question: Question = ask(run, arm or (), outcome, _one(wtp))
        show(analysis.threshold(question, path, language, level))
    except AskedError as error:
        raise typer.BadParameter(str(error)) from None


# --- what the commands share -----------------------------------------------------------------


def _loaded(file: str, settings: Sequence[str], price_year: int | None) -> tuple[Reading, Scenario]:
    """The scenario, and the files that its analyses are made of; doubts go to stderr."""
    from ipscost.loading import build, read

    reading = read(file)
    scenario = build(reading, settings, price_year=price_year)
    tell_doubts(scenario)
    return reading, scenario


def _variants(
    reading: Reading, scenario: Scenario, settings: Sequence[str], price_year: int | None
) -> Sequence[tuple[Analysis, Scenario]]:
    """The scenario analyses that the file declares; doubts about them go to stderr."""
    from ipscost.loading.analyses import variants

    found = variants(reading, scenario, settings, price_year=price_year)
    for warning in found.warnings:
        tell(warning.render(), lines=True)
    return found.scenarios


def _one(wtp: Thresholds | None) -> float | None:
    """The one threshold. Refuses several."""
    if wtp is None:
        return None
    if len(wtp.values) > 1:
        found = f"{len(wtp.values)} of them"
        raise typer.BadParameter(f"expected one --wtp here, found {found}; write one, 264000")
    return wtp.values[0]


def _each_once(texts: Sequence[str]) -> dict[str, tuple[float, float]]:
    """The ends by path. Refuses a path that is named twice."""
    found: dict[str, tuple[float, float]] = {}
    for text in texts:
        path, ends = _bounds(text)
        if path in found:
            raise typer.BadParameter(f"--bounds {path} stands twice; name its two ends once")
        found[path] = ends
    return found


def _bounds(text: str) -> tuple[str, tuple[float, float]]:
    """Path and ends of `PATH=LOW:HIGH`."""
    path, equals, values = text.partition("=")
    parts = values.split(":")
    example = "--bounds cost.programme.ips=500:1500"
    if not equals or not path.strip() or len(parts) != 2:
        message = f"--bounds: expected PATH=LOW:HIGH, found '{text}'; write for example {example}"
        raise typer.BadParameter(message)
    low, high = (_figure(part, f"--bounds {text}") for part in parts)
    _rising(low, high, f"--bounds {text}")
    return path.strip(), (low, high)


def _side(text: str) -> GridSide:
    """One side of a grid, of `PATH` or `PATH=LOW:HIGH:N`."""
    from ipscost.report.what_if.grid import MOST_STEPS, GridSide

    path, equals, values = text.partition("=")
    if not equals and path.strip():
        return GridSide(path.strip())
    parts = values.split(":")
    if not path.strip() or len(parts) != 3:
        example = "--grid cost.programme.ips=500:1500:5"
        message = f"--grid: expected PATH or PATH=LOW:HIGH:N, found '{text}'; write for example "
        raise typer.BadParameter(message + example)
    low, high = (_figure(part, f"--grid {text}") for part in parts[:2])
    _rising(low, high, f"--grid {text}")
    steps = numerals.count(parts[2].strip(), digits=9) or 0
    if not 2 <= steps <= MOST_STEPS:
        message = f"--grid {text}: expected from 2 to {MOST_STEPS} values, found '{parts[2]}'"
        raise typer.BadParameter(f"{message}; write for example {path}={parts[0]}:{parts[1]}:5")
    return GridSide(path.strip(), low, high, steps)


def _figure(text: str, where: str) -> float:
    """A number with a decimal point; `4.200` is refused, which in Danish is 4200."""
    stripped = text.strip()
    number = numerals.number(stripped)
    if number is not None and abs(number) >= LARGEST:
        message = f"{where}: expected numbers below {LARGEST:g}, found '{stripped}'; "
        raise typer.BadParameter(message + "write smaller ones")
    if number is None:
        message = f"{where}: expected a number, found '{stripped}'; "
        fix = "write it with a decimal point and no thousands mark"
        if "%" in stripped:
            fix = "write it in the unit of the number; a per cent of it is not read"
        raise typer.BadParameter(message + fix)
    if numerals.is_doubtful(stripped, "."):
        plain = numerals.without_marks(stripped)
        message = f"{where}: the point in {stripped} may mark thousands or decimals; write {plain} "
        raise typer.BadParameter(f"{message}or {stripped}0")
    return number


def _rising(low: float, high: float, where: str) -> None:
    if low >= high:
        message = f"{where}: expected the lower value first, found {low:g} to {high:g}; "
        swapped = "write two different values" if low == high else f"write {high:g}:{low:g}"
        raise typer.BadParameter(message + swapped)
