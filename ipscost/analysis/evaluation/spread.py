"""How much people in the data differ, and what the model file states beside the data."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.estimates import View
from ipscost.analysis.evaluation.case import TOTAL, DataCase
from ipscost.analysis.persons import ROUNDING
from ipscost.run import simulate
from ipscost.scenario.nouns import Scenario
from ipscost.settings import Settings
from ipscost.units import SHARE

if TYPE_CHECKING:
    from collections.abc import Collection

STATED_DRAWS = 10_000
"""Draws of what the model file states, for its standard error."""
LEAST_TOGETHER = 0.005
"""A smaller correlation between categories is as good as none."""


def spread_of(case: DataCase) -> dict[str, tuple[float, float | None]]:
    """By path the standard deviation between persons of one arm, and the share who have none.

    Of present values, as persons and studies of a scenario count them.
    Of those in whom it was measured. No share where fewer than `min_cell` persons have none, or
    have some, and no spread of fewer persons than that; none of a share of persons, which has no
    other spread than its own.
    """
    shares = {o.path for o in case.scenario.outcomes if o.unit == SHARE}
    found: dict[str, tuple[float, float | None]] = {}
    least = case.asked.min_cell
    for endpoint in case.endpoints:
        if endpoint.name == TOTAL or endpoint.name in shares:
            continue
        values = endpoint.of(case.data.values)
        if case.data.complete is not None:  # of those cut off a part is there
            values = np.where(case.data.complete, values, np.nan)
        squares, freedom, none, some = 0.0, 0, 0, 0
        for arm in range(len(case.data.arms)):
            own = values[(case.data.arm == arm) & ~np.isnan(values)]
            if own.size < 2:
                continue
            squares += float(((own - own.mean()) ** 2).sum())
            freedom += own.size - 1
            none += int((own == 0).sum())
            some += int((own != 0).sum())
        if freedom + 1 < max(least, 2):
            continue
        if squares <= freedom * (ROUNDING * np.nanmax(np.abs(values))) ** 2:
            continue
        is_safe = min(none, some) >= least
        zero = none / (none + some) if is_safe else None
        found[endpoint.name] = math.sqrt(squares / freedom), zero
    return found


def together_of(case: DataCase) -> float | None:
    """The correlation between any two categories of one person that gives their sum its spread.

    Within arms, of those in whom every category was measured: (V - Σ s²) / ((Σ s)² - Σ s²) with V
    the variance of the sum and s the standard deviation of each. None where a category is not in
    the data, the file states how categories go together, they do not go together, or fewer than
    `min_cell` persons would tell.
    """
    stated = case.scenario.spread
    parts = case.categories
    if len(parts) < 2 or len(parts) < len(case.scenario.categories):
        return None
    if stated is not None and (stated.together or stated.frailty or TOTAL in stated.by_path):
        return None
    values = np.stack([each.of(case.data.values) for each in parts])
    known = ~np.isnan(values).any(axis=0)
    if case.data.complete is not None:
        known &= case.data.complete
    inside, freedom = [], 0
    for arm in range(len(case.data.arms)):
        own = values[:, known & (case.data.arm == arm)]
        if own.shape[1] > 1:
            inside.append(own - own.mean(axis=1, keepdims=True))
            freedom += own.shape[1] - 1
    if freedom + 1 < max(case.asked.min_cell, 2):
        return None
    off = np.concatenate(inside, axis=1)
    apart = np.sqrt((off * off).sum(axis=1))
    whole, squares = float((off.sum(axis=0) ** 2).sum()), float((apart**2).sum())
    most = float(apart.sum()) ** 2 - squares
    found = (whole - squares) / most if most > 0 else 0.0
    return min(found, 0.99) if found >= LEAST_TOGETHER else None


def stated_beside(
    scenario: Scenario, measured: Collection[str], arms: Collection[str], seed: int
) -> tuple[dict[tuple[str, str], tuple[float, float]], dict[str, float]]:
    """What the file states of categories that the data do not hold.

    By path and arm the difference from the reference arm and its standard error, and by path the
    cost in the reference arm, as present values in the reported money. Nothing of what is unknown.
    """
    paths = [each.path for each in scenario.categories if each.path not in measured]
    if not paths:
        return {}, {}
    run = simulate(scenario, Settings(draws=STATED_DRAWS, seed=seed))
    view = View(run, scenario.perspective)
    found, levels = {}, {}
    for place, category in enumerate(scenario.categories):
        if category.path not in paths:
            continue
        weight = np.zeros(len(scenario.categories))
        weight[place] = 1.0
        level = view.known_cost(scenario.reference, weight)
        if level is not None:
            levels[category.path] = level
        for arm in arms:
            estimate = view.difference(arm, weight)
            if estimate.partial or estimate.empty:
                continue
            draws = estimate.draws
            is_sure = draws is None or not estimate.is_uncertain
            se = 0.0 if is_sure or draws is None else float(np.std(draws, ddof=1))
            found[category.path, arm] = estimate.point, se
    return found, levels
