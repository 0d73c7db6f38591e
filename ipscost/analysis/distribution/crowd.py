"""Persons of the base case, and the same persons in some of the draws.

How persons differ is in the first, how unsure the numbers are in the difference between draws: the
same persons stand in every draw, so that chance does not enter it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.analysis.persons import ROUNDING
from ipscost.drawing import draws as drawing
from ipscost.drawing.groups import shares
from ipscost.drawing.streams import Streams
from ipscost.engines import persons as engine
from ipscost.run import Run
from ipscost.scenario.kinds import KINDS
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

STATED, DERIVED, COURSE, PRICE, ALIKE = "stated", "derived", "course", "price", "alike"
"""Why persons differ in a category: a spread that the file states, one that is derived from a
standard error, their course through the states; or not at all, since what the programme itself
costs is a price, or since nobody knows how they differ."""


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
    def _followed(self) -> tuple[Floats, NDArray[np.int64] | None]:
        """What each costs in the base case, and the place of the group of each."""
        base, costs, group = drawing.base_case(self.scenario), list[Any](), list[Any]()
        for block in engine.follow(self.scenario, base, self._streams(self.size)):
            costs.append(block.costs)
            group += [] if block.group is None else [block.group]
        return np.concatenate(costs, axis=2), np.concatenate(group) if group else None

    @property
    def costs(self) -> Floats:
        """What each costs in the base case, present values: (arm, category, person)."""
        return self._followed[0]

    @cached_property
    def groups(self) -> dict[str, Flags]:
        """By the name of each group with anybody in it, who belongs to it, (person,)."""
        place = self._followed[1]
        if place is None:
            return {}
        found = {each.name: place == i for i, each in enumerate(self.scenario.subgroups)}
        return {name: members for name, members in found.items() if members.any()}

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
        for _, costs in engine.follow_draws(self.scenario, columns, few):
            yield costs

    @cached_property
    def group_shares(self) -> dict[str, float]:
        """By the name of each group its share of all people in the base case."""
        found = shares(self.scenario, drawing.base_case(self.scenario))
        names = (each.name for each in self.scenario.subgroups)
        return {name: float(share[0]) for name, share in zip(names, found, strict=True)}

    @cached_property
    def differ(self) -> Flags:
        """True for the categories in which persons of an arm and of a group differ, (category,)."""
        every = [self.costs[:, :, members] for members in self.groups.values()] or [self.costs]
        flags: Flags = np.zeros(self.costs.shape[1], dtype=bool)
        for costs in every:
            largest = np.abs(costs).max(axis=2)
            flags |= (np.ptp(costs, axis=2) > ROUNDING * largest).any(axis=0)
        return flags

    @cached_property
    def unknown(self) -> Flags:
        """True for those in which nobody knows how persons differ, (category,).

        The programme itself is none of them: without a spread it has a price.
        """
        programme = [KINDS[each.kind].is_programme for each in self.scenario.categories]
        flags: Flags = ~self.differ & ~np.array(programme, dtype=bool)
        return flags

    @cached_property
    def why(self) -> dict[str, str]:
        """By the path of each category that costs anything, why persons differ in it."""
        found, groups = {}, self.scenario.subgroups
        own = [replace(self.scenario, subgroups=(), spread=each.spread) for each in groups]
        for place, category in enumerate(self.scenario.categories):
            if not self.costs[:, place].any():
                continue
            has_course = bool(category.rules or category.rate)
            reason = _reason(own or [self.scenario], category.path, has_course=has_course)
            alike = ALIKE if self.unknown[place] else PRICE
            found[category.path] = reason if self.differ[place] else alike
        return found


def _reason(scenarios: Sequence[Scenario], path: str, *, has_course: bool) -> str:
    """Why persons differ in a category, in any of the scenarios of the groups.

    Without a spread of its own, or of a group around it, it has a course, or that of the total.
    """
    spreads = [spread_of(each, path) or spread_above(each, path) for each in scenarios]
    known = [spread for spread in spreads if spread is not None]
    if not known:
        return COURSE if has_course else STATED
    return DERIVED if any(spread.is_derived for spread in known) else STATED
