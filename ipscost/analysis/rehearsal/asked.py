"""What a trial is asked to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MCAR: Final = "mcar"
MAR: Final = "mar"
MNAR: Final = "mnar"
MECHANISMS: Final = (MCAR, MAR, MNAR)
"""Missing completely at random, at random given a column that is seen, and not at random."""
USUAL_SHARE: Final = 0.2
"""How many lack each measurement unless a share is asked for: chosen."""
AGES: Final = (18, 64)
MEAN_AGE: Final = 41
SD_OF_AGE: Final = 11
"""Ages in whole years: normally distributed, those beyond the first or last counted as that.
Chosen, as is what follows."""
BY_AGE: Final = 0.3
"""The correlation of age with every cost and outcome (of their normal scores): chosen, so that
what is missing by age matters."""


@dataclass(frozen=True, slots=True)
class Mechanism:
    """Which measurements are missing: `name` of MECHANISMS, the share, and the column of MAR."""

    name: str
    share: float
    column: str = ""


@dataclass(frozen=True, slots=True)
class TrialDesign:
    """A trial to be rehearsed.

    n: persons in each arm. seed: of all its random numbers. sites: how many, 0 without; icc: the
    share of the variance that lies between them; by_site: a whole site has one arm, else each has
    all. before: the correlation of what was before with what comes after, None without a before.
    missing: None without holes. censor: the share of persons who are cut off.
    """

    n: int
    seed: int = 1
    sites: int = 0
    icc: float = 0.0
    by_site: bool = False
    before: float | None = None
    missing: Mechanism | None = None
    censor: float = 0.0
