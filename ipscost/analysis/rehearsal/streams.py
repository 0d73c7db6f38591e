"""The random numbers of the persons of a trial.

Each arm has persons of its own. Where a person is at a site, has an age or a time before, the
normal score that the engine draws becomes a weighted sum that is a normal score again: what
persons have keeps its distribution, and its mean is still that of the scenario.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.analysis.rehearsal.asked import AGES, BY_AGE, MEAN_AGE, SD_OF_AGE, TrialDesign
from ipscost.drawing.streams import Streams, uniforms
from ipscost.scenario.special import special

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

SPREAD, COURSE = "spread.", "course."
"""How the names begin of the normal scores by which persons differ, and of the uniform numbers of
their courses through states. What else is drawn of a person stays as it is."""
COMMON = "spread.together"
"""The score that all costs of a person share, which each of them has in its own already."""


@dataclass(frozen=True)
class TrialStreams(Streams):
    """The numbers of the persons of one arm.

    arm: its place. arms: how many there are. is_before: what the persons had before, which goes
    together with what they have as far as the design says.
    """

    design: TrialDesign = field(default_factory=lambda: TrialDesign(1))
    arm: int = 0
    arms: int = 2
    is_before: bool = False

    @cached_property
    def age_score(self) -> Floats:
        """How old each person is, as a normal score, (person,)."""
        functions: Any = special()
        found: Floats = functions.ndtri(self.of_each("age"))
        return found

    @cached_property
    def age(self) -> Floats:
        """The age of each person in whole years, (person,)."""
        return np.clip(np.round(MEAN_AGE + SD_OF_AGE * self.age_score), *AGES)

    @cached_property
    def site(self) -> Ints:
        """The site of each person, from 0, (person,); all 0 without sites.

        Persons come to the sites in turn. Where a whole site has one arm, the arms take the sites
        in turn.
        """
        persons, design = np.arange(self.persons), self.design
        if not design.sites:
            return np.zeros(self.persons, dtype=np.int64)
        if not design.by_site:
            return persons % design.sites
        own = np.arange(self.arm, design.sites, self.arms)
        found: Ints = own[persons % own.size]
        return found

    def of_each(self, name: str) -> Floats:
        """A uniform number of each person, for `name`, (person,)."""
        return self.uniforms(f"trial.{name}", 0, self.persons)

    def of_persons(
        self,
        name: str,
        draw: int,
        persons: range,
        sample: Callable[..., Floats],
    ) -> Floats:
        """What `sample` draws of a name, (person, ...), moved by site, age and what comes after."""
        functions: Any = special()
        own = Streams.of_persons(self, name, draw, persons, sample)
        if name.startswith(SPREAD):
            return self._apart(name, persons, own)
        if not name.startswith(COURSE) or not (self.design.icc or self.is_before):
            return own
        score = functions.ndtri(np.maximum(own, 2.0**-54))
        found: Floats = functions.ndtr(self._apart(name, persons, score))
        return found

    def _apart(self, name: str, persons: range, own: Floats) -> Floats:
        """Normal scores of persons, (person, ...), as weighted sums of normal scores."""
        rows = slice(persons.start, persons.stop)
        by_age = BY_AGE if name.startswith(SPREAD) and name != COMMON else 0.0
        icc = self.design.icc if self.design.sites else 0.0
        score = math.sqrt(max(1 - by_age**2 - icc, 0.0)) * own
        if by_age:
            score = score + by_age * self.age_score[rows]
        if icc:
            score = score + math.sqrt(icc) * self._of_sites(name, own.shape[1:])[self.site[rows]]
        if not self.is_before:
            return score
        together = self.design.before or 0.0
        fresh = Streams.of_persons(
            self, f"before.{name}", 0, persons, lambda g, n: g.standard_normal((n, *own.shape[1:]))
        )
        return together * score + math.sqrt(1 - together**2) * fresh

    def _of_sites(self, name: str, shape: tuple[int, ...]) -> Floats:
        """What the persons of each site have in common, (site, ...): the same in every arm."""
        functions: Any = special()
        each = math.prod(shape)
        drawn = uniforms(self.seed, f"trial.site.{name}", self.design.sites * each)
        found: Floats = functions.ndtri(drawn).reshape(self.design.sites, *shape)
        return found


def of_arm(
    design: TrialDesign, arms: tuple[str, ...], arm: int, persons: int, *, is_before: bool = False
) -> TrialStreams:
    """The streams of the persons of an arm, by its name: other arms move none of its numbers."""
    digest = hashlib.blake2b(f"trial.{arms[arm]}".encode(), digest_size=6).digest()
    return TrialStreams(
        design.seed,
        int.from_bytes(digest, "little"),
        persons=persons,
        design=design,
        arm=arm,
        arms=len(arms),
        is_before=is_before,
    )
