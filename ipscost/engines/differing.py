"""By what factor each person's costs and outcomes differ from the mean of the arm.

Three things make persons differ, and each has random numbers of its own: how much of a category a
person has (`spread`), whether a person reaches an outcome that is a share of people, and the course
through the states of a model (`courses`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.drawing.streams import Streams
from ipscost.engines.shapes import Shape, shape
from ipscost.ledger import Ledger
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.special import special
from ipscost.scenario.spread import COST, Spread, spread_above, spread_of
from ipscost.units import SHARE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

COMMON = "together"
"""The name of the normal score that all categories of a person share."""


@dataclass(frozen=True, eq=False)
class PersonFactor:
    """A factor of a category or outcome in one arm.

    place: its index on the ledger's axis. name: of the person's normal score. sign: 1 where a high
    score is a high amount; -1 for a gain, which is low for those who cost much.
    """

    arm: int
    place: int
    name: str
    shape: Shape
    sign: float


class Differing:
    """The factors of persons, for a scenario whose means in the base case are in `base`.

    In an arm a spread is the same share of the mean in every draw. A category whose level is not
    known has none: persons then differ equally in both arms, and not in the difference.
    """

    def __init__(self, scenario: Scenario, base: Ledger) -> None:
        self.arms = len(base.arms)
        self.shares: list[tuple[int, str]] = []
        self.lacking: list[str] = []
        """The paths of what nobody knows how persons differ in, and that follows no course."""
        stated = scenario.spread
        together = stated.together.mean if stated and stated.together else 0.0
        self.loading = math.sqrt(2 * math.sin(math.pi * together / 6))
        frailty = stated.frailty.mean if stated and stated.frailty else 0.0
        self.frailty = shape("gamma", frailty) if frailty else None
        self.costs = self._costs(scenario, base, frailty)
        self.outcomes = self._outcomes(scenario, base)

    def _costs(self, scenario: Scenario, base: Ledger, frailty: float) -> list[PersonFactor]:
        amount = base.present_value[:, :, 0]
        level = np.where(base.known.all(axis=0), amount, 0.0)
        own = {each.path: spread_of(scenario, each.path) for each in scenario.categories}
        found = []
        for place, category in enumerate(scenario.categories):
            spread = own[category.path] or spread_above(scenario, category.path)
            if spread is None:
                if level[:, place].any() and not (category.rules or category.rate):
                    self.lacking.append(category.path)
                continue
            members = [
                index
                for index, path in enumerate(base.categories)
                if path == spread.path
                or (own[path] is None and spread_above(scenario, path) is spread)
            ]
            for arm in range(self.arms):
                mean = float(level[arm, members].sum())
                if mean and level[arm, place]:
                    made = _shape_of(spread, mean, frailty)
                    found.append(
                        PersonFactor(arm, place, spread.path, made, math.copysign(1, mean))
                    )
        return found

    def _outcomes(self, scenario: Scenario, base: Ledger) -> list[PersonFactor]:
        amount = base.present_outcome[:, :, 0]
        found = []
        for place, outcome in enumerate(scenario.outcomes):
            if outcome.course is not None:
                continue
            is_known = bool(base.outcome_known[:, place].all())
            if outcome.unit == SHARE and not outcome.rules:
                if is_known:
                    self.shares.append((place, outcome.path))
                continue
            spread = spread_of(scenario, outcome.path)
            if spread is None:
                self.lacking += [outcome.path] if is_known and not outcome.rules else []
                continue
            for arm in range(self.arms):
                mean = float(amount[arm, place])
                if mean and is_known:
                    made, sign = _shape_of(spread, mean, 0.0), math.copysign(1, mean)
                    found.append(PersonFactor(arm, place, spread.path, made, sign))
        return found

    # --- factors of persons --------------------------------------------------------------------

    def of_costs(
        self, streams: Streams, draw: int, persons: range
    ) -> dict[tuple[int, int], Floats]:
        """The factors of a draw's persons by arm and category, (person,); others have 1.

        persons: their numbers.
        """
        scores = _Scores(streams, draw, persons)
        found: dict[tuple[int, int], Floats] = {}
        made: dict[tuple[Shape, str, float], Floats] = {}
        for each in self.costs:
            key = each.shape, each.name, each.sign
            if key not in made:
                score = scores.of(each.name)
                if self.loading:
                    rest = math.sqrt(1 - self.loading**2)
                    score = self.loading * scores.of(COMMON) + rest * score
                made[key] = each.shape.at(each.sign * score)
                if self.frailty is not None:
                    made[key] *= self.frailty.at(each.sign * scores.of(COMMON))
            found[each.arm, each.place] = made[key]
        return found

    def of_outcomes(
        self, levels: Floats, streams: Streams, draw: int, persons: range
    ) -> dict[tuple[int, int], Floats]:
        """What a draw's persons reach, by arm and outcome, (person,).

        levels: the means of the draw, (arm, outcome). A share is reached or not, by the same
        random number in every arm. Outcomes that do not differ between persons are left out.
        """
        functions: Any = special()
        scores, found = _Scores(streams, draw, persons), {}
        for each in self.outcomes:
            factor = each.shape.at(each.sign * scores.of(each.name))
            found[each.arm, each.place] = levels[each.arm, each.place] * factor
        for place, path in self.shares:
            for arm in range(self.arms):
                limit = functions.ndtri(min(max(levels[arm, place], 0.0), 1.0))
                found[arm, place] = (scores.of(path) < limit).astype(float)
        return found


class _Scores:
    """The normal scores of some persons of a draw by name, (person,), each drawn once."""

    def __init__(self, streams: Streams, draw: int, persons: range) -> None:
        self.streams, self.draw, self.persons = streams, draw, persons
        self._drawn: dict[str, Floats] = {}

    def of(self, name: str) -> Floats:
        """The scores of a name."""
        if name not in self._drawn:
            self._drawn[name] = self.streams.of_persons(
                f"spread.{name}", self.draw, self.persons, lambda own, n: own.standard_normal(n)
            )
        return self._drawn[name]


def _shape_of(spread: Spread, mean: float, frailty: float) -> Shape:
    """The shape of a spread around a mean, less what frailty explains of it.

    Independent factors multiply: 1 + cv^2 = (1 + frailty^2)(1 + own^2).
    """
    zero = 0.0 if spread.zero is None else spread.zero.mean
    cv = spread.around(mean) / abs(mean)
    if frailty and spread.path.startswith(COST):
        cv = math.sqrt(max((1 + cv**2) / (1 + frailty**2) - 1, 0.0))
    return shape(spread.dist, cv, zero)
