"""What people take away on paper and in a word processor: tagged, named, in the styles of Word."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import docx.shared
import pypdf
import pytest
from browser import lacking

from ipscost import Settings
from ipscost.analysis.payers import names
from ipscost.cli import main
from ipscost.formats import Page
from ipscost.formats.page.shown import told
from ipscost.formats.pdf import pdf
from ipscost.formats.word import word
from ipscost.loading import build, read
from ipscost.report.charts import Waterfall
from ipscost.report.page.document import Document, Front, Paragraph, Pictured, Section
from ipscost.report.page.material import Material
from ipscost.report.page.one import document
from ipscost.report.pictures.picture import Picture
from ipscost.report.report import Table
from ipscost.run import simulate

FRONT = Front(("It saves.",), (), (), None, "", None, (), (), ())
OFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def inklusion() -> Document:
    """The document of a shipped scenario."""
    scenario = build(read("inklusion-ips"))
    run = simulate(scenario, Settings(draws=50), months=True, courses=names(scenario))
    return document(Material(run))


@pytest.fixture(scope="module")
def case(inklusion: Document) -> bytes:
    return word(inklusion, Page(language="da"))


@pytest.fixture(scope="module")
def opened(case: bytes) -> Any:
    return docx.Document(io.BytesIO(case))


def xml(content: bytes, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return file.read(f"word/{part}.xml").decode()


# --- a case ----------------------------------------------------------------------------------


def test_a_case_has_its_headings_in_the_styles_of_word(opened: Any) -> None:
    told = [(p.style.name, p.text) for p in opened.paragraphs]
    assert told[0] == ("Title", "Projekt Inklusion: IPS over for normalindsatsen")
    headings = [text for style, text in told if style == "Heading 1"]
    assert headings[1:3] == ["Hvad der skal holde, for at det betaler sig", "Vær opmærksom på"]
    assert headings[-2:] == ["Kilder", "Kørslen"]
    assert {"Caption", "List Bullet"} <= {style for style, _ in told}


def test_a_case_says_its_title_and_its_language(opened: Any, case: bytes) -> None:
    assert opened.core_properties.title.startswith("Projekt Inklusion")
    assert opened.core_properties.language == "da-DK"
    assert 'w:lang w:val="da-DK"' in xml(case, "styles")
    assert 'w:val="en-US"' not in xml(case, "styles")


def test_a_case_says_once_what_is_saved(inklusion: Document, opened: Any) -> None:
    texts = [paragraph.text for paragraph in opened.paragraphs]
    saved = told(inklusion.front.signs[1].values[0][1], Page(language="da"))
    assert [saved in text for text in texts].count(True) == 1
    assert any("tjent sig hjem" in text for text in texts)


def test_a_title_longer_than_word_takes_is_shortened_in_the_properties(small: Document) -> None:
    long = docx.Document(io.BytesIO(word(replace(small, title="long " * 80), Page())))
    assert len(long.core_properties.title) == 255
    assert any("long " * 80 in each.text for each in long.paragraphs)


def test_its_tables_mark_their_headers_and_its_pictures_tell_what_they_show(
    opened: Any, case: bytes
) -> None:
    body = xml(case, "document")
    assert len(opened.tables) >= 2
    assert body.count("<w:tblHeader/>") == len(opened.tables)
    (described,) = [shape._inline.docPr.get("descr") for shape in opened.inline_shapes]
    assert "+72.013" in described
    assert "hyperlink" in body


@pytest.mark.programs
def test_a_case_is_two_pages(case: bytes, tmp_path: Path) -> None:
    if OFFICE is None:
        lacking("libreoffice")
    files = [tmp_path / "case.docx", tmp_path / "long.docx"]
    files[0].write_bytes(case)
    asked = ["--people", "60", "--lang", "da", "--draws", "50", "-o", str(files[1])]
    assert main(["report", "ips-ten-years", *asked]) == 0
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    done = subprocess.run(
        [str(OFFICE), profile, *convert, *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )
    if "could not be loaded" in done.stderr:
        lacking("libreoffice-writer")
    for file in files:
        assert len(pypdf.PdfReader(file.with_suffix(".pdf")).pages) == 2, file


# --- a template ------------------------------------------------------------------------------


def template(*, without: str = "", kind: str = "document") -> bytes:
    """A letter of an office: a style of its own look, a header, a narrow page, and some text."""
    own = docx.Document()
    own.styles["Heading 1"].font.name = "Georgia"
    own.sections[0].page_width = docx.shared.Cm(18)
    own.sections[0].header.paragraphs[0].text = "The office"
    own.add_paragraph("Write here")
    if without:
        element = own.styles[without].element
        element.getparent().remove(element)
    file = io.BytesIO()
    own.save(file)
    if kind == "document":
        return file.getvalue()
    made = io.BytesIO()
    with zipfile.ZipFile(file) as given, zipfile.ZipFile(made, "w") as changed:
        for name in given.namelist():
            part = given.read(name)
            changed.writestr(name, part.replace(b"document.main+xml", b"template.main+xml"))
    return made.getvalue()


@pytest.fixture(scope="module")
def small() -> Document:
    bars = Waterfall(("Care", "Work"), (-5.0, 9.0), "DKK_2024/person")
    told = Picture("payers", "Who pays", bars, "Care -5 & <more>", Table("", "", (), ()))
    blocks = (Paragraph("The region."), Pictured(told))
    section = Section("payers", "Who pays", blocks)
    return Document("test", "A <test> & more\x1b", FRONT, (section,), "0")


@pytest.mark.parametrize("kind", ["document", "template"])
def test_a_template_keeps_its_styles_page_and_header(small: Document, kind: str) -> None:
    made = docx.Document(io.BytesIO(word(small, Page(), template(kind=kind))))
    assert made.styles["Heading 1"].font.name == "Georgia"
    assert round(made.sections[0].page_width.cm, 2) == 18
    assert made.sections[0].header.paragraphs[0].text == "The office"
    texts = [paragraph.text for paragraph in made.paragraphs]
    assert texts[:2] == ["A <test> & more\\x1b", "It saves."]
    assert "Write here" not in texts
    assert "The region." in texts


@pytest.mark.parametrize("lacking", ["Heading 1", "Caption", "List Bullet", "Table Grid"])
def test_a_template_without_a_style_gets_that_of_word(small: Document, lacking: str) -> None:
    made = docx.Document(io.BytesIO(word(small, Page(), template(without=lacking))))
    assert made.styles[lacking].name == lacking


SLIPS = [
    (["-o", "case.docx", "--template", "study.yaml"], "study.yaml is no document of Word; save"),
    (["-o", "case.docx", "--template", "none.docx"], "cannot be read: No such file or directory"),
    (["-o", "case.html", "--template", "study.yaml"], "for a page of Word; write --out case.docx"),
    (["-o", "case.odt"], "a page ends in one of .html, .pdf, .docx; write --out case.html"),
    (["-o", "a.html", "--what-if", "cost.care.ips=5:1"], "write 1:5"),
    (["-o", "a.html", "study.yaml", "--what-if", "cost.care.ips=-9:1"], "name one file"),
]


@pytest.mark.parametrize(("options", "told"), SLIPS, ids=lambda value: str(value)[:40])
def test_a_slip_is_told_with_its_fix(
    options: list[str], told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "study.yaml", "--draws", "0", *options]) == 2
    assert told in " ".join(capsys.readouterr().err.split())


def test_a_template_is_not_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = folder / "letter.docx"
    letter.write_bytes(template())
    before = letter.read_bytes()
    both = ["-o", "letter.docx", "--template", "letter.docx"]
    assert main(["report", "study.yaml", "--draws", "0", *both]) == 2
    assert letter.read_bytes() == before
    assert "would write over" in capsys.readouterr().err


# --- paper -----------------------------------------------------------------------------------


def test_paper_is_tagged_and_says_its_title_and_its_language(small: Document) -> None:
    file = pypdf.PdfReader(io.BytesIO(pdf(small, Page(language="da"))))
    root = file.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "da"
    assert file.metadata.title == "A <test> & more\\x1b"
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert "It saves." in file.pages[0].extract_text()
    assert [*alternatives(root["/StructTreeRoot"])] == ["Care -5 & <more>"]


def alternatives(node: Any) -> Iterator[str]:
    """What is read aloud in place of pictures, in the tree of tags."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            yield from alternatives(each)
    elif isinstance(node, dict):
        yield from [str(node["/Alt"])] if "/Alt" in node else []
        yield from alternatives(node.get("/K", []))


@pytest.mark.parametrize(("ending", "library"), [("pdf", "weasyprint"), ("docx", "docx")])
def test_a_missing_library_is_told_with_what_to_install(
    ending: str,
    library: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ipscost.formats.find_spec", lambda name: None if name == library else 1)
    assert main(["report", "study.yaml", "--draws", "0", "-o", f"case.{ending}"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    extra = {"pdf": "pdf", "docx": "word"}[ending]
    assert f"install it with: pip install 'ipscost[{extra}]'" in told
