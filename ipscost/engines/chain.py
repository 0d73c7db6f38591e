"""The transition matrix: the moves of a model as probabilities of going from state to state."""

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
class MatrixRow:
    """One row of the transition matrix in one cycle: where those in a state go.

    exits: the probability of going to each other state, by name. stay: that of staying; None if
    all stay. Each is (arm, draw), with length 1 on an axis along which all are the same.
    """

    exits: dict[str, Floats]
    stay: Floats | None


STAYS = MatrixRow({}, None)
"""The row of a state that nobody leaves."""


class Chain:
    """The transition matrix of a model over draws; a row is rebuilt only in cycles that change it.

    lasting: the weight of the effect in each cycle, (cycle, draw) or (cycle, 1).
    width: the number of draws, or 1 if no number of the model is uncertain.
    """

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
        self._kept: dict[str, tuple[int, MatrixRow]] = {}
        self._rows: dict[str, MatrixRow] = {}
        self._rows_hold = range(0)
        numbers = self.model.numbers
        if self.levels.carried is not None:
            numbers = (*numbers, *self.levels.carried.transfer.effect)
        self.width = max((len(self.levels.column(number)) for number in numbers), default=1)

    def start(self) -> dict[str, Floats]:
        """The share of people that begins in each state, (arm, draw); sums to 1 over states.

        Draws that put the sum over 1 are scaled to 1 and recorded as clipped.
        """
        stated: dict[str, Floats] = {}
        rest = None
        for name, state in self.model.states.items():
            if state.start is None:
                rest = name
            elif state.start:
                stated[name] = self.levels.shares(state.start, state.path)
        shares = self._filled(stated, rest, "model.state")
        empty = np.zeros((self.arms, self.width))
        return {name: empty + shares.get(name, 0.0) for name in self.states}

    def rows(self, cycle: int) -> dict[str, MatrixRow]:
        """The row of each state in a cycle, counted from 0; probabilities are (arm, draw)."""
        if cycle not in self._rows_hold:
            self._rows = {state: self._row(state, cycle) for state in self.states}
            changes = (changes for changes in self._changes.values() if changes[-1] > cycle)
            later = (own[bisect_right(own, cycle)] for own in changes)
            self._rows_hold = range(cycle, min(later, default=self.grid.cycles))
        return self._rows

    def _row(self, origin: str, cycle: int) -> MatrixRow:
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
        """The cycles in which a row may change from that of the cycle before, in order."""
        if any(self._rises(move) for move in moves):
            return list(range(self.grid.cycles))
        stated = {change for move in moves for change in self.levels.changes(move)}
        differ = (self.lasting[1:] != self.lasting[:-1]).any(axis=1)
        return sorted(stated | set((np.flatnonzero(differ) + 1).tolist()))

    def _rises(self, move: Move) -> bool:
        """True for a hazard that changes with time (Weibull), or is a ratio to one that does."""
        own = any(stretch.shape for stretch in move.stretches)
        return own or (bool(move.of) and self._rises(self.levels.moves[move.of]))

    def _made(self, origin: str, moves: list[Move], cycle: int) -> MatrixRow:
        """The row of a state with moves, in a cycle."""
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
        return MatrixRow(exits, np.zeros((1, 1)) if stay is None else stay)

    def _keeper(self, origin: str, moves: list[Move], cycle: int) -> str | None:
        """The state that takes whom no move takes, in a row without a stated `rest`.

        The origin; None if the stated probabilities are meant as the whole row.
        """
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
        """The probability of each target of `moves`, which compete within a cycle, (arm, draw).

        without: a target that is left out. A sum over 1 is scaled to 1; if the row must be `full`,
        so is any other sum.
        """
        exits: dict[str, Floats] = {}
        for move, share in self._shares(origin, moves, cycle, without):
            for target, part in self._split(move, share, cycle).items():
                if target != without:
                    exits[target] = exits[target] + part if target in exits else part
        if not exits:
            return exits
        total = _total(exits)
        over = total > 1 + SMALLEST
        if over.any():
            self.levels.clip(f"model.transition.{origin}", over)
        scale = np.maximum(total, SMALLEST) if full else np.maximum(total, 1.0)
        if (scale == 1).all():
            return exits
        return {target: share / scale for target, share in exits.items()}

    def _shares(
        self, origin: str, moves: list[Move], cycle: int, without: str | None
    ) -> list[tuple[Move, Floats]]:
        """The probability of each move in a cycle, except those that lead only to `without`."""
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
        shares = competing_hazards(hazards) if hazards else []
        if stated:
            shares += competing_probabilities(stated, self.grid.cycle, self._clipper(origin))
        return shares

    def _clipper(self, origin: str) -> Callable[[Flags], None]:
        """A function that records the draws in which the row of a state summed to more than 1."""
        return lambda outside: self.levels.clip(f"model.transition.{origin}", outside)

    def _within(self, level: Level, start: float, end: float) -> Floats:
        """The hazard from `start` to `end`; if constant, the same bits in every cycle."""
        constant = level.shape is None
        return level.within(0.0, self.grid.cycle) if constant else level.within(start, end)

    def _split(self, move: Move, share: Floats, cycle: int) -> dict[str, Floats]:
        """The probability of each target of a move, from the probability of making it."""
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
        """Shares that sum to 1: what is missing goes to `rest`; without one, all are scaled."""
        if not shares:
            return {} if rest is None else {rest: np.ones((1, 1))}
        total = _total(shares)
        over = total > 1 + SMALLEST
        if over.any():
            self.levels.clip(path, over)
        scale = np.maximum(total, SMALLEST if rest is None else 1.0)
        filled = shares
        if not (scale == 1).all():
            filled = {name: share / scale for name, share in shares.items()}
        if rest is not None:
            filled = {**filled, rest: np.maximum(1 - _total(filled), 0)}
        return filled

    def _blended(self, share: Floats, cycle: int) -> Floats:
        """A probability, (arm, draw), with its difference from the reference arm weighted.

        The weight is how much of the effect lasts in this cycle (`lasting`).
        """
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
