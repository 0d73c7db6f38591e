"""The transitions of a model: a row of moves for each state, in stretches of time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ipscost.errors import Span
from ipscost.loading.amounts.arms import LEVELS, ArmReader, below
from ipscost.loading.amounts.quantities import label_at
from ipscost.loading.amounts.sources import Inherited, text_of
from ipscost.loading.amounts.uncertainty import PROBABILITY, Wanted
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema_model import REST, MoveKeys, RowKeys, StretchKeys
from ipscost.loading.states.counts import OF_ROLES, CountReader, TransitionRow
from ipscost.loading.states.leaving import ShareReader
from ipscost.loading.states.states import OUT, is_state, level
from ipscost.loading.states.stretches import read_parts
from ipscost.loading.text import yamldoc
from ipscost.loading.text.edits import SOURCE
from ipscost.messages import Message
from ipscost.scenario.model import CYCLES, Move, State, Stretch
from ipscost.scenario.nouns import Quantity
from ipscost.units import RATIO, SHARE, parse_unit
from ipscost.words.text import Text, say

RATE = "rate"
ROLES = {
    "probability": ("mean", "difference", "risk_ratio", "hazard_ratio", "odds_ratio"),
    "rate": ("mean", "difference", "risk_ratio", "hazard_ratio", "odds_ratio"),
    "ever": ("mean", "difference", "risk_ratio", "hazard_ratio", "odds_ratio"),
    "scale": ("mean", "hazard_ratio"),
}
"""The roles that numbers of each measure may have. A scale has no time for a risk or odds ratio."""
UNIT_FIX = Message(
    "write probability/month, or write rate/year; share (with by:) and month (a Weibull scale) "
    "are units too"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """What the numbers of a move measure, and the time they are stated for, in years."""

    name: str
    years: float


class RowReader:
    """Reads the rows of `model.transition`; problems go to the reader's list."""

    def __init__(self, arms: ArmReader, states: Mapping[str, State], cycle: str) -> None:
        self.arms = arms
        self.refuse = arms.refuse
        self.states = states
        self.cycle = cycle
        self.shares = ShareReader(arms, states)

    def row(self, at: Cursor) -> TransitionRow | None:
        """The row of a state, or None if it is unusable."""
        origin = at.name
        if not at.is_mapping:
            message = Message(
                "expected the moves out of {origin}, found {shape}", origin=origin, shape=at.shape
            )
            fix = Message(
                "write a state that people go to, and how many: job: {{unit: probability/month}}"
            )
            at.refuse("E103", message, fix)
            return None
        if self.states[origin].absorbing:
            message = Message("{origin} is absorbing, so nobody leaves it", origin=origin)
            word = "death" if self.states[origin].death else "absorbing"
            fix = Message(
                "take {word} out of model.state.{origin}, or take {origin} out of model.transition",
                word=word,
                origin=origin,
            )
            at.refuse_key("E264", message, fix)
            return None
        if "counts" in at:
            return CountReader(self.arms, self.states, self.cycle).row(at)
        row, before = TransitionRow(origin, at.key), self.arms.errors()
        if at.read_some(RowKeys) is None:
            return None
        above = below(at)
        for target in at:
            here = at[target]
            if target in RowKeys.model_fields:
                continue
            if target != OUT and not is_state(here, target, self.states):
                continue
            if here.text == REST and target != OUT:
                if row.rest:
                    message = Message("the rest goes to {rest} already", rest=row.rest)
                    here.refuse(
                        "E265",
                        message,
                        Message("keep one of {rest}, {target}", rest=row.rest, target=target),
                    )
                row.rest = target
            elif move := self._move(origin, here, above):
                row.moves.append(move)
        if not row.rest and OUT in at:
            row.rest = origin
        if not row.moves and not row.rest and self.arms.errors() == before:
            message = Message(
                "nobody can leave {name}, which is not said to be absorbing", name=origin
            )
            other = next((name for name in self.states if name != origin), "...")
            moving = f"{{unit: probability/{self.cycle}, all: {{mean: ..., {SOURCE}}}}}"
            fix = Message(
                "add absorbing: true to model.state.{origin} and take {origin} out, or add "
                "{other}: {moving} and add {origin}: {rest}",
                origin=origin,
                other=other,
                moving=moving,
                rest=REST,
            )
            at.refuse_key("E264", message, fix)
        return row

    # --- one move ----------------------------------------------------------------------------

    def _move(self, origin: str, at: Cursor, above: Inherited) -> Move | None:
        """One move: its numbers, in one or several stretches, and its targets."""
        if not at.is_mapping:
            message = Message("expected how many move, found {shape}", shape=at.shape)
            fix = Message("write unit: and an amount for each arm, or {rest}", rest=REST)
            at.refuse("E103", message, fix)
            return None
        before = self.arms.errors()
        read = at.read_some(MoveKeys)
        if read is None:
            return None
        targets = self.shares.targets(origin, read, above)
        stretches = self._stretches(read, below(read, above))
        if self.arms.errors() > before or not stretches:
            return None
        return Move(
            path=at.path,
            label=self._label(read, origin),
            origin=origin,
            targets=targets,
            stretches=stretches,
            note=text_of(read.keys.note),
            span=at.key,
            of=self._of(read.keys),
        )

    def _label(self, at: Checked[MoveKeys], origin: str) -> Text:
        """The label of a move, or one made from those of its states."""
        if at.keys.label is not None:
            return label_at(at["label"].node)
        leaving = self.states[origin].label
        if at.name == OUT:
            return say("move_out", origin=leaving)
        return say("move_to", origin=leaving, target=self.states[at.name].label)

    def _of(self, keys: MoveKeys) -> str:
        """The path of the move that the numbers are ratios to, or empty."""
        prefix = "model.transition."
        return prefix + keys.of.removeprefix(prefix) if keys.of else ""

    def _stretches(self, at: Checked[MoveKeys], above: Inherited) -> tuple[Stretch, ...]:
        """The stretches in order; only one if the move is stated once for all time."""
        parts = read_parts(at, self.cycle)
        if parts is None:
            return ()
        own = (*MoveKeys.model_fields, *(part.name for part in parts.values()))
        if not parts:
            stretch = self._stretch(at, 1, above, own, {}, {})
            return (stretch,) if stretch else ()
        known = (*own, *self.arms.arms)
        for key in (key for key in at if key not in known):
            at.refuse_unknown(key, known)
        given = self._given(at, above)
        shape = self._shape(at, above)
        stretches = []
        for first in sorted(parts):
            part = parts[first]
            if not part.is_mapping:
                part.read(StretchKeys)
                return ()
            if part.read_some(StretchKeys) is None:
                return ()
            inner = tuple(StretchKeys.model_fields)
            inside = part.with_keys(at.keys)
            stretch = self._stretch(inside, first, below(part, above), inner, given, shape)
            if stretch is None:
                return ()
            stretches.append(stretch)
        return tuple(stretches)

    def _given(self, at: Checked[MoveKeys], above: Inherited) -> dict[str, Quantity]:
        """The arms that are stated once for all stretches, next to them."""
        quantities: dict[str, Quantity] = {}
        measure = self._measure(at, above)
        for arm in self.arms.arms:
            if arm not in at or measure is None:
                continue
            roles = ("mean",) if arm == self.arms.reference else ROLES[measure.name]
            if at.keys.of:
                roles = OF_ROLES
            wanted = Wanted(roles, False, "gamma", by_cycle=True)
            quantity = self.arms.reader.read(at[arm], wanted, above)
            if quantity is not None:
                quantities[arm] = quantity
        return quantities

    def _stretch(
        self,
        at: Checked[MoveKeys],
        first: int,
        above: Inherited,
        own: tuple[str, ...],
        given: Mapping[str, Quantity],
        shape: Mapping[str, Quantity],
    ) -> Stretch | None:
        """One stretch: the number of each arm, its measure, and the shape of the hazard.

        It is stated at the move itself or at one of its `from_N`; the keys are those of the move.
        """
        measure = self._measure(at, above)
        if measure is None:
            return None
        roles = OF_ROLES if at.keys.of else ROLES[measure.name]
        wanted = Wanted(roles, False, "gamma", by_cycle=True)
        own = tuple(key for key in own if key not in ("source", "assumption", "sure", "unit"))
        base_roles = OF_ROLES if at.keys.of else ("mean",)
        quantities = self.arms.each(at, wanted, above, own=own, base_roles=base_roles, given=given)
        own_shape = self._shape(at, above) or shape
        if not quantities or not self._fits(at, quantities, measure, own_shape):
            return None
        return Stretch(first, measure.name, measure.years, quantities, own_shape)

    def _shape(self, at: Cursor, above: Inherited) -> dict[str, Quantity]:
        """The shape of a Weibull hazard by arm; empty if none is stated."""
        here = at.get("shape")
        if here is None:
            return {}
        above = Inherited((str(RATIO), here.span), above.source, above.assumption, above.sure)
        wanted = Wanted(("mean", "difference", "ratio"), False, "gamma")
        shapes = self.arms.each(here, wanted, above)
        for arm, quantity in shapes.items():
            shape = level(shapes, arm, self.arms.reference)
            if shape <= 0:
                message = Message(
                    "expected a shape above 0, found {shape:g} in {arm}", shape=shape, arm=arm
                )
                fix = Message("write a number above 0 such as 1; 1 is a constant hazard")
                self.refuse(quantity.span, "E114", quantity.path, message, fix)
                break
        return shapes

    # --- what the numbers are ----------------------------------------------------------------

    def _measure(self, at: Checked[MoveKeys], above: Inherited) -> Measure | None:
        """The measure that the unit implies; None, with a problem, if it fits none."""
        by = at.keys.by
        if at.keys.of:
            return Measure(PROBABILITY, CYCLES[self.cycle])
        stated = above.unit or _first_unit(at.mapping)
        if stated is None:
            fix = Message(
                "add unit: probability/month, or add unit: rate/year; share (with by:) and month "
                "(a Weibull scale) are units too"
            )
            at.refuse("E102", Message("expected the key unit, found none"), fix)
            return None
        text, span = stated
        try:
            unit = parse_unit(text)
        except ValueError as error:  # the unit of an arm's number, which is read later
            at.locate("unit").refuse("E115", str(error), UNIT_FIX, span)
            return None
        if unit == SHARE:
            if by is None:
                message = Message("a share that has moved needs the month by which, found none")
                at.refuse("E266", message, Message("add by: 18"))
                return None
            return Measure("ever", by / 12)
        if by is not None:
            message = Message("by goes with a share that has moved, found {unit}", unit=unit)
            at.refuse(
                "E266", message, Message("take by out, or write unit: share"), at.locate("by").span
            )
            return None
        if unit.head in (PROBABILITY, RATE) and len(unit.per) == 1 and unit.per[0] in CYCLES:
            return Measure(str(unit.head), CYCLES[unit.per[0]])
        if not unit.per and unit.head in CYCLES:
            return Measure("scale", CYCLES[str(unit.head)])
        span = span if above.unit else at.span
        at.refuse(
            "E211", Message("expected how many move, found {shape}", shape=unit), UNIT_FIX, span
        )
        return None

    def _fits(
        self,
        at: Cursor,
        quantities: Mapping[str, Quantity],
        measure: Measure,
        shape: Mapping[str, Quantity],
    ) -> bool:
        """True if every number has the unit of its measure, and a shape has a hazard."""
        before = self.arms.errors()
        if shape and measure.name not in ("ever", "scale"):
            message = Message(
                "a shape goes with a share or a scale, found a {name}", name=measure.name
            )
            fix = Message(
                "take shape out, or write unit: share and add by: 12, or write unit: month"
            )
            at.refuse("E266", message, fix, at.locate("shape").span)
        heads = {PROBABILITY: PROBABILITY, RATE: RATE, "ever": str(SHARE)}
        units = {q.path: q for q in quantities.values() if q.unit != RATIO}
        first = next(iter(units.values())).unit if units else None
        for quantity in units.values():
            head = heads.get(measure.name)
            fits = quantity.unit.head == head if head else quantity.unit.head in CYCLES
            if not fits or quantity.unit != first:
                message = Message(
                    "expected one unit for all arms, found {first} and {unit}",
                    first=first,
                    unit=quantity.unit,
                )
                if not fits:
                    message = Message(
                        "expected a {name}, found {unit}", name=measure.name, unit=quantity.unit
                    )
                self.refuse(quantity.span, "E211", quantity.path, message, UNIT_FIX)
            share = quantity.value
            if quantity.role == "difference":
                share += quantities[self.arms.reference].value
            if measure.name == "ever" and quantity.role in LEVELS and share >= 1:
                message = Message(
                    "a hazard by which all have moved has no end, found {share:g}", share=share
                )
                base = share - quantity.value
                fix = Message(
                    "write a {role} below {limit:g} such as {such:g}",
                    role=quantity.role,
                    limit=1 - base,
                    such=0.9 * (1 - base),
                )
                self.refuse(quantity.span, "E114", quantity.path, message, fix)
            if measure.name == "scale" and quantity.role == "mean" and quantity.value <= 0:
                message = Message("expected a scale above 0, found {value:g}", value=quantity.value)
                fix = Message("write a number above 0 such as 12")
                self.refuse(quantity.span, "E114", quantity.path, message, fix)
        return self.arms.errors() == before


def _first_unit(node: yamldoc.Mapping) -> tuple[str, Span] | None:
    """The first unit that an amount below a move states, with its position; or None."""
    for key, child in node.entries.items():
        if not isinstance(child, yamldoc.Mapping) or key in ("shape", "to"):
            continue
        unit = child.get("unit")
        if isinstance(unit, yamldoc.Scalar) and unit.text:
            return unit.text, unit.span
        if inner := _first_unit(child):
            return inner
    return None


def is_hazard(move: Move) -> bool:
    """True for a move whose numbers give a hazard, which competes with others of its row."""
    return any(each.measure in ("rate", "ever", "scale") for each in move.stretches)
