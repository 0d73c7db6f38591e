"""Numbers that are given other values one at a time, while all others stay as they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def in_turn(now: Mapping[str, float], values: Mapping[str, Floats]) -> dict[str, Floats]:
    """Columns in which each number takes its own values in turn, and is as it is now elsewhere.

    `now` and `values`, each (value,), are by path. Each column has a row for every value of every
    number, in the order of `values`; `Run.at` makes a ledger of them with a "draw" for each row.
    """
    sizes = [column.size for column in values.values()]
    columns = {path: np.full(sum(sizes), now[path]) for path in values}
    for path, end, size in zip(values, np.cumsum(sizes).tolist(), sizes, strict=True):
        columns[path][end - size : end] = values[path]
    return columns
