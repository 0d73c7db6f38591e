"""What every engine shares: the names on the ledger's axes, who pays, and discounting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost import known
from ipscost.ledger import Ledger
from ipscost.scenario import perspectives
from ipscost.scenario.nouns import Category, Discount, Outcome, Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]


def ledger(scenario: Scenario, **arrays: Any) -> Ledger:
    """The ledger of `arrays` with the names, payers, perspectives and gaps of `scenario`."""
    categories, payers = scenario.categories, tuple(scenario.payers)
    views = perspectives.known(scenario)
    shares = [[perspectives.share(c, payer) for payer in payers] for c in categories]
    return Ledger(
        arms=tuple(scenario.arms),
        reference=scenario.reference,
        categories=tuple(category.path for category in categories),
        kinds=tuple(category.kind for category in categories),
        payers=payers,
        outcomes=tuple(result.path for result in scenario.outcomes),
        perspectives=views,
        payer_share=np.array(shares),
        counted=np.array([perspectives.weights(scenario, view) for view in views]),
        known=_flags(known.level, scenario, categories),
        told=_flags(known.difference, scenario, categories),
        outcome_known=_flags(known.level, scenario, scenario.outcomes),
        outcome_told=_flags(known.difference, scenario, scenario.outcomes),
        **arrays,
    )


def _flags(
    is_known: Callable[[Scenario, Category | Outcome, str], bool],
    scenario: Scenario,
    holders: Sequence[Category | Outcome],
) -> Flags:
    """What is known of each arm, (arm, holder)."""
    found = [[is_known(scenario, holder, arm) for holder in holders] for arm in scenario.arms]
    return np.array(found, dtype=bool).reshape(len(scenario.arms), len(holders))


def observed_months(scenario: Scenario) -> int:
    """How many months of the horizon were observed."""
    return min(scenario.observed or scenario.months, scenario.months)


def discount_factors(discount: Discount, what: str, years: Floats) -> Floats:
    """Present-value factors of `cost` or `outcome` at times in years, of the shape of `years`.

    (1 + r)^-t for one rate; where the rate changes after some years, the product of the factors of
    the years that have passed: each year is discounted at its own rate.
    """
    first, later = getattr(discount, what), getattr(discount, f"{what}_later")
    rates = [first, *(rate for _, rate in later)]
    bounds = [0.0, *(after for after, _ in later), np.inf]
    factors = np.ones_like(years)
    for rate, begin, end in zip(rates, bounds, bounds[1:], strict=False):
        factors = factors * (1 + rate) ** -(np.clip(years, begin, end) - begin)
    return factors
