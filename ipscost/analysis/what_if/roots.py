"""The zeros of a function of one number: each change of sign on a grid, refined to a root.

A change of sign brackets a root; the bracket is divided until no floating-point number lies between
its ends.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from ipscost.rounding import NEARLY

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Function = Callable[["Floats"], "Floats"]
"""From values, (value,), to the function at each of them, (value,)."""

FINE, COARSE = 400, 80
"""Steps of the even part of the grid; COARSE if each value takes a run of the engine of its own."""
DOUBLINGS = 40
"""The grid reaches 2^40 times the scale, about 10^12: beyond anything that a file would state."""
PARTS, FEW_PARTS = 16, 4
"""Parts that a bracket is divided into at once; FEW_PARTS if each value takes a run of its own."""
DIVISIONS = 40
"""Divisions of a bracket at most: even into 4 parts they shrink it 10^24 times, and a double has 16
digits."""


def grid(now: float, scale: float, limits: tuple[float, float], fine: int = FINE) -> Floats:
    """The values at which the sign is evaluated, rising, (value,), all within `limits`.

    Evenly in `fine` steps from 8 times `scale` below `now` to 8 times above it; from there on,
    doubling the distance up to 2^DOUBLINGS times `scale`, and close to `now`, halving it. Finite
    limits are included; if both are finite, so are `fine` even steps between them.
    """
    low, high = limits
    even = np.linspace(-8, 8, fine + 1) * scale
    far = scale * 2.0 ** np.arange(3, DOUBLINGS + 1)
    near = scale * 2.0 ** -np.arange(4, DOUBLINGS + 1)
    values = [now + even, now + far, now - far, now + near, now - near]
    if np.isfinite(low) and np.isfinite(high):
        values.append(np.linspace(low, high, fine + 1))
    ends = [end for end in limits if np.isfinite(end)]
    every = np.unique(np.concatenate([*values, ends, [now]]))
    inside: Floats = every[(every >= low) & (every <= high)]
    return inside


def roots(function: Function, values: Floats, level: Floats, parts: int = PARTS) -> list[float]:
    """The zeros of `function`, rising: one for each change of sign along `values`.

    `level` is the function at `values`, both (value,). Several zeros in a row count as one, the
    first. Two roots between neighbouring values are missed. `parts` is for `refined`.
    """
    zeros: list[float] = []
    signs = np.sign(level)
    for index in range(values.size):
        if signs[index] == 0 and (index == 0 or signs[index - 1] != 0):
            zeros.append(float(values[index]))
        elif index and signs[index] * signs[index - 1] < 0:
            low, high = float(values[index - 1]), float(values[index])
            zeros.append(refined(function, low, high, parts=parts))
    return zeros


def snapped(function: Function, zero: float, scale: float, near: float) -> float:
    """A zero rounded to 12 digits of `scale`, so that it is not shown with rounding errors.

    It is 0 if it is within 9 digits of `scale` of it. Unchanged if the function at the rounded
    value is further from 0 than `near`.
    """
    rounded = round(zero, 12 - math.ceil(math.log10(scale))) + 0.0
    tried = (0.0, rounded) if abs(zero) <= NEARLY * scale else (rounded,)
    at = (each for each in tried if abs(float(function(np.array([each]))[0])) <= near)
    return next(at, zero)


def refined(
    function: Function,
    low: float,
    high: float,
    divisions: int = DIVISIONS,
    parts: int = PARTS,
) -> float:
    """The zero between `low` and `high`, where `function` has opposite signs.

    Each division evaluates the ends of all `parts` in one call and keeps the first part with a
    change of sign. Returns the end of the last bracket at which the function is closer to 0.
    """
    for _ in range(divisions):
        values = np.linspace(low, high, parts + 1)
        signs = np.sign(function(values))
        if (signs == 0).any():
            return float(values[np.argmax(signs == 0)])
        changes = signs[1:] != signs[:-1]
        if not changes.any() or np.nextafter(low, high) >= high:
            break  # no number lies between the ends, or the change of sign was rounding
        first = int(np.argmax(changes))
        low, high = float(values[first]), float(values[first + 1])
    ends = np.array([low, high])
    return float(ends[np.argmin(np.abs(function(ends)))])
