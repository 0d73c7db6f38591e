"""Who is planned to start in each month, and who is recruited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipscost.rollout.sums import in_order

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def pace(months: int, ramp_up: Floats) -> Floats:
    """The share of the full pace in each month of the intake, (month, draw).

    w[k] is the mean of min(1, x / ramp_up) for x from k to k + 1: a straight line up to 1 at
    `ramp_up`, (draw,) in months; 1 throughout where that is 0. Of month k the part
    a = clip(ramp_up - k, 0, 1) lies on the line, with the mean (k + a / 2) / ramp_up.

    >>> pace(3, np.array([2.0]))[:, 0].tolist()
    [0.25, 0.75, 1.0]
    """
    month = np.arange(months)[:, None]
    on_line = np.clip(ramp_up - month, 0.0, 1.0)
    length = np.where(ramp_up > 0, ramp_up, 1.0)
    weights: Floats = on_line * (month + on_line / 2) / length + (1 - on_line)
    return weights


def planned(weights: Floats, target: Floats, pace_of: str) -> Floats:
    """The people planned to start in each month of the intake, (month, draw).

    weights: the share of the full pace, (month, draw). target: (draw,), people `in_all`, or a
    `year` or `month` at full pace. In all: target w[k] / sum(w); a year: target / 12 w[k]; a month:
    target w[k].
    """
    if pace_of == "in_all":
        shape: Floats = weights / in_order(weights)
        return shape * target
    return weights * (target / 12 if pace_of == "year" else target)


def delayed(people: Floats, delay: Floats) -> Floats:
    """The same people `delay` months later, (month, draw); those after the last month are dropped.

    delay: (draw,), 0 or more. A fraction of a month divides people between the two months around
    it, in a straight line: n + f months later, 1 - f of them come n and f come n + 1 months later.
    """
    if not delay.any():
        return people
    months = len(people)
    later = np.zeros((months, max(people.shape[1], delay.size)))
    for by in range(min(int(np.ceil(delay.max())) + 1, months)):
        share = np.clip(1 - np.abs(delay - by), 0.0, 1.0)
        if share.any():
            later[by:] += share * people[: months - by]
    return later
