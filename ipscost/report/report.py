"""What a command answers, independent of language and width: sentences, tables, notes.

A cell keeps the number as it was computed; a text is a key and its values. A format puts both into
words and digits.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, overload

from ipscost.analysis.interval import Interval
from ipscost.words.text import Words, reads, say, sentence, series

if TYPE_CHECKING:  # most reports have no picture, and classes take time to make
    from ipscost.report.charts import Chart, TornadoBar

T = TypeVar("T")

FLAG = "‡"
MOST_CAVEATS = 3
"""A long list of caveats is not read: two or three, the most important, stand with the answer (the
Uncertainty Toolkit for Analysts in Government, analystsuncertaintytoolkit.github.io)."""


Cell: TypeAlias = "Interval | Words | TornadoBar | None"
"""A number, a text, a bar, or None (not known, or does not apply), which is shown as a dash."""
UNKNOWN = "-"
"""The cell for something unknown, in a row that exists to show that. It looks like None."""


def is_empty(cells: Iterable[Cell]) -> bool:
    """True for cells that say nothing: empty ones, and those that are 0 without uncertainty."""
    return all(
        cell is None or (isinstance(cell, Interval) and cell.low is None and cell.mean == 0)
        for cell in cells
    )


def evenly(count: int, most: int) -> list[range]:
    """The indices 0 to `count` - 1 in groups of at most `most`, as even as possible.

    >>> evenly(6, 4)
    [range(0, 3), range(3, 6)]
    """
    size = math.ceil(count / math.ceil(count / most)) if count else most
    return [range(first, min(first + size, count)) for first in range(0, count, size)]


@dataclass(frozen=True, slots=True)
class Brief:
    """A shorter heading, for a page without room for the long one.

    `below` says what it leaves out, on a line below the title of the table.
    """

    label: Words
    below: Words


@dataclass(frozen=True, slots=True)
class Column:
    """A column of numbers if it is `numeric`, else of texts.

    `style` says how a number is shown: `level` without a sign, `change` with sign and interval,
    `estimate` with its interval, `signed` with a sign alone, `part` and `relative` as a share,
    `probability`, `draws` as a share of draws that may be none or all, `ratio` with decimals where
    it is small, and `rough` without them for what is small beside the others; `bar` holds the bars
    of the table's chart, which are never broken. `unit` of None means the row's unit. `brief` is
    what stands in place of a label that is too long.
    """

    label: Words
    unit: str | None = None
    style: str = "level"
    numeric: bool = False
    brief: Brief | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its dotted path, its label and one cell per column.

    `points` shows shares as differences in percentage points, whatever the column. `marked` rows
    rest on an assumption. `style` replaces that of the columns where a row is of another kind:
    `extent` shows an interval alone, and `place` has a line of a file as its label.
    """

    path: Words
    label: Words
    cells: tuple[Cell, ...]
    unit: str = ""
    depth: int = 0
    strong: bool = False
    points: bool = False
    marked: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class Split:
    """How the columns of a table may be divided among several tables, one below the other.

    The first `columns` are divided; the remaining ones go into the last table. `title` is the title
    of all tables but the first. If `sparse`, each table leaves out rows that are empty in it,
    unless they are strong.
    """

    columns: int
    title: Words
    sparse: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; a line is drawn above the rows with the indices `breaks`.

    `beside`: the size of amounts elsewhere that its own are read with. `split` says how its columns
    may stand in several tables; None where they may not. `chart`: the picture of its numbers, for
    formats that draw one. `name` is what a reader asks for it by, the same in every language;
    tables of several arms have the same one.

    Raises ValueError if a row has more or fewer cells than there are columns.
    """

    title: Words
    first: Words
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    breaks: tuple[int, ...] = ()
    beside: float = 0.0
    split: Split | None = None
    chart: Chart | None = None
    name: str = ""

    def __repr__(self) -> str:
        name = f" {self.name}" if self.name else ""
        return f"<Table{name}: rows {len(self.rows)}, columns {len(self.columns)}>"

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                count = len(self.columns)
                raise ValueError(f"row {row.path} has {len(row.cells)} cells for {count} columns")


@dataclass(frozen=True, slots=True)
class Choice:
    """The same numbers laid out with a column for each of `columns`, or with a row for each.

    A page shows the tables `across` if those columns fit, else the tables `down`. Where `least` is
    stated, they fit into lines of so many characters, and wherever lines have no end.
    """

    columns: tuple[Words, ...]
    across: tuple[Table, ...]
    down: tuple[Table, ...]
    broken: bool = False
    """True where headings may be broken anywhere, so that few columns always fit."""
    name: str = ""
    least: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """One number for machines: a row of the CSV.

    `measure` names it, `path` says of what, `level` what kind of sum that is; `label` is what a
    reader calls it. `threshold` is what one more of the outcome is worth, where the number depends
    on it; `scenario` names another scenario than that of the report. `about` holds texts or
    numbers, each with the name of a column of its own.
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
    about: tuple[tuple[str, Words | float], ...] = ()


Number: TypeAlias = tuple[str, Interval | None, str, str, str]
"""A measure, its value, of which arm, against which other one, and the unit."""


