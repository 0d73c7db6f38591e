"""How the points of a model count in the months."""

from __future__ import annotations

import numpy as np
import pytest

from ipscost.engines.grid import Grid
from ipscost.scenario.model import COUNTINGS


@pytest.mark.parametrize("counting", COUNTINGS)
def test_a_point_has_the_weights_of_all_its_cycles_added_in_their_order(counting: str) -> None:
    grid = Grid(0.25, counting, 2.0, 24, 8)
    expected = np.zeros((9, 24))
    for cycle, point, weight in zip(*grid.counted, strict=True):
        for month in range(24):
            expected[point, month] += grid.horizon[cycle, month] * weight
    assert grid.at_points(grid.horizon).tobytes() == expected.tobytes()
