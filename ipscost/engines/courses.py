"""Persons who go from state to state: the transition matrix of a cohort, realised for each person.

Where a cohort has the probability of going to each state, a person goes to one of them: the row of
that person is 0 but for a single 1. So everything that is counted of a cohort is counted of each
person, by the same code: time in states, entries, moves, ladders, who has ever been somewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipscost.drawing.streams import Streams
from ipscost.engines.chain import Chain, MatrixRow

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

CYCLES = 12
"""How many cycles of a person share a stream: a longer horizon moves nobody's course so far."""


class PersonCourses:
    """The rows of some persons of each draw; `width` are all of them, draw by draw.

    chain: the matrix over draws, (arm, draw). first: the number of the draws' first one in
    `streams`. persons: the numbers of the persons.

    A person has one uniform number a cycle, the same in every arm, and goes to the state that the
    cumulative row puts it in, in the order of the states. So persons differ between arms only as
    far as the arms do.
    """

    def __init__(self, chain: Chain, draws: int, streams: Streams, persons: range) -> None:
        self.chain, self.draws, self.streams, self.persons = chain, draws, streams, persons
        self.model, self.states, self.arms = chain.model, chain.states, chain.arms
        self.width = draws * len(persons)
        self._held: tuple[int, Floats] = (-1, np.empty(0))

    def start(self) -> dict[str, Floats]:
        """1 in the state in which each person begins, 0 in others, (arm, draw x person)."""
        uniform = self._uniforms("course.start", 1)[0]
        parts = self._parts(list(self.chain.start().items()), uniform)
        return {state: np.broadcast_to(s, (self.arms, self.width)).copy() for state, s in parts}

    def rows(self, cycle: int) -> dict[str, MatrixRow]:
        """The row of each state in a cycle, counted from 0: 0 or 1 for each person."""
        uniform = self._of_cycle(cycle)
        return {
            state: self._row(state, row, uniform) for state, row in self.chain.rows(cycle).items()
        }

    def _row(self, origin: str, row: MatrixRow, uniform: Floats) -> MatrixRow:
        if row.stay is None:
            return row
        shares = {**row.exits, origin: row.stay}
        parts = dict(self._parts([(s, shares[s]) for s in self.states if s in shares], uniform))
        stay = parts.pop(origin)
        return MatrixRow(parts, stay)

    def _parts(self, shares: list[tuple[str, Floats]], uniform: Floats) -> list[tuple[str, Floats]]:
        """1 for the state that each person goes to and 0 for others, (arm, draw x person) each.

        shares: the probability of each, (arm, draw), in the order of the states; the last one gets
        whom no other takes. uniform: (draw, person).
        """
        found, total = [], np.zeros((1, 1))
        before = None
        for state, share in shares[:-1]:
            total = total + share
            within = uniform < total[:, :, None]
            found.append((state, self._flat(within if before is None else within ^ before)))
            before = within
        last = np.ones((1, *uniform.shape), dtype=bool) if before is None else ~before
        return [*found, (shares[-1][0], self._flat(last))]

    def _flat(self, flags: NDArray[np.bool_]) -> Floats:
        """Flags of (arm, draw, person) as numbers of (arm, draw x person)."""
        return flags.reshape(len(flags), -1).astype(float)

    # --- random numbers ------------------------------------------------------------------------

    def _of_cycle(self, cycle: int) -> Floats:
        """The uniform numbers of all persons in a cycle, (draw, person)."""
        part, place = divmod(cycle, CYCLES)
        if self._held[0] != part:
            self._held = part, self._uniforms(f"course.{part}", CYCLES)
        own: Floats = self._held[1][place]
        return own

    def _uniforms(self, name: str, each: int) -> Floats:
        """`each` uniform numbers of every person, (number, draw, person)."""
        found = np.empty((each, self.draws, len(self.persons)))
        for draw in range(self.draws):
            found[:, draw] = self.streams.of_persons(
                name, draw, self.persons, lambda own, n: own.random((n, each))
            ).T
        return found
