"""What analyses return: a report of tables.

A cell keeps the number as it was computed. `shown` turns it into text for a reader; `tidy` lists
the numbers unrounded, one row each, for machines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ipscost.words import say
from ipscost.words.numbers import (
    COARSE,
    FINEST,
    SHARES,
    SMALL_MONEY,
    SMALL_RATIO,
    TWO_ERRORS,
    amount,
    count,
    decimals,
    is_whole,
    money,
    money_decimals,
    number,
    percent,
    probability,
    rate,
    ratio_money,
    resolution,
    told,
    unsure_digits,
)

__all__ = [
    "BAR_EMPTY",
    "BAR_HIGH",
    "BAR_LOW",
    "BAR_ZERO",
    "COARSE",
    "DAGGER",
    "DASH",
    "FINEST",
    "FLAG",
    "SHARES",
    "SIGNED",
    "SMALL_MONEY",
    "SMALL_RATIO",
    "THRESHOLD",
    "TIDY",
    "TWO_ERRORS",
    "Cell",
    "Column",
    "Grid",
    "Interval",
    "Report",
    "Row",
    "Table",
    "amount",
    "beside",
    "count",
    "decimals",
    "extent",
    "grid",
    "is_whole",
    "joined",
    "manner",
    "money",
    "money_decimals",
    "number",
    "opposite",
    "percent",
    "places_of",
    "probability",
    "rate",
    "ratio_money",
    "resolution",
    "shown",
    "sizes",
    "tidy",
    "tidy_columns",
    "together",
    "unsure_digits",
]

TIDY = (
    "scenario",
    "arm",
    "versus",
    "measure",
    "path",
    "level",
    "label",
    "mean",
    "low",
    "high",
    "unit",
    "partial",
)
THRESHOLD = "threshold"
SIGNED = ("change", "signed")
DASH = "-"
DAGGER = "†"
FLAG = "‡"
BAR_LOW, BAR_HIGH, BAR_ZERO, BAR_EMPTY = "░█│ "
"""What a bar is drawn with: towards the low end, towards the high end, zero, nothing."""


@dataclass(frozen=True, slots=True)
class Interval:
    """An expected value with its interval; `partial` where something unknown is left out.

    `draws`: of how many draws a probability is a share, so that it is not told too finely.
    """

    mean: float
    low: float | None = None
    high: float | None = None
    partial: bool = False
    draws: int = 0


def opposite(interval: Interval) -> Interval:
    """The interval of the number with the opposite sign: a saving from a difference in cost."""
    low = None if interval.high is None else 0.0 - interval.high
    high = None if interval.low is None else 0.0 - interval.low
    return Interval(0.0 - interval.mean, low, high, interval.partial)


Cell = Interval | str | None
"""A number, a text, or None: not known, or nothing there; shown as a dash."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `measure` names its numbers in tidy rows; without one it holds text.

    `style` says how a number is shown: `level` without a sign, `change` with sign and interval,
    `signed` with a sign alone, `part` and `relative` as a share, `probability`, `draws` as a share
    of draws that may be none or all, `ratio` with decimals where it is small, and `rough` without
    them for what is small beside the others; `bar` holds bars
    drawn as text, which are never broken. `unit` of None means the row's unit. Columns that are
    not `shown` are in tidy rows alone. `scenario` is the one that the numbers are of, where a
    report holds several.
    """

    label: str
    measure: str = ""
    arm: str = ""
    versus: str = ""
    unit: str | None = None
    style: str = "level"
    shown: bool = True
    scenario: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its dotted path, what kind of sum it is, its label and one cell a column.

    `points` shows shares as differences in percentage points, whatever the column. `marked` rows
    rest on an assumption. In tidy rows `suffix` stands behind the column's measure, so that sums
    of another kind cannot be added to the categories; `arm` and `versus` fill in where the column
    has none, and `threshold` is what one more of the outcome is worth where numbers depend on it.
    `style` and `measure` replace those of the columns where a row is of another kind; the style
    `extent` shows an interval alone. A row that repeats numbers of another is not `tidy`.
    """

    path: str
    level: str
    label: str
    cells: tuple[Cell, ...]
    unit: str = ""
    depth: int = 0
    strong: bool = False
    shown: bool = True
    points: bool = False
    marked: bool = False
    suffix: str = ""
    arm: str = ""
    style: str = ""
    measure: str = ""
    tidy: bool = True
    versus: str = ""
    threshold: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; a line is drawn above the rows at the places `breaks`.

    `beside`: the size of amounts elsewhere that its own are read with.

    Raises ValueError where a row has more or fewer cells than there are columns.
    """

    title: str
    first: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    breaks: tuple[int, ...] = ()
    beside: float = 0.0

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                count = len(self.columns)
                raise ValueError(f"row {row.path} has {len(row.cells)} cells for {count} columns")


@dataclass(frozen=True, slots=True)
class Report:
    """What a command answers: sentences, tables, notes, and the record of the run."""

    scenario: str
    language: str
    headline: tuple[str, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...]
    record: dict[str, Any]


def together(reports: Sequence[Report]) -> Report:
    """Several reports as one: their sentences, tables, and each note once."""
    first = reports[0]
    return Report(
        scenario=first.scenario,
        language=first.language,
        headline=tuple(sentence for report in reports for sentence in report.headline),
        tables=tuple(table for report in reports for table in report.tables),
        notes=tuple(dict.fromkeys(note for report in reports for note in report.notes)),
        record={report.scenario: report.record for report in reports},
    )


def joined(first: Report, second: Report) -> Report:
    """Two reports of one run as one: those of the first, then those of the second."""
    return Report(
        scenario=first.scenario,
        language=first.language,
        headline=(*first.headline, *second.headline),
        tables=(*first.tables, *second.tables),
        notes=tuple(dict.fromkeys((*second.notes, *first.notes))),
        record={**second.record, **first.record},
    )


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as text, ready for any format: headings, and rows with their depth and weight.

    `numeric` columns hold numbers, those of `bars` bars; neither is broken into lines.
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


def grid(table: Table, language: str) -> Grid:
    """The shown rows and columns of `table` as text; the same digits in every format."""
    places, largest = [i for i, c in enumerate(table.columns) if c.shown], sizes(table)
    columns = [table.columns[i] for i in places]
    lines: list[tuple[Row, tuple[str, ...]]] = []
    breaks: set[int] = set()
    pending = False
    for index, row in enumerate(table.rows):
        pending = pending or index in table.breaks
        if not row.shown:
            continue
        if pending:
            breaks.add(len(lines))
            pending = False
        pairs = zip(places, columns, strict=True)
        cells = tuple(
            shown(row.cells[i], c, row, language, beside(c, row, table, largest)) for i, c in pairs
        )
        label = f"{row.label}{DAGGER}" if row.marked else row.label
        lines.append((row, (label, *cells)))
    return Grid(
        title=table.title,
        headings=(table.first, *(column.label for column in columns)),
        lines=tuple(lines),
        breaks=frozenset(breaks),
        numeric=(False, *(bool(column.measure) for column in columns)),
        bars=(False, *(column.style == "bar" for column in columns)),
    )


def tidy_columns(report: Report) -> tuple[str, ...]:
    """The columns of the tidy rows: TIDY, and the threshold where numbers depend on one."""
    rows = (row for table in report.tables for row in table.rows)
    return (*TIDY, THRESHOLD) if any(row.threshold is not None for row in rows) else TIDY


def tidy(report: Report) -> Iterator[dict[str, Any]]:
    """One row per number of the report, unrounded, with the columns of `tidy_columns`.

    A sum that leaves out what is unknown has `_partial` behind its measure, and 1 under `partial`.
    """
    with_threshold = THRESHOLD in tidy_columns(report)
    for table in report.tables:
        for row in (row for row in table.rows if row.tidy):
            for column, cell in zip(table.columns, row.cells, strict=True):
                measure = row.measure or column.measure
                if not column.measure or not isinstance(cell, Interval):
                    continue
                found = {
                    "scenario": column.scenario or report.scenario,
                    "arm": column.arm or row.arm,
                    "versus": column.versus or row.versus,
                    "measure": measure + row.suffix + ("_partial" if cell.partial else ""),
                    "path": row.path,
                    "level": row.level,
                    "label": row.label,
                    "mean": cell.mean,
                    "low": cell.low,
                    "high": cell.high,
                    "unit": row.unit if column.unit is None else column.unit,
                    "partial": int(cell.partial),
                }
                yield {**found, THRESHOLD: row.threshold} if with_threshold else found


# --- numbers as text -------------------------------------------------------------------------


def shown(cell: Cell, column: Column, row: Row, language: str, beside: float = 0.0) -> str:
    """A cell as text: `-28,147 (-60,688 to 4,394)`, or a dash where there is nothing to show.

    `beside`: the largest of the numbers of its unit that stand in the table with it.
    """
    if cell is None:
        return DASH
    if isinstance(cell, str):
        return cell
    style, unit = manner(column, row)
    if style == "draws":
        return percent(cell.mean, language, 0) if cell.mean in (0, 1) else _odds(cell, language)
    if style == "probability":
        return _odds(cell, language)
    places = places_of(cell, column, row, beside)
    if style in ("part", "relative"):
        return percent(cell.mean, language, places, sign=style == "relative")
    limits = extent(cell, unit, language, places)
    if style == "extent":
        return limits or DASH
    text = told(cell.mean, unit, places, language, sign=style in SIGNED)
    if unit == "points":
        text += f" {say('points', language)}"
    if cell.partial:
        text += "*"
    return f"{text} ({limits})" if style == "change" and limits else text


def _odds(cell: Interval, language: str) -> str:
    return probability(cell.mean, language, cell.draws)


def places_of(cell: Interval, column: Column, row: Row, beside: float = 0.0) -> int:
    """How many decimals the numbers of a cell are shown with; shares are counted in per cent.

    As many as its unit asks for beside numbers of this size, and enough for it to be seen.
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
    """The size of the numbers that a cell is read with.

    The `largest` of its unit in the table; of shares and their differences that in its row.
    """
    _, unit = manner(column, row)
    if unit not in SHARES:
        return max(largest.get(unit, 0.0), table.beside)
    found = _numbers((row,), table)
    return max((size for each in SHARES for size in found.get(each, ())), default=0.0)


