"""How persons differ: the saving of each person whom a run has followed, and their spread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipscost.engines.outcome import People
from ipscost.run import Run

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

ROUNDING = 1e-9
"""What sums of the same numbers may differ by, as a share of them."""


@dataclass(frozen=True, slots=True)
class BetweenPersons:
    """How far apart the savings of persons are, in the money of the scenario.

    heterogeneity: the standard deviation between persons. chance: the standard error that the mean
    of so many has by it.
    """

    heterogeneity: float
    chance: float


def savings(run: Run, arm: str, weight: Floats) -> Floats | None:
    """What each person saves in `arm` against the reference arm, (person,), in the base case.

    weight: the share of each category that counts, (category,). None where nobody was followed, or
    too many to be kept.
    """
    people, ledger = run.people, run.point
    if people is None or not all(path in people.columns for path in ledger.categories):
        return None
    own, base = ledger.arm(arm), ledger.arm(ledger.reference)
    counted = weight * ledger.told[own]
    total = np.zeros(int((people.arm == own).sum()))
    for index in np.flatnonzero(counted).tolist():
        column = people.columns[ledger.categories[index]]
        total -= counted[index] * (column[people.arm == own] - column[people.arm == base])
    return total


def between_persons(run: Run, arm: str, weight: Floats) -> BetweenPersons | None:
    """The spread of the saving between persons; None where nobody's is known."""
    found = savings(run, arm, weight)
    if found is None or found.size < 2:
        return None
    sd = float(found.std(ddof=1))
    if sd <= ROUNDING * float(np.abs(found).max()):
        sd = 0.0
    return BetweenPersons(sd, sd / float(np.sqrt(run.settings.persons)))


def all_alike(people: People, paths: tuple[str, ...]) -> tuple[str, ...]:
    """The paths of what every person of an arm has the same amount of, and some have."""
    arms = np.unique(people.arm)

    def is_alike(column: Floats) -> bool:
        parts = [column[people.arm == arm] for arm in arms]
        return bool(column.any()) and all(np.ptp(part) == 0 for part in parts)

    return tuple(path for path in paths if is_alike(people.columns[path]))
