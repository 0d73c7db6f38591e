"""cea: incremental costs and effects, the frontier, net benefit and acceptability, as numbers.

Costs are per person in the money of the decision. Effects are in the unit of the outcome, counted
so that more is better: of an outcome such as admissions, the effect is minus the outcome. A
threshold, `wtp`, is the willingness to pay for one more unit of effect.
"""

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
"""Net benefits are tabled at no more thresholds than this."""
FEW_DRAWS = 100
"""With fewer draws, no more than two lie beyond each end of a 95% interval."""


@dataclass(frozen=True, slots=True)
class ArmResult:
    """Cost and outcome of an arm, and the differences from the reference arm.

    arm: its index. cost, cost_change: in money per person. effect, effect_change: of the outcome
    itself, so that fewer admissions are negative. A level is None if not known; the changes are
    None for the reference arm.
    """

    arm: int
    cost: Interval | None
    effect: Interval | None
    cost_change: Interval | None = None
    effect_change: Interval | None = None


@dataclass(frozen=True, slots=True)
class Benefit:
    """Incremental net benefit of an arm against the reference arm, at a threshold.

    wtp: the threshold. arm: the index of the arm. monetary: in money per person. health: in units
    of effect; None at a threshold of 0. better: the probability that the arm's net benefit is
    higher than the reference arm's.
    """

    wtp: float
    arm: int
    monetary: Interval
    health: Interval | None
    better: Interval


@dataclass(frozen=True, slots=True)
class Odds:
    """Shares of draws in which an arm costs less than the reference arm, is better, and both."""

    cheaper: float
    better: float
    both: float


@dataclass(frozen=True, slots=True)
class Limit:
    """Up to where the net benefit of an arm stays as it is, positive or not, all else as expected.

    what: `cost` or `effect`, whichever part of it varies more. value: of the
    difference from the reference arm: in money for a cost; for an effect, of the outcome itself.
    holds: whether the net benefit is positive as expected, so that the limit holds now.
    """

    what: str
    value: float
    holds: bool


