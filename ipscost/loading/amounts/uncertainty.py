"""The distribution of an amount, derived from a standard error, interval, p-value or n."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema_amounts import VALUE_KEYS, AmountKeys
from ipscost.loading.text.edits import interval_around, without_uncertainty
from ipscost.messages import Message, ands
from ipscost.scenario.distributions import DISTRIBUTIONS, Distribution, Fixed, Unseen, ways
from ipscost.scenario.quantity import RATIOS
from ipscost.scenario.sound import UnfitError, UnsoundError
from ipscost.units import SHARE, Unit
from ipscost.words.text import Text, say

DEFAULT_LEVEL = 0.95
"""The level of a published interval that does not state one: nearly all are 95% intervals."""
VANISHING = 1e-12
"""With a standard error below this share of its number, draws would differ only in the last four of
the sixteen digits of a double."""
SET = "--set"
PROBABILITY = "probability"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a number may be: its roles, whether it may be negative, and its usual distribution.

    `by_cycle`: its values may change by cycle. `unknown`: the file may say it is not known.
    `over_one`: it may be a share of more than all. `gains`: money below 0 may be meant as a gain.
    """

    roles: tuple[str, ...]
    negative: bool
    usual: str
    by_cycle: bool = False
    unknown: bool = False
    over_one: bool = False
    gains: bool = True


def is_share(unit: Unit | None) -> bool:
    """True for a share or a probability over some time: a number between 0 and 1."""
    return unit is not None and (unit == SHARE or unit.head == PROBABILITY)


def uncertainty(
    at: Checked[AmountKeys], role: str, value: float, unit: Unit, wanted: Wanted
) -> tuple[Distribution | None, Text | None]:
    """The distribution, and how it was stated: `se 300`, `p 0.09`.

    The distribution is None if something is wrong with it.
    """
    keys, node = at.keys, at.mapping
    stated = [way for way in ("se", "interval", "p", "n") if way in at]
    if len(stated) > 1 or ("level" in at and "interval" not in at):
        given = ands([*stated, *(["level"] if "level" in at else [])])
        message: str = Message("expected one of se, interval, p or n, found {given}", given=given)
        fix: str = Message(
            "keep one of {stated}; level belongs to interval", stated=", ".join(stated)
        )
        if len(stated) < 2:
            fix = Message("take level out; it belongs to interval")
        at.refuse("E209", message, fix)
        return None, None
    if not stated:
        if keys.dist:
            fix = Message("add se: ..., or take dist out; the number is then fixed")
            message = Message(
                "a {dist} distribution needs a stated uncertainty, found none", dist=keys.dist
            )
            at.refuse("E209", message, fix, at["dist"].span)
            return None, None
        return Fixed(value), None
    most = max(value, *(keys.interval or (value,)))
    name = keys.dist or usual_distribution(role, value, unit, wanted, most)
    way = stated[0]
    if way not in ways(name) or (way == "p" and role == "mean"):
        fits = ", ".join(w for w in ways(name) if w != "p" or role != "mean")
        message = Message(
            "a {name} {role} cannot be stated by {way}", name=name, role=role, way=way
        )
        fix = Message(
            "take {way} out and add se: ...; it can be stated by {fits}", way=way, fits=fits
        )
        at.refuse("E209", message, fix, at[way].span)
        return None, None
    if _left_behind(at, name, way, value):
        return Fixed(value), None
    try:
        dist, stated_by = _distribution(at, name, way, value)
        if dist is not None and not (math.isfinite(dist.mean) and math.isfinite(dist.sd)):
            raise OverflowError
        if dist is not None and dist.sd < VANISHING * abs(dist.mean):
            raise UnsoundError(
                Message("an uncertainty so small beside its number is lost in rounding")
            )
    except (ArithmeticError, ValueError) as error:
        message = Message(
            "a {name} distribution cannot hold a number and an uncertainty so far apart", name=name
        )
        message = str(error) if isinstance(error, UnfitError) else message
        span, fix = (
            at.span,
            Message(
                "{edit} and add se: ...",
                edit=without_uncertainty(node),
            ),
        )
        if way == "se":
            span = at["se"].span
            fix = Message("write a standard error such as {value:g}", value=abs(value) / 5)
        if name == "beta" and value in (0, 1):
            fix = Message(
                "{edit}; {{events: {events}, n: 50}} says how sure it is",
                edit=without_uncertainty(node),
                events=50 if value == 1 else 0,
            )
            span = at.span
        if isinstance(error, UnsoundError):
            span, fix = at.span, without_uncertainty(node)
        if isinstance(error, UnfitError) and error.fix:
            span, fix = at.span, error.fix
        at.refuse("E215", message, fix, span)
        return None, None
    if way == "interval" and keys.interval is not None and dist is not None:
        _doubt_middle(at, name, value, keys.interval)
    return dist, stated_by


