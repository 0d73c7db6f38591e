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
from ipscost.loading.cursor import Cursor
from ipscost.loading.keys.schema_model import ALL, EVENT_KEYS, STRETCH
from ipscost.loading.states.states import is_state
from ipscost.loading.text.edits import without
from ipscost.messages import Message
from ipscost.scenario.model import CYCLES, Model, Rule
from ipscost.scenario.nouns import Quantity
from ipscost.units import Unit

EVENTS = {"in": "in", "at_start": "start", "on_entry": "enter", "on_move": "move"}
TIMES = {**CYCLES, "day": 1 / 365.25}
"""The times per which an amount in a state may be stated, in years."""
MOST_WRITTEN = 24
"""The most values that a fix writes out: two years by month."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the amounts of one rule are stated, and its states."""

    states: tuple[str, ...]
    at: Cursor
    inherited: Inherited


class RuleReader:
    """Reads the rules of categories and outcomes of a scenario with a model."""

    def __init__(self, arms: ArmReader, model: Model) -> None:
        self.arms = arms
        self.refuse = arms.refuse
        self.model = model

    def rules(self, at: Cursor, wanted: Wanted, inherited: Inherited) -> tuple[Rule, ...]:
        """The rules for the one event that `at` states; empty if something is wrong."""
        (event,) = (key for key in EVENT_KEYS if key in at)
        before, read = self.arms.errors(), list[Rule]()
        wanted = replace(wanted, by_cycle=event != "at_start")
        first: Unit | None = None
        for place in self._places(event, at[event], inherited):
            if self._in_stretches(place.at):
                continue
            amounts = self.arms.each(place.at, wanted, place.inherited)
            for quantity in dict.fromkeys(amounts.values()):
                unit = quantity.unit
                if quantity.role == "ratio" or unit == NO_UNIT:
                    continue
                first = first or unit
                self._check_unit(event, quantity, first, unit_span_of(place, at))
            if amounts and first is None and self.arms.errors() == before:
                fix = Message(
                    "add unit: {money}", money="DKK_2024/person" + "/month" * (event == "in")
                )
                at.refuse("E102", Message("expected the key unit, found none"), fix)
            if amounts and first is not None and self.arms.errors() == before:
                years = TIMES[first.per[1]] if event == "in" else 1.0
                read.append(Rule(EVENTS[event], place.states, years, amounts))
        return tuple(read) if self.arms.errors() == before else ()

    def _in_stretches(self, at: Cursor) -> bool:
        """Refuses from_N below a state, where changes over time are a list of values by cycle."""
        keys = [key for key in at if re.fullmatch(STRETCH, key)]
        if not keys:
            return False
        starts = {int(key.removeprefix("from_")): at[key] for key in keys}
        message = Message("an amount of a state changes with time by a list of values, one a cycle")
        values = self._by_cycle(starts)
        fix = Message(
            "write two categories, with timing: {{months: [1, 12]}} and {{months: [13, 24]}}"
        )
        if values:
            fix = Message(
                "write mean: [{values}] and {edit}; the last value holds on",
                values=", ".join(values),
                edit=without(keys),
            )
        at[keys[0]].refuse_key("E283", message, fix)
        return True

    def _by_cycle(self, starts: dict[int, Cursor]) -> list[str]:
        """The values of stretches by cycle, if each stretch states one number for all arms."""
        length = 12 * CYCLES[self.model.cycle]
        last = (max(starts) - 1) / length
        if min(starts) != 1 or last > MOST_WRITTEN:
            return []
        values = []
        for cycle in range(round(last) + 1):
            at = starts[max(month for month in starts if (month - 1) / length <= cycle + 1e-9)]
            at = at.get(ALL) or at
            value = at.get("mean")
            if value is None or not value.is_scalar or set(at) != {"mean"}:
                return []
            values.append(value.text)
        return values

    def unit(self, rules: tuple[Rule, ...]) -> Unit:
        """The unit that the amounts of the rules share."""
        return next(
            quantity.unit
            for rule in rules
            for quantity in rule.arms.values()
            if quantity.role != "ratio" and quantity.unit != NO_UNIT
        )

    def _check_unit(self, event: str, quantity: Quantity, first: Unit, at: Span) -> None:
        """Refuses a unit that does not suit the event, or differs from that of other amounts."""
        unit = quantity.unit
        if event == "in":
            fits = len(unit.per) == 2 and unit.per[0] == "person" and unit.per[1] in TIMES
            such = f"{unit.head}/person/month"
        else:
            fits, such = unit.per == ("person",), f"{unit.head}/person"
        if not fits:
            message = Message(
                "expected an amount such as {such} with {event}, found {unit}",
                such=such,
                event=event,
                unit=unit,
            )
            self.refuse(at, "E211", quantity.path, message, Message("write {meant}", meant=such))
            return
        same = bool(unit.money) == bool(first.money) and (
            bool(unit.money) or unit.head == first.head
        )
        if unit.per != first.per or not same:
            message = Message(
                "expected one unit for all amounts, found {first} and {unit}",
                first=first,
                unit=unit,
            )
            fix = Message("write {first} if the amount is of that unit", first=first)
            self.refuse(at, "E211", quantity.path, message, fix)

    def _places(self, event: str, at: Cursor, inherited: Inherited) -> Iterator[Place]:
        """Where the amounts of each rule are stated."""
        if event == "at_start":
            yield Place((), at, inherited)
            return
        if not list(at):
            message = Message(
                "expected states, found {what}", what=Message("none") if at.is_mapping else at.shape
            )
            at.refuse(
                "E103",
                message,
                Message("write a state and its amounts under {event}:", event=event),
            )
            return
        for name in at:
            here = at[name]
            if name == ALL and event == "in":
                if len(list(at)) > 1:
                    message = Message(
                        "{all} is every state but death, so no other stands beside it", all=ALL
                    )
                    here.refuse_key("E208", message, Message("keep {all} or the others", all=ALL))
                living = tuple(s.name for s in self.model.states.values() if not s.death)
                yield Place(living, here, inherited)
            elif not is_state(here, name, self.model.states):
                continue
            elif event != "on_move":
                yield Place((name,), here, inherited)
            else:
                yield from self._moves(here, inherited)

    def _moves(self, at: Cursor, inherited: Inherited) -> Iterator[Place]:
        """Where the amounts of each move out of a state are stated."""
        origin = at.name
        if not at.is_mapping:
            message = Message(
                "expected the states that people move to, found {shape}", shape=at.shape
            )
            at.refuse("E103", message, Message("write a state and its amounts below it"))
            return
        targets = [*(t for m in self.model.moves if m.origin == origin for t in m.targets)]
        targets.append(self.model.rest[origin])
        for name in at:
            here = at[name]
            if not is_state(here, name, self.model.states):
                continue
            if name not in targets or name == origin:
                message = Message("nobody moves from {origin} to {name}", origin=origin, name=name)
                others = [target for target in dict.fromkeys(targets) if target != origin]
                fix = (
                    Message("use one of: {others}", others=", ".join(others))
                    if others
                    else Message("take {key} out", key=name)
                )
                here.refuse_key("E265", message, fix)
                continue
            yield Place((origin, name), here, inherited)


def unit_span_of(place: Place, holder: Cursor) -> Span:
    """The position of the unit of a rule's amounts: their own, or that of the category."""
    own = unit_span(place.at)
    return own if own != place.at.span else unit_span(holder)


def stated_events(at: Cursor) -> list[str]:
    """The events that a category or its use states."""
    return [key for key in EVENT_KEYS if key in at]
