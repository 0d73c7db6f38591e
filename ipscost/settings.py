"""How a scenario is run: the defaults that every command and the library share."""

from __future__ import annotations

from dataclasses import dataclass

DRAWS = 10_000
"""Draws by default: the probability of saving then has a standard error of at most 0.5%."""
SEED = 1
LEVEL = 0.95
WORKER_TIMEOUT = 300
"""How many seconds to wait for a cluster that has no worker: queues of clusters are slow."""
LARGEST = 1e15
"""Every number of a scenario and of an option must be smaller than this, so that doubles hold its
whole units exactly (up to 2^53, about 9e15)."""
MOST_PEOPLE = 10_000_000
"""The most people that a result is told for: more than live in Denmark, so a larger number is
probably a typo; and for so many, what one of them costs would no longer be the same."""
PERSONS = 1_000
"""Persons that are followed in each draw by default: their mean then has a standard error of a
thirtieth of the standard deviation between persons, and 10,000 draws take seconds."""
MOST_PERSONS = 10_000_000
MOST_IMPUTATIONS, MOST_BOOTSTRAPS = 10_000, 100_000
"""More change no digit that is shown."""
FEWEST_BOOTSTRAPS = 200
"""With fewer the ends of a 95% interval rest on a handful of samples."""
MOST_CELL = 1000
SAMPLERS = ("random", "sobol")
REPLICATES = 8
"""The number of independent randomisations of Sobol points; draw i belongs to randomisation i
modulo this. Their spread gives the Monte Carlo error, and each still has an eighth of the draws."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a scenario is run.

    draws: how many; 0 gives only the point estimate.
    engine: its name; if empty, the one that the scenario is written for.
    sampler: one of SAMPLERS.
    persons: how many an engine follows in each draw that follows persons.

    Raises ValueError for a negative number of draws, a negative seed, no persons or an unknown
    sampler, and TypeError where draws, seed or persons are no whole numbers.
    """

    draws: int = DRAWS
    seed: int = SEED
    engine: str = ""
    sampler: str = "random"
    persons: int = PERSONS

    def __post_init__(self) -> None:
        usually = {"draws": DRAWS, "seed": SEED, "persons": PERSONS}
        for name, usual in usually.items():
            value = getattr(self, name)
            if isinstance(value, bool) or not hasattr(value, "__index__"):
                raise TypeError(
                    f"{name} must be a whole number, not {value!r}; write {name}={usual}"
                )
        if self.draws < 0 or self.seed < 0:
            raise ValueError("draws and seed must not be negative")
        if not 0 < self.persons <= MOST_PERSONS:
            raise ValueError(f"persons must be 1 to {MOST_PERSONS:,}, not {self.persons:,}")
        if self.sampler not in SAMPLERS:
            raise ValueError(f"sampler must be one of {', '.join(SAMPLERS)}, not {self.sampler!r}")
