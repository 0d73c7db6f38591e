"""How much of the effect, the difference between the arms, remains after the observed months."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing.draws import Draws
from ipscost.engines.levels import SMALLEST, narrow
from ipscost.scenario.model import LongTermEffect

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def lasting(effect: LongTermEffect | None, draws: Draws, bounds: Floats) -> Floats:
    """The weight w of the effect, averaged between consecutive `bounds`, (interval, draw).

    bounds: times in months, rising, (interval + 1,). The draw axis has length 1 if the weight is
    the same in all draws.

    w(t) is 1 up to month `after`. From then on it stays 1 (`persists`), is 0 (`stops`), or is
    0.5^((t - after) / h) with the half-life h in months (`decays`). The mean of the last between x
    and y months after `after` is h / ((y - x) ln 2) (0.5^(x/h) - 0.5^(y/h)), the integral of w over
    its length. See docs/method.md, The effect after month N.
    """
    lengths = np.diff(bounds)[:, None]
    if effect is None or effect.then == "persists":
        return np.ones_like(lengths)
    start, end = (np.maximum(part - effect.after, 0)[:, None] for part in (bounds[:-1], bounds[1:]))
    before = 1 - (end - start) / lengths
    if effect.then == "stops" or effect.half_life is None:
        return before
    half_life = np.maximum(narrow(draws.columns[effect.half_life.path]), SMALLEST)[None]
    left = half_life / np.log(2) * (0.5 ** (start / half_life) - 0.5 ** (end / half_life))
    return np.where(before == 1, 1.0, before + left / lengths)
