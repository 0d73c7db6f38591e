"""From an amount in a file to a Quantity: value, unit, uncertainty, source, conversion, place."""

from __future__ import annotations

import contextlib
import math
import re
from collections.abc import Mapping
from dataclasses import replace

from ipscost.errors import Problem, Span, nearest
from ipscost.loading.amounts import cycles, unknowns
from ipscost.loading.amounts.cycles import Columns
from ipscost.loading.amounts.meant import fixes_as_meant
from ipscost.loading.amounts.sources import Inherited, SourceReader, text_of
from ipscost.loading.amounts.uncertainty import Wanted, is_share
from ipscost.loading.keys.fields import LabelKeys
from ipscost.loading.keys.schema_amounts import PART_OF, UNCERTAINTY_KEYS, VALUE_KEYS, AmountKeys
from ipscost.loading.text import findings, yamldoc
from ipscost.loading.text.edits import SOURCE, either, form_fix, interval_around
from ipscost.loading.text.variants import SET, form_of
from ipscost.scenario.distributions import Fixed, Gamma
from ipscost.scenario.nouns import Label, Quantity, Source
from ipscost.scenario.quantity import RATIOS
from ipscost.units import (
    RATIO,
    UNKNOWN,
    Conversion,
    Money,
    NoPriceError,
    PriceTables,
    Unit,
    convert,
    parse_unit,
)
from ipscost.words.text import Text, say

LARGE_RATIO = 10
PERSON = Unit("person")
LEVELS = {"mean", "events"}
DOUBTED_RATIOS = ("ratio", "risk_ratio", "hazard_ratio")


def label_of(keys: LabelKeys | None, name: str) -> Text:
    """The label, or the name made readable where there is none."""
    if keys is None:
        readable = "QALY" if name == "qaly" else name.replace("_", " ").capitalize()
        return Label.same(readable)
    return Label(keys.texts)


def label_at(node: yamldoc.Node) -> Text:
    """The text that stands at a node that was found to hold one."""
    keys = LabelKeys.model_validate(yamldoc.plain(node))
    return Label(keys.texts)


