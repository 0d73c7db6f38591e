"""What is held fixed in every draw, and turns an account at one of its stated bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.ledger import Ledger, summed
from ipscost.run import Run
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.quantity import Quantity

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SignReversal:
    """A fixed number at one of its bounds, in its stated unit, and what an account then gains."""

    quantity: Quantity
    value: float
    gain: float


def held_fixed(scenario: Scenario) -> tuple[Quantity, ...]:
    """The numbers that are the same in every draw although they are known between bounds alone."""
    found = {q.path: q for q in scenario.quantities if q.is_fixed and q.bounds is not None}
    return tuple(found.values())


@dataclass(frozen=True)
class Bounds:
    """The run at each bound of each number that is held fixed, all else as in the base case.

    `places` names the number and its value in each "draw" of the ledger; None without any.
    """

    places: tuple[tuple[Quantity, float], ...]
    ledger: Ledger | None

    def turns(self, arm: str, weight: Floats, gain: float) -> list[SignReversal]:
        """The bounds at which an account that gains `gain` has the other sign, farthest first."""
        if self.ledger is None or gain == 0:
            return []
        gains = -summed(weight, self.ledger.difference(arm))
        order = np.argsort(gains * np.sign(gain)).tolist()
        turned = [place for place in order if gains[place] * gain < 0]
        return [
            SignReversal(quantity, end, float(gains[place]))
            for place in turned
            for quantity, end in self.places[place : place + 1]
        ]


def at_bounds(run: Run) -> Bounds:
    """One run of the engine with as many "draws" as there are bounds."""
    scenario = run.scenario
    fixed = held_fixed(scenario)
    places = [(quantity, end) for quantity in fixed for end in quantity.bounds or ()]
    if not places:
        return Bounds((), None)
    columns = {}
    for quantity in fixed:
        column = np.full(len(places), scenario.now(quantity))
        for place, (other, end) in enumerate(places):
            if other is quantity:
                column[place] = end
        columns[quantity.path] = column
    return Bounds(tuple(places), run.at(columns))
