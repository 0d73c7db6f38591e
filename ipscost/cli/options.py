"""The options that commands share: what each is called, and how its text is read."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from ipscost import numerals
from ipscost.settings import SAMPLERS

SCENARIO = (
    "A scenario file, the name of one that comes with ipscost (ipscost list), or - for stdin."
)
File = Annotated[str, typer.Argument(metavar="FILE", help=SCENARIO, show_default=False)]


FileOrPsa = Annotated[
    str | None,
    typer.Argument(metavar="FILE", help=f"{SCENARIO} Or --psa.", show_default=False),
]


def _one_stdin(files: list[str]) -> list[str]:
    """The files; stdin among them once at most, since it can be read but once."""
    if files.count("-") > 1:
        raise typer.BadParameter("stdin can be read once; give - once, and name the other files")
    return files


Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help=SCENARIO, show_default=False, callback=_one_stdin),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="PATH=VALUE",
        help="Change one value of the scenario; may be given several times.",
        show_default=False,
    ),
]


def _perspective(text: str) -> str:
    """The name of a perspective; which there are, the scenario says."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", text):
        raise typer.BadParameter(f"expected a name such as societal or public, found '{text}'")
    return text


Perspective = Annotated[
    str | None,
    typer.Option(
        "--perspective",
        metavar="NAME",
        help="See it from this side: societal, a payer, public, health, welfare, one declared.",
        parser=_perspective,
        show_default=False,
    ),
]


def changes(set_: list[str] | None, perspective: str | None) -> list[str]:
    """What --set and --perspective change in a scenario, the latter known as an option."""
    return [*(set_ or ()), *([f"--perspective={perspective}"] if perspective else ())]


def whole(text: str | int) -> int:
    """A whole number; `10.000` is refused, since it may be ten thousand or ten."""
    number = numerals.count(str(text), digits=18)
    if number is None:
        meant = numerals.whole_meant(str(text).strip()) or "one such as 10000"
        raise typer.BadParameter(f"expected a whole number, found '{text}'; write {meant}")
    return number


def _year(text: str | int) -> int:
    """A year of four digits."""
    if not re.fullmatch(r"(19|20)[0-9][0-9]", str(text)):
        raise typer.BadParameter(f"expected a year such as 2024, found '{text}'")
    return int(text)


def _level(text: str | float) -> float:
    """A level between 0 and 1."""
    try:
        level = float(text)
    except ValueError:
        level = 0.0
    if not 0.01 <= level <= 0.999:
        message = f"expected a level between 0.01 and 0.999, found '{text}'; 95 per cent is 0.95"
        raise typer.BadParameter(message)
    return level


MOST_THRESHOLDS = 10_001
LARGEST_SHOWN = 1e15
SMALLEST_THRESHOLD = 1e-9
"""A net benefit divided by less may be no number."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What one more of an outcome may be worth, rising."""

    values: tuple[float, ...]


def thresholds(text: str | Thresholds) -> Thresholds:
    """Thresholds from `264000`, `100000,200000` or `0:500000:5000` (from, to, step), rising."""
    if isinstance(text, Thresholds):
        return text
    parts = text.split(":")
    figures = parts if len(parts) > 1 else text.split(",")
    numbers = numerals.numbers(figures)
    if found := numerals.doubtful_in(text):
        thousands = numerals.without_marks(found)
        fix = f"write {thousands} if the point marks thousands, {found}0 if decimals"
        raise typer.BadParameter(f"expected thresholds, found '{text}'; {fix}")
    such = "write 264000, 100000,200000 or FROM:TO:STEP such as 0:500000:5000"
    if not numbers or not all(0 <= number < 1e15 for number in numbers) or len(parts) == 2:
        raise typer.BadParameter(
            f"expected thresholds of at least 0 and below 1e15, found '{text}'; {such}"
        )
    if len(parts) == 1:
        if numbers != sorted(set(numbers)):
            fix = "write the lower one first"
            if numerals.has_thousands(text, ",") and text[0].isdigit():
                thousands = numerals.without_marks(text)
                fix = f"write {thousands} if the comma marks thousands, else {fix[6:]}"
            raise typer.BadParameter(f"expected thresholds that rise, found '{text}'; {fix}")
        return _of_size(numbers, text)
    if len(parts) > 3 or numbers[2] == 0 or numbers[1] < numbers[0]:
        raise typer.BadParameter(f"expected FROM:TO:STEP, found '{text}'; {such}")
    first, last, step = numbers
    steps = (last - first) / step + 1e-9
    values = [first + step * place for place in range(int(min(steps, MOST_THRESHOLDS)) + 1)]
    if len(values) > MOST_THRESHOLDS or len(set(values)) < len(values):
        found = f"{int(steps) + 1:,}" if steps < LARGEST_SHOWN else "many more"
        raise typer.BadParameter(
            f"expected at most {MOST_THRESHOLDS:,} thresholds, found {found}; use a larger step"
        )
    return _of_size(values, text)


def _of_size(values: list[float], text: str) -> Thresholds:
    """The thresholds, none of them above 0 and too small to divide by."""
    if any(0 < value < SMALLEST_THRESHOLD for value in values):
        message = f"expected thresholds of 0, or of {SMALLEST_THRESHOLD:g} and above, found "
        raise typer.BadParameter(f"{message}'{text}'; write 0 for what is smaller")
    return Thresholds(tuple(values))


