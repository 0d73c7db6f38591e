"""HTML for notebooks: whatever a scenario calls its things, the page has the same elements."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_format_contract import REPORTS
from test_hostile_labels import NASTY, TEXTS, named, report
from told import untold

from ipscost import Answer, Report
from ipscost.formats import Page, worded
from ipscost.formats.cells import grid, laid_out
from ipscost.formats.html import html
from ipscost.texts import HIDDEN, harmless

ELEMENTS = {
    *("div", "p", "strong", "table", "caption", "thead", "tbody", "tr", "th", "td", "br"),
    *("ul", "li", "details", "summary"),
}


class Elements(HTMLParser):
    """The elements of a page with their attributes, and its texts."""

    def __init__(self, content: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.texts: list[str] = []
        self.odd: list[str] = []
        self.feed(content)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    def handle_decl(self, decl: str) -> None:
        self.odd.append(decl)

    def unknown_decl(self, data: str) -> None:
        self.odd.append(data)

    def handle_pi(self, data: str) -> None:
        self.odd.append(data)


def page_of(found: Report) -> Elements:
    return Elements(html(worded(found, Page()), Page()))


def check(text: str) -> None:
    page = page_of(report(text))
    assert page.elements == page_of(report("name")).elements
    assert not page.odd
    assert {tag for tag, _ in page.elements} <= ELEMENTS
    shown = "".join(page.texts)
    assert harmless(text) in shown
    assert not {unicodedata.category(letter) for letter in set(shown) - {"\n"}} & HIDDEN


@pytest.mark.parametrize("text", NASTY)
def test_html_obeys_no_name(text: str) -> None:
    check(text)


@given(text=TEXTS | st.text("<>&\"'/!-[]= aA;#x", min_size=1, max_size=20))
@example(text="<!--")
@example(text="</td></table><script>")
@example(text='" onmouseover="x')
@example(text="&lt;script&gt;")
@settings(max_examples=60)
def test_html_obeys_no_name_at_all(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", [text for text in NASTY if text.isprintable()])
def test_a_notebook_shows_a_scenario_with_any_labels(text: str) -> None:
    shown = Answer(replace(named(text), record={}))._repr_html_()
    page, plain = Elements(shown), Elements(Answer(replace(named("IPS"), record={}))._repr_html_())
    assert {tag for tag, _ in page.elements} <= ELEMENTS
    assert not page.odd
    assert [a for tag, a in page.elements if tag == "div"] == [plain.elements[0][1]]


def test_a_dollar_begins_no_formula() -> None:
    opened = html(worded(report("$x$"), Page()), Page()).split(">")[0]
    assert "tex2jax_ignore" in opened
    assert "mathjax_ignore" in opened


@pytest.mark.parametrize("name", REPORTS)
def test_html_has_every_cell_and_note(name: str) -> None:
    found = worded(untold(REPORTS[name]), Page())
    page = Elements(html(found, Page()))
    texts, elements = set(page.texts), [tag for tag, _ in page.elements]
    grids = [grid(table, "en") for table in laid_out(found, "en")]
    cells = {cell for each in grids for _, line in each.lines for cell in line}
    assert cells - {""} <= texts
    assert {str(note.text) for note in found.notes} <= texts
    assert elements.count("li") == len(found.notes)
    assert elements.count("table") == len(grids)
    assert elements.count("td") == sum(len(each.lines) * (len(each.headings) - 1) for each in grids)
    sections = sum(1 + len(each.breaks - {0}) for each in grids)
    assert elements.count("tbody") == sections
