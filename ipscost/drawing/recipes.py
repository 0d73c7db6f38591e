"""What the draws of an uncertain quantity are made from: its streams and its distribution."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, reduce
from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing import interpolation, sobol, streams
from ipscost.scenario.distributions import Distribution, normal_scores, normal_shares

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

KEPT_SCORES = 256
"""Columns of normal scores that are kept while the members of a correlation share them."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A source of uniforms: a name, and a dimension if they are Sobol points (else None)."""

    seed: int
    name: str
    dimension: int | None

    def uniforms(self, start: int, stop: int) -> Floats:
        """The uniforms of draws `start` to `stop` (exclusive), (draw,)."""
        if self.dimension is None:
            return streams.uniforms(self.seed, self.name, stop - start, start)
        return sobol.uniforms(self.seed, self.name, self.dimension, stop - start, start)


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that the draws of an uncertain quantity depend on; equal recipes, equal draws.

    dist: its distribution, in the stated unit; factor: from there to the reported unit.
    parts: streams with their weights in the normal score of the quantity. An uncorrelated quantity
        has a single one, with weight 1.
    """

    dist: Distribution
    factor: float
    parts: tuple[tuple[Stream, float], ...]

    def values(self, start: int, stop: int) -> Floats:
        """The draws `start` to `stop` (exclusive) in the reported unit, (draw,)."""
        if len(self.parts) == 1 and self.parts[0][1] == 1:
            uniforms = self.parts[0][0].uniforms(start, stop)
        else:
            weighted = (_scores(stream, start, stop) * weight for stream, weight in self.parts)
            uniforms = normal_shares(reduce(np.add, weighted))
        return interpolation.quantiles(self.dist, uniforms) * self.factor


@lru_cache(maxsize=KEPT_SCORES)
def _scores(stream: Stream, start: int, stop: int) -> Floats:
    """The normal scores of a stream, (draw,); recent ones are kept for the other correlated
    quantities that use them."""
    return normal_scores(stream.uniforms(start, stop))
