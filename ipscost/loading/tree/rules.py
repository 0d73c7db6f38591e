"""Amounts tied to states and moves: in a state, on entering it, on a move, at the start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ipscost.errors import Span
from ipscost.loading.amounts.arms import ArmReader, unit_span
from ipscost.loading.amounts.sources import Inherited
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.amounts.unknowns import NO_UNIT
from ipscost.loading.keys.schema_model import ALL, EVENT_KEYS, STRETCH
from ipscost.loading.states.states import is_state
from ipscost.loading.text import yamldoc
from ipscost.loading.text.edits import without
from ipscost.scenario.model import CYCLES, Model, Rule
from ipscost.scenario.nouns import Quantity
from ipscost.units import Unit

EVENTS = {"in": "in", "at_start": "start", "on_entry": "enter", "on_move": "move"}
TIMES = {**CYCLES, "day": 1 / 365.25}
"""The times that an amount in a state may be per, in years."""
MOST_WRITTEN = 24
"""So many values a fix writes out."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the amounts of one rule stand, and the states it is about."""

    states: tuple[str, ...]
    node: yamldoc.Node
    path: str
    inherited: Inherited


class RuleReader:
    """Reads the rules of categories and outcomes of a scenario with a model."""

    def __init__(self, arms: ArmReader, model: Model) -> None:
        self.arms = arms
        self.refuse = arms.refuse
        self.model = model

    def rules(
        self, node: yamldoc.Mapping, path: str, wanted: Wanted, inherited: Inherited
    ) -> tuple[Rule, ...]:
        """The rules at the one event that `node` states; none where something is amiss."""
        (event,) = (key for key in EVENT_KEYS if key in node)
        before, found = self.arms.errors(), list[Rule]()
        wanted = replace(wanted, by_cycle=event != "at_start")
        first: Unit | None = None
        for place in self._places(event, node[event], f"{path}.{event}", inherited):
            if self._in_stretches(place):
                continue
            amounts = self.arms.each(place.node, place.path, wanted, place.inherited)
            for quantity in dict.fromkeys(amounts.values()):
                unit = quantity.unit
                if quantity.role == "ratio" or unit == NO_UNIT:
                    continue
                first = first or unit
                self._check_unit(event, quantity, first, unit_span_of(place, node))
            if amounts and first is None and self.arms.errors() == before:
                fix = f"add unit: DKK_2024/person{'/month' if event == 'in' else ''}"
                message = "expected the key unit, found none"
                self.refuse(node.span, "E102", path, message, fix)
            if amounts and first is not None and self.arms.errors() == before:
                years = TIMES[first.per[1]] if event == "in" else 1.0
                found.append(Rule(EVENTS[event], place.states, years, amounts))
        return tuple(found) if self.arms.errors() == before else ()

    def _in_stretches(self, place: Place) -> bool:
        """Refuses from_N below a state: what changes with time is a list of values by cycle."""
        node = place.node
        keys = (
            [key for key in node if re.fullmatch(STRETCH, key)]
            if isinstance(node, yamldoc.Mapping)
            else []
        )
        if not keys or not isinstance(node, yamldoc.Mapping):
            return False
        starts = {int(key.removeprefix("from_")): node[key] for key in keys}
        message = "an amount of a state changes with time by a list of values, one a cycle"
        values = self._by_cycle(starts)
        fix = "write two categories, with timing: {months: [1, 12]} and {months: [13, 24]}"
        if values:
            fix = f"write mean: [{', '.join(values)}] and {without(keys)}; the last value holds on"
        self.refuse(node.keys[keys[0]], "E283", f"{place.path}.{keys[0]}", message, fix)
        return True

    def _by_cycle(self, starts: dict[int, yamldoc.Node]) -> list[str]:
        """The values of stretches by cycle, where each states one number for all arms."""
        length = 12 * CYCLES[self.model.cycle]
        last = (max(starts) - 1) / length
        if min(starts) != 1 or last > MOST_WRITTEN:
            return []
        found = []
        for cycle in range(round(last) + 1):
            first = max(month for month in starts if (month - 1) / length <= cycle + 1e-9)
            node: yamldoc.Node | None = starts[first]
            if isinstance(node, yamldoc.Mapping) and ALL in node:
                node = node[ALL]
            value = node.get("mean") if isinstance(node, yamldoc.Mapping) else None
            if (
                not isinstance(value, yamldoc.Scalar)
                or not isinstance(node, yamldoc.Mapping)
                or set(node) != {"mean"}
            ):
                return []
            found.append(value.text)
        return found

    def unit(self, rules: tuple[Rule, ...]) -> Unit:
        """The unit of the amounts of rules."""
        return next(
            quantity.unit
            for rule in rules
            for quantity in rule.arms.values()
            if quantity.role != "ratio" and quantity.unit != NO_UNIT
        )

    def _check_unit(self, event: str, quantity: Quantity, first: Unit, at: Span) -> None:
        """Refuses a unit that does not go with the event, or differs from the others'."""
        unit = quantity.unit
        if event == "in":
            fits = len(unit.per) == 2 and unit.per[0] == "person" and unit.per[1] in TIMES
            such = f"{unit.head}/person/month"
        else:
            fits, such = unit.per == ("person",), f"{unit.head}/person"
        if not fits:
            message = f"expected an amount such as {such} with {event}, found {unit}"
            self.refuse(at, "E211", quantity.path, message, f"write {such}")
            return
        same = bool(unit.money) == bool(first.money) and (
            bool(unit.money) or unit.head == first.head
        )
        if unit.per != first.per or not same:
            message = f"expected one unit for all amounts, found {first} and {unit}"
            fix = f"write {first} if the amount is of that unit"
            self.refuse(at, "E211", quantity.path, message, fix)

    def _places(
        self, event: str, node: yamldoc.Node, path: str, inherited: Inherited
    ) -> Iterator[Place]:
        """Where the amounts of each rule stand."""
        if event == "at_start":
            yield Place((), node, path, inherited)
            return
        if not isinstance(node, yamldoc.Mapping) or not node.entries:
            message = f"expected states, found {yamldoc.shape(node)}"
            if isinstance(node, yamldoc.Mapping):
                message = "expected states, found none"
            fix = f"write a state and its amounts under {event}:"
            self.refuse(node.span, "E103", path, message, fix)
            return
        for name in node:
            child, here = node[name], f"{path}.{name}"
            if name == ALL and event == "in":
                if len(node.entries) > 1:
                    message = f"{ALL} is every state but death, so no other stands beside it"
                    self.refuse(node.keys[name], "E208", here, message, f"keep {ALL} or the others")
                living = tuple(s.name for s in self.model.states.values() if not s.death)
                yield Place(living, child, here, inherited)
            elif not is_state(self.arms, name, child, here, self.model.states, node):
                continue
            elif event != "on_move":
                yield Place((name,), child, here, inherited)
            else:
                yield from self._moves(name, child, here, inherited)

    def _moves(
        self, origin: str, node: yamldoc.Node, path: str, inherited: Inherited
    ) -> Iterator[Place]:
        """Where the amounts of each move out of `origin` stand."""
        if not isinstance(node, yamldoc.Mapping):
            message = f"expected the states that people move to, found {yamldoc.shape(node)}"
            fix = "write a state and its amounts below it"
            self.refuse(node.span, "E103", path, message, fix)
            return
        targets = [*(t for m in self.model.moves if m.origin == origin for t in m.targets)]
        targets.append(self.model.rest[origin])
        for name in node:
            here = f"{path}.{name}"
            if not is_state(self.arms, name, node[name], here, self.model.states, node):
                continue
            if name not in targets or name == origin:
                message = f"nobody moves from {origin} to {name}"
                others = [target for target in dict.fromkeys(targets) if target != origin]
                fix = f"use one of: {', '.join(others)}" if others else f"take {name} out"
                self.refuse(node.keys[name], "E265", here, message, fix)
                continue
            yield Place((origin, name), node[name], here, inherited)


def unit_span_of(place: Place, node: yamldoc.Mapping) -> Span:
    """Where the unit of a rule's amounts stands: their own, or that of the category."""
    own = unit_span(place.node)
    return own if own != place.node.span else unit_span(node)


def stated_events(node: yamldoc.Mapping) -> list[str]:
    """The events that a category or its use states."""
    return [key for key in EVENT_KEYS if key in node]
