"""word: a document as two pages for a council case, in a word processor.

It is the front page, and of the sections behind it what a case needs: who pays, the sources, and
how to have it again. Headings, captions and lists are styles, so that a user's own template decides
how they look; tables mark their header rows, and pictures carry what they show in words.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import UTC, datetime
from functools import singledispatchmethod
from typing import Any

from ipscost.formats import Page, require
from ipscost.formats.cells import CellGrid, grid, in_words
from ipscost.formats.page.shown import safe_link, told
from ipscost.report.page.document import (
    Block,
    CommandLine,
    Data,
    Document,
    Listed,
    Paragraph,
    Pictured,
    References,
    Section,
    Subheading,
)
from ipscost.report.report import Choice, Report, Table
from ipscost.texts import cleaned
from ipscost.words import say

PARTS: dict[str, tuple[type[Block], ...]] = {
    "payers": (Paragraph, Data),
    "saving": (Pictured,),
    "inputs": (References,),
    "record": (CommandLine,),
}
"""Which blocks of which sections a case has, in this order."""
MOST_TEXTS, MOST_ROWS = 2, 14
"""So many texts of a section, and rows of its tables in all: the first ones answer, and longer ones
go into detail that the page has."""
HIGHEST = 9.5
"""A picture is at most so high, in centimetres."""
BETWEEN = "  ·  "
"""What stands between facts, or what to know of a table, in one paragraph."""
STYLES = ("Title", "Heading 1", "Heading 2", "Caption", "List Bullet", "Table Grid", "Hyperlink")
"""The styles that are used; a template's own, else those of Word."""
FONT, INK, SMALL = "Arial", "14405C", 8.5
SIZES = {"Normal": 10, "List Bullet": 10, "Caption": 9, "Title": 16, "Heading 1": 12}
"""Without a template: a font that every computer has, the colour of headings, points by style."""
A4 = (21.0, 29.7)
LONGEST_PROPERTY = 255
"""Characters that Word takes for the title among a file's properties."""
MARGIN = 2.0
"""Centimetres."""
TONGUES = {"en": "en-GB", "da": "da-DK"}
"""The tags by which a word processor checks spelling, and a screen reader reads aloud."""
DOCUMENT, TEMPLATE = (
    f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}.main+xml"
    for kind in ("document", "template")
)
"""What a file says it is: a document (docx) or a template of documents (dotx)."""


class NoWordFileError(ValueError):
    """A template is no file of Word; the text says what it is."""


def word(document: Document, page: Page, template: bytes | None = None) -> bytes:
    """The document as a file of Word, with the styles, page and headers of a template.

    Raises MissingLibraryError without python-docx, and NoWordFileError for a template that is no
    docx or dotx. What a template holds as text is left out.
    """
    writer = _Writer(page, template)
    writer.document(document)
    return writer.content(document)


def opened(template: bytes | None) -> Any:
    """The document of Word that is filled in: a template, or an empty one.

    Raises NoWordFileError for a template that is no docx or dotx.
    """
    require("docx")
    import docx

    if template is None:
        return docx.Document()
    try:
        return docx.Document(io.BytesIO(_as_document(template)))
    except (KeyError, ValueError, SyntaxError, zipfile.BadZipFile) as error:
        raise NoWordFileError(f"it is no Word document: {error}") from None


def _as_document(template: bytes) -> bytes:
    """A template of Word (dotx) as a document (docx): only its name for what it is differs."""
    with zipfile.ZipFile(io.BytesIO(template)) as given:
        parts = {name: given.read(name) for name in given.namelist()}
    types = "[Content_Types].xml"
    parts[types] = parts[types].replace(TEMPLATE.encode(), DOCUMENT.encode())
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


