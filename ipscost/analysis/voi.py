"""voi: what it is worth to know everything, one quantity or a group before choosing."""

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
from ipscost.scenario.nouns import Outcome

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Population:
    """Whom the decision is for: `people` a year over `years`, discounted at `rate` a year.

    is_stated: the rate was given for this, and is not that of the scenario.
    """

    people: float
    years: int
    rate: float
    is_stated: bool = True

    @property
    def size(self) -> float:
        """The number of people, each counted at the present value of the year's middle."""
        return people_years(self.people, self.years, self.rate)


class GroupError(ValueError):
    """The worth of the group at `place` cannot be told; the text says why."""

    def __init__(self, place: int, why: str) -> None:
        self.place = place
        super().__init__(why)


@dataclass(frozen=True)
class ValueOfInformation:
    """A decision with its thresholds, groups of quantities, and whom it is for.

    members: of each group the quantities in it. Values are in money per person. Raises AskedError
    where there are thresholds and no outcome, or an outcome and no threshold.
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
                "thresholds need an effect, but the decision is on cost alone; add --outcome with "
                f"one of: {', '.join(names) or 'NAME'}"
            )
        if decision.outcome and not self.question.has_threshold:
            raise AskedError(
                f"{decision.name} does not say what one more of the outcome is worth; add --wtp N"
            )

    @property
    def has_effect(self) -> bool:
        """False where cost alone counts."""
        return bool(self.question.decision.outcome)

    @cached_property
    def thresholds(self) -> tuple[float, ...]:
        """What one more of the outcome may be worth; 0 alone where cost alone counts."""
        own = self.question.own
        return self.question.given or ((own,) if own is not None and self.has_effect else (0.0,))

    @cached_property
    def wtp(self) -> float:
        """The threshold of the ranking: the only one, else the scenario's own.

        Where there is none, that with the highest EVPI: there it is least clear what to choose.
        """
        own, thresholds = self.question.own, self.thresholds
        if len(thresholds) == 1:
            return thresholds[0]
        if own is not None:
            return own
        return max(thresholds, key=lambda wtp: self.perfect(wtp).worth.value)

    # --- everything at once ------------------------------------------------------------------

    def perfect(self, wtp: float) -> Perfect:
        """What perfect information is worth at a threshold."""
        if wtp not in self._perfect:
            self._perfect[wtp] = perfect(self.question.psa.net_benefit(wtp))
        return self._perfect[wtp]

    @cached_property
    def now(self) -> Perfect:
        """The same at the threshold of the ranking."""
        return self.perfect(self.wtp)

    @cached_property
    def probability(self) -> Floats:
        """That each arm is the best, at the threshold of the ranking, (arm,)."""
        found: Floats = curves(self.question.psa, [self.wtp]).probability[:, 0]
        return found

    # --- quantities and groups ---------------------------------------------------------------

    @cached_property
    def information(self) -> Information | None:
        """What is known of the worth of quantities, or None where there are too few draws."""
        psa = self.question.psa
        if psa.draws < FEWEST_DRAWS:
            return None
        return Information(psa.net_benefit(self.wtp), psa.parameters, self._given)

    def _given(self, names: frozenset[str]) -> Floats | None:
        """The expected net benefit given each draw of quantities, (arm, draw), if it is known."""
        given = self.question.decision.given
        found = None if given is None else given(names)
        return None if found is None else found.net_benefit(self.wtp)

    @cached_property
    def beside_cost(self) -> tuple[str, ...]:
        """What was drawn that no cost depends on, where cost alone counts; in the order drawn.

        Those are the numbers of outcomes that are not drawn together with one of a cost.
        """
        run = self.question.decision.run
        if run is None or self.has_effect:
            return ()
        found = {
            path
            for path, each in uses(run.scenario).items()
            if all(isinstance(use.holder, Outcome) for use in each)
        }
        for correlation in run.scenario.correlations:
            if not found.issuperset(correlation.members):
                found.difference_update(correlation.members)
        return tuple(name for name in self.question.psa.parameters if name in found)

    @cached_property
    def ranking(self) -> tuple[tuple[str, InformationValue], ...]:
        """Every quantity with its EVPPI, the largest first; equals in the order they were drawn."""
        if self.information is None:
            return ()
        names = [name for name in self.question.psa.parameters if name not in self.beside_cost]
        found = [(name, self.information.single(name)) for name in names]
        return tuple(sorted(found, key=lambda each: -each[1].value))

    @cached_property
    def ranking_of_groups(self) -> tuple[tuple[int, InformationValue], ...]:
        """The place of every group of which something was drawn, with its EVPPI, largest first.

        Raises GroupError where there are too few draws for so large a group.
        """
        if self.information is None:
            return ()
        drawn = self.question.psa.parameters
        groups = [[name for name in names if name in drawn] for names in self.members]
        found = []
        for place, names in enumerate(groups):
            if not names:
                continue
            try:
                found.append((place, self.information.group(names, groups)))
            except ValueError as error:
                raise GroupError(place, str(error)) from None
        return tuple(sorted(found, key=lambda each: -each[1].value))

    # --- shares and people -------------------------------------------------------------------

    def share(self, worth: InformationValue) -> Interval | None:
        """A worth as a share of that of everything; None where that is nothing."""
        whole = self.now.worth.value
        return Interval(worth.value / whole) if whole > 0 else None

    def for_all(self, worth: InformationValue) -> Interval | None:
        """A worth for all the people, in money; None where their number is not known."""
        return None if self.population is None else Interval(worth.value * self.population.size)
