"""How a scenario is run: the defaults that every command and the library share."""

from __future__ import annotations

from dataclasses import dataclass

DRAWS = 10_000
SEED = 1
LEVEL = 0.95
WORKER_TIMEOUT = 300
"""How many seconds a cluster without a worker is waited for."""
LARGEST = 1e15
"""Every number of a scenario and of an option is below this in size."""
SAMPLERS = ("random", "sobol")
REPLICATES = 8
"""How many independent randomisations Sobol points have: draw i is of number i modulo this."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a scenario is run. `draws` of 0 is the point estimate alone; `engine` is that of the
    scenario unless named; `sampler` is of SAMPLERS.

    Raises ValueError for a negative number of draws, a negative seed or an unknown sampler.
    """

    draws: int = DRAWS
    seed: int = SEED
    engine: str = ""
    sampler: str = "random"

    def __post_init__(self) -> None:
        if self.draws < 0 or self.seed < 0:
            raise ValueError("draws and seed must not be negative")
        if self.sampler not in SAMPLERS:
            raise ValueError(f"sampler must be one of {', '.join(SAMPLERS)}, not {self.sampler!r}")
