"""Amounts by arm: one for each arm or one for all, and whether their units and levels fit."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from ipscost.errors import Span, is_set
from ipscost.loading.amounts.quantities import Reader, label_at
from ipscost.loading.amounts.sources import NOTHING, Inherited
from ipscost.loading.amounts.uncertainty import Wanted, is_share
from ipscost.loading.amounts.unknowns import NO_UNIT, unknown_value
from ipscost.loading.cursor import Cursor
from ipscost.loading.keys.fields import Keys
from ipscost.loading.keys.schema_amounts import UNCERTAINTY_KEYS, VALUE_KEYS, AmountKeys
from ipscost.loading.keys.schema_model import ALL
from ipscost.loading.text import findings, yamldoc
from ipscost.loading.text.edits import (
    SOURCE,
    declared,
    meant_by,
    toward_zero,
    without,
)
from ipscost.messages import Message, ands, either
from ipscost.scenario.nouns import Arm, Quantity
from ipscost.scenario.quantity import RATIOS
from ipscost.units import UNKNOWN, Unit

LEVELS = ("mean", "difference", "ratio")
AN_AMOUNT, ARMS = Message("an amount"), Message("arms")
"""What stands where an amount for each arm, for all of them, or for one is read."""


def _no_further(limit: float, side: str) -> float:
    """A limit cut to four decimals, on the side of it that is allowed."""
    return toward_zero(limit) if side == "at most" else math.ceil(limit * 1e4) / 1e4


class ArmReader:
    """Reads amounts stated by arm; problems go to the reader's list.

    Of those of `arms` that are `left_out` nothing need be stated.
    """

    def __init__(
        self, reader: Reader, arms: Mapping[str, Arm], left_out: Collection[str] = ()
    ) -> None:
        self.reader = reader
        self.problems = reader.problems
        self.errors = reader.problems.errors
        self.refuse = reader.refuse
        self.arms = arms
        self.left_out = left_out
        self.reference = next(name for name, arm in arms.items() if arm.reference)

    def split(self, at: Cursor, kind: type[Keys], extra: tuple[str, ...] = ()) -> dict[str, Cursor]:
        """Where each arm is stated; refuses keys that are neither arms nor in `kind` or `extra`.

        The keys of `kind` are then read by `at.read_some(kind)`.
        """
        known = (*findings.field_names(kind), *extra)
        for key in at:
            if key in known or key in self.arms:
                continue
            if states_amount(at[key].node):
                self._refuse_arm(at, key)
            else:
                at.refuse_unknown(key, (*known, *self.arms))
        return {name: at[name] for name in at if name in self.arms}

    def _refuse_arm(self, at: Cursor, name: str) -> None:
        """Refuses an unknown arm; the fix names one that is still missing here, or declares it."""
        free = {arm: each for arm, each in self.arms.items() if arm not in at}
        fix = declared(name, free, "arm", "{label: ...}")
        at[name].refuse_key("E202", Message("unknown arm {arm}", arm=name), fix)

    def stated(
        self, at: Cursor, arms: Mapping[str, Cursor], wanted: Wanted, inherited: Inherited
    ) -> dict[str, Quantity]:
        """The quantity of each arm; all must be stated, except an unpublished reference arm."""
        quantities: dict[str, Quantity] = {}
        if arms and inherited.unit is None and not any("unit" in each for each in arms.values()):
            fix = Message("add unit: DKK_2024/person (or the unit it was published in)")
            at.refuse("E102", Message("expected the key unit, found none"), fix)
            return {}
        for name in self.arms:
            if name not in arms:
                if name in self.left_out:
                    continue
                misspelt = [k for k in at if k not in self.arms and states_amount(at[k].node)]
                meant = [meant_by(key, self.arms) for key in misspelt]
                if name != self.reference and name not in meant:
                    message = Message("the arm {name} is declared but not stated here", name=name)
                    fix = Message(
                        "add {name}: {unknown} if nobody published it, or add {name}: "
                        "{{difference: ..., source: ...}}",
                        name=name,
                        unknown=UNKNOWN,
                    )
                    at.refuse("E203", message, fix)
                continue
            roles = ("mean",) if name == self.reference else wanted.roles
            asked = replace(wanted, roles=roles, by_cycle=False)
            quantity = self.reader.read(arms[name], asked, inherited)
            if quantity is None:
                continue
            needs_base = quantity.is_known and quantity.role != "difference"
            if self.reference not in arms and needs_base:
                message = Message(
                    "a {role} needs the reference arm {reference}, which is not stated",
                    role=quantity.role,
                    reference=self.reference,
                )
                fix = Message(
                    "add {reference}: {unknown} to {path} if nobody published it, or add "
                    "{reference}: {{mean: ..., source: ...}} to {path}, or write difference "
                    "for {role} if it is one",
                    reference=self.reference,
                    unknown=UNKNOWN,
                    path=at.path,
                    role=quantity.role,
                )
                arms[name].refuse("E210", message, fix, quantity.span)
            quantities[name] = quantity
            self.check_level(quantities, quantity, wanted)
        return quantities

    def each(
        self,
        at: Cursor,
        wanted: Wanted,
        inherited: Inherited,
        *,
        own: Sequence[str] = (),
        base_roles: tuple[str, ...] = ("mean",),
        given: Mapping[str, Quantity] | None = None,
    ) -> dict[str, Quantity]:
        """The quantity of every arm, from one amount for all or one per arm; empty if one is wrong.

        An amount for all stands directly at `at` or under `all`, and every arm gets the same one.
        `own` are keys of the node that belong to its holder; `base_roles` is what the reference
        arm, or an amount for all, may be; `given` are arms stated at a higher level.
        """
        everyone = replace(wanted, roles=base_roles)
        if not at.is_mapping:
            return self._same(self.reader.read(at, everyone, inherited))
        shared = ("unit", "source", "assumption", "sure", "note")
        kinds = {
            AN_AMOUNT: [key for key in at if _is_value(at.mapping, key)],
            ALL: [key for key in at if key == ALL],
            ARMS: [key for key in at if key in self.arms],
        }
        stated = [kind for kind, keys in kinds.items() if keys]
        if len(stated) > 1:
            message = Message(
                "expected an amount for all arms, or one an arm, found {stated}",
                stated=ands(stated),
            )
            at.refuse("E208", message, self._one_kind({kind: kinds[kind] for kind in stated}))
            return {}
        if stated == [AN_AMOUNT]:
            amount = at.with_node(at.only(AmountKeys)) if own else at
            return self._same(self.reader.read(amount, everyone, inherited))
        for key in at:
            if key not in (*own, *shared, ALL) and key not in self.arms:
                if states_amount(at[key].node):
                    self._refuse_arm(at, key)
                else:
                    at.refuse_unknown(key, (*own, *shared, ALL, *self.arms))
                return {}
        inherited = below(at, inherited)
        if stated == [ALL]:
            return self._same(self.reader.read(at[ALL], everyone, inherited))
        return self._one_an_arm(at, wanted, inherited, base_roles, given or {})

    def _one_kind(self, kinds: Mapping[str, Sequence[str]]) -> str:
        """The fix for an amount for all next to amounts by arm: keep only one kind."""
        missing = [arm for arm in self.arms if arm not in kinds.get(ARMS, ())]
        ways = []
        for kept in kinds:
            others = [key for kind, keys in kinds.items() if kind != kept for key in keys]
            if kept != "arms" or not missing:
                ways.append(without(others))
            elif len(missing) == 1 and ALL in kinds:
                ways.append(Message("write {right} for {wrong}", right=missing[0], wrong=ALL))
        return either(ways)

    def _same(self, quantity: Quantity | None) -> dict[str, Quantity]:
        """One quantity for all arms; empty if it could not be read."""
        return {} if quantity is None else dict.fromkeys(self.arms, quantity)

    def _one_an_arm(
        self,
        at: Cursor,
        wanted: Wanted,
        inherited: Inherited,
        base_roles: tuple[str, ...],
        given: Mapping[str, Quantity],
    ) -> dict[str, Quantity]:
        """The quantity of each arm, stated here or given; empty if one is unusable or missing."""
        quantities: dict[str, Quantity] = {}
        before = self.errors()
        for name in self.arms:
            if name not in at:
                if name in given:
                    quantities[name] = given[name]
                if name in given or name in self.left_out:
                    continue
                message = Message("the arm {name} is declared but not stated here", name=name)
                fix = Message(
                    "add {name}: {{mean: ..., source: ...}}; {all}: is for every arm alike",
                    name=name,
                    all=ALL,
                )
                at.refuse("E203", message, fix)
                continue
            roles = base_roles if name == self.reference else wanted.roles
            quantity = self.reader.read(at[name], replace(wanted, roles=roles), inherited)
            if quantity is not None:
                quantities[name] = quantity
                if base_roles == ("mean",):
                    self.check_level(quantities, quantity, wanted)
        for name in self.left_out:
            if name not in at and self.reference in quantities:
                quantities.setdefault(name, quantities[self.reference])
        return quantities if self.errors() == before and len(quantities) == len(self.arms) else {}

    def check_level(
        self, quantities: Mapping[str, Quantity], quantity: Quantity, wanted: Wanted
    ) -> None:
        """Refuses a difference or ratio that puts the level outside its range."""
        base = quantities.get(self.reference)
        if (
            base is None
            or not (base.is_known and quantity.is_known)
            or quantity.role == "mean"
            or (quantity.role == "difference" and base.unit != quantity.unit)
            or quantity.role in ("hazard_ratio", "odds_ratio")
            or (quantity.role == "risk_ratio" and not is_share(base.unit))
        ):
            return
        added = quantity.role == "difference"
        level = base.value + quantity.value if added else base.value * quantity.value
        top = 1.0 if is_share(base.unit) else float("inf")
        if level > top or (level < 0 and not wanted.negative):
            limit = Message("0 to 1") if top == 1 else Message("at least 0")
            message = Message(
                "expected a level of {limit}, found {value:g} {sign} {other:g} = {level:g}",
                limit=limit,
                value=base.value,
                sign="+" if added else "x",
                other=quantity.value,
                level=level,
            )
            most = top if level > top else 0.0
            side = Message("at most") if level > top else Message("at least")
            if is_set(base.span) and not is_set(quantity.span):
                limit_of = most - quantity.value if added else most / quantity.value
                fix = Message(
                    "write a mean of {side} {limit:g}; the {role} at {place} may be amiss as well",
                    side=side,
                    limit=_no_further(limit_of, side),
                    role=quantity.role,
                    place=quantity.span.place,
                )
                self.refuse(base.span, "E216", quantity.path, message, fix)
                return
            limit_of = most - base.value if added else most / base.value if base.value else 0.0
            fix = Message(
                "write a {role} of {side} {limit:g}; the mean of {reference} may be amiss as well",
                role=quantity.role,
                side=side,
                limit=toward_zero(limit_of),
                reference=self.reference,
            )
            self.refuse(quantity.span, "E216", quantity.path, message, fix)

    def one_unit(self, amounts: Mapping[str, Quantity], at: Cursor) -> Unit | None:
        """The unit of the amounts; all must be per month or all over the horizon."""
        stated = {
            name: quantity
            for name, quantity in amounts.items()
            if quantity.role not in RATIOS and quantity.unit != NO_UNIT
        }
        if not stated:
            _need_unit(amounts, at)
            return None
        first = next(iter(stated.values())).unit
        for name, quantity in stated.items():
            unit = quantity.unit
            same_thing = bool(unit.money) == bool(first.money) and (
                bool(unit.money) or unit.head == first.head
            )
            if unit.per != first.per or not same_thing:
                message = Message(
                    "expected one unit for all arms, found {first} and {unit}",
                    first=first,
                    unit=unit,
                )
                fix = Message("write {first} if the number is in that unit", first=first)
                if shared := at[name].get("number"):
                    fix = Message(
                        "write {{{role}: ..., {source}}} for {{number: {text}}}",
                        role=quantity.role,
                        source=SOURCE,
                        text=shared.text,
                    )
                at[name].refuse("E211", message, fix, unit_span(at[name]))
                return None
        return first


def _need_unit(amounts: Mapping[str, Quantity], at: Cursor) -> None:
    """Asks for a unit if the amounts say only that they are not known."""
    if amounts and all(quantity.unit == NO_UNIT for quantity in amounts.values()):
        fix = Message("add unit: DKK_2024/person (or the unit it is counted in)")
        at.refuse("E102", Message("expected the key unit, found none"), fix)


def states_amount(node: yamldoc.Node) -> bool:
    """True for a mapping that states a number or its uncertainty, and for `unknown`."""
    if isinstance(node, yamldoc.Scalar):
        return unknown_value(node) is not None
    return isinstance(node, yamldoc.Mapping) and any(
        _is_value(node, key) or key in UNCERTAINTY_KEYS for key in node
    )


def _is_value(node: yamldoc.Mapping, key: str) -> bool:
    """True if `key` states a number, or names one from the section `number:`."""
    return key in VALUE_KEYS or (key == "number" and isinstance(node[key], yamldoc.Scalar))


def below(at: Cursor, above: Inherited = NOTHING) -> Inherited:
    """What numbers under a node inherit: what it states, and the rest from higher levels."""
    own = inherited(at)
    stated = own.source or own.assumption
    return Inherited(
        file=own.file if stated else above.file,
        unit=own.unit or above.unit,
        source=own.source if stated else above.source,
        assumption=own.assumption if stated else above.assumption,
        sure=own.sure or above.sure,
    )


def inherited(at: Cursor, above: Cursor | None = None) -> Inherited:
    """What numbers under a node inherit from it and, except for the unit, from `above`."""

    def stated(key: str) -> Cursor | None:
        child = at.get(key)
        return above.get(key) if child is None and above is not None and key != "unit" else child

    def text(key: str) -> tuple[str, Span] | None:
        child = stated(key)
        return (child.text, child.span) if child is not None and child.is_scalar else None

    assumption, source, sure = stated("assumption"), stated("source"), text("sure")
    origin = assumption if source is None else source
    return Inherited(
        file="" if origin is None else origin.span.file,
        unit=text("unit"),
        source=text("source"),
        assumption=None if assumption is None else label_at(assumption.node),
        sure=sure and sure[0],
    )


def unit_span(at: Cursor) -> Span:
    """The position of a node's unit: its own, the first arm's, or that of the node itself."""
    for holder in (at, *(at[key] for key in at)):
        if (unit := holder.get("unit")) is not None:
            return unit.span
    return at.span