def sizes(table: Table) -> dict[str, float]:
    """The largest number of each unit that is shown in a table.

    At least SMALL_MONEY where all of them are whole, since money needs no decimals then.
    """
    found = {}
    for unit, numbers in _numbers(table.rows, table).items():
        found[unit] = max(*numbers, SMALL_MONEY if all(map(is_whole, numbers)) else 0.0)
    return found


def _numbers(rows: Iterable[Row], table: Table) -> dict[str, list[float]]:
    """The sizes of the numbers that are shown in rows, by unit; relative changes are none."""
    numbers: dict[str, list[float]] = {}
    for row in (row for row in rows if row.shown):
        for column, cell in zip(table.columns, row.cells, strict=True):
            style, unit = manner(column, row)
            is_amount = style not in ("part", "relative", "probability", "draws")
            if not column.shown or not isinstance(cell, Interval) or not is_amount:
                continue
            limits = (cell.low, cell.high) if style in ("change", "extent") else ()
            seen = [abs(each) for each in (cell.mean, *limits) if each is not None]
            numbers.setdefault(unit, []).extend(seen)
    return numbers


def manner(column: Column, row: Row) -> tuple[str, str]:
    """The style and the unit of a cell; differences of two shares are in `points`."""
    style = row.style or column.style
    unit = row.unit if column.unit is None else column.unit
    is_points = unit == "share" and (style in SIGNED or row.points)
    return style, "points" if is_points else unit


def extent(cell: Interval, unit: str, language: str, places: int | None = None) -> str:
    """An interval without its mean: `-60,688 to 4,394`, or nothing where there is none.

    With so many `places`, by default those that each end asks for.
    """
    if cell.low is None or cell.high is None:
        return ""
    ends = (cell.low, cell.high)
    size = max(map(abs, ends))
    asked = (decimals(unit, end, size) if places is None else places for end in ends)
    low, high = (told(e, unit, n, language) for e, n in zip(ends, asked, strict=True))
    return f"{low} {say('to', language)} {high}"
