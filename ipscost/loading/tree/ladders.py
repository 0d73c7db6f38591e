"""Ladders: payer shares that change with the weeks spent in some states."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from ipscost.errors import Span
from ipscost.loading.amounts.arms import ArmReader
from ipscost.loading.amounts.quantities import label_of
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema_model import LadderKeys, StepKeys
from ipscost.loading.states.states import state_names
from ipscost.loading.text.edits import without_uncertainty
from ipscost.loading.tree.accounts import payer_shares
from ipscost.loading.tree.rules import TIMES
from ipscost.messages import Message
from ipscost.scenario.model import State, TimeBand
from ipscost.scenario.nouns import Payer, Quantity, Source
from ipscost.words.text import Text

WEEK = TIMES["week"]


@dataclass(frozen=True, slots=True)
class Step:
    """A step that can be reached: its band of time, and who pays."""

    name: str
    label: Text
    band: TimeBand
    payers: Mapping[str, float]
    span: Span


@dataclass(frozen=True, slots=True)
class Ladder:
    """Steps in rising order; `start` is the time that people have already spent at the start."""

    label: Text
    states: tuple[str, ...]
    start: Quantity
    steps: tuple[Step, ...]
    source: Source | None
    place: str


def read_ladder(
    arms: ArmReader,
    at: Checked[LadderKeys],
    states: Mapping[str, State],
    payers: Mapping[str, Payer] | None,
) -> Ladder | None:
    """One ladder, or None if it is malformed."""
    before, keys = arms.errors(), at.keys
    source, place, _, _ = arms.reader.link(at)
    clock = state_names(at["states"], states)
    start = arms.reader.read(at["weeks_at_start"], Wanted(("mean",), False, "gamma"))
    start = start and fixed_time(at["weeks_at_start"], start)
    block = at["step"].with_keys(keys.step)
    _check_order(block)
    if start is None or arms.errors() > before:
        return None
    begin = start.value * TIMES[str(start.unit)]
    steps: list[Step] = []
    low = 0.0
    for step in block.parts():
        label, to = label_of(step.keys.label, step.name), step.keys.to
        shares = payer_shares(step.part("payer"), payers)
        high = math.inf if to is None else to * WEEK
        if high > begin:
            band = TimeBand(clock, low, high, begin, False)
            steps.append(Step(step.name, label, band, shares, step.key))
        low = high
    if arms.errors() > before:
        return None
    return Ladder(label_of(keys.label, at.name), clock, start, tuple(steps), source, place)


def fixed_time(at: Cursor, quantity: Quantity) -> Quantity | None:
    """The quantity read at `at` if it is a time without uncertainty, else None."""
    if str(quantity.unit) not in TIMES:
        message = Message("expected a time, found {unit}", unit=quantity.unit)
        fix = Message("write unit: week, or write unit: month")
        at.problems.refuse(at.locate("unit").span, "E211", quantity.path, message, fix)
        return None
    if not quantity.is_fixed:
        message = Message("it sets the points of a clock, which are the same in every draw")
        fix = Message(
            "{edit}; an analysis may set another number",
            edit=without_uncertainty(at.node),
        )
        at.problems.refuse(quantity.span, "E209", quantity.path, message, fix)
        return None
    return quantity


def _check_order(at: Checked[dict[str, StepKeys]]) -> None:
    """Refuses steps that do not rise, and an open end before the last step."""
    names = list(at.keys)
    if not names:
        at.refuse(
            "E269",
            Message("expected steps, found none"),
            Message("add first: {{payer: ...}} to step"),
        )
        return
    low = 0.0
    for name, keys in at.keys.items():
        last, end = name == names[-1], keys.to
        if last != (end is None):
            message = (
                Message("the last step has no end, found to: {end:g}", end=end)
                if end is not None
                else ""
            )
            message = message or Message("every step but the last has an end, found none")
            fix = Message("take to out") if last else Message("add to: ... (its last week)")
            at[name].refuse_key("E269", message, fix)
            return
        if end is not None and end <= low:
            message = Message(
                "expected steps in rising order, found {end:g} after {low:g}", end=end, low=low
            )
            at[name].refuse_key("E269", message, Message("put them in order"))
            return
        low = end or low
