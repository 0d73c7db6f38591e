"""A workbook of cells to the bytes of an .xlsx file, through XlsxWriter.

A text is written as a text, never as a formula or a link. The value of each formula is written
with it, so that a preview that does not compute shows it. The file holds no time: the same workbook
gives the same bytes.
"""

from __future__ import annotations

import io
from collections import defaultdict
from dataclasses import replace
from datetime import datetime
from typing import Any

from ipscost.book.cells import Book, BookCell, BookSheet, CellLook, quoted
from ipscost.book.formulas import LONGEST, Formula, TooLongError
from ipscost.delimited import neutral
from ipscost.errors import cut

EPOCH = datetime(1980, 1, 1)
LONGEST_TEXT = 32_767
"""The most characters that Excel allows in a cell."""
A4 = 9
"""Excel's number for this size of paper."""
A3 = 8
WIDE = 170
"""A sheet that is wider than so many characters prints on A3."""
LINE_HEIGHT = 15.0
"""The height of a line in points, Excel's default."""
LARGE = 1e15
"""Beyond what anybody enters; a number in an input must lie within it."""

INPUT, BESIDE, GREY, GREEN = "#FFF2CC", "#FFF9E5", "#595959", "#E2EFDA"
"""Colours: of cells to change, of those beside them that one may change, of words that explain, and
of what agrees. Each is readable with black text, or on white."""

STYLES: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True},
    "line": {},
    "title": {"bold": True, "font_size": 16},
    "section": {"bold": True},
    "subtitle": {"bold": True, "font_size": 12},
    "heading": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"},
    "heading_number": {
        "bold": True,
        "bottom": 1,
        "text_wrap": True,
        "valign": "bottom",
        "align": "right",
    },
    "group": {"bold": True, "text_wrap": True, "bg_color": "#F2F2F2"},
    "strong": {"bold": True, "text_wrap": True},
    "answer": {"bold": True, "text_wrap": True, "font_size": 12},
    "note": {"text_wrap": True, "font_color": GREY},
    "input": {"bg_color": INPUT, "border": 1, "border_color": "#BF9000", "locked": False},
    "beside": {"bg_color": BESIDE, "border": 1, "border_color": "#D9D9D9", "locked": False},
    "beside_text": {
        "bg_color": BESIDE,
        "border": 1,
        "border_color": "#D9D9D9",
        "locked": False,
        "text_wrap": True,
    },
    "number": {},
    "before": {"font_color": GREY},
    "total": {"bold": True, "top": 1},
    "total_text": {"bold": True, "top": 1, "text_wrap": True},
    "dash": {"align": "right", "font_color": GREY},
    "right": {"align": "right"},
    "left": {"align": "left", "text_wrap": True},
    "verdict": {"bold": True},
    "key": {"font_color": GREY},
}
"""What each style looks like, as XlsxWriter has it. Numbers of every style get a number format."""


