"""Pictures drawn by matplotlib: svg for a page, and svg, png and pdf as files.

look      how all pictures look: widths, type, colours and marks, and texts that fit
rows      charts whose labels stand at the left, a row each: waterfall, bars, tornado, forest
stacked   bars of several series one after another
fields    charts with two axes: lines over time and by threshold, the plane
icons     people as signs
markup    svg made small, safe to put into a page, and told to those who cannot see it

A picture in a page has its texts as texts, in the fonts of the reader; one in a file has them as
outlines, so that it is the same in every program that opens it, with whatever fonts that has. The
fonts of a pdf are embedded as TrueType. The same picture has the same bytes at any time.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ipscost.formats.cells import in_language
from ipscost.formats.pictures.look import WIDTHS, Look
from ipscost.formats.pictures.markup import embedded, filed
from ipscost.report.charts import (
    Bars,
    Fan,
    Forest,
    GroupedBars,
    Icons,
    Lines,
    Panels,
    Scatter,
    StackedBars,
    Waterfall,
)
from ipscost.texts import cleaned

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ipscost.formats import Page
    from ipscost.formats.pictures.look import Block
    from ipscost.report.pictures.picture import Picture

ENDINGS = (".svg", ".png", ".pdf")
"""The kinds of file that a picture is written to."""
DOTS = 300
"""Dots per inch of a png: what journals print."""


def svg(picture: Picture, page: Page, width: str = "two", *, prefix: str = "") -> str:
    """The picture as an element of a page of HTML, without its title, which the page shows.

    `width` is one of WIDTHS. Its ids begin with `prefix`, by default its name: two pictures of one
    page need two prefixes.
    """
    told = _told(picture, page)
    drawing = _saved(_figure(told, page, width, titled=False), "svg", told, text=True)
    return embedded(drawing.decode(), told, page.language, prefix or picture.name)


def drawn(
    picture: Picture, page: Page, ending: str, width: str = "two", *, titled: bool = True
) -> bytes:
    """The picture as a file of its own: `.svg`, `.png` or `.pdf`.

    titled: False without its title and its note, which then stand beside it.
    """
    told = _told(picture, page)
    content = _saved(_figure(told, page, width, titled=titled), ending.lstrip("."), told)
    if ending != ".svg":
        return content
    return filed(content.decode(), told, page.language, picture.name)


def _told(picture: Picture, page: Page) -> Picture:
    """The picture with its texts in the language of the page, and harmless."""
    texts = {
        name: cleaned(in_language(getattr(picture, name), page.language))
        for name in ("title", "chart", "alt", "note")
    }
    return replace(picture, **texts)


def _figure(told: Picture, page: Page, width: str, *, titled: bool) -> Figure:
    """The picture on a sheet that is as high as it needs."""
    look = Look(WIDTHS[width], page.language, narrow=width == "one")
    with look.settings():
        title = look.wrapped(str(told.title), look.inner, look.title, bold=True) if titled else []
        note = look.wrapped(str(told.note), look.inner, look.small) if titled and told.note else []
        body = _body(told.chart, look)
        head = len(title) * look.title * look.leading + (6 if title else 0)
        foot = len(note) * look.small * look.leading + (6 if note else 0)
        figure = look.sheet(head + body.height + foot + 2 * look.margin)
        top = look.margin
        look.write_lines(figure, title, look.margin, top, look.title, bold=True)
        body.draw(figure, top + head)
        look.write_lines(figure, note, look.margin, top + head + body.height + 6, look.small)
        return figure


def _body(chart: Any, look: Look) -> Block:
    """What draws a chart."""
    from ipscost.formats.pictures import fields, icons, rows, stacked

    drawers: dict[type, Any] = {
        Bars: rows.tornado,
        Waterfall: rows.waterfall,
        GroupedBars: rows.grouped,
        StackedBars: stacked.stacked,
        Forest: rows.forest,
        Panels: rows.panels,
        Lines: fields.lines,
        Fan: fields.fan,
        Scatter: fields.scatter,
        Icons: icons.icons,
    }
    body: Block = drawers[type(chart)](chart, look)
    return body


def _saved(figure: Figure, kind: str, told: Picture, *, text: bool = False) -> bytes:
    """The bytes of a figure, which hold no date and no random name."""
    from matplotlib import rc_context

    every: dict[str, dict[str, Any]] = {
        "svg": {"Date": None, "Creator": None, "Format": None, "Type": None},
        "png": {"Title": str(told.title), "Description": str(told.alt), "Software": None},
        "pdf": {
            "Title": str(told.title),
            "Subject": str(told.alt),
            "CreationDate": None,
            "Creator": None,
            "Producer": None,
        },
    }
    file = io.BytesIO()
    settings: Any = {
        "svg.fonttype": "none" if text else "path",
        "svg.hashsalt": "ipscost",
        "pdf.fonttype": 42,
        "text.parse_math": False,
    }
    with rc_context(settings), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph .*")
        figure.savefig(file, format=kind, dpi=DOTS, metadata=every[kind])
    return file.getvalue()
