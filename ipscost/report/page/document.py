"""What a page that people take away consists of: a front page and sections, in no language.

A format lays it out: as one HTML file, on paper, in a word processor. It finds here all that it
shows, and computes nothing. To add a section, append a `Section` to those of `sections.py`; to add
a kind of block, a dataclass here, and how each format shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ipscost.report.pictures.picture import Picture
from ipscost.report.report import Choice, Table
from ipscost.report.what_if.sliders import Sliders
from ipscost.words.text import Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text of its own; its `style` is empty, `lead` (it stands out) or `aside` (small print)."""

    text: Words
    style: str = ""


@dataclass(frozen=True, slots=True)
class Subheading:
    """The title of what follows within a section."""

    text: Words


@dataclass(frozen=True, slots=True)
class Listed:
    """Texts one below the other, under a title where there is one."""

    items: tuple[Words, ...]
    title: Words = ""


@dataclass(frozen=True, slots=True)
class Data:
    """A table of numbers. `caption` names it where the table itself has no title."""

    table: Table | Choice
    caption: Words = ""


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture, with its words for those who cannot see it."""

    picture: Picture


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it means."""

    term: Words
    meaning: Words


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms and what they mean: a glossary, or what a record holds."""

    items: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A source: how it is cited, where it is found, and how sure it is.

    `link` is an address of the web or of a DOI, or empty. `about` says how sure the source is, whom
    it studied and what else is to be known of it.
    """

    name: str
    cite: str
    link: str
    about: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class References:
    """The sources that numbers are taken from."""

    items: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class CommandLine:
    """What to type to have a result again, line by line."""

    lines: tuple[Words, ...]


Block = (
    Paragraph | Subheading | Listed | Data | Pictured | Sliders | Definitions | References
) | CommandLine
"""A part of a section."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document under a title; `name` is its address in the page."""

    name: str
    title: Words
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FrontSign:
    """One of the few numbers that answer first: what it is, and a line for each arm.

    `values` are pairs of what a value is of (empty where there is one arm) and the value.
    """

    title: Words
    values: tuple[tuple[Words, Words], ...]
    below: Words = ""


@dataclass(frozen=True, slots=True)
class Front:
    """What fits on the first page: the answer for those who read nothing else.

    facts: whom it is about, what it is compared with, over which time, in which money, and on how
    new evidence. picture: what people get, as an icon array. table: who gains and who pays, or
    several scenarios side by side, under its title. holds: what must hold for it to pay.
    """

    answer: tuple[Words, ...]
    facts: tuple[Definition, ...]
    signs: tuple[FrontSign, ...]
    picture: Pictured | None
    table_title: Words
    table: Data | None
    table_below: tuple[Words, ...]
    holds: tuple[Words, ...]
    caveats: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A front page, and sections behind it.

    `name` is what the document is called in one word; `version` that of the program.
    """

    name: str
    title: Words
    front: Front
    sections: tuple[Section, ...]
    version: str

    def blocks(self) -> Iterator[Block]:
        """Every block of every section, in order."""
        return (block for section in self.sections for block in section.blocks)
