"""Numbers take their own values one after another, while all others stay as they are."""

from __future__ import annotations

import numpy as np

from ipscost.analysis.in_turn import in_turn


def test_each_number_takes_its_values_while_the_others_stay_as_they_are() -> None:
    now = {"cost.a": 1.0, "cost.b": 5.0}
    values = {"cost.a": np.array([0.5, 2.0]), "cost.b": np.array([4.0, 6.0, 7.0])}
    found = {path: column.tolist() for path, column in in_turn(now, values).items()}
    assert found == {"cost.a": [0.5, 2, 1, 1, 1], "cost.b": [5, 5, 4, 6, 7]}


def test_without_numbers_there_are_no_columns() -> None:
    assert in_turn({}, {}) == {}