def numbers_of(path: str, level: str, label: Words, *numbers: Number) -> Iterator[Figure]:
    """The numbers of one row of a table, for machines: those that are known."""
    for measure, value, arm, versus, unit in numbers:
        if value is not None:
            yield Figure(measure, path, level, label, value, arm, versus, unit)


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader has to know besides the numbers; notes of more weight come first.

    `name` says in no language which note it is: that of the function that gives it. `group` is what
    kind of thing it tells; notes of one group stand together.
    """

    name: str
    text: Words
    weight: int = 0
    group: str = ""


class MadeLater(Sequence[T]):
    """Notes, sentences or tables that are made when somebody first looks at them; else a tuple.

    Rows for machines have none, and a caveat may need the scenario analyses to be run.
    """

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        self._make: Callable[[], Iterable[T]] | None = make
        self._made: tuple[T, ...] = ()

    def _all(self) -> tuple[T, ...]:
        if self._make is not None:
            self._made, self._make = tuple(self._make()), None
        return self._made

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...

    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (self._all(),)  # what makes them cannot be pickled


@dataclass(frozen=True, slots=True)
class Short:
    """What a reader is shown first: the tables that carry the answer, and at most three caveats."""

    tables: Sequence[Table | Choice]
    caveats: Sequence[Note] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What a command answers: sentences, tables, notes, and the record of the run.

    Notes are in any order, since a format shows them by weight; they, the sentences and the tables
    may be made when a format asks for them (`MadeLater`). `figures` are its numbers for
    machines, of which the tables show a part. `short` is what a terminal shows of the tables and
    notes unless it is asked for all; None where that is all of them. `more` says, below a short
    answer, what its marks mean and how to see the rest.
    """

    scenario: str
    headline: Sequence[Words]
    tables: Sequence[Table | Choice]
    notes: Sequence[Note]
    record: dict[str, Any]
    figures: tuple[Figure, ...] = ()
    short: Short | None = None
    more: Words = ""

    def __repr__(self) -> str:
        tables, notes, numbers = len(self.tables), len(self.notes), len(self.figures)
        return f"<Report on {self.scenario}: tables {tables}, notes {notes}, numbers {numbers}>"


def shown_too(short: Short | None, tables: Sequence[Table]) -> Short | None:
    """A short answer with tables that were asked for behind its own; None where there is none."""
    return (
        None
        if short is None
        else replace(short, tables=MadeLater(lambda: (*short.tables, *tables)))
    )


def tables_by_name(report: Report) -> dict[str, list[Table | Choice]]:
    """The tables that have a name, those of one name together; of a choice its tables too.

    Of a short answer there are those whose names no others have.
    """
    found: dict[str, list[Table | Choice]] = {}
    for table in report.tables:
        for part in _named(table):
            found.setdefault(part.name, []).append(part)
    known = {*found}
    for table in report.short.tables if report.short else ():
        if table.name and table.name not in known:
            found.setdefault(table.name, []).append(table)
    return found


def _named(table: Table | Choice) -> Iterator[Table | Choice]:
    """A table, and of a choice also what it is made of, in either layout, as far as named."""
    if table.name:
        yield table
    if isinstance(table, Table):
        return
    for name in dict.fromkeys(part.name for part in (*table.across, *table.down)):
        across = tuple(part for part in table.across if part.name == name)
        down = tuple(part for part in table.down if part.name == name)
        if name not in ("", table.name):
            yield replace(table, name=name, across=across or down, down=down or across)


def only(report: Report, names: Sequence[str]) -> Report:
    """The tables of these names alone, without sentences and notes, and what their marks mean.

    Raises KeyError for a name that no table has.
    """
    known = tables_by_name(report)
    tables = tuple(table for name in dict.fromkeys(names) for table in known[name])
    return Report(report.scenario, (), tables, (), report.record, more=legend(tables))


def legend(tables: Iterable[Table | Choice]) -> Words:
    """What the marks in tables mean, in one line; nothing where they have none."""
    each = [t for a in tables for t in ((a,) if isinstance(a, Table) else (*a.across, *a.down))]
    rows = [row for table in each for row in table.rows]
    found: list[Words] = []
    if any(isinstance(cell, Interval) and cell.partial for row in rows for cell in row.cells):
        found.append(say("legend_star"))
    if any(row.marked for row in rows):
        found.append(say("legend_dagger"))
    if any(FLAG in reads(row.label) for row in rows):
        found.append(say("legend_flag", flag=FLAG))
    return sentence(series(found, "; ")) if found else ""


def together(reports: Sequence[Report]) -> Report:
    """Several reports merged: their sentences, their tables, and each note once."""
    first = reports[0]
    return Report(
        scenario=first.scenario,
        headline=tuple(sentence for report in reports for sentence in report.headline),
        tables=tuple(table for report in reports for table in report.tables),
        notes=MadeLater(lambda: dict.fromkeys(n for report in reports for n in report.notes)),
        record={report.scenario: report.record for report in reports},
        figures=_all_figures(reports),
        short=_shorts(reports),
    )


def joined(first: Report, second: Report) -> Report:
    """Two reports of the same run merged: the parts of the first, then those of the second."""
    return Report(
        scenario=first.scenario,
        headline=(*first.headline, *second.headline),
        tables=(*first.tables, *second.tables),
        notes=MadeLater(lambda: dict.fromkeys((*first.notes, *second.notes))),
        record={**second.record, **first.record},
        figures=_all_figures((first, second)),
        short=_shorts((first, second)),
    )


def _shorts(reports: Sequence[Report]) -> Short | None:
    """The short answers of reports one after another; None where one of them has none."""
    shorts = [report.short for report in reports if report.short is not None]
    if len(shorts) < len(reports):
        return None

    def caveats() -> Iterable[Note]:
        found = dict.fromkeys(caveat for short in shorts for caveat in short.caveats)
        return tuple(found)[:MOST_CAVEATS]

    tables = tuple(table for short in shorts for table in short.tables)
    return Short(tables, MadeLater(caveats))


def _all_figures(reports: Sequence[Report]) -> tuple[Figure, ...]:
    """The figures of all reports in turn, each with the name of its own scenario."""
    return tuple(
        replace(figure, scenario=figure.scenario or report.scenario)
        for report in reports
        for figure in report.figures
    )
