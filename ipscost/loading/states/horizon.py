"""The horizon of costs and outcomes, the months observed, and the effect after them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ipscost.errors import Span
from ipscost.loading.amounts.quantities import Reader
from ipscost.loading.amounts.sources import text_of
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema_model import EffectKeys
from ipscost.messages import Message, ands
from ipscost.scenario.model import CYCLES, LongTermEffect
from ipscost.scenario.nouns import Category, Discount, Outcome, Quantity
from ipscost.units import UNKNOWN

LENGTHS = {"months": CYCLES["month"], "years": 1.0, "weeks": CYCLES["week"]}
STATE_IT = Message("write {{months: 18}}")
MAX_MONTHS = 1200
"""A hundred years: longer than anybody is followed, short enough to compute at once."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """The horizon in years and in months, of which the last may be partial.

    One that is not known is a single period, whose length tells nothing.
    """

    months: int
    years: float
    observed: int | None
    span: Span
    is_known: bool = True


def read_horizon(at: Checked[Any], *, has_model: bool) -> Horizon | None:
    """The horizon, or None if it is not stated in exactly one way."""
    if at.text == UNKNOWN:
        return Horizon(1, LENGTHS["months"], None, at.span, is_known=False)
    stated = [key for key in LENGTHS if key in at]
    if len(stated) != 1:
        given = ands(stated) or Message("none")
        message = Message("expected one of months, years or weeks, found {given}", given=given)
        fix = (
            Message("keep one of {stated}", stated=", ".join(stated))
            if stated
            else Message("add months: 18")
        )
        at.refuse("E208" if stated else "E102", message, fix)
        return None
    (key,) = stated
    here, length = at[key], getattr(at.keys, key)
    years = length * LENGTHS[key]
    months = math.ceil(years * 12 - 1e-9)
    if months > MAX_MONTHS:
        message = Message(
            "expected at most {most} months, found {length:g} {key}",
            most=MAX_MONTHS,
            length=length,
            key=key,
        )
        here.refuse("E114", message, Message("write a shorter horizon"))
        return None
    if not has_model and abs(months - years * 12) > 1e-9:
        message = Message(
            "expected a whole number of months, found {length:g} {key}", length=length, key=key
        )
        fix = Message(
            "write months: {months} for {key}: {text}; parts of a month need a model of states",
            months=months,
            key=key,
            text=here.text,
        )
        here.refuse("E260", message, fix)
        return None
    return Horizon(months, years, at.keys.observed, here.span)


def has_no_time(root: Cursor) -> bool:
    """True where nothing hangs on how long an unknown horizon is; else that is a problem."""
    timed = [path for key in ("cost", "outcome") if key in root for path in _timed(root[key])]
    if "model" in root:
        message = Message("a model of states needs a horizon, found unknown")
    elif timed:
        message = Message(
            "a timing by month needs a horizon, found unknown: {paths}", paths=", ".join(timed)
        )
    else:
        return True
    root["horizon"].refuse("E237", message, STATE_IT)
    return False


def _timed(at: Cursor) -> Iterator[str]:
    """The paths of what has a timing other than over the whole horizon, or changes on a date."""
    for key in at:
        is_dated = key in ("dated", "in_force")
        if is_dated or (key == "timing" and at[key].is_mapping):
            yield at.path
        elif at[key].is_mapping:
            yield from _timed(at[key])


def refuse_unknown(
    root: Checked[dict[str, Any]],
    horizon: Horizon,
    discount: Discount | None,
    holders: Iterable[Category | Outcome],
) -> None:
    """Refuses what needs the length of a horizon that is not known: rates, amounts a month."""
    if horizon.is_known:
        return
    if discount is not None and (
        discount.cost or discount.outcome or discount.cost_later or discount.outcome_later
    ):
        message = Message("nothing can be discounted over a horizon that is not known")
        root["discount"].refuse("E237", message, Message("write {{cost: 0, outcome: 0}}"))
    monthly = [holder.path for holder in holders if holder.timing.monthly]
    if monthly:
        message = Message(
            "amounts a month need a horizon, found unknown: {paths}", paths=", ".join(monthly)
        )
        root["horizon"].refuse("E237", message, STATE_IT)


def read_effect(reader: Reader, at: Checked[EffectKeys]) -> LongTermEffect | None:
    """What happens to the effect after the observed months, or None if it is malformed."""
    before, keys = at.problems.errors(), at.keys
    child = at.get("half_life")
    if (keys.then == "decays") != (child is not None):
        message = Message("an effect that decays has a half_life, and no other has")
        fix = Message("add half_life: {{mean: 24, unit: month, assumption: ...}}")
        if child is not None:
            fix = Message("take half_life out, or write then: decays")
        at.refuse("E272", message, fix, (child or at).span)
    source, place, sure, assumption = reader.link(at)
    half_life = None if child is None else _half_life(reader, child)
    if at.problems.errors() > before:
        return None
    return LongTermEffect(
        after=keys.after,
        then=keys.then,
        half_life=half_life,
        source=source,
        place=place,
        sure=sure,
        assumption=assumption or text_of(keys.note),
        span=at.span,
    )


def _half_life(reader: Reader, at: Cursor) -> Quantity | None:
    """The half-life, in months."""
    half_life = reader.read(at, Wanted(("mean",), False, "gamma"))
    if half_life is None:
        return None
    if str(half_life.unit) != "month":
        message = Message("expected a half-life in months, found {unit}", unit=half_life.unit)
        at.refuse("E211", message, Message("write unit: month"), at.locate("unit").span)
        return None
    if half_life.value <= 0:
        message = Message("expected a half-life above 0, found {value:g}", value=half_life.value)
        at.refuse("E114", message, Message("write a number above 0 such as 24"), half_life.span)
        return None
    return half_life
