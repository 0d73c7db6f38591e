"""Quantities to draws: one column per quantity, each from the stream that its path names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost import streams
from ipscost.scenario import Quantity, Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Draws:
    """`columns[path]` holds a quantity in the reported money, shape (draw,); `n` draws."""

    n: int
    columns: Mapping[str, Floats]


def draw(scenario: Scenario, n: int, seed: int) -> Draws:
    """`n` draws of every quantity: its inverse CDF at the uniforms of its stream.

    The first n of more draws are the same n, and a new category leaves all others as they were.
    A fixed quantity is the same in each draw.
    """
    columns = {quantity.path: column(quantity, n, seed) for quantity in scenario.quantities}
    return Draws(n, columns)


def column(quantity: Quantity, n: int, seed: int) -> Floats:
    """`n` draws of one quantity in the reported money, shape (draw,)."""
    if quantity.is_fixed:
        values = np.full(n, quantity.mean)
    else:
        uniforms = streams.uniforms(seed, quantity.path, n)
        values = quantity.dist.ppf(uniforms) * quantity.factor
    values.flags.writeable = False
    return values


def expected(scenario: Scenario) -> Draws:
    """One draw in which every quantity has its expected value."""
    return Draws(1, {q.path: np.array([q.mean]) for q in scenario.quantities})
