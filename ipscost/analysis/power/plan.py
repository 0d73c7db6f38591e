"""What a study of so many people sees, and what it is worth."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from ipscost.analysis.power.target import StudyTarget
from ipscost.analysis.voi import Population
from ipscost.decision.information import FEWEST_DRAWS, perfect
from ipscost.decision.sample import enbs, evsi
from ipscost.drawing.streams import uniforms
from ipscost.scenario.special import special
from ipscost.trial import assurance
from ipscost.trial.designs import BeforeAfter, BySite, Staggered, StudyDesign, TwoGroups
from ipscost.trial.power import half_width, needed, power
from ipscost.trial.tested import WELCH

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ipscost.analysis.power.rolled import StudiedRollout

    Floats = NDArray[np.float64]

TWO_ARMS: Final = "two-arms"
MATCHED: Final = "matched"
CLUSTERS: Final = "clusters"
STAGGERED: Final = "staggered"
BEFORE_AFTER: Final = "before-after"
DESIGNS: Final = (TWO_ARMS, MATCHED, CLUSTERS, STAGGERED, BEFORE_AFTER)
"""How people may be compared, as a command names it."""
GOALS: Final = (0.8, 0.9)
PARTS: Final = (1.0, 0.75, 0.5)
"""The probabilities, and the shares of the effect, for which the people needed are told."""
NOISES: Final = 8
"""So many studies are made of each draw, and as many with the opposite errors."""
SIZES: Final = tuple(
    round(factor * 10**power) for power in (1, 2, 3, 4) for factor in (1, 1.5, 2, 3, 4, 5, 6, 8)
)
"""Among these, the size is looked for at which a study is worth most less its cost."""


@dataclass(frozen=True, slots=True)
class StudyCosts:
    """What a study costs, in the money of the scenario: once, and for each person in it."""

    fixed: float = 0.0
    person: float = 0.0


@dataclass(frozen=True, slots=True)
class StudySize:
    """What a study of `n` people with the intervention, and `controls` without, sees and is worth.

    power: at the stated effect. assurance: over its uncertainty, None if it has none. half_width:
    of the interval. each: the EVSI per person whom the choice is for. worth: that of all of them.
    cost: of the study. net: worth less cost (ENBS). Each is None where it is not known.
    """

    n: int
    controls: int
    power: float
    assurance: float | None
    half_width: float
    each: float | None = None
    worth: float | None = None
    cost: float | None = None
    net: float | None = None


@dataclass(frozen=True)
class StudyPlan:
    """A study of a target.

    name: of the design, one of DESIGNS. sizes: numbers of people with the intervention, rising; may
    be empty, and then those that GOALS take, and all people of the rollout. level: of the interval,
    and of the test. population: whom the choice is for. costs: None if not said. seed: of what the
    study would find. rolled: the rollout of the scenario, whose people are those whom the choice is
    for where there is no population, and at whose costs it is made. beside: what else the same
    study sees. tests: by which simulated studies are tested, of TESTS; if
    empty by Welch's.
    """

    target: StudyTarget
    name: str
    design: StudyDesign
    asked: tuple[int, ...] = ()
    level: float = 0.95
    population: Population | None = None
    costs: StudyCosts | None = None
    seed: int = 0
    rolled: StudiedRollout | None = None
    beside: tuple[StudyTarget, ...] = ()
    tests: tuple[str, ...] = ()
    drawn: dict[int, dict[str, float]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """By size, the share of drawn studies that find the effect by each test (`checked`)."""
    _found: dict[int, StudySize] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def sizes(self) -> tuple[StudySize, ...]:
        """What is seen at each size."""
        sizes = self.asked
        if not sizes:
            found = {self.needed(goal) for goal in GOALS}
            if self.rolled is not None and self.rolled.people >= self.design.fewest:
                found.add(self.rolled.people)
            sizes = tuple(sorted(n for n in found if n is not None))
        return tuple(self.at(n) for n in sizes)

    @property
    def tried(self) -> tuple[str, ...]:
        """By which tests simulated studies are tested."""
        return self.tests or (WELCH,)

    def needed(self, goal: float, part: float = 1.0) -> int | None:
        """People with the intervention for a power of `goal` at a part of the effect, or None."""
        found = needed(self.target.compared.smaller(part), self.design, goal, self.level)
        return None if found is None else math.ceil(found - 1e-9)

    def controls(self, n: int) -> int:
        """People without the intervention beside `n` with it."""
        return math.ceil(self.design.controls * n - 1e-9)

    def at(self, n: int) -> StudySize:
        """What a study with `n` people with the intervention sees and is worth."""
        if n not in self._found:
            self._found[n] = self._at(n)
        return self._found[n]

    def _at(self, n: int) -> StudySize:
        target, design = self.target, self.design
        sure = None
        if target.is_uncertain:
            drawn = target.treated, target.control
            sure = assurance.of_draws(target.compared, *drawn, design, n, self.level)
        each = self._each(n)
        people = self.choices
        followed = n + self.controls(n)
        cost = None if self.costs is None else self.costs.fixed + self.costs.person * followed
        worth = None if each is None or people is None else each * people
        net = None
        if each is not None and people is not None and self.costs is not None:
            net = enbs(each, people, followed, self.costs.fixed, self.costs.person)
        return StudySize(
            n=n,
            controls=self.controls(n),
            power=power(target.compared, design, n, self.level),
            assurance=sure,
            half_width=half_width(target.compared, design, n, self.level),
            each=each,
            worth=worth,
            cost=cost,
            net=net,
        )

    # --- what it is worth --------------------------------------------------------------------

    @property
    def choices(self) -> float | None:
        """People whom the choice is for, discounted; None if nobody says.

        Those of the rollout count for the next one like it: a study of them is over too late for
        themselves.
        """
        if self.population is not None:
            return self.population.size
        return None if self.rolled is None else float(self.rolled.people)

    @cached_property
    def evpi(self) -> float | None:
        """What knowing everything is worth, per person; None where nothing is decided."""
        benefit = self._benefit
        return None if benefit is None else perfect(benefit).worth.value

    @cached_property
    def _benefit(self) -> Floats | None:
        """Net benefit of both arms, (2, draw); None where a study is worth nothing certain.

        Before-after says nothing of what would have happened otherwise, so no worth is told of it.
        With a rollout it is what that gains, at its own costs.
        """
        benefit = None if self.name == BEFORE_AFTER else self.target.net_benefit
        if benefit is None or benefit.shape[1] < FEWEST_DRAWS:
            return None
        if self.rolled is None:
            return benefit
        if self.rolled.gain is None:
            return None
        beside = self._seen - self.target.saving  # what an outcome is worth
        return np.vstack([np.zeros_like(beside), self.rolled.gain + beside])

    @cached_property
    def _seen(self) -> Floats:
        """The difference that the study is of, (draw,)."""
        return self.target.treated - self.target.control

    @cached_property
    def _noise(self) -> Floats:
        """The sampling errors of studies of any size, in standard errors, (study, draw)."""
        draws = self.target.treated.size
        names = [f"study.noise.{place}" for place in range(NOISES)]
        value: Floats = special().ndtri([uniforms(self.seed, name, draws) for name in names])
        return value

    def _each(self, n: int) -> float | None:
        """The EVSI per person whom the choice is for."""
        if self._benefit is None:
            return None
        compared = self.target.compared
        error = compared.errors(self.design, n)[1]
        return evsi(self._benefit, error, self._noise, self._seen).value

    @cached_property
    def best(self) -> StudySize | None:
        """The size of SIZES that is worth most less its cost; None where that is not known.

        A study follows no more people than the choice is for.
        """
        if self._benefit is None or self.choices is None or self.costs is None:
            return None
        most = self.choices
        if self.population is not None:
            most = self.population.people * self.population.years
        sizes = [n for n in SIZES if n >= self.design.fewest and n + self.controls(n) <= most]
        found = [self.at(n) for n in sizes]
        return max(found, key=lambda size: size.net or -math.inf, default=None)


def designed(
    name: str,
    *,
    controls: float | None = None,
    sites: int = 0,
    steps: int = 0,
    icc: float = 0.0,
    before: float = 0.0,
) -> StudyDesign:
    """The design of a name among DESIGNS. Raises KeyError for another."""
    made: dict[str, StudyDesign] = {
        TWO_ARMS: TwoGroups(controls or 1.0),
        MATCHED: TwoGroups(controls or 1.0),
        CLUSTERS: BySite(sites, icc),
        STAGGERED: Staggered(sites, steps, icc),
        BEFORE_AFTER: BeforeAfter(before),
    }
    return made[name]


def simple(sizes: Sequence[int]) -> tuple[int, ...]:
    """Numbers of people, rising, each once."""
    return tuple(sorted(set(sizes)))
