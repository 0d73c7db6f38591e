"""Seed and name to random numbers: a quantity's path names its stream, whatever else is drawn.

The only module that makes random generators.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


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


def uniforms(seed: int, name: str, n: int, start: int = 0) -> NDArray[np.float64]:
    """`n` uniforms in (0, 1) from number `start` on, shape (draw,).

    The first n of more are the same n, and parts are those of the whole. Exactly 0 (chance 2^-53 a
    number) becomes 2^-54, because an inverse CDF may be infinite there.
    """
    bits = _bits(seed, name)
    bits.advance(start)
    return np.maximum(np.random.Generator(bits).random(n), 2.0**-54)
