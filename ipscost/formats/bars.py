"""Bars drawn with characters, for all formats that are text."""

from __future__ import annotations

from dataclasses import replace

from ipscost.report.charts import HIGH, LOW, NOTHING, ZERO, Bars, TornadoBar
from ipscost.report.report import Table

WIDTH = 16
"""The width of the scale of a bar chart in characters, chosen to leave room for a label and two
numbers on a page of 80."""


def with_bars(table: Table) -> Table:
    """The table with the bars of its chart drawn as texts, all on one scale."""
    chart = table.chart
    if not isinstance(chart, Bars):
        return table
    rows = []
    for row in table.rows:
        cells = (drawn(each, chart) if isinstance(each, TornadoBar) else each for each in row.cells)
        rows.append(replace(row, cells=tuple(cells)))
    return replace(table, rows=tuple(rows))


def drawn(bar: TornadoBar, chart: Bars) -> str:
    """A bar as text: from the current answer to the answer at either end, on the chart's scale.

    Where the two sides overlap, the shorter is drawn over the longer. A bar too short for
    a character gets one next to the current answer.
    """
    least, most = chart.scale

    def position(value: float) -> int:
        return round((value - least) / (most - least) * WIDTH)

    cells = [NOTHING] * WIDTH
    sides = [(bar.low, LOW), (bar.high, HIGH)]
    for (low, high), mark in sorted(sides, key=lambda side: side[0][0] - side[0][1]):
        first, last = position(low), position(high)
        cells[first:last] = mark * (last - first)
    if not "".join(cells).strip(NOTHING):
        (low, high), mark = max(sides, key=lambda side: side[0][1] - side[0][0])
        falls = chart.now - low > high - chart.now
        cells[min(max(position(chart.now) - falls, 0), WIDTH - 1)] = mark
    if least < 0 < most:
        cells[min(position(0.0), WIDTH - 1)] = ZERO
    return "".join(cells)
