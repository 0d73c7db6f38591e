"""A workbook that came back: opened with openpyxl, its cells found by name and by row.

Whatever is wrong with it is said as an AskedError, which names the cell and what to do.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ipscost.book.cells import SHEET
from ipscost.book.record import LAYOUT, NAMED
from ipscost.errors import AskedError
from ipscost.messages import Message

MOST_BYTES = 100 * 2**20
"""The most that a workbook may hold when it is unpacked; ours hold a hundredth of it."""
MOST_TIMES = 200
"""How much larger than packed a part of it may be, if it is not small: text packs to a tenth."""
SMALL = 2**20
CELL = re.compile("[A-Z]{1,3}([1-9][0-9]{0,6})")
"""The place of a cell; a name whose cell was deleted stands for #REF!."""
MOST_ROWS = 2**20


@dataclass(frozen=True, slots=True)
class Found:
    """A cell as it came back: where it stands, what was typed into it, and what it shows.

    typed: a number, a text, a formula with its equals sign, or None. shown: the value of a formula
    as whoever saved the workbook computed it.
    """

    place: str
    typed: Any
    shown: Any

    @property
    def is_formula(self) -> bool:
        """True for a formula."""
        return (isinstance(self.typed, str) and self.typed.startswith("=")) or _is_array(self.typed)


@dataclass(slots=True)
class Returned:
    """A workbook that came back.

    typed, shown: the workbook of openpyxl with formulas, and with their values. names: by defined
    name, the sheet and the place of a cell. rows: by key of a sheet, its title and its named rows.
    """

    file: Path
    typed: Any
    shown: Any
    names: dict[str, tuple[str, str]]
    rows: dict[str, tuple[str, dict[str, int]]] = field(default_factory=dict)

    def named(self, name: str) -> Found | None:
        """The cell with a defined name; None where the name is gone or points nowhere."""
        if name not in self.names:
            return None
        title, place = self.names[name]
        return Found(
            f"{title}!{place}", self.typed[title][place].value, self.shown[title][place].value
        )

    def at(self, sheet: str, row: str, column: int) -> Found | None:
        """The cell in a row of a sheet, both by their keys, and a column counted from 0."""
        title, rows = self.rows.get(sheet, ("", {}))
        if row not in rows:
            return None
        one, other = (book[title].cell(rows[row], column + 1) for book in (self.typed, self.shown))
        return Found(f"{title}!{one.coordinate}", one.value, other.value)

    def record(self, key: str) -> Any:
        """A value of the record."""
        found = self.named(f"{NAMED}.{key}")
        return None if found is None else found.shown


def returned(file: Path) -> Returned:
    """Opens a workbook. Raises AskedError for what is no workbook of ours, or of another layout."""
    _check_packed(file)
    from openpyxl import load_workbook

    try:
        typed, shown = (load_workbook(file, data_only=values) for values in (False, True))
    except Exception:  # openpyxl raises whatever its many parts do
        raise AskedError(
            Message("{file} cannot be read as a workbook; {again}", file=file, again=_again(file))
        ) from None
    book = Returned(file, typed, shown, _names(typed))
    layout = book.record("layout")
    if not isinstance(layout, int | float):
        raise AskedError(
            Message(
                "{file} was not made by ipscost workbook, or its sheet Record is gone; write "
                "ipscost workbook FILE --out model.xlsx, and change that one",
                file=file,
            )
        )
    if layout != LAYOUT:
        raise AskedError(
            Message(
                "{file} has layout {layout:g} of workbooks, and this version of ipscost reads "
                "layout {own}; write it anew with ipscost workbook, and enter the changes "
                "there",
                file=file,
                layout=layout,
                own=LAYOUT,
            )
        )
    for name, (title, place) in book.names.items():
        if name.startswith(f"{SHEET}."):
            book.rows[name.removeprefix(f"{SHEET}.")] = (title, _rows(typed[title], place))
    return book


def _again(file: Path) -> str:
    """What to do with a file that is no workbook."""
    other = Message("ipscost workbook FILE --out {name}", name=file.with_suffix(".xlsx").name)
    return Message("save it as .xlsx in Excel or LibreOffice, or write {other}", other=other)


def _check_packed(file: Path) -> None:
    """Refuses what is no .xlsx file, or would unpack to far more than a workbook of ours is."""
    try:
        if file.exists() and not file.is_file():
            raise zipfile.BadZipFile  # a folder, or a device, which may never end
        with zipfile.ZipFile(file) as packed:
            parts = packed.infolist()
    except FileNotFoundError:
        raise AskedError(Message("{file}: no such file; check the path", file=file)) from None
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        raise AskedError(
            Message("{file} is no .xlsx workbook; {again}", file=file, again=_again(file))
        ) from None
    whole = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > SMALL and part.file_size > MOST_TIMES * max(part.compress_size, 1)
        for part in parts
    )
    if whole > MOST_BYTES or swollen:
        raise AskedError(
            Message(
                "{file} would unpack to {whole:,.0f} MB, which no workbook of ipscost does; it "
                "was not opened",
                file=file,
                whole=whole / 2**20,
            )
        )
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        raise AskedError(
            Message("{file} is no .xlsx workbook; {again}", file=file, again=_again(file))
        )


def _names(book: Any) -> dict[str, tuple[str, str]]:
    """The defined names that point at a single cell of a sheet."""
    found = {}
    for name, defined in book.defined_names.items():
        try:
            places = list(defined.destinations)
        except Exception:  # a name that points nowhere
            continue
        if len(places) == 1 and places[0][0] in book.sheetnames:
            title, place = places[0][0], str(places[0][1]).replace("$", "")
            cell = CELL.fullmatch(place)
            if cell is not None and int(cell[1]) <= MOST_ROWS:
                found[name] = (title, place)
    return found


def _rows(sheet: Any, place: str) -> dict[str, int]:
    """The rows of a sheet by the names in its hidden column, counted from 1."""
    column = sheet[place].column
    found: dict[str, int] = {}
    for row in range(1, sheet.max_row + 1):
        value = sheet.cell(row, column).value
        if isinstance(value, str) and value:
            found.setdefault(value, row)
    return found


def _is_array(typed: Any) -> bool:
    """True for an array formula, which openpyxl keeps as an object."""
    return (
        typed is not None
        and not isinstance(typed, str | int | float | bool)
        and hasattr(typed, "ref")
    )
