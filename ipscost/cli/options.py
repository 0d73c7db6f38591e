"""The options that commands share: what each is called, and how its text is read."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated

import typer

SCENARIO = (
    "A scenario file, the name of one that comes with ipscost (ipscost list), or - for stdin."
)
File = Annotated[str, typer.Argument(metavar="FILE", help=SCENARIO, show_default=False)]


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


def whole(text: str | int) -> int:
    """A whole number; `10.000` is refused, since it may be ten thousand or ten."""
    if not re.fullmatch(r"\d{1,18}", str(text)):
        digits = re.sub(r"\D", "", str(text))
        fix = f"write {digits}" if digits and "-" not in str(text) else "write one such as 10000"
        raise typer.BadParameter(f"expected a whole number, found '{text}'; {fix}")
    return int(text)


def _year(text: str | int) -> int:
    """A year of four digits."""
    if not re.fullmatch(r"(19|20)\d\d", str(text)):
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
