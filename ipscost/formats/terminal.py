"""table: for the terminal, rendered by rich, in any width, with or without colour."""

from __future__ import annotations

import io
import textwrap

from rich import box
from rich.console import Console, JustifyMethod
from rich.padding import Padding
from rich.table import Table as Rich
from rich.text import Text

from ipscost.formats import Page
from ipscost.formats.cells import CellGrid, grid, grouped, laid_out
from ipscost.report.report import Report
from ipscost.words import say

MIN_LABEL = 16
"""The least width of a column of labels: any narrower, and most words would be broken."""
MAX_LABEL = 40
"""The greatest width of a column of labels: half a page of 80, the rest is for numbers."""
MIN_HEADING = 8
"""The least width to which a heading wraps: about that of a number in millions."""
MAX_WORD = 18
"""Words of a heading up to this length are not broken; longer ones, from names, may be."""

Cells = tuple[str, ...]


def table(report: Report, page: Page) -> str:
    """The report for a terminal: sentences, tables, then notes."""
    file = io.StringIO()
    console = _console(file, page.width, page.color)
    for sentence in report.headline:
        console.print(Text(str(sentence), style="bold"))
    for each in laid_out(report, page.language):
        console.print()
        _table(file, page, grid(each, page.language), say("to", page.language))
    for heading, notes in grouped(report, page.language):
        console.print()
        if heading:
            console.print(Text(heading, style="bold"))
        for note in notes:
            filled = textwrap.fill(
                str(note.text), page.width, initial_indent="- ", subsequent_indent="  "
            )
            console.print(Text(filled, style="dim"))
    if report.more:
        if not report.notes:
            console.print()
        console.print(Text(textwrap.fill(str(report.more), page.width), style="dim"))
    lines = file.getvalue().split("\n")
    return "\n".join(lines if page.color else [line.rstrip() for line in lines])


def _console(file: io.StringIO, width: int, color: bool) -> Console:
    """A console that writes text unchanged, with or without colour."""
    return Console(
        file=file,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        highlight=False,
        markup=False,
        emoji=False,
    )


