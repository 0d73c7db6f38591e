"""What an amount states: unit, role, value and bounds, and the range of each."""

from __future__ import annotations

import math

from ipscost.errors import Span
from ipscost.loading.amounts.sources import Inherited
from ipscost.loading.amounts.uncertainty import Wanted, is_share
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema_amounts import VALUE_KEYS, AmountKeys
from ipscost.loading.text import yamldoc
from ipscost.loading.text.edits import interval_around
from ipscost.loading.text.variants import SET
from ipscost.messages import Message, ands, ors
from ipscost.numerals import either, is_doubtful
from ipscost.scenario.quantity import RATIOS
from ipscost.units import RATIO, Unit, parse_unit
from ipscost.words.text import say

LARGE_RATIO = 10
"""A ratio above this may be a percentage (120 meant as 1.2); few ratios are so large."""
DOUBTED_RATIOS = ("ratio", "risk_ratio", "hazard_ratio")


def unit_of(at: Checked[AmountKeys], inherited: Inherited) -> Unit | None:
    """The unit of an amount, its own or inherited; it is a problem to have none."""
    text = at.keys.unit or (inherited.unit[0] if inherited.unit else None)
    if any(key in at for key in RATIOS if key != "ratio"):
        return RATIO
    if text is None:
        fix = Message("add unit: DKK_2024/person (or the unit it was published in)")
        at.refuse("E102", Message("expected the key unit, found none"), fix)
        return None
    return parse_unit(text)


def unit_span(at: Cursor, inherited: Inherited) -> Span:
    """The position of an amount's unit: its own, the inherited one, or the amount itself."""
    own = at.get("unit")
    return own.span if own else inherited.unit[1] if inherited.unit else at.span


def value_span(at: Cursor) -> Span:
    """The position of an amount's value."""
    return at[next(key for key in VALUE_KEYS if key in at)].span


def value_of(
    at: Checked[AmountKeys], wanted: Wanted, unit: Unit | None, inherited: Inherited
) -> tuple[str | None, float]:
    """The role and the stated value; events among n persons are a mean.

    The role is None if the amount is unusable.
    """
    stated = [key for key in VALUE_KEYS if key in at]
    if len(stated) != 1:
        is_level = is_share(unit) and "mean" in wanted.roles
        allowed = [*wanted.roles, "events"] if is_level else [*wanted.roles]
        given = ands(stated) or Message("none")
        message = Message(
            "expected exactly one of {allowed}, found {given}",
            allowed=", ".join(allowed),
            given=given,
        )
        fix = (
            Message("keep one of {stated}", stated=", ".join(stated))
            if stated
            else Message("add {allowed}: ... (a number)", allowed=allowed[0])
        )
        at.refuse("E208", message, fix)
        return None, 0.0
    role = stated[0]
    span = at[role].span
    value: float = getattr(at.keys, role)
    if role == "events":
        n = at.keys.n
        if not is_share(unit) or n is None or value > n:
            _refuse_events(at, value, unit, inherited)
            return None, 0.0
        role, value = "mean", value / n
    if role not in wanted.roles:
        (found,) = stated
        message = Message("expected {roles}, found {role}", roles=ors(wanted.roles), role=found)
        at.refuse("E208", message, form_fix(at, found, wanted.roles), span)
        return None, 0.0
    check_range(at, role, value, span, wanted, unit)
    return role, value


def form_fix(at: Cursor, role: str, roles: tuple[str, ...]) -> str:
    """The fix for a number that must not be stated as `role`.

    A ratio is replaced by another kind of ratio, preferably that of the number it overrides. A
    change cannot be turned into a level, so if only a level is allowed, the author must supply it.
    """
    alike = [each for each in roles if each in RATIOS]
    if role not in RATIOS:
        alike = [each for each in roles if role == "mean" and each != "events"]
    was, stated = at.mapping.was, at[role]
    form = was if was in alike else next(iter(alike), "")
    if form and stated.key.file == SET and stated.path in stated.key.text:
        return Message(
            "write {path}.{meant} for {problem_path}",
            path=at.path,
            meant=form,
            problem_path=stated.path,
        )
    if form:
        return Message("write {right} for {wrong}", right=form, wrong=role)
    return Message("take {key} out and add {roles}: ...", key=role, roles=roles[0])


