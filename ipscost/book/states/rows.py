"""The probability of each move out of a state in a cycle, as formulas of an arm.

The formulas are those of `engines.chain` and `engines.competing`: docs/method.md, A row.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from ipscost.book.formulas import Compare, Formula, Number, Power, call, plus, times, when
from ipscost.book.states.levels import (
    LevelFormula,
    LevelFormulas,
    hazard_of,
    least,
    most,
    one_less,
    scaled,
)
from ipscost.scenario.model import Model, Move, State

Shares = dict[str, Formula]
Put = Callable[[str, Hashable, Formula], Formula]
"""Writes a formula into a column of the row, by its section and what tells it from others there.
Gives a reference to it."""
Blend = Callable[[tuple[str, str], Formula], Formula]
"""A probability with as much of its difference from the reference arm as lasts."""


class Rows:
    """The rows of the transition matrix of an arm, a cycle at a time.

    cycle: the length of a cycle in years. put: see `Put`.
    """

    def __init__(self, model: Model, levels: LevelFormulas, cycle: float, put: Put) -> None:
        self.model, self.levels, self.cycle, self.put = model, levels, cycle, put
        self._made: dict[str, LevelFormula | None] = {}

    def start(self) -> Shares:
        """The share of people that begins in each state, as far as anybody does."""
        stated: Shares = {}
        rest = None
        for name, state in self.model.states.items():
            if state.start is None:
                rest = name
            elif state.start:
                stated[name] = self.levels.share(state.start)
        return _filled(stated, rest)

    def begin(self, cycle: int) -> None:
        """Writes the level of every move in a cycle, counted from 0."""
        self._made = {}
        for move in self.model.moves:
            self._make(move, cycle)

    def row(self, state: State, cycle: int, blend: Blend) -> tuple[Shares, Formula | None]:
        """The probability of going from a state to each other, and of staying; None if all stay."""
        origin, moves = state.name, self.levels.rows.get(state.name, [])
        if not moves or state.absorbing:
            return {}, None
        rest = self.model.rest.get(origin)
        keeper = rest if rest is not None else self._keeper(origin, moves)
        first = [move for move in moves if self.model.death_first and self._is_death(move)]
        others = [move for move in moves if move not in first]
        exits = self._together(origin, first, cycle, "first")
        exits.pop(keeper or "", None)
        alive = self._together(origin, others, cycle, "then", without=keeper, full=keeper is None)
        survive = one_less(*exits.values()) if exits else Number(1.0)
        for target, share in alive.items():
            among = times(survive, share)
            exits[target] = plus((exits[target], among)) if target in exits else among
        for target, share in exits.items():
            blended = blend((origin, target), share)
            exits[target] = self.put("exit", (origin, target), blended)
        if keeper is not None:
            left = most(one_less(*exits.values()), 0.0) if exits else Number(1.0)
            exits[keeper] = self.put("exit", (origin, keeper), left)
        stay = exits.pop(origin, None)
        return exits, Number(0.0) if stay is None else stay

    def _make(self, move: Move, cycle: int) -> LevelFormula | None:
        """The level of a move, whose value stands in a column of its own."""
        if move.path not in self._made:
            level = self.levels.level(move, cycle, lambda other: self._make(other, cycle))
            if level is not None:
                value = self.put("level", move.path, level.value)
                level = LevelFormula(level.hazard, value, level.years, level.shape)
            self._made[move.path] = level
        return self._made[move.path]

    def _keeper(self, origin: str, moves: list[Move]) -> str | None:
        """The state that takes whom no move takes, in a row without a stated `rest`."""
        levels = [self._made[move.path] for move in moves]
        partial = any(level is None or level.hazard for level in levels)
        return origin if partial or any(origin in move.targets for move in moves) else None

    def _together(
        self,
        origin: str,
        moves: list[Move],
        cycle: int,
        which: str,
        *,
        without: str | None = None,
        full: bool = False,
    ) -> Shares:
        """The probability of each target of `moves`, which compete within a cycle."""
        hazards: list[tuple[Move, Formula]] = []
        stated: list[tuple[Move, LevelFormula]] = []
        for move in moves:
            level = self._made[move.path]
            if level is None or (len(move.targets) == 1 and without in move.targets):
                continue
            if level.hazard:
                hazards.append((move, self._within(level, cycle)))
            else:
                stated.append((move, level))
        shares = self._hazards(hazards, (origin, which)) if hazards else []
        if stated:
            shares += self._stated(stated, (origin, which))
        exits: Shares = {}
        for move, share in shares:
            for target, part in self._split(move, share, cycle).items():
                if target != without:
                    exits[target] = plus((exits[target], part)) if target in exits else part
        if not exits or not (full or (hazards and stated)):
            return exits
        total = plus(exits.values())
        scale = self.put("scale", (origin, which), total if full else most(total, 1.0))
        return {target: share / scale for target, share in exits.items()}

    def _within(self, level: LevelFormula, cycle: int) -> Formula:
        """The hazard of a level within a cycle."""
        if level.shape is None:
            return level.within(0.0, self.cycle)
        return level.within(cycle * self.cycle, (cycle + 1) * self.cycle)

    def _hazards(
        self, hazards: list[tuple[Move, Formula]], key: Hashable
    ) -> list[tuple[Move, Formula]]:
        """The probability of each move, H_i / sum(H) x (1 - exp(-sum(H)))."""
        if len(hazards) == 1:
            move, hazard = hazards[0]
            return [(move, one_less(call("EXP", -hazard)))]
        total = self.put("hazard", key, plus(hazard for _, hazard in hazards))
        leaving = one_less(call("EXP", -total)) / total
        factor = when(Compare(total, ">", Number(0.0)), leaving, 1.0)
        return [(move, times(hazard, factor)) for move, hazard in hazards]

    def _stated(
        self, stated: list[tuple[Move, LevelFormula]], key: Hashable
    ) -> list[tuple[Move, Formula]]:
        """The probability of each move in a cycle, from probabilities stated for some time."""
        times_stated = dict.fromkeys(level.years for _, level in stated)
        groups = {t: [(m, v.value) for m, v in stated if v.years == t] for t in times_stated}
        totals: dict[float, Formula] = {}
        for years, group in groups.items():
            if len(group) == 1:
                totals[years] = group[0][1]
                continue
            total = self.put("stated", (key, years), plus(value for _, value in group))
            totals[years] = least(total, 1.0)
            groups[years] = [(move, value / most(total, 1.0)) for move, value in group]
        if len(groups) == 1:
            within = {years: _over(total, self.cycle, years) for years, total in totals.items()}
        else:
            hazards = {t: scaled(hazard_of(p), self.cycle / t) for t, p in totals.items()}
            firsts = [(groups[years][0][0], hazards[years]) for years in groups]
            leaving = self._hazards(firsts, (key, "times"))
            within = {years: share for years, (_, share) in zip(groups, leaving, strict=True)}
        parts: list[tuple[Move, Formula]] = []
        for years, group in groups.items():
            total, now = totals[years], within[years]
            if now is total:
                parts += group
            elif len(group) == 1:
                parts.append((group[0][0], now))
            else:
                factor = when(Compare(total, ">", Number(0.0)), now / total, 1.0)
                parts += [(move, times(value, factor)) for move, value in group]
        return parts

    def _split(self, move: Move, share: Formula, cycle: int) -> Shares:
        """The probability of each target of a move, from the probability of making it."""
        if len(move.targets) == 1:
            return dict.fromkeys(move.targets, share)
        parts = {
            target: self.levels.share(numbers, cycle)
            for target, numbers in move.targets.items()
            if numbers is not None
        }
        rest = next((target for target, numbers in move.targets.items() if numbers is None), None)
        return {target: times(share, part) for target, part in _filled(parts, rest).items()}

    def _is_death(self, move: Move) -> bool:
        return all(self.model.states[target].death for target in move.targets)


def _filled(shares: Shares, rest: str | None) -> Shares:
    """Shares that sum to 1: what is missing goes to `rest`; without one, all are scaled."""
    if not shares:
        return {} if rest is None else {rest: Number(1.0)}
    total = plus(shares.values())
    if rest is None:
        return {name: share / total for name, share in shares.items()}
    if len(shares) == 1:
        return {**shares, rest: one_less(total)}
    kept = {name: share / most(total, 1.0) for name, share in shares.items()}
    return {**kept, rest: most(one_less(total), 0.0)}


def _over(probability: Formula, years: float, stated: float) -> Formula:
    """The probability within `years`, 1 - (1 - p)^(years / stated), from that within `stated`."""
    if abs(years - stated) < 1e-9 * stated:
        return probability
    return one_less(Power(one_less(probability), Number(years / stated)))
