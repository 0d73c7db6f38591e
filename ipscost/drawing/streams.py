"""Seed and name to random numbers: a quantity's path names its stream, whatever else is drawn.

The only module that makes random generators.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def generator(seed: int, name: str) -> np.random.Generator:
    """The generator of stream `name`: PCG64 keyed by 128 bits of the name's BLAKE2b digest.

    Streams of different names do not depend on one another or on the order in which they are
    asked for, so a new category leaves every other draw as it was.
    """
    return np.random.Generator(_bits(seed, name))


def _bits(seed: int, name: str) -> np.random.PCG64:
    digest = hashlib.blake2b(name.encode(), digest_size=16).digest()
    key = tuple(int(word) for word in np.frombuffer(digest, dtype="<u4"))
    return np.random.PCG64(np.random.SeedSequence(seed, spawn_key=key))


def uniforms(seed: int, name: str, n: int, start: int = 0) -> Floats:
    """`n` uniforms in (0, 1) from number `start` on, shape (draw,).

    The first n of more are the same n, and parts are those of the whole. Exactly 0 (chance 2^-53 a
    number) becomes 2^-54, because an inverse CDF may be infinite there.
    """
    bits = _bits(seed, name)
    bits.advance(start)
    return np.maximum(np.random.Generator(bits).random(n), 2.0**-54)


@dataclass(frozen=True, slots=True)
class Streams:
    """The random numbers of an engine that follows individuals, beside the draws of its inputs.

    They depend on the seed, a name and the number of the draw alone. So an engine that gives both
    arms the same name has common random numbers, and blocks of draws make no difference: `first`
    is the number of the first draw of a block. With `shared` all draws have those of the first, so
    that what is asked at several values of a number differs by that number alone.
    """

    seed: int
    first: int = 0
    shared: bool = False

    def uniforms(self, name: str, draw: int, n: int) -> Floats:
        """`n` uniforms in (0, 1), (person,), for draw number `draw` of the block."""
        number = 0 if self.shared else self.first + draw
        return uniforms(self.seed, f"people.{name}.{number}", n)
