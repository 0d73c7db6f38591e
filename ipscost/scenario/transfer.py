"""What of a trial's effect carries over to another group, and what hangs on it.

Frozen, without arithmetic on draws: `engines.carried` computes what is made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ipscost.errors import Span
from ipscost.remembered import SCENARIOS, by_identity
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.model import Model, once
from ipscost.scenario.paths import is_within
from ipscost.scenario.quantity import Quantity
from ipscost.words.text import Text

POINTS = "points"
SCALES = ("risk_ratio", "odds_ratio", "points", "hazard_ratio")
"""What an effect is measured by, and so what stays the same from one group to another."""
WAYS = ("share", "pooled", "weight")
SECTION = "transfer"
"""The section of a file, and how the paths of its numbers begin."""
MADE = f"{SECTION}.carried"
"""Below this path an engine keeps the share that it works out from a pooled effect or a weight."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """An effect that is carried over, on one of SCALES, in one of WAYS.

    `share` of the trial's effect; or `pooled`, the effect of many studies; or `weight` on the trial
    and the rest on `other`: its effect on the scale, or its levels without and with what is
    offered. `of` is the path of the outcome whose effect that is; empty where there is none, as in
    a model of states, where the ratios of its moves are the effect.

    `baselines` are levels of the reference arm in the new group, by the path of an outcome. `own`
    are shares by the path of an outcome, a category or a group of categories; `stays` are paths of
    those that do not hang on the effect and stay as in the trial.
    """

    scale: str
    way: str
    of: str
    share: Quantity | None
    pooled: Quantity | None
    weight: Quantity | None
    other: tuple[Quantity, ...]
    baselines: Mapping[str, Quantity]
    own: Mapping[str, Quantity]
    stays: tuple[str, ...]
    note: Text | None
    span: Span

    @property
    def effect(self) -> tuple[Quantity, ...]:
        """The numbers that say how much of the effect carries over."""
        first = (self.share, self.pooled, self.weight)
        return (*(number for number in first if number is not None), *self.other)

    @property
    def numbers(self) -> tuple[Quantity, ...]:
        """Every number, each once."""
        return once((*self.effect, *self.baselines.values(), *self.own.values()))

    @property
    def ratios(self) -> tuple[str, ...]:
        """The paths of effects that are ratios of many studies, or of another one."""
        if self.scale == POINTS:
            return ()
        effects = (self.pooled, *self.other) if len(self.other) < 2 else (self.pooled,)
        return tuple(number.path for number in effects if number is not None)

    @property
    def is_worked_out(self) -> bool:
        """True if the share of other differences is worked out from effects, and not stated."""
        return self.way != "share"

    def own_of(self, path: str) -> Quantity | None:
        """The share of its own that what is at `path` has; None if it has none."""
        above = self._nearest(path)
        return self.own.get(above)

    def keeps(self, path: str, kind: str = "") -> bool:
        """True for what stays as in the trial: it is named so, or is what the programme costs."""
        above = self._nearest(path)
        if above:
            return above not in self.own
        return bool(kind) and KINDS[kind].is_programme

    def share_at(self, path: str, kind: str, arm: str) -> str:
        """The path of the share that is carried of what is at `path`; empty if it stays.

        Below MADE where an engine works that share out, for each arm.
        """
        if self.keeps(path, kind):
            return ""
        share = self.own_of(path) or self.share
        return f"{MADE}.{arm}" if share is None else share.path

    def shares_of(self, path: str, kind: str) -> tuple[Quantity, ...]:
        """The numbers that decide how much is carried of what is at `path`; none if it stays."""
        if self.keeps(path, kind):
            return ()
        own = self.own_of(path)
        return self.effect if own is None else (own,)

    def _nearest(self, path: str) -> str:
        """The path nearest above (or at) another one that is named to be carried or to stay."""
        named = (each for each in (*self.own, *self.stays) if is_within(path, each))
        return max(named, key=len, default="")

    def without(self, left: Iterable[str]) -> Transfer:
        """What is left of it where only the categories and outcomes at `left` are there."""
        paths = tuple(left)

        def holds(path: str) -> bool:
            return any(is_within(each, path) for each in paths)

        return Transfer(
            scale=self.scale,
            way=self.way,
            of=self.of,
            share=self.share,
            pooled=self.pooled,
            weight=self.weight,
            other=self.other,
            baselines={path: q for path, q in self.baselines.items() if holds(path)},
            own={path: q for path, q in self.own.items() if holds(path)},
            stays=tuple(path for path in self.stays if holds(path)),
            note=self.note,
            span=self.span,
        )


@by_identity(SCENARIOS)
def effects_of(model: Model, reference: str) -> dict[str, tuple[Quantity, ...]]:
    """The numbers by which the moves of each arm differ from those of the reference arm, by arm.

    Not those that say that there is no difference: a ratio of 1 or a difference of 0 that is fixed.
    """
    return {
        arm: tuple(number for number in numbers if not _is_nothing(number))
        for arm, numbers in _against(model, reference).items()
        if not all(map(_is_nothing, numbers))
    }


def carried_in_moves(transfer: Transfer, model: Model, reference: str) -> frozenset[str]:
    """The paths of the numbers of a model of which a part carries over.

    Those of `effects_of`; and where a share of each carries over, those that say that there is no
    difference too: of nothing that is nothing, but they may be set to something.
    """
    found = {number.path for own in effects_of(model, reference).values() for number in own}
    if transfer.way == "share":
        role = "difference" if transfer.scale == POINTS else transfer.scale
        related = {q.path for m in model.moves if m.of for s in m.stretches for q in s.numbers}
        every = (number for own in _against(model, reference).values() for number in own)
        found |= {number.path for number in every if number.role == role} - related
    return frozenset(found)


def _is_nothing(number: Quantity) -> bool:
    """True for a number that says for certain that there is no difference."""
    nothing = 0.0 if number.role == "difference" else 1.0
    return number.role != "mean" and number.is_fixed and number.value == nothing


@by_identity(SCENARIOS)
def _against(model: Model, reference: str) -> dict[str, tuple[Quantity, ...]]:
    """By arm, the numbers of its moves that are not the reference arm's own."""
    found: dict[str, dict[str, Quantity]] = {}
    for numbers in _by_arm(model):
        base = numbers.get(reference)
        for arm, number in numbers.items():
            if arm != reference and (base is None or number.path != base.path):
                found.setdefault(arm, {})[number.path] = number
    return {arm: tuple(each.values()) for arm, each in found.items()}


def _by_arm(model: Model) -> Iterable[Mapping[str, Quantity]]:
    """The numbers of each arm, wherever a model has one for each."""
    for state in model.states.values():
        yield state.start or {}
    for move in model.moves:
        for stretch in move.stretches:
            yield from (stretch.arms, stretch.shape)
        yield from (shares or {} for shares in move.targets.values())
