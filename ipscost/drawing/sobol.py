"""Quasi-random numbers: randomised Sobol points, spread more evenly than random numbers.

The direction numbers are those of Joe and Kuo (2008, doi 10.1137/070709359), taken from scipy. Each
column is scrambled by a random lower triangular matrix of bits and a digital shift (Matoušek 1998,
doi 10.1006/jcom.1998.0489). Each point is then uniform by itself, and together they are as evenly
spread as before (Owen 1997, doi 10.1214/aos/1031594731).
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
"""Binary digits of a point: those of scipy's direction numbers (30), and room to scramble below."""
MOST_DIMENSIONS = 21_201
"""The number of dimensions of the direction numbers of Joe and Kuo."""


def points(dimensions: int, n: int) -> Digits:
    """The first `n` points, not randomised, as whole numbers of 32 bits: (point, dimension)."""
    numbers = np.arange(n, dtype=np.uint64)
    columns = [_points(numbers, directions(dimension, n)) for dimension in range(dimensions)]
    return np.column_stack(columns)


def uniforms(seed: int, name: str, dimension: int, n: int, start: int = 0) -> Floats:
    """`n` uniforms in (0, 1) of one dimension of the Sobol points, starting at number `start`.

    (draw,). name: the stream that scrambles the column. Draw i is point i // REPLICATES of the
    randomisation i modulo REPLICATES. Each randomisation is a set of Sobol points of its own, so
    that the spread of their means gives the Monte Carlo error. A run with more draws begins with
    the same ones.
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
    """The direction numbers of a dimension that the first `n` points need, (power,).

    The table is made for 64 dimensions at a time, so that scenarios of various sizes share a few.
    """
    dimensions = min(MOST_DIMENSIONS, 64 * (dimension // 64 + 1))
    numbers: Digits = _table(dimensions, _powers(n))[dimension]
    return numbers


def _powers(n: int) -> int:
    """The most binary digits that the number of a point below `n` can have."""
    return max(1, (n - 1).bit_length())


@lru_cache(maxsize=8)
def _table(dimensions: int, powers: int) -> Digits:
    """The direction numbers of the first dimensions, (dimension, power).

    Point 2^(k+1) - 1 in scipy's order (a Gray code) is direction number k itself.
    """
    from scipy.stats import qmc

    engine = qmc.Sobol(dimensions, scramble=False)
    numbers, passed = [], 0
    for power in range(powers):
        number = 2 ** (power + 1) - 1
        engine.fast_forward(number - passed)
        numbers.append(engine.random(1)[0])
        passed = number + 1
    table: Digits = np.asarray(np.array(numbers) * 2.0**BITS, dtype=np.uint64).T
    return table


@lru_cache(maxsize=256)
def _scrambled(seed: int, name: str, dimension: int, powers: int) -> tuple[Digits, Digits]:
    """Scrambled direction numbers and shifts: (replicate, power) and (replicate,).

    A lower triangular matrix with ones on its diagonal mixes into each digit the ones before it;
    its column k has digit k set and random digits below.
    """
    random = streams.generator(seed, f"sobol.{name}").integers(
        2**BITS, size=(REPLICATES, BITS + 1), dtype=np.uint64
    )
    digit = np.uint64(1) << np.arange(BITS, dtype=np.uint64)
    matrices = digit | (random[:, :BITS] & (digit - np.uint64(1)))
    plain = directions(dimension, 2**powers)
    return np.array([_mixed(plain, matrix) for matrix in matrices]), random[:, BITS]


def _points(numbers: Digits, direction: Digits) -> Digits:
    """The points with these numbers, in the order of a Gray code, (point,)."""
    return _mixed(numbers ^ (numbers >> np.uint64(1)), direction)


def _mixed(numbers: Digits, columns: Digits) -> Digits:
    """Each number times a matrix of bits: the exclusive or of the columns of its set digits."""
    mixed = np.zeros_like(numbers)
    for power, column in enumerate(columns):
        mixed ^= ((numbers >> np.uint64(power)) & np.uint64(1)) * column
    return mixed
