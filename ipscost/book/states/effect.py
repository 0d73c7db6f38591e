"""How much of the effect, the difference between the arms, remains, as a formula."""

from __future__ import annotations

from collections.abc import Callable

from ipscost.book.formulas import Constant, Formula, Over, Power, call, plus, times
from ipscost.scenario.model import LongTermEffect
from ipscost.scenario.quantity import Quantity


def lasting(
    effect: LongTermEffect | None,
    low: float,
    high: float,
    number: Callable[[Quantity], Formula],
) -> Formula | None:
    """The weight of the effect, averaged between two months; None where all of it lasts.

    The formulas are those of `engines.lasting`: docs/method.md, The effect after month N. With a
    half-life it is b + (1 - b) h / (l ln 2) (0.5^(x / h) - 0.5^(y / h)) as a mean over the months
    x to y after the effect is as observed, l = y - x, of which the part b lies before.
    """
    if effect is None or effect.then == "persists" or high <= effect.after:
        return None
    start, end = max(low - effect.after, 0.0), high - effect.after
    before = 1 - (end - start) / (high - low)
    if effect.then == "stops" or effect.half_life is None:
        return Constant(before)
    half_life = number(effect.half_life)
    gone = (Power(Constant(0.5), Over(Constant(time), half_life)) for time in (start, end))
    left = next(gone) - next(gone)
    mean = Over(half_life, times(high - low, call("LN", 2.0)))
    return plus((before, times(mean, left))) if before else times(mean, left)
