"""The people behind two shares of an outcome, and the ratio of these with its interval."""

from __future__ import annotations

from dataclasses import dataclass

from ipscost.scenario.distributions import Beta, Unseen
from ipscost.scenario.nouns import Outcome, Quantity, Scenario
from ipscost.synthesis.effects import Effect, from_counts
from ipscost.units import SHARE


@dataclass(frozen=True, slots=True)
class ArmCounts:
    """How many of how many people had the outcome, with the intervention and in the control arm.

    Events need not be whole: a share as it is printed, times the people, seldom is.
    """

    events: float
    people: float
    control_events: float
    control_people: float

    def effect(self, measure: str) -> Effect:
        """The effect, one of `synthesis.effects.MEASURES`.

        Raises ZeroCellError where nobody or everybody of an arm had the outcome.
        """
        people = (self.events, self.people, self.control_events, self.control_people)
        return from_counts(measure, *people)


def counts_of(scenario: Scenario, arm: str, outcome: Outcome) -> ArmCounts | None:
    """The people behind the shares of two arms; None where they are not stated with both."""
    if outcome.unit != SHARE:
        return None
    own, control = (_of_how_many(outcome.arms.get(name)) for name in (arm, scenario.reference))
    return None if own is None or control is None else ArmCounts(*own, *control)


def _of_how_many(number: Quantity | None) -> tuple[float, float] | None:
    """Events and people of a share that is stated with its people; None of any other number."""
    if number is None or not number.is_known or number.role != "mean":
        return None
    if isinstance(number.dist, Unseen):  # half a person was added to each group
        people = number.dist.a + number.dist.b - 1
        return number.value * people, people
    if isinstance(number.dist, Beta):
        return number.dist.a, number.dist.a + number.dist.b
    return None
