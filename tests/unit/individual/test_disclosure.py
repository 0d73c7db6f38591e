"""What is held back cannot be computed from what is shown: by trying every other table."""

from __future__ import annotations

import numpy as np
import pytest

from ipscost.individual.disclosure import (
    held_of_list,
    held_of_table,
    with_totals,
)


@pytest.mark.parametrize(
    ("counts", "held"),
    [
        ([12, 30, 7], [0, 0, 0]),
        ([12, 3, 30], [1, 1, 0]),  # one gap would be the total less the rest
        ([2, 2, 30], [1, 1, 1]),  # 4 persons together: too few
        ([4, 4, 30], [1, 1, 0]),
        ([0, 12, 30], [0, 0, 0]),  # nobody is nobody
        ([3, 0, 0], [1, 1, 1]),
        ([3, 0, 9], [1, 0, 1]),
    ],
)
def test_a_list_hides_small_counts_and_what_gives_them_away(
    counts: list[int], held: list[int]
) -> None:
    assert held_of_list(np.array(counts)).astype(int).tolist() == held


def others(table: np.ndarray, held: np.ndarray) -> np.ndarray:
    """Every table of counts up to 11 with the same numbers where they are shown."""
    gaps = np.argwhere(held[:-1, :-1])
    values = np.indices((12,) * len(gaps)).reshape(len(gaps), -1).T
    tried = np.repeat(table[None], len(values), axis=0)
    tried[:, gaps[:, 0], gaps[:, 1]] = values
    rows = np.concatenate([tried, tried.sum(axis=2, keepdims=True)], axis=2)
    whole = np.concatenate([rows, rows.sum(axis=1, keepdims=True)], axis=1)
    same = (whole == with_totals(table)) | held
    return tried[same.all(axis=(1, 2))]


def test_no_held_cell_of_a_table_follows_from_what_is_shown() -> None:
    generator = np.random.Generator(np.random.PCG64(18))
    tried = 0
    for _ in range(40):
        table = generator.choice([0, 2, 4, 6, 9], (2, 3), p=[0.2, 0.2, 0.1, 0.2, 0.3])
        held = held_of_table(table)
        assert not ((with_totals(table) > 0) & (with_totals(table) < 5) & ~held).any()
        inner = held[:-1, :-1]
        if not inner.any() or inner.sum() > 4 or held[-1, -1]:
            continue
        possible = others(table, held)
        spread = possible.max(axis=0) - possible.min(axis=0)
        assert (spread[inner] > 0).all(), (table, held)
        tried += 1
    assert tried > 10


def test_a_gap_that_two_circles_share_a_bridge_to_is_seen() -> None:
    """Each line has two gaps, and the cell between the two squares is known all the same."""
    table = np.full((4, 4), 20)
    table[:2, :2] = table[2:, 2:] = 3
    table[1, 2] = 4
    held = held_of_table(table)
    assert held[1, 2]
    others_of_bridge = held[:2, 2:].sum() + held[2:, :2].sum()
    assert others_of_bridge > 1


def test_a_table_without_small_counts_is_shown_whole() -> None:
    assert not held_of_table(np.array([[12, 30], [0, 9]])).any()
