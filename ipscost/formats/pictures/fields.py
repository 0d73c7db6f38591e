"""Charts with two axes: lines over time in their bands, lines by threshold, and the plane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ipscost.formats.pictures.look import (
    COLOURS,
    DASHES,
    FAINT,
    INK,
    MARKERS,
    QUIET,
    Block,
    Look,
    Sign,
    spread,
)
from ipscost.report.charts import Axis, Fan, Lines, Scatter, Spot

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

HIGH = {True: 150.0, False: 200.0}
"""The height of a field in points, on a narrow sheet and on a wide one."""
MONTHS = (1, 2, 3, 6, 12, 24, 36, 60, 120, 240)
"""How far apart the months at an axis may be."""
DEEP = 0.1
"""The part of a field that the text at its lowest point takes."""
NAMES = 0.26
"""The largest part of a sheet that the names at the ends of lines take."""


def _style(place: int) -> dict[str, Any]:
    return {"color": COLOURS[place % len(COLOURS)], "linestyle": DASHES[place % len(DASHES)]}


def _field(
    look: Look,
    x: Axis,
    y: Axis,
    names: Sequence[str],
    ends: Sequence[float],
    signs: Sequence[Sign],
    limits: tuple[tuple[float, float], tuple[float, float]],
    paint: Any,
    *,
    above: str = "",
    by_month: bool = False,
) -> Block:
    """A field with its axes; `names` stand at the right, where the lines end, at `ends`.

    The name of the y axis stands above it, where it can be read without turning the head; `above`
    is the place of a text in the field, which `paint` writes.
    """
    legend = look.legend(signs)
    head = look.wrapped(str(y.label), look.inner, look.small)
    below = look.wrapped(str(x.label), look.inner, look.small)
    line = look.small * look.leading
    told = [look.wrapped(name, NAMES * look.width, look.size) for name in names]
    right = max((look.wide(t, look.size) for each in told for t in each), default=0.0)
    needed = sum(len(each) for each in told) * look.size * look.leading
    high = max(HIGH[look.narrow], needed)
    top_room = len(head) * line + 7 + (line + 1 if above else 0)
    height = legend.height + top_room + high + line + 5 + len(below) * line + 2
    (left_end, right_end), (low, top_end) = limits
    _, labels = look.ticks(low, top_end, high, y.unit, upright=True)
    left = max((look.wide(text, look.small) for text in labels), default=0.0) + 6

    def draw(figure: Figure, top: float) -> None:
        legend.draw(figure, top)
        look.write_lines(figure, head, look.margin, top + legend.height, look.small)
        first = top + legend.height + top_room
        begin = look.margin + left
        room = look.width - look.margin - begin - (right + 6 if names else 18)
        axes = look.axes(figure, (begin, first, room, high))
        axes.set_xlim(left_end, right_end)
        axes.set_ylim(low, top_end)
        if by_month:
            step = next((m for m in MONTHS if right_end / m <= room / 22), MONTHS[-1])
            months = [*range(step, int(right_end) + 1, step)]
            months = [1, *months] if step > 1 else months
            axes.set_xticks(months, [str(month) for month in months])
        else:
            look.measured(axes, room, x.unit)
        look.measured(axes, high, y.unit, across=False)
        axes.tick_params(axis="y", length=0)
        axes.grid(axis="y", color="#E6E6E6", linewidth=0.5)
        axes.set_axisbelow(True)
        if low <= 0 <= top_end:
            axes.axhline(0, color=INK, linewidth=0.7)
        if low < 0 <= top_end:
            axes.spines["bottom"].set_color(FAINT)
        paint(axes)
        _name(look, figure, told, ends, (low, top_end), (first, high), begin + room + 5)
        for place, text in enumerate(below):
            at = first + high + line + 5 + (place + 0.5) * line
            look.write(figure, text, begin + room / 2, at, look.small, at="center")

    return Block(height, draw)


def _name(
    look: Look,
    figure: Figure,
    names: Sequence[Sequence[str]],
    ends: Sequence[float],
    limits: tuple[float, float],
    box: tuple[float, float],
    left: float,
) -> None:
    """The names of lines beside their ends, moved apart where they would overlap."""
    (low, high), (top, height) = limits, box
    line = look.size * look.leading
    tallest = max((len(each) for each in names), default=1) * line
    wanted = [top + height * (high - end) / (high - low) for end in ends]
    places = spread(wanted, tallest, top + tallest / 2 - 4, top + height - tallest / 2 + 4)
    for place, (lines, middle) in enumerate(zip(names, places, strict=True)):
        start = middle - len(lines) * line / 2
        for number, text in enumerate(lines):
            at = start + (number + 0.5) * line
            look.write(figure, text, left, at, look.size, colour=INK)
        colour = COLOURS[place % len(COLOURS)]
        _tie(look, figure, left - 4, middle, colour)


def _tie(look: Look, figure: Figure, left: float, top: float, colour: str) -> None:
    """A short line in the colour of a line, before its name."""
    from matplotlib.lines import Line2D

    xs = [left / look.width, (left + 2.5) / look.width]
    ys = [1 - top / look.height] * 2
    figure.add_artist(Line2D(xs, ys, transform=figure.transFigure, color=colour, linewidth=2))


def _padded(values: Sequence[float], least: float = 0.0) -> tuple[float, float]:
    """Ends of a scale with a little room, and `least` always on it."""
    low, high = min(*values, least), max(*values, least)
    if low == high:
        return least, least + 1.0
    room = 0.05 * (high - low)
    return low - (room if low < least else 0.0), high + (room if high > least else 0.0)


def _around(values: Sequence[float]) -> tuple[float, float]:
    """Ends of a scale with a little room at both, and 0 always on it."""
    low, high = min(*values, 0.0), max(*values, 0.0)
    room = 0.05 * (high - low) or 1.0
    return low - room, high + room


# --- lines over time -------------------------------------------------------------------------


def fan(chart: Fan, look: Look) -> Block:
    """Lines over time, each in the band of its intervals, with the month of break-even."""
    values = [value for course in chart.courses for value in course.values]
    seen = [end for v in values for end in (v.mean, v.low, v.high) if end is not None]
    last = max(course.x[-1] for course in chart.courses)
    first = min(course.x[0] for course in chart.courses)

    def paint(axes: Axes) -> None:
        for place, course in enumerate(chart.courses):
            style = _style(place)
            ends = [(e.low, e.high) for e in course.values]
            lows = [low for low, _ in ends if low is not None]
            highs = [high for _, high in ends if high is not None]
            if len(lows) == len(highs) == len(course.x):
                axes.fill_between(
                    course.x, lows, highs, color=style["color"], alpha=0.18, linewidth=0
                )
            means = [each.mean for each in course.values]
            axes.plot(course.x, means, linewidth=1.5, **style)
            if course.spot is not None:
                _even(axes, course.spot, style["color"], look, place)
            if course.deepest is not None:
                depth = means[course.x.index(course.deepest.at)]
                _deepest(axes, course.deepest, depth, style["color"], look, (first, last))

    names = [str(course.label) for course in chart.courses]
    ends = [course.values[-1].mean for course in chart.courses]
    low, high = _padded(seen)
    for course in chart.courses:
        if course.deepest is not None:
            depth = course.values[course.x.index(course.deepest.at)].mean
            low = min(low, depth - DEEP * (high - low))
    limits = (first, last), (low, high)
    return _field(look, chart.x, chart.y, names, ends, [], limits, paint, by_month=True)


def _even(axes: Axes, spot: Spot, colour: str, look: Look, place: int) -> None:
    """The month of break-even, at the line of 0."""
    axes.plot([spot.at], [0], marker=MARKERS[place % len(MARKERS)], color=colour, ms=5, zorder=5)
    _write(axes, look, str(spot.label), (spot.at, 0.0), (3.0, -4.0 - 9.0 * place), va="top")


def _deepest(
    axes: Axes, spot: Spot, depth: float, colour: str, look: Look, span: tuple[float, float]
) -> None:
    """Where a line is lowest, with its text below it on the side with room."""
    axes.plot([spot.at], [depth], marker="v", color=colour, ms=6, zorder=5)
    is_late = spot.at > (span[0] + span[1]) / 2
    side, moved = ("right", -3.0) if is_late else ("left", 3.0)
    _write(axes, look, str(spot.label), (spot.at, depth), (moved, -7.0), va="top", ha=side)


def _write(
    axes: Axes,
    look: Look,
    text: str,
    place: tuple[float, float],
    moved: tuple[float, float],
    **more: Any,
) -> None:
    """A text in a field, some points away from a place in it."""
    from matplotlib.transforms import offset_copy

    at = offset_copy(axes.transData, axes.get_figure(root=True), *moved, units="points")
    axes.text(*place, text, transform=at, fontsize=look.small, color=INK, **more)


# --- lines by threshold ----------------------------------------------------------------------


def lines(chart: Lines, look: Look) -> Block:
    """Lines of probabilities, and the threshold that counts."""
    seen = [y for each in chart.lines for y in each.y]
    xs = [x for each in chart.lines for x in each.x]
    limits = (0.0, 1.0) if chart.y.unit == "share" else _padded(seen)
    spot = chart.spot

    def paint(axes: Axes) -> None:
        for place, each in enumerate(chart.lines):
            axes.plot(each.x, each.y, linewidth=1.5, clip_on=False, **_style(place))
        if spot is not None:
            axes.axvline(spot.at, color=QUIET, linewidth=0.8, linestyle=(0, (2, 2)))
            part = (spot.at - min(xs)) / ((max(xs) - min(xs)) or 1.0)
            side = "left" if part < 0.25 else "right" if part > 0.75 else "center"
            _write(axes, look, str(spot.label), (spot.at, limits[1]), (0.0, 3.0), ha=side)

    names = [str(each.label) for each in chart.lines]
    ends = [each.y[-1] - _early(each.x[-1], xs) for each in chart.lines]
    above = "" if spot is None else str(spot.label)
    span = (min(xs), max(xs))
    return _field(look, chart.x, chart.y, names, ends, [], (span, limits), paint, above=above)


def _early(end: float, xs: Sequence[float]) -> float:
    """Hardly anything, more the earlier a line ends: of those that end as high, the name of one
    that reaches the edge stands at the edge, and those of the others below it.

    >>> _early(5.0, [0.0, 5.0]), _early(0.0, [0.0, 5.0])
    (0.0, 1e-06)
    """
    return 1e-6 * (max(xs) - end) / ((max(xs) - min(xs)) or 1.0)


# --- the plane -------------------------------------------------------------------------------


def scatter(chart: Scatter, look: Look) -> Block:
    """The clouds of the arms around the reference arm, which is the origin."""
    xs = [x for cloud in chart.clouds for x in (*cloud.points.x, cloud.expected[0])]
    ys = [y for cloud in chart.clouds for y in (*cloud.points.y, cloud.expected[1])]
    limits = (_around(xs), _around(ys))
    threshold = chart.threshold

    def paint(axes: Axes) -> None:
        axes.axvline(0, color=INK, linewidth=0.7)
        for place, cloud in enumerate(chart.clouds):
            colour, marker = COLOURS[place % len(COLOURS)], MARKERS[place % len(MARKERS)]
            (dots,) = axes.plot(
                cloud.points.x,
                cloud.points.y,
                linestyle="",
                marker=marker,
                markersize=2.0,
                markeredgewidth=0,
                color=colour,
                alpha=0.6 if place else 0.8,
            )
            dots.set_gid(f"cloud-{place}")
        for place, cloud in enumerate(chart.clouds):
            colour, marker = COLOURS[place % len(COLOURS)], MARKERS[place % len(MARKERS)]
            x, y = cloud.expected
            axes.plot(
                [x], [y], marker=marker, color=colour, markeredgecolor="white", ms=7.5, zorder=6
            )
        if chart.frontier:
            axes.plot(*zip(*chart.frontier, strict=True), color=QUIET, linewidth=0.9, zorder=5)
        if threshold is not None:
            (left, right), (low, high) = limits
            axes.plot(
                [left, right],
                [threshold.at * left, threshold.at * right],
                color=INK,
                linewidth=0.9,
                linestyle=(0, (4, 2)),
                scalex=False,
                scaley=False,
            )
            axes.set_ylim(low, high)

    signs = [
        Sign(
            "dots", str(c.points.label), COLOURS[p % len(COLOURS)], marker=MARKERS[p % len(MARKERS)]
        )
        for p, c in enumerate(chart.clouds)
    ]
    if threshold is not None:
        signs.append(Sign("line", str(threshold.label), INK, dash=(0, (3, 1.5))))
    return _field(look, chart.x, chart.y, [], [], signs, limits, paint)
