"""Whether the bounds of an unknown of a calibration fit the number that it names."""

from __future__ import annotations

import math

from ipscost.loading.cursor import Checked
from ipscost.loading.keys.schema_calibrate import UnknownKeys
from ipscost.messages import Message
from ipscost.scenario.nouns import Quantity
from ipscost.units import SHARE


def holds(at: Checked[UnknownKeys], quantity: Quantity, start: float) -> bool:
    """True if the bounds rise, contain the start, and lie within the number's range."""
    low, high = at.keys.low, at.keys.high
    if low >= high:
        message = Message("expected low below high, found {low:g} and {high:g}", low=low, high=high)
        fix = (
            Message("write low: {high:g} and write high: {low:g}", high=high, low=low)
            if low > high
            else Message("write two numbers")
        )
        at.refuse("E242", message, fix, at["high"].span)
        return False
    least, most = _possible(quantity)
    for key, bound in (("low", low), ("high", high)):
        if not least <= bound <= most:
            message = Message(
                "expected a value that {path} can have, {range}, found {bound:g}",
                path=quantity.path,
                range=_range(least, most),
                bound=bound,
            )
            at[key].refuse(
                "E242",
                message,
                Message("write {key}: {bound:g}", key=key, bound=min(max(bound, least), most)),
            )
            return False
    if not low <= start <= high:
        of = (
            "start"
            if "start" in at
            else Message("the number's own value (at {position})", position=_position(quantity))
        )
        message = Message(
            "expected bounds around the start, found {low:g} to {high:g} and {of} {start:.6g}",
            low=low,
            high=high,
            of=of,
            start=start,
        )
        fix = Message("add start: {low:g}; any value between them will do", low=(low + high) / 2)
        if "start" in at:
            fix = Message("write a start from {low:g} to {high:g}", low=low, high=high)
        at.refuse("E242", message, fix, (at.get("start") or at["low"]).span)
        return False
    return True


def _possible(quantity: Quantity) -> tuple[float, float]:
    """The values that a number of this kind can have, whatever the other numbers are."""
    if quantity.role == "difference":
        return (-1.0, 1.0) if quantity.unit == SHARE else (-math.inf, math.inf)
    if quantity.unit.head in ("share", "probability") and quantity.role == "mean":
        return 0.0, 1.0
    if quantity.role != "mean" or quantity.unit.head == "rate":
        return 0.0, math.inf
    return -math.inf, math.inf


def _range(least: float, most: float) -> str:
    """`0 to 1`, or `0 or more`."""
    return (
        Message("{least:g} to {most:g}", least=least, most=most)
        if math.isfinite(most)
        else Message("{least:g} or more", least=least)
    )


def _position(quantity: Quantity) -> str:
    return quantity.span.place
