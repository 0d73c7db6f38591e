"""Charts with a row for each label, drawn with characters: bars, and how pictures share a page."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence

from ipscost.analysis.interval import Interval, reach_of
from ipscost.formats import Page
from ipscost.formats.hyphens import fitted
from ipscost.report.charts import (
    HIGH,
    LOW,
    ZERO,
    Bars,
    Forest,
    GroupedBars,
    StackedBars,
    Waterfall,
)
from ipscost.words import say
from ipscost.words.numbers import number, with_interval

LABELS = 0.4
"""The largest part of a page that labels take."""
LEAST = 8
"""The least width of the bars."""
START, END, SPAN, MIDDLE, POOLED, OPEN = "├", "┤", "─", "●", "◆", "○"
SERIES = (HIGH, LOW, "▒", "▓", "#", "=", "+")
"""The marks of bars of several series."""


def filled(text: str, width: int) -> list[str]:
    """A text in lines of a page."""
    return textwrap.wrap(text, width) or [""]


class RowScale:
    """A line of `width` characters from one number to another."""

    def __init__(self, numbers: Iterable[float], width: int, zero: bool = True) -> None:
        seen = [*numbers, *([0.0] if zero else [])] or [0.0]
        self.low, self.high = min(seen), max(seen)
        self.width = width

    def at(self, value: float) -> int:
        """The place of a number among the characters."""
        room = (self.high - self.low) or 1.0
        return min(self.width - 1, max(0, round((value - self.low) / room * (self.width - 1))))

    def line(self) -> list[str]:
        """An empty line, with a mark at 0 where that is within."""
        cells = [" "] * self.width
        if self.low <= 0 <= self.high:
            cells[self.at(0.0)] = ZERO
        return cells

    def bar(self, start: float, end: float, mark: str, cells: list[str] | None = None) -> list[str]:
        """A bar between two numbers, of one character at least unless they are equal."""
        cells = self.line() if cells is None else cells
        if start == end:
            return cells
        first, last = sorted((self.at(start), self.at(end)))
        for place in range(first, max(last, first + 1)):
            cells[place] = mark
        return cells

    def whisker(self, amount: Interval | None, cells: list[str]) -> list[str]:
        """An interval over a line, behind what stands there already."""
        if amount is None or amount.low is None or amount.high is None:
            return cells
        first, last = self.at(amount.low), self.at(amount.high)
        for place in range(first, last + 1):
            if cells[place] in (" ", ZERO):
                cells[place] = SPAN
        cells[first], cells[last] = START, END
        return cells


def _amount(value: Interval | None, unit: str, page: Page, size: float, sign: bool = True) -> str:
    if value is None:
        return say("not_known", page.language)
    text = number(value.mean, unit, page.language, sign=sign, beside=size)
    return f"{text}*" if value.partial else text


def _rows(
    page: Page,
    labels: Sequence[str],
    amounts: Sequence[Sequence[str]],
    numbers: Iterable[float],
    draw: Callable[[RowScale, int, int], list[str]],
    *,
    breaks: Sequence[int] = (),
    zero: bool = True,
) -> list[str]:
    """A line for each bar: the label, the bar, the amount; `draw` gives the bar of a row."""
    right = max((len(text) for each in amounts for text in each), default=0)
    most = max(6, min(int(LABELS * page.width), page.width - right - LEAST - 4))
    wrapped = [textwrap.wrap(fitted(label, most), most) or [""] for label in labels]
    left = max(len(line) for each in wrapped for line in each)
    scale = RowScale(numbers, max(LEAST, page.width - left - right - 4), zero)
    lines = list[str]()
    for row, (label, texts) in enumerate(zip(wrapped, amounts, strict=True)):
        if row in breaks:
            lines.append(SPAN * page.width)
        for place in range(max(len(label), len(texts))):
            name = label[place] if place < len(label) else ""
            bar = "".join(draw(scale, row, place) if place < len(texts) else scale.line())
            text = texts[place] if place < len(texts) else ""
            lines.append(f"{name:<{left}}  {bar}  {text:>{right}}")
    return lines


def legend(pairs: Iterable[tuple[str, str]], page: Page) -> list[str]:
    """Marks with what they stand for, as many in a line as fit."""
    lines = [""]
    for mark, label in pairs:
        entry = f"{mark} {label}".strip()
        longer = f"{lines[-1]}   {entry}" if lines[-1] else entry
        if len(longer) > page.width and lines[-1]:
            lines.append(entry)
        else:
            lines[-1] = longer
    return [part for line in lines for part in filled(line, page.width)]


def waterfall(chart: Waterfall, page: Page) -> list[str]:
    """Bars that begin where the one before ended, and their sum from 0."""
    amounts = [*(None if a is None else Interval(a) for a in chart.amounts), chart.whole]
    size = max((abs(end) for end in reach_of(amounts)), default=0.0)
    texts = [[_amount(each, chart.unit, page, size)] for each in amounts]
    levels, last = chart.levels, len(chart.labels)

    def draw(scale: RowScale, row: int, _: int) -> list[str]:
        if row < last:
            start, end = levels[row], levels[row + 1]
            return scale.bar(start, end, LOW if end < start else HIGH)
        if chart.whole is None:
            return scale.line()
        whole = chart.whole.mean
        return scale.whisker(chart.whole, scale.bar(0.0, whole, LOW if whole < 0 else HIGH))

    marks = ((HIGH, "picture_is_saving"), (LOW, "picture_is_cost"))
    labels = [*map(str, chart.labels), str(chart.total)]
    return [
        *legend(((mark, say(key, page.language)) for mark, key in marks), page),
        *_rows(page, labels, texts, (*levels, *reach_of([chart.whole])), draw, breaks=(last,)),
        *filled(str(chart.axis), page.width),
    ]


def grouped(chart: GroupedBars, page: Page) -> list[str]:
    """Bars from 0 with their intervals, one of each series in a row."""
    by_row = list(zip(*(series.values for series in chart.series), strict=True))
    every = [value for values in by_row for value in values]
    size, unit = max((abs(end) for end in reach_of(every)), default=0.0), chart.axis.unit
    texts = [[_amount(v, unit, page, size, chart.signed) for v in values] for values in by_row]
    marks = SERIES

    def draw(scale: RowScale, row: int, place: int) -> list[str]:
        value = by_row[row][place]
        if value is None:
            return scale.line()
        bar = scale.bar(0.0, value.mean, marks[place % len(marks)])
        return scale.whisker(value, bar)

    names = [
        (marks[place % len(marks)], str(series.label)) for place, series in enumerate(chart.series)
    ]
    return [
        *(legend(names, page) if len(names) > 1 else []),
        *_rows(page, [*map(str, chart.labels)], texts, reach_of(every), draw, breaks=chart.breaks),
        *filled(str(chart.axis.label), page.width),
    ]


def stacked(chart: StackedBars, page: Page) -> list[str]:
    """Bars of each series one after another, costs left of 0 and gains right; their sum marked."""
    size = max(map(abs, chart.reach))
    texts = [[_amount(net, chart.axis.unit, page, size)] for net in chart.nets]

    def draw(scale: RowScale, row: int, _: int) -> list[str]:
        cells = scale.line()
        for place, start, end in chart.stacked(row):
            scale.bar(start, end, SERIES[place % len(SERIES)], cells)
        cells[scale.at(chart.nets[row].mean)] = POOLED
        return cells

    names = [(SERIES[p % len(SERIES)], str(each.label)) for p, each in enumerate(chart.series)]
    return [
        *legend([*names, (POOLED, str(chart.net))], page),
        *_rows(page, [*map(str, chart.labels)], texts, chart.reach, draw),
        *filled(str(chart.axis.label), page.width),
    ]


def tornado(chart: Bars, page: Page) -> list[str]:
    """How far the answer moves to either side, the widest first."""
    size = max(map(abs, chart.scale))
    ends = [(min(b.low[0], b.high[0]), max(b.low[1], b.high[1])) for b in chart.bars]

    def told(value: float) -> str:
        return number(value, chart.unit, page.language, sign=True, beside=size)

    texts = [
        [say("picture_from_to", page.language, low=told(low), high=told(high))]
        for low, high in ends
    ]

    def draw(scale: RowScale, row: int, _: int) -> list[str]:
        bar, cells = chart.bars[row], scale.line()
        sides = [(bar.low, LOW), (bar.high, HIGH)]
        for (start, end), mark in sorted(sides, key=lambda side: side[0][0] - side[0][1]):
            if scale.at(start) < scale.at(end):
                scale.bar(start, end, mark, cells)
        return cells

    marks = ((LOW, "picture_low"), (HIGH, "picture_high"))
    now = say("picture_now", page.language, amount=told(chart.now))
    return [
        *legend([*((m, say(k, page.language)) for m, k in marks), ("", now)], page),
        *_rows(page, [*map(str, chart.labels)], texts, chart.scale, draw, zero=False),
        *filled(str(chart.axis), page.width),
    ]


def forest(chart: Forest, page: Page) -> list[str]:
    """Numbers with their intervals, below one another."""
    size = max(map(abs, reach_of(chart.intervals)), default=0.0)
    texts = [[_offorest(each, chart, page, size)] for each in chart.intervals]
    drawn = chart.drawn

    def draw(scale: RowScale, row: int, _: int) -> list[str]:
        amount = drawn[row]
        cells = scale.whisker(amount, scale.line())
        if amount is not None:
            is_open = not chart.has_base and amount.low is None
            mark = POOLED if row in chart.pools else OPEN if is_open else MIDDLE
            cells[scale.at(amount.mean)] = mark
        return cells

    labels = [*map(str, chart.labels)]
    return [
        *_rows(page, labels, texts, reach_of(drawn), draw, breaks=chart.breaks),
        *filled(str(chart.axis.label), page.width),
    ]


def _offorest(found: Interval | None, chart: Forest, page: Page, size: float) -> str:
    """The number of a row: against a base case with its sign, else with its interval."""
    unit = chart.axis.unit
    if chart.has_base or found is None:
        return _amount(found, unit, page, size)
    return with_interval(
        found.mean, found.low, found.high, unit, page.language, sign=not chart.is_ratio
    )
