"""The sheet of cycles: its columns, their headings, and where they stand."""

from __future__ import annotations

from collections.abc import Hashable

from ipscost.book.cells import Cell, Content, Look, Sheet
from ipscost.book.formulas import Formula, sources

SECTIONS = (
    "time",
    "weight",
    "factor",
    "left",
    "level",
    "stated",
    "hazard",
    "scale",
    "exit",
    "people",
    "sum",
    "never",
    "clock",
    "age",
    "band",
    "counted",
    "cost",
    "outcome",
)
"""The columns in the order in which they stand, each computed from those before it."""
MOST_COLUMNS = 16_000
"""A sheet of Excel has 16,384 columns."""
Name = tuple[str, Hashable]
"""A column: its section, and what tells it from others there."""


def _order(name: Name) -> tuple[int, int]:
    """Where a column stands: by section, in a few by the part of the cycle, then as it came."""
    section, key = name
    is_parted = section in ("weight", "band") and isinstance(key, tuple)
    return SECTIONS.index(section), key[-1] if is_parted and isinstance(key, tuple) else 0


class CycleColumns:
    """The columns of a sheet. Their places are known once all rows are written."""

    def __init__(self, sheet: Sheet, inputs: Sheet) -> None:
        self.sheet, self.inputs = sheet, inputs
        self._titles: dict[Name, str] = {}
        self._cells: dict[Name, dict[int, Cell]] = {}
        self.row = 0

    @property
    def count(self) -> int:
        """The number of cells."""
        return sum(map(len, self._cells.values()))

    def put(self, section: str, key: Hashable, content: Content, look: Look) -> Cell:
        """Writes into a column of the row."""
        cell = self.sheet.put(1, content, look, row=self.row)
        _ = cell.value  # known from here on, so that no chain of cells is worked out at a time
        if isinstance(content, Formula):  # all cells before it would be many; the inputs are few
            cell.rests_on(
                {s for s in sources(content) if isinstance(s, Cell) and s.sheet is self.inputs}
            )
        self._cells.setdefault((section, key), {})[self.row] = cell
        return cell

    def title(self, section: str, key: Hashable, text: str) -> None:
        """What a column is called."""
        self._titles.setdefault((section, key), text)

    def has_title(self, section: str, key: Hashable) -> bool:
        """True if it is known what a column is called."""
        return (section, key) in self._titles

    def at(self, section: str, key: Hashable) -> Cell | None:
        """The cell of a column in the row; None where nothing stands."""
        return self._cells.get((section, key), {}).get(self.row)

    def below(self, section: str, key: Hashable, first: int, last: int) -> list[Cell]:
        """The cells of a column from one row to another; empty ones where nothing stands."""
        there = self._cells.setdefault((section, key), {})
        rows = range(first, last + 1)
        return [there.setdefault(row, Cell(self.sheet, row, 1, None)) for row in rows]

    def place(self, row: int, sections: dict[str, str]) -> int:
        """Puts every column in its place under headings in two rows; gives their number."""
        ordered = sorted(self._cells, key=_order)
        shown = ""
        for column, name in enumerate(ordered, start=1):
            for cell in self._cells[name].values():
                cell.column = column
            section = name[0]
            heading = sections.get(section, "")
            if heading and heading != shown:
                self.sheet.put(column, heading, Look("section"), row=row)
                shown = heading
            is_text = name == ("time", "arm")
            look = Look("heading" if is_text else "heading_number")
            self.sheet.put(column, self._titles.get(name, ""), look, row=row + 1)
        return len(ordered)
