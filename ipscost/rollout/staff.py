"""How long people are supported, the posts that they need, and what a post costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SLACK = 1e-9
"""In posts: a need that is no further than this above a whole number of posts is that number. Far
more than the rounding of sums over months, and far less than anybody would hire for."""


def supported_after(months: Floats, leaving: Floats) -> Floats:
    """The share of those who started that is supported in month k after it, (month, draw).

    S[k] = clip(months - k, 0, 1) (1 - leaving)^k, with `months` of support and the share `leaving`
    it in each month, (draw,) each.
    """
    length = max(1, int(np.ceil(months.max())))
    width = max(months.size, leaving.size)
    left = np.empty((length, width))
    share = np.ones(width)
    for k in range(length):
        left[k] = share * np.clip(months - k, 0.0, 1.0)
        share = share * (1 - leaving)
    return left


def ahead(clients: Floats, months: Floats) -> Floats:
    """The most clients from each month to `months` later, (month, draw).

    months: (draw,), 0 or more; what lies within a month is on the straight line to the next.
    Nothing comes after the last month.
    """
    if not months.any():
        return clients
    length, most = len(clients), int(np.ceil(months.max()))
    wide = np.concatenate([clients, np.zeros((most, clients.shape[1]))])
    highest = np.broadcast_to(clients, (length, max(clients.shape[1], months.size))).copy()
    for by in range(1, most + 1):
        part = np.clip(months - (by - 1), 0.0, 1.0)
        between = wide[by - 1 : by - 1 + length] * (1 - part) + wide[by : by + length] * part
        np.maximum(highest, between, out=highest, where=part > 0)
    return highest


def posts_for(need: Floats, *, whole: bool) -> Floats:
    """The posts that are filled for a need in posts, any shape: rounded up if they are whole."""
    return np.ceil(need - SLACK) + 0.0 if whole else need


def post_year(salary: Floats, employer: Floats, above: Floats, pension: Floats) -> Floats:
    """What a post costs a year without overhead, (draw,).

    salary + employer max(salary - above, 0) + pension salary: the employer's share is of what a
    salary is above an amount a year, the pension a share of all of it.
    """
    cost: Floats = salary + employer * np.maximum(salary - above, 0.0) + pension * salary
    return cost


def new_posts(posts: Floats) -> Floats:
    """How far the posts of a month rise above their highest before, (month, draw)."""
    highest = np.maximum.accumulate(posts, axis=0)
    rises = highest.copy()
    rises[1:] -= highest[:-1]
    return rises
