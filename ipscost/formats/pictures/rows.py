"""Charts with a row for each label: waterfall, grouped bars, tornado, forest, and several of them.

The labels stand at the left, the bars in the middle above one axis, the amounts at the right.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ipscost.analysis.interval import Interval, reach_of
from ipscost.formats.pictures.look import (
    COLOURS,
    FAINT,
    GAIN,
    HATCHES,
    INK,
    LIGHT,
    LOSS,
    QUIET,
    WHOLE,
    Block,
    Look,
    Sign,
)
from ipscost.report.charts import Bars, Forest, GroupedBars, Panels, Waterfall
from ipscost.words import say, typed
from ipscost.words.numbers import number, with_interval

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

THICK = 0.62
"""How much of its row a bar fills."""
LABELS = {True: 0.42, False: 0.36}
"""The largest part of a sheet that labels take, on a narrow one and on a wide one."""
MOST_LINES, OF_MANY, MANY = 4, 2, 12
"""Labels have at most so many lines; of more rows than the last, no more than the second."""
MOST_RATIOS = 9
"""An axis of ratios has no more marks."""
GAP, HALF = 6.0, 18.0
"""Points between columns; and for the half of a number that stands beyond the end of an axis."""


@dataclass(frozen=True, slots=True)
class _Shared:
    """What charts below one another have in common: the scale, and the widths of the columns."""

    span: tuple[float, float]
    left: float
    right: float
    legend: bool


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a chart: lines of labels, amounts beside each bar, and heights in points."""

    labels: list[list[str]]
    amounts: list[list[str]]
    heights: list[float]
    left: float
    right: float

    @property
    def height(self) -> float:
        return sum(self.heights)

    def middle(self, row: int) -> float:
        """How far the middle of a row is below the top of the first."""
        return sum(self.heights[:row]) + self.heights[row] / 2


def rows_of_labels(look: Look, labels: Sequence[str], amounts: Sequence[Sequence[str]]) -> _Rows:
    """Rows for some labels, with as many amounts in each as it has bars."""
    room = LABELS[look.narrow] * look.width
    most = OF_MANY if len(labels) > MANY else MOST_LINES
    lines = [look.wrapped(label, room, look.size, most=most) for label in labels]
    left = max((look.wide(line, look.size) for each in lines for line in each), default=0.0)
    texts = [text for each in amounts for text in each]
    right = max((look.wide(text, look.size) for text in texts), default=0.0)
    line = look.size * look.leading
    heights = [
        max(len(label) * line, max(1, len(each)) * line * 1.05) + 3.5
        for label, each in zip(lines, amounts, strict=True)
    ]
    return _Rows(lines, [[*each] for each in amounts], heights, left, right)


def chart_of_rows(
    look: Look,
    rows: _Rows,
    axis: str,
    unit: str,
    signs: Sequence[Sign],
    ends: tuple[float, float],
    draw_bars: Callable[[Axes], None],
    breaks: Sequence[int] = (),
    strong: Sequence[int] = (),
    shared: _Shared | None = None,
) -> Block:
    """The legend, the rows and the axis of a chart; `draw_bars` draws between the columns."""
    if shared is not None:
        rows = replace(rows, left=shared.left, right=shared.right)
        ends, signs = shared.span, signs if shared.legend else ()
    legend = look.legend(signs)
    below = look.wrapped(axis, look.inner, look.small)
    ticks = look.small * look.leading + 5
    height = legend.height + rows.height + ticks + len(below) * look.small * look.leading + 2

    def draw(figure: Figure, top: float) -> None:
        legend.draw(figure, top)
        first = top + legend.height
        left = look.margin + rows.left + GAP
        right = look.width - look.margin - max(rows.right + GAP, HALF)
        axes = look.axes(figure, (left, first, right - left, rows.height))
        axes.set_ylim(rows.height, 0)
        axes.set_xlim(*ends)
        axes.set_yticks([])
        look.measured(axes, right - left, unit)
        axes.tick_params(axis="x", bottom=True)
        for index in breaks:
            at = sum(rows.heights[:index])
            axes.axhline(at, color=FAINT, linewidth=0.6)
        axes.axvline(0, color=INK, linewidth=0.7, zorder=3) if ends[0] <= 0 <= ends[1] else None
        draw_bars(axes)
        line = look.size * look.leading
        for row, (label, amounts) in enumerate(zip(rows.labels, rows.amounts, strict=True)):
            middle, bold = first + rows.middle(row), row in strong
            start = middle - len(label) * line / 2
            for place, text in enumerate(label):
                at = start + (place + 0.5) * line
                edge = look.margin + rows.left
                look.write(figure, text, edge, at, look.size, at="right", bold=bold)
            for place, text in enumerate(amounts):
                at = middle + _offset(place, len(amounts), rows.heights[row])
                edge = look.width - look.margin
                look.write(figure, text, edge, at, look.size, at="right", bold=bold)
        end = first + rows.height + ticks
        widest = max(look.wide(text, look.small) for text in below) / 2
        centre = min((left + right) / 2, look.width - look.margin - widest)
        centre = max(centre, look.margin + widest)
        for place, text in enumerate(below):
            at = end + (place + 0.5) * look.small * look.leading
            look.write(figure, text, centre, at, look.small, at="center")

    return Block(height, draw)


