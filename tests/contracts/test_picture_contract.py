"""What every picture keeps: svg, png and pdf, in every language, safe, small and the same again."""

from __future__ import annotations

import re
import struct
from xml.etree import ElementTree

import pytest
from pictured import SCENARIO, pictured

from ipscost.formats import Page
from ipscost.formats.pictures import drawn, svg
from ipscost.formats.pictures.look import COLOURS, LIGHT, WHOLE, Look, spread
from ipscost.formats.sketch import sketch
from ipscost.report.pictures import PICTURES
from ipscost.words import LANGUAGES
from ipscost.words.text import tell

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '<script>alert(1)</script> & $x^2$ "æøå" ]]>'
LABELLED = SCENARIO.replace("en: Care", f"en: '{HOSTILE}'").replace("da: Pleje", f"da: '{HOSTILE}'")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_stands_in_a_page(name: str, language: str) -> None:
    found = pictured(name)
    text = svg(found, Page(language=language), prefix=f"a-{name}")
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SVG}svg"
    assert (root.get("role"), root.get("lang")) == ("img", language)
    title, shown = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert shown is not None
    assert title.text == tell(found.title, language)
    assert shown.text == tell(found.alt, language)
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert all(each.startswith(f"a-{name}") for each in ids if each)
    assert len(ids) == len({*ids})
    used = set(re.findall(r'(?:href="#|url\(#)([^")]+)', text))
    assert used <= {*ids}
    styles = [node.text for node in root.iter(f"{SVG}style")]
    assert all(text is None or text.startswith(f"#a-{name} ") for text in styles)
    assert len(text) < 60_000


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_a_file(name: str) -> None:
    """In one language and width each: what they change is tested beside."""
    found = pictured(name)
    png = drawn(found, Page(language="da"), ".png", "one")
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">I", png[16:20])[0] == pytest.approx(89 / 25.4 * 300, abs=1)
    pdf = drawn(found, Page(language="en"), ".pdf")
    assert pdf.startswith(b"%PDF")
    assert b"CIDFontType2" in pdf  # TrueType, embedded
    assert b"/CreationDate" not in pdf


@pytest.mark.parametrize("ending", [".svg", ".png", ".pdf"])
def test_the_same_picture_has_the_same_bytes(ending: str) -> None:
    found, page = pictured("months"), Page()
    assert drawn(found, page, ending) == drawn(found, page, ending)


def test_a_file_has_its_texts_as_outlines_and_a_page_as_texts() -> None:
    found, page = pictured("payers"), Page(language="da")
    file, here = drawn(found, page, ".svg").decode(), svg(found, page)
    assert "<text" not in file
    assert "<text" in here
    assert "Kommune" in here
    assert "%" not in re.sub(r"<desc.*?</desc>", "", here)  # no number in English or Danish alone


def test_labels_of_a_scenario_are_no_markup_and_no_mathematics() -> None:
    found = pictured("waterfall", LABELLED, 50)
    for text in (svg(found, Page()), drawn(found, Page(), ".svg").decode()):
        assert "<script" not in text
        root = ElementTree.fromstring(text)
        shown = root.find(f"{SVG}desc")
        assert shown is not None
        assert HOSTILE in str(shown.text)
    lines = [
        node.text or "" for node in ElementTree.fromstring(svg(found, Page())).iter(f"{SVG}text")
    ]
    assert "$x^2$" in " ".join(lines)


def test_amounts_have_the_marks_of_the_language() -> None:
    dear = SCENARIO.replace("difference: 560", "difference: 5600")
    found = pictured("waterfall", dear, 50)
    assert "-5,600" in svg(found, Page())
    assert "-5.600" in svg(found, Page(language="da"))


def test_colours_stand_out_from_white() -> None:
    for colour in (*COLOURS, WHOLE, LIGHT):
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        assert 1.05 / (light + 0.05) >= 3, colour


# --- characters ------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("name", PICTURES)
def test_a_sketch_is_no_wider_than_its_page(name: str, width: int) -> None:
    text = sketch(pictured(name), Page(width=width, language="da"))
    assert max(map(len, text.splitlines())) <= width
    assert text.splitlines()[0].strip()
    ascii_only = sketch(pictured(name), Page(width=width, language="da", encoding="ascii"))
    assert ascii_only.isascii()


def test_a_sketch_has_the_amounts_of_its_picture() -> None:
    lines = sketch(pictured("waterfall"), Page()).splitlines()
    programme = next(line for line in lines if line.startswith("Programme"))
    assert programme.endswith("-560")
    assert "░" in programme
    care = next(line for line in lines if line.startswith("Care"))
    assert care.endswith("+300")
    assert "█" in care


# --- texts that fit --------------------------------------------------------------------------


def test_long_texts_are_broken_to_fit() -> None:
    look = Look(250, "da")
    long = "Sociale og andre indsatser arbejdsskadeforsikringspræmieberegning " + "x" * 80
    lines = look.wrapped(long, 60, 8)
    assert all(look.wide(line, 8) <= 60 for line in lines)
    assert "".join(lines).replace(" ", "").replace("-", "") == long.replace(" ", "")
    few = look.wrapped(long, 60, 8, most=2)
    assert len(few) == 2
    assert few[1].endswith("…")


def test_names_at_the_ends_of_lines_are_moved_apart() -> None:
    assert spread([5, 5, 5], 2, 0, 6) == [2, 4, 6]


@pytest.mark.parametrize(
    ("low", "high", "unit", "room", "expected"),
    [
        (0, 120000, "DKK_2024/person", 200, ["0", "25.000", "50.000", "75.000", "100.000"]),
        (0, 1, "share", 200, ["0%", "20%", "40%", "60%", "80%", "100%"]),
        (-0.05, 0.1, "QALY", 120, ["-0,05", "0,00", "0,05", "0,10"]),
    ],
)
def test_round_numbers_stand_at_an_axis(
    low: float, high: float, unit: str, room: float, expected: list[str]
) -> None:
    _, labels = Look(500, "da").ticks(low, high, room, unit)
    assert labels == expected


def test_a_picture_of_no_width_is_refused() -> None:
    with pytest.raises(KeyError):
        svg(pictured("icons"), Page(), "three")
