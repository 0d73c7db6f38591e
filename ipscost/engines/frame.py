"""What all engines share: the names of the ledger's axes, who pays, and discounting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost import known
from ipscost.ledger import Ledger
from ipscost.remembered import SCENARIOS, by_identity
from ipscost.scenario import perspectives
from ipscost.scenario.nouns import Category, Discount, Outcome, Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]


def ledger(scenario: Scenario, **arrays: Any) -> Ledger:
    """The ledger of `arrays` with the names, payers, perspectives and gaps of `scenario`.

    arrays: the fields of `Ledger` that an engine computes; their shapes are given there. Raises
    ValueError or NotFiniteError where `Ledger` does.
    """
    return Ledger(**_without_draws(scenario), **arrays)


@by_identity(SCENARIOS)
def _without_draws(scenario: Scenario) -> dict[str, Any]:
    """The fields of a ledger that are the same in every block of draws of a scenario."""
    categories, payers = scenario.categories, tuple(scenario.payers)
    views = perspectives.known(scenario)
    shares = [[perspectives.share(c, payer) for payer in payers] for c in categories]
    return {
        "arms": tuple(scenario.arms),
        "reference": scenario.reference,
        "categories": tuple(category.path for category in categories),
        "kinds": tuple(category.kind for category in categories),
        "payers": payers,
        "outcomes": tuple(result.path for result in scenario.outcomes),
        "perspectives": views,
        "payer_share": np.array(shares),
        "counted": np.array([perspectives.weights(scenario, view) for view in views]),
        "known": _flags(known.level, scenario, categories),
        "told": _flags(known.difference, scenario, categories),
        "outcome_known": _flags(known.level, scenario, scenario.outcomes),
        "outcome_told": _flags(known.difference, scenario, scenario.outcomes),
    }


def _flags(
    is_known: Callable[[Scenario, Category | Outcome, str], bool],
    scenario: Scenario,
    holders: Sequence[Category | Outcome],
) -> Flags:
    """Whether `is_known` holds in each arm, (arm, holder); a holder is a category or an outcome."""
    flags = [[is_known(scenario, holder, arm) for holder in holders] for arm in scenario.arms]
    return np.array(flags, dtype=bool).reshape(len(scenario.arms), len(holders))


def observed_months(scenario: Scenario) -> int:
    """The number of months of the horizon that were observed; the rest are extrapolated."""
    return min(scenario.observed or scenario.months, scenario.months)


def discount_factors(discount: Discount, what: str, years: Floats) -> Floats:
    """Discount factors at `years` after the start, in the shape of `years`, such as (month,).

    what: `cost` or `outcome`; each has its own yearly rate r. The factor at time t is (1 + r)^-t.
    If the rate changes after some years, each year is discounted at its own rate: the factor is
    the product of (1 + r_i)^-(the part of the time up to t that lies in stretch i). See
    docs/method.md, Discounting by a schedule.
    """
    first, later = getattr(discount, what), getattr(discount, f"{what}_later")
    rates = [first, *(rate for _, rate in later)]
    bounds = [0.0, *(after for after, _ in later), np.inf]
    factors = np.ones_like(years)
    for rate, begin, end in zip(rates, bounds, bounds[1:], strict=False):
        factors = factors * (1 + rate) ** -(np.clip(years, begin, end) - begin)
    return factors
