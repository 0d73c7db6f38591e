"""Random numbers from a seed and a name: the path of a quantity names its stream.

The only module that makes random generators.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def generator(seed: int, name: str) -> np.random.Generator:
    """The generator of stream `name`: PCG64 keyed by 128 bits of the name's BLAKE2b digest.

    Streams of different names are independent of one another and of the order in which they are
    used, so a new category leaves all other draws unchanged.
    """
    return np.random.Generator(_bits(seed, name))


def _bits(seed: int, name: str) -> np.random.PCG64:
    digest = hashlib.blake2b(name.encode(), digest_size=16).digest()
    key = tuple(int(word) for word in np.frombuffer(digest, dtype="<u4"))
    return np.random.PCG64(np.random.SeedSequence(seed, spawn_key=key))


def uniforms(seed: int, name: str, n: int, start: int = 0) -> Floats:
    """`n` uniforms in (0, 1) of a stream, starting at number `start`: (draw,).

    A longer sequence begins with the same numbers, and a block has the numbers that it has in the
    whole: results do not depend on how draws are divided into blocks. An exact 0 (probability 2^-53
    each) becomes 2^-54, because an inverse CDF may be infinite at 0.
    """
    bits = _bits(seed, name)
    bits.advance(start)
    return np.maximum(np.random.Generator(bits).random(n), 2.0**-54)


PERSONS = 4096
"""How many persons have the random numbers of one stream: 32 kB a column, so that the few columns
in use stay in a processor's cache. It is part of what a seed means, and never changes."""


@dataclass(frozen=True, slots=True)
class Streams:
    """The random numbers of an engine that follows individuals, besides the draws of its inputs.

    first: the number of the first draw of a block.
    shared: all draws get the random numbers of the first one, so that results at several values of
        a quantity differ only by that quantity.
    persons: how many persons are followed in each draw.

    The numbers depend only on the seed, a name and the number of the draw. So blocks of draws make
    no difference, and an engine that uses one name for both arms has common random numbers.
    """

    seed: int
    first: int = 0
    shared: bool = False
    persons: int = 1_000

    def of_persons(
        self,
        name: str,
        draw: int,
        persons: range,
        sample: Callable[[np.random.Generator, int], Floats],
    ) -> Floats:
        """What `sample` draws of `name` for some persons of draw number `draw`, (person, ...).

        persons: their numbers. sample: draws for the first so many persons of a block, one after
        another. Each block of PERSONS has a stream of its own, so the same persons are met in every
        arm and scenario, with more persons, and however many are followed at a time.
        """
        number = 0 if self.shared else self.first + draw
        parts, start = list[Any](), persons.start
        while start < persons.stop:
            block, before = divmod(start, PERSONS)
            stop = min(persons.stop, (block + 1) * PERSONS)
            own = generator(self.seed, f"persons.{name}.{number}.{block}")
            parts.append(sample(own, stop - block * PERSONS)[before:])
            start = stop
        return parts[0] if len(parts) == 1 else np.concatenate(parts)

    def uniforms(self, name: str, draw: int, n: int) -> Floats:
        """`n` uniforms in (0, 1), (person,), for draw number `draw` of the block, from 0."""
        number = 0 if self.shared else self.first + draw
        return uniforms(self.seed, f"people.{name}.{number}", n)