class _Writer:
    """Writes a document into a file of Word, paragraph by paragraph."""

    def __init__(self, page: Page, template: bytes | None) -> None:
        self.page, self.own = page, template is None
        self.docx = opened(template)
        self._empty()
        self._styled()

    def content(self, document: Document) -> bytes:
        """The file, with the title and the language of the document."""
        core, tongue = self.docx.core_properties, TONGUES.get(self.page.language, "")
        core.title = self.told(document.title)[:LONGEST_PROPERTY]
        core.language = tongue or self.page.language
        core.author, core.comments, core.keywords, core.subject = "", "", "", ""
        core.created = core.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        self._language(core.language)
        file = io.BytesIO()
        self.docx.save(file)
        return file.getvalue()

    def told(self, text: Any) -> Any:
        """A text, or several, in the language of the page."""
        return told(text, self.page)

    def said(self, key: str, **values: object) -> str:
        """The words of the page under a key."""
        return say(f"page_{key}", self.page.language, **values)

    # --- what it consists of -----------------------------------------------------------------

    def document(self, document: Document) -> None:
        """The front page, and the parts of sections that a case has."""
        self.add(self.told(document.title), "Title")
        self._front(document)
        sections = {section.name: section for section in document.sections}
        for name in (name for name in PARTS if name in sections):
            self._section(sections[name])
        self.add(self.said("made", version=document.version), size=SMALL)

    def _front(self, document: Document) -> None:
        front = document.front
        for text in self.told(front.answer):
            self.add(text, bold=True)
        paragraph = self.add("")
        for place, item in enumerate(front.facts):
            self._run(paragraph, f"{BETWEEN if place else ''}{self.told(item.term)}: ", bold=True)
            self._run(paragraph, self.told(item.meaning))
        signs = [
            (self.told(sign.title), self._values(sign.values), self.told(sign.below))
            for sign in front.signs
        ]
        if signs:
            self.add("", size=4, after=0)
            self._table([*zip(*signs, strict=True)], bold={1}, title=self.told(document.title))
        if front.table is not None:
            self.add(self.told(front.table_title), "Heading 1")
            self.block(front.table)
        if front.table_below:
            self.add(BETWEEN.join(self.told(front.table_below)), size=SMALL)
        for heading, texts in (("holds_title", front.holds), ("caveats_title", front.caveats)):
            self.add(self.said(heading), "Heading 1")
            for text in self.told(texts) or (self.said("caveats_none"),):
                self.item(text)

    def _values(self, values: Any) -> str:
        """The values of a sign: of each arm behind its name, a line each."""
        return "\n".join(f"{of}: {value}" if of else value for of, value in self.told(values))

    def _section(self, section: Section) -> None:
        """The blocks of a section that a case has, under its title."""
        kept = list[Block]()
        for kind in PARTS[section.name]:
            own = [block for block in section.blocks if isinstance(block, kind)]
            kept += _short(own) if kind is Data else own[:MOST_TEXTS]
        if kept:
            is_inputs = section.name == "inputs"
            title = self.said("sources") if is_inputs else self.told(section.title)
            self.add(title, "Heading 1")
        for block in kept:
            self.block(block)

    # --- blocks ------------------------------------------------------------------------------

    @singledispatchmethod
    def block(self, block: Block) -> None:
        """A block; of a kind that a case does not have, nothing."""

    @block.register
    def _(self, block: Paragraph) -> None:
        self.add(self.told(block.text), size=SMALL if block.style == "aside" else 0)

    @block.register
    def _(self, block: Subheading) -> None:
        self.add(self.told(block.text), "Heading 2")

    @block.register
    def _(self, block: Listed) -> None:
        if self.told(block.title):
            self.add(self.told(block.title), "Heading 2")
        for text in self.told(block.items):
            self.item(text)

    @block.register
    def _(self, block: Data) -> None:
        """The tables, each under its title."""
        report = in_words(Report("", (), (block.table,), (), {}), self.page.language)
        for table in cleaned(report, lines=("title",)).tables:
            shown = grid(table, self.page.language)
            title, *below = (shown.title or self.told(block.caption)).split("\n")
            self._caption(title, "; ".join(below))
            self._grid(shown, title)

    @block.register
    def _(self, block: Pictured) -> None:
        """The picture with its title above and its note below, and what it shows in words."""
        from docx.shared import Cm, Emu

        from ipscost.formats.pictures import drawn

        picture, part = block.picture, self.docx.sections[-1]
        title = self.told(picture.title)
        self._caption(title)
        content = drawn(picture, self.page, ".png", titled=False)
        width = Emu(part.page_width - part.left_margin - part.right_margin)
        shape = self.docx.add_picture(io.BytesIO(content), width=width)
        if shape.height > Cm(HIGHEST):
            shape.width, shape.height = int(width * Cm(HIGHEST) / shape.height), Cm(HIGHEST)
        described = shape._inline.docPr
        described.set("descr", self.told(picture.alt))
        described.set("title", title)
        if self.told(picture.note):
            self.add(self.told(picture.note), size=SMALL)

    @block.register
    def _(self, block: References) -> None:
        for each in block.items:
            paragraph = self.item(f"{self.told(each.cite)}. ", size=SMALL)
            if link := safe_link(each.link):
                self._link(paragraph, link)

    @block.register
    def _(self, block: CommandLine) -> None:
        self.add("\n".join(self.told(block.lines)), size=SMALL)

    # --- paragraphs and tables ---------------------------------------------------------------

    def add(
        self, text: str, style: str = "", *, bold: bool = False, size: float = 0, after: float = -1
    ) -> Any:
        """A paragraph in a style; `size` and the space `after` it are in points."""
        paragraph = self.docx.add_paragraph(style=style or None)
        self._run(paragraph, text, bold=bold, size=size)
        if after >= 0:
            from docx.shared import Pt

            paragraph.paragraph_format.space_after = Pt(after)
        return paragraph

    def item(self, text: str, *, size: float = 0) -> Any:
        """One of a list."""
        return self.add(text, "List Bullet", size=size)

    def _caption(self, title: str, below: str = "") -> None:
        """What a table or picture is called, and what to know of it, on the same page as it."""
        paragraph = self.add(title, "Caption", after=2)
        paragraph.paragraph_format.keep_with_next = True
        if below:
            run = paragraph.add_run(f"\n{below}")
            run.bold = False

    def _run(self, paragraph: Any, text: str, *, bold: bool = False, size: float = 0) -> None:
        run = paragraph.add_run(text)
        run.bold = bold or None
        if size:
            from docx.shared import Pt

            run.font.size = Pt(size)

    def _grid(self, shown: CellGrid, title: str) -> None:
        """A table of a report, without bars of characters."""
        kept = [place for place, is_bar in enumerate(shown.bars) if not is_bar]
        rows = [[shown.headings[place] for place in kept]]
        rows += [[texts[place] for place in kept] for _, texts in shown.lines]
        bold = {index for index, (row, _) in enumerate(shown.lines, start=1) if row.strong}
        numeric = [shown.numeric[place] for place in kept]
        depths = [0, *(row.depth for row, _ in shown.lines)]
        self._table(rows, bold=bold, numeric=numeric, depths=depths, title=title)

    def _table(
        self,
        rows: list[Any],
        *,
        bold: set[int],
        numeric: list[bool] | None = None,
        depths: list[int] | None = None,
        title: str = "",
    ) -> None:
        """A table of texts whose first row is its header, which is repeated on the next page."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import Cm, Pt

        table = self.docx.add_table(len(rows), len(rows[0]), style="Table Grid")
        for index, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
            properties = row._tr.get_or_add_trPr()
            for name in ("w:cantSplit", *(("w:tblHeader",) if index == 0 else ())):
                properties.append(OxmlElement(name))
            for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(0)
                paragraph.paragraph_format.keep_with_next = index < len(rows) - 1
                if numeric and numeric[place]:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                if depths and not place:
                    paragraph.paragraph_format.left_indent = Cm(0.4 * depths[index])
                self._run(paragraph, text, bold=index == 0 or index in bold, size=SMALL)
        if title:
            caption = OxmlElement("w:tblCaption")
            caption.set(qn("w:val"), title)
            table._tbl.tblPr.append(caption)
        self.add("", size=4, after=0)

    def _link(self, paragraph: Any, address: str) -> None:
        """A link that shows its address."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        self._run(paragraph, address, size=SMALL)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), key)
        run = paragraph.runs[-1]
        run.style = "Hyperlink"
        link.append(run._r)
        paragraph._p.append(link)

    # --- the file itself ---------------------------------------------------------------------

    def _empty(self) -> None:
        """Takes out what stands in a template, but its page, headers and footers."""
        body = self.docx.element.body
        for part in list(body):
            if not part.tag.endswith("}sectPr"):
                body.remove(part)

    def _styled(self) -> None:
        """Gives the file the styles that it lacks, and without a template the look of a case."""
        import docx
        from docx.shared import Cm

        usual = docx.Document()
        known = {style.name for style in self.docx.styles}
        for name in (name for name in STYLES if name not in known):
            if name == "Hyperlink":
                self._hyperlink()
            else:
                self.docx.styles.element.append(deepcopy(usual.styles[name].element))
        if not self.own:
            return
        for part in self.docx.sections:
            part.page_width, part.page_height = (Cm(side) for side in A4)
            part.left_margin = part.right_margin = part.top_margin = Cm(MARGIN)
            part.bottom_margin = Cm(MARGIN)
        for name, size in SIZES.items():
            self._look(name, size)

    def _look(self, name: str, size: float) -> None:
        """The font and spacing of a style without a template."""
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        style = self.docx.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), FONT)
        style.font.size = Pt(size)
        spacing = style.paragraph_format
        spacing.space_before = Pt(8 if name.startswith("Heading") else 0)
        spacing.space_after = Pt(3)
        if name not in ("Normal", "List Bullet"):
            style.font.color.rgb = RGBColor.from_string(INK)

    def _hyperlink(self) -> None:
        """The style of links, which Word makes when it is first used."""
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import RGBColor

        style = self.docx.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
        style.font.underline = True
        style.font.color.rgb = RGBColor.from_string("0B5394")

    def _language(self, tongue: str) -> None:
        """The language of all texts, in the defaults of the styles."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        styles = self.docx.styles.element
        defaults = next(iter(styles.iter(qn("w:docDefaults"))), None)
        if defaults is None:
            defaults = OxmlElement("w:docDefaults")
            styles.insert(0, defaults)
        place = defaults
        for name in ("w:rPrDefault", "w:rPr", "w:lang"):
            found = place.find(qn(name))
            if found is None:
                found = OxmlElement(name)
                place.append(found)
            place = found
        place.set(qn("w:val"), tongue)
        for each in styles.iter(qn("w:lang")):
            each.set(qn("w:val"), tongue)


def _short(blocks: Sequence[Block]) -> Iterator[Block]:
    """The tables that there is room for: of those of one name, which are of several arms, all."""
    tables = [block for block in blocks if isinstance(block, Data)]
    room = MOST_ROWS
    for name in dict.fromkeys(data.table.name for data in tables):
        own = [data for data in tables if data.table.name == name]
        rows = sum(_rows(data.table) for data in own)
        if rows <= room:
            room -= rows
            yield from own


def _rows(table: Table | Choice) -> int:
    """The number of rows of a table, however it is laid out."""
    if isinstance(table, Table):
        return len(table.rows)
    return max(sum(map(_rows, way)) for way in (table.across, table.down))
