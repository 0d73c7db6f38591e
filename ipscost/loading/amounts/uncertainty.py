"""The uncertainty of an amount: from a standard error, interval, p-value or n to a distribution."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ipscost.errors import Problem, Span
from ipscost.loading.keys.schema_amounts import VALUE_KEYS, AmountKeys
from ipscost.loading.text import yamldoc
from ipscost.loading.text.edits import interval_around, without_uncertainty
from ipscost.scenario.distributions import (
    DISTRIBUTIONS,
    Distribution,
    Fixed,
    UnfitError,
    Unseen,
    UnsoundError,
    ways,
)
from ipscost.scenario.quantity import RATIOS
from ipscost.units import SHARE, Unit
from ipscost.words.locale import ENGLISH
from ipscost.words.text import Text, say

DEFAULT_LEVEL = 0.95
VANISHING = 1e-12
"""A standard error below this share of its number leaves no digits for the draws to differ in."""
SET = "--set"
PROBABILITY = "probability"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a number must be: its role, whether it may be negative, and its usual distribution.

    `by_cycle` allows values that change by cycle, `unknown` that it is not known.
    """

    roles: tuple[str, ...]
    negative: bool
    usual: str
    by_cycle: bool = False
    unknown: bool = False


def is_share(unit: Unit | None) -> bool:
    """True for a share and for a probability within a time, which lie between 0 and 1."""
    return unit is not None and (unit == SHARE or unit.head == PROBABILITY)


