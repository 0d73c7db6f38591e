"""What one person changes by month, for all who start, each from a month of their own.

A course c[k] is what a person who starts brings in month k after the start. People who start, s[t],
bring together y[t] = sum over k of s[t - k] c[k]. Intakes are mostly even, and so are many courses:
then their steps d[t] = s[t] - s[t - 1] are mostly 0, and y is the running sum of
sum over k of d[t - k] c[k], which takes as many passes as there are steps, not months. So the cost
grows with the months of the intake plus those of the course, not with their product.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipscost.rollout.sums import running

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]


def shifted(starts: Floats, course: Floats) -> Floats:
    """What those who start bring by month of the calendar, (month, draw): as many as `starts` has.

    starts: people who start in each month, (month, draw). course: what each brings k months later,
    (month, draw). What comes after the last month is dropped.

    Which of the ways is taken hangs on what is the same in all draws alone, so that no digit of a
    draw depends on the others.
    """
    ways = [*_ways(starts, len(course)), *_ways(course, len(starts))] or [
        (len(starts), "all", starts)
    ]
    _, way, sparse = min(ways, key=lambda each: each[0])
    dense = course if sparse is starts else starts
    if way == "all" or way == "few":
        return _passes(sparse, dense, len(starts))
    summed = running(_passes(steps(sparse), dense, len(starts)))
    end = _end(starts) + _end(course)
    first = int(end.min()) + 1
    if first < len(starts):  # after the last of it there is nothing, and no rounding either
        after = np.arange(first, len(starts))[:, None] > end
        np.copyto(summed[first:], 0.0, where=after)
    return summed


def steps(values: Floats) -> Floats:
    """By how much each month is above the one before, (month + 1, draw), the last one back to 0."""
    edge = np.zeros((1, values.shape[1]))
    change: Floats = np.diff(values, axis=0, prepend=edge, append=edge)
    return change


def _ways(values: Floats, other: int) -> list[tuple[int, str, Floats]]:
    """The ways to pass over values that are the same in all draws, each with what it costs.

    (cost, way, values); a way is to pass over the months that are not 0, or over the steps.
    """
    if values.shape[1] > 1:
        return []
    few, jumps = (int(np.count_nonzero(each)) for each in (values, steps(values)))
    return [(few, "few", values), (jumps + 2, "steps", values)]


def _passes(sparse: Floats, dense: Floats, months: int) -> Floats:
    """The sum of `dense` from each month of `sparse` on, times its value there, (month, draw)."""
    total = np.zeros((months, max(sparse.shape[1], dense.shape[1])))
    for month in np.flatnonzero(sparse.any(axis=1)).tolist():
        stop = min(month + len(dense), months)
        if stop > month:
            total[month:stop] += sparse[month] * dense[: stop - month]
    return total


def _end(values: Floats) -> Places:
    """The last month that is not 0, (draw,), each draw by itself; -1 if all are."""
    used = values != 0
    last: Places = np.where(used.any(axis=0), len(values) - 1 - np.argmax(used[::-1], axis=0), -1)
    return last