def xlsx(book: Book) -> bytes:
    """The .xlsx file of a workbook. Raises TooLongError for a formula that Excel cannot hold."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    out = Workbook(file, {"in_memory": True})
    out.set_properties({"created": EPOCH})
    out.set_calc_mode("auto")
    formats: dict[tuple[CellLook, str], Any] = {}
    for sheet in book.sheets:
        _SheetWriter(out, sheet, formats).write()
    for cell in book.names:
        title = quoted(cell.sheet.title)
        column = cell.place.rstrip("0123456789")
        out.define_name(cell.name, f"={title}!${column}${cell.row + 1}")
    out.close()
    return file.getvalue()


def number_format(look: CellLook) -> str:
    """The number format of a look: `#,##0`, `+0.0%`, with a star where a sum lacks something."""
    if look.places is None:
        return "General"
    behind = "%" if look.percent else ""
    star = '"*"' if look.partial else ""
    digits = ("0" if look.percent else "#,##0") + ("." + "0" * look.places if look.places else "")
    plain = f"{digits}{behind}{star}"
    return f"+{plain};-{plain};{plain}" if look.signed else f"{plain};-{plain};{plain}"


def _fitting(cell: BookCell) -> CellLook:
    """The look of a number; one with many digits that no look was chosen for shows four decimals.

    What is typed into an input shows as it was typed.
    """
    look, value = cell.look, cell.value
    if look.places is not None or look.style == "input" or isinstance(value, str):
        return look
    return look if round(value, 4) == value else replace(look, places=4)


class _SheetWriter:
    """Writes one sheet."""

    def __init__(
        self, book: Any, sheet: BookSheet, formats: dict[tuple[CellLook, str], Any]
    ) -> None:
        self.book, self.sheet, self.formats = book, sheet, formats
        self.out = book.add_worksheet(sheet.title)

    def write(self) -> None:
        """Lays the sheet out and writes its cells."""
        self._lay_out()
        heights: dict[int, float] = defaultdict(lambda: 1.0)
        for cell in self.sheet.cells:
            if cell.row not in self.sheet.merged:
                heights[cell.row] = max(heights[cell.row], self._lines(cell))
            self._cell(cell)
        for row, lines in heights.items():
            if lines > 1:
                self.out.set_row(row, LINE_HEIGHT * min(lines, 12))
        self._mark_changes()

    def _lay_out(self) -> None:
        """Widths, what stays in place, and how the sheet prints: as wide as the page."""
        sheet, out = self.sheet, self.out
        for column, width in enumerate(sheet.widths):
            out.set_column(column, column, width, None, {"hidden": True} if not column else {})
        out.set_landscape()
        out.set_paper(A3 if sum(sheet.widths) > WIDE else A4)
        out.fit_to_pages(sheet.pages, 0)
        out.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        out.set_footer("&L&A&R&P / &N")
        out.hide_gridlines(2)
        out.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        if any(sheet.frozen):
            out.freeze_panes(*sheet.frozen)
            out.repeat_rows(0, max(sheet.frozen[0] - 1, 0))
        if sheet.pages > 1:
            out.repeat_columns(0, sheet.frozen[1] - 1)
        if sheet.hidden:
            out.hide()

    def _lines(self, cell: BookCell) -> float:
        """How many lines the text of a cell takes in its column."""
        properties = STYLES[cell.look.style]
        if not properties.get("text_wrap") or not isinstance(cell.value, str):
            return 1.0
        size = properties.get("font_size", 11) / 11
        width = self.sheet.widths[cell.column] if cell.column < len(self.sheet.widths) else 8.43
        width -= 2 * cell.look.depth
        lines = sum(-(-int(1.1 * len(x)) // int(width)) or 1 for x in cell.value.split("\n"))
        return float(size * lines)

    def _cell(self, cell: BookCell) -> None:
        """Writes a cell: a formula with its value, a number, or a text as a text."""
        content, look = cell.content, self._format(cell)
        place = cell.row, cell.column
        if cell.row in self.sheet.merged and cell.column:
            last = len(self.sheet.widths) - 1
            if last > cell.column:
                self.out.merge_range(cell.row, cell.column, cell.row, last, "", look)
            self.out.set_row(cell.row, LINE_HEIGHT * self.sheet.merged[cell.row])
        if isinstance(content, Formula):
            text = content.text(self.sheet.title)
            if len(text) > LONGEST:
                raise TooLongError(f"{self.sheet.title}!{cell.place}: {len(text)} characters")
            self.out.write_formula(*place, f"={text}", look, cell.value)
        elif isinstance(content, int | float):
            self.out.write_number(*place, content, look)
            if cell.look.style == "input":
                self._only_numbers(cell)
        elif content is None:
            self.out.write_blank(*place, None, look)
        else:
            self.out.write_string(*place, cut(content, LONGEST_TEXT), look)

    def _format(self, cell: BookCell) -> Any:
        """The format of a cell, made once for each look; a text like a formula is quoted."""
        is_text = isinstance(cell.content, str)
        quoted_text = is_text and neutral(str(cell.content)) != cell.content
        look = cell.look if is_text else _fitting(cell)
        key = (look, "quoted" if quoted_text else "text" if is_text else "number")
        if key not in self.formats:
            properties = {"valign": "top", **STYLES[cell.look.style]}
            if not is_text:
                properties["num_format"] = number_format(look)
            if cell.look.depth:
                properties |= {"indent": cell.look.depth, "align": "left"}
            if quoted_text:
                properties["quote_prefix"] = True
            self.formats[key] = self.book.add_format(properties)
        return self.formats[key]

    def _only_numbers(self, cell: BookCell) -> None:
        """Lets nothing but a number into an input."""
        rule = {"validate": "decimal", "criteria": "between", "minimum": -LARGE, "maximum": LARGE}
        self.out.data_validation(cell.row, cell.column, cell.row, cell.column, rule)

    def _mark_changes(self) -> None:
        """Shows inputs in bold that are no longer as in the file."""
        bold = self.book.add_format({"bold": True, "font_color": "#9C2A00"})
        before = {cell.row: cell for cell in self.sheet.cells if cell.look.style == "before"}
        for cell in self.sheet.cells:
            if cell.look.style == "input" and cell.row in before:
                place = cell.row, cell.column
                test = f"={cell.place}<>{before[cell.row].place}"
                rule = {"type": "formula", "criteria": test, "format": bold}
                self.out.conditional_format(*place, *place, rule)
