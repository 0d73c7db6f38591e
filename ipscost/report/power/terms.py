"""How power tells its numbers: what is measured, who is compared, and amounts in words."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar

from ipscost.analysis.power.own import OwnStudy, own_study
from ipscost.analysis.power.plan import StudyPlan, StudySize
from ipscost.analysis.power.target import BENEFIT, OUTCOME, SAVING
from ipscost.report.cea.terms import CeaTerms
from ipscost.run import Run
from ipscost.units import SHARE
from ipscost.words.text import (
    Words,
    behind,
    count,
    money,
    number,
    percent,
    points,
    quoted,
    say,
    sentences,
)

DIGITS = 3
"""How many digits of a study's worth are shown in a table."""


@dataclass(frozen=True)
class StudyTerms:
    """A plan of a study, with the words that it is told in."""

    plan: StudyPlan
    question: CeaTerms
    NOTHING: ClassVar[float] = 0.5
    """An amount for all people that would be shown as nothing."""

    @property
    def is_outcome(self) -> bool:
        """True if an outcome is measured, not money."""
        return self.plan.target.kind == OUTCOME

    @property
    def is_share(self) -> bool:
        """True if it is a share of people."""
        return self.is_outcome and self.question.decision.effect_unit == str(SHARE)

    @property
    def path(self) -> str:
        """Of what is measured: `cost`, or the path of the outcome."""
        return "cost" if self.plan.target.kind == SAVING else self.question.decision.outcome

    @property
    def unit(self) -> str:
        """Of what is measured, per person."""
        if not self.is_outcome:
            return self.question.cost_unit
        return "points" if self.is_share else self.question.decision.effect_unit

    @cached_property
    def beside(self) -> tuple[StudyTerms, ...]:
        """What else the same study sees, in words."""
        return tuple(
            StudyTerms(
                replace(self.plan, target=target, beside=()),
                CeaTerms.of(target.decision, self.plan.level, ()),
            )
            for target in self.plan.beside
        )

    @cached_property
    def own(self) -> OwnStudy | None:
        """What the study behind the scenario could see at its own size; None if not known."""
        return own_study(self.plan.target, self.plan.level)

    @property
    def run(self) -> Run:
        """The run that is decided on."""
        run = self.question.decision.run
        assert run is not None
        return run

    @property
    def arm(self) -> Words:
        """The intervention, on its own."""
        return self.question.label(self.plan.target.arm)

    @property
    def reference(self) -> Words:
        """What it is compared with, on its own."""
        return self.question.label(self.question.psa.base)

    @property
    def arm_within(self) -> Words:
        """The intervention, within a sentence."""
        return self.question.within(self.plan.target.arm)

    @property
    def reference_within(self) -> Words:
        """What it is compared with, within a sentence."""
        return self.question.within(self.question.psa.base)

    @property
    def effect(self) -> Words:
        """The effect within a sentence: `a saving of 72,013 kr. per person`."""
        target = self.plan.target
        value = target.compared.effect
        if self.is_outcome:
            label = quoted(self.question.outcome_label)
            return say("power_difference", amount=self.size(value), outcome=label)
        if target.kind == BENEFIT:
            sort = "benefit" if value > 0 else "loss"
            return say(f"power_{sort}", amount=self.size(abs(value)))
        return self.money_effect(value)

    def money_effect(self, value: float) -> Words:
        """A saving, or an extra cost, within a sentence."""
        return say("power_saving" if value > 0 else "power_extra", amount=self.each(abs(value)))

    def part(self, part: float) -> Words:
        """A part of the effect: `As stated: 72,013 kr.`, `50% of it: 36,007 kr.`."""
        size = self.size(self.plan.target.compared.effect * part)
        if part == 1:
            return say("power_as_stated", effect=size)
        return say("power_part", part=percent(part, 0), effect=size)

    def size(self, value: float) -> Words:
        """An effect, or half an interval, with its unit."""
        if not self.is_outcome:
            return self.each(value)
        if self.is_share:
            return points(value)
        return sentences(number(value, self.unit), behind(self.unit))

    def each(self, value: float) -> Words:
        """An amount per person in a sentence."""
        return money(value, self.question.currency, self.question.stakes)

    def whole(self, value: float) -> Words:
        """An amount for all people in a sentence."""
        return money(value, self.question.currency)

    def people(self, value: int | None) -> Words:
        """A number of people; a dash for one that is not enough whatever it is."""
        return "–" if value is None else count(value)


def rounded(size: StudySize, name: str) -> float | None:
    """An amount of a size to be shown: what is simulated no finer than three digits of its worth.

    What a study is worth hangs on draws and on a regression; more digits would be chance.
    """
    value: float | None = getattr(size, name)
    if value is None or not size.worth or name not in ("worth", "net"):
        return value
    step = 10.0 ** (math.floor(math.log10(abs(size.worth))) - DIGITS + 1)
    return value if step <= 1 else round(value / step) * step
