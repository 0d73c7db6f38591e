"""Expected values per arm, category and month, directly from the stated amounts.

Every result of this engine is a sum of products of quantities. So, run at the expected values of
the quantities, and of the products of correlated ones (`Expected.product`), it gives the expected
value of the ledger exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing.draws import Draws
from ipscost.drawing.streams import Streams
from ipscost.engines import carried
from ipscost.engines.frame import discount_factors, ledger, observed_months
from ipscost.engines.outcome import Detail, EngineResult
from ipscost.scenario.nouns import Quantity, Scenario, Timing

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def run(scenario: Scenario, draws: Draws, streams: Streams, *, detail: Detail) -> EngineResult:
    """The ledger of `scenario`: one period, the horizon, spread over months by each timing.

    An amount, (arm, category, 1, draw), is what the scenario states for the arm, or its use times
    the price, in the scenario's money per person. Months are discounted at their middle
    (`frame.discount_factors`; docs/method.md, From draws to costs). With detail `totals` the months
    are summed to present values.

    Raises ValueError if an amount depends on states, which only the engine `states` can run.
    """
    if any(category.rules or category.rate for category in scenario.categories):
        raise ValueError("a scenario whose amounts depend on states needs the engine states")
    arms, categories, outcomes = tuple(scenario.arms), scenario.categories, scenario.outcomes
    draws = carried.with_shares(scenario, draws)
    amount = np.empty((len(arms), len(categories), 1, draws.n))
    for index, category in enumerate(categories):
        price = "" if category.price is None else category.price.path
        shares = carried.shares(scenario, category)
        amount[:, index, 0] = by_arm(category.arms, scenario, draws, price, shares)
    outcome = np.empty((len(arms), len(outcomes), 1, draws.n))
    transfer = scenario.transfer
    after = carried.Outcomes(scenario, transfer, draws) if transfer is not None else None
    for index, result in enumerate(outcomes):
        levels = by_arm(result.arms, scenario, draws)
        if after is not None:
            own = by_arm(result.arms, scenario, draws, "", carried.shares(scenario, result))
            levels = after.levels(result, levels, own)
        outcome[:, index, 0] = levels
    spread, outcome_spread = stated_spreads(scenario)
    middle = (np.arange(scenario.months) + 0.5) / 12
    cost_factors = discount_factors(scenario.discount, "cost", middle)
    outcome_factors = discount_factors(scenario.discount, "outcome", middle)
    discounted = np.array([outcome.is_discounted for outcome in outcomes], dtype=bool)
    monthly = ledger(
        scenario,
        amount=amount,
        spread=spread,
        present=spread * cost_factors,
        outcome_amount=outcome,
        outcome_spread=outcome_spread,
        outcome_present=outcome_spread * np.where(discounted[:, None, None], outcome_factors, 1.0),
        observed=observed_months(scenario),
        clipped={} if after is None else after.clipped,
    )
    return EngineResult(monthly.collapsed() if detail == "totals" else monthly)


def stated_spreads(scenario: Scenario) -> tuple[Floats, Floats]:
    """The share of an amount that falls in each month, for categories and for outcomes.

    (category, 1, month) and (outcome, 1, month); the 1 is the single period, the horizon.
    """
    months = scenario.months
    spread = _months(category.timing for category in scenario.categories)
    outcome = _months(result.timing for result in scenario.outcomes)
    return spread, outcome.reshape(len(scenario.outcomes), 1, months)


def _months(timings: Iterable[Timing]) -> Floats:
    """The weight of each month, (timing, 1, month); the 1 is the single period, the horizon."""
    return np.array([[timing.weights] for timing in timings])


def by_arm(
    quantities: Mapping[str, Quantity],
    scenario: Scenario,
    draws: Draws,
    price: str = "",
    shares: Mapping[str, str] | None = None,
) -> Floats:
    """The level in each arm, times the price at path `price` if there is one, (arm, draw).

    A difference is added to the level of the reference arm and a ratio multiplies it
    (docs/method.md, From draws to costs). Of arms in `shares` a share of the difference alone is
    added, that at the path given there. A level that was never published counts as 0 here, so
    that differences between arms remain correct; `ipscost.known` says which levels those are.
    """
    level = np.zeros((len(scenario.arms), draws.n))
    arms = {name: index for index, name in enumerate(scenario.arms)}
    base, reference = arms[scenario.reference], quantities.get(scenario.reference)
    times = (price,) if price else ()
    if reference is not None:
        level[base] = draws.product(reference.path, *times)
    for name, quantity in quantities.items():
        if name == scenario.reference:
            continue
        index, share = arms[name], (shares or {}).get(name)
        own = (quantity.path, *times) if share is None else (quantity.path, *times, share)
        if quantity.role == "mean":
            level[index] = draws.product(*own)
        elif quantity.role == "difference":
            level[index] = level[base] + draws.product(*own)
        elif reference is not None:
            level[index] = draws.product(reference.path, *own)
        if share is not None and reference is not None and quantity.role != "difference":
            level[index] += level[base] - draws.product(reference.path, *times, share)
    return level
