"""An icon array: people as signs, ten in a row, those who have reached something filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipscost.formats.pictures.look import COLOURS, QUIET, Block, Look
from ipscost.report.charts import IconGroup, Icons
from ipscost.words import say

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.path import Path

ACROSS = 10
"""People in a row."""
LEAST, MOST = 8.5, 14.0
"""The width of a person in points, at least and at most."""
BETWEEN = 16.0


def icons(chart: Icons, look: Look) -> Block:
    """Groups beside one another, as many as fit, each under its name and its number."""
    fit = max(1, int((look.inner + BETWEEN) / (ACROSS * LEAST + BETWEEN)))
    columns = min(fit, len(chart.groups))
    cell = min(MOST, ((look.inner + BETWEEN) / columns - BETWEEN) / ACROSS)
    wide = ACROSS * cell
    names = [look.wrapped(str(group.label), wide, look.size) for group in chart.groups]
    line = look.size * look.leading
    head = line * 1.3 + max(map(len, names)) * line + 4
    tall = max((group.of + ACROSS - 1) // ACROSS for group in chart.groups) * cell * 1.25
    rows = (len(chart.groups) + columns - 1) // columns
    height = rows * (head + tall) + (rows - 1) * 10

    def draw(figure: Figure, top: float) -> None:
        for place, group in enumerate(chart.groups):
            left = look.margin + (place % columns) * (wide + BETWEEN)
            start = top + (place // columns) * (head + tall + 10)
            told = say("picture_of", look.language, count=group.count, of=group.of)
            look.write(figure, told, left, start + line * 0.65, look.size + 1.5, bold=True)
            look.write_lines(figure, names[place], left, start + line * 1.3, look.size)
            _people(figure, look, group, (left, start + head, wide, tall), cell, place)

    return Block(height, draw)


def _people(
    figure: Figure,
    look: Look,
    group: IconGroup,
    box: tuple[float, float, float, float],
    cell: float,
    place: int,
) -> None:
    """The people of a group, those who have reached it first."""
    _, _, wide, tall = box
    axes = look.axes(figure, box)
    axes.set_axis_off()
    axes.set_xlim(0, wide)
    axes.set_ylim(tall, 0)
    for numbers, colour in (
        (range(group.count), COLOURS[0]),
        (range(group.count, group.of), "white"),
    ):
        axes.plot(
            [(number % ACROSS + 0.5) * cell for number in numbers],
            [(number // ACROSS + 0.5) * cell * 1.25 for number in numbers],
            linestyle="",
            marker=_person(),
            markersize=cell * 1.05,
            markerfacecolor=colour,
            markeredgecolor=COLOURS[0] if colour != "white" else QUIET,
            markeredgewidth=0.6,
            clip_on=False,
        )


def _person() -> Path:
    """The outline of a person, from -1 to 1."""
    import numpy as np
    from matplotlib.path import Path

    head = Path.unit_circle()
    circle = Path(np.asarray(head.vertices) * 0.3 + np.array([0.0, 0.68]), head.codes)
    corners = [(-0.42, -1.0), (-0.42, -0.05), (-0.42, 0.28), (-0.1, 0.3), (0.0, 0.3)]
    corners += [(0.1, 0.3), (0.42, 0.28), (0.42, -0.05), (0.42, -1.0), (-0.42, -1.0)]
    codes = [
        *(Path.MOVETO, Path.LINETO, Path.CURVE3, Path.CURVE3, Path.LINETO),
        *(Path.LINETO, Path.CURVE3, Path.CURVE3, Path.LINETO, Path.CLOSEPOLY),
    ]
    return Path.make_compound_path(circle, Path(np.array(corners), codes))
