"""The studies of a plan drawn person by person or site by site: a check of its formulas."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.power.plan import StudyPlan
from ipscost.analysis.power.target import SAVING
from ipscost.drawing.streams import generator
from ipscost.scenario.special import special
from ipscost.trial import simulated
from ipscost.trial.designs import BeforeAfter, BySite, Staggered, TwoGroups
from ipscost.trial.power import TwoShares
from ipscost.trial.simulated import Sampled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STUDIES = 2_000
"""So many studies are drawn: a share of 80% of them is then within two points (95%)."""
FEWEST_STUDIES = 200
MOST_PERSONS = 2_000_000
"""So many persons are drawn at most, about a tenth of a second's work."""
CELLS = 400
"""The weights of a staggered start are a table of cells by cells: with 2,000 of them, 32 MB."""


def simulated_power(plan: StudyPlan, n: int) -> float | None:
    """The share of drawn studies that find the difference with its sign; None if they are too few.

    Costs are gamma, so that few people carry most of them, where their level is known and above 0;
    else, as outcomes, they are normal. Shares are counts.
    """
    compared, design = plan.target.compared, plan.design
    controls = plan.controls(n)
    studies = min(STUDIES, MOST_PERSONS // _drawn(plan, n))
    if studies < FEWEST_STUDIES or 1 in (n, controls):  # of one person there is no variance
        return None
    random = generator(plan.seed, f"study.{n}")
    if isinstance(compared, TwoShares) and isinstance(design, TwoGroups):
        shares = compared.treated, compared.control
        statistic, freedom = simulated.shares(random, studies, *shares, (n, controls))
    else:
        statistic, freedom = _of_means(plan, n, studies)
    found = _p_value(statistic, freedom) < 1 - plan.level
    return float((found & (statistic * compared.effect > 0)).mean())


def _drawn(plan: StudyPlan, n: int) -> int:
    """What is drawn, or weighted against all others, in a study: people, or sites by period."""
    design = plan.design
    if isinstance(design, BySite):
        return design.sites
    if isinstance(design, Staggered):
        return max(design.started.size, design.started.size**2 // CELLS)
    return n + plan.controls(n)


def _of_means(plan: StudyPlan, n: int, studies: int) -> tuple[Floats, Floats]:
    """The tests of differences between means."""
    compared, design = plan.target.compared, plan.design
    random = generator(plan.seed, f"study.{n}")
    if isinstance(compared, TwoShares):
        sds = [math.sqrt(p * (1 - p)) for p in (compared.treated, compared.control)]
    else:
        sds = [compared.treated, compared.control]
    treated, control = Sampled(compared.effect, sds[0]), Sampled(0.0, sds[1])
    costs = _levels(plan)
    if costs is not None and isinstance(design, TwoGroups):
        treated, control = (
            Sampled(mean, sd, simulated.GAMMA) for mean, sd in zip(costs, sds, strict=True)
        )
        sizes = n, plan.controls(n)
        statistic, freedom = simulated.welch(random, studies, treated, control, sizes)
        return -statistic, freedom  # a saving is less cost
    if isinstance(design, BySite):
        return simulated.by_site(random, studies, treated, control, design, n)
    if isinstance(design, Staggered):
        return simulated.staggered(random, studies, treated, control, design, n)
    if isinstance(design, BeforeAfter):
        return simulated.before_after(random, studies, treated, control, design, n)
    return simulated.welch(random, studies, treated, control, (n, plan.controls(n)))


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
