"""The words and numbers that all of cea shares: names of arms, thresholds, amounts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ipscost.analysis.cea import FEW, CostEffectiveness, evenly
from ipscost.analysis.decisions import Decision
from ipscost.analysis.estimates import Estimate
from ipscost.analysis.interval import Interval
from ipscost.decision.grid import FINER, ROWS
from ipscost.report.frame import about_whom, prices_of, whom
from ipscost.report.notes.gaps import left_out
from ipscost.report.notes.given import by_draws, finely, is_by_construction, is_guessed, of_decision
from ipscost.report.phrases import interval
from ipscost.words import has
from ipscost.words.locale import currency_sign
from ipscost.words.numbers import is_whole, rounded_probability
from ipscost.words.text import (
    Words,
    amount,
    count,
    horizon,
    in_sentence,
    number,
    one_of,
    probability,
    ratio_money,
    say,
    typed,
    within,
)
from ipscost.words.text import money as money_text

WHOLE = 100
"""Thresholds from here on are shown in whole money, where decimals are less than 1% of them."""


@dataclass(frozen=True)
class CeaTerms(CostEffectiveness):
    """The cost-effectiveness of a decision, with the words that it is told in."""

    # --- which rows are shown ----------------------------------------------------------------

    @cached_property
    def shown(self) -> frozenset[float]:
        """The thresholds that have a row: about ROWS of them, evenly spread, and those asked for.

        Where every probability would read the same all along, the two ends and those asked for; of
        a grid that was asked for every one.
        """
        if len(self.given) > FEW:
            spread = [self.grid[place] for place in evenly(len(self.grid), ROWS + 1)]
        else:
            spread = list(self.grid[::FINER])
        whole = sorted({*spread, *self.tabled})
        if len(whole) > 2 and len(self.given) <= FEW and self._is_flat(whole):
            whole = [whole[0], whole[-1], *self.tabled]
        return frozenset(whole)

    def _is_flat(self, wanted: Sequence[float]) -> bool:
        """True where every arm's probability reads the same at all of these thresholds."""
        found = self.curves
        places = [self.at(wtp) for wtp in wanted]
        shown = {
            (int(found.best[p]), *map(self.rounded, found.probability[:, p].tolist()))
            for p in places
        }
        return len(shown) == 1

    def rounded(self, share: float) -> tuple[int, float] | None:
        """A share of the draws as a table shows it: two that read the same are equal."""
        return rounded_probability(share, self.fineness) if self.has_odds else None

    # --- what may be claimed -----------------------------------------------------------------

    @cached_property
    def fineness(self) -> int:
        """Of how many draws a probability in a sentence is told as a share (`given.finely`)."""
        decision, run = self.decision, self.decision.run
        if run is None:
            return by_draws(self.psa.draws)
        numbers = of_decision(run, decision.outcome, self.psa.arms)
        return finely(run.scenario, numbers, self.psa.draws)

    @cached_property
    def is_constructed(self) -> bool:
        """True where the uncertainty of a cost was chosen to give a published result of it."""
        run = self.decision.run
        return run is not None and any(is_by_construction(run.scenario, a) for a in self.psa.arms)

    def unstated(self) -> tuple[str, ...]:
        """Which of `cost` and `effect` vary in no draw of any intervention, if the other does."""
        if not self.is_uncertain:
            return ()
        parts = (("cost", self.cost), ("effect", self.effect))
        return tuple(n for n, of in parts if not any(of(a).is_uncertain for a in self.others))

    @cached_property
    def has_odds(self) -> bool:
        """True where a probability may be claimed: of costs and effects as unsure as is stated."""
        has_effect = bool(self.decision.outcome) or bool(self.psa.effect.any())
        unstated = [name for name in self.unstated() if name == "cost" or has_effect]
        run = self.decision.run
        is_made = self.is_constructed or (run is not None and is_guessed(run.scenario))
        return self.is_uncertain and not is_made and not unstated

    # --- words -------------------------------------------------------------------------------

    def odds_text(self, value: float) -> Words:
        """A share of the draws in a sentence."""
        return probability(value, self.fineness)

    def told_chance(self, value: float) -> Interval | None:
        """A share of the draws in a table, no finer than in a sentence; None if none is told."""
        return Interval(float(value), draws=self.fineness) if self.has_odds else None

    def told_share(self, value: float) -> Interval:
        """A share of the draws that describes them alone, no finer than a probability."""
        return Interval(float(value), draws=self.fineness)

    @property
    def has_population(self) -> bool:
        """True where the scenario says whom it is about."""
        run = self.decision.run
        return run is not None and about_whom(run.scenario) is not None

    def framed(self, key: str, values: dict[str, Words]) -> str:
        """The key of a sentence that says of whom, over which time and in which prices it is.

        `KEY_of`, or `KEY_when` where no population is stated, with what they need added to
        `values`; `KEY_plain` of results made elsewhere.
        """
        run = self.decision.run
        if run is None:
            return f"{key}_plain"
        scenario = run.scenario
        values["whom"] = whom(scenario)
        values["horizon"], values["year"] = (
            horizon(scenario.stated_months),
            prices_of(scenario.money),
        )
        if (population := about_whom(scenario)) is None:
            return f"{key}_when"
        values["population"] = population
        return f"{key}_of"

    @property
    def left_out(self) -> tuple[Words, ...]:
        """A sentence for each arm that is left out, since its cost or effect is not known."""
        run, arms = self.decision.run, self.decision.left_out
        if run is None or not arms:
            return ()
        known = {outcome.path: outcome for outcome in run.scenario.outcomes}
        return left_out(run, known.get(self.decision.outcome), arms)

    def say(self, key: str, **values: object) -> Words:
        """The words under `key`, or those for an outcome of which less is better, if any."""
        lower = f"{key}_lower"
        return say(lower if self.is_lower and has(lower) else key, **values)

    def label(self, arm: int) -> Words:
        """The name of an arm for a reader."""
        name, run = self.psa.arms[arm], self.decision.run
        return name if run is None else run.scenario.arms[name].label

    def within(self, arm: int) -> Words:
        """The name of an arm within a sentence; of results made elsewhere as the file has it."""
        label = self.label(arm)
        return label if self.decision.run is None else within(label)

    @property
    def currency(self) -> str:
        """The currency of the result, or nothing where it is not known."""
        return self.decision.money.partition("_")[0]

    @property
    def sign(self) -> str:
        """The currency as tables name it."""
        return currency_sign(self.currency)

    @property
    def outcome_label(self) -> Words:
        """The name of the effect for a reader."""
        label = outcome_label(self.decision)
        return say("cea_effect") if label is None else label

    @property
    def one(self) -> Words:
        """What one of the effect is: `QALY`, `hour`, `person with a job`, `admission avoided`."""
        label = in_sentence(self.outcome_label)
        return one_of(self.decision.effect_unit, label, avoided=self.is_lower)

    @property
    def one_more(self) -> Words:
        """One of the outcome itself, whether more or less of it is better: `admission`."""
        label = in_sentence(self.outcome_label)
        return one_of(self.decision.effect_unit, label)

    def money(self, value: float) -> Words:
        """An amount with its currency; the number alone where that is not known."""
        return money_text(value, self.currency)

    def threshold_label(self, wtp: float) -> Words:
        """A threshold as a row's label: in whole money, or as typed where it is small."""
        if wtp >= WHOLE or wtp == round(wtp):
            return count(round(wtp))
        return typed(wtp)

    def worth(self, wtp: float) -> Words:
        """A threshold in a sentence: 264,116 kr. per QALY."""
        return say("cea_per", money=self.ratio(wtp), one=self.one)

    def ratio(self, value: float) -> Words:
        """Money per unit of effect, as an amount alone: 264,116 kr."""
        if not self.currency and is_whole(value):
            return count(round(value))
        return ratio_money(value, self.currency)

    def limits(self, estimate: Estimate, *, turned: bool = False, unit: str | None = None) -> Words:
        """` (95% interval 29,783 to 114,594)` behind its number; empty where there is none.

        In money, or in `unit`; `turned` where the difference is told with its sign changed.
        """
        found = self.interval(estimate.minus() if turned else estimate)
        beside = max(abs(found.mean), abs(found.low or 0.0), abs(found.high or 0.0))
        return interval(found, self.level, lambda limit: self._limit(limit, unit, beside))

    def _limit(self, value: float, unit: str | None, beside: float) -> Words:
        if unit is None and self.currency:
            return amount(value, beside)
        return number(value, unit or "", beside=beside)


def outcome_label(decision: Decision) -> Words | None:
    """What a reader calls the effect; None where there is none.

    That of results made elsewhere is called what the file calls it, where that says what it is.
    """
    if not decision.outcome:
        return None
    if decision.run is not None:
        outcomes = decision.run.scenario.outcomes
        return next(each.label for each in outcomes if each.path == decision.outcome)
    if decision.effect_unit in ("QALY", "DALY"):
        return say(f"psa_{decision.effect_unit.lower()}")
    name = decision.outcome.partition(".")[2]
    return say("psa_effect") if decision.is_nameless else name
