"""Moves to the probabilities of going from each state to the others, cycle by cycle."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing.draws import Draws
from ipscost.engines.competing import competing_hazards, competing_probabilities
from ipscost.engines.grid import Grid
from ipscost.engines.lasting import lasting
from ipscost.engines.levels import SMALLEST, Level, Levels
from ipscost.scenario.model import Model, Move
from ipscost.scenario.nouns import Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Row:
    """Where those in a state go in a cycle: `exits` to other states by name, and who stays.

    Probabilities, (arm, draw), either axis of length 1 where all are the same; `stay` is None
    where all do.
    """

    exits: dict[str, Floats]
    stay: Floats | None


STAYS = Row({}, None)


class Chain:
    """The rows of a model's transition matrix over draws, built anew only where they change."""

    def __init__(self, scenario: Scenario, draws: Draws, grid: Grid) -> None:
        assert scenario.model is not None
        self.model: Model = scenario.model
        self.grid, self.levels = grid, Levels(scenario, draws)
        self.states = tuple(self.model.states)
        self.reference = tuple(scenario.arms).index(scenario.reference)
        self.arms = len(scenario.arms)
        bounds = grid.cycle * 12 * np.arange(grid.cycles + 1.0)
        self.lasting = lasting(self.model.effect, draws, bounds)
        self._changes: dict[str, list[int]] = {}
        self._kept: dict[str, tuple[int, Row]] = {}
        columns = (len(self.levels.column(number)) for number in self.model.numbers)
        self.width = max(columns, default=1)

    def start(self) -> dict[str, Floats]:
        """The share of each arm that begins in each state, (arm, draw)."""
        found: dict[str, Floats] = {}
        rest = None
        for name, state in self.model.states.items():
            if state.start is None:
                rest = name
            elif state.start:
                found[name] = self.levels.shares(state.start, state.path)
        complement = self._filled(found, rest, "model.state")
        empty = np.zeros((self.arms, self.width))
        return {name: empty + complement.get(name, 0.0) for name in self.states}

    def rows(self, cycle: int) -> dict[str, Row]:
        """The row of each state in a cycle, which is counted from 0."""
        return {state: self._row(state, cycle) for state in self.states}

    def _row(self, origin: str, cycle: int) -> Row:
        moves = self.levels.rows.get(origin, [])
        if not moves or self.model.states[origin].absorbing:
            return STAYS
        if origin not in self._changes:
            self._changes[origin] = self._changing(moves)
        since = bisect_right(self._changes[origin], cycle)
        kept = self._kept.get(origin)
        if kept is None or kept[0] != since:
            kept = self._kept[origin] = since, self._made(origin, moves, cycle)
        return kept[1]

    def _changing(self, moves: Iterable[Move]) -> list[int]:
        """The cycles from which on a row may be another than before, in order."""
        if any(self._rises(move) for move in moves):
            return list(range(self.grid.cycles))
        found = {change for move in moves for change in self.levels.changes(move)}
        differ = (self.lasting[1:] != self.lasting[:-1]).any(axis=1)
        return sorted(found | set((np.flatnonzero(differ) + 1).tolist()))

    def _rises(self, move: Move) -> bool:
        """True for a hazard that changes with time."""
        own = any(stretch.shape for stretch in move.stretches)
        return own or (bool(move.of) and self._rises(self.levels.moves[move.of]))

    def _made(self, origin: str, moves: list[Move], cycle: int) -> Row:
        """The row of a state with moves."""
        rest = self.model.rest.get(origin)
        keeper = rest if rest is not None else self._keeper(origin, moves, cycle)
        first = [move for move in moves if self.model.death_first and self._is_death(move)]
        others = [move for move in moves if move not in first]
        exits = self._together(origin, first, cycle)
        exits.pop(keeper or "", None)
        alive = self._together(origin, others, cycle, without=keeper, full=keeper is None)
        survive = 1 - sum(exits.values()) if exits else None
        for target, share in alive.items():
            share = share if survive is None else share * survive
            exits[target] = exits[target] + share if target in exits else share
        exits = {target: self._blended(share, cycle) for target, share in exits.items()}
        if keeper is not None:
            exits[keeper] = np.maximum(1 - _total(exits), 0)
        stay = exits.pop(origin, None)
        return Row(exits, np.zeros((1, 1)) if stay is None else stay)

    def _keeper(self, origin: str, moves: list[Move], cycle: int) -> str | None:
        """Who gets the complement of a row without `rest`: the origin, unless the row is full."""
        levels = [self.levels.level(move, cycle) for move in moves]
        partial = any(level is None or level.hazard for level in levels)
        return origin if partial or any(origin in move.targets for move in moves) else None

    def _together(
        self,
        origin: str,
        moves: list[Move],
        cycle: int,
        *,
        without: str | None = None,
        full: bool = False,
    ) -> dict[str, Floats]:
        """The probability of each target of moves that people can make in the same cycle.

        A sum over 1 is scaled to 1, as is any sum where the row must be `full`.
        """
        found: dict[str, Floats] = {}
        for move, share in self._shares(origin, moves, cycle, without):
            for target, part in self._split(move, share, cycle).items():
                if target != without:
                    found[target] = found[target] + part if target in found else part
        if not found:
            return found
        total = _total(found)
        over = total > 1 + SMALLEST
        if over.any():
            self.levels.clip(f"model.transition.{origin}", over)
        scale = np.maximum(total, SMALLEST) if full else np.maximum(total, 1.0)
        if (scale == 1).all():
            return found
        return {target: share / scale for target, share in found.items()}

    def _shares(
        self, origin: str, moves: list[Move], cycle: int, without: str | None
    ) -> list[tuple[Move, Floats]]:
        """The probability of each move in a cycle, but those to `without` alone."""
        start, end = self.grid.times[cycle], self.grid.times[cycle + 1]
        hazards: list[tuple[Move, Floats]] = []
        stated: list[tuple[Move, Level]] = []
        for move in moves:
            level = self.levels.level(move, cycle)
            if level is None or (len(move.targets) == 1 and without in move.targets):
                continue
            if level.hazard:
                hazards.append((move, self._within(level, start, end)))
            else:
                stated.append((move, level))
        found = competing_hazards(hazards) if hazards else []
        if stated:
            found += competing_probabilities(stated, self.grid.cycle, self._clipper(origin))
        return found

    def _clipper(self, origin: str) -> Callable[[Flags], None]:
        """What notes the draws in which the row of a state was over 1."""
        return lambda outside: self.levels.clip(f"model.transition.{origin}", outside)

    def _within(self, level: Level, start: float, end: float) -> Floats:
        constant = level.shape is None
        return level.within(0.0, self.grid.cycle) if constant else level.within(start, end)

    def _split(self, move: Move, share: Floats, cycle: int) -> dict[str, Floats]:
        """The probability of each target of a move, from that of leaving."""
        if len(move.targets) == 1:
            return dict.fromkeys(move.targets, share)
        parts = {
            target: self.levels.shares(numbers, move.path, cycle)
            for target, numbers in move.targets.items()
            if numbers is not None
        }
        rest = next((target for target, numbers in move.targets.items() if numbers is None), None)
        filled = self._filled(parts, rest, move.path)
        return {target: share * part for target, part in filled.items()}

    def _filled(self, shares: dict[str, Floats], rest: str | None, path: str) -> dict[str, Floats]:
        """Shares that sum to 1: with the rest to `rest`, or in proportion where none takes it."""
        if not shares:
            return {} if rest is None else {rest: np.ones((1, 1))}
        total = _total(shares)
        over = total > 1 + SMALLEST
        if over.any():
            self.levels.clip(path, over)
        scale = np.maximum(total, SMALLEST if rest is None else 1.0)
        found = shares
        if not (scale == 1).all():
            found = {name: share / scale for name, share in shares.items()}
        if rest is not None:
            found = {**found, rest: np.maximum(1 - _total(found), 0)}
        return found

    def _blended(self, share: Floats, cycle: int) -> Floats:
        """A probability with the difference between the arms as the effect leaves it."""
        weight = self.lasting[cycle]
        if len(share) == 1 or (len(weight) == 1 and weight[0] == 1):
            return share
        reference = share[self.reference]
        blended: Floats = reference + weight * (share - reference)
        return blended

    def _is_death(self, move: Move) -> bool:
        return all(self.model.states[target].death for target in move.targets)


def _total(shares: dict[str, Floats]) -> Floats:
    """The sum of shares, (arm, draw)."""
    total: Floats = sum(shares.values(), np.zeros((1, 1)))
    return total
