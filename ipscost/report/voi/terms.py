"""How voi tells its numbers: names of quantities and groups, and amounts in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ipscost.analysis.caveats import Worth
from ipscost.analysis.power.plan import StudyPlan
from ipscost.analysis.voi import GroupError, ValueOfInformation
from ipscost.decision.information import InformationValue
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.report import uses
from ipscost.report.cea.terms import CeaTerms
from ipscost.scenario.nouns import QuantityGroup
from ipscost.words.numbers import SMALL_MONEY
from ipscost.words.text import Words, count, money, reads, say


@dataclass(frozen=True)
class Research(ValueOfInformation):
    """The value of information of a decision, in words.

    `groups` has a group for each of `members`, in the same order. A group is known by its name,
    since two groups may have the same label in some language. `study` is the one that is valued,
    if any; `is_study_sized` if sizes of it were asked for.
    """

    question: CeaTerms
    groups: tuple[QuantityGroup, ...] = ()
    study: StudyPlan | None = None
    is_study_sized: bool = False

    @property
    def together(self) -> tuple[tuple[QuantityGroup, InformationValue], ...]:
        """Every group with its EVPPI, the largest first. Raises AskedError for too few draws."""
        try:
            return tuple((self.groups[index], worth) for index, worth in self.ranking_of_groups)
        except GroupError as error:
            raise AskedError(
                Message(
                    "group {reads}: {error}",
                    reads=reads(self.groups[error.place].label),
                    error=error,
                )
            ) from None

    @property
    def worths(self) -> tuple[tuple[Words, InformationValue], ...]:
        """What every quantity and then every group is called in a note, each with its EVPPI."""
        groups = ((group.label, worth) for group, worth in self.together)
        return (*self.ranking, *groups)

    @property
    def outcome_worth(self) -> Worth | None:
        """What the outcome is worth by which caveats are judged; None where cost alone counts."""
        return Worth(self.question.decision.outcome, self.wtp) if self.has_effect else None

    @property
    def what_counts(self) -> str:
        """What words tell of a decision without an effect."""
        return "benefit" if self.question.decision.is_net_benefit else "cost"

    @cached_property
    def _names(self) -> Mapping[str, Words]:
        """What a reader calls each number of the scenario, by its path."""
        run = self.question.decision.run
        return {} if run is None else uses.labels(run.scenario)

    def label(self, name: str) -> Words:
        """What a reader calls a quantity: its label, or its name where it has none."""
        return self._names.get(name, name)

    def threshold_label(self, wtp: float) -> Words:
        """A threshold as the label of a row, or what counts where cost alone does."""
        if self.has_effect:
            return self.question.ratio(wtp)
        return say(f"voi_{self.what_counts}_alone")

    def money(self, value: float) -> Words:
        """An amount in a sentence; `less than 1 kr.` for what would be shown as nothing."""
        stakes, currency = self.question.stakes, self.question.currency
        if currency and 0 < value < 0.5 and stakes >= SMALL_MONEY:
            least = money(1, currency)
            return say("voi_less_than", amount=least)
        return money(value, currency, stakes)

    def people(self, value: float) -> Words:
        """A number of people in a sentence."""
        return count(round(value))
