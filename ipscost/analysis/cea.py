"""cea: cost and effect together, as numbers: differences, standings, net benefit and curves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self

import numpy as np

from ipscost.analysis.decisions import Decision
from ipscost.analysis.estimates import Estimate, View
from ipscost.analysis.interval import Interval
from ipscost.decision import Psa
from ipscost.decision.acceptability import Curves, curves, pairwise, plane
from ipscost.decision.frontier import FRONTIER, IncrementalResult, change, incremental
from ipscost.decision.grid import round_grid
from ipscost.directions import LOWER
from ipscost.rounding import ROUNDING, less, settled
from ipscost.settings import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FEW = 5
"""At most so many thresholds have net benefits with intervals."""
FEW_DRAWS = 100
"""Of fewer draws than these an interval says little."""


@dataclass(frozen=True, slots=True)
class ArmResult:
    """What an arm costs and achieves, and how that differs from the reference arm.

    arm: its place. cost, cost_change: in money per person. effect, effect_change: in the unit of
    the outcome and its own direction, so that fewer admissions have a minus. A level is None where
    it is not known, a change in the reference arm.
    """

    arm: int
    cost: Interval | None
    effect: Interval | None
    cost_change: Interval | None = None
    effect_change: Interval | None = None


@dataclass(frozen=True, slots=True)
class Benefit:
    """Net benefit of an arm less that of the reference arm, at a threshold.

    wtp: what one more of the effect is worth. monetary: in money per person. health: in the unit of
    the effect, None where that is worth nothing. better: the probability that the arm's is higher.
    """

    wtp: float
    arm: int
    monetary: Interval
    health: Interval | None
    better: Interval


@dataclass(frozen=True, slots=True)
class Odds:
    """Shares of the draws in which an arm is cheaper than the reference arm, better, and both."""

    cheaper: float
    better: float
    both: float


@dataclass(frozen=True)
class CostEffectiveness:
    """A decision, how sure its intervals are, and the thresholds that were asked for, if any.

    given: in the money of the result per unit of effect, rising.
    Everything else is found from these, each when it is first asked for.
    """

    decision: Decision
    level: float = LEVEL
    given: tuple[float, ...] = ()

    @classmethod
    def of(cls, decision: Decision, level: float = LEVEL, wtp: Sequence[float] = ()) -> Self:
        """The cost-effectiveness of a decision, at thresholds in any order."""
        return cls(decision, level, tuple(sorted({float(value) for value in wtp})))

    @property
    def psa(self) -> Psa:
        """The results that are decided on."""
        return self.decision.psa

    @property
    def others(self) -> tuple[int, ...]:
        """The places of the arms that are held against the reference arm."""
        return tuple(arm for arm in range(len(self.psa.arms)) if arm != self.psa.base)

    @property
    def is_lower(self) -> bool:
        """True where less of the outcome is better."""
        return self.decision.better == LOWER

    @property
    def cost_unit(self) -> str:
        """The unit of a cost: DKK_2017/person, or nothing where the money is not known."""
        return f"{self.decision.money}/person" if self.decision.money else ""

    @property
    def icer_unit(self) -> str:
        """The unit of a ratio and of a threshold: DKK_2017/QALY, or nothing."""
        money, effect = self.decision.money, self.decision.effect_unit
        return f"{money}/{effect}" if money and effect else ""

    # --- estimates ---------------------------------------------------------------------------

    @cached_property
    def is_uncertain(self) -> bool:
        """True where a cost or effect differs between draws."""
        found = (*map(self.cost, self.others), *map(self.effect, self.others))
        return any(estimate.is_uncertain for estimate in found)

    @property
    def is_few(self) -> bool:
        """True where the draws are so few that intervals say little."""
        return self.is_uncertain and self.psa.draws < FEW_DRAWS

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
        if versus == psa.base:
            return self.cost(arm), self.effect(arm)
        cost, effect = (
            Estimate(change(means, arm, versus), less(draws[arm], draws[versus]))
            for means, draws in ((psa.cost_mean, psa.cost), (psa.effect_mean, psa.effect))
        )
        return cost, effect

    def unclear(self, arm: int, versus: int) -> str:
        """Which differences between two arms are not clear: `cost`, `effect`, `both` or none.

        A difference is not clear where its interval includes 0; `few` where the draws are too few
        to say so.
        """
        if self.is_few:
            return "few"
        pairs = zip(("cost", "effect"), self.step(arm, versus), strict=True)
        names = [name for name, estimate in pairs if _includes_zero(self.interval(estimate))]
        return "both" if len(names) == 2 else "".join(names)

    def odds(self, arm: int) -> Odds | None:
        """How often an arm is cheaper and better than the reference arm.

        None where its cost or its effect is the same in every draw.
        """
        cost, effect = self.cost(arm), self.effect(arm)
        if not (cost.is_uncertain and effect.is_uncertain):
            return None
        assert cost.draws is not None
        assert effect.draws is not None
        is_cheaper, is_better = cost.draws < 0, effect.draws > 0
        shares = (float(np.mean(x)) for x in (is_cheaper, is_better, is_cheaper & is_better))
        return Odds(*shares)

    @cached_property
    def stakes(self) -> float:
        """The largest difference in cost from the reference arm, whatever its sign."""
        return max(abs(self.cost(arm).point) for arm in self.others)

    def interval(self, estimate: Estimate) -> Interval:
        """An estimate with its interval at the level that was asked for."""
        return estimate.interval(self.level)

    def chance(self, value: float) -> Interval:
        """A share of the draws."""
        return Interval(float(value), draws=self.psa.draws)

    # --- arms --------------------------------------------------------------------------------

    @cached_property
    def arms(self) -> tuple[ArmResult, ...]:
        """What each arm costs and achieves."""
        found = []
        for arm in range(len(self.psa.arms)):
            result = ArmResult(arm, self._cost_level(arm), self._effect_level(arm))
            if arm != self.psa.base:
                cost = self.interval(self.cost(arm))
                effect = self.interval(self.outcome(self.effect(arm)))
                result = ArmResult(arm, result.cost, result.effect, cost, effect)
            found.append(result)
        return tuple(found)

    def _cost_level(self, arm: int) -> Interval | None:
        """The cost of an arm: None where not known, marked where a part is not."""
        decision = self.decision
        if decision.run is None:
            known = decision.cost_known[arm]
            return Interval(float(self.psa.cost_mean[arm])) if known else None
        view = View(decision.run, decision.run.scenario.perspective)
        return view.level(self.psa.arms[arm], view.weight(), self.level)

    def _effect_level(self, arm: int) -> Interval | None:
        """The outcome of an arm, or None where it is not known."""
        if not self.decision.effect_known[arm]:
            return None
        return Interval(float(self.decision.sign * self.psa.effect_mean[arm]) + 0.0)

    @cached_property
    def standings(self) -> tuple[IncrementalResult, ...]:
        """Every arm's standing by the point estimates, from the least to the most costly."""
        return incremental(self.psa.cost_mean, self.psa.effect_mean)

    @property
    def on_frontier(self) -> tuple[IncrementalResult, ...]:
        """The standings of the arms on the frontier, from the least to the most costly."""
        return tuple(standing for standing in self.standings if standing.status == FRONTIER)

    def outcome_step(self, standing: IncrementalResult) -> float:
        """The effect of a standing as a difference in the outcome itself."""
        return self.decision.sign * standing.effect + 0.0

    @cached_property
    def benefits(self) -> tuple[Benefit, ...]:
        """Net benefit of each arm against the reference arm, at each of the thresholds `tabled`."""
        found = []
        for wtp in self.tabled if self.has_threshold else ():
            better = pairwise(self.psa, wtp)
            for arm in self.others:
                monetary = self.interval(self.monetary(arm, wtp))
                health = self.health(arm, wtp)
                other = None if health is None else self.interval(health)
                found.append(Benefit(wtp, arm, monetary, other, self.chance(better[arm])))
        return tuple(found)

    @cached_property
    def plane(self) -> Floats:
        """The share of draws in each of QUADRANTS and on AXES, (arm, place)."""
        return plane(self.psa)

    # --- thresholds --------------------------------------------------------------------------

    @property
    def own(self) -> float | None:
        """The threshold that the scenario states, in the money of the result."""
        return None if self.decision.threshold is None else self.decision.threshold.mean

    @property
    def has_threshold(self) -> bool:
        """True where a threshold was given or is stated."""
        return bool(self.given) or self.own is not None

    @cached_property
    def tabled(self) -> tuple[float, ...]:
        """The thresholds at which net benefits are shown, FEW at most.

        Those that were given; of many, the scenario's own, or else some evenly among them.
        """
        if len(self.given) <= FEW and self.given:
            return self.given
        if self.own is not None:
            return (self.own,)
        return tuple(self.given[place] for place in evenly(len(self.given), FEW))

    @cached_property
    def rule(self) -> tuple[str, float]:
        """What the end of the curves is chosen by, and its value: the curves go to about twice it.

        A threshold; else the highest ICER of the frontier; else the largest ratio of an incremental
        cost to an incremental effect, whatever their signs; 0 where nothing differs.
        """
        if self.has_threshold:
            return "threshold", max(self.tabled)
        ratios = [standing.icer for standing in self.on_frontier if standing.icer is not None]
        if ratios:
            return "icer", max(ratios)
        pairs = [(abs(self.cost(a).point), abs(self.effect(a).point)) for a in self.others]
        return "ratio", max((cost / effect for cost, effect in pairs if effect), default=0.0)

    @cached_property
    def grid(self) -> tuple[float, ...]:
        """The thresholds of the curves but for those tabled: the many given, or round ones."""
        if len(self.given) > FEW:
            return self.given
        return round_grid(2 * self.rule[1]) if self.rule[1] > 0 else (0.0,)

    @cached_property
    def thresholds(self) -> tuple[float, ...]:
        """The thresholds of the curves: those given, or round ones, and those tabled."""
        return tuple(sorted({*self.grid, *self.tabled}))

    @cached_property
    def curves(self) -> Curves:
        """Acceptability and expected loss at `thresholds`."""
        return curves(self.psa, self.thresholds)

    def at(self, wtp: float) -> int:
        """The place of a threshold of the curves."""
        return self.thresholds.index(wtp)

    def is_icer(self, arms: Sequence[int]) -> bool:
        """True where arms are neighbours on the frontier: equal in net benefit at their ICER."""
        return any({s.arm, s.versus} == {*arms} and s.icer for s in self.on_frontier)


def _includes_zero(interval: Interval) -> bool:
    """True where 0 lies inside an interval, so that the sign is not clear."""
    if interval.low is None or interval.high is None:
        return False
    return interval.low <= 0 <= interval.high


def evenly(count: int, most: int) -> Sequence[int]:
    """At most `most` places of `count`, evenly spread, the first and the last among them."""
    if count <= most:
        return range(count)
    return sorted({round(place * (count - 1) / (most - 1)) for place in range(most)})
