"""The variance of an arm's saving, as shares by quantity and by payer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ipscost.analysis.estimates import View
from ipscost.analysis.reaches import of_saving
from ipscost.decision.variance import variance_shares
from ipscost.run import Run
from ipscost.scenario import perspectives
from ipscost.scenario.model import once
from ipscost.scenario.nouns import Scenario

FEWEST_DRAWS = 100
"""With fewer draws, shares of a variance are mostly noise."""


@dataclass(frozen=True, slots=True)
class ArmVariance:
    """Shares of the variance of the cost difference of an arm, by path, the largest first.

    quantities: of each quantity by itself; correlated quantities are one term, under the path of
        their correlation. interactions: what several quantities explain only jointly. All of these
        sum to 1.
    payers: Cov(part, total) / Var(total), where `part` is what a payer bears of the total. They sum
        to 1; one is negative if that part offsets variation in the others.
    """

    arm: str
    quantities: tuple[tuple[str, float], ...]
    interactions: float
    payers: tuple[tuple[str, float], ...]

    @property
    def has_payers(self) -> bool:
        """True if several payers bear the total; with one, its share is 1."""
        return len(self.payers) > 1


@dataclass(frozen=True, slots=True)
class Variances:
    """Variance shares of every intervention whose saving is uncertain.

    has_few_draws: True if there are fewer than FEWEST_DRAWS. fixed: the paths of quantities without
        uncertainty that these savings depend on.
    """

    scenario: Scenario
    arms: tuple[ArmVariance, ...]
    has_few_draws: bool
    fixed: tuple[str, ...] = ()


def variances_of(run: Run) -> Variances:
    """The variance shares of a run, from the perspective of its scenario.

    Without arms if there are fewer than FEWEST_DRAWS draws or nothing is uncertain. The shares are
    first-order indices by regression (`decision.variance.variance_shares`).
    """
    scenario, view = run.scenario, View(run, run.scenario.perspective)
    if run.settings.draws < FEWEST_DRAWS:
        return Variances(scenario, (), has_few_draws=True)
    uncertain = [arm for arm in scenario.interventions if view.total(arm).is_uncertain]
    needed = [q for arm in uncertain for q in of_saving(scenario, arm)]
    fixed = dict.fromkeys(q.path for q in needed if q.is_known and q.is_fixed)
    arms = tuple(_arm(view, arm) for arm in uncertain)
    return Variances(scenario, arms, has_few_draws=False, fixed=tuple(fixed))


def _arm(view: View, arm: str) -> ArmVariance:
    """The variance shares of one arm, whose saving is uncertain."""
    run, total = view.run, view.total(arm).draws
    assert total is not None
    columns = run.draws.columns
    drawn = {name: [columns[path] for path in paths] for name, paths in terms(view).items()}
    shares = variance_shares(total, drawn)
    return ArmVariance(
        arm,
        tuple(sorted(shares.terms.items(), key=lambda each: -each[1])),
        shares.interactions,
        tuple(sorted(_payers(view, arm), key=lambda each: -each[1])),
    )


def _payers(view: View, arm: str) -> Iterator[tuple[str, float]]:
    """The covariance share of each payer that bears a part of the total, in file order."""
    total = view.total(arm).draws
    assert total is not None
    for name in view.run.scenario.payers:
        share = np.array(perspectives.part(view.run.scenario, view.perspective, name))
        part = view.difference(arm, share).draws
        if share.any() and part is not None:
            covariance = float(np.cov(part, total)[0, 1] / np.var(total, ddof=1))
            yield f"payer.{name}", covariance


def terms(view: View) -> dict[str, tuple[str, ...]]:
    """The terms that the variance is split into, each with the paths of its quantities.

    They are the uncertain quantities of what is counted. Quantities of one correlation are one
    term, called `correlation.` and its name.
    """
    scenario = view.run.scenario
    counted = zip(scenario.categories, view.weight(), strict=True)
    numbers = list(scenario.model.numbers) if scenario.model else []
    for category, weight in counted:
        others = [other for other in scenario.categories if other.path in category.of]
        if weight != 0:
            numbers += [n for each in (category, *others) for n in each.numbers]
    paths = [number.path for number in once(tuple(numbers)) if not number.is_fixed]
    members: dict[str, tuple[str, ...]] = {}
    tied = {path: each for each in scenario.correlations for path in each.members}
    for path in paths:
        each = tied.get(path)
        name = path if each is None else f"correlation.{each.name}"
        members[name] = (path,) if each is None else each.members
    return members
