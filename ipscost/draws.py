"""Quantities to draws: one column per quantity, each from the stream that its path names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ipscost import streams
from ipscost.distributions import Distribution, Fixed
from ipscost.scenario import Quantity, Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

KEPT_DRAWS = 20_000
KEPT_COLUMNS = 256


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
    """`n` draws of one quantity in the reported money, shape (draw,), not to be written to."""
    dist, factor, path = quantity.dist, quantity.factor, quantity.path
    drawn: Callable[..., Floats] = _kept if n <= KEPT_DRAWS else _drawn
    return drawn(path, dist, factor, n, seed)


def _drawn(path: str, dist: Distribution, factor: float, n: int, seed: int) -> Floats:
    if isinstance(dist, Fixed):
        values = np.full(n, dist.value * factor)
    else:
        values = dist.ppf(streams.uniforms(seed, path, n)) * factor
    values.flags.writeable = False
    return values


_kept = lru_cache(maxsize=KEPT_COLUMNS)(_drawn)
"""The columns drawn last, since variants of a scenario differ in few of them."""


def expected(scenario: Scenario) -> Draws:
    """One draw in which every quantity has its expected value."""
    return Draws(1, {q.path: np.array([q.mean]) for q in scenario.quantities})
