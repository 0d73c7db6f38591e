"""Draws of numbers beside those of a scenario: of a rollout, which no engine reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing.recipes import Recipe, Stream
from ipscost.scenario.nouns import Quantity, Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def drawn_beside(
    scenario: Scenario, numbers: Iterable[Quantity], n: int, seed: int, sampler: str = "random"
) -> dict[str, Floats]:
    """`n` draws of `numbers` in the reported unit, by path: (draw,), or (1,) of a fixed one.

    Each has the stream that its path names, so that it is independent of the scenario's own
    numbers and moves none of their draws by a bit. With Sobol points their dimensions come after
    those of the scenario, in the order given.
    """
    first = sum(not quantity.is_fixed for quantity in scenario.quantities)
    columns: dict[str, Floats] = {}
    for number in numbers:
        if number.is_fixed:
            columns[number.path] = np.full(1, number.mean)
        elif number.path not in columns:
            dimension = first if sampler == "sobol" else None
            stream = Stream(seed, number.path, dimension)
            columns[number.path] = Recipe(number.dist, number.factor, ((stream, 1.0),)).values(0, n)
            first += 1
    return columns
