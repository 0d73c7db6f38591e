"""What a command answers, in no language and of no width: sentences, tables, notes.

A cell keeps the number as it was computed; a text is a key and its values. A format puts both into
words and digits.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from ipscost.analysis.interval import Interval
from ipscost.words.text import Words

if TYPE_CHECKING:  # most reports have no picture, and classes take time to make
    from ipscost.report.charts import Bar, Chart

FLAG = "‡"


Cell: TypeAlias = "Interval | Words | Bar | None"
"""A number, a text, a bar, or None: not known, or nothing there; shown as a dash."""
UNKNOWN = "-"
"""A cell of what is not known, in a row that is shown for it; it looks like nothing there."""


def is_empty(cells: Iterable[Cell]) -> bool:
    """True for cells that say nothing: there is nothing, or what is there is surely 0."""
    return all(
        cell is None or (isinstance(cell, Interval) and cell.low is None and cell.mean == 0)
        for cell in cells
    )


def evenly(count: int, most: int) -> list[range]:
    """The places 0 to `count` - 1 in groups of at most `most`, as even as they can be.

    >>> evenly(6, 4)
    [range(0, 3), range(3, 6)]
    """
    size = math.ceil(count / math.ceil(count / most)) if count else most
    return [range(first, min(first + size, count)) for first in range(0, count, size)]


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `measure` names its numbers in tidy rows; without one it holds text.

    `style` says how a number is shown: `level` without a sign, `change` with sign and interval,
    `signed` with a sign alone, `part` and `relative` as a share, `probability`, `draws` as a share
    of draws that may be none or all, `ratio` with decimals where it is small, and `rough` without
    them for what is small beside the others; `bar` holds the bars of the table's chart, which are
    never broken. `unit` of None means the row's unit. Columns that are not `shown` are in tidy rows
    alone. `scenario` is the one that the numbers are of, where a report holds several.
    """

    label: Words
    measure: str = ""
    arm: str = ""
    versus: str = ""
    unit: str | None = None
    style: str = "level"
    shown: bool = True
    scenario: str = ""
    numeric: bool | None = None

    @property
    def has_numbers(self) -> bool:
        """True for a column of numbers, which stand to the right."""
        return bool(self.measure) if self.numeric is None else self.numeric


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its dotted path, what kind of sum it is, its label and one cell a column.

    `points` shows shares as differences in percentage points, whatever the column. `marked` rows
    rest on an assumption. In tidy rows `suffix` stands behind the column's measure, so that sums
    of another kind cannot be added to the categories; `arm` and `versus` fill in where the column
    has none, and `threshold` is what one more of the outcome is worth where numbers depend on it.
    `style` and `measure` replace those of the columns where a row is of another kind; the style
    `extent` shows an interval alone, and `place` has a line of a file as its label. A row that
    repeats numbers of another is not `tidy`.
    """

    path: Words
    level: str
    label: Words
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
class Split:
    """How the columns of a table may stand in several tables, one below another.

    Its first `columns` are divided; what stands behind them is in the last table. `title` is that
    of all but the first. Where it is `sparse`, a table leaves out the rows that say nothing in it,
    but for those that are strong.
    """

    columns: int
    title: Words
    sparse: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; a line is drawn above the rows at the places `breaks`.

    `beside`: the size of amounts elsewhere that its own are read with. `split` says how its columns
    may stand in several tables; None where they may not. `chart`: the picture of its numbers, for
    formats that draw one.

    Raises ValueError where a row has more or fewer cells than there are columns.
    """

    title: Words
    first: Words
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    breaks: tuple[int, ...] = ()
    beside: float = 0.0
    split: Split | None = None
    chart: Chart | None = None

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                count = len(self.columns)
                raise ValueError(f"row {row.path} has {len(row.cells)} cells for {count} columns")


@dataclass(frozen=True, slots=True)
class Choice:
    """The same numbers in tables with a column for each of `columns`, or in tables with a row.

    A page shows those `across` where the columns fit next to the others.
    """

    columns: tuple[Words, ...]
    across: tuple[Table, ...]
    down: tuple[Table, ...]
    broken: bool = False
    """True where headings may be broken anywhere, so that few columns always fit."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number for machines: a row of the CSV.

    `measure` names it, `path` says of what, `level` what kind of sum that is; `label` is what a
    reader calls it. `threshold` is what one more of the outcome is worth, where the number depends
    on it; `scenario` names another scenario than that of the report.
    """

    measure: str
    path: Words
    level: str
    label: Words
    value: Interval
    arm: str = ""
    versus: str = ""
    unit: str = ""
    threshold: float | None = None
    scenario: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a command answers: sentences, tables, notes, and the record of the run.

    `figures` are its numbers for machines; None where those of the tables are all there are.
    """

    scenario: str
    headline: tuple[Words, ...]
    tables: tuple[Table | Choice, ...]
    notes: tuple[Words, ...]
    record: dict[str, Any]
    figures: tuple[Figure, ...] | None = None


def figures_of(tables: Iterable[Table]) -> Iterator[Figure]:
    """The numbers of tables, one after another."""
    for table in tables:
        for row in (row for row in table.rows if row.tidy):
            for column, cell in zip(table.columns, row.cells, strict=True):
                if column.measure and isinstance(cell, Interval):
                    yield Figure(
                        (row.measure or column.measure) + row.suffix,
                        row.path,
                        row.level,
                        row.label,
                        cell,
                        column.arm or row.arm,
                        column.versus or row.versus,
                        row.unit if column.unit is None else column.unit,
                        row.threshold,
                        column.scenario,
                    )


def together(reports: Sequence[Report]) -> Report:
    """Several reports as one: their sentences, tables, and each note once."""
    first = reports[0]
    return Report(
        scenario=first.scenario,
        headline=tuple(sentence for report in reports for sentence in report.headline),
        tables=tuple(table for report in reports for table in report.tables),
        notes=tuple(dict.fromkeys(note for report in reports for note in report.notes)),
        record={report.scenario: report.record for report in reports},
        figures=_all_figures(reports),
    )


def joined(first: Report, second: Report) -> Report:
    """Two reports of one run as one: those of the first, then those of the second."""
    return Report(
        scenario=first.scenario,
        headline=(*first.headline, *second.headline),
        tables=(*first.tables, *second.tables),
        notes=tuple(dict.fromkeys((*second.notes, *first.notes))),
        record={**second.record, **first.record},
        figures=_all_figures((first, second)),
    )


def _all_figures(reports: Sequence[Report]) -> tuple[Figure, ...] | None:
    """The figures of reports one after another; None where those of tables are all there are."""
    found: list[Figure] = []
    for report in reports:
        if report.figures is None:
            return None
        named = (replace(f, scenario=f.scenario or report.scenario) for f in report.figures)
        found += named
    return tuple(found)
