"""One run: a scenario and its settings to ledgers, with the record that lets it be repeated."""

from __future__ import annotations

import hashlib
import platform
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ipscost import __version__
from ipscost import draws as drawing
from ipscost.draws import Draws
from ipscost.engines import ENGINES
from ipscost.ledger import Ledger
from ipscost.scenario import Scenario
from ipscost.settings import Settings

MAX_BYTES = 4 * 2**30


class TooLargeError(ValueError):
    """A run would need more memory than it may; the text says what to change."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a run can be repeated from."""

    version: str
    python: str
    numpy: str
    scenario: str
    digest: str
    settings: tuple[str, ...]
    money: str
    draws: int
    seed: int
    engine: str


@dataclass(frozen=True)
class Run:
    """A scenario that was run.

    `point` is the ledger at the expected value of every quantity (one draw); `ledger` the one
    over the draws, or None without draws.
    """

    scenario: Scenario
    settings: Settings
    draws: Draws
    point: Ledger
    ledger: Ledger | None

    @cached_property
    def record(self) -> Record:
        """Version, digest of every input, and settings."""
        scenario, settings = self.scenario, self.settings
        parts = [*scenario.inputs.values(), *scenario.settings, str(scenario.money)]
        digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]
        return Record(
            version=__version__,
            python=platform.python_version(),
            numpy=np.__version__,
            scenario=scenario.file,
            digest=digest,
            settings=scenario.settings,
            money=str(scenario.money),
            draws=settings.draws,
            seed=settings.seed,
            engine=settings.engine,
        )


def simulate(scenario: Scenario, settings: Settings | None = None) -> Run:
    """The run of `scenario` with `settings` (10,000 draws and seed 1 unless said otherwise).

    Raises TooLargeError where the ledger over the draws would take more than MAX_BYTES, and
    ValueError for an unknown engine.
    """
    settings = settings or Settings()
    if settings.engine not in ENGINES:
        raise ValueError(f"engine must be one of {', '.join(ENGINES)}, not {settings.engine!r}")
    holders = len(scenario.holders)
    per_draw = 8 * (len(scenario.quantities) + 3 * len(scenario.arms) * holders + scenario.months)
    if settings.draws * per_draw > MAX_BYTES:
        most = MAX_BYTES // per_draw
        raise TooLargeError(f"{settings.draws:,} draws need too much memory; use at most {most:,}")
    engine = ENGINES[settings.engine]
    columns = drawing.draw(scenario, settings.draws, settings.seed)
    uncertain = settings.draws > 0 and any(not q.is_fixed for q in scenario.quantities)
    return Run(
        scenario=scenario,
        settings=settings,
        draws=columns,
        point=engine(scenario, drawing.expected(scenario)),
        ledger=engine(scenario, columns) if uncertain else None,
    )
