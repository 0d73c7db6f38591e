"""Round thresholds for tables and curves when the user has named none."""

from __future__ import annotations

import math

ROWS = 10
"""About as many rows as a table of thresholds has: few enough to read at a glance."""
FINER = 10
"""Points of a curve per row of the table, enough for a curve to look smooth."""


def round_step(top: float) -> float:
    """The number among 1, 2, 5, 10, 20, ... (or 0.1, 0.2, ...) nearest in ratio to `top` / ROWS.

    >>> [round_step(top) for top in (528_232, 30_000, 0.8)]
    [50000.0, 2000.0, 0.1]
    """
    goal = top / ROWS
    power = math.floor(math.log10(goal))
    candidates = [float(f"{digit}e{power}") for digit in (1, 2, 5, 10)]
    return min(candidates, key=lambda step: abs(math.log(step / goal)))


def round_grid(top: float) -> tuple[float, ...]:
    """Round thresholds from 0 to about `top`, in its unit; every FINER-th is a row of a table.

    >>> grid = round_grid(528_232)
    >>> len(grid), grid[1], grid[10], grid[-1]
    (111, 5000.0, 50000.0, 550000.0)
    """
    step = round_step(top)
    steps = max(1, round(top / step)) * FINER
    return tuple(float(f"{index * step / FINER:.12g}") for index in range(steps + 1))
