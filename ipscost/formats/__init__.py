"""Formats by name: each turns a report into text or bytes, with the same digits in all of them.

A format is a function `(report, page) -> str | bytes`; it computes nothing and rounds nothing.

cells     cells as text, and the tables of a report in the words of a language
divided   a table with many columns as several that are as wide as a page
bars      bars as characters
sketch    a small picture in the terminal, drawn with characters
sketch_bars  its charts with a row for each label
tidy      the numbers of a report unrounded, one row each
terminal  table: rendered by rich, in any width
hyphens   words that are too long for their column, broken with a hyphen
text      plain, markdown and latex
html      a piece of HTML, for notebooks
page      a document as one HTML file
machine   csv, json, jsonl and parquet: one row per number
workbook  xlsx: the tables with numbers in their cells
pdf       a document on paper, tagged
word      a document as two pages for a word processor
pictures  svg, png and pdf: a folder, since matplotlib needs much to be told
draws     the draws of a run as files, for other programs
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from typing import cast

from ipscost.formats.cells import in_words, numbers_alone, shortened
from ipscost.messages import Message
from ipscost.report.report import Choice, Report, Table, tables_by_name
from ipscost.texts import cleaned, writable
from ipscost.words import LANGUAGES
from ipscost.words.locale import ENGLISH
from ipscost.words.text import tell


@dataclass(frozen=True, slots=True)
class Page:
    """The properties of the output: width in characters, colour, dialect of CSV, language.

    `encoding` says which characters it has: columns are straight in those alone.
    `notes` is how many of a report's notes are shown, the heaviest ones; None shows them all. A
    `short` page has the answer alone: what carries it, its caveats, and how to see the rest.

    Raises ValueError for an unknown language, and for a negative number of notes.
    """

    width: int = 80
    color: bool = False
    csv_dialect: str = "standard"
    language: str = ENGLISH
    notes: int | None = None
    short: bool = False
    encoding: str = "utf-8"

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise ValueError(f"language must be one of {known}, not {self.language!r}")
        if self.notes is not None and self.notes < 0:
            raise ValueError(f"notes must be at least 0, not {self.notes}")


Format = Callable[[Report, Page], str | bytes]

FORMATS: dict[str, str] = {
    "table": "terminal:table",
    "plain": "text:plain",
    "markdown": "text:markdown",
    "latex": "text:latex",
    "csv": "machine:csv",
    "json": "machine:json",
    "jsonl": "machine:jsonl",
    "parquet": "machine:parquet",
    "xlsx": "workbook:xlsx",
}
"""Name to module and function; a module is imported when its format is asked for."""

FILLING, LAID_OUT = "table", frozenset({"table", "plain", "markdown"})
"""The format that is as wide as the page, and those with columns of characters, whose lengths
depend on its encoding."""

ROWS = frozenset({"csv", "jsonl", "parquet"})
"""The formats that hold the numbers of a report alone, where it has any: no sentence or note."""

BINARY = frozenset({"parquet", "xlsx"})
"""The formats that are not text and cannot be shown in a terminal."""

SUFFIXES = {
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".parquet": "parquet",
    ".tex": "latex",
    ".txt": "plain",
    ".xlsx": "xlsx",
}

_EXTRAS = {"parquet": "pyarrow", "pdf": "weasyprint", "docx": "docx"}
_INSTALLED = {"pdf": "'ipscost[pdf]'", "docx": "'ipscost[word]'"}


class MissingLibraryError(ImportError):
    """A format needs a library that is not installed; the text says how to install it."""


def require(name: str) -> None:
    """Raises MissingLibraryError if what format `name` needs is not installed."""
    library = _EXTRAS.get(name)
    if library and find_spec(library) is None:
        raise MissingLibraryError(
            Message(
                "{name} needs the library {library}, which is missing; install it with: pip "
                "install {package}",
                name=name,
                library=library,
                package=_INSTALLED.get(name, library),
            )
        )


def render(report: Report, name: str, page: Page | None = None) -> str | bytes:
    """The report in the format `name`: text ending in one line break, or bytes for a binary format.

    CSV in a dialect with a byte-order mark is bytes too. Raises ValueError for an unknown name, and
    MissingLibraryError if a library that the format needs is not installed.
    """
    if name not in FORMATS:
        raise ValueError(f"format must be one of {', '.join(FORMATS)}, not {name!r}")
    require(name)
    module, function = FORMATS[name].split(":")
    write = cast(Format, getattr(import_module(f"ipscost.formats.{module}"), function))
    page = page or Page()
    if name in ROWS:
        report = numbers_alone(report)
    shown = worded(report, page, page.width if name == FILLING else None)
    content = write(writable(shown, page.encoding) if name in LAID_OUT else shown, page)
    return content if isinstance(content, bytes) else content.rstrip("\n") + "\n"


def worded(report: Report, page: Page, width: int | None = None) -> Report:
    """What a page shows of a report, in its language and made harmless: what a format is given."""
    shown = in_words(shortened(report) if page.short else report, page.language, width)
    shown = replace(shown, notes=shown.notes[: page.notes])
    harmless: Report = cleaned(shown, lines=("title",))
    return harmless


def titles(report: Report, language: str) -> str:
    """The names of a report's tables, each with its title in a language, on a line each."""
    named = tables_by_name(report)
    width = max(map(len, named), default=0)
    lines = (f"{name:<{width}}  {_title(each[0], language)}" for name, each in named.items())
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _title(table: Table | Choice, language: str) -> str:
    """The first line of the title of a table, or of what it says of its rows."""
    first = table if isinstance(table, Table) else (*table.across, *table.down)[0]
    told: str = tell(first.title, language) or tell(first.first, language)
    return told.partition("\n")[0]
