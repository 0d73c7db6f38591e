"""How a scenario is run: the defaults that every command and the library share."""

from __future__ import annotations

from dataclasses import dataclass

DRAWS = 10_000
SEED = 1
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Settings:
    """How a scenario is run. `draws` of 0 is the point estimate alone.

    Raises ValueError for a negative number of draws or a negative seed.
    """

    draws: int = DRAWS
    seed: int = SEED
    engine: str = "expected"

    def __post_init__(self) -> None:
        if self.draws < 0 or self.seed < 0:
            raise ValueError("draws and seed must not be negative")
