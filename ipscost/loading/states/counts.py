"""Rows of transitions stated as counts of persons, and the class of rows however stated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ipscost.errors import Span, nearest
from ipscost.loading.amounts.arms import ArmReader, below
from ipscost.loading.amounts.sources import Inherited, text_of
from ipscost.loading.amounts.uncertainty import Wanted
from ipscost.loading.cursor import Checked, Cursor
from ipscost.loading.keys.schema_model import RowKeys, StretchKeys
from ipscost.loading.states.states import is_state
from ipscost.loading.states.stretches import read_parts
from ipscost.messages import Message
from ipscost.scenario.model import CYCLES, Move, State, Stretch
from ipscost.scenario.nouns import Quantity
from ipscost.words.text import say

OF_ROLES = ("risk_ratio", "hazard_ratio", "odds_ratio")


@dataclass
class TransitionRow:
    """The moves out of one state, and the state that gets the rest."""

    origin: str
    span: Span
    moves: list[Move] = field(default_factory=list)
    rest: str = ""


class CountReader:
    """Reads rows of counts; problems go to the reader's list."""

    def __init__(self, arms: ArmReader, states: Mapping[str, State], cycle: str) -> None:
        self.arms = arms
        self.states = states
        self.cycle = cycle

    def row(self, at: Cursor) -> TransitionRow | None:
        """A row of counts; the ratio of an arm applies to all moves out of the state."""
        before, origin = self.arms.errors(), at.name
        parts = read_parts(at, self.cycle) or {}
        if self.arms.errors() > before:
            return None
        known = (*RowKeys.model_fields, *self.arms.arms, *(part.name for part in parts.values()))
        for key in at:
            if key not in known:
                message = Message(
                    "counts hold every move out of {origin}, found {key} beside them",
                    origin=origin,
                    key=key,
                )
                if key in self.states:
                    fix: str = Message(
                        "take {key} out and add {key}: ... (persons) to {path}.counts",
                        key=key,
                        path=at.path,
                    )
                else:
                    fix = nearest(key, known)
                at[key].refuse_key("E265", message, fix)
        read, counts = at.read_some(RowKeys), at["counts"]
        if read is None or not counts.is_mapping:
            return None
        numbers = self._numbers_of(counts, below(at))
        if numbers and not sum(q.value for q in numbers.values()):
            message = Message("expected persons, found none")
            counts.refuse("E265", message, Message("write how many persons were seen"))
        ratios = self._ratios(at, parts)
        if self.arms.errors() > before:
            return None
        row = TransitionRow(origin, at.key, rest=origin)
        for target, number in numbers.items():
            row.moves.append(self._move(read, target, number, ratios))
        return row

    def _move(
        self,
        at: Checked[RowKeys],
        target: str,
        number: Quantity,
        ratios: Mapping[int, Mapping[str, Quantity]],
    ) -> Move:
        """The move to one target, or staying, with the ratios of each stretch."""
        origin, years, exits = at.name, CYCLES[self.cycle], target != at.name
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
        return Move(
            path=f"{at.path}.{target}",
            label=say(
                "move_to" if exits else "move_stay",
                origin=self.states[origin].label,
                target=self.states[target].label,
            ),
            origin=origin,
            targets={target: None},
            stretches=stretches if exits else stretches[:1],
            note=text_of(at.keys.note),
            span=at["counts"][target].key,
        )

    def _numbers_of(self, counts: Cursor, above: Inherited) -> dict[str, Quantity]:
        """The counts of each move, by target: a Dirichlet, as gammas with these shapes."""
        counted: dict[str, Quantity] = {}
        for target in counts:
            if is_state(counts[target], target, self.states):
                quantity = self.arms.reader.count(counts[target], above)
                if quantity is not None:
                    counted[target] = quantity
        return counted

    def _ratios(self, at: Cursor, parts: Mapping[int, Cursor]) -> dict[int, dict[str, Quantity]]:
        """The ratio of each arm to the reference arm for all moves out, by first cycle."""
        above = below(at)
        always = self._ratios_at(at, above)
        ratios = {1: always}
        for first in sorted(parts):
            part = parts[first]
            if not part.is_mapping:
                part.read(StretchKeys)
                continue
            for key in part:
                if key not in self.arms.arms and key not in RowKeys.model_fields:
                    part.refuse_unknown(key, tuple(self.arms.arms))
            ratios[first] = always | self._ratios_at(part, below(part, above))
        return ratios

    def _ratios_at(self, at: Cursor, above: Inherited) -> dict[str, Quantity]:
        """The ratios stated at `at`, by arm."""
        ratios: dict[str, Quantity] = {}
        for arm in self.arms.arms:
            if arm not in at:
                continue
            if arm == self.arms.reference:
                message = Message("the counts are those of the reference arm, found another number")
                fix = Message("take {arm} out; state the ratio of each other arm", arm=arm)
                at[arm].refuse_key("E265", message, fix)
                continue
            wanted = Wanted(OF_ROLES, False, "lognormal", by_cycle=True)
            quantity = self.arms.reader.read(at[arm], wanted, above)
            if quantity is not None:
                ratios[arm] = quantity
        return ratios
