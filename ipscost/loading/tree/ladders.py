"""Ladders: payer shares that change with the weeks spent in some states."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ipscost.errors import Span
from ipscost.loading.amounts.arms import ArmReader
from ipscost.loading.amounts.quantities import label_of
from ipscost.loading.amounts.sources import Inherited
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.keys.schema_model import LadderKeys
from ipscost.loading.states.states import state_names
from ipscost.loading.text import yamldoc
from ipscost.loading.text.edits import without_uncertainty
from ipscost.loading.tree.rules import TIMES
from ipscost.scenario.model import Rung, State
from ipscost.scenario.nouns import Quantity, Source
from ipscost.words.text import Text

WEEK = TIMES["week"]
Shares = Callable[[Mapping[str, float], yamldoc.Node, str], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Step:
    """A step that can be reached: its rung, and who pays."""

    name: str
    label: Text
    rung: Rung
    payers: Mapping[str, float]
    span: Span


@dataclass(frozen=True, slots=True)
class Ladder:
    """Steps in rising order; `start` is how far a person is at the start, `source` of the steps."""

    label: Text
    states: tuple[str, ...]
    start: Quantity
    steps: tuple[Step, ...]
    source: Source | None
    place: str


def read_ladder(
    arms: ArmReader,
    name: str,
    keys: LadderKeys,
    node: yamldoc.Mapping,
    states: Mapping[str, State],
    shares: Shares,
) -> Ladder | None:
    """The ladder `name`, or None where it is malformed; `shares` checks who pays."""
    path, before = f"ladder.{name}", arms.errors()
    source, place, _, _ = arms.reader.link_source(keys, node, path)
    clock = state_names(arms, node["states"], f"{path}.states", states)
    start = _start(arms, node["weeks_at_start"], f"{path}.weeks_at_start")
    block = node["step"]
    assert isinstance(block, yamldoc.Mapping)
    _check_order(arms, keys, block, f"{path}.step")
    if start is None or arms.errors() > before:
        return None
    begin = start.value * TIMES[str(start.unit)]
    steps: list[Step] = []
    low = 0.0
    for step, each in keys.step.items():
        inner = block[step]
        assert isinstance(inner, yamldoc.Mapping)
        payers = shares(each.payer, inner["payer"], f"{path}.step.{step}")
        high = math.inf if each.to is None else each.to * WEEK
        if high > begin:
            rung = Rung(clock, low, high, begin, False)
            steps.append(Step(step, label_of(each.label, step), rung, payers, block.keys[step]))
        low = high
    if arms.errors() > before:
        return None
    return Ladder(label_of(keys.label, name), clock, start, tuple(steps), source, place)


def _start(arms: ArmReader, node: yamldoc.Node, path: str) -> Quantity | None:
    """How far a person is at the start: a fixed number of weeks, months or years."""
    wanted = Wanted(("mean",), False, "gamma")
    found = arms.reader.read(node, path, wanted, Inherited())
    return found and fixed_time(arms, found, node)


def fixed_time(arms: ArmReader, found: Quantity, node: yamldoc.Node) -> Quantity | None:
    """The number where it is a time without uncertainty, or None."""
    own = node.get("unit") if isinstance(node, yamldoc.Mapping) else None
    if str(found.unit) not in TIMES:
        message = f"expected a time, found {found.unit}"
        arms.refuse(
            (own or node).span,
            "E211",
            found.path,
            message,
            "write unit: week, or write unit: month",
        )
        return None
    if not found.is_fixed:
        message = "it sets the points of a clock, which are the same in every draw"
        fix = f"{without_uncertainty(node)}; an analysis may set another number"
        arms.refuse(found.span, "E209", found.path, message, fix)
        return None
    return found


def _check_order(arms: ArmReader, keys: LadderKeys, node: yamldoc.Mapping, path: str) -> None:
    """Refuses steps that do not rise, or of which another than the last is open."""
    names = list(keys.step)
    if not names:
        message, fix = "expected steps, found none", "add first: {payer: ...} to step"
        arms.refuse(node.span, "E269", path, message, fix)
        return
    low = 0.0
    for name in names:
        last, end = name == names[-1], keys.step[name].to
        if last != (end is None):
            message = f"the last step has no end, found to: {end:g}" if end is not None else ""
            message = message or "every step but the last has an end, found none"
            fix = "take to out" if last else "add to: ... (its last week)"
            arms.refuse(node.keys[name], "E269", f"{path}.{name}", message, fix)
            return
        if end is not None and end <= low:
            message = f"expected steps in rising order, found {end:g} after {low:g}"
            arms.refuse(node.keys[name], "E269", f"{path}.{name}", message, "put them in order")
            return
        low = end or low
