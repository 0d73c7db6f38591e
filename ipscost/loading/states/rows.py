"""Checks the rows of transitions in the base case: they sum to 1, and no probability exceeds 1."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from ipscost.errors import is_set
from ipscost.loading.amounts.arms import ArmReader
from ipscost.loading.keys.schema_model import REST
from ipscost.loading.states.counts import OF_ROLES, TransitionRow
from ipscost.loading.states.moves import is_hazard
from ipscost.loading.states.states import ROUNDING, level
from ipscost.loading.states.times import TIME_WORDS
from ipscost.loading.text.edits import SOURCE
from ipscost.messages import Message
from ipscost.scenario.model import CYCLES, Move, State, Stretch
from ipscost.scenario.nouns import Quantity


class RowChecker:
    """Checks rows with the numbers as stated; problems go to the reader's list."""

    def __init__(
        self,
        arms: ArmReader,
        states: Mapping[str, State],
        rows: Mapping[str, TransitionRow],
        cycle: str,
        death_first: bool,
    ) -> None:
        self.arms = arms
        self.refuse = arms.refuse
        self.states = states
        self.rows = rows
        self.cycle = cycle
        self.years = CYCLES[cycle]
        self.death_first = death_first
        self.moves = {move.path: move for row in rows.values() for move in row.moves}

    def check(self) -> None:
        """Refuses each row that does not fit, at the first cycle in which it does not."""
        for row in self.rows.values():
            if self.is_apart(row):
                self._sum(row)

    def is_apart(self, row: TransitionRow) -> bool:
        """True if the row holds only hazards or only probabilities; refuses a mixture.

        Deaths that come first count as a row of their own.
        """
        apart = True
        for moves in self._groups(row):
            hazards = [move for move in moves if self._is_hazard(move)]
            others = [move for move in moves if not self._is_hazard(move)]
            if hazards and others:
                message = Message(
                    "{path} is a hazard and {others_path} a probability, which cannot compete "
                    "with one another",
                    path=hazards[0].path,
                    others_path=others[0].path,
                )
                fix = Message(
                    "state all moves out of {origin} as rates or shares, or all as probabilities",
                    origin=row.origin,
                )
                self.refuse(others[0].span, "E266", f"model.transition.{row.origin}", message, fix)
                apart = False
        return apart

    def _groups(self, row: TransitionRow) -> tuple[list[Move], ...]:
        """The moves that compete for the same people: all, or deaths and the others separately."""
        deaths = [m for m in row.moves if all(self.states[t].death for t in m.targets)]
        if not self.death_first:
            return (row.moves,)
        return deaths, [move for move in row.moves if move not in deaths]

    def _is_hazard(self, move: Move) -> bool:
        return is_hazard(self.moves.get(move.of, move))

    def _sum(self, row: TransitionRow) -> None:
        """Refuses a row whose probabilities exceed 1, or fall short of 1 without a rest."""
        groups = self._groups(row)
        moves = groups[-1]
        path = f"model.transition.{row.origin}"
        fix = Message("write {origin}: {rest}", origin=row.origin, rest=REST)
        if any(self._is_hazard(move) for move in moves):
            if not row.rest:
                message = Message("row {origin} says nothing of those who stay", origin=row.origin)
                self.refuse(row.span, "E262", path, message, fix)
            return
        uncertain = [q for move in moves for q in move.numbers if not q.is_fixed]
        if uncertain and not row.rest:
            message = Message(
                "{path} is uncertain, so the row {origin} would not sum to 1 in a draw",
                path=uncertain[0].path,
                origin=row.origin,
            )
            self.refuse(uncertain[0].span, "E262", path, message, fix)
            return
        if self._stays_apart(row, moves, path):
            return
        for cycle in self._cycles(moves):
            for arm in self.arms.arms:
                if not self._sums(row, moves, arm, cycle, path):
                    return

    def _stays_apart(self, row: TransitionRow, moves: Sequence[Move], path: str) -> bool:
        """Refuses a stated share of stayers if the other moves are for another time."""
        stays = [move for move in moves if row.origin in move.targets]
        if not stays or row.rest in ("", row.origin):
            return False
        if all(math.isclose(self._at(m, 1).years, self.years) for m in moves):
            return False
        message = Message(
            "{rest} gets the rest of each cycle, and {origin} a probability of another time, "
            "so nobody can tell who has left",
            rest=row.rest,
            origin=row.origin,
        )
        move = f"{{unit: probability/{self.cycle}, all: {{mean: ..., {SOURCE}}}}}"
        fix = Message(
            "write {origin}: {rest} and write {row_rest}: {move}",
            origin=row.origin,
            rest=REST,
            row_rest=row.rest,
            move=move,
        )
        self.refuse(stays[0].span, "E262", path, message, fix)
        return True

    def _sums(
        self, row: TransitionRow, moves: Sequence[Move], arm: str, cycle: int, path: str
    ) -> bool:
        """True if the probabilities for each time sum to 1 or less; refuses those that do not."""
        leaving = [m for m in moves if row.rest != row.origin or set(m.targets) != {row.origin}]
        when = Message(" in cycle {cycle}", cycle=cycle) if cycle > 1 else ""
        times = dict.fromkeys(self._at(move, cycle).years for move in leaving)
        whole = 0.0
        for years in times:
            of_time = [m for m in leaving if self._at(m, cycle).years == years]
            total = sum(self.probability(move, arm, cycle) for move in of_time)
            whole += total
            if total > 1 + ROUNDING:
                message = Message(
                    "row {origin} sums to {total:g} in {arm}{when}, {more:g} too much",
                    origin=row.origin,
                    total=total,
                    arm=arm,
                    when=when,
                    more=total - 1,
                )
                time = next((name for name, each in CYCLES.items() if each == years), "")
                fix = Message(
                    "check the probabilities: those of one {time} sum to 1 at most",
                    time=TIME_WORDS.get(time, Message("time")),
                )
                self.refuse(row.span, "E262", path, message, fix)
                return False
        if row.rest or (len(times) == 1 and whole >= 1 - ROUNDING):
            return True
        message = Message(
            "row {origin} sums to {whole:g} in {arm}{when}, missing {lacking:g}",
            origin=row.origin,
            whole=whole,
            arm=arm,
            when=when,
            lacking=1 - whole,
        )
        if len(times) > 1:
            message = Message(
                "row {origin} has probabilities of several times, and says nothing of those "
                "who stay",
                origin=row.origin,
            )
        self.refuse(
            row.span,
            "E262",
            path,
            message,
            Message("write {origin}: {rest}", origin=row.origin, rest=REST),
        )
        return False

    def _cycles(self, moves: Sequence[Move]) -> list[int]:
        """The cycles, counted from 1, in which some number of the moves may change."""
        everyone = [*moves, *(self.moves[m.of] for m in moves if m.of in self.moves)]
        starts = {each.first for move in everyone for each in move.stretches}
        lengths = [len(q.series) for move in everyone for q in move.numbers]
        return sorted({*starts, *range(1, max(lengths, default=0) + 1)})

    def _at(self, move: Move, cycle: int) -> Stretch:
        """The stretch of a move in a cycle; for a ratio to another move, that of the other."""
        return _at(self.moves.get(move.of, move), cycle)

    def probability(self, move: Move, arm: str, cycle: int) -> float:
        """The probability of a move over the time it is stated for, with the numbers as stated.

        For a hazard, 1 - exp(-H) over that time.
        """
        stretch = _at(move, cycle)
        quantity = stretch.arms[arm]
        if move.of in self.moves:
            other = self.probability(self.moves[move.of], arm, cycle)
            return applied(quantity.role, _value(quantity, cycle), other)
        base = stretch.arms[self.arms.reference]
        if stretch.measure == "count":
            (target,) = move.targets
            counted = sum(
                _at(each, 1).arms[self.arms.reference].value
                for each in self.rows[move.origin].moves
                if _at(each, 1).measure == "count"
            )
            share = base.value / counted
            if quantity.role in OF_ROLES and target != move.origin:
                share = applied(quantity.role, _value(quantity, cycle), share)
            return share
        value, first = _value(quantity, cycle), _value(base, cycle)
        if quantity.role == "mean":
            return self._share(stretch, arm, value)
        if quantity.role == "difference":
            return self._share(stretch, arm, first + value)
        return applied(quantity.role, value, self._share(stretch, self.arms.reference, first))

    def _share(self, stretch: Stretch, arm: str, value: float) -> float:
        """A stated number as a probability over its time; of a hazard H, 1 - exp(-H)."""
        if stretch.measure == "rate":
            return -math.expm1(-value)
        if stretch.measure != "scale":
            return value
        shape = level(stretch.shape, arm, self.arms.reference) if stretch.shape else 1.0
        return -math.expm1(-((1 / value) ** shape)) if value > 0 else 1.0

    def ratios(self) -> None:
        """Refuses a risk ratio that takes a probability above 1 in the base case."""
        for move in self.moves.values():
            for arm in self.arms.arms:
                for cycle in self._cycles([move]):
                    if self._is_too_much(move, arm, cycle):
                        break

    def _is_too_much(self, move: Move, arm: str, cycle: int) -> bool:
        quantity, hazard = _at(move, cycle).arms[arm], self._is_hazard(move)
        if quantity.role != "risk_ratio":
            return False
        of, whose = (
            (self.moves[move.of], arm) if move.of in self.moves else (move, self.arms.reference)
        )
        base = self.probability(of, whose, cycle)
        ratio = _value(quantity, cycle)
        probability = base * ratio
        if probability <= 1 + ROUNDING and not (hazard and probability >= 1):
            return False
        message = Message(
            "a risk ratio of {ratio:g} makes the probability {base:.6g} x {ratio:g} = "
            "{probability:.6g}",
            ratio=ratio,
            base=base,
            probability=probability,
        )
        fix = Message(
            "write hazard_ratio for risk_ratio if it is one; under that, it stays below 1"
        )
        span = _at(of, cycle).arms[whose].span
        if is_set(span) and not is_set(quantity.span):
            fix = Message(
                "write a smaller number such as 0.1; the risk_ratio at {place} may be amiss as "
                "well",
                place=quantity.span.place,
            )
        else:
            span = quantity.span
        self.refuse(span, "E216", quantity.path, message, fix)
        return True


def applied(role: str, value: float, probability: float) -> float:
    """A probability after a ratio or difference of the given role is applied.

    RR p; OR p / (1 - p + OR p); 1 - (1 - p)^HR.
    """
    if role == "risk_ratio":
        return value * probability
    if role == "odds_ratio":
        return value * probability / (1 - probability + value * probability)
    if role == "hazard_ratio":
        return 1.0 - (1 - probability) ** value if probability < 1 else 1.0
    return probability + value


def _at(move: Move, cycle: int) -> Stretch:
    """The stretch that contains a cycle, counted from 1."""
    return [each for each in move.stretches if each.first <= cycle][-1]


def _value(quantity: Quantity, cycle: int) -> float:
    """The stated value in a cycle, counted from 1; the last of a series continues."""
    if not quantity.series:
        return quantity.value
    return quantity.series[min(cycle, len(quantity.series)) - 1]


def is_whole(cycles: float) -> bool:
    """True for a whole number of cycles."""
    return math.isclose(cycles, round(cycles), abs_tol=1e-6)
