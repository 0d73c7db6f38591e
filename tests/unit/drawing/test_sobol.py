"""Sobol points: the published ones, randomised so that each column is uniform and balanced."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import qmc

from ipscost.drawing import sobol
from ipscost.settings import REPLICATES


def test_the_points_are_those_of_scipy() -> None:
    expected = qmc.Sobol(70, scramble=False).random_base2(9)
    found = sobol.points(70, 512) / 2.0**32
    assert found.tolist() == expected.tolist()


def test_the_limit_of_dimensions_is_that_of_the_direction_numbers() -> None:
    assert qmc.Sobol.MAXDIM == sobol.MOST_DIMENSIONS


@pytest.mark.parametrize(("start", "count"), [(0, 5), (3, 40), (8, 1), (1000, 1048), (2047, 1)])
def test_a_part_is_that_of_the_whole(start: int, count: int) -> None:
    whole = sobol.uniforms(1, "a", 3, 2048)
    part = sobol.uniforms(1, "a", 3, count, start)
    assert part.tolist() == whole[start : start + count].tolist()


def test_the_first_of_more_are_the_same() -> None:
    assert sobol.uniforms(1, "a", 3, 100).tolist() == sobol.uniforms(1, "a", 3, 9000)[:100].tolist()


def test_seed_name_and_dimension_make_the_column() -> None:
    columns = [
        sobol.uniforms(*key, 64).tolist()
        for key in [(1, "a", 0), (2, "a", 0), (1, "b", 0), (1, "a", 1)]
    ]
    assert len({tuple(column) for column in columns}) == 4
    assert columns[0] == sobol.uniforms(1, "a", 0, 64).tolist()


@pytest.mark.parametrize("dimension", [0, 1, 2, 17, 100])
def test_every_replicate_has_one_point_in_each_equal_slice(dimension: int) -> None:
    column = sobol.uniforms(5, "a", dimension, 256 * REPLICATES)
    for replicate in range(REPLICATES):
        slices = np.sort(np.floor(column[replicate::REPLICATES] * 256).astype(int))
        assert slices.tolist() == list(range(256))
    assert 0 < column.min() < column.max() < 1


def test_two_columns_are_balanced_together() -> None:
    one, two = (sobol.uniforms(5, name, place, 256 * REPLICATES) for place, name in enumerate("ab"))
    for replicate in range(REPLICATES):
        mine = slice(replicate, None, REPLICATES)
        cells = np.floor(one[mine] * 16) * 16 + np.floor(two[mine] * 16)
        assert sorted(cells.astype(int)) == list(range(256))


def test_replicates_do_not_depend_on_one_another() -> None:
    first = np.array([sobol.uniforms(seed, "a", 1, REPLICATES) for seed in range(600)])
    apart = np.corrcoef(first.T) - np.eye(REPLICATES)
    assert np.abs(apart).max() < 4 / np.sqrt(600)


def test_no_numbers_are_none() -> None:
    assert sobol.uniforms(1, "a", 0, 0).tolist() == []


def test_a_seed_gives_the_same_points_in_every_version() -> None:
    expected = [
        *(0.5800312465289608, 0.6722841203445569, 0.039034457760863006, 0.49213888111989945),
        *(0.2836501792771742, 0.8957225546473637, 0.9218849557219073, 0.3604582321131602),
        *(0.20933836267795414, 0.2878860015189275),
    ]
    assert sobol.uniforms(1, "a", 3, 10).tolist() == expected