class Reader(SourceReader):
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
        columns: Columns | None = None,
    ) -> None:
        super().__init__(problems, sources)
        self.columns = columns
        self.numbers: dict[str, Quantity | None] = {}
        self.used: set[str] = set()
        self.money = money
        self.order = order
        self.prices = prices

    def read(
        self, node: yamldoc.Node, path: str, wanted: Wanted, inherited: Inherited
    ) -> Quantity | None:
        """The quantity at `path`, or None where something is wrong with it."""
        before = len(self.problems)
        found = self._quantity(node, path, wanted, inherited)
        if isinstance(node, yamldoc.Mapping) and node.was:
            self._other_form(node, path, before)
        return found

    def _other_form(self, node: yamldoc.Mapping, path: str, before: int) -> None:
        """Says so where a number replaces one that is stated in another form, such as a ratio.

        Where the number is out of the range of its new form, that is the cause.
        """
        new, old = form_of(node), node.was
        alike = new == old or {new, old} <= LEVELS or "number" in (new, old)
        if alike or new not in node:
            return
        at, fix = node[new].span, f"write {old} for {new}"
        key = node.keys[new]
        if key.file == SET:
            fix = f"write {path}.{old} for {path}.{new}"
            if f"{path}.{new}" not in key.text:
                fix = f"write {old}: for {new}:"
        for index in range(before, len(self.problems)):
            problem = self.problems[index]
            if problem.span == at and problem.code == "E114":
                expected = problem.message.partition(", found")[0]
                message = f"{expected}; the number that it replaces is stated by {old}"
                self.problems[index] = replace(problem, code="E280", message=message, fix=fix)
                return
        if not any(problem.is_error for problem in self.problems[before:]):
            doubt = say("doubt_form", new=new, old=old)
            fix += f" if a {old} is meant; nothing is wrong where a {new} is"
            self.doubt(key, "W410", path, doubt, fix)

    def _quantity(
        self, node: yamldoc.Node, path: str, wanted: Wanted, inherited: Inherited
    ) -> Quantity | None:
        if (key := unknowns.unknown_value(node)) is not None:
            return unknowns.read_unknown(self, node, key, path, wanted, inherited)
        if isinstance(node, yamldoc.Scalar) and node.text:
            message = f"expected an amount, found '{node.text}'"
            fix = f"write {{mean: {node.text}, source: ...}}"
            if unknowns.said_otherwise(node) is not None and wanted.unknown:
                self.refuse(node.span, "E103", path, message, f"write {UNKNOWN}")
                return None
            if node.span.file == SET:
                fix = f"write {path}.{wanted.roles[0]} for {path}"
            self.refuse(node.span, "E103", path, message, fix)
            return None
        if isinstance(node, yamldoc.Mapping) and isinstance(node.get("number"), yamldoc.Scalar):
            return self._shared(node, path, wanted)
        values: list[cycles.Value] = []
        column: tuple[str, ...] = ()
        if wanted.by_cycle and (key := cycles.varying(node)) is not None:
            assert isinstance(node, yamldoc.Mapping)
            found = self._by_cycle(node, key, path)
            if found is None:
                return None
            values, column = found, cycles.column_of(node[key])
            node = cycles.with_first(node, key, values)
        before = len(self.problems)
        keys: AmountKeys | None = findings.read(AmountKeys, node, path, self.problems)
        if keys is None:
            fixes_as_meant(self.problems, before, node, path, wanted)
            return None
        assert isinstance(node, yamldoc.Mapping)
        before = len(self.problems)
        unit = self._unit(keys, node, path, inherited)
        role, value = self._value(keys, node, path, wanted, unit, inherited)
        source, place, sure, assumption = self._source(keys, node, path, inherited)
        if unit is None or role is None or len(self.problems) > before:
            return None
        for later, at in values[1:]:
            self._range(role, later, at, path, wanted, unit)
        span = _value_span(node)
        self._doubt(node, path, unit)
        dist, way = self.uncertainty(keys, node, path, role, value, unit, wanted)
        unit = RATIO if role in RATIOS else unit
        vague = wanted.unknown and unit.money is not None and unit.money.year is None
        vague = vague and unit.money != self.money
        conversion = None if vague else self._conversion(unit, node, path, inherited)
        if keys.part_of is not None:
            message = f"{PART_OF} says which category holds an amount that is not known"
            fix = f"take {PART_OF} out, or write {role}: {UNKNOWN}"
            self.refuse(node.keys[PART_OF], "E251", f"{path}.{PART_OF}", message, fix)
        if dist is None or len([p for p in self.problems[before:] if p.is_error]):
            return None
        number = Quantity(
            path=path,
            role=role,
            value=value,
            unit=unit,
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
            series=tuple(each for each, _ in values),
            column=column,
        )
        if not vague:
            return number
        return unknowns.without_value(number, f"{value:g} {unit}")

    def _shared(self, node: yamldoc.Mapping, path: str, wanted: Wanted) -> Quantity | None:
        """The number that `{number: NAME}` stands for, where it fits."""
        child = node["number"]
        assert isinstance(child, yamldoc.Scalar)
        others = [key for key in node if key != "number"]
        if others:
            name = child.text
            message = f"expected {{number: {name}}} alone, found {' and '.join(others)} beside it"
            fix = f"move {', '.join(others)} to number.{name}"
            self.refuse(node.keys[others[0]], "E226", path, message, fix)
            return None
        if child.text not in self.numbers:
            fix = nearest(child.text, tuple(self.numbers))
            self.refuse(child.span, "E226", path, f"unknown number {child.text}", fix)
            return None
        found = self.numbers[child.text]
        self.used.add(child.text)
        if found is None:
            return None
        amiss = ""
        if found.role not in wanted.roles:
            amiss = f"expected {' or '.join(wanted.roles)}, found {found.role} in {found.path}"
        elif found.series and not wanted.by_cycle:
            amiss = f"expected one number, found values by cycle in {found.path}"
        elif found.role == "mean" and found.value < 0 and not wanted.negative:
            amiss = f"expected a number of at least 0, found {found.value:g} in {found.path}"
        if amiss:
            fix = f"write {{{wanted.roles[0]}: ..., {SOURCE}}} for {{number: {child.text}}}"
            self.refuse(child.span, "E226", path, amiss, fix)
            return None
        return found

    def count(self, node: yamldoc.Node, path: str, inherited: Inherited) -> Quantity | None:
        """Persons counted on one of several moves, a part of a Dirichlet.

        Each is drawn from a gamma of that shape; their shares of the sum are then Dirichlet
        (Briggs, Claxton, Sculpher 2006, section 4.3). Nobody counted is a move that never happens.
        """
        if not isinstance(node, yamldoc.Scalar):
            return None  # refused with the row
        value = float(node.text)
        amount = yamldoc.Mapping({"mean": node}, {"mean": node.span}, node.span)
        before = len(self.problems)
        source, place, sure, assumption = self._source(
            AmountKeys.model_validate({"mean": node.text}), amount, path, inherited
        )
        if len(self.problems) > before:
            return None
        return Quantity(
            path=path,
            role="mean",
            value=value,
            unit=PERSON,
            dist=Gamma(value, 1.0) if value else Fixed(value),
            way=say("way_count", n=value) if value else None,
            source=source,
            place=place,
            sure=sure,
            assumption=assumption,
            note=None,
            span=node.span,
            conversion=None,
        )

    def _by_cycle(self, node: yamldoc.Mapping, key: str, path: str) -> list[cycles.Value] | None:
        """The values under `key` by cycle, or None where they cannot be had."""
        child, here = node[key], f"{path}.{key}"
        uncertain = next((k for k in (*UNCERTAINTY_KEYS, "dist", "bounds") if k in node), None)
        if uncertain is not None or key == "events":
            message = f"values by cycle are fixed, found {uncertain or key}"
            fix = f"take {uncertain} out" if uncertain else "write mean for events"
            self.refuse((node.get(uncertain or key) or node).span, "E268", here, message, fix)
            return None
        if isinstance(child, yamldoc.Sequence):
            found = cycles.listed(child, here, self.problems)
        else:
            assert isinstance(child, yamldoc.Mapping)
            assert self.columns is not None
            found = self.columns.values(child, here, self.problems)
        for value, span in found or ():
            if key in RATIOS and value <= 0:
                message = f"expected a number above 0, found {value:g}"
                self.refuse(span, "E114", here, message, "write a number above 0 such as 1")
                return None
        return found

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
        """The bounds of a sensitivity analysis, which hold the number between them."""
        if keys.bounds is None:
            return None
        low, high = keys.bounds
        if not low <= value <= high or low == high:
            message = f"expected bounds around {value:g}, found {low:g} to {high:g}"
            fix = interval_around(value, node["bounds"], "bounds")
            self.refuse(node["bounds"].span, "E222", f"{path}.bounds", message, fix)
            return None
        for bound in (low, high):
            self._range(role, bound, node["bounds"].span, f"{path}.bounds", wanted, unit)
        return low, high

    def _unit(
        self, keys: AmountKeys, node: yamldoc.Mapping, path: str, inherited: Inherited
    ) -> Unit | None:
        text = keys.unit or (inherited.unit[0] if inherited.unit else None)
        if any(key in node for key in RATIOS if key != "ratio"):
            return RATIO
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
        inherited: Inherited,
    ) -> tuple[str | None, float]:
        """The role and the stated value."""
        stated = [key for key in VALUE_KEYS if key in node]
        if len(stated) != 1:
            allowed = [*wanted.roles, "events"] if is_share(unit) else [*wanted.roles]
            found = " and ".join(stated) or "none"
            message = f"expected exactly one of {', '.join(allowed)}, found {found}"
            fix = (
                f"keep one of {', '.join(stated)}"
                if stated
                else f"add {allowed[0]}: ... (a number)"
            )
            self.refuse(node.span, "E208", path, message, fix)
            return None, 0.0
        role = stated[0]
        at = node[role].span
        value: float = getattr(keys, role)
        if role == "events":
            if not is_share(unit) or keys.n is None or value > keys.n:
                message = "expected events among n persons, in the unit share, found "
                message += f"{value:g} of {keys.n or 'no n'} in {unit or 'no unit'}"
                fix = "take events out and take n out and add mean: ..."
                if unit is not None and not is_share(unit) and not unit.money and keys.n:
                    message = f"expected the unit share with events among n persons, found {unit}"
                    own = node.get("unit")
                    at = own.span if own else inherited.unit[1] if inherited.unit else at
                    fix = "write share"
                if is_share(unit) and keys.n is None:
                    fix = "add n: ... (the persons among whom they were seen)"
                elif is_share(unit):
                    fix = (
                        f"write events: {keys.n} and write n: {value:g} (if the two are exchanged)"
                    )
                elif keys.n is None:
                    fix = "take events out and add mean: ..."
                self.refuse(at, "E209", path, message, fix)
                return None, 0.0
            role, value = "mean", value / keys.n
        if role not in wanted.roles:
            message = f"expected {' or '.join(wanted.roles)}, found {role}"
            self.refuse(at, "E208", path, message, form_fix(node, path, role, wanted.roles))
            return None, 0.0
        self._range(role, value, at, path, wanted, unit)
        return role, value

    def _range(
        self, role: str, value: float, at: Span, path: str, wanted: Wanted, unit: Unit | None
    ) -> None:
        if is_share(unit) and role not in RATIOS and abs(value) > 1:
            message = f"expected a {unit.head if unit else ''} of at most 1, found {value:g}"
            fix = f"write {value / 100:g} if {value:g} per cent is meant"
            if abs(value) > 100 or path.endswith(".bounds"):
                fix = f"write {math.copysign(1, value):g} for {value:g}"
            self.refuse(at, "E114", path, message, fix)
        elif role == "mean" and value < 0 and not wanted.negative:
            fix = f"write {-value:.15g} if the minus is a slip"
            if path.endswith(".bounds"):
                fix = f"write 0 for {value:.15g}"
            elif "difference" in wanted.roles:
                fix = f"write difference for mean if it is a change, or {fix}"
            if unit is not None and unit.money is not None:
                fix += "; a gain is a category of kind productivity"
            message = f"expected a number of at least 0, found {value:g}"
            self.refuse(at, "E114", path, message, fix)

    def _doubt(self, node: yamldoc.Mapping, path: str, unit: Unit) -> None:
        """Warns of `4.200` on money, which in Danish is 4200."""
        for key in DOUBTED_RATIOS:
            ratio = node.get(key)
            if isinstance(ratio, yamldoc.Scalar) and float(ratio.text) > LARGE_RATIO:
                per_cent = float(ratio.text) / 100
                doubt = say("doubt_ratio", ratio=float(ratio.text))
                fix = f"write {per_cent:g} if {ratio.text} per cent of it is meant"
                self.doubt(ratio.span, "W402", f"{path}.{key}", doubt, fix)
        for key in (*VALUE_KEYS, "se"):
            child = node.get(key)
            if (
                unit.money
                and isinstance(child, yamldoc.Scalar)
                and re.fullmatch(r"[+-]?[1-9]\d{0,2}\.\d{3}", child.text)
            ):
                doubt = say("doubt_point", text=child.text)
                fix = f"write {child.text.replace('.', '')} if the point marks thousands, "
                fix += f"{child.text}0 if it marks decimals"
                self.doubt(child.span, "W402", f"{path}.{key}", doubt, fix)

    def _conversion(
        self, unit: Unit, node: yamldoc.Mapping, path: str, inherited: Inherited
    ) -> Conversion | None:
        """The way from the unit's money to the reported money; None where they are the same."""
        own = node.get("unit")
        span = own.span if own else inherited.unit[1] if inherited.unit else node.span
        return self.convert(unit.money, span, path)

    def _orders(self, money: Money) -> list[str]:
        """The orders in which the money can be converted; both where none can."""
        assert self.money is not None
        assert self.prices is not None
        found, every = list[str](), ["exchange_then_prices", "prices_then_exchange"]
        for order in every:
            with contextlib.suppress(NoPriceError):
                convert(money, self.money, self.prices, order)
                found.append(order)
        return found or every

    def convert(self, money: Money | None, span: Span, path: str) -> Conversion | None:
        """The conversion of `money` to the reported money, or None where there is none to make."""
        if money is None or self.money is None or self.prices is None or money == self.money:
            return None
        if self.order is None and money.currency != self.money.currency:
            message = f"{money} must become {self.money}, but the order is not stated"
            orders = self._orders(money)
            fix = either(f"add conversion: {order} to the file" for order in orders)
            self.refuse(span, "E217", path, message, fix)
            return None
        try:
            return convert(money, self.money, self.prices, self.order or "exchange_then_prices")
        except NoPriceError as error:
            message = f"{error.message}, so {money} cannot become {self.money}"
            fix = error.fix
            if self.money.year is None and money.year is not None:
                fix = f"write money: {money} in the file if the results may be of that year"
            self.refuse(span, "E212", path, message, fix)
            return None


def _value_span(node: yamldoc.Mapping) -> Span:
    """Where the value of an amount stands."""
    return node[next(key for key in VALUE_KEYS if key in node)].span
