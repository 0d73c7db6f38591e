"""The cells of a small table of values by path: where each stands, and which mark is for decimals.

Designs and tables of sites share it; who reads a table says in `refuse` what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ipscost.delimited import STANDARD, DelimitedRow
from ipscost.errors import Span
from ipscost.loading.results.sheet import Sheet
from ipscost.messages import Message
from ipscost.numerals import NAMES, Marks, either, is_doubtful, is_figure, mark_in, plain

Refuse = Callable[[DelimitedRow, int, str, str], None]
"""Takes the row and the column of a cell, what is wrong with it, and the fix."""


def place(file: str, line: DelimitedRow, column: int) -> Span:
    """The position of a cell, or the end of the line if there is no such cell."""
    if column < len(line.cells):
        cell = line.cells[column]
        return Span(file, cell.line, cell.column, max(1, cell.length), line.source)
    return Span(file, line.number, len(line.source) + 1, 1, line.source)


def value_in(text: str, decimal: str) -> str:
    """A value, with a decimal point where it is a number."""
    return plain(text, decimal) or text.strip()


def decimal_of(
    sheet: Sheet, body: Sequence[DelimitedRow], columns: Sequence[int], refuse: Refuse
) -> str:
    """The decimal mark of the file; refuses numbers that it leaves ambiguous.

    Whole thousands with a point, such as `40.000`, are ambiguous even if other numbers are clear.
    """
    marks = Marks()
    cells = [(line, column) for line in body for column in columns]
    figures = [(ln, c) for ln, c in cells if is_figure(ln.texts[c]) and "%" not in ln.texts[c]]
    marks.add([line.texts[column] for line, column in figures])
    usual = "." if sheet.dialect is STANDARD else ","
    decimal = marks.decimal()
    opened = [(line, column) for line, column in figures if is_doubtful(line.texts[column])]
    if decimal is None and not marks.is_mixed:
        is_one_point = usual == "." and len(opened) == 1 and marks.found == {"."}
        if is_one_point and not opened[0][0].texts[opened[0][1]].strip().endswith(".000"):
            return "."
    elif marks.is_mixed:
        decimal = usual
        opened += [(ln, c) for ln, c in figures if plain(ln.texts[c], usual) is None]
    elif decimal == ".":
        opened = [(ln, c) for ln, c in opened if ln.texts[c].strip().endswith(".000")]
    else:
        opened = []
    for line, column in opened:
        _refuse_open(line, column, decimal, refuse)
    return decimal or "."


def _refuse_open(line: DelimitedRow, column: int, decimal: str | None, refuse: Refuse) -> None:
    """Refuses a number with an ambiguous mark, or a mark unlike that of the others."""
    text = line.texts[column].strip()
    if is_doubtful(text):
        message = Message(
            "the {names} in {text} may mark thousands or decimals",
            names=NAMES[mark_in(text)],
            text=text,
        )
        refuse(line, column, message, either(text, decimal or ""))
        return
    kind = NAMES[decimal or "."]
    other = plain(text, "," if decimal == "." else ".")
    message = Message(
        "expected a number with a decimal {kind} like the others, found {text}",
        kind=kind,
        text=text,
    )
    fixed = (other or text).replace(".", decimal or ".")
    refuse(line, column, message, Message("write {meant}", meant=fixed))
