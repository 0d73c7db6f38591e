"""How analyse tells its numbers: arms, amounts, outcomes, and what each method is called."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ipscost.analysis.evaluation.differences import Contrast
from ipscost.analysis.evaluation.nouns import SHIFTED, MethodResult, MnarShift, PersonsEvaluation
from ipscost.analysis.interval import Interval
from ipscost.report.phrases import interval
from ipscost.scenario.nouns import WELFARE, Category, Scenario
from ipscost.units import SHARE
from ipscost.words.text import (
    Words,
    amount,
    behind,
    in_sentence,
    money,
    number,
    one_of,
    opening,
    percent,
    points,
    ratio_money,
    reads,
    say,
    sentences,
    within,
)


@dataclass(frozen=True)
class EvaluationTerms:
    """An evaluation of individual data, with the words that it is told in."""

    found: PersonsEvaluation

    @property
    def scenario(self) -> Scenario:
        """What the model file says."""
        return self.found.scenario

    @property
    def level(self) -> float:
        """The level of intervals."""
        return self.found.asked.level

    @property
    def currency(self) -> str:
        """The currency of the result."""
        return self.scenario.money.currency

    @property
    def unit(self) -> str:
        """Of a cost."""
        return f"{self.scenario.money}/person"

    def arm(self, name: str) -> Words:
        """An arm, on its own."""
        return self.scenario.arms[name].label

    def arm_opening(self, name: str) -> Words:
        """An arm that begins a sentence."""
        return opening(self.scenario.arms[name].label)

    @property
    def reference(self) -> Words:
        """What is compared with, within a sentence."""
        return within(self.scenario.arms[self.scenario.reference].label)

    def counted_label(self, category: Category, share: float) -> Words:
        """A category, with the share of it that counts from the perspective of the scenario."""
        if share == 1 or self.scenario.perspective == WELFARE:
            return category.label
        key = "paid_share" if share > 0 else "received_share"
        return say(key, label=category.label, share=percent(abs(share), 0))

    # --- the outcome -------------------------------------------------------------------------

    @property
    def is_share(self) -> bool:
        """True where the outcome is a share of people."""
        return self.found.outcome is not None and self.found.outcome.unit == SHARE

    @property
    def effect_unit(self) -> str:
        """Of the outcome, without whom it is of."""
        return "" if self.found.outcome is None else str(self.found.outcome.unit.head)

    @property
    def effect_label(self) -> Words:
        """The outcome, on its own."""
        assert self.found.outcome is not None
        return self.found.outcome.label

    @property
    def one(self) -> Words:
        """What one of the outcome is: `QALY`, `person with a job`."""
        outcome = self.found.outcome
        assert outcome is not None
        avoided = outcome.sign < 0
        return one_of(self.effect_unit, in_sentence(outcome.label), avoided=avoided)

    def effect(self, value: float, *, sign: bool = False) -> Words:
        """An amount of the outcome, with its unit where a reader needs it."""
        if self.is_share:
            return points(value, sign=sign)
        unit = self.effect_unit
        told = number(value, unit, sign=sign)
        return told if unit in reads(self.effect_label) else sentences(told, behind(unit))

    def effect_limits(self, contrast: Contrast) -> Words:
        """` (0.042 to 0.090)`; with the level where no interval stands before it."""
        unit = "points" if self.is_share else self.effect_unit
        found = contrast.interval(self.level)
        if self.is_partial or found.low is None or found.high is None:
            return interval(found, self.level, lambda limit: number(limit, unit))
        return say("analyse_limits", low=number(found.low, unit), high=number(found.high, unit))

    # --- money -------------------------------------------------------------------------------

    def money(self, value: float) -> Words:
        """An amount in a sentence."""
        return money(value, self.currency)

    def worth(self, wtp: float) -> Words:
        """A threshold in a sentence: `30,000 EUR per QALY`."""
        return say("cea_per", money=ratio_money(wtp, self.currency), one=self.one)

    def short_limits(self, found: Interval) -> Words:
        """` (28,325 to 153,729)`, where the level stands before it already, or nothing."""
        if found.low is None or found.high is None:
            return ""
        size = max(abs(found.low), abs(found.high))
        return say("analyse_limits", low=amount(found.low, size), high=amount(found.high, size))

    def limits(self, found: Interval) -> Words:
        """` (95% interval 29,783 to 114,594)`, or nothing."""
        size = max(
            (abs(limit) for limit in (found.low, found.high) if limit is not None), default=0
        )
        return interval(found, self.level, lambda limit: amount(limit, size))

    def cell(self, contrast: Contrast | None, *, partial: bool = False) -> Interval | None:
        """A difference in a table; a partial sum without its interval."""
        if contrast is None:
            return None
        if partial:
            return Interval(contrast.mean, partial=True)
        return contrast.interval(self.level)

    def total(self, arm: str) -> Interval | None:
        """The difference in cost, partial where a category that counts is not known.

        None where none is known.
        """
        return self.cost_cell(self.found.cost(arm))

    def cost_cell(self, contrast: Contrast | None) -> Interval | None:
        """The total difference by a method, partial or None as `total` is."""
        counted = self.found.shares(self.scenario.perspective)
        if len(self.found.unknown) == len(counted):
            return None
        return self.cell(contrast, partial=self.is_partial)

    @property
    def is_partial(self) -> bool:
        """True where the total lacks a category of which nothing is known."""
        return bool(self.found.unknown)

    # --- methods -----------------------------------------------------------------------------

    def way(self, way: MethodResult) -> Words:
        """What a method is called in a table."""
        if way.name == SHIFTED and way.shift is not None:
            return self.shift(way.shift)
        return say(f"analyse_way_{way.name}")

    def shift(self, shift: MnarShift) -> Words:
        """What was moved: `Imputed, psychiatric care: +10%`."""
        holder = self.scenario.holders.get(shift.path)
        label: Words = say("total") if holder is None else holder.label
        if shift.is_share:
            by = percent(shift.value, 0, sign=True)
        elif holder is not None and shift.path.startswith("outcome."):
            by = number(shift.value, str(getattr(holder, "unit", "")), sign=True)
        else:
            by = number(shift.value, self.unit, sign=True)
        if not shift.arm:
            return say("analyse_way_shifted", label=label, by=by)
        arm = self.scenario.arms[shift.arm].label
        return say("analyse_way_shifted_arm", label=label, by=by, arm=arm)


def opposite_of(contrast: Contrast) -> Contrast:
    """A difference with its sign changed: a saving."""
    drawn = None if contrast.drawn is None else 0.0 - contrast.drawn
    return replace(contrast, mean=0.0 - contrast.mean, drawn=drawn)
