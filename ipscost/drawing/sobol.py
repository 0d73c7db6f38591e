"""Quasi-random numbers: points of Sobol, spread more evenly than random ones, and randomised.

Direction numbers are those of Joe and Kuo (2008, doi 10.1137/070709359), by way of scipy. Each
column is scrambled by a random lower triangular matrix of bits and a digital shift (Matoušek 1998,
doi 10.1006/jcom.1998.0489), which leaves every single point uniform and the points together as
even as they were (Owen 1997, doi 10.1214/aos/1031594731).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing import streams
from ipscost.settings import REPLICATES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Digits = NDArray[np.uint64]

BITS = 32
MOST_DIMENSIONS = 21_201
"""How many dimensions the direction numbers of Joe and Kuo have."""


def points(dimensions: int, n: int) -> Digits:
    """The first `n` points, not randomised, in 32 binary digits: (point, dimension)."""
    numbers = np.arange(n, dtype=np.uint64)
    columns = [_points(numbers, directions(place, n)) for place in range(dimensions)]
    return np.column_stack(columns)


def uniforms(seed: int, name: str, dimension: int, n: int, start: int = 0) -> Floats:
    """`n` uniforms in (0, 1) from number `start` on of a column of Sobol points, shape (draw,).

    Draw i is point i // REPLICATES of randomisation i modulo REPLICATES: each of these is a set of
    Sobol points of its own, so that their means tell how far the mean is off. The first n of more
    are the same n. `name` is the stream that scrambles the column.
    """
    draw = np.arange(start, start + n, dtype=np.uint64)
    last = (start + n - 1) // REPLICATES + 1 if n else 1
    scrambled, shift = _scrambled(seed, name, dimension, _powers(last))
    values = np.empty(n)
    for replicate in range(REPLICATES):
        mine = slice((replicate - start) % REPLICATES, None, REPLICATES)
        digits = _points(draw[mine] // np.uint64(REPLICATES), scrambled[replicate])
        values[mine] = (digits ^ shift[replicate]) + 0.5
    return values / 2.0**BITS


def directions(dimension: int, n: int) -> Digits:
    """The direction numbers of a dimension that the first `n` points need, (power,)."""
    dimensions = min(MOST_DIMENSIONS, 64 * (dimension // 64 + 1))
    found: Digits = _table(dimensions, _powers(n))[dimension]
    return found


def _powers(n: int) -> int:
    """How many binary digits the number of a point below `n` has."""
    return max(1, (n - 1).bit_length())


@lru_cache(maxsize=8)
def _table(dimensions: int, powers: int) -> Digits:
    """The direction numbers of the first dimensions, (dimension, power).

    Point 2^(k+1) - 1 in the order of scipy (a Gray code) is direction number k itself.
    """
    from scipy.stats import qmc

    engine = qmc.Sobol(dimensions, scramble=False)
    found, passed = [], 0
    for power in range(powers):
        number = 2 ** (power + 1) - 1
        engine.fast_forward(number - passed)
        found.append(engine.random(1)[0])
        passed = number + 1
    table: Digits = np.asarray(np.array(found) * 2.0**BITS, dtype=np.uint64).T
    return table


@lru_cache(maxsize=256)
def _scrambled(seed: int, name: str, dimension: int, powers: int) -> tuple[Digits, Digits]:
    """Direction numbers and shifts of each randomisation: (replicate, power) and (replicate,).

    A lower triangular matrix with ones on its diagonal mixes into each digit those before it:
    its column k has digit k set and random ones below.
    """
    random = streams.generator(seed, f"sobol.{name}").integers(
        2**BITS, size=(REPLICATES, BITS + 1), dtype=np.uint64
    )
    digit = np.uint64(1) << np.arange(BITS, dtype=np.uint64)
    matrices = digit | (random[:, :BITS] & (digit - np.uint64(1)))
    plain = directions(dimension, 2**powers)
    return np.array([_mixed(plain, matrix) for matrix in matrices]), random[:, BITS]


def _points(numbers: Digits, direction: Digits) -> Digits:
    """The points of these numbers, in the order of a Gray code, (point,)."""
    return _mixed(numbers ^ (numbers >> np.uint64(1)), direction)


def _mixed(numbers: Digits, columns: Digits) -> Digits:
    """Each number times a matrix of bits: exclusive or of the columns whose digit it has set."""
    mixed = np.zeros_like(numbers)
    for power, column in enumerate(columns):
        mixed ^= ((numbers >> np.uint64(power)) & np.uint64(1)) * column
    return mixed
