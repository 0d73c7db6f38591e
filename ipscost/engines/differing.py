"""By what factor each person's costs and outcomes differ from the mean of the arm.

Three things make persons differ, and each has random numbers of its own: how much of a category a
person has (`spread`), whether a person reaches an outcome that is a share of people, and the course
through the states of a model (`courses`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.drawing.streams import Streams
from ipscost.engines.shapes import AnyShape, counts, shape
from ipscost.engines.together import Addend, solved, variance
from ipscost.errors import AskedError
from ipscost.ledger import Ledger
from ipscost.messages import Message
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.paths import depth, is_below
from ipscost.scenario.special import special
from ipscost.scenario.spread import (
    COST,
    COUNTS,
    GAMMA,
    NORMAL,
    TOTAL,
    Spread,
    spread_of,
    spread_used,
)
from ipscost.units import SHARE, Money

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

COMMON = "together"
"""The name of the normal score that all categories of a person share."""
NEARLY = 1e-6
AGREE = 0.05
"""How far the standard deviation of a sum may be from the one that its parts make: both are printed
with few digits."""
MOST_OF_REST = 50.0
"""The largest coefficient of variation that is sought for what is left of a group."""


MOST_DERIVED = 2.5
"""The largest coefficient of variation in an arm that is derived: that of productivity, the largest
that the publications of supported employment imply (docs/method.md, Persons). A standard deviation
that is as large in an arm with a small mean would leave nearly all cost to nearly nobody."""
OF_SOME = 1.5
"""That of those who have some of a category, where a larger one is derived; others have none."""


@dataclass(frozen=True, eq=False)
class PersonFactor:
    """A factor of a category or outcome in one arm.

    place: its index on the ledger's axis. name: of the person's normal score. sign: 1 where a high
    score is a high amount; -1 for a gain, which is low for those who cost much. shape: None where
    `sd` times the score is added to the mean.
    """

    arm: int
    place: int
    name: str
    shape: AnyShape | None
    sign: float
    sd: float = 0.0


class ContradictionError(AskedError):
    """The spread of a sum cannot be made of those of its parts; the text says what to change."""


class Differing:
    """The factors of persons, for a scenario whose means in the base case are in `base`.

    In an arm a spread is the same share of the mean in every draw. A category whose level is not
    known has none: persons then differ equally in both arms, and not in the difference. uses: how
    much each arm uses, (arm,), by the path of a category whose spread is of its use.

    Raises ContradictionError where the spread of a sum cannot be made of those of its parts.
    """

    def __init__(
        self, scenario: Scenario, base: Ledger, uses: Mapping[str, Floats] | None = None
    ) -> None:
        self.arms, self.reference = len(base.arms), base.arm(base.reference)
        self.uses, self.money = uses or {}, scenario.money
        self.shares: list[tuple[int, str]] = []
        self.lacking: list[str] = []
        """The paths of what nobody knows how persons differ in, and that follows no course."""
        stated = scenario.spread
        together = stated.together.mean if stated and stated.together else 0.0
        self.link = 2 * math.sin(math.pi * together / 6)
        frailty = stated.frailty.mean if stated and stated.frailty else 0.0
        self.frailty = shape("gamma", frailty) if frailty else None
        self.costs = self._costs(scenario, base, frailty)
        self.loading = math.sqrt(self.link)
        self.outcomes = self._outcomes(scenario, base)

    def _costs(self, scenario: Scenario, base: Ledger, frailty: float) -> list[PersonFactor]:
        amount = base.present_value[:, :, 0]
        level = np.where(base.known.all(axis=0), amount, 0.0)
        governing = [spread_used(scenario, each.path) for each in scenario.categories]
        for place, (category, spread) in enumerate(
            zip(scenario.categories, governing, strict=True)
        ):
            is_of_course = bool(category.rules or category.rate)
            if spread is None and level[:, place].any() and not is_of_course:
                self.lacking.append(category.path)
        spreads = {id(each): each for each in governing if each is not None}
        inner = sorted(spreads.values(), key=lambda each: -depth(each.path))
        found: list[PersonFactor] = []
        for arm in range(self.arms):
            made: list[PersonFactor] = []
            for spread in inner:
                places = [place for place, each in enumerate(governing) if each is spread]
                mean = float(level[arm, places].sum())
                if mean:
                    own = self._shape(spread, arm, mean, frailty, self._within(made, level, spread))
                    sign = math.copysign(1, mean)
                    made += [
                        PersonFactor(arm, place, spread.path, own, sign)
                        for place in places
                        if level[arm, place]
                    ]
            found += sorted(made, key=lambda each: each.place)
        self._follow_sum(scenario, base, found, level, governing)
        return found

    def _within(self, made: Sequence[PersonFactor], level: Floats, spread: Spread) -> list[Addend]:
        """The parts of a group that have a spread of their own; the others are the rest."""
        return [
            Addend(float(level[each.arm, each.place]), each.name, each.shape, each.sign)
            for each in made
            if is_below(each.name, spread.path) and each.shape is not None
        ]

    def _shape(
        self, spread: Spread, arm: int, mean: float, frailty: float, others: list[Addend]
    ) -> AnyShape:
        """The shape of a spread in an arm, around the mean of what has no spread of its own."""
        if not others:
            return self._shape_of(spread, arm, mean, frailty)
        whole = mean + math.fsum(each.mean for each in others)
        wanted = spread.around(whole) ** 2
        zero = 0.0 if spread.zero is None else spread.zero.mean
        sign = math.copysign(1, mean)

        def summed(cv: float) -> float:
            own = Addend(mean, spread.path, shape(_plain(spread.dist), cv, zero), sign)
            return variance([*others, own], self.link, self.frailty)

        least = math.sqrt(zero / (1 - zero)) + NEARLY
        cv = solved(lambda more: summed(least + more), wanted, MOST_OF_REST)
        if cv is None and arm == self.reference:
            raise ContradictionError(_contradiction(spread, summed(least), self.money))
        if cv is None:  # in another arm, as near to it as can be
            cv = 0.0 if wanted < summed(least) else MOST_OF_REST
        return shape(_plain(spread.dist), least + cv, zero)

    def _shape_of(self, spread: Spread, arm: int, mean: float, frailty: float) -> AnyShape:
        """The shape of a spread around a mean, less what frailty explains of it.

        Independent factors multiply: 1 + cv^2 = (1 + frailty^2)(1 + own^2).
        """
        zero = 0.0 if spread.zero is None else spread.zero.mean
        if spread.price is not None and spread.path in self.uses:
            use = float(self.uses[spread.path][arm])
            amount = abs(use * spread.price.mean)
            if not amount:
                return shape("gamma", 0.0)
            cv = spread.around(amount) / amount
            if spread.dist in COUNTS:
                return counts(abs(use), cv, zero)
        else:
            cv = spread.around(mean) / abs(mean)
        if spread.is_derived and spread.dist == GAMMA:
            cv = min(cv, MOST_DERIVED)
            zero = max(1 - (1 + OF_SOME**2) / (1 + cv**2), 0.0)
        if frailty and spread.path.startswith(COST):
            cv = math.sqrt(max((1 + cv**2) / (1 + frailty**2) - 1, 0.0))
        return shape(spread.dist, cv, zero)

    def _follow_sum(
        self,
        scenario: Scenario,
        base: Ledger,
        found: Sequence[PersonFactor],
        level: Floats,
        governing: Sequence[Spread | None],
    ) -> None:
        """Lets categories go together as far as the stated spread of their sum wants it.

        That is where every category has a spread of its own, so that nothing is left to take up
        the rest. What the file states of how they go together is kept, and must agree.
        """
        stated = scenario.spread
        total = None if stated is None else stated.by_path.get(COST)
        if stated is None or total is None or any(each is total for each in governing):
            return
        arm = base.arm(base.reference)
        parts = [
            Addend(float(level[arm, each.place]), each.name, each.shape, each.sign)
            for each in found
            if each.arm == arm and each.shape is not None
        ]
        if not parts:
            return
        wanted = total.around(float(level[arm].sum())) ** 2
        if stated.together is None and stated.frailty is None:
            link = solved(lambda link: variance(parts, link), wanted, 1.0)
            if link is not None:
                self.link = link
                return
        now = variance(parts, self.link, self.frailty)
        if abs(math.sqrt(max(now, 0.0)) - math.sqrt(wanted)) > AGREE * math.sqrt(wanted):
            raise ContradictionError(_contradiction(total, now, self.money))

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
                if not is_known:
                    continue
                if spread.dist == NORMAL:
                    sd = spread.around(mean)
                    found.append(PersonFactor(arm, place, spread.path, None, 1.0, sd))
                elif mean:
                    made, sign = self._shape_of(spread, arm, mean, 0.0), math.copysign(1, mean)
                    found.append(PersonFactor(arm, place, spread.path, made, sign))
        return found

    def variance_of(self, arm: int, means: Floats) -> float:
        """The variance between persons of the sum of categories with means, (category,), in an arm.

        In closed form: what a sum over very many persons comes to.
        """
        return variance(
            [
                Addend(float(means[each.place]), each.name, each.shape, each.sign)
                for each in self.costs
                if each.arm == arm and each.shape is not None
            ],
            self.link,
            self.frailty,
        )

    # --- factors of persons --------------------------------------------------------------------

    def of_costs(
        self, streams: Streams, draw: int, persons: range
    ) -> dict[tuple[int, int], Floats]:
        """The factors of a draw's persons by arm and category, (person,); others have 1.

        persons: their numbers.
        """
        scores = _Scores(streams, draw, persons)
        found: dict[tuple[int, int], Floats] = {}
        made: dict[tuple[AnyShape | None, str, float], Floats] = {}
        for each in self.costs:
            key = each.shape, each.name, each.sign
            if key not in made:
                score = scores.of(each.name)
                if self.loading:
                    rest = math.sqrt(1 - self.loading**2)
                    score = self.loading * scores.of(COMMON) + rest * score
                assert each.shape is not None
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
            level, score = levels[each.arm, each.place], each.sign * scores.of(each.name)
            own = level + each.sd * score if each.shape is None else level * each.shape.at(score)
            found[each.arm, each.place] = own
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


def _plain(dist: str) -> str:
    """The distribution of what is left of a group, which is no count."""
    return GAMMA if dist in COUNTS else dist


def _contradiction(spread: Spread, found: float, money: Money) -> Message:
    """What the parts of a sum make of its spread."""
    name = TOTAL if spread.path == COST else spread.path.removeprefix(f"{COST}.")
    return Message(
        "the standard deviation of spread.cost.{name} cannot be made of those below it, which "
        "alone make {sd:,.0f} {money}; take spread.cost.{name} out of the file, or change those "
        "below it",
        name=name,
        sd=math.sqrt(max(found, 0.0)),
        money=money,
    )
