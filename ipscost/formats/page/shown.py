"""A document as what the templates fill in: plain values, told in a language and made harmless.

A new kind of block has a function here, registered for its class, that gives its `kind` and its
values; the template of that kind stands in `blocks/`.
"""

from __future__ import annotations

from functools import singledispatch
from typing import Any
from urllib.parse import urlsplit

from ipscost.formats import Page
from ipscost.formats.page import what_if
from ipscost.formats.page.sheets import sheets
from ipscost.formats.page.slim import slim
from ipscost.report.page.document import (
    Block,
    CommandLine,
    Data,
    Definition,
    Definitions,
    Document,
    Front,
    Listed,
    Paragraph,
    Pictured,
    References,
    Section,
    Subheading,
)
from ipscost.report.pictures.picture import Picture
from ipscost.report.what_if.sliders import Sliders
from ipscost.texts import cleaned
from ipscost.words import say
from ipscost.words.text import tell

SHORT = 3
"""So many letters of its name tell a picture from every other."""
MOST_PICTURED = 170_000
"""So many bytes of pictures leave room for all else in a page of 400 kB."""
LINKED = ("http", "https")
"""The only kinds of address that are linked to."""


def shown(document: Document, page: Page) -> dict[str, Any]:
    """Everything that the template of the page fills in."""
    language = page.language
    sections = [_section(section, page) for section in document.sections]
    _draw(sections, page)

    def said(key: str, **values: object) -> str:
        return say(f"page_{key}", language, **values)

    return {
        "language": language,
        "title": told(document.title, page),
        "front": _front(document.front, page),
        "sections": sections,
        "made": said("made", version=document.version),
        "say": said,
    }


def told(value: Any, page: Page) -> Any:
    """A text, or several, in the language of the page, with nothing in it that cannot be seen."""
    return cleaned(tell(value, page.language))


def _front(front: Front, page: Page) -> dict[str, Any]:
    return {
        "answer": told(front.answer, page),
        "facts": _pairs(front.facts, page),
        "signs": [
            {
                "title": told(sign.title, page),
                "lines": told(sign.values, page),
                "below": told(sign.below, page),
            }
            for sign in front.signs
        ],
        "picture": _first(front.picture.picture, page) if front.picture else None,
        "table_title": told(front.table_title, page),
        "table": None if front.table is None else block_of(front.table, page),
        "table_below": told(front.table_below, page),
        "holds": told(front.holds, page),
        "caveats": told(front.caveats, page),
    }


def _first(picture: Picture, page: Page) -> dict[str, Any]:
    """The picture of the first page, which is narrow on every screen."""
    return {**_around(picture, page), "narrow": _drawn(picture, page, "one", "front")}


def _section(section: Section, page: Page) -> dict[str, Any]:
    blocks = [block_of(block, page) for block in section.blocks]
    return {"name": section.name, "title": told(section.title, page), "blocks": blocks}


def _around(picture: Picture, page: Page) -> dict[str, Any]:
    """A picture that is not drawn yet, and the words around it."""
    caption, note = told(picture.title, page), told(picture.note, page)
    return {"picture": picture, "caption": caption, "note": note, "wide": "", "narrow": ""}


def _drawn(picture: Picture, page: Page, width: str, prefix: str = "") -> str:
    """A picture of a width, `one` or `two`, whose ids begin with `prefix` or its own name."""
    from ipscost.formats.pictures import svg

    called = f"{(prefix or picture.name)[:SHORT]}{width[0]}"
    return slim(svg(picture, page, width, prefix=called), f"{called}-")


def _draw(sections: list[dict[str, Any]], page: Page) -> None:
    """Draws every picture for wide pages, and for narrow ones as many as there is room for.

    Which of the two is seen, the style says; the largest are scrolled on a narrow page.
    """
    blocks = (block for section in sections for block in section["blocks"])
    pictures = [block for block in blocks if block["kind"] == "pictured"]
    for each in pictures:
        each["wide"] = _drawn(each["picture"], page, "two")
    size = sum(len(each["wide"]) for each in pictures)
    for each in sorted(pictures, key=lambda each: len(each["wide"])):
        if size + len(each["wide"]) <= MOST_PICTURED:
            each["narrow"] = _drawn(each["picture"], page, "one")
            size += len(each["narrow"])


def _pairs(items: tuple[Definition, ...], page: Page) -> list[tuple[str, str]]:
    return [(told(each.term, page), told(each.meaning, page)) for each in items]


# --- blocks ----------------------------------------------------------------------------------


@singledispatch
def block_of(block: Block, page: Page) -> dict[str, Any]:
    """What the template of a block fills in: its `kind`, which names the template, and values."""
    raise TypeError(f"no template shows {type(block).__name__}")


@block_of.register
def _(block: Paragraph, page: Page) -> dict[str, Any]:
    return {"kind": "paragraph", "text": told(block.text, page), "style": block.style}


@block_of.register
def _(block: Subheading, page: Page) -> dict[str, Any]:
    return {"kind": "subheading", "text": told(block.text, page)}


@block_of.register
def _(block: Listed, page: Page) -> dict[str, Any]:
    return {"kind": "listed", "title": told(block.title, page), "entries": told(block.items, page)}


@block_of.register
def _(block: Data, page: Page) -> dict[str, Any]:
    return {"kind": "data", "sheets": sheets(block, page.language)}


@block_of.register
def _(block: Sliders, page: Page) -> dict[str, Any]:
    tables = [sheets(Data(table), page.language) for table in block.tables]
    return {
        "kind": "what_if",
        "about": told(block.about, page),
        "sheets": [sheet for each in tables for sheet in each],
        **what_if.shown(block, page.language),
    }


@block_of.register
def _(block: Pictured, page: Page) -> dict[str, Any]:
    return {"kind": "pictured", **_around(block.picture, page)}


@block_of.register
def _(block: Definitions, page: Page) -> dict[str, Any]:
    return {"kind": "definitions", "entries": _pairs(block.items, page)}


@block_of.register
def _(block: References, page: Page) -> dict[str, Any]:
    items = [
        {
            "name": told(each.name, page),
            "cite": told(each.cite, page),
            "link": safe_link(each.link),
            "about": told(each.about, page),
        }
        for each in block.items
    ]
    return {"kind": "references", "entries": items}


@block_of.register
def _(block: CommandLine, page: Page) -> dict[str, Any]:
    return {"kind": "command", "lines": told(block.lines, page)}


def safe_link(address: str) -> str:
    """An address of the web as it is; empty for anything else, such as `javascript:`.

    >>> safe_link("https://doi.org/10.1192/j.eurpsy.2022.2309")
    'https://doi.org/10.1192/j.eurpsy.2022.2309'
    >>> safe_link("javascript:alert(1)"), safe_link("https://a b")
    ('', '')
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    plain = address.isprintable() and not any(letter.isspace() for letter in address)
    return address if parts.scheme in LINKED and parts.netloc and plain else ""
