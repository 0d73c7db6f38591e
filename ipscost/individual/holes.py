"""Holes in made-up data: who is not measured, and who is followed for a part of the time only.

Each chance is a straight line in a rank, so that as many are missing on average as were asked for,
and no number of the sample enters: whoever is in the data loses the same, however many others
there are. The three mechanisms are those of Rubin 1976 (Inference and missing data,
doi 10.1093/biomet/63.3.581): completely at random, at random given what is seen, and not at random.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]


def rising(rank: Floats, share: float) -> Floats:
    """The chance of a hole, (person,), which rises evenly with the rank and is `share` on average.

    rank: from 0 (the lowest) to 1. It rises from 0 to twice the share; of more than half, from
    2 share - 1 to 1.

    >>> rising(np.array([0.0, 0.5, 1.0]), 0.25).tolist()
    [0.0, 0.25, 0.5]
    """
    return share + (2 * rank - 1) * min(share, 1 - share)


def rank_among(values: Floats, crowd: Floats) -> Floats:
    """The share of a crowd that lies below each value, equal ones counted half, (person,).

    crowd: (person,), of the same distribution; one that is the same for every sample.
    """
    ordered = np.sort(crowd)
    below = np.searchsorted(ordered, values, side="left")
    up_to = np.searchsorted(ordered, values, side="right")
    return (below + up_to) / (2 * ordered.size)


def months_followed(share: float, months: int, who: Floats, when: Floats) -> Floats:
    """Whole months that each person is followed, (person,); `months` for those not cut off.

    share: who is cut off on average, independently of all else. who, when: uniform numbers of each
    person; the months are 1 to `months` - 1, each as likely. Raises ValueError for a single month,
    in which nobody can be followed for a part.
    """
    if months < 2:
        raise ValueError("in one month nobody is followed for some of the months")
    earlier = 1 + np.floor(when * (months - 1))
    return np.where(who < share, np.minimum(earlier, months - 1), float(months))


def share_so_far(course: Floats, followed: Floats) -> Floats:
    """The share of an amount that has come by the last month that a person is followed, (person,).

    course: (month,), the amount by month, in any unit. followed: whole months. A course of 0
    counts as even.
    """
    total = float(np.cumsum(course)[-1])
    parts = course / total if total else np.full(course.size, 1 / course.size)
    by_month = np.concatenate([[0.0], np.cumsum(parts)])
    by_month[-1] = 1.0
    found: Floats = by_month[followed.astype(np.intp)]
    return found
