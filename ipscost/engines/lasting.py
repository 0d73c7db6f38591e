"""What remains of the difference between the arms after the time that was observed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing.draws import Draws
from ipscost.engines.levels import SMALLEST, narrow
from ipscost.scenario.model import Effect

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def lasting(effect: Effect | None, draws: Draws, bounds: Floats) -> Floats:
    """The mean of w(t) between neighbours of `bounds` (in months), (stretch, draw).

    w(t) is 1 up to month `after`; from then on it stays so, is 0, or is 0.5^((t - after) /
    half-life), whose mean between x and y months after is
    h / (y - x) / ln 2 (0.5^(x/h) - 0.5^(y/h)).
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
