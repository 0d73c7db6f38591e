"""A small picture in the terminal, drawn with characters as wide as the page."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ipscost.analysis.interval import Interval, reach_of
from ipscost.formats import Page
from ipscost.formats.cells import in_language
from ipscost.formats.hyphens import fitted
from ipscost.report.charts import (
    HIGH,
    LOW,
    ZERO,
    Bars,
    Course,
    Fan,
    Forest,
    GroupedBars,
    Icons,
    Lines,
    Panels,
    Scatter,
    Waterfall,
)
from ipscost.report.pictures.picture import Picture
from ipscost.texts import cleaned, writable
from ipscost.words import say, typed
from ipscost.words.numbers import number, with_interval

TALL = 13
"""The lines of a field with two axes."""
LABELS = 0.4
"""The largest part of a page that labels take."""
LEAST = 8
"""The least width of the bars."""
MARKS = "●×+■▲○"
"""The marks of lines and clouds, one an arm."""
START, END, SPAN, MIDDLE, POOLED, OPEN = "├", "┤", "─", "●", "◆", "○"
Canvas = list[list[str]]


def sketch(picture: Picture, page: Page) -> str:
    """The picture in characters, below its title and above its note."""
    told = {
        name: writable(cleaned(in_language(getattr(picture, name), page.language)), page.encoding)
        for name in ("title", "chart", "note")
    }
    lines = [*_filled(told["title"], page.width), "", *_drawn(told["chart"], page)]
    if told["note"]:
        lines += ["", *_filled(told["note"], page.width)]
    text: str = writable("\n".join(line.rstrip() for line in lines), page.encoding)
    return f"{text}\n"


def _filled(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width) or [""]


def _drawn(chart: Any, page: Page) -> list[str]:
    drawers: dict[type, Callable[[Any, Page], list[str]]] = {
        Waterfall: _waterfall,
        GroupedBars: _grouped,
        Bars: _tornado,
        Forest: _forest,
        Lines: _lines,
        Fan: _fan,
        Scatter: _scatter,
        Icons: _icons,
        Panels: _panels,
    }
    return drawers[type(chart)](chart, page)


def _panels(chart: Panels, page: Page) -> list[str]:
    lines = list[str]()
    for title, each in zip(chart.titles, chart.charts, strict=True):
        lines += [*([""] if lines else []), *_filled(str(title), page.width), *_drawn(each, page)]
    return lines


# --- rows ------------------------------------------------------------------------------------


class _Scale:
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
    draw: Callable[[_Scale, int, int], list[str]],
    *,
    breaks: Sequence[int] = (),
    zero: bool = True,
) -> list[str]:
    """A line for each bar: the label, the bar, the amount; `draw` gives the bar of a row."""
    right = max((len(text) for each in amounts for text in each), default=0)
    most = max(6, min(int(LABELS * page.width), page.width - right - LEAST - 4))
    wrapped = [textwrap.wrap(fitted(label, most), most) or [""] for label in labels]
    left = max(len(line) for each in wrapped for line in each)
    scale = _Scale(numbers, max(LEAST, page.width - left - right - 4), zero)
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


def _legend(pairs: Iterable[tuple[str, str]], page: Page) -> list[str]:
    """Marks with what they stand for, as many in a line as fit."""
    lines = [""]
    for mark, label in pairs:
        entry = f"{mark} {label}".strip()
        longer = f"{lines[-1]}   {entry}" if lines[-1] else entry
        if len(longer) > page.width and lines[-1]:
            lines.append(entry)
        else:
            lines[-1] = longer
    return [part for line in lines for part in _filled(line, page.width)]


def _waterfall(chart: Waterfall, page: Page) -> list[str]:
    amounts = [*(None if a is None else Interval(a) for a in chart.amounts), chart.whole]
    size = max((abs(end) for end in reach_of(amounts)), default=0.0)
    texts = [[_amount(each, chart.unit, page, size)] for each in amounts]
    levels, last = chart.levels, len(chart.labels)

    def draw(scale: _Scale, row: int, _: int) -> list[str]:
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
        *_legend(((mark, say(key, page.language)) for mark, key in marks), page),
        *_rows(page, labels, texts, (*levels, *reach_of([chart.whole])), draw, breaks=(last,)),
        *_filled(str(chart.axis), page.width),
    ]


def _grouped(chart: GroupedBars, page: Page) -> list[str]:
    by_row = list(zip(*(series.values for series in chart.series), strict=True))
    every = [value for values in by_row for value in values]
    size, unit = max((abs(end) for end in reach_of(every)), default=0.0), chart.axis.unit
    texts = [[_amount(v, unit, page, size, chart.signed) for v in values] for values in by_row]
    marks = [HIGH, LOW, "▒", "▓"]

    def draw(scale: _Scale, row: int, place: int) -> list[str]:
        value = by_row[row][place]
        if value is None:
            return scale.line()
        bar = scale.bar(0.0, value.mean, marks[place % len(marks)])
        return scale.whisker(value, bar)

    names = [
        (marks[place % len(marks)], str(series.label)) for place, series in enumerate(chart.series)
    ]
    return [
        *(_legend(names, page) if len(names) > 1 else []),
        *_rows(page, [*map(str, chart.labels)], texts, reach_of(every), draw, breaks=chart.breaks),
        *_filled(str(chart.axis.label), page.width),
    ]


def _tornado(chart: Bars, page: Page) -> list[str]:
    size = max(map(abs, chart.scale))
    ends = [(min(b.low[0], b.high[0]), max(b.low[1], b.high[1])) for b in chart.bars]

    def told(value: float) -> str:
        return number(value, chart.unit, page.language, sign=True, beside=size)

    texts = [
        [say("picture_from_to", page.language, low=told(low), high=told(high))]
        for low, high in ends
    ]

    def draw(scale: _Scale, row: int, _: int) -> list[str]:
        bar, cells = chart.bars[row], scale.line()
        sides = [(bar.low, LOW), (bar.high, HIGH)]
        for (start, end), mark in sorted(sides, key=lambda side: side[0][0] - side[0][1]):
            if scale.at(start) < scale.at(end):
                scale.bar(start, end, mark, cells)
        return cells

    marks = ((LOW, "picture_low"), (HIGH, "picture_high"))
    now = say("picture_now", page.language, amount=told(chart.now))
    return [
        *_legend([*((m, say(k, page.language)) for m, k in marks), ("", now)], page),
        *_rows(page, [*map(str, chart.labels)], texts, chart.scale, draw, zero=False),
        *_filled(str(chart.axis), page.width),
    ]


def _forest(chart: Forest, page: Page) -> list[str]:
    size = max(map(abs, reach_of(chart.intervals)), default=0.0)
    texts = [[_of_forest(each, chart, page, size)] for each in chart.intervals]
    drawn = chart.drawn

    def draw(scale: _Scale, row: int, _: int) -> list[str]:
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
        *_filled(str(chart.axis.label), page.width),
    ]


def _of_forest(found: Interval | None, chart: Forest, page: Page, size: float) -> str:
    """The number of a row: against a base case with its sign, else with its interval."""
    unit = chart.axis.unit
    if chart.has_base or found is None:
        return _amount(found, unit, page, size)
    return with_interval(
        found.mean, found.low, found.high, unit, page.language, sign=not chart.is_ratio
    )


# --- fields ----------------------------------------------------------------------------------


def _field(
    page: Page,
    head: str,
    below: str,
    units: tuple[str, str],
    xs: Sequence[float],
    ys: Sequence[float],
    paint: Callable[[Canvas, _Scale, _Scale], None],
    names: Sequence[str],
    *,
    by_month: bool = False,
) -> list[str]:
    """A field of characters between two axes, with the names of its marks above."""
    down = _Scale(ys, TALL)

    def told(value: float, unit: str, size: float) -> str:
        return number(value, unit, page.language, beside=size)

    size = max(abs(down.low), abs(down.high))
    top, bottom = (told(end, units[1], size) for end in (down.high, down.low))
    left = max(len(top), len(bottom), 1)
    across = _Scale(xs, page.width - left - 2, zero=not by_month)
    cells: Canvas = [[" "] * across.width for _ in range(TALL)]
    if down.low < 0 < down.high:
        cells[_row(down, 0.0)] = [SPAN] * across.width
    paint(cells, across, down)
    lines = list[str]()
    for row, line in enumerate(cells):
        name = top if row == 0 else bottom if row == TALL - 1 else ""
        if down.low < 0 < down.high and row == _row(down, 0.0) and row not in (0, TALL - 1):
            name = "0"
        lines.append(f"{name:>{left}} {ZERO}{''.join(line)}")
    wide = max(abs(across.low), abs(across.high))
    ends = (across.low, across.high)
    first, last = (f"{e:g}" if by_month else told(e, units[0], wide) for e in ends)
    if len(first) + len(last) >= across.width:
        scale = 100 if units[0] == "points" else 1
        first, last = (typed(end * scale, page.language, 3) for end in ends)
        first = first if len(first) + len(last) < across.width else ""
    room = across.width - len(first) - len(last)
    marks = _legend(((MARKS[p % len(MARKS)], name) for p, name in enumerate(names)), page)
    return [
        *marks,
        *_filled(head, page.width),
        *lines,
        f"{'':>{left + 2}}{first}{'':>{max(1, room)}}{last}",
        *_filled(below, page.width),
    ]


def _row(down: _Scale, value: float) -> int:
    """The line of a number, counted from the top."""
    return TALL - 1 - down.at(value)


def _line(
    cells: Canvas, across: _Scale, down: _Scale, xs: Sequence[float], ys: Sequence[float], mark: str
) -> None:
    """A line through points, one mark a column."""
    for (x, y), (other_x, other_y) in zip(
        zip(xs, ys, strict=True), [*zip(xs[1:], ys[1:], strict=True), (xs[-1], ys[-1])], strict=True
    ):
        first, last = across.at(x), across.at(other_x)
        for column in range(first, max(last, first + 1)):
            part = (column - first) / max(1, last - first)
            cells[_row(down, y + part * (other_y - y))][column] = mark


def _lines(chart: Lines, page: Page) -> list[str]:
    def paint(cells: Canvas, across: _Scale, down: _Scale) -> None:
        if chart.spot is not None:
            for line in cells:
                line[across.at(chart.spot.at)] = ZERO
        for place, each in enumerate(chart.lines):
            _line(cells, across, down, each.x, each.y, MARKS[place % len(MARKS)])

    ys = [0.0, 1.0] if chart.y.unit == "share" else [y for each in chart.lines for y in each.y]
    xs = [x for each in chart.lines for x in each.x]
    below = str(chart.x.label)
    if chart.spot is not None:
        below = f"{below}; {ZERO} {chart.spot.label}"
    names = [str(each.label) for each in chart.lines]
    units = "", chart.y.unit
    return _field(page, str(chart.y.label), below, units, xs, ys, paint, names)


def _fan(chart: Fan, page: Page) -> list[str]:
    def paint(cells: Canvas, across: _Scale, down: _Scale) -> None:
        for course in chart.courses:
            _band(cells, across, down, course)
        for place, course in enumerate(chart.courses):
            means = [value.mean for value in course.values]
            _line(cells, across, down, course.x, means, MARKS[place % len(MARKS)])

    values = [value for course in chart.courses for value in course.values]
    ys = reach_of(values)
    xs = [x for course in chart.courses for x in course.x]
    names = [str(course.label) for course in chart.courses]
    heads, units = (str(chart.y.label), str(chart.x.label)), (chart.x.unit, chart.y.unit)
    return _field(page, *heads, units, xs, ys, paint, names, by_month=True)


def _band(cells: Canvas, across: _Scale, down: _Scale, course: Course) -> None:
    """The intervals around a line, in all columns up to the next point."""
    lows = [value.low for value in course.values if value.low is not None]
    highs = [value.high for value in course.values if value.high is not None]
    if not len(lows) == len(highs) == len(course.x):
        return
    for place, x in enumerate(course.x):
        following = course.x[place + 1] if place + 1 < len(course.x) else x
        for column in range(across.at(x), max(across.at(following), across.at(x) + 1)):
            for row in range(_row(down, highs[place]), _row(down, lows[place]) + 1):
                cells[row][column] = LOW


def _scatter(chart: Scatter, page: Page) -> list[str]:
    def paint(cells: Canvas, across: _Scale, down: _Scale) -> None:
        for line in cells:
            line[across.at(0.0)] = ZERO
        for cloud in chart.clouds:
            for x, y in zip(cloud.points.x, cloud.points.y, strict=True):
                cells[_row(down, y)][across.at(x)] = "·"
        if chart.threshold is not None:
            for column in range(across.width):
                x = across.low + column / (across.width - 1) * (across.high - across.low)
                if down.low <= chart.threshold.at * x <= down.high:
                    cells[_row(down, chart.threshold.at * x)][column] = "╌"
        for place, cloud in enumerate(chart.clouds):
            x, y = cloud.expected
            cells[_row(down, y)][across.at(x)] = MARKS[place % len(MARKS)]

    xs = [x for cloud in chart.clouds for x in cloud.points.x]
    ys = [y for cloud in chart.clouds for y in cloud.points.y]
    names = [str(cloud.points.label) for cloud in chart.clouds]
    below = str(chart.x.label)
    if chart.threshold is not None:
        below = f"{below}; ╌ {chart.threshold.label}"
    units = chart.x.unit, chart.y.unit
    return _field(page, str(chart.y.label), below, units, xs, ys, paint, names)


# --- people ----------------------------------------------------------------------------------


def _icons(chart: Icons, page: Page) -> list[str]:
    lines = list[str]()
    for group in chart.groups:
        told = say("picture_of", page.language, count=group.count, of=group.of)
        lines += [*([""] if lines else []), *_filled(f"{told}: {group.label}", page.width)]
        people = HIGH * group.count + LOW * (group.of - group.count)
        across = next(n for n in (25, 20, 10) if 2 * n <= page.width + 1 or n == 10)
        lines += [" ".join(people[n : n + across]) for n in range(0, group.of, across)]
    return lines
