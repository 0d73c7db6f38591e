"""What is held back so that no person can be told from results: small cells, and what gives them.

A count of fewer than `least` persons (5 unless asked otherwise) is held back; a count of 0 is not.
So is what a held count could be computed from: a list or a table has its totals beside it, and a
single gap in a line is the total less the rest. Minima, maxima, percentiles and points of persons
are never shown.

Whether a gap of a table can be computed is a question of cycles: a cell can be another number only
if some other held cell of its row and of its column can make up for it, and so on, back to itself
(Gusfield D. A graph theoretic approach to statistical data security. SIAM Journal on Computing
1988;17(3)). All cells are counts, so that none can fall below 0.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]
    Node = tuple[str, int]

LEAST = 5
"""The fewest persons that a number may be of, unless asked otherwise."""


def is_shown(persons: int, least: int = LEAST) -> bool:
    """True for a number that is of enough persons: a mean, a standard error, a share."""
    return persons >= least


def held_of_list(counts: Ints, least: int = LEAST) -> Flags:
    """Which counts of a list are held back where their total is known, (count,).

    If all there is to hide is fewer than `least` persons together, the smallest other counts are
    held too, until there are two gaps or more, with at least `least` persons.
    """
    counts = np.asarray(counts)
    held = (counts > 0) & (counts < least)
    if not held.any():
        return held
    for place in np.argsort(counts, kind="stable"):
        if held.sum() > 1 and counts[held].sum() >= least:
            break
        held[place] = held[place] or counts[place] > 0
    if held.sum() < 2 or counts[held].sum() < least:
        held[:] = True  # nothing else could hide it
    return held


def held_of_table(counts: Ints, least: int = LEAST) -> Flags:
    """Which counts of a table and its totals are held back, (row + 1, column + 1).

    counts: (row, column). The last row and the last column of the answer are those of the totals,
    and the last cell that of the total of all.
    """
    whole = with_totals(counts)
    held = (whole > 0) & (whole < least)
    while (amiss := _given_away(whole, held, least)) is not None:
        more = _hidden_with(whole, held, *amiss)
        if (held | more).sum() == held.sum():
            held[:] = True
            break
        held = held | more
    return held


def with_totals(counts: Ints) -> Ints:
    """A table with its totals: a last column with those of rows, a last row of those of columns."""
    counts = np.asarray(counts)
    rows = np.concatenate([counts, counts.sum(axis=1, keepdims=True)], axis=1)
    return np.concatenate([rows, rows.sum(axis=0, keepdims=True)], axis=0)


def _given_away(whole: Ints, held: Flags, least: int) -> tuple[int, int] | None:
    """The first held cell that can be computed, or is one of too few persons in its line."""
    for row, column in np.argwhere(held):
        if not _is_free(whole, held, row, column):
            return int(row), int(column)
    for axis in (0, 1):
        lines, gaps = (whole, held) if axis == 0 else (whole.T, held.T)
        for place in range(len(lines)):
            inner = gaps[place, :-1]
            if not inner.any() or gaps[place, -1]:
                continue
            if lines[place, :-1][inner].sum() < least:
                other = int(np.flatnonzero(inner)[0])
                return (place, other) if axis == 0 else (other, place)
    return None


def _is_free(whole: Ints, held: Flags, row: int, column: int) -> bool:
    """True if a held cell may be another number, by what is shown."""
    steps = _steps(whole, held)
    up, down = _ends(whole, row, column)
    more = _leads(steps, down, up, without=(down, up))
    return more or (whole[row, column] > 0 and _leads(steps, up, down, without=(up, down)))


def _ends(whole: Ints, row: int, column: int) -> tuple[Node, Node]:
    """The lines between which one steps by raising a cell: from its row to its column.

    A total stands on the other side of its sum, so that there it is the reverse.
    """
    ends: tuple[Node, Node] = (("row", row), ("column", column))
    is_total = (row == whole.shape[0] - 1) != (column == whole.shape[1] - 1)
    return (ends[1], ends[0]) if is_total else ends


def _steps(whole: Ints, held: Flags) -> dict[Node, list[Node]]:
    """Where one comes by raising a held cell, or back by lowering one that is not 0."""
    steps: dict[Node, list[Node]] = {}
    for row, column in np.argwhere(held).tolist():
        up, down = _ends(whole, row, column)
        steps.setdefault(up, []).append(down)
        if whole[row, column] > 0:
            steps.setdefault(down, []).append(up)
    return steps


def _leads(
    steps: dict[Node, list[Node]], start: Node, end: Node, without: tuple[Node, Node]
) -> bool:
    """True if steps lead from one line to another without the step `without`."""
    seen, ahead = {start}, [start]
    while ahead:
        here = ahead.pop()
        for there in steps.get(here, ()):
            if (here, there) == without or there in seen:
                continue
            if there == end:
                return True
            seen.add(there)
            ahead.append(there)
    return False


def _hidden_with(whole: Ints, held: Flags, row: int, column: int) -> Flags:
    """The cells to be held with one: the corners of a rectangle, with the fewest persons added."""
    best, least = np.zeros_like(held), np.inf
    for other_row, other_column in product(range(whole.shape[0]), range(whole.shape[1])):
        if other_row == row or other_column == column:
            continue
        corners = np.zeros_like(held)
        corners[np.ix_([row, other_row], [column, other_column])] = True
        added = corners & ~held
        cost = whole[added].sum()
        if added.any() and (whole[added] > 0).all() and cost < least:
            best, least = corners, cost
    return best
