"""The states of a model: who begins where, and which nobody leaves."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ipscost.loading.amounts.arms import ArmReader
from ipscost.loading.amounts.quantities import label_of
from ipscost.loading.amounts.sources import Inherited, text_of
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.keys.schema_amounts import AmountKeys
from ipscost.loading.keys.schema_model import ALL, REST, STRETCH, MoveKeys, StateKeys
from ipscost.loading.text import yamldoc
from ipscost.loading.text.edits import either, named
from ipscost.scenario.model import State
from ipscost.scenario.nouns import Quantity
from ipscost.units import RATIO, SHARE

OUT = "out"
RESERVED = (ALL, REST, OUT, "counts", *MoveKeys.model_fields, *AmountKeys.model_fields)
ROUNDING = 1e-9
"""How far from 1 shares and rows of probabilities may be."""


def read_states(
    arms: ArmReader, keys: Mapping[str, StateKeys], node: yamldoc.Mapping
) -> dict[str, State]:
    """The states by name, in file order; what is amiss goes to the reader's problems."""
    found: dict[str, State] = {}
    for name, each in keys.items():
        path = f"model.state.{name}"
        if name in RESERVED or name in arms.arms or re.fullmatch(STRETCH, name):
            what = "the name of an arm" if name in arms.arms else "a word of the format"
            message = f"expected a name of its own, found '{name}', {what}"
            fix = f"write for example {name}_state"
            arms.refuse(node.keys[name], "E106", path, message, fix)
            continue
        block = node[name]
        assert isinstance(block, yamldoc.Mapping)
        found[name] = State(
            path=path,
            name=name,
            label=label_of(each.label, name),
            start=_start(arms, block.get("start"), f"{path}.start"),
            absorbing=each.absorbing or each.death,
            death=each.death,
            note=text_of(each.note),
            span=node.keys[name],
        )
    if found:
        _check_starts(arms, found, node)
    return found


def _start(arms: ArmReader, node: yamldoc.Node | None, path: str) -> Mapping[str, Quantity] | None:
    """The share of each arm that begins in a state; None where it is the rest."""
    if node is None:
        return {}
    if isinstance(node, yamldoc.Scalar) and node.text == REST:
        return None
    wanted = Wanted(("mean", "difference"), False, "beta")
    found = arms.each(node, path, wanted, Inherited(unit=(str(SHARE), node.span)))
    for quantity in dict.fromkeys(found.values()):
        if quantity.unit != SHARE and quantity.unit != RATIO:
            message = f"expected a share of those who begin, found {quantity.unit}"
            arms.refuse(node.span, "E211", quantity.path, message, "write unit: share")
    return found


def _check_starts(arms: ArmReader, states: Mapping[str, State], node: yamldoc.Mapping) -> None:
    """Refuses shares that do not sum to 1, or leave nothing for the rest."""
    path = "model.state"
    rests = [state for state in states.values() if state.start is None]
    if len(rests) > 1:
        names = " and ".join(state.name for state in rests)
        message = f"expected one state where the rest begin, found {names}"
        arms.refuse(
            rests[1].span,
            "E263",
            path,
            message,
            either(f"take start out of {state.path}" for state in rests),
        )
        return
    shared = [state for state in states.values() if state.start]
    if any(problem.is_error and problem.path.startswith(path) for problem in arms.problems):
        return
    for arm in arms.arms:
        total = 0.0
        for state in shared:
            assert state.start is not None
            total += level(state.start, arm, arms.reference)
        if total > 1 + ROUNDING:
            message = f"the shares of {arm} that begin sum to {total:g}, {total - 1:g} too much"
            fix = either(f"write start: {REST} in {state.path}" for state in shared)
            arms.refuse(node.span, "E263", path, message, fix)
            return
        if total < 1 - ROUNDING and not rests:
            message = f"the shares of {arm} that begin sum to {total:g}, missing {1 - total:g}"
            fix = either(f"write start: {REST} in {state.path}" for state in states.values())
            arms.refuse(node.span, "E263", path, message, fix)
            return
    uncertain = [q for state in shared for q in state.numbers if not q.is_fixed]
    if uncertain and not rests:
        message = f"{uncertain[0].path} is uncertain, so the shares that begin would not sum to 1"
        fix = either(f"write start: {REST} in {state.path}" for state in states.values())
        arms.refuse(uncertain[0].span, "E263", path, message, fix)


def level(quantities: Mapping[str, Quantity], arm: str, reference: str) -> float:
    """The stated level in an arm: a mean, or the reference arm's with a difference or ratio."""
    quantity, base = quantities[arm], quantities[reference]
    if quantity.role == "mean":
        return quantity.value
    if quantity.role == "difference":
        return base.value + quantity.value
    return base.value * quantity.value


def state_names(
    arms: ArmReader, node: yamldoc.Node, path: str, states: Mapping[str, State]
) -> tuple[str, ...]:
    """The states that a list names; unknown ones are refused."""
    assert isinstance(node, yamldoc.Sequence)
    found: list[str] = []
    for index, item in enumerate(node.items):
        if isinstance(item, yamldoc.Scalar) and is_state(
            arms, item.text, item, f"{path}.{index}", states
        ):
            found.append(item.text)
    if not node.items:
        message, fix = "expected states, found none", f"use one or more of: {', '.join(states)}"
        arms.refuse(node.span, "E261", path, message, fix)
    return tuple(dict.fromkeys(found))


def is_state(
    arms: ArmReader,
    name: str,
    at: yamldoc.Node | None,
    path: str,
    states: Mapping[str, State],
    key: yamldoc.Mapping | None = None,
) -> bool:
    """True where `name` is a state; refused where it is none, at its place or that of its key."""
    if name in states:
        return True
    span = key.keys[name] if key is not None else at.span if at is not None else None
    assert span is not None
    arms.refuse(span, "E261", path, f"unknown state {name}", named(name, states))
    return False
