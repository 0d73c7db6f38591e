"""MonthColumns over the same rows: months of the calendar, months after a start, or years."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from ipscost.book.cells import BookCell, BookSheet, CellLook, Content
from ipscost.book.formulas import CellBlock, Constant, Formula, Ref

Cells = tuple[BookCell, ...]
"""A column or a row; a cell without content where nothing stands."""
WIDTH = 16.0
LINE = 150
"""The most characters of a row of text above columns."""
COUNT, PEOPLE, AMOUNT = CellLook("number", 0), CellLook("number", 2), CellLook("number", 0)
SHARE, FACTOR = CellLook("number", 4), CellLook("number", 6)


class MonthColumns:
    """MonthColumns of a sheet, from left to right, below headings in two rows."""

    def __init__(self, sheet: BookSheet, rows: int) -> None:
        self.sheet, self.rows = sheet, rows
        self.head, self.top = sheet.next, sheet.next + 2
        self.next = 1
        sheet.next = self.top + rows

    def section(self, text: str) -> None:
        """The heading above the columns that follow."""
        self.sheet.put(self.next, text, CellLook("section"), row=self.head)

    def add(
        self,
        title: str,
        contents: Sequence[Content],
        look: CellLook,
        width: float = WIDTH,
    ) -> Cells:
        """A column; nothing is written where there is nothing, or a formula that is just 0."""
        cells = [loose(self.sheet, content, look) for content in contents]
        return self.place(title, cells, width)

    def place(self, title: str, cells: Sequence[BookCell], width: float = WIDTH) -> Cells:
        """Puts cells that stand nowhere yet into the next column."""
        assert len(cells) == self.rows
        sheet, column = self.sheet, self.next
        is_text = isinstance(cells[0].content, str) or cells[0].look.style == "left"
        look = CellLook("heading" if is_text else "heading_number")
        sheet.put(column, title, look, row=self.head + 1)
        for row, cell in enumerate(cells, self.top):
            cell.row, cell.column = row, column
            if cell.content is not None:
                sheet.cells.append(cell)
        self.next += 1
        before, after = sheet.widths[:column], sheet.widths[column + 1 :]
        own = max(width, *sheet.widths[column : column + 1], 0.0)
        sheet.widths = (*before, own, *after)
        return tuple(cells)


def about(sheet: BookSheet, text: str) -> None:
    """What a sheet is, in rows that end on its first page however many columns it has."""
    for line in wrap(text, LINE):
        sheet.texts(line, style="key")
    sheet.next += 1


def loose(sheet: BookSheet, content: Content, look: CellLook) -> BookCell:
    """A cell that stands nowhere yet; an empty one for 0 where a formula would stand."""
    if isinstance(content, Constant):
        content = content.own or None
    return BookCell(sheet, 0, 0, content, look)


def of(cell: BookCell) -> Formula:
    """What a cell holds; 0 for an empty one."""
    return Constant(0.0) if cell.content is None else Ref(cell)


def block(cells: Sequence[BookCell]) -> CellBlock:
    """A part of a column or of a row."""
    return CellBlock(tuple(cells))
