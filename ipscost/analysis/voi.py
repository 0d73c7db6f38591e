"""voi: the value of information: EVPI, and EVPPI of quantities and groups of them.

Values are per person, in the money of the decision.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ipscost.analysis.cea import CostEffectiveness
from ipscost.analysis.interval import Interval
from ipscost.analysis.uses import uses
from ipscost.decision.acceptability import curves
from ipscost.decision.information import (
    FEWEST_DRAWS,
    Information,
    InformationValue,
    Perfect,
    people_years,
    perfect,
)
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.scenario.nouns import Outcome

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Population:
    """The population that the decision affects.

    people: per year. years: for how many. rate: discount rate per year. is_stated: True if the rate
    was given for this, False if it is that of the scenario.
    """

    people: float
    years: int
    rate: float
    is_stated: bool = True

    @property
    def size(self) -> float:
        """The discounted number of people, each year's at the middle of the year."""
        return people_years(self.people, self.years, self.rate)


class GroupError(ValueError):
    """The EVPPI of the group at index `place` cannot be estimated; the message says why."""

    def __init__(self, place: int, why: str) -> None:
        self.place = place
        super().__init__(why)


@dataclass(frozen=True)
class ValueOfInformation:
    """The value-of-information analysis of a decision.

    question: the decision and its thresholds. members: the quantities in each group, by name.
    population: that the decision affects, or None. Raises AskedError if there are thresholds but no
    outcome, or an outcome but no threshold.
    """

    question: CostEffectiveness
    members: tuple[tuple[str, ...], ...] = ()
    population: Population | None = None
    _perfect: dict[float, Perfect] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        decision, given = self.question.decision, self.question.given
        if given and not decision.outcome:
            outcomes = () if decision.run is None else decision.run.scenario.outcomes
            names = [outcome.path.removeprefix("outcome.") for outcome in outcomes]
            raise AskedError(
                Message(
                    "thresholds need an effect, but the decision is on cost alone; add "
                    "--outcome with one of: {names}",
                    names=", ".join(names) or "NAME",
                )
            )
        if decision.outcome and not self.question.has_threshold:
            raise AskedError(
                Message(
                    "{name} does not say what one more of the outcome is worth; add --wtp N",
                    name=decision.name,
                )
            )

    @property
    def has_effect(self) -> bool:
        """False if cost alone counts."""
        return bool(self.question.decision.outcome)

    @cached_property
    def thresholds(self) -> tuple[float, ...]:
        """The thresholds of the analysis; 0 if cost alone counts."""
        own = self.question.own
        return self.question.given or ((own,) if own is not None and self.has_effect else (0.0,))

    @cached_property
    def wtp(self) -> float:
        """The threshold that quantities are ranked at: the only one, else the scenario's own.

        If it states none, the one with the highest EVPI, where the choice is least clear.
        """
        own, thresholds = self.question.own, self.thresholds
        if len(thresholds) == 1:
            return thresholds[0]
        if own is not None:
            return own
        return max(thresholds, key=lambda wtp: self.perfect(wtp).worth.value)

    # --- everything at once ------------------------------------------------------------------

    def perfect(self, wtp: float) -> Perfect:
        """The EVPI at a threshold: mean of the maximum less maximum of the mean net benefit."""
        if wtp not in self._perfect:
            self._perfect[wtp] = perfect(self.question.psa.net_benefit(wtp))
        return self._perfect[wtp]

    @cached_property
    def now(self) -> Perfect:
        """The EVPI at the threshold of the ranking."""
        return self.perfect(self.wtp)

    @cached_property
    def probability(self) -> Floats:
        """The probability that each arm is best at the threshold of the ranking, (arm,)."""
        at_threshold: Floats = curves(self.question.psa, [self.wtp]).probability[:, 0]
        return at_threshold

    # --- quantities and groups ---------------------------------------------------------------

    @cached_property
    def information(self) -> Information | None:
        """The EVPPI of quantities; None if there are fewer than FEWEST_DRAWS draws."""
        psa = self.question.psa
        if psa.draws < FEWEST_DRAWS:
            return None
        return Information(psa.net_benefit(self.wtp), psa.parameters, self._given)

    def _given(self, names: frozenset[str]) -> Floats | None:
        """The expected net benefit given each draw of some quantities, (arm, draw), if known."""
        given = self.question.decision.given
        expected = None if given is None else given(names)
        return None if expected is None else expected.net_benefit(self.wtp)

    @cached_property
    def beside_cost(self) -> tuple[str, ...]:
        """If cost alone counts, the uncertain quantities that no cost depends on, in file order.

        Those are the quantities of outcomes that are not correlated with one of a cost.
        """
        run = self.question.decision.run
        if run is None or self.has_effect:
            return ()
        of_outcomes = {
            path
            for path, each in uses(run.scenario).items()
            if all(isinstance(use.holder, Outcome) for use in each)
        }
        for correlation in run.scenario.correlations:
            if not of_outcomes.issuperset(correlation.members):
                of_outcomes.difference_update(correlation.members)
        return tuple(name for name in self.question.psa.parameters if name in of_outcomes)

    @cached_property
    def ranking(self) -> tuple[tuple[str, InformationValue], ...]:
        """Every quantity with its EVPPI, the largest first; ties in file order."""
        if self.information is None:
            return ()
        names = [name for name in self.question.psa.parameters if name not in self.beside_cost]
        values = [(name, self.information.single(name)) for name in names]
        return tuple(sorted(values, key=lambda each: -each[1].value))

    @cached_property
    def ranking_of_groups(self) -> tuple[tuple[int, InformationValue], ...]:
        """The index of every group with an uncertain quantity and its EVPPI, the largest first.

        Raises GroupError if there are too few draws for so large a group.
        """
        if self.information is None:
            return ()
        drawn = self.question.psa.parameters
        groups = [[name for name in names if name in drawn] for names in self.members]
        values = []
        for index, names in enumerate(groups):
            if not names:
                continue
            try:
                values.append((index, self.information.group(names, groups)))
            except ValueError as error:
                raise GroupError(index, str(error)) from None
        return tuple(sorted(values, key=lambda each: -each[1].value))

    # --- shares and people -------------------------------------------------------------------

    def share(self, worth: InformationValue) -> Interval | None:
        """A value as a share of the EVPI; None if that is 0."""
        whole = self.now.worth.value
        return Interval(worth.value / whole) if whole > 0 else None

    def for_all(self, worth: InformationValue) -> Interval | None:
        """A value for the whole population, in money; None if its size is not known."""
        return None if self.population is None else Interval(worth.value * self.population.size)
