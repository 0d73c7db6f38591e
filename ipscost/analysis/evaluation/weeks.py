"""What register weeks tell, by arm: weeks in each state, moves, weeks behind, benefit by payer.

Nothing that is found here is of fewer persons than asked for: what would be is None, and named in
`WeeksFound.held`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.analysis.evaluation.week_benefits import BenefitFinder
from ipscost.analysis.evaluation.week_nouns import (
    HeldBack,
    MeanOfPersons,
    MoveCount,
    WeeksFound,
    WeeksGiven,
)
from ipscost.individual.weeks import (
    UNSEEN,
    CodeMeanings,
    MovesCounted,
    RegisterWeeks,
    means_by_arm,
    moves_counted,
    points,
    states_at,
    states_by_week,
)
from ipscost.messages import Message
from ipscost.scenario.model import Model, Move
from ipscost.scenario.nouns import Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


def horizon_weeks(model: Model) -> int:
    """How many weeks of each person count: up to the one in which the last cycle ends."""
    return int(points(cycles_of(model), model.cycle_years)[-1]) + 1


def cycles_of(model: Model) -> int:
    """The whole cycles of a model."""
    return math.floor(model.years / model.cycle_years + 1e-9)


def weeks_of(
    weeks: RegisterWeeks,
    meanings: CodeMeanings,
    scenario: Scenario,
    node: Mapping[str, Any],
    arm: Ints,
    arms: Sequence[str],
    *,
    behind: Floats | None = None,
    min_cell: int = 5,
) -> WeeksFound:
    """What register weeks tell of the arms of a scenario.

    node: the mapping of the scenario's file, which has the steps of its ladders. arm: (person,),
    places in `arms`. behind: (person,), weeks behind at the start where the data have them, else
    they are counted in the weeks before the start. min_cell: no number is of fewer persons.
    """
    assert scenario.model is not None
    by_week = states_by_week(weeks, meanings)
    given = WeeksGiven(weeks, meanings, scenario, node, arm, tuple(arms), by_week, behind)
    return _Finder(given, scenario.model, min_cell).found()


class _Finder:
    """Finds it; numbers of few persons go to `held`, and what a reader should know to `doubts`."""

    def __init__(self, given: WeeksGiven, model: Model, least: int) -> None:
        self.given, self.model, self.held = given, model, HeldBack(least)
        self.arms, self.states = given.arms, given.states
        self.place = {name: place for place, name in enumerate(self.states)}
        at = points(cycles_of(model), model.cycle_years)
        self.at_points = states_at(given.by_week, at)
        self.doubts: list[str] = []
        self.counts: dict[tuple[int, ...], MovesCounted] = {}
        self.hides_moves = False

    def found(self) -> WeeksFound:
        """All of it."""
        sizes = np.bincount(self.given.arm, minlength=len(self.arms)).tolist()
        moves = tuple(self._moves())
        benefits = BenefitFinder(self.given, self.held).found()
        in_state, starts = self._in_state(), self._starts()
        self._doubt_unseen()
        self._doubt_undone()
        return WeeksFound(
            persons=dict(zip(self.arms, sizes, strict=True)),
            cycle=self.model.cycle,
            weeks=self.given.weeks.followed,
            in_state=in_state,
            starts=starts,
            moves=moves,
            behind=benefits.behind,
            paid=benefits.paid,
            amounts=benefits.amounts,
            held=self.held.count,
            doubts=tuple(self.doubts),
        )

    # --- states --------------------------------------------------------------------------------

    def _in_state(self) -> dict[tuple[str, str], MeanOfPersons | None]:
        """Mean weeks in each state; the smallest is held back too where one alone is."""
        spent = np.stack(
            [(self.given.by_week == place).sum(axis=1) for place in range(len(self.states))], axis=1
        )
        found = means_by_arm(spent.astype(np.float64), self.given.arm, len(self.arms))
        cells: dict[tuple[str, str], MeanOfPersons | None] = {}
        for place, arm in enumerate(self.arms):
            hidden = self.held.of(found.nonzero[place].tolist())
            for state, name in enumerate(self.states):
                mean, se = float(found.mean[place, state]), float(found.se[place, state])
                known = MeanOfPersons(mean, se, int(found.persons[place]))
                cells[name, arm] = None if hidden[state] else known
        return cells

    def _starts(self) -> dict[tuple[str, str], tuple[int | None, int]]:
        """How many began in each state."""
        first, cells = self.at_points[:, 0], {}
        for place, arm in enumerate(self.arms):
            theirs = first[(self.given.arm == place) & (first != UNSEEN)]
            began = np.bincount(theirs, minlength=len(self.states))
            hidden = self.held.of(began.tolist())
            for state, name in enumerate(self.states):
                count = None if hidden[state] else int(began[state])
                cells[name, arm] = count, int(began.sum())
        return cells

    # --- moves ---------------------------------------------------------------------------------

    def _moves(self) -> Iterator[MoveCount]:
        """Counts of the moves of the model, and of those that it does not have."""
        known: dict[str, set[str]] = {}
        for move in self.model.moves:
            known.setdefault(move.origin, set()).update(move.targets)
        by_origin: dict[str, list[Move]] = {}
        for move in self.model.moves:
            by_origin.setdefault(move.origin, []).append(move)
        for place, arm in enumerate(self.arms):
            for origin, moves in by_origin.items():
                yield from self._of_row(place, arm, origin, moves)
            self._doubt_other_moves(place, arm, known)

    def _of_row(
        self, place: int, arm: str, origin: str, moves: Sequence[Move]
    ) -> Iterator[MoveCount]:
        """Counts of the moves out of a state, in the stretches of each move."""
        source = self.place[origin]
        targets = [(move, target) for move in moves for target in move.targets if target != origin]
        firsts = sorted({first for move in moves for first in _firsts(move)} | {1})
        for first in firsts:
            row = []
            for move, target in targets:
                own = _firsts(move)
                if first in own:
                    cell = (place, own.index(first), source)
                    row.append((move, target, self._counted(own), cell))
            yield from self._in_stretch(origin, arm, first, row)

    def _in_stretch(
        self,
        origin: str,
        arm: str,
        first: int,
        row: Sequence[tuple[Move, str, MovesCounted, tuple[int, int, int]]],
    ) -> Iterator[MoveCount]:
        """Counts of one stretch.

        Who stayed, or went where the model does not, is not told apart; where these are few, the
        smallest count is held back too, since the rest could be told from the others.
        """
        persons = [int(of.persons[cell][self.place[target]]) for _, target, of, cell in row]
        hidden = [self.held.is_few(each) for each in persons]
        for _, _, of, cell in row[:1]:
            named = [self.place[target] for _, target, _, _ in row]
            rest = int(of.persons[cell].sum() - of.persons[cell][named].sum())
            told = [(n, at) for at, n in enumerate(persons) if n]
            if self.held.is_few(rest) and told and not any(hidden):
                hidden[min(told)[1]] = True
        for (move, target, of, cell), is_hidden in zip(row, hidden, strict=True):
            few = self.held.is_few(int(of.origins[cell]))
            self.held.count += is_hidden or few
            self.hides_moves |= is_hidden or few
            yield MoveCount(
                path=move.path,
                origin=origin,
                target=target,
                arm=arm,
                first=first,
                count=None if is_hidden or few else int(of.moves[cell][self.place[target]]),
                steps=None if few else int(of.moves[cell].sum()),
            )

    def _counted(self, firsts: tuple[int, ...]) -> MovesCounted:
        """All moves by stretch, for stretches that begin in these cycles, counted from 1."""
        if firsts not in self.counts:
            zero_based = tuple(first - 1 for first in firsts)
            self.counts[firsts] = moves_counted(
                self.at_points, self.given.arm, len(self.arms), len(self.states), zero_based
            )
        return self.counts[firsts]

    def _doubt_other_moves(self, place: int, arm: str, known: Mapping[str, set[str]]) -> None:
        """Tells of moves that were made and that the model does not have."""
        counted = self._counted((1,))
        for source, origin in enumerate(self.states):
            for goal, target in enumerate(self.states):
                made = int(counted.moves[place, 0, source, goal])
                few = int(counted.persons[place, 0, source, goal]) < self.held.least
                if source == goal or not made or target in known.get(origin, set()):
                    continue
                self.hides_moves |= few
                told = Message("fewer than {n} persons", n=self.held.least)
                self.doubts.append(
                    Message(
                        "{arm}: the model has no move from {origin} to {target}, which the weeks "
                        "have ({made}); it counts as none made",
                        arm=arm,
                        origin=origin,
                        target=target,
                        made=told if few else Message("{made:,} times", made=made),
                    )
                )

    def _doubt_unseen(self) -> None:
        """Tells how much of the follow-up no state is known of."""
        unseen = float((self.given.by_week == UNSEEN).mean())
        if unseen >= 0.005:
            self.doubts.append(
                Message(
                    "no state is known in {share:.0%} of the weeks followed; no move is counted "
                    "into or out of them",
                    share=unseen,
                )
            )

    def _doubt_undone(self) -> None:
        """Tells how many moves from week to week are not seen from cycle to cycle.

        Not where a count is held back: all moves less those that are told would be that count.
        """
        if self.hides_moves:
            return
        by_week = self.given.by_week
        changes = (by_week[:, 1:] != by_week[:, :-1]) & (by_week[:, 1:] != UNSEEN)
        weekly = int((changes & (by_week[:, :-1] != UNSEEN)).sum())
        seen = self._counted((1,)).moves.sum(axis=(0, 1))
        by_cycle = int(seen.sum() - np.trace(seen))
        if weekly > by_cycle >= self.held.least and self.model.cycle != "week":
            self.doubts.append(
                Message(
                    "week by week people moved {weekly:,} times; {seen:,} of these moves are seen "
                    "from the beginning of one cycle to the next, the others are undone before",
                    weekly=weekly,
                    seen=by_cycle,
                )
            )


def _firsts(move: Move) -> tuple[int, ...]:
    """The first cycle of each stretch of a move; of counts only the ratios change with time."""
    if not move.stretches or move.stretches[0].measure == "count":
        return (1,)
    return tuple(stretch.first for stretch in move.stretches)
