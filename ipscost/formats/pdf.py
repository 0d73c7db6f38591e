"""pdf: a document on paper, as PDF/UA: tagged, with a title and a language, as WCAG asks.

It is the page without what a reader can change; what that would show stands in a table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipscost.formats import MissingLibraryError, Page, require
from ipscost.formats.page import html
from ipscost.messages import Message

if TYPE_CHECKING:
    from ipscost.report.page.document import Document

_WORDS = re.compile(r"(<title\sid=[^>]*>)[^<]*(</title><desc\sid=[^>]*>)([^<]*)(?=</desc>)")
"""The title of a picture, which stands above it already, and what it shows in words."""
VARIANT = "pdf/ua-1"
"""ISO 14289-1, for readers who use assistive technology."""


def pdf(document: Document, page: Page) -> bytes:
    """The document as PDF/UA-1. Raises MissingLibraryError without WeasyPrint or Pango.

    Nothing is loaded from elsewhere: the page holds all that it shows. WeasyPrint reads the title
    of a picture aloud in its place, so that is here what the picture shows in words.
    """
    require("pdf")
    try:
        import weasyprint
    except OSError:  # the library is there, but not what it stands on
        raise MissingLibraryError(
            Message(
                "pdf needs the system library Pango, which is missing; install it as "
                "doc.courtbouillon.org/weasyprint/stable/first_steps.html says"
            )
        ) from None
    content = _WORDS.sub(r"\1\3\2\3", html(document, page, live=False))
    made = weasyprint.HTML(string=content, url_fetcher=_within).write_pdf(pdf_variant=VARIANT)
    return bytes(made)


def _within(address: str, timeout: int = 10, ssl_context: object = None) -> dict[str, object]:
    """What an address of the page holds; refuses all that is not in the page itself."""
    from weasyprint import default_url_fetcher

    if not address.startswith("data:"):
        raise ValueError(f"a page loads nothing from elsewhere, as from {address}")
    return dict(default_url_fetcher(address))