def _offset(place: int, count: int, height: float) -> float:
    """How far a bar of several in a row is below the middle of the row."""
    return (place - (count - 1) / 2) * (height - 3) / count


def padded(low: float, high: float) -> tuple[float, float]:
    """Ends of a scale with a little room at each, and 0 always on it."""
    low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        return 0.0, 1.0
    room = 0.04 * (high - low)
    return low - (room if low < 0 else 0), high + (room if high > 0 else 0)


def draw_bar(
    axes: Axes, middle: float, height: float, start: float, end: float, colour: str, hatch: str
) -> None:
    axes.barh(
        middle,
        end - start,
        height,
        start,
        color=colour,
        edgecolor="white" if hatch else colour,
        hatch=hatch,
        linewidth=0.0,
        zorder=2,
    )


def _whisker(axes: Axes, middle: float, amount: Interval | None) -> None:
    """The interval of an amount, if it has one."""
    if amount is not None and amount.low is not None and amount.high is not None:
        axes.plot([amount.low, amount.high], [middle, middle], color=INK, linewidth=1.0, zorder=4)


def _span(chart: Waterfall | Bars | Forest) -> tuple[float, float]:
    """The ends of the scale of a chart."""
    if isinstance(chart, Bars):
        low, high = chart.scale
        room = 0.04 * (high - low) or 1.0
        return low - room, high + room
    reach = [*chart.levels, *reach_of([chart.whole])] if isinstance(chart, Waterfall) else []
    if isinstance(chart, Forest):
        reach = [*reach_of(chart.drawn), chart.placed(chart.no_difference)]
    return padded(min(reach, default=0.0), max(reach, default=0.0))


def _rows_of(chart: Waterfall | Bars | Forest, look: Look) -> _Rows:
    """The rows of a chart: its labels, each with its amount."""
    labels = [str(label) for label in chart.labels]
    if isinstance(chart, Bars):
        size = max(map(abs, chart.scale))
        ends = [(min(b.low[0], b.high[0]), max(b.low[1], b.high[1])) for b in chart.bars]
        texts = [[] if look.narrow else [_from_to(look, pair, chart.unit, size)] for pair in ends]
        return rows_of_labels(look, labels, texts)
    if isinstance(chart, Forest) and not chart.has_base:
        texts = [[_measured(each, chart, look)] for each in chart.intervals]
        return rows_of_labels(look, labels, texts)
    if isinstance(chart, Forest):
        amounts, unit = [*chart.intervals], chart.axis.unit
    else:
        amounts = [None if each is None else Interval(each) for each in chart.amounts]
        unit = chart.unit
        if chart.total:
            amounts.append(chart.whole)
            labels.append(str(chart.total))
    size = max((abs(each) for each in reach_of(amounts)), default=0.0)
    return rows_of_labels(look, labels, [[look.amount(each, unit, size)] for each in amounts])


# --- waterfall -------------------------------------------------------------------------------


