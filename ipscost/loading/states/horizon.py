"""How long costs and outcomes are counted, what was observed, and the effect after that."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ipscost.errors import Span
from ipscost.loading.amounts.quantities import Reader
from ipscost.loading.amounts.sources import Inherited, text_of
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.keys.schema_model import EffectKeys, HorizonKeys
from ipscost.loading.text import yamldoc
from ipscost.scenario.model import CYCLES, Effect
from ipscost.scenario.nouns import Quantity

LENGTHS = {"months": CYCLES["month"], "years": 1.0, "weeks": CYCLES["week"]}
MAX_MONTHS = 1200


@dataclass(frozen=True, slots=True)
class Horizon:
    """The horizon in whole months, the last perhaps in part, and in years."""

    months: int
    years: float
    observed: int | None
    span: Span


def read_horizon(
    reader: Reader, keys: HorizonKeys, node: yamldoc.Mapping, *, has_model: bool
) -> Horizon | None:
    """The horizon, or None where it is not stated in exactly one way."""
    stated = [key for key in LENGTHS if key in node]
    if len(stated) != 1:
        found = " and ".join(stated) or "none"
        message = f"expected one of months, years or weeks, found {found}"
        fix = f"keep one of {', '.join(stated)}" if stated else "add months: 18"
        code = "E208" if stated else "E102"
        reader.refuse(node.span, code, "horizon", message, fix)
        return None
    (key,) = stated
    length: float = getattr(keys, key)
    years = length * LENGTHS[key]
    months = math.ceil(years * 12 - 1e-9)
    if months > MAX_MONTHS:
        message = f"expected at most {MAX_MONTHS} months, found {length:g} {key}"
        reader.refuse(node[key].span, "E114", f"horizon.{key}", message, "write a shorter horizon")
        return None
    if not has_model and abs(months - years * 12) > 1e-9:
        message = f"expected a whole number of months, found {length:g} {key}"
        fix = f"write months: {months} for {key}: {yamldoc.plain(node[key])}"
        fix += "; parts of a month need a model of states"
        reader.refuse(node[key].span, "E260", f"horizon.{key}", message, fix)
        return None
    return Horizon(months, years, keys.observed, node[key].span)


def read_effect(reader: Reader, keys: EffectKeys, node: yamldoc.Mapping) -> Effect | None:
    """What becomes of the difference between the arms, or None where it is malformed."""
    before = len(reader.problems)
    child = node.get("half_life")
    if (keys.then == "decays") != (child is not None):
        message = "an effect that decays has a half_life, and no other has"
        fix = "add half_life: {mean: 24, unit: month, assumption: ...}"
        if child is not None:
            fix = "take half_life out, or write then: decays"
        reader.refuse((child or node).span, "E272", "effect", message, fix)
    source, place, sure, assumption = reader.link_source(keys, node, "effect")
    half_life = None
    if child is not None:
        half_life = _half_life(reader, child)
    if len([problem for problem in reader.problems[before:] if problem.is_error]):
        return None
    return Effect(
        after=keys.after,
        then=keys.then,
        half_life=half_life,
        source=source,
        place=place,
        sure=sure,
        assumption=assumption or text_of(keys.note),
        span=node.span,
    )


def _half_life(reader: Reader, node: yamldoc.Node) -> Quantity | None:
    """The half-life, in months."""
    path = "effect.half_life"
    found = reader.read(node, path, Wanted(("mean",), False, "gamma"), Inherited())
    if found is None:
        return None
    if str(found.unit) != "month":
        at = node.get("unit") if isinstance(node, yamldoc.Mapping) else None
        message = f"expected a half-life in months, found {found.unit}"
        reader.refuse((at or node).span, "E211", path, message, "write unit: month")
        return None
    if found.value <= 0:
        message = f"expected a half-life above 0, found {found.value:g}"
        reader.refuse(found.span, "E114", path, message, "write a number above 0 such as 24")
        return None
    return found
