"""Where a function of one number is zero: every change of sign on a grid, each refined to a root.

A root is found and not read off the grid: it is bracketed, and its bracket is divided until no
number lies between its ends.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Function = Callable[["Floats"], "Floats"]
"""From values, (value,), to the function at each of them, (value,)."""

FINE = 400
COARSE = 80
"""How finely is looked where each value costs a run of its own."""
DOUBLINGS = 40
PARTS = 16
FEW_PARTS = 4
DIVISIONS = 40


def grid(now: float, scale: float, limits: tuple[float, float], fine: int = FINE) -> Floats:
    """The values at which signs are looked at, rising, (value,), all within `limits`.

    Evenly from 8 times `scale` below `now` to 8 times above, in `fine` steps, then doubling the
    distance up to 2^40 times; where a limit is finite, evenly up to it and the limit itself.
    """
    low, high = limits
    even = np.linspace(-8, 8, fine + 1) * scale
    far = scale * 2.0 ** np.arange(3, DOUBLINGS + 1)
    near = scale * 2.0 ** -np.arange(4, DOUBLINGS + 1)
    values = [now + even, now + far, now - far, now + near, now - near]
    if np.isfinite(low) and np.isfinite(high):
        values.append(np.linspace(low, high, fine + 1))
    ends = [end for end in limits if np.isfinite(end)]
    found = np.unique(np.concatenate([*values, ends, [now]]))
    inside: Floats = found[(found >= low) & (found <= high)]
    return inside


def roots(function: Function, values: Floats, level: Floats, parts: int = PARTS) -> list[float]:
    """Every zero of `function` between neighbours of `values` where it changes its sign.

    `level` is the function at `values`, (value,). A stretch of zeros counts by its first value.
    Each is refined by `parts` at once.
    """
    found: list[float] = []
    signs = np.sign(level)
    for place in range(values.size):
        if signs[place] == 0 and (place == 0 or signs[place - 1] != 0):
            found.append(float(values[place]))
        elif place and signs[place] * signs[place - 1] < 0:
            low, high = float(values[place - 1]), float(values[place])
            found.append(refined(function, low, high, parts=parts))
    return found


def snapped(function: Function, zero: float, scale: float, near: float) -> float:
    """A zero without the digits that are rounding: 12 digits of `scale`.

    As it is where the function there is further from zero than `near`.
    """
    rounded = round(zero, 12 - math.ceil(math.log10(scale))) + 0.0
    return rounded if abs(float(function(np.array([rounded]))[0])) <= near else zero


def refined(
    function: Function,
    low: float,
    high: float,
    divisions: int = DIVISIONS,
    parts: int = PARTS,
) -> float:
    """The zero between `low` and `high`, at which `function` has opposite signs.

    Each division looks at all `parts` at once; of the last two neighbours it is the one nearer to
    zero.
    """
    for _ in range(divisions):
        values = np.linspace(low, high, parts + 1)
        signs = np.sign(function(values))
        if (signs == 0).any():
            return float(values[np.argmax(signs == 0)])
        turned = signs[1:] != signs[:-1]
        if not turned.any() or np.nextafter(low, high) >= high:
            break  # no number lies between, or what changes there is rounding
        place = int(np.argmax(turned))
        low, high = float(values[place]), float(values[place + 1])
    ends = np.array([low, high])
    return float(ends[np.argmin(np.abs(function(ends)))])