def waterfall(chart: Waterfall, look: Look, shared: _Shared | None = None) -> Block:
    """Bars that begin where the one before ended, and the sum of them from 0."""
    levels, rows = chart.levels, _rows_of(chart, look)

    def draw(axes: Axes) -> None:
        for row, (start, end) in enumerate(pairwise(levels)):
            middle, height = rows.middle(row), THICK * rows.heights[row]
            loses = end < start
            draw_bar(axes, middle, height, start, end, LOSS if loses else GAIN, HATCHES[loses])
            below = rows.middle(row + 1) if row + 1 < len(rows.labels) else middle
            axes.plot([end, end], [middle, below], color=QUIET, linewidth=0.6, zorder=1)
        if chart.total and chart.whole is not None:
            row = len(rows.labels) - 1
            middle = rows.middle(row)
            draw_bar(axes, middle, THICK * rows.heights[row], 0.0, chart.whole.mean, WHOLE, "")
            _whisker(axes, middle, chart.whole)

    signs = [
        Sign("bar", say("picture_is_saving", look.language), GAIN),
        Sign("bar", say("picture_is_cost", look.language), LOSS, HATCHES[1]),
    ]
    last = len(chart.labels)
    return chart_of_rows(
        look,
        rows,
        str(chart.axis),
        chart.unit,
        signs,
        _span(chart),
        draw,
        breaks=(last,) if chart.total else (),
        strong=(last,) if chart.total else (),
        shared=shared,
    )


# --- grouped bars ----------------------------------------------------------------------------


def grouped(chart: GroupedBars, look: Look) -> Block:
    """Bars from 0 with their intervals, one of each series in a row."""
    every = [value for series in chart.series for value in series.values]
    size = max((abs(each) for each in reach_of(every)), default=0.0)
    by_row = list(zip(*(series.values for series in chart.series), strict=True))
    unit = chart.axis.unit
    texts = [
        [look.amount(each, unit, size, sign=chart.signed) for each in values] for values in by_row
    ]
    rows = rows_of_labels(look, [str(label) for label in chart.labels], texts)
    reach = reach_of(every) or [0.0]
    count = len(chart.series)

    def draw(axes: Axes) -> None:
        for row, values in enumerate(by_row):
            height = rows.heights[row]
            for place, value in enumerate(values):
                middle = rows.middle(row) + _offset(place, count, height)
                if value is not None:
                    colour, hatch = _series_look(place)
                    thick = THICK * (height - 3) / count
                    draw_bar(axes, middle, thick, 0.0, value.mean, colour, hatch)
                _whisker(axes, middle, value)

    signs = [Sign("bar", str(s.label), *_series_look(p)) for p, s in enumerate(chart.series)]
    return chart_of_rows(
        look,
        rows,
        str(chart.axis.label),
        unit,
        signs if count > 1 else [],
        padded(min(reach), max(reach)),
        draw,
        breaks=chart.breaks,
    )


def _series_look(place: int) -> tuple[str, str]:
    return COLOURS[place % len(COLOURS)], HATCHES[place % len(HATCHES)]


# --- tornado ---------------------------------------------------------------------------------


def tornado(chart: Bars, look: Look, shared: _Shared | None = None) -> Block:
    """Bars from the answer now to the answers towards either end of a number."""
    size, rows = max(map(abs, chart.scale)), _rows_of(chart, look)

    def draw(axes: Axes) -> None:
        for row, bar in enumerate(chart.bars):
            middle, height = rows.middle(row), THICK * rows.heights[row]
            sides = [(bar.low, LIGHT, HATCHES[1]), (bar.high, GAIN, "")]
            for (start, end), colour, hatch in sorted(
                sides, key=lambda side: side[0][0] - side[0][1]
            ):
                draw_bar(axes, middle, height, start, end, colour, hatch)
        axes.axvline(chart.now, color=INK, linewidth=1.0, linestyle=(0, (3, 1.5)), zorder=4)

    now = number(chart.now, chart.unit, look.language, sign=True, beside=size)
    signs = [
        Sign("bar", say("picture_low", look.language), LIGHT, HATCHES[1]),
        Sign("bar", say("picture_high", look.language), GAIN),
        Sign("rule", say("picture_now", look.language, amount=now), INK, dash=(0, (2, 1))),
    ]
    return chart_of_rows(
        look, rows, str(chart.axis), chart.unit, signs, _span(chart), draw, shared=shared
    )


