"""One run: a scenario and its settings to ledgers, with the record that lets it be repeated."""

from __future__ import annotations

import hashlib
import platform
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ipscost import __version__, sobol
from ipscost import draws as drawing
from ipscost.draws import BLOCK, Draws
from ipscost.engines import ENGINES, Engine
from ipscost.ledger import Ledger
from ipscost.scenario import Scenario
from ipscost.settings import Settings

MAX_BYTES = 4 * 2**30
ESTIMATES = 8
"""How many columns of draws an analysis holds at a time beside the ledger."""


class TooLargeError(ValueError):
    """A run is larger than it may be; the text says what to change."""


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
    sampler: str
    engine: str


@dataclass(frozen=True)
class Run:
    """A scenario that was run.

    `point` is the ledger at the expected value of every quantity (one draw) and knows every month;
    `ledger` the one over the draws, collapsed unless months were asked for, or None without draws.
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
            sampler=settings.sampler,
            engine=settings.engine,
        )


def simulate(scenario: Scenario, settings: Settings | None = None, *, months: bool = False) -> Run:
    """The run of `scenario` with `settings` (10,000 draws and seed 1 unless said otherwise).

    The engine runs over blocks of draws, and of each block the present values are kept: the
    ledger over the draws tells no months apart, unless `months` asks for them. That it runs in
    blocks makes no difference to a number. Raises TooLargeError where the run would take more
    than MAX_BYTES or has more uncertain numbers than Sobol points have dimensions, and ValueError
    for an unknown engine.
    """
    settings = settings or Settings()
    if settings.engine not in ENGINES:
        raise ValueError(f"engine must be one of {', '.join(ENGINES)}, not {settings.engine!r}")
    engine = ENGINES[settings.engine]
    point = engine(scenario, drawing.expected(scenario))
    uncertain = sum(not quantity.is_fixed for quantity in scenario.quantities)
    if settings.sampler == "sobol" and uncertain > sobol.MOST_DIMENSIONS:
        raise TooLargeError(
            f"{uncertain:,} uncertain numbers are too many for Sobol points, which have at most "
            f"{sobol.MOST_DIMENSIONS:,} dimensions; use the random sampler"
        )
    per_draw = bytes_per_draw(point, uncertain, months=months)
    if settings.draws * per_draw > MAX_BYTES:
        most = MAX_BYTES // per_draw
        raise TooLargeError(f"{settings.draws:,} draws need too much memory; use at most {most:,}")
    columns = drawing.draw(scenario, settings.draws, settings.seed, settings.sampler)
    drawn = settings.draws > 0 and uncertain > 0
    return Run(
        scenario=scenario,
        settings=settings,
        draws=columns,
        point=point,
        ledger=_over_blocks(scenario, engine, columns, months=months) if drawn else None,
    )


def bytes_per_draw(point: Ledger, uncertain: int, *, months: bool) -> int:
    """How much memory a run takes for each draw.

    A column for each uncertain quantity, the ledger, the differences from the reference arm, and
    what an analysis sums and sorts at a time (`ESTIMATES` columns). With `months` the
    ledger has its periods beside the present values, and an arm its course.
    """
    arms, categories = len(point.arms), len(point.categories)
    ledger = arms * (categories + len(point.outcomes))
    numbers = uncertain + ledger + (arms - 1) * categories + ESTIMATES
    if months:
        periods, outcome_periods = point.amount.shape[2], point.outcome_amount.shape[2]
        numbers += arms * (categories * periods + len(point.outcomes) * outcome_periods)
        numbers += 2 * point.months
    return 8 * numbers


def _over_blocks(scenario: Scenario, engine: Engine, columns: Draws, *, months: bool) -> Ledger:
    """The ledger over all draws, put together from those of blocks."""
    whole: Ledger | None = None
    amount = outcome = np.empty(0)
    for place, block in columns.blocks(BLOCK):
        ledger = engine(scenario, block)
        ledger = ledger if months else ledger.collapsed()
        if block.n == columns.n:
            return ledger
        if whole is None:
            whole = ledger
            amount = np.empty((*ledger.amount.shape[:3], columns.n))
            outcome = np.empty((*ledger.outcome_amount.shape[:3], columns.n))
        amount[..., place], outcome[..., place] = ledger.amount, ledger.outcome_amount
    assert whole is not None
    return replace(whole, amount=amount, outcome_amount=outcome)
