"""What cea asks and how it says it: the decision, its thresholds, and amounts in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.decisions import Decision
from ipscost.analysis.estimates import Estimate
from ipscost.analysis.interval import Interval
from ipscost.decision import Psa
from ipscost.decision.acceptability import Curves, curves
from ipscost.decision.frontier import FRONTIER, Standing, change, incremental
from ipscost.decision.grid import FINER, ROWS, round_grid
from ipscost.directions import LOWER
from ipscost.rounding import ROUNDING, less, settled
from ipscost.settings import LEVEL
from ipscost.words import has
from ipscost.words.locale import currency_sign
from ipscost.words.numbers import is_whole
from ipscost.words.text import (
    Words,
    amount,
    count,
    in_sentence,
    number,
    one_of,
    probability,
    rate,
    ratio_money,
    reads,
    say,
    sentences,
)
from ipscost.words.text import money as money_text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FEW = 5
"""At most so many thresholds have net benefits with intervals."""
FEW_DRAWS = 100
"""Of fewer draws than these an interval says little."""
LONGEST = 24
"""A longer name of one of the effect has no room in a heading."""


@dataclass(frozen=True)
class Question:
    """A decision, how sure its intervals are, and the thresholds that were asked for, if any."""

    decision: Decision
    level: float = LEVEL
    given: tuple[float, ...] = ()

    @property
    def psa(self) -> Psa:
        """The results that are decided on."""
        return self.decision.psa

    @property
    def left_out(self) -> tuple[Words, ...]:
        """A sentence for each arm that is not decided on."""
        return tuple(self.decision.left_out.values())

    @property
    def others(self) -> tuple[int, ...]:
        """The places of the arms that are held against the reference arm."""
        return tuple(arm for arm in range(len(self.psa.arms)) if arm != self.psa.base)

    @cached_property
    def is_uncertain(self) -> bool:
        """True where a cost or effect differs between draws."""
        found = (*map(self.cost, self.others), *map(self.effect, self.others))
        return any(estimate.is_uncertain for estimate in found)

    # --- estimates ---------------------------------------------------------------------------

    def cost(self, arm: int) -> Estimate:
        """Incremental cost of an arm against the reference arm."""
        return self._costs[arm]

    def effect(self, arm: int) -> Estimate:
        """Incremental effect of an arm against the reference arm."""
        return self._effects[arm]

    @cached_property
    def _costs(self) -> tuple[Estimate, ...]:
        return self._against_reference(self.psa.cost_mean, self.psa.cost)

    @cached_property
    def _effects(self) -> tuple[Estimate, ...]:
        return self._against_reference(self.psa.effect_mean, self.psa.effect)

    def _against_reference(self, means: Floats, draws: Floats) -> tuple[Estimate, ...]:
        """Each arm less the reference arm, from (arm,) and (arm, draw)."""
        base = self.psa.base
        arms = range(len(self.psa.arms))
        return tuple(Estimate(change(means, a, base), less(draws[a], draws[base])) for a in arms)

    def outcome(self, effect: Estimate) -> Estimate:
        """An effect as a difference in the outcome itself: fewer admissions have a minus."""
        return effect.minus() if self.is_lower else effect

    def monetary(self, arm: int, wtp: float) -> Estimate:
        """Net monetary benefit of an arm less that of the reference arm: wtp x effect - cost."""
        psa, cost, effect = self.psa, self.cost(arm), self.effect(arm)
        assert cost.draws is not None
        assert effect.draws is not None
        point = 0.0
        if not {arm, psa.base} <= {*psa.best_ones(wtp)}:
            point = wtp * effect.point - cost.point
        return Estimate(point, settled(wtp * effect.draws - cost.draws, psa.noise(wtp) / ROUNDING))

    def health(self, arm: int, wtp: float) -> Estimate | None:
        """Net health benefit, effect - cost / wtp, in the unit of the effect; None at 0.

        Source: Stinnett and Mullahy 1998, doi 10.1177/0272989X98018002S09.
        """
        if wtp == 0:
            return None
        value = self.monetary(arm, wtp)
        assert value.draws is not None
        return Estimate(value.point / wtp, value.draws / wtp)

    def step(self, arm: int, versus: int) -> tuple[Estimate, Estimate]:
        """Incremental cost and effect of an arm against any other."""
        psa = self.psa
        cost, effect = (
            Estimate(change(means, arm, versus), less(draws[arm], draws[versus]))
            for means, draws in ((psa.cost_mean, psa.cost), (psa.effect_mean, psa.effect))
        )
        return cost, effect

    @cached_property
    def stakes(self) -> float:
        """The largest difference in cost from the reference arm, whatever its sign."""
        return max(abs(self.cost(arm).point) for arm in self.others)

    def interval(self, estimate: Estimate) -> Interval:
        """An estimate with its interval at the level that was asked for."""
        return estimate.interval(self.level)

    def chance(self, value: float) -> Interval:
        """A share of the draws as a cell."""
        return Interval(value, draws=self.psa.draws)

    def odds(self, value: float) -> Words:
        """A share of the draws in a sentence."""
        return probability(value, self.psa.draws)

    @property
    def is_few(self) -> bool:
        """True where the draws are so few that intervals say little."""
        return self.is_uncertain and self.psa.draws < FEW_DRAWS

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Every arm's standing by the point estimates, from the least to the most costly."""
        return incremental(self.psa.cost_mean, self.psa.effect_mean)

    @property
    def on_frontier(self) -> tuple[Standing, ...]:
        """The standings of the arms on the frontier, from the least to the most costly."""
        return tuple(standing for standing in self.standings if standing.status == FRONTIER)

    # --- thresholds --------------------------------------------------------------------------

    @property
    def own(self) -> float | None:
        """The threshold that the scenario states, in the money of the result."""
        return None if self.decision.threshold is None else self.decision.threshold.mean

    @cached_property
    def tabled(self) -> tuple[float, ...]:
        """The thresholds at which net benefits are shown, FEW at most.

        Those that were given; of many, the scenario's own, or else some evenly among them.
        """
        if len(self.given) <= FEW and self.given:
            return self.given
        if self.own is not None:
            return (self.own,)
        return tuple(self.given[place] for place in _evenly(len(self.given), FEW))

    @cached_property
    def rule(self) -> tuple[str, float]:
        """What the end of the curves is chosen by, and its value: the curves go to about twice it.

        A threshold; else the highest ICER of the frontier; else the largest ratio of an incremental
        cost to an incremental effect, whatever their signs; 0 where nothing differs.
        """
        if self.given or self.own is not None:
            return "threshold", max(self.tabled)
        ratios = [standing.icer for standing in self.on_frontier if standing.icer is not None]
        if ratios:
            return "icer", max(ratios)
        pairs = [(abs(self.cost(a).point), abs(self.effect(a).point)) for a in self.others]
        return "ratio", max((cost / effect for cost, effect in pairs if effect), default=0.0)

    @cached_property
    def _grid(self) -> tuple[float, ...]:
        """The thresholds of the curves but for those tabled: the many given, or round ones."""
        if len(self.given) > FEW:
            return self.given
        return round_grid(2 * self.rule[1]) if self.rule[1] > 0 else (0.0,)

    @cached_property
    def thresholds(self) -> tuple[float, ...]:
        """The thresholds of the curves: those given, or round ones, and those tabled."""
        return tuple(sorted({*self._grid, *self.tabled}))

    @cached_property
    def shown(self) -> frozenset[float]:
        """The thresholds whose rows are shown: about ROWS of them evenly, and those tabled.

        Where the probabilities read the same at all of them, the two ends and those tabled.
        """
        if len(self.given) > FEW:
            spread = [self._grid[place] for place in _evenly(len(self._grid), ROWS + 1)]
        else:
            spread = list(self._grid[::FINER])
        whole = sorted({*spread, *self.tabled})
        if len(whole) > 2 and self._is_flat(whole):
            whole = [whole[0], whole[-1], *self.tabled]
        return frozenset(whole)

    def _is_flat(self, wanted: Sequence[float]) -> bool:
        """True where every arm's probability reads the same at all of these thresholds."""
        found = self.curves
        places = [self.thresholds.index(wtp) for wtp in wanted]
        texts = {
            (int(found.best[p]), *(reads(self.odds(float(x))) for x in found.probability[:, p]))
            for p in places
        }
        return len(texts) == 1

    @cached_property
    def curves(self) -> Curves:
        """Acceptability and expected loss at `thresholds`."""
        return curves(self.psa, self.thresholds)

    # --- words -------------------------------------------------------------------------------

    @property
    def is_lower(self) -> bool:
        """True where less of the outcome is better."""
        return self.decision.better == LOWER

    def say(self, key: str, **values: object) -> Words:
        """The words under `key`, or those for an outcome of which less is better."""
        lower = f"{key}_lower"
        return say(lower if self.is_lower and has(lower) else key, **values)

    def label(self, arm: int) -> Words:
        """The name of an arm for a reader."""
        return self.decision.label(self.psa.arms[arm])

    @property
    def currency(self) -> str:
        """The currency of the result, or nothing where it is not known."""
        return self.decision.money.partition("_")[0]

    @property
    def sign(self) -> str:
        """The currency as tables name it."""
        return currency_sign(self.currency)

    @property
    def cost_unit(self) -> str:
        """The unit of a cost in tidy rows."""
        return f"{self.decision.money}/person" if self.decision.money else ""

    @property
    def outcome_label(self) -> Words:
        """The name of the effect for a reader."""
        label = self.decision.outcome_label
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

    @property
    def per(self) -> Words:
        """`per QALY`, `per hour`, `per person with a job`."""
        return say("cea_per", one=self.one)

    def money(self, value: float) -> Words:
        """An amount with its currency; the number alone where that is not known."""
        return money_text(value, self.currency)

    def worth(self, wtp: float) -> Words:
        """A threshold in a sentence: 264,116 kr. per QALY."""
        return sentences(self.ratio(wtp), self.per)

    def ratio(self, value: float) -> Words:
        """Money per unit of effect, without the unit."""
        if not self.currency and is_whole(value):
            return count(round(value))
        return ratio_money(value, self.currency)

    def limits(self, estimate: Estimate, *, turned: bool = False, unit: str | None = None) -> Words:
        """` (95% interval 29,783 to 114,594)` of money, or of the effect's `unit`; or nothing."""
        found = self.interval(estimate.minus() if turned else estimate)
        if found.low is None or found.high is None:
            return ""
        beside = max(abs(found.mean), abs(found.low), abs(found.high))
        low, high = (self._limit(limit, unit, beside) for limit in (found.low, found.high))
        level = rate(self.level)
        return say("headline_interval", level=level, low=low, high=high)

    def _limit(self, value: float, unit: str | None, beside: float) -> Words:
        if unit is None and self.currency:
            return amount(value, beside)
        return number(value, unit or "", beside=beside)


def _evenly(count: int, most: int) -> Sequence[int]:
    """At most `most` places of `count`, evenly spread, the first and the last among them."""
    if count <= most:
        return range(count)
    return sorted({round(place * (count - 1) / (most - 1)) for place in range(most)})
