"""The transitions of a model: a row of moves for each state, in stretches of time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ipscost.errors import Span
from ipscost.loading.amounts.arms import LEVELS, ArmReader, below, only
from ipscost.loading.amounts.quantities import label_at
from ipscost.loading.amounts.sources import Inherited, text_of
from ipscost.loading.amounts.uncertainty import PROBABILITY, Wanted
from ipscost.loading.keys.schema_model import REST, MoveKeys, RowKeys, StretchKeys
from ipscost.loading.states.counts import OF_ROLES, CountReader, Row
from ipscost.loading.states.states import OUT, ROUNDING, is_state, level
from ipscost.loading.states.stretches import read_parts
from ipscost.loading.text import findings, yamldoc
from ipscost.loading.text.edits import SOURCE, either
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
"""What the numbers of each measure may be; a scale has no time that RR and OR could act on."""
UNIT_FIX = (
    "write probability/month, or write rate/year; share (with by:) and month (a Weibull scale) "
    "are units too"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """What the numbers of a move are, and the time that they are of, in years."""

    name: str
    years: float


class RowReader:
    """Reads the rows of `model.transition`; problems go to the reader's list."""

    def __init__(self, arms: ArmReader, states: Mapping[str, State], cycle: str) -> None:
        self.arms = arms
        self.refuse = arms.refuse
        self.states = states
        self.cycle = cycle

    def row(self, origin: str, node: yamldoc.Node, span: Span) -> Row | None:
        """The row of `origin`, or None where it is no row."""
        path = f"model.transition.{origin}"
        if not isinstance(node, yamldoc.Mapping):
            message = f"expected the moves out of {origin}, found {yamldoc.shape(node)}"
            fix = "write a state that people go to, and how many: job: {unit: probability/month}"
            self.refuse(node.span, "E103", path, message, fix)
            return None
        if self.states[origin].absorbing:
            message = f"{origin} is absorbing, so nobody leaves it"
            word = "death" if self.states[origin].death else "absorbing"
            fix = f"take {word} out of model.state.{origin}, or take {origin} out of "
            fix += "model.transition"
            self.refuse(span, "E264", path, message, fix)
            return None
        if "counts" in node:
            return CountReader(self.arms, self.states, self.cycle).row(origin, node, path, span)
        row, before = Row(origin, span), self.arms.errors()
        keys: RowKeys | None = findings.read(RowKeys, only(node, RowKeys), path, self.arms.problems)
        if keys is None:
            return None
        above = below(node, Inherited())
        for target in node:
            child, here = node[target], f"{path}.{target}"
            if target in RowKeys.model_fields:
                continue
            if target != OUT and not is_state(self.arms, target, child, here, self.states, node):
                continue
            if isinstance(child, yamldoc.Scalar) and child.text == REST and target != OUT:
                if row.rest:
                    message = f"the rest goes to {row.rest} already"
                    self.refuse(
                        child.span, "E265", here, message, f"keep one of {row.rest}, {target}"
                    )
                row.rest = target
            elif move := self._move(origin, target, child, here, node.keys[target], above):
                row.moves.append(move)
        if not row.rest and OUT in node:
            row.rest = origin
        if not row.moves and not row.rest and self.arms.errors() == before:
            message = f"nobody can leave {origin}, which is not said to be absorbing"
            other = next((name for name in self.states if name != origin), "...")
            moving = f"{{unit: probability/{self.cycle}, all: {{mean: ..., {SOURCE}}}}}"
            fix = f"add absorbing: true to model.state.{origin} and take {origin} out, or "
            fix += f"add {other}: {moving} and add {origin}: {REST}"
            self.refuse(span, "E264", path, message, fix)
        return row

    # --- one move ----------------------------------------------------------------------------

    def _move(
        self,
        origin: str,
        target: str,
        node: yamldoc.Node,
        path: str,
        span: Span,
        above: Inherited,
    ) -> Move | None:
        """One move: its numbers, in one stretch or several, and where those who leave go."""
        if not isinstance(node, yamldoc.Mapping):
            message = f"expected how many move, found {yamldoc.shape(node)}"
            fix = f"write unit: and an amount for each arm, or {REST}"
            self.refuse(node.span, "E103", path, message, fix)
            return None
        before = self.arms.errors()
        keys: MoveKeys | None = findings.read(
            MoveKeys, only(node, MoveKeys), path, self.arms.problems
        )
        if keys is None:
            return None
        targets = self._targets(origin, node, target, path, above)
        above = below(node, above)
        stretches = self._stretches(node, keys, path, above)
        if self.arms.errors() > before or not stretches:
            return None
        return Move(
            path=path,
            label=self._label(keys, node, origin, target),
            origin=origin,
            targets=targets,
            stretches=stretches,
            note=text_of(keys.note),
            span=span,
            of=self._of(keys),
        )

    def _label(self, keys: MoveKeys, node: yamldoc.Mapping, origin: str, target: str) -> Text:
        """The label, or one made of those of the states."""
        if keys.label is not None:
            return label_at(node["label"])
        leaving = self.states[origin].label
        if target == OUT:
            return say("move_out", origin=leaving)
        return say("move_to", origin=leaving, target=self.states[target].label)

    def _of(self, keys: MoveKeys) -> str:
        """The path of the move that the numbers are ratios to, or nothing."""
        prefix = "model.transition."
        return prefix + keys.of.removeprefix(prefix) if keys.of else ""

    def _stretches(
        self, node: yamldoc.Mapping, keys: MoveKeys, path: str, above: Inherited
    ) -> tuple[Stretch, ...]:
        """The stretches in order; a single one where the move is stated once for all time."""
        parts = read_parts(self.arms.reader, node, path, self.cycle)
        if parts is None:
            return ()
        own = (*MoveKeys.model_fields, *parts.values())
        if not parts:
            found = self._stretch(1, node, keys, path, above, own, {}, {})
            return (found,) if found else ()
        known = (*own, *self.arms.arms)
        for key in (key for key in node if key not in known):
            self.arms.problems.append(findings.unknown_key(node, key, path, known))
        given = self._given(node, keys, path, above, parts)
        shape = self._shape(node, path, above)
        stretches = []
        for first in sorted(parts):
            child, here = node[parts[first]], f"{path}.{parts[first]}"
            if not isinstance(child, yamldoc.Mapping):
                findings.read(StretchKeys, child, here, self.arms.problems)
                return ()
            part: StretchKeys | None = findings.read(
                StretchKeys, only(child, StretchKeys), here, self.arms.problems
            )
            if part is None:
                return ()
            inner = tuple(StretchKeys.model_fields)
            found = self._stretch(
                first, child, keys, here, below(child, above), inner, given, shape
            )
            if found is None:
                return ()
            stretches.append(found)
        return tuple(stretches)

    def _given(
        self,
        node: yamldoc.Mapping,
        keys: MoveKeys,
        path: str,
        above: Inherited,
        parts: Mapping[int, str],
    ) -> dict[str, Quantity]:
        """The arms that are stated once beside the stretches, for all of them."""
        found: dict[str, Quantity] = {}
        measure = self._measure(keys, above, path, node)
        for arm in self.arms.arms:
            if arm not in node or measure is None:
                continue
            roles = ("mean",) if arm == self.arms.reference else ROLES[measure.name]
            if keys.of:
                roles = OF_ROLES
            wanted = Wanted(roles, False, "gamma", by_cycle=True)
            quantity = self.arms.reader.read(node[arm], f"{path}.{arm}", wanted, above)
            if quantity is not None:
                found[arm] = quantity
        return found

    def _stretch(
        self,
        first: int,
        node: yamldoc.Mapping,
        keys: MoveKeys,
        path: str,
        above: Inherited,
        own: tuple[str, ...],
        given: Mapping[str, Quantity],
        shape: Mapping[str, Quantity],
    ) -> Stretch | None:
        """One stretch: the number of every arm, what it is, and the shape of the hazard."""
        measure = self._measure(keys, above, path, node)
        if measure is None:
            return None
        roles = OF_ROLES if keys.of else ROLES[measure.name]
        wanted = Wanted(roles, False, "gamma", by_cycle=True)
        own = tuple(key for key in own if key not in ("source", "assumption", "sure", "unit"))
        found = self.arms.each(
            node,
            path,
            wanted,
            above,
            own=own,
            base_roles=OF_ROLES if keys.of else ("mean",),
            given=given,
        )
        own_shape = self._shape(node, path, above) or shape
        if not found or not self._fits(found, measure, own_shape, node, path):
            return None
        return Stretch(first, measure.name, measure.years, found, own_shape)

    def _shape(self, node: yamldoc.Mapping, path: str, above: Inherited) -> dict[str, Quantity]:
        """The shape of a Weibull hazard by arm; nothing where none is stated."""
        child = node.get("shape")
        if child is None:
            return {}
        above = Inherited((str(RATIO), child.span), above.source, above.assumption, above.sure)
        wanted = Wanted(("mean", "difference", "ratio"), False, "gamma")
        found = self.arms.each(child, f"{path}.shape", wanted, above)
        for arm, quantity in found.items():
            shape = level(found, arm, self.arms.reference)
            if shape <= 0:
                message = f"expected a shape above 0, found {shape:g} in {arm}"
                fix = "write a number above 0 such as 1; 1 is a constant hazard"
                self.refuse(quantity.span, "E114", quantity.path, message, fix)
                break
        return found

    # --- what the numbers are ----------------------------------------------------------------

    def _measure(
        self, keys: MoveKeys, above: Inherited, path: str, node: yamldoc.Mapping
    ) -> Measure | None:
        """What the unit says the numbers are; refused where it does not fit."""
        if keys.of:
            return Measure(PROBABILITY, CYCLES[self.cycle])
        stated = above.unit or _first_unit(node)
        if stated is None:
            message = "expected the key unit, found none"
            self.refuse(
                node.span,
                "E102",
                path,
                message,
                f"add unit: {UNIT_FIX[6:].replace('write', 'add unit:')}",
            )
            return None
        text, place = stated
        try:
            unit = parse_unit(text)
        except ValueError as error:  # of an arm's number, which is read later
            self.refuse(place, "E115", f"{path}.unit", str(error), UNIT_FIX)
            return None
        if unit == SHARE:
            if keys.by is None:
                message = "a share that has moved needs the month by which, found none"
                self.refuse(node.span, "E266", path, message, "add by: 18")
                return None
            return Measure("ever", keys.by / 12)
        if keys.by is not None:
            message = f"by goes with a share that has moved, found {unit}"
            at = node.get("by") or node
            self.refuse(at.span, "E266", path, message, "take by out, or write unit: share")
            return None
        if unit.head in (PROBABILITY, RATE) and len(unit.per) == 1 and unit.per[0] in CYCLES:
            return Measure(str(unit.head), CYCLES[unit.per[0]])
        if not unit.per and unit.head in CYCLES:
            return Measure("scale", CYCLES[str(unit.head)])
        place = place if above.unit else node.span
        self.refuse(place, "E211", path, f"expected how many move, found {unit}", UNIT_FIX)
        return None

    def _fits(
        self,
        found: Mapping[str, Quantity],
        measure: Measure,
        shape: Mapping[str, Quantity],
        node: yamldoc.Mapping,
        path: str,
    ) -> bool:
        """Whether every number has the unit of its measure, and the shape a hazard."""
        before = self.arms.errors()
        if shape and measure.name not in ("ever", "scale"):
            message = f"a shape goes with a share or a scale, found a {measure.name}"
            fix = "take shape out, or write unit: share and add by: 12, or write unit: month"
            self.refuse((node.get("shape") or node).span, "E266", path, message, fix)
        heads = {PROBABILITY: PROBABILITY, RATE: RATE, "ever": str(SHARE)}
        units = {q.path: q for q in found.values() if q.unit != RATIO}
        first = next(iter(units.values())).unit if units else None
        for quantity in units.values():
            head = heads.get(measure.name)
            fits = quantity.unit.head == head if head else quantity.unit.head in CYCLES
            if not fits or quantity.unit != first:
                message = f"expected one unit for all arms, found {first} and {quantity.unit}"
                if not fits:
                    message = f"expected a {measure.name}, found {quantity.unit}"
                self.refuse(quantity.span, "E211", quantity.path, message, UNIT_FIX)
            share = quantity.value
            if quantity.role == "difference":
                share += found[self.arms.reference].value
            if measure.name == "ever" and quantity.role in LEVELS and share >= 1:
                message = f"a hazard by which all have moved has no end, found {share:g}"
                base = share - quantity.value
                fix = f"write a {quantity.role} below {1 - base:g} such as {0.9 * (1 - base):g}"
                self.refuse(quantity.span, "E114", quantity.path, message, fix)
            if measure.name == "scale" and quantity.role == "mean" and quantity.value <= 0:
                message = f"expected a scale above 0, found {quantity.value:g}"
                self.refuse(
                    quantity.span,
                    "E114",
                    quantity.path,
                    message,
                    "write a number above 0 such as 12",
                )
        return self.arms.errors() == before

    # --- out and to --------------------------------------------------------------------------

    def _targets(
        self, origin: str, node: yamldoc.Mapping, target: str, path: str, above: Inherited
    ) -> dict[str, Mapping[str, Quantity] | None]:
        """For each target of a move the share of those who go; None for the rest."""
        to = node.get("to")
        if target != OUT:
            if to is not None:
                message = f"to goes with {OUT}, whose targets are open; this move goes to {target}"
                self.refuse(
                    to.span,
                    "E265",
                    f"{path}.to",
                    message,
                    f"take to out, or write {OUT} for {target}",
                )
            return {target: None}
        if not isinstance(to, yamldoc.Mapping) or not to.entries:
            message = f"expected where those go who leave, found {'nothing' if not to else 'none'}"
            other = next((name for name in self.states if name != origin), "...")
            fix = f"add to: {{{other}: {REST}}}; the other states with a share each"
            self.refuse((to or node).span, "E265", f"{path}.to", message, fix)
            return {}
        found: dict[str, Mapping[str, Quantity] | None] = {}
        inherited = below(node, above)
        inherited = Inherited(
            (str(SHARE), to.span), inherited.source, inherited.assumption, inherited.sure
        )
        for name in to:
            child, here = to[name], f"{path}.to.{name}"
            if not is_state(self.arms, name, child, here, self.states, to):
                continue
            if isinstance(child, yamldoc.Scalar) and child.text == REST:
                found[name] = None
                continue
            wanted = Wanted(("mean", "difference"), False, "beta")
            shares = self.arms.each(child, here, wanted, inherited)
            if shares:
                found[name] = shares
        if origin in found:
            message = f"those who leave {origin} cannot go to {origin}"
            fix = f"take {origin} out; who does not leave stays"
            self.refuse(to.keys[origin], "E265", f"{path}.to.{origin}", message, fix)
            return found
        self._check_shares(found, to, f"{path}.to")
        return found

    def _check_shares(
        self,
        found: Mapping[str, Mapping[str, Quantity] | None],
        node: yamldoc.Mapping,
        path: str,
    ) -> None:
        """Refuses shares of those who leave that do not sum to 1."""
        rests = [name for name, arms in found.items() if arms is None]
        if len(rests) > 1:
            message = f"expected one state that gets the rest, found {' and '.join(rests)}"
            self.refuse(node.span, "E265", path, message, f"keep one of {', '.join(rests)}")
            return
        if len(found) < len(node.entries):
            return
        stated = [arms for arms in found.values() if arms]
        for arm in self.arms.arms:
            total = sum(level(arms, arm, self.arms.reference) for arms in stated)
            if total > 1 + ROUNDING or (total < 1 - ROUNDING and not rests):
                amiss = f"missing {1 - total:g}" if total < 1 else f"{total - 1:g} too much"
                message = f"the shares of those who leave sum to {total:g} in {arm}, {amiss}"
                fix = either(f"write {name}: {REST}" for name in found)
                self.refuse(node.span, "E262", path, message, fix)
                return
        uncertain = [q for arms in stated for q in arms.values() if not q.is_fixed]
        if uncertain and not rests:
            message = f"{uncertain[0].path} is uncertain, so the shares would not sum to 1"
            fix = either(f"write {name}: {REST}" for name in found)
            self.refuse(uncertain[0].span, "E262", path, message, fix)


def _first_unit(node: yamldoc.Mapping) -> tuple[str, Span] | None:
    """The unit of the first amount below a move that states one, with its place, or nothing."""
    for key, child in node.entries.items():
        if not isinstance(child, yamldoc.Mapping) or key in ("shape", "to"):
            continue
        unit = child.get("unit")
        if isinstance(unit, yamldoc.Scalar) and unit.text:
            return unit.text, unit.span
        if found := _first_unit(child):
            return found
    return None


def is_hazard(move: Move) -> bool:
    """True for a move whose numbers make a hazard, which competes with the others of its row."""
    return any(each.measure in ("rate", "ever", "scale") for each in move.stretches)
