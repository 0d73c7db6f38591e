"""Benefits in register weeks: who pays them, weeks behind on a ladder, what a week costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.evaluation.week_nouns import (
    BehindAtStart,
    HeldBack,
    MeanOfPersons,
    PaidBy,
    StepOfLadder,
    WeeksGiven,
    at_path,
    label_of,
    steps_of,
)
from ipscost.individual.weeks import (
    UNSEEN,
    WEEKS_IN_YEAR,
    behind_by_week,
    mean_a_week,
    means_by_arm,
    step_of,
)
from ipscost.scenario.model import CYCLES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

PERSONS = 20_000
"""Persons whose benefits are added up at a time, which bounds the memory that takes."""


@dataclass(frozen=True, eq=False)
class BenefitsFound:
    """Weeks behind at the start, what payers pay, and what a week in a state costs."""

    behind: tuple[BehindAtStart, ...]
    paid: tuple[PaidBy, ...]
    amounts: Mapping[tuple[str, str], MeanOfPersons]


class BenefitFinder:
    """Finds it; numbers of few persons go to `held`."""

    def __init__(self, given: WeeksGiven, held: HeldBack) -> None:
        assert given.scenario.model is not None
        self.given, self.held = given, held
        self.years = given.scenario.model.years

    def found(self) -> BenefitsFound:
        """Weeks behind at the start, what payers pay, and what a week in a state costs."""
        ladders = list(self.given.node.get("ladder") or {})
        steps = {ladder: steps_of(self.given.node, ladder) for ladder in ladders}
        payers = list(self.given.scenario.payers)
        of_codes = [
            self._amount_by_code(benefit) for benefit in range(len(self.given.meanings.benefits))
        ]
        people = self.given.weeks.persons
        paid = np.zeros((people, len(payers)))
        start = np.zeros(people)
        amounts = np.zeros((people, len(of_codes), len(self.given.states)))
        counts = np.append(self.given.meanings.behind, False)
        for low in range(0, people, PERSONS):
            part = slice(low, low + PERSONS)
            codes = self.given.weeks.codes[part]
            stated = None if self.given.behind is None else self.given.behind[part]
            behind = behind_by_week(counts[codes], self.given.weeks.before, stated)
            start[part] = behind[:, 0]
            followed = codes[:, self.given.weeks.before :]
            for benefit, by_code in enumerate(of_codes):
                each = np.append(by_code, 0.0)[followed] * self._whole_weeks()
                paid[part] += self._by_payer(benefit, each, behind, steps, payers)
                for state in range(len(self.given.states)):
                    here = self.given.by_week[part] == state
                    amounts[part, benefit, state] = np.where(here, each, 0.0).sum(axis=1)
        told = tuple(self._paid(paid, payers)) if of_codes else ()
        found = dict(self._amounts(amounts))
        clocks = tuple(self._behind(start, steps)) if self._has_clock else ()
        return BenefitsFound(clocks, told, found)

    @property
    def _has_clock(self) -> bool:
        """True where it is known how many weeks people had behind at the start."""
        return self.given.behind is not None or self.given.weeks.before > 0

    def _whole_weeks(self) -> Floats:
        """How much of each week lies within the horizon: the last may reach beyond it."""
        left = self.years * WEEKS_IN_YEAR - np.arange(self.given.weeks.followed)
        return np.clip(left, 0.0, 1.0)

    def _amount_by_code(self, benefit: int) -> Floats:
        """What a week with each code costs in the reported money: by its row, or by the model."""
        path = self.given.meanings.benefits[benefit]
        of_state = np.array([self._model_amount(path, state) for state in self.given.states])
        state = self.given.meanings.state
        stated = np.where(state == UNSEEN, 0.0, of_state[np.maximum(state, 0)])
        own = np.where(np.isnan(self.given.meanings.amount), stated, self.given.meanings.amount)
        by_code: Floats = np.where(self.given.meanings.benefit == benefit, own, 0.0)
        return by_code

    def _model_amount(self, path: str, state: str) -> float:
        """What the file states for a week in a state, 0 where it states nothing."""
        for category in self.given.scenario.categories:
            if category.path == path or category.path.startswith(f"{path}."):
                for rule in category.rules:
                    if rule.event == "in" and state in rule.states:
                        number = rule.arms[self.given.scenario.reference]
                        return number.value * number.factor * CYCLES["week"] / rule.years
        return 0.0

    def _by_payer(
        self,
        benefit: int,
        each: Floats,
        behind: Floats,
        steps: Mapping[str, Sequence[StepOfLadder]],
        payers: Sequence[str],
    ) -> Floats:
        """What each payer pays of a benefit, (person, payer)."""
        path = self.given.meanings.benefits[benefit]
        ladder = str(at_path(self.given.node, path).get("ladder") or "")
        if not ladder:
            of_it = next(c for c in self.given.scenario.categories if c.path == path)
            shares = np.array([of_it.payers.get(payer, 0.0) for payer in payers])
            by_payer: Floats = each.sum(axis=1)[:, None] * shares
            return by_payer
        step = step_of(behind, np.array([s.to for s in steps[ladder]]))
        total = np.zeros((len(each), len(payers)))
        for place, one in enumerate(steps[ladder]):
            within = np.where(step == place, each, 0.0).sum(axis=1)
            total += within[:, None] * [one.payers.get(payer, 0.0) for payer in payers]
        return total

    def _paid(self, paid: Floats, payers: Sequence[str]) -> Iterator[PaidBy]:
        found = means_by_arm(paid, self.given.arm, len(self.given.arms))
        for place, arm in enumerate(self.given.arms):
            for column, payer in enumerate(payers):
                persons = int(found.nonzero[place, column])
                if not persons:
                    continue
                mean, se = float(found.mean[place, column]), float(found.se[place, column])
                known = MeanOfPersons(mean, se, int(found.persons[place]))
                is_few = self.held.is_few(persons)
                self.held.count += is_few
                yield PaidBy(payer, arm, None if is_few else known)

    def _amounts(self, amounts: Floats) -> Iterator[tuple[tuple[str, str], MeanOfPersons]]:
        """What a week in a state costs where the codes say it, of the reference arm."""
        if self.given.scenario.reference not in self.given.arms:
            return
        ours = self.given.arm == self.given.arms.index(self.given.scenario.reference)
        weighted = self._whole_weeks()
        for benefit, path in enumerate(self.given.meanings.benefits):
            of_it = self.given.meanings.benefit == benefit
            for state, name in enumerate(self.given.states):
                here = self.given.meanings.state == state
                if (
                    not (of_it & here).any()
                    or np.isnan(self.given.meanings.amount[of_it & here]).any()
                ):
                    continue
                weeks = ((self.given.by_week == state) * weighted).sum(axis=1)[ours]
                had = amounts[ours, benefit, state]
                if int((had > 0).sum()) < self.held.least:
                    self.held.count += 1
                    continue
                mean, se = mean_a_week(had, weeks)
                yield (path, name), MeanOfPersons(mean, se, int((weeks > 0).sum()))

    def _behind(
        self, start: Floats, steps: Mapping[str, Sequence[StepOfLadder]]
    ) -> Iterator[BehindAtStart]:
        """Weeks behind, counted up to where the last step begins: more change nothing."""
        for ladder, each in steps.items():
            ends = np.array([step.to for step in each])
            last = float(ends[-2]) if len(ends) > 1 else 0.0
            place_of = step_of(start, ends)
            means = means_by_arm(
                np.minimum(start, last)[:, None], self.given.arm, len(self.given.arms)
            )
            for place, arm in enumerate(self.given.arms):
                persons = np.bincount(place_of[self.given.arm == place], minlength=len(each))
                hidden = self.held.of(persons.tolist())
                counts = {
                    step.name: None if hidden[at] else int(persons[at])
                    for at, step in enumerate(each)
                }
                n = int(means.persons[place])
                mean = MeanOfPersons(float(means.mean[place, 0]), float(means.se[place, 0]), n)
                yield BehindAtStart(
                    ladder=ladder,
                    arm=arm,
                    weeks=mean if n >= self.held.least else None,
                    persons=counts,
                    label=label_of(self.given.node["ladder"][ladder], ladder),
                    labels={step.name: step.label for step in each},
                )
