"""table: for the terminal, through rich, in any width, with or without colour."""

from __future__ import annotations

import io
import textwrap

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Rich
from rich.text import Text

from ipscost.formats import Page
from ipscost.table import Grid, Report, grid

MIN_LABEL = 16
MIN_HEADING = 9


def table(report: Report, page: Page) -> str:
    """The report as a terminal shows it: sentences, tables, then notes."""
    console = Console(
        file=io.StringIO(),
        width=page.width,
        force_terminal=page.color,
        color_system="standard" if page.color else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for sentence in report.headline:
        console.print(Text(sentence, style="bold"))
    for each in report.tables:
        console.print()
        _table(console, grid(each, report.language))
    if report.notes:
        console.print()
    for note in report.notes:
        filled = textwrap.fill(note, page.width, initial_indent="- ", subsequent_indent="  ")
        console.print(Text(filled, style="dim"))
    file = console.file
    assert isinstance(file, io.StringIO)
    lines = file.getvalue().split("\n")
    return "\n".join(lines if page.color else [line.rstrip() for line in lines])


def _table(console: Console, shown: Grid) -> None:
    """One table: numbers on one line where they fit, labels wrapped beside them."""
    title, *more = shown.title.split("\n")
    console.print(Text(title, style="bold"))
    for line in more:
        console.print(Text(line, style="dim"))
    lines = [cells for _, cells in shown.lines]
    if _width(shown, lines) > console.width:
        lines = [tuple(_broken(cells, shown.numeric)) for cells in lines]
    rich = Rich(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    for place, (heading, numeric) in enumerate(zip(shown.headings, shown.numeric, strict=True)):
        widest = max((_widest(cells[place]) for cells in lines), default=0)
        wrapped = textwrap.fill(heading, max(widest, MIN_HEADING)) if numeric else heading
        rich.add_column(
            Text(wrapped),
            justify="right" if numeric else "left",
            vertical="top",
            no_wrap=numeric,
            overflow="fold",
        )
    for place, (row, _) in enumerate(shown.lines):
        if place in shown.breaks and place > 0:
            rich.add_section()
        label, *cells = lines[place]
        padded = Padding(Text(label), (0, 0, 0, 2 * row.depth))
        rich.add_row(padded, *(Text(cell) for cell in cells), style="bold" if row.strong else None)
    console.print(rich)


def _widest(cell: str) -> int:
    return max(len(line) for line in cell.split("\n"))


def _width(shown: Grid, lines: list[tuple[str, ...]]) -> int:
    """How wide the table is with its numbers on one line and a label of MIN_LABEL."""
    total = MIN_LABEL
    for place, numeric in enumerate(shown.numeric):
        if numeric:
            total += 2 + max([MIN_HEADING, *(_widest(cells[place]) for cells in lines)])
    return total


def _broken(cells: tuple[str, ...], numeric: tuple[bool, ...]) -> list[str]:
    """The cells with each interval on a line of its own."""
    return [
        cell.replace(" (", "\n(") if number else cell
        for cell, number in zip(cells, numeric, strict=True)
    ]
