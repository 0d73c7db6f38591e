"""From an amount in a file to a Quantity: value, unit, uncertainty, source, conversion, place."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ipscost.distributions import DISTRIBUTIONS, Distribution, Fixed, UnfitError, ways
from ipscost.errors import Problem, Span, nearest
from ipscost.loading import findings, yamldoc
from ipscost.loading.fields import LabelKeys
from ipscost.loading.schema import VALUE_KEYS, AmountKeys
from ipscost.loading.variants import SET
from ipscost.scenario import Label, Quantity, Source
from ipscost.units import (
    RATIO,
    SHARE,
    Conversion,
    Money,
    NoPriceError,
    PriceTables,
    Unit,
    convert,
    parse_unit,
)

DEFAULT_LEVEL = 0.95
LARGE_RATIO = 10


def label_of(keys: LabelKeys | None, name: str) -> Label:
    """The label, or the name made readable where there is none."""
    if keys is None:
        readable = "QALY" if name == "qaly" else name.replace("_", " ").capitalize()
        return Label(readable, readable)
    return Label(keys.en, keys.da)


def text_of(keys: LabelKeys | None) -> Label | None:
    """The text in both languages, or None where there is none."""
    return None if keys is None else Label(keys.en, keys.da)


def label_at(node: yamldoc.Node) -> Label:
    """The text that stands at a node that was found to hold one."""
    keys = LabelKeys.model_validate(yamldoc.plain(node))
    return Label(keys.en, keys.da)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a number must be: its role, whether it may be negative, and its usual distribution."""

    roles: tuple[str, ...]
    negative: bool
    usual: str


@dataclass(frozen=True, slots=True)
class Inherited:
    """What an amount takes from the category or outcome it stands in, where it says nothing.

    `file` is where source and assumption are written.
    """

    unit: tuple[str, Span] | None = None
    source: tuple[str, Span] | None = None
    assumption: Label | None = None
    sure: str | None = None
    file: str = ""


