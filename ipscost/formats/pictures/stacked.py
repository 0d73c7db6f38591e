"""Bars of several series one after another: a row a year, gains to one side of 0, costs to the
other, and what they come to at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipscost.formats.pictures.look import COLOURS, HATCHES, INK, Block, Look, Sign
from ipscost.formats.pictures.rows import THICK, chart_of_rows, draw_bar, padded, rows_of_labels
from ipscost.report.charts import StackedBars

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def stacked(chart: StackedBars, look: Look) -> Block:
    """The bars of each label, with a mark where they come to."""
    size, unit = max(map(abs, chart.reach)), chart.axis.unit
    texts = [[look.amount(net, unit, size)] for net in chart.nets]
    rows = rows_of_labels(look, [str(label) for label in chart.labels], texts)

    def draw(axes: Axes) -> None:
        for row, net in enumerate(chart.nets):
            middle, height = rows.middle(row), THICK * rows.heights[row]
            for place, start, end in chart.stacked(row):
                colour, hatch = COLOURS[place % len(COLOURS)], HATCHES[place % len(HATCHES)]
                draw_bar(axes, middle, height, start, end, colour, hatch)
            axes.plot([net.mean], [middle], marker="D", ms=4, color=INK, mec="white", zorder=5)

    signs = [
        Sign("bar", str(each.label), COLOURS[place % len(COLOURS)], HATCHES[place % len(HATCHES)])
        for place, each in enumerate(chart.series)
    ]
    net = Sign("dots", str(chart.net), INK, marker="D")
    return chart_of_rows(
        look, rows, str(chart.axis.label), unit, [*signs, net], padded(*chart.reach), draw
    )
