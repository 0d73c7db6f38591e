"""A small picture in the terminal, drawn with characters as wide as the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ipscost.analysis.interval import reach_of
from ipscost.formats import Page
from ipscost.formats.cells import in_language
from ipscost.formats.sketch_bars import (
    SPAN,
    RowScale,
    filled,
    forest,
    grouped,
    legend,
    stacked,
    tornado,
    waterfall,
)
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
    StackedBars,
    Waterfall,
)
from ipscost.report.pictures.picture import Picture
from ipscost.texts import cleaned, writable
from ipscost.words import say, typed
from ipscost.words.numbers import count, number

TALL = 13
"""The lines of a field with two axes."""
MARKS = "●×+■▲○"
"""The marks of lines and clouds, one an arm."""
DEEPEST = "▼"
Canvas = list[list[str]]


def sketch(picture: Picture, page: Page) -> str:
    """The picture in characters, below its title and above its note."""
    told = {
        name: writable(cleaned(in_language(getattr(picture, name), page.language)), page.encoding)
        for name in ("title", "chart", "note")
    }
    lines = [*filled(told["title"], page.width), "", *_drawn(told["chart"], page)]
    if told["note"]:
        lines += ["", *filled(told["note"], page.width)]
    text: str = writable("\n".join(line.rstrip() for line in lines), page.encoding)
    return f"{text}\n"


def _drawn(chart: Any, page: Page) -> list[str]:
    drawers: dict[type, Callable[[Any, Page], list[str]]] = {
        Waterfall: waterfall,
        GroupedBars: grouped,
        StackedBars: stacked,
        Bars: tornado,
        Forest: forest,
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
        lines += [*([""] if lines else []), *filled(str(title), page.width), *_drawn(each, page)]
    return lines


# --- fields ----------------------------------------------------------------------------------


def _field(
    page: Page,
    head: str,
    below: str,
    units: tuple[str, str],
    xs: Sequence[float],
    ys: Sequence[float],
    paint: Callable[[Canvas, RowScale, RowScale], None],
    names: Sequence[str],
    *,
    by_month: bool = False,
) -> list[str]:
    """A field of characters between two axes, with the names of its marks above."""
    down = RowScale(ys, TALL)

    def told(value: float, unit: str, size: float) -> str:
        if unit == "person":
            return count(round(value), page.language)
        return number(value, unit, page.language, beside=size)

    size = max(abs(down.low), abs(down.high))
    top, bottom = (told(end, units[1], size) for end in (down.high, down.low))
    left = max(len(top), len(bottom), 1)
    across = RowScale(xs, page.width - left - 2, zero=not by_month)
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
    marks = legend(((MARKS[p % len(MARKS)], name) for p, name in enumerate(names)), page)
    return [
        *marks,
        *filled(head, page.width),
        *lines,
        f"{'':>{left + 2}}{first}{'':>{max(1, room)}}{last}",
        *filled(below, page.width),
    ]


def _row(down: RowScale, value: float) -> int:
    """The line of a number, counted from the top."""
    return TALL - 1 - down.at(value)


def _line(
    cells: Canvas,
    across: RowScale,
    down: RowScale,
    xs: Sequence[float],
    ys: Sequence[float],
    mark: str,
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
    def paint(cells: Canvas, across: RowScale, down: RowScale) -> None:
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
    units = chart.x.unit if chart.x.unit in ("share", "person") else "", chart.y.unit
    return _field(page, str(chart.y.label), below, units, xs, ys, paint, names)


def _fan(chart: Fan, page: Page) -> list[str]:
    def paint(cells: Canvas, across: RowScale, down: RowScale) -> None:
        for course in chart.courses:
            _band(cells, across, down, course)
        for place, course in enumerate(chart.courses):
            means = [value.mean for value in course.values]
            _line(cells, across, down, course.x, means, MARKS[place % len(MARKS)])
        for course in chart.courses:
            if course.deepest is not None:
                at = course.x.index(course.deepest.at)
                row, column = _row(down, course.values[at].mean), across.at(course.deepest.at)
                cells[row][column] = DEEPEST

    values = [value for course in chart.courses for value in course.values]
    ys = reach_of(values)
    xs = [x for course in chart.courses for x in course.x]
    names = [str(course.label) for course in chart.courses]
    deepest = [f"{DEEPEST} {c.deepest.label}" for c in chart.courses if c.deepest is not None]
    below = "; ".join((str(chart.x.label), *deepest))
    units = chart.x.unit, chart.y.unit
    return _field(page, str(chart.y.label), below, units, xs, ys, paint, names, by_month=True)


def _band(cells: Canvas, across: RowScale, down: RowScale, course: Course) -> None:
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
    def paint(cells: Canvas, across: RowScale, down: RowScale) -> None:
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
        lines += [*([""] if lines else []), *filled(f"{told}: {group.label}", page.width)]
        people = HIGH * group.count + LOW * (group.of - group.count)
        across = next(n for n in (25, 20, 10) if 2 * n <= page.width + 1 or n == 10)
        lines += [" ".join(people[n : n + across]) for n in range(0, group.of, across)]
    return lines
