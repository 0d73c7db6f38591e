"""The studies of a plan drawn person by person or site by site: a check of its formulas."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.power.plan import StudyPlan
from ipscost.analysis.power.target import SAVING
from ipscost.drawing.streams import generator
from ipscost.scenario.special import special
from ipscost.scenario.spread import COST
from ipscost.trial import simulated, tested
from ipscost.trial.designs import BeforeAfter, BySite, Staggered, TwoGroups
from ipscost.trial.power import TwoShares
from ipscost.trial.simulated import Sampled
from ipscost.trial.tested import WELCH

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

STUDIES = 2_000
"""So many studies are drawn: a share of 80% of them is then within two points (95%)."""
FEWEST_STUDIES = 200
MOST_PERSONS = 2_000_000
"""So many persons are drawn at most, about a tenth of a second's work."""
CELLS = 400
"""The weights of a staggered start are a table of cells by cells: with 2,000 of them, 32 MB."""


def simulated_power(plan: StudyPlan, n: int, test: str = WELCH) -> float | None:
    """The share of drawn studies that find the difference with its sign, by a test of the plan.

    Costs are gamma, so that few people carry most of them, or as the scenario says, where their
    level is known and above 0; else, as outcomes, they are normal. Shares are counts. None where
    the studies would be too few, and for gamma regression of what is no such cost.
    """
    if n not in plan.drawn:
        plan.drawn[n] = dict(_by_test(plan, n))
    return plan.drawn[n].get(test)


def _by_test(plan: StudyPlan, n: int) -> Iterator[tuple[str, float]]:
    """The share of studies that find the difference by each test that applies."""
    compared, design = plan.target.compared, plan.design
    controls = plan.controls(n)
    studies = min(STUDIES, MOST_PERSONS // _drawn(plan, n))
    if studies < FEWEST_STUDIES or 1 in (n, controls):  # of one person there is no variance
        return
    groups = _groups(plan)
    random = generator(plan.seed, f"study.{n}")
    if not isinstance(design, TwoGroups):
        yield WELCH, _share(plan, *_by_design(plan, random, studies, n))
        return
    tests = [test for test in plan.tried if test != tested.GAMMA or is_skew(plan)]
    if isinstance(compared, TwoShares) and WELCH in tests:
        tests.remove(WELCH)
        shares = compared.treated, compared.control
        found = simulated.shares(random, studies, *shares, (n, controls))
        yield WELCH, _share(plan, *found)
    again = generator(plan.seed, f"study.{n}.resampled")
    seen: dict[str, list[Flags]] = {test: [] for test in tests}
    random = generator(plan.seed, f"study.{n}.people")
    for with_, without in simulated.people(random, studies, *groups, (n, controls)):
        for test in tests:
            if test == tested.BOOTSTRAP:
                p = tested.bootstrap(again, with_, without)
                sign = with_.mean(axis=1) - without.mean(axis=1)
            else:
                by = tested.gamma if test == tested.GAMMA else tested.welch
                sign, freedom = by(with_, without)
                p = _p_value(sign, freedom)
            seen[test].append((p < 1 - plan.level) & (_direction(plan) * sign > 0))
    for test in tests:
        yield test, float(np.concatenate(seen[test]).mean())


def _share(plan: StudyPlan, statistic: Floats, freedom: Floats) -> float:
    """The share of studies that find the difference with its sign."""
    found = _p_value(statistic, freedom) < 1 - plan.level
    return float((found & (statistic * plan.target.compared.effect > 0)).mean())


def is_skew(plan: StudyPlan) -> bool:
    """True where people have a cost that is never negative, of which the level is known."""
    return _levels(plan) is not None


def _direction(plan: StudyPlan) -> float:
    """Of the effect, in what is drawn: a saving is less of a cost."""
    sign = math.copysign(1, plan.target.compared.effect)
    return -sign if is_skew(plan) else sign


def _groups(plan: StudyPlan) -> tuple[Sampled, Sampled]:
    """The people with the intervention and those without, of whom studies are drawn."""
    compared = plan.target.compared
    if isinstance(compared, TwoShares):
        shares = compared.treated, compared.control
        with_, without = (Sampled(p, math.sqrt(p * (1 - p)), simulated.SHARE) for p in shares)
        return with_, without
    costs = _levels(plan)
    if costs is None:
        return Sampled(compared.effect, compared.treated), Sampled(0.0, compared.control)
    shape, zero = _shape(plan)
    with_, without = (
        Sampled(mean, sd, shape, zero)
        for mean, sd in zip(costs, (compared.treated, compared.control), strict=True)
    )
    return with_, without


def _shape(plan: StudyPlan) -> tuple[str, float]:
    """How the scenario says that the total cost of people is spread; gamma where it does not."""
    run = plan.target.decision.run
    between = None if run is None else run.scenario.spread
    stated = None if between is None else between.by_path.get(COST)
    if stated is None or stated.dist not in (simulated.GAMMA, simulated.LOGNORMAL):
        return simulated.GAMMA, 0.0
    return stated.dist, 0.0 if stated.zero is None else stated.zero.mean


def _drawn(plan: StudyPlan, n: int) -> int:
    """What is drawn, or weighted against all others, in a study: people, or sites by period."""
    design = plan.design
    if isinstance(design, BySite):
        return design.sites
    if isinstance(design, Staggered):
        return max(design.started.size, design.started.size**2 // CELLS)
    return n + plan.controls(n)


def _by_design(
    plan: StudyPlan, random: simulated.Drawing, studies: int, n: int
) -> tuple[Floats, Floats]:
    """The tests of differences between the means of sites, and before and after; all normal."""
    compared, design = plan.target.compared, plan.design
    sds = [compared.treated, compared.control]
    if isinstance(compared, TwoShares):
        sds = [math.sqrt(p * (1 - p)) for p in sds]
    treated, control = Sampled(compared.effect, sds[0]), Sampled(0.0, sds[1])
    if isinstance(design, BySite):
        return simulated.by_site(random, studies, treated, control, design, n)
    if isinstance(design, Staggered):
        return simulated.staggered(random, studies, treated, control, design, n)
    assert isinstance(design, BeforeAfter)
    return simulated.before_after(random, studies, treated, control, design, n)


def _levels(plan: StudyPlan) -> tuple[float, float] | None:
    """The cost of the arm and of the reference arm; None if a level is not known or not above 0."""
    target, decision = plan.target, plan.target.decision
    places = [target.arm, decision.psa.base]
    if target.kind != SAVING or not decision.cost_known[places].all():
        return None
    treated, control = (float(decision.psa.cost_mean[place]) for place in places)
    return (treated, control) if min(treated, control) > 0 else None


def _p_value(statistic: Floats, freedom: Floats) -> Floats:
    """The two-sided p value of Student's t, or of a normal statistic for infinite `freedom`.

    The incomplete beta function I_x(f / 2, 1 / 2) at x = f / (f + t^2).
    """
    square = statistic**2
    if np.isinf(freedom).all():
        normal: Floats = 2 * special().ndtr(-np.abs(statistic))
        return normal
    value: Floats = special().betainc(freedom / 2, 0.5, freedom / (freedom + square))
    return value
