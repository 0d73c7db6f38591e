"""Rows of transitions stated by persons counted, and the row that every way of stating makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ipscost.errors import Span, nearest
from ipscost.loading.amounts.arms import ArmReader, below, only
from ipscost.loading.amounts.sources import Inherited, text_of
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.keys.schema_model import RowKeys, StretchKeys
from ipscost.loading.states.states import is_state
from ipscost.loading.states.stretches import read_parts
from ipscost.loading.text import findings, yamldoc
from ipscost.scenario.model import CYCLES, Move, State, Stretch
from ipscost.scenario.nouns import Quantity
from ipscost.words.text import say

OF_ROLES = ("risk_ratio", "hazard_ratio", "odds_ratio")


@dataclass
class Row:
    """The moves out of one state, and who gets the rest."""

    origin: str
    span: Span
    moves: list[Move] = field(default_factory=list)
    rest: str = ""


class CountReader:
    """Reads rows of persons counted; problems go to the reader's list."""

    def __init__(self, arms: ArmReader, states: Mapping[str, State], cycle: str) -> None:
        self.arms = arms
        self.refuse = arms.refuse
        self.states = states
        self.cycle = cycle

    def row(self, origin: str, node: yamldoc.Mapping, path: str, span: Span) -> Row | None:
        """A row of persons counted; an arm's ratio applies to every way out."""
        before = self.arms.errors()
        counts = node["counts"]
        parts = read_parts(self.arms.reader, node, path, self.cycle) or {}
        if self.arms.errors() > before:
            return None
        known = (*RowKeys.model_fields, *self.arms.arms, *parts.values())
        for key in node:
            if key not in known:
                message = f"counts hold every move out of {origin}, found {key} beside them"
                if key in self.states:
                    fix = f"take {key} out and add {key}: ... (persons) to {path}.counts"
                else:
                    fix = nearest(key, known)
                self.refuse(node.keys[key], "E265", f"{path}.{key}", message, fix)
        keys: RowKeys | None = findings.read(RowKeys, only(node, RowKeys), path, self.arms.problems)
        if keys is None or not isinstance(counts, yamldoc.Mapping):
            return None
        numbers = self._numbers_of(counts, path, below(node, Inherited()))
        if numbers and not sum(q.value for q in numbers.values()):
            message = "expected persons, found none"
            self.refuse(
                counts.span, "E265", f"{path}.counts", message, "write how many persons were seen"
            )
        ratios = self._ratios(node, path, parts)
        if self.arms.errors() > before:
            return None
        years = CYCLES[self.cycle]
        row = Row(origin, span, rest=origin)
        for target, number in numbers.items():
            exits = target != origin
            stretches = tuple(
                Stretch(
                    first,
                    "count",
                    years,
                    {arm: (of.get(arm, number) if exits else number) for arm in self.arms.arms},
                    {},
                )
                for first, of in ratios.items()
            )
            stretches = stretches if exits else stretches[:1]
            label = say(
                "move_to" if exits else "move_stay",
                origin=self.states[origin].label,
                target=self.states[target].label,
            )
            targets: dict[str, Mapping[str, Quantity] | None] = {target: None}
            at = counts.keys[target]
            row.moves.append(
                Move(f"{path}.{target}", label, origin, targets, stretches, text_of(keys.note), at)
            )
        return row

    def _numbers_of(
        self, counts: yamldoc.Mapping, path: str, above: Inherited
    ) -> dict[str, Quantity]:
        """The persons counted on each move, by target: a Dirichlet, as gammas of that shape."""
        found: dict[str, Quantity] = {}
        for target in counts:
            child, here = counts[target], f"{path}.counts.{target}"
            if is_state(self.arms, target, child, here, self.states, counts):
                quantity = self.arms.reader.count(child, here, above)
                if quantity is not None:
                    found[target] = quantity
        return found

    def _ratios(
        self, node: yamldoc.Mapping, path: str, parts: Mapping[int, str]
    ) -> dict[int, dict[str, Quantity]]:
        """The ratio of each arm to the reference on every way out, by the first cycle."""

        def of(block: yamldoc.Node, here: str, above: Inherited) -> dict[str, Quantity]:
            found: dict[str, Quantity] = {}
            for arm in self.arms.arms:
                if not isinstance(block, yamldoc.Mapping) or arm not in block:
                    continue
                if arm == self.arms.reference:
                    message = "the counts are those of the reference arm, found another number"
                    fix = f"take {arm} out; state the ratio of each other arm"
                    self.refuse(block.keys[arm], "E265", f"{here}.{arm}", message, fix)
                    continue
                wanted = Wanted(OF_ROLES, False, "lognormal", by_cycle=True)
                quantity = self.arms.reader.read(block[arm], f"{here}.{arm}", wanted, above)
                if quantity is not None:
                    found[arm] = quantity
            return found

        above = below(node, Inherited())
        always = of(node, path, above)
        ratios = {1: always}
        for first in sorted(parts):
            child, here = node[parts[first]], f"{path}.{parts[first]}"
            if not isinstance(child, yamldoc.Mapping):
                findings.read(StretchKeys, child, here, self.arms.problems)
                continue
            unknown = [
                k for k in child if k not in self.arms.arms and k not in RowKeys.model_fields
            ]
            for key in unknown:
                known = (*self.arms.arms,)
                self.arms.problems.append(findings.unknown_key(child, key, here, known))
            ratios[first] = always | of(child, here, below(child, above))
        return ratios
