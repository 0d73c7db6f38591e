"""A workbook in no library: sheets of cells, their names, and how they look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ipscost.book.formulas import CellLike, Formula, Value, sources

SHEET = "ipscost.sheet"
"""What the defined names of sheets begin with; a sheet may be called otherwise by its reader."""

Content = float | str | Formula | None


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a cell looks.

    style: one of `writing.STYLES`. places: the digits behind the point of a number, None for as
    many as it has. percent, signed, partial: a share in per cent, a plus before what is above 0,
    and a star behind a sum that lacks something. depth: how far a label is indented.
    """

    style: str = "text"
    places: int | None = None
    percent: bool = False
    signed: bool = False
    partial: bool = False
    depth: int = 0


TEXT, MONEY = CellLook(), CellLook("number", 0)


@dataclass(eq=False, slots=True, repr=False)
class BookCell:
    """What stands in a cell. Rows and columns are counted from 0.

    name: the defined name of the cell, by which formulas call it; empty for its address.
    """

    sheet: BookSheet
    row: int
    column: int
    content: Content
    look: CellLook = TEXT
    name: str = ""
    _value: Value | None = None
    _sources: frozenset[CellLike] | None = None

    def __repr__(self) -> str:
        # not all that it hangs together with
        return f"<Cell {self.sheet.title}!{self.place}>"

    @property
    def value(self) -> Value:
        """What the cell shows: of a formula, what it gives; an empty text for an empty cell."""
        if self._value is None:
            own = self.content
            self._value = own.value if isinstance(own, Formula) else "" if own is None else own
        return self._value

    @property
    def sources(self) -> frozenset[CellLike]:
        """The cells that its formula depends on, directly or through others."""
        if self._sources is None:
            own = self.content
            self._sources = sources(own) if isinstance(own, Formula) else frozenset()
        return self._sources

    def rests_on(self, cells: Iterable[CellLike]) -> None:
        """States the only cells of `sources` that anybody will ask for."""
        self._sources = frozenset(cells)

    @property
    def number(self) -> float:
        """The value of a cell that holds a number."""
        assert not isinstance(self.value, str)
        return self.value

    @property
    def place(self) -> str:
        """The address of the cell within its sheet: `C4`."""
        letters, column = "", self.column + 1
        while column:
            column, rest = divmod(column - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return f"{letters}{self.row + 1}"

    def address(self, sheet: str) -> str:
        """The address as seen from a sheet: `C4`, or `Inputs!C4` from another one."""
        if self.sheet.title == sheet:
            return self.place
        title = self.sheet.title
        plain = title.isascii() and title.isalpha()
        return f"{title if plain else quoted(title)}!{self.place}"

    def called(self, sheet: str) -> str:
        """The name of the cell, or its address as seen from a sheet."""
        return self.name or self.address(sheet)


def quoted(title: str) -> str:
    """The name of a sheet in quotes, as formulas have it where it is not one plain word."""
    return "'" + title.replace("'", "''") + "'"


@dataclass(eq=False, slots=True, repr=False)
class BookSheet:
    """A sheet: its cells by row, and how it is laid out.

    key: what it is in every language. widths: of the columns, in characters. frozen: how many rows
    and columns stay in place when one scrolls. keys: the name of each row that has one, which finds
    the row again after others were inserted; it stands in the first column, which is hidden.
    merged: rows whose text goes across, with its height in lines. pages: how many pages it is wide
    when it prints.
    """

    key: str
    title: str
    widths: tuple[float, ...] = ()
    frozen: tuple[int, int] = (0, 0)
    cells: list[BookCell] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)
    merged: dict[int, int] = field(default_factory=dict)
    next: int = 0
    hidden: bool = False
    pages: int = 1

    def __repr__(self) -> str:
        return f"<BookSheet {self.title}: cells {len(self.cells)}>"

    def put(
        self,
        column: int,
        content: Content,
        look: CellLook = TEXT,
        name: str = "",
        row: int | None = None,
    ) -> BookCell:
        """A cell in the row that comes next, or in another."""
        cell = BookCell(self, self.next if row is None else row, column, content, look, name)
        self.cells.append(cell)
        return cell

    def texts(self, *texts: str, style: str = "text", start: int = 1) -> None:
        """A row of texts, from the column `start` on; empty ones are left out."""
        for column, text in enumerate(texts, start):
            if text:
                self.put(column, text, CellLook(style))
        self.next += 1

    def across(self, text: str | Formula, style: str = "text", *, lines: int = 1) -> BookCell:
        """A row with a text over its whole width, `lines` high."""
        cell = self.put(1, text, CellLook(style))
        self.merged[self.next] = lines
        self.next += 1
        return cell

    def key_of(self, key: str) -> None:
        """Names the row that comes next."""
        assert key not in self.keys, key
        self.keys[key] = self.next
        self.put(0, key, CellLook("key"))


@dataclass(eq=False, repr=False)
class Book:
    """A workbook in a language: its sheets in order."""

    language: str
    sheets: list[BookSheet] = field(default_factory=list)

    def sheet(self, key: str, title: str, widths: tuple[float, ...]) -> BookSheet:
        """A new sheet, whose first column is for the names of rows and hidden."""
        sheet = BookSheet(key, title, (8.0, *widths))
        sheet.put(0, key, CellLook("key"), f"{SHEET}.{key}")
        self.sheets.append(sheet)
        return sheet

    @property
    def names(self) -> Iterator[BookCell]:
        """The cells that have a defined name."""
        return (cell for sheet in self.sheets for cell in sheet.cells if cell.name)

    def name_rows(self) -> None:
        """Gives every row of numbers a name, by which it is found after rows were inserted."""
        for sheet in self.sheets:
            rows = {cell.row for cell in sheet.cells if isinstance(cell.content, Formula | float)}
            for row in sorted(rows - {*sheet.keys.values()}):
                if row:
                    sheet.keys[f"row {row}"] = row
                    sheet.put(0, f"row {row}", CellLook("key"), row=row)

    def forget(self) -> None:
        """Lets every formula be computed anew, after what stands in some cells was changed."""
        for sheet in self.sheets:
            for cell in sheet.cells:
                cell._value = None

    def of(self, key: str) -> BookSheet:
        """The sheet with a key."""
        return next(sheet for sheet in self.sheets if sheet.key == key)