def _left_behind(at: Checked[AmountKeys], name: str, way: str, value: float) -> bool:
    """True, with a warning, if the uncertainty belongs to the number that --set replaced.

    It is kept as long as it fits the new number. If it does not, as when an interval does not
    contain the number, nobody has made a mistake, and the uncertainty is dropped.
    """
    stated = next(key for key in VALUE_KEYS if key in at)
    if at[stated].key.file != SET or at[way].key.file == SET:
        return False
    try:
        dist, _ = _distribution(at.on_trial().with_keys(at.keys), name, way, value)
        fits = dist is not None and math.isfinite(dist.mean) and math.isfinite(dist.sd)
        fits = fits and dist is not None and dist.sd >= VANISHING * abs(dist.mean)
    except (ArithmeticError, ValueError):
        fits = False
    if not fits:
        doubt = say("doubt_left", way=way, value=value)
        ends = "[..., ...]" if way == "interval" else "..."
        fix = Message(
            "add --set {path}.{way}={ends} if it is known; a what-if can do without",
            path=at.path,
            way=way,
            ends=ends,
        )
        at.doubt("W411", doubt, fix, at[stated].key)
    return not fits


def _distribution(
    at: Checked[AmountKeys], name: str, way: str, value: float
) -> tuple[Distribution | None, Text | None]:
    """The distribution `name` as stated by `way`, and how results describe that."""
    keys, kind = at.keys, DISTRIBUTIONS[name]
    if way == "se":
        assert keys.se is not None
        return kind.from_se(value, keys.se), say("way_se", se=keys.se)
    if way == "p":
        assert keys.p is not None
        return kind.from_p(value, keys.p), say("way_p", p=keys.p)
    if way == "n":
        assert keys.n is not None
        dist = kind.from_counts(value * keys.n, keys.n)
        if isinstance(dist, Unseen):
            events = round(value * keys.n)
            return dist, say("way_unseen", events=events, n=keys.n, a=dist.a, b=dist.b)
        return dist, say("way_n", n=keys.n)
    assert keys.interval is not None
    low, high = keys.interval
    level = keys.level or DEFAULT_LEVEL
    if not low <= value <= high or low == high:
        message = Message(
            "expected an interval around {value:g}, found {low:g} to {high:g}",
            value=value,
            low=low,
            high=high,
        )
        stated = at["interval"]
        fix = interval_around(value, stated.node, "interval")
        at.refuse("E209", message, fix, stated.span)
        return None, None
    said = say("way_interval", level=100 * level, low=low, high=high)
    return kind.from_interval(value, low, high, level), said


def _doubt_middle(at: Cursor, name: str, value: float, ends: tuple[float, float]) -> None:
    """Warns of an asymmetric published interval, since only its width is kept."""
    low, high = ends
    middle = (low + high) / 2
    if name == "lognormal":
        middle = (low * high) ** 0.5 if low > 0 else value
    if abs(middle - value) > 0.05 * (high - low):
        doubt = say("doubt_middle", middle=float(f"{middle:.4g}"), value=value)
        fix = Message(
            "check both; the {name} distribution keeps the number and the interval's width",
            name=name,
        )
        at.doubt("W403", doubt, fix, at["interval"].span)


def usual_distribution(role: str, value: float, unit: Unit, wanted: Wanted, most: float) -> str:
    """The distribution that is used for a number if the file names none; `most` is how far it goes.

    Normal for a difference, lognormal for a ratio, beta for a share; for other levels, and shares
    that go above 1, the one `wanted` asks for: gamma for costs and use, normal where the level may
    be negative.
    """
    if role == "difference":
        return "normal"
    if role in RATIOS:
        return "lognormal"
    if is_share(unit) and not (wanted.over_one and (value == 1 or most > 1)):
        return "beta"
    return wanted.usual if value > 0 else "normal"