def _refuse_events(
    at: Checked[AmountKeys], value: float, unit: Unit | None, inherited: Inherited
) -> None:
    """Refuses events without a number of persons n, or in another unit than share."""
    n, span = at.keys.n, at["events"].span
    message = Message(
        "expected events among n persons, in the unit share, found {value:g} of {n} in {unit}",
        value=value,
        n=n or Message("no n"),
        unit=unit or Message("no unit"),
    )
    fix = Message("take events out and take n out and add mean: ...")
    if unit is not None and not is_share(unit) and not unit.money and n:
        message = Message(
            "expected the unit share with events among n persons, found {unit}", unit=unit
        )
        own = at.get("unit")
        span = own.span if own else inherited.unit[1] if inherited.unit else span
        fix = Message("write share")
    if is_share(unit) and n is None:
        fix = Message("add n: ... (the persons among whom they were seen)")
    elif is_share(unit):
        fix = Message(
            "write events: {n} and write n: {value:g} (if the two are exchanged)", n=n, value=value
        )
    elif n is None:
        fix = Message("take events out and add mean: ...")
    at.refuse("E209", message, fix, span)


def bounds_of(
    at: Checked[AmountKeys], role: str, value: float, unit: Unit, wanted: Wanted
) -> tuple[float, float] | None:
    """The bounds for sensitivity analysis, which must enclose the number."""
    if at.keys.bounds is None:
        return None
    (low, high), here = at.keys.bounds, at["bounds"]
    if not low <= value <= high or low == high:
        message = Message(
            "expected bounds around {value:g}, found {low:g} to {high:g}",
            value=value,
            low=low,
            high=high,
        )
        here.refuse("E222", message, interval_around(value, here.node, "bounds"))
        return None
    for bound in (low, high):
        check_range(here, role, bound, here.span, wanted, unit)
    return low, high


def check_range(
    at: Cursor, role: str, value: float, span: Span, wanted: Wanted, unit: Unit | None
) -> None:
    """Refuses a share above 1, and a negative level where none is allowed."""
    is_bound = at.path.endswith(".bounds")
    is_within = wanted.over_one and 0 <= value <= LARGE_RATIO
    if is_share(unit) and role not in RATIOS and abs(value) > 1 and not is_within:
        message = Message(
            "expected a {kind} of at most 1, found {value:g}",
            kind=unit.head if unit else "",
            value=value,
        )
        fix = Message(
            "write {share:g} if {percent:g} per cent is meant", share=value / 100, percent=value
        )
        if abs(value) > 100 or is_bound:
            fix = Message(
                "write {limit:g} for {value:g}", limit=math.copysign(1, value), value=value
            )
        at.refuse("E114", message, fix, span)
    elif role == "mean" and value < 0 and not wanted.negative:
        fix = Message("write {value:.15g} if the minus is a slip", value=-value)
        if is_bound:
            fix = Message("write 0 for {value:.15g}", value=value)
        elif "difference" in wanted.roles:
            fix = Message("write difference for mean if it is a change, or {fix}", fix=fix)
        if wanted.gains and unit is not None and unit.money is not None:
            fix = Message("{fix}; a gain is a category of kind productivity", fix=fix)
        at.refuse(
            "E114",
            Message("expected a number of at least 0, found {value:g}", value=value),
            fix,
            span,
        )


def doubt_value(at: Cursor, unit: Unit) -> None:
    """Warns of a ratio that may be a percentage, and of amounts such as `4.200`, 4200 in Danish."""
    for key in DOUBTED_RATIOS:
        ratio = at.get(key)
        if ratio is not None and ratio.is_scalar and float(ratio.text) > LARGE_RATIO:
            per_cent = float(ratio.text) / 100
            doubt = say("doubt_ratio", ratio=float(ratio.text))
            fix = Message(
                "write {per_cent:g} if {text} per cent of it is meant",
                per_cent=per_cent,
                text=ratio.text,
            )
            ratio.doubt("W402", doubt, fix)
    is_large = unit.money is not None or str(unit).partition("/")[0] == "person"
    for key in (*VALUE_KEYS, "se"):
        child = at.mapping.get(key)
        if is_large and isinstance(child, yamldoc.Scalar) and is_doubtful(child.text, "."):
            doubt = say("doubt_point", text=child.text)
            at[key].doubt("W402", doubt, either(child.text, mark=Message("the point")))
