"""What was changed in a workbook that came back: inputs, their ends, notes; and what is amiss."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from ipscost.book.cells import Book, BookCell
from ipscost.book.formulas import Formula
from ipscost.book.inputs import HIGH, LOW, OWN, InputCells
from ipscost.book.reading import Found, Returned
from ipscost.errors import AskedError
from ipscost.messages import Message, series
from ipscost.numerals import plain_by_any
from ipscost.words.locale import locale, marked

MOST_TOLD = 6
"""How many cells are named that something is wrong with."""
CHANGED = ("input", "beside")
"""The styles of cells that one may change."""
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
"""Characters that YAML does not take."""
NEARLY = 1e-12
"""A number that a spreadsheet saved differs from what was written by no more than this part."""


@dataclass(slots=True)
class InputChanges:
    """What was changed, by the path of the number.

    values: new numbers. formulas: what was typed for them, where that is a formula. ends: new low
    and high ends. notes: what was written beside a number. before: the numbers of the scenario.
    """

    values: dict[str, float] = field(default_factory=dict)
    formulas: dict[str, str] = field(default_factory=dict)
    ends: dict[str, tuple[float, float]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    before: dict[str, float] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.values or self.ends or self.notes)


def changes_of(book: Book, inputs: InputCells, back: Returned) -> InputChanges:
    """What differs between a workbook as it was written and as it came back.

    Raises AskedError, with every cell that something is wrong with, for a formula that was written
    over, an input that is empty or a text, and a name that is gone.
    """
    return _Comparison(book, inputs, back).changes()


class _Comparison:
    """Compares a workbook as it was written with what came back."""

    def __init__(self, book: Book, inputs: InputCells, back: Returned) -> None:
        self.book, self.inputs, self.back = book, inputs, back
        self.amiss: list[str] = []
        self.found = InputChanges()

    def changes(self) -> InputChanges:
        """The changes; raises AskedError where something is wrong."""
        self._rest()
        for path, cell in self.inputs.values.items():
            if cell.look.style == "input":
                self._input(path, cell)
        if self.amiss:
            told = self.amiss[:MOST_TOLD]
            if more := len(self.amiss) - len(told):
                told.append(Message("... and {more} more cells", more=more))
            first = Message("{file} cannot be imported:", file=self.back.file)
            raise AskedError(series([first, *told], "\n  "))
        return self.found

    def _rest(self) -> None:
        """Every formula must still be one, and no number but that of an input may be another."""
        for sheet in self.book.sheets:
            names = {row: key for key, row in sheet.keys.items()}
            for cell in sheet.cells:
                if cell.row not in names or not _is_ours(cell):
                    continue
                there = self.back.at(sheet.key, names[cell.row], cell.column)
                if there is None:
                    self.amiss.append(
                        Message(
                            "{title}: the row of {place} is gone; undo that, or write the "
                            "workbook anew",
                            title=sheet.title,
                            place=cell.place,
                        )
                    )
                    break
                undo = Message("undo that, and change a yellow cell of the inputs instead")
                if isinstance(cell.content, Formula):
                    if not there.is_formula:
                        told = Message(
                            "holds {told} where a formula belongs", told=_told(there.typed)
                        )
                        self.amiss.append(self._undone(there.place, told, undo))
                elif not isinstance(there.shown, int | float) or not _is_near(
                    float(there.shown), cell.content
                ):
                    told = Message(
                        "holds {told} where {number:.10g} belongs",
                        told=_told(there.shown),
                        number=cell.number,
                    )
                    self.amiss.append(self._undone(there.place, told, undo))

    @staticmethod
    def _undone(place: str, told: str, undo: str) -> str:
        """What a cell holds that it should not, and that this is to be undone."""
        return Message("{place} {told}; {undo}", place=place, told=told, undo=undo)

    def _input(self, path: str, cell: BookCell) -> None:
        """An input: its number, its ends and the note beside it."""
        name, before = cell.name, cell.number
        in_row = self.back.at("inputs", path, cell.column)
        there = (self.back.named(name) if name else None) or in_row
        if there is not None and in_row is not None and there.place != in_row.place:
            self.amiss.append(
                Message(
                    "{path}: its row was moved from {place}, which the formulas still mean; undo "
                    "the sorting, or write the workbook anew",
                    path=path,
                    place=there.place,
                )
            )
            return
        if there is None:
            self.amiss.append(Message("{path}: its row or its name is gone; undo that", path=path))
            return
        value = self._number(there, path)
        if value is not None and not _is_near(value, before):
            self.found.values[path] = value
            self.found.before[path] = before
            if there.is_formula:
                self.found.formulas[path] = str(there.typed)
        self._ends(path)
        note = self.back.at("inputs", path, OWN)
        if note is not None and (text := _without_controls(note.shown)):
            self.found.notes[path] = text

    def _ends(self, path: str) -> None:
        """The low and the high end of an input, if somebody changed them."""
        if path not in self.inputs.low:
            return
        now: list[float | None] = []
        for column in (LOW, HIGH):
            there = self.back.at("inputs", path, column)
            empty = there is None or there.shown in (None, "")
            now.append(None if empty or there is None else self._number(there, path))
        own = (self.inputs.low[path].content, self.inputs.high[path].content)
        low, high = now
        if low is None or high is None:
            if (low is None) != (high is None) and own[0] is None:
                place = self.back.at("inputs", path, LOW if low is None else HIGH)
                where = path if place is None else place.place
                self.amiss.append(
                    Message(
                        "{where} is empty, but the other end is not; fill in both ends", where=where
                    )
                )
            return
        if all(
            isinstance(b, float) and abs(a - b) <= NEARLY * abs(b)
            for a, b in zip(now, own, strict=True)
            if a is not None
        ):
            return
        self.found.ends[path] = (low, high)

    def _number(self, there: Found, path: str) -> float | None:
        """The number in a cell; None, with what is amiss, if there is none."""
        value = there.shown
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        where = f"{there.place} ({path})"
        if there.is_formula and value is None:
            fix = Message(
                "open the workbook in Excel or LibreOffice and save it, so that it is computed"
            )
            self.amiss.append(
                Message("{where} holds a formula without a value; {fix}", where=where, fix=fix)
            )
        elif value is None or str(value).strip() == "":
            own = self.inputs.values.get(path)
            back = (
                Message("a number")
                if own is None
                else Message("a number, such as {number:.10g} as in the file", number=own.number)
            )
            self.amiss.append(Message("{where} is empty; write {back}", where=where, back=back))
        else:
            self.amiss.append(
                Message(
                    "{where} holds {told}; {as_number}",
                    where=where,
                    told=_told(value),
                    as_number=self._as_number(str(value)),
                )
            )
        return None

    def _as_number(self, text: str) -> str:
        """The fix for a text in the place of a number."""
        decimal = locale(self.book.language).decimal
        plain = plain_by_any(text.strip(), decimal)
        if plain is None:
            return Message("write a number")
        typed = marked(plain, self.book.language)
        return Message(
            "write {typed} as a number: with the cell's format set to General, not to Text",
            typed=typed,
        )


def _is_ours(cell: BookCell) -> bool:
    """True for a formula, and for a number that nobody is asked to change.

    What the draws gave, and how many there were, has no bearing on the inputs.
    """
    if isinstance(cell.content, Formula):
        return True
    is_apart = cell.sheet.key in ("uncertainty", "record")
    return isinstance(cell.content, float) and not is_apart and cell.look.style not in CHANGED


def _is_near(value: float, before: object) -> bool:
    """True for a number that is as it was, but for the rounding of a file."""
    return isinstance(before, float) and abs(value - before) <= NEARLY * abs(before)


def _without_controls(value: Any) -> str:
    """What was written beside a number, without characters that no scenario file may hold."""
    return "" if value is None else CONTROLS.sub(" ", str(value)).strip()


def _told(value: Any) -> str:
    """A value as a message shows it."""
    if value is None:
        return Message("nothing")
    return Message("the text '{value}'", value=value) if isinstance(value, str) else f"{value}"