def _from_to(look: Look, ends: tuple[float, float], unit: str, size: float) -> str:
    low, high = (number(end, unit, look.language, sign=True, beside=size) for end in ends)
    return say("picture_from_to", look.language, low=low, high=high)


# --- forest ----------------------------------------------------------------------------------


def forest(chart: Forest, look: Look, shared: _Shared | None = None) -> Block:
    """Amounts as marks on lines as long as their intervals; the first is the base case, if any."""
    rows, drawn = _rows_of(chart, look), chart.drawn

    def draw(axes: Axes) -> None:
        base = drawn[0] if drawn and chart.has_base else None
        if base is not None:
            axes.axvline(base.mean, color=QUIET, linewidth=0.7, linestyle=(0, (2, 2)), zorder=1)
        for row, amount in enumerate(drawn):
            middle = rows.middle(row)
            _whisker(axes, middle, amount)
            if amount is not None:
                stands_out = row in chart.pools or (row == 0 and chart.has_base)
                marker, colour = ("D", INK) if stands_out else ("o", GAIN)
                inside = colour if chart.has_base or amount.low is not None else "white"
                axes.plot(
                    [amount.mean],
                    [middle],
                    marker=marker,
                    color=colour,
                    markerfacecolor=inside,
                    ms=4.5,
                    zorder=5,
                )
        if chart.is_ratio:
            places = _of_ratios(*axes.get_xlim())
            labels = [typed(each, look.language) for each in places]
            axes.set_xticks([chart.placed(each) for each in places], labels)

    return chart_of_rows(
        look,
        rows,
        str(chart.axis.label),
        chart.axis.unit,
        [],
        _span(chart),
        draw,
        breaks=chart.breaks,
        strong=(0,) if chart.has_base else chart.pools,
        shared=shared,
    )


def _of_ratios(low: float, high: float) -> list[float]:
    """Ratios within two logarithms that an axis is marked with: 1, and each half or double."""
    steps = range(math.ceil(low / math.log(2) - 1e-9), math.floor(high / math.log(2) + 1e-9) + 1)
    every = max(1, math.ceil(len(steps) / MOST_RATIOS))
    return [2.0**step for step in steps if step % every == 0]


def _measured(found: Interval | None, chart: Forest, look: Look) -> str:
    """A number with its interval, as it stands beside its line."""
    if found is None:
        return say("not_known", look.language)
    ends = found.low, found.high
    unit = chart.axis.unit
    return with_interval(found.mean, *ends, unit, look.language, sign=not chart.is_ratio)


# --- several ---------------------------------------------------------------------------------


def panels(chart: Panels, look: Look) -> Block:
    """Charts below one another, each under its title, all on one scale; with one legend."""
    drawers: dict[type, Any] = {Waterfall: waterfall, Bars: tornado, Forest: forest}
    spans = [_span(each) for each in chart.charts]
    rows = [_rows_of(each, look) for each in chart.charts]
    shared = _Shared(
        span=(min(low for low, _ in spans), max(high for _, high in spans)),
        left=max(each.left for each in rows),
        right=max(each.right for each in rows),
        legend=isinstance(chart.charts[0], Bars),  # which tells the answer of each arm
    )
    bodies = [
        drawers[type(each)](each, look, replace(shared, legend=shared.legend or not place))
        for place, each in enumerate(chart.charts)
    ]
    heads = [look.wrapped(str(title), look.inner, look.size, bold=True) for title in chart.titles]
    line = look.size * look.leading
    height = sum(len(h) * line + 3 + b.height for h, b in zip(heads, bodies, strict=True))
    height += 8 * (len(bodies) - 1)

    def draw(figure: Figure, top: float) -> None:
        for head, body in zip(heads, bodies, strict=True):
            look.write_lines(figure, head, look.margin, top, look.size, bold=True)
            top += len(head) * line + 3
            body.draw(figure, top)
            top += body.height + 8

    return Block(height, draw)
