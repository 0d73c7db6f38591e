"""When a category occurs within the horizon: a weight for each month."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ipscost.loading.cursor import Checked
from ipscost.loading.keys.fields import TimingKeys
from ipscost.loading.keys.schema import CostKeys, OutcomeKeys
from ipscost.scenario.nouns import Timing
from ipscost.units import SHARE, Unit

MAX_MONTHS = 1200
"""A hundred years, the longest horizon."""
MOST_WRITTEN = 24
"""The most weights that a fix writes out: two years of months."""


def read_timing(
    at: Checked[CostKeys] | Checked[OutcomeKeys],
    unit: Unit | None,
    horizon: int | None,
    *,
    by_month: bool = False,
    beyond: bool = False,
) -> Timing | None:
    """The weight of each month of a category or an outcome.

    by_month: it is tied to states, so it is counted in each of its months whatever its unit.
    beyond: it may extend beyond the horizon.
    """
    if unit is None:
        return None
    keys, here, is_stated = at.keys.timing, at.locate("timing"), "timing" in at
    months = horizon or MAX_MONTHS
    first, last = keys.months or (1, months)
    most = MAX_MONTHS if beyond else months
    if first > last or last > most:
        message = f"expected months between 1 and {most}, found {first} to {last}"
        low, high = sorted((first, last))
        fix = f"write months: [{low if low <= most else 1}, {min(high, most)}]"
        if low > most:
            name = at.path.rpartition(".")[2]
            fix = f"take {name} out; its months lie beyond the horizon of {most} months, which "
            fix += "may be too short"
        here.refuse("E214", message, fix)
        return None
    monthly = unit.monthly or by_month
    weights = _evenly(first, last, months, monthly)
    profile = "months" if keys.months else "uniform"
    if keys.weights is not None:
        if horizon is None:
            return None
        if len(keys.weights) != months or sum(keys.weights) == 0 or monthly or keys.months:
            message = f"expected {months} weights (one a month, not all 0) for an amount over "
            message += f"the horizon, found {len(keys.weights)} for {unit}"
            here.refuse("E214", message, _weights_fix(keys, months, monthly=monthly))
            return None
        weights, profile = _shares(keys.weights), "weights"
    elif unit == SHARE and not is_stated and not by_month:
        weights, profile = _evenly(months, months, months, monthly), "end"
    return Timing(weights, profile, first, last, monthly, is_stated)


def _shares(weights: Sequence[float]) -> tuple[float, ...]:
    """Weights as shares of their sum."""
    total = sum(weights)
    return tuple(weight / total for weight in weights)


@lru_cache(256)
def _evenly(first: int, last: int, months: int, monthly: bool) -> tuple[float, ...]:
    """The weight of each of `months`: 1 between `first` and `last` if `monthly`, else a share."""
    within = [1.0 if first <= month <= last else 0.0 for month in range(1, months + 1)]
    return tuple(within) if monthly else _shares(within)


def _weights_fix(keys: TimingKeys, months: int, *, monthly: bool) -> str:
    """The fix for weights that do not fit."""
    given = keys.weights or []
    if monthly:
        return "take timing out; a monthly amount has no weights"
    if keys.months:
        return "keep one of months, weights"
    if not sum(given) or months > MOST_WRITTEN:
        return f"take timing out; weights are one a month, {months} of them, not all 0"
    filled = [*given[:months], *[0.0] * (months - len(given))]
    if not sum(filled):
        return "take timing out; the weights of the months that count are 0"
    weights = ", ".join(f"{weight:g}" for weight in filled)
    return f"write weights: [{weights}] if they are of the first months"