Wtp = Annotated[
    Thresholds | None,
    typer.Option(
        "--wtp",
        help="Thresholds: what one more of the outcome (or one less, where that is better) is "
        "worth, in the money of the result.",
        parser=thresholds,
        metavar="N|N,N|FROM:TO:STEP",
        show_default=False,
    ),
]
OutcomeName = Annotated[
    str | None,
    typer.Option(
        "--outcome",
        metavar="NAME",
        help="The outcome that counts as the effect: qaly, or outcome.qaly.",
        show_default=False,
    ),
]


Psa = Annotated[
    str | None,
    typer.Option(
        "--psa",
        metavar="FILE.csv",
        help="Read probabilistic results made elsewhere (- for stdin), in place of a scenario.",
        show_default=False,
    ),
]
Parameters = Annotated[
    str | None,
    typer.Option(
        "--parameters",
        metavar="FILE.csv",
        help="With --psa: the parameters drawn, one row a draw.",
        show_default=False,
    ),
]
Reference = Annotated[
    str | None,
    typer.Option(
        "--reference",
        metavar="ARM",
        help="With --psa: the arm that others are held against; by default the first.",
        show_default=False,
    ),
]


def _better(text: str) -> str:
    """Which way an effect counts."""
    from ipscost.directions import DIRECTIONS

    if text not in DIRECTIONS:
        raise typer.BadParameter(f"expected lower or higher, found '{text}'")
    return text


Better = Annotated[
    str | None,
    typer.Option(
        "--better",
        metavar="lower|higher",
        help="With --psa: whether less or more of the effect is better; by default as its name "
        "says.",
        parser=_better,
        show_default=False,
    ),
]


Effects = Annotated[
    str | None,
    typer.Option(
        "--effects",
        metavar="FILE.csv",
        help="With --psa: the effects, a column an arm, where --psa holds the costs alone.",
        show_default=False,
    ),
]
CostName = Annotated[
    str | None,
    typer.Option(
        "--cost",
        metavar="NAME",
        help="With --psa: the cost that counts, where several may: cost_disc.",
        show_default=False,
    ),
]
ArmNames = Annotated[
    str | None,
    typer.Option(
        "--arms",
        metavar="ARM,ARM",
        help="With --psa: the arms that count; by default all that follow from no others.",
        show_default=False,
    ),
]


def parted(text: str) -> list[str]:
    """The parts between commas that stand in no brackets and no quotes, without their quotes."""
    parts, start, depth, quote = list[str](), 0, 0, ""
    for place, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'" and not text[start:place].strip():
            quote = letter
        elif letter in "{[(":
            depth += 1
        elif letter in ")]}":
            depth = max(0, depth - 1)
        elif letter == "," and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    parts.append(text[start:])
    bare = [re.sub(r"^([\"'])(.*)\1$", r"\2", part.strip()) for part in parts]
    return [part for part in bare if part]


def _currency(text: str) -> str:
    """Money of a year, as DKK_2017."""
    from ipscost.units import parse_money

    try:
        return str(parse_money(text))
    except ValueError as error:
        raise typer.BadParameter(f"{error}; write it with its year, DKK_2017") from None


Currency = Annotated[
    str | None,
    typer.Option(
        "--currency",
        metavar="MONEY",
        help="With --psa: the money of the costs, such as DKK_2017.",
        parser=_currency,
        show_default=False,
    ),
]
SaveDraws = Annotated[
    Path | None,
    typer.Option(
        "--save-draws",
        metavar="FILE.csv",
        help="Write cost and effect in each draw to this file, and what was drawn beside it.",
        show_default=False,
    ),
]


def _sampler(text: str) -> str:
    """One of the samplers."""
    if text not in SAMPLERS:
        known = ", ".join(SAMPLERS)
        raise typer.BadParameter(f"--sampler must be one of {known}, not '{text}'")
    return text


Sampler = Annotated[
    str,
    typer.Option(
        help="How numbers are drawn: random, or the quasi-random points of Sobol.",
        parser=_sampler,
        metavar="random|sobol",
    ),
]
Draws = Annotated[
    int,
    typer.Option(
        help="Draws of the uncertain numbers; 0 for the point estimate.",
        parser=whole,
        metavar="N",
    ),
]
Seed = Annotated[
    int,
    typer.Option(
        help="Seed of the draws; the same seed, the same draws.", parser=whole, metavar="N"
    ),
]
PriceYear = Annotated[
    int | None,
    typer.Option(
        help="Restate the money in the prices of this year.",
        show_default=False,
        parser=_year,
        metavar="YEAR",
    ),
]
Months = Annotated[bool, typer.Option("--months", help="Show the course by month.")]
Years = Annotated[bool, typer.Option("--years", help="Show the course by year.")]
Level = Annotated[
    float, typer.Option(help="Level of the intervals.", parser=_level, metavar="SHARE")
]
Lang = Annotated[
    str | None,
    typer.Option(
        help="Language of the result; by default that of IPSCOST_LANG, else of the locale.",
        show_default=False,
        metavar="en|da",
    ),
]
FormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="table|plain|markdown|latex|csv|json|jsonl|parquet|xlsx",
        help="Format of the result; by default table, or what --out's ending says.",
        show_default=False,
    ),
]
CsvDialect = Annotated[
    str,
    typer.Option(
        "--csv-dialect",
        metavar="standard|excel-da",
        help="How CSV is written; excel-da opens right in Danish Excel.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(help="Write the result to this file.", show_default=False),
]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour in the terminal.")]
Strict = Annotated[bool, typer.Option("--strict", help="Treat warnings as errors.")]


def chosen_language(lang: str | None) -> str:
    """The language of --lang, of IPSCOST_LANG or of the locale; one there is none of is refused."""
    from ipscost.words import LanguageError, language

    try:
        return language(lang, os.environ)
    except LanguageError as error:
        raise typer.BadParameter(str(error)) from None
