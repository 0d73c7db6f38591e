"""table: for the terminal, rendered by rich, in any width, with or without colour."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable

from rich import box
from rich.console import Console, JustifyMethod
from rich.padding import Padding
from rich.table import Table as Rich
from rich.text import Text

from ipscost.formats import Page
from ipscost.formats.cells import CellGrid, grid, grouped, laid_out
from ipscost.formats.hyphens import fitted, longest, narrowest
from ipscost.report.report import Report
from ipscost.words import say

MIN_LABEL = 16
"""The least width of a column of texts beside numbers: any narrower, and most words would break."""
MAX_LABEL = 40
"""The greatest width of a column of paths: half a page of 80, the rest is for numbers."""
MIN_HEADING = 8
"""The least width to which a heading wraps: about that of a number in millions."""
MAX_WORD = 18
"""Words of a heading over numbers up to this length are not broken; longer ones may be."""
MAX_SHORT = 20
"""Texts up to this length stay on a line as long as longer ones can wrap instead."""

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
    places = [2 * row.depth + len(cells[0]) for row, cells in shown.lines if row.style == "place"]
    label = max((room if path else 0, *(min(each, MAX_LABEL) for each in places)))
    widths = _text_widths(shown, headings, lines, page.width, label)
    for index, (heading, numeric) in enumerate(zip(headings, shown.numeric, strict=True)):
        justify: JustifyMethod = "right" if numeric else "left"
        width = widths.get(index)
        rich.add_column(
            Text(fitted(heading, width) if width else heading),
            justify=justify,
            no_wrap=shown.whole[index],
            overflow="fold",
            width=width,
        )
    for index, (row, _) in enumerate(shown.lines):
        if index in shown.breaks and index > 0:
            rich.add_section()
        cells = [
            fitted(cell, widths[at] - (0 if at else 2 * row.depth)) if at in widths else cell
            for at, cell in enumerate(lines[index])
        ]
        padded = Padding(Text(cells[0]), (0, 0, 0, 2 * row.depth))
        rich.add_row(
            padded, *(Text(cell) for cell in cells[1:]), style="bold" if row.strong else None
        )
    total = sum(widths.values()) + _whole_width(shown, headings, lines)
    _console(file, max(page.width, total), page.color).print(rich)


def _at_dots(path: str, width: int) -> str:
    """A path in lines no wider than `width`, broken after dots where possible."""
    lines = [""]
    for part in path.replace(".", ".\n").split("\n"):
        if lines[-1] and len(lines[-1]) + len(part) > width:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def _text_widths(
    shown: CellGrid, headings: list[str], lines: list[Cells], page: int, label: int
) -> dict[int, int]:
    """The widths of columns of texts, by index; the widest are narrowed until the table fits.

    Headings wrap first, then long texts, then labels, then short texts, and only then are words
    broken. The labels stay at least `label` wide. A table in which even that does not suffice
    exceeds the page.
    """
    texts = [index for index, whole in enumerate(shown.whole) if not whole]

    def most(index: int, of_heading: Measure, of_label: Measure, of_cell: Measure) -> int:
        if index:
            return max(of_heading(headings[index]), *(of_cell(cells[index]) for cells in lines), 0)
        depths = [row.depth for row, _ in shown.lines]
        indented = [
            of_label(cells[0]) + 2 * depth for depth, cells in zip(depths, lines, strict=True)
        ]
        return max(of_heading(headings[0]), label, *indented)

    widths = {index: most(index, _widest, _widest, _widest) for index in texts}
    room = page - _whole_width(shown, headings, lines)
    for least in WRAPPING:
        limits = {index: most(index, *least) for index in texts}
        if sum(limits.values()) <= room:
            break
    while sum(widths.values()) > room:
        wide = [index for index in texts if widths[index] > limits[index]]
        if not wide:
            break
        widths[max(wide, key=lambda index: widths[index])] -= 1
    return widths


def _widest(cell: str) -> int:
    return max(len(line) for line in cell.split("\n"))


def _short(cell: str) -> int:
    """The width of a cell that is short, and of the longest word of one that is not."""
    widest = _widest(cell)
    return widest if widest <= MAX_SHORT else longest(cell)


Measure = Callable[[str], int]
WRAPPING: tuple[tuple[Measure, Measure, Measure], ...] = (
    (longest, _widest, _widest),
    (_widest, _short, _short),
    (longest, _short, _short),
    (longest, longest, _short),
    (longest, longest, longest),
    (narrowest, narrowest, narrowest),
)
"""What headings, labels and other texts may be narrowed to; the first that fits is taken."""


def _whole_width(shown: CellGrid, headings: list[str], lines: list[Cells]) -> int:
    """The width of the columns that do not wrap, and of what stands between all columns."""
    columns = zip(tuple(headings), *lines, strict=True)
    between = 2 * (len(headings) - 1)
    return between + sum(
        max(map(_widest, cells)) for cells, whole in zip(columns, shown.whole, strict=True) if whole
    )


def _headings(shown: CellGrid, lines: list[Cells], width: int) -> list[str]:
    """The headings: unchanged if everything fits on one line, else wrapped to their column."""
    whole = list(shown.headings)
    label = max((len(cells[0]) for cells in lines), default=0)
    if _width(label, whole, lines, shown.whole) <= width:
        return whole
    wrapped = [whole[0]]
    for index, heading in enumerate(whole[1:], start=1):
        widest = max((_widest(cells[index]) for cells in lines), default=0)
        word = max(len(each) for each in heading.replace("-", "- ").split())
        room = max(widest, min(word, MAX_WORD), MIN_HEADING)
        is_number = shown.numeric[index]
        wrapped.append(_wrapped(heading, room) if is_number else heading)
    return wrapped


def _wrapped(heading: str, width: int) -> str:
    """A heading in lines of a width, its words whole or broken with a hyphen."""
    return textwrap.fill(
        fitted(heading, width), width, break_long_words=False, break_on_hyphens=False
    )


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
