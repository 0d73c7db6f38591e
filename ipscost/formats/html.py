"""html: a piece of HTML, for a notebook or a page; every text in it is escaped."""

from __future__ import annotations

from html import escape

from ipscost.formats import Page
from ipscost.formats.cells import CellGrid, grid, grouped, laid_out
from ipscost.report.report import Report, Row

CLASSES = ("ipscost", "tex2jax_ignore", "mathjax_ignore")
"""By the last two, notebooks know that a dollar sign is money and begins no formula."""
LEFT = "text-align:left"
RIGHT = "text-align:right;white-space:nowrap"
BAR = "font-family:monospace;white-space:pre"
RULE = "border-top-style:solid;border-top-width:thin"


def html(report: Report, page: Page) -> str:
    """One `div`: sentences, tables and notes; notes that have a heading are folded away.

    It has no script and no style sheet: notebooks that are published drop both.
    """
    parts = [_tag("p", _tag("strong", _text(sentence))) for sentence in report.headline]
    parts += [_table(grid(table, page.language)) for table in laid_out(report, page.language)]
    for heading, notes in grouped(report, page.language):
        listed = _tag("ul", "\n".join(_tag("li", _text(note.text)) for note in notes))
        folded = _tag("details", _tag("summary", _text(heading)), listed)
        parts.append(folded if heading else listed)
    if report.more:
        parts.append(_tag("p", _text(report.more)))
    named = {"class": " ".join(CLASSES), "lang": page.language}
    return _tag("div", "\n".join(parts), **named)


def _text(words: object) -> str:
    """Words with nothing in them that HTML would obey, between tags or between quotes."""
    return escape(str(words), quote=True)


def _tag(name: str, *inside: str, **attributes: str) -> str:
    """An element with HTML `inside`, and attributes of which the values are escaped here."""
    pairs = (f' {key}="{_text(value)}"' for key, value in attributes.items())
    return f"<{name}{''.join(pairs)}>{''.join(inside)}</{name}>"


def _table(shown: CellGrid) -> str:
    """A table: its title, its headings, and a `tbody` for each section, with a rule above it."""
    title, *more = shown.title.split("\n")
    caption = "<br>".join([_tag("strong", _text(title)), *map(_text, more)])
    pairs = zip(shown.headings, shown.numeric, strict=True)
    head = [_tag("th", _text(h), scope="col", style=_side(right)) for h, right in pairs]
    sections: list[list[str]] = [[]]
    for index, (row, texts) in enumerate(shown.lines):
        if index and index in shown.breaks:
            sections.append([])
        sections[-1].append(_line(row, texts, shown))
    bodies = [_tag("tbody", "\n".join(sections[0]))]
    bodies += [_tag("tbody", "\n".join(section), style=RULE) for section in sections[1:]]
    return _tag(
        "table",
        _tag("caption", caption, style=LEFT) if shown.title else "",
        _tag("thead", _tag("tr", *head)),
        *bodies,
    )


def _line(row: Row, texts: tuple[str, ...], shown: CellGrid) -> str:
    """One row: its label as a heading, indented by depth, and its cells."""
    weight = f"font-weight:{'bold' if row.strong else 'normal'}"
    indent = f"padding-left:{0.5 + row.depth:g}em"
    cells = [_tag("th", _text(texts[0]), scope="row", style=f"{LEFT};{weight};{indent}")]
    for text, right, bar in zip(texts[1:], shown.numeric[1:], shown.bars[1:], strict=True):
        side = BAR if bar else _side(right)
        cells.append(_tag("td", _text(text), style=f"{side};{weight}"))
    return _tag("tr", *cells)


def _side(right: bool) -> str:
    return RIGHT if right else LEFT
