"""What analyses return: a report of tables, and the only rounding in the program.

A cell keeps the number as it was computed. `shown` turns it into text for a reader; `tidy` lists
the numbers unrounded, one row each, for machines.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ipscost.units import parse_unit
from ipscost.words import say, typed

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
MILLION, BILLION = 1_000_000, 1_000_000_000
SIGNED = ("change", "signed")
UNKNOWN_DIGITS = 5
TWO_ERRORS = 2.0
DASH = "-"
DAGGER = "†"
FLAG = "‡"
FINEST = 0.001
"""No probability is told nearer to 0 or 1 than this."""
COARSE = 100
"""Of fewer draws than these a probability is told in whole per cent."""
SMALL_RATIO = 100
"""Money per unit of effect below this has decimals: 0.40 kr. per hour."""
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
    low = None if interval.high is None else -interval.high
    high = None if interval.low is None else -interval.low
    return Interval(-interval.mean, low, high, interval.partial)


Cell = Interval | str | None
"""A number, a text, or None: not known, or nothing there; shown as a dash."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `measure` names its numbers in tidy rows; without one it holds text.

    `style` says how a number is shown: `level` without a sign, `change` with sign and interval,
    `signed` with a sign alone, `part` and `relative` as a share, `probability`, and `ratio` with
    decimals where it is small; `bar` holds bars drawn as text, which are never broken. `unit` of
    None means the row's unit. Columns that are not `shown` are in tidy rows alone. `scenario` is
    the one that the numbers are of, where a report holds several.
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

    Raises ValueError where a row has more or fewer cells than there are columns.
    """

    title: str
    first: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    breaks: tuple[int, ...] = ()

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
    places = [i for i, column in enumerate(table.columns) if column.shown]
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
        cells = tuple(shown(row.cells[i], c, row, language) for i, c in pairs)
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


def shown(cell: Cell, column: Column, row: Row, language: str) -> str:
    """A cell as text: `-28,147 (-60,688 to 4,394)`, or a dash where there is nothing to show."""
    if cell is None:
        return DASH
    if isinstance(cell, str):
        return cell
    style, unit = manner(column, row)
    if style == "probability":
        return probability(cell.mean, language, cell.draws)
    if style == "part":
        return percent(cell.mean, language, 0)
    if style == "relative":
        return percent(cell.mean, language, 1, sign=True)
    if style == "ratio":
        places = max(decimals(unit, cell.mean), ratio_decimals(cell.mean))
        return _format(cell.mean, places, language, False)
    limits = extent(cell, unit, language)
    if style == "extent":
        return limits or DASH
    text = number(cell.mean, unit, language, sign=style in SIGNED)
    if unit == "points":
        text += f" {say('points', language)}"
    if cell.partial:
        text += "*"
    return f"{text} ({limits})" if style == "change" and limits else text


def manner(column: Column, row: Row) -> tuple[str, str]:
    """The style and the unit of a cell; differences of two shares are in `points`."""
    style = row.style or column.style
    unit = row.unit if column.unit is None else column.unit
    is_points = unit == "share" and (style in SIGNED or row.points)
    return style, "points" if is_points else unit


def extent(cell: Interval, unit: str, language: str) -> str:
    """An interval without its mean: `-60,688 to 4,394`, or nothing where there is none."""
    if cell.low is None or cell.high is None:
        return ""
    low, high = (number(limit, unit, language) for limit in (cell.low, cell.high))
    return f"{low} {say('to', language)} {high}"


def number(value: float, unit: str, language: str, *, sign: bool = False) -> str:
    """A number in the digits that its unit asks for: whole money, shares as 46.5%, QALYs 0.0255.

    `points` are the difference of two shares in percentage points.
    """
    if unit == "share":
        return percent(value, language, 1, sign=sign)
    if unit == "points":
        return _format(value * 100, 1, language, sign)
    return _format(value, decimals(unit, value), language, sign)


def decimals(unit: str, value: float) -> int:
    """How many decimals a unit is shown with.

    Five digits in all where the unit is not known, and for rates and probabilities.
    """
    if not unit:
        whole = math.floor(math.log10(abs(value))) + 1 if value else 5
        return min(max(0, UNKNOWN_DIGITS - whole), 12)
    if unit == "p":
        return 4
    parsed = parse_unit(unit)
    if parsed.head in ("rate", "probability"):
        return decimals("", value)
    if parsed.money is not None:
        return 0
    return 4 if parsed.head == "QALY" else 2


def ratio_decimals(value: float) -> int:
    """How many decimals money per unit of effect is shown with: 2 below SMALL_RATIO."""
    return 2 if 0 < abs(value) < SMALL_RATIO else 0


def unsure_digits(value: float, error: float, unit: str) -> int:
    """How many of the last digits of `value`, as `number` shows it, an error may change.

    The last digit counts where two standard errors are over half a unit of it or lead over the
    edge where it is rounded, the one before it where they are over five units, and so on.
    """
    scale, places = (100, 1) if unit in ("share", "points") else (1, decimals(unit, value))
    low, high = (scale * (value + sign * TWO_ERRORS * error) for sign in (-1, 1))
    digits = int(round(low, places) != round(high, places))
    while high - low > 10 ** (digits - places):
        digits += 1
    return digits


def percent(value: float, language: str, places: int, *, sign: bool = False) -> str:
    """A share in per cent: 28.8%."""
    return _format(value * 100, places, language, sign) + "%"


def rate(value: float, language: str) -> str:
    """A rate or level in per cent, with the decimals it has: 3.5%, 95%, 0%."""
    return f"{typed(value * 100, language)}%"


def count(value: int, language: str) -> str:
    """A whole number: 10,000."""
    return _format(value, 0, language, False)


def probability(value: float, language: str, draws: int = 0) -> str:
    """A probability in per cent, never rounded to certainty: over 99.9%.

    It is not told finer than one draw in so many `draws`: of 10 draws that agree, over 90%.
    """
    finest = resolution(draws)
    places = 0 if 0 < draws < COARSE else 1
    scale = 10 ** (places + 2)
    shown_limit = math.ceil(scale * finest - 1e-9) / scale
    if value > 1 - finest + 1e-9:
        return f"{say('over', language)} {percent(1 - shown_limit, language, places)}"
    if value < finest - 1e-9:
        return f"{say('under', language)} {percent(shown_limit, language, places)}"
    return percent(value, language, places)


def resolution(draws: int) -> float:
    """The least probability above 0 that is told: FINEST, or one in fewer draws; 0 is many."""
    return max(FINEST, 1 / draws) if draws else FINEST


def money(value: float, currency: str, language: str) -> str:
    """An amount in a sentence with its currency: 72,013 kr., in Danish 72.013 kr.

    Without a currency it is the number alone.
    """
    if not currency:
        return number(value, "", language)
    sign = "kr." if currency == "DKK" else currency
    return f"{amount(value, language)} {sign}"


def ratio_money(value: float, currency: str, language: str) -> str:
    """Money per unit of effect in a sentence; with decimals where it is small and not whole."""
    places = ratio_decimals(value)
    if not currency or not places or value == round(value):
        return money(value, currency, language)
    sign = "kr." if currency == "DKK" else currency
    return f"{_format(value, places, language, False)} {sign}"


def amount(value: float, language: str) -> str:
    """An amount of money in a sentence: whole below a million, else with three digits.

    1.5 million, 2 billion; in Danish 1,5 mio., 2 mia.
    """
    if abs(round(value)) < MILLION:
        return _format(value, 0, language, False)
    rounded = float(f"{value:.3g}")
    word, unit = ("million", MILLION) if abs(rounded) < BILLION else ("billion", BILLION)
    scaled = rounded / unit
    places = next(n for n in range(3) if n == 2 or round(scaled, n) == scaled)
    return say(word, language, amount=_format(scaled, places, language, False))


def _format(value: float, places: int, language: str, sign: bool) -> str:
    rounded = round(value, places) + 0.0  # no minus before a zero
    text = f"{rounded:+,.{places}f}" if sign else f"{rounded:,.{places}f}"
    if rounded == 0:
        text = text.lstrip("+-")
    if language == "da":
        text = text.replace(",", " ").replace(".", ",").replace(" ", ".")
    return text
