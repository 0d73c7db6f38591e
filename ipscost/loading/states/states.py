"""The states of a model: who starts where, and which nobody leaves."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ipscost.loading.amounts.arms import ArmReader
from ipscost.loading.amounts.quantities import label_of
from ipscost.loading.amounts.sources import Inherited, text_of
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema_amounts import AmountKeys
from ipscost.loading.keys.schema_model import ALL, REST, STRETCH, MoveKeys, StateKeys
from ipscost.loading.text.edits import named
from ipscost.messages import Message, ands, either
from ipscost.scenario.model import State
from ipscost.scenario.nouns import Quantity
from ipscost.units import RATIO, SHARE

OUT = "out"
RESERVED = (ALL, REST, OUT, "counts", *MoveKeys.model_fields, *AmountKeys.model_fields)
ROUNDING = 1e-9
"""How far from 1 the sum of shares or of a row of probabilities may be: more than the rounding of
any sum of decimals, less than any number is stated to."""


def read_states(arms: ArmReader, at: Checked[dict[str, StateKeys]]) -> dict[str, State]:
    """The states by name, in file order; problems go to the reader's list."""
    read: dict[str, State] = {}
    for state in at.parts():
        name, keys = state.name, state.keys
        if name in RESERVED or name in arms.arms or re.fullmatch(STRETCH, name):
            what = (
                Message("the name of an arm")
                if name in arms.arms
                else Message("a word of the format")
            )
            message = Message(
                "expected a name of its own, found '{name}', {what}", name=name, what=what
            )
            state.refuse_key("E106", message, Message("write for example {name}_state", name=name))
            continue
        read[name] = State(
            path=state.path,
            name=name,
            label=label_of(keys.label, name),
            start=_start(arms, state.get("start")),
            absorbing=keys.absorbing or keys.death,
            death=keys.death,
            note=text_of(keys.note),
            span=state.key,
        )
    if read:
        _check_starts(arms, read, at)
    return read


def _start(arms: ArmReader, at: Cursor | None) -> Mapping[str, Quantity] | None:
    """The share of each arm that starts in a state; None if it is the rest."""
    if at is None:
        return {}
    if at.text == REST:
        return None
    wanted = Wanted(("mean", "difference"), False, "beta")
    shares = arms.each(at, wanted, Inherited(unit=(str(SHARE), at.span)))
    for quantity in dict.fromkeys(shares.values()):
        if quantity.unit != SHARE and quantity.unit != RATIO:
            message = Message(
                "expected a share of those who begin, found {unit}", unit=quantity.unit
            )
            arms.refuse(at.span, "E211", quantity.path, message, Message("write unit: share"))
    return shares


def _check_starts(arms: ArmReader, states: Mapping[str, State], at: Cursor) -> None:
    """Refuses starting shares that do not sum to 1, or leave nothing for the rest."""
    rests = [state for state in states.values() if state.start is None]
    if len(rests) > 1:
        names = ands(state.name for state in rests)
        message = Message("expected one state where the rest begin, found {names}", names=names)
        fix = either(Message("take start out of {path}", path=state.path) for state in rests)
        at.refuse("E263", message, fix, rests[1].span)
        return
    shared = [state for state in states.values() if state.start]
    if any(problem.is_error and problem.path.startswith(at.path) for problem in at.problems):
        return
    for arm in arms.arms:
        total = 0.0
        for state in shared:
            assert state.start is not None
            total += level(state.start, arm, arms.reference)
        if total > 1 + ROUNDING:
            message = Message(
                "the shares of {arm} that begin sum to {total:g}, {more:g} too much",
                arm=arm,
                total=total,
                more=total - 1,
            )
            fix = either(
                Message("write start: {rest} in {path}", rest=REST, path=state.path)
                for state in shared
            )
            at.refuse("E263", message, fix)
            return
        if total < 1 - ROUNDING and not rests:
            message = Message(
                "the shares of {arm} that begin sum to {total:g}, missing {lacking:g}",
                arm=arm,
                total=total,
                lacking=1 - total,
            )
            fix = either(
                Message("write start: {rest} in {path}", rest=REST, path=state.path)
                for state in states.values()
            )
            at.refuse("E263", message, fix)
            return
    uncertain = [q for state in shared for q in state.numbers if not q.is_fixed]
    if uncertain and not rests:
        message = Message(
            "{path} is uncertain, so the shares that begin would not sum to 1",
            path=uncertain[0].path,
        )
        fix = either(
            Message("write start: {rest} in {path}", rest=REST, path=state.path)
            for state in states.values()
        )
        at.refuse("E263", message, fix, uncertain[0].span)


def level(quantities: Mapping[str, Quantity], arm: str, reference: str) -> float:
    """The stated level in an arm: a mean, or the reference arm's with a difference or ratio."""
    quantity, base = quantities[arm], quantities[reference]
    if quantity.role == "mean":
        return quantity.value
    if quantity.role == "difference":
        return base.value + quantity.value
    return base.value * quantity.value


def state_names(at: Cursor, states: Mapping[str, State]) -> tuple[str, ...]:
    """The states that a list names; unknown ones are refused."""
    words = [item for item in at.items() if item.is_scalar]
    named = [item.text for item in words if is_state(item, item.text, states)]
    if not at.items():
        message, fix = (
            Message("expected states, found none"),
            Message("use one or more of: {states}", states=", ".join(states)),
        )
        at.refuse("E261", message, fix)
    return tuple(dict.fromkeys(named))


def is_state(at: Cursor, name: str, states: Mapping[str, State]) -> bool:
    """True if `name` is a state; refuses any other at the key of `at`."""
    if name in states:
        return True
    at.refuse_key("E261", Message("unknown state {name}", name=name), named(name, states))
    return False