@dataclass(frozen=True)
class CostEffectiveness:
    """The cost-effectiveness analysis of a decision.

    level: of the intervals. given: the thresholds that were asked for, rising; may be empty.
    Results are computed when they are first asked for, and kept.
    """

    decision: Decision
    level: float = LEVEL
    given: tuple[float, ...] = ()

    @classmethod
    def of(cls, decision: Decision, level: float = LEVEL, wtp: Sequence[float] = ()) -> Self:
        """The analysis of a decision at thresholds in any order."""
        return cls(decision, level, tuple(sorted({float(value) for value in wtp})))

    @property
    def psa(self) -> Psa:
        """Costs and effects of the decision, by arm and draw."""
        return self.decision.psa

    @property
    def others(self) -> tuple[int, ...]:
        """The indices of all arms but the reference arm."""
        return tuple(arm for arm in range(len(self.psa.arms)) if arm != self.psa.base)

    @property
    def is_lower(self) -> bool:
        """True if less of the outcome is better."""
        return self.decision.better == LOWER

    @property
    def cost_unit(self) -> str:
        """The unit of a cost, such as DKK_2017/person; empty if the money is not known."""
        return f"{self.decision.money}/person" if self.decision.money else ""

    @property
    def icer_unit(self) -> str:
        """The unit of an ICER and of a threshold, such as DKK_2017/QALY; empty if not known."""
        money, effect = self.decision.money, self.decision.effect_unit
        return f"{money}/{effect}" if money and effect else ""

    # --- estimates ---------------------------------------------------------------------------

    @cached_property
    def is_uncertain(self) -> bool:
        """True if an incremental cost or effect differs between draws."""
        estimates = (*map(self.cost, self.others), *map(self.effect, self.others))
        return any(estimate.is_uncertain for estimate in estimates)

    @property
    def is_few(self) -> bool:
        """True if there are fewer than FEW_DRAWS draws, too few for intervals."""
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
        """An effect as a difference in the outcome itself: fewer admissions are negative."""
        return effect.minus() if self.is_lower else effect

    def monetary(self, arm: int, wtp: float) -> Estimate:
        """Incremental net monetary benefit against the reference arm: wtp x effect - cost.

        It is exactly 0 by the point estimates if both arms are best at `wtp`, as at their ICER.
        Source: Stinnett and Mullahy 1998, doi 10.1177/0272989X98018002S09.
        """
        psa, cost, effect = self.psa, self.cost(arm), self.effect(arm)
        assert cost.draws is not None
        assert effect.draws is not None
        point = 0.0
        if not {arm, psa.base} <= {*psa.best_ones(wtp)}:
            point = wtp * effect.point - cost.point
        return Estimate(point, settled(wtp * effect.draws - cost.draws, psa.noise(wtp) / ROUNDING))

    def limit(self, arm: int, wtp: float) -> Limit | None:
        """What must hold for the net benefit of an arm to be positive at a threshold.

        Net benefit is wtp x effect - cost, so it is 0 where the cost is wtp x effect, or the effect
        is cost / wtp. None where an ICER says more (an arm that is dearer and better, or cheaper
        and worse), where the limit is 0, at a threshold of 0, and for a net benefit of 0.
        """
        cost, effect = self.cost(arm), self.effect(arm)
        benefit = wtp * effect.point - cost.point
        if wtp == 0 or benefit == 0 or cost.point * effect.point > 0:
            return None
        sizes = abs(cost.point), abs(wtp * effect.point)
        if self.is_uncertain and cost.draws is not None and effect.draws is not None:
            sizes = float(np.var(cost.draws)), wtp**2 * float(np.var(effect.draws))
        what, value = "cost", wtp * effect.point
        if sizes[0] < sizes[1]:
            what, value = "effect", self.decision.sign * cost.point / wtp
        return Limit(what, value, holds=benefit > 0) if value else None

    def health(self, arm: int, wtp: float) -> Estimate | None:
        """Incremental net health benefit, effect - cost / wtp, in units of effect; None at 0.

        Source: Stinnett and Mullahy 1998, doi 10.1177/0272989X98018002S09.
        """
        if wtp == 0:
            return None
        value = self.monetary(arm, wtp)
        assert value.draws is not None
        return Estimate(value.point / wtp, value.draws / wtp)

    def step(self, arm: int, versus: int) -> tuple[Estimate, Estimate]:
        """Incremental cost and effect of an arm against any other arm, `versus`."""
        psa = self.psa
        if versus == psa.base:
            return self.cost(arm), self.effect(arm)
        cost, effect = (
            Estimate(change(means, arm, versus), less(draws[arm], draws[versus]))
            for means, draws in ((psa.cost_mean, psa.cost), (psa.effect_mean, psa.effect))
        )
        return cost, effect

    def unclear(self, arm: int, versus: int) -> str:
        """Which differences between two arms have intervals that include 0.

        `cost`, `effect`, `both`, or empty for neither; `few` if the draws are too few to say.
        """
        if self.is_few:
            return "few"
        pairs = zip(("cost", "effect"), self.step(arm, versus), strict=True)
        names = [name for name, estimate in pairs if _includes_zero(self.interval(estimate))]
        return "both" if len(names) == 2 else "".join(names)

    def odds(self, arm: int) -> Odds | None:
        """The share of draws in which an arm costs less and has more effect than the reference arm.

        None if its incremental cost or effect is the same in every draw.
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
        """The largest absolute incremental cost against the reference arm."""
        return max(abs(self.cost(arm).point) for arm in self.others)

    def interval(self, estimate: Estimate) -> Interval:
        """An estimate with its interval at the level of the analysis."""
        return estimate.interval(self.level)

    def chance(self, value: float) -> Interval:
        """A share of draws, with the number of draws."""
        return Interval(float(value), draws=self.psa.draws)

    # --- arms --------------------------------------------------------------------------------

    @cached_property
    def arms(self) -> tuple[ArmResult, ...]:
        """Cost, outcome and differences of each arm, in file order."""
        results = []
        for arm in range(len(self.psa.arms)):
            result = ArmResult(arm, self._cost_level(arm), self._effect_level(arm))
            if arm != self.psa.base:
                cost = self.interval(self.cost(arm))
                effect = self.interval(self.outcome(self.effect(arm)))
                result = ArmResult(arm, result.cost, result.effect, cost, effect)
            results.append(result)
        return tuple(results)

    def _cost_level(self, arm: int) -> Interval | None:
        """The cost of an arm; None if not known, `partial` if a part is not."""
        decision = self.decision
        if decision.run is None:
            known = decision.cost_known[arm]
            return Interval(float(self.psa.cost_mean[arm])) if known else None
        view = View(decision.run, decision.run.scenario.perspective)
        return view.level(self.psa.arms[arm], view.weight(), self.level)

    def _effect_level(self, arm: int) -> Interval | None:
        """The outcome of an arm; None if not known."""
        if not self.decision.effect_known[arm]:
            return None
        return Interval(float(self.decision.sign * self.psa.effect_mean[arm]) + 0.0)

    @cached_property
    def standings(self) -> tuple[IncrementalResult, ...]:
        """The incremental analysis by point estimates, from the least to the most costly arm.

        Dominance, the frontier and ICERs: `decision.frontier.incremental`.
        """
        return incremental(self.psa.cost_mean, self.psa.effect_mean)

    @property
    def on_frontier(self) -> tuple[IncrementalResult, ...]:
        """The arms on the efficiency frontier, from the least to the most costly."""
        return tuple(standing for standing in self.standings if standing.status == FRONTIER)

    def outcome_step(self, standing: IncrementalResult) -> float:
        """The incremental effect of an arm as a difference in the outcome itself."""
        return self.decision.sign * standing.effect + 0.0

    @cached_property
    def benefits(self) -> tuple[Benefit, ...]:
        """Incremental net benefit of each arm at each of the thresholds `tabled`."""
        benefits = []
        for wtp in self.tabled if self.has_threshold else ():
            better = pairwise(self.psa, wtp)
            for arm in self.others:
                monetary = self.interval(self.monetary(arm, wtp))
                health = self.health(arm, wtp)
                other = None if health is None else self.interval(health)
                benefits.append(Benefit(wtp, arm, monetary, other, self.chance(better[arm])))
        return tuple(benefits)

    @cached_property
    def plane(self) -> Floats:
        """The share of draws in each quadrant of the cost-effectiveness plane and on its axes.

        (arm, place), where places are QUADRANTS and AXES (`decision.acceptability.plane`).
        """
        return plane(self.psa)

    # --- thresholds --------------------------------------------------------------------------

    @property
    def own(self) -> float | None:
        """The threshold that the scenario states, in the money of the result."""
        return None if self.decision.threshold is None else self.decision.threshold.mean

    @property
    def has_threshold(self) -> bool:
        """True if a threshold was asked for or is stated by the scenario."""
        return bool(self.given) or self.own is not None

    @cached_property
    def tabled(self) -> tuple[float, ...]:
        """The thresholds at which net benefits are shown, at most FEW.

        Those that were asked for; if these are more, the scenario's own, or else FEW of them evenly
        spread.
        """
        if len(self.given) <= FEW and self.given:
            return self.given
        if self.own is not None:
            return (self.own,)
        return tuple(self.given[index] for index in evenly(len(self.given), FEW))

    @cached_property
    def rule(self) -> tuple[str, float]:
        """What sets the upper end of the curves, and its value; they extend to about twice that.

        `threshold`: the highest one tabled. Without any, `icer`: the highest ICER on the frontier.
        Without any, `ratio`: the largest absolute ratio of incremental cost to incremental effect,
        or 0 if there is none.
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
        """An even grid of thresholds for the curves: those asked for, if more than FEW, or round
        numbers."""
        if len(self.given) > FEW:
            return self.given
        return round_grid(2 * self.rule[1]) if self.rule[1] > 0 else (0.0,)

    @cached_property
    def thresholds(self) -> tuple[float, ...]:
        """All thresholds of the curves, rising: the grid and those tabled."""
        return tuple(sorted({*self.grid, *self.tabled}))

    @cached_property
    def curves(self) -> Curves:
        """Acceptability curves, frontier and expected loss at `thresholds`.

        Defined in `decision.acceptability.curves`.
        """
        return curves(self.psa, self.thresholds)

    def at(self, wtp: float) -> int:
        """The index of a threshold among those of the curves."""
        return self.thresholds.index(wtp)

    def is_icer(self, arms: Sequence[int]) -> bool:
        """True if two arms are neighbours on the frontier, so that an ICER compares them."""
        return any({s.arm, s.versus} == {*arms} and s.icer for s in self.on_frontier)


def _includes_zero(interval: Interval) -> bool:
    """True if an interval includes 0; False without an interval."""
    if interval.low is None or interval.high is None:
        return False
    return interval.low <= 0 <= interval.high


def evenly(count: int, most: int) -> Sequence[int]:
    """At most `most` of the indices below `count`, evenly spread, with the first and the last."""
    if count <= most:
        return range(count)
    return sorted({round(step * (count - 1) / (most - 1)) for step in range(most)})