class UncertaintyReader:
    """Reads how uncertain an amount is; everything wrong with it goes to `problems`."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems

    def refuse(self, span: Span, code: str, path: str, message: str, fix: str) -> None:
        """Notes one problem."""
        self.problems.append(Problem(span, code, path, message, fix))

    def doubt(self, span: Span, code: str, path: str, message: Text, fix: str) -> None:
        """Notes one warning, which results repeat in their language."""
        self.problems.append(Problem(span, code, path, message.tell(ENGLISH), fix, message))

    def uncertainty(
        self,
        keys: AmountKeys,
        node: yamldoc.Mapping,
        path: str,
        role: str,
        value: float,
        unit: Unit,
        wanted: Wanted,
    ) -> tuple[Distribution | None, Text | None]:
        """The distribution and the way it was stated, such as by `se 300` or `p 0.09`."""
        stated = [way for way in ("se", "interval", "p", "n") if way in node]
        if len(stated) > 1 or ("level" in node and "interval" not in node):
            found = " and ".join([*stated, *(["level"] if "level" in node else [])])
            message = f"expected one of se, interval, p or n, found {found}"
            fix = f"keep one of {', '.join(stated)}; level belongs to interval"
            if len(stated) < 2:
                fix = "take level out; it belongs to interval"
            self.refuse(node.span, "E209", path, message, fix)
            return None, None
        if not stated:
            if keys.dist:
                fix = "add se: ..., or take dist out; the number is then fixed"
                message = f"a {keys.dist} distribution needs a stated uncertainty, found none"
                self.refuse(node["dist"].span, "E209", path, message, fix)
                return None, None
            return Fixed(value), None
        name = keys.dist or usual_distribution(role, value, unit, wanted)
        way = stated[0]
        if way not in ways(name) or (way == "p" and role == "mean"):
            fits = ", ".join(w for w in ways(name) if w != "p" or role != "mean")
            message = f"a {name} {role} cannot be stated by {way}"
            fix = f"take {way} out and add se: ...; it can be stated by {fits}"
            self.refuse(node[way].span, "E209", path, message, fix)
            return None, None
        if self._left_behind(name, way, keys, node, path, value):
            return Fixed(value), None
        try:
            dist, stated_by = self._distribution(name, way, keys, node, path, value)
            if dist is not None and not (math.isfinite(dist.mean) and math.isfinite(dist.sd)):
                raise OverflowError
            if dist is not None and dist.sd < VANISHING * abs(dist.mean):
                raise UnsoundError("an uncertainty so small beside its number is lost in rounding")
        except (ArithmeticError, ValueError) as error:
            message = f"a {name} distribution cannot hold a number and an uncertainty so far apart"
            message = str(error) if isinstance(error, UnfitError) else message
            at, fix = node.span, f"{without_uncertainty(node)} and add se: ..."
            if way == "se":
                at = node["se"].span
                fix = f"write a standard error such as {abs(value) / 5:g}"
            if name == "beta" and value in (0, 1):
                fix = (
                    f"{without_uncertainty(node)}; {{events: {value:g}, n: 50}} says how sure it is"
                )
                fix = fix.replace("events: 1,", "events: 50,")
                at = node.span
            if isinstance(error, UnsoundError):
                at, fix = node.span, without_uncertainty(node)
            if isinstance(error, UnfitError) and error.fix:
                at, fix = node.span, error.fix
            self.refuse(at, "E215", path, message, fix)
            return None, None
        if way == "interval" and keys.interval is not None and dist is not None:
            low, high = keys.interval
            self._centred(name, value, low, high, node, path)
        return dist, stated_by

    def _left_behind(
        self,
        name: str,
        way: str,
        keys: AmountKeys,
        node: yamldoc.Mapping,
        path: str,
        value: float,
    ) -> bool:
        """True, and a warning, where the uncertainty is of the number that --set replaced.

        It is kept as long as it fits; an interval that does not hold the new number, say, would
        be an error of nobody's.
        """
        stated = next(key for key in VALUE_KEYS if key in node)
        if node.keys[stated].file != SET or node.keys[way].file == SET:
            return False
        trial = UncertaintyReader([])
        try:
            dist, _ = trial._distribution(name, way, keys, node, path, value)
            fits = dist is not None and math.isfinite(dist.mean) and math.isfinite(dist.sd)
            fits = fits and dist is not None and dist.sd >= VANISHING * abs(dist.mean)
        except (ArithmeticError, ValueError):
            fits = False
        if not fits:
            doubt = say("doubt_left", way=way, value=value)
            ends = "[..., ...]" if way == "interval" else "..."
            fix = f"add --set {path}.{way}={ends} if it is known; a what-if can do without"
            self.doubt(node.keys[stated], "W411", path, doubt, fix)
        return not fits

    def _distribution(
        self,
        name: str,
        way: str,
        keys: AmountKeys,
        node: yamldoc.Mapping,
        path: str,
        value: float,
    ) -> tuple[Distribution | None, Text | None]:
        kind = DISTRIBUTIONS[name]
        if way == "se":
            assert keys.se is not None
            return kind.from_se(value, keys.se), say("way_se", se=keys.se)
        if way == "p":
            assert keys.p is not None
            return kind.from_p(value, keys.p), say("way_p", p=keys.p)
        if way == "n":
            assert keys.n is not None
            found = kind.from_counts(value * keys.n, keys.n)
            if isinstance(found, Unseen):
                events = round(value * keys.n)
                return found, say("way_unseen", events=events, n=keys.n, a=found.a, b=found.b)
            return found, say("way_n", n=keys.n)
        assert keys.interval is not None
        low, high = keys.interval
        level = keys.level or DEFAULT_LEVEL
        if not low <= value <= high or low == high:
            message = f"expected an interval around {value:g}, found {low:g} to {high:g}"
            fix = interval_around(value, node["interval"], "interval")
            self.refuse(node["interval"].span, "E209", path, message, fix)
            return None, None
        said = say("way_interval", level=100 * level, low=low, high=high)
        return kind.from_interval(value, low, high, level), said

    def _centred(
        self, name: str, value: float, low: float, high: float, node: yamldoc.Mapping, path: str
    ) -> None:
        """Warns where a published interval is lopsided, since only its width is kept."""
        middle = (low + high) / 2
        if name == "lognormal":
            middle = (low * high) ** 0.5 if low > 0 else value
        if abs(middle - value) > 0.05 * (high - low):
            doubt = say("doubt_middle", middle=float(f"{middle:.4g}"), value=value)
            fix = f"check both; the {name} distribution keeps the number and the interval's width"
            self.doubt(node["interval"].span, "W403", path, doubt, fix)


def usual_distribution(role: str, value: float, unit: Unit, wanted: Wanted) -> str:
    """The distribution that a kind of number asks for where none is named.

    Normal for a difference, lognormal for a ratio, beta for a share, and for other levels the
    one `wanted` asks for: gamma for costs and use, normal where the level may be negative.
    """
    if role == "difference":
        return "normal"
    if role in RATIOS:
        return "lognormal"
    if is_share(unit):
        return "beta"
    return wanted.usual if value > 0 else "normal"
