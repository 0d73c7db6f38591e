"""Amounts by arm: each arm's own, one for all, and whether their units and levels fit together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ipscost.errors import Span
from ipscost.loading.amounts.quantities import Reader, label_at
from ipscost.loading.amounts.sources import Inherited
from ipscost.loading.amounts.uncertainty import Wanted, is_share
from ipscost.loading.amounts.unknowns import NO_UNIT, unknown_value
from ipscost.loading.keys.fields import Keys
from ipscost.loading.keys.schema_amounts import UNCERTAINTY_KEYS, VALUE_KEYS, AmountKeys
from ipscost.loading.keys.schema_model import ALL
from ipscost.loading.text import findings, yamldoc
from ipscost.loading.text.edits import declared, either, named, toward_zero, without
from ipscost.scenario.nouns import Arm, Quantity
from ipscost.scenario.quantity import RATIOS
from ipscost.units import UNKNOWN, Unit

LEVELS = ("mean", "difference", "ratio")


class ArmReader:
    """Reads amounts that arms have; problems go to the reader's list."""

    def __init__(self, reader: Reader, arms: Mapping[str, Arm]) -> None:
        self.reader = reader
        self.problems = reader.problems
        self.refuse = reader.refuse
        self.arms = arms
        self.reference = next(name for name, arm in arms.items() if arm.reference)

    def errors(self) -> int:
        """How many errors there are so far."""
        return sum(problem.is_error for problem in self.problems)

    def split(
        self,
        node: yamldoc.Mapping,
        path: str,
        kind: type[Keys],
        extra: tuple[str, ...] = (),
    ) -> tuple[yamldoc.Mapping, dict[str, yamldoc.Node]]:
        """The node without its arms and unknown keys, and the nodes of its arms."""
        known = (*findings.field_names(kind), *extra)
        arms = {name: node[name] for name in node if name in self.arms}
        for key in node:
            if key in known or key in self.arms:
                continue
            if states_amount(node[key]):
                message = f"unknown arm {key}"
                fix = self.unknown_arm(key, node)
                self.refuse(node.keys[key], "E202", f"{path}.{key}", message, fix)
            else:
                everything = (*known, *self.arms)
                self.problems.append(findings.unknown_key(node, key, path, everything))
        return only(node, kind), arms

    def unknown_arm(self, name: str, node: yamldoc.Mapping) -> str:
        """The fix for an unknown arm: one that is not stated here yet, or to declare it."""
        free = {arm: each for arm, each in self.arms.items() if arm not in node}
        return declared(name, free, "arm", "{label: ...}")

    def stated(
        self,
        node: yamldoc.Mapping,
        nodes: Mapping[str, yamldoc.Node],
        path: str,
        wanted: Wanted,
        inherited: Inherited,
    ) -> dict[str, Quantity]:
        """The quantity of each arm; every arm but an unpublished reference must be there."""
        found: dict[str, Quantity] = {}
        units = [n for n in nodes.values() if isinstance(n, yamldoc.Mapping) and "unit" in n]
        if nodes and inherited.unit is None and not units:
            fix = "add unit: DKK_2024/person (or the unit it was published in)"
            self.refuse(node.span, "E102", path, "expected the key unit, found none", fix)
            return {}
        for name in self.arms:
            if name not in nodes:
                misspelt = [k for k in node if k not in self.arms and states_amount(node[k])]
                if name != self.reference and name not in [
                    named(key, self.arms).removeprefix("write ") for key in misspelt
                ]:
                    message = f"the arm {name} is declared but not stated here"
                    fix = f"add {name}: {UNKNOWN} if nobody published it, or "
                    fix += f"add {name}: {{difference: ..., source: ...}}"
                    self.refuse(node.span, "E203", path, message, fix)
                continue
            roles = ("mean",) if name == self.reference else wanted.roles
            asked = replace(wanted, roles=roles, by_cycle=False)
            here = f"{path}.{name}"
            quantity = self.reader.read(nodes[name], here, asked, inherited)
            if quantity is None:
                continue
            needs_base = quantity.is_known and quantity.role != "difference"
            if self.reference not in nodes and needs_base:
                message = f"a {quantity.role} needs the reference arm {self.reference}, which is "
                message += "not stated"
                fix = f"add {self.reference}: {UNKNOWN} to {path} if nobody published it, or "
                fix += f"add {self.reference}: {{mean: ..., source: ...}} to {path}, or write "
                fix += f"difference for {quantity.role} if it is one"
                self.refuse(quantity.span, "E210", here, message, fix)
            found[name] = quantity
            self.check_level(found, quantity, wanted)
        return found

    def each(
        self,
        node: yamldoc.Node,
        path: str,
        wanted: Wanted,
        inherited: Inherited,
        *,
        own: Sequence[str] = (),
        base_roles: tuple[str, ...] = ("mean",),
        given: Mapping[str, Quantity] | None = None,
    ) -> dict[str, Quantity]:
        """The quantity of every arm: an amount for all, `all`, or one an arm; empty where amiss.

        An amount for all is at `path` itself or at `path.all`, and every arm has the same one.
        `own` are keys of the node that belong to what holds it; `base_roles` what the reference
        arm, and an amount for all, may be; `given` the arms that are stated further out.
        """
        everyone = replace(wanted, roles=base_roles)
        if not isinstance(node, yamldoc.Mapping):
            return self._same(self.reader.read(node, path, everyone, inherited))
        shared = ("unit", "source", "assumption", "sure", "note")
        kinds = {
            "an amount": [key for key in node if _is_value(node, key)],
            ALL: [key for key in node if key == ALL],
            "arms": [key for key in node if key in self.arms],
        }
        found = [kind for kind, keys in kinds.items() if keys]
        if len(found) > 1:
            message = f"expected an amount for all arms, or one an arm, found {' and '.join(found)}"
            fix = self._one_kind({kind: kinds[kind] for kind in found})
            self.refuse(node.span, "E208", path, message, fix)
            return {}
        if found == ["an amount"]:
            amount = only(node, AmountKeys) if own else node
            return self._same(self.reader.read(amount, path, everyone, inherited))
        for key in node:
            if key not in (*own, *shared, ALL) and key not in self.arms:
                if states_amount(node[key]):
                    message, fix = f"unknown arm {key}", self.unknown_arm(key, node)
                    self.refuse(node.keys[key], "E202", f"{path}.{key}", message, fix)
                else:
                    known = (*own, *shared, ALL, *self.arms)
                    self.problems.append(findings.unknown_key(node, key, path, known))
                return {}
        inherited = below(node, inherited)
        if found == [ALL]:
            return self._same(self.reader.read(node[ALL], f"{path}.{ALL}", everyone, inherited))
        return self._one_an_arm(node, path, wanted, inherited, base_roles, given or {})

    def _one_kind(self, kinds: Mapping[str, Sequence[str]]) -> str:
        """The fix for amounts for all beside amounts by arm: to keep those of one kind."""
        missing = [arm for arm in self.arms if arm not in kinds.get("arms", ())]
        ways = []
        for kept in kinds:
            others = [key for kind, keys in kinds.items() if kind != kept for key in keys]
            if kept != "arms" or not missing:
                ways.append(without(others))
            elif len(missing) == 1 and ALL in kinds:
                ways.append(f"write {missing[0]} for {ALL}")
        return either(ways)

    def _same(self, quantity: Quantity | None) -> dict[str, Quantity]:
        """The same quantity for every arm; none where it could not be read."""
        return {} if quantity is None else dict.fromkeys(self.arms, quantity)

    def _one_an_arm(
        self,
        node: yamldoc.Mapping,
        path: str,
        wanted: Wanted,
        inherited: Inherited,
        base_roles: tuple[str, ...],
        given: Mapping[str, Quantity],
    ) -> dict[str, Quantity]:
        """The quantity of each arm, stated here or given; empty where one is amiss or missing."""
        found: dict[str, Quantity] = {}
        before = self.errors()
        for name in self.arms:
            here = f"{path}.{name}"
            if name not in node:
                if name in given:
                    found[name] = given[name]
                    continue
                message = f"the arm {name} is declared but not stated here"
                fix = f"add {name}: {{mean: ..., source: ...}}; {ALL}: is for every arm alike"
                self.refuse(node.span, "E203", path, message, fix)
                continue
            roles = base_roles if name == self.reference else wanted.roles
            asked = replace(wanted, roles=roles)
            quantity = self.reader.read(node[name], here, asked, inherited)
            if quantity is not None:
                found[name] = quantity
                if base_roles == ("mean",):
                    self.check_level(found, quantity, wanted)
        return found if self.errors() == before and len(found) == len(self.arms) else {}

    def check_level(
        self, found: Mapping[str, Quantity], quantity: Quantity, wanted: Wanted
    ) -> None:
        """Refuses a difference or ratio that puts the level outside its range."""
        base = found.get(self.reference)
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
            limit = "0 to 1" if top == 1 else "at least 0"
            message = f"expected a level of {limit}, found {base.value:g} "
            message += f"{'+' if added else 'x'} {quantity.value:g} = {level:g}"
            most = top if level > top else 0.0
            limit_of = most - base.value if added else most / base.value if base.value else 0.0
            side = "at most" if level > top else "at least"
            fix = f"write a {quantity.role} of {side} {toward_zero(limit_of):g}; the mean of "
            fix += f"{self.reference} may be amiss as well"
            self.refuse(quantity.span, "E216", quantity.path, message, fix)

    def one_unit(self, amounts: Mapping[str, Quantity], node: yamldoc.Mapping) -> Unit | None:
        """The unit of the amounts; all must be per month or all over the horizon."""
        stated = [q for q in amounts.values() if q.role not in RATIOS and q.unit != NO_UNIT]
        if not stated:
            self._without_unit(amounts, node)
            return None
        first = stated[0].unit
        for quantity in stated:
            unit = quantity.unit
            same_thing = bool(unit.money) == bool(first.money) and (
                bool(unit.money) or unit.head == first.head
            )
            if unit.per != first.per or not same_thing:
                message = f"expected one unit for all arms, found {first} and {unit}"
                fix = f"write {first} if the number is in that unit"
                arm = node[quantity.path.rpartition(".")[2]]
                self.refuse(unit_span(arm), "E211", quantity.path, message, fix)
                return None
        return first

    def _without_unit(self, amounts: Mapping[str, Quantity], node: yamldoc.Mapping) -> None:
        """Asks for a unit where all that is stated is that nothing is known."""
        if amounts and all(quantity.unit == NO_UNIT for quantity in amounts.values()):
            path = next(iter(amounts.values())).path.rpartition(".")[0]
            fix = "add unit: DKK_2024/person (or the unit it is counted in)"
            self.refuse(node.span, "E102", path, "expected the key unit, found none", fix)


