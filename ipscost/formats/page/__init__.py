"""page: a document as one HTML file that needs nothing else: no network, no other file.

shown   the parts of a document as what the templates fill in
what_if numbers that a reader can change: what their controls and their script read
sheets  tables as cells that a spreadsheet takes as numbers
slim    pictures made smaller

Beside these stands what a browser reads:

page.html   the template of the whole page
front.html  that of the first page
blocks      a template for each kind of block
page        the style: on a screen of any width, in forced colours, printed
paper       what is added to it for a file of paper

Jinja escapes everything that it fills in; pictures, styles and scripts alone are put in as they
are, and a policy in the page allows no others.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ipscost.formats import Page
from ipscost.formats.page.shown import shown

if TYPE_CHECKING:
    from jinja2 import Environment

    from ipscost.report.page.document import Document

LONG_NAME = 14
"""A name of so many letters may be broken behind its dots."""
HERE = Path(__file__).parent
SCRIPTS = ("what_if.js",)
"""The scripts of the page, in order; they are put in where one of their blocks is shown."""


def html(document: Document, page: Page, *, live: bool = True) -> str:
    """The document as HTML, in the language of the page; every text in it is escaped.

    live: False for paper, on which nothing can be changed: without scripts and their controls.
    """
    view = shown(document, page)
    kinds = {block["kind"] for section in view["sections"] for block in section["blocks"]}
    scripts = [name for name in SCRIPTS if live and Path(name).stem in kinds]
    script = "".join(_text(name) for name in scripts)
    style = _text("page.css") + ("" if live else _text("paper.css"))
    template = _templates().get_template("page.html.jinja")
    return template.render(**view, style=style, script=script, live=live, policy=policy(script))


def policy(script: str) -> str:
    """What a browser may load for the page: its own styles, pictures within it, and its script.

    See the Content Security Policy, level 3 (w3.org/TR/CSP3).
    """
    allowed = "'none'"
    if script:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        allowed = f"'sha256-{digest}'"
    allows = {
        "default-src": "'none'",
        "style-src": "'unsafe-inline'",
        "img-src": "data:",
        "script-src": allowed,
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{what} {source}" for what, source in allows.items())


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["breakable"] = breakable
    return made


def breakable(text: str) -> str:
    """A text in which a long name of dots may go on in the next line, `cost.` `programme.ips`."""
    from markupsafe import Markup, escape

    safe = escape(text)
    if " " in text or len(text) < LONG_NAME:
        return safe
    return Markup(safe.replace(".", Markup(".<wbr>")).replace("_", Markup("_<wbr>")))
