"""Round thresholds for curves, where no one has said at which."""

from __future__ import annotations

import math

ROWS = 10
FINER = 10


def round_step(top: float) -> float:
    """The number of 1, 2, 5, 10, ... that is nearest, as a ratio, to a tenth of `top`.

    >>> [round_step(top) for top in (528_232, 30_000, 0.8)]
    [50000.0, 2000.0, 0.1]
    """
    goal = top / ROWS
    power = math.floor(math.log10(goal))
    candidates = [float(f"{digit}e{power}") for digit in (1, 2, 5, 10)]
    return min(candidates, key=lambda step: abs(math.log(step / goal)))


def round_grid(top: float) -> tuple[float, ...]:
    """Round thresholds from 0 to about `top`, every FINER-th of them fit for a table.

    >>> grid = round_grid(528_232)
    >>> len(grid), grid[1], grid[10], grid[-1]
    (111, 5000.0, 50000.0, 550000.0)
    """
    step = round_step(top)
    steps = max(1, round(top / step)) * FINER
    return tuple(float(f"{place * step / FINER:.12g}") for place in range(steps + 1))