def states_amount(node: yamldoc.Node) -> bool:
    """True for a mapping that says a number or how uncertain it is, and for `unknown`."""
    if isinstance(node, yamldoc.Scalar):
        return unknown_value(node) is not None
    return isinstance(node, yamldoc.Mapping) and any(
        _is_value(node, key) or key in UNCERTAINTY_KEYS for key in node
    )


def _is_value(node: yamldoc.Mapping, key: str) -> bool:
    """True where `key` says a number, or names one that stands under `number:`."""
    return key in VALUE_KEYS or (key == "number" and isinstance(node[key], yamldoc.Scalar))


def below(node: yamldoc.Mapping, above: Inherited) -> Inherited:
    """What numbers below `node` take from it, and what it says nothing of from further out."""
    own = inherited(node)
    stated = own.source or own.assumption
    return Inherited(
        file=own.file if stated else above.file,
        unit=own.unit or above.unit,
        source=own.source if stated else above.source,
        assumption=own.assumption if stated else above.assumption,
        sure=own.sure or above.sure,
    )


def only(node: yamldoc.Mapping, kind: type[Keys]) -> yamldoc.Mapping:
    """The node with the keys of `kind` alone."""
    names = findings.field_names(kind)
    entries = {key: node[key] for key in node if key in names}
    keys = {key: node.keys[key] for key in entries}
    return yamldoc.Mapping(entries, keys, node.span, node.was)


def inherited(node: yamldoc.Mapping, above: yamldoc.Mapping | None = None) -> Inherited:
    """What the numbers below `node` take from it; all but the unit also from the node `above`."""

    def stated(key: str) -> yamldoc.Node | None:
        child = node.get(key)
        return above.get(key) if child is None and above is not None and key != "unit" else child

    def text(key: str) -> tuple[str, Span] | None:
        child = stated(key)
        return (child.text, child.span) if isinstance(child, yamldoc.Scalar) else None

    assumption, sure, source = stated("assumption"), text("sure"), stated("source")
    origin = assumption if source is None else source
    return Inherited(
        file="" if origin is None else origin.span.file,
        unit=text("unit"),
        source=text("source"),
        assumption=None if assumption is None else label_at(assumption),
        sure=sure and sure[0],
    )


def unit_span(node: yamldoc.Node) -> Span:
    """Where the unit of `node` stands: its own, the first arm's, or the node itself."""
    if isinstance(node, yamldoc.Mapping):
        for holder in (node, *node.entries.values()):
            if isinstance(holder, yamldoc.Mapping) and (unit := holder.get("unit")):
                return unit.span
    return node.span
