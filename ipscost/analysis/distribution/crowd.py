"""Persons of the base case, and the same persons in some of the draws.

How persons differ is in the first, how unsure the numbers are in the difference between draws: the
same persons stand in every draw, so that chance does not enter it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.persons import ROUNDING
from ipscost.drawing import draws as drawing
from ipscost.drawing.streams import Streams
from ipscost.engines import persons as engine
from ipscost.run import Run
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.spread import spread_above, spread_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

PERSONS = 50_000
"""How many are followed in the base case by default: a share of them is then known to 0.2 points,
one standard error, and a scenario answers in a second."""
FEWEST_PERSONS, MOST_PERSONS = 1_000, 200_000
"""Of fewer the ends of the distribution are a handful of persons; more fill the memory."""
DRAWS = 200
"""In so many draws at most persons are followed: enough for an interval of rounded numbers."""
PERSONS_IN_DRAWS = 1_000

STATED, DERIVED, COURSE, ALIKE = "stated", "derived", "course", "alike"
"""Why persons differ in a category: a spread that the file states, one that is derived from a
standard error, their course through the states, or not at all."""


@dataclass(frozen=True, eq=False)
class Crowd:
    """The persons of a run, each in every arm; `size` of them in the base case."""

    run: Run
    size: int = PERSONS

    @property
    def scenario(self) -> Scenario:
        """The scenario that was run."""
        return self.run.scenario

    def _streams(self, persons: int) -> Streams:
        return Streams(self.run.settings.seed, shared=True, persons=persons)

    @cached_property
    def costs(self) -> Floats:
        """What each costs in the base case, present values: (arm, category, person)."""
        base = drawing.base_case(self.scenario)
        blocks = engine.follow(self.scenario, base, self._streams(self.size))
        return np.concatenate([block.costs for block in blocks], axis=2)

    @property
    def few(self) -> Floats:
        """The same of those who are followed in draws too, the first of them."""
        return self.costs[:, :, :PERSONS_IN_DRAWS]

    @cached_property
    def draws(self) -> int:
        """In how many draws they are followed; 0 where nothing is drawn."""
        settings = self.run.settings
        return 0 if self.run.ledger is None else min(settings.draws, DRAWS)

    def in_draws(self) -> Iterator[Floats]:
        """What the first persons cost in some draws at a time, (arm, category, draw, person)."""
        if not self.draws:
            return
        settings = self.run.settings
        columns = drawing.draw(self.scenario, self.draws, settings.seed, settings.sampler)
        few = self._streams(self.few.shape[2])
        for _, costs in engine.follow_draws(self.scenario, replace(columns), few):
            yield costs

    @cached_property
    def differ(self) -> Flags:
        """True for the categories in which persons of an arm differ, (category,)."""
        apart = np.ptp(self.costs, axis=2)
        largest = np.abs(self.costs).max(axis=2)
        flags: Flags = (apart > ROUNDING * largest).any(axis=0)
        return flags

    @cached_property
    def why(self) -> dict[str, str]:
        """By the path of each category that costs anything, why persons differ in it."""
        found = {}
        for place, category in enumerate(self.scenario.categories):
            if not self.costs[:, place].any():
                continue
            path = category.path
            spread = spread_of(self.scenario, path) or spread_above(self.scenario, path)
            reason = COURSE if spread is None else DERIVED if spread.is_derived else STATED
            found[path] = reason if self.differ[place] else ALIKE
        return found