class Reader:
    """Reads amounts of one scenario; everything wrong with them goes to `problems`.

    Sources, money or prices that are None could not be read themselves; what depends on them is
    then left unchecked, since the cause has been reported.
    """

    def __init__(
        self,
        sources: Mapping[str, Source] | None,
        money: Money | None,
        order: str | None,
        prices: PriceTables | None,
        problems: list[Problem],
    ) -> None:
        self.sources = sources
        self.money = money
        self.order = order
        self.prices = prices
        self.problems = problems

    def refuse(self, span: Span, code: str, path: str, message: str, fix: str) -> None:
        """Notes one problem."""
        self.problems.append(Problem(span, code, path, message, fix))

    def doubt(self, span: Span, code: str, path: str, message: Label, fix: str) -> None:
        """Notes one warning, which results repeat in their language."""
        self.problems.append(Problem(span, code, path, message.en, fix, message.da))

    def read(
        self, node: yamldoc.Node, path: str, wanted: Wanted, inherited: Inherited
    ) -> Quantity | None:
        """The quantity at `path`, or None where something is wrong with it."""
        if isinstance(node, yamldoc.Scalar) and node.text:
            message = f"expected an amount, found '{node.text}'"
            fix = f"write {{mean: {node.text}, source: ...}}"
            if node.span.file == SET:
                fix = f"add what it is to the path: {path}.mean={node.text}"
            self.refuse(node.span, "E103", path, message, fix)
            return None
        keys: AmountKeys | None = findings.read(AmountKeys, node, path, self.problems)
        if keys is None:
            return None
        assert isinstance(node, yamldoc.Mapping)
        before = len(self.problems)
        unit = self._unit(keys, node, path, inherited)
        role, value = self._value(keys, node, path, wanted, unit)
        source, place, sure, assumption = self._source(keys, node, path, inherited)
        if unit is None or role is None or len(self.problems) > before:
            return None
        span = node[next(key for key in VALUE_KEYS if key in node)].span
        self._doubt(node, path, unit)
        dist, way = self._uncertainty(keys, node, path, role, value, unit, wanted)
        conversion = self._conversion(unit, node, path, inherited) if role != "ratio" else None
        if dist is None or len([p for p in self.problems[before:] if p.is_error]):
            return None
        return Quantity(
            path=path,
            role=role,
            value=value,
            unit=RATIO if role == "ratio" else unit,
            dist=dist,
            way=way,
            source=source,
            place=place,
            sure=sure,
            assumption=assumption,
            note=text_of(keys.note),
            span=span,
            conversion=conversion,
            bounds=self._bounds(keys, node, path, role, value, unit, wanted),
        )

    def _bounds(
        self,
        keys: AmountKeys,
        node: yamldoc.Mapping,
        path: str,
        role: str,
        value: float,
        unit: Unit,
        wanted: Wanted,
    ) -> tuple[float, float] | None:
        """The bounds of a sensitivity analysis, which hold the number between them.

        Those of the file are of its own number: where --set puts another outside, there are none.
        """
        if keys.bounds is None:
            return None
        low, high = keys.bounds
        if not low <= value <= high or low == high:
            at = next(node[key].span.file for key in VALUE_KEYS if key in node)
            if at == SET and node["bounds"].span.file != SET and low < high:
                return None
            message = f"expected bounds around {value:g}, found {low:g} to {high:g}"
            fix = "write [low, high] with the number between them"
            self.refuse(node["bounds"].span, "E222", f"{path}.bounds", message, fix)
            return None
        for bound in (low, high):
            self._range(role, bound, node["bounds"].span, f"{path}.bounds", wanted, unit)
        return low, high

    def _unit(
        self, keys: AmountKeys, node: yamldoc.Mapping, path: str, inherited: Inherited
    ) -> Unit | None:
        text = keys.unit or (inherited.unit[0] if inherited.unit else None)
        if text is None:
            fix = "add unit: DKK_2024/person (or the unit it was published in)"
            self.refuse(node.span, "E102", path, "expected the key unit, found none", fix)
            return None
        return parse_unit(text)

    def _value(
        self,
        keys: AmountKeys,
        node: yamldoc.Mapping,
        path: str,
        wanted: Wanted,
        unit: Unit | None,
    ) -> tuple[str | None, float]:
        """The role and the stated value."""
        stated = [key for key in VALUE_KEYS if key in node]
        if len(stated) != 1:
            allowed = [*wanted.roles, "events"] if unit == SHARE else [*wanted.roles]
            found = " and ".join(stated) or "none"
            message = f"expected exactly one of {', '.join(allowed)}, found {found}"
            fix = f"keep one of {', '.join(stated)}" if stated else f"add {allowed[0]}: (a number)"
            self.refuse(node.span, "E208", path, message, fix)
            return None, 0.0
        role = stated[0]
        at = node[role].span
        value: float = getattr(keys, role)
        if role == "events":
            if unit != SHARE or keys.n is None or value > keys.n:
                message = "expected events among n persons, in the unit share, found "
                message += f"{value:g} of {keys.n or 'no n'} in {unit or 'no unit'}"
                fix = "write {events: 113, n: 239} with the unit share, and no more events than n"
                self.refuse(at, "E209", path, message, fix)
                return None, 0.0
            role, value = "mean", value / keys.n
        if role not in wanted.roles:
            message = f"expected {' or '.join(wanted.roles)}, found {role}"
            fix = f"state it as {wanted.roles[0]}"
            self.refuse(at, "E208", path, message, fix)
            return None, 0.0
        self._range(role, value, at, path, wanted, unit)
        return role, value

    def _range(
        self, role: str, value: float, at: Span, path: str, wanted: Wanted, unit: Unit | None
    ) -> None:
        if unit == SHARE and role != "ratio" and abs(value) > 1:
            message = f"expected a share of at most 1, found {value:g}"
            fix = f"write {value / 100:g} if {value:g} per cent is meant"
            self.refuse(at, "E114", path, message, fix)
        elif role == "mean" and value < 0 and not wanted.negative:
            fix = "write it without the minus"
            if unit is not None and unit.money is not None:
                fix += "; a gain is a category of kind productivity, a saving a difference"
            message = f"expected a number of at least 0, found {value:g}"
            self.refuse(at, "E114", path, message, fix)

    def _doubt(self, node: yamldoc.Mapping, path: str, unit: Unit) -> None:
        """Warns of `4.200` on money, which in Danish is 4200."""
        ratio = node.get("ratio")
        if isinstance(ratio, yamldoc.Scalar) and float(ratio.text) > LARGE_RATIO:
            per_cent = float(ratio.text) / 100
            doubt = Label.of("doubt_ratio", ratio=float(ratio.text))
            fix = f"write {per_cent:g} if {ratio.text} per cent of it is meant"
            self.doubt(ratio.span, "W402", f"{path}.ratio", doubt, fix)
        for key in (*VALUE_KEYS, "se"):
            child = node.get(key)
            if (
                unit.money
                and isinstance(child, yamldoc.Scalar)
                and re.fullmatch(r"[+-]?[1-9]\d{0,2}\.\d{3}", child.text)
            ):
                doubt = Label.of("doubt_point", text=child.text)
                fix = f"write {child.text.replace('.', '')} if the point marks thousands, "
                fix += f"{child.text}0 if it marks decimals"
                self.doubt(child.span, "W402", f"{path}.{key}", doubt, fix)

    def _source(
        self, keys: AmountKeys, node: yamldoc.Mapping, path: str, inherited: Inherited
    ) -> tuple[Source | None, str, str, Label | None]:
        """Source, place in it, how sure, and what is assumed."""
        own = node.get("source")
        given, inherited = inherited, self._from_same_file(node, inherited)
        stated = (keys.source, own.span) if keys.source and own else inherited.source
        assumption = text_of(keys.assumption) or inherited.assumption
        changed = self._set_on_command_line(node)
        if changed is not None and (own is None or own.span.file != SET):
            was = Label.of("set_was", source=stated[0]) if stated else ""
            before = Label.of("set_before", text=assumption) if assumption else ""
            return None, "", "assumed", Label.of("set_here", name=changed, was=was, before=before)
        if stated is None:
            if assumption:
                return None, "", keys.sure or inherited.sure or "assumed", assumption
            fix = "add source: NAME PLACE (declared under source:) or assumption: (why this number)"
            message = "expected a source, found none"
            if given != inherited:
                message += f" (that in {given.file} is of the number there)"
            self.refuse(node.span, "E207", path, message, fix)
            return None, "", "", None
        name, _, place = stated[0].partition(" ")
        source = (self.sources or {}).get(name)
        if source is None and self.sources is None:
            return None, "", "", assumption
        if source is None:
            known = tuple(self.sources or ())
            self.refuse(stated[1], "E206", path, f"unknown source {name}", nearest(name, known))
            return None, "", "", None
        return source, place.strip(), keys.sure or inherited.sure or source.sure, assumption

    def link_source(
        self, keys: Any, node: yamldoc.Mapping, path: str
    ) -> tuple[Source | None, str, str, Label | None]:
        """Source, place in it, how sure, and what is assumed, of a number that is no amount."""
        return self._source(keys, node, path, Inherited())

    @staticmethod
    def _from_same_file(node: yamldoc.Mapping, inherited: Inherited) -> Inherited:
        """What is inherited, less a source that another file stated for another number."""
        value = next((node[key] for key in VALUE_KEYS if key in node), None)
        if value is None or inherited.file in ("", SET, value.span.file) or value.span.file == SET:
            return inherited
        return Inherited(unit=inherited.unit)

    @staticmethod
    def _set_on_command_line(node: yamldoc.Mapping) -> str | None:
        """The first key of the amount that --set wrote, or None."""
        for key, child in node.entries.items():
            if child.span.file == SET:
                return key
        return None

    def _uncertainty(
        self,
        keys: AmountKeys,
        node: yamldoc.Mapping,
        path: str,
        role: str,
        value: float,
        unit: Unit,
        wanted: Wanted,
    ) -> tuple[Distribution | None, Label | None]:
        """The distribution and the way it was stated, such as by `se 300` or `p 0.09`."""
        stated = [way for way in ("se", "interval", "p", "n") if way in node]
        if len(stated) > 1 or ("level" in node and "interval" not in node):
            found = " and ".join([*stated, *(["level"] if "level" in node else [])])
            message = f"expected one of se, interval, p or n, found {found}"
            fix = "keep the one that was published (level belongs to interval)"
            self.refuse(node.span, "E209", path, message, fix)
            return None, None
        if not stated:
            if keys.dist:
                fix = "add se, interval, p or n; or remove dist and leave the number fixed"
                message = f"a {keys.dist} distribution needs a stated uncertainty, found none"
                self.refuse(node["dist"].span, "E209", path, message, fix)
                return None, None
            return Fixed(value), None
        name = keys.dist or usual_distribution(role, value, unit, wanted)
        way = stated[0]
        if way not in ways(name) or (way == "p" and role == "mean"):
            fits = ", ".join(w for w in ways(name) if w != "p" or role != "mean")
            message = f"a {name} {role} cannot be stated by {way}"
            fix = f"state it by one of: {fits}; or name another dist"
            self.refuse(node[way].span, "E209", path, message, fix)
            return None, None
        try:
            dist, stated_by = self._distribution(name, way, keys, node, path, value)
            if dist is not None and not (math.isfinite(dist.mean) and math.isfinite(dist.sd)):
                raise OverflowError
        except (ArithmeticError, ValueError) as error:
            message = f"a {name} distribution cannot hold a number and an uncertainty so far apart"
            message = str(error) if isinstance(error, UnfitError) else message
            fix = "check the number and its uncertainty, or name another dist"
            self.refuse(node.span, "E215", path, message, fix)
            return None, None
        if way == "interval" and keys.interval is not None and dist is not None:
            low, high = keys.interval
            self._centred(name, value, low, high, node, path)
        return dist, stated_by

    def _distribution(
        self,
        name: str,
        way: str,
        keys: AmountKeys,
        node: yamldoc.Mapping,
        path: str,
        value: float,
    ) -> tuple[Distribution | None, Label | None]:
        kind = DISTRIBUTIONS[name]
        if way == "se":
            assert keys.se is not None
            return kind.from_se(value, keys.se), Label.of("way_se", se=keys.se)
        if way == "p":
            assert keys.p is not None
            return kind.from_p(value, keys.p), Label.of("way_p", p=keys.p)
        if way == "n":
            assert keys.n is not None
            return kind.from_counts(value * keys.n, keys.n), Label.of("way_n", n=keys.n)
        assert keys.interval is not None
        low, high = keys.interval
        level = keys.level or DEFAULT_LEVEL
        if not low <= value <= high or low == high:
            message = f"expected an interval around {value:g}, found {low:g} to {high:g}"
            fix = "write [low, high] with the number between them"
            self.refuse(node["interval"].span, "E209", path, message, fix)
            return None, None
        said = Label.of("way_interval", level=100 * level, low=low, high=high)
        return kind.from_interval(value, low, high, level), said

    def _centred(
        self, name: str, value: float, low: float, high: float, node: yamldoc.Mapping, path: str
    ) -> None:
        """Warns where a published interval is lopsided, since only its width is kept."""
        middle = (low + high) / 2
        if name == "lognormal":
            middle = (low * high) ** 0.5 if low > 0 else value
        if abs(middle - value) > 0.05 * (high - low):
            doubt = Label.of("doubt_middle", middle=float(f"{middle:.4g}"), value=value)
            fix = f"check both; the {name} distribution keeps the number and the interval's width"
            self.doubt(node["interval"].span, "W403", path, doubt, fix)

    def _conversion(
        self, unit: Unit, node: yamldoc.Mapping, path: str, inherited: Inherited
    ) -> Conversion | None:
        """The way from the unit's money to the reported money; None where they are the same."""
        own = node.get("unit")
        span = own.span if own else inherited.unit[1] if inherited.unit else node.span
        return self.convert(unit.money, span, path)

    def convert(self, money: Money | None, span: Span, path: str) -> Conversion | None:
        """The conversion of `money` to the reported money, or None where there is none to make."""
        if money is None or self.money is None or self.prices is None or money == self.money:
            return None
        if self.order is None and money.currency != self.money.currency:
            message = f"{money} must become {self.money}, but the order is not stated"
            fix = "add conversion: exchange_then_prices (or prices_then_exchange) beside money:"
            self.refuse(span, "E217", path, message, fix)
            return None
        try:
            return convert(money, self.money, self.prices, self.order or "exchange_then_prices")
        except NoPriceError as error:
            message = f"{error.message}, so {money} cannot become {self.money}"
            self.refuse(span, "E212", path, message, error.fix)
            return None


def usual_distribution(role: str, value: float, unit: Unit, wanted: Wanted) -> str:
    """The distribution that a kind of number asks for where none is named.

    Normal for a difference, lognormal for a ratio, beta for a share, and for other levels the
    one `wanted` asks for: gamma for costs and use, normal where the level may be negative.
    """
    if role in ("difference", "ratio"):
        return "normal" if role == "difference" else "lognormal"
    if unit == SHARE:
        return "beta"
    return wanted.usual if value > 0 else "normal"
