"""A page in a browser: for everybody, on paper, without network, and small enough for a mail."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import browser
import pytest

from ipscost.cli import main
from ipscost.formats.page import HERE

pytestmark = pytest.mark.programs
MOST_BYTES = 400_000
FIRST_SECTION = {"en": "Where the saving comes from", "da": "Hvor besparelsen kommer fra"}
PAGES = {
    "en": ("inklusion-ips",),
    "da": ("inklusion-ips",),
    "long": ("ips-ten-years", "--lang", "da", "--people", "60"),
    "several": ("inklusion-ips", "inklusion-ipse"),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages by what is peculiar: two languages, one with much to say, one of two scenarios."""
    folder, found = tmp_path_factory.mktemp("pages"), {}
    for name, asked in PAGES.items():
        found[name] = folder / f"{name}.html"
        language = ["--lang", "da"] if name == "da" else []
        draws = ["--draws", "50", "-o", str(found[name])]
        assert main(["report", *asked, *language, *draws]) == 0
    return found


@pytest.fixture(scope="module")
def opened(chromium: Any) -> Iterator[Any]:
    """A page of the browser that lets a test bring its own script."""
    context = chromium.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def show(opened: Any, path: Path, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 900})
    opened.goto(path.as_uri())


@pytest.mark.parametrize("language", ["en", "da"])
def test_a_page_is_for_everybody_at_every_width(
    opened: Any, pages: dict[str, Path], language: str
) -> None:
    for width in (320, 768, 1280):
        show(opened, pages[language], width)
        if width != 768:  # colours are alike in every language, and take longest
            contrast = (width, language) == (320, "en")
            assert browser.violations(opened, contrast=contrast) == []
        assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.evaluate("document.documentElement.lang") == language


@pytest.mark.parametrize("name", ["long", "several"])
def test_every_kind_of_page_is_for_everybody(
    opened: Any, pages: dict[str, Path], name: str
) -> None:
    show(opened, pages[name], 320)
    assert browser.violations(opened, contrast=False) == []


@pytest.mark.parametrize("name", PAGES)
def test_text_of_twice_the_size_is_not_cut(opened: Any, pages: dict[str, Path], name: str) -> None:
    for width in (320, 768, 1280):
        show(opened, pages[name], width)
        opened.evaluate("document.documentElement.style.fontSize = '200%'")
        assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_key_leads_to_the_answer(opened: Any, pages: dict[str, Path]) -> None:
    show(opened, pages["en"], 768)
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.className") == "skip"
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "answer"


@pytest.mark.parametrize(("name", "language"), [("en", "en"), ("long", "da")])
def test_the_first_page_fits_on_a_sheet(
    opened: Any, pages: dict[str, Path], name: str, language: str
) -> None:
    from pypdf import PdfReader

    show(opened, pages[name], 1280)
    printed = PdfReader(io.BytesIO(opened.pdf(prefer_css_page_size=True)))
    width, height = (float(side) for side in printed.pages[0].mediabox.upper_right)
    assert (round(width), round(height)) == (595, 842)  # points: A4
    first, second = (printed.pages[place].extract_text() for place in (0, 1))
    assert FIRST_SECTION[language] not in first
    assert second.startswith(FIRST_SECTION[language])


def test_what_a_scenario_says_is_never_run(
    chromium: Any, pages: dict[str, Path], tmp_path: Path
) -> None:
    """Nor is anything fetched: the page asks for itself alone."""
    path, out = tmp_path / "evil.yaml", tmp_path / "evil.html"
    path.write_text(EVIL, encoding="utf-8")
    page, seen = chromium.new_page(), list[str]()
    page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: seen.append(request.url))
    page.on("console", lambda message: seen.append(message.text))
    for language in ("en", "da"):
        asked = ["--lang", language, "--draws", "20", "-o", str(out)]
        assert main(["report", str(path), *asked]) == 0
        page.goto(out.as_uri())
        assert seen == [out.as_uri()]
        seen.clear()
        assert page.evaluate("document.querySelectorAll('img, b, i').length") == 0
        scripts = page.evaluate("Array.from(document.scripts, each => [each.type, each.text])")
        assert [kind for kind, _ in scripts] == ["application/json", ""]
        assert scripts[1][1] == (HERE / "what_if.js").read_text(encoding="utf-8")
        links = page.evaluate("[...document.links].map(link => link.protocol)")
        assert set(links) == {"file:", "https:"}  # places in the page, and a source
    page.close()


def test_a_page_fits_into_a_mail(pages: dict[str, Path]) -> None:
    assert all(page.stat().st_size <= MOST_BYTES for page in pages.values())


EVIL = r"""
ipscost: 1
title:
  en: "<script>alert(1)</script> \"><img src=x onerror=alert(2)>"
  da: "</title><script>alert(3)</script>"
population: "{{ 7*7 }} <b>people</b>"
money: DKK_2024
conversion: exchange_then_prices
horizon: {months: 4}
perspective: societal
discount: {cost: 0, outcome: 0}
arm:
  usual: {label: "=cmd()", reference: true, n: 100}
  ips: {label: "IPS</svg><script>alert(4)</script>", n: 100}
payer:
  region: {label: "Region & co <i>"}
source:
  study:
    cite: "A <img src=x onerror=alert(6)> study 2020"
    sure: verified
    url: "https://example.org/\"onmouseover=\"alert(7)"
  other: {cite: "ev\u001b[31mil", sure: secondary, url: "javascript:alert(8)"}
cost:
  care:
    label: {en: "-2+3+cmd|' /C calc'!A0", da: "</style><script>alert(9)</script>"}
    kind: service
    payer: region
    unit: DKK_2024/person
    source: study table 1
    usual: {mean: 1000, se: 100}
    ips: {difference: -300, se: 50, assumption: "<svg onload=alert(10)>"}
  programme:
    label: {en: "javascript:alert(11)", da: "<i>Indsats"}
    kind: programme
    payer: region
    unit: DKK_2024/person
    source: other table <2>
    ips: {difference: 120}
outcome:
  job:
    label: "Job \"onclick=alert(12)"
    unit: share
    source: study table 5
    usual: {events: 40, n: 100}
    ips: {events: 60, n: 100}
"""