def _table(file: io.StringIO, page: Page, shown: CellGrid, between: str) -> None:
    """One table: numbers on one line where they fit, labels wrapped beside them.

    A number is never cut. If the page is too narrow, an interval goes below its number, then
    onto two lines, broken at the word `between` its ends; failing that, the table exceeds the page.
    """
    console = _console(file, page.width, page.color)
    title, *more = shown.title.split("\n")
    if title:
        console.print(Text(title, style="bold"))
    for line in more:
        console.print(Text(line, style="dim"))
    lines = [cells for _, cells in shown.lines]
    headings = _headings(shown, lines, console.width)
    longest = max((len(cells[0]) + 2 * row.depth for row, cells in shown.lines), default=0)
    paths = [row.path for row, cells in shown.lines if cells[0] == row.path]
    path = max((len(each) for each in paths), default=0)
    room = max(min(MIN_LABEL, max(longest, len(shown.headings[0]))), min(path, MAX_LABEL))
    needed = _width(room, headings, lines, shown.whole)
    for before, after in ((" (", "\n("), (f" {between} ", f"\n{between} ")):
        if needed > console.width:
            lines = [_broken(cells, shown.numeric, before, after) for cells in lines]
            headings = _headings(shown, lines, console.width)
            needed = _width(room, headings, lines, shown.whole)
    if needed > console.width and room > MIN_LABEL:
        parts = [len(part) + 1 for each in paths for part in each.split(".")]
        narrow = min(room, max(room - (needed - console.width), MIN_LABEL, *parts))
        needed, room = needed - (room - narrow), narrow
    if path > room:
        lines = [(_at_dots(cells[0], room), *cells[1:]) for cells in lines]
    rich = Rich(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    widths = _text_widths(shown, headings, lines, console.width)
    for index, (heading, numeric) in enumerate(zip(headings, shown.numeric, strict=True)):
        justify: JustifyMethod = "right" if numeric else "left"
        width = widths.get(index, None if index else _label_width(shown))
        rich.add_column(
            Text(heading),
            justify=justify,
            no_wrap=shown.whole[index],
            overflow="fold",
            width=width,
            min_width=room if path and not index else None,
        )
    for index, (row, _) in enumerate(shown.lines):
        if index in shown.breaks and index > 0:
            rich.add_section()
        label, *cells = lines[index]
        padded = Padding(Text(label), (0, 0, 0, 2 * row.depth))
        rich.add_row(padded, *(Text(cell) for cell in cells), style="bold" if row.strong else None)
    _console(file, max(page.width, needed), page.color).print(rich)


def _at_dots(path: str, width: int) -> str:
    """A path in lines no wider than `width`, broken after dots where possible."""
    lines = [""]
    for part in path.replace(".", ".\n").split("\n"):
        if lines[-1] and len(lines[-1]) + len(part) > width:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def _label_width(shown: CellGrid) -> int | None:
    """A width for labels next to texts that leaves paths and positions unbroken; None for any."""
    words = [2 * row.depth + len(word) for row, cells in shown.lines for word in cells[0].split()]
    longest = min(max(words, default=0), MAX_LABEL)
    return None if all(shown.whole[1:]) or longest <= MIN_LABEL else longest


def _text_widths(
    shown: CellGrid, headings: list[str], lines: list[Cells], page: int
) -> dict[int, int]:
    """Widths of several columns of texts, by index, that cut no word; empty if everything fits.

    Each is as wide as its longest word; the remaining width goes to columns with the longest text.
    Empty also if there is no room for that, or if there is only one column besides the labels.
    """
    columns = list(zip(tuple(headings), *lines, strict=True))
    fixed = {index for index, whole in enumerate(shown.whole) if whole}
    room = page - 2 * (len(columns) - 1)
    room -= sum(max(_widest(cell) for cell in columns[index]) for index in fixed)
    texts = [index for index in range(len(columns)) if index not in fixed]
    wanted = {index: max(_widest(cell) for cell in columns[index]) for index in texts}
    if len(texts) < 3 or sum(wanted.values()) <= room:
        return {}
    widths = {
        index: max(len(word) for cell in columns[index] for word in (*cell.split(), ""))
        for index in texts
    }
    widths[0] = max(widths[0], _label_width(shown) or 0)
    if sum(widths.values()) > room:
        return {}
    for _ in range(room - sum(widths.values())):
        most = max(texts, key=lambda index: wanted[index] / widths[index])
        widths[most] += 1
    return widths


def _headings(shown: CellGrid, lines: list[Cells], width: int) -> list[str]:
    """The headings: unchanged if everything fits on one line, else wrapped to their column."""
    whole = list(shown.headings)
    label = max((len(cells[0]) for cells in lines), default=0)
    if _width(label, whole, lines, shown.whole) <= width:
        return whole
    wrapped = [whole[0]]
    for index, heading in enumerate(whole[1:], start=1):
        widest = max((_widest(cells[index]) for cells in lines), default=0)
        longest = max(len(word) for word in heading.replace("-", "- ").split())
        fitted = max(widest, min(longest, MAX_WORD), MIN_HEADING)
        is_number = shown.numeric[index]
        wrapped.append(textwrap.fill(heading, fitted) if is_number else heading)
    return wrapped


def _widest(cell: str) -> int:
    return max(len(line) for line in cell.split("\n"))


def _width(label: int, headings: list[str], lines: list[Cells], whole: tuple[bool, ...]) -> int:
    """The width of a table with a first column of width `label` and unbroken numbers and bars.

    Texts wrap, so a column of texts needs no more room than a label.
    """
    total = label
    columns = zip(tuple(headings), *lines, strict=True)
    for index, column in enumerate(columns):
        widest = max(_widest(cell) for cell in column)
        if index:
            total += 2 + (widest if whole[index] else min(widest, MIN_LABEL))
    return total


def _broken(cells: Cells, numeric: tuple[bool, ...], before: str, after: str) -> Cells:
    """The cells with `after` in place of `before` in numbers: intervals on lines of their own."""
    return tuple(
        cell.replace(before, after) if number else cell
        for cell, number in zip(cells, numeric, strict=True)
    )
