"""verify: a run compared with the published results that its scenario should reproduce."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from ipscost.analysis.budget.accounts import budget
from ipscost.analysis.budget.published import rolled_out, unit_rolled_out
from ipscost.analysis.conversions import restating
from ipscost.analysis.counts import counts_of
from ipscost.analysis.estimates import View
from ipscost.run import Run, simulate
from ipscost.scenario.calibration import CalibrationTarget
from ipscost.scenario.nouns import Scenario, Target
from ipscost.scenario.paths import is_within
from ipscost.scenario.terms import OF_ROLLOUT, RATIOS_OF_SHARES
from ipscost.synthesis.effects import ZeroCellError, from_levels
from ipscost.units import RATIO


@dataclass(frozen=True, slots=True)
class Finding:
    """A published result and the run's value for it, in the published unit.

    simulated: None if the run has no value: for an amount that is not known, or for a p-value or
        probability if nothing is uncertain. drawn: False if the run has no draws.
    """

    target: Target
    simulated: float | None
    drawn: bool = True

    @property
    def difference(self) -> float | None:
        """The simulated minus the published value; None if the run has none."""
        return None if self.simulated is None else self.simulated - self.target.value

    @property
    def verdict(self) -> str:
        """How the run compares with the published result.

        `agrees`: equal when rounded to the published digits. `off`: not equal, but within the
        tolerance that the scenario states. `differs`: beyond it. `unchecked`: needs draws, and the
        run has none. `not_known`: the run has no value for it. `disagrees`: not equal, as the
        scenario says of a printed value that does not follow from the others printed with it.
        """
        if self.simulated is None:
            needs_draws = self.target.what in ("p", "probability")
            return "unchecked" if needs_draws and not self.drawn else "not_known"
        steps = math.floor(abs(self.simulated) / self.target.to + 0.5)  # halves away from zero
        rounded = math.copysign(steps * self.target.to, self.simulated)
        if abs(rounded - self.target.value) < self.target.to * 1e-6:  # equal but for rounding
            return "agrees"
        if self.target.disagrees:
            return "disagrees"
        within = self.target.within
        error = abs(self.simulated - self.target.value)
        return "off" if within is not None and error <= within * (1 + 1e-9) else "differs"


def findings(run: Run) -> tuple[Finding, ...]:
    """A finding for each entry of `reproduces`, in file order.

    If a target is time in states, the scenario is run again with that time undiscounted, as studies
    report it. Of an effect that is carried over none but those of the rollout: what was published
    is of the trial.
    """
    scenario, drawn = run.scenario, run.settings.draws > 0
    targets = [t for t in scenario.targets if t.what in OF_ROLLOUT or scenario.transfer is None]
    if is_counted_otherwise(run):
        run = simulate(scenario.as_counted, run.settings)
    view = View(run, scenario.perspective)
    rolled = None
    if any(t.what in OF_ROLLOUT for t in targets):
        rolled = budget(scenario, replace(run.settings, draws=0))
    found = []
    for target in targets:
        if target.what in OF_ROLLOUT:
            value = None if rolled is None else rolled_out(rolled, target)
        else:
            value = simulated(view, target)
        found.append(Finding(target, value, drawn))
    return tuple(found)


def unit_of(target: Target | CalibrationTarget, scenario: Scenario) -> str:
    """The unit of a published result: `p`, `share`, that of the outcome, or money per person.

    Of a rollout, posts, or money of the year it is paid in or of that which is stated.
    """
    if isinstance(target, Target) and target.what in OF_ROLLOUT:
        return unit_rolled_out(scenario, target)
    if target.what == "p":
        return "p"
    if target.what in ("relative", "probability"):
        return "share"
    if target.what in RATIOS_OF_SHARES:
        return str(RATIO)
    if target.path.startswith("outcome."):
        return str(next(o.unit for o in scenario.outcomes if o.path == target.path))
    is_bare = "_" not in target.unit
    return f"{scenario.stated_money if is_bare else target.unit.split('/')[0]}/person"


def is_counted_otherwise(run: Run) -> bool:
    """True if a target is time in states, which studies report undiscounted."""
    return run.scenario.is_counted_otherwise(target.path for target in run.scenario.targets)


def simulated(view: View, target: Target) -> float | None:
    """The run's value for a target, in the target's unit; None if it has none."""
    if target.path.startswith("outcome."):
        return _outcome(view, target)
    scenario = view.run.scenario
    inside = [is_within(category.path, target.path) for category in scenario.categories]
    weight = view.weight() * inside
    if target.what == "cost":
        level = view.known_cost(target.arm, weight)
        return None if level is None else level / _money(view, target)
    change = view.difference(target.arm, weight, np.array(inside))
    if change.partial:
        return None
    if target.what == "p":
        return change.p_value()
    if target.what == "probability":
        return change.probability_below(0)
    if target.what == "relative":
        base = view.known_cost(scenario.reference, weight)
        return change.point / base if base else None
    value = change.point / _money(view, target)
    return -value if target.what == "saving" else value


def _outcome(view: View, target: Target) -> float | None:
    """The run's value for a target that is an outcome; None if it is not known."""
    index = view.run.point.outcomes.index(target.path)
    if target.what == "outcome":
        known = view.run.point.outcome_known[view.run.point.arm(target.arm), index]
        return view.outcome(target.arm, index).point if known else None
    if target.what in RATIOS_OF_SHARES:
        return _ratio(view, target, index)
    if target.what == "relative":
        relative = view.outcome_relative(target.arm, index)
        return None if relative is None else relative.point
    change = view.outcome_difference(target.arm, index)
    if change.partial:
        return None
    return change.p_value() if target.what == "p" else change.point


def _ratio(view: View, target: Target, index: int) -> float | None:
    """The ratio of two shares, or an end of its interval from counts; None if it is not known."""
    scenario = view.run.scenario
    outcome, known = scenario.outcomes[index], view.run.point.outcome_known[:, index]
    arms = (target.arm, scenario.reference)
    if not all(known[view.run.point.arm(arm)] for arm in arms):
        return None
    try:
        if not target.bound:
            own, control = (view.outcome(arm, index).point for arm in arms)
            return from_levels(target.what, own, control).estimate
        counts = counts_of(scenario, target.arm, outcome)
        interval = None if counts is None else counts.effect(target.what).interval()
    except ZeroCellError:
        return None
    return None if interval is None else interval[target.bound == "high"]


def _money(view: View, target: Target) -> float:
    """The factor from the money of a target to the money of the run."""
    scenario = view.run.scenario
    if scenario.money == scenario.stated_money:
        return target.factor
    restated = restating(scenario)
    return target.factor * restated.factor
