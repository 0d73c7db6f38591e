"""What must hold for an arm to save money, told of the category that its saving hangs on most."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ipscost.analysis.estimates import Estimate, View
from ipscost.scenario.nouns import Category


@dataclass(frozen=True, slots=True)
class Condition:
    """The difference in cost of one category up to which an arm saves money, all else as expected.

    limit: of the arm minus the reference arm, per person, in the money of the scenario; where the
        category costs more than that, the arm costs money. saves: whether it saves money as
        expected, so that the condition holds now.
    """

    arm: str
    category: Category
    limit: float
    saves: bool


def condition_of(view: View, arm: str) -> Condition | None:
    """The condition of an arm's saving; None for one category or an account that is not whole.

    A saving is the sum of the differences of its categories, so it is 0 where one of them is its
    expected difference less the expected total. The category is the one with the largest share of
    the variance of the total, Cov(category, total) / Var(total); without draws the one with the
    largest difference.
    """
    scenario, total, weight = view.run.scenario, view.total(arm), view.weight()
    if total.partial or total.point == 0:
        return None
    found: list[tuple[float, Category, float]] = []
    for place, category in enumerate(scenario.categories):
        if weight[place] == 0:
            continue
        inside = np.zeros(len(weight), dtype=bool)
        inside[place] = True
        part = view.difference(arm, weight * inside, inside)
        if not part.partial and part.point != 0:
            found.append((_importance(part, total), category, part.point))
    if len(found) < 2:
        return None
    _, category, difference = max(found, key=lambda each: each[0])
    return Condition(arm, category, difference - total.point, saves=total.point < 0)


def _importance(part: Estimate, total: Estimate) -> float:
    """The share of the variance of the total, or the size of a difference without draws."""
    if total.draws is None or not total.is_uncertain:
        return abs(part.point)
    if part.draws is None:
        return 0.0
    return float(np.cov(part.draws, total.draws)[0, 1] / np.var(total.draws, ddof=1))
