"""What an evaluation is of, as sums of columns: total cost, categories, outcomes.

Discounting and prices are factors of the columns, and quality-adjusted life years are the area
below the utilities by the trapezium rule, so that all of them are linear in what was measured.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from ipscost.engines.frame import discount_factors
from ipscost.individual.data import Endpoint
from ipscost.messages import Message
from ipscost.scenario import perspectives
from ipscost.scenario.data_plan import CostColumns, DataPlan, OutcomeColumns
from ipscost.scenario.nouns import Outcome, Scenario, Timing

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Factor = Callable[[float, float], float]

TOTAL = "cost"
"""The name of the sum of all categories, as the perspective counts them."""
SPAN = 1.0
"""The longest stretch, in months, that is discounted at its middle."""


def endpoints(
    scenario: Scenario, plan: DataPlan, columns: Sequence[str], adjust: Mapping[str, Sequence[int]]
) -> tuple[Endpoint, ...]:
    """The total cost, each category and each outcome that a plan names.

    columns: of the data. adjust: by the name of a column, its place, or its places where its groups
    have a column each.
    """
    places = {name: place for place, name in enumerate(columns)}
    counted = dict(
        zip(
            (each.path for each in scenario.categories),
            perspectives.weights(scenario, scenario.perspective),
            strict=True,
        )
    )
    covariates = [place for name in plan.baseline for place in adjust[name]]

    def own(names: Sequence[str]) -> tuple[int, ...]:
        before = [place for name in names for place in adjust[name]]
        return tuple(dict.fromkeys((*covariates, *before)))

    found, total = list[Endpoint](), np.zeros(len(columns))
    for cost in plan.costs:
        weights = np.zeros(len(columns))
        for name, factor in zip(cost.columns, _cost_factors(scenario, cost), strict=True):
            weights[places[name]] += factor
        total = total + counted[cost.path] * weights
        found.append(Endpoint(cost.path, weights, own(cost.baseline)))
    if plan.costs:
        before = [name for cost in plan.costs for name in cost.baseline]
        found.insert(0, Endpoint(TOTAL, total, own(before)))
    for outcome in plan.outcomes:
        weights = np.zeros(len(columns))
        for name, factor in zip(outcome.columns, _outcome_factors(scenario, outcome), strict=True):
            weights[places[name]] += factor
        found.append(Endpoint(outcome.path, weights, own(outcome.baseline)))
    return tuple(found)


def present_values(scenario: Scenario, plan: DataPlan) -> dict[str, float]:
    """By path, what 1 spread over the months as the scenario has it is worth today."""
    parts = {each.path: each for each in scenario.categories}
    found = {cost.path: _spread(scenario, parts[cost.path].timing, "cost") for cost in plan.costs}
    for each in plan.outcomes:
        found[each.path] = _of_outcome(scenario, _outcome(scenario, each.path))
    return found


def with_nothing_after(
    plan: DataPlan, columns: Sequence[str], values: Floats, followed: Floats, whole: Flags
) -> tuple[Floats, list[Message]]:
    """Values with 0 for what is missing after an event that ended what was followed.

    Nothing more can come then: costs of periods that begin later, and utilities. values: (person,
    column). followed, whole: (person,), the months, and whether all was seen that could be. Of
    those who reached the horizon nothing lies later. A reader is told where that filled anything.
    """
    if plan.until is None:
        return values, []
    found, places = values.copy(), {name: place for place, name in enumerate(columns)}
    begins = [
        (name, begin)
        for cost in plan.costs
        for name, begin in zip(cost.columns, (0.0, *cost.months), strict=False)
        if cost.months
    ]
    later = [(places[name], whole & (followed <= begin)) for name, begin in begins]
    later += [
        (places[name], whole & (followed < month))
        for outcome in plan.outcomes
        for name, month in zip(outcome.columns, outcome.months, strict=False)
    ]
    for place, after in later:
        found[after & np.isnan(found[:, place]), place] = 0.0
    if not (np.isnan(values) & ~np.isnan(found)).any():
        return values, []
    told = Message(
        "what is missing after {name} counts as 0, costs of later periods and utilities: nothing "
        "more can come",
        name=plan.until,
    )
    return found, [told]


def _outcome(scenario: Scenario, path: str) -> Outcome:
    return next(each for each in scenario.outcomes if each.path == path)


def _of_outcome(scenario: Scenario, outcome: Outcome) -> float:
    """The present value of 1 of an outcome; 1 of what does not accrue over time."""
    return _spread(scenario, outcome.timing, "outcome") if outcome.is_discounted else 1.0


def _spread(scenario: Scenario, timing: Timing, what: str) -> float:
    """The present value of 1 spread over the months, each discounted at its middle."""
    weights = np.asarray(timing.weights, dtype=np.float64)
    years = (np.arange(weights.size) + 0.5) / 12
    present = weights * discount_factors(scenario.discount, what, years)
    return float(present.sum() / weights.sum()) if weights.any() else 1.0


def _cost_factors(scenario: Scenario, cost: CostColumns) -> list[float]:
    """What makes each column a present value in the reported money."""
    if not cost.months:
        timing = next(each.timing for each in scenario.categories if each.path == cost.path)
        return [cost.factor * _spread(scenario, timing, "cost")] * len(cost.columns)
    factor = _average(scenario, "cost")
    return [cost.factor * factor(begin, end) for begin, end in pairwise((0.0, *cost.months))]


def _outcome_factors(scenario: Scenario, outcome: OutcomeColumns) -> list[float]:
    """What makes each column a part of the outcome; of utilities, quality-adjusted life years."""
    if not outcome.months:
        return [_of_outcome(scenario, _outcome(scenario, outcome.path))]
    weights = [0.0] * len(outcome.months)
    for place, (begin, end) in enumerate(pairwise(outcome.months)):
        for middle, length in _pieces(begin, end):
            worth = length / 12 * _factor(scenario, "outcome", middle)
            later = (middle - begin) / (end - begin)
            weights[place] += worth * (1 - later)
            weights[place + 1] += worth * later
    return weights


def _average(scenario: Scenario, what: str) -> Factor:
    """The mean discount factor between two months."""

    def between(begin: float, end: float) -> float:
        pieces = _pieces(begin, end)
        parts = [length * _factor(scenario, what, middle) for middle, length in pieces]
        return sum(parts) / (end - begin)

    return between


def _pieces(begin: float, end: float) -> list[tuple[float, float]]:
    """The middle and the length of stretches of at most a month, in months."""
    count = max(1, ceil((end - begin) / SPAN))
    length = (end - begin) / count
    return [(begin + (place + 0.5) * length, length) for place in range(count)]


def _factor(scenario: Scenario, what: str, month: float) -> float:
    return float(discount_factors(scenario.discount, what, np.array([month / 12]))[0])
