"""Cells as text, in a language: the same digits in every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import groupby
from typing import Any

from ipscost.analysis.interval import Interval
from ipscost.report.report import (
    MOST_CAVEATS,
    Cell,
    Column,
    Figure,
    Note,
    Report,
    Row,
    Table,
    legend,
)
from ipscost.words import say
from ipscost.words.numbers import (
    SHARES,
    SMALL_MONEY,
    SMALL_RATIO,
    decimals,
    extent,
    is_whole,
    money_decimals,
    percent,
    probability,
    to_places,
)
from ipscost.words.text import Text, lines, sentences, tell
from ipscost.words.text import say as say_later

SIGNED = ("change", "signed")
WITH_LIMITS = ("change", "estimate")
"""The styles that show a number with its interval behind it."""
DASH = "-"
DAGGER = "†"
SIDE_BY_SIDE = 3
"""How many columns fit on a page if their headings may be broken anywhere."""
LONGEST_PLACE = 38
"""How many characters of a position in a file are shown, unless its name and line need more."""


def _record(value: Any, language: str) -> Any:
    """A record with its texts, among keys and values, in the words of a language."""
    if isinstance(value, dict):
        return {tell(key, language): _record(each, language) for key, each in value.items()}
    return tell(value, language) if isinstance(value, Text) else value


PAGE, NARROWEST, MOST_ACROSS, BESIDE = 80, 10, 4, 28
"""The width of a page, the least of a column, how many columns fit whatever their names, and the
width of what stands beside the columns of a choice."""
ACROSS = (PAGE - BESIDE) // MOST_ACROSS
"""How much wider a page must be for one more column to fit whatever its name."""
LONGEST_HEADING = 38
"""How many letters a heading has at most that has a shorter one too: 24 behind `ICER, kr. per`."""


def laid_out(report: Report, language: str, width: int | None = None) -> tuple[Table, ...]:
    """The tables of a report on a page of `width`: parts, and of a choice those that fit.

    A page that is narrower than usual has the same tables, which wrap or exceed it. None is a
    format whose lines have no end: what would be divided there has the parts of a usual page.
    """
    fitting = _those_that_fit(report, language, max(width or PAGE, PAGE), ends=width is not None)
    return tuple(_headed(table, language) for table in fitting)


def _headed(table: Table, language: str) -> Table:
    """A table with short headings in place of those that are too long."""
    columns, title = list[Column](), table.title
    for column in table.columns:
        brief = column.brief
        if brief is not None and len(tell(column.label, language)) > LONGEST_HEADING:
            columns.append(replace(column, label=brief.label, brief=None))
            title = lines(title, brief.below)
        else:
            columns.append(replace(column, brief=None) if brief else column)
    return replace(table, title=title, columns=tuple(columns))


def _those_that_fit(report: Report, language: str, page: int, *, ends: bool) -> tuple[Table, ...]:
    """The parts of tables that may be split, and of a choice the tables that fit."""
    found: list[Table] = []
    most = MOST_ACROSS + (page - PAGE) // ACROSS
    for each in report.tables:
        if isinstance(each, Table):
            found += _parts(each, most)
            continue
        if each.least:
            found += each.down if ends and page < each.least else each.across
            continue
        if each.broken:
            found += each.down if len(each.columns) > SIDE_BY_SIDE else each.across
            continue
        labels = [tell(label, language).split() for label in each.columns]
        widths = [max(NARROWEST, *map(len, label)) + 2 for label in labels]
        is_wide = len(labels) > most or sum(widths) + BESIDE > page
        found += each.down if is_wide else each.across
    return tuple(found)


def _parts(table: Table, most: int) -> tuple[Table, ...]:
    """The parts in which a table is shown on a page with `most` columns side by side."""
    if table.split is None:
        return (table,)
    from ipscost.formats.divided import divided

    return divided(table, most)


def in_language(value: Any, language: str) -> Any:
    """A chart, or a part of one, with its labels in the words of a language."""
    if isinstance(value, tuple):
        return tuple(in_language(each, language) for each in value)
    if isinstance(value, Text) or not is_dataclass(value) or isinstance(value, type):
        return tell(value, language)
    parts = ((field.name, getattr(value, field.name)) for field in fields(value))
    return replace(value, **{name: in_language(part, language) for name, part in parts})


def in_words(report: Report, language: str, width: int | None = None) -> Report:
    """The report with its texts in the words of a language, as its tables fit on a page of `width`.

    None is a format whose lines have no end. Numbers are unchanged.
    """

    def table(each: Table) -> Table:
        return replace(
            each,
            title=tell(each.title, language),
            first=tell(each.first, language),
            chart=in_language(each.chart, language),
            columns=tuple(replace(c, label=tell(c.label, language)) for c in each.columns),
            rows=tuple(
                replace(
                    row,
                    path=tell(row.path, language),
                    label=_label(row, language),
                    cells=tell(row.cells, language),
                )
                for row in each.rows
            ),
        )

    def figure(each: Figure) -> Figure:
        path, label = tell(each.path, language), tell(each.label, language)
        about = tuple((name, tell(text, language)) for name, text in each.about)
        return replace(each, path=path, label=label, about=about)

    return replace(
        report,
        headline=tell(tuple(report.headline), language),
        tables=tuple(table(each) for each in laid_out(report, language, width)),
        notes=tuple(_notes(report, language)),
        record=_record(report.record, language),
        figures=tuple(map(figure, report.figures)),
        short=None,
        more=tell(report.more, language),
    )


def numbers_alone(report: Report) -> Report:
    """The report without its sentences, tables and notes, where it has numbers for machines."""
    if not report.figures:
        return report
    return replace(report, headline=(), tables=(), notes=(), short=None)


def shortened(report: Report, more: str = "short_more") -> Report:
    """The report as it is first shown: what carries the answer, its marks, how to see the rest.

    `more` is the key of the words that say how.
    """
    if report.short is None:
        return report
    tables, caveats = tuple(report.short.tables), report.short.caveats
    notes = len(dict.fromkeys(note.text for note in report.notes))
    more = f"{more}_one" if notes == 1 else more
    return replace(
        report,
        tables=tables,
        notes=tuple(replace(caveat, group="") for caveat in caveats[:MOST_CAVEATS]),
        short=None,
        more=sentences(
            legend(tables),
            say_later(more, notes=notes) if notes or tables != report.tables else "",
        ),
    )


def grouped(report: Report, language: str) -> Iterator[tuple[str, list[Note]]]:
    """The notes of a report that is in words by their groups, each with its heading.

    Without a heading where they have no group.
    """
    for group, notes in groupby(report.notes, key=lambda note: note.group):
        yield say(f"notes_{group}", language) if group else "", list(notes)


def _notes(report: Report, language: str) -> Iterator[Note]:
    """The notes in words, by falling weight; of those that read the same, only the first."""
    seen = set()
    for note in sorted(report.notes, key=lambda note: -note.weight):
        text = tell(note.text, language)
        if text not in seen:
            seen.add(text)
            yield replace(note, text=text)


def _label(row: Row, language: str) -> str:
    """The label of a row; a long position in a file is cut to its end, the name and line."""
    label: str = tell(row.label, language)
    if row.style != "place" or len(label) <= LONGEST_PLACE:
        return label
    *folders, name = label.split("/")
    while folders and len(f"{folders[-1]}/{name}") < LONGEST_PLACE - 2:
        name = f"{folders.pop()}/{name}"
    return f"…/{name}" if len(name) < LONGEST_PLACE - 1 else f"…{name[1 - LONGEST_PLACE :]}"


@dataclass(frozen=True, slots=True)
class CellGrid:
    """A table as text, ready for any format: headings, and rows with their depth and emphasis.

    `numeric` columns hold numbers and `bars` columns bars; neither wraps.
    """

    title: str
    headings: tuple[str, ...]
    lines: tuple[tuple[Row, tuple[str, ...]], ...]
    breaks: frozenset[int]
    numeric: tuple[bool, ...]
    bars: tuple[bool, ...]

    @property
    def whole(self) -> tuple[bool, ...]:
        """The columns whose cells stay on one line."""
        return tuple(number or bar for number, bar in zip(self.numeric, self.bars, strict=True))


def grid(table: Table, language: str) -> CellGrid:
    """A table as text; the same digits in every format."""
    if table.chart is not None:
        from ipscost.formats.bars import with_bars

        table = with_bars(table)
    largest = sizes(table)
    lines: list[tuple[Row, tuple[str, ...]]] = []
    for row in table.rows:
        pairs = zip(row.cells, table.columns, strict=True)
        cells = (shown(cell, c, row, language, beside(c, row, table, largest)) for cell, c in pairs)
        label = f"{row.label}{DAGGER}" if row.marked else str(row.label)
        lines.append((row, (label, *cells)))
    return CellGrid(
        title=str(table.title),
        headings=(str(table.first), *(str(column.label) for column in table.columns)),
        lines=tuple(lines),
        breaks=frozenset(index for index in table.breaks if index < len(table.rows)),
        numeric=(False, *(column.numeric for column in table.columns)),
        bars=(False, *(column.style == "bar" for column in table.columns)),
    )


# --- numbers as text -------------------------------------------------------------------------


def shown(cell: Cell, column: Column, row: Row, language: str, beside: float = 0.0) -> str:
    """A cell as text: `-28,147 (-60,688 to 4,394)`, or a dash if there is nothing to show.

    beside: the size of the largest number in the same unit in the table.
    """
    if cell is None:
        return DASH
    if not isinstance(cell, Interval):
        return str(cell)
    text = without_limits(cell, column, row, language, beside)
    if manner(column, row)[0] not in WITH_LIMITS:
        return text
    limits = _limits(cell, column, row, language, beside)
    return f"{text} ({limits})" if limits else text


def without_limits(
    cell: Interval, column: Column, row: Row, language: str, beside: float = 0.0
) -> str:
    """The number of a cell without its interval, `-28,147`; a cell with only an interval in full.

    beside: as in `shown`.
    """
    style, unit = manner(column, row)
    if style == "draws":
        return percent(cell.mean, language, 0) if cell.mean in (0, 1) else _odds(cell, language)
    if style == "probability":
        return _odds(cell, language)
    places = places_of(cell, column, row, beside)
    if style in ("part", "relative"):
        return percent(cell.mean, language, places, sign=style == "relative")
    if style == "extent":
        return _limits(cell, column, row, language, beside) or DASH
    text = to_places(cell.mean, unit, places, language, sign=style in SIGNED)
    if unit == "points":
        text += f" {say('points_short', language)}"
    return f"{text}*" if cell.partial else text


def _limits(cell: Interval, column: Column, row: Row, language: str, beside: float) -> str:
    """The ends of the interval of a cell: `-60,688 to 4,394`; empty if it has none."""
    places = places_of(cell, column, row, beside)
    return extent(cell.low, cell.high, manner(column, row)[1], language, places)


def _odds(cell: Interval, language: str) -> str:
    return probability(cell.mean, language, cell.draws)


def places_of(cell: Interval, column: Column, row: Row, beside: float = 0.0) -> int:
    """How many decimals the numbers of a cell are shown with; shares are shown in per cent.

    As many as the unit needs next to numbers of the size `beside`, and enough that it is not 0.
    """
    style, unit = manner(column, row)
    if style == "part":
        return 0
    if style == "relative":
        return 1
    if style == "rough":
        return decimals(unit, max(abs(cell.mean), beside))
    if style == "extent":
        sizes = [abs(limit) for limit in (cell.low, cell.high) if limit is not None]
        return decimals(unit, max(sizes, default=0.0), beside)
    if style == "ratio":
        return max(decimals(unit, cell.mean), money_decimals(cell.mean, SMALL_RATIO))
    return decimals(unit, cell.mean, beside)


def beside(column: Column, row: Row, table: Table, largest: Mapping[str, float]) -> float:
    """The size of the numbers that a cell is compared with.

    That is the `largest` of its unit in the table; for shares and their differences, in the row.
    """
    _, unit = manner(column, row)
    if unit not in SHARES:
        return max(largest.get(unit, 0.0), table.beside)
    sizes = _numbers((row,), table)
    return max((size for each in SHARES for size in sizes.get(each, ())), default=0.0)


def sizes(table: Table) -> dict[str, float]:
    """The largest number of each unit that is shown in a table.

    At least SMALL_MONEY if all of them are whole, since money then needs no decimals.
    """
    largest = {}
    for unit, numbers in _numbers(table.rows, table).items():
        largest[unit] = max(*numbers, SMALL_MONEY if all(map(is_whole, numbers)) else 0.0)
    return largest


def _numbers(rows: Iterable[Row], table: Table) -> dict[str, list[float]]:
    """The absolute values of the numbers shown in rows, by unit, without relative changes."""
    numbers: dict[str, list[float]] = {}
    for row in rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            style, unit = manner(column, row)
            is_amount = style not in ("part", "relative", "probability", "draws")
            if not isinstance(cell, Interval) or not is_amount:
                continue
            has_limits = style in (*WITH_LIMITS, "extent")
            limits = (cell.low, cell.high) if has_limits else ()
            seen = [abs(each) for each in (cell.mean, *limits) if each is not None]
            numbers.setdefault(unit, []).extend(seen)
    return numbers


def manner(column: Column, row: Row) -> tuple[str, str]:
    """The style and the unit of a cell; differences of two shares are in `points`."""
    style = row.style or column.style
    unit = row.unit if column.unit is None else column.unit
    is_points = unit == "share" and (style in SIGNED or row.points)
    return style, "points" if is_points else unit
